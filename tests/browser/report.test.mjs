// The report on screen, on paper and in files.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { pages } from "./pdf.mjs";
import { assertSilent, full, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const [law] = full[0].questions;
const NAME = "Kenya 2026 <b>&";
const SECRET = "Zanzibar";
const GIVEN = {
  answers: reference,
  notes: { [law.id]: `=1+1 ${SECRET} <script>alert(1)</script>` },
  evidence: { [law.id]: [{ text: `${SECRET} act`, reference: "Section 3", link: "https://example.org/act", date: "2021-03-12" }] },
  who: { [law.id]: `${SECRET} ministry` },
  name: NAME,
};
const HOST = "<nav><p>HOSTWORD one</p></nav><section><div><gca-assessment></gca-assessment></div></section><footer>HOSTWORD two</footer>";

/** Opens the page of the report of the exercise. */
async function report(t, options = {}) {
  const opened = await open(t, { element: HOST, ...options });
  await ready(opened.driver);
  await opened.driver.waitFor("$('.tools')");
  await opened.driver.evaluate((given) => element.importAnswers(given) && 0, GIVEN);
  if (!(await opened.driver.evaluate("$('.tabs')"))) await press(opened.driver, say("start.full-button"));
  await press(opened.driver, say("nav.report"));
  await opened.driver.waitFor("$('.sheet')");
  return opened;
}

/** What a press hands over. */
async function saved(driver, name) {
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, say("report.save-as", { what: name }))]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const FILES = [
  ["html", "-report.html", say("report.html")],
  ["markdown", "-report.md", say("report.markdown")],
  ["xlsx", ".xlsx", say("report.xlsx")],
  ["answers", "-answers.csv", say("report.answers")],
  ["scores", "-scores.csv", say("export.scores")],
  ["steps", "-steps.csv", say("nav.steps")],
  ["json", ".gca.json", say("report.json")],
];

/** Prints: what is in the document while it prints goes to the PDF, as from the browser's own window. */
async function print(driver) {
  await press(driver, say("report.print"));
  await driver.waitFor("globalThis.printed");
  return driver.page.pdf({ preferCSSPageSize: true, printBackground: true });
}

const before = () => {
  globalThis.print = () => { globalThis.printed = true; };
};
const document_ = (driver) => driver.evaluate("[document.documentElement.outerHTML, document.title, document.adoptedStyleSheets.length]");

