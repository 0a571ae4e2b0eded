// Features by the keyboard alone that have no journey elsewhere: the language, notes and what is to be corrected, weights, the report, clearing.

import assert from "node:assert/strict";
import { answerByKeys, arrives, assertSilent, button, full, headingOf, open, ready, reference, say, tabTo } from "./product.mjs";
import { test } from "./suite.mjs";

const enter = async (driver, target, key) => {
  await driver.waitFor(target);
  await tabTo(driver, target, key);
  await driver.press("Enter");
};
const focused = (selector) => `element.shadowRoot.activeElement?.matches(${JSON.stringify(selector)})`;
const all = (name) => `Object.values(element.exportAnswers().${name} ?? {})`;
/** To a page by its tab, with the heading in focus. */
const go = async (driver, key) => {
  await enter(driver, `named(".tab", ${JSON.stringify(say(key))})`, "Shift+Tab");
  await driver.waitFor(`$("#title") && element.shadowRoot.activeElement === $("#title") && !$(".skel") && named(".tab", ${JSON.stringify(say(key))}).ariaCurrent === "page"`);
};

test("the language is chosen by keys, and the focus stays", async (t) => {
  const { server, driver } = await open(t);
  await ready(driver);
  await tabTo(driver, "$('#language')");
  const start = await driver.evaluate("$('#language').value");
  await driver.press("ArrowDown");
  await driver.waitFor(`$(".gca").lang !== ${JSON.stringify(start)} && $(".gca").lang === $("#language").value`);
  assert.ok(await driver.evaluate(focused("#language")));
  await assertSilent({ driver, server });
});

test("a note and evidence are written by keys, and the review names what is to be corrected and leads into the field", { seconds: 180 }, async (t) => {
  const { server, driver } = await open(t, { element: '<gca-assessment mode="full" start-at="questions"></gca-assessment>' });
  await ready(driver);
  const [question] = full[0].questions;
  await driver.waitFor("$('#q0 input')");
  await answerByKeys(driver, question, "draft");
  await go(driver, "nav.review");
  assert.ok(await driver.evaluate("!$('.mend')"), "nothing is wrong yet");
  await go(driver, "nav.questions");
  await enter(driver, button(say("question.add-note-label", { number: question.number })));
  await driver.waitFor(focused("#n0"));
  await driver.type("Act 7");
  await driver.waitFor(`${all("notes")}[0] === "Act 7"`);
  await enter(driver, "$('#ea0')");
  await driver.waitFor(focused("#e0-0 input"));
  await driver.type("Five offences");
  await tabTo(driver, "$$('#e0-0 input')[2]");
  await driver.type("x".repeat(41));
  await driver.waitFor("$$('#e0-0 [aria-invalid]').length === 1");
  const described = await driver.evaluate("$$('#e0-0 input')[2].getAttribute('aria-describedby')");
  assert.ok((await driver.evaluate(`words($("#${described}"))`)).includes(say("question.long", { max: 40, n: 41 })));

  // What comes below a link as it is typed keeps nobody in its field.
  await tabTo(driver, "$$('#e0-0 input')[3]");
  await driver.type("https://example.org/act");
  await driver.waitFor("$('#e0-0 a')");
  await driver.press("Tab");
  await driver.waitFor("element.shadowRoot.activeElement === $('#e0-0 a')", 3000);

  await go(driver, "nav.review");
  await driver.waitFor("$('.mend')");
  const link = say("review.mend-field", { number: question.number, field: say("evidence.date") });
  const told = await driver.evaluate("words($('.mend'))");
  for (const part of [say("review.mend-title"), link, say("question.long", { max: 40, n: 41 })]) assert.ok(told.includes(part), `${part} in ${told}`);
  await enter(driver, button(link));
  await driver.waitFor("$$('#e0-0 input')[2] === element.shadowRoot.activeElement");
  await driver.press("Control+a");
  await driver.type("2024");
  await driver.waitFor("!$('[aria-invalid]')");
  await enter(driver, "$$('.bar button').at(-1)");
  await arrives(driver, say("review.title"));
  assert.ok(await driver.evaluate("!$('.mend')"), "what was corrected is gone");
  await assertSilent({ driver, server });
});

test("weights are changed and given back by keys", { seconds: 180 }, async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full"></gca-assessment>' });
  await ready(driver);
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  await go(driver, "nav.results");
  await enter(driver, "$('#weights')");
  await tabTo(driver, "$('#wa0')");
  await driver.press("Control+a");
  await driver.type("3");
  await driver.press("Tab");
  await driver.waitFor("$('.weighted')");
  await enter(driver, button(say("weights.return")));
  await driver.waitFor("!$('.weighted')");
  assert.ok(await driver.evaluate("Boolean(element.shadowRoot.activeElement)"), "the focus is not lost");
});

test("a report without what was typed is saved by keys", { seconds: 180 }, async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full"></gca-assessment>' });
  await ready(driver);
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  await go(driver, "nav.report");
  await tabTo(driver, "$('#unnamed')");
  await driver.press("Space");
  await driver.waitFor("$('#unnamed').checked");
  const [download] = await Promise.all([driver.page.waitForEvent("download"), enter(driver, button(say("report.save-as", { what: say("report.html") })))]);
  assert.match(download.suggestedFilename(), /\.html$/);
});

test("all answers are cleared and brought back by keys", { seconds: 180 }, async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full"></gca-assessment>' });
  await ready(driver);
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  await go(driver, "nav.review");
  await enter(driver, "$('#clear')");
  await driver.waitFor("$('dialog[open]')");
  assert.ok(await driver.evaluate("$('dialog[open]').contains(element.shadowRoot.activeElement)"));
  await driver.press("Escape");
  await driver.waitFor("!$('dialog[open]')");
  assert.equal(await driver.evaluate("Object.keys(element.answers).length"), Object.keys(reference).length, "Escape keeps them");
  await enter(driver, "$('#clear')");
  await enter(driver, button(say("clear.clear")));
  await driver.waitFor("$('.cleared') && Object.keys(element.answers).length === 0");
  await enter(driver, "$('.cleared button')");
  await driver.waitFor(`Object.keys(element.answers).length === ${Object.keys(reference).length}`);
});

test("two assessments on a page are two regions with names that differ", async (t) => {
  const element = '<gca-assessment mode="full" start-at="review"></gca-assessment>';
  const { driver } = await open(t, { element: element + element });
  const names = () => driver.evaluate(`[...document.querySelectorAll("gca-assessment")].map(({ shadowRoot }) => {
    const region = shadowRoot.querySelector(".gca");
    return region?.getAttribute("aria-labelledby").split(" ").map((id) => shadowRoot.getElementById(id).textContent).join(" ").trim();
  })`);
  const name = say("app.name");
  await t.until("both have a name of their own", async () => JSON.stringify(await names()) === JSON.stringify([`${name} 1`, `${name} 2`]));
  const single = await open(t);
  await ready(single.driver);
  assert.equal(await single.driver.evaluate("$('#gca-which')?.textContent ?? ''"), "");
});
