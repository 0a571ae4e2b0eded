// The attributes: what each may say, and what holds when it says something else.

/** Name → allowed values, the default first; null allows any text, and true is for what is there or not. */
export const ATTRIBUTES = {
  src: null,
  mode: ["choose", "full", "quick", "workshop"],
  persist: ["local", "session", "none"],
  "storage-key": null,
  theme: ["", "auto", "light", "dark"],
  "start-at": ["", "questions", "review", "results", "steps", "compare", "report"],
  "heading-level": ["2", "1", "3", "4", "5", "6"],
  "ask-who": true,
  readonly: true,
  loading: ["eager", "lazy"],
  share: ["none", "score", "answers"],
  hide: null,
  groups: null,
};

/** What `hide` may name, in the order of session/feature.rs. */
export const PARTS = "results steps compare report notes evidence weights files codes several workshop language".split(" ");

/** The names in `hide`. */
export const hides = (element) => element.hide.split(/\s+/).filter(Boolean);

/** Attribute → property. */
export const PROPERTIES = Object.fromEntries(
  Object.keys(ATTRIBUTES).map((name) => [name, name.replace(/-(.)/, (_, letter) => letter.toUpperCase())]),
);

/** The value that holds. */
export function valueOf(element, name) {
  const asked = element.getAttribute(name);
  const allowed = ATTRIBUTES[name];
  if (allowed === true) return asked !== null;
  if (!allowed) return asked ?? "";
  return allowed.includes(asked) ? asked : allowed[0];
}

/** The language: of the element or the closest ancestor that has one, else of the browser, else English. */
export function languageOf(element, available) {
  let asked;
  for (let node = element; node && !asked; node = node.getRootNode().host) asked = node.closest("[lang]")?.lang;
  const match = (tag) => tag && available.find((language) => `${tag}-`.toLowerCase().startsWith(`${language}-`));
  return [asked, ...navigator.languages].map(match).find(Boolean) ?? "en";
}
