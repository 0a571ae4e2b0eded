// The package as it would be published: in frameworks, through bundlers, and before the eyes of the tools that judge packages.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { ADAPTERS, adapters, APPS, FRAMEWORKS, load, packed, tool } from "./frameworks/build.mjs";
import { inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const run = promisify(execFile);
// They set properties whether or not they are there, so they may draw the element before it is defined.
const LATE = ["plain", "vue", "angular", "lit", "solid"];

for (const name of FRAMEWORKS) {
  for (const isLate of LATE.includes(name) ? [false, true] : [false]) {
    test(`in ${name} properties, attributes, events, moves and removals work${isLate ? ", defined late too" : ""}`, async (t) => {
      await adapters();
      const { folder } = await packed();
      const server = await t.serve({ root: folder });
      server.page("/index.html", '<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,"><main id="place"></main></html>');
      server.override({ path: `/adapters/${name}.js`, type: "text/javascript", body: await readFile(`${ADAPTERS}/${name}.js`) });
      server.override({ path: "/try.js", type: "text/javascript", body: await readFile(new URL("frameworks/try.mjs", import.meta.url)) });
      const driver = await t.open();
      await driver.open(server.url("/index.html"));
      const wrong = await driver.evaluate((name, isLate) => import("/try.js").then(({ tryOut }) => tryOut(name, { script: "/gca-assessment.js", isLate })), name, isLate);
      assert.deepEqual(wrong, []);
      await driver.assertQuiet();
    });
  }
}

// ---- bundlers

const ENGINE = `import { assess, init } from "gca-assessment/engine";
  import bank from "gca-assessment/banks/gca-core.json";
  globalThis.engine = init().then(() => assess(bank, { answers: {} }, { mode: "full" }).counts.unanswered > 0);`;

/** An app that uses both parts of the package, in a folder of its own. */
async function app(name, { entry = "gca-assessment", engine = true } = {}) {
  await packed();
  const folder = `${APPS}/${name}`;
  await mkdir(folder, { recursive: true });
  const files = {
    "main.js": `import "${entry}";
      document.querySelector("#place").append(document.createElement("gca-assessment"));
      ${engine ? ENGINE : ""}`,
    "index.html": '<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><div id="place"></div><script type="module" src="./main.js"></script></html>',
    "package.json": '{ "type": "module", "private": true }',
  };
  for (const [path, text] of Object.entries(files)) await writeFile(`${folder}/${path}`, text);
  return folder;
}

/** The built app starts, whole program and engine included, under the strict policy. */
async function starts(t, root, { engine = true } = {}) {
  const server = await t.serve({ root, csp: STRICT_CSP });
  const script = (await readdir(root)).find((file) => /^main.*\.js$/.test(file));
  if (!(await readdir(root)).includes("index.html")) {
    server.page("/index.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><link rel="icon" href="/none.svg"><div id="place"></div><script type="module" src="/${script}"></script></html>`);
  }
  server.override({ path: /^\/(favicon\.ico|none\.svg)$/, body: "", type: "image/svg+xml" });
  const driver = await t.open();
  await driver.open(server.url("/index.html"));
  await driver.evaluate(async () => {
    await customElements.whenDefined("gca-assessment");
    const element = document.querySelector("gca-assessment");
    await element.ready;
    element.mode = "full";
    element.startAt = "review";
    await element.ready;
  });
  await driver.waitFor("document.querySelector('gca-assessment').shadowRoot.querySelector('[part~=nav]') !== null");
  if (engine) assert.equal(await driver.evaluate("engine"), true);
  await driver.assertQuiet();
  assert.deepEqual(driver.violations, []);
  return server;
}

test("a Vite build carries the files along", { seconds: 90 }, async (t) => {
  const { build } = await load("vite");
  const root = await app("vite");
  await build({ root, configFile: false, logLevel: "error", build: { outDir: "out", target: "es2022" } });
  await starts(t, `${root}/out`);
});

test("a webpack build carries the files along", { seconds: 90 }, async (t) => {
  const webpack = await load("webpack");
  const root = await app("webpack");
  const output = { path: `${root}/out`, filename: "main.js", module: true };
  const stats = await promisify(webpack)({ mode: "production", context: root, entry: "./main.js", output, experiments: { outputModule: true }, performance: false });
  assert.equal(stats.hasErrors(), false, stats.toString());
  await starts(t, `${root}/out`);
});

test("an esbuild build needs the folder assets beside it", { seconds: 90 }, async (t) => {
  const root = await app("esbuild");
  await esbuild({ absWorkingDir: root, entryPoints: ["main.js"], outdir: "out", bundle: true, format: "esm", logLevel: "error" });
  await cp(`${APPS}/node_modules/gca-assessment/assets`, `${root}/out/assets`, { recursive: true });
  await starts(t, `${root}/out`);
});

test("the single file needs nothing beside it, with any bundler", { seconds: 90 }, async (t) => {
  const root = await app("inline", { entry: "gca-assessment/inline", engine: false });
  await esbuild({ absWorkingDir: root, entryPoints: ["main.js"], outdir: "out", bundle: true, format: "esm", logLevel: "error" });
  const server = await starts(t, `${root}/out`, { engine: false });
  assert.deepEqual(server.paths().filter((path) => path.includes("gca-w")), []);
});

test("Vite serves an app for development, element and engine included", { seconds: 90 }, async (t) => {
  const { createServer } = await load("vite");
  const root = await app("vite-dev");
  const vite = await createServer({ root, configFile: false, logLevel: "error", server: { port: 0, host: "127.0.0.1", fs: { allow: [APPS] } }, optimizeDeps: { exclude: ["gca-assessment"] } });
  try {
    await vite.listen();
    const driver = await t.open();
    await driver.open(`http://127.0.0.1:${vite.httpServer.address().port}/`);
    await driver.waitFor("document.querySelector('gca-assessment')?.ready.then(() => globalThis.engine)", 30_000);
  } finally {
    await vite.close();
  }
});

test("a classic script defines the element under the strict policy, and the single file does", async (t) => {
  const { folder } = await packed();
  for (const tag of ['<script src="/gca-assessment.classic.js"></script>', '<script src="/gca-assessment.classic.js" defer></script>', '<script type="module" src="/inline.js"></script>']) {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="/demo/icon.svg">${tag}<gca-assessment mode="full" start-at="results"></gca-assessment></html>`;
    const server = await t.serve({ root: folder, csp: STRICT_CSP, pages: { "/host.html": page } });
    server.override({ path: "/demo/icon.svg", body: "<svg xmlns='http://www.w3.org/2000/svg'/>", type: "image/svg+xml" });
    const driver = await t.open();
    await driver.open(server.url("/host.html"));
    await driver.evaluate(() => customElements.whenDefined("gca-assessment").then(() => document.querySelector("gca-assessment").ready).then(() => true));
    assert.equal(server.paths().some((path) => path.startsWith("/assets/")), !tag.includes("inline"), tag);
    await driver.assertQuiet();
    assert.deepEqual(driver.violations, []);
  }
});

// ---- the package

test("publint and Are the Types Wrong find nothing wrong", { engines: ["node"], seconds: 90 }, async () => {
  const { folder, packed: file } = await packed();
  await run(process.execPath, [tool("publint", "src/cli.js"), folder, "--strict", "--pack", "false"]);
  await run(process.execPath, [tool("@arethetypeswrong/cli", "dist/index.js"), file, "--profile", "esm-only"]);
});

/** Compiles an app in strict mode. */
async function compiled(name, files, more = [], packages = []) {
  await packed();
  const folder = `${APPS}/${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const one of packages) {
    const place = `${folder}/node_modules/${one}`;
    await mkdir(dirname(place), { recursive: true });
    await symlink(tool(one, "."), place, "junction");
  }
  await writeFile(`${folder}/package.json`, '{ "type": "module", "private": true }');
  for (const [file, text] of Object.entries(files)) await writeFile(`${folder}/${file}`, text);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", ...more];
  await run(process.execPath, [tool("typescript", "lib/tsc.js"), ...options, ...Object.keys(files)], { cwd: folder }).catch(({ stdout }) => assert.fail(stdout));
}

test("the types compile for a strict TypeScript app", { engines: ["node"], seconds: 90 }, async () => {
  await compiled("typescript", { "main.ts": await readFile(new URL("frameworks/types.ts", import.meta.url)) });
});

test("with the file of the recipe the tag is known in React, with its properties and events", { engines: ["node"], seconds: 90 }, async () => {
  const types = await readFile(inRepository("www/recipes/react/src/gca-jsx.d.ts"));
  const app = await readFile(new URL("frameworks/types.tsx", import.meta.url));
  await compiled("typescript-react", { "gca-jsx.d.ts": types, "App.tsx": app }, ["--jsx", "react-jsx", "--types", "react"], ["@types/react", "csstype"]);
});
