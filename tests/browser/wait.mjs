// Waiting by looking, never by sleeping a fixed time.

// A machine that has much else to do is slow, not wrong: the limit only says how long a failure takes.
const LOOK_EVERY = 20;

/**
 * Looks until `look` gives a truthy value, and returns it. An error while looking (a page in the middle of a navigation) counts as
 * not yet, and is told if time runs out.
 */
export async function until(what, look, timeout = 30_000) {
  const end = performance.now() + timeout;
  let problem = "";
  for (;;) {
    try {
      const value = await look();
      if (value) return value;
      problem = "";
    } catch (error) {
      problem = `: ${error.message}`;
    }
    if (performance.now() > end) throw new Error(`${what} did not come true in ${timeout / 1000} s${problem}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
