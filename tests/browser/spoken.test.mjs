// What is said when something happens: regions that are there before they have words, and descriptions of what has the focus.

import assert from "node:assert/strict";
import { beginRoom, ROOM, visit } from "./places.mjs";
import { full, open, press, ready, reference, say } from "./product.mjs";
import { test } from "./suite.mjs";

/** Goes to the places of a workshop up to this one. */
async function roomAt(t, name) {
  const { driver } = await beginRoom(t);
  await visit(driver, ROOM.find(([place]) => place === name), () => {});
  return driver;
}

/** Does something, and waits until the region, which is the same element as before, says this. */
async function said(driver, region, words, act) {
  await driver.waitFor(`$(${JSON.stringify(region)})`);
  await driver.evaluate((region) => { $(region).wasThere = true; }, region);
  await act();
  await driver.waitFor(`$(${JSON.stringify(region)})?.textContent.includes(${JSON.stringify(words)})`);
  assert.ok(await driver.evaluate((region) => $(region).role === "status" && $(region).wasThere, region), `${region} came with its words`);
}

/** The description of what has the focus. */
const described = (driver) => driver.evaluate(() => {
  const ids = element.shadowRoot.activeElement.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => $(`#${id}`)?.textContent ?? "").join(" ").trim();
});
const focus = (driver, selector) => driver.waitFor(`element.shadowRoot.activeElement?.matches(${JSON.stringify(selector)})`);

test("leading a question on this screen is said: which it is, and how far people agree", async (t) => {
  const driver = await roomAt(t, "talk");
  await press(driver, say("present.screen"));
  await focus(driver, ".to-all :is(h1, h2, h3, h4) .safe");
  const [place, shown] = ["~ [role=status]", "~ [role=status] ~ [role=status]"].map((after) => `.to-all .present-bar ${after}`);
  const button = (at) => driver.click(`$$(".to-all .present-bar button")[${at}]`);
  await said(driver, place, "Question 2 of 70", () => button(1));
  assert.equal(await driver.evaluate("$('.to-all .present-bar ~ [role=status] ~ [role=status]').textContent"), "");
  await said(driver, shown, say("present.discuss", { share: "0%" }), () => button(2));
});

test("in a workshop the clock, what is shown and who was removed are said, and a question of a sheet is", async (t) => {
  const driver = await roomAt(t, "people");
  await driver.click("$('.people .link')");
  await focus(driver, "#put-back");
  assert.match(await described(driver), /P1/);
  await driver.click("$('#paper')");
  await focus(driver, "#sheet");
  await driver.type("1");
  await said(driver, "form.panel [role=status]", full.flatMap(({ questions }) => questions)[1].text, () => driver.press("Enter"));
  await press(driver, say("paper.drop"));
  await driver.evaluate(() => { $("#codes").value = "no code"; });
  await press(driver, say("people.take"));
  await focus(driver, "#came");
  assert.match(await described(driver), /no code has/);

  await press(driver, say("workshop.exercise"));
  await said(driver, ".clock [role=status]", say("workshop.exercise.running"), () => press(driver, say("workshop.exercise.start")));
  const first = await driver.evaluate("$('.agenda > li[aria-current] p span').textContent");
  assert.ok(await driver.evaluate((first) => $(".clock [role=status]").textContent.includes(first), first), "the part that is on");
  await said(driver, ".lantern .section .row.between [role=status]", say("workshop.exercise.is-ready", { title: say("present.title") }), () => press(driver, say("workshop.exercise.show-label", { what: say("workshop.exercise.briefing") })));
});

test("a new agreement is said where it stands", async (t) => {
  const { driver } = await beginRoom(t);
  await press(driver, say("workshop.talk"));
  await driver.waitFor("$('#vote-0')");
  await said(driver, ".talk .strong[role=status]", "after 100%", () => driver.evaluate(() => {
    Object.assign($("#vote-0"), { value: "3" }).dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }));
});

test("of a dialog without a field, the button with the focus says what the dialog is and what it asks", { seconds: 120 }, async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full" start-at="review"></gca-assessment>' });
  await ready(driver);
  await driver.waitFor("$('.tools summary')");
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  for (const [item, title, words] of [
    ["menu.save", "save.title", say("save.open-to-all")],
    ["menu.open", "open.title", ""],
    ["menu.share", "share.title", say("share.warn")],
    ["menu.delete", "", ""],
  ]) {
    await driver.click("$('.tools summary')");
    await driver.click(`$$(".tools .pop button").find((one) => words(one) === ${JSON.stringify(say(item))})`);
    await focus(driver, "dialog[open] .safe");
    const heard = await described(driver);
    assert.ok(heard.includes(title && say(title)) && heard.includes(words) && heard.length > 5, `${item}: ${heard}`);
    await driver.press("Escape");
    await driver.waitFor("!$('dialog[open]')");
  }
});

test("the field for one's own name says so to browsers that fill it in, and groups are suggested", async (t) => {
  const { driver } = await open(t, { element: '<gca-assessment mode="full" start-at="review"></gca-assessment>' });
  await ready(driver);
  await driver.evaluate((answers) => element.importAnswers({ answers }) && 0, reference);
  await press(driver, say("nav.report"));
  await driver.waitFor("$('#hand-name')");
  assert.deepEqual(await driver.evaluate("[$('#hand-name').autocomplete, $('#hand-name').list, $('#hand-group').list.id]"), ["name", null, "groups"]);
});
