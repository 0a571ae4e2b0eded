// Several assessments on one device, the shared computer, files and codes: as people use them, and as they go wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { naughty } from "./naughty.mjs";
import { answerByClicks, answerByKeys, assertSilent, bank, button, full, headingOf, holds, open, press, ready, say, tabTo, text, follows } from "./product.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = full.flatMap(({ questions }) => questions);
const [law, neutrality] = QUESTIONS;
const LAST = law.options.at(-1).id;
const IDS = QUESTIONS.map(({ id }) => id);

/** Opens the page and waits for the whole program. */
async function begin(t, options) {
  const opened = await open(t, options);
  await ready(opened.driver);
  await comes(opened.driver);
  return opened;
}

const comes = (driver) => driver.waitFor("$('.tools')");
const sees = (driver, words) => driver.waitFor(`words($(".gca")).includes(${JSON.stringify(words)})`);
const give = (driver, answers, notes = {}) => driver.evaluate((data) => element.importAnswers(data) && 0, { answers, notes });
const keys = (driver) => driver.evaluate("Object.keys(localStorage).sort()");
const answers = (driver) => driver.evaluate("element.answers");
const start = async (driver) => {
  // Without a choice of the version there are no tabs yet, and this page alone.
  if (await driver.evaluate("$('.tabs')")) await press(driver, say("nav.start"));
  await driver.waitFor(`$("#title").textContent === ${JSON.stringify(say("start.title"))}`);
};
const names = (driver) => driver.evaluate("$$('.saved > li .strong').map((one) => one.textContent)");
const dialog = (driver) => driver.waitFor("$('dialog[open]')");
const closed = (driver) => driver.waitFor("!$('dialog')");
const inDialog = async (driver, key) => {
  const found = `$$("dialog button").find((one) => words(one) === ${JSON.stringify(say(key))})`;
  await driver.waitFor(found);
  await driver.click(found);
};

