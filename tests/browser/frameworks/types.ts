// An app in TypeScript; it is compiled, never run.

import { define, GcaAssessment, version } from "gca-assessment";
import "gca-assessment/frame";
import "gca-assessment/inline";
import { assess, init } from "gca-assessment/engine";

const element = document.createElement("gca-assessment");
element.share = "score";
element.headingLevel = 3;
element.answers = { "legal.cybercrime-law.offences": "dk" };
element.addEventListener("gca-change", ({ detail }) => {
  const score: number | null | undefined = detail.overall?.score;
  const stage: string | null | undefined = detail.stage?.stage;
  console.log(score, stage, detail.answers, detail.schemaVersion);
});
element.addEventListener("gca-error", ({ detail: { code, message } }) => console.warn(code, message));
// @ts-expect-error there is no such value
element.share = "everything";
// @ts-expect-error the assessment cannot be set
element.assessment = null;

const ready: GcaAssessment = await element.ready;
const report = ready.importAnswers(ready.exportAnswers());
console.log(report.keptAside.toFixed(), ready.assessment?.overall?.display, version);
define("other-assessment");
await init();
console.log(assess, document.querySelector("gca-assessment")?.storageKey);
