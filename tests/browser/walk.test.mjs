// Every part of the product in use, under the strictest policy: it works, nothing complains, and nothing leaves the page.

import assert from "node:assert/strict";
import {
  answerByClicks, arrives, assertSilent, assess, bank, button, control, full, headingOf, holds, jump, near, numbered, open, press, ready, reference, say, text, wholeHasCome } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox"];
const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const MORE = /gca-core\.en\.more-\w+\.json$/;

/** Opens the questions of the full version. */
async function questions(t, options) {
  const opened = await open(t, { element: QUESTIONS, ...options });
  await ready(opened.driver);
  return opened;
}

/** The network is gone, for good. */
const disconnect = ({ driver, server }) => (driver.context.setOffline ? driver.context.setOffline(true) : server.close());

const shown = (driver, selector) => driver.evaluate(`words($(${JSON.stringify(selector)}))`);
const help = ({ at }) => `$("#q${at} summary")`;
const focusIn = (driver, { at }) => driver.waitFor(`$("#q${at}").contains(element.shadowRoot.activeElement)`);
const waitForText = (t, driver, words) => t.until(words, async () => (await text(driver)).includes(words));

/** Every text of a question is on the page, and what it does not allow is not. */
async function assertWhole(driver, question) {
  const { at, number, text, options, allow_na: na, na_when: when } = question;
  const { words, inputs } = await driver.evaluate((at) => ({ words: words($(`#q${at}`)), inputs: $$(`#q${at} input`).length }), at);
  const labels = [...options.map(({ label }) => label), say("question.dont-know"), ...(na ? [say("question.not-applicable"), when] : [])];
  for (const label of [`${number} ${text}`, ...labels]) assert.ok(words.includes(label.replace(/\s+/g, " ")), `${number}: ${label}`);
  assert.equal(inputs, options.length + 1 + (na ? 1 : 0), number);
}

const percent = (coverage) => `${Math.floor(100 * coverage + 1e-9)}%`;
const range = ({ low, high, coverage }) => (coverage > 1 - 1e-9 ? say("results.exact-short") : say("range", { low: shownScore(low), high: shownScore(high) }));
// No border of a stage is near enough to any of these for the method's exception to speak.
const shownScore = (points) => (Math.floor(10 * points + 0.5 + 1e-9) / 10).toFixed(1);

/** The bar at the foot says what the engine says about the answers so far. */
async function assertBar(driver, { area, number }) {
  const { areas, overall } = await assess(await driver.evaluate("element.answers"), "full");
  const { display, ...points } = areas[area.id];
  const score = `${say("bar.area-so-far", { n: number[0] })} ${display.toFixed(1)} (${range(points)})`;
  // The bar follows a moment after the answer.
  for (const part of [score, say("bar.answered", { percent: percent(overall.coverage) }), say("bar.saved")]) {
    await driver.waitFor(`words($(".bar-status")).includes(${JSON.stringify(part)})`);
  }
}

