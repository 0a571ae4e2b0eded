// How long an answer takes on an old laptop, from the click to the eye: figures to read, not times to fail on.

import assert from "node:assert/strict";
import { open, ready } from "./product.mjs";
import { test } from "./suite.mjs";

// Of the processor that this runs on.
const SLOWER = 4;
const ANSWERS = 40;

/** A bank of this many questions, four an indicator. */
function large(count) {
  const options = ["none", "some", "much", "all"].map((id, at) => ({ id, label: `${id} of what the question asks for is in place`, score: at / 3 }));
  const question = (id) => ({ id, text: `Is ${id} in place, and applied by those it is meant for?`, kind: "single", weight: 1, options, help: "", evidence: [], sources: [], advice: [] });
  const indicators = (area) => Array.from({ length: count / 20 }, (_, n) => {
    const id = `${area}.${n}`;
    return { id, title: `Indicator ${id}`, why: "", weight: 1, questions: [0, 1, 2, 3].map((q) => question(`${id}.${q}`)) };
  });
  const areas = ["a", "b", "c", "d", "e"].map((id) => ({ id, title: `Area ${id}`, short: id, summary: "", weight: 1, indicators: indicators(id) }));
  const stages = [{ id: "low", label: "Low", min: 0, description: "" }, { id: "high", label: "High", min: 50, description: "" }];
  return { id: "large", version: "1", language: "en", title: "Large", description: "", instructions: [], sources: [], stages, quick: [], areas };
}

/**
 * Milliseconds until answers are painted, one a question and page after page, and in how many of those that changed the bar with score
 * and saving these were painted with it. `plain` is the same for a choice of the page around, which has a line of text changed: what
 * the browser itself takes for any change on this page and this machine.
 */
const measure = (driver) => driver.evaluate(async (answers) => {
  const ear = new MessageChannel();
  const painted = () => new Promise((done) => {
    ear.port1.onmessage = () => done(performance.now());
    requestAnimationFrame(() => ear.port2.postMessage(0));
  });
  // At any moment of a frame.
  const rest = (ms = 80) => new Promise((done) => setTimeout(done, ms + 16 * Math.random()));
  const [answer, plain, both] = [[], [], []];
  const [box] = document.querySelectorAll("main > label > input");
  box.onchange = () => (box.nextSibling.data = `Chosen ${performance.now()}`);
  const choose = async (input, times) => {
    const begun = performance.now();
    input.click();
    times.push((await painted()) - begun);
  };
  // Nobody has read a question sooner; with the first turn, the whole program takes over.
  let reads = 1000;
  await rest(reads);
  while (answer.length < answers) {
    for (const question of $$(".q")) {
      if (answer.length % 3 === 0) {
        await rest();
        await choose(box, plain);
      }
      const inputs = question.querySelectorAll(".ladder input");
      // One that an answer before took away.
      if (!inputs.length) continue;
      await rest();
      let changed = false;
      const observer = new MutationObserver(() => (changed = true));
      observer.observe($(".bar"), { subtree: true, childList: true, characterData: true, attributes: true });
      const chosen = choose(inputs[(1 + answer.length) % inputs.length], answer);
      await new Promise(requestAnimationFrame);
      // The score and the state of saving are in the same frame, or this answer changed neither.
      const together = changed;
      await chosen;
      await rest();
      observer.disconnect();
      if (changed) both.push(together);
    }
    $(".bar .primary").click();
    await rest(reads);
    reads = 400;
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { answer: middle(answer), worst: Math.max(...answer), plain: middle(plain), changed: both.length, together: both.filter(Boolean).length };
}, ANSWERS);

for (const [what, src, pages] of [
  ["the full bank", "", {}],
  ["a bank of 1,000 questions", 'src="/large.json"', { "/large.json": JSON.stringify(large(1000)) }],
]) {
  test(`an answer on ${what}, ${SLOWER} times slower than here, in milliseconds`, { seconds: 120, alone: true }, async (t) => {
    const { server, driver } = await open(t, { element: `<label><input type="checkbox">Plain</label><gca-assessment start-at="questions" ${src}></gca-assessment>` });
    for (const [path, body] of Object.entries(pages)) server.override({ path, type: "application/json", body });
    if (Object.keys(pages).length) await driver.reload();
    await ready(driver);
    await driver.cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const { answer, worst, plain, changed, together } = await measure(driver);
    t.figure("answer painted, median", answer.toFixed(1), "ms");
    t.figure("answer painted, worst", worst.toFixed(1), "ms");
    t.figure("a line of text on the same page painted, median", plain.toFixed(1), "ms");
    t.figure("score painted with the answer", together, `of ${changed}`);
    assert.ok(changed > 0 && together === changed, "the bar changes with the answer");
    assert.ok((await driver.evaluate("Object.keys(element.answers).length")) >= ANSWERS / 2, "the answers are there");
  });
}
