// The two programs: the first is there at once, the whole one takes over from it, and nobody notices.

import assert from "node:assert/strict";
import { answerByClicks, arrives, assertSilent, button, control, full, headingOf, holds, numbered, open, press, ready, say, tabTo, text, wholeHasCome } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const law = numbered("1.1.1");
const option = law.options[2].id;
const QUESTIONS = '<gca-assessment start-at="questions"></gca-assessment>';
const asked = (server) => server.paths().filter((path) => /whole/.test(path)).length;

test("nothing of the whole program is asked for before the first question can be answered", async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  await ready(driver);
  assert.equal(asked(server), 0);
  await wholeHasCome(driver);
  assert.equal(asked(server), 3, "program, texts, styles");
  await assertSilent({ driver, server });
});

test("the whole program takes over at the turn of a page, with answers, note, place and focus", { engines: ENGINES }, async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  await ready(driver);
  await answerByClicks(driver, law, option);
  await wholeHasCome(driver);
  const before = await driver.evaluate("($('.gca').mark = 'first', JSON.stringify(element.answers))");
  // It has come, but may not be ready at the very next turn.
  let page = 0;
  while (await driver.evaluate("$('.gca').mark === 'first'")) {
    page++;
    await press(driver, say("bar.next-to", { title: headingOf(full[page]) }));
    await arrives(driver, headingOf(full[page]));
  }
  assert.equal(await driver.evaluate("JSON.stringify(element.answers)"), before);
  assert.equal(await driver.evaluate("$$('.gca').length"), 1);
  assert.deepEqual(await driver.evaluate("events.map(({ type }) => type)"), ["gca-ready", "gca-change"]);
  // Going on as if nothing had been: the next answer is saved, no other tab is suspected.
  const next = full[page].questions[0];
  const answer = next.kind === "multi" ? [next.options[0].id] : next.options[0].id;
  await answerByClicks(driver, next, answer);
  assert.equal(await driver.evaluate("$$('[role=alert]').length"), 0);
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), { [law.id]: option, [next.id]: answer });
  await assertSilent({ driver, server });
});

test("a page that only the whole program has is shown as soon as that has come", { engines: ENGINES }, async (t) => {
  const { driver } = await open(t, { element: QUESTIONS });
  await ready(driver);
  await answerByClicks(driver, law, option);
  await press(driver, say("nav.results"));
  await arrives(driver, say("results.title"));
  await driver.waitFor("$('.score')");
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
});

test("where the whole program does not come the questions go on, and it is asked for again", async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  server.override({ path: /gca-whole-.*\.wasm$/, status: 503, times: 2 });
  await ready(driver);
  await answerByClicks(driver, law, option);
  await press(driver, say("nav.results"));
  await t.until("the failure is told", async () => (await text(driver)).includes(say("wait.failed-text")));
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  await holds(driver, law, option);
  await press(driver, say("nav.results"));
  await t.until("the failure is told", async () => (await text(driver)).includes(say("wait.failed-text")));
  await driver.click(button(say("wait.retry")));
  await driver.waitFor("$('.score')");
  assert.deepEqual(await driver.evaluate("element.answers"), { [law.id]: option });
});

test("number keys answer in the first program, and what was answered there is taken back in the whole one", { engines: ENGINES }, async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  const lift = server.override({ path: /gca-whole-.*\.wasm$/, status: 503 });
  await ready(driver);
  await driver.evaluate("($('.gca').mark = 'first', true)");
  await tabTo(driver, control(law, law.options[0].id));
  await driver.press("3");
  await holds(driver, law, option);
  await driver.press("1");
  await holds(driver, law, law.options[0].id);
  await press(driver, say("nav.results"));
  await t.until("the failure is told", async () => (await text(driver)).includes(say("wait.failed-text")));
  assert.equal(await driver.evaluate("$('.gca').mark"), "first");
  lift();
  await driver.click(button(say("wait.retry")));
  await driver.waitFor("$('.score')");
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  for (const before of [option, undefined]) {
    await press(driver, say("undo.undo"));
    await holds(driver, law, before);
  }
  await press(driver, say("undo.redo"));
  await holds(driver, law, option);
});

test("in memory only, the whole program takes over what nothing else holds", async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment start-at="questions" persist="none"></gca-assessment>' });
  await ready(driver);
  await answerByClicks(driver, law, option);
  await press(driver, say("nav.results"));
  await driver.waitFor("$('.score')");
  assert.deepEqual(await driver.evaluate("element.answers"), { [law.id]: option });
  assert.equal(await driver.evaluate("localStorage.length"), 0);
});

test("an element that is left alone changes programs by itself, and keeps a focus it does not have", async (t) => {
  const { driver } = await open(t);
  await ready(driver);
  await driver.evaluate("($('.gca').mark = 'first', true)");
  await driver.waitFor("$('.gca').mark !== 'first'");
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement"), null);
  assert.deepEqual(await driver.evaluate("events.map(({ type }) => type)"), ["gca-ready"]);
});

test("a press that comes while a slow page is still being drawn is not lost", { engines: ENGINES }, async (t) => {
  const { driver } = await open(t, { element: QUESTIONS });
  await ready(driver);
  await wholeHasCome(driver);
  await press(driver, say("nav.results"));
  await arrives(driver, say("results.title"));
  await driver.evaluate(() => {
    // To Yew every step takes long, and the browser has its turn after each of them.
    const { now } = Date;
    let later = 0;
    Date.now = () => now() + (later += 20);
    const [, questions, review] = $$(".tab");
    new MutationObserver((_, observer) => {
      if (!review.ariaCurrent) return;
      observer.disconnect();
      questions.click();
    }).observe(element.shadowRoot, { childList: true, subtree: true, attributes: true });
    review.click();
  });
  await arrives(driver, headingOf(full[0]));
});

test("the programs do not change under a hand that moves", async (t) => {
  const { driver } = await open(t);
  await ready(driver);
  await driver.evaluate(() => {
    $(".gca").mark = "first";
    globalThis.hand = setInterval(() => element.dispatchEvent(new PointerEvent("pointermove")), 50);
  });
  await wholeHasCome(driver);
  await driver.evaluate(() => new Promise((later) => setTimeout(later, 1500)));
  assert.equal(await driver.evaluate("$('.gca').mark"), "first");
  await driver.evaluate("(clearInterval(hand), true)");
  await driver.waitFor("$('.gca').mark !== 'first'");
});

for (const lang of ["ar", "en", "es", "fr", "ru", "zh"]) {
  test(`on a telephone nothing that begins an assessment moves when the programs change: ${lang}`, async (t) => {
    const { driver } = await open(t, { element: `<gca-assessment lang="${lang}"></gca-assessment>`, browser: { viewport: { width: 320, height: 700 } } });
    await ready(driver);
    const places = () => driver.evaluate("JSON.stringify($$('#title, .lead, .btn.primary').map((one) => one.getBoundingClientRect()))");
    await driver.evaluate("($('.gca').mark = 'first', true)");
    const before = await places();
    await driver.waitFor("$('.gca').mark !== 'first' && $('.tools')");
    assert.equal(await places(), before);
  });
}
