// A room that assesses together: a whole workshop from handing in to the agreed answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { assertSilent, full, open, press, ready, say } from "./product.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = full.flatMap(({ questions }) => questions);
const LADDERS = QUESTIONS.filter(({ kind, options, depends_on }) => kind === "single" && options.length > 3 && !depends_on);
const [torn, sure] = LADDERS;

/** Answers of person `n`: half of them at one end of the first question, half at the other; all alike on the others. */
const given = (n) =>
  Object.fromEntries(QUESTIONS.map((question) => {
    const at = question === torn && n % 2 ? question.options.length - 1 : question === torn ? 0 : 1;
    const { id } = question.options?.[Math.min(at, question.options.length - 1)] ?? {};
    return [question.id, question.kind === "multi" ? [id] : id];
  }).filter(([, answer]) => answer !== undefined && answer[0] !== undefined));

const sees = (driver, words) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(words)})`);
const part = (driver, key) => press(driver, say(key));

// A camera that shows whatever is held in front of it.
function camera() {
  globalThis.held = [];
  globalThis.BarcodeDetector = class {
    async detect() {
      return globalThis.held.map((rawValue) => ({ rawValue }));
    }
  };
  const canvas = () => Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
  Object.defineProperty(navigator, "mediaDevices", {
    value: { getUserMedia: async () => {
      const one = canvas();
      one.getContext("2d").fillRect(0, 0, 64, 64);
      return one.captureStream();
    } },
  });
}

async function trainer(t, options = {}) {
  const opened = await open(t, { element: '<gca-assessment mode="workshop"></gca-assessment>', before: camera, ...options });
  await ready(opened.driver);
  await sees(opened.driver, say("people.add"));
  return opened;
}

/** What person `n` hands in, in a browser context of their own: the code, and the file if it is asked for. */
async function handIn(t, n, group, wantsFile) {
  const { driver } = await open(t);
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await driver.evaluate((answers) => element.importAnswers({ mode: "full", answers }) && 0, given(n));
  await press(driver, say("nav.report"));
  await press(driver, say("hand-in.make"));
  await driver.waitFor("$('svg.qr') && $('#hand')?.value");
  if (group) {
    await driver.evaluate((group) => {
      $("#hand-group").value = group;
      $("#hand-group").dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }, group);
    await driver.waitFor(`$("#hand-group").value === ${JSON.stringify(group)}`);
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  }
  const code = await driver.evaluate("$('#hand').value");
  let file;
  if (wantsFile) {
    const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, say("hand-in.file"))]);
    file = { name: `person-${n}.gca.json`, mimeType: "", buffer: readFileSync(await download.path()) };
  }
  await driver.context.close();
  return { code, file };
}

/** Answers of the room without the ways in, as one code each. */
async function fill(t, driver, people) {
  const codes = [];
  for (const [n, group] of people) codes.push((await handIn(t, n, group, false)).code);
  await paste(driver, codes);
}

async function paste(driver, codes) {
  await driver.evaluate((codes) => { $("#codes").value = codes.join("\n"); }, codes);
  await press(driver, say("people.take"));
}

test("twelve people hand in by file, code and picture; the room votes again, agrees, and goes on with what it agreed on", { seconds: 300 }, async (t) => {
  const { server, driver } = await trainer(t);
  const files = [];
  const codes = [];
  const pictures = [];
  for (let n = 0; n < 12; n++) {
    const { code, file } = await handIn(t, n, n < 4 ? "Red" : "Blue", n < 4);
    if (file) files.push(file);
    else (n < 8 ? codes : pictures).push(code);
  }
  await press(driver, say("people.choose"));
  await driver.page.locator("#file").setInputFiles(files);
  await sees(driver, say("people.count", { n: 4 }));
  await paste(driver, codes);
  await sees(driver, say("people.count", { n: 8 }));
  await press(driver, say("people.camera"));
  await driver.evaluate((codes) => { held = codes; }, pictures);
  await sees(driver, say("people.count", { n: 12 }));

  await part(driver, "workshop.answers");
  await sees(driver, say("workshop.answers.people", { n: 12 }));
  await sees(driver, `question ${torn.number}: agreement 0%`);
  await driver.click(`named("label", ${JSON.stringify(say("workshop.answers.by-group"))})`);
  await sees(driver, "Blue");
  await assertAccessible(driver);

  await part(driver, "workshop.talk");
  await driver.waitFor(`words($("#talk-h")).includes(${JSON.stringify(torn.text)})`);
  const last = torn.options.length - 1;
  await driver.waitFor("!$('[aria-busy]') && $('#minority')");
  await driver.evaluate((last) => {
    for (const [level, n] of [[last, 10], [last - 1, 2]]) {
      const field = $(`#vote-${level}`);
      field.value = n;
      field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    }
  }, last);
  await driver.waitFor(`words($(".talk")).includes("after 8") || words($(".talk")).includes("after 9")`);
  await driver.click(`$$(".talk [name=agreed]")[${last}]`);
  await driver.evaluate(() => {
    $("#minority").value = "Two of us saw no proof.";
    $("#minority").dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  });
  await press(driver, say("workshop.talk.done"));
  await sees(driver, say("workshop.talk.progress", { done: 1, all: QUESTIONS.length }));
  await sees(driver, "Two of us saw no proof.");
  await assertAccessible(driver);
  for (const [key, wanted] of [["save-csv", /,Two of us saw no proof\./], ["save-markdown", /\| Two of us saw no proof\. \|/]]) {
    const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, say(`workshop.talk.${key}`))]);
    assert.match(readFileSync(await download.path(), "utf8"), wanted);
  }
  await driver.click(`named("label", ${JSON.stringify(say("workshop.talk.fill-group"))})`);
  await press(driver, say("workshop.talk.carry"));
  await driver.waitFor(`element.answers[${JSON.stringify(torn.id)}] === ${JSON.stringify(torn.options[last].id)}`);
  assert.equal(await driver.evaluate(`element.answers[${JSON.stringify(sure.id)}]`), sure.options[1].id);
  await press(driver, say("nav.report"));
  await sees(driver, "Two of us saw no proof.");
  await press(driver, say("nav.workshop"));
  await part(driver, "workshop.people");
  await sees(driver, say("people.count", { n: 12 }));
  await assertSilent({ driver, server });
});

