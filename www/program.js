// The program behind all elements of a page: one WebAssembly instance, started once, begun anew after a panic.

import init, { setup, start, __wbg_reset_state as renew } from "gca:widget";
import { failure } from "./texts.js";

// What runs now: {app, onStop}.
const runs = new Set();
let ready;
let poisoned = false;

/** Makes the program out of the compiled module; later calls wait for the first. */
export function boot(module) {
  ready ??= init({ module_or_path: module }).then(begin, (error) => {
    ready = null;
    throw failure("program.stopped", { reason: error.message });
  });
  return ready;
}

function begin() {
  setup(stopped);
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  // A page that comes back from the browser's cache missed what other tabs wrote.
  addEventListener("pageshow", (event) => event.persisted && tell(null));
  addEventListener("storage", ({ key }) => (key?.startsWith("gca:") ?? true) && tell(key));
}

/** Starts an app in `root` and returns {app}; `onStop({message, location})` is called once if the program breaks, now or later. */
export function open(root, config, host, onStop) {
  if (poisoned) {
    // The broken instance goes to the garbage collector with all its memory; closures that still hang on it refuse to run.
    renew();
    setup(stopped);
    poisoned = false;
  }
  const run = { onStop };
  runs.add(run);
  try {
    run.app = guard(() => start(root, config, host));
  } catch (error) {
    runs.delete(run);
    throw error;
  }
  return run;
}

/** Ends an app. */
export function close(run) {
  if (runs.delete(run)) guard(() => run.app.destroy());
}

/** Calls into the program. A trap that no panic announced (no memory left, say) stops it all the same. */
export function guard(call) {
  try {
    return call();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) stopped(error.message, "");
    throw error;
  }
}

// Runs inside the panicking program: remember, and tell the elements when its stack is gone.
function stopped(message, location) {
  if (poisoned) return;
  poisoned = true;
  const told = [...runs];
  runs.clear();
  queueMicrotask(() => told.forEach(({ onStop }) => onStop({ message, location })));
}

const save = () => runs.forEach(({ app }) => guard(() => app.hidden()));
const tell = (key) => runs.forEach(({ app }) => guard(() => app.storageEvent(key)));
