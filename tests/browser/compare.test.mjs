// This assessment beside others: a new round, files, a target, a reference profile and rounds in time, with the engine's own numbers.

import assert from "node:assert/strict";
import { assertAccessible } from "./axe.mjs";
import { arrives, assertSilent, bank, full, near, open, press, ready, reference, say, tabTo, text } from "./product.mjs";
import { DIST } from "./paths.mjs";
import { test } from "./suite.mjs";

const questions = full.flatMap(({ questions }) => questions);
const single = questions.filter(({ kind }) => kind === "single");
const [LAW] = questions;

/** The first round: as the exercise has it, with the last four questions not answered. */
const THEN = Object.fromEntries(Object.entries(reference).slice(0, -4));
/** The second: eight single answers are one step better, two are worse. */
const NOW = { ...reference, ...moved(single.slice(0, 8), 1), ...moved(single.slice(20, 22), -1) };

function moved(list, by) {
  const move = ({ id, options }) => {
    const at = options.findIndex((option) => option.id === reference[id]);
    return [id, options[Math.min(Math.max(at + by, 0), options.length - 1)].id];
  };
  return Object.fromEntries(list.map(move));
}

const engine = async () => {
  const engine = await import(`${DIST}/engine.js`);
  await engine.init();
  return engine;
};

/** A difference as the page writes it. */
const signed = (by) => {
  const size = (Math.floor(10 * Math.abs(by) + 0.5 + 1e-9) / 10).toFixed(1);
  return size === "0.0" ? size : (by > 0 ? "+" : "−") + size;
};
const size = (by) => signed(by).replace(/^[+−]/, "");

async function begin(t, options) {
  const opened = await open(t, options);
  await ready(opened.driver);
  await opened.driver.waitFor("$('.tools')");
  return opened;
}

const give = (driver, answers, beside = {}) => driver.evaluate((data) => element.importAnswers(data) && 0, { mode: "full", answers, notes: {}, ...beside });
const answers = (driver) => driver.evaluate("element.answers");
const sees = (driver, words) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(words)})`);

async function show(driver) {
  await press(driver, say("nav.compare"));
  await arrives(driver, say("nav.compare"));
}

async function menu(driver, key) {
  await driver.click("$('.tools summary')");
  await driver.click(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say(key))})`);
}

const addFiles = async (driver, ...files) => {
  const list = files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) }));
  await driver.page.locator("#file").setInputFiles(list);
};
const told = (driver) => driver.evaluate("words($('#told').closest('.notice'))");
const file = (answers, more = {}) => JSON.stringify({ format: 1, bank: bank.id, mode: "full", answers, ...more });

