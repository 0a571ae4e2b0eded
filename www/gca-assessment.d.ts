// Types of "gca-assessment": the element <gca-assessment>.

import type { Assessment, OverallResult, Stage } from "./engine.js";

/** Answers, notes and the place, as they are kept, saved to files and taken back. */
export interface AnswersExport {
  /** Version of this format. */
  format: number;
  /** Id, version and hash of the bank. */
  bank: string;
  version: string;
  hash: string;
  /** Which version of the questions: empty while not chosen. */
  mode: "" | "full" | "quick";
  /** By question id: an option's id, the ids of a checklist's ticks, a number, `"dk"` (don't know) or `"na"` (not applicable). */
  answers: AnswerMap;
  /** By question id. */
  notes: Record<string, string>;
  /** Weights that the user chose instead of those of the bank, by id, above 0; absent where there are none. */
  weights?: { areas?: Record<string, number>; indicators?: Record<string, number> };
  screen: string;
  indicator: string;
}

export type AnswerMap = Record<string, string | string[] | number>;

/** What was taken by importAnswers(). */
export interface ImportReport {
  /** Questions that are answered now. */
  answers: number;
  /** Answers that this bank does not have or know; they are kept and exported again. */
  keptAside: number;
}

/** Thrown by methods, and what `ready` rejects with. */
export interface GcaError extends Error {
  /** Stable, such as `load.offline`, `element.not-ready` or `import.newer-version`. */
  code: string;
  detail?: unknown;
}

export interface EventDetail {
  schemaVersion: 1;
}

export interface ReadyDetail extends EventDetail {
  /** Version of the element. */
  version: string;
  /** Id and version of the bank. */
  bank: string;
  bankVersion: string;
  /** The storage key in use: the attribute's, or the one that was given. */
  storageKey: string;
  /** The language in use. */
  language: string;
}

/** Of `gca-change` and `gca-complete`: with members of the result only where the element's `share` asks for them. */
export interface ResultDetail extends EventDetail {
  /** With `share="score"` and `share="answers"`: as in `assessment`; null where nothing is applicable. */
  overall?: OverallResult | null;
  stage?: Stage | null;
  /** With `share="answers"`. */
  answers?: AnswerMap;
}

export interface ErrorDetail extends EventDetail {
  /** Stable, such as `load.status`, `program.stopped`, `attribute.unknown-value` or `storage.not-saved`. */
  code: string;
  message: string;
  /** More about this code: `url` and `status`, `attribute`, `value` and `used`, … */
  [member: string]: unknown;
}

/** Events bubble out of any shadow root around the element. None of them carries an answer or a score, unless `share` asks for it. */
export interface GcaAssessmentEventMap {
  /** The first screen is there; methods may be called. */
  "gca-ready": CustomEvent<ReadyDetail>;
  /** An answer or a note changed, or another assessment was opened. */
  "gca-change": CustomEvent<ResultDetail>;
  /** The results were opened with no question left unanswered. */
  "gca-complete": CustomEvent<ResultDetail>;
  /** Something failed. The element shows it too, with a way out. */
  "gca-error": CustomEvent<ErrorDetail>;
}

export class GcaAssessment extends HTMLElement {
  /** Version of this class. */
  static readonly version: string;

  /** Attribute `src`: address of another bank, http or https; empty for the one that comes with the element. */
  src: string;
  /** Attribute `mode`: the user chooses the version, or the host does; `workshop` opens the page of a trainer. */
  mode: "choose" | "full" | "quick" | "workshop";
  /** Attribute `persist`: where answers are kept: on this device, until the tab is closed, in memory only. */
  persist: "local" | "session" | "none";
  /** Attribute `storage-key`: tells assessments of one bank on one origin apart. */
  storageKey: string;
  /** Attribute `theme`: colour scheme; empty follows the page. */
  theme: "" | "auto" | "light" | "dark";
  /** Attribute `start-at`: the screen to open on. */
  startAt: "" | "questions" | "review" | "results" | "steps" | "compare" | "report";
  /** Attribute `heading-level`: level of the element's first heading. */
  headingLevel: number;
  /** Attribute `readonly`: answers, targets, weights and plan can be looked at, printed and saved as files, not changed. */
  readonly: boolean;
  /** Attribute `ask-who`: each question has a field for who answered it. */
  askWho: boolean;
  /** Attribute `loading`: load at once, or when the element comes near the screen. */
  loading: "eager" | "lazy";
  /** Attribute `share`: what `gca-change` and `gca-complete` carry: nothing, overall result and stage, or the answers too. */
  share: "none" | "score" | "answers";
  /**
   * Attribute `hide`: parts to do without, separated by spaces: results, steps, compare, report, notes, evidence, weights, files, codes,
   * several, workshop, language.
   */
  hide: string;
  /**
   * Attribute `groups`: the groups that are suggested where answers are handed in to a workshop, separated by commas, instead of
   * government, industry, academia, civil society and other.
   */
  groups: string;

  /** Another bank as data, in the form of `banks/gca-core.json`. It goes before `src`; null takes it back. */
  get bank(): object | null;
  set bank(value: object | null | undefined);

  /**
   * The answers. Setting replaces answers and notes, from answers alone or from an export; what is set before `ready` is kept
   * until then. What cannot be taken is reported by `gca-error`.
   */
  get answers(): AnswerMap | null;
  set answers(value: AnswerMap | AnswersExport | string | null | undefined);
  /**
   * The assessment of the answers, as `assess` of the engine gives it; null before `ready`. With weights that the user chose it has
   * them as `weights`.
   */
  readonly assessment: Assessment | null;
  /** Resolves with the element once methods may be called; rejects with a GcaError if it cannot be loaded. */
  readonly ready: Promise<this>;

  /** All that is kept, as plain data. After a fault of the program it still gives what was saved. */
  exportAnswers(): AnswersExport;
  /** Takes an export, as data or as JSON text. Throws a GcaError and changes nothing if it cannot. */
  importAnswers(value: AnswersExport | { answers: AnswerMap } | string): ImportReport;
  /** Deletes answers and notes, in the element and in the storage. */
  reset(): void;

  addEventListener<K extends keyof GcaAssessmentEventMap>(
    type: K,
    listener: (this: GcaAssessment, event: GcaAssessmentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof GcaAssessmentEventMap>(
    type: K,
    listener: (this: GcaAssessment, event: GcaAssessmentEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Version of this module. */
export const version: string;

/** Defines the element under another tag. A tag that is taken stays as it is. `gca-assessment` is defined on import. */
export function define(tag?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "gca-assessment": GcaAssessment;
  }
}
