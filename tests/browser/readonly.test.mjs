// What a page only shows.

import assert from "node:assert/strict";
import { arrives, assertSilent, full, headingOf, open, press, ready, reference, say, text } from "./product.mjs";
import { test } from "./suite.mjs";

test("a page that only shows an assessment lets nobody change it, and stores nothing", async (t) => {
  const { server, driver } = await open(t, { element: '<gca-assessment readonly mode="full" start-at="results"></gca-assessment>' });
  await ready(driver);
  await driver.evaluate((answers) => { element.answers = answers; }, reference);
  await driver.waitFor("words($('.score')).startsWith('39.5')");
  await driver.waitFor("$('#robust')");
  assert.equal(await driver.evaluate("$('#weights')"), null);
  await press(driver, say("nav.questions"));
  await arrives(driver, headingOf(full[0]));
  assert.ok(await driver.evaluate("$$('.q input').length > 9 && $$('.q input').every((input) => input.matches(':disabled'))"));
  await press(driver, say("nav.start"));
  await arrives(driver, say("start.title"));
  assert.equal(await driver.evaluate("$('#delete, #shared, .drop')"), null);
  assert.ok((await text(driver)).includes(say("start.read")), "it is not said that something is to be continued");
  await press(driver, say("start.see"));
  await arrives(driver, headingOf(full[0]));
  assert.deepEqual(await driver.evaluate("[element.answers, localStorage.length]"), [reference, 0]);
  await assertSilent({ driver, server });
});

test("a page that only shows an assessment, and has none yet, invites nobody to begin one", async (t) => {
  const { driver } = await open(t, { element: "<gca-assessment readonly></gca-assessment>" });
  await ready(driver);
  const words = await text(driver);
  for (const key of ["start.full-button", "start.quick-button", "start.new"]) assert.ok(!words.includes(say(key)), key);
  await press(driver, say("results.empty-button"));
  await arrives(driver, headingOf(full[0]));
});
