// How long plain JavaScript takes here, in Node, for what the engine's benches time natively: node bench/plain-node.mjs. The aims of the engine
// stand as multiples of it, because machines differ.

import { readFileSync } from "node:fs";
import { inRepository } from "../paths.mjs";
import { assess, prepare, sensitivity } from "./plain.js";

const bank = JSON.parse(readFileSync(inRepository("www/data/banks/gca-core.json"), "utf8"));
const answers = Object.fromEntries(Object.entries(bank.exercise.reference_answers).map(([id, { option }]) => [id, option]));
const prepared = prepare(bank);

function time(name, repeats, work) {
  const times = [];
  for (let round = 0; round < 200; round++) {
    const start = performance.now();
    for (let n = 0; n < repeats; n++) work();
    times.push(((performance.now() - start) * 1000) / repeats);
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(32)} best ${times[0].toFixed(1).padStart(8)} µs  median ${times[100].toFixed(1).padStart(8)} µs`);
}

time("section 4 alone", 300, () => assess(prepared, answers));
time("2,000 draws, section 9", 5, () => sensitivity(prepared, answers));
