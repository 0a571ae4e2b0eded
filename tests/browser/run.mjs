// Runs the browser suite: node run.mjs [file …] [--grep TEXT] [--engine chromium|firefox|webkit] [--list]
// Prints a line per test, the figures that tests measured, and last "N passed, N failed".

import { mkdirSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { closeBrowsers, openDriver } from "./drivers.mjs";
import { OUT } from "./paths.mjs";
import { serve } from "./server.mjs";
import { tests } from "./suite.mjs";
import { until } from "./wait.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string" }, engine: { type: "string" }, list: { type: "boolean" } },
});

/** What a test gets: its engine, and everything it opens, closed when it ends. */
class Context {
  #opened = [];
  #figures = [];

  constructor(test) {
    this.engine = test.engine;
    this.slug = `${test.name}-${test.engine}`.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
  }

  /** Opens a browser with a storage of its own; options: see drivers.mjs. */
  async open(options = {}) {
    const driver = await openDriver(options.engine ?? this.engine, options);
    this.#opened.push(driver);
    return driver;
  }

  /** Starts a server; options: see server.mjs. */
  async serve(options = {}) {
    const server = await serve(options);
    this.#opened.push(server);
    return server;
  }

  /** Waits by looking: `await t.until("the file is saved", () => …)`. */
  until(what, look, timeout) {
    return until(what, look, timeout);
  }

  /** Keeps a measured value for the report. */
  figure(name, value, unit = "") {
    this.#figures.push(`${name}: ${value}${unit && ` ${unit}`}`);
  }

  /** Path for a file that a person may want to look at after the run. */
  file(name) {
    mkdirSync(OUT, { recursive: true });
    return `${OUT}/${this.slug}-${name}`;
  }

  get figures() {
    return this.#figures;
  }

  /** What the browsers said, for a test that failed. */
  async describe() {
    const lines = [];
    for (const driver of this.#opened.filter((one) => one.consoleMessages)) {
      const messages = await within(5, driver.consoleMessages()).catch(() => driver.messages);
      for (const { type, text } of messages) lines.push(`console ${type}: ${text}`);
      const path = this.file("failed.png");
      await within(5, driver.screenshot(path)).then(() => lines.push(`screenshot: ${path}`), () => {});
    }
    return lines;
  }

  async close() {
    for (const one of this.#opened.reverse()) await within(10, one.close()).catch(() => {});
  }
}

const folder = new URL("./", import.meta.url);
const wanted = positionals.map((name) => basename(name));
for (const name of readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort()) {
  if (wanted.length === 0 || wanted.includes(name)) await import(new URL(name, folder));
}
const chosen = tests.filter(
  ({ name, engine }) => (!values.grep || name.includes(values.grep)) && (!values.engine || engine === values.engine),
);
if (values.list) {
  for (const { name, engine } of chosen) console.log(`[${engine}] ${name}`);
  process.exit(0);
}

// Stray errors outside a test's own promise fail the run, instead of vanishing or ending it half-way.
const stray = [];
process.on("unhandledRejection", (error) => stray.push(error));

const failed = [];
const figures = [];
for (const test of chosen) {
  const context = new Context(test);
  const label = `[${test.engine}] ${test.name}`;
  const start = performance.now();
  try {
    await within(test.seconds, test.body(context));
    if (stray.length > 0) throw stray.splice(0)[0];
    console.log(`ok      ${label} (${seconds(start)})`);
  } catch (error) {
    failed.push(label);
    console.log(`FAILED  ${label} (${seconds(start)})`);
    console.log(indented([error?.stack ?? String(error), ...(await context.describe())].join("\n")));
  }
  for (const figure of context.figures) {
    console.log(`        ${figure}`);
    figures.push(`${label}: ${figure}`);
  }
  await context.close();
}
await closeBrowsers();

if (figures.length > 0) console.log(`\nFigures\n${indented(figures.join("\n"))}`);
if (failed.length > 0) console.log(`\nFailed\n${indented(failed.join("\n"))}`);
if (chosen.length === 0) console.log("no test was chosen");
console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || chosen.length === 0 ? 1 : 0);

async function within(limit, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${limit} s`)), limit * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function indented(text) {
  return text.replace(/^/gm, "        ");
}
