// One question on a projector: in a second window led from the trainer's page, or on the trainer's own display.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { crc32 } from "node:zlib";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { assertSilent, full, open, press, ready, say, tabTo } from "./product.mjs";
import { test } from "./suite.mjs";

const PICTURES = process.env.SCREENS === "1" && `${OUT}/screens`;
const ENGINES = ["chromium", "firefox", "webkit"];
const all = full.flatMap(({ questions }) => questions);
const [first, second] = all;
const each = (choose) => Object.fromEntries(all.map((question) => [question.id, choose(question)]));
const options = ({ kind, options }, at) => (kind === "multi" ? [options.at(at).id] : options.at(at).id);

/** What four people answered: far apart everywhere but in the second question. */
const PEOPLE = [0, 0, -1, -1].map((at) => ({ ...each((question) => options(question, at)), [second.id]: options(second, 1) }));

/** The share code of answers, as people hand it in. */
async function codeOf(driver, answers) {
  await driver.evaluate((answers) => element.importAnswers({ answers, notes: {} }) && 0, answers);
  const button = (area, key) => `$$("${area} button").find((one) => words(one) === ${JSON.stringify(say(key))})`;
  await driver.waitFor("$('.tools summary')");
  await driver.click("$('.tools summary')");
  await driver.click(button(".tools .pop", "menu.share"));
  await driver.waitFor(button("dialog", "share.make"));
  await driver.click(button("dialog", "share.make"));
  await driver.waitFor("$('#code')");
  const code = await driver.evaluate("$('#code').value");
  await driver.press("Escape");
  await driver.waitFor("!$('dialog')");
  return code;
}

// Runs in the page: keeps hold of the second window.
const SEE = () => {
  const before = window.open;
  window.open = (...given) => (globalThis.beside = before.apply(window, given));
  globalThis.far = (selector) => beside.document.querySelector("div")?.shadowRoot.querySelector(selector) ?? null;
};

/** A trainer's page with the part that discusses open, and `beside`, the second window once there is one. */
async function room(t, { talks = {}, attributes = {}, ...rest } = {}) {
  const { server, driver } = await open(t, { element: '<gca-assessment mode="workshop"></gca-assessment>', ...rest });
  await ready(driver);
  const codes = [];
  for (const answers of PEOPLE) codes.push(await codeOf(driver, answers));
  const people = codes.map((code, n) => ({ id: n + 1, name: "", group: "", code, came: "code", mark: "", in: true }));
  const payload = JSON.stringify({ format: 1, next: 4, people, talks });
  const slot = `gca1 1 ${crc32(payload).toString(16).padStart(8, "0")} 1700000000000 writer 1.0.0 hash\n${payload}`;
  await driver.evaluate((slot) => localStorage.setItem("gca:gca-core:default~workshop:a", slot), slot);
  await driver.reload();
  await ready(driver);
  await driver.evaluate(SEE);
  await press(driver, say("workshop.talk"));
  await driver.evaluate((given) => { for (const name in given) element.setAttribute(name, given[name]); }, attributes);
  if (attributes.lang) await driver.waitFor(`$(".gca").lang === ${JSON.stringify(attributes.lang)}`);
  await driver.waitFor("$('#present')");
  return { server, driver };
}

const sees = (driver, words) => driver.waitFor(`words($(".present")).includes(${JSON.stringify(words)})`);
const faces = (driver, words) => driver.waitFor(`far(".present")?.innerText.replace(/\\s+/g, " ").includes(${JSON.stringify(words)})`);
const place = (n) => say("present.place", { place: n, total: all.length, number: "" });
const key = (driver, name) =>
  driver.evaluate((name) => { far(".safe").dispatchEvent(new beside.KeyboardEvent("keydown", { key: name, bubbles: true, composed: true, cancelable: true })); }, name);

const does = (driver, name) => driver.click(`named(".present button", ${JSON.stringify(say(`present.${name}`))})`);
const counts = (look) => `[...${look}(".present .opts").querySelectorAll("b")].map((one) => one.lastChild.textContent).join()`;
const closed = (driver) => driver.waitFor("beside.closed && !$('.present') && element.shadowRoot.activeElement?.id === 'present'");

