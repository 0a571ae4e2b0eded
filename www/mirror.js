// A second copy of what was saved last, for a device that stops without warning. Browsers write localStorage to the disk when they
// find the time: measured in Chromium, up to fifteen seconds of answers that were saved are gone after a crash or a power cut.
// IndexedDB can be told to write at once. The copy is put back at the next start if it is newer, and lives no longer than it must.

import { sequenceOf } from "./slots.js";

const NAME = "gca-assessment";
const PREFIX = "gca:";
// A copy is not made between a click and its paint.
const AFTER_PAINT = 30;
// By then the browser has written everything.
const KEEP_SECONDS = 60;
// A start does not wait longer than this for a database that does not answer.
const PATIENCE = 1000;

let database;
let written = new Map(); // key → text, as it lies in the copy
let timer;
let soon; // until the next copy is made

function open() {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("slots");
    request.onsuccess = () => {
      // What another tab deletes goes here too.
      addEventListener("storage", ({ key }) => (key?.startsWith(PREFIX) ?? true) && mirror());
      // Whoever deletes the database must not wait for this page.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => reject(request.error);
  });
  return database;
}

/** Runs `work` on the store and resolves with what its request gives, once it is on the disk. */
async function use(mode, work) {
  const transaction = (await open()).transaction("slots", mode, { durability: "strict" });
  const request = work(transaction.objectStore("slots"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const ours = () => Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX));

/** Copies the slots that have changed, and forgets those that are gone, in a moment; what the user deleted, at once. */
export function mirror(delay = AFTER_PAINT) {
  soon ??= setTimeout(async () => {
    const isCopied = await copy();
    soon = null;
    // What came while the disk was busy.
    if (isCopied && ours().some(([key, text]) => written.get(key) !== text)) mirror();
  }, delay);
}

async function copy() {
  clearTimeout(timer);
  try {
    const now = new Map(ours());
    const changed = [...now].filter(([key, text]) => written.get(key) !== text);
    const gone = [...written.keys()].filter((key) => !now.has(key));
    if (!changed.length && !gone.length) return;
    written = now;
    await use("readwrite", (store) => {
      for (const [key, text] of changed) store.put(text, key);
      for (const key of gone) store.delete(key);
    });
    timer = setTimeout(forget, KEEP_SECONDS * 1000);
    return true;
  } catch {
    // It is only a second copy.
  }
}

/** Deletes the copies. */
async function forget() {
  const keys = [...written.keys()];
  written = new Map();
  await use("readwrite", (store) => keys.forEach((key) => store.delete(key))).catch(() => {});
}

/** Puts back what the last page had saved and the browser had not yet written. */
export async function recover() {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([late, putBack().catch(() => {})]);
}

async function putBack() {
  const keys = await use("readonly", (store) => store.getAllKeys());
  if (!keys.length) return;
  const texts = await use("readonly", (store) => store.getAll());
  keys.forEach((key, at) => {
    written.set(key, texts[at]);
    const there = localStorage.getItem(key);
    if (key.startsWith(PREFIX) && !isNewer(there) && sequenceOf(texts[at]) > sequenceOf(there)) localStorage.setItem(key, texts[at]);
  });
  // From here on localStorage has it, and is given its time. What is deleted before goes at once.
  timer = setTimeout(forget, KEEP_SECONDS * 1000);
}

/** Whether a newer version wrote it: that is never touched. */
const isNewer = (text) => /^gca([2-9]|\d\d)/.test(text);
