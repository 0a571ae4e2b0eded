// Odd pages, crowded pages, pages with two versions, and a portal that is updated while somebody is in the middle of answering.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { choose, host, page, ready, SCRIPT, text } from "./hosting.mjs";
import { DIST, DIST_TEST } from "./paths.mjs";
import { test } from "./suite.mjs";

const ICON = '<link rel="icon" href="/demo/icon.svg"/>';
const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const VERSION = JSON.parse(readFileSync(`${DIST}/package.json`, "utf8")).version;
const ENTRY = readFileSync(`${DIST_TEST}/gca-assessment.js`, "utf8");
/** The script as an older release: the same, with another version and other names of its files. */
const OLD = ENTRY.replaceAll(`"${VERSION}"`, '"0.0.9"').replaceAll("./assets/", "./old/");
const old = (server, path) => {
  server.override({ path: "/old.js", type: "text/javascript", body: OLD });
  for (const name of readFileSync(`${DIST_TEST}/SHA256SUMS`, "utf8").matchAll(/ {2}assets\/(.+)/g)) {
    server.override({ path: `/old/${name[1]}`, type: name[1].endsWith("wasm") ? "application/wasm" : "application/json", body: readFileSync(`${DIST_TEST}/assets/${name[1]}`), ...path });
  }
};

for (const [what, html] of [
  ["in quirks mode", `<html lang="en"><title>Host</title>${ICON}${SCRIPT}<body>${QUESTIONS}`],
  ["that runs from right to left", `<!doctype html><html lang="en" dir="rtl"><title>Host</title>${ICON}${SCRIPT}<body>${QUESTIONS}</html>`],
  ["with the script before the element, twice, and the classic one too", `<!doctype html><html lang="en"><title>Host</title>${ICON}${SCRIPT}${SCRIPT}<script src="/gca-assessment.classic.js"></script><body>${QUESTIONS}</html>`],
  ["with the element in a table in a form", `<!doctype html><html lang="en"><title>Host</title>${ICON}${SCRIPT}<body><form><table><tr><td>${QUESTIONS}</td></tr></table></form></html>`],
]) {
  test(`it works in a page ${what}`, async (t) => {
    const { driver, server } = await host(t, "", { root: DIST });
    server.page("/odd.html", html);
    await driver.open(server.url("/odd.html"));
    await ready(driver);
    await choose(driver, 1);
    assert.equal(await driver.evaluate("Object.keys(element.answers).length"), 1);
    await driver.assertQuiet();
  });
}

