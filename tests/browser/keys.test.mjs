// The keyboard on every screen: Tab comes to every control and out again, what has the focus is seen, and what is pressed is large enough.

import assert from "node:assert/strict";
import { begin, beginRoom, everywhere, ROOM } from "./places.mjs";
import { follows } from "./product.mjs";
import { test } from "./suite.mjs";

const none = (wrong) => assert.deepEqual(wrong, [], wrong.join("\n"));

for (const [what, browser, lang = "en"] of [
  ["on a wide screen", { viewport: { width: 1200, height: 800 } }],
  ["on a narrow screen", { viewport: { width: 320, height: 640 } }],
  ["in forced colours", { viewport: { width: 1200, height: 800 }, forcedColors: "active" }],
  ["from right to left", { viewport: { width: 1200, height: 800 } }, "ar"],
]) {
  test(`Tab comes to every control ${what}, and shows where it is`, { seconds: 400 }, async (t) => {
    const { driver } = await begin(t, { lang, browser });
    await driver.evaluate(helpers);
    none(await everywhere(driver, walk));
  });

  test(`in a workshop Tab comes to every control ${what}, and shows where it is`, { seconds: 400 }, async (t) => {
    const { driver } = await beginRoom(t, { lang, browser });
    await driver.evaluate(helpers);
    none(await everywhere(driver, walk, ROOM));
  });
}

for (const [what, opens, places] of [["on every screen", begin], ["in a workshop", beginRoom, ROOM]]) {
  test(`what is typed goes into its field to the end, whatever is drawn meanwhile, ${what}`, { seconds: 240 }, async (t) => {
    const { driver } = await opens(t, { browser: { viewport: { width: 1200, height: 800 } } });
    const seen = new Set();
    none(await everywhere(driver, (driver) => typed(driver, seen), places));
    assert.ok(seen.size > 3, `${seen.size} fields`);
  });

  test(`what is pressed is 24 pixels in size, or stands apart as far, ${what}`, { seconds: 240 }, async (t) => {
    for (const viewport of [{ width: 320, height: 640 }, { width: 1200, height: 800 }]) {
      const { driver } = await opens(t, { browser: { viewport } });
      await driver.evaluate(helpers);
      none(await everywhere(driver, (driver) => driver.evaluate(small, 24), places));
    }
  });

  test(`what is touched is 44 pixels in size, or a word in a sentence, ${what}`, { seconds: 240 }, async (t) => {
    const { driver } = await opens(t, { browser: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } });
    assert.ok(await driver.evaluate("matchMedia('(pointer: coarse)').matches"));
    await driver.evaluate(helpers);
    none(await everywhere(driver, (driver) => driver.evaluate(small, 44), places));
  });
}

/** What is wrong on a walk through the page with Tab. */
async function walk(driver) {
  const wrong = new Set();
  const reached = new Set();
  const isDialog = await driver.evaluate(() => {
    // A number for each control, and a start before the first.
    globalThis.stops = new Map();
    const dialog = $("dialog[open]");
    if (!dialog) Object.assign(document.querySelector("h1"), { tabIndex: -1 }).focus();
    return Boolean(dialog);
  });
  for (let n = 0; n < 400; n++) {
    await driver.press("Tab");
    const stop = await driver.evaluate(look);
    // Out of the element, or once around in a dialog.
    if (!stop) {
      if (isDialog && n < 60) continue;
      break;
    }
    for (const one of stop.wrong) wrong.add(one);
    if (isDialog && reached.has(stop.id) && reached.size >= stop.controls) break;
    reached.add(stop.id);
  }
  const missed = await driver.evaluate((reached) => controls().filter((one) => !reached.includes(stops.get(one))).map((one) => `Tab does not come to ${tell(one)}`), [...reached]);
  return [...wrong, ...missed];
}

// Runs in the page, before the others.
function helpers() {
  globalThis.tell = (one) => `${one.localName}.${one.getAttribute("class") ?? ""}#${one.id} “${(one.getAttribute("aria-label") ?? one.textContent.trim()).slice(0, 40)}”`;
  globalThis.controls = () => {
    const groups = new Set();
    return [...($("dialog[open]") ?? $(".gca")).querySelectorAll("button, input, select, textarea, summary, a[href]")].filter((one) => {
      if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
      if (one.type !== "radio") return true;
      // A group of radios is one stop.
      if (groups.has(one.name)) return false;
      groups.add(one.name);
      return true;
    });
  };
}

