// The assessment in a frame: its page takes options from the address, tells its height to whoever frames it, its events only to
// listed origins, and neither end believes a message that comes from elsewhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { DIST_TEST, inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const QUESTIONS = "mode=full&start-at=questions&persist=none&share=score";
const EMBED = readFileSync(inRepository("www/embed.html"), "utf8");
const naming = (origins) => EMBED.replace('name="gca-parents" content=""', `name="gca-parents" content="${origins}"`);

/** A portal on an origin of its own that frames the assessment of another; `listed` names the portal in embed.html. */
async function portal(t, { query = QUESTIONS, csp = STRICT_CSP, listed = false, helper = true, sandbox, frame: attributes = "", frameHeaders } = {}) {
  const frames = await t.serve({ root: DIST_TEST, csp, headers: frameHeaders });
  const site = await t.serve({ root: DIST_TEST });
  frames.page("/embed.html", naming(listed ? `https://other.example ${site.origin}` : site.origin.replace("127.0.0.1", "127.0.0.1.example.org")));
  const src = frames.url(`/embed.html?${query}`).replaceAll("&", "&amp;");
  const sandboxed = sandbox === undefined ? "" : ` sandbox="${sandbox}"`;
  const script = helper ? '<script src="/gca-frame.js"></script>' : "";
  site.page("/portal.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title><link rel="icon" href="/demo/icon.svg"><script src="/listen.js"></script>
    <body><h1>Portal</h1><iframe class="gca-frame" title="Self-assessment" src="${src}" width="800" height="600"${sandboxed} ${attributes}></iframe>${script}</html>`);
  site.override({ path: "/listen.js", type: "text/javascript", body: `(${listen})()` });
  const driver = await t.open();
  await driver.open(site.url("/portal.html"));
  return { driver, site, frames };
}

// Runs in the portal before anything else.
function listen() {
  globalThis.heard = [];
  globalThis.messages = [];
  addEventListener("message", ({ data, origin }) => messages.push({ data, origin }));
  for (const name of ["ready", "change", "complete", "error"]) addEventListener(`gca-${name}`, ({ type, target, detail }) => heard.push({ type, target: target.localName, detail }));
  globalThis.height = () => document.querySelector("iframe").getBoundingClientRect().height;
}

/** The frame of the assessment, for Playwright. */
const inside = (driver) => driver.page.frames().find((one) => one.url().includes("embed.html"));

test("a frame grows and shrinks with its content, in steps, and hears nothing else", { engines: ENGINES }, async (t) => {
  const { driver } = await portal(t);
  await driver.waitFor("height() > 640");
  const told = await driver.evaluate("messages.map(({ data }) => data)");
  assert.deepEqual([...new Set(told.map(({ type }) => type))], ["ready", "height"]);
  for (const { gca, type, height, ...more } of told) {
    assert.deepEqual([gca, more], [1, {}]);
    if (type === "height") assert.ok(height % 64 === 0 && height >= 128 && height <= 20_000, height);
  }
  assert.deepEqual(await driver.evaluate("heard"), []);
});

test("without the helper a frame keeps its fixed height and works", async (t) => {
  const { driver } = await portal(t, { helper: false });
  await driver.page.frameLocator("iframe").locator("input[type=radio]").first().click();
  assert.equal(await driver.evaluate("height()"), 604);
  assert.deepEqual(await driver.evaluate("messages.map(({ data }) => data)"), [{ gca: 1, type: "ready" }]);
});

test("events reach an origin that the frame's page lists, with what `share` allows", { engines: ENGINES }, async (t) => {
  const { driver } = await portal(t, { listed: true });
  await driver.waitFor("heard.some(({ type }) => type === 'gca-ready')");
  if (t.engine !== "chromium") return;
  await driver.page.frameLocator("iframe").locator("input[type=radio]").first().click();
  await driver.waitFor("heard.some(({ type }) => type === 'gca-change')");
  const { target, detail } = await driver.evaluate("heard.find(({ type }) => type === 'gca-change')");
  assert.deepEqual([target, Object.keys(detail).sort()], ["iframe", ["overall", "schemaVersion", "stage"]]);
});

test("an origin that is not listed gets no event, looks alike as it may, and asking for answers does not help", async (t) => {
  const { driver } = await portal(t, { query: `${QUESTIONS.replace("score", "answers")}&parent=http://127.0.0.1&gca-parents=*` });
  await driver.waitFor("height() > 640");
  await driver.page.frameLocator("iframe").locator("input[type=radio]").first().click();
  await driver.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe");
    for (const type of ["answers", "export", "event", "hello", "exportAnswers"]) contentWindow.postMessage({ gca: 1, type, name: "gca-change", parents: [origin], share: "answers" }, "*");
  });
  await inside(driver).waitForFunction(() => document.querySelector("gca-assessment").assessment.counts.answered === 1);
  await driver.waitFor("messages.length > 2");
  const told = await driver.evaluate("messages.map(({ data }) => Object.keys(data).sort().join())");
  assert.deepEqual(new Set(told), new Set(["gca,type", "gca,height,type"]));
  assert.deepEqual(await driver.evaluate("heard"), []);
});

