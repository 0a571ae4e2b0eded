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

/** The assessment of answers on a bank. Options of all functions: `mode`, "full" or "quick". */
export const assess = (bank, answers, options) => call("assess", bank, { answers }, options);

/** How far the score hangs on weights and rules: `draws` of a generator started with `seed`, weights varied by `delta`. */
export const sensitivity = (bank, answers, options) => call("sensitivity", bank, { answers }, options);

/** Many respondents brought together. */
export const workshop = (bank, responses, options) => call("workshop", bank, { responses }, options);

/** Two assessments on the questions that both know; null if there is none. */
export const compare = (bank, now, then, options) => call("compare", bank, { now, then }, options);

/** What is missing to a target. */
export const target = (bank, answers, target, options) => call("target", bank, { answers, target }, options);

/** The differences from a reference profile. */
export const profile = (bank, answers, profile, options) => call("profile", bank, { answers, profile }, options);

/** The least effort to a goal. */
export const path = (bank, answers, goal, options) => call("path", bank, { answers, goal }, options);

/** The trace of one number: of "overall", or of the id of an area, an indicator or a question. */
export const explain = (bank, answers, node, options) => call("explain", bank, { answers, node }, options);

/** Answers that do not fit together. */
export const check = (bank, answers, options) => call("check", bank, { answers }, options);

// Node reads its own files; fetch() does not take file: addresses there.
async function read(wasm) {
  if (!(wasm instanceof URL) || wasm.protocol !== "file:") return wasm;
  // Put together here, so that bundlers do not look for it: a page never comes this far.
  const { readFile } = await import(["node:fs", "promises"].join("/"));
  return readFile(wasm);
}

function call(name, bank, inputs, options = {}) {
  if (!isReady) throw fault("engine.not-ready", "Await init() first.");
  const texts = Object.entries({ ...inputs, options }).map(([name, value]) => (name === "node" ? String(value) : text(name, value)));
  try {
    // A bank that is not even an object is refused by the engine, and found in no table.
    const open = banks.get(bank) ?? new EngineBank(text("bank", bank));
    if (Object(bank) === bank) banks.set(bank, open);
    return JSON.parse(open[name](...texts));
  } catch (error) {
    throw told(error);
  }
}

function text(name, value) {
  try {
    const json = JSON.stringify(value);
    if (json) return json;
  } catch {}
  throw fault("engine.not-json", `The ${name} can not be written as JSON.`, { path: name, expected: "a JSON value" });
}

// The module packs code and detail into the message of its errors.
function told(error) {
  if (error.code) return error;
  if (error instanceof WebAssembly.RuntimeError) return fault("engine.stopped", error.message);
  try {
    const { code, message, detail } = JSON.parse(error.message);
    return fault(code, message, detail);
  } catch {
    return error;
  }
}

const fault = (code, message, detail = null) => Object.assign(new Error(message), { code, detail });
