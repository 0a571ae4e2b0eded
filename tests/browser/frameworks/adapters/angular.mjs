import "@angular/compiler";
import { Component, createComponent, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import { createApplication } from "@angular/platform-browser";

const ELEMENT = `<gca-assessment [attr.mode]="view().mode" start-at="questions" [storageKey]="view().storageKey" [headingLevel]="view().headingLevel"
  [askWho]="view().askWho" [answers]="view().answers" (gca-ready)="heard($event)" (gca-change)="heard($event)" (gca-complete)="heard($event)"
  (gca-error)="heard($event)"></gca-assessment>`;

const App = Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<div class="left">@if (view().shown && !view().moved) {${ELEMENT}}</div><div class="right">@if (view().shown && view().moved) {${ELEMENT}}</div>`,
})(
  class {
    view = signal({});
    heard(event) {
      this.view().heard(event);
    }
  },
);

export async function mount(place, first) {
  const app = await createApplication();
  const hostElement = place.appendChild(document.createElement("app-root"));
  const component = createComponent(App, { environmentInjector: app.injector, hostElement });
  component.instance.view.set(first);
  app.attachView(component.hostView);
  app.tick();
  return { update: (next) => (component.instance.view.set(next), app.tick()), unmount: () => app.destroy() };
}