test("a second window shows the question, is led from the trainer's page, and ends cleanly", { engines: ENGINES, seconds: 240 }, async (t) => {
  const { server, driver } = await room(t);
  await driver.click("$('#present')");
  await faces(driver, first.text);
  await faces(driver, say("present.hidden", { n: 4 }));
  await sees(driver, first.text);
  assert.ok(await driver.evaluate("!far('.opts b')"), "what is hidden is not in the window");
  await does(driver, "show");
  await faces(driver, say("present.apart"));
  assert.equal(await driver.evaluate(counts("far")), first.options.map((_, n) => (n === 0 || n === first.options.length - 1 ? 2 : 0)).join());
  assert.equal(await driver.evaluate("beside.getComputedStyle(far('.own')).fill"), await driver.evaluate("getComputedStyle($('.own')).fill"), "the styles are there");
  await does(driver, "next");
  await faces(driver, place(2));
  // From the window itself, by keys and by a click.
  await key(driver, "ArrowLeft");
  await faces(driver, place(1));
  await key(driver, " ");
  await faces(driver, say("present.apart"));
  await key(driver, "t");
  await sees(driver, say("present.pause"));
  await faces(driver, "4:5");
  await driver.evaluate((label) => [...far(".present-bar").children].find((one) => one.innerText === label).click(), say("present.pause"));
  await sees(driver, say("present.start"));
  // Loaded anew, or closed by its frame.
  await driver.evaluate("far('section').getRootNode().host.remove()");
  await does(driver, "next");
  await faces(driver, place(2));
  await driver.evaluate("beside.close()");
  await closed(driver);
  await driver.click("$('#present')");
  await faces(driver, place(2));
  await does(driver, "close");
  await closed(driver);
  await driver.click("$('#present')");
  await faces(driver, place(2));
  await key(driver, "Escape");
  await closed(driver);
  if (t.engine === "chromium") await assertSilent({ driver, server });
});

test("the window is gone with the trainer's page", async (t) => {
  const { driver } = await room(t);
  await driver.click("$('#present')");
  await faces(driver, first.text);
  const [, window] = driver.context.pages();
  await driver.reload();
  await t.until("the second window is closed", () => window.isClosed());
  await ready(driver);
  await press(driver, say("workshop.talk"));
  await driver.waitFor("$('#present') && !$('.present')");
});

test("where no second window may be opened, the trainer's display is used and it is said why", async (t) => {
  const { driver } = await room(t);
  await driver.evaluate("window.open = () => null");
  await driver.click("$('#present')");
  await driver.waitFor("$('.to-all[open]')");
  await sees(driver, say("present.blocked"));
  await sees(driver, first.text);
  await driver.waitFor("document.fullscreenElement === element");
  await driver.press("Escape");
  await driver.waitFor("!$('.to-all') && !document.fullscreenElement");
  await driver.waitFor(`words($(".to-room")).includes(${JSON.stringify(say("present.blocked"))})`);
  await assertAccessible(driver);
});

test("on one display, by keyboard alone", { engines: ENGINES, seconds: 240 }, async (t) => {
  const { driver } = await room(t);
  // As in a frame that may not fill the display.
  await driver.evaluate("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))");
  await tabTo(driver, `named(".to-room button", ${JSON.stringify(say("present.screen"))})`);
  await driver.press("Enter");
  await driver.waitFor("element.shadowRoot.activeElement === $('.to-all .safe')");
  await driver.press("Space");
  await sees(driver, say("present.apart"));
  await driver.press("ArrowRight");
  await sees(driver, place(2));
  await sees(driver, say("present.hidden", { n: 4 }));
  await driver.press("f");
  await driver.press("t");
  await sees(driver, say("present.pause"));
  await driver.press("T");
  await sees(driver, say("present.start"));
  // Space presses a button that has the focus, and nothing else.
  await tabTo(driver, `named(".present button", ${JSON.stringify(say("present.previous"))})`);
  await driver.press("Space");
  await sees(driver, place(1));
  await sees(driver, say("present.hidden", { n: 4 }));
  const box = await driver.evaluate("(({ left, top, width, height }) => [left, top, width >= innerWidth - 20, height >= innerHeight])($('.to-all').getBoundingClientRect())");
  assert.deepEqual(box, [0, 0, true, true]);
  await driver.press("Escape");
  await driver.waitFor("!$('.to-all') && element.shadowRoot.activeElement?.id === 'present'");
});

test("keys mean something in the question alone, and arrows follow the direction of the page", async (t) => {
  const { driver } = await room(t, { attributes: { lang: "ar" } });
  await driver.click("$('#present')");
  await faces(driver, "1");
  const number = () => driver.evaluate("far('.num').textContent");
  const before = await number();
  await driver.press("ArrowLeft");
  await driver.press("t");
  assert.equal(await number(), before, "the focus is on the button that opened it");
  await key(driver, "ArrowLeft");
  await driver.waitFor(`far('.num').textContent !== ${JSON.stringify(before)}`);
  assert.equal(await driver.evaluate("beside.document.documentElement.dir + far('section').lang"), "rtlar");
});

