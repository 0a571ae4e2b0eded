// What stands beside answers: evidence, flags, who answered, the earlier round; undo, number keys; the review's choices.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { DIST } from "./paths.mjs";
import { answerByClicks, arrives, assertSilent, assess, bank, button, control, full, headingOf, holds, jump, numbered, open, press, ready, reference, say, tabTo, text, wholeHasCome } from "./product.mjs";
import { test } from "./suite.mjs";

const ALL = ["chromium", "firefox", "webkit"];
const [law, neutral, harms] = full[0].questions;
const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';

/** Opens the first page of questions in the whole program. */
async function questions(t, { element = QUESTIONS, given, ...options } = {}) {
  const opened = await open(t, { element, ...options });
  const { driver } = opened;
  await ready(driver);
  if (given) await driver.evaluate((given) => element.importAnswers(given) && 0, given);
  // The whole program takes over when a page is turned.
  await wholeHasCome(driver);
  await press(driver, say("nav.results"));
  await arrives(driver, say("results.title"));
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  return opened;
}

const shown = (driver, selector) => driver.evaluate(`words($(${JSON.stringify(selector)}))`);
const focus = (driver, expression) => driver.waitFor(`element.shadowRoot.activeElement === ${expression}`);
const kept = (driver) => driver.evaluate("element.exportAnswers()");
const said = (driver, words) => driver.waitFor(`$$(".vh[role=status]").some((one) => one.textContent === ${JSON.stringify(words)})`);
const label = (question, id) => question.options.find((option) => option.id === id).label;
const field = (key) => `[...$$("#q${law.at} .piece label")].find((one) => words(one) === ${JSON.stringify(say(key))})`;
const filled = (key) => `$("#" + ${field(key)}.htmlFor)`;
const reload = async (driver) => {
  await driver.reload();
  await ready(driver);
};

test("evidence is kept as it is typed, its link is a real one where that is safe, and what was removed comes back", { engines: ["chromium", "firefox"], seconds: 90 }, async (t) => {
  const { server, driver } = await questions(t);
  await press(driver, say("question.add-evidence-label", { number: "1.1.1" }));
  await focus(driver, filled("evidence.text"));
  const entry = { text: "<img src=x onerror=alert(1)> \u202e & “Act”", reference: "s. 3", date: "2021-03-12", link: "https://example.org/act" };
  for (const part of ["text", "reference", "date", "link"]) {
    await driver.evaluate(`${filled(`evidence.${part}`)}.focus()`);
    await driver.evaluate((text) => document.execCommand("insertText", false, text), entry[part]);
    await driver.waitFor(`element.exportAnswers().evidence[${JSON.stringify(law.id)}][0].${part} === ${JSON.stringify(entry[part])}`);
  }
  const link = "$('.piece a')";
  await driver.waitFor(link);
  assert.deepEqual(await driver.evaluate(`[${link}.href, ${link}.target, ${link}.rel]`), ["https://example.org/act", "_blank", "noopener noreferrer"]);
  assert.ok((await driver.evaluate(`words(${link})`)).startsWith(say("evidence.open", { host: "example.org" })));
  if (driver.page) await assertAccessible(driver);

  for (const unsafe of ["javascript:alert(1)", "example.org", "https://a@example.org"]) {
    await driver.evaluate(`(${filled("evidence.link")}.focus(), ${filled("evidence.link")}.select())`);
    await driver.evaluate((text) => document.execCommand("insertText", false, text), unsafe);
    await driver.waitFor(`${filled("evidence.link")}.value === ${JSON.stringify(unsafe)} && !$(".piece a")`);
    assert.ok((await shown(driver, ".piece")).includes(say("evidence.no-link")));
  }
  await driver.evaluate(`(${filled("evidence.date")}.focus(), ${filled("evidence.date")}.select())`);
  await driver.evaluate((text) => document.execCommand("insertText", false, text), "x".repeat(41));
  await driver.waitFor("$('.piece [aria-invalid=true]')");
  assert.ok((await shown(driver, ".piece .error-text")).includes(say("question.long", { max: "40", n: "41" })));
  assert.equal(await driver.evaluate("$('#' + $('.piece [aria-invalid]').getAttribute('aria-describedby')).className.split(' ')[0]"), "error-text");
  if (driver.page) await assertAccessible(driver);

  const before = await kept(driver);
  assert.equal(before.evidence[law.id][0].date.length, 41, "too long, and still there");
  await reload(driver);
  assert.deepEqual((await kept(driver)).evidence, before.evidence);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await press(driver, say("review.with-note"));
  await driver.waitFor("$$('.group li').length === 1");
  const row = await driver.evaluate("$('.group li').textContent");
  for (const part of [entry.text, "s. 3", "https://a@example.org"]) assert.ok(row.includes(part), part);
  await press(driver, say("review.answer-label", { number: "1.1.1" }));
  await arrivesAt(driver, law);

  await press(driver, say("evidence.remove-label", { n: 1, number: "1.1.1" }));
  await said(driver, say("evidence.removed", { number: "1.1.1" }));
  await focus(driver, `$("#ea${law.at}")`);
  assert.equal((await kept(driver)).evidence, undefined);
  await press(driver, say("evidence.put-back"));
  await focus(driver, filled("evidence.text"));
  assert.deepEqual((await kept(driver)).evidence, before.evidence);
  await assertSilent({ driver, server });
});

