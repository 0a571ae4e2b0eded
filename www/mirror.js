// A second copy of what was saved last, for a device that stops without warning. Browsers write localStorage to the disk when they
// find the time: measured in Chromium, up to fifteen seconds of answers that were saved are gone after a crash or a power cut.
// IndexedDB can be told to write at once. The copy is put back at the next start if it is newer, and lives no longer than it must.

import { sequenceOf } from "./slots.js";

const NAME = "gca-assessment";
const PREFIX = "gca:";
// Of this tab: something was deleted, and its copy may still be there.
const GONE = "gca:gone";
// A copy is not made between a click and its paint.
const AFTER_PAINT = 30;
// By then the browser has written everything.
const KEEP_SECONDS = 60;
// A start does not wait longer than this for a database that does not answer.
const PATIENCE = 1000;

let written = new Map(); // key → text, as this page copied it
let held; // how many slots there were
let timer;
let soon; // until the next copy is made

const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("slots");
  request.onsuccess = () => resolve(request.result);
  request.onerror = request.onblocked = () => reject(request.error);
});

/** Runs `work` on the store and resolves with what its request gives, once it is on the disk. */
async function use(mode, work) {
  // Not kept open: that would keep the page out of the browser's cache for going back.
  const database = await open();
  try {
    const transaction = database.transaction("slots", mode, { durability: "strict" });
    const request = work(transaction.objectStore("slots"));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const count = () => (held = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).length);
const ours = () => Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX));

/** Copies the slots that have changed, and forgets those that are gone, in a moment. What the user deleted is known at once, also to a page that is loaded before the disk knows. */
export function mirror(delay = AFTER_PAINT) {
  try {
    const before = held;
    if (count() < before) sessionStorage.setItem(GONE, "");
  } catch {}
  soon ??= setTimeout(async () => {
    const isCopied = await copy();
    soon = null;
    if (!isCopied) return;
    // What came or went while the disk was busy. Storage may be denied at any moment.
    try {
      const now = ours();
      if (now.length !== written.size || now.some(([key, text]) => written.get(key) !== text)) mirror();
      else sessionStorage.removeItem(GONE);
    } catch {}
  }, delay);
}

async function copy() {
  clearTimeout(timer);
  try {
    const now = new Map(ours());
    const changed = [...now].filter(([key, text]) => written.get(key) !== text);
    written = now;
    await use("readwrite", (store) => {
      for (const [key, text] of changed) store.put(text, key);
      // What was deleted goes here too, whichever page copied it.
      const all = store.getAllKeys();
      all.onsuccess = () => all.result.forEach((key) => now.has(key) || store.delete(key));
    });
    timer = setTimeout(forget, KEEP_SECONDS * 1000);
    return true;
  } catch {
    // It is only a second copy.
  }
}

/** Deletes the copies that this page made. */
async function forget() {
  const keys = [...written.keys()];
  written = new Map();
  await use("readwrite", (store) => keys.forEach((key) => store.delete(key))).catch(() => {});
}

/** Puts back what the last page had saved and the browser had not yet written. */
export async function recover() {
  let isLate = false;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => (isLate = true));
  await Promise.race([late, putBack(() => isLate).then(count).catch(() => {})]);
}

async function putBack(isLate) {
  if (sessionStorage.getItem(GONE) !== null) return mirror(0);
  const keys = await use("readonly", (store) => store.getAllKeys());
  if (!keys.length) return;
  const texts = await use("readonly", (store) => store.getAll());
  // Once the assessment is open, this would look like another tab. What a newer version wrote is not touched.
  if (isLate() || ours().some(([, text]) => /^gca([2-9]|\d\d)/.test(text))) return;
  keys.forEach((key, at) => {
    const there = localStorage.getItem(key);
    const isLater = sequenceOf(texts[at]) > sequenceOf(there);
    // What is damaged is the program's to tell and to set aside.
    if (key.startsWith(PREFIX) && isLater && (there === null || sequenceOf(there))) localStorage.setItem(key, texts[at]);
  });
  // From here on localStorage has it, and is given its time.
  setTimeout(() => use("readwrite", (store) => keys.forEach((key) => written.has(key) || store.delete(key))).catch(() => {}), KEEP_SECONDS * 1000);
}
