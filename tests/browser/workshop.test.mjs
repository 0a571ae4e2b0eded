// A room: how answers are handed in, and how they come to the trainer's screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { assertSilent, bank, button, full, open, press, ready, reference, say, tabTo } from "./product.mjs";
import { test } from "./suite.mjs";

const jsqr = createRequire(import.meta.url)("jsqr");
const QUESTIONS = full.flatMap(({ questions }) => questions);
const ALL = ["chromium", "firefox", "webkit"];
const ROOM = '<gca-assessment mode="workshop"></gca-assessment>';
const SCREENS = process.env.SCREENS;

const focus = (driver, id) => driver.waitFor(`element.shadowRoot.activeElement?.id === ${JSON.stringify(id)}`);
const people = (driver) => driver.evaluate("$$('.people tbody tr').map((row) => row.querySelector('input').value)");
// The signs that isolate names are not told alike by all engines, and nobody reads them.
const lines = (driver) => driver.evaluate("$$('.arrivals > li').map((line) => words(line).replace(/[\\u2068\\u2069]/g, ''))");

/** Fills a field as somebody who types and leaves it does. */
const fill = (driver, selector, text) =>
  driver.evaluate(`(() => {
    const field = ${selector};
    field.value = ${JSON.stringify(text)};
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
  })()`);

async function room(t, options = {}) {
  const opened = await open(t, { element: ROOM, ...options });
  await ready(opened.driver);
  await opened.driver.waitFor("$('#codes')");
  return opened;
}

/** Somebody who answered everything and opened what is handed in. */
async function participant(t, { answers = reference, name = "Ama", group = "Industry" } = {}) {
  const opened = await open(t);
  const { driver } = opened;
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await driver.evaluate((given) => element.importAnswers(given) && 0, { answers });
  if (!(await driver.evaluate("$('.tabs')"))) await press(driver, say("start.full-button"));
  await press(driver, say("nav.report"));
  await press(driver, say("hand-in.make"));
  await driver.waitFor("$('.qr') && $('#hand').value.includes('.')");
  await fill(driver, "$('#hand-name')", name);
  await fill(driver, "$('#hand-group')", group);
  await driver.waitFor(`(() => {
    const coded = $("#hand").value.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
    const [name, group] = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(coded), (c) => c.charCodeAt(0))));
    return name === ${JSON.stringify(name)} && (group === "") === ${group === ""};
  })()`);
  return { ...opened, code: await driver.evaluate("$('#hand').value") };
}

/** The file of somebody. */
const file = (n, more = {}) => ({
  name: `p${n}.gca.json`,
  mimeType: "",
  buffer: Buffer.from(JSON.stringify({ format: 1, bank: bank.id, answers: reference, name: `P${n}`, handIn: { name: `P${n}`, group: "", mark: `m${n}` }, ...more })),
});
const give = (driver, files) => driver.page.locator("#file").setInputFiles(files);

async function paste(driver, text) {
  await driver.evaluate((text) => { $("#codes").value = text; }, text);
  await press(driver, say("people.take"));
  await focus(driver, "came");
}

async function saved(driver, name) {
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, name)]);
  return { name: download.suggestedFilename(), mimeType: "", buffer: readFileSync(await download.path()) };
}

test("a code is handed in, comes to the trainer, is kept over a reload, and comes again with a question", { engines: ALL, seconds: 180 }, async (t) => {
  const { driver: giver, code } = await participant(t);
  await assertAccessible(giver);
  const { server, driver } = await room(t);
  await paste(driver, `Good day,\nmy code is ${code}.\nBest wishes`);
  assert.deepEqual(await people(driver), ["Ama"]);
  assert.ok((await lines(driver))[0].endsWith(`Ama: ${say("arrive.added")}`), String(await lines(driver)));
  await driver.reload();
  await ready(driver);
  await driver.waitFor("$('.people tbody tr')");
  assert.deepEqual(await people(driver), ["Ama"]);
  await paste(driver, code);
  assert.ok((await lines(driver))[0].includes(say("arrive.again", { name: "Ama" })));
  await press(driver, say("arrive.both-of", { name: "Ama" }));
  await driver.waitFor("$$('.people tbody tr').length === 2");
  await fill(driver, "$$('.people tbody input')[0]", "Ada");
  await press(driver, say("compare.remove-label", { name: "Ada" }));
  await focus(driver, "put-back");
  assert.deepEqual(await people(driver), ["Ama"]);
  await driver.press("Enter");
  await focus(driver, "people-h");
  assert.deepEqual(await people(driver), ["Ada", "Ama"]);
  await assertAccessible(driver);
  await assertSilent({ server, driver });
});

