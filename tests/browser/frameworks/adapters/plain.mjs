// Without a framework.

export function mount(place, first) {
  const sides = { left: document.createElement("div"), right: document.createElement("div") };
  place.append(sides.left, sides.right);
  let element;
  let listener;
  const draw = (view) => {
    if (!view.shown) return void (element?.remove(), (element = undefined));
    if (!element) {
      element = document.createElement("gca-assessment");
      for (const name of view.events) element.addEventListener(name, (listener = view.heard));
    }
    element.setAttribute("mode", view.mode);
    Object.assign(element, { startAt: "questions", storageKey: view.storageKey, headingLevel: view.headingLevel, askWho: view.askWho });
    if (view.answers && view.answers !== draw.given) element.answers = draw.given = view.answers;
    const side = view.moved ? sides.right : sides.left;
    if (element.parentNode !== side) side.append(element);
  };
  draw(first);
  return { update: draw, unmount: () => place.replaceChildren() };
}