test("all 26 pages and 70 questions, review, results and tables, offline once the whole program has come", { engines: ENGINES, seconds: 300 }, async (t) => {
  const { server, driver } = await open(t);
  await ready(driver);
  await press(driver, say("start.full-button"));
  await arrives(driver, headingOf(full[0]));
  await driver.click(help(numbered("1.1.1")));
  await waitForText(t, driver, numbered("1.1.1").evidence.at(-1));
  await wholeHasCome(driver);
  await disconnect({ driver, server });
  for (const [n, page] of full.entries()) {
    if (n > 0) await arrives(driver, headingOf(page));
    assert.ok((await text(driver)).includes(page.area.title));
    for (const question of page.questions) {
      await assertWhole(driver, question);
      await answerByClicks(driver, question, reference[question.id]);
    }
    if (n === 1) {
      await driver.click(help(page.questions[0]));
      await waitForText(t, driver, page.questions[0].help);
    }
    await assertBar(driver, page);
    const next = full[n + 1];
    await press(driver, next ? say("bar.next-to", { title: headingOf(next) }) : say("bar.review-to"));
  }
  await arrives(driver, say("review.title"));
  assert.equal(await driver.evaluate("$$('.group li').length"), 70);
  await press(driver, say("review.see"));
  await arrives(driver, say("results.title"));
  assert.equal(await shown(driver, ".score"), "39.5 of 100");
  const given = await driver.evaluate("element.assessment");
  near(await assess(reference, "full"), given);
  assert.deepEqual(await driver.evaluate("element.answers"), reference);

  // The results come part by part; pictures have menus of their own.
  await driver.waitFor("$('#weights') && !$('#robust').ariaBusy");
  const tables = await driver.evaluate("$$('.page details:not(.menu, .save) > summary').length");
  assert.equal(tables, 6, "five tables, and how the score is worked out");
  for (let n = 0; n < tables; n++) await driver.click(`$$(".page details:not(.menu, .save) > summary")[${n}]`);
  const rows = await driver.evaluate("$$('table').map((table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map(words)))");
  assert.deepEqual(rows.map((table) => table.length), [5, 26, 5, 6, 5]);
  for (const [n, [, score]] of rows[0].entries()) assert.equal(score, Object.values(given.areas)[n].display.toFixed(1));
  assert.deepEqual(rows[1].map(([title]) => title), full.map(headingOf));
  await driver.click(`$$("table")[1].tBodies[0].rows[5].querySelector("button")`);
  await arrives(driver, headingOf(full[5]));

  await assertSilent({ driver, server });
  const paths = server.paths();
  assert.equal(paths.length, new Set(paths).size, `asked twice: ${paths}`);
  t.figure("requests of the whole walk", paths.length);
});

const everywhere = (choose) => Object.fromEntries(full.flatMap(({ questions }) => questions.map((question) => [question.id, choose(question)])));
const best = ({ kind, options }) => (kind === "multi" ? options.filter(({ exclusive }) => !exclusive).map(({ id }) => id) : options.at(-1).id);
const worst = ({ kind, options }) => (kind === "multi" ? ["none"] : options[0].id);

for (const [what, answers, expected] of [
  ["of the exercise", reference, { gated: false, provisional: false }],
  ["that are all best", everywhere(best), { gated: false, provisional: false }],
  ["that are all worst", everywhere(worst), { gated: false, provisional: false }],
  ["with one weak area", everywhere((q) => (q.id.startsWith("legal.") ? worst(q) : best(q))), { gated: true, provisional: false }],
  ["to one question", { [numbered("1.1.1").id]: "partial" }, { gated: false, provisional: true }],
  ["that are not known but for one", { ...everywhere(() => "dk"), [numbered("3.1.3").id]: "yes" }, { gated: false, provisional: true }],
]) {
  test(`the results say about answers ${what} what the engine says`, async (t) => {
    const { server, driver } = await questions(t);
    await driver.evaluate((answers) => element.importAnswers({ answers }), answers);
    await press(driver, say("nav.results"));
    await arrives(driver, say("results.title"));
    const { overall, stage, areas, indicators, counts } = await assess(answers, "full");
    assert.deepEqual({ gated: stage.gated, provisional: stage.provisional }, expected);
    const label = (id) => bank.stages.find((one) => one.id === id).label;
    const title = (id) => bank.areas.find((one) => one.id === id).title;
    const words = await text(driver);
    const open = counts.unanswered + counts.dk + counts.invalid;
    const { low, high } = overall;
    const sentences = [
      `${overall.display.toFixed(1)} ${say("results.of")} ${label(stage.stage)}`,
      open ? say("results.range", { n: open, low: shownScore(low), high: shownScore(high) }) : say("results.exact"),
      say("results.answered-text", { percent: percent(overall.coverage) }),
      ...(stage.gated ? [say("results.gated", { ungated: label(stage.ungated), stage: label(stage.stage), areas: stage.limitingAreas.map(title).join(" and ") })] : []),
      ...(stage.provisional ? [say("results.provisional-text")] : []),
      ...(stage.low !== stage.high ? [say("results.stage-range", { low: label(stage.low), high: label(stage.high) })] : []),
    ];
    for (const sentence of sentences) assert.ok(words.includes(sentence), sentence);
    assert.equal(words.includes(say("results.provisional-text")), stage.provisional);
    assert.equal(words.includes("one stage above its weakest area"), stage.gated);

    const scores = Object.values(areas).map(({ score }) => score);
    assert.equal(words.includes(say("results.profile-even")), scores.every((score) => score !== null && score === scores[0]));

    const headline = ({ display }) => (display === null ? say("results.none-short") : display.toFixed(1));
    const drawn = await driver.evaluate(() => ({ radar: $("svg.radar desc").textContent, bars: $$(".rows > li:not([aria-hidden])").map(words), tiles: $$(".heat .tile").map(words) }));
    for (const [n, area] of bank.areas.entries()) {
      const result = areas[area.id];
      assert.ok(drawn.radar.includes(`${area.title}: ${headline(result)}.`), drawn.radar);
      assert.equal(drawn.bars[n], `${n + 1} ${area.title} ${headline(result)} ${range(result)}`);
    }
    for (const [n, { id, number, title: name }] of full.entries()) {
      const { score } = indicators[id];
      assert.equal(drawn.tiles[n], `${number} ${name} ${score === null ? say("results.none-short") : shownScore(score)}`);
    }
    await assertSilent({ driver, server });
  });
}

