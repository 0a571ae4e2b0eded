// Where a translation lacks a text, and where the bank speaks another language than the interface, the words are marked with the
// language that they are in: on every page, in charts and sentences, in a workshop, in the report as a file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inRepository } from "./paths.mjs";
import { begin, everywhere } from "./places.mjs";
import { bank, full, open, ready } from "./product.mjs";
import { test } from "./suite.mjs";

const read = (path) => JSON.parse(readFileSync(inRepository(path), "utf8"));
const none = (wrong) => assert.deepEqual(wrong, [], wrong.join("\n"));

/** The words of texts between their places, as they stand in the page; short ones tell no language. */
const pieces = (texts) => new Set(texts.flatMap((text) => (typeof text === "string" ? [text] : Object.values(text)))
  .flatMap((text) => text.split(/\{\w+\}/)).map((piece) => piece.replace(/\s+/g, " ").trim()).filter((piece) => (piece.match(/\p{L}/gu) ?? []).length >= 6));

/** Every text of the bank that is read. */
const asked = (value) => (typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(asked) : []);

const english = read("www/data/ui/en.json");
const portuguese = read("www/data/ui/pt.json");
const own = pieces(Object.values(portuguese));
const lacking = pieces(Object.keys(english).filter((key) => !portuguese[key]).map((key) => english[key]));
const ours = pieces(Object.values(english));
const ofBank = pieces(asked(bank).filter((text) => text.includes(" ")));
// Pieces of some length are found inside other words too.
const foreign = [...new Set([...lacking, ...ofBank])].filter((piece) => !own.has(piece));
const native = [...own].filter((piece) => !ours.has(piece) && !ofBank.has(piece));

/** Answers of somebody: at one end for every second person, and at the other for the rest. */
const given = (n) => Object.fromEntries(full.flatMap(({ questions }) => questions).map(({ id, kind, options }) => {
  const option = options.at(n % 2 ? 0 : -1).id;
  return [id, kind === "multi" ? [option] : option];
}));

/** What is wrong with the languages of the open page. */
const portugueseIn = (driver) => driver.evaluate(mixed, { foreign, native });

// Runs in the page. Words that a node holds whole are looked up; what was typed stands in no list.
function mixed({ foreign, native }) {
  const [english, own] = [new Set(foreign), new Set(native)];
  const long = foreign.filter((piece) => piece.length > 24);
  const root = $(".gca");
  const found = new Set();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: around, data } = walker.currentNode;
    const words = data.replace(/\s+/g, " ").trim();
    const marked = { lang: around.closest("[lang]").getAttribute("lang") };
    // The words of a drawing can hold no element: those of several languages have no mark.
    const isMixed = !around.matches("desc, title, option") && long.some((piece) => words.includes(piece));
    if ((english.has(words) || isMixed) && marked.lang !== "en") found.add(`not marked: ${words} (${around.localName}.${around.className})`);
    if (own.has(words) && marked.lang !== "pt") found.add(`marked ${marked.lang}: ${words}`);
    if (marked.lang === "en" && getComputedStyle(around).direction !== "ltr") found.add(`from right to left: ${words}`);
    if (/[\u{fdd0}-\u{fdd2}]/u.test(data)) found.add(`a sign is left: ${words}`);
  }
  // A name that is heard in place of what an element holds.
  for (const one of root.querySelectorAll(":is(button, input, select, svg, a, summary)[aria-label]")) {
    const name = one.getAttribute("aria-label");
    if (english.has(name) && one.closest("[lang]").lang !== "en") found.add(`heard, not marked: ${name}`);
    if (own.has(name) && one.closest("[lang]").lang !== "pt") found.add(`heard, marked otherwise: ${name}`);
  }
  for (const one of root.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) if (/[\u{fdd0}-\u{fdd2}]/u.test(value)) found.add(`a sign is left: ${name}=${value}`);
  }
  if (![...root.querySelectorAll("[lang=en]")].length) found.add("nothing is marked");
  return [...found];
}

test("every page in Portuguese marks the English that it falls back to, and only that", { seconds: 240 }, async (t) => {
  const { driver } = await begin(t, { element: '<gca-assessment lang="pt" mode="full" ask-who></gca-assessment>', browser: { viewport: { width: 1200, height: 900 } } });
  none(await everywhere(driver, portugueseIn));
});

