// Types of "gca-assessment/engine": the engine without a page.

/** The version of the questions: all of them, or the short version of the bank. */
export type Mode = "full" | "quick";

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
  [member: string]: unknown;
}

/** The outcome of answers on a bank. Every member is described with the method; what does not exist is null, never absent and never 0. */
export interface Assessment {
  overall: unknown;
  stage: unknown;
  areas: Record<string, unknown>;
  indicators: Record<string, unknown>;
  questions: Record<string, unknown>;
  [member: string]: unknown;
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

/** The assessment of answers on a bank. An answer that is merely not valid is not an error but a counted state. */
export function assess(bank: Bank, answers: Answers, options?: { mode?: Mode }): Assessment;