const arrivesAt = (driver, { at }) => driver.waitFor(`$("#q${at}")?.contains(element.shadowRoot.activeElement)`);

test("the sources of a question stand in its explanation with links that open apart", async (t) => {
  const { server, driver } = await questions(t);
  await driver.click(`$("#q${law.at} summary")`);
  await driver.waitFor(`$("#q${law.at} .disc-body a")`);
  const links = await driver.evaluate((at) => $$(`#q${at} .disc-body a`).map(({ href, target, rel }) => ({ href, target, rel })), law.at);
  const cited = law.sources.map(({ id }) => bank.sources.find((source) => source.id === id));
  assert.deepEqual(links.map(({ href }) => href), cited.map(({ url }) => new URL(url).href));
  assert.ok(links.every(({ target, rel }) => target === "_blank" && rel === "noopener noreferrer"));
  const words = await shown(driver, `#q${law.at} .disc-body`);
  for (const [n, { title, publisher, year }] of cited.entries()) {
    assert.ok(words.includes(title) && words.includes(`${publisher}, ${year}, ${law.sources[n].locator}`), title);
  }
  await assertAccessible(driver);
  await assertSilent({ driver, server });
});

test("a flag is a toggle that marks the question, its indicator and its area, and survives a reload", { engines: ["chromium", "firefox"] }, async (t) => {
  const { server, driver } = await questions(t);
  const flag = `named("button", ${JSON.stringify(say("question.flag-label", { number: "1.1.1" }))})`;
  assert.equal(await driver.evaluate(`${flag}.ariaPressed`), "false");
  await driver.click(flag);
  await driver.waitFor(`${flag}.ariaPressed === "true" && $("#q${law.at} legend .flag")`);
  assert.ok((await driver.evaluate(`$("#q${law.at} legend").textContent`)).includes(say("question.flagged")));
  const marked = `[".rail-i", ".rail-a"].every((one) => $(one).textContent.includes(${JSON.stringify(say("question.flagged"))}))`;
  await driver.waitFor(marked);
  assert.deepEqual((await kept(driver)).flagged, [law.id]);
  if (driver.page) await assertAccessible(driver);
  await reload(driver);
  assert.deepEqual((await kept(driver)).flagged, [law.id], "the first program hands it on");
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await press(driver, say("review.flagged"));
  await driver.waitFor("$$('.group li').length === 1");
  await press(driver, say("review.answer-label", { number: "1.1.1" }));
  await arrivesAt(driver, law);
  await driver.click(flag);
  await driver.waitFor(`${flag}.ariaPressed === "false" && element.exportAnswers().flagged === undefined`);
  await assertSilent({ driver, server });
});

