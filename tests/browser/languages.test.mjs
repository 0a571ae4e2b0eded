// The six languages: every screen whole, inside its column and accessible; switching keeps answers, place and focus.
// SCREENS=1 saves pictures to target/browser/languages/.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { DIST, DIST_TEST, OUT, inRepository } from "./paths.mjs";
import { answerByClicks, arrives, assertSilent, full, headingOf, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const PICTURES = process.env.SCREENS === "1" && `${OUT}/languages`;
const read = (path) => JSON.parse(readFileSync(inRepository(path), "utf8"));
const LANGUAGES = readdirSync(inRepository("www/data/ui")).map((name) => name.replace(".json", "")).filter((name) => name !== "en");
const SCREENS = ["start", "questions", "review", "results", "steps", "compare", "report"];

const english = read("www/data/ui/en.json");

/** Texts of the interface that must not be seen in another language: whole sentences without places. */
const sentences = (texts) => Object.entries(english).filter(([key, text]) => typeof text === "string" && text.length > 24 && !text.includes("{") && texts[key] && texts[key] !== text).map(([, text]) => text);

for (const language of LANGUAGES) {
  const texts = read(`www/data/ui/${language}.json`);
  test(`every screen speaks ${language}, keeps inside its column and is accessible`, { seconds: 240 }, async (t) => {
    const { server, driver } = await open(t, { element: `<gca-assessment lang="${language}" mode="full"></gca-assessment>`, browser: { viewport: { width: 320, height: 800 } } });
    await ready(driver);
    const foreign = sentences(texts);
    await driver.evaluate((given) => element.importAnswers(given) && 0, { answers: { ...reference, "legal.cybercrime-law.offences": "dk" }, notes: { "legal.cybercrime-law.offences": "Act 7, Article 3" }, targets: { overall: "managed" } });
    for (const screen of SCREENS) {
      await driver.click(`$$(".tab")[${SCREENS.indexOf(screen)}]`);
      await driver.waitFor(`$$(".tab")[${SCREENS.indexOf(screen)}].ariaCurrent === "page" && $("#title") && !$(".skel")`);
      if (screen === "results") await driver.waitFor("$('#weights') && !$('#robust').ariaBusy");
      for (const width of [320, 1200]) {
        await driver.page.setViewportSize({ width, height: 800 });
        assert.equal(await driver.evaluate("$('.gca').dir"), /^(ar|fa|he|ur)/.test(language) ? "rtl" : "ltr");
        assert.equal(await driver.evaluate("$('.gca').lang"), language);
        const wide = await driver.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (PICTURES) {
          mkdirSync(PICTURES, { recursive: true });
          await driver.screenshot(`${PICTURES}/${language}-${screen}-${width}.png`, { fullPage: true });
        }
        assert.ok(wide <= 0, `${screen} at ${width} px is ${wide} px too wide`);
      }
      const shown = await driver.evaluate("words($('.gca'))");
      assert.deepEqual(foreign.filter((sentence) => shown.includes(sentence)), [], screen);
      assert.ok(!shown.includes("{") && !shown.includes("\u{1f}"), `${screen}: a place is empty`);
      await assertAccessible(driver);
    }
    await assertSilent({ driver, server });
  });
}

test("another language keeps answers, place and focus, and costs only its files", async (t) => {
  const { server, driver } = await open(t, { element: '<gca-assessment start-at="questions" mode="full"></gca-assessment>' });
  await ready(driver);
  await answerByClicks(driver, full[0].questions[0], "draft");
  const before = await driver.evaluate("element.exportAnswers().answers");
  const focused = await driver.evaluate("element.shadowRoot.activeElement.id");
  const asked = server.requests.length;
  await driver.evaluate("element.lang = 'ru'");
  await driver.waitFor("$('.gca').lang === 'ru'");
  const russian = read("www/data/texts/gca-core.ru.json");
  assert.ok((await driver.evaluate("words($('.gca'))")).includes(russian[`questions.${full[0].questions[0].id}.text`]));
  assert.deepEqual(await driver.evaluate("element.exportAnswers().answers"), before);
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement?.id"), focused);
  assert.ok(server.requests.slice(asked).every(({ path }) => /\.ru/.test(path)), "only files of the language");
  const { files } = JSON.parse(readFileSync(`${DIST}/files.json`, "utf8"));
  for (const language of LANGUAGES) {
    const own = files.filter(({ path }) => new RegExp(`/(ui|gca-core)\\.${language}-`).test(path));
    // A language may have the interface only; the questions are English then, and marked as such.
    assert.equal(own.length, existsSync(inRepository(`www/data/texts/gca-core.${language}.json`)) ? 2 : 1, language);
    const bytes = own.reduce((sum, { brotli }) => sum + brotli, 0);
    t.figure(`first screen in ${language}`, bytes, "bytes brotli");
    assert.ok(bytes <= 40_000, `${language}: ${bytes} bytes`);
  }
});

test("who chooses a language keeps it on this device, unless the page names one for the element", async (t) => {
  const { driver } = await open(t);
  await ready(driver);
  assert.equal(await driver.evaluate("$('#language').selectedOptions[0].text"), english["language.name"]);
  await driver.evaluate(() => {
    const field = $("#language");
    field.focus();
    field.value = "zh";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await driver.waitFor("$('.gca').lang === 'zh'");
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement.id"), "language");
  assert.ok((await driver.evaluate("words($('.gca'))")).includes(read("www/data/ui/zh.json")["language.draft"]), "it says that it is a draft");
  await driver.reload();
  await ready(driver);
  assert.equal(await driver.evaluate("$('.gca').lang"), "zh");
  await driver.evaluate("element.lang = 'en'");
  await driver.waitFor("$('.gca').lang === 'en'");
  await press(driver, say("start.full-button"));
  await arrives(driver, headingOf(full[0]));
});

test("questions without a translation are English, and marked so for those who listen", async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment lang="pt" mode="full" start-at="questions"></gca-assessment>' });
  await ready(driver);
  await driver.waitFor("$('.q-text')");
  assert.equal(await driver.evaluate("$('.gca').lang"), "pt");
  const marked = await driver.evaluate("$$('.q-text, .rung > span, #title').map((one) => one.querySelector('[lang]')?.lang)");
  assert.ok(marked.length > 10 && marked.every((lang) => lang === "en"), `${marked}`);
  await driver.evaluate("element.lang = 'fr'");
  await driver.waitFor("$('.gca').lang === 'fr'");
  await driver.waitFor("$$('[lang=en]').length === 0");
});

test("plural forms are those of the browser, to a million", { engines: ["chromium", "firefox", "webkit"] }, async (t) => {
  const { driver } = await open(t, { root: DIST_TEST });
  await ready(driver);
  for (const language of ["en", ...LANGUAGES]) {
    const different = await driver.evaluate((language) => {
      const detail = { language, until: 1_000_001 };
      element.dispatchEvent(new CustomEvent("gca-test-plurals", { detail }));
      const rules = new Intl.PluralRules(language);
      for (let n = 0; n < detail.until; n++) {
        const ours = detail.forms.slice(2 * n, 2 * n + 2);
        if (!rules.select(n).startsWith(ours)) return `${n}: ${ours}, not ${rules.select(n)}`;
      }
      return detail.forms.length === 2 * detail.until ? "" : "too few";
    }, language);
    assert.equal(different, "", language);
  }
});
