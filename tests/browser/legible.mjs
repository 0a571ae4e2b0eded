// Whether all that is on the page can be read: nothing cut, nothing over something else, nothing out of its box or of the window.

/** What is wrong, a line each. */
export const illegible = (driver) => driver.evaluate(async () => {
  // What is out of sight may not be laid out; by a sheet, since rows that come or are made anew a moment later would not be held by their own style.
  if (!element.laysOutAll) {
    element.laysOutAll = new CSSStyleSheet();
    element.laysOutAll.replaceSync("* { content-visibility: visible !important }");
    element.shadowRoot.adoptedStyleSheets.push(element.laysOutAll);
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const root = $("dialog[open]") ?? $(".gca");
  const tell = (one) => `${one.localName}.${one.getAttribute("class") ?? ""} “${(one.innerText ?? one.textContent).trim().slice(0, 40)}”`;
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest(".vh");
  const scrolls = (one) => one.closest(".scroll, .tabs, .names, textarea, select");
  const found = [];

  const cuts = (value) => value === "hidden" || value === "clip";
  for (const one of root.querySelectorAll("*")) {
    if (one.closest("svg") || !isSeen(one)) continue;
    const { overflowX, overflowY } = getComputedStyle(one);
    if ((cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) || (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1)) found.push(`cut: ${tell(one)}`);
  }

  // Each line of each text, with what it must stay inside.
  const lines = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("option, textarea") || !isSeen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = parent.closest("button, .btn, .tag, .pick, .notice, dialog, td, th, .tile");
    const layer = parent.closest(".bar, .present-bar, .side-panel, .rail-in, .pop, dialog");
    const scroller = scrolls(parent);
    const fontSize = parseFloat(getComputedStyle(parent).fontSize);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      // A line is as high as its letters: the box of a large font reaches over its neighbours.
      const size = Math.min(0.8 * fontSize, line.height);
      const middle = line.top + line.height / 2;
      lines.push({ line: { left: line.left, right: line.right, top: middle - size / 2, bottom: middle + size / 2, height: size }, parent, layer, scroller });
      if (scroller) continue;
      if (line.right > innerWidth + 1 || line.left < -1) found.push(`out of the window: ${tell(parent)}`);
      const around = box?.getBoundingClientRect();
      if (around && (line.right > around.right + 2 || line.left < around.left - 2)) found.push(`out of its box: ${tell(parent)}`);
    }
  }
  // From the top down: what begins under a line, and all after it, is not over it.
  lines.sort((a, b) => a.line.top - b.line.top);
  for (const [at, one] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].line.top < one.line.bottom; next++) {
      const other = lines[next];
      if (one.parent === other.parent || one.layer !== other.layer || one.scroller !== other.scroller) continue;
      const [a, b] = [one.line, other.line];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 0.4 * Math.min(a.height, b.height)) found.push(`over each other: ${tell(one.parent)} and ${tell(other.parent)}`);
    }
  }
  return [...new Set(found)];
});

/** A sheet of the reader's own over all that is inside, in the place of the one before. */
export const wear = (driver, css) => driver.evaluate((css) => {
  if (!element.worn) element.shadowRoot.adoptedStyleSheets.push((element.worn = new CSSStyleSheet()));
  element.worn.replaceSync(css);
}, css);
