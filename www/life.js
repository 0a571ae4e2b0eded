// The life of one element's app: loading, running, failed or stopped, ended; and the copy of its answers that outlives each of these.

import { hides, languageOf, PARTS } from "./attributes.js";
import { download } from "./dom.js";
import { panel, questions, skeleton, slower } from "./failure.js";
import { Keepsake } from "./keepsake.js";
import { BANK, LANGUAGES, NAMES, loadBank, loadFailures, loadInterface, loadProgram, loadStyle } from "./loader.js";
import { mirror, recover } from "./mirror.js";
import { disown, own } from "./owners.js";
import { FIRST, WHOLE } from "./program.js";
import { crypt, random } from "./seal.js";
import { last, placeOf } from "./slots.js";
import { detailOf, failure, say, speak } from "./texts.js";

// Nobody waits longer than this without a word.
const SLOW_SECONDS = 8;
// Only stops that come this close together are held against the answers.
const MINUTE = 60_000;
// A copy costs about a millisecond: it is made once things are quiet, not between a click and its paint.
const QUIET = 200;
// The first seconds belong to the first answer: the whole program is fetched after them, when nothing else is going on.
const WHOLE_SECONDS = 2.5;
// A page that is never idle (an old laptop, a portal with much that moves) gets it all the same, before its network may go.
const IDLE_SECONDS = 4;
// What a hand is moving to must not move: the programs change when no pointer has moved here for so long.
const CALM = 500;
/** Where the language is kept that somebody chose. */
const CHOICE = "gca:language";

/** Boots the first program; resolves with its texts. */
async function loadFirst(language) {
  const [ui] = await Promise.all([loadInterface(language), loadProgram("wasm").then((module) => FIRST.boot(module))]);
  return { ui };
}

/** The language in which everything of the whole program is here. */
let here;

/** Boots the whole program; resolves with all texts of the interface and the second style sheet. */
async function loadWhole(language) {
  const [ui, css] = await Promise.all([loadInterface(language, true), loadStyle(), loadProgram("wasm-whole").then((module) => WHOLE.boot(module))]);
  here = language;
  return { ui, css };
}

export class Life {
  state = "idle"; // idle, loading, running, failed, stopped
  run = null; // {app}, while there is one
  parts = null; // what was loaded for it
  turn = 0; // counts the starts: one that was overtaken ends in silence
  given = null; // answers from the host that no app has taken yet
  bank; // the host's own bank, as text
  kept = new Keepsake();
  quiet = null; // until a copy is made; null: the last copy is as new as the app
  due = 0; // when it is made, if nothing changes until then
  moved = 0; // when a hand last moved over it
  stops = { count: 0 }; // with the sequence and the time of the last one

  /** `element` has the attributes, `send(name, detail)` tells the host, `dress(css)` adds a style sheet, `take(answers)` imports. */
  constructor(element, send, dress, take) {
    this.element = element;
    this.send = send;
    this.dress = dress;
    this.take = take;
    for (const name of ["pointermove", "pointerdown", "wheel"]) element.addEventListener(name, () => (this.moved = performance.now()), { passive: true });
    this.expect();
  }

  /** Where the bank comes from: an address, or its text; nothing for the one that comes with the element. */
  get source() {
    const { element, bank } = this;
    return bank ?? (element.querySelector("script[type='application/json']")?.text.trim() ?? element.src);
  }

  /** A promise for the app to come, unless one is pending already. */
  expect() {
    if (this.ready?.settled === false) return;
    const ready = (this.ready = { settled: false });
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    // A failure is shown and sent as an event: a host that does not wait for it needs no third report in its console.
    ready.promise.catch(() => {});
  }

  settle(how, value) {
    this.ready.settled = true;
    this.ready[how](value);
  }

