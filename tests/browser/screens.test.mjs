// Every screen in every state: accessible, inside its column, narrow and wide, light and dark.
// SCREENS=1 saves pictures to target/browser/screens/ and looks at 768 px too.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { answerByClicks, arrives, assertSilent, full, headingOf, jump, numbered, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const PICTURES = process.env.SCREENS === "1" && `${OUT}/screens`;
const WIDTHS = PICTURES ? [320, 768, 1200] : [320, 1200];

const best = ({ kind, options }) => (kind === "multi" ? options.filter(({ exclusive }) => !exclusive).map(({ id }) => id) : options.at(-1).id);
const worst = ({ options }) => options[0].id;
const all = full.flatMap(({ questions }) => questions);
const each = (choose) => Object.fromEntries(all.map((question) => [question.id, choose(question)]));

const give = (answers, notes = {}, beside = {}) => (driver) => driver.evaluate((given) => element.importAnswers(given) && 0, { answers, notes, ...beside });
const tab = (key) => async (driver) => {
  await press(driver, say(key));
  await driver.waitFor(`named(".tab", ${JSON.stringify(say(key))}).ariaCurrent === "page"`);
};
const go = (number) => async (driver) => {
  await tab("nav.questions")(driver);
  if (!(await driver.evaluate("$('.rail').checkVisibility()"))) await driver.click("$('.rail-btn')");
  await jump(driver, number);
};
const show = (key) => (driver) => driver.click(`named(".seg button", ${JSON.stringify(say(key))})`);
const see = (selector) => (driver) => driver.waitFor(`$(${JSON.stringify(selector)})`);
/** Waits for a text; of one with places in it, for its longest piece. */
const after = (key, pieces = say(key).split("undefined")) => {
  const piece = pieces.reduce((a, b) => (b.length > a.length ? b : a)).trim();
  return (driver) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(piece)})`);
};
const weigh = (field, weight) => (driver) => driver.evaluate(([field, weight]) => {
  Object.assign($(field), { value: weight }).dispatchEvent(new Event("change", { bubbles: true }));
}, [field, weight]);
const breakStorage = (how) => (driver) =>
  driver.evaluate((how) => {
    const refuse = () => {
      throw new DOMException("refused");
    };
    if (how === "full") Storage.prototype.setItem = refuse;
    else Object.defineProperty(window, "localStorage", { get: refuse, configurable: true });
  }, how);
const storeAndReload = (slot) => async (driver) => {
  await driver.evaluate(async (slot) => {
    // The second copy would mend it.
    await new Promise((done) => { indexedDB.deleteDatabase("gca-assessment").onsuccess = done; });
    localStorage.clear();
    localStorage.setItem("gca:gca-core:default:b", slot);
  }, slot);
  await driver.reload();
  await ready(driver);
};
const otherTab = async (driver) => {
  const other = await driver.tab();
  await other.open(await driver.evaluate("location.href"));
  await ready(other);
  await give({ [all[0].id]: "none" })(other);
  await after("notice.other-tab")(driver);
  await other.page.close();
};

const NOTES = { [all[0].id]: "Act 7 of 2014, https://example.org/a-very-long-address/that/does/not/break/anywhere/because-it-has-no-spaces-at-all" };

const BESIDE = {
  evidence: { [all[0].id]: [{ text: "Covers all five offences", reference: "Sections 3 to 9", date: "2021-03-12", link: "https://example.org/a-very-long-address" }, { link: "example.org", date: "x".repeat(41) }] },
  flagged: [all[0].id, all[9].id],
  earlier: { name: "Round 2024", saved: 1.7e12, answers: { [all[0].id]: "none" } },
};

const ROUND = {
  earlier: { name: "Round 2024", saved: 1.7e12, mode: "full", answers: each(worst) },
  targets: { name: "Target for 2028", overall: "managed", areas: { legal: 80.5, technical: "adaptive" } },
};

/** Name of the picture, and how to come there from the state before. */
const STATES = [
  ["start-fresh"],
  ["question-single", (driver) => press(driver, say("start.full-button")), (driver) => arrives(driver, headingOf(full[0]))],
  ["question-answered", (driver) => answerByClicks(driver, all[0], "draft"), (driver) => answerByClicks(driver, all[2], ["child", "identity"])],
  ["question-help", (driver) => driver.click("$('#q0 summary')"), see("#q0 .disc-body li")],
  ["question-note", (driver) => press(driver, say("question.add-note-label", { number: "1.1.1" })), see("textarea")],
  ["question-note-long", give({ [all[0].id]: "draft" }, { [all[0].id]: "x".repeat(2001) }), see("textarea[aria-invalid=true]")],
  ["question-checklist", go("1.2"), (driver) => answerByClicks(driver, numbered("1.2.3"), ["none"])],
  ["question-yes-no", go("3.1"), (driver) => answerByClicks(driver, numbered("3.1.3"), "yes")],
  ["question-not-applicable", go("2.4"), (driver) => answerByClicks(driver, numbered("2.4.2"), "na")],
  // Results need the whole program, and what stands beside answers is its own.
  ["question-beside", tab("nav.results"), see(".tools"), go("1.1"), give({ [all[0].id]: "partial" }, {}, BESIDE), see(".piece a"), see(".before"), see("#q0 legend .flag")],
  ["question-removed", (driver) => press(driver, say("evidence.remove-label", { n: 1, number: "1.1.1" })), after("evidence.put-back")],
  ["question-keys", (driver) => driver.evaluate("$('.keys-help').open = $('.rail-marks').open = true"), see(".keys")],
  ["rail-open", (driver) => driver.evaluate("$('.rail-btn').checkVisibility() && $('.rail-btn').click()")],
  ["start-resumed", tab("nav.start")],
  ["dialog", (driver) => driver.click("$('.tools summary')"), (driver) => press(driver, say("menu.delete")), see("dialog[open]")],
  ["review-partial", (driver) => driver.press("Escape"), tab("nav.review")],
  ["results-provisional", tab("nav.results"), after("results.provisional")],
  ["results-empty", give({}), see(".empty")],
  ["review-empty", tab("nav.review"), show("review.with-note"), see(".empty")],
  ["review-all", give({ ...reference, "technical.advanced.biometrics": "na" }, NOTES), show("review.all"), see(".group .ans")],
  ["review-beside", give({ ...reference, "technical.incident-response.csirt": "none" }, NOTES, BESIDE), see(".clashes"), see(".group .beside a")],
  ["review-contradictions", show("review.contradictions"), see(".group .ans")],
  ["review-clear", (driver) => driver.click("$('#clear')"), see("dialog[open]")],
  ["review-cleared", (driver) => press(driver, say("clear.clear")), see(".cleared")],
  ["review-open", give({ ...reference, "technical.advanced.biometrics": "na" }, NOTES), show("review.open")],
  ["review-not-applicable", show("question.not-applicable")],
  ["review-noted", show("review.with-note")],
  ["results-range", tab("nav.results"), see(".score")],
  ["results-tables", (driver) => driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })")],
  ["results-why", (driver) => driver.click("$('.headline .link')"), see("dialog.why[open]")],
  ["results-why-answer", (driver) => driver.click("$('.why .tbl .link')"), see(".why .crumbs"), (driver) => driver.click("$('.why .tbl .link')"), see(".crumbs li:nth-child(2)"), (driver) => driver.click("$('.why .tbl .link')"), see(".why .answer")],
  ["results-weights", (driver) => press(driver, say("dialog.close")), (driver) => press(driver, say("weights.show")), see("#wa0"), weigh("#wa0", "3"), see(".weighted")],
  ["results-earlier", give(reference, {}, { earlier: { name: "Round 2024", saved: 1.7e12, answers: { ...reference, [all[0].id]: "none" } } }), see(".viz .cmp")],
  ["results-gated", give(each((q) => (q.id.startsWith("legal.") ? worst(q) : best(q)))), after("results.gated")],
  ["results-complete", give(each(best)), after("results.exact")],
  ["compare-none", tab("nav.compare"), see(".page > .empty")],
  ["compare-round", give(reference, NOTES, ROUND), see(".minis"), see("#aim1[aria-label]")],
  ["compare-tables", (driver) => driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })")],
  ["results-quick", give(each(best)), tab("nav.start"), (driver) => press(driver, say("start.quick-button")), see(".q"), tab("nav.results"), after("results.exact")],
  ["notice-kept", give({ gone: "x" }), see(".notice")],
  ["notice-full", breakStorage("full"), go("1.1"), see(".notice.warn")],
  ["notice-denied", breakStorage("denied"), (driver) => press(driver, say("notice.retry")), after("notice.denied")],
  ["notice-newer", (driver) => driver.reload(), ready, storeAndReload("gca2 1\n{}"), after("notice.newer")],
  ["notice-damaged", storeAndReload("gca1 cut"), after("notice.damaged")],
  ["notice-other-tab", give({ [all[0].id]: "draft" }), otherTab],
  ["notice-deleted", (driver) => press(driver, say("start.delete")), (driver) => press(driver, say("delete.delete")), after("delete.done")],
];

for (const width of WIDTHS) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every screen is accessible and keeps inside ${width} px, ${colorScheme}`, { seconds: 400 }, async (t) => {
      const { server, driver } = await open(t, { browser: { viewport: { width, height: 800 }, colorScheme } });
      await ready(driver);
      const wrong = [];
      for (const [name, ...steps] of STATES) {
        try {
          for (const step of steps) await step(driver);
        } catch (error) {
          throw new Error(`on the way to ${name}: ${error.message}`);
        }
        await look(driver, name, `${width}-${colorScheme}`).catch(({ message }) => wrong.push(`${name}: ${message}`));
      }
      assert.deepEqual(wrong, [], wrong.join("\n"));
      await assertSilent({ driver, server });
    });
  }
}

