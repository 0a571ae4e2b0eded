// The product as people meet it: its questions and texts, a page around it, and the keys and clicks of a person, in all three engines.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST, inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";

const read = (path) => JSON.parse(readFileSync(inRepository(path), "utf8"));

/** The shipped bank. */
export const bank = read("www/data/banks/gca-core.json");

/** One page each: {id, title, number, area, questions}; a question has its `number`, and `at`, its position among those asked. */
export const full = pages(() => true);
/** The pages of the quick version. */
export const quick = pages(({ id }) => bank.quick.includes(id));

/** Answers of the exercise by question id. */
export const reference = Object.fromEntries(Object.entries(bank.exercise.reference_answers).map(([id, { option }]) => [id, option]));

const texts = read("www/data/ui/en.json");

/** A text of the interface with its places filled in; of a text with several forms, the one for `values.n`. */
export function say(key, values = {}) {
  const text = texts[key];
  assert.ok(text, `${key} is no text of the interface`);
  const form = typeof text === "string" ? text : text[+values.n === 1 ? "one" : "other"];
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The assessment of answers by the engine of the npm package, in this process. */
export async function assess(answers, mode) {
  const engine = await import(`${DIST}/engine.js`);
  await engine.init();
  return engine.assess(bank, { answers }, { mode });
}

/** Every member of `expected` is in `given`, numbers within 1e-9. */
export function near(given, expected, path = "assessment") {
  if (typeof expected === "number") assert.ok(Math.abs(given - expected) < 1e-9, `${path}: ${given}, not ${expected}`);
  else if (expected && typeof expected === "object") for (const name of Object.keys(expected)) near(given?.[name], expected[name], `${path}.${name}`);
  else assert.equal(given, expected, path);
}

const HEAD = '<script src="/watch.js"></script><link rel="stylesheet" href="/demo/host.css"><script type="module" src="/gca-assessment.js"></script>';

/**
 * A host page of the shipped build under the strictest policy. In it `element` is the assessment, `$` and `$$` look into it,
 * `named(selector, name)` finds what can be seen by the name it has for people, or the beginning of it, and `events` and `violated` tell what happened.
 * In Chromium the function `before` runs in every page before anything else.
 */
export async function open(t, { element = "<gca-assessment></gca-assessment>", head = HEAD, browser, before, ...options } = {}) {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Host</title><link rel="icon" href="/demo/icon.svg">${head}
<body><main class="host-in"><h1 class="host-h1">National self-assessment</h1>${element}</main></html>`;
  const server = await t.serve({ csp: STRICT_CSP, pages: { "/host.html": page }, ...options });
  server.override({ path: "/watch.js", type: "text/javascript", body: `(${watch})();` });
  const driver = await t.open(browser);
  if (before) await driver.context.addInitScript(before);
  await driver.open(server.url("/host.html"));
  return { server, driver };
}

// Runs in the page, before everything else.
function watch() {
  globalThis.events = [];
  globalThis.violated = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violated.push(`${violatedDirective} ${blockedURI}`));
  for (const name of ["ready", "change", "complete", "error"]) addEventListener(`gca-${name}`, ({ type, detail }) => events.push({ type, detail }));
  Object.defineProperty(globalThis, "element", { get: () => document.querySelector("gca-assessment") });
  globalThis.$ = (selector) => element.shadowRoot.querySelector(selector);
  globalThis.$$ = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
  globalThis.words = (node) => node.innerText.replace(/\s+/g, " ").trim();
  globalThis.named = (selector, name) => {
    const fitting = $$(selector).filter((one) => one.checkVisibility({ visibilityProperty: true }) && nameOf(one).startsWith(name));
    return fitting.find((one) => nameOf(one) === name) ?? fitting[0];
  };
  const nameOf = (one) => one.getAttribute("aria-label") ?? words(one);
}

/** Waits until the assessment can be used. */
export const ready = (driver) => driver.evaluate(() => customElements.whenDefined("gca-assessment").then(() => element.ready).then(() => true));

/** The expression of a button with this name, or with one that begins like this. */
export const button = (name) => `named("button", ${JSON.stringify(name)})`;

/** A click on such a button. */
export async function press(driver, name) {
  await driver.waitFor(button(name));
  await driver.click(button(name));
}

/** All that can be read in the assessment, in one line. */
export const text = (driver) => driver.evaluate("words($('.gca'))");

/** Tab, until what the expression gives has the focus. */
export async function tabTo(driver, target, key = "Tab") {
  for (let n = 0; n < 120; n++) {
    if (await driver.evaluate(`element.shadowRoot.activeElement && element.shadowRoot.activeElement === ${target}`)) return;
    await driver.press(key);
  }
  throw new Error(`${key} never comes to ${target}`);
}

/** Waits until the page with this heading is there, with the focus on the heading. */
export async function arrives(driver, heading) {
  // A page that has yet to be fetched has its heading already.
  await driver.waitFor(`$("#title")?.textContent === ${JSON.stringify(heading)} && element.shadowRoot.activeElement === $("#title") && !$(".skel")`);
}

/** The heading of a page of questions. */
export const headingOf = ({ number, title }) => `${number} ${title}`;

/** The option ids that an answer chooses: one or several. */
const chosen = (answer) => [answer].flat();

/** The expression of the control of an option; "dk" and "na" come after the options. */
export function control({ at, options, allow_na }, option) {
  const exclusive = (one) => Boolean(one.exclusive);
  const order = [...options.filter((one) => !exclusive(one)), ...options.filter(exclusive)].map(({ id }) => id);
  const place = [...order, "dk", ...(allow_na ? ["na"] : [])].indexOf(option);
  assert.ok(place >= 0, `${option} is no option`);
  return `$$("#q${at} input:is([type=radio], [type=checkbox])")[${place}]`;
}

/** The question with this number, on the page of the full version where it stands. */
export const numbered = (number) => full.flatMap(({ questions }) => questions).find((question) => question.number === number);

/** Opens the page of an indicator from the list of areas. */
export async function jump(driver, number) {
  const page = full.find((one) => one.number === number);
  const area = `named(".rail-a", ${JSON.stringify(`${number.split(".")[0]} ${page.area.title}`)})`;
  await driver.waitFor(area);
  if (!(await driver.evaluate(`${area}.ariaExpanded === "true"`))) await driver.click(area);
  await driver.waitFor(button(headingOf(page)));
  await driver.click(`named(".rail-i", ${JSON.stringify(headingOf(page))})`);
  await arrives(driver, headingOf(page));
}

/** Answers a question with Tab, arrows and Space. */
export async function answerByKeys(driver, question, answer) {
  if (question.kind === "multi") {
    for (const option of question.options.map(({ id }) => id).filter((id) => chosen(answer).includes(id))) {
      await tabTo(driver, control(question, option));
      await driver.press("Space");
    }
  } else {
    const first = question.options[0].id;
    await tabTo(driver, control(question, first));
    const steps = answer === "dk" ? question.options.length : question.options.findIndex(({ id }) => id === answer);
    if (steps === 0) await driver.press("Space");
    for (let n = 0; n < steps; n++) await driver.press("ArrowDown");
  }
  await holds(driver, question, answer);
}

/** Answers a question with clicks on its rows. */
export async function answerByClicks(driver, question, answer) {
  for (const option of chosen(answer)) {
    // The page may have been turned a moment before.
    await driver.waitFor(control(question, option));
    await driver.click(`${control(question, option)}.closest("label")`);
  }
  await holds(driver, question, answer);
}

/** Waits until exactly this answer is shown and given; undefined is none. */
export async function holds(driver, { id, at }, answer) {
  const count = answer === undefined ? 0 : chosen(answer).length;
  await driver.waitFor(`JSON.stringify(element.answers[${JSON.stringify(id)}]) === ${JSON.stringify(JSON.stringify(answer))} && $$("#q${at} :checked").length === ${count}`);
  await follows(driver);
}

/** Waits for the page, which follows a question that was answered 50 ms and a frame later: `FOLLOWS` in shell.rs. */
export const follows = (driver) => driver.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 60)));

/** Waits until the whole program has been fetched, after which nothing is asked of the network any more. */
export const wholeHasCome = (driver) => driver.waitFor("performance.getEntriesByType('resource').filter(({ name, responseEnd }) => /gca-whole|ui-whole/.test(name) && responseEnd).length === 3");

/** The page was quiet: no warning, no violation, and only GETs of own files, without query or body. */
export async function assertSilent({ driver, server }) {
  await driver.assertQuiet();
  assert.deepEqual(await driver.evaluate("violated"), []);
  assert.deepEqual(driver.violations ?? [], []);
  for (const { method, path, query, body } of server.requests) {
    assert.deepEqual([method, query, body], ["GET", "", ""], path);
    assert.match(path, /^\/(host\.html|watch\.js|favicon\.ico|gca-assessment\.js|demo\/[\w.]+|assets\/[\w.-]+)$/);
  }
  const foreign = (driver.requests ?? []).filter(({ url, method }) => method !== "GET" || !url.startsWith(server.origin));
  assert.deepEqual(foreign, []);
}

function pages(isAsked) {
  let at = 0;
  return bank.areas.flatMap((area, a) =>
    area.indicators.flatMap((indicator, i) => {
      const number = `${a + 1}.${i + 1}`;
      const questions = indicator.questions
        .map((question, q) => ({ ...question, number: `${number}.${q + 1}` }))
        .filter(isAsked)
        .map((question) => ({ ...question, at: at++ }));
      return questions.length ? [{ id: indicator.id, title: indicator.title, number, area, questions }] : [];
    }),
  );
}