test("a second vote stands beside the first, and the agreed answer under both", async (t) => {
  const votes = first.options.map((_, n) => (n === 1 ? 3 : n === 2 ? 1 : 0));
  const { driver } = await room(t, { talks: { [first.id]: { second: votes, dontKnow: 0, values: [], minority: "", done: false } } });
  await press(driver, say("present.screen"));
  await does(driver, "show");
  await sees(driver, say("present.second"));
  const shown = await driver.evaluate("$$('.present .opts li').map((one) => [...one.querySelectorAll('b')].map((b) => +b.lastChild.textContent))");
  assert.deepEqual(shown, first.options.map((_, n) => [n === 0 || n === first.options.length - 1 ? 2 : 0, votes[n]]));
  if (PICTURES) await driver.screenshot(`${PICTURES}/presenter-votes.png`);
  assert.equal(await driver.evaluate("$('.outline') && getComputedStyle($('.outline')).fill"), "none", "the two differ without colour");
});

test("the end of the time is shown and said", { seconds: 200 }, async (t) => {
  const { driver } = await room(t);
  await driver.evaluate("Object.assign($('.to-room select'), { value: '1' }).dispatchEvent(new Event('change', { bubbles: true }))");
  await press(driver, say("present.screen"));
  await driver.waitFor("$('.timer').textContent === '1:00'");
  // The clock of the device is put forward.
  await driver.evaluate("(({ now }) => { Date.now = () => now() + (globalThis.later ?? 0); })(Date)");
  await does(driver, "start");
  await driver.waitFor("$('.timer').textContent === '0:59'");
  await driver.evaluate("globalThis.later = 60000");
  await driver.waitFor(`$(".present [role=status]").textContent === ${JSON.stringify(say("present.over"))}`);
  await sees(driver, say("present.over"));
  await does(driver, "reset");
  await driver.waitFor("$('.timer').textContent === '1:00' && $('.present [role=status]').textContent === ''");
});

test("it is accessible, fits, and can be read from ten metres", { seconds: 240 }, async (t) => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  for (const [attributes, name] of [[{}, ""], [{ theme: "dark" }, "-dark"], [{ lang: "ar" }, "-ar"]]) {
    const { driver } = await room(t, { attributes });
    for (const width of [320, 768, 1200]) {
      await driver.page.setViewportSize({ width, height: 800 });
      await driver.evaluate("$$('.to-room button')[1].click()");
      await driver.waitFor("$('.to-all[open]')");
      for (const state of ["hidden", "shown"]) {
        await assertAccessible(driver);
        assert.ok(await driver.evaluate("$('.to-all').scrollWidth <= innerWidth"), `${state} at ${width} px`);
        if (PICTURES) await driver.screenshot(`${PICTURES}/presenter-${width}${name}-${state}.png`);
        await driver.evaluate("$$('.present-bar button')[2].click()");
        await driver.waitFor(`Boolean($('.present .opts b')) === ${state === "hidden"}`);
      }
      await driver.evaluate("$$('.present-bar button').at(-1).click()");
      await driver.waitFor("!$('.to-all')");
    }
    await driver.page.setViewportSize({ width: 1280, height: 720 });
    await driver.click("$('#present')");
    await driver.waitFor("far('.present')");
    await driver.evaluate("$$('.present-bar button')[2].click()");
    await driver.waitFor("far('.opts b')");
    await assertAccessible(driver);
    const [, window] = driver.context.pages();
    await window.setViewportSize({ width: 1280, height: 720 });
    assert.ok(await driver.evaluate("far('.prompt').getBoundingClientRect().bottom <= far('.present-bar').getBoundingClientRect().top && far('.present-bar').getBoundingClientRect().bottom <= beside.innerHeight"), "an ordinary question is seen at once");
    const sizes = await driver.evaluate("[far('.t1'), far('.opts li > span')].map((one) => parseFloat(beside.getComputedStyle(one).fontSize) / beside.innerHeight)");
    // A projected letter of a thirtieth of two metres is 6.7 cm; capitals of 4 cm are read from ten metres.
    assert.ok(sizes[0] > 0.045 && sizes[1] > 0.03, `${sizes}`);
    if (PICTURES) {
      await window.screenshot({ path: `${PICTURES}/presenter-window${name}.png` });
      await driver.screenshot(`${PICTURES}/presenter-trainer${name}.png`, { fullPage: true });
    }
    await driver.close();
  }
});
