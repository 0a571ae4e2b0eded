// Pages that host the element, made up by tests, under the strictest policy. The build is the one with test hooks.

import { DIST_TEST } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";

export const SCRIPT = '<script type="module" src="/gca-assessment.js"></script>';

/** A page around `body`; `head` is the one script by default. */
export function page(body, head = SCRIPT) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="/demo/icon.svg">${head}<body>${body}</html>`;
}

/** Serves a page and opens it; `element` in the page is its first element, `events` what it told. */
export async function host(t, body, { head, open, ...options } = {}) {
  const server = await t.serve({ root: DIST_TEST, csp: STRICT_CSP, pages: { "/host.html": page(body, head) }, ...options });
  const driver = await t.open(open);
  await driver.context.addInitScript(() => {
    globalThis.events = [];
    for (const name of ["ready", "change", "complete", "error"]) {
      addEventListener(`gca-${name}`, ({ type, detail }) => events.push({ type, detail }));
    }
    Object.defineProperty(globalThis, "element", { get: () => document.querySelector("gca-assessment") });
  });
  await driver.open(server.url("/host.html"));
  return { server, driver };
}

/** The text of the element's shadow root. */
export const text = (driver) => driver.evaluate(() => element.shadowRoot.querySelector(".gca")?.innerText ?? "");

/** Waits until the first element can be used. */
export const ready = (driver) => driver.evaluate(() => element.ready.then(() => true));

/** A click on the button with this text in the first element. */
export const press = (driver, label) => driver.page.locator("gca-assessment").first().getByRole("button", { name: label, exact: true }).click();

/** Chooses the option at a position among the radios of the first element. */
export const choose = (driver, at) => driver.page.locator("gca-assessment").first().locator("input[type=radio]").nth(at).click();
