// The results as people use them: why a number, other weights, how firm it is, and what they cost on an old laptop.

import assert from "node:assert/strict";
import { assertAccessible } from "./axe.mjs";
import { DIST } from "./paths.mjs";
import { arrives, assess, assertSilent, bank, button, follows, full, headingOf, numbered, open, press, ready, reference, say, tabTo, text } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const percent = (share) => `${Math.floor(100 * share + 1e-9)}%`;
const one = (points) => (Math.floor(10 * points + 0.5 + 1e-9) / 10).toFixed(1);
const give = (driver, answers, beside = {}) => driver.evaluate((given) => element.importAnswers(given) && 0, { answers, mode: "full", ...beside });
const sees = (driver, words) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(words)})`);
const focused = (driver) => driver.evaluate("words(element.shadowRoot.activeElement)");

/** The results of these answers, with everything on the page. */
async function results(t, answers, beside, options) {
  const opened = await open(t, options);
  const { driver } = opened;
  await ready(driver);
  await give(driver, answers, beside);
  await press(driver, say("nav.results"));
  await arrives(driver, say("results.title"));
  if (Object.keys(answers).length) await driver.waitFor("$('#robust') && !$('#robust').ariaBusy");
  return opened;
}

/** What the engine of the npm package draws, on this bank. */
async function sensitivity(answers, of = bank) {
  const engine = await import(`${DIST}/engine.js`);
  await engine.init();
  return engine.sensitivity(of, { answers });
}

async function weigh(driver, field, weight) {
  // The page comes part by part.
  await driver.waitFor("$('#weights') && !$('#robust').ariaBusy");
  if (!(await driver.evaluate(`$("${field}")`))) await driver.click("$('#weights')");
  await driver.waitFor(`$("${field}")`);
  await driver.evaluate(([field, weight]) => {
    Object.assign($(field), { value: weight }).dispatchEvent(new Event("change", { bubbles: true }));
  }, [field, weight]);
}

test("from the headline down to one answer and back by keyboard", { engines: ENGINES }, async (t) => {
  const { driver, server } = await results(t, reference);
  await tabTo(driver, button(say("why.ask")));
  await driver.press("Enter");
  await driver.waitFor("$('dialog.why[open]') && element.shadowRoot.activeElement === $('#why-h')");
  assert.equal(await focused(driver), say("why.title", { score: "39.5", name: say("results.score") }));
  const steps = [["1 Legal Measures", "50.0"], ["1.1 Cybercrime offences", "70.0"], [`1.1.1 ${numbered("1.1.1").text}`]];
  for (const [name, score] of steps) {
    await tabTo(driver, `named("dialog .link", ${JSON.stringify(name.slice(0, 20))})`);
    await driver.press("Enter");
    await driver.waitFor(`$("#why-h").textContent.endsWith(${JSON.stringify(name)}) && element.shadowRoot.activeElement === $("#why-h")`);
    if (score) assert.equal(await focused(driver), say("why.title", { score, name }));
  }
  const question = numbered("1.1.1");
  const option = question.options.find(({ id }) => id === reference[question.id]);
  const words = await driver.evaluate("words($('dialog'))");
  const { questions, overall } = await assess(reference, "full");
  const { weight } = questions[question.id];
  for (const part of [option.label, say("why.worth", { points: one(100 * option.score) }), say("why.points", { points: one((100 * weight * option.score) / overall.coverage) })]) {
    assert.ok(words.includes(part), `“${words}” has no “${part}”`);
  }
  await assertAccessible(driver);
  // Back up by the trail, and out: the focus is where it was before.
  await tabTo(driver, `named("dialog .link", "1 Legal")`, "Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("$('#why-h').textContent.endsWith('1 Legal Measures')");
  await driver.press("Escape");
  await driver.waitFor(`!$("dialog") && element.shadowRoot.activeElement === ${button(say("why.ask"))}`);
  // From a tile, and to the question itself.
  await tabTo(driver, "$$('.tile')[1]");
  await driver.press("Enter");
  await driver.waitFor("$('dialog[open]')");
  await driver.click("named('dialog .tbl .link', '1.2.1')");
  await press(driver, say("review.change-label", { number: "1.2.1" }));
  await driver.waitFor(`$("#title").textContent === ${JSON.stringify(headingOf(full[1]))} && !$("dialog")`);
  await assertSilent({ driver, server });
});

test("other weights change every score, say so, survive a reload and go with one click", { engines: ENGINES }, async (t) => {
  const { driver, server } = await results(t, reference);
  const badge = say("weights.badge");
  assert.ok(!(await text(driver)).includes(badge));
  await weigh(driver, "#wa0", "3");
  await driver.waitFor("$('.weighted')");
  const other = structuredClone(bank);
  other.areas[0].weight = 3;
  const engine = await import(`${DIST}/engine.js`);
  const { overall } = engine.assess(other, { answers: reference });
  const score = () => driver.evaluate("words($('.score'))");
  assert.equal(await score(), `${overall.display.toFixed(1)} of 100`);
  await sees(driver, say("weights.badge-text", { score: "39.5" }));
  await sees(driver, say("weights.now", { score: overall.display.toFixed(1), standard: "39.5" }));
  assert.equal(await driver.evaluate("element.assessment.overall.score"), overall.score);
  assert.deepEqual(await driver.evaluate("element.exportAnswers().weights"), { areas: { legal: 3 } });
  const drawn = await sensitivity(reference, other);
  await sees(driver, say("robust.band", { low: one(drawn.percentiles[5]), high: one(drawn.percentiles[95]) }));
  await assertAccessible(driver);

  await driver.reload();
  await ready(driver);
  await driver.waitFor("$('.weighted') && $('.score')");
  assert.equal(await score(), `${overall.display.toFixed(1)} of 100`);
  await weigh(driver, "#wi0", "1");
  await driver.waitFor(`words($(".score")) !== ${JSON.stringify(`${overall.display.toFixed(1)} of 100`)}`);
  await press(driver, say("weights.return"));
  await driver.waitFor("!$('.weighted') && element.shadowRoot.activeElement === $('#title')");
  assert.equal(await score(), "39.5 of 100");
  assert.equal(await driver.evaluate("element.exportAnswers().weights"), undefined);
  assert.deepEqual(await driver.evaluate("[$('#wa0').value, $('#wi0').value]"), ["1", "3"], "the fields show the standard");
  await assertSilent({ driver, server });
});

test("how firm the result is says what the engine says", async (t) => {
  const label = (id) => bank.stages.find((stage) => stage.id === id).label;
  const title = (id) => bank.areas.find((area) => area.id === id).title;
  const near = { ...reference, ...Object.fromEntries(full.slice(0, 4).flatMap(({ questions }) => questions).map(({ id, options }) => [id, options[0].id]).filter(([id]) => typeof reference[id] === "string")) };
  for (const answers of [reference, near]) {
    const { driver } = await results(t, answers);
    const [{ stage, overall }, drawn] = [await assess(answers, "full"), await sensitivity(answers)];
    const words = await text(driver);
    const others = Object.entries(drawn.stageShare).filter(([id, share]) => id !== stage.stage && share > 0);
    const share = ([id, share]) => say("robust.share", { stage: label(id), percent: share < 0.01 ? say("robust.few", { percent: "1%" }) : percent(share) });
    const sentences = [
      say("robust.holds", { percent: percent(drawn.stageStability) }),
      say("robust.lead", { percent: "25%", n: "2,000" }),
      others.length
        ? say("robust.some", { stage: label(stage.stage), percent: percent(drawn.stageStability), others: others.map(share).join(" and ") })
        : say("robust.all", { stage: label(stage.stage) }),
      say("robust.band", { low: one(drawn.percentiles[5]), high: one(drawn.percentiles[95]) }),
      say("robust.limit"),
    ];
    const [least, kept] = Object.entries(drawn.rankStability).reduce((a, b) => (b[1] < a[1] ? b : a));
    if (kept < 1) {
      sentences.push(say("robust.order", { area: title(least), percent: percent(kept), last: title(drawn.weakestArea), kept: percent(drawn.weakestAreaStability) }));
    }
    for (const sentence of sentences) assert.ok(words.includes(sentence), `${overall.score}: ${sentence}`);
  }
});

test("results stand by themselves empty, in part, provisional and gated", async (t) => {
  const worst = ({ options, kind }) => (kind === "multi" ? ["none"] : options[0].id);
  const best = ({ kind, options }) => (kind === "multi" ? options.filter(({ exclusive }) => !exclusive).map(({ id }) => id) : options.at(-1).id);
  const all = full.flatMap(({ questions }) => questions);
  const gated = Object.fromEntries(all.map((question) => [question.id, question.id.startsWith("legal.") ? worst(question) : best(question)]));
  const { driver, server } = await results(t, {});
  assert.ok((await text(driver)).includes(say("results.empty")));
  await assertAccessible(driver);
  for (const [answers, words] of [
    [{ [all[0].id]: "partial" }, say("results.provisional-text")],
    [Object.fromEntries(Object.entries(reference).slice(0, 30)), say("results.provisional-text")],
    [gated, title(gated)],
  ]) {
    await give(driver, answers);
    await sees(driver, words);
    await driver.waitFor("$('#robust') && !$('#robust').ariaBusy");
    await assertAccessible(driver);
  }
  await assertSilent({ driver, server });

  // The beginning of the sentence that names what limits the stage.
  function title() {
    return "because a country is at most one stage above its weakest area: Legal Measures";
  }
});

test("contradictions stand on the results with the way to change them", async (t) => {
  const [check] = bank.checks;
  const levels = Object.fromEntries(check.all.map(({ question, at_least: least, at_most: most }) => {
    const { options, kind } = full.flatMap(({ questions }) => questions).find(({ id }) => id === question);
    const open = options.filter(({ exclusive }) => !exclusive);
    if (kind === "multi") return [question, least ? open.map(({ id }) => id) : ["none"]];
    return [question, options[least ?? most].id];
  }));
  const { driver } = await results(t, { ...reference, ...levels });
  await sees(driver, check.text);
  await driver.click("$('.clashes .link')");
  await driver.waitFor("$('.q')");
});

test("the results lead on to next steps, comparison and report", async (t) => {
  const { driver } = await results(t, reference);
  for (const [key, title] of [["results.next-steps", "nav.steps"], ["results.next-compare", "nav.compare"], ["results.next-report", "nav.report"]]) {
    await driver.click(`$$(".onward .btn").find((one) => words(one) === ${JSON.stringify(say(key))})`);
    await driver.waitFor(`$(".tab[aria-current]").textContent === ${JSON.stringify(say(title))}`);
    // The focus stays on the heading while the page comes part by part.
    await arrives(driver, say(title));
    await press(driver, say("nav.results"));
    await arrives(driver, say("results.title"));
  }
});

test("results that open hold up an old laptop for no long task", { seconds: 120, alone: true }, async (t) => {
  const { driver } = await open(t);
  await ready(driver);
  await give(driver, reference);
  // The whole program is there: what is measured is the results.
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await driver.cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const watch = () => driver.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await watch();
  for (const turn of ["first", "second"]) {
    await driver.evaluate("tasks.length = 0");
    await press(driver, say("nav.results"));
    await arrives(driver, say("results.title"));
    await driver.waitFor("$('#robust') && !$('#robust').ariaBusy");
    await follows(driver);
    const tasks = await driver.evaluate("tasks");
    const longest = Math.max(0, ...tasks);
    t.figure(`longest task over 50 ms as results open the ${turn} time, at 4×`, Math.round(longest), "ms");
    assert.ok(longest < 1000, `${longest} ms`);
    await press(driver, say("nav.review"));
    await arrives(driver, say("review.title"));
  }
});
