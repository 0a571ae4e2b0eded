// The storage fails in every way that browsers know: the assessment goes on, says what is not saved, and loses nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { answerByClicks, assertSilent, full, holds, jump, numbered, open, press, ready, say, text } from "./product.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const A = "gca:gca-core:default:a";
const B = "gca:gca-core:default:b";
const [law, neutrality] = full[0].questions;

async function questions(t, options) {
  const opened = await open(t, { element: QUESTIONS, ...options });
  await ready(opened.driver);
  return opened;
}

const sees = (t, driver, key) => t.until(say(key), async () => (await text(driver)).includes(say(key)));
const alerts = (driver) => driver.evaluate("$$('[role=alert]').length");
const calm = (driver) => driver.waitFor("$$('[role=alert]').length === 0");
const stored = (driver) => driver.evaluate("({ ...localStorage })");
const troubles = (driver) => driver.evaluate("events.filter(({ type }) => type === 'gca-error').map(({ detail }) => detail.code)");

/** What "Save a copy" hands over. */
async function copy(driver) {
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, say("notice.copy"))]);
  assert.match(download.suggestedFilename(), /\.json$/);
  return JSON.parse(readFileSync(await download.path(), "utf8")).answers;
}

/** A slot with a good checksum. */
function slot(payload, { format = 1, sequence = 1 } = {}) {
  return `gca${format} ${sequence} ${crc32(payload).toString(16).padStart(8, "0")} 1700000000000 writer 1.0.0 hash\n${payload}`;
}

/** Opens the questions on what the storage held before. */
async function openOn(t, entries) {
  const { server, driver } = await questions(t);
  await driver.evaluate((entries) => {
    localStorage.clear();
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, Object.entries(entries));
  await driver.reload();
  await ready(driver);
  return { server, driver };
}

// The two ways in which a browser refuses, each as code that sets `broken`.
const REFUSALS = {
  "blocked altogether": {
    title: "notice.denied",
    bar: "bar.memory",
    before: () => {
      globalThis.broken = true;
      const { get } = Object.getOwnPropertyDescriptor(Window.prototype, "localStorage") ?? Object.getOwnPropertyDescriptor(window, "localStorage");
      Object.defineProperty(window, "localStorage", {
        get() {
          if (globalThis.broken) throw new DOMException("denied", "SecurityError");
          return get.call(window);
        },
      });
    },
  },
  "full": {
    title: "notice.full",
    bar: "bar.unsaved",
    before: () => {
      globalThis.broken = true;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...args) {
        if (globalThis.broken) throw new DOMException("full", "QuotaExceededError");
        return setItem.apply(this, args);
      };
    },
  },
};

for (const [what, { title, bar, before }] of Object.entries(REFUSALS)) {
  test(`storage ${what}: it is said, work goes on in memory, a copy can be saved, and a new try saves`, async (t) => {
    const { server, driver } = await questions(t, { before });
    await answerByClicks(driver, law, "partial");
    await answerByClicks(driver, neutrality, "neutral");
    await sees(t, driver, title);
    assert.equal(await alerts(driver), 1);
    await jump(driver, "2.1");
    await driver.waitFor(`words($("#saving")).startsWith(${JSON.stringify(say(bar))})`);
    const answers = { [law.id]: "partial", [neutrality.id]: "neutral" };
    assert.deepEqual(await copy(driver), answers);
    await press(driver, say("notice.retry"));
    await sees(t, driver, title);
    assert.deepEqual(await troubles(driver), ["storage.not-saved"], "told once");
    await driver.evaluate("globalThis.broken = false");
    await press(driver, say("notice.retry"));
    await calm(driver);
    await driver.waitFor(`words($("#saving")).startsWith(${JSON.stringify(say("bar.saved"))})`);
    assert.equal(await driver.evaluate("JSON.stringify(JSON.parse(localStorage.getItem('gca:gca-core:default:a').split('\\n')[1]).answers)"), JSON.stringify(answers));
    await assertSilent({ driver, server });
  });
}

test("a write that fails at any call leaves what was said to be saved", { seconds: 120 }, async (t) => {
  const before = () => {
    const { setItem } = Storage.prototype;
    let left = sessionStorage.left ?? Infinity;
    Storage.prototype.setItem = function (...args) {
      if (this === localStorage && left-- <= 0) throw new DOMException("full", "QuotaExceededError");
      return setItem.apply(this, args);
    };
  };
  const { driver } = await questions(t, { before });
  const options = law.options.map(({ id }) => id);
  for (let allowed = 0; allowed < 5; allowed++) {
    await driver.evaluate((allowed) => {
      localStorage.clear();
      sessionStorage.left = allowed;
      // The second copy, too: it would be put back.
      return new Promise((done) => (indexedDB.deleteDatabase("gca-assessment").onsuccess = done)).then(() => true);
    }, allowed);
    await driver.reload();
    await ready(driver);
    let saved;
    for (const option of options) {
      await answerByClicks(driver, law, option);
      // The bar follows a moment after the answer.
      await sleep(200);
      if ((await driver.evaluate("words($('#saving'))")) === say("bar.saved")) saved = option;
    }
    assert.equal(saved, options[allowed - 1]);
    await driver.evaluate("delete sessionStorage.left");
    await driver.reload();
    await ready(driver);
    await holds(driver, law, saved);
  }
});

