// The page as readers set it up for themselves: larger, spaced, in their own colours, without motion. Nothing is cut, lost or covered.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { assertAccessible } from "./axe.mjs";
import { illegible, wear } from "./legible.mjs";
import { inRepository } from "./paths.mjs";
import { begin, beginRoom, everywhere, ROOM } from "./places.mjs";
import { test } from "./suite.mjs";

const LANGUAGES = readdirSync(inRepository("www/data/ui")).map((name) => name.replace(".json", ""));
const ZOOMED = { viewport: { width: 320, height: 256 } };
const none = (wrong) => assert.deepEqual(wrong, [], wrong.join("\n"));

/** The distances of WCAG 2.2, 1.4.12. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

/** What cannot be read of a place, as the reader sets it up. */
async function hardToRead(driver) {
  const found = [];
  for (const [how, viewport, css] of [["wide", { width: 1280, height: 1024 }, SPACED], ["zoomed, spaced", ZOOMED.viewport, SPACED], ["zoomed", ZOOMED.viewport, ""]]) {
    await driver.page.setViewportSize(viewport);
    await wear(driver, css);
    found.push(...(await illegible(driver)).map((one) => `${how}: ${one}`));
  }
  return found;
}

const EVERYWHERE = [["", begin], [", in a workshop", beginRoom, ROOM]];

for (const lang of LANGUAGES) {
  for (const [where, opens, places] of EVERYWHERE) {
    test(`in ${lang} all can be read at 400 % of a window of 1280 by 1024, and with wide spacing${where}`, { seconds: 300 }, async (t) => {
      const { driver } = await opens(t, { lang, browser: ZOOMED });
      none(await everywhere(driver, hardToRead, places));
    });
  }
}

for (const [where, opens, places] of EVERYWHERE) {
  test(`letters of twice the size cut nothing${where}`, { seconds: 180 }, async (t) => {
    const { driver } = await opens(t, { browser: { viewport: { width: 640, height: 512 } } });
    await driver.evaluate("(element.parentElement.style.fontSize = '200%', true)");
    none(await everywhere(driver, illegible, places));
  });

  test(`forced colours lose nothing: choices, marks of charts and the page one is on stand out${where}`, { seconds: 240 }, async (t) => {
    const { driver } = await opens(t, { browser: { viewport: { width: 1200, height: 900 }, forcedColors: "active" } });
    none(await everywhere(driver, async (driver) => {
      await assertAccessible(driver);
      return driver.evaluate(faint);
    }, places));
  });

  test(`nothing moves for who asked for that${where}`, { seconds: 180 }, async (t) => {
    const { driver } = await opens(t, { browser: { viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" } });
    none(await everywhere(driver, (driver) => driver.evaluate(() => [
      ...element.shadowRoot.getAnimations().map(({ effect }) => `moves: ${effect.target.className}`),
      ...$$(".gca, .gca *").filter((one) => {
        const { transitionDuration, scrollBehavior, animationName } = getComputedStyle(one);
        return /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth" || animationName !== "none";
      }).map((one) => `would move: ${one.localName}.${one.className}`),
    ]), places));
  });
}

// Runs in the page: what cannot be told apart in the colours of the reader.
function faint() {
  const root = $("dialog[open]") ?? $(".gca");
  const found = [];
  const tell = (one) => `${one.localName}.${one.getAttribute("class") ?? ""}`;
  const seen = (selector) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const surface = getComputedStyle($(".gca")).backgroundColor;
  const shows = (colour) => colour !== "none" && colour !== surface && colour !== "rgba(0, 0, 0, 0)";
  for (const one of seen(".viz :is(rect, circle, path, polygon, line):not(.halo)")) {
    const style = getComputedStyle(one);
    const fills = one.localName !== "line" && shows(style.fill);
    if (!fills && !(shows(style.stroke) && parseFloat(style.strokeWidth) > 0)) found.push(`not to be seen: ${tell(one)} ${style.fill} ${style.stroke}`);
  }
  const look = (one) => {
    const { borderColor, borderWidth, outline, backgroundColor, backgroundImage, color, fontWeight } = getComputedStyle(one);
    return JSON.stringify([borderColor, borderWidth, outline, backgroundColor, backgroundImage, color, fontWeight]);
  };
  // Of two that differ only in their state, each looks different.
  for (const [on, off] of [
    ["[type=radio]:checked", "[type=radio]:not(:checked)"],
    ["[type=checkbox]:checked", "[type=checkbox]:not(:checked)"],
    [".tab[aria-current]", ".tab:not([aria-current])"],
    [".seg [aria-pressed=true]", ".seg [aria-pressed=false]"],
    [".rail-i[aria-current]", ".rail-i:not([aria-current])"],
  ]) {
    const [chosen, other] = [seen(on)[0], seen(off)[0]];
    if (chosen && other && look(chosen) === look(other)) found.push(`looks like the others: ${on}`);
  }
  // What has no words has an edge or ink.
  for (const one of seen("button, .btn, .input, [type=radio], [type=checkbox]")) {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(one);
    const isEdged = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 && shows(borderTopColor);
    if (!isEdged && !one.innerText?.trim() && !one.querySelector("svg")) found.push(`has no edge: ${tell(one)}`);
  }
  return [...new Set(found)];
}
