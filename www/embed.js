// The page in the frame: an element with the options of the address, its height for the page outside, and its events for those
// pages that embed.html names. Messages have the form {gca: 1, type, …}; nothing in a message is ever run, opened or shown.

const ATTRIBUTES = ["lang", "src", "mode", "persist", "storage-key", "theme", "start-at", "heading-level", "ask-who", "readonly", "loading", "share", "hide", "groups"];
const EVENTS = ["gca-ready", "gca-change", "gca-complete", "gca-error"];
// Heights are told in coarse steps: an exact one tells which question is open.
const STEP = 64;
const [LEAST, MOST] = [128, 20_000];
// Often enough to look smooth, seldom enough not to keep the page outside busy.
const PAUSE = 100;

const options = new URLSearchParams(location.search);
const element = document.createElement("gca-assessment");

for (const [name, value] of options) {
  if (name.startsWith("--gca-")) setToken(name, value);
  else if (ATTRIBUTES.includes(name)) element.setAttribute(name, value);
}
// Whoever writes a link to this page must not bring questions of his own under its address.
if (element.hasAttribute("src") && origin(element.getAttribute("src")) !== location.origin) {
  console.warn("gca-assessment: src was left out: in a frame the bank must come from the origin of the frame.");
  element.removeAttribute("src");
}
if (options.has("lang")) document.documentElement.lang = options.get("lang");
document.documentElement.dataset.theme = options.get("theme") ?? "";
// The frame is a document of its own: it begins with a heading of the first level, in a main landmark.
if (!options.has("heading-level")) element.setAttribute("heading-level", "1");
const main = document.body.appendChild(document.createElement("main"));
main.append(element);

// A frame as tall as its content has its middle somewhere out of sight: a dialog opens where the reader just was instead.
const ROOM = 640;
addEventListener("click", (event) => {
  if (innerHeight <= ROOM) return element.style.removeProperty("--dialog-at");
  const { top } = event.composedPath()[0].getBoundingClientRect();
  element.style.setProperty("--dialog-at", `${Math.round(Math.max(16, Math.min(top - 80, innerHeight - ROOM)))}px`);
}, true);

// ---- to the page outside

/** The origin of the page outside, once it has greeted. */
let outside;
/** Until something is to be seen the frame keeps the height that it has: it must not shrink and grow again. */
let isShown;
let told;
let waiting;

const listed = document.querySelector("meta[name=gca-parents]")?.content.split(/\s+/).filter(Boolean) ?? [];

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window || origin === "null" || data?.gca !== 1 || data.type !== "hello") return;
  outside = origin;
  told = undefined;
  tellHeight();
});
for (const name of EVENTS) {
  element.addEventListener(name, ({ detail }) => {
    if (outside && listed.includes(outside)) tell({ type: "event", name, detail: JSON.parse(JSON.stringify(detail)) }, outside);
  });
}
const show = () => {
  isShown = true;
  tellHeight();
};
customElements.whenDefined("gca-assessment").then(() => element.ready).then(show, show);
new ResizeObserver(() => (waiting ??= setTimeout(tellHeight, PAUSE))).observe(element);
// Says no more than that it is there; the page outside answers with a greeting.
if (parent !== window) tell({ type: "ready" }, "*");

function tellHeight() {
  waiting = undefined;
  const height = Math.min(MOST, Math.max(LEAST, Math.ceil(element.getBoundingClientRect().height / STEP) * STEP));
  if (!outside || !isShown || height === told) return;
  told = height;
  tell({ type: "height", height }, outside);
}

function tell(message, target) {
  parent.postMessage({ gca: 1, ...message }, target);
}

// ---- the address

/** Colours, lengths and typefaces only: no functions that load something, and nothing that ends the declaration. */
function setToken(name, value) {
  if (/^--gca-[a-z1-5-]{1,32}$/.test(name) && /^[#\w\s.,%"'()-]{1,96}$/.test(value) && !/url|image|src|var|env|attr/i.test(value)) {
    element.style.setProperty(name, value);
  }
}

function origin(address) {
  try {
    return new URL(address, location).origin;
  } catch {
    return "";
  }
}
