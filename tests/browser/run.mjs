// Runs the browser suite: node run.mjs [file …] [--grep TEXT] [--engine chromium|firefox|webkit|node] [--jobs N] [--list]
// Prints a line per test, the figures that tests measured, and last "N passed, N failed".

import { fork } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closeBrowsers, openDriver } from "./drivers.mjs";
import { OUT } from "./paths.mjs";
import { serve } from "./server.mjs";
import { tests } from "./suite.mjs";
import { until } from "./wait.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string" }, engine: { type: "string" }, jobs: { type: "string", default: "1" }, list: { type: "boolean" } },
});

/** So many failed tests are run again; where there are more, something is broken. */
const MAX_REPEATED = 2;

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
      const state = await within(5, driver.evaluate(stateOfPage)).catch(() => "");
      if (state) lines.push(`page: ${state}`);
      const path = this.file("failed.png");
      await within(5, driver.screenshot(path)).then(() => lines.push(`screenshot: ${path}`), () => {});
    }
    return lines;
  }

  async close() {
    for (const one of this.#opened.reverse()) await within(10, one.close()).catch(() => {});
  }
}

/** In the page: what stands there and where the focus is, as much of it as a failure can be read from. */
function stateOfPage() {
  const root = document.querySelector("gca-assessment")?.shadowRoot;
  const tag = (node) => node?.outerHTML.replace(node.innerHTML, "").slice(0, 120);
  const all = (selector) => [...(root?.querySelectorAll(selector) ?? [])].map(tag).join(" ");
  const focus = root?.activeElement ?? document.activeElement;
  const errors = (globalThis.events ?? []).filter(({ type }) => type === "gca-error").map(({ detail }) => JSON.stringify(detail));
  return `title "${root?.querySelector("#title")?.textContent}", focus ${tag(focus)} of ${document.hasFocus() ? "a page that has it" : "a page without it"}, open ${all("[open]")}, coming ${all("[aria-busy=true], .skel")}, errors ${errors.join(" ")}`;
}

const folder = new URL("./", import.meta.url);
const wanted = positionals.map((name) => basename(name));
for (const name of readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort()) {
  const before = tests.length;
  if (wanted.length === 0 || wanted.includes(name)) await import(new URL(name, folder));
  for (const test of tests.slice(before)) test.file = name;
}
const chosen = tests.filter(
  ({ name, engine }) => (!values.grep || name.includes(values.grep)) && (!values.engine || engine === values.engine),
);

// Stray errors outside a test's own promise fail the run, instead of vanishing or ending it half-way.
const stray = [];
process.on("unhandledRejection", (error) => stray.push(error));

if (values.list) for (const { name, engine } of chosen) console.log(`[${engine}] ${name}`);
else if (process.send) await serveParent();
else process.exit((await runAll()) ? 0 : 1);

/** Runs one test; resolves with what there is to print. */
async function run(test) {
  const context = new Context(test);
  const label = `[${test.engine}] ${test.name}`;
  const lines = [];
  const start = performance.now();
  let passed = true;
  try {
    await within(test.seconds, test.body(context));
    if (stray.length > 0) throw stray.splice(0)[0];
    lines.push(`ok      ${label} (${seconds(start)})`);
  } catch (error) {
    passed = false;
    lines.push(`FAILED  ${label} (${seconds(start)})`, indented([error?.stack ?? String(error), ...(await context.describe())].join("\n")));
  }
  lines.push(...context.figures.map((figure) => `        ${figure}`));
  const figures = context.figures.map((figure) => `${label}: ${figure}`);
  await context.close();
  return { label, passed, figures, lines };
}

/** Runs what was chosen, here or by several workers, and prints it; resolves with whether all of it passed. */
async function runAll() {
  const results = [];
  const tell = (result) => {
    results.push(result);
    console.log(result.lines.join("\n"));
  };
  // What measures times has the machine to itself.
  const [alone, together] = [true, false].map((alone) => chosen.filter((test) => test.alone === alone));
  const names = [...new Set(together.map(({ file }) => file))];
  const files = names.map((name) => together.filter(({ file }) => file === name)).sort((a, b) => b.length - a.length);
  const workers = Math.min(Number(values.jobs), files.length);
  const begun = [];
  if (workers > 1) await Promise.all(Array.from({ length: workers }, () => employ(files, begun, tell)));
  else for (const test of files.flat()) tell(await run(test));
  for (const test of alone) tell(await run(test));
  const again = await repeat(results);
  await closeBrowsers();

  const figures = results.flatMap(({ figures }) => figures);
  const failed = results.filter(({ passed }) => !passed).map(({ label }) => label);
  if (figures.length > 0) console.log(`\nFigures\n${indented(figures.join("\n"))}`);
  if (again.length > 0) console.log(`\nPassed only when run again\n${indented(again.join("\n"))}`);
  if (failed.length > 0) console.log(`\nFailed\n${indented(failed.join("\n"))}`);
  if (chosen.length === 0) console.log("no test was chosen");
  // A test that nobody told about did not pass.
  console.log(`${results.length - failed.length} passed, ${chosen.length - results.length + failed.length} failed`);
  return failed.length === 0 && results.length === chosen.length && chosen.length > 0;
}

/**
 * Runs the few tests that failed once more, with the machine to themselves: three real browsers on two cores fail now and then for reasons of
 * their own. Both outcomes are printed, and which tests needed it; where more fail, nothing is run again. Resolves with what passed then.
 */
async function repeat(results) {
  const failed = results.filter(({ passed }) => !passed);
  if (failed.length > MAX_REPEATED) return [];
  const again = [];
  for (const first of failed) {
    const test = chosen.find(({ name, engine }) => first.label === `[${engine}] ${name}`);
    const second = await run(test);
    console.log(["Again", ...second.lines].join("\n"));
    if (second.passed) again.push(second.label);
    Object.assign(first, second);
  }
  return again;
}

/**
 * A process with browsers of its own, that works off file after file: the tests of a file may share what they prepared. When no file is left
 * it helps with the one that has most left, so that none waits for the other at the end.
 */
async function employ(files, begun, tell) {
  const worker = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  let ended;
  const end = new Promise((resolve) => worker.on("exit", () => resolve((ended = true))));
  let file = [];
  const next = () => {
    if (file.length === 0 && files.length > 0) begun.push((file = files.shift()));
    return file.shift() ?? begun.toSorted((a, b) => b.length - a.length)[0]?.pop();
  };
  for (let test; !ended && (test = next()); ) {
    const result = new Promise((resolve) => worker.once("message", resolve));
    worker.send(chosen.indexOf(test));
    const told = await Promise.race([result, end]);
    if (ended) return console.log(`        the worker ended in ${test.file}`);
    tell(told);
  }
  worker.send("end");
  await end;
}

async function serveParent() {
  process.on("message", async (message) => {
    if (message !== "end") return process.send(await run(chosen[message]));
    await closeBrowsers();
    process.exit(0);
  });
}

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