async function menu(driver, key) {
  await driver.click("$('.tools summary')");
  await driver.click(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say(key))})`);
}

/** An item of the menu of another assessment. */
async function more(driver, name, key) {
  const row = `$$(".saved > li").find((one) => one.textContent.includes(${JSON.stringify(name)}))`;
  await driver.click(`${row}.querySelector("summary")`);
  await driver.click(`[...${row}.querySelectorAll(".pop button")].find((one) => words(one) === ${JSON.stringify(say(key))})`);
}

async function rename(driver, name) {
  await menu(driver, "menu.rename");
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'name'");
  await driver.evaluate((name) => { $("#name").value = name; }, name);
  await driver.press("Enter");
  await closed(driver);
}

const openFiles = (driver, ...files) =>
  driver.page.locator("#file").setInputFiles(files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })));

/** What a step hands over: {name, content}. */
async function saved(driver, step) {
  const [download] = await Promise.all([driver.page.waitForEvent("download"), step()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

const saveFile = (driver) =>
  saved(driver, async () => {
    await menu(driver, "menu.save");
    await inDialog(driver, "save.save");
  });

test("assessments are begun, named, repeated, changed and deleted, and a reload finds the open one", { seconds: 180 }, async (t) => {
  const { server, driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  await rename(driver, "Kenya 2025");
  await sees(driver, say("device.continue", { name: "Kenya 2025" }));
  const events = () => driver.evaluate("events.filter(({ type }) => type === 'gca-change').length");
  const before = await events();
  await menu(driver, "menu.new");
  await driver.waitFor("Object.keys(element.answers).length === 0");
  assert.ok((await events()) > before, "the host is told");
  assert.deepEqual(await names(driver), ["Kenya 2025"]);
  await press(driver, say("start.full-button"));
  await answerByClicks(driver, law, LAST);
  await rename(driver, "Chad");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await answers(driver), { [law.id]: LAST });
  await comes(driver);
  await start(driver);
  await driver.waitFor("$$('.saved > li').length === 1");
  await assertAccessible(driver);
  await press(driver, say("device.open-label", { name: "Kenya 2025" }));
  await driver.waitFor(`element.answers[${JSON.stringify(law.id)}] === "partial"`);
  // A new round.
  await menu(driver, "device.again");
  await driver.waitFor("Object.keys(element.answers).length === 0");
  assert.deepEqual((await driver.evaluate("element.exportAnswers().earlier.answers"))[law.id], "partial");
  assert.deepEqual((await names(driver)).sort(), ["Chad", "Kenya 2025"]);
  await more(driver, "Chad", "menu.delete");
  await dialog(driver);
  await driver.waitFor("element.shadowRoot.activeElement?.classList.contains('safe')");
  await assertAccessible(driver);
  await inDialog(driver, "delete.delete");
  await sees(driver, say("delete.done-one", { name: "Chad" }));
  assert.deepEqual(await names(driver), ["Kenya 2025"]);
  await press(driver, say("device.delete-all"));
  await dialog(driver);
  await assertAccessible(driver);
  await inDialog(driver, "device.delete-all");
  await driver.waitFor("$('#told')");
  assert.deepEqual(await keys(driver), []);
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await answers(driver), {});
  await assertSilent({ server, driver });
});

/** Waits until the second copy has no key with this in it; see mirror.js. */
const forgotten = (driver, part) =>
  driver.waitFor(`new Promise((done) => {
    const request = indexedDB.open("gca-assessment", 1);
    request.onsuccess = () => {
      const all = request.result.transaction("slots").objectStore("slots").getAllKeys();
      all.onsuccess = () => (request.result.close(), done(!all.result.some((key) => key.includes(${JSON.stringify(part)}))));
    };
  })`);

test("what was deleted does not come back from the second copy", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  await menu(driver, "menu.new");
  await give(driver, { [law.id]: LAST });
  await driver.reload();
  await ready(driver);
  await comes(driver);
  await start(driver);
  await more(driver, say("device.unnamed"), "menu.delete");
  await inDialog(driver, "delete.delete");
  await forgotten(driver, "default:a");
  await driver.reload();
  await ready(driver);
  await comes(driver);
  await start(driver);
  assert.deepEqual(await names(driver), []);
  assert.deepEqual(await answers(driver), { [law.id]: LAST });
  await press(driver, say("start.delete"));
  await inDialog(driver, "delete.delete");
  await forgotten(driver, "gca:");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await answers(driver), {});
});

test("what was deleted while a slow disk made the second copy does not come back, though the page is left at once", async (t) => {
  const { driver } = await begin(t);
  // Somebody else keeps the disk busy: copies wait.
  await driver.evaluate(() => new Promise((done) => {
    const request = indexedDB.open("gca-assessment", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("slots");
    request.onsuccess = () => {
      const store = request.result.transaction("slots", "readwrite").objectStore("slots");
      const again = () => (globalThis.released ? request.result.close() : (store.getAllKeys().onsuccess = again));
      again();
      done();
    };
  }));
  await give(driver, { [law.id]: "partial" });
  await driver.waitFor("localStorage.length");
  // Longer than a copy waits for the paint: it is under way.
  await driver.evaluate("new Promise((done) => setTimeout(done, 100))");
  await start(driver);
  await press(driver, say("start.delete"));
  await inDialog(driver, "delete.delete");
  await driver.waitFor("localStorage.length === 0");
  await driver.evaluate("globalThis.released = true");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await answers(driver), {});
  await forgotten(driver, "gca:");
  await driver.waitFor("sessionStorage.length === 0");
});

test("on a shared computer no key stays, and a reload knows nothing", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  assert.ok((await keys(driver)).length > 0);
  await driver.click("$('#shared')");
  await dialog(driver);
  await assertAccessible(driver);
  await inDialog(driver, "dialog.cancel");
  await closed(driver);
  assert.equal(await driver.evaluate("$('#shared').checked"), false);
  assert.ok((await keys(driver)).length > 0);
  await driver.click("$('#shared')");
  await inDialog(driver, "shared.confirm");
  await closed(driver);
  assert.deepEqual(await keys(driver), []);
  await press(driver, say("start.continue"));
  await answerByClicks(driver, neutrality, "neutral");
  await driver.waitFor(`words($("#saving")).startsWith(${JSON.stringify(say("bar.memory"))})`);
  assert.deepEqual(await keys(driver), []);
  assert.equal(Object.keys(await answers(driver)).length, 2);
  await forgotten(driver, "gca:");
  await driver.reload();
  await ready(driver);
  assert.deepEqual(await answers(driver), {});
});

test("every naughty text comes back the same from the storage, from a file and from the host", { seconds: 120 }, async (t) => {
  const { driver } = await begin(t);
  assert.ok(naughty.length > 100);
  for (let from = 0; from < naughty.length; from += IDS.length) {
    const part = naughty.slice(from, from + IDS.length);
    const notes = Object.fromEntries(part.map((text, at) => [IDS[at], text]));
    const expected = Object.fromEntries(part.map((text, at) => [IDS[at], text.toWellFormed()]));
    await give(driver, { [law.id]: "partial" }, notes);
    const same = async (place) => assert.deepEqual(await driver.evaluate("element.exportAnswers().notes"), expected, place);
    await same("host");
    await driver.reload();
    await ready(driver);
    await same("storage");
    await comes(driver);
    const { content } = await saveFile(driver);
    assert.deepEqual(JSON.parse(content).notes, expected);
    await give(driver, {}, {});
    await openFiles(driver, ["n.gca.json", content]);
    await driver.waitFor("$('#told') && Object.keys(element.answers).length > 0");
    await same("file");
  }
});

test("what is typed into a dialog outlives a redraw of the page", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  await menu(driver, "menu.rename");
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'name'");
  await driver.type("Chad 2026");
  await driver.evaluate("dispatchEvent(new StorageEvent('storage', { key: null }))");
  await give(driver, { [law.id]: "none" });
  await follows(driver);
  assert.equal(await driver.evaluate("$('#name').value"), "Chad 2026");
  await driver.press("Enter");
  await closed(driver);
  assert.equal(await driver.evaluate("element.exportAnswers().name"), "Chad 2026");
});

test("every naughty name is kept, listed and saved as it was typed", { seconds: 180 }, async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  for (const name of naughty) {
    // A field of one line takes no line breaks, and a name no space at its ends.
    const typed = await driver.evaluate((name) => {
      const field = document.createElement("input");
      field.value = name;
      return field.value.toWellFormed();
    }, name);
    if ([...typed].length > 120) continue;
    await rename(driver, name);
    const kept = (await driver.evaluate("element.exportAnswers().name")) ?? "";
    assert.equal(kept.trim(), typed.trim(), JSON.stringify(name));
    const shown = kept ? `$(".resume .t3").textContent.includes(element.exportAnswers().name)` : "true";
    assert.ok(await driver.evaluate(shown), JSON.stringify(name));
  }
  assert.equal(await driver.evaluate("typeof alert.called"), "undefined");
});

test("a file goes to another device and is an assessment of its own there", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial", [neutrality.id]: "neutral" }, { [law.id]: "Act 7" });
  await rename(driver, "Kenya");
  const { name, content } = await saveFile(driver);
  assert.match(name, /^kenya-\d{4}-\d\d-\d\d\.gca\.json$/);
  await sees(driver, say("save.done", { name }));
  const kept = JSON.parse(content);
  assert.equal(kept.engine, await driver.evaluate("customElements.get('gca-assessment').version"));
  assert.equal(kept.bank, bank.id);
  await give(driver, { [law.id]: "none" });
  await openFiles(driver, [name, content]);
  await sees(driver, say("told.opened", { name: "Kenya" }));
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'told'");
  await assertAccessible(driver);
  assert.deepEqual(await answers(driver), kept.answers);
  assert.equal(await driver.evaluate("$$('.saved > li').length"), 1, "the other one is still there");
});

test("all assessments go into one file and come back from it", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  await rename(driver, "One");
  await menu(driver, "menu.new");
  await give(driver, { [law.id]: LAST });
  await rename(driver, "Two");
  const { content } = await saved(driver, async () => {
    await menu(driver, "menu.save");
    await dialog(driver);
    await driver.click("$$('dialog [type=radio]')[1]");
    await assertAccessible(driver);
    await inDialog(driver, "save.save");
  });
  assert.equal(JSON.parse(content).assessments.length, 2);
  await press(driver, say("device.delete-all"));
  await inDialog(driver, "device.delete-all");
  await openFiles(driver, ["all.gca.json", content]);
  await sees(driver, say("told.opened-several", { n: 2 }));
  assert.equal(await driver.evaluate("$$('.saved > li').length"), 1);
});

test("a file under a passphrase opens with it, and with no other", { seconds: 120 }, async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" }, { [law.id]: "secret note" });
  const type = (id, words) => driver.evaluate(([id, words]) => { $(`#${id}`).value = words; }, [id, words]);
  await menu(driver, "menu.save");
  await dialog(driver);
  await driver.click("$('#seal')");
  await driver.waitFor("$('#passphrase')");
  await assertAccessible(driver);
  await inDialog(driver, "save.save");
  await sees(driver, say("save.empty"));
  await type("passphrase", "côte d’ivoire 1");
  await type("repeat", "other");
  await inDialog(driver, "save.save");
  await sees(driver, say("save.differs"));
  await type("repeat", "côte d’ivoire 1");
  const { name, content } = await saved(driver, () => inDialog(driver, "save.save"));
  await closed(driver);
  assert.doesNotMatch(content, /secret|partial/);
  assert.equal(JSON.parse(content).sealed.iterations, 600_000);
  await give(driver, {});
  await openFiles(driver, [name, content]);
  await dialog(driver);
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'passphrase'");
  await assertAccessible(driver);
  await type("passphrase", "Côte d’ivoire 1");
  await driver.press("Enter");
  await sees(driver, say("unseal.wrong"));
  assert.deepEqual(await answers(driver), {});
  // The same letters as other keyboards write them.
  await type("passphrase", "côte d’ivoire 1".normalize("NFD"));
  await driver.press("Enter");
  await closed(driver);
  await driver.waitFor(`element.answers[${JSON.stringify(law.id)}] === "partial"`);
  assert.equal((await driver.evaluate("element.exportAnswers().notes"))[law.id], "secret note");
  // Changed by one character of its data.
  const sealed = JSON.parse(content);
  const { data } = sealed.sealed;
  sealed.sealed.data = (data[0] === "A" ? "B" : "A") + data.slice(1);
  await openFiles(driver, [name, JSON.stringify(sealed)]);
  await dialog(driver);
  await type("passphrase", "côte d’ivoire 1");
  await driver.press("Enter");
  await sees(driver, say("unseal.wrong"));
  await inDialog(driver, "unseal.skip");
  await sees(driver, say("file.locked", { name }));
});

