// Next steps: by keyboard from a filter to a plan that a reload keeps, with the engine's own numbers, and without a long task.

import assert from "node:assert/strict";
import { assertAccessible } from "./axe.mjs";
import { arrives, assertSilent, bank, full, open, press, ready, reference, say, tabTo, text } from "./product.mjs";
import { DIST } from "./paths.mjs";
import { test } from "./suite.mjs";

const engine = async () => {
  const engine = await import(`${DIST}/engine.js`);
  await engine.init();
  return engine;
};

async function begin(t, options, answers = reference) {
  const opened = await open(t, options);
  await ready(opened.driver);
  await opened.driver.evaluate((answers) => element.importAnswers({ mode: "full", answers, notes: {} }) && 0, answers);
  return opened;
}

async function show(driver) {
  await press(driver, say("nav.steps"));
  await arrives(driver, say("nav.steps"));
  await driver.waitFor("$('.moves') || $('.empty')");
}

/** A score as the page writes it, away from the limits of stages. */
const shown = (score) => (Math.floor(10 * score + 0.5 + 1e-9) / 10).toFixed(1);
const focused = (driver) => driver.evaluate("words(element.shadowRoot.activeElement)");
const select = (name) => `$$("select").find((one) => (one.ariaLabel ?? one.labels[0]?.textContent ?? "").startsWith(${JSON.stringify(name)}))`;
const status = (driver) => driver.evaluate("$$('[role=status]').map((one) => one.textContent).join(' | ')");

test("steps are filtered, tried, aimed at and planned by keyboard, and a reload keeps the plan", { engines: ["chromium"] }, async (t) => {
  const opened = await begin(t);
  const { driver } = opened;
  await show(driver);
  const { assess, path } = await engine();
  const { roadmap, overall } = assess(bank, { answers: reference }, { mode: "full" });
  await driver.waitFor(`$$(".step .effort").length === 10`);
  await assertAccessible(driver);

  // The best step first, in the words of the bank, and all of them counted.
  const first = full.flatMap(({ questions }) => questions).find(({ id }) => id === roadmap[0].question);
  const names = await driver.evaluate("$$('.step label').map(words)");
  assert.ok(first.advice.some(({ action }) => action === names[0]), names[0]);
  assert.ok((await status(driver)).includes(say("steps.shown", { n: roadmap.length })));

  // A filter, by the letters of its choice.
  await tabTo(driver, select(say("steps.effort")));
  await driver.press("ArrowDown");
  const low = roadmap.filter(({ effort }) => effort === "low").length;
  await driver.waitFor(`$$("[role=status]").some((one) => one.textContent === ${JSON.stringify(say("steps.shown", { n: low }))})`);
  await driver.press("ArrowUp");

  // What a step would bring is the engine's, and no answer changes.
  const tick = "$('.step input')";
  await tabTo(driver, tick);
  await driver.press("Space");
  assert.ok(["single", "yesno"].includes(first.kind));
  const then = assess(bank, { answers: { ...reference, [first.id]: roadmap[0].option } }, { mode: "full" }).overall.score;
  assert.ok(then > overall.score);
  await driver.waitFor(`words($(".proj-n b")) === ${JSON.stringify(shown(then))}`);
  assert.deepEqual(await driver.evaluate("element.answers"), reference);
  assert.ok((await status(driver)).includes(shown(then)), "it is said");
  await assertAccessible(driver);

  // A goal, the phases, and the plan.
  await tabTo(driver, `named(".seg button", ${JSON.stringify(say("steps.way"))})`, "Shift+Tab");
  await driver.press("Enter");
  await tabTo(driver, "$('.aims select')");
  for (let n = 0; n < 3; n++) await driver.press("ArrowDown");
  const stage = bank.stages[3];
  const way = path(bank, { answers: reference }, { stage: stage.id }, { mode: "full" });
  await driver.waitFor("$('.phase')");
  const phases = await driver.evaluate("$$('.phase-head').map(words)");
  assert.ok(phases[0].startsWith(say("way.phase", { n: 1, name: say("way.low") })) || phases[0].startsWith(say("way.phase", { n: 1, name: say("way.foundation") })), phases[0]);
  assert.ok(phases.at(-1).includes(shown(way.score)), phases.at(-1));
  assert.ok((await text(driver)).includes(`Their effort is ${way.effort} in all.`));
  await assertAccessible(driver);
  await tabTo(driver, `named("button", ${JSON.stringify(say("way.adopt"))})`);
  await driver.press("Enter");
  await arrives(driver, say("nav.steps"));
  await driver.waitFor("$('.plan')");

  // Who and until when.
  await tabTo(driver, "$('.plan .turn')");
  await driver.press("Enter");
  await driver.waitFor("$('.plan .fields')");
  await tabTo(driver, "$('.fields input[type=date]')");
  await driver.type("03312027");
  await tabTo(driver, "$$('.fields input[type=text]')[0]");
  await driver.type("Ministry of Justice");
  await driver.waitFor("words($('.plan .decided')).includes('Ministry of Justice')");
  assert.ok((await driver.evaluate("words($('.plan .decided'))")).includes("31 March 2027"));
  await assertAccessible(driver);
  const plan = await driver.evaluate("element.exportAnswers().plan");
  const [planned] = Object.values(plan).flatMap((steps) => Object.values(steps)).filter(({ owner }) => owner);
  assert.deepEqual(planned, { progress: "planned", owner: "Ministry of Justice", date: "2027-03-31" });

  await driver.reload();
  await ready(driver);
  await arrivesAfterReload(driver);
  await press(driver, say("steps.plan"));
  await driver.waitFor("$('.plan')");
  assert.ok((await driver.evaluate("words($('.plan .step'))")).includes("Ministry of Justice"));
  assert.deepEqual(await driver.evaluate("element.exportAnswers().plan"), plan);
  assert.deepEqual(await driver.evaluate("element.answers"), reference);
  await assertSilent(opened);
});

