import { h, render } from "preact";

function App(view) {
  const { mode, storageKey, headingLevel, askWho, answers, events, heard } = view;
  const listeners = Object.fromEntries(events.map((name) => [`on${name}`, heard]));
  const assessment = view.shown && h("gca-assessment", { mode, startAt: "questions", storageKey, headingLevel, askWho, answers, ...listeners });
  return h("div", null, h("div", { class: "left" }, !view.moved && assessment), h("div", { class: "right" }, view.moved && assessment));
}

export function mount(place, first) {
  const draw = (view) => render(h(App, view), place);
  draw(first);
  return { update: draw, unmount: () => render(null, place) };
}