// Runs in the page: where the focus is, and what is wrong with how that looks.
async function look() {
  // The browser scrolls before it draws.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const one = element.shadowRoot.activeElement;
  if (!one) return null;
  const group = one.type === "radio" ? $$(`input[name="${one.name}"]`).find((other) => other.checkVisibility()) : one;
  if (!stops.has(group)) stops.set(group, stops.size);
  const wrong = [];
  const ring = [one, one.closest("label, li, .step, .hit")].filter(Boolean).map((at) => getComputedStyle(at));
  if (!ring.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)) wrong.push(`no ring around ${tell(one)}`);
  // What of it is in the window; of that, one place in two is not under anything else.
  const box = one.getBoundingClientRect();
  const [left, right, top, bottom] = [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const isLarge = box.height > innerHeight / 2;
  if (right - left < box.width / 2 || (bottom - top < box.height / 2 && !isLarge)) wrong.push(`out of sight: ${tell(one)} at ${Math.round(box.left)}, ${Math.round(box.top)}`);
  else {
    const label = one.closest("label");
    const places = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((down) => [0.1, 0.5, 0.9].map((across) => [left + (right - left) * across, top + (bottom - top) * down]));
    const covers = places.map(([x, y]) => element.shadowRoot.elementFromPoint(x, y)).filter((over) => over && !one.contains(over) && !over.contains(one) && !label?.contains(over));
    if (covers.length > places.length / 2) wrong.push(`covered: ${tell(one)} by ${tell(covers[0])}`);
  }
  return { id: stops.get(group), wrong, controls: controls().length };
}

// Runs in the page: targets that are smaller than this, and of those of 24 pixels (WCAG 2.2, 2.5.8) the ones that do not stand apart.
function small(size) {
  const root = $("dialog[open]") ?? $(".gca");
  const targets = [...root.querySelectorAll("button, input, select, textarea, summary, a[href]")].filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true })).map((one) => {
    const area = one.closest("label") ?? one;
    return { one, area, box: area.getBoundingClientRect() };
  });
  const found = [];
  const least = size - 0.5;
  for (const { one, area, box } of targets) {
    if (box.width >= least && box.height >= least) continue;
    // Larger than it looks: what is drawn around it takes the press.
    area.scrollIntoView({ block: "center", inline: "center" });
    const now = area.getBoundingClientRect();
    const [x, y] = [now.left + now.width / 2, now.top + now.height / 2];
    const parts = [area, ...(one.labels ?? [])];
    const takes = (dx, dy) => parts.some((part) => part.contains(element.shadowRoot.elementFromPoint(x + dx, y + dy)));
    const reach = (dx, dy) => {
      let n = 0;
      while (n < size && takes(n * dx, n * dy)) n += 0.5;
      return n;
    };
    if ((now.width >= least || reach(-1, 0) + reach(1, 0) >= least) && (now.height >= least || reach(0, -1) + reach(0, 1) >= least)) continue;
    // Or a circle of 24 pixels around its middle touches no other target.
    const [cx, cy] = [box.left + box.width / 2, box.top + box.height / 2];
    const near = targets.filter((other) => {
      if (other.area === area) return false;
      const dx = Math.max(other.box.left - cx, 0, cx - other.box.right);
      const dy = Math.max(other.box.top - cy, 0, cy - other.box.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    // Or it stands in a sentence.
    const around = one.parentElement;
    const inSentence = getComputedStyle(one).display === "inline" && around.textContent.trim().length > one.textContent.trim().length;
    if ((near.length > 0 || size > 24) && !inSentence) found.push(`${tell(one)} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
  }
  return found;
}

/** Types into every field that is seen and was not met before; what does not hold it, or loses the focus. */
async function typed(driver, seen) {
  const wrong = [];
  const fields = await driver.evaluate(() => {
    const shown = ($("dialog[open]") ?? $(".gca")).querySelectorAll("input[type=text], input[type=number], input[type=password], textarea");
    globalThis.fields = [...shown].filter((one) => one.checkVisibility() && !one.readOnly && !one.disabled);
    return fields.map((one) => one.id || one.className);
  });
  for (const [n, name] of fields.entries()) {
    if (seen.has(name)) continue;
    seen.add(name);
    // An earlier field may have changed what stands here.
    if (!(await driver.evaluate(`fields[${n}].isConnected && (fields[${n}].focus(), fields[${n}].select(), true)`))) continue;
    for (const key of "1234") {
      await driver.press(key);
      // Drawn anew, as when another tab saves, a clock goes on or an answer is said a second later.
      await driver.evaluate("dispatchEvent(new StorageEvent('storage', { key: null })) && 0");
      await follows(driver);
    }
    const state = await driver.evaluate(`[element.shadowRoot.activeElement === fields[${n}], fields[${n}].value]`);
    if (!state[0] || !state[1].endsWith("1234")) wrong.push(`${name}: ${state}`);
  }
  return wrong;
}
