// The element in pages with a look of their own: it takes what it should, and nothing else gets in or out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { host, ready } from "./hosting.mjs";
import { inRepository } from "./paths.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<main><h1>Host</h1><gca-assessment mode="full" start-at="questions"></gca-assessment></main>';

/** A page with a sheet of its own. */
async function dressed(t, css, { body = QUESTIONS, head = "", ...options } = {}) {
  const script = `<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/host.css">${head}<script type="module" src="/gca-assessment.js"></script>`;
  const overrides = [{ path: "/host.css", body: css, type: "text/css" }, ...(options.overrides ?? [])];
  const opened = await host(t, body, { head: script, ...options, overrides });
  await ready(opened.driver);
  return opened;
}

/** What every part inside looks like, as far as a page might have spoilt it. */
const measured = (driver) => driver.evaluate(() => {
  const names = ["display", "color", "backgroundColor", "fontSize", "fontStyle", "fontWeight", "lineHeight", "letterSpacing", "textTransform", "textAlign", "textIndent", "whiteSpace", "borderTopWidth", "paddingTop", "marginTop", "boxSizing", "listStyleType", "cursor", "position", "float", "opacity", "appearance"];
  return [...element.shadowRoot.querySelectorAll(".gca, .gca *")].filter((one) => one.checkVisibility()).map((one) => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return `${one.localName}.${one.getAttribute("class") ?? ""} ${names.map((name) => style[name]).join("|")} ${Math.round(box.width)}x${Math.round(box.height)}`;
  });
});

// The page's own typeface and size are taken over on purpose, so they are the same in both.
const SAME = "body { margin: 8px; font: 16px/1.5 sans-serif; color: #000; } gca-assessment { display: block; }";

