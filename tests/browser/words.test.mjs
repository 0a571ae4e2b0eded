// Words of the trade: explained under the question that uses them, by mouse and keyboard, in each language; and all of them on the start.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { inRepository } from "./paths.mjs";
import { assertSilent, full, open, ready } from "./product.mjs";
import { test } from "./suite.mjs";

const read = (language) => JSON.parse(readFileSync(inRepository(`www/data/ui/${language}.json`), "utf8"));
const page = full.findIndex(({ questions }) => questions.some(({ text }) => text.includes("CSIRT, CERT or CIRT")));
const asked = full[page].questions.find(({ text }) => text.includes("CSIRT, CERT or CIRT"));

/** Opens a page in the whole program and goes to the question about the national CSIRT. */
async function toQuestion(t, language) {
  const opened = await open(t, { element: `<gca-assessment lang="${language}" mode="full" start-at="review"></gca-assessment>`, browser: { viewport: { width: 320, height: 800 } } });
  const { driver } = opened;
  await ready(driver);
  await driver.evaluate((id) => element.importAnswers({ answers: { [id]: "none" } }) && 0, asked.id);
  await driver.click("$$('.tab')[1]");
  await driver.waitFor("$('.rail-btn')");
  for (let turned = 0; turned < page; turned++) {
    const title = await driver.evaluate("words($('#title'))");
    await driver.click("$('.bar .primary')");
    await driver.waitFor(`words($("#title")) !== ${JSON.stringify(title)}`);
  }
  await driver.waitFor(`$("#q${asked.at} .word")`);
  return opened;
}

for (const language of ["en", "ar", "es", "fr", "pt", "ru", "zh"]) {
  test(`a word is explained under its question in ${language}, by keys alone`, { seconds: 90 }, async (t) => {
    const { server, driver } = await toQuestion(t, language);
    const texts = { ...read("en"), ...read(language) };
    const row = `$("#q${asked.at} .words")`;
    const number = await driver.evaluate(`words($("#q${asked.at} .q-no"))`);
    assert.equal(await driver.evaluate(`${row}.getAttribute("aria-label")`), texts["words.of"].replace("{number}", number));
    const summary = `${row}.querySelector("summary")`;
    assert.equal(await driver.evaluate(`words(${summary})`), texts["words.csirt"]);
    assert.equal(await driver.evaluate(`${row}.querySelector(".word p").checkVisibility()`), false);
    await driver.evaluate(`${summary}.focus()`);
    await driver.page.keyboard.press("Enter");
    await driver.waitFor(`${row}.querySelector(".word p").checkVisibility()`);
    assert.equal(await driver.evaluate(`words(${row}.querySelector(".word p"))`), texts["words.csirt-text"]);
    // The words have fallen back to English in a language that lacks them, and say so.
    const marked = await driver.evaluate(`(${summary}.querySelector("[lang]") ?? ${summary}.closest("[lang]")).lang`);
    assert.equal(marked, read(language)["words.csirt"] ? language : "en");
    assert.ok((await driver.evaluate("document.documentElement.scrollWidth - innerWidth")) <= 0);
    await assertAccessible(driver);
    await driver.page.keyboard.press("Enter");
    await driver.waitFor(`!${row}.querySelector(".word p").checkVisibility()`);

    await driver.click("$$('.tab')[0]");
    await driver.waitFor("$('.words-all')");
    await driver.click("$('.words-all > summary')");
    const list = await driver.evaluate("$$('.glossary dt').map(words)");
    const names = Object.keys(texts).filter((key) => key.startsWith("words.") && texts[`${key}-text`]).map((key) => texts[key]);
    assert.deepEqual([...list].sort(), names.sort());
    await assertAccessible(driver);
    await assertSilent({ driver, server });
  });
}

test("a bank of a portal's own has no words of ours", async (t) => {
  const { server, driver } = await open(t, { element: '<gca-assessment mode="full" start-at="review"></gca-assessment>' });
  const own = readFileSync(inRepository("www/data/banks/gca-core.json"), "utf8").replace(/"(\w+\.[a-z-]+\.[a-z0-9-]+)"/g, '"own.$1"');
  server.override({ path: "/demo/own.json", type: "application/json", body: own });
  await ready(driver);
  await driver.click("$$('.tab')[0]");
  await driver.waitFor("$('.words-all')");
  await driver.evaluate("element.src = '/demo/own.json'");
  await driver.waitFor("events.filter(({ type }) => type === 'gca-ready').length === 2");
  await driver.click("$$('.tab')[0]");
  await driver.waitFor("$('.modes')");
  assert.equal(await driver.evaluate("$$('.words-all, .words').length"), 0);
});
