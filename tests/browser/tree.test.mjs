// What a screen reader is given, as text that can be read in review. BLESS=1 writes the goldens anew.

import { begin, beginRoom, PLACES, visit } from "./places.mjs";
import { press, say } from "./product.mjs";
import { test } from "./suite.mjs";
import { assertTree } from "./tree.mjs";

for (const [name, golden] of [["questions", "tree-questions"], ["review", "tree-review"], ["results", "tree-results"], ["results why", "tree-results-why"]]) {
  test(`the accessibility tree of the page “${name}” reads as in its golden`, async (t) => {
    // The tree has dates in it.
    const { driver } = await begin(t, { browser: { timezoneId: "UTC" } });
    await visit(driver, PLACES.find(([place]) => place === name), () => assertTree(driver, golden));
  });
}

for (const part of ["people", "answers", "talk"]) {
  test(`the accessibility tree of the part “${part}” of a workshop reads as in its golden`, async (t) => {
    const { driver } = await beginRoom(t);
    await press(driver, say(`workshop.${part}`));
    await driver.waitFor(`[...$$(".seg button")].some((one) => one.ariaPressed === "true" && words(one) === ${JSON.stringify(say(`workshop.${part}`))})`);
    // The rest of a part follows the first of it.
    await driver.waitFor("!$('[aria-busy]')");
    await assertTree(driver, `tree-workshop-${part}`);
  });
}
