// The exercise of the bank, as a trainer runs it: the clock, events, the reference answers, the debrief, the paper.
// SCREENS=1 saves pictures to target/browser/lantern/.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { pages } from "./pdf.mjs";
import { assertSilent, bank, open, press, ready, reference, say, tabTo } from "./product.mjs";
import { test } from "./suite.mjs";

const PICTURES = process.env.SCREENS === "1" && `${OUT}/lantern`;
const { exercise } = bank;
const [water, calls] = exercise.injects;
const [law] = exercise.teams;
const words = (key, values) => say(`workshop.exercise.${key}`, values);
/** What stands beside something that is shown, while no view of the room is open. */
const READY = words("is-ready", { title: say("present.title") });
const ELEMENT = '<gca-assessment mode="workshop"></gca-assessment>';

/** Who is in the room: a group, and what is answered otherwise than the reference. */
const ROOM = [
  ["Legal team", {}],
  ["legal", { "legal.procedure.evidence": "unclear" }],
  ["law", { "legal.procedure.evidence": "unclear", "organisational.governance.crisis": "approved" }],
  ["Table 4", { "organisational.governance.crisis": "improved" }],
];

/** The share code of answers, from the page that makes it. */
async function codeOf(driver, answers) {
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, answers);
  await driver.click("$('.tools summary')");
  await driver.click(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say("menu.share"))})`);
  await driver.waitFor("$('dialog[open]')");
  await driver.click(`$$("dialog button").find((one) => words(one) === ${JSON.stringify(say("share.make"))})`);
  await driver.waitFor("$('#code')?.value.length > 20");
  const code = await driver.evaluate("$('#code').value");
  await driver.press("Escape");
  await driver.waitFor("!$('dialog')");
  return code;
}

/** A slot as src/session/slots.rs writes it. */
function slot(payload) {
  let crc = -1;
  for (const byte of Buffer.from(payload)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return `gca1 1 ${(~crc >>> 0).toString(16).padStart(8, "0")} 1700000000000 w - -\n${payload}`;
}

/** A device on which the workshop is kept with these people in it. */
async function filled(t, room, options = {}) {
  const opened = await open(t, { element: '<gca-assessment persist="none" start-at="review"></gca-assessment>', ...options });
  const { driver } = opened;
  await ready(driver);
  await driver.waitFor("$('.tools')");
  const people = [];
  for (const [at, [group, change]] of room.entries()) {
    people.push({ id: at + 1, group, code: await codeOf(driver, { ...reference, ...change }), came: "file", in: true });
  }
  await driver.evaluate((text) => localStorage.setItem("gca:gca-core:default~workshop:a", text), slot(JSON.stringify({ format: 1, next: people.length, people })));
  return opened;
}

/** The exercise on a page for a trainer. */
async function lantern(t, { room = [], element = ELEMENT, ...options } = {}) {
  const opened = room.length ? await filled(t, room, options) : await open(t, { element, ...options });
  const { server, driver } = opened;
  if (room.length) {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trainer</title>
<script src="/watch.js"></script><link rel="icon" href="/demo/icon.svg"><script type="module" src="/gca-assessment.js"></script><body><main><h1>Trainer</h1>${element}</main></html>`;
    server.page("/host.html", page);
    await driver.reload();
  }
  await ready(driver);
  await goTo(driver);
  return opened;
}

async function goTo(driver) {
  // In any language: it is the last part.
  await driver.waitFor("$('.seg button')");
  await driver.click("[...$('.seg').querySelectorAll('button')].at(-1)");
  await driver.waitFor("$('.lantern')");
}

/** Opens a page of the exercise. */
async function view(driver, key) {
  const button = `$$(".lantern .seg button").find((one) => words(one) === ${JSON.stringify(words(key))})`;
  await driver.click(button);
  await driver.waitFor(`${button}.ariaPressed === "true"`);
}

