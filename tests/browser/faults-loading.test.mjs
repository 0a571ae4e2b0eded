// Files that do not come, come broken, or may not run: a text for each, a way out, and a host page that goes on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { choose, host, press, ready, SCRIPT, text } from "./hosting.mjs";
import { inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const ELEMENT = '<main><h1>Host</h1><gca-assessment mode="full" start-at="questions"><a href="/questions.pdf">The questions as PDF</a></gca-assessment></main>';
const WASM = /gca-widget-.*\.wasm$/;
const BANK = readFileSync(inRepository("www/data/banks/gca-core.json"), "utf8");
const half = (body) => body.subarray(0, body.length / 2);
const flipped = (body) => body.map((byte, at) => (at === 5000 ? byte ^ 1 : byte));

/** Opens a page where something is wrong, and waits for the failure that is told. */
async function failing(t, code, options, body = ELEMENT) {
  const opened = await host(t, body, options);
  await told(t, opened.driver, code);
  return opened;
}

/** Waits for the event of a failure and gives its detail. */
async function told(t, driver, code) {
  const detail = await t.until(`gca-error ${code}`, () =>
    driver.evaluate((code) => events.map(({ detail }) => detail).find((detail) => detail.code === code), code));
  assert.equal(await driver.evaluate("element.ready.then(() => 'ready', ({ code }) => code)"), code);
  return detail;
}

/** The way back: once the cause is gone, one press starts the assessment. */
async function recovers(driver) {
  await press(driver, "Try again");
  await ready(driver);
  assert.match(await driver.evaluate("element.shadowRoot.activeElement.localName"), /^h\d$/);
  await choose(driver, 1);
}

for (const [what, status] of [["missing", 404], ["refused", 403], ["broken on the server", 500]]) {
  test(`wasm ${what}: the panel names status and address, and tries again`, async (t) => {
    const { server, driver } = await host(t, ELEMENT, { overrides: [{ path: WASM, status, body: "no" }] });
    const detail = await told(t, driver, "load.status");
    assert.deepEqual([detail.status, WASM.test(detail.url), detail.schemaVersion], [status, true, 1]);
    assert.match(await text(driver), new RegExp(`could not be loaded[^]*status ${status}`));
    await driver.page.getByText("Details for support").click();
    assert.match(await text(driver), /gca-widget-\w+\.wasm/);
    await assertAccessible(driver);
    assert.ok(await driver.page.getByText("The questions as PDF").isVisible(), "what the host put inside is a way out too");
    server.override({ path: WASM });
    await recovers(driver);
  });
}

for (const [what, body] of [["cut in half", half], ["changed in one bit", flipped], ["replaced by an error page", "<!doctype html><title>Sorry</title>"]]) {
  test(`wasm ${what} is never started, and a new attempt passes the cache by`, async (t) => {
    const { server, driver } = await failing(t, "load.damaged", { overrides: [{ path: WASM, body }] });
    assert.match(await text(driver), /cut or changed, so it was not started/);
    server.override({ path: WASM });
    await recovers(driver);
    const last = server.requests.findLast(({ path }) => WASM.test(path));
    assert.equal(last.headers["cache-control"], "no-cache");
  });
}

test("a file that is damaged in the browser's cache only is replaced without a word", async (t) => {
  const { server, driver } = await host(t, ELEMENT, { overrides: [{ path: WASM, body: flipped, times: 1 }] });
  await ready(driver);
  assert.equal(server.paths().filter((path) => WASM.test(path)).length, 2);
});

test("any of the other files missing has a text as well", async (t) => {
  for (const name of ["gca-core-", "gca-core.en-", "ui.en-"]) {
    const path = new RegExp(`/${name.replaceAll(".", "\\.")}\\w+\\.json$`);
    const { server, driver } = await failing(t, "load.status", { overrides: [{ path, status: 404 }] });
    server.override({ path });
    await recovers(driver);
  }
});

test("wasm of a wrong type starts all the same, with one hint", async (t) => {
  const { driver } = await host(t, ELEMENT, { overrides: [{ path: WASM, type: "text/plain" }] });
  await ready(driver);
  const hints = (await driver.consoleMessages()).filter(({ text }) => text.includes("application/wasm"));
  assert.deepEqual(hints.map(({ type }) => type), ["info"]);
  await driver.assertQuiet();
});

test("a policy without wasm-unsafe-eval is named, with the directive that it needs", async (t) => {
  const { driver } = await failing(t, "load.policy", { csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", "") });
  assert.match(await text(driver), /script-src needs 'wasm-unsafe-eval'/);
});

test("a policy that forbids the files is hinted at", async (t) => {
  const { driver } = await failing(t, "load.network", { csp: STRICT_CSP.replace("connect-src 'self'", "connect-src 'none'") });
  assert.match(await text(driver), /connect-src/);
});

test("without WebAssembly the questions can still be read and printed", async (t) => {
  const { driver, server } = await host(t, ELEMENT, { head: "" });
  await driver.evaluate(() => {
    delete globalThis.WebAssembly;
    return import("/gca-assessment.js").then(() => true);
  });
  await told(t, driver, "load.no-wasm");
  assert.match(await text(driver), /Lockdown Mode, NoScript/);
  await press(driver, "Show the questions for printing");
  await driver.waitFor("element.shadowRoot.querySelectorAll('.page ul').length === 70");
  await assertAccessible(driver);
  const shown = await text(driver);
  const { areas } = JSON.parse(BANK);
  const questions = areas.flatMap(({ indicators }) => indicators.flatMap(({ questions }) => questions));
  for (const { text, options } of questions) {
    for (const words of [text, ...options.map(({ label }) => label)]) assert.ok(shown.includes(words), words);
  }
  assert.ok(areas.every(({ title }) => shown.includes(title)));
  assert.equal(server.paths().some((path) => WASM.test(path)), false, "what cannot run is not fetched");
});

test("a browser that is too old is told so, not left with nothing", async (t) => {
  const { driver } = await host(t, ELEMENT, { head: "" });
  await driver.evaluate(() => {
    delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;
    CSSStyleSheet.prototype.replaceSync = undefined;
    return import("/gca-assessment.js").then(() => true);
  });
  await told(t, driver, "load.old-browser");
  assert.match(await text(driver), /too old[^]*Safari 16\.4/);
});

test("a download that stalls is called slow, then given up", async (t) => {
  const { server, driver } = await host(t, ELEMENT, { head: "", overrides: [{ path: WASM, stall: "body" }] });
  await driver.page.clock.install();
  await driver.evaluate(() => import("/gca-assessment.js").then(() => true));
  await t.until("it stalls", () => server.stalled === 1);
  assert.deepEqual(await driver.evaluate(() => [element.shadowRoot.querySelector("[aria-busy]").getAttribute("aria-busy"), element.shadowRoot.querySelector("[role=status] p").className]), ["true", "vh"]);
  await assertAccessible(driver);
  await driver.page.clock.fastForward(8_100);
  assert.match(await text(driver), /Still loading/);
  await driver.page.clock.fastForward(90_000);
  await told(t, driver, "load.time-out");
  assert.match(await text(driver), /did not arrive within 90 seconds/);
  server.override({ path: WASM });
  await recovers(driver);
});

test("offline at the start is told, offline after it does not matter", async (t) => {
  const { server, driver } = await host(t, ELEMENT, { overrides: [{ path: WASM, drop: "head" }] });
  await told(t, driver, "load.network");
  server.override({ path: WASM });
  await driver.context.setOffline(true);
  await press(driver, "Try again");
  await told(t, driver, "load.offline");
  await driver.context.setOffline(false);
  await recovers(driver);
  await driver.context.setOffline(true);
  await choose(driver, 2);
  await driver.evaluate(() => element.dispatchEvent(new CustomEvent("gca-test-crash")));
  await press(driver, "Restart");
  await ready(driver);
  assert.equal(await driver.evaluate("Object.keys(element.answers).length"), 1);
});

test("answers of an earlier visit can be saved to a file even when nothing loads", async (t) => {
  const { server, driver } = await host(t, ELEMENT);
  await ready(driver);
  await choose(driver, 1);
  const answers = await driver.evaluate("element.exportAnswers()");
  server.override({ path: WASM, status: 404 });
  await driver.cdp.send("Network.clearBrowserCache");
  await driver.reload();
  await told(t, driver, "load.status");
  assert.match(await text(driver), /Answers saved on this device are safe/);
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, "Download your answers")]);
  assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), answers);
});

