// The wasm engine beside the same method in plain JavaScript, in one Chromium page: node bench/engine-js.mjs, after `cargo xtask dist`.
// It prints figures and fails only if the two disagree.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { closeBrowsers, openDriver } from "../drivers.mjs";
import { DIST, inRepository } from "../paths.mjs";
import { serve } from "../server.mjs";

const bank = JSON.parse(readFileSync(inRepository("www/data/banks/gca-core.json"), "utf8"));
const answers = { answers: Object.fromEntries(Object.entries(bank.exercise.reference_answers).map(([id, { option }]) => [id, option])) };
const plain = readFileSync(new URL("plain.js", import.meta.url), "utf8");

async function race(bank, answers, plain) {
  const engine = await import("/engine.js");
  await engine.init();
  const js = await import(URL.createObjectURL(new Blob([plain], { type: "text/javascript" })));
  const prepared = js.prepare(bank);
  // Turn and turn about, so that whatever else the machine does meets both.
  const time = (works, repeats) => {
    const best = works.map(() => Infinity);
    for (let round = 0; round < 60; round++) {
      works.forEach((work, at) => {
        const start = performance.now();
        for (let n = 0; n < repeats; n++) work();
        best[at] = Math.min(best[at], ((performance.now() - start) * 1000) / repeats);
      });
    }
    return best;
  };
  return {
    results: [js.sensitivity(prepared, answers.answers), engine.sensitivity(bank, answers), js.assess(prepared, answers.answers), engine.assess(bank, answers)],
    draws: time([() => js.sensitivity(prepared, answers.answers), () => engine.sensitivity(bank, answers)], 5),
    many: time([() => js.sensitivity(prepared, answers.answers, { draws: 20000 }), () => engine.sensitivity(bank, answers, { draws: 20000 })], 1),
    scores: time([() => js.assess(prepared, answers.answers), () => engine.assess(bank, answers)], 200),
  };
}

const server = await serve({ root: DIST, pages: { "/": "<!doctype html><title>Bench</title>" } });
const driver = await openDriver("chromium");
try {
  await driver.open(server.url());
  const { results, draws, many, scores } = await driver.evaluate(race, bank, answers, plain);
  const [mine, theirs, jsScores, report] = results;
  assert.ok(Math.abs(jsScores.score - report.overall.score) < 1e-9);
  for (const name of ["min", "max", "mean", "sd"]) assert.ok(Math.abs(mine[name] - theirs[name]) < 1e-9, name);
  assert.deepEqual(mine.stageShare, Object.values(theirs.stageShare));
  const line = (name, [js, wasm], note) =>
    console.log(`${name.padEnd(42)} ${js.toFixed(1).padStart(9)} µs ${wasm.toFixed(1).padStart(9)} µs  ${(js / wasm).toFixed(2)} x  ${note}`);
  console.log(`${"".padEnd(42)} ${"plain JS".padStart(12)} ${"wasm".padStart(12)}`);
  line("2,000 draws, from answers to result", draws, "");
  line("20,000 draws", many, "");
  line("assessment, from answers to result", scores, "(plain JS: sections 2 to 4 alone; wasm: the whole report, as JSON)");
} finally {
  await closeBrowsers();
  await server.close();
}