test("without https nothing can be sealed, and that is said", async (t) => {
  const before = () => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  const { driver } = await begin(t, { before });
  await give(driver, { [law.id]: "partial" });
  await menu(driver, "menu.save");
  await sees(driver, say("save.insecure"));
  assert.equal(await driver.evaluate("$('#seal')"), null);
  const { content } = await saved(driver, () => inDialog(driver, "save.save"));
  assert.equal(JSON.parse(content).answers[law.id], "partial");
});

test("files can be dropped on the page, words cannot", async (t) => {
  const { driver } = await begin(t);
  const drop = (type) =>
    driver.evaluate((type) => {
      const data = new DataTransfer();
      if (type) data.items.add(new File([`{"format":1,"bank":"gca-core","answers":{"${type}":"partial"}}`], "dropped.gca.json"));
      else data.setData("text/plain", "words");
      const send = (name) => $(".drop").dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
      const over = !send("dragover");
      const lit = $(".drop").classList.contains("is-over");
      return [over, lit, !send("drop")];
    }, type);
  assert.deepEqual(await drop(""), [false, false, false]);
  assert.deepEqual(await drop(law.id), [true, true, true]);
  await sees(driver, say("told.opened", { name: "dropped.gca.json" }));
  await menu(driver, "menu.open");
  await dialog(driver);
  await assertAccessible(driver);
  await driver.press("Escape");
  await closed(driver);
  await driver.waitFor("element.shadowRoot.activeElement === $('.tools summary')");
});

