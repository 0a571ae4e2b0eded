// The element in a host page: how it is set up, what it tells, and what it keeps to itself.

import assert from "node:assert/strict";
import { choose, host, ready, SCRIPT } from "./hosting.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';

test("two elements share one download and do not disturb each other", async (t) => {
  const { server, driver } = await host(t, QUESTIONS + QUESTIONS);
  await driver.evaluate(() => Promise.all([...document.querySelectorAll("gca-assessment")].map((one) => one.ready)).then(() => true));
  await choose(driver, 1);
  await driver.page.locator("gca-assessment").nth(1).locator("input[type=radio]").nth(2).click();
  const [first, second] = await driver.evaluate(() => [...document.querySelectorAll("gca-assessment")].map((one) => Object.values(one.answers)));
  assert.deepEqual([first.length, second.length], [1, 1]);
  assert.notDeepEqual(first, second);
  const keys = await driver.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(keys, ["gca:gca-core:default-2:a", "gca:gca-core:default:a"]);
  const paths = server.paths();
  assert.equal(paths.length, new Set(paths).size, `asked twice: ${paths}`);
  assert.ok(server.requests.every(({ method, query, body }) => method === "GET" && !query && !body));
  await driver.assertQuiet();
  assert.deepEqual(driver.violations, []);
});

test("a page that builds its element anew finds the same answers, two with one key never share", async (t) => {
  const { driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const again = await driver.evaluate(async () => {
    const before = JSON.stringify(element.answers);
    const [old, anew] = [element, element.cloneNode()];
    old.replaceWith(anew);
    await anew.ready;
    const same = JSON.stringify(anew.answers) === before;
    document.body.append(old);
    await old.ready;
    return { same, old: old.answers };
  });
  assert.deepEqual(again, { same: true, old: {} });
  const clash = await driver.evaluate(async () => {
    const twin = () => Object.assign(document.createElement("gca-assessment"), { storageKey: "x" });
    const [a, b] = [twin(), twin()];
    document.body.append(a, b);
    await Promise.all([a.ready, b.ready]);
    return events.filter(({ detail }) => detail.storageKey?.startsWith("x") || detail.code).map(({ detail }) => detail.storageKey ?? detail.code);
  });
  assert.deepEqual(clash.sort(), ["attribute.key-taken", "x", "x-2"]);
});

test("what was set before the element was defined holds", async (t) => {
  const { driver } = await host(t, "<gca-assessment></gca-assessment>", { head: "" });
  const answers = { "legal.cybercrime-law.offences": "enacted" };
  await driver.evaluate((answers) => Object.assign(element, { answers, mode: "quick", storageKey: "early", headingLevel: 3 }) && 0, answers);
  await driver.evaluate(() => import("/gca-assessment.js").then(() => element.ready).then(() => true));
  const state = await driver.evaluate(() => ({
    own: Object.keys(element),
    attributes: ["mode", "storage-key", "heading-level"].map((name) => element.getAttribute(name)),
    answers: element.answers,
  }));
  assert.deepEqual(state, { own: [], attributes: ["quick", "early", "3"], answers });
});

test("the script twice is silent, another version steps aside", async (t) => {
  const twice = await host(t, QUESTIONS, { head: SCRIPT + SCRIPT.replace(".js", ".js?again") });
  await ready(twice.driver);
  await twice.driver.assertQuiet();
  const { driver } = await host(t, "", { head: "" });
  await driver.evaluate(() => customElements.define("gca-assessment", class extends HTMLElement { static version = "0.0.1"; }));
  await driver.evaluate(() => import("/gca-assessment.js").then(({ define }) => define("other-assessment")));
  assert.equal(await driver.evaluate(() => customElements.get("gca-assessment").version), "0.0.1");
  assert.match((await driver.consoleMessages()).find(({ type }) => type === "warning").text, /already defined by version 0\.0\.1/);
  await driver.evaluate(() => {
    const other = document.body.appendChild(document.createElement("other-assessment"));
    return other.ready.then(() => true);
  });
});

test("events leave shadow roots, carry plain data without answers, and their listeners may call any method", async (t) => {
  const { driver } = await host(t, '<div id="outer"></div>', { head: SCRIPT });
  const heard = await driver.evaluate(async () => {
    const inner = document.querySelector("#outer").attachShadow({ mode: "open" });
    const nested = document.createElement("gca-assessment");
    Object.assign(nested, { mode: "full", startAt: "questions" });
    const exports = [];
    const heard = [];
    for (const name of ["gca-ready", "gca-change"]) {
      document.addEventListener(name, ({ target, detail, bubbles, composed }) => {
        heard.push({ name, target: target.id, bubbles, composed, detail });
        exports.push(Object.keys(nested.exportAnswers().answers).length);
      });
    }
    inner.append(nested);
    await nested.ready;
    nested.shadowRoot.querySelectorAll("input[type=radio]")[1].click();
    await new Promise((resolve) => setTimeout(resolve));
    return { heard, exports };
  });
  const common = { target: "outer", bubbles: true, composed: true };
  const [first, second] = heard.heard;
  assert.deepEqual(second, { name: "gca-change", ...common, detail: { schemaVersion: 1 } });
  assert.deepEqual({ ...first, detail: Object.keys(first.detail).sort() }, {
    name: "gca-ready",
    ...common,
    detail: ["bank", "bankVersion", "language", "schemaVersion", "storageKey", "version"],
  });
  assert.deepEqual(heard.exports, [0, 1]);
});

test("a value that is not known counts as the default and is complained about once", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="fast" persist="disk" lang="tlh"></gca-assessment>');
  await ready(driver);
  const used = await driver.evaluate(() => [element.mode, element.persist]);
  assert.deepEqual(used, ["choose", "local"]);
  await driver.evaluate(() => element.toggleAttribute("hidden"));
  const complaints = await driver.evaluate(() => events.filter(({ type }) => type === "gca-error").map(({ detail }) => [detail.code, detail.attribute, detail.value, detail.used]));
  const code = "attribute.unknown-value";
  assert.deepEqual(complaints, [[code, "mode", "fast", "choose"], [code, "persist", "disk", "local"], [code, "lang", "tlh", "en"]]);
  const messages = await driver.consoleMessages();
  assert.equal(messages.filter(({ type }) => type === "warning").length, 3);
});

