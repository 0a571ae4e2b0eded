// The three drivers do the same on a small page, so that a journey can trust them.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "./suite.mjs";
import { STRICT_CSP } from "./server.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];

// autocomplete="off": Firefox fills forms again after a reload.
const PAGE = `<!doctype html><html lang="en"><title>Drivers</title>
<fieldset><legend>Colour</legend>
<label><input type="radio" autocomplete="off" name="colour" value="red"> red</label>
<label><input type="radio" autocomplete="off" name="colour" value="blue"> blue</label></fieldset>
<label>Name <input id="name" autocomplete="off"></label>
<button id="save">Save</button>
<output></output>
<script src="/script.js"></script>`;

const SCRIPT = `const output = document.querySelector("output");
document.querySelector("#save").addEventListener("click", (event) => {
  output.textContent = [event.isTrusted, document.querySelector(":checked")?.value, document.querySelector("#name").value].join(" ");
  localStorage.setItem("saved", output.textContent);
});
output.textContent = localStorage.getItem("saved") ?? "nothing";`;

async function small(t, options = {}) {
  const server = await t.serve({ pages: { "/": PAGE }, csp: STRICT_CSP, overrides: [{ path: "/script.js", type: "text/javascript", body: SCRIPT }], ...options });
  const driver = await t.open();
  await driver.open(server.url());
  return { driver, server };
}

test("keys and clicks are real, and storage outlives a reload", { engines: ENGINES }, async (t) => {
  const { driver } = await small(t);
  assert.equal(await driver.evaluate("document.querySelector('output').textContent"), "nothing");
  await driver.press("Tab");
  await driver.press("Space");
  await driver.press("ArrowDown");
  await driver.press("Tab");
  await driver.type("Aé 7");
  await driver.press("Tab");
  await driver.press("Shift+Tab");
  assert.equal(await driver.evaluate(() => document.activeElement.id), "name");
  await driver.press("Tab");
  await driver.press("Enter");
  await driver.waitFor("document.querySelector('output').textContent === 'true blue Aé 7'");
  await driver.reload();
  await driver.waitFor("document.querySelector('output').textContent === 'true blue Aé 7'");
  await driver.click("document.querySelector('#save')");
  await driver.waitFor(() => document.querySelector("output").textContent === "true  ");
});

test("code is evaluated under a strict policy, with arguments, promises and errors", { engines: ENGINES }, async (t) => {
  const { driver } = await small(t);
  assert.deepEqual(await driver.evaluate(async (a, b) => ({ sum: a + b.n }), 1, { n: 2 }), { sum: 3 });
  assert.equal(await driver.evaluate("Promise.resolve(document.title)"), "Drivers");
  assert.equal(await driver.evaluate("undefined"), undefined);
  await assert.rejects(driver.evaluate("(() => { throw new Error('on purpose') })()"), /on purpose/);
  await assert.rejects(driver.waitFor("false", 50), /false.*did not come true/);
});

test("a driver opened anew shares no storage with another", { engines: ENGINES }, async (t) => {
  const { driver, server } = await small(t);
  await driver.click("document.querySelector('#save')");
  await driver.waitFor("localStorage.length === 1");
  const other = await t.open();
  await other.open(server.url());
  assert.equal(await other.evaluate("localStorage.length"), 0);
});

test("what the page says is heard", { engines: ENGINES }, async (t) => {
  const script = "console.log('hello'); console.warn('careful'); console.error('wrong'); setTimeout(() => { throw new Error('thrown') })";
  const { driver } = await small(t, { csp: undefined, overrides: [{ path: "/script.js", type: "text/javascript", body: script }] });
  const heard = async (type, text) => {
    const messages = await driver.consoleMessages();
    return messages.some((message) => message.type === type && message.text.includes(text));
  };
  for (const [type, text] of [["log", "hello"], ["warning", "careful"], ["error", "wrong"], ["error", "thrown"]]) {
    await t.until(`${type} ${text}`, () => heard(type, text));
  }
  await assert.rejects(driver.assertQuiet(), /careful/);
});

test("the page has the size that was asked for, and can be photographed", { engines: ENGINES }, async (t) => {
  const server = await t.serve({ pages: { "/": PAGE } });
  const driver = await t.open({ viewport: { width: 800, height: 600 } });
  await driver.open(server.url());
  assert.deepEqual(await driver.evaluate("[innerWidth, innerHeight]"), [800, 600]);
  const path = t.file("page.png");
  await driver.screenshot(path);
  assert.ok(existsSync(path));
  assert.equal(readFileSync(path).readUInt32BE(16), 800);
});

test("a broken policy is reported, a kept one is not", async (t) => {
  const { driver, server } = await small(t);
  assert.deepEqual(driver.violations, []);
  await driver.assertQuiet();
  await driver.open(server.page("/styled.html", `<!doctype html><title>Styled</title><p style="color: red">red</p>`));
  await t.until("a violation is reported", () => driver.violations.some(({ directive }) => directive.startsWith("style-src")));
  await assert.rejects(driver.assertQuiet(), /style/);
});

test("every request is seen by the browser's log and by the server's", async (t) => {
  const { driver, server } = await small(t);
  await driver.evaluate(() => fetch("/nothing?x=1", { method: "POST", body: "told" }).then((response) => response.status));
  const seen = server.requests.find(({ path }) => path === "/nothing");
  assert.deepEqual([seen.method, seen.query, seen.body], ["POST", "?x=1", "told"]);
  const asked = driver.requests.find(({ url }) => url.endsWith("/nothing?x=1"));
  assert.deepEqual([asked.method, asked.body], ["POST", "told"]);
});
