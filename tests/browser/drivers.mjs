// The three engines behind one door. A browser is started when first asked for and kept for the run.

const MODULES = { chromium: "./chromium.mjs", firefox: "./firefox.mjs", webkit: "./webkit.mjs" };
const started = new Map();

/**
 * Opens a fresh, isolated page in an engine.
 * @param {"chromium"|"firefox"|"webkit"} engine
 * @param {object} options viewport: {width, height}; for chromium anything that Playwright's newContext takes
 */
export async function openDriver(engine, options = {}) {
  if (!MODULES[engine]) throw new Error(`no engine is called ${engine}`);
  if (!started.has(engine)) started.set(engine, import(MODULES[engine]).then(({ start }) => start()));
  return (await started.get(engine)).open(options);
}

/** Ends all browsers. */
export async function closeBrowsers() {
  const browsers = await Promise.allSettled(started.values());
  await Promise.allSettled(browsers.map(({ value }) => value?.close()));
  started.clear();
}
