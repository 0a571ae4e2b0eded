// The main job, as an official does it: with the keyboard alone, interrupted half-way, down to the score.

import assert from "node:assert/strict";
import { answerByKeys, arrives, assertSilent, assess, button, control, full, headingOf, holds, near, open, quick, ready, reference, say, tabTo, text } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const HALF = 7;
const of = (questions) => Object.fromEntries(questions.map(({ id }) => [id, reference[id]]));
const enter = async (driver, name, key) => {
  await tabTo(driver, button(name), key);
  await driver.press("Enter");
};

test("the quick version by keyboard, with a reload half-way, gives the score of the engine", { engines: ENGINES, seconds: 240 }, async (t) => {
  const { server, driver } = await open(t);
  await ready(driver);
  await enter(driver, say("start.quick-button"));
  for (const [n, page] of quick.entries()) {
    await arrives(driver, headingOf(page));
    for (const question of page.questions) await answerByKeys(driver, question, reference[question.id]);
    if (n === HALF) {
      await driver.reload();
      await ready(driver);
      assert.equal(await driver.evaluate("$('#title').textContent"), headingOf(page), "the same page");
      const before = quick.slice(0, HALF + 1).flatMap(({ questions }) => questions);
      assert.deepEqual(await driver.evaluate("element.answers"), of(before));
      for (const question of page.questions) await holds(driver, question, reference[question.id]);
    }
    await enter(driver, n + 1 < quick.length ? say("bar.next-to", { title: "" }).trim() : say("bar.review-to"));
  }
  await arrives(driver, say("review.title"));
  assert.match(await text(driver), /Answered 15 of 15/);
  await enter(driver, say("review.see"));
  await arrives(driver, say("results.title"));

  const answers = of(quick.flatMap(({ questions }) => questions));
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
  assert.equal(await driver.evaluate("words($('.score'))"), "46.0 of 100");
  const given = await driver.evaluate("element.assessment");
  assert.equal(given.overall.display, 46);
  assert.ok(Math.abs(given.overall.score - 45.952381) < 5e-7);
  near(await assess(answers, "quick"), given);
  const events = await driver.evaluate("events.map(({ type }) => type)");
  assert.equal(events.filter((type) => type === "gca-complete").length, 1);

  // What is not known makes the score a range.
  await enter(driver, say("nav.review"), "Shift+Tab");
  const [open_] = quick[0].questions;
  await enter(driver, say("review.change-label", { number: open_.number }));
  await driver.waitFor(`element.shadowRoot.activeElement === ${control(open_, reference[open_.id])} || element.shadowRoot.activeElement === ${control(open_, open_.options[0].id)}`);
  await tabTo(driver, control(open_, reference[open_.id]));
  const steps = open_.options.length - open_.options.findIndex(({ id }) => id === reference[open_.id]);
  for (let n = 0; n < steps; n++) await driver.press("ArrowDown");
  await holds(driver, open_, "dk");
  await enter(driver, say("bar.review-to"));
  await arrives(driver, say("review.title"));
  await enter(driver, say("nav.results"), "Shift+Tab");
  await arrives(driver, say("results.title"));
  const { overall } = await assess({ ...answers, [open_.id]: "dk" }, "quick");
  const [score, low, high] = [overall.display, overall.low, overall.high].map((x) => x.toFixed(1));
  assert.equal(await driver.evaluate("words($('.score'))"), `${score} of 100`);
  assert.ok((await text(driver)).includes(say("results.range", { n: 1, low, high })));
  await assertSilent({ driver, server });
});

test("the answers of the exercise give the check values of both versions", { engines: ENGINES }, async (t) => {
  for (const [mode, expected, shown, pages] of [["quick", 45.952381, "46.0", quick], ["full", 39.528902, "39.5", full]]) {
    const { driver } = await open(t, { element: `<gca-assessment mode="${mode}" start-at="results"></gca-assessment>` });
    await ready(driver);
    assert.ok((await text(driver)).includes(say("results.empty")));
    const report = await driver.evaluate((answers) => element.importAnswers({ answers }), reference);
    assert.deepEqual(report, { answers: 70, keptAside: 0 });
    await driver.waitFor(`$(".score")`);
    assert.equal(await driver.evaluate("words($('.score'))"), `${shown} of 100`);
    const given = await driver.evaluate("element.assessment");
    assert.ok(Math.abs(given.overall.score - expected) < 5e-7, `${given.overall.score}`);
    assert.equal(Object.keys(given.questions).length, pages.flatMap(({ questions }) => questions).length);
    near(await assess(reference, mode), given);
  }
});

test("two assessments on a page, each with its own answers", { engines: ENGINES }, async (t) => {
  const element = '<gca-assessment mode="quick" start-at="questions" heading-level="3"></gca-assessment>';
  const { server, driver } = await open(t, { element: element + element });
  await driver.waitFor("[...document.querySelectorAll('gca-assessment')].every(({ shadowRoot }) => shadowRoot?.querySelector('fieldset'))");
  await ready(driver);
  const [question] = quick[0].questions;
  for (const [n, option] of [[0, "draft"], [1, "applied"]]) {
    const input = control(question, option).replace("$$(", `document.querySelectorAll("gca-assessment")[${n}].shadowRoot.querySelectorAll(`);
    await driver.click(`${input}.closest("label")`);
  }
  const answers = "JSON.stringify([...document.querySelectorAll('gca-assessment')].map((one) => Object.values(one.answers)))";
  await driver.waitFor(`${answers} === '[["draft"],["applied"]]'`);
  await driver.reload();
  await ready(driver);
  await driver.waitFor(`${answers} === '[["draft"],["applied"]]'`);
  const downloads = server.paths().filter((path) => path.endsWith(".wasm")).length;
  assert.ok(downloads <= 2, `${downloads} downloads for two loads of the page`);
  await assertSilent({ driver, server });
});
