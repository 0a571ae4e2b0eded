// A host's own bank comes as one file. This takes it apart as the build does with ours (src/xtask/data/bank.rs), in the same orders.

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
  return { texts: texts.map((text) => text ?? ""), more: { sources, questions, checks } };
}
