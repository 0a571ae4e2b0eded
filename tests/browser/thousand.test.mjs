// A workshop of a thousand people on an old laptop: how long each of its views takes, from the press to the eye. The times are figures to
// read; what can fail is a view that takes longer for a thousand people than for a hundred by more than what a page of plain rows costs here.

import assert from "node:assert/strict";
import { bank, full, open, press, ready, say } from "./product.mjs";
import { test } from "./suite.mjs";

// Of the processor that this runs on.
const SLOWER = 4;
const ROUNDS = +(process.env.ROUNDS ?? 3);
const QUESTIONS = full.flatMap(({ questions }) => questions);
const exercise = (key, values) => say(`workshop.exercise.${key}`, values);

/** Somebody made up: the same for the same number. */
function person(n) {
  let seed = n * 7919 + 17;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % 65521 % below;
  const answers = {};
  for (const { id, kind, options } of QUESTIONS) {
    if (!options?.length) continue;
    const option = options[next(options.length)].id;
    if (next(12) > 0) answers[id] = kind === "multi" ? [option] : option;
    else answers[id] = "dk";
  }
  return { id: n, name: next(3) ? `Person ${n}` : "", group: bank.exercise.teams[n % bank.exercise.teams.length].title, answers, came: "file", mark: `m${n}`, in: true };
}

const fileOf = (count) => {
  const people = Array.from({ length: count }, (_, n) => person(n + 1));
  return { name: "room.gca.json", mimeType: "", buffer: Buffer.from(JSON.stringify({ workshop: 1, bank: bank.id, format: 1, next: count, people })) };
};

// Runs in the page: the milliseconds from a press until what it leads to is painted.
const CLOCK = () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  globalThis.settled = async () => {
    for (let n = 0; n < 4; n++) await painted();
  };
  globalThis.timed = async (press, is) => {
    do await settled(); while ($("[aria-busy]"));
    const begun = performance.now();
    press();
    do await painted(); while (!is() && performance.now() - begun < 20000);
    return performance.now() - begun;
  };
  globalThis.choose = (select, at) => {
    select.selectedIndex = at;
    select.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  };
  // What a page of plain rows costs here.
  globalThis.plain = () => {
    const place = document.body.appendChild(document.createElement("div"));
    return timed(() => {
      for (let n = 0; n < 2000; n++) place.appendChild(document.createElement("p")).textContent = `row ${n}`;
    }, () => place.lastChild.getBoundingClientRect().height > 0).finally(() => place.remove());
  };
};

const named = (name, area = "button") => `named(${JSON.stringify(area)}, ${JSON.stringify(name)}).click()`;
const part = (key) => named(say(key));

/** Every view: what it is called, what is pressed, and what is true once it is there. */
const VIEWS = [
  ["answers", part("workshop.answers"), "$('.dists > li')"],
  ["answers in the order of the bank", "choose($('#room-sort'), 1)", "$('.dists > li') && words($('.dists > li')).includes('1.1.1')"],
  ["answers of one area", "choose($('#room-area'), 3)", "$('.dists > li') && words($('.dists > li')).includes('3.1.1')"],
  ["answers that are mixed", "(choose($('#room-area'), 0), choose($('#room-flag'), 2))", "$('#room-flag').selectedIndex === 2 && !words($('.dists') ?? $('.gca')).includes('1.1.1 ')"],
  ["answers by group", "(choose($('#room-flag'), 0), $('.room-fields input[type=checkbox]').click())", "$('.dists > li') && words($('.dists > li')).includes(group)"],
  ["more answers", "$$('.after button')[0].click()", "$$('.dists > li').length > 12"],
  ["talk", part("workshop.talk"), "$('#talk-h')"],
  ["presenter", named(say("present.screen")), "$('.to-all[open] .present')"],
  ["presenter, the next question", "$$('.present-bar button')[1].click()", "!$$('.present-bar button')[0].ariaDisabled"],
  ["presenter, its answers", "$$('.present-bar button')[2].click()", "$('.present .opts b')"],
  ["presenter, the timer", "$$('.present-bar button')[3].click()", `words($('.present')).includes(${JSON.stringify(say("present.pause"))})`],
  ["presenter, closed", "$$('.present-bar button').at(-1).click()", "!$('.to-all')"],
  ["exercise", part("workshop.exercise"), "$('.lantern .agenda')"],
  ["debrief", named(exercise("debrief")), "$('.lantern .actions')"],
  ["sheets", named(exercise("paper")), "$$('.lantern .seg').length === 2"],
  ["reference", named(exercise("compare")), "$('#reveal')"],
  ["reference, asked for", "$('#reveal').click()", "$('dialog[open]')"],
  ["reference, shown", named(exercise("reveal")), "$('#reference')"],
  ["exercise, again", named(exercise("run")), "$('.lantern .agenda')"],
  ["reference, again", named(exercise("compare")), "$('#reference')"],
  ["debrief with the reference", named(exercise("debrief")), "$('.lantern .actions')"],
  ["people", part("workshop.people"), "$('#people-h')"],
];

/** Milliseconds of each view, the best of some rounds: what else this machine does is no matter of ours. */
async function measure(t, count) {
  const best = {};
  for (let round = 0; round < ROUNDS; round++) {
    const { driver } = await open(t, { element: '<gca-assessment mode="workshop"></gca-assessment>' });
    await ready(driver);
    await driver.waitFor("$('#file')");
    await driver.page.locator("#file").setInputFiles([fileOf(count)]);
    await driver.waitFor(`words($(".gca")).includes(${JSON.stringify(say("people.count", { n: count }).replace("1000", "1,000"))})`);
    await driver.evaluate(CLOCK);
    await driver.evaluate(`globalThis.group = ${JSON.stringify(bank.exercise.teams[0].title)}, 0`);
    // What the exercise is made of has come.
    await driver.evaluate(`(${named(say("workshop.exercise"))}, 0)`);
    await driver.waitFor("$('.lantern .agenda')");
    await driver.evaluate(`(${named(say("workshop.people"))}, 0)`);
    await driver.waitFor("$('#people-h')");
    await driver.cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    for (const [view, press, is] of VIEWS) {
      const took = await driver.evaluate(`timed(() => ${press}, () => ${is})`);
      best[view] = Math.min(best[view] ?? Infinity, took);
    }
    best.plain = Math.min(best.plain ?? Infinity, await driver.evaluate("plain()"));
    await driver.close();
  }
  return best;
}

test("no view of a workshop grows with its people: a thousand, on a processor slower by four", { seconds: 590, alone: true }, async (t) => {
  const few = await measure(t, 100);
  const many = await measure(t, 1000);
  for (const [view] of VIEWS) t.figure(view, `${many[view].toFixed(0)}, with a hundred ${few[view].toFixed(0)}`, "ms");
  t.figure("plain rows", many.plain.toFixed(0), "ms");
  const slow = VIEWS.map(([view]) => view).filter((view) => many[view] > 3 * few[view] + 2 * many.plain);
  assert.deepEqual(slow, []);
});
