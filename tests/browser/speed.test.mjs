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

/** Milliseconds until an answer is painted, and in how many of those that changed the bar with score and saving these were painted with it. */
const measure = (driver) => driver.evaluate(async (answers) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const rest = (ms = 120) => new Promise((done) => setTimeout(done, ms));
  const [answer, both] = [[], []];
  // Nobody has read a question sooner.
  await rest(1000);
  for (let n = 0; n < answers; n++) {
    const inputs = $$(".ordered input");
    let changed = false;
    const observer = new MutationObserver(() => (changed = true));
    observer.observe($(".bar"), { subtree: true, childList: true, characterData: true, attributes: true });
    const begun = performance.now();
    inputs[(n * 7) % inputs.length].click();
    await painted();
    answer.push(performance.now() - begun);
    // The score and the state of saving are in the same frame, or this answer changed neither.
    const together = changed;
    await rest();
    observer.disconnect();
    if (changed) both.push(together);
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { answer: middle(answer), worst: Math.max(...answer), changed: both.length, together: both.filter(Boolean).length };
}, ANSWERS);

for (const [what, element, pages] of [
  ["the full bank", '<gca-assessment start-at="questions"></gca-assessment>', {}],
  ["a bank of 1,000 questions", '<gca-assessment start-at="questions" src="/large.json"></gca-assessment>', { "/large.json": JSON.stringify(large(1000)) }],
]) {
  test(`an answer on ${what}, ${SLOWER} times slower than here, in milliseconds`, { seconds: 120, alone: true }, async (t) => {
    const { server, driver } = await open(t, { element });
    for (const [path, body] of Object.entries(pages)) server.override({ path, type: "application/json", body });
    if (Object.keys(pages).length) await driver.reload();
    await ready(driver);
    await driver.cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const { answer, worst, changed, together } = await measure(driver);
    t.figure("answer painted, median", answer.toFixed(1), "ms");
    t.figure("answer painted, worst", worst.toFixed(1), "ms");
    t.figure("score painted with the answer", together, `of ${changed}`);
    assert.ok(changed > 0 && together === changed, "the bar changes with the answer");
    assert.ok((await driver.evaluate("Object.keys(element.answers).length")) >= 2, "the answers are there");
  });
}