test("what changed is spoken once things are quiet, and not before", async (t) => {
  const { driver } = await questions(t);
  await driver.page.clock.install();
  const live = () => driver.evaluate("$('.bar [role=status]').textContent");
  assert.equal(await live(), "");
  await answerByClicks(driver, numbered("1.1.1"), "applied");
  assert.equal(await live(), "", "not while the user goes on");
  await driver.page.clock.fastForward(1100);
  await driver.waitFor("$('.bar [role=status]').textContent !== ''");
  const { areas, overall } = await assess({ [numbered("1.1.1").id]: "applied" }, "full");
  const { display, low, high } = areas.legal;
  const spoken = say("live.area", { n: 1, score: display.toFixed(1), low: shownScore(low), high: shownScore(high), percent: percent(overall.coverage) });
  assert.equal(await live(), `${spoken} ${say("bar.saved")}.`);
});

test("a hundred changes in one go leave one answer, shown, given and saved", async (t) => {
  const { server, driver } = await questions(t);
  const [law] = full[0].questions;
  await driver.evaluate(() => {
    const inputs = $$("#q0 input");
    for (let n = 0; n < 100; n++) inputs[(n * 7) % 5].click();
    for (const field of $$("#q2 input[type=checkbox]")) field.click();
  });
  await holds(driver, law, law.options[(99 * 7) % 5].id);
  const { at, id } = full[0].questions[2];
  await driver.waitFor(`JSON.stringify($$("#q${at} input").map((one) => one.checked)) === JSON.stringify([false, false, false, false, false, false, false, true])`);
  assert.equal(await driver.evaluate(`element.answers["${id}"]`), "dk");
  const answers = await driver.evaluate("element.answers");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
  await assertSilent({ driver, server });
});

test("explanations are fetched when first asked for, once, and again after a failure", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const asked = () => server.paths().filter((path) => MORE.test(path)).length;
  const [first, second] = full[0].questions;
  assert.equal(asked(), 0);
  server.override({ path: MORE, status: 503, times: 1 });
  await driver.click(help(first));
  await waitForText(t, driver, say("question.no-help"));
  await driver.click(help(first));
  await driver.click(help(first));
  await waitForText(t, driver, first.help);
  assert.equal(asked(), 2);
  await driver.click(help(second));
  await jump(driver, "5.1");
  await driver.click(help(numbered("5.1.1")));
  await waitForText(t, driver, numbered("5.1.1").help);
  for (const item of numbered("5.1.1").evidence) assert.ok((await text(driver)).includes(item));
  assert.equal(asked(), 2);
  assert.deepEqual(await driver.evaluate("violated"), []);
});

