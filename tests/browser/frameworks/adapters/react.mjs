import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

function Assessment({ mode, storageKey, headingLevel, askWho, answers, events, heard }) {
  const listeners = Object.fromEntries(events.map((name) => [`on${name}`, heard]));
  return h("gca-assessment", { mode, startAt: "questions", storageKey, headingLevel, askWho, answers, ...listeners });
}

function App(view) {
  const assessment = view.shown && h(Assessment, view);
  return h("div", null, h("div", { className: "left" }, !view.moved && assessment), h("div", { className: "right" }, view.moved && assessment));
}

export function mount(place, first) {
  const root = createRoot(place);
  const draw = (view) => flushSync(() => root.render(h(App, view)));
  draw(first);
  return { update: draw, unmount: () => flushSync(() => root.unmount()) };
}
