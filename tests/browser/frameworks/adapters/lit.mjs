import { html, nothing, render } from "lit";

const assessment = (view) => html`<gca-assessment
  mode=${view.mode}
  start-at="questions"
  .storageKey=${view.storageKey}
  .headingLevel=${view.headingLevel}
  ?ask-who=${view.askWho}
  .answers=${view.answers}
  @gca-ready=${view.heard}
  @gca-change=${view.heard}
  @gca-complete=${view.heard}
  @gca-error=${view.heard}
></gca-assessment>`;

const page = (view) => html`<div class="left">${view.shown && !view.moved ? assessment(view) : nothing}</div>
  <div class="right">${view.shown && view.moved ? assessment(view) : nothing}</div>`;

export function mount(place, first) {
  const draw = (view) => render(page(view), place);
  draw(first);
  return { update: draw, unmount: () => render(nothing, place) };
}
