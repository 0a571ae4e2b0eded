// A thousand cases through the wasm engine, and one digest of all that comes back. The same cases, by the same few lines, are computed natively in
// src/engine/tests/bits.rs. The function is sent into a page too, so it stands alone.

export async function digest(address, banks, cases) {
  const engine = await import(address);
  await engine.init();

  const simple = (seed) => (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 16) % n;
  };
  const questions = (bank) => bank.areas.flatMap((area) => area.indicators.flatMap((indicator) => indicator.questions));
  const answers = (bank, seed) => {
    const below = simple(seed);
    const given = {};
    for (const { id, kind, options = [], worst, best } of questions(bank)) {
      const turn = below(16);
      if (turn === 0) given[id] = "dk";
      else if (turn === 1) continue;
      else if (turn === 2) given[id] = "na";
      else if (kind === "multi") {
        const ticks = 1 + below((1 << options.length) - 1);
        given[id] = options.filter((_, at) => (ticks >> at) & 1).map((option) => option.id);
      } else if (kind === "number") given[id] = worst + ((best - worst) * below(1000)) / 1000;
      else given[id] = options[below(options.length)].id;
    }
    return { answers: given };
  };

  let hash = 0x811c9dc5;
  const bytes = (list) => {
    for (const byte of list) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  };
  const view = new DataView(new ArrayBuffer(8));
  const encoder = new TextEncoder();
  const add = (value) => {
    if (value === null) bytes([110]);
    else if (typeof value === "boolean") bytes([value ? 116 : 102]);
    else if (typeof value === "number") {
      view.setFloat64(0, value, true);
      bytes(new Uint8Array(view.buffer));
    } else if (typeof value === "string") bytes(encoder.encode(value));
    else if (Array.isArray(value)) value.forEach(add);
    else
      for (const [name, member] of Object.entries(value)) {
        bytes(encoder.encode(name));
        add(member);
      }
  };

  for (let n = 0; n < cases; n++) {
    const bank = banks[n % banks.length];
    const [now, then] = [answers(bank, n), answers(bank, n + 5000)];
    const below = simple(n + 9000);
    const goal = { score: 50 + below(500) / 10, stage: below(2) === 0 ? null : "managed" };
    const draws = { draws: 1 + below(40), seed: n, delta: below(90) / 100 };
    const responses = [0, 1, 2].map((m) => ({ id: `r${m}`, ...answers(bank, n * 3 + m) }));
    add(engine.assess(bank, now));
    add(engine.assess(bank, now, { mode: "quick" }));
    add(engine.sensitivity(bank, now, draws));
    add(engine.compare(bank, now, then));
    add(engine.target(bank, now, { questions: answers(bank, n + 7000).answers }));
    add(engine.profile(bank, now, { label: "p", areas: { a: 40.5, a0: 33.3, a1: 50 } }));
    add(engine.path(bank, now, goal));
    add(engine.workshop(bank, { responses }));
    add(engine.explain(bank, now, "overall"));
    add(engine.check(bank, now));
  }
  return hash.toString(16).padStart(8, "0");
}