/** The rows of the table with this caption: a list of the texts of their cells. */
const table = (driver, key) =>
  driver.evaluate(
    `[...$$("table").find((one) => one.caption.textContent === ${JSON.stringify(say(key))}).tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  );

async function secondRound(driver) {
  await give(driver, THEN);
  await menu(driver, "device.again");
  await driver.waitFor("Object.keys(element.answers).length === 0");
  await driver.evaluate((answers) => element.importAnswers({ ...element.exportAnswers(), answers }) && 0, NOW);
  await show(driver);
  await driver.waitFor("$('.minis')");
}

test("a new round shows what changed since the one before, by the numbers of the engine", { seconds: 180 }, async (t) => {
  const { server, driver } = await begin(t);
  await press(driver, say("start.full-button"));
  await show(driver);
  await sees(driver, say("compare.none"));
  await assertAccessible(driver);
  await secondRound(driver);
  const { compare } = await engine();
  const expected = compare(bank, { answers: NOW }, { answers: THEN });
  const lead = say("compare.rose", { points: size(expected.change) });
  await sees(driver, lead);
  await sees(driver, say("compare.shared", { n: expected.pairedQuestions, percent: `${Math.floor(100 * expected.pairedCoverage + 1e-9)}%` }));
  const [whole, ...areas] = await table(driver, "compare.areas");
  assert.equal(whole[3], signed(expected.change));
  bank.areas.forEach(({ id }, at) => {
    const area = expected.areas[id];
    assert.deepEqual(areas[at].slice(1, 4), [area.then.toFixed(1), area.now.toFixed(1), signed(area.change)], id);
  });
  const parts = areas.map((row) => Number(row[4].replace("−", "-")));
  near(Math.round(parts.reduce((a, b) => a + b) - expected.change), 0);
  const rows = await table(driver, "compare.indicators");
  assert.equal(rows.length, full.length);
  const shown = await driver.evaluate("$$('.lines b').map((one) => one.textContent)");
  assert.deepEqual([...shown].sort(), expected.changes.map(({ contribution }) => say("compare.points", { points: signed(contribution) })).filter((words) => !/ 0\.0|^0\.0/.test(words)).sort());
  const label = (id) => LAW.options.find((option) => option.id === id).label;
  const first = await driver.evaluate(`$$(".lines li").map((one) => one.textContent).find((one) => one.includes(${JSON.stringify(LAW.text)}))`);
  assert.ok(first.includes(label(THEN[LAW.id])) && first.includes(label(NOW[LAW.id])), first);
  assert.deepEqual(await answers(driver), NOW, "nothing changes the answers");
  await driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })");
  await assertAccessible(driver);
  await assertSilent({ driver, server });
});

test("another assessment comes from a file, in memory only, and broken files say exactly why", { seconds: 180 }, async (t) => {
  const { server, driver } = await begin(t);
  await secondRound(driver);
  const stored = await driver.evaluate("JSON.stringify(localStorage)");
  const other = moved(single, -1);
  const kenya = file(other, { name: "Kenya", saved: "2024-03-12T00:00:00Z", version: "0.9", hash: "x", extra: 1 });
  // Asked for early: a choice that opens before the browser was told of it is never seen.
  const chooser = driver.page.waitForEvent("filechooser");
  await tabTo(driver, "$('#add')");
  await driver.press("Enter");
  await (await chooser).setFiles([{ name: "kenya.gca.json", mimeType: "", buffer: Buffer.from(kenya) }]);
  await sees(driver, say("compare.told"));
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'told'");
  const { compare } = await engine();
  const expected = compare(bank, { answers: NOW }, { answers: other });
  await sees(driver, say("compare.rose", { points: size(expected.change) }));
  await sees(driver, say("compare.version", { version: "0.9" }));
  await driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })");
  await assertAccessible(driver);
  const lead = await driver.evaluate("words($('.lead'))");
  const broken = [
    ["", say("file.empty", { name: "x.json" })],
    ["{", say("file.cut", { name: "x.json", line: 1, column: 1 })],
    ["%PDF-1.7", say("file.pdf", { name: "x.json" })],
    ['{"bank":"other","answers":{}}', say("file.other-bank", { name: "x.json", bank: "other" })],
    ['{"x":1}', say("compare.neither", { name: "x.json" })],
  ];
  for (const [content, words] of broken) {
    await addFiles(driver, ["x.json", content]);
    await driver.waitFor(`words($('#told').closest('.notice')).includes(${JSON.stringify(words)})`);
    assert.ok((await told(driver)).includes(say("compare.told-nothing")));
    assert.equal(await driver.evaluate("words($('.lead'))"), lead);
  }
  await assertAccessible(driver);
  // Chosen by keys, and taken away by keys.
  await tabTo(driver, "$$('[name=with]').find((one) => one.checked)");
  await driver.press("ArrowUp");
  const back = compare(bank, { answers: NOW }, { answers: THEN });
  await sees(driver, say("compare.rose", { points: size(back.change) }));
  await tabTo(driver, `named("button", ${JSON.stringify(say("compare.remove-label", { name: "Kenya" }))})`);
  await driver.press("Enter");
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'add'");
  assert.ok(!(await text(driver)).includes("Kenya"));
  assert.equal(await driver.evaluate("JSON.stringify(localStorage)"), stored);
  assert.deepEqual(await answers(driver), NOW);
  await assertSilent({ driver, server });
});

test("a target is set by keys, kept over a reload, and its gaps are the engine's", { seconds: 180 }, async (t) => {
  const { server, driver } = await begin(t);
  await give(driver, reference);
  await show(driver);
  const [legal, technical] = bank.areas;
  const name = (at) => say("aims.kind", { area: `${at + 1} ${bank.areas[at].title}` });
  const choose = async (label, letter) => {
    await tabTo(driver, `named("select", ${JSON.stringify(label)})`);
    await driver.press(letter);
  };
  await choose(name(0), "M");
  await driver.waitFor("element.exportAnswers().targets?.areas?.legal === 'managed'");
  await choose(name(1), "O");
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'aim2'");
  await driver.evaluate("element.shadowRoot.activeElement.select()");
  for (const key of "200") await driver.press(key);
  await driver.press("Tab");
  await sees(driver, say("aims.wrong", { typed: "200" }));
  await assertAccessible(driver);
  await tabTo(driver, "$('#aim2')", "Shift+Tab");
  await driver.evaluate("element.shadowRoot.activeElement.select()");
  for (const key of "91.5") await driver.press(key);
  await driver.press("Tab");
  await driver.waitFor("element.exportAnswers().targets?.areas?.technical === 91.5 && !$('.error-text')");
  const { target } = await engine();
  const stage = bank.stages.find(({ id }) => id === "managed");
  const expected = target(bank, { answers: reference }, { areas: { [legal.id]: stage.min, [technical.id]: 91.5 } });
  for (const [at, { id }] of [legal, technical].entries()) {
    const { gap } = expected.areas[id];
    const words = gap > 0 ? say("aims.gap", { points: size(gap) }) : say("aims.reached");
    assert.equal(await driver.evaluate(`words($$(".aims .val")[${at + 1}])`), words);
  }
  await driver.waitFor("localStorage.length > 0");
  await driver.reload();
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await show(driver);
  assert.equal(await driver.evaluate("$('#aim2').value"), "91.5");
  assert.equal(await driver.evaluate(`named("select", ${JSON.stringify(name(0))}).selectedOptions[0].text`), say("aims.stage", { stage: stage.label, points: "62.5" }));
  await assertAccessible(driver);
  await press(driver, say("aims.clear"));
  await driver.waitFor("element.exportAnswers().targets === undefined && $$('.aims select').every((one) => one.value === '')");
  assert.deepEqual(await answers(driver), reference);
  await assertSilent({ driver, server });
});

const PROFILE = { label: "Example group", source: "Made up for this test", year: 2025, assessments: 12, version: bank.version, areas: Object.fromEntries(bank.areas.map(({ id }, at) => [id, 40 + 10 * at])) };

test("a reference profile from a file says how far above and below, and a broken one exactly why", { seconds: 120 }, async (t) => {
  const { server, driver } = await begin(t);
  await give(driver, reference);
  await show(driver);
  await addFiles(driver, ["profile.json", JSON.stringify(PROFILE)]);
  await sees(driver, say("compare.told-profile", { name: PROFILE.label }));
  await sees(driver, say("reference.no-ranking"));
  const { profile } = await engine();
  const expected = profile(bank, { answers: reference }, PROFILE);
  const rows = await table(driver, "reference.title");
  assert.deepEqual(rows.map((row) => row[3]), bank.areas.map(({ id }) => signed(expected.differences[id])));
  const mean = expected.meanDifference;
  await sees(driver, say(mean > 0 ? "reference.above" : "reference.below", { points: size(mean) }));
  await sees(driver, say("reference.shape", { points: size(expected.meanAbsoluteDifference), shape: size(expected.shapeDifference) }));
  await driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })");
  await assertAccessible(driver);
  const broken = [
    [{ year: "2025" }, say("profile.whole", { name: "p.json", member: "year", min: 1990, max: 2100 })],
    [{ source: "" }, say("profile.text", { name: "p.json", member: "source", max: 500 })],
    [{ areas: { [bank.areas[0].id]: 101 } }, say("profile.points", { name: "p.json", area: bank.areas[0].id })],
    [{ areas: { gone: 1 } }, say("profile.no-area", { name: "p.json" })],
    [{ areas: [1] }, say("profile.areas", { name: "p.json" })],
    [{ bank: "other" }, say("profile.other-bank", { name: "p.json", bank: "other" })],
    [{ more: "x".repeat(70_000) }, say("profile.too-large", { name: "p.json", max: 64 })],
  ];
  for (const [change, words] of broken) {
    await addFiles(driver, ["p.json", JSON.stringify({ ...PROFILE, ...change })]);
    await driver.waitFor(`words($('#told').closest('.notice')).includes(${JSON.stringify(words)})`);
    assert.deepEqual(await table(driver, "reference.title"), rows, "the one before stays");
  }
  await press(driver, say("compare.remove-label", { name: PROFILE.label }));
  await sees(driver, say("reference.none"));
  assert.deepEqual(await answers(driver), reference);
  await assertSilent({ driver, server });
});

test("three rounds stand in the order of time with their ranges", { seconds: 120 }, async (t) => {
  const { server, driver } = await begin(t);
  await secondRound(driver);
  await driver.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "first.gca.json"));
    const event = new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer: data });
    return $(".minis").dispatchEvent(event) && 0;
  }, file(moved(single, -1), { saved: "2020-03-12T00:00:00Z" }));
  await driver.waitFor("$('.when')");
  const { assess } = await engine();
  const scores = [moved(single, -1), THEN, NOW].map((answers) => assess(bank, { answers }).overall.score.toFixed(1));
  assert.deepEqual((await table(driver, "rounds.title")).map((row) => row[2]), scores);
  assert.equal(await driver.evaluate("$$('.when .from-30 .rng').length"), 3);
  await driver.evaluate("$$('details:not(.menu)').forEach((one) => { one.open = true; })");
  await assertAccessible(driver);
  await driver.click("$$('.disc-body [type=checkbox]').at(0)");
  await driver.waitFor("$$('.when .from-30 .rng').length === 2");
  assert.deepEqual(await answers(driver), NOW);
  await assertSilent({ driver, server });
});
