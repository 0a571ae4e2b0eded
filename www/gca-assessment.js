// The one file that a page includes: it defines <gca-assessment>.

import { GcaAssessment } from "./element.js";

export { GcaAssessment };
export const version = __GCA_VERSION__;

/** Defines the element under a tag. Where the tag is taken it stays as it is: silently by this version, else with a warning. */
export function define(tag = "gca-assessment") {
  const registry = globalThis.customElements;
  const taken = registry?.get(tag);
  // A class can stand for one tag only, so each tag gets its own.
  if (!taken) registry?.define(tag, class extends GcaAssessment {});
  else if (taken.version !== version) {
    console.warn(`gca-assessment ${version}: <${tag}> is already defined${taken.version ? ` by version ${taken.version}` : ""} and stays as it is.`);
  }
}

define();