test("every part of a workshop in Portuguese does so", { seconds: 180 }, async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment lang="pt" mode="workshop"></gca-assessment>', browser: { viewport: { width: 1200, height: 900 } } });
  await ready(driver);
  await driver.waitFor("$('#codes')");
  const files = [1, 2, 3, 4].map((n) => {
    const handIn = { name: `P${n}`, group: n < 3 ? "Red" : "", mark: `m${n}` };
    return { name: `p${n}.gca.json`, mimeType: "", buffer: Buffer.from(JSON.stringify({ format: 1, bank: bank.id, answers: given(n), handIn })) };
  });
  await driver.page.locator("#file").setInputFiles(files);
  await driver.waitFor("$$('.people tbody tr').length === 4");
  const wrong = [];
  const parts = await driver.evaluate("$$('.seg')[0].querySelectorAll('button').length");
  for (let n = 0; n < parts; n++) {
    const part = `$$('.seg')[0].querySelectorAll('button')[${n}]`;
    await driver.click(part);
    await driver.waitFor(`${part}.ariaPressed === "true"`);
    await driver.evaluate("$$('details:not(.menu, .save)').forEach((one) => { one.open = true; })");
    wrong.push(...(await portugueseIn(driver)).map((one) => `part ${n}: ${one}`));
    // The parts of the exercise, if this is it.
    const views = await driver.evaluate("$$('.seg')[1]?.querySelectorAll('button').length ?? 0");
    for (let view = 0; view < views; view++) {
      await driver.click(`$$('.seg')[1].querySelectorAll('button')[${view}]`);
      await driver.evaluate("$$('details:not(.menu, .save)').forEach((one) => { one.open = true; })");
      wrong.push(...(await portugueseIn(driver)).map((one) => `part ${n}.${view}: ${one}`));
    }
  }
  none(wrong);
});

test("an English bank in an Arabic interface is marked wherever its words come, from left to right", { seconds: 240 }, async (t) => {
  const { driver } = await begin(t, { element: '<gca-assessment lang="ar" mode="full" src="/banks/gca-core.json"></gca-assessment>', browser: { viewport: { width: 1200, height: 900 } } });
  const texts = [...ofBank];
  none(await everywhere(driver, (driver) => driver.evaluate((texts) => {
    const english = new Set(texts);
    const found = new Set();
    const walker = document.createTreeWalker($(".gca"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: around, data } = walker.currentNode;
      const words = data.replace(/\s+/g, " ").trim();
      const lang = around.closest("[lang]").getAttribute("lang");
      const { direction } = getComputedStyle(around);
      if (english.has(words) && (lang !== "en" || direction !== "ltr")) found.add(`${lang} ${direction}: ${words}`);
      if (lang === "en" && /\p{Script=Arabic}{2}/u.test(words)) found.add(`marked en: ${words}`);
    }
    return [...found];
  }, texts)));
});

test("the report as a file marks its English, and no sign is left in any file", { seconds: 120 }, async (t) => {
  const { driver } = await begin(t, { lang: "pt" });
  await driver.click('$$(".tab")[6]');
  await driver.waitFor("$('.sheets')");
  const files = {};
  const buttons = await driver.evaluate("$$('.offers button').length");
  assert.ok(buttons >= 6, `${buttons} files`);
  for (let n = 0; n < buttons; n++) {
    const [download] = await Promise.all([driver.page.waitForEvent("download"), driver.click(`$$('.offers button')[${n}]`)]);
    files[download.suggestedFilename()] = readFileSync(await download.path(), "latin1");
  }
  const sign = Buffer.from("\u{fdd0}").toString("latin1").slice(0, 2);
  for (const [name, text] of Object.entries(files)) if (!/xlsx/.test(name)) assert.ok(!text.includes(sign), name);
  const html = Buffer.from(Object.entries(files).find(([name]) => name.endsWith(".html"))[1], "latin1").toString();
  // A page of its own: the policy of the host lets nothing be parsed.
  const blank = await t.open();
  const wrong = await blank.evaluate(({ html, foreign, native }) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const [english, own] = [new Set(foreign), new Set(native)];
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    const found = page.documentElement.lang === "pt" ? [] : ["the page does not speak Portuguese"];
    while (walker.nextNode()) {
      const words = walker.currentNode.data.replace(/\s+/g, " ").trim();
      const lang = walker.currentNode.parentElement.closest("[lang]").getAttribute("lang");
      if (english.has(words) && lang !== "en") found.push(`not marked: ${words}`);
      if (own.has(words) && lang !== "pt") found.push(`marked ${lang}: ${words}`);
    }
    return found;
  }, { html, foreign, native });
  none(wrong);
});
