import { createApp, h, nextTick, shallowRef } from "vue";

export async function mount(place, first) {
  const view = shallowRef(first);
  const assessment = () => {
    const { mode, storageKey, headingLevel, askWho, answers, events, heard } = view.value;
    const listeners = Object.fromEntries(events.map((name) => [`onG${name.slice(1)}`, heard]));
    // As `.storage-key.prop` and `^mode` of a template: a property or an attribute, whatever is defined already.
    return h("gca-assessment", { "^mode": mode, ".startAt": "questions", ".storageKey": storageKey, ".headingLevel": headingLevel, ".askWho": askWho, ".answers": answers, ...listeners });
  };
  const app = createApp({
    render: () => {
      const { shown, moved } = view.value;
      return [h("div", { class: "left" }, shown && !moved ? [assessment()] : []), h("div", { class: "right" }, shown && moved ? [assessment()] : [])];
    },
  });
  app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith("gca-");
  app.mount(place);
  return { update: async (next) => ((view.value = next), nextTick()), unmount: () => app.unmount() };
}