test("messages from another origin, from a sibling frame and from an origin without a name are ignored", async (t) => {
  const { driver } = await portal(t);
  await driver.waitFor("height() > 640");
  const before = await driver.evaluate("height()");
  const stranger = await t.serve({ root: DIST_TEST });
  const attack = `<script>for (const [type, rest] of [["height", { height: 9999 }], ["ready", {}], ["event", { name: "gca-change", detail: { forged: true } }]]) {
    parent.postMessage({ gca: 1, type, ...rest }, "*"); }
    for (const one of [...Array(parent.length).keys()]) parent[one].postMessage({ gca: 1, type: "hello" }, "*");
    parent.postMessage("done", "*");</script>`;
  stranger.page("/attack.html", attack);
  await driver.evaluate((src) => {
    messages.length = 0;
    // The stranger borrows the class too: its own address is what it must match, and it has only itself to set.
    const cross = Object.assign(document.createElement("iframe"), { src });
    const nameless = Object.assign(document.createElement("iframe"), { src });
    nameless.setAttribute("sandbox", "allow-scripts");
    document.body.append(cross, nameless);
  }, stranger.url("/attack.html"));
  await driver.waitFor("messages.filter(({ data }) => data === 'done').length === 2");
  assert.deepEqual(await driver.evaluate(() => [...new Set(messages.map(({ origin }) => origin === "null" ? "null" : typeof origin))].sort()), ["null", "string"]);
  await driver.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  assert.equal(await driver.evaluate("height()"), before);
  assert.deepEqual(await driver.evaluate("heard"), []);
});

test("heights out of bounds are bounded, what is no number is ignored, and a flood is laid out once a frame", async (t) => {
  const { driver, frames } = await portal(t, { csp: undefined });
  frames.page("/embed.html", "<p>A frame that was taken over</p>");
  await driver.evaluate(() => (document.querySelector("iframe").src += "&again", 0));
  const say = async (height) => {
    await inside(driver).evaluate((height) => parent.postMessage({ gca: 1, type: "height", height: height === "NaN" ? NaN : height }, "*"), height);
    await driver.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 20))");
    return (await driver.evaluate("document.querySelector('iframe').style.height"));
  };
  await driver.page.frameLocator("iframe").getByText("taken over").waitFor();
  assert.equal(await say(1000), "1024px");
  assert.equal(await say(-1), "128px");
  assert.equal(await say(1e9), "20000px");
  for (const odd of ["NaN", "900px", null, { valueOf: 1 }, [700]]) assert.equal(await say(odd), "20000px", String(odd));
  await driver.evaluate(() => {
    globalThis.laid = 0;
    new MutationObserver((records) => (laid += records.length)).observe(document.querySelector("iframe"), { attributes: true });
  });
  const begin = Date.now();
  await inside(driver).evaluate(() => {
    for (let n = 0; n < 100_000; n++) parent.postMessage({ gca: 1, type: "height", height: 200 + (n % 5000) }, "*");
    parent.postMessage("end", "*");
  });
  await driver.waitFor("messages.some(({ data }) => data === 'end')", 30_000);
  t.figure("100,000 messages", Date.now() - begin, "ms");
  assert.ok(await driver.evaluate("laid < 1000"), "laid out at most once a frame");
});

