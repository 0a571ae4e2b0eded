// Builds the few nodes that are shown without the program. Text is only ever a text node, and no style attribute is set.

const SVG = "http://www.w3.org/2000/svg";

/** An element from its tag, its attributes (null leaves one out) and its children (nodes or text). */
export function make(tag, attributes, ...children) {
  const node = /^(svg|path|rect|circle)$/.test(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) if (value != null) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A button; the primary one is filled. */
export function button(text, action, primary) {
  const part = primary ? "button-primary" : "button";
  const node = make("button", { type: "button", class: primary ? "btn primary" : "btn", part }, text);
  node.onclick = action;
  return node;
}

/** Hands a text to the user as a file. */
export function download(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href, download: name }).click();
  // The download has to have begun before its address goes.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