test("attributes changed in one task are applied once and keep the answers", async (t) => {
  const { driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const after = await driver.evaluate(async () => {
    const before = JSON.stringify(element.answers);
    element.mode = "quick";
    element.headingLevel = 3;
    await Promise.resolve();
    await element.ready;
    return { same: JSON.stringify(element.answers) === before, starts: events.filter(({ type }) => type === "gca-ready").length };
  });
  assert.deepEqual(after, { same: true, starts: 2 });
});

test("before it is ready methods say so, and answers wait", async (t) => {
  const { driver } = await host(t, "");
  const result = await driver.evaluate(async () => {
    await customElements.whenDefined("gca-assessment");
    const early = document.createElement("gca-assessment");
    const codes = ["exportAnswers", "importAnswers", "reset"].map((name) => {
      try {
        early[name]({});
      } catch ({ code, message }) {
        return [code, message.includes("ready")];
      }
    });
    early.answers = { "legal.cybercrime-law.offences": "dk" };
    document.body.append(early);
    await early.ready;
    const full = early.exportAnswers();
    early.reset();
    const empty = early.answers;
    const report = early.importAnswers(JSON.stringify(full));
    let refused;
    try {
      early.importAnswers("{");
    } catch ({ code }) {
      refused = code;
    }
    return { codes, kept: full.answers, empty, report, again: early.answers, refused, assessment: typeof early.assessment };
  });
  const kept = { "legal.cybercrime-law.offences": "dk" };
  const code = ["element.not-ready", true];
  assert.deepEqual(result, {
    codes: [code, code, code], kept, empty: {}, report: { answers: 1, keptAside: 0 }, again: kept, refused: "import.not-json", assessment: "object",
  });
});

test("typing reaches no shortcut of the host, and Enter sends no form of it", async (t) => {
  const { driver } = await host(t, `<form action="/sent"><input name="x">${QUESTIONS}</form>`);
  await ready(driver);
  await driver.evaluate(() => {
    globalThis.keys = [];
    addEventListener("keydown", ({ key }) => keys.push(key));
  });
  await driver.evaluate(() => element.shadowRoot.querySelector("input[type=radio]").focus());
  for (const key of ["a", "Space", "Enter", "Control+k", "Escape"]) await driver.press(key);
  assert.deepEqual(await driver.evaluate("keys"), ["Control", "k", "Escape"]);
  assert.match(await driver.evaluate("location.pathname"), /host\.html/);
});

test("the host page as it is shipped opens in quiet", async (t) => {
  const { server, driver } = await host(t, "");
  for (const name of ["index", "two", "bench"]) {
    await driver.open(server.url(`/demo/${name}.html`));
    await ready(driver);
  }
  await driver.assertQuiet();
  assert.deepEqual(driver.violations, []);
});
