// Accessibility: axe-core over the whole page, open shadow roots included.

import { readFile } from "node:fs/promises";
import { inRepository } from "./paths.mjs";

const SOURCE = inRepository("tests/browser/node_modules/axe-core/axe.min.js");

/** Throws with every violation that axe finds, of WCAG and of its best practices. `context` is an expression: where to look. */
export async function assertAccessible(driver, context = "document") {
  const source = await readFile(SOURCE, "utf8");
  const violations = await driver.evaluate(`(async () => {
    globalThis.axe ?? (() => { ${source} })();
    const { violations } = await globalThis.axe.run(${context}, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target, failureSummary }) => target.join(" ") + " " + failureSummary) }));
  })()`);
  if (violations.length === 0) return;
  const told = violations.map(({ id, help, targets }) => `${id}: ${help}\n  ${targets.join("\n  ")}`);
  throw new Error(`axe found ${violations.length} violations\n${told.join("\n")}`);
}
