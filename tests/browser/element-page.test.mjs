// The life of the page around the element: hidden, left, come back, changed in another tab, full of elements.

import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { choose, host, ready, text } from "./hosting.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const MANY = 50;

test("what could not be saved is saved again when the page is left or hidden", async (t) => {
  for (const leave of ["dispatchEvent(new PageTransitionEvent('pagehide'))", "hide()"]) {
    const { driver } = await host(t, QUESTIONS);
    await ready(driver);
    await driver.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      globalThis.free = () => (Storage.prototype.setItem = setItem);
      globalThis.hide = () => {
        Object.defineProperty(document, "hidden", { value: true });
        document.dispatchEvent(new Event("visibilitychange"));
      };
    });
    await choose(driver, 1);
    const code = "storage.not-saved";
    await t.until(code, () => driver.evaluate((code) => events.some(({ detail }) => detail.code === code && detail.message), code));
    assert.equal(await driver.evaluate("localStorage.length"), 0);
    await driver.evaluate(`(free(), ${leave})`);
    assert.equal(await driver.evaluate("localStorage.length"), 1);
  }
});

test("a page that comes back from the browser's cache notices what another tab has saved", async (t) => {
  const { driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  // As another tab would have left it, with another answer; within one page no storage event tells.
  const [name] = await driver.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':a'))");
  const payload = (await driver.evaluate((name) => localStorage.getItem(name), name)).split("\n")[1].replace(/"answers":\{[^}]*\}/, '"answers":{}');
  const other = `gca1 2 ${crc32(payload).toString(16).padStart(8, "0")} 1700000000000 other 1.0.0 hash\n${payload}`;
  await driver.evaluate(([name, other]) => localStorage.setItem(name, other), [name.replace(/:a$/, ":b"), other]);
  assert.doesNotMatch(await text(driver), /another tab/);
  await driver.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
  await t.until("the notice", async () => /another tab/.test(await text(driver)));
});

test("a save of another tab is noticed at once", async (t) => {
  const { server, driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const tab = await driver.tab();
  await tab.open(server.url("/host.html"));
  await ready(tab);
  await choose(tab, 2);
  await t.until("the notice", async () => /another tab/.test(await text(driver)));
  assert.doesNotMatch(await text(tab), /another tab/);
});

test(`${MANY} elements need one download and start in a bounded time`, async (t) => {
  const { server, driver } = await host(t, "");
  const time = await driver.evaluate(async (many) => {
    await customElements.whenDefined("gca-assessment");
    const all = Array.from({ length: many }, () => Object.assign(document.createElement("gca-assessment"), { mode: "full", startAt: "questions" }));
    const begin = performance.now();
    document.body.append(...all);
    await Promise.all(all.map((one) => one.ready));
    return performance.now() - begin;
  }, MANY);
  t.figure(`${MANY} elements ready after`, time.toFixed(0), "ms");
  const paths = server.paths();
  assert.equal(paths.length, new Set(paths).size);
  assert.ok(time < 10_000);
});