async function look(driver, name, place) {
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await driver.screenshot(`${PICTURES}/${name}-${place}.png`, { fullPage: true });
  }
  const [joined, wide, outside, dark] = await driver.evaluate(() => {
    const { right, left } = $(".gca").getBoundingClientRect();
    const sticksOut = (one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1) && !one.closest(".vh, svg, .scroll, .tabs, .names");
    };
    // Two inline elements without a space between them are read as one word.
    const shown = (one) => one?.nodeType === 1 && one.textContent.trim() && one.checkVisibility() && getComputedStyle(one).display.startsWith("inline");
    const touches = (one) => shown(one) && shown(one.nextSibling) && !one.closest("svg") && /\S$/.test(one.textContent) && /^\S/.test(one.nextSibling.textContent);
    const joined = $$("*").filter(touches).map((one) => `${one.textContent}|${one.nextSibling.textContent}`);
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const [red] = getComputedStyle($(".gca")).backgroundColor.match(/\d+/g).map(Number);
    return [joined, document.documentElement.scrollWidth - innerWidth, $$("*").filter(sticksOut).map((one) => `${one.localName}.${one.className}`), dark === red < 128];
  });
  assert.ok(wide <= 0, `the page is ${wide} px wider than its window`);
  assert.deepEqual(outside, [], "sticks out");
  assert.deepEqual(joined, [], "run together");
  assert.ok(dark, "not in the scheme of the page");
  await assertAccessible(driver);
}