test("the QR code is read from a photo of a projector by somebody else's reader", { seconds: 180 }, async (t) => {
  const { driver, code } = await participant(t, { name: "Wilhelmina Oduya-Bergström", group: "Civil society" });
  // A side has 17 modules and 4 for each version, and 8 around it stay white.
  const version = async () => (Number((await driver.evaluate("$('.qr').getAttribute('viewBox')")).split(" ")[2]) - 8 - 17) / 4;
  assert.equal(await version(), 8, "with a name and a group");
  await fill(driver, "$('#hand-name')", "");
  await fill(driver, "$('#hand-group')", "");
  await driver.waitFor("$('#hand').value.length < 85");
  assert.equal(await version(), 5, "with nothing but the mark");
  await fill(driver, "$('#hand-name')", "Wilhelmina Oduya-Bergström");
  await fill(driver, "$('#hand-group')", "Civil society");
  await driver.waitFor(`$('#hand').value.length === ${code.length}`);
  await driver.evaluate("$('.qr').scrollIntoView({ block: 'center' })");
  const picture = await driver.page.locator(".qr").screenshot();
  const photo = await driver.context.newPage();
  await photo.setViewportSize({ width: 900, height: 700 });
  await photo.setContent(`<body style="margin:0;background:#555;display:grid;place-items:center;height:100vh">
    <img style="width:470px;transform:perspective(1100px) rotateY(16deg) rotateX(-9deg) rotate(4deg);filter:blur(1px) contrast(.75) brightness(1.1)"
      src="data:image/png;base64,${picture.toString("base64")}">`);
  await photo.waitForFunction(() => document.images[0].complete);
  const taken = (await photo.screenshot()).toString("base64");
  const pixels = await photo.evaluate(async (taken) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${taken}`)).blob());
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 30000) text += String.fromCharCode(...data.subarray(at, at + 30000));
    return { width, height, text: btoa(text) };
  }, taken);
  const read = jsqr(new Uint8ClampedArray(Buffer.from(pixels.text, "base64")), pixels.width, pixels.height);
  assert.equal(read?.data, code);
  const { driver: trainer } = await room(t);
  await paste(trainer, read.data);
  assert.deepEqual(await people(trainer), ["Wilhelmina Oduya-Bergström"]);
});

test("a thousand files come in two seconds, are drawn by handfuls, and kept", { seconds: 180, alone: true }, async (t) => {
  const { driver } = await room(t);
  const files = Array.from({ length: 1000 }, (_, n) => ({ name: `p${n}.gca.json`, text: file(n + 1).buffer.toString() }));
  const took = await driver.evaluate(`(async (files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    const field = $("#file");
    field.files = data.files;
    const begin = performance.now();
    field.dispatchEvent(new Event("change", { bubbles: true }));
    while ($$(".people tbody tr").length === 0) await new Promise((next) => setTimeout(next, 5));
    return performance.now() - begin;
  })(${JSON.stringify(files)})`);
  t.figure("a thousand files, ms", Math.round(took));
  assert.ok(took <= 2000, `${took} ms`);
  assert.equal(await driver.evaluate("$$('.people tbody tr').length"), 20);
  assert.equal(await driver.evaluate("$$('.arrivals > li').length"), 12);
  await press(driver, say("people.more", { n: 20 }));
  await driver.waitFor("$$('.people tbody tr').length === 40");
  await driver.reload();
  await ready(driver);
  await driver.waitFor("$('.people tbody tr')");
  assert.ok((await driver.evaluate("words($('.page'))")).includes(say("people.count", { n: "1,000" })));
});

test("files that are wrong say why, and a workshop file opens as it was", { seconds: 120 }, async (t) => {
  const { driver } = await room(t);
  await give(driver, [file(1), file(2, { bank: "other" }), { ...file(3), buffer: Buffer.from('{"answers":') }, file(4, { format: 9 }), file(1)]);
  await focus(driver, "came");
  const said = await lines(driver);
  assert.equal(said.length, 5);
  for (const words of [say("arrive.newer"), say("arrive.again", { name: "P1" }), "other"]) {
    assert.ok(said.some((line) => line.includes(words)), `${words}: ${said}`);
  }
  await assertAccessible(driver);
  const kept = await saved(driver, say("people.save"));
  await press(driver, say("people.delete"));
  await driver.waitFor("element.shadowRoot.activeElement?.matches('dialog .safe')");
  await assertAccessible(driver);
  await driver.click("$('dialog .danger')");
  await driver.waitFor("!$('dialog') && !$('.people tbody tr')");
  await driver.reload();
  await ready(driver);
  await driver.waitFor("$('#codes')");
  assert.deepEqual(await people(driver), []);
  await give(driver, [kept]);
  await driver.waitFor("$('.people tbody tr')");
  assert.deepEqual(await people(driver), ["P1"]);
  const again = await saved(driver, say("people.save"));
  const bare = ({ buffer }) => ({ ...JSON.parse(buffer), saved: "" });
  assert.deepEqual(bare(again), bare(kept));
});

test("a sheet of paper is typed with nothing but keys", { engines: ALL, seconds: 180 }, async (t) => {
  const { server, driver } = await room(t);
  await press(driver, say("people.paper"));
  await focus(driver, "sheet");
  await driver.type("9");
  await driver.press("Enter");
  await driver.waitFor(`words($("#sheet-e")).includes(${JSON.stringify(say("paper.wrong", { typed: "9" }))})`);
  await focus(driver, "sheet");
  await assertAccessible(driver);
  await driver.evaluate("$('#sheet').select()");
  for (const [at, key] of ["2", "d", "1"].entries()) {
    await driver.type(key);
    await driver.press("Enter");
    await driver.waitFor(`words($(".page")).includes(${JSON.stringify(say("paper.of", { n: at + 2, total: QUESTIONS.length }))})`);
    await focus(driver, "sheet");
  }
  await press(driver, say("paper.done"));
  await focus(driver, "paper");
  assert.ok((await driver.evaluate("words($('.people tbody tr'))")).includes(say("review.of", { n: 3, total: QUESTIONS.length })));
  await assertSilent({ server, driver });
});

// Stands in for the browser's own: what it sees is what the page was told.
const camera = () => {
  globalThis.stopped = 0;
  globalThis.seen = [];
  globalThis.BarcodeDetector = class {
    async detect() {
      return globalThis.seen.map((rawValue) => ({ rawValue }));
    }
  };
  navigator.mediaDevices.getUserMedia = async () => {
    if (globalThis.refuses) throw new DOMException("", "NotAllowedError");
    const stream = document.createElement("canvas").captureStream();
    for (const track of stream.getTracks()) {
      const { stop } = track;
      track.stop = () => {
        globalThis.stopped++;
        stop.call(track);
      };
    }
    return stream;
  };
};

test("the camera takes each code once, stops for good, and says when it is refused", { seconds: 120 }, async (t) => {
  const { code } = await participant(t);
  const { driver } = await room(t, { before: camera });
  const says = (key) => driver.waitFor(`words($(".page")).includes(${JSON.stringify(say(key))})`);
  await press(driver, say("people.camera"));
  await says("people.camera-on");
  await driver.evaluate((code) => { globalThis.seen = [code]; }, code);
  await driver.waitFor("$('.people tbody tr')");
  await new Promise((next) => setTimeout(next, 800));
  assert.deepEqual(await people(driver), ["Ama"]);
  assert.equal((await lines(driver)).length, 1);
  await press(driver, say("people.camera-stop"));
  await driver.waitFor("stopped === 1 && !$('#camera')");
  await press(driver, say("people.camera"));
  await says("people.camera-on");
  await press(driver, say("workshop.answers"));
  await driver.waitFor("stopped === 2");
  await press(driver, say("workshop.people"));
  await driver.evaluate("(() => { globalThis.refuses = true; })()");
  await press(driver, say("people.camera"));
  await says("people.camera-refused");
  await driver.evaluate("(() => { globalThis.BarcodeDetector = undefined; })()");
  await press(driver, say("people.camera"));
  await says("people.camera-missing");
});

test("the workshop fits phones, projectors, dark pages and Arabic", { seconds: 180 }, async (t) => {
  for (const [name, width, options] of [["320", 320, {}], ["1200", 1200, {}], ["dark", 768, { theme: "dark" }], ["ar", 768, { lang: "ar" }]]) {
    const attributes = Object.entries(options).map(([key, value]) => ` ${key}="${value}"`).join("");
    const { driver } = await room(t, { element: `<gca-assessment mode="workshop"${attributes}></gca-assessment>` });
    await driver.page.setViewportSize({ width, height: 900 });
    await give(driver, [file(1, { group: "Industry" }), file(2), file(3, { bank: "other" }), file(1)]);
    await driver.waitFor("$$('.people tbody tr').length === 2");
    const wide = await driver.evaluate("[document.documentElement.scrollWidth, innerWidth]");
    assert.ok(wide[0] <= wide[1], `${name}: ${wide}`);
    await assertAccessible(driver);
    if (SCREENS) await driver.screenshot(`${OUT}/workshop-${name}.png`, { fullPage: true });
  }
  const { driver } = await participant(t);
  for (const width of [320, 1200]) {
    await driver.page.setViewportSize({ width, height: 900 });
    const wide = await driver.evaluate("[document.documentElement.scrollWidth, innerWidth]");
    assert.ok(wide[0] <= wide[1], `handing in: ${wide}`);
    if (SCREENS) await driver.page.locator(".hand").screenshot({ path: `${OUT}/workshop-hand-in-${width}.png` });
  }
});

test("a file under a passphrase that is handed in opens with it, and the groups are those of the page", { seconds: 120 }, async (t) => {
  const groups = ["Ministries", "Operators"];
  const { driver: giver } = await participant(t, { name: "Ama" });
  const button = (place, key) => `$$(${JSON.stringify(`${place} button`)}).find((one) => words(one) === ${JSON.stringify(say(key))})`;
  await giver.click("$('.tools summary')");
  await giver.click(button(".tools .pop", "menu.save"));
  await giver.click("$('#seal')");
  await giver.waitFor("$('#passphrase')");
  await giver.evaluate("($('#passphrase').value = $('#repeat').value = 'four words and more', true)");
  const [download] = await Promise.all([giver.page.waitForEvent("download"), giver.click(button("dialog", "save.save"))]);
  const sealed = { name: "sealed.gca.json", mimeType: "", buffer: readFileSync(await download.path()) };

  const { server, driver } = await room(t, { element: ROOM.replace(">", ` groups=" ${groups.join(" ,")},, ">`) });
  assert.deepEqual(await driver.evaluate("$$('#groups option').map((one) => one.value)"), groups);
  const asked = () => driver.waitFor("element.shadowRoot.activeElement?.id === 'passphrase'");
  await give(driver, [sealed, file(1)]);
  await asked();
  assert.deepEqual(await people(driver), ["P1"]);
  await assertAccessible(driver);
  await driver.type("four words");
  await driver.press("Enter");
  await driver.waitFor("$('dialog [role=alert]')");
  await asked();
  await driver.evaluate("($('#passphrase').value = '', true)");
  await driver.type("four words and more");
  await driver.press("Enter");
  await focus(driver, "came");
  assert.equal(await driver.evaluate("$('dialog')"), null);
  assert.equal((await people(driver)).length, 2);
  await give(driver, [sealed]);
  await asked();
  await driver.press("Escape");
  await focus(driver, "came");
  assert.ok((await lines(driver)).some((line) => line.includes(say("arrive.sealed"))), String(await lines(driver)));
  assert.equal((await people(driver)).length, 2);
  await assertSilent({ server, driver });
});

test("by keyboard alone: codes are taken in, the room's answers sorted, a question talked through and shown", { seconds: 240 }, async (t) => {
  const { code } = await participant(t);
  const [answers] = code.split(".");
  const codes = ["Ama", "Ben", "Cleo"].map((name, at) => `${answers}.${Buffer.from(JSON.stringify([name, "", `m${at}`])).toString("base64url")}`);
  const { server, driver } = await room(t);
  const to = async (target, key) => {
    await driver.waitFor(`!$("[aria-busy]") && ${target}`);
    await tabTo(driver, target, key);
  };
  const part = (key) => `named(".seg button", ${JSON.stringify(say(key))})`;
  await to("$('#codes')");
  await driver.type(codes.join("\n"));
  await to(button(say("people.take")));
  await driver.press("Enter");
  await focus(driver, "came");
  assert.deepEqual(await people(driver), ["Ama", "Ben", "Cleo"]);

  // Somebody is named otherwise, taken out, and put back.
  await to("$$('.people tbody input')[0]");
  await driver.press("End");
  await driver.type(" A.");
  await to(button(say("compare.remove-label", { name: "Ama A." })));
  await driver.press("Enter");
  await focus(driver, "put-back");
  await driver.press("Enter");
  await focus(driver, "people-h");
  assert.deepEqual(await people(driver), ["Ama A.", "Ben", "Cleo"]);

  await to(part("workshop.answers"), "Shift+Tab");
  await driver.press("Enter");
  await to("$('#room-sort')");
  await driver.press("ArrowDown");
  await driver.waitFor("$('.dists > li') && words($('.dists > li')).includes('1.1.1')");
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement.id"), "room-sort");

  await to(part("workshop.talk"), "Shift+Tab");
  await driver.press("Enter");
  await to("$('#vote-0')");
  await driver.type("3");
  await to("($('[name=agreed]:checked') ?? $('[name=agreed]'))");
  await driver.press("ArrowDown");
  await driver.waitFor("$('[name=agreed]:checked') && $('[name=agreed]:checked') === element.shadowRoot.activeElement");
  await to("$('#minority')");
  await driver.type("One of us saw no proof.");
  const asked = await driver.evaluate("words($('#talk-h'))");
  await to(button(say("workshop.talk.done")));
  await driver.press("Enter");
  await driver.waitFor(`words($('#talk-h')) !== ${JSON.stringify(asked)}`);
  assert.equal(await driver.evaluate("element.shadowRoot.activeElement.id"), "talk-h");

  await to(button(say("present.screen")), "Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("$('.to-all[open] .present')");
  const first = await driver.evaluate("words($('.present'))");
  await driver.press("ArrowRight");
  await driver.waitFor(`words($('.present')) !== ${JSON.stringify(first)}`);
  await driver.press("Escape");
  await driver.waitFor("!$('.to-all')");
  // Back where showing begins.
  assert.equal(await driver.evaluate("words(element.shadowRoot.activeElement ?? document.body)"), say("present.window"));

  await to(part("workshop.exercise"), "Shift+Tab");
  await driver.press("Enter");
  await driver.waitFor("$('.lantern')");
  await to(`named(".lantern button", ${JSON.stringify(say("workshop.exercise.debrief"))})`);
  await driver.press("Enter");
  await driver.waitFor("$('.lantern .actions')");
  await assertSilent({ server, driver });
});
