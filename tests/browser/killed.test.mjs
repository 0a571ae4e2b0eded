// The device stops: the browser is killed with everything that it had not yet written to the disk.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "./chromium.mjs";
import { findProgram } from "./find.mjs";
import { numbered, open, press, ready, say } from "./product.mjs";
import { test } from "./suite.mjs";

const law = numbered("1.1.1");
const ANSWERS = 24;

/** Ends every process of the browser that uses this profile, at once. */
function kill(profile) {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && +name !== process.pid)) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile)) process.kill(+pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

for (const pause of [40, 400]) {
  test(`a browser that is killed loses at most the last answer, one every ${pause} ms`, { seconds: 90, alone: true }, async (t) => {
    const server = await t.serve();
    const profile = mkdtempSync(join(tmpdir(), "killed-"));
    const start = async () => {
      const context = await chromium.launchPersistentContext(profile, { executablePath: findProgram("CHROMIUM"), args: FLAGS });
      const [page] = context.pages();
      await page.goto(server.url("/demo/bench.html"));
      await page.evaluate("customElements.whenDefined('gca-assessment').then(() => document.querySelector('gca-assessment').ready).then(() => true)");
      return { context, page };
    };
    try {
      const { page } = await start();
      const given = [];
      for (let n = 0; n < ANSWERS; n++) {
        await page.evaluate(([at, n]) => {
          const root = document.querySelector("gca-assessment").shadowRoot;
          const inputs = root.querySelectorAll(`#q${at} input`);
          inputs[n % inputs.length].click();
        }, [law.at, n]);
        given.push(await page.evaluate((id) => document.querySelector("gca-assessment").answers[id], law.id));
        await page.waitForTimeout(pause);
      }
      kill(profile);
      await t.until("the browser is gone", () => page.isClosed() || !page.context().browser()?.isConnected());
      const again = await start();
      const found = await again.page.evaluate((id) => document.querySelector("gca-assessment").answers[id], law.id);
      await again.context.close();
      const lost = given.toReversed().indexOf(found);
      t.figure("answers lost", lost);
      assert.ok(lost === 0 || lost === 1, `${found} was found, ${given.slice(-3).join(", ")} were given last`);
    } finally {
      kill(profile);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

const copies = (driver) => driver.evaluate(() => new Promise((done) => {
  const request = indexedDB.open("gca-assessment", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("slots");
  request.onsuccess = () => {
    const keys = request.result.transaction("slots").objectStore("slots").getAllKeys();
    keys.onsuccess = () => (request.result.close(), done(keys.result));
  };
}));

test("the second copy goes with what it is a copy of", async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment start-at="questions"></gca-assessment>' });
  await ready(driver);
  const answer = (n) => driver.evaluate(([at, n]) => $$(`#q${at} input`)[n].click(), [law.at, n]);
  await answer(0);
  await answer(1);
  await t.until("both slots are copied", async () => (await copies(driver)).length === 2);
  await driver.evaluate("element.reset()");
  await t.until("no copy is left", async () => (await copies(driver)).length === 0);
});

test("where nothing is to be kept there is no second copy", async (t) => {
  for (const persist of ["none", "session"]) {
    const { driver } = await open(t, { element: `<gca-assessment start-at="questions" persist="${persist}"></gca-assessment>` });
    await ready(driver);
    await driver.evaluate((at) => $$(`#q${at} input`)[0].click(), law.at);
    await press(driver, say("nav.results"));
    await driver.waitFor("$('.score')");
    assert.deepEqual(await driver.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))"), [], persist);
  }
});

test("a second copy that can not be had is nothing to speak of", async (t) => {
  const before = () => Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  const { driver } = await open(t, { element: '<gca-assessment start-at="questions"></gca-assessment>', before });
  await ready(driver);
  await driver.evaluate((at) => $$(`#q${at} input`)[0].click(), law.at);
  await driver.reload();
  await ready(driver);
  assert.equal(await driver.evaluate((id) => element.answers[id], law.id), law.options[0].id);
  await driver.assertQuiet();
});
