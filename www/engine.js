// The engine without a page: in Node, in a worker, on a server that checks a score it was sent.

import load, { EngineBank } from "gca:engine";

let ready;
let isReady = false;
// Banks are read once, however often they are asked; the engine frees a bank when its object is gone.
const banks = new WeakMap();

/**
 * Loads the engine; call it once before anything else, more often does no harm.
 * `wasm` is needed only where the file is not found beside this script: an address, a Response, bytes or a compiled module.
 */
export function init({ wasm } = {}) {
  ready ??= read(wasm ?? new URL(__GCA_ENGINE_WASM__, import.meta.url))
    .then((source) => load({ module_or_path: source }))
    .then(
      () => {
        isReady = true;
      },
      (error) => {
        ready = null;
        throw fault("engine.not-loaded", error.message);
      },
    );
  return ready;
}

/** The assessment of answers on a bank. `mode` is "full" or "quick". */
export const assess = (bank, answers, options) => call(bank, (open) => open.assess(text(answers, "answers"), text(options ?? {}, "options")));

// Node reads its own files; fetch() does not take file: addresses there.
async function read(wasm) {
  if (!(wasm instanceof URL) || wasm.protocol !== "file:") return wasm;
  // Put together here, so that bundlers do not look for it: a page never comes this far.
  const { readFile } = await import(["node:fs", "promises"].join("/"));
  return readFile(wasm);
}

function call(bank, use) {
  if (!isReady) throw fault("engine.not-ready", "Await init() first.");
  try {
    if (!banks.has(Object(bank))) banks.set(Object(bank), new EngineBank(text(bank, "bank")));
    return JSON.parse(use(banks.get(bank)));
  } catch (error) {
    throw told(error);
  }
}

function text(value, name) {
  try {
    const json = JSON.stringify(value);
    if (json) return json;
  } catch {}
  throw fault("engine.not-json", `The ${name} can not be written as JSON.`, { path: name, expected: "a JSON value" });
}

// The module packs code and detail into the message of its errors.
function told(error) {
  if (error instanceof WebAssembly.RuntimeError) return fault("engine.stopped", error.message);
  try {
    const { code, message, detail } = JSON.parse(error.message);
    return fault(code, message, detail);
  } catch {
    return error;
  }
}

const fault = (code, message, detail = null) => Object.assign(new Error(message), { code, detail });