test("options come from the address, and nothing in it can load or inject", async (t) => {
  const bad = ["--gca-surface=red;background:url(https://x.example)", "--gca-accent=url(https://x.example/a.png)", "--gca-x}=red", "onclick=alert(1)", "style=color:red", "src=https://x.example/bank.json"];
  const { driver, frames } = await portal(t, {
    query: `${QUESTIONS}&theme=dark&heading-level=3&storage-key=a%22b&--gca-accent=%23005ea5&${bad.map((one) => one.replace("=", "\n")).map((one) => one.split("\n").map(encodeURIComponent).join("=")).join("&")}`,
  });
  const frame = inside(driver);
  await frame.waitForFunction(() => document.querySelector("gca-assessment")?.ready.then(() => true));
  const state = await frame.evaluate(() => {
    const element = document.querySelector("gca-assessment");
    return { names: element.getAttributeNames().sort(), style: element.getAttribute("style"), key: element.storageKey, scheme: getComputedStyle(document.body).colorScheme };
  });
  assert.deepEqual(state, {
    names: ["heading-level", "mode", "persist", "share", "start-at", "storage-key", "style", "theme"],
    style: "--gca-accent: #005ea5;",
    key: 'a"b',
    scheme: "dark",
  });
  assert.deepEqual(driver.violations, []);
  assert.ok(driver.requests.every(({ url }) => /^http:\/\/127\.0\.0\.1:\d+\//.test(url)));
  assert.ok(frames.paths().every((path) => /^\/(embed\.(html|css|js)|gca-assessment\.js|assets\/.*)$/.test(path)));
});

test("a bank of the frame's own origin can be named in the address", async (t) => {
  const { driver } = await portal(t, { query: `${QUESTIONS}&src=banks/gca-core.json` });
  await inside(driver).waitForFunction(() => document.querySelector("gca-assessment")?.ready.then(({ src }) => src === "banks/gca-core.json"));
});

test("a sandbox says what it takes: without an origin there is a notice, without downloads the rest works", async (t) => {
  const none = await portal(t, { sandbox: "" });
  assert.match(await none.driver.page.frameLocator("iframe").locator("body").innerText(), /needs JavaScript/);
  const nameless = await portal(t, { sandbox: "allow-scripts" });
  // A script of a page without an origin is asked for across origins, and the server does not allow that.
  await nameless.driver.page.frameLocator("iframe").locator("noscript, p").first().waitFor({ state: "attached" });
  assert.equal(await nameless.driver.evaluate("height()"), 604);
  const full = await portal(t, { sandbox: "allow-scripts allow-same-origin" });
  await full.driver.waitFor("height() > 640");
});

test("in a sandbox without downloads and clipboard nothing comes to harm, and the code is there to copy by hand", async (t) => {
  const { driver } = await portal(t, { query: "mode=full&start-at=questions", sandbox: "allow-scripts allow-same-origin allow-forms" });
  const frame = driver.page.frameLocator("iframe");
  await frame.locator("input[type=radio]").first().click();
  await frame.getByRole("button", { name: "Review", exact: false }).first().click();
  await frame.locator(".tools summary").click();
  await frame.getByRole("button", { name: "Save to a file" }).click();
  let downloads = 0;
  driver.page.on("download", () => downloads++);
  // The frame is taller than the window: the dialog opens where the reader is, not in its middle.
  const { y } = await frame.locator("dialog").boundingBox();
  assert.ok(y > 0 && y < 500, `the dialog is at ${y}`);
  await frame.locator("dialog .btn.primary").click();
  await frame.locator("dialog").waitFor({ state: "detached" });
  assert.equal(downloads, 0, "the sandbox forbids it");
  await frame.locator(".tools summary").click();
  await frame.getByRole("button", { name: "Make a code or link" }).click();
  await frame.locator("dialog .btn.primary").click();
  await frame.getByRole("button", { name: "Copy the code" }).click();
  await frame.locator("dialog").getByText(/selected/i).first().waitFor();
  const code = await frame.locator("#code").evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd) === field.value && field.value);
  assert.ok(code.length > 8, code);
});

test("in a frame the report prints alone, and the frame's page is as it was afterwards", async (t) => {
  const { driver } = await portal(t, { query: "mode=full&start-at=questions" });
  const frame = driver.page.frameLocator("iframe");
  await frame.locator("input[type=radio]").first().click();
  await frame.getByRole("button", { name: "Report", exact: true }).click();
  await frame.locator(".sheet").first().waitFor();
  await inside(driver).evaluate(() => {
    globalThis.print = () => (globalThis.printed = [document.querySelector("gca-print")?.shadowRoot.querySelectorAll(".sheet").length, document.title]);
  });
  await frame.getByRole("button", { name: "Print", exact: true }).click();
  await inside(driver).waitForFunction(() => globalThis.printed);
  const [sheets] = await inside(driver).evaluate(() => printed);
  assert.ok(sheets > 0, `${sheets} sheets`);
  await inside(driver).evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await inside(driver).evaluate(() => document.querySelector("gca-print")), null);
  assert.equal(await driver.evaluate("document.title"), "Portal");
});

test("a nameless frame whose server allows it works in memory only, and says so", async (t) => {
  const { driver } = await portal(t, { query: "mode=full&start-at=questions", sandbox: "allow-scripts", frameHeaders: { "access-control-allow-origin": "*" } });
  await driver.page.frameLocator("iframe").locator("input[type=radio]").first().click();
  await driver.page.frameLocator("iframe").getByText(/not (being )?saved|cannot be saved|memory/i).first().waitFor();
});

test("frame-ancestors of the frame's server is what keeps strangers out", async (t) => {
  const { driver } = await portal(t, { frameHeaders: { "content-security-policy": "frame-ancestors 'none'" } });
  await driver.page.waitForLoadState("load");
  assert.equal(driver.page.frames().some((one) => one.url().includes("embed.html")), false);
});

test("the options of the frame are those of the element", { engines: ["node"] }, async () => {
  const { ATTRIBUTES } = await import("../../www/attributes.js");
  const script = readFileSync(inRepository("www/embed.js"), "utf8");
  const listed = JSON.parse(/ATTRIBUTES = (\[.*?\]);/.exec(script)[1]);
  assert.deepEqual(listed, ["lang", ...Object.keys(ATTRIBUTES)]);
  assert.ok(readFileSync(inRepository("www/gca-frame.js")).length < 2048);
});

test("the frame's page is accessible by itself, and says its language", async (t) => {
  const { driver, frames } = await portal(t);
  for (const lang of ["en", "ar"]) {
    await driver.open(frames.url(`/embed.html?${QUESTIONS}&lang=${lang}`));
    await driver.waitFor("document.querySelector('gca-assessment')?.shadowRoot.querySelector('#q0')");
    await driver.waitFor(`document.documentElement.lang === ${JSON.stringify(lang)}`);
    await assertAccessible(driver);
  }
});
