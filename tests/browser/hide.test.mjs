// Parts of the product that a page does without: what leads to them goes, and everything else stays.

import assert from "node:assert/strict";
import { assertAccessible } from "./axe.mjs";
import { PARTS } from "../../www/attributes.js";
import { answerByClicks, arrives, button, full, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const SCREENS = ["start", "questions", "review", "results", "steps", "compare", "report"];
const tab = (screen) => say(`nav.${screen}`);

/**
 * What each part has on the screens, by a text of the interface or by a selector. All of it is there where nothing is hidden, so that
 * what is looked for can be found at all.
 */
const TRACES = {
  results: [tab("results"), say("review.see"), ".bar-status [id=saving]:nth-child(3)"],
  steps: [tab("steps"), say("results.next-steps")],
  // The button under the results has the same name as the tab.
  compare: [tab("compare")],
  report: [tab("report"), say("results.next-report"), say("plan.report"), say("report.print")],
  notes: [say("question.add-note")],
  evidence: [say("question.add-evidence")],
  weights: ["#weights"],
  files: [say("menu.save"), say("menu.open"), say("open.choose"), say("compare.add"), say("chart.save"), say("report.save"), ".drop", "#file", "details.save"],
  codes: [say("menu.share"), say("menu.code")],
  several: [say("menu.new"), say("device.again")],
  workshop: [],
  language: ["#language"],
};

/** Opens every screen that is offered; gives the traces that were found on any of them, hidden menus included. */
async function walk(driver) {
  const found = new Set();
  const opened = [];
  for (const screen of SCREENS) {
    if (!(await driver.evaluate(`!!${button(tab(screen))}`))) continue;
    await press(driver, tab(screen));
    await driver.waitFor("element.shadowRoot.activeElement === $('#title') && !$('.skel')");
    opened.push(screen);
    const seen = await driver.evaluate((traces) => {
      const names = $$("button, summary, a").map((one) => one.textContent.trim());
      return traces.filter((trace) => (/^[.#]|^details/.test(trace) ? $(trace) : names.includes(trace)));
    }, Object.values(TRACES).flat());
    for (const trace of seen) found.add(trace);
  }
  return { found, opened };
}

const ELEMENT = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';

async function begun(t, element = ELEMENT) {
  const { server, driver } = await open(t, { element });
  await ready(driver);
  await driver.evaluate((answers) => { element.answers = answers; }, reference);
  await driver.waitFor("element.assessment.overall?.coverage > 0");
  return { server, driver };
}

test("every part that is hidden goes with all that leads to it, and nothing else goes", { seconds: 240 }, async (t) => {
  const { driver } = await begun(t);
  await press(driver, tab("review"));
  await arrives(driver, say("review.title"));
  const all = await walk(driver);
  assert.deepEqual(all.opened, SCREENS);
  assert.deepEqual([...all.found].sort(), Object.values(TRACES).flat().sort(), "everything is there where nothing is hidden");
  for (const part of PARTS) {
    await driver.evaluate((part) => (element.hide = part, element.ready.then(() => true)), part);
    await driver.waitFor("$('.tab')");
    const { found, opened } = await walk(driver);
    assert.deepEqual(opened, SCREENS.filter((screen) => screen !== part), part);
    // What stands on a hidden screen goes with it.
    const within = { results: ["#weights", "details.save", say("chart.save"), say("results.next-steps"), say("results.next-report")], steps: [say("plan.report")], compare: [say("compare.add")], report: [say("report.save")] };
    const gone = new Set([...TRACES[part], ...(within[part] ?? [])]);
    assert.deepEqual(Object.values(TRACES).flat().filter((trace) => !found.has(trace) && !gone.has(trace)), [], `${part}: what else is gone`);
    assert.deepEqual(TRACES[part].filter((trace) => found.has(trace)), [], `${part}: what is left`);
  }
  assert.deepEqual(await driver.evaluate("element.answers"), reference, "answers stay through all of it");
});

test("with everything hidden the questions are left, in every program, without a fault for anybody", { engines: ["chromium", "firefox", "webkit"] }, async (t) => {
  const { driver } = await open(t, { element: ELEMENT.replace(">", ` hide="${PARTS.join(" ")}">`) });
  await ready(driver);
  // Before the whole program has come, and after it.
  const bar = "words($('.bar-status'))";
  assert.doesNotMatch(await driver.evaluate(bar), /score|Area/i);
  assert.deepEqual(await driver.evaluate("$$('.tab').map(words)"), [tab("start"), tab("questions"), tab("review")]);
  const [question] = full[0].questions;
  await answerByClicks(driver, question, question.options[0].id);
  await press(driver, tab("review"));
  await arrives(driver, say("review.title"));
  await press(driver, tab("start"));
  await arrives(driver, say("start.title"));
  const { found, opened } = await walk(driver);
  assert.deepEqual([[...found], opened], [[], ["start", "questions", "review"]]);
  await assertAccessible(driver);
  await driver.evaluate("(element.startAt = 'results', element.persist = 'none', element.ready.then(() => true))");
  await arrivesAnyhow(driver, say("start.title"));
});

const arrivesAnyhow = (driver, heading) => driver.waitFor(`$("#title")?.textContent === ${JSON.stringify(heading)}`);

test("a screen that was left open and is hidden now gives way to the start, and the answers are there", async (t) => {
  const { driver } = await begun(t);
  await press(driver, tab("results"));
  await arrives(driver, say("results.title"));
  await driver.evaluate("(element.hide = 'results', element.ready.then(() => true))");
  await arrivesAnyhow(driver, say("start.title"));
  assert.deepEqual(await driver.evaluate("element.answers"), reference);
});

test("a file that is dropped, and a code in the address, come to nothing where they are hidden", async (t) => {
  const { server, driver } = await begun(t, ELEMENT.replace(">", ' hide="files codes">'));
  await press(driver, tab("review"));
  await arrives(driver, say("review.title"));
  const drop = () => driver.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([JSON.stringify({ answers: {} })], "other.gca.json"));
    const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
    $(".page").dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(await drop(), true, "the browser does not leave the page for it");
  await driver.evaluate("new Promise((done) => setTimeout(done, 300)).then(() => true)");
  assert.equal(await driver.evaluate("$('.notice')"), null);
  await driver.evaluate("(element.hide = 'codes', element.ready.then(() => true))");
  await driver.waitFor("$('.tab')");
  await drop();
  await driver.waitFor("$('.notice')");
  await driver.open(server.url("/host.html?again#gca=abc"));
  await ready(driver);
  await driver.waitFor("$('.tab')");
  assert.equal(await driver.evaluate("$('.notice')"), null);
  await driver.evaluate("(element.hide = 'files', element.ready.then(() => true))");
  await driver.waitFor("$('.notice')");
});

test("a name that is no part is told once, and the others hold", async (t) => {
  const { driver } = await open(t, { element: ELEMENT.replace(">", ' hide="report  rapport">') });
  await ready(driver);
  await driver.evaluate("(element.hide = 'report rapport', new Promise((done) => setTimeout(done, 100))).then(() => true)");
  await ready(driver);
  const told = await driver.evaluate("events.filter(({ type }) => type === 'gca-error').map(({ detail: { code, attribute, value, used } }) => [code, attribute, value, used])");
  assert.deepEqual(told, [["attribute.unknown-value", "hide", "rapport", "report"]]);
  assert.equal(await driver.evaluate(`$$(".tab").map(words).includes(${JSON.stringify(tab("report"))})`), false);
});

test("in a frame the address hides parts", async (t) => {
  const { server, driver } = await open(t);
  await driver.open(server.url("/embed.html?mode=full&start-at=questions&hide=results%20compare"));
  await driver.waitFor("document.querySelector('gca-assessment')?.shadowRoot.querySelector('.tab')");
  const tabs = await driver.evaluate("[...document.querySelector('gca-assessment').shadowRoot.querySelectorAll('.tab')].map((one) => one.innerText.trim())");
  assert.deepEqual(tabs, ["start", "questions", "review", "steps", "report"].map(tab));
});

test("the start offers what can be begun, and no choice where there is none", async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full"></gca-assessment>' });
  await ready(driver);
  const headings = "$$('h2, h3, h4').map(words)";
  assert.ok((await driver.evaluate(headings)).includes(say("start.new")));
  await driver.evaluate((answers) => { element.answers = answers; }, reference);
  await driver.waitFor(button(say("start.continue")));
  const begun = await driver.evaluate(headings);
  assert.ok(!begun.includes(say("start.choose")) && !begun.includes(say("start.new")), begun.join());
  assert.equal(await driver.evaluate("$$('.mode').length"), 0);
  await driver.evaluate("(element.mode = 'choose', element.ready.then(() => true))");
  await driver.waitFor(`${headings}.includes(${JSON.stringify(say("start.choose"))})`);
  assert.equal(await driver.evaluate("$$('.mode').length"), 2);
});
