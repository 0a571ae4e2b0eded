// Where tests register themselves. A test file imports `test` and calls it; run.mjs runs what was registered.

export const tests = [];

/**
 * Registers a test; its name states the rule that it proves.
 * @param {string} name
 * @param {{engines?: ("chromium"|"firefox"|"webkit"|"node")[], seconds?: number, alone?: boolean}} options engines default to chromium alone, "node" is for
 *   tests without a browser; seconds default to 120; `alone`: it measures times, and runs when no other test does
 * @param {(t: Context) => Promise<void>} body see run.mjs for what `t` offers
 */
export function test(name, options, body) {
  if (typeof options === "function") [options, body] = [{}, options];
  const { engines = ["chromium"], seconds = 120, alone = false } = options;
  for (const engine of engines) tests.push({ name, engine, seconds, alone, body });
}
