// A panic breaks the one program of a page: every element says so, no answer is lost, and a restart needs no network.

import assert from "node:assert/strict";
import { choose, host, press, ready } from "./hosting.mjs";
import { test } from "./suite.mjs";

const QUESTIONS = '<gca-assessment mode="full" start-at="questions"></gca-assessment>';
const crash = (driver) => driver.evaluate(() => element.dispatchEvent(new CustomEvent("gca-test-crash")));

test("a panic tells every element, loses no answer, and a restart goes on", async (t) => {
  const { server, driver } = await host(t, QUESTIONS + QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const answers = await driver.evaluate("element.answers");
  const asked = server.requests.length;
  await crash(driver);
  const panels = driver.page.getByText("Something went wrong");
  await t.until("both say so", async () => (await panels.count()) === 2);
  assert.deepEqual(await driver.evaluate("element.exportAnswers().answers"), answers);
  const [download] = await Promise.all([driver.page.waitForEvent("download"), press(driver, "Download your answers")]);
  assert.equal(download.suggestedFilename(), "gca-core.gca.json");
  await press(driver, "Restart");
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
  assert.equal(await panels.count(), 1, "the other one waits for its own restart");
  assert.match(await driver.evaluate("element.shadowRoot.activeElement.localName"), /^h\d$/, "the focus is where the work goes on");
  await choose(driver, 2);
  assert.notDeepEqual(await driver.evaluate("element.answers"), answers);
  assert.equal(server.requests.length, asked);
});

test("after two panics on the same answers the one before the last change is used, after three it stays down", async (t) => {
  const { driver } = await host(t, QUESTIONS);
  await ready(driver);
  await choose(driver, 1);
  const first = await driver.evaluate("element.answers");
  await choose(driver, 2);
  const last = await driver.evaluate("element.answers");
  const seen = [];
  for (let stop = 1; stop <= 3; stop++) {
    await crash(driver);
    await driver.waitFor("element.shadowRoot.querySelector('.notice')");
    assert.deepEqual(await driver.evaluate("element.exportAnswers().answers"), last, "the download has all of it");
    const restart = await driver.page.getByRole("button", { name: "Restart" }).count();
    if (!restart) break;
    await press(driver, "Restart");
    await ready(driver);
    seen.push(await driver.evaluate("element.answers"));
  }
  assert.deepEqual(seen, [last, first]);
});

test("in memory only, answers outlive a panic too", async (t) => {
  const { driver } = await host(t, QUESTIONS.replace(">", ' persist="none">'));
  await driver.page.clock.install();
  await ready(driver);
  await choose(driver, 1);
  const answers = await driver.evaluate("element.answers");
  await driver.page.clock.fastForward(1000);
  await crash(driver);
  await press(driver, "Restart");
  await ready(driver);
  assert.deepEqual(await driver.evaluate("element.answers"), answers);
  assert.equal(await driver.evaluate("localStorage.length + sessionStorage.length"), 0);
});