test("files are found beside the script, whatever the base of the page", async (t) => {
  const { server, driver } = await host(t, ELEMENT, { head: '<base href="http://localhost:9/elsewhere/">', csp: undefined });
  await driver.evaluate((script) => import(script).then(() => element.ready).then(() => true), server.url("/gca-assessment.js"));
});

for (const [what, src, code, words] of [
  ["of another scheme", "data:application/json,{}", "src.address", /must be an http or https address/],
  ["that is no address", "https://", "src.address", /must be an http or https address/],
  ["that is missing", "/none.json", "load.status", /status 404/],
  ["that is not JSON", "/demo/index.html", "src.not-bank", /not a question bank/],
  ["that is another JSON", "/files.json", "src.not-bank", /not a question bank/],
  ["that is too large", "/large.json", "src.size", /larger than 16 MB/],
]) {
  test(`a bank ${what} is refused with a reason`, async (t) => {
    const overrides = [{ path: "/large.json", body: Buffer.alloc(17 << 20, 32) }, { path: "/files.json", body: '{"files":[]}', type: "application/json" }];
    const { driver } = await failing(t, code, { overrides }, `<gca-assessment src="${src}"></gca-assessment>`);
    assert.match(await text(driver), words);
  });
}

test("a bank of the host is shown, its prototypes are never read, and its texts are only text", async (t) => {
  const bank = JSON.parse(BANK);
  bank.id = "host-bank";
  bank.areas[0].title = "<img src=x onerror=alert(1)>";
  const body = '<gca-assessment src="bank.json" mode="full"></gca-assessment>';
  const { server, driver } = await host(t, body, { head: "", overrides: [{ path: "/bank.json", body: JSON.stringify(bank), type: "application/json" }] });
  await driver.evaluate(() => {
    Object.prototype.allow_na = true;
    Object.prototype.depends_on = { question: "nowhere", at_least: 1 };
    return import("/gca-assessment.js").then(() => element.ready).then(() => true);
  });
  assert.match(await text(driver), /<img src=x/);
  assert.equal(await driver.evaluate("element.exportAnswers().bank"), "host-bank");
  assert.deepEqual(server.paths().filter((path) => path.includes("gca-core")), []);
  await driver.assertQuiet();
});
