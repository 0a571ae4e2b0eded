// The accessibility check finds what is wrong, in a shadow root too, and is content with what is right.

import assert from "node:assert/strict";
import { assertAccessible } from "./axe.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const page = (inside) => `<!doctype html><html lang="en"><title>Axe</title><main><h1>Axe</h1>
<div><template shadowrootmode="open">${inside}</template></div></main>`;

test("a violation in a shadow root is found", async (t) => {
  const pages = { "/good": page("<label>Name <input></label>"), "/bad": page("<input>") };
  const server = await t.serve({ pages, csp: STRICT_CSP });
  const driver = await t.open();
  await driver.open(server.url("/good"));
  await assertAccessible(driver);
  await driver.open(server.url("/bad"));
  await assert.rejects(assertAccessible(driver), /label: Form elements must have labels/);
});
