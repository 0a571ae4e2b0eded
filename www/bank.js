// A host's own bank comes as one file. This takes it apart as the build does with ours (src/xtask/data/bank.rs), in the same orders.

const word = (text) => (typeof text === "string" ? text.replaceAll("\0", "") : "");
const number = (value) => (typeof value === "number" ? value : NaN);

/**
 * {words, numbers}: the structure of a bank in the order that src/widget/json.rs reads. Made while the program is still on its way:
 * asked for member by member from there, the same took a fortieth of the start.
 */
export function flat(bank) {
  const words = [word(bank.id), word(bank.version), word(bank.hash)];
  const numbers = [];
  const each = (list, take) => {
    const items = Array.isArray(list) ? list : [];
    numbers.push(items.length);
    for (const item of items) take(item);
  };
  /** An id, and the first of what is said of it. */
  const entry = (id, value) => {
    words.push(word(id));
    numbers.push(number(value));
  };
  each(bank.stages, ({ id, min }) => entry(id, min));
  each(bank.quick, (id) => words.push(word(id)));
  each(bank.areas, ({ id, weight, indicators }) => {
    entry(id, weight);
    each(indicators, ({ id, weight, questions }) => {
      entry(id, weight);
      each(questions, ({ id, weight, kind, options, allow_na, depends_on: needs, worst, best, min, max }) => {
        entry(id, weight);
        words.push(word(kind), word(needs?.question));
        numbers.push(+!!allow_na, +!!needs, ...[needs?.at_least, worst, best, min, max].map(number));
        each(options, ({ id, score, exclusive }) => {
          entry(id, score);
          numbers.push(+!!exclusive);
        });
      });
    });
  });
  return { words: words.join("\0"), numbers: Float64Array.from(numbers) };
}

/** {texts, more} of a whole bank. Throws if it is not shaped like one. */
export function split(bank) {
  const texts = [bank.title, bank.description, bank.instructions.join("\n")];
  const ids = bank.sources.map(({ id }) => id);
  const places = bank.areas.flatMap(({ indicators }) => indicators.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const checks = (bank.checks ?? []).map(({ text, all }) => [text, all.map(({ question, at_least, at_most }) => [places.indexOf(question), at_least ?? null, at_most ?? null])]);
  const sources = bank.sources.map(({ id, title, publisher, year, url }) => [id, title, publisher, year, url]);
  const questions = [];
  for (const stage of bank.stages) texts.push(stage.label, stage.description);
  for (const area of bank.areas) {
    texts.push(area.title, area.short ?? area.title, area.summary);
    for (const indicator of area.indicators) {
      texts.push(indicator.title, indicator.why);
      for (const { text, options, na_when, help, evidence, sources, advice } of indicator.questions) {
        texts.push(text, ...options.map(({ label }) => label), na_when);
        questions.push({
          help,
          evidence,
          sources: sources.map(({ id, locator }) => [ids.indexOf(id), locator]),
          advice: advice.map(({ below, action, effort, actors, see }) => [below, action, effort, actors, see]),
        });
      }
    }
  }
  return { texts: texts.map(word), more: { sources, questions, checks, exercise: bank.exercise } };
}
