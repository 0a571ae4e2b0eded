// The recipes and demo pages that can run here do.

import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { assertAccessible } from "./axe.mjs";
import { APPS, load, packed } from "./frameworks/build.mjs";
import { DIST, inRepository } from "./paths.mjs";
import { STRICT_CSP } from "./server.mjs";
import { test } from "./suite.mjs";

const PACKAGES = fileURLToPath(new URL("frameworks/node_modules", import.meta.url));

// Vue makes a policy of its own for Trusted Types.
const POLICIES = { react: "trusted-types 'none'", vue: "trusted-types vue" };

/** Single-file components of Vue, as its plugin for Vite compiles them. */
const vue = {
  name: "vue",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { compileScript, parse } = await load("vue/compiler-sfc");
      const { descriptor } = parse(await readFile(path, "utf8"));
      const compilerOptions = { isCustomElement: (tag) => tag.startsWith("gca-") };
      return { contents: compileScript(descriptor, { id: "app", inlineTemplate: true, templateOptions: { compilerOptions } }).content };
    }),
};

for (const [name, entry, key] of [["React", "src/main.jsx", "react"], ["Vue", "src/main.js", "vue"]]) {
  test(`the recipe for ${name} shows the score that the element shares`, { seconds: 90 }, async (t) => {
    await packed();
    const folder = `${APPS}/${key}`;
    await cp(inRepository(`www/recipes/${key}`), folder, { recursive: true });
    await build({
      absWorkingDir: folder,
      entryPoints: [entry],
      outfile: "out/main.js",
      bundle: true,
      format: "esm",
      jsx: "automatic",
      logLevel: "error",
      nodePaths: [PACKAGES],
      define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
      plugins: [vue],
    });
    await cp(`${APPS}/node_modules/gca-assessment/assets`, `${folder}/out/assets`, { recursive: true });
    const page = (await readFile(`${folder}/index.html`, "utf8")).replace(`/${entry}`, "/main.js").replace("</title>", '</title><link rel="icon" href="/icon.svg">');
    const server = await t.serve({ root: `${folder}/out`, csp: STRICT_CSP.replace("trusted-types 'none'", POLICIES[key]), pages: { "/index.html": page } });
    server.override({ path: "/icon.svg", body: "<svg xmlns='http://www.w3.org/2000/svg'/>", type: "image/svg+xml" });
    const driver = await t.open();
    await driver.open(server.url("/index.html"));
    await driver.waitFor("document.querySelector('gca-assessment')?.ready.then(({ storageKey, share }) => storageKey && share === 'score')");
    assert.equal(await driver.evaluate("document.querySelector('[role=status]').textContent"), "No score yet.");
    await driver.evaluate("(document.querySelector('gca-assessment').importAnswers({ answers: { 'legal.cybercrime-law.offences': 'enacted' } }), true)");
    await driver.waitFor("/Score so far: \\d/.test(document.querySelector('[role=status]').textContent)");
    await driver.assertQuiet();
    assert.deepEqual(driver.violations, []);
  });
}

test("the demo pages open in quiet and are accessible", { seconds: 90 }, async (t) => {
  const server = await t.serve({ root: DIST, csp: `${STRICT_CSP}; frame-src 'self'` });
  const driver = await t.open({ viewport: { width: 1000, height: 800 } });
  for (const name of ["index", "two", "languages", "themes", "frame"]) {
    await driver.open(server.url(`/demo/${name}.html`));
    if (name === "frame") {
      await driver.waitFor("document.querySelector('iframe').offsetHeight % 64 === 0 && document.querySelector('iframe').contentDocument.querySelector('gca-assessment').ready.then(() => true)");
    } else {
      await driver.waitFor("document.querySelector('gca-assessment').ready.then(() => true)");
    }
    await driver.screenshot(t.file(`${name}.png`));
    // Two elements on one page are two landmarks of one name.
    if (!["two", "languages"].includes(name)) await assertAccessible(driver);
  }
  assert.deepEqual(driver.violations, []);
  const loud = (await driver.consoleMessages()).filter(({ type, text }) => type === "error" || (type === "warning" && !/lang="fr"/.test(text)));
  assert.deepEqual(loud, []);
});

test("the frame's page and the server recipes agree on what a policy must allow", { engines: ["node"] }, async () => {
  const policies = [];
  for (const name of ["nginx.conf", "apache.conf"]) {
    const text = await readFile(inRepository(`www/recipes/server/${name}`), "utf8");
    policies.push(/Content-Security-Policy:? "([^"]+)"/.exec(text)[1]);
    assert.match(text, /application\/wasm/);
    assert.match(text, /immutable/);
  }
  assert.equal(policies[0], policies[1]);
  for (const directive of ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "style-src 'self'", "trusted-types 'none'", "frame-ancestors"]) assert.ok(policies[0].includes(directive), directive);
});

test("the recipes know the attributes of the element", { engines: ["node"] }, async () => {
  const { ATTRIBUTES } = await import("../../www/attributes.js");
  const plugin = await readFile(inRepository("www/recipes/wordpress/gca-assessment/gca-assessment.php"), "utf8");
  const named = [...plugin.matchAll(/^\t\t'([\w-]+)' +=> '\//gm)].map(([, name]) => name);
  // Neither is for editors: the bank and what the page is told are the site's to decide.
  const expected = ["lang", ...Object.keys(ATTRIBUTES)].filter((name) => !["src", "share"].includes(name));
  assert.deepEqual(named, expected);
});
