// Fetches the widget's own files and a host's bank: GET, no query, no body, each file once per page.
// Own files are found beside this script, so a foreign <base href> does not matter, and each must match its hash.

import ASSETS from "gca:assets";
import { flat, split } from "./bank.js";
import { failure } from "./texts.js";

/** The bank that is shown when the host names none. */
export const BANK = "gca-core";
const TIME_OUT_SECONDS = 90;
export const BANK_LIMIT = 16 << 20;

const files = new Map();
// After the first failure the browser's cache is passed by: it may hold the damaged file.
let cache = "default";

/** The languages that the interface has. */
export const LANGUAGES = Object.keys(ASSETS).flatMap((name) => (name.startsWith("ui.") ? [name.slice(3)] : []));
/** Tag and name of each, in one list. */
export const NAMES = LANGUAGES.flatMap((language) => [language, ASSETS[`ui.${language}`].name]);

/** A compiled program: `wasm`, the first, or `wasm-whole`. */
export const loadProgram = (name) => {
  if (!("adoptedStyleSheets" in document)) return Promise.reject(failure("load.old-browser"));
  if (typeof WebAssembly !== "object") return Promise.reject(failure("load.no-wasm"));
  return own(name, compile);
};

/** The style sheet that the screens of the whole program need besides the first. */
export const loadStyle = () => own("style-whole", (response) => response.json());

/** What failures are told with in other languages than English, by language. */
export const loadFailures = () => own("failures", (response) => response.json());

/** The texts of the interface in a language: those of the first program, or all. */
export const loadInterface = async (language, whole) => {
  const files = whole ? ["ui", "ui-whole"] : ["ui"];
  return (await Promise.all(files.map((name) => own(`${name}.${language}`, (response) => response.json())))).flat();
};

/** {bank, flat, texts, more}: of the address `src` or of such text, or of the bank that comes with the widget. `more` loads when called. */
export async function loadBank(src, language) {
  if (src[0] === "{") return opened(src, "");
  if (src) return foreign(src);
  // A language that the bank lacks is shown in English.
  const name = ASSETS[`texts:${BANK}.${language}`] ? `${BANK}.${language}` : `${BANK}.en`;
  // Our own file has every member that is read of it, so nothing can be inherited in its place; the reviver would cost a tenth of the start.
  const [bank, texts] = await Promise.all([own(`bank:${BANK}`, (response) => response.json()), own(`texts:${name}`, (response) => response.json())]);
  return { bank, flat: flat(bank), texts, tongue: name.slice(BANK.length + 1), more: () => own(`more:${name}`, bare) };
}

/** Plain data without prototypes: nothing that a page adds to Object.prototype is ever read as part of it. */
export const parse = (text) =>
  JSON.parse(text, (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? { __proto__: null, ...value } : value));

const bare = async (response) => parse(await response.text());

function own(name, read) {
  if (__GCA_INLINE__) return inside(name, read);
  const { url, integrity } = ASSETS[name];
  return once(url(), integrity, read);
}

/** A file that this script carries inside. */
function inside(name, read) {
  if (!files.has(name)) {
    const { text, wasm } = ASSETS[name];
    const body = text ?? Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt());
    files.set(name, read(new Response(body, { headers: wasm && { "content-type": "application/wasm" } })));
  }
  return files.get(name);
}

async function foreign(src) {
  let address;
  try {
    address = new URL(src, document.baseURI);
  } catch {}
  if (!/^https?:$/.test(address?.protocol)) throw failure("src.address", { src });
  const url = address.href;
  const text = await once(address, "", async (response) => {
    // Checked twice: a server need not tell the length.
    const check = (size) => {
      if (size > BANK_LIMIT) throw failure("src.size", { url });
    };
    check(response.headers.get("content-length"));
    const text = await response.text();
    check(text.length);
    return text;
  });
  return opened(text, url);
}

function opened(text, url) {
  try {
    const bank = parse(text);
    const { texts, more } = split(bank);
    return { bank, flat: flat(bank), texts, tongue: bank.language, more: async () => more };
  } catch (error) {
    throw failure("src.not-bank", { url, reason: error.message });
  }
}

/** One download for all elements of the page; one that failed is forgotten, so that it can be tried again. */
function once(address, integrity, read) {
  const key = address.href;
  if (!files.has(key)) {
    const file = get(key, integrity, read);
    files.set(key, file);
    file.catch(() => {
      files.delete(key);
      cache = "reload";
    });
  }
  return files.get(key);
}

async function get(url, integrity, read) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIME_OUT_SECONDS * 1000);
  const ask = (options) => fetch(url, { ...options, signal: stop.signal });
  try {
    const response = await ask({ integrity, cache }).catch(async (error) => {
      // A hash that does not match fails as an unreachable server does. The same file without the hash tells them apart, and
      // leaves a fresh copy in the cache: if that one is good nobody needs to know.
      if (!integrity) throw error;
      const plain = await ask({ cache: "reload" });
      if (!plain.ok) return plain;
      await plain.arrayBuffer();
      return ask({ integrity, cache: "force-cache" }).catch(() => {
        throw failure("load.damaged", { url });
      });
    });
    if (!response.ok) throw failure("load.status", { url, status: response.status });
    return await read(response);
  } catch (error) {
    if (stop.signal.aborted) throw failure("load.time-out", { url, seconds: TIME_OUT_SECONDS });
    if (typeof error.code === "string") throw error;
    throw failure(navigator.onLine ? "load.network" : "load.offline", { url, reason: error.message });
  } finally {
    clearTimeout(timer);
  }
}

async function compile(response) {
  try {
    if (response.headers.get("content-type")?.startsWith("application/wasm")) return await WebAssembly.compileStreaming(response);
    console.info(`gca-assessment: ${response.url} should be served as application/wasm; it starts slower like this.`);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error.name !== "CompileError") throw error;
    // The file is whole, its hash says so. If even an empty module is refused it is the policy, else the browser is too old.
    throw failure(canCompile() ? "load.old-browser" : "load.policy", { url: response.url, reason: error.message });
  }
}

function canCompile() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {}
}
