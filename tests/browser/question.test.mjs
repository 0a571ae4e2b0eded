// One question on its page: what is open stays open, and nothing is drawn anew that did not change.

import assert from "node:assert/strict";
import { choose, host, ready } from "./hosting.mjs";
import { test } from "./suite.mjs";

test("an open explanation stays open while the question is answered and noted", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="full" start-at="questions"></gca-assessment>');
  await ready(driver);
  const page = driver.page.locator("gca-assessment");
  await page.locator("details[part=help] summary").first().click();
  await page.getByText("Core offences:").first().waitFor();
  await choose(driver, 1);
  await page.getByRole("button", { name: "Add a note to 1.1.1" }).click();
  await page.locator("textarea").first().fill("Criminal Code");
  await page.getByRole("button", { name: "Clear answer 1.1.1" }).click();
  assert.equal(await page.locator("details[part=help]").first().evaluate((one) => one.open), true);
  assert.equal(await page.locator("textarea").first().inputValue(), "Criminal Code");
});

test("an answer that changes nothing else redraws a handful of nodes", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="full" start-at="questions"></gca-assessment>');
  await ready(driver);
  await choose(driver, 2);
  const changes = await driver.evaluate(async () => {
    const root = document.querySelector("gca-assessment").shadowRoot;
    let nodes = 0;
    new MutationObserver((list) => list.forEach((m) => (nodes += m.addedNodes.length + m.removedNodes.length))).observe(root, { subtree: true, childList: true });
    root.querySelectorAll("input[type=radio]")[3].click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return nodes;
  });
  t.figure("nodes added or removed by an answer", changes);
  assert.ok(changes <= 8, `${changes} nodes`);
});

test("a box that is pressed twice at once is as it was, and “None of these” puts the others out", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="full" start-at="questions"></gca-assessment>');
  await ready(driver);
  const state = (act) => driver.evaluate(`(async () => {
    const root = document.querySelector("gca-assessment").shadowRoot;
    const body = root.querySelector(".ladder.checks").closest(".q-body");
    const boxes = [...body.querySelectorAll(".ladder input, .pick input")];
    (${act})(boxes);
    await new Promise((done) => setTimeout(done, 300));
    return [boxes.flatMap((box, at) => (box.checked ? [at] : [])), body.querySelector("[role=status]").textContent.replace(/\\D+/g, " ").trim(), boxes.length];
  })()`);
  const [, , count] = await state("() => {}");
  const total = count - 2;
  assert.deepEqual(await state("(boxes) => { boxes[1].click(); boxes[1].click(); }"), [[], `0 ${total}`, count]);
  assert.deepEqual(await state("(boxes) => { boxes[0].click(); boxes[2].click(); boxes[2].click(); boxes[2].click(); }"), [[0, 2], `2 ${total}`, count]);
  assert.deepEqual(await state("(boxes) => boxes[boxes.length - 2].click()"), [[total], `0 ${total}`, count]);
  assert.deepEqual(await state("(boxes) => boxes[1].click()"), [[1], `1 ${total}`, count]);
  const kept = await driver.evaluate("Object.values(document.querySelector('gca-assessment').answers)");
  assert.equal(kept.flat().length, 1);
});

test("a telephone that is turned loses neither what is typed nor what is open, nor the place of the caret", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="full" start-at="questions"></gca-assessment>');
  const { page } = driver;
  const [upright, across] = [{ width: 390, height: 844 }, { width: 844, height: 390 }];
  await page.setViewportSize(upright);
  await ready(driver);
  const widget = page.locator("gca-assessment");
  await choose(driver, 1);
  await widget.locator("details[part=help] summary").first().click();
  await widget.getByRole("button", { name: "Add a note to 1.1.1" }).click();
  const note = widget.locator("textarea").first();
  await note.focus();
  await page.keyboard.type("Half a sent");
  const held = () => widget.evaluate(({ shadowRoot: root }) => [
    root.activeElement?.localName,
    root.activeElement?.selectionStart,
    root.querySelector("textarea").value,
    root.querySelector("details[part=help]").open,
    root.querySelectorAll("input:checked").length,
  ]);
  const before = await held();
  assert.deepEqual(before, ["textarea", 11, "Half a sent", true, 1]);
  for (const size of [across, upright]) {
    await page.setViewportSize(size);
    await driver.waitFor(`innerWidth === ${size.width}`);
    assert.deepEqual(await held(), before);
    assert.ok(await note.evaluate((field) => {
      const { left, right } = field.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }), `the note is on the screen at ${size.width} px`);
  }
  await page.keyboard.type("ence");
  assert.equal(await note.inputValue(), "Half a sentence");
});