test("in a checklist none, don't know, not applicable and the ticks put each other out", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const check = async (question, steps) => {
    for (const [option, answer] of steps) {
      await driver.click(`${control(question, option)}.closest("label")`);
      await holds(driver, question, answer);
      const ticks = Array.isArray(answer) ? answer.filter((id) => id !== "none").length : 0;
      const total = question.options.length - 1;
      assert.equal(await shown(driver, `#q${question.at} [role=status]`), say("question.selected", { n: ticks, total }));
    }
  };
  await check(numbered("1.1.3"), [
    ["child", ["child"]],
    ["identity", ["child", "identity"]],
    ["none", ["none"]],
    ["trafficking", ["trafficking"]],
    ["dk", "dk"],
    ["child", ["child"]],
    ["child", undefined],
    ["none", ["none"]],
    ["none", undefined],
  ]);
  await jump(driver, "2.4");
  await check(numbered("2.4.2"), [
    ["liveness", ["liveness"]],
    ["na", "na"],
    ["dk", "dk"],
    ["na", "na"],
    ["none", ["none"]],
    ["na", "na"],
    ["na", undefined],
  ]);
  await assertSilent({ driver, server });
});

test("skip logic hides with a reason and a way to it, on the same page and on another, and gives the answer back", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const reason = (question, answer) =>
    say("question.implied", { number: question.number, answer: question.options.find(({ id }) => id === answer).label });
  const [law, neutrality] = full[0].questions;
  await answerByClicks(driver, neutrality, "neutral");
  await answerByClicks(driver, law, "draft");
  await waitForText(t, driver, reason(law, "draft"));
  assert.equal(await driver.evaluate(`$$("#q${neutrality.at} input").length`), 0);
  assert.equal(await driver.evaluate(`element.assessment.questions["${neutrality.id}"].state`), "implied");
  await press(driver, say("question.change-other", { number: law.number }));
  await focusIn(driver, law);
  await answerByClicks(driver, law, "partial");
  await holds(driver, neutrality, "neutral");

  const [team, abroad] = [numbered("2.1.1"), numbered("5.2.1")];
  await jump(driver, "2.1");
  await answerByClicks(driver, team, "none");
  await waitForText(t, driver, reason(team, "none"));
  await jump(driver, "5.2");
  await waitForText(t, driver, reason(team, "none"));
  await press(driver, say("question.change-other", { number: team.number }));
  await focusIn(driver, team);
  assert.equal(await shown(driver, "#title"), headingOf(full.find(({ number }) => number === "2.1")));

  await press(driver, say("nav.review"));
  await waitForText(t, driver, say("state.implied", { number: team.number }));
  await press(driver, say("review.change-label", { number: abroad.number }));
  await focusIn(driver, team);
  await answerByClicks(driver, team, "dk");
  await jump(driver, "5.2");
  await assertWhole(driver, abroad);
  await assertSilent({ driver, server });
});

test("an answer is cleared with the focus back at its question, a note is kept as typed", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const [question] = full[0].questions;
  await answerByClicks(driver, question, "partial");
  await press(driver, say("question.clear-label", { number: question.number }));
  await holds(driver, question, undefined);
  await driver.waitFor(`element.shadowRoot.activeElement === ${control(question, "none")}`);
  assert.equal(await driver.evaluate(`${button(say("question.clear-label", { number: question.number }))} === undefined`), true);

  const field = `$("#n${question.at}")`;
  const note = "Act 7 of 2014, section 3: <b>é</b> & “so on”";
  await press(driver, say("question.add-note-label", { number: question.number }));
  await driver.waitFor(`element.shadowRoot.activeElement === ${field}`);
  await driver.type(note);
  const kept = (words) => driver.waitFor(`${field}.value === ${JSON.stringify(words)} && element.exportAnswers().notes["${question.id}"] === ${JSON.stringify(words)}`);
  await kept(note);
  await press(driver, say("bar.next-to", { title: headingOf(full[1]) }));
  await arrives(driver, headingOf(full[1]));
  await press(driver, say("bar.previous-to", { title: headingOf(full[0]) }));
  await arrives(driver, headingOf(full[0]));
  await kept(note);
  await driver.reload();
  await ready(driver);
  await kept(note);

  const long = "x".repeat(2001);
  await driver.evaluate((at, long) => {
    const field = $(`#n${at}`);
    field.value = long;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }, question.at, long);
  await waitForText(t, driver, say("question.note-long", { max: "2,000", n: "2,001" }));
  assert.equal(await driver.evaluate(`${field}.ariaInvalid`), "true");
  await kept(long);
  await assertSilent({ driver, server });
});