async function arrivesAfterReload(driver) {
  await driver.waitFor("$('.seg')");
}

test("a goal that steps alone do not reach names the questions to find out, with ways to them", { engines: ["chromium"] }, async (t) => {
  const few = Object.fromEntries(Object.entries(reference).slice(0, 12).map(([id, answer], at) => [id, at % 3 ? answer : "dk"]));
  const { driver } = await begin(t, {}, few);
  await show(driver);
  await press(driver, say("steps.way"));
  await driver.waitFor("$('.aims')");
  await driver.evaluate("(() => { const one = $$('.aims select')[5]; one.value = '4'; one.dispatchEvent(new Event('change', { bubbles: true })); })()");
  await driver.waitFor("$('.phase .lines')");
  assert.ok((await text(driver)).includes(say("way.find")));
  await assertAccessible(driver);
  const label = await driver.evaluate("words($('.phase .lines .link'))");
  await driver.click("$('.phase .lines .link')");
  await driver.waitFor("$('.q')");
  assert.ok((await focused(driver)) !== undefined && label.startsWith("Answer "));
});

test("without answers the page says what it needs", { engines: ["chromium"] }, async (t) => {
  const { driver } = await begin(t, {}, {});
  await driver.evaluate("element.importAnswers({ mode: 'full', answers: { nothing: 'x' }, notes: {} }) && 0");
  await show(driver);
  assert.ok((await text(driver)).includes(say("steps.empty-text")));
  await press(driver, say("steps.plan"));
  await driver.waitFor(`words($(".gca")).includes(${JSON.stringify(say("plan.empty"))})`);
  await assertAccessible(driver);
});

test("roadmap, trial and path run without a long task on a slow machine", { alone: true }, async (t) => {
  const { driver } = await begin(t);
  await show(driver);
  await driver.waitFor("$$('.step .effort').length === 10");
  await driver.cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const longest = async (what, act) => {
    await driver.evaluate("(() => { globalThis.long = []; globalThis.watching = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))); watching.observe({ type: 'longtask' }); })()");
    await act();
    await driver.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 100)), 100))");
    const found = await driver.evaluate("(() => { watching.disconnect(); return Math.max(0, ...long); })()");
    t.figure(`longest task, ${what}`, found, "ms");
    return found;
  };
  const figures = [
    await longest("a step is ticked", () => driver.evaluate("$('.step input').click()")),
    await longest("the way is opened", () => driver.evaluate(`named(".seg button", ${JSON.stringify(say("steps.way"))}).click()`)),
    await longest("a goal is set", () => driver.evaluate("(() => { const one = $('.aims select'); one.value = '3'; one.dispatchEvent(new Event('change', { bubbles: true })); })()")),
  ];
  // Printed; a shared machine is too uneven for a limit of milliseconds.
  assert.ok(figures.every((figure) => figure < 1000));
});
