// What the three engines have in common. Each engine adds the few methods that talk to its browser.

import { until } from "./wait.mjs";

/**
 * The surface that journeys use:
 *   open(url)                     load a page and wait for its load event
 *   evaluate(code, ...args)       a function (with JSON arguments) or an expression; promises are awaited; result as JSON
 *   press(key)                    a real key: Tab, Shift+Tab, ArrowDown, Space, Enter, Escape, letters, digits
 *   type(text)                    real keys, one per character
 *   click(element)                a real click on what the expression gives, scrolled into view
 *   reload()                      load the page again, storage kept
 *   waitFor(predicate, timeout)   until the expression is true, 30 s by default
 *   screenshot(path, options)     a PNG; {fullPage: true} where the engine can
 *   consoleMessages()             [{type: "log"|"warning"|"error"|…, text}], uncaught errors included as "error"
 *   assertQuiet()                 fails when the page warned of anything or failed at anything
 *   close()
 */
export class Driver {
  messages = [];

  async consoleMessages() {
    return this.messages;
  }

  evaluate(code, ...args) {
    return this.run(expression(code, args));
  }

  waitFor(predicate, timeout) {
    const code = expression(predicate, []);
    return until(code, () => this.run(`(async () => Boolean(await ${code}))()`), timeout);
  }

  async click(element) {
    // Nobody hits what moves: while parts of a page come in, it is waited for until it stands.
    const point = await this.evaluate(`(async () => {
      const frame = () => new Promise((next) => (requestAnimationFrame(next), setTimeout(next, 200)));
      for (let before; ; ) {
        const element = ${expression(element, [])};
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
        if (before?.x === point.x && before.y === point.y) return point;
        before = point;
        await frame();
      }
    })()`);
    await this.clickAt(point);
  }

  async assertQuiet() {
    const loud = (await this.consoleMessages()).filter(({ type }) => type === "error" || type === "warning");
    if (loud.length > 0) throw new Error(`the console is not quiet: ${loud.map(({ text }) => text).join("\n")}`);
  }
}

function expression(code, args) {
  return typeof code === "function" ? `(${code})(${args.map((arg) => JSON.stringify(arg) ?? "undefined").join(", ")})` : `(${code})`;
}

/** "Shift+Tab" → { modifiers: ["Shift"], key: "Tab" } */
export function keyParts(name) {
  const parts = name === "+" ? ["+"] : name.split("+");
  return { key: parts.pop(), modifiers: parts };
}