test("it works in an XHTML page, by the classic script: browsers have no modules there", async (t) => {
  const { driver, server } = await host(t, "", { root: DIST });
  const xhtml = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title>${ICON}<script src="/gca-assessment.classic.js"/></head><body><gca-assessment mode="full" start-at="questions"/></body></html>`;
  server.override({ path: "/host.xhtml", type: "application/xhtml+xml", body: xhtml });
  await driver.open(server.url("/host.xhtml"));
  await ready(driver);
  await choose(driver, 1);
  await driver.assertQuiet();
});

test("old script libraries that change prototypes do no harm", async (t) => {
  const { driver } = await host(t, QUESTIONS, { head: "" });
  await driver.evaluate(() => {
    // In the manner of Prototype.js and MooTools.
    for (const type of [Array, String, Function, Number, Object]) {
      type.prototype.each = function () {};
      type.prototype.clone = function () {};
    }
    Array.prototype.toJSON = function () {
      return `[${this.map((one) => JSON.stringify(one)).join()}]`;
    };
    delete Array.prototype.toJSON;
    Array.from = ((from) => (...all) => from.apply(Array, all))(Array.from);
    globalThis.$ = globalThis.jQuery = () => {};
    globalThis.define = Object.assign(() => {}, { amd: {} });
    globalThis.module = globalThis.exports = {};
    return import("/gca-assessment.js").then(() => element.ready).then(() => true);
  });
  await choose(driver, 1);
  await driver.waitFor("performance.getEntriesByType('resource').filter(({ name }) => /whole/.test(name)).length === 3");
  assert.equal(await driver.evaluate("Object.keys(element.answers).length"), 1);
  await driver.assertQuiet();
});

test("fifty elements cost one download and a bounded amount of memory, and those that are far away nothing", async (t) => {
  const { server, driver } = await host(t, "");
  const heap = async () => {
    await driver.cdp.send("HeapProfiler.collectGarbage");
    return (await driver.cdp.send("Runtime.getHeapUsage")).usedSize;
  };
  const add = (many, loading) => driver.evaluate(async (many, loading) => {
    await customElements.whenDefined("gca-assessment");
    const all = Array.from({ length: many }, () => Object.assign(document.createElement("gca-assessment"), { mode: "full", startAt: "questions", loading }));
    document.body.append(...all);
    if (loading === "eager") await Promise.all(all.map((one) => one.ready));
  }, many, loading);
  await add(1, "eager");
  const before = await heap();
  await add(49, "eager");
  const each = (await heap() - before) / 49 / 1024;
  t.figure("JavaScript heap for each further element", each.toFixed(0), "KB");
  assert.ok(each < 600, `${each} KB`);
  const paths = server.paths();
  assert.equal(paths.length, new Set(paths).size);
  await add(50, "lazy");
  await driver.evaluate("new Promise((done) => setTimeout(done, 200))");
  assert.equal(await driver.evaluate("[...document.querySelectorAll('gca-assessment')].slice(51).filter((one) => one.shadowRoot.querySelector('.gca')).length"), 0);
});

test('with loading="lazy" nothing is fetched before the element comes near', async (t) => {
  const { server, driver } = await host(t, `<p>Far above</p><div id="gap"></div>${QUESTIONS.replace("mode", 'loading="lazy" mode')}`);
  await driver.evaluate(() => (document.querySelector("#gap").style.height = "9000px", customElements.whenDefined("gca-assessment").then(() => true)));
  await driver.reload();
  server.requests.length = 0;
  await driver.evaluate("(document.querySelector('#gap').style.height = '9000px', element.remove(), document.body.append(globalThis.late = Object.assign(document.createElement('gca-assessment'), { loading: 'lazy', mode: 'full', startAt: 'questions' })), new Promise((done) => setTimeout(done, 300)))");
  assert.equal(await driver.evaluate("late.shadowRoot.querySelector('.gca')"), null);
  await driver.evaluate("(late.remove(), document.body.append(late), late.scrollIntoView(), true)");
  await ready(driver);
  await choose(driver, 1);
  assert.equal(await driver.evaluate("Object.keys(late.answers).length"), 1);
});

test("two versions on one page: the first has the tag, the other warns, and under a tag of its own it works beside it", async (t) => {
  const { server, driver } = await host(t, QUESTIONS, { head: "" });
  old(server);
  await driver.evaluate(() => import("/old.js").then(() => element.ready).then(() => true));
  await driver.evaluate(async () => {
    const { define } = await import("/gca-assessment.js");
    define("gca-next");
    const next = Object.assign(document.createElement("gca-next"), { mode: "full", startAt: "questions", storageKey: "next" });
    document.body.append(next);
    await next.ready;
  });
  const warnings = (await driver.consoleMessages()).filter(({ type }) => type === "warning").map(({ text }) => text);
  assert.deepEqual(warnings, [`gca-assessment ${VERSION}: <gca-assessment> is already defined by version 0.0.9 and stays as it is.`]);
  await choose(driver, 1);
  await driver.page.locator("gca-next input[type=radio]").nth(2).click();
  const [first, next] = await driver.evaluate(() => [element, document.querySelector("gca-next")].map((one) => [one.constructor.version, Object.values(one.answers)]));
  assert.deepEqual([first[0], next[0]], ["0.0.9", VERSION]);
  assert.ok(first[1].length === 1 && next[1].length === 1 && first[1][0] !== next[1][0]);
});

test("a portal that is updated while a tab is open: the questions go on, and after a reload the answers are there", async (t) => {
  const { server, driver } = await host(t, QUESTIONS, { head: SCRIPT.replace("gca-assessment", "old") });
  server.override({ path: "/old.js", type: "text/javascript", body: OLD });
  // The new files have replaced the old ones before the whole program was fetched.
  old(server);
  server.override({ path: /\/old\/.*whole/, status: 404, body: "gone" });
  await driver.reload();
  await ready(driver);
  await choose(driver, 1);
  const answers = await driver.evaluate("element.answers");
  // The tab of a screen that only the whole program has.
  await driver.page.locator("gca-assessment").getByRole("button", { name: "Review" }).first().click();
  await t.until("it is said", async () => /not|could/i.test(await text(driver)));
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
  server.override({ path: "/old.js", type: "text/javascript", body: ENTRY });
  await driver.reload();
  await ready(driver);
  assert.equal(await driver.evaluate("element.constructor.version"), VERSION);
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
});

test("no unload handler keeps the page out of the browser's cache", async (t) => {
  const { driver, server } = await host(t, QUESTIONS, { head: "" });
  await driver.evaluate(() => {
    globalThis.listened = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      if (this === globalThis || this === document) listened.push(type);
      return addEventListener.call(this, type, ...rest);
    };
    return import("/gca-assessment.js").then(() => element.ready).then(() => true);
  });
  await choose(driver, 1);
  const listened = new Set(await driver.evaluate("listened"));
  assert.ok(listened.has("pagehide"));
  assert.ok(!listened.has("unload"), [...listened].join());
});

test("every key in the storage is one that the guide lists", async (t) => {
  const { driver } = await host(t, QUESTIONS + QUESTIONS.replace("mode", 'persist="session" storage-key="other" mode'));
  await ready(driver);
  await choose(driver, 1);
  await driver.page.locator("gca-assessment").nth(1).locator("input[type=radio]").nth(1).click();
  const keys = await driver.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]");
  for (const key of keys.flat()) assert.match(key, /^gca:gca-core:(default|other)(~[a-z\d]+)?:(a|b|open|damaged2?)$/);
  assert.ok(keys[0].length > 0 && keys[1].length > 0);
  await driver.waitFor("indexedDB.databases().then((all) => all.length === 1)");
  assert.deepEqual(await driver.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))"), ["gca-assessment"]);
  assert.equal(await driver.evaluate("document.cookie"), "");
  assert.deepEqual(await driver.evaluate("caches.keys()"), []);
  const guide = readFileSync(new URL("../../www/README.md", import.meta.url), "utf8");
  for (const words of ["`:a` and `:b`", "…:damaged", ":open`", "database `gca-assessment`"]) assert.ok(guide.includes(words.replace("`:a` and", ":a` and")), words);
});

test("an all-in-one page works from a file, without a server", async (t) => {
  const { mkdirSync, writeFileSync, copyFileSync } = await import("node:fs");
  const { OUT } = await import("./paths.mjs");
  const { pathToFileURL } = await import("node:url");
  mkdirSync(`${OUT}/file`, { recursive: true });
  copyFileSync(`${DIST}/inline.classic.js`, `${OUT}/file/inline.classic.js`);
  writeFileSync(`${OUT}/file/page.html`, page(QUESTIONS, '<script src="inline.classic.js"></script>').replace("/demo/icon.svg", "data:,"));
  const driver = await t.open();
  await driver.open(pathToFileURL(`${OUT}/file/page.html`).href);
  await driver.evaluate(() => document.querySelector("gca-assessment").ready.then(() => true));
  await choose(driver, 1);
  await driver.assertQuiet();
});
