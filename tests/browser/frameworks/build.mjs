// Packs the element as npm would publish it, and bundles the adapters.

import { execFile } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { DIST, OUT } from "../paths.mjs";

const run = promisify(execFile);
const HERE = fileURLToPath(new URL("./", import.meta.url));
const require = createRequire(import.meta.url);

export const FRAMEWORKS = ["plain", "react", "preact", "vue", "svelte", "angular", "lit", "solid"];
/** A folder for apps, where the packed element is installed and nothing else. */
export const APPS = `${OUT}/apps`;
/** The bundled adapters. */
export const ADAPTERS = `${OUT}/adapters`;

/** The path of an installed tool's script. */
export const tool = (name, script) => `${HERE}node_modules/${name}/${script}`;

/** Imports a package of this folder by its full path, since tests run a folder above. */
export const load = async (name) => {
  const module = await import(pathToFileURL(require.resolve(name)));
  return module.default ?? module;
};

let packing;
/** The packed element, once per run. */
export const packed = () => (packing ??= pack());

/** Runs `npm pack` and unpacks what it made into node_modules of APPS. Returns the folder and the packed file. */
async function pack() {
  const folder = `${APPS}/node_modules/gca-assessment`;
  await rm(APPS, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { stdout } = await run("npm", ["pack", DIST, "--json", "--pack-destination", APPS], { cwd: APPS });
  const [{ filename }] = JSON.parse(stdout);
  const packed = `${APPS}/${filename}`;
  await run("tar", ["-xzf", packed, "-C", folder, "--strip-components=1"]);
  return { folder, packed };
}

let bundling;
/** Bundles the adapters, once per run. */
export const adapters = () => (bundling ??= bundleAdapters());

async function bundleAdapters() {
  const { compile, compileModule } = await load("svelte/compiler");
  const svelte = {
    name: "svelte",
    setup({ onLoad }) {
      const compiled = (how) => async ({ path }) => ({ contents: how(await readFile(path, "utf8"), { filename: path, generate: "client" }).js.code });
      onLoad({ filter: /\.svelte$/ }, compiled(compile));
      onLoad({ filter: /\.svelte\.js$/ }, compiled(compileModule));
    },
  };
  await build({
    entryPoints: FRAMEWORKS.map((name) => `${HERE}adapters/${name}.mjs`),
    outdir: ADAPTERS,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["browser", "production"],
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false", ngDevMode: "false", ngServerMode: "false", ngI18nClosureMode: "false" },
    logLevel: "error",
    plugins: [svelte],
  });
}
