// The screens of an assessment that has something on each, reached by what is the same in every language.

import { bank, full, open, ready, reference } from "./product.mjs";

const QUESTION = "legal.cybercrime-law.offences";
const TABS = ["start", "questions", "review", "results", "steps", "compare", "report"];

/** What stands on the screens: answers, one of them not known, words of people, a target and an earlier round. */
const GIVEN = {
  answers: { ...reference, [QUESTION]: "dk" },
  notes: { [QUESTION]: "Act 7, Article 3" },
  evidence: { [QUESTION]: [{ text: "Covers all five offences", reference: "Sections 3 to 9", date: "2021-03-12", link: "https://example.org/act" }] },
  flagged: [QUESTION],
  earlier: { name: "Round 2024", saved: 1.7e12, mode: "full", answers: Object.fromEntries(Object.keys(reference).map((id) => [id, "dk"])) },
  targets: { overall: "managed", areas: { legal: 80.5 } },
};

/** An assessment with something on every screen. */
export async function begin(t, { lang = "en", given = GIVEN, ...options } = {}) {
  const opened = await open(t, { element: `<gca-assessment lang="${lang}" mode="full"></gca-assessment>`, ...options });
  await ready(opened.driver);
  await opened.driver.evaluate((given) => element.importAnswers(given) && 0, given);
  // The program that has every screen comes with the first that needs it.
  await tab("review")(opened.driver);
  await opened.driver.waitFor("$('.tools')", 60_000);
  return opened;
}

const tab = (name) => async (driver) => {
  const at = `$$(".tab")[${TABS.indexOf(name)}]`;
  await driver.click(at);
  await driver.waitFor(`${at}.ariaCurrent === "page" && $("#title") && !$(".skel")`);
  if (name === "results") await driver.waitFor("$('#robust') && !$('#robust').ariaBusy");
};
const unfold = (driver) => driver.evaluate("$$('details:not(.menu, .save)').forEach((one) => { one.open = true; })");
const dialog = (selector) => async (driver) => {
  await driver.click(`$(${JSON.stringify(selector)})`);
  await driver.waitFor("$('dialog[open]')");
};

/** Name of the place, and the steps to it. */
export const PLACES = [
  ...TABS.map((name) => [name, tab(name)]),
  ["questions unfolded", tab("questions"), unfold],
  ["results unfolded", tab("results"), unfold],
  ["compare unfolded", tab("compare"), unfold],
  ["results why", tab("results"), dialog(".headline .link")],
  ["review clearing", tab("review"), dialog("#clear")],
];

/** Answers of person `n` of a room: at one end of everything, or at the other. */
export const given = (n) =>
  Object.fromEntries(full.flatMap(({ questions }) => questions).map(({ id, kind, options }) => {
    const option = options.at(n % 2 ? 0 : -1).id;
    return [id, kind === "multi" ? [option] : option];
  }));

/** A workshop with four people in it, two of them with a group. */
export async function beginRoom(t, { lang = "en", ...options } = {}) {
  const opened = await open(t, { element: `<gca-assessment lang="${lang}" mode="workshop"></gca-assessment>`, ...options });
  await ready(opened.driver);
  await opened.driver.waitFor("$('#codes')");
  const files = [1, 2, 3, 4].map((n) => {
    const handIn = { name: `P${n}`, group: n < 3 ? "industry" : "", mark: `m${n}` };
    return { name: `p${n}.gca.json`, mimeType: "", buffer: Buffer.from(JSON.stringify({ format: 1, bank: bank.id, answers: given(n), handIn })) };
  });
  await opened.driver.page.locator("#file").setInputFiles(files);
  await opened.driver.waitFor("$$('.people tbody tr').length === 4");
  return opened;
}

/** The button of a group of which one is pressed. */
const turn = (group, at) => async (driver) => {
  const button = `$$(${JSON.stringify(`${group} button`)})[${at}]`;
  await driver.waitFor(button);
  await driver.click(button);
  await driver.waitFor(`${button}.ariaPressed === "true" && !$("[aria-busy]")`);
};
const part = (at) => turn(".page > .seg", at);
const view = (at) => turn(".lantern > * > .seg", at);
const click = (selector, then) => async (driver) => {
  await driver.waitFor(`$(${JSON.stringify(selector)})`);
  await driver.click(`$(${JSON.stringify(selector)})`);
  await driver.waitFor(then);
};
/** A field is filled as by somebody who types and leaves it. */
const enter = (selector, value, then) => async (driver) => {
  await driver.evaluate(([selector, value]) => {
    Object.assign($(selector), { value });
    for (const kind of ["input", "change"]) $(selector).dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
  }, [selector, value]);
  await driver.waitFor(then);
};

/** The places of a workshop. */
export const ROOM = [
  ["people", part(0)],
  ["people refused", enter("#codes", "words that are no code", "$('#codes')"), click("#codes ~ button", "$$('.arrivals > li').length === 1")],
  ["people deleting", click("#delete-room", "$('dialog[open]')")],
  ["people paper", click("#paper", "$('#sheet')"), enter("#sheet", "77", "$('#sheet')"), click("form.panel [type=submit]", "$('#sheet-e')")],
  ["answers", click("section.panel > .row .link, .section > .row .link", "$('#codes')"), part(1)],
  ["answers by group", click(".room-fields [type=checkbox]", "$('.sides') && !$('[aria-busy]')"), unfold],
  ["talk", part(2), enter("#vote-0", "3", "$('.talk [role=status]')"), unfold],
  ["presenter", click(".to-room .btn:nth-of-type(2)", "$('.to-all[open]')")],
  ["exercise", part(3), click(".clock .btn", "true"), click("#le0 .btn", "$$('#le0 .btn').length === 2"), click("#le0 .btn", "true"), unfold],
  ["exercise asking", view(1), click("#reveal", "$('dialog[open]')")],
  ["exercise compare", click("#reveal", "$('dialog[open]')"), click("dialog .primary", "$('#reference') && !$('[aria-busy]')"), unfold],
  ["exercise debrief", view(2)],
  ["exercise paper", view(3)],
];

/** Goes to the place, does there what is to be done, and closes a dialog that it has. */
export async function visit(driver, [, ...steps], act) {
  for (const step of steps) await step(driver);
  await act();
  if (await driver.evaluate("Boolean($('dialog[open]'))")) {
    await driver.press("Escape");
    await driver.waitFor("!$('dialog[open]')");
  }
}

/** Every place, with all that was found wrong in one list: `look(driver, name)` gives what is wrong. */
export async function everywhere(driver, look, places = PLACES) {
  const wrong = [];
  for (const place of places) {
    await visit(driver, place, async () => wrong.push(...(await look(driver, place[0])).map((one) => `${place[0]}: ${one}`)));
  }
  return wrong;
}