test("fewer than three answers are shown to nobody", async (t) => {
  const { driver } = await trainer(t);
  await fill(t, driver, [[0, ""], [1, ""]]);
  await part(driver, "workshop.answers");
  await sees(driver, say("workshop.answers.too-few"));
  assert.equal(await driver.evaluate("$$('.dists svg').length"), 0);
  await part(driver, "workshop.talk");
  await press(driver, say("present.screen"));
  await driver.waitFor("$('dialog[open] .present')");
  await driver.press("Space");
  await driver.waitFor(`words($(".present")).includes(${JSON.stringify(say("present.few"))})`);
});

test("the room is shown and agreed on in Firefox too", { engines: ["firefox"] }, async (t) => {
  const { driver } = await trainer(t, { before: undefined });
  const codes = [];
  for (let n = 0; n < 3; n++) {
    const { driver: person } = await open(t);
    await ready(person);
    await person.waitFor("$('.tools')");
    await person.evaluate((answers) => element.importAnswers({ mode: "full", answers }) && 0, given(n));
    await press(person, say("nav.report"));
    await press(person, say("hand-in.make"));
    await person.waitFor("$('#hand')?.value");
    codes.push(await person.evaluate("$('#hand').value"));
    await person.close();
  }
  await paste(driver, codes);
  await part(driver, "workshop.answers");
  await sees(driver, say("workshop.answers.people", { n: 3 }));
  await part(driver, "workshop.talk");
  await driver.waitFor("!$('[aria-busy]') && $('#minority')");
  await driver.click(`$$(".talk [name=agreed]")[1]`);
  await press(driver, say("present.screen"));
  await driver.waitFor("$('dialog[open] .present')");
});
