// TypeScript: the tag, its properties and its events in JSX.
import type { HTMLAttributes, RefAttributes } from "react";
import type { GcaAssessment, GcaAssessmentEventMap } from "gca-assessment";

type Properties = Partial<Omit<GcaAssessment, keyof HTMLElement | "assessment" | "ready" | "exportAnswers" | "importAnswers" | "reset">>;
type Listeners = { [Name in keyof GcaAssessmentEventMap as `on${Name}`]?: (event: GcaAssessmentEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "gca-assessment": Omit<HTMLAttributes<GcaAssessment>, keyof Properties> & RefAttributes<GcaAssessment> & Properties & Listeners;
    }
  }
}
