// The tables of the guide about policies: what they call enough is enough, for every screen, in every engine, with Trusted Types enforced and
// no policy of ours; and nothing is asked of any network once all is here.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DIST } from "./paths.mjs";
import { arrives, assertSilent, open, press, ready, reference, say, wholeHasCome } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const SCREENS = ["start", "questions", "review", "results", "steps", "compare", "report"];
const TYPES = "require-trusted-types-for 'script'; trusted-types 'none'";
const ELEMENT = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';

/** Opens every screen, and on it every menu and every fold. */
async function everything(driver) {
  for (const screen of SCREENS) {
    await press(driver, say(`nav.${screen}`));
    await driver.waitFor("element.shadowRoot.activeElement === $('#title') && !$('.skel')");
    await driver.evaluate("($$('.page summary').forEach((one) => one.click()), 0)");
    if (screen === "steps") {
      for (const pane of ["steps.way", "steps.plan"]) {
        await press(driver, say(pane));
        await driver.waitFor(`named("button", ${JSON.stringify(say(pane))}).ariaPressed === "true"`);
      }
    }
    if (screen === "results") {
      await driver.evaluate("($('.weights') || $('#weights').click(), 0)");
      await driver.waitFor("$('.weights')");
      await press(driver, say("why.ask"));
      await driver.waitFor("$('dialog[open]')");
      await driver.press("Escape");
      await driver.waitFor("!$('dialog')");
    }
  }
  await press(driver, say("nav.start"));
  await arrives(driver, say("start.title"));
  for (const item of ["menu.save", "menu.open", "menu.share", "menu.code", "menu.delete"]) {
    await driver.click("$('.tools summary')");
    await press(driver, say(item));
    await driver.waitFor("$('dialog[open]')");
    await driver.press("Escape");
    await driver.waitFor("!$('dialog')");
  }
}

async function filled(t, options) {
  const opened = await open(t, { element: ELEMENT, ...options });
  const { driver } = opened;
  await ready(driver);
  await driver.evaluate((answers) => { element.answers = answers; }, reference);
  await press(driver, say("nav.review"));
  await arrives(driver, say("review.title"));
  await wholeHasCome(driver);
  return opened;
}

test("the directives of the guide, and not one more, are enough for every screen, and then nothing is asked for", { engines: ENGINES, seconds: 240 }, async (t) => {
  // Only the icon of the page around it is a picture.
  const csp = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; ${TYPES}`;
  const { server, driver } = await filled(t, { csp, head: '<script src="/watch.js"></script><script type="module" src="/gca-assessment.js"></script>' });
  assert.equal(await driver.evaluate("getComputedStyle($('.btn, .tab')).cursor"), "pointer", "it is styled");
  // What a screen needs beside the program comes with the first walk.
  await everything(driver);
  const asked = server.requests.length;
  await everything(driver);
  assert.deepEqual(server.requests.slice(asked).map(({ path }) => path), []);
  await assertSilent({ driver, server });
  const pictures = server.paths().filter((path) => /\.(svg|png|css)$|favicon/.test(path));
  assert.ok(pictures.every((path) => /icon/.test(path)), pictures.join());
});

test("files on another origin need that origin in two directives, and their hash may be pinned", { engines: ENGINES }, async (t) => {
  const files = await t.serve({ headers: { "access-control-allow-origin": "*" } });
  const csp = `default-src 'none'; script-src 'self' ${files.origin} 'wasm-unsafe-eval'; connect-src ${files.origin}; img-src 'self'; ${TYPES}`;
  const sri = `sha384-${createHash("sha384").update(readFileSync(`${DIST}/gca-assessment.js`)).digest("base64")}`;
  const head = `<script src="/watch.js"></script><script type="module" src="${files.url("/gca-assessment.js")}" integrity="${sri}" crossorigin="anonymous"></script>`;
  const { driver } = await open(t, { csp, head, element: ELEMENT });
  await ready(driver);
  for (const screen of SCREENS) {
    await press(driver, say(`nav.${screen}`));
    await driver.waitFor("element.shadowRoot.activeElement === $('#title') && !$('.skel')");
  }
  assert.deepEqual(await driver.evaluate("violated"), []);
  await driver.assertQuiet();
});

test("a frame needs its origin in frame-src, and inside it the frame's policy is enough", { engines: ENGINES }, async (t) => {
  const frames = await t.serve({ csp: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; ${TYPES}` });
  const site = await t.serve({ csp: `default-src 'none'; script-src 'self'; frame-src ${frames.origin}; img-src 'self'; ${TYPES}` });
  site.page("/portal.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title><link rel="icon" href="/demo/icon.svg"><body><iframe class="gca-frame" title="Self-assessment"
    src="${frames.url("/embed.html?mode=full&amp;start-at=report")}" width="800" height="600"></iframe><script src="/gca-frame.js"></script></html>`);
  const driver = await t.open();
  await driver.open(site.url("/portal.html"));
  await driver.waitFor("parseInt(getComputedStyle(document.querySelector('iframe')).height) % 64 === 0");
  await t.until("the whole program", async () => frames.paths().some((path) => /gca-whole.*wasm/.test(path)));
  await driver.assertQuiet();
});