for (const [what, css] of [
  ["that unsets everything", `* { all: unset } gca-assessment, main, h1, body, html { display: block } head, head * { display: none } ${SAME}`],
  ["that makes 1rem 10px", `html { font-size: 62.5% } ${SAME}`],
  ["with an old reset", `html, body, div, span, h1, h2, h3, p, a, fieldset, legend, label, form, ul, li, table { margin: 0; padding: 0; border: 0; outline: 0; font-size: 100%; vertical-align: baseline; background: transparent } ol, ul { list-style: none } :focus { outline: 0 } ${SAME} gca-assessment { vertical-align: auto }`],
  ["that styles every button, input and label", `button, input, label, fieldset, legend, h2, p, svg, div, span { float: left !important; color: red !important; border: 5px dashed red !important; font: italic 40px serif !important; position: relative !important; text-transform: uppercase !important } ${SAME}`],
  ["that spaces, indents, shouts and forbids", `gca-assessment { text-transform: uppercase; letter-spacing: 4px; text-indent: 3em; text-align: center; font-style: normal; white-space: nowrap; line-height: 3; font-weight: 900 } ${SAME}`],
  ["whose names are ours", `.gca, .in, .btn, .q-text, .tab, .rail, .t1 { display: none !important; color: lime !important } #title { display: none !important } ${SAME}`],
]) {
  test(`a page ${what} does not reach inside`, async (t) => {
    const plain = await dressed(t, SAME);
    const hostile = await dressed(t, css);
    // The width of the page may differ by its margins: both are measured at one width.
    for (const { driver } of [plain, hostile]) {
      await driver.evaluate(() => {
        element.style.cssText = "position: absolute; left: 0; top: 0; width: 900px";
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
    }
    // The whole program adds to the page when it has come: it has in both, or in none.
    const comes = ({ driver }) => driver.evaluate("Boolean(element.shadowRoot.querySelector('.tools'))");
    if ((await comes(plain)) || (await comes(hostile))) {
      for (const { driver } of [plain, hostile]) await driver.waitFor("element.shadowRoot.querySelector('.tools')");
    }
    const [expected, found] = [await measured(plain.driver), await measured(hostile.driver)];
    assert.ok(expected.length > 50);
    const different = found.map((line, at) => [expected[at], line]).filter(([one, other]) => one !== other);
    assert.deepEqual(different.slice(0, 3), []);
    assert.equal(found.length, expected.length);
  });
}

test("nothing leaks out: the page looks the same with and without the element", async (t) => {
  const body = '<main><h1>Host</h1><p class="t1 btn">Words <button class="btn primary">Press</button> <input type="radio"> <a href="#x">link</a></p></main>';
  const { driver } = await dressed(t, SAME, { body: `${body}<gca-assessment hidden></gca-assessment>` });
  const look = () => driver.evaluate(() => [document.documentElement, document.body, ...document.querySelectorAll("main *")].map((one) => {
    const style = getComputedStyle(one);
    return [...style].filter((name) => !/^(height|block-size|perspective-origin|transform-origin)$/.test(name)).map((name) => style.getPropertyValue(name)).join("|");
  }));
  const before = await look();
  await driver.evaluate(() => (element.hidden = false, new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
  assert.deepEqual(await look(), before);
  const left = await driver.evaluate(() => ({ sheets: document.adoptedStyleSheets.length, styles: document.querySelectorAll("style").length, body: document.body.children.length, globals: Object.keys(globalThis).filter((name) => /gca|wasm|yew/i.test(name)) }));
  assert.deepEqual(left, { sheets: 0, styles: 0, body: 2, globals: [] });
});

test("typeface, size and colour scheme come from where the element stands", async (t) => {
  const css = "section { font: 20px Georgia, serif; color-scheme: dark; background: #111 }";
  const { driver } = await dressed(t, css, { body: `<section>${QUESTIONS}</section>` });
  const inside = () => driver.evaluate(() => {
    const { fontFamily, fontSize, colorScheme, backgroundColor } = getComputedStyle(element.shadowRoot.querySelector(".gca"));
    return { fontFamily, fontSize, colorScheme, backgroundColor };
  });
  const dark = { fontFamily: "Georgia, serif", fontSize: "20px", colorScheme: "dark", backgroundColor: "rgb(18, 25, 31)" };
  assert.deepEqual(await inside(), dark);
  await driver.evaluate("(element.theme = 'light', true)");
  assert.deepEqual(await inside(), { ...dark, colorScheme: "light", backgroundColor: "rgb(255, 255, 255)" });
});

test("tokens and parts restyle it from outside", async (t) => {
  const css = "gca-assessment { --gca-accent: rgb(1, 2, 3); --gca-font-heading: Georgia; --gca-radius: 9px } gca-assessment::part(button-primary) { letter-spacing: 7px } gca-assessment::part(title) { color: rgb(4, 5, 6) }";
  const { driver } = await dressed(t, css);
  const found = await driver.evaluate(() => {
    const style = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
    return [style("[part~=button-primary]").backgroundColor, style("[part~=button-primary]").letterSpacing, style("[part~=title]").color, style("[part~=title]").fontFamily];
  });
  assert.deepEqual(found, ["rgb(1, 2, 3)", "7px", "rgb(4, 5, 6)", "Georgia"]);
});

test("words have enough contrast in every theme of the demo", async (t) => {
  const { driver, server } = await dressed(t, SAME);
  const themes = [...readFileSync(inRepository("www/demo/themes.css"), "utf8").matchAll(/^\.(theme-\w+) \{/gm)].map(([, name]) => name);
  assert.equal(themes.length, 5);
  for (const theme of themes) {
    await driver.open(server.url(`/demo/themes.html?${theme}`));
    await ready(driver);
    assert.equal(await driver.evaluate("element.className"), theme);
    for (const screen of ["", "questions"]) {
      await driver.evaluate((screen) => {
        Object.assign(element, { mode: "full", startAt: screen, storageKey: screen || "start" });
        return new Promise((done) => setTimeout(done)).then(() => element.ready).then(() => true);
      }, screen);
      if (screen) await driver.evaluate("(element.shadowRoot.querySelector('input').click(), new Promise((done) => setTimeout(done, 50)))");
      await assertAccessible(driver);
      await driver.screenshot(t.file(`${theme}-${screen || "start"}.png`));
    }
  }
});

test("edges of controls, the ring of the focus and the marks of charts stand out from what is under them, in every theme of the demo", async (t) => {
  const { driver, server } = await dressed(t, SAME);
  const themes = [...readFileSync(inRepository("www/demo/themes.css"), "utf8").matchAll(/^\.(theme-\w+) \{/gm)].map(([, name]) => name);
  const wrong = [];
  const look = async (name) => wrong.push(...(await driver.evaluate(() => {
    const root = element.shadowRoot.querySelector(".gca");
    const probe = root.appendChild(document.createElement("i"));
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const light = (token) => {
      probe.style.color = `var(--gca-${token})`;
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((x) => (x / 255 <= 0.04045 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => {
      const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    const pairs = ["control", "focus", "accent", "data", "compare", "warn", "bad", "level-5"].map((token) => [token, "surface"]);
    for (const token of ["control", "focus", "accent"]) pairs.push([token, "sunken"]);
    pairs.push(["accent", "accent-soft"], ["on-accent", "accent"], ["data", "line"]);
    const found = pairs.map(([a, b]) => [a, b, ratio(a, b)]).filter(([, , ratio]) => ratio < 3);
    probe.remove();
    return found.map(([a, b, ratio]) => `${a} on ${b}: ${ratio.toFixed(2)}`);
  })).map((one) => `${name}: ${one}`));
  for (const theme of ["light", "dark"]) {
    await driver.evaluate((theme) => (element.setAttribute("theme", theme), new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))), theme);
    await look(theme);
  }
  for (const theme of themes) {
    await driver.open(server.url(`/demo/themes.html?${theme}`));
    await ready(driver);
    await look(theme);
  }
  assert.deepEqual(wrong, [], wrong.join("\n"));
});
