// Signs between words are those of the language: as the browser's `Intl` writes lists and per cent.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inRepository } from "./paths.mjs";
import { begin, visit, PLACES } from "./places.mjs";
import { test } from "./suite.mjs";

const LANGUAGES = ["en", "ar", "es", "fr", "ru", "zh"];
const read = (language) => JSON.parse(readFileSync(inRepository(`www/data/ui/${language}.json`), "utf8"));

test("commas of lists and signs of per cent in texts are those of Intl", { engines: ["chromium", "firefox", "webkit"] }, async (t) => {
  const driver = await t.open();
  for (const language of LANGUAGES) {
    const [list, percent] = await driver.evaluate((language) => {
      const parts = (made) => made.formatToParts(["a", "b", "c"]).filter(({ type }) => type === "literal");
      // Arabic puts "and" before every item; its comma is in the list of units.
      const type = language === "ar" ? "unit" : "conjunction";
      // Notes are kept with the digits that files have.
      const plain = (text) => text.replace(/[\u200e\u200f\u061c]/g, "").replace("\u202f%", "\u00a0%");
      return [parts(new Intl.ListFormat(language, { type }))[0].value, plain(new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "percent" }).format(0.12)).slice(2)];
    }, language);
    const texts = read(language);
    assert.equal(texts["sign.comma"].trim(), list.replace(/\p{Script=Arabic}(?=$)/u, "").replace("و", "").trim(), language);
    for (const [key, text] of Object.entries(texts)) {
      for (const form of typeof text === "string" ? [text] : Object.values(text)) {
        for (const [, sign] of form.matchAll(/(?:\d|\})(\s?[%٪])/g)) assert.equal(sign, percent, `${language} ${key}`);
      }
    }
  }
});

for (const [language, signs, never] of [["fr", ["45,6 (", "\u202f: "], /\w:\s/], ["zh", ["（", "："], /\p{Script=Han}[:,(]|[:,)]\s?\p{Script=Han}/u], ["ar", ["، "], /\p{Script=Arabic}[,;]/u]]) {
  test(`words that are put together have the signs of their language in ${language}`, { seconds: 90 }, async (t) => {
    const { driver } = await begin(t, { lang: language, browser: { viewport: { width: 1200, height: 900 } } });
    const shown = [];
    for (const place of PLACES.filter(([name]) => ["review", "results unfolded", "report"].includes(name))) {
      await visit(driver, place, async () => shown.push(await driver.evaluate("words($('.gca')) + $$('desc').map((one) => one.textContent).join(' ')")));
    }
    const found = shown.join(" ");
    for (const sign of signs) assert.ok(found.includes(sign), sign);
    // What people typed, and names of documents, have their own.
    const texts = found.replace(/https?:\S+|[A-Za-z][\w ().,/:&’–-]*[\w).]/g, "");
    const wrong = texts.match(new RegExp(`.{0,30}(?:${never.source}).{0,30}`, never.flags));
    assert.equal(wrong?.[0] ?? "", "", language);
  });
}