test("a storage that is really full is told, and freed it is used", async (t) => {
  const { driver } = await questions(t);
  await driver.evaluate(() => {
    let size = 1 << 24;
    for (let filled = ""; size >= 1; ) {
      try {
        localStorage.setItem("filled", filled + "x".repeat(size));
        filled = localStorage.getItem("filled");
      } catch {
        size >>= 1;
      }
    }
  });
  await answerByClicks(driver, law, "partial");
  await sees(t, driver, "notice.full");
  assert.deepEqual(await copy(driver), { [law.id]: "partial" });
  await driver.evaluate("localStorage.removeItem('filled')");
  await press(driver, say("notice.retry"));
  await calm(driver);
  await driver.reload();
  await ready(driver);
  await holds(driver, law, "partial");
});

test("in a sandboxed frame it works in memory and says so", async (t) => {
  const { server, driver } = await questions(t, { headers: { "access-control-allow-origin": "*" }, csp: undefined });
  const framed = '<!doctype html><html lang="en"><title>Framed</title><link rel="icon" href="/demo/icon.svg"><iframe title="Assessment" sandbox="allow-scripts" src="/host.html" width="900" height="700"></iframe>';
  await driver.open(server.page("/frame.html", framed));
  const frame = () => driver.page.frames().find((one) => one.url().endsWith("/host.html"));
  const inside = (code) => t.until(code, () => frame()?.evaluate(code));
  await inside("customElements.whenDefined('gca-assessment').then(() => element.ready).then(() => true)");
  await inside(`words($(".gca")).includes(${JSON.stringify(say("notice.denied"))})`);
  await frame().evaluate("$('input[type=radio]').click()");
  await inside(`element.answers[${JSON.stringify(law.id)}] === "none"`);
  await driver.assertQuiet();
});

for (const [what, button, winner] of [
  ["taking theirs", "notice.take-theirs", "theirs"],
  ["keeping mine", "notice.keep-mine", "mine"],
]) {
  test(`two tabs on the same answers: nothing is overwritten before the user chooses, then ${what} goes on`, async (t) => {
    const { server, driver } = await questions(t);
    await answerByClicks(driver, law, "draft");
    const other = await driver.tab();
    await other.open(server.url("/host.html"));
    await ready(other);
    await holds(other, law, "draft");
    await answerByClicks(other, law, "applied");
    await sees(t, driver, "notice.other-tab");
    const theirs = await stored(driver);
    await answerByClicks(driver, law, "enacted");
    await answerByClicks(driver, neutrality, "mixed");
    assert.deepEqual(await stored(driver), theirs);
    assert.deepEqual(await copy(driver), { [law.id]: "enacted", [neutrality.id]: "mixed" }, "mine can be had here");
    assert.deepEqual(await other.evaluate("element.answers"), { [law.id]: "applied" }, "theirs there");

    await press(driver, say(button));
    await calm(driver);
    await driver.waitFor("element.shadowRoot.activeElement === $('#title')");
    await holds(driver, law, winner === "mine" ? "enacted" : "applied");
    await holds(driver, neutrality, winner === "mine" ? "mixed" : undefined);
    if (winner === "mine") {
      await sees(t, other, "notice.other-tab");
      assert.deepEqual(await copy(other), { [law.id]: "applied" }, "theirs can still be had there");
    }
    await answerByClicks(driver, law, "none");
    await driver.reload();
    await ready(driver);
    await holds(driver, law, "none");
    assert.equal(await alerts(driver), 0);
    await assertSilent({ driver, server });
  });
}

test("a tab that dies while it saves leaves a whole assessment, at most a few changes old", async (t) => {
  const { server, driver } = await questions(t);
  await driver.evaluate((at) => {
    let n = 0;
    // A note that counts, as fast as the page can; each line is written after its save.
    $(`#q${at} .q-tools .link`).click();
    const go = () => {
      const field = $(`#n${at}`);
      if (field) {
        field.value = String(++n);
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        console.log(`saved ${n}`);
      }
      setTimeout(go);
    };
    go();
  }, law.at);
  const last = () => +(driver.messages.findLast(({ text }) => text.startsWith("saved"))?.text.slice(6) ?? 0);
  await t.until("a hundred saves", () => last() > 100);
  const other = await driver.tab();
  driver.cdp.send("Page.crash").catch(() => {});
  await driver.page.waitForEvent("crash");
  await other.open(server.url("/host.html"));
  await ready(other);
  const found = await other.evaluate((id) => +element.exportAnswers().notes[id], law.id);
  t.figure("changes lost that were told as saved", Math.max(0, last() - found));
  assert.ok(last() - found < 20, `${last()} saved, ${found} found`);
  assert.equal(await alerts(other), 0, "nothing is cut");
});