test("the list of areas tells how far each indicator is, in shapes and in words", async (t) => {
  const answers = { [law.id]: "draft", ...Object.fromEntries(full[1].questions.map(({ id }) => [id, "dk"])) };
  const { driver } = await questions(t, { given: { answers, flagged: [full[2].questions[0].id] } });
  const states = await driver.evaluate("$$('.rail-i').map((one) => one.textContent)");
  const tells = (n, ...keys) => keys.every((key) => states[n].includes(say(key)));
  assert.ok(tells(0, "rail.partly"), states[0]);
  assert.ok(tells(1, "rail.unknown", "rail.complete"), states[1]);
  assert.ok(tells(2, "rail.untouched", "question.flagged"), states[2]);
  const shapes = await driver.evaluate("$$('.rail-i').map((one) => one.querySelectorAll('.state svg path').length)");
  assert.deepEqual(shapes.slice(0, 4), [1, 2, 2, 1]);
  await tabTo(driver, "$('.rail-marks summary')");
  await driver.press("Enter");
  for (const key of ["rail.untouched", "rail.partly", "rail.complete", "rail.unknown", "question.flagged"]) assert.ok((await shown(driver, ".marks")).includes(say(key)));
  await assertAccessible(driver);
});

test("who answered is asked only where the page wants it, and is kept", async (t) => {
  const { server, driver } = await questions(t, { element: QUESTIONS.replace(">", " ask-who>") });
  assert.equal(await driver.evaluate("element.askWho"), true);
  await driver.click(`$("#w${law.at}")`);
  await driver.type("Ministry of Justice 1");
  await driver.waitFor(`element.exportAnswers().who?.[${JSON.stringify(law.id)}] === "Ministry of Justice 1"`);
  assert.deepEqual(await driver.evaluate("element.answers"), {}, "digits in a field are text");
  await assertAccessible(driver);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  assert.ok((await text(driver)).includes(say("review.by", { who: "Ministry of Justice 1" })));
  await driver.evaluate("void (element.askWho = false)");
  await driver.waitFor("element.exportAnswers && !element.hasAttribute('ask-who')");
  await ready(driver);
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  assert.equal(await driver.evaluate("$('#w0')"), null);
  await assertSilent({ driver, server });
});

test("the answer of an earlier round stands at its question, and one button takes it again", { engines: ["chromium", "firefox"] }, async (t) => {
  const earlier = { name: "Round 2024", saved: Date.UTC(2024, 2, 12, 12), answers: { [law.id]: "partial", [harms.id]: ["child", "identity"], [neutral.id]: "dk" } };
  const { server, driver } = await questions(t, { given: { answers: { [law.id]: "draft", [neutral.id]: "dk" }, earlier } });
  const line = `#q${law.at} .before`;
  const when = "Round 2024, 12 March 2024";
  assert.ok((await shown(driver, line)).startsWith(say("question.before-when", { when, answer: label(law, "partial") })));
  const both = `${label(harms, "child")}; ${label(harms, "identity")}`;
  assert.ok((await shown(driver, `#q${harms.at} .before`)).includes(both));
  assert.equal(await driver.evaluate(`$("#q${neutral.at} .before")`), null, "it is the same");
  if (driver.page) await assertAccessible(driver);
  await press(driver, say("question.as-before-label", { number: "1.1.1" }));
  await holds(driver, law, "partial");
  await focus(driver, control(law, "partial"));
  assert.equal(await driver.evaluate(`$("${line}")`), null);
  await press(driver, say("question.as-before-label", { number: "1.1.3" }));
  await holds(driver, harms, ["child", "identity"]);
  await assertSilent({ driver, server });
});

test("undo and redo by keyboard show the question with the focus and say what was done", { engines: ALL, seconds: 90 }, async (t) => {
  const { server, driver } = await questions(t);
  const undo = button(say("undo.undo"));
  const redo = button(say("undo.redo"));
  assert.deepEqual(await driver.evaluate(`[${undo}.disabled, ${redo}.disabled]`), [true, true]);
  await answerByClicks(driver, law, "partial");
  await answerByClicks(driver, neutral, "neutral");
  await answerByClicks(driver, neutral, "mixed");
  await press(driver, say("bar.next-to", { title: headingOf(full[1]) }));
  await arrives(driver, headingOf(full[1]));
  await tabTo(driver, undo);
  await driver.press("Enter");
  await holds(driver, neutral, "neutral");
  await focus(driver, control(neutral, "neutral"));
  await said(driver, say("undo.back", { number: "1.1.2" }));
  assert.equal(await driver.evaluate("$('#title').textContent"), headingOf(full[0]));
  await tabTo(driver, undo);
  await driver.press("Space");
  await holds(driver, neutral, undefined);
  await said(driver, say("undo.taken", { number: "1.1.2" }));
  await focus(driver, control(neutral, neutral.options[0].id));
  await tabTo(driver, redo);
  await driver.press("Enter");
  await holds(driver, neutral, "neutral");
  await said(driver, say("undo.again", { number: "1.1.2" }));
  if (driver.page) await assertAccessible(driver);
  await reload(driver);
  await holds(driver, neutral, "neutral");
  await assertSilent({ driver, server });
});