const NOTHING = { name: "x.gca.json" };
/** What is in the file, and the text that says what is wrong. */
const BROKEN = [
  ["", say("file.empty", NOTHING)],
  ['{"answers": {\n  "a": }', say("file.syntax", { ...NOTHING, line: 2, column: 8 })],
  ['{"answers": {\n', say("file.cut", { ...NOTHING, line: 2, column: 1 })],
  ["PK\u0003\u0004 word/document.xml", say("file.office", NOTHING)],
  ["PK\u0003\u0004 a.txt", say("file.zip", NOTHING)],
  ["<!doctype html><title>x</title>", say("file.html", NOTHING)],
  ["%PDF-1.7", say("file.pdf", NOTHING)],
  ['{"a":1}', say("file.not-assessment", NOTHING)],
  ['{"bank":"other-bank","answers":{}}', say("file.other-bank", { ...NOTHING, bank: "other-bank" })],
  ['{"sealed":{"cipher":"x"}}', say("file.sealed", NOTHING)],
  ["a\u0000b", say("file.not-text", NOTHING)],
  [`{"answers":${"[".repeat(200)}`, say("file.nesting", { ...NOTHING, line: 1, column: 138 }).slice(0, 20)],
  [Buffer.alloc((16 << 20) + 1, "1"), say("file.too-large", { ...NOTHING, max: 16 })],
];

