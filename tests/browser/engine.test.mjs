// The engine as npm users get it: in Node, where it finds its wasm in the file system, and in a page, where it fetches it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST_TEST, inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const example = (name) => JSON.parse(readFileSync(inRepository(`src/engine/tests/examples/example-${name}.json`), "utf8"));
// A module of its own: another test file may have started the shared one already.
const engine = () => import(`${DIST_TEST}/engine.js?own`);

/** Every member of `expected` is in `actual`, numbers within 1e-9. */
function near(actual, expected, path = "") {
  if (typeof expected === "number") assert.ok(Math.abs(actual - expected) < 1e-9, `${path}: ${actual}, not ${expected}`);
  else if (expected && typeof expected === "object") for (const name of Object.keys(expected)) near(actual?.[name], expected[name], `${path}.${name}`);
  else assert.equal(actual, expected, path);
}

/** Code and detail of what is thrown. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error && error.message);
    return { code: error.code, path: error.detail?.path };
  }
  return assert.fail("nothing was thrown");
}

test("every function gives the numbers of the method's examples, in Node", { engines: ["node"] }, async () => {
  const { init, ...functions } = await engine();
  assert.equal(refusal(() => functions.assess({}, {})).code, "engine.not-ready");
  await Promise.all([init(), init()]);
  const [bank, answers] = [example("1"), example("1.answers")];
  const { sensitivity, ...assessment } = example("1.assessment");
  near(functions.assess(bank, answers), assessment);
  near(functions.sensitivity(bank, answers, { draws: sensitivity.draws, seed: sensitivity.seed }), sensitivity);
  const { sensitivity: _, ...second } = example("2.assessment");
  near(functions.assess(example("2"), example("2.answers")), second);
  near(functions.workshop(bank, example("3.responses")), example("3.workshop"));
  const { comparison, target, profile } = example("3.comparison");
  near(functions.compare(bank, answers, example("3.earlier")), comparison);
  near(functions.target(bank, answers, example("3.target")), target);
  near(functions.profile(bank, answers, example("3.profile")), profile);
  near(functions.path(bank, answers, example("4.goal")), example("4.path"));
  assert.equal(functions.explain(bank, answers, "a").rule, "weighted-mean");
  assert.deepEqual(functions.check(bank, answers), []);
});

test("input that breaks a rule is refused with code, message and place", { engines: ["node"] }, async () => {
  const { init, assess, explain } = await engine();
  await init();
  const [bank, answers] = [example("1"), example("1.answers")];
  const circle = {};
  circle.self = circle;
  assert.deepEqual(refusal(() => assess(null, answers)), { code: "bank.type", path: "" });
  assert.deepEqual(refusal(() => assess({ id: "x" }, answers)), { code: "bank.missing-field", path: "stages" });
  assert.deepEqual(refusal(() => assess(bank, circle)), { code: "engine.not-json", path: "answers" });
  assert.deepEqual(refusal(() => assess(bank, answers, { mode: "slow" })), { code: "options.mode", path: "mode" });
  assert.equal(refusal(() => explain(bank, answers, "nowhere")).code, "explain.unknown-node");
  assert.ok(assess(bank, answers).overall, "it goes on working");
});

test("in a page it runs under the strict policy", { engines: ["chromium", "firefox", "webkit"] }, async (t) => {
  const server = await t.serve({ root: DIST_TEST, csp: STRICT_CSP, pages: { "/": "<!doctype html><title>Engine</title>" } });
  const driver = await t.open();
  await driver.open(server.url());
  const score = await driver.evaluate(async (bank, answers) => {
    const { init, assess } = await import("/engine.js");
    await init();
    return assess(bank, answers).overall.display;
  }, example("1"), example("1.answers"));
  assert.equal(score, 67.6);
});