test("a storage that is cleared by others is written again once the user wants it", async (t) => {
  const { server, driver } = await questions(t);
  await answerByClicks(driver, law, "partial");
  const other = await driver.tab();
  await other.open(server.url("/demo/host.css"));
  await other.evaluate("localStorage.clear()");
  await sees(t, driver, "notice.gone-text");
  await answerByClicks(driver, neutrality, "mixed");
  assert.deepEqual(await stored(driver), {}, "what somebody deleted does not come back by itself");
  await press(driver, say("notice.save-again"));
  await calm(driver);
  await driver.reload();
  await ready(driver);
  await holds(driver, law, "partial");
  await holds(driver, neutrality, "mixed");
});

test('persist="session" keeps answers in this tab alone', async (t) => {
  const element = QUESTIONS.replace(">", ' persist="session">');
  const { server, driver } = await questions(t, { element });
  await answerByClicks(driver, law, "partial");
  await driver.waitFor(`words($("#saving")) === ${JSON.stringify(say("bar.saved-tab"))}`);
  assert.deepEqual(await driver.evaluate("[Object.keys(sessionStorage), localStorage.length]"), [[A], 0]);
  await press(driver, say("nav.start"));
  await sees(t, driver, "start.privacy-tab");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), { [law.id]: "partial" });
  const other = await driver.tab();
  await other.open(server.url("/host.html"));
  await ready(other);
  assert.deepEqual(await other.evaluate("element.answers"), {});
  await assertSilent({ driver, server });
});

test('persist="none" keeps nothing anywhere and says so', async (t) => {
  const element = QUESTIONS.replace(">", ' persist="none">');
  const { server, driver } = await questions(t, { element });
  await answerByClicks(driver, law, "partial");
  await driver.waitFor(`words($("#saving")) === ${JSON.stringify(say("bar.memory"))}`);
  await press(driver, say("nav.start"));
  await sees(t, driver, "start.privacy-memory");
  assert.equal(await alerts(driver), 0, "it is what the host wanted");
  const kept = await driver.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie, (await caches.keys()).length]);
  assert.deepEqual(kept, [0, 0, 0, "", 0]);
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), {});
  await assertSilent({ driver, server });
});

test("answers of a newer version are left untouched, byte for byte", async (t) => {
  for (const key of [A, B]) {
    const entries = { [key]: slot('{"answers":{"x":1}}', { format: 2, sequence: 7 }) };
    const { server, driver } = await openOn(t, entries);
    await sees(t, driver, "notice.newer");
    await answerByClicks(driver, law, "partial");
    await jump(driver, "1.2");
    await driver.waitFor(`words($("#saving")) === ${JSON.stringify(say("bar.unsaved"))}`);
    assert.deepEqual(await copy(driver), { [law.id]: "partial" });
    assert.deepEqual(await stored(driver), entries);
    await assertSilent({ driver, server });
  }
});

test("a save that was cut falls back to the one before, which is told", async (t) => {
  const payload = (option) => JSON.stringify({ format: 1, bank: "gca-core", mode: "full", answers: { [law.id]: option }, screen: "questions", indicator: full[0].id });
  const cut = slot(payload("full"), { sequence: 2 }).slice(0, -20);
  const { server, driver } = await openOn(t, { [A]: slot(payload("draft")), [B]: cut });
  await sees(t, driver, "notice.damaged");
  await holds(driver, law, "draft");
  await press(driver, say("notice.close"));
  await calm(driver);
  await answerByClicks(driver, law, "partial");
  assert.equal((await stored(driver))["gca:gca-core:default:damaged"], cut, "set aside, not thrown away");
  await driver.reload();
  await ready(driver);
  await holds(driver, law, "partial");
  await assertSilent({ driver, server });
});

const JUNK = {
  "not ours": "null",
  "a lone surrogate and NUL": "\ud800\u0000",
  "four million characters": "x".repeat(4_000_000),
  "a good slot of junk": slot("junk"),
  "a good slot of null": slot("null"),
  "a good slot of a list": slot("[[[]]]"),
  "a good slot, deep": slot("[".repeat(20_000) + "]".repeat(20_000)),
  "a good slot with odd members": slot('{"__proto__":{"answers":{"x":"y"}},"answers":[1],"notes":7,"mode":{},"screen":["results"],"indicator":null,"format":"1"}'),
  "a good slot with odd answers": slot(`{"answers":{"__proto__":"x","constructor":"y","${law.id}":{"a":[1]},"${numbered("1.1.3").id}":[null,"child",7]}}`),
};

for (const [what, junk] of Object.entries(JUNK)) {
  test(`junk in the storage (${what}) does not keep anybody from working`, async (t) => {
    const { server, driver } = await openOn(t, { [A]: junk });
    await press(driver, say("nav.questions"));
    await answerByClicks(driver, law, "partial");
    await answerByClicks(driver, neutrality, "mixed");
    await driver.reload();
    await ready(driver);
    await holds(driver, law, "partial");
    await holds(driver, neutrality, "mixed");
    await assertSilent({ driver, server });
  });
}
