// The faults of loading whose cause looks different in every engine: each must see them for what they are.

import assert from "node:assert/strict";
import { page } from "./hosting.mjs";
import { DIST_TEST } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const WASM = /gca-widget-.*\.wasm$/;
const half = (body) => body.subarray(0, body.length / 2);
const told = "document.querySelector('gca-assessment').shadowRoot.querySelector('.gca:not([aria-busy])')?.textContent";

/** Opens a page where something is wrong and gives what the element says in the end. */
async function says(t, { head, act, ...options }) {
  const server = await t.serve({ root: DIST_TEST, csp: STRICT_CSP, pages: { "/host.html": page('<gca-assessment mode="full"></gca-assessment>', head) }, ...options });
  const driver = await t.open();
  await driver.open(server.url("/host.html"));
  if (act) await driver.evaluate(act);
  await driver.waitFor(told);
  return { driver, words: await driver.evaluate(told) };
}

test("a missing file is told by its status", { engines: ENGINES }, async (t) => {
  const { words } = await says(t, { overrides: [{ path: WASM, status: 404 }] });
  assert.match(words, /status 404/);
});

test("a damaged file is not started", { engines: ENGINES }, async (t) => {
  const { words } = await says(t, { overrides: [{ path: WASM, body: half }] });
  assert.match(words, /cut or changed/);
});

test("a wrong type does not matter", { engines: ENGINES }, async (t) => {
  const { driver } = await says(t, { overrides: [{ path: WASM, type: "text/plain" }] });
  await driver.evaluate("document.querySelector('gca-assessment').ready.then(() => true)");
});

test("a policy that forbids wasm is named, where the engine enforces it", { engines: ENGINES }, async (t) => {
  const { words } = await says(t, { csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", "") });
  // Older WebKit compiles all the same, and then the assessment simply starts.
  assert.match(words, t.engine === "webkit" ? /'wasm-unsafe-eval'|Start/ : /'wasm-unsafe-eval'/);
});

test("no WebAssembly is told, with the questions to print", { engines: ENGINES }, async (t) => {
  const act = "(delete globalThis.WebAssembly, import('/gca-assessment.js').then(() => true))";
  const { driver, words } = await says(t, { head: "", act });
  assert.match(words, /Lockdown Mode/);
  await driver.click("[...document.querySelector('gca-assessment').shadowRoot.querySelectorAll('button')].find((one) => one.textContent.includes('printing'))");
  await driver.waitFor("document.querySelector('gca-assessment').shadowRoot.querySelectorAll('.page ul').length === 70");
});
