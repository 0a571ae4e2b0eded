// What is said while the texts themselves may not have arrived. English, because it must be here already; {words} in braces are filled in.
// The same in other languages is in data/failures and comes when there is something to tell.

const LOAD = "The assessment could not be loaded";
const BANK = "The questions could not be loaded";

const TEXTS = {
  "lang": "en-GB",
  "dir": "ltr",
  "name": "Cybersecurity readiness",
  "loading": "Loading the assessment",
  "loading.slow": "Still loading.",
  "loading.slow-why": "On a slow connection this can take a minute.",

  // By code of the error: title and text.
  "load.network": [LOAD, "The connection was lost, or the portal blocks a file that is needed (connect-src in its Content-Security-Policy)."],
  "load.offline": [LOAD, "This device is offline. Connect it, then try again."],
  "load.status": [LOAD, "The server answered with status {status} in place of a file that is needed."],
  "load.damaged": [LOAD, "A file arrived cut or changed, so it was not started. Try again: it is then fetched afresh."],
  "load.time-out": [LOAD, "A file did not arrive within {seconds} seconds. Check the connection, then try again."],
  "load.policy": ["This portal blocks the assessment", "Its Content-Security-Policy does not allow WebAssembly: script-src needs 'wasm-unsafe-eval'. Tell the people who run the portal."],
  "load.no-wasm": ["This browser blocks the assessment", "WebAssembly is switched off, by Lockdown Mode, NoScript or another security setting. Allow it for this site, or use another browser."],
  "load.old-browser": ["This browser is too old for the assessment", "Update it, or use a newer one: Chrome or Edge 105, Firefox 110, Safari 16.4, or later."],
  "src.address": [BANK, "The attribute src is “{src}”. It must be an http or https address."],
  "src.size": [BANK, "The file is larger than 16 MB."],
  "src.not-bank": [BANK, "The file is not a question bank."],
  "bank": [BANK, "This version cannot read the question bank."],
  "program.stopped": ["Something went wrong", "The program has stopped."],

  "import.not-json": "The answers are not JSON: {reason}.",
  "element.not-ready": "The assessment is not ready. Wait for the promise `ready`.",
  "attribute.unknown-value": "{attribute}=\"{value}\" is not known. \"{used}\" is used.",
  "attribute.key-taken": "Another element on this page has the storage key \"{value}\". \"{used}\" is used.",

  "storage.not-saved": "Answers are not being saved on this device.",

  "saved": "Answers saved on this device are safe.",
  "stopped.saved": "Your answers up to {time} are saved on this device. Download them now to be safe.",
  "stopped.kept": "Your answers are kept on this page only. Download them now.",
  "stopped.twice": "It stopped twice on the same answers: the restart leaves out the last change.",
  "stopped.thrice": "It stopped three times on the same answers and does not start again here.",

  "details": "Details for support",
  "details.none": "The details hold no answers.",
  "try": "Try again",
  "restart": "Restart",
  "download": "Download your answers",
  "print": "Show the questions for printing",
};

let local = {};

/** Until it is called again, texts are those of `words`, where it has them. */
export const speak = (words = {}) => {
  local = words;
};

/** A text with its places filled in; of a pair, [title, text]. */
export function say(key, values = {}) {
  const text = local[key] ?? TEXTS[key] ?? key;
  const fill = (part) => part.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  return Array.isArray(text) ? text.map(fill) : fill(text);
}

/** An Error with a stable code, a message for people and a plain detail. */
export function failure(code, detail) {
  return Object.assign(new Error([say(code, detail)].flat().at(-1)), { code, detail });
}

/** Title and text of an error for people. The program names only the code of what is wrong with a bank. */
export function describe({ code = "", message, detail }) {
  const known = say(code.startsWith("bank.") ? "bank" : code, detail);
  return Array.isArray(known) ? known : [say("load.offline")[0], message];
}

/** The detail of an error as an object. The program names only a place. */
export const detailOf = ({ detail }) => (typeof detail === "string" ? { at: detail } : (detail ?? {}));
