// What stands in the element while the program does not: the skeleton, a failure with its ways out, the questions to print.
// Plain DOM with the classes of the stylesheet; nothing here needs WebAssembly.

import { button, make } from "./dom.js";
import { describe, detailOf, say } from "./texts.js";

/** The first thing shown. */
export function skeleton() {
  const bone = (kind) => make("span", { class: `skel ${kind}` });
  const boxes = make("div", { class: "modes" }, bone("box"), bone("box"), bone("box"));
  return frame(true, make("div", { class: "page stack", role: "status" }, make("p", { class: "vh" }, say("loading")), bone("tall"), bone(""), boxes));
}

/** Says that it takes longer: inside the status region, so it is announced as well. */
export function slower(shown) {
  Object.assign(shown, { lang: say("lang"), dir: say("dir") });
  const words = shown.querySelector("p");
  words.replaceChildren(make("strong", null, say("loading.slow")), ` ${say("loading.slow-why")}`);
  words.removeAttribute("class");
}

/** A failure: what happened, further sentences, and the ways out as [label, function], the best one first. `level` is that of the heading. */
export function panel(error, level, sentences, actions) {
  const [title, text] = describe(error);
  const { url, reason, location, at } = detailOf(error);
  const trace = [error.code, url, reason, location, at, `version ${__GCA_VERSION__}`].filter(Boolean).join(", ");
  const icon = make("svg", { class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" },
    make("circle", { cx: 12, cy: 12, r: 9 }), make("path", { d: "M12 7.5V13M12 16v.1" }));
  return frame(null, make("div", { class: "page stack" },
    make("div", { class: "notice bad", part: "notice", role: "alert" }, icon,
      make("div", { class: "stack-s" },
        make(`h${level}`, { class: "t3" }, title),
        make("p", null, [text, ...sentences].join(" ")),
        make("details", { class: "disc" }, make("summary", null, say("details")),
          make("div", { class: "disc-body" }, make("p", null, make("code", null, trace)), make("p", null, say("details.none")))),
        make("div", { class: "row" }, ...actions.map(([label, action], at) => button(label, action, !at))))),
    // What the host put inside the element is one more way out.
    make("slot")));
}

/** The questions as a plain list to read and to print, from a bank and its first texts. */
export function questions({ bank, texts, tongue }, level) {
  // The texts come in the order that bank.js gives them; only titles, questions and options are needed.
  let at = 3 + 2 * bank.stages.length;
  const next = () => texts[at++];
  const heading = (text, depth) => make(`h${Math.min(level + depth, 6)}`, { class: `t${2 + depth}`, tabindex: -1 }, text);
  const list = make("div", { class: "stack", lang: tongue, dir: "auto" }, heading(texts[0], 0));
  bank.areas.forEach((area, a) => {
    list.append(heading(`${a + 1} ${next()}`, 1));
    at += 2;
    area.indicators.forEach((indicator, i) => {
      list.append(make("p", { class: "strong" }, `${a + 1}.${i + 1} ${next()}`));
      at++;
      indicator.questions.forEach(({ options }, q) => {
        list.append(make("p", null, `${a + 1}.${i + 1}.${q + 1} ${next()}`));
        list.append(make("ul", null, ...options.map(() => make("li", null, `☐ ${next()}`))));
        at++;
      });
    });
  });
  return list;
}

/** The frame of every screen: region, five bars that are still empty, name. */
function frame(busy, page) {
  const bars = make("svg", { class: "bars5", viewBox: "0 0 32 28", "aria-hidden": "true" });
  for (let n = 0; n < 5; n++) bars.append(make("rect", { class: "t", x: n * 6.6, y: 2, width: 4.6, height: 24, rx: 1 }));
  const brand = make("div", { class: "brand" }, bars, make("strong", { class: "brand-name" }, say("name")));
  return make("section", { class: "gca", part: "root", lang: say("lang"), dir: say("dir"), "aria-label": say("name"), "aria-busy": busy },
    make("div", { class: "in" }, make("header", { class: "head", part: "header" }, brand), page));
}