test("whatever is no assessment is refused with its reason, and nothing changes", { seconds: 120 }, async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  const before = await driver.evaluate("JSON.stringify({ ...localStorage })");
  for (const [content, words] of BROKEN) {
    await openFiles(driver, ["x.gca.json", content]);
    await sees(driver, words);
    await sees(driver, say("told.unchanged"));
    await press(driver, say("notice.close"));
    await driver.waitFor("!$('#told')");
  }
  await openFiles(driver, ["a", ""], ["b", "%PDF-1.7"], ["c.gca.json", "["]);
  await driver.waitFor("$$('.notice strong').length === 3");
  await assertAccessible(driver);
  assert.equal(await driver.evaluate("JSON.stringify({ ...localStorage })"), before);
  assert.deepEqual(await answers(driver), { [law.id]: "partial" });
});

test("what a file has that these questions do not know is kept aside and reported", async (t) => {
  const { driver } = await begin(t);
  const file = { format: 1, bank: bank.id, version: "0.1", hash: "other", name: "Old", answers: { [law.id]: "partial", gone: "x", [neutrality.id]: "never" } };
  await openFiles(driver, ["old.gca.json", JSON.stringify(file)]);
  await sees(driver, say("told.version", { version: "0.1" }));
  await driver.click("$('.notice summary')");
  await sees(driver, say("told.no-question", { question: "gone" }));
  await sees(driver, say("told.no-option", { question: neutrality.id, option: "never" }));
  await assertAccessible(driver);
  await press(driver, say("told.show", { n: 69 }));
  await driver.waitFor(`$("#title").textContent === ${JSON.stringify(say("review.title"))}`);
  assert.equal((await answers(driver)).gone, "x");
});

