// The charts: what they say on the page, and the pictures that can be taken away.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { OUT } from "./paths.mjs";
import { arrives, assertSilent, bank, full, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

const NAME = "Kenya 2026 <b>&";
const FIRST = Object.keys(reference)[0];
/** A later round, with some answers missing and one other. */
const NOW = Object.fromEntries(Object.entries(reference).filter((_, n) => n % 9 > 0));
const THEN = { ...reference, [FIRST]: full[0].questions[0].options[0].id };

/** A second round of an assessment, on the results page. */
async function results(t, options) {
  const opened = await open(t, options);
  const { driver } = opened;
  await ready(driver);
  await driver.waitFor("$('.tools')");
  await driver.evaluate((data) => element.importAnswers(data) && 0, { mode: "full", answers: THEN, notes: {}, name: NAME });
  await driver.click("$('.tools summary')");
  await driver.click(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say("device.again"))})`);
  await driver.waitFor("Object.keys(element.answers).length === 0");
  await driver.evaluate((answers) => element.importAnswers({ ...element.exportAnswers(), answers }) && 0, NOW);
  if (!(await driver.evaluate("$('.tabs')"))) await press(driver, say("start.full-button"));
  await go(driver, "nav.results", "results.title");
  await driver.waitFor("$('#robust') && !$('[aria-busy]')", 60_000);
  return opened;
}

async function go(driver, tab, title = tab) {
  await press(driver, say(tab));
  await arrives(driver, say(title));
}

/** The way to a goal for the whole score: the first stage above all. */
async function goal(driver) {
  await press(driver, say("steps.way"));
  await driver.waitFor("$('.aims select')");
  await driver.evaluate(() => {
    const field = $(".aims select");
    field.value = [...field.options].at(-2).value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await driver.waitFor(`${MENUS}.length`);
}

const MENUS = "$$('.save')";
const KINDS = [["png", "chart.png"], ["svg", "chart.svg"]];

/** Saves the picture of the n-th chart of the page. */
async function save(driver, n, key) {
  await driver.click(`${MENUS}[${n}].querySelector("summary")`);
  const button = `[...${MENUS}[${n}].querySelectorAll("button")].find((one) => words(one) === ${JSON.stringify(say(key))})`;
  const [download] = await Promise.all([driver.page.waitForEvent("download"), driver.click(button)]);
  assert.ok(await driver.evaluate(`!${MENUS}[${n}].open && element.shadowRoot.activeElement === ${MENUS}[${n}].querySelector("summary")`), "the focus is lost");
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What a browser makes of both files: sizes, number of colours, words. Runs on a page without a policy. */
async function look(viewer, png, svg) {
  return viewer.page.evaluate(
    async ([png, svg]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // Millions of pixels: more than a few colours are enough.
      const colours = new Set();
      for (const colour of new Uint32Array(data.buffer)) if (colours.add(colour).size > 8) break;
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      const root = parsed.documentElement;
      return {
        png: [image.width, image.height],
        colours: colours.size,
        svg: ["width", "height"].map((name) => Number(root.getAttribute(name))),
        root: root.localName,
        title: root.querySelector("title")?.textContent,
        description: root.querySelector("desc")?.textContent,
        words: [...root.querySelectorAll("text")].map((one) => one.textContent),
      };
    },
    [png.toString("base64"), svg.toString("utf8")],
  );
}

test("the picture of every chart can be saved, as SVG and as PNG", { seconds: 240 }, async (t) => {
  const { server, driver } = await results(t);
  const viewer = await t.open();
  // The browser encodes pictures in its idle time, and has none to speak of while nothing is drawn: it would wait for seconds.
  await driver.evaluate("(() => { const draw = () => requestAnimationFrame(draw); draw(); })()");
  const kinds = [];
  mkdirSync(`${OUT}/charts`, { recursive: true });
  for (const [tab, expected] of [
    ["nav.results", ["stage", "profile", "bars", "indicators", "shares", "spread"]],
    ["nav.compare", ["profile", "change", "change", "rounds"]],
    ["nav.steps", ["effort"]],
  ]) {
    if (tab !== "nav.results") await go(driver, tab);
    if (tab === "nav.steps") await goal(driver);
    const found = [];
    for (let n = 0; n < (await driver.evaluate(`${MENUS}.length`)); n++) {
      await driver.evaluate(`${MENUS}[${n}].closest("details:not(.menu)")?.setAttribute("open", "")`);
      const files = {};
      for (const [kind, key] of KINDS) {
        const { name, bytes } = await save(driver, n, key);
        const match = name.match(/^kenya-2026-b-20\d\d-\d\d-\d\d-(\w+)\.(svg|png)$/);
        assert.ok(match && match[2] === kind, name);
        if (kind === "png") found.push(match[1]);
        files[kind] = bytes;
        writeFileSync(`${OUT}/charts/${tab}-${n}-${match[1]}.${kind}`, bytes);
      }
      const seen = await look(viewer, files.png, files.svg);
      assert.equal(seen.root, "svg");
      assert.deepEqual(seen.png, seen.svg.map((length) => 3 * length));
      assert.ok(seen.colours > 8, `${seen.colours} colours`);
      assert.ok(seen.title && seen.description.length > 20, JSON.stringify(seen));
      assert.ok(seen.words.join(" ").includes("Kenya 2026 <b>&"), "who and when stands at the foot");
    }
    assert.deepEqual(found, expected);
    kinds.push(...found);
  }
  t.figure("pictures", kinds.length);
  await assertSilent({ server, driver });
});

test("the menu of pictures is used by keyboard, and its name says which chart", async (t) => {
  const { driver } = await results(t);
  const names = await driver.evaluate(`${MENUS}.map((one) => one.querySelector("summary").ariaLabel)`);
  assert.equal(new Set(names).size, names.length, names.join(", "));
  await driver.evaluate(`${MENUS}[2].querySelector("summary").focus()`);
  await driver.press("Enter");
  await driver.press("Tab");
  const [download] = await Promise.all([driver.page.waitForEvent("download"), driver.press("Enter")]);
  assert.match(download.suggestedFilename(), /-bars\.png$/);
  await driver.press("Enter");
  await driver.waitFor(`${MENUS}[2].open`);
  await driver.press("Escape");
  await driver.waitFor(`!${MENUS}[2].open`);
});

test("every value of a chart can be read in a table, and nothing is cut off at any width", { seconds: 240 }, async (t) => {
  for (const [width, options] of [[320, {}], [768, {}], [1200, { colorScheme: "dark" }], [1200, { forcedColors: "active" }]]) {
    const { driver } = await results(t, { browser: { viewport: { width, height: 900 }, ...options } });
    for (const tab of ["nav.results", "nav.compare"]) {
      if (tab !== "nav.results") await go(driver, tab);
      assert.ok(await driver.evaluate("document.documentElement.scrollWidth <= innerWidth"), `wider than ${width}`);
      const cut = await driver.evaluate(() => {
        const page = $(".page").getBoundingClientRect();
        const shown = $$(".fig text").filter((one) => one.getBoundingClientRect().width);
        return shown.filter((one) => one.getBoundingClientRect().right > page.right + 1 || one.getBoundingClientRect().left < page.left - 1).map(words);
      });
      assert.deepEqual(cut, []);
      await driver.evaluate("$$('.foot details:not(.menu)').forEach((one) => { one.open = true; })");
      await assertAccessible(driver);
      const name = `${OUT}/charts-${tab}-${width}-${Object.values(options)[0] ?? "light"}.png`;
      if (process.env.SCREENS === "1") await driver.screenshot(name, { fullPage: true });
    }
  }
  const rows = bank.areas.length;
  const { driver } = await results(t);
  const bars = await driver.evaluate(`[...$("table").tBodies[0].rows].map((row) => row.cells.length)`);
  assert.deepEqual(bars, Array(rows).fill(6), "name, score, range, stage, share answered, earlier score");
});
