// Where things lie.

import { fileURLToPath } from "node:url";

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? inRoot("target");

/** What is shipped. */
export const DIST = inRoot("dist");
/** The same with the widget's `test-hooks`. */
export const DIST_TEST = `${target}/dist-test`;
/** Screenshots and reports of a run. */
export const OUT = `${target}/browser`;
/** Any file of the repository. */
export const inRepository = inRoot;