test("the report prints alone, on numbered A4 pages, and leaves the page as it was", { seconds: 120 }, async (t) => {
  const { server, driver } = await report(t, { before });
  const found = await document_(driver);
  const pdf = await print(driver);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}/report.pdf`, pdf);
  assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  const printed = pages(pdf);
  t.figure("pages of the report", printed.length);
  assert.ok(printed.length >= 6 && printed.length <= 24, `${printed.length} pages`);
  const all = printed.join("\n");
  const bare = (words) => words.replace(/\s+/g, "");
  assert.ok(!/HOSTWORD|National self-assessment/i.test(all), "something of the host page");
  assert.ok(!all.includes(bare(say("report.files-lead"))), "something that is for the screen");
  for (const words of ["39.5", say("report.title"), say("results.indicators"), say("nav.steps"), say("report.method"), say("report.answers"), SECRET]) {
    assert.ok(all.includes(bare(words)), words);
  }
  for (const [at, page] of printed.entries()) {
    assert.ok(page.includes(bare(NAME)), `no header on page ${at + 1}: ${page.slice(0, 200)}`);
    assert.ok(page.includes(`${at + 1}/${printed.length}`), `no number on page ${at + 1}`);
  }
  await driver.waitFor("!document.querySelector('gca-print')");
  assert.deepEqual(await document_(driver), found);
  // Again, and without what somebody typed.
  await driver.click("$('#unnamed')");
  const unnamed = pages(await print(driver)).join("");
  assert.ok(unnamed.includes("39.5") && !unnamed.includes(SECRET) && !unnamed.includes("Kenya"));
  assert.deepEqual(await document_(driver), found);
  await assertSilent({ server, driver });
});

test("printing puts a copy beside the body and takes it back, in every engine", { engines: ["chromium", "firefox", "webkit"] }, async (t) => {
  const { driver } = await report(t);
  const found = await document_(driver);
  await driver.evaluate("(globalThis.print = () => { globalThis.printed = true; }) && 0");
  await press(driver, say("report.print"));
  await driver.waitFor("globalThis.printed");
  assert.match(await driver.evaluate("document.documentElement.lastElementChild.shadowRoot.textContent"), /39\.5/);
  assert.equal(await driver.evaluate("document.title"), NAME);
  await driver.evaluate("dispatchEvent(new Event('afterprint')) && 0");
  assert.deepEqual(await document_(driver), found);
  await driver.assertQuiet();
});

test("every file of the report is handed over, and is right", { seconds: 120 }, async (t) => {
  const { server, driver } = await report(t);
  const made = {};
  for (const [kind, ending, name] of FILES) {
    const file = await saved(driver, name);
    assert.match(file.name, /^kenya-2026-b-20\d\d-\d\d-\d\d/);
    assert.ok(file.name.endsWith(ending), file.name);
    await driver.waitFor(`words($(".saved-as")).includes(${JSON.stringify(file.name)})`);
    made[kind] = file.bytes;
  }
  const text = (kind) => made[kind].toString("utf8");
  for (const kind of ["answers", "scores", "steps"]) assert.deepEqual([...made[kind].subarray(0, 3)], [0xef, 0xbb, 0xbf], kind);
  assert.match(text("answers"), /,'=1\+1 Zanzibar <script>alert\(1\)<\/script>,/);
  assert.match(text("scores"), /,39\.5,39\.2,40,0\.99,Established,/);
  assert.ok(text("steps").split("\r\n").length > 20);
  assert.ok(text("markdown").includes("\\=1+1 Zanzibar \\<script\\>"));
  assert.equal(made.xlsx.toString("latin1", 0, 4), "PK\x03\x04");
  const json = JSON.parse(text("json"));
  const outcome = await driver.evaluate("element.assessment");
  assert.equal(json.results.overall.score, outcome.overall.score);
  assert.deepEqual(json.answers, await driver.evaluate("element.answers"));
  mkdirSync(`${OUT}/report`, { recursive: true });
  for (const [kind, ending] of FILES) writeFileSync(`${OUT}/report/${kind}${ending}`, made[kind]);
  await assertSilent({ server, driver });
});

test("every file can be had without anything that somebody typed", { seconds: 120 }, async (t) => {
  const { server, driver } = await report(t);
  await driver.click("$('#unnamed')");
  await driver.waitFor("!words($('.sheets')).includes('Zanzibar')");
  for (const [kind, , name] of FILES) {
    const file = await saved(driver, name);
    assert.match(file.name, /^assessment-20/);
    assert.ok(!/zanzibar|kenya/i.test(file.bytes.toString("latin1")), kind);
  }
  await assertSilent({ server, driver });
});

test("the saved page opens by itself, without scripts, and loads nothing", async (t) => {
  const { driver } = await report(t);
  const file = await saved(driver, say("report.html"));
  const path = `${OUT}/saved-report.html`;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path, file.bytes);
  const other = await t.open({ javaScriptEnabled: false });
  await other.page.goto(pathToFileURL(path).href);
  const shown = await other.page.locator("main").innerText();
  assert.match(shown, /39\.5/);
  assert.match(shown, /Established/);
  assert.ok(shown.includes(`=1+1 ${SECRET} <script>alert(1)</script>`));
  assert.equal(await other.page.locator("script").count(), 0);
  assert.equal(await other.page.locator("html").getAttribute("lang"), "en");
  assert.equal(await other.page.locator("html").getAttribute("dir"), "ltr");
  assert.ok((await other.page.locator("svg").count()) >= 3, "the pictures");
  assert.deepEqual(other.requests.filter(({ url }) => !url.startsWith("file:")), []);
  await other.screenshot(`${OUT}/saved-report.png`, { fullPage: true });
});

test("a saved assessment file opens again as the same assessment", async (t) => {
  const { driver } = await report(t);
  const file = await saved(driver, say("report.json"));
  const found = await driver.evaluate("element.exportAnswers()");
  await driver.evaluate("element.reset()");
  await driver.evaluate((text) => element.importAnswers(JSON.parse(text)) && 0, file.bytes.toString("utf8"));
  const { answers, notes, evidence, who, name } = await driver.evaluate("element.exportAnswers()");
  assert.deepEqual({ answers, notes, evidence, who, name }, { answers: found.answers, notes: found.notes, evidence: found.evidence, who: found.who, name: NAME });
});

test("the page of the report is accessible and stays in its column", { seconds: 120 }, async (t) => {
  for (const [width, colorScheme] of [[320, "light"], [768, "light"], [1200, "light"], [1200, "dark"]]) {
    const { driver } = await report(t, { browser: { viewport: { width, height: 900 }, colorScheme } });
    await assertAccessible(driver);
    assert.ok(await driver.evaluate("document.documentElement.scrollWidth <= innerWidth"), `wider than ${width}`);
    if (process.env.SCREENS === "1") await driver.screenshot(`${OUT}/report-${width}-${colorScheme}.png`, { fullPage: true });
  }
});

test("without an answer the report says what it would show", async (t) => {
  const { driver } = await open(t);
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await press(driver, say("start.full-button"));
  await press(driver, say("nav.report"));
  await driver.waitFor(`words($(".gca")).includes(${JSON.stringify(say("report.empty-text"))})`);
  await assertAccessible(driver);
});