test("any page is one jump away, forwards and back", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  for (const number of ["3.2", "5.5", "1.4", "2.1"]) await jump(driver, number);
  const current = await driver.evaluate("$$('.rail [aria-current=page]').map(words)");
  assert.equal(current.length, 1);
  assert.ok(current[0].startsWith("2.1 "), current[0]);
  await press(driver, say("bar.previous-to", { title: "1.5" }));
  await arrives(driver, headingOf(full[4]));
  await jump(driver, "1.1");
  await press(driver, say("bar.previous-to", { title: say("nav.start") }));
  await arrives(driver, say("start.title"));
  for (const [tab, title] of [["nav.results", "results.title"], ["nav.review", "review.title"], ["nav.start", "start.title"]]) {
    await press(driver, say(tab));
    await arrives(driver, say(title));
  }
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  await assertSilent({ driver, server });
});

test("in a narrow place the tab of the open page comes into view", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t, { browser: { viewport: { width: 320, height: 640 } } });
  await driver.evaluate((answers) => element.importAnswers({ answers }), { [full[0].questions[0].id]: "partial" });
  const inView = () =>
    driver.evaluate(() => {
      const [tab, tabs] = [$(".tab[aria-current]"), $(".tabs")].map((one) => one.getBoundingClientRect());
      return tab.left >= tabs.left && tab.right <= tabs.right;
    });
  await driver.click("$('.rail-btn')");
  await jump(driver, "5.5");
  for (const [name, title] of [[say("bar.review"), "review.title"], [say("review.see"), "results.title"]]) {
    await driver.click(`named(".primary", ${JSON.stringify(name)})`);
    await arrives(driver, say(title));
    assert.ok(await inView(), title);
  }
  await assertSilent({ driver, server });
});

test("the bar at the foot never hides what has the focus", { engines: ENGINES, seconds: 120 }, async (t) => {
  const { driver } = await questions(t, { browser: { viewport: { width: 400, height: 640 } } });
  await driver.evaluate("document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: 'The page goes on.' }))");
  const last = `$(".bar .primary")`;
  for (let n = 0; ; n++) {
    await driver.press("Tab");
    if (await driver.evaluate(`element.shadowRoot.activeElement === ${last}`)) break;
    assert.ok(n < 80, "the end of the page is never reached");
    const hidden = await driver.evaluate(() => {
      const focused = element.shadowRoot.activeElement;
      if (!focused || focused.closest(".bar")) return false;
      const { bottom } = (focused.closest("label") ?? focused).getBoundingClientRect();
      return bottom > $(".bar").getBoundingClientRect().top + 1 && words(focused.closest("label") ?? focused);
    });
    assert.equal(hidden, false);
  }
});

test("in a narrow place the list of areas opens and closes", async (t) => {
  const { server, driver } = await questions(t, { browser: { viewport: { width: 320, height: 640 } } });
  assert.equal(await driver.evaluate("$('.rail').checkVisibility()"), false);
  const toggle = `$(".rail-btn")`;
  await driver.click(toggle);
  await driver.waitFor("$('.rail').checkVisibility()");
  assert.equal(await driver.evaluate(`${toggle}.ariaExpanded`), "true");
  await jump(driver, "4.2");
  assert.equal(await driver.evaluate("$('.rail').checkVisibility()"), false);
  assert.ok((await shown(driver, ".rail-btn")).startsWith(say("rail.area-of", { n: 4, total: 5 })));
  await assertSilent({ driver, server });
});