test("a file of a newer version can be looked at, and nothing is changed or saved", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  const before = await driver.evaluate("JSON.stringify({ ...localStorage })");
  await openFiles(driver, ["new.gca.json", JSON.stringify({ format: 9, bank: bank.id, answers: { [law.id]: LAST, [neutrality.id]: "neutral" } })]);
  await sees(driver, say("looked.title"));
  await assertAccessible(driver);
  await press(driver, say("nav.questions"));
  await driver.waitFor("$('#q0 :checked')");
  assert.ok(await driver.evaluate("$$('#q0 input').every((one) => one.matches(':disabled'))"));
  assert.deepEqual(await answers(driver), { [law.id]: "partial" }, "the host keeps what is kept");
  await press(driver, say("nav.review"));
  await press(driver, say("nav.results"));
  await assertAccessible(driver);
  await press(driver, say("menu.stop"));
  await driver.waitFor("!$('#told')");
  assert.deepEqual(await answers(driver), { [law.id]: "partial" });
  assert.equal(await driver.evaluate("JSON.stringify({ ...localStorage })"), before);
});

test("a link brings the answers, a damaged code says what is wrong, and nothing is replaced", { seconds: 120 }, async (t) => {
  const { server, driver } = await begin(t);
  await give(driver, { [law.id]: "partial", [neutrality.id]: "neutral" }, { [law.id]: "not in it" });
  await menu(driver, "menu.share");
  await dialog(driver);
  await sees(driver, say("share.warn"));
  await assertAccessible(driver);
  await inDialog(driver, "share.make");
  await driver.waitFor("$('#code')");
  await assertAccessible(driver);
  const [link, code] = await driver.evaluate("[$('#link').value, $('#code').value]");
  assert.equal(link, `${server.url("/host.html")}#gca=${code}`);
  await driver.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await inDialog(driver, "share.copy-link");
  await sees(driver, say("share.copied"));
  assert.equal(await driver.evaluate("navigator.clipboard.readText()"), link);
  await driver.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
  await inDialog(driver, "share.copy-code");
  await sees(driver, say("share.selected"));
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement.id"), "code");
  await driver.press("Escape");
  await closed(driver);
  await give(driver, { [law.id]: "none" });
  const rows = [
    ["", "code.empty"],
    ["!!", "code.alphabet"],
    [code.slice(0, 20), "code.short"],
    [code.slice(0, 30) + (code[30] === "A" ? "B" : "A") + code.slice(31), "code.checksum"],
  ];
  for (const [typed, key] of rows) {
    await menu(driver, "menu.code");
    await driver.waitFor("element.shadowRoot.activeElement?.id === 'code'");
    await driver.evaluate((typed) => { $("#code").value = typed; }, typed);
    await driver.press("Enter");
    await sees(driver, say(key));
    if (key === "code.empty") await assertAccessible(driver);
    await driver.press("Escape");
    await closed(driver);
    assert.deepEqual(await answers(driver), { [law.id]: "none" });
  }
  // The link, on another page of the same site.
  const other = await driver.tab();
  await other.open(link);
  await ready(other);
  await sees(other, say("offer.title"));
  await assertAccessible(other);
  assert.deepEqual(await answers(other), { [law.id]: "none" });
  await press(other, say("offer.open"));
  await other.waitFor("Object.keys(element.answers).length === 2");
  assert.deepEqual(await other.evaluate("element.exportAnswers().notes"), {});
  assert.equal(await other.evaluate("location.href"), link, "the address is the page's own");
  assert.equal(await other.evaluate("$$('.saved > li').length"), 1);
  await other.open(`${server.url("/host.html")}?b#gca=${code.slice(0, -3)}`);
  await ready(other);
  await sees(other, say("offer.bad"));
  await press(other, say("notice.close"));
  await other.waitFor("!$('.notice')");
  // Pasted into the address of the open page.
  await other.evaluate((hash) => { location.hash = hash; }, `#gca=${code}`);
  await sees(other, say("offer.title"));
  await other.page.close();
});

