// What a browser does to a page that is open for long: freezes it, keeps it aside, never lets it rest, sets its clock, denies it the
// clipboard, prints its frame.

import assert from "node:assert/strict";
import { choose, host, ready, text } from "./hosting.mjs";
import { answerByClicks, arrives, full, open, press as pressIn, ready as productReady, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const HINT = /another tab/;
const reread = (driver) => driver.evaluate("element.answers");

test("a page that was frozen goes on where it was, and notices what another tab has saved meanwhile", async (t) => {
  const { server, driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const before = await reread(driver);
  await driver.cdp.send("Page.setWebLifecycleState", { state: "frozen" });
  const tab = await driver.tab();
  await tab.open(server.url("/host.html"));
  await ready(tab);
  await choose(tab, 2);
  const other = await reread(tab);
  assert.notDeepEqual(other, before);
  await driver.cdp.send("Page.setWebLifecycleState", { state: "active" });
  await t.until("the notice", async () => HINT.test(await text(driver)));
  assert.deepEqual(await reread(driver), before, "what is on the page stays until somebody decides");
  // Nothing of the other tab is overwritten by the page that wakes up.
  await tab.reload();
  await ready(tab);
  assert.deepEqual(await reread(tab), other);
});

test("left and come back to by the browser's own button, the page is as it was, and goes on", { engines: ["firefox"] }, async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  server.page("/other.html", '<!doctype html><html lang="en"><title>Other</title><link rel="icon" href="/demo/icon.svg"><body>Other</html>');
  await productReady(driver);
  const [question] = full[0].questions;
  await answerByClicks(driver, question, question.options[1].id);
  const before = await reread(driver);
  await driver.evaluate("(globalThis.mark = 1, location.href = '/other.html', true)");
  await driver.waitFor("document.title === 'Other'");
  await driver.evaluate("(history.back(), true)");
  await driver.waitFor("globalThis.element?.shadowRoot?.querySelector('.q')");
  assert.equal(await driver.evaluate("globalThis.mark"), 1, "the browser kept the page and did not load it anew");
  await productReady(driver);
  assert.deepEqual(await reread(driver), before);
  await answerByClicks(driver, question, question.options[0].id);
  await driver.waitFor(`element.answers[${JSON.stringify(question.id)}] === ${JSON.stringify(question.options[0].id)}`);
});

test("on a page that never rests the whole program comes all the same, and answers are kept", async (t) => {
  const busy = () => {
    // Long tasks without end, as of a portal with much that moves.
    const work = () => {
      const until = performance.now() + 25;
      while (performance.now() < until);
      setTimeout(work);
    };
    addEventListener("load", work);
    // Idle time never comes; only the limit that was asked for holds.
    globalThis.requestIdleCallback = (run, { timeout } = {}) => (timeout ? setTimeout(run, timeout, { didTimeout: true, timeRemaining: () => 0 }) : 0);
  };
  const { driver } = await open(t, { element: QUESTIONS, before: busy });
  await productReady(driver);
  await driver.waitFor("performance.getEntriesByType('resource').filter(({ name, responseEnd }) => /gca-whole|ui-whole/.test(name) && responseEnd).length === 3");
  const [question] = full[0].questions;
  await answerByClicks(driver, question, question.options[1].id);
  await driver.waitFor(`element.answers[${JSON.stringify(question.id)}] === ${JSON.stringify(question.options[1].id)}`);
  await driver.reload();
  await productReady(driver);
  assert.equal((await reread(driver))[question.id], question.options[1].id);
});

test("a clock that jumps, back or far ahead, costs no answer", async (t) => {
  const { driver } = await host(t, QUESTIONS);
  await ready(driver);
  for (const [option, days] of [[0, 0], [1, -400], [2, 4000], [0, -20_000]]) {
    await driver.evaluate((days) => {
      globalThis.realNow ??= Date.now;
      Date.now = () => realNow() + days * 86_400_000;
    }, days);
    await choose(driver, option);
    const now = await reread(driver);
    await driver.reload();
    await ready(driver);
    assert.deepEqual(await reread(driver), now, `${days} days`);
  }
  await driver.assertQuiet();
});

test("where the clipboard is refused the code is selected for the user to copy, and that is said", async (t) => {
  const refuse = () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  };
  const { driver } = await open(t, { element: QUESTIONS, before: refuse });
  await productReady(driver);
  await driver.evaluate((answers) => { element.answers = answers; }, reference);
  await pressIn(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await driver.click("$('.tools summary')");
  await pressIn(driver, say("menu.share"));
  await pressIn(driver, say("share.make"));
  await pressIn(driver, say("share.copy-code"));
  await driver.waitFor(`words($("dialog")).includes(${JSON.stringify(say("share.selected"))})`);
  const [selected, all] = await driver.evaluate(() => {
    const field = $("#code");
    return [field.value.slice(field.selectionStart, field.selectionEnd), field.value];
  });
  assert.ok(all.length > 20);
  assert.equal(selected, all);
  await driver.assertQuiet();
});

test("a page whose document.domain was set works", async (t) => {
  const { driver } = await host(t, QUESTIONS, { head: "", headers: { "origin-agent-cluster": "?0" } });
  await driver.evaluate("(document.domain = document.domain, import('/gca-assessment.js').then(() => element.ready).then(() => true))");
  await choose(driver, 1);
  assert.equal(Object.keys(await reread(driver)).length, 1);
});

test("each failure is told in an event of its own, once", async (t) => {
  const { driver } = await host(t, '<gca-assessment theme="pink" mode="all" src="banks/gca-core.json" heading-level="9" lang="xx" hide="all"></gca-assessment>');
  await ready(driver);
  const told = await driver.evaluate("events.filter(({ type }) => type === 'gca-error').map(({ detail }) => [detail.code, detail.attribute, detail.value])");
  const expected = [["theme", "pink"], ["mode", "all"], ["heading-level", "9"], ["lang", "xx"], ["hide", "all"]].map((pair) => ["attribute.unknown-value", ...pair]);
  assert.deepEqual(told.sort(), expected.sort());
});
