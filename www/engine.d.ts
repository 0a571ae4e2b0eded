// Types of "gca-assessment/engine": the engine without a page.
// Scores are points from 0 to 100, scores of questions 0 to 1, coverage 0 to 1. What does not exist is null, never absent and never 0.

/** The version of the questions: all of them, or the short version of the bank. */
export type Mode = "full" | "quick";

export interface Options {
  mode?: Mode;
}

/**
 * A question bank, as in `banks/gca-core.json`. It is read once per object: make a new object to change one.
 * Only what identifies it is typed here; the engine checks the rest and says what is wrong, and where.
 */
export interface Bank {
  id: string;
  version: string;
  [member: string]: unknown;
}

/** An answer: an option's id, the ids of a checklist's ticks, a number, `"dk"` (don't know) or `"na"` (not applicable). */
export type Answer = string | string[] | number;

/** Answers by question id; a question that is missing is not answered. What `exportAnswers()` of the element gives fits. */
export interface Answers {
  answers: Record<string, Answer>;
}

export interface Counts {
  answered: number;
  implied: number;
  dk: number;
  na: number;
  unanswered: number;
  /** Answers that the bank does not understand: counted, not an error. */
  invalid: number;
}

export interface Result {
  /** Best, lowest and highest possible score. */
  score: number | null;
  low: number;
  high: number;
  coverage: number;
}

export interface OverallResult extends Result {
  /** The score to show, rounded. */
  display: number | null;
  geometric: number | null;
  geometricLow: number | null;
  geometricHigh: number | null;
}

export interface AreaResult extends Result {
  stage: string | null;
  display: number | null;
}

export interface Stage {
  stage: string | null;
  /** The stage by the score alone, before the weakest areas hold it back. */
  ungated: string | null;
  gated: boolean;
  limitingAreas: string[];
  low: string;
  high: string;
  provisional: boolean;
}

export interface QuestionResult {
  state: "answered" | "implied" | "dk" | "na" | "unanswered" | "invalid";
  score: number | null;
  level: number | null;
  /** Share of the whole, out of 1. */
  weight: number | null;
}

export interface Assessment {
  questionnaire: string;
  version: string;
  mode: Mode;
  counts: Counts;
  /** Null where nothing is applicable. */
  overall: OverallResult | null;
  stage: Stage | null;
  areas: Record<string, AreaResult | null>;
  indicators: Record<string, Result | null>;
  questions: Record<string, QuestionResult>;
  /** Steps to a better score, the most worthwhile first, and what would be most useful to know. */
  roadmap: Record<string, unknown>[];
  findOut: Record<string, unknown>[];
}

export interface Responses {
  responses: { id: string; answers: Record<string, Answer> }[];
}

export interface Target {
  areas?: Record<string, number>;
  questions?: Record<string, Answer>;
}

export interface Profile {
  label: string;
  areas: Record<string, number>;
}

export interface Goal {
  stage?: string;
  score?: number;
  areas?: Record<string, number>;
}

export interface Path {
  goal: { stage: string | null; score: number | null; areas: Record<string, number> };
  reached: boolean;
  effort: number | null;
  score: number | null;
  stage: string | null;
  areas: Record<string, number> | null;
  moves: { question: string; from: Answer | null; to: Answer; effort: number; gain: number }[] | null;
  bestScore: number | null;
  obstacles: { area: string | null; needed: number; best: number | null; questions: string[] }[];
  frontier: { effort: number; score: number }[];
}

export interface RaisedCheck {
  id: string;
  text: string;
  questions: { question: string; level: number; atLeast: number | null; atMost: number | null }[];
}

/** What the functions throw, and what `init` rejects with. */
export interface EngineError extends Error {
  /** Stable, such as `bank.duplicate-id`; `engine.not-ready` before `init()`, `engine.stopped` after a fault of the engine itself. */
  code: string;
  /** The path in the file and what was expected, or null. */
  detail: unknown;
}

export interface InitOptions {
  /** Where the engine's wasm is, if it is not beside this module: an address, a response, bytes or a compiled module. */
  wasm?: URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module;
}

/** Loads the engine. Call it once before anything else; more often does no harm. */
export function init(options?: InitOptions): Promise<void>;

/** The assessment of answers on a bank. */
export function assess(bank: Bank, answers: Answers, options?: Options): Assessment;

/** How far the score hangs on weights and rules; null where the method says that there is no result. */
export function sensitivity(bank: Bank, answers: Answers, options?: Options & { draws?: number; seed?: number; delta?: number }): Record<string, unknown> | null;

/** Many respondents brought together: distributions, agreement, the group's answers and their assessment. */
export function workshop(bank: Bank, responses: Responses, options?: Options): Record<string, unknown>;

/** Two assessments on the questions that both know; null if there is none. */
export function compare(bank: Bank, now: Answers, then: Answers, options?: Options): Record<string, unknown> | null;

/** What is missing to a target. */
export function target(bank: Bank, answers: Answers, target: Target, options?: Options): Record<string, unknown>;

/** The differences from a reference profile; null where the method says that there is no result. */
export function profile(bank: Bank, answers: Answers, profile: Profile, options?: Options): Record<string, unknown> | null;

/** The least effort to a goal. */
export function path(bank: Bank, answers: Answers, goal: Goal, options?: Options): Path;

/** The trace of one number: of "overall", or of the id of an area, an indicator or a question. */
export function explain(bank: Bank, answers: Answers, node: string, options?: Options): Record<string, unknown>;

/** Answers that do not fit together, in the order of the bank. */
export function check(bank: Bank, answers: Answers, options?: Options): RaisedCheck[];
