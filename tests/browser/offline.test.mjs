// The page that holds everything: opened from its file, without a server and without a network.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { assertAccessible } from "./axe.mjs";
import { DIST } from "./paths.mjs";
import { answerByClicks, arrives, headingOf, press, quick, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const HELPERS = () => {
  Object.defineProperty(globalThis, "element", { get: () => document.querySelector("gca-assessment") });
  globalThis.$ = (selector) => element.shadowRoot.querySelector(selector);
  globalThis.$$ = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
  globalThis.words = (node) => node.innerText.replace(/\s+/g, " ").trim();
  globalThis.named = (selector, name) => $$(selector).filter((one) => one.checkVisibility({ visibilityProperty: true })).find((one) => (one.getAttribute("aria-label") ?? words(one)).startsWith(name));
};

test("one file holds the assessment and works from a stick", { engines: ["chromium", "firefox"] }, async (t) => {
  const driver = await t.open();
  await driver.open(pathToFileURL(`${DIST}/offline.html`).href);
  await driver.evaluate(HELPERS);
  await ready(driver);
  await press(driver, say("start.quick-button"));
  await arrives(driver, headingOf(quick[0]));
  for (const question of quick[0].questions) await answerByClicks(driver, question, question.kind === "multi" ? ["none"] : question.options[1].id);
  await press(driver, say("nav.results"));
  await driver.waitFor("$('.score')");
  await driver.evaluate("element.lang = 'fr'");
  await driver.waitFor("$('.gca').lang === 'fr'");
  assert.equal(await driver.evaluate("performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('file:') && !name.startsWith('data:')).length"), 0);
  if (t.engine === "chromium") await assertAccessible(driver);
});

const opened = async (t, file) => {
  const driver = await t.open();
  await driver.open(pathToFileURL(`${DIST}/${file}`).href);
  await driver.evaluate(HELPERS);
  return driver;
};

/** The code of somebody who answered in the page from the stick. */
async function code(t, name) {
  const driver = await opened(t, "offline.html");
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  if (!(await driver.evaluate("$('.tabs')"))) await press(driver, say("start.full-button"));
  await press(driver, say("nav.report"));
  await press(driver, say("hand-in.make"));
  await driver.waitFor("$('#hand')");
  await driver.evaluate((name) => {
    const field = $("#hand-name");
    field.value = name;
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }, name);
  await driver.waitFor("$('#hand').value.length > 80");
  const code = await driver.evaluate("$('#hand').value");
  await driver.close();
  return code;
}

test("a workshop is held from a stick: codes come in, the room sees its answers, and all is kept", { engines: ["chromium", "firefox"], seconds: 180 }, async (t) => {
  const codes = [];
  for (const name of ["Ama", "Ben", "Cleo"]) codes.push(await code(t, name));
  const driver = await t.open();
  await driver.open(pathToFileURL(`${DIST}/offline-workshop.html`).href);
  await t.until("the page leads on", () => driver.evaluate("location.hash === '#workshop'").catch(() => false));
  await driver.evaluate(HELPERS);
  await driver.waitFor("globalThis.element?.shadowRoot && $('#codes')");
  await driver.evaluate((text) => { $("#codes").value = text; }, codes.join("\n"));
  await press(driver, say("people.take"));
  await driver.waitFor("$$('.people tbody tr').length === 3");
  await press(driver, say("workshop.answers"));
  await driver.waitFor("$('figure, .stack')");
  if (t.engine === "chromium") await assertAccessible(driver);
  await driver.reload();
  await driver.evaluate(HELPERS);
  await driver.waitFor("globalThis.element?.shadowRoot && $('.gca')");
  await press(driver, say("workshop.people"));
  await driver.waitFor("$$('.people tbody tr').length === 3");
  await driver.evaluate("(location.hash = '', true)");
  await driver.waitFor("$('#codes') === null && $('.gca')");
  assert.equal(await driver.evaluate("performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('file:') && !name.startsWith('data:')).length"), 0);
});