test("number keys answer inside a question and nowhere else, and the page's shortcuts stay out of it", { engines: ALL, seconds: 90 }, async (t) => {
  const { server, driver } = await questions(t);
  await driver.evaluate(() => {
    globalThis.heard = [];
    addEventListener("keydown", ({ key }) => heard.push(key));
  });
  const heard = () => driver.evaluate("heard.splice(0)");
  const [first, second, third] = law.options.map(({ id }) => id);
  await tabTo(driver, control(law, first));
  await heard();
  await driver.press("3");
  await holds(driver, law, third);
  await focus(driver, control(law, third));
  await driver.press("2");
  await holds(driver, law, second);
  await driver.press("9");
  await holds(driver, law, second);
  await driver.press("0");
  await holds(driver, law, undefined);
  await focus(driver, control(law, first));
  assert.deepEqual(await heard(), [], "they were used");
  await driver.press("Control+1");
  assert.ok((await heard()).includes("1"), "this was not");
  await holds(driver, law, undefined);

  const [a, b] = harms.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  await tabTo(driver, control(harms, a));
  await driver.press("2");
  await holds(driver, harms, [b]);
  await driver.press("1");
  await holds(driver, harms, [a, b]);
  await driver.press("2");
  await holds(driver, harms, [a]);
  await driver.press(String(harms.options.length));
  await holds(driver, harms, ["none"]);
  await driver.press("0");
  await holds(driver, harms, undefined);

  await press(driver, say("question.add-note-label", { number: "1.1.1" }));
  await focus(driver, `$("#n${law.at}")`);
  await driver.type("10 1");
  await driver.waitFor(`$("#n${law.at}").value === "10 1"`);
  await driver.evaluate("$('.bar .primary').focus()");
  await driver.press("1");
  assert.deepEqual(await driver.evaluate("element.answers"), {});
  await driver.click("$('.keys-help summary')");
  for (const key of ["keys.lead", "keys.digits-text", "keys.zero-text"]) assert.ok((await shown(driver, ".keys-help")).includes(say(key)));
  if (driver.page) await assertAccessible(driver);
  await assertSilent({ driver, server });
});

test("the review shows what was asked for, contradictions and what tells most, and a change comes back to the same choice", { engines: ["chromium", "firefox"], seconds: 120 }, async (t) => {
  const csirt = numbered("2.1.1");
  const given = { ...reference, [csirt.id]: csirt.options[0].id, [law.id]: "dk" };
  const gone = full[12].questions.map(({ id }) => id);
  for (const id of gone) delete given[id];
  const { server, driver } = await questions(t, { given: { answers: given, notes: { [neutral.id]: "n" }, flagged: [law.id, harms.id] } });
  const { checks, findOut } = await engine(given);
  assert.ok(checks.length > 0);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await driver.waitFor("$('.contradict')");
  const clashes = await driver.evaluate("$$('.clashes li p').map(words)");
  assert.deepEqual(clashes, checks.map(({ text }) => text.replace(/\s+/g, " ")));

  const rows = await driver.evaluate("$$('.left li').map((row) => [row.querySelector('.num').textContent, row.querySelector('.gain').textContent])");
  const place = new Map(full.flatMap(({ questions }) => questions.map(({ id, number }) => [id, number])));
  assert.deepEqual(rows, findOut.map(({ question, weightPoints }) => [place.get(question), say("review.points", { points: shownPoints(weightPoints) })]));
  assert.equal(await driver.evaluate("$$('.left > ol > li').length"), Math.min(10, rows.length));
  if (driver.page) await assertAccessible(driver);

  const dontKnow = Object.values(given).filter((answer) => answer === "dk").length;
  const contradicting = new Set(checks.flatMap(({ questions }) => questions.map(({ question }) => question))).size;
  for (const [key, count] of [
    ["review.all", 70], ["review.unanswered", gone.length], ["question.dont-know", dontKnow], ["review.open", gone.length + dontKnow],
    ["question.not-applicable", 0], ["review.with-note", 1], ["review.flagged", 2], ["review.contradictions", contradicting],
  ]) {
    const chip = `named(".seg button", ${JSON.stringify(say(key))})`;
    await driver.click(chip);
    await driver.waitFor(`${chip}.ariaPressed === "true"`);
    assert.equal(await driver.evaluate(`words(${chip})`), `${say(key)} ${count}`);
    assert.equal(await driver.evaluate("$$('.group li').length"), count, key);
    assert.equal(await shown(driver, ".toolbar [role=status]"), say("review.shown", { n: count }));
  }
  if (driver.page) await assertAccessible(driver);
  await driver.click("$('.clashes .link')");
  await arrivesAt(driver, csirt);
  await answerByClicks(driver, csirt, csirt.options.at(-1).id);
  await driver.click("$('.bar .primary')");
  await arrives(driver, say("review.title"));
  assert.equal(await driver.evaluate(`named(".seg button", ${JSON.stringify(say("review.contradictions"))}).ariaPressed`), "true");
  await driver.waitFor("$('.empty')");
  await assertSilent({ driver, server });
});

