// Moving, removing and putting back: nothing is lost, and what is gone is freed.

import assert from "node:assert/strict";
import { choose, host, ready } from "./hosting.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const CYCLES = 200;
const GRACE = 30_000;

/** Bytes of the JavaScript heap after a collection, DOM nodes, and bytes of the program's memory. */
async function measure(driver) {
  await driver.cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await driver.cdp.send("Runtime.getHeapUsage");
  const { nodes } = await driver.cdp.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, wasm: await driver.evaluate("memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)") };
}

/** The host page with both programs running, and their memories in reach as `memories`. */
async function watched(t) {
  const { driver } = await host(t, QUESTIONS, { head: "" });
  await driver.evaluate(() => {
    const original = WebAssembly.instantiate;
    globalThis.memories = [];
    WebAssembly.instantiate = async (...args) => {
      const made = await original(...args);
      globalThis.memories.push((made.instance ?? made).exports.memory);
      return made;
    };
    return import("/gca-assessment.js").then(() => element.ready).then(() => true);
  });
  await driver.waitFor("memories.length === 2");
  return driver;
}

test("a move, and a removal that is taken back, keep the app as it stands", async (t) => {
  const { driver } = await host(t, `<div id="there"></div>${QUESTIONS}`);
  await ready(driver);
  await choose(driver, 1);
  const same = await driver.evaluate(async () => {
    const task = () => new Promise((resolve) => setTimeout(resolve));
    const before = element.shadowRoot.querySelector("fieldset");
    const answers = JSON.stringify(element.answers);
    document.querySelector("#there").append(element);
    await task();
    const moved = element;
    moved.remove();
    await task();
    await task();
    document.body.append(moved);
    await task();
    return [moved.shadowRoot.querySelector("fieldset") === before, JSON.stringify(moved.answers) === answers];
  });
  assert.deepEqual(same, [true, true]);
});

for (const persist of ["local", "session", "none"]) {
  test(`put back after its memory was freed, an element has its answers again (persist="${persist}")`, async (t) => {
    const { server, driver } = await host(t, QUESTIONS.replace(">", ` persist="${persist}">`));
    await ready(driver);
    await driver.page.clock.install();
    await choose(driver, 1);
    const answers = await driver.evaluate(() => {
      globalThis.gone = element;
      gone.remove();
      return gone.answers;
    });
    assert.equal(Object.keys(answers).length, 1);
    await driver.page.clock.fastForward(10);
    await driver.page.clock.fastForward(GRACE - 1000);
    assert.ok(await driver.evaluate("gone.shadowRoot.querySelector('fieldset') !== null"), "still there within the grace period");
    await driver.page.clock.fastForward(2000);
    assert.ok(await driver.evaluate("gone.shadowRoot.querySelector('fieldset') === null"), "freed after it");
    const asked = server.requests.length;
    await driver.evaluate(() => document.body.append(gone));
    await ready(driver);
    assert.deepEqual(await driver.evaluate("element.answers"), answers);
    assert.equal(server.requests.length, asked);
  });
}

test(`removing and putting back ${CYCLES} times costs next to nothing`, { seconds: 120, alone: true }, async (t) => {
  const driver = await watched(t);
  await choose(driver, 1);
  const answers = await driver.evaluate("element.answers");
  const cycle = (times) => driver.evaluate(async (times) => {
    const one = element;
    for (let n = 0; n < times; n++) {
      one.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(one);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, times);
  await cycle(10);
  const before = await measure(driver);
  await cycle(CYCLES);
  const after = await measure(driver);
  const grown = (after.heap - before.heap) / CYCLES;
  t.figure("JavaScript heap per removal and return", grown.toFixed(0), "bytes");
  t.figure("program memory after all of them", `+${(after.wasm - before.wasm) / 1024}`, "KB");
  assert.ok(grown < 500, `${grown} bytes a cycle`);
  assert.equal(after.wasm, before.wasm);
  assert.ok(after.nodes - before.nodes < 50, `${after.nodes - before.nodes} nodes`);
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
});

test(`${CYCLES} elements, each in place of the one before, cost a bounded amount`, { seconds: 240, alone: true }, async (t) => {
  const driver = await watched(t);
  const cycle = (times) => driver.evaluate(async (times) => {
    for (let n = 0; n < times; n++) {
      const anew = element.cloneNode();
      element.replaceWith(anew);
      await anew.ready;
    }
  }, times);
  await cycle(10);
  const before = await measure(driver);
  await cycle(CYCLES);
  const after = await measure(driver);
  const heap = (after.heap - before.heap) / CYCLES;
  const wasm = (after.wasm - before.wasm) / CYCLES;
  t.figure("JavaScript heap per mounted and freed app", (heap / 1024).toFixed(1), "KB");
  t.figure("program memory per mounted and freed app", (wasm / 1024).toFixed(1), "KB");
  t.figure("DOM nodes per mounted and freed app", ((after.nodes - before.nodes) / CYCLES).toFixed(1));
  assert.ok(heap < 16 * 1024 && wasm < 16 * 1024, `${heap} and ${wasm} bytes a cycle`);
});
