// The element as its host sees it: attributes and properties in, events out. What runs inside is the business of life.js.
// The shadow root is open; the app is mounted in a div inside it, because Yew mounts into elements only.

import css from "gca:style";
import { ATTRIBUTES, hides, languageOf, PARTS, PROPERTIES, valueOf } from "./attributes.js";
import { Life } from "./life.js";
import { LANGUAGES, parse } from "./loader.js";
import { failure } from "./texts.js";

// A detached element keeps its app this long. Route changes, dialogs and drags bring an element back within seconds; after
// that its memory is worth more than a new start, which downloads nothing and loses no answer.
const GRACE_SECONDS = 30;

// Where there is no DOM (a page built on a server) importing this must not fail.
export class GcaAssessment extends (globalThis.HTMLElement ?? Object) {
  static version = __GCA_VERSION__;
  static observedAttributes = ["lang", ...Object.keys(ATTRIBUTES)];

  #life;
  #timer;
  #changed;
  #given = "null"; // the text of what was set last
  #refused = new Set();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    adopt(root, css);
    root.append(document.createElement("slot"));
    for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, holdKey);
    const send = (name, detail) => this.#send(name, detail);
    this.#life = new Life(this, send, (css) => adopt(root, css), (answers) => this.#take(answers));
    if (__GCA_TEST_HOOKS__) {
      this.addEventListener("gca-test-crash", () => this.#call((app) => app.crash()));
      this.addEventListener("gca-test-plurals", ({ detail }) => (detail.forms = this.#call((app) => app.plurals(detail.language, detail.until))));
    }
  }

  connectedCallback() {
    clearTimeout(this.#timer);
    // What was set before this class was known hides its accessors: set it again, through them.
    for (const name of ["answers", "bank", ...Object.values(PROPERTIES)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#life.state !== "idle") return;
    this.#check();
    if (this.loading !== "lazy") return this.#life.start();
    // Before the reader comes to it.
    new IntersectionObserver((seen, observer) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      observer.disconnect();
      if (this.isConnected && this.#life.state === "idle") this.#life.start();
    }, { rootMargin: "50%" }).observe(this);
  }

  disconnectedCallback() {
    this.#timer = setTimeout(() => {
      // Moved, not removed.
      if (this.isConnected) return;
      this.#life.run?.call((app) => app.hidden());
      this.#timer = setTimeout(() => this.#life.end(), GRACE_SECONDS * 1000);
    });
  }

  // With this, moveBefore() does not disconnect at all.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after || this.#life.state === "idle") return;
    if (!this.#changed) {
      this.#changed = new Set();
      queueMicrotask(() => {
        const changed = this.#changed;
        this.#changed = null;
        this.#check();
        this.#life.change(changed);
      });
    }
    this.#changed.add(name);
  }

  /** Resolves with the element once the assessment can be used; rejects if it cannot be loaded. */
  get ready() {
    return this.#life.ready.promise;
  }

  /**
   * The answers by question id. Setting replaces them; what is set before `ready` is kept until then. Setting the same once more
   * changes nothing: some frameworks do that whenever they draw, and the user may have answered since.
   */
  get answers() {
    return this.#life.run ? this.#call((app) => app.answers()) : this.#life.given;
  }
  set answers(value) {
    let given;
    try {
      given = JSON.stringify(value || null);
    } catch {} // It is told where it is taken.
    if (given === this.#given) return;
    this.#given = given;
    if (this.#life.run) this.#take(value);
    else this.#life.given = value || null;
  }

  /** Another bank as data; it goes before `src`, and before a bank that stands inside the element as application/json. */
  get bank() {
    return JSON.parse(this.#life.bank ?? null);
  }
  set bank(value) {
    const text = value ? JSON.stringify(value) : undefined;
    if (text === this.#life.bank) return;
    this.#life.bank = text;
    if (this.#life.state !== "idle") this.#life.restart();
  }

  #take(value) {
    // Some frameworks say "" for nothing.
    if (!value) return;
    try {
      const data = plain(value);
      // Answers alone, as the getter gives them, or a whole export.
      this.importAnswers(data.answers ? data : { answers: data });
    } catch (error) {
      // Frameworks set properties while they render: an exception would end that.
      this.#life.report(error);
    }
  }

  /** The assessment of these answers; null before `ready`. */
  get assessment() {
    return this.#life.run ? this.#call((app) => app.assessment()) : null;
  }

  /** All that is kept of this assessment, as plain data; also after the program has stopped. */
  exportAnswers() {
    const saved = this.#life.state === "stopped" && this.#life.kept.saved();
    return saved ? JSON.parse(saved) : this.#call((app) => app.exportAnswers());
  }

  /** Takes what exportAnswers() gave, as data or as text, and reports what was taken. */
  importAnswers(value) {
    return this.#call((app) => app.importAnswers(plain(value)));
  }

  /** Deletes answers and notes, here and in the storage. */
  reset() {
    this.#call((app) => app.reset());
  }

  #call(use) {
    const { run, state } = this.#life;
    if (!run) throw failure(state === "stopped" ? "program.stopped" : "element.not-ready");
    return run.call(use);
  }

  // In a microtask of its own, so that a listener may call any method: the program is not in the middle of something then.
  #send(name, detail) {
    queueMicrotask(() => {
      detail = { schemaVersion: 1, ...detail };
      if (/change|complete/.test(name)) this.#share(detail);
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    });
  }

  // What the host asked for with `share`. A score is sensitive: without it there is none.
  #share(detail) {
    if (this.share === "none" || !this.#life.run) return;
    const { overall, stage } = this.assessment;
    detail.overall = overall;
    detail.stage = stage;
    if (this.share === "answers") detail.answers = this.answers;
  }

  // Complains about each value once.
  #check() {
    const complain = (name, value, used) => {
      const seen = `${name}=${value}`;
      if (!value || this.#refused.has(seen)) return;
      this.#refused.add(seen);
      this.#life.refuse("attribute.unknown-value", name, value, used);
    };
    for (const name of Object.keys(ATTRIBUTES)) {
      const used = valueOf(this, name);
      const value = this.getAttribute(name);
      if (ATTRIBUTES[name] !== true && value !== used) complain(name, value, used);
    }
    const known = hides(this).filter((name) => PARTS.includes(name)).join(" ");
    for (const name of hides(this)) if (!PARTS.includes(name)) complain("hide", name, known);
    const used = languageOf(this, LANGUAGES);
    if (!this.lang.toLowerCase().startsWith(used)) complain("lang", this.lang, used);
  }
}

for (const [attribute, property] of Object.entries(PROPERTIES)) {
  const numeric = property === "headingLevel";
  Object.defineProperty(GcaAssessment.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      const value = valueOf(this, attribute);
      return numeric ? +value : value;
    },
    set(value) {
      if (value == null || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? "" : value);
    },
  });
}

// One sheet of each text for all elements of the page.
const sheets = new Map();

function adopt(root, css) {
  try {
    if (!sheets.has(css)) {
      const made = new CSSStyleSheet();
      made.replaceSync(css);
      sheets.set(css, made);
    }
    const sheet = sheets.get(css);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // An old browser, which loader.js finds out and life.js tells, without style.
  }
}

/** Plain data from a host's object or text. Getters and classes of the host end here, before the program reads anything. */
function plain(value) {
  try {
    return parse(typeof value === "string" ? value : JSON.stringify(value));
  } catch (error) {
    throw failure("import.not-json", { reason: error.message });
  }
}

// Outside the shadow root a key looks as if it were pressed on the page itself, and the page's shortcuts would answer to typing.
function holdKey(event) {
  const isText = (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) || event.key === "Enter";
  if (isText && event.target.matches("input, select, textarea, [contenteditable]")) event.stopPropagation();
}
