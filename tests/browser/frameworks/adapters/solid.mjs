import { createSignal, Show } from "solid-js";
import h from "solid-js/h";
import { render } from "solid-js/web";

export function mount(place, first) {
  const [view, update] = createSignal(first);
  const listeners = Object.fromEntries(first.events.map((name) => [`on:${name}`, (event) => view().heard(event)]));
  const assessment = () =>
    h("gca-assessment", {
      "attr:mode": () => view().mode,
      "attr:start-at": "questions",
      "prop:storageKey": () => view().storageKey,
      "prop:headingLevel": () => view().headingLevel,
      "prop:askWho": () => view().askWho,
      "prop:answers": () => view().answers,
      ...listeners,
    })();
  const side = (name, isHere) => h("div", { class: name }, h(Show, { when: () => view().shown && isHere() }, assessment));
  const unmount = render(() => h("div", side("left", () => !view().moved), side("right", () => view().moved)), place);
  return { update, unmount };
}