test("clearing all answers asks first with the focus on the safe choice, leaves the notes, and can be taken back", { engines: ["chromium", "firefox"] }, async (t) => {
  const { server, driver } = await questions(t, { element: '<gca-assessment start-at="questions"></gca-assessment>', given: { answers: reference, notes: { [law.id]: "n" } } });
  const before = await driver.evaluate("element.answers");
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  const ask = async () => {
    await driver.click("$('#clear')");
    await driver.waitFor(`$("dialog:modal") && element.shadowRoot.activeElement === $("dialog .safe")`);
  };
  await ask();
  assert.ok((await shown(driver, "dialog")).includes(say("clear.ask-both", { answers: say("delete.answers", { n: Object.keys(reference).length }) })));
  if (driver.page) await assertAccessible(driver);
  await driver.press("Escape");
  await driver.waitFor(`!$("dialog") && element.shadowRoot.activeElement === $("#clear")`);
  assert.deepEqual(await driver.evaluate("element.answers"), before);
  await ask();
  await press(driver, say("clear.clear"));
  await arrives(driver, say("review.title"));
  const n = Object.keys(reference).length;
  await said(driver, say("undo.cleared", { n }));
  assert.ok((await shown(driver, ".cleared")).includes(say("undo.cleared", { n })));
  assert.deepEqual(await driver.evaluate("[element.answers, Object.keys(element.exportAnswers().notes)]"), [{}, [law.id]]);
  if (driver.page) await assertAccessible(driver);
  await press(driver, say("undo.undo"));
  await said(driver, say("undo.restored", { n }));
  assert.deepEqual(await driver.evaluate("element.answers"), before);
  await reload(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), before);
  await assertSilent({ driver, server });
});

test("where the texts for contradictions cannot be had the review says so, and tries again", async (t) => {
  const { server, driver } = await open(t, { element: QUESTIONS });
  await ready(driver);
  server.override({ path: /\.more-\w+\.json$/, status: 404, times: 1 });
  await wholeHasCome(driver);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await driver.waitFor("$('.missing')");
  assert.ok((await shown(driver, ".missing")).includes(say("review.contradictions-missing")));
  await assertAccessible(driver);
  await press(driver, say("notice.retry"));
  await driver.waitFor("!$('.missing')");
});

test("a bank of the host's own is taken apart in the page as the build does with ours", { engines: ["chromium"] }, async () => {
  const { split } = await import("../../www/bank.js");
  const name = readdirSync(`${DIST}/assets`).find((one) => one.startsWith("gca-core.en.more-"));
  assert.deepEqual(JSON.parse(JSON.stringify(split(bank).more)), JSON.parse(readFileSync(`${DIST}/assets/${name}`, "utf8")));
});

const shownPoints = (points) => (Math.floor(10 * points + 0.5 + 1e-9) / 10).toFixed(1);

async function engine(answers) {
  const program = await import(`${DIST}/engine.js`);
  await program.init();
  return { checks: program.check(bank, { answers }), findOut: (await assess(answers, "full")).findOut };
}
