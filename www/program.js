// The programs behind all elements of a page, one WebAssembly instance each, started once and begun anew after a panic. The first
// has the start and the questions and is there at once; the whole one has everything and takes over from it.

// By name: a bundle makes an object of everything with help of Object.prototype, which a page may have changed.
import initFirst, { setup as setupFirst, start as startFirst, __wbg_reset_state as renewFirst } from "gca:first";
import initWhole, { setup as setupWhole, start as startWhole, __wbg_reset_state as renewWhole } from "gca:whole";
import { failure } from "./texts.js";

class Program {
  #glue; // {init, setup, start, renew}
  #runs = new Set(); // what runs now: {app, onStop, program}
  #ready;
  #poisoned = false;
  isBooted = false;

  constructor(glue) {
    this.#glue = glue;
  }

  /** Makes the program out of the compiled module; later calls wait for the first. */
  boot(module) {
    this.#ready ??= this.#glue.init({ module_or_path: module }).then(
      () => this.#begin(),
      (error) => {
        this.#ready = null;
        throw failure("program.stopped", { reason: error.message });
      },
    );
    return this.#ready;
  }

  #begin() {
    this.#glue.setup((...stop) => this.#stopped(...stop));
    const each = (use) => this.#runs.forEach((run) => run.call(use));
    const save = () => each((app) => app.hidden());
    const tell = (key) => each((app) => app.storageEvent(key));
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", () => document.hidden && save());
    // A page that comes back from the browser's cache missed what other tabs wrote.
    addEventListener("pageshow", (event) => event.persisted && tell(null));
    addEventListener("storage", ({ key }) => (key?.startsWith("gca:") ?? true) && tell(key));
    this.isBooted = true;
  }

  /** Starts an app in `root`; `onStop({message, location})` is called once if the program breaks, now or later. */
  open(root, config, host, onStop) {
    if (this.#poisoned) {
      // The broken instance goes to the garbage collector with all its memory; closures that still hang on it refuse to run.
      this.#glue.renew();
      this.#glue.setup((...stop) => this.#stopped(...stop));
      this.#poisoned = false;
    }
    const run = { onStop, program: this, call: (use) => this.#guard(() => use(run.app)) };
    this.#runs.add(run);
    try {
      run.app = this.#guard(() => this.#glue.start(root, config, host));
    } catch (error) {
      this.#runs.delete(run);
      throw error;
    }
    return run;
  }

  /** Ends an app. */
  close(run) {
    if (this.#runs.delete(run)) run.call((app) => app.destroy());
  }

  // Calls into the program. A trap that no panic announced (no memory left, say) stops it all the same.
  #guard(call) {
    try {
      return call();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.#stopped(error.message, "");
      throw error;
    }
  }

  // Runs inside the panicking program: remember, and tell the elements when its stack is gone.
  #stopped(message, location) {
    if (this.#poisoned) return;
    this.#poisoned = true;
    const told = [...this.#runs];
    this.#runs.clear();
    queueMicrotask(() => told.forEach(({ onStop }) => onStop({ message, location })));
  }
}

/** The start and the questions. */
export const FIRST = new Program({ init: initFirst, setup: setupFirst, start: startFirst, renew: renewFirst });
/** Everything. */
export const WHOLE = new Program({ init: initWhole, setup: setupWhole, start: startWhole, renew: renewWhole });
