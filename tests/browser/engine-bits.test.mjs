// The engine gives the same bits natively, in Node and in browsers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { digest } from "./engine-bits.mjs";
import { DIST_TEST, inRepository } from "./paths.mjs";
import { test } from "./suite.mjs";

const CASES = 1000;
const text = (file) => readFileSync(inRepository(`src/engine/tests/${file}.json`), "utf8");
const banks = () => ["examples/example-1", "examples/example-2", "data/random-1", "data/random-2", "data/random-3"].map((file) => JSON.parse(text(file)));
const native = () => readFileSync(inRepository("src/engine/tests/data/bits.txt"), "utf8").trim();

test("a thousand random cases have the native bits in Node", { engines: ["node"] }, async () => {
  assert.equal(await digest(`${DIST_TEST}/engine.js`, banks(), CASES), native());
});

test("a thousand random cases have the native bits in a page", { engines: ["chromium"] }, async (t) => {
  const server = await t.serve({ root: DIST_TEST, pages: { "/": "<!doctype html><title>Engine</title>" } });
  const driver = await t.open();
  await driver.open(server.url());
  assert.equal(await driver.evaluate(digest, "/engine.js", banks(), CASES), native());
});