  async start(byHand) {
    const { element } = this;
    const turn = ++this.turn;
    this.state = "loading";
    this.touched = false; // whether anything was answered since
    this.expect();
    const language = this.language();
    // The first program has no review and no results, and opens no code.
    const whole = WHOLE.isBooted || element.readonly || /^(re|st|co|wo)/.test(element.startAt + element.mode) || /[#&]gca=/.test(location.hash);
    const program = whole ? loadWhole(language) : loadFirst(language);
    // Where earlier answers lie if nothing loads; the host's own bank has no id before it has come.
    if (!this.parts && !this.source) this.kept.place(element.persist, last(element.persist, placeOf(BANK, element.storageKey || "default")));
    // The requests leave before anything is drawn.
    const files = Promise.all([loadBank(this.source, language), program, element.persist === "local" && recover()]);
    const bones = skeleton();
    this.show(bones);
    this.slow = setTimeout(() => this.tell(() => slower(bones)), SLOW_SECONDS * 1000);
    try {
      const [bank, { ui, css }] = await files;
      if (css) this.dress(css);
      if (turn === this.turn) this.open({ ...bank, ui, language }, whole ? WHOLE : FIRST);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
    // Whoever pressed a button that is gone finds the focus on what came in its place.
    const focus = () => element.shadowRoot.querySelector("[tabindex='-1'], .btn")?.focus();
    if (byHand) this.ready.promise.then(focus, focus);
  }

  open(parts, program) {
    const { element } = this;
    const { storageKey } = element;
    const persist = this.shared ? "none" : element.persist;
    const { id } = parts.bank;
    const key = own(this, `${persist}:${id}:`, storageKey || "default");
    if (storageKey && key !== storageKey) this.refuse("attribute.key-taken", "storage-key", storageKey, key);
    this.parts = { ...parts, persist, key };
    if (!this.shared) this.kept.place(persist, last(persist, placeOf(id, key)));
    const mount = document.createElement("div");
    this.show(mount);
    this.run = this.begin(program, mount, this.config());
    this.state = "running";
    if (program === FIRST) this.prepare();
    this.take(this.kept.copy());
    this.take(this.given);
    this.given = null;
  }

  begin(program, mount, config) {
    const host = {
      emit: (name, detail) => this.emit(name, detail),
      more: () => this.parts.more(),
      // While it is being opened nobody has turned a page, and nobody's focus is moved.
      turned: (needed) => {
        const byHand = this.state === "running";
        queueMicrotask(() => this.turned(needed, byHand));
      },
      // The user went to another assessment, or wants nothing kept.
      moved: (persist, place) => {
        // For this page only: nothing remembers it.
        this.shared = persist === "none" && this.element.persist !== persist;
        this.parts.persist = persist;
        this.kept.place(persist, place);
        // What was deleted must not come back from the second copy.
        if (this.element.persist === "local") mirror(0);
      },
      speak: (language) => this.speak(language),
      crypt,
      random,
    };
    return program.open(mount, config, host, (stop) => this.stop(stop));
  }

  // ---- the whole program

  /** Fetches it once things are quiet, and lets it take over if nobody has begun to do anything here. */
  prepare() {
    const { turn } = this;
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    const options = globalThis.requestIdleCallback ? { timeout: IDLE_SECONDS * 1000 } : 0;
    this.soon = setTimeout(() => idle(async () => {
      if (turn !== this.turn) return;
      try {
        await loadWhole(this.parts.language);
        while (performance.now() - this.moved < CALM) await new Promise((next) => setTimeout(next, CALM));
        if (turn === this.turn && !this.element.shadowRoot.activeElement && !this.touched) this.takeOver();
      } catch {
        // It is not needed yet. When it is, it is asked for again, and then this is told.
      }
    }, options), WHOLE_SECONDS * 1000);
  }

  /** The first program turned a page: the moment to change programs, if the whole one is there, or must be. */
  async turned(needed, byHand) {
    const { turn } = this;
    // Only if nothing is waited for: by the time it came, a dialog might be open, and it would go with the first program.
    if (!needed && here !== this.parts.language) return;
    try {
      await loadWhole(this.parts.language);
      if (turn === this.turn) this.takeOver(byHand);
    } catch (error) {
      if (turn !== this.turn || this.run?.program !== FIRST) return;
      console.error("gca-assessment:", error);
      this.run.call((app) => app.missing());
    }
  }

  async takeOver(byHand) {
    const { run, turn, element, parts } = this;
    if (run?.program !== FIRST) return;
    // They are here already, so this takes no time in which something could be answered.
    const { ui, css } = await loadWhole(parts.language);
    if (turn !== this.turn || run !== this.run) return;
    // Not every browser gives a button the focus that is clicked.
    const focus = byHand || element.shadowRoot.activeElement !== null;
    const handover = { ...run.call((app) => app.handover()), focus };
    parts.ui = ui;
    this.dress(css);
    const mount = document.createElement("div");
    const before = element.shadowRoot.firstElementChild;
    before.after(mount);
    // From here on what the first program would still say is nobody's.
    this.run = null;
    FIRST.close(run);
    before.remove();
    this.run = this.begin(WHOLE, mount, { ...this.config(), handover });
  }

  config() {
    const { element, parts } = this;
    const { flat, texts, tongue, ui, language, persist, key } = parts;
    return {
      ...flat,
      texts: texts.join("\0"),
      ui: ui.join("\0"),
      lang: language,
      languages: NAMES.join("\0"),
      told: element.share !== "none",
      tongue: tongue === language ? "" : tongue,
      dir: /^(ar|fa|he|ur)/.test(language) ? "rtl" : "ltr",
      mode: element.mode,
      persist,
      storageKey: key,
      startAt: element.mode === "workshop" ? element.mode : element.startAt,
      headingLevel: element.headingLevel,
      askWho: element.askWho,
      groups: element.groups,
      hidden: PARTS.reduce((bits, name, at) => bits | (hides(element).includes(name) << at), 0),
      readonly: element.readonly,
      version: __GCA_VERSION__,
      // Twice on the same answers: perhaps they are why.
      useOlderSlot: this.stops.count > 1,
    };
  }

  /** Attributes changed, all in one task. */
  async change(names) {
    // The sheet sees to `theme`, `share` is looked up when it is needed, and where to start has been decided.
    names.delete("theme");
    names.delete("share");
    names.delete("loading");
    names.delete("start-at");
    const relabel = names.delete("lang");
    if (names.has("persist")) this.shared = false;
    // The rest makes another assessment, or the same one drawn otherwise: the answers are found again.
    if (names.size || (relabel && !this.run)) return this.restart();
    if (!relabel) return;
    // The page says anew what it wants.
    this.chosen = "";
    return this.relabel();
  }

  /** The language that the user chose, else that of the page. A choice is kept for a page that does not set the element's own. */
  language() {
    const { element } = this;
    let chosen = this.chosen;
    try {
      if (!element.hasAttribute("lang") && element.persist === "local" && !hides(element).includes("language")) chosen ||= localStorage.getItem(CHOICE);
    } catch {}
    return LANGUAGES.includes(chosen) ? chosen : languageOf(element, LANGUAGES);
  }

  /** The user chose a language. */
  speak(language) {
    this.chosen = language;
    try {
      if (this.parts.persist === "local") localStorage.setItem(CHOICE, language);
    } catch {}
    return this.relabel();
  }

  async relabel() {
    const { turn, element } = this;
    const language = this.language();
    try {
      const load = this.run.program === WHOLE ? loadWhole : loadFirst;
      const [bank, { ui }] = await Promise.all([loadBank(this.source, language), load(language)]);
      if (turn !== this.turn || !this.run) return;
      Object.assign(this.parts, bank, { ui, language });
      this.run.call((app) => app.configure(this.config()));
    } catch (error) {
      // The language that is shown still works.
      this.report(error);
    }
  }

  restart(byHand) {
    this.end();
    if (this.element.isConnected) this.start(byHand);
  }

  /** Ends the app and frees it. The answers stay in the storage, and a copy here. */
  end() {
    const { run } = this;
    this.turn++;
    clearTimeout(this.soon);
    if (this.quiet) this.keep();
    this.run = null;
    disown(this);
    this.state = "idle";
    this.expect();
    run?.program.close(run);
    this.show(document.createElement("slot"));
  }

  show(...nodes) {
    clearTimeout(this.slow);
    this.element.shadowRoot.replaceChildren(...nodes);
  }

  hush() {
    clearTimeout(this.quiet);
    this.quiet = null;
  }

  wait() {
    const left = this.due - performance.now();
    if (left > 0) this.quiet = setTimeout(() => this.wait(), left);
    else this.keep();
  }

  keep() {
    this.hush();
    if (this.run) this.kept.keep(this.run.call((app) => app.exportAnswers()));
  }

  // ---- events and failures

  emit(name, detail) {
    const { bank, key, language } = this.parts;
    if (name === "gca-ready") detail = { ...detail, version: __GCA_VERSION__, bank: bank.id, bankVersion: bank.version, storageKey: key, language };
    if (name === "gca-error") detail = { ...detail, message: say(detail.code) };
    if (name === "gca-change") {
      this.touched = true;
      if (this.parts.persist === "local") mirror();
      // One timer for all changes that follow on each other: to set one anew with each costs an answer more than this.
      this.due = performance.now() + QUIET;
      this.quiet ??= setTimeout(() => this.wait(), QUIET);
    }
    this.send(name, detail);
    // The first screen is drawn: it may be while the app is still being opened, so this waits as the event does.
    if (name === "gca-ready") queueMicrotask(() => this.settle("resolve", this.element));
  }

  report(error) {
    console.error("gca-assessment:", error);
    this.send("gca-error", { code: error.code ?? "error", message: error.message, ...detailOf(error) });
  }

  refuse(code, attribute, value, used) {
    const { message, detail } = failure(code, { attribute, value, used });
    console.warn(`gca-assessment: ${message}`);
    this.send("gca-error", { code, message, ...detail });
  }

  fail(error) {
    // A trap is a stop, and is told as one.
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) return;
    this.state = "failed";
    this.settle("reject", error);
    this.report(error);
    const saved = this.kept.saved();
    const actions = [["try", () => this.restart(true)]];
    if (!/^(src|bank)\./.test(error.code)) actions.push(["print", () => this.print()]);
    this.panel(error, saved ? ["saved"] : [], actions, saved);
  }

  /** The program broke. What was answered is in the storage, or in the copy. */
  stop({ message, location }) {
    const slot = this.kept.slot();
    const now = Date.now();
    const { count, sequence, at } = this.stops;
    this.stops = { count: sequence === slot?.sequence && now - at < MINUTE ? count + 1 : 1, sequence: slot?.sequence, at: now };
    this.hush();
    this.run = null;
    this.state = "stopped";
    this.expect();
    const error = failure("program.stopped", { reason: message, location });
    this.report(error);
    const saved = this.kept.saved(slot);
    const sentences = [];
    if (this.kept.copy(slot)) sentences.push("stopped.kept");
    else if (slot) {
      sentences.push("stopped.saved");
      if (this.stops.count === 2) sentences.push("stopped.twice");
    }
    if (this.stops.count > 2) sentences.push("stopped.thrice");
    this.panel(error, sentences, this.stops.count > 2 ? [] : [["restart", () => this.restart(true)]], saved, slot?.savedAt);
  }

  panel(error, sentences, actions, saved, time) {
    if (saved) {
      const save = ["download", () => download(`${this.parts?.bank.id ?? BANK}.gca.json`, saved)];
      // After a stop the answers come first, after a failed start they are safe where they are.
      actions.splice(this.state === "stopped" ? 0 : 1, 0, save);
    }
    this.tell(() => {
      const named = actions.map(([name, action]) => [say(name), action]);
      const told = sentences.map((name) => say(name, { time: when(time) }));
      this.show(panel(error, this.element.headingLevel, told, named));
    });
  }

  /** Draws in English at once, and anew in the language of the page if that comes while nothing else has happened. */
  async tell(draw) {
    draw();
    const { shadowRoot } = this.element;
    const shown = shadowRoot.firstChild;
    const language = this.language();
    try {
      const words = language !== "en" && (await loadFailures())[language];
      // Questions that are shown for printing have a language of their own, and are not taken away.
      if (!words || shown !== shadowRoot.firstChild || shown.querySelector("[lang]")) return;
      const focus = shadowRoot.activeElement;
      speak(words);
      draw();
      if (focus) shadowRoot.querySelector(".btn").focus();
    } catch {
      // It has been told in English.
    }
    speak();
  }

  async print() {
    const { element, turn } = this;
    try {
      const list = questions(await loadBank(this.source, languageOf(element, LANGUAGES)), element.headingLevel);
      if (turn !== this.turn) return;
      element.shadowRoot.querySelector(".page").append(list);
      list.firstChild.focus();
    } catch (error) {
      this.fail(error);
    }
  }
}

/** "14:32", or with its date when it is not of today. */
function when(time) {
  const today = new Date(time).toDateString() === new Date().toDateString();
  return new Date(time).toLocaleString(say("lang"), today ? { timeStyle: "short" } : { timeStyle: "short", dateStyle: "long" });
}
