// What is said of failures before there is a program, in each language: at once in English, then in the language of the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { choose, host, press, ready, text } from "./hosting.mjs";
import { inRepository } from "./paths.mjs";
import { test } from "./suite.mjs";

const WASM = /gca-widget-.*\.wasm$/;
const FAILURES = /failures-\w+\.json$/;
const LANGUAGES = ["ar", "es", "fr", "ru", "zh"];
const read = (language) => JSON.parse(readFileSync(inRepository(`www/data/failures/${language}.json`), "utf8"));
const element = (language) => `<main><h1>Host</h1><gca-assessment lang="${language}" mode="full" start-at="questions"></gca-assessment></main>`;
const shows = (driver, words) => driver.waitFor(`element.shadowRoot.querySelector(".gca").innerText.includes(${JSON.stringify(words)})`);

for (const language of LANGUAGES) {
  test(`a missing file and a panic are told in ${language}, with their ways out`, { seconds: 60 }, async (t) => {
    const words = read(language);
    const { server, driver } = await host(t, element(language), { overrides: [{ path: WASM, status: 404, body: "no" }] });
    const [title, sentence] = words["load.status"];
    await shows(driver, title);
    await shows(driver, sentence.replace("{status}", "404"));
    const marks = await driver.evaluate("((shown) => [shown.lang, getComputedStyle(shown).direction])(element.shadowRoot.querySelector('.gca'))");
    assert.deepEqual(marks, [language, language === "ar" ? "rtl" : "ltr"]);
    await assertAccessible(driver);
    assert.ok(!(await text(driver)).includes("could not be loaded"));
    // The host is told in English, whatever the page speaks.
    assert.match(await driver.evaluate("element.ready.catch(({ message }) => message)"), /status 404/);
    server.override({ path: WASM });
    await press(driver, words.try);
    await ready(driver);
    await choose(driver, 1);
    await driver.evaluate(() => element.dispatchEvent(new CustomEvent("gca-test-crash")));
    await shows(driver, words["program.stopped"][0]);
    const saved = words["stopped.saved"].split("{time}").sort((a, b) => b.length - a.length)[0].trim();
    await shows(driver, saved);
    await assertAccessible(driver);
    await press(driver, words.restart);
    await ready(driver);
  });
}

test("without the file of languages a failure is told in English, and marked as such", async (t) => {
  const overrides = [WASM, FAILURES].map((path) => ({ path, status: 404, body: "no" }));
  const { server, driver } = await host(t, element("fr"), { overrides });
  await shows(driver, "The assessment could not be loaded");
  await t.until("it was asked for", () => server.paths().some((path) => FAILURES.test(path)));
  await assertAccessible(driver);
  assert.equal(await driver.evaluate("element.shadowRoot.querySelector('.gca').lang"), "en-GB");
});

test("nobody pays for the texts of failures who meets none, nor in English", async (t) => {
  const { server, driver } = await host(t, element("fr"));
  await ready(driver);
  assert.ok(!server.paths().some((path) => FAILURES.test(path)));
  const english = await host(t, element("en"), { overrides: [{ path: WASM, status: 404, body: "no" }] });
  await shows(english.driver, "status 404");
  assert.ok(!english.server.paths().some((path) => FAILURES.test(path)));
});

test("the focus stays on a way out when the words change under it, and questions for printing stay", async (t) => {
  const words = read("ru");
  const { server, driver } = await host(t, element("ru"), { overrides: [{ path: WASM, status: 404, body: "no" }] });
  await shows(driver, words["load.status"][0]);
  await press(driver, words.try);
  await driver.waitFor(`element.shadowRoot.activeElement?.textContent === ${JSON.stringify(words.try)}`);
  await press(driver, words.print);
  const heading = "element.shadowRoot.querySelector('h2[tabindex]')";
  await driver.waitFor(heading);
  assert.equal(await driver.evaluate(`${heading}.closest("[lang]").lang`), "ru");
  assert.equal(server.paths().filter((path) => FAILURES.test(path)).length, 1);
});

test("a download that stalls is called slow in time, in English until the words have come", async (t) => {
  const words = read("es");
  const { server, driver } = await host(t, "<p>later</p>", {});
  server.override({ path: WASM, stall: "head" });
  await driver.page.clock.install();
  await driver.evaluate(() => {
    document.body.append(Object.assign(document.createElement("gca-assessment"), { lang: "es", mode: "full" }));
  });
  await t.until("it is asked for", () => server.paths().some((path) => WASM.test(path)));
  assert.ok(!(await text(driver)).includes(words["loading.slow"]));
  await driver.page.clock.fastForward(8_500);
  await shows(driver, words["loading.slow"]);
  assert.equal(await driver.evaluate("element.shadowRoot.querySelector('.gca').lang"), "es");
  server.release();
});