test("with persist=none there is no list, nothing is stored, and a file asks before it takes the place", async (t) => {
  const { driver } = await begin(t, { element: '<gca-assessment persist="none"></gca-assessment>' });
  await give(driver, { [law.id]: "partial" });
  assert.equal(await driver.evaluate("$('.saved') ?? $('#shared')"), null);
  const { content } = await saveFile(driver);
  await give(driver, { [law.id]: "none" });
  await openFiles(driver, ["a.gca.json", content]);
  await dialog(driver);
  await assertAccessible(driver);
  await inDialog(driver, "leave.stay");
  await sees(driver, say("file.declined", { name: "a.gca.json" }));
  assert.deepEqual(await answers(driver), { [law.id]: "none" });
  await openFiles(driver, ["a.gca.json", content]);
  await inDialog(driver, "leave.go");
  await driver.waitFor(`element.answers[${JSON.stringify(law.id)}] === "partial"`);
  assert.deepEqual(await keys(driver), []);
});

test("a full storage keeps the switch from losing an answer", async (t) => {
  const { driver } = await begin(t);
  await give(driver, { [law.id]: "partial" });
  await menu(driver, "menu.new");
  await give(driver, { [law.id]: LAST });
  await driver.evaluate(() => {
    globalThis.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await give(driver, { [law.id]: "none" });
  await press(driver, say("device.open-label", { name: say("device.unnamed") }));
  await dialog(driver);
  await inDialog(driver, "leave.stay");
  assert.deepEqual(await answers(driver), { [law.id]: "none" });
  await driver.evaluate("Storage.prototype.setItem = globalThis.setItem");
  await press(driver, say("device.open-label", { name: say("device.unnamed") }));
  await driver.waitFor(`element.answers[${JSON.stringify(law.id)}] === "partial"`);
  await driver.waitFor("$$('.saved > li').length === 1");
  await press(driver, say("device.open-label", { name: say("device.unnamed") }));
  await driver.waitFor(`element.answers[${JSON.stringify(law.id)}] === "none"`);
});

test("by keyboard alone: answer, name, begin another, go back, make a code, delete", { engines: ["chromium", "firefox", "webkit"], seconds: 240 }, async (t) => {
  const { driver } = await begin(t);
  const enter = async (target, key) => {
    await driver.waitFor(target);
    await tabTo(driver, target, key);
    await driver.press("Enter");
  };
  // The menu stands before everything else: backwards, or the way leads through the browser's own buttons.
  const opens = () => enter("$('.tools summary')", "Shift+Tab");
  const item = async (key) => {
    await opens();
    await enter(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say(key))})`);
  };
  const back = () => driver.waitFor("!$('dialog') && element.shadowRoot.activeElement === $('.tools summary')");
  await enter(button(say("start.full-button")));
  await driver.waitFor(`$("#title").textContent === ${JSON.stringify(headingOf(full[0]))}`);
  await answerByKeys(driver, law, law.options[1].id);
  // Escape closes the menu and gives the focus back.
  await opens();
  await driver.waitFor("$('.tools details').open");
  await driver.press("Tab");
  await driver.press("Escape");
  await driver.waitFor("!$('.tools details').open && element.shadowRoot.activeElement === $('.tools summary')");
  await item("menu.rename");
  await driver.waitFor("element.shadowRoot.activeElement?.id === 'name'");
  await driver.type("Kenya");
  await driver.press("Enter");
  await back();
  assert.equal(await driver.evaluate("element.exportAnswers().name"), "Kenya");
  await item("menu.new");
  await driver.waitFor("Object.keys(element.answers).length === 0");
  await driver.waitFor("element.shadowRoot.activeElement === $('#title')");
  await enter(button(say("device.open-label", { name: "Kenya" })));
  await holds(driver, law, law.options[1].id);
  await item("menu.share");
  await dialog(driver);
  await driver.waitFor("element.shadowRoot.activeElement?.classList.contains('safe')");
  await driver.press("Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("$('#code')?.value.length > 20");
  await driver.press("Escape");
  await back();
  await item("menu.delete");
  await dialog(driver);
  await driver.waitFor("element.shadowRoot.activeElement?.classList.contains('safe')");
  await driver.press("Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("Object.keys(element.answers).length === 0");
  await driver.waitFor("Object.keys(localStorage).length === 0");
  await driver.assertQuiet();
});