const sees = (driver, text) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(text)})`);
const hides = async (driver, text) => assert.ok(!(await driver.evaluate((text) => globalThis.words($(".gca")).includes(text), text)), text);
const focused = (driver) => driver.evaluate("element.shadowRoot.activeElement?.getAttribute('aria-label') ?? element.shadowRoot.activeElement?.textContent.trim()");
const rows = (driver, n) => driver.evaluate((n) => [...$$(".lantern .scroll tbody")[n].rows].map((row) => [...row.cells].map((cell) => globalThis.words(cell))), n);

test("a trainer runs the exercise, reveals the reference, and finds all of it again", { engines: ["chromium", "firefox"], seconds: 240 }, async (t) => {
  const { driver, server } = await lantern(t, { room: ROOM });
  // The clock.
  await sees(driver, words("stopped"));
  await press(driver, words("start"));
  await sees(driver, words("clock", { minute: 0, total: 150 }));
  await sees(driver, words("running"));
  assert.equal(await driver.evaluate("$('.agenda [aria-current]').textContent.includes('Briefing')"), true);
  await press(driver, words("set-label", { activity: exercise.schedule[2].activity }));
  await sees(driver, words("clock", { minute: 60, total: 150 }));
  await press(driver, words("pause"));
  await sees(driver, words("stopped"));
  // Events: the second before the first.
  await press(driver, words("release-label", { event: calls.title }));
  await sees(driver, `Planned for minute ${calls.minute}. Released in minute 60,`);
  assert.equal(await focused(driver), words("show-label", { what: calls.title }));
  await press(driver, words("show-label", { what: calls.title }));
  await sees(driver, READY);
  await press(driver, say("present.screen"));
  await driver.waitFor("words($('.to-all[open]')).includes(" + JSON.stringify(calls.title) + ")");
  await hides(driver, READY);
  await sees(driver, words("is-shown"));
  await driver.press("Escape");
  await sees(driver, READY);
  await press(driver, words("take-back-label", { event: calls.title }));
  await hides(driver, READY);
  await press(driver, words("release-label", { event: water.title }));
  // Teams: three people by the name, the area and the id; a fourth as the trainer says.
  const people = () => driver.evaluate("$$('.teams .muted').map((one) => parseInt(one.textContent))");
  await driver.waitFor("$('.teams .muted')");
  assert.deepEqual(await people(), [3, 0, 0, 0, 0]);
  await driver.evaluate(() => {
    const field = $$(".groups select").find((one) => one.labels[0].textContent.includes("Table 4"));
    field.value = "2";
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  });
  await driver.waitFor("parseInt($$('.teams .muted')[2].textContent) === 1");
  // The reference answers stay hidden until somebody says so twice.
  await view(driver, "compare");
  await hides(driver, words("participants"));
  await press(driver, words("ask-reveal"));
  await driver.waitFor("$('dialog[open]')");
  assert.equal(await focused(driver), words("keep-hidden"));
  await press(driver, words("keep-hidden"));
  await driver.waitFor("!$('dialog') && element.shadowRoot.activeElement === $('#reveal')");
  await press(driver, words("ask-reveal"));
  await driver.waitFor("$('dialog[open]')");
  await press(driver, words("reveal"));
  await driver.waitFor("!$('dialog') && element.shadowRoot.activeElement === $('#reference')");
  await driver.waitFor("$('.far summary')");
  const [teams, participants] = [await rows(driver, 0), await rows(driver, 1)];
  assert.equal(participants.length, 4);
  assert.equal(participants.at(-1)[3], "0.0", "whoever answers as the reference is at no distance");
  assert.deepEqual(participants.map(([name]) => name), ["Person 4", "Person 3", "Person 2", "Person 1"]);
  assert.ok(teams[0][0].startsWith("Coordination team"), "the largest distance first");
  await driver.waitFor("$('.far summary')");
  assert.match(await driver.evaluate("words($('.far summary'))"), /points, .* levels from the reference/);
  await sees(driver, words("alpha", { alpha: "0.9" }).slice(0, -1));
  assert.equal(await driver.evaluate("$$('.far > li').length"), 10);
  await press(driver, words("all-questions", { n: 70 }));
  await driver.waitFor("$$('.far > li').length === 70");
  // The debrief.
  await view(driver, "debrief");
  await driver.waitFor("$('.sheet')");
  await driver.click("$('#la1')");
  await driver.type("Preservation orders");
  await sees(driver, "By analogy with paper, varying results (L4)");
  await driver.waitFor("words($('.sheets')).includes('Preservation orders')");
  // All of it is there after a reload.
  await driver.reload();
  await ready(driver);
  await goTo(driver);
  await sees(driver, words("clock", { minute: 60, total: 150 }));
  await sees(driver, `Planned for minute ${water.minute}. Released in minute 60,`);
  await driver.waitFor("$('.teams .muted')");
  assert.deepEqual(await people(), [3, 0, 1, 0, 0]);
  await view(driver, "debrief");
  assert.equal(await driver.evaluate("$('#la1').value"), "Preservation orders");
  await view(driver, "compare");
  await driver.waitFor("$('#reference')");
  await assertSilent({ driver, server });
});

test("nothing of the exercise comes with the first load", async (t) => {
  const { driver, server } = await open(t, { element: ELEMENT });
  await ready(driver);
  await driver.waitFor("$('.tools')");
  const later = () => server.paths().filter((path) => path.includes(".more-")).length;
  assert.equal(later(), 0);
  await goTo(driver);
  assert.equal(later(), 1);
});

test("a set of questions without an exercise says so", async (t) => {
  const own = structuredClone(bank);
  delete own.exercise;
  const { driver } = await open(t, { element: ELEMENT });
  await ready(driver);
  await driver.evaluate((own) => { element.bank = own; }, own);
  await ready(driver);
  await press(driver, say("workshop.exercise"));
  await sees(driver, words("none"));
  await assertAccessible(driver);
});

test("a bank of the host brings its own exercise", async (t) => {
  const own = structuredClone(bank);
  own.id = "own";
  own.exercise.title = "Exercise Harbour";
  const { driver } = await open(t, { element: ELEMENT });
  await ready(driver);
  await driver.evaluate((own) => { element.bank = own; }, own);
  await ready(driver);
  await press(driver, say("workshop.exercise"));
  await sees(driver, "Exercise Harbour");
});

test("by keyboard alone: start the clock, release, show, reveal, write an action, print", { engines: ["chromium", "firefox"], seconds: 240 }, async (t) => {
  const { driver } = await lantern(t);
  await driver.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  const enter = async (name, key = "Enter") => {
    await tabTo(driver, `named("button, summary", ${JSON.stringify(name)})`);
    await driver.press(key);
  };
  await driver.evaluate("$('#title').focus()");
  await enter(words("start"));
  await sees(driver, words("running"));
  await enter(words("release-label", { event: water.title }));
  await driver.waitFor(`$("#le0 button").getAttribute("aria-label") === ${JSON.stringify(words("show-label", { what: water.title }))}`);
  await driver.press("Enter");
  await sees(driver, READY);
  await driver.evaluate("$('#title').focus()");
  await enter(words("compare"));
  await enter(words("ask-reveal"));
  await driver.waitFor("$('dialog[open]')");
  // The focus is on the second button, the safe one.
  await tabTo(driver, `named("button", ${JSON.stringify(words("reveal"))})`, "Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("element.shadowRoot.activeElement === $('#reference')");
  await driver.evaluate("$('#title').focus()");
  await enter(words("debrief"));
  await tabTo(driver, "$('#la0')");
  await driver.type("One");
  await driver.waitFor("words($('.sheets')).includes('One')");
  await enter(say("report.print"));
  await driver.waitFor("globalThis.printed");
});

/** Prints what is on the sheets. */
async function print(driver) {
  await driver.evaluate(() => {
    globalThis.printed = false;
    globalThis.print = () => { globalThis.printed = true; };
  });
  await driver.click("$('#print')");
  await driver.waitFor("globalThis.printed");
  const pdf = await driver.page.pdf({ preferCSSPageSize: true, printBackground: true });
  await driver.evaluate("void dispatchEvent(new Event('afterprint'))");
  return pdf;
}

// Some letters are drawn as one glyph.
const bare = (text) => text.normalize("NFKC").replace(/\s+/g, "");

test("the pack prints on A4: a page of its own for each dossier and sheet, and no reference answer before a clear choice", { seconds: 240 }, async (t) => {
  const { driver } = await lantern(t);
  await view(driver, "paper");
  await driver.waitFor("$('.sheet')");
  const pdf = await print(driver);
  assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  const teams = pages(pdf).map(bare);
  for (const { title } of exercise.teams) {
    for (const key of ["dossier-of", "sheet-of"]) {
      const heading = bare(words(key, { team: title }));
      // Nothing but the line at the top stands before it: it begins a page.
      const page = teams.find((page) => page.includes(heading));
      assert.ok(page && page.indexOf(heading) < 200, heading);
    }
  }
  // A question stands on one page with all of its options.
  for (const { questions } of bank.areas.flatMap(({ indicators }) => indicators)) {
    for (const { text, options } of questions) {
      const page = teams.find((page) => page.includes(bare(text)));
      assert.ok(page, text);
      for (const { label } of options) assert.ok(page.includes(bare(label)), `${text}: ${label}`);
    }
  }
  for (const { rationale } of Object.values(exercise.reference_answers)) assert.ok(!teams.join("").includes(bare(rationale)), rationale);

  await press(driver, words("pack-notes"));
  await sees(driver, words("notes-warn"));
  assert.equal(await driver.evaluate("$('.sheet')"), null);
  await assertAccessible(driver);
  await press(driver, words("notes-show"));
  await driver.waitFor("$('.sheet')");
  assert.equal(await focused(driver), say("report.print"));
  const notes = pages(await print(driver)).map(bare);
  const first = notes.findIndex((page) => page.includes(bare(exercise.reference_answers["legal.cybercrime-law.offences"].rationale)));
  const events = notes.findLastIndex((page) => page.includes(bare(exercise.injects.at(-1).text)));
  assert.ok(first > events && events >= 0, "reference answers are on pages of their own");
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(`${PICTURES}/teams.pdf`, pdf);
  }
});

test("the debrief is saved as Markdown with what was written", { seconds: 120 }, async (t) => {
  const { driver } = await lantern(t);
  await view(driver, "debrief");
  await driver.click("$('#la0')");
  await driver.type("- Draft *orders* <b>");
  const save = say("report.save-as", { what: say("report.markdown") });
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, save)]);
  assert.equal(download.suggestedFilename(), "exercise-debrief.md");
  const text = readFileSync(await download.path(), "utf8");
  assert.ok(text.includes("\\- Draft \\*orders\\* \\<b\\>"), text);
  for (const question of exercise.debrief) assert.ok(text.includes(question), question);
  await sees(driver, say("report.saved", { name: "exercise-debrief.md" }));
});

for (const [width, lang, scheme] of [[320, "en", "light"], [768, "ar", "light"], [1200, "en", "dark"]]) {
  test(`every page of the exercise is accessible and keeps inside ${width} px, ${lang}, ${scheme}`, { seconds: 240 }, async (t) => {
    const element = `<gca-assessment mode="workshop" lang="${lang}" theme="${scheme}"></gca-assessment>`;
    const { driver } = await lantern(t, { room: lang === "en" ? ROOM : [], element, browser: { viewport: { width, height: 900 }, colorScheme: scheme } });
    const look = async (name) => {
      await assertAccessible(driver);
      const wide = await driver.evaluate("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${name} sticks out by ${wide} px`);
      if (PICTURES) await driver.screenshot(`${PICTURES}/${name}-${width}-${lang}-${scheme}.png`, { fullPage: true });
    };
    const pages = { run: 0, compare: 1, debrief: 2, paper: 3 };
    const go = async (name) => {
      await driver.click(`$$(".lantern .seg button")[${pages[name]}]`);
      await driver.waitFor(`$$(".lantern .seg button")[${pages[name]}].ariaPressed === "true"`);
    };
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
    await driver.click("$('.clock button')");
    await driver.click("$('#le0 button')");
    await driver.evaluate("$$('.lantern details').forEach((one) => { one.open = true; })");
    await look("run");
    await go("compare");
    await look("hidden");
    await driver.click("$('#reveal')");
    await driver.waitFor("$('dialog[open]')");
    await look("asking");
    await driver.click("$('dialog .primary')");
    await driver.waitFor("$('#reference')");
    await driver.evaluate("$$('.far details').slice(0, 3).forEach((one) => { one.open = true; })");
    await look("compare");
    await go("debrief");
    await look("debrief");
    await go("paper");
    await look("paper");
  });
}

test("the clock shows each new minute by itself", async (t) => {
  const { driver } = await lantern(t);
  await press(driver, words("start"));
  await sees(driver, words("clock", { minute: 0, total: 150 }));
  // Most of the minute is over at once. What is drawn next sees it, and waits for the rest.
  await driver.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 57_000;
  });
  await press(driver, words("show-label", { what: words("briefing") }));
  await sees(driver, READY);
  await sees(driver, words("clock", { minute: 1, total: 150 }));
});

test(`whoever is called ${law.title} on paper is called so on screen`, async (t) => {
  const { driver } = await lantern(t);
  await driver.waitFor("$('#lt0')");
  await driver.evaluate("$('#lt0').select()");
  await driver.click("$('#lt0')");
  await driver.evaluate(() => {
    const field = $("#lt0");
    field.value = "Lawyers";
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  });
  await view(driver, "paper");
  await sees(driver, words("sheet-of", { team: "Lawyers" }));
});