test("the review shows what was asked for, and its links lead to a question and back", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const answers = { ...reference, "technical.advanced.biometrics": "na", "legal.procedure.evidence": "dk" };
  delete answers["capacity.innovation.incentives"];
  await driver.evaluate((answers) => element.importAnswers({ answers }), answers);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  const filter = async (key, count, rows) => {
    await driver.click(`named(".seg button", ${JSON.stringify(say(key))})`);
    await driver.waitFor(`named(".seg button", ${JSON.stringify(say(key))}).ariaPressed === "true"`);
    assert.equal(await shown(driver, ".seg [aria-pressed=true]"), `${say(key)} ${count}`);
    assert.equal(await driver.evaluate("$$('.group li').length"), rows);
    assert.equal(await shown(driver, ".toolbar [role=status]"), say("review.shown", { n: rows }));
  };
  await filter("review.all", 70, 70);
  // "Don't know" stands in two answers: here, and in those of the exercise.
  await filter("review.open", 3, 3);
  await filter("question.not-applicable", 1, 1);
  await filter("review.with-note", 0, 0);
  await waitForText(t, driver, say("review.empty"));
  await press(driver, say("review.show-all"));
  await driver.waitFor("$$('.group li').length === 70");

  for (const [key, number] of [["review.change-label", "1.2.2"], ["review.answer-label", "4.5.3"]]) {
    await press(driver, say(key, { number }));
    const question = numbered(number);
    await driver.waitFor(`$("#title").textContent.startsWith(${JSON.stringify(`${number.slice(0, 3)} `)})`);
    await focusIn(driver, question);
    await answerByClicks(driver, question, question.kind === "multi" ? ["tax"] : "procedure");
    await driver.click(`$(".bar .primary")`);
    await arrives(driver, say("review.title"));
  }
  await filter("review.open", 1, 1);
  await assertSilent({ driver, server });
});

test("deleting asks first with the focus on the safe choice, then removes every key and says so", { engines: ENGINES }, async (t) => {
  const { server, driver } = await questions(t);
  const [first, second] = full[0].questions;
  await answerByClicks(driver, first, "partial");
  await answerByClicks(driver, second, "neutral");
  await press(driver, say("question.add-note-label", { number: first.number }));
  await driver.type("note");
  await press(driver, say("nav.start"));
  await arrives(driver, say("start.title"));
  const before = await driver.evaluate("({ answers: element.answers, keys: Object.keys(localStorage).sort() })");
  assert.deepEqual(before.keys, ["gca:gca-core:default:a", "gca:gca-core:default:b"]);

  const ask = async () => {
    await press(driver, say("start.delete"));
    await driver.waitFor(`$("dialog:modal") && element.shadowRoot.activeElement === $("dialog .safe")`);
  };
  await ask();
  const answers = say("delete.answers", { n: 2 });
  assert.ok((await shown(driver, "dialog")).includes(say("delete.text", { answers, notes: say("delete.notes", { n: 1 }) })));
  await driver.press("Escape");
  const back = `!$("dialog") && element.shadowRoot.activeElement === $("#delete")`;
  await driver.waitFor(back);
  await ask();
  await driver.press("Enter");
  await driver.waitFor(back);
  assert.deepEqual(await driver.evaluate("({ answers: element.answers, keys: Object.keys(localStorage).sort() })"), before);

  await ask();
  await press(driver, say("delete.delete"));
  await arrives(driver, say("start.title"));
  assert.deepEqual(await driver.evaluate("[element.answers, localStorage.length]"), [{}, 0]);
  // Until the second copy has gone too, the tab knows that something was deleted.
  await driver.waitFor("sessionStorage.length === 0");
  assert.ok(!(await text(driver)).includes(say("start.resume")));
  assert.equal(await shown(driver, "[role=status]"), `${say("delete.done")} ${say("notice.close")}`);
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await driver.evaluate("[element.answers, localStorage.length]"), [{}, 0]);
  await assertSilent({ driver, server });
});

test("with another heading level the focus still goes to the heading", async (t) => {
  for (const level of [1, 3, 4]) {
    const { driver } = await questions(t, { element: QUESTIONS.replace(">", ` heading-level="${level}">`) });
    await press(driver, say("bar.next-to", { title: "" }).trim());
    await arrives(driver, headingOf(full[1]));
    assert.equal(await driver.evaluate("$('#title').localName"), `h${level}`);
  }
});
