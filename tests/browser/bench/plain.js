// Sections 2 to 4, 6 and 9 of the method in plain JavaScript, as fast as its author can write them: flat typed arrays, no objects in loops, and the
// generator on pairs of 32-bit halves. It is the yardstick of engine-js.mjs and of nothing else.

const NOT_APPLICABLE = 0;
const UNKNOWN = 1;
const KNOWN = 2;

export function prepare(bank) {
  const questions = [];
  const indicators = [];
  bank.areas.forEach((area, a) =>
    area.indicators.forEach((indicator) => {
      indicators.push({ area: a, weight: indicator.weight, first: questions.length, end: questions.length + indicator.questions.length });
      for (const question of indicator.questions) {
        const options = new Map(question.options.map((option, at) => [option.id, { at, score: option.score, exclusive: !!option.exclusive }]));
        questions.push({ ...question, options, list: question.options });
      }
    }),
  );
  const position = new Map(questions.map((question, at) => [question.id, at]));
  const order = [];
  const place = (at) => {
    if (order.includes(at)) return;
    const needed = questions[at].depends_on;
    if (needed) place(position.get(needed.question));
    order.push(at);
  };
  questions.forEach((_, at) => place(at));
  return {
    questions,
    position,
    order: Int32Array.from(order),
    needs: Int32Array.from(questions, (q) => (q.depends_on ? position.get(q.depends_on.question) : -1)),
    atLeast: Int32Array.from(questions, (q) => q.depends_on?.at_least ?? 0),
    questionWeights: Float64Array.from(questions, (q) => q.weight),
    indicatorWeights: Float64Array.from(indicators, (i) => i.weight),
    indicatorFirst: Int32Array.from(indicators, (i) => i.first),
    indicatorEnd: Int32Array.from(indicators, (i) => i.end),
    indicatorArea: Int32Array.from(indicators, (i) => i.area),
    areaWeights: Float64Array.from(bank.areas, (a) => a.weight),
    stages: Float64Array.from(bank.stages, (s) => s.min),
    state: new Uint8Array(questions.length),
    score: new Float64Array(questions.length),
    level: new Uint8Array(questions.length),
    low: new Float64Array(bank.areas.length),
    coverage: new Float64Array(bank.areas.length),
    weight: new Float64Array(bank.areas.length),
  };
}

const levelOf = (s) => (s >= 1 - 1e-9 ? 3 : s >= 0.5 - 1e-9 ? 2 : s > 1e-9 ? 1 : 0);

/** States after skip logic, into the arrays of the bank. */
export function read(bank, answers) {
  const { state, score, level, needs, atLeast } = bank;
  for (const at of bank.order) {
    const needed = needs[at];
    if (needed >= 0 && state[needed] === KNOWN && level[needed] < atLeast[at]) {
      state[at] = KNOWN;
      score[at] = level[at] = 0;
      continue;
    }
    if (needed >= 0 && state[needed] === NOT_APPLICABLE) {
      state[at] = NOT_APPLICABLE;
      continue;
    }
    const question = bank.questions[at];
    const answer = answers[question.id];
    state[at] = UNKNOWN;
    score[at] = level[at] = 0;
    if (answer === "na" && question.allow_na) state[at] = NOT_APPLICABLE;
    else if (question.kind === "multi" && answer !== "dk" && answer != null) {
      let sum = 0;
      let any = false;
      for (const id of typeof answer === "string" ? [answer] : answer) {
        const option = question.options.get(id);
        if (!option) continue;
        any = true;
        if (!option.exclusive) sum += option.score;
      }
      if (any) {
        state[at] = KNOWN;
        score[at] = Math.min(sum, 1);
        level[at] = levelOf(score[at]);
      }
    } else {
      const option = question.options.get(answer);
      if (option) {
        state[at] = KNOWN;
        score[at] = option.score;
        level[at] = option.at;
      }
    }
  }
}

/** Overall low and coverage from three lists of weights; areas into the arrays of the bank. */
function aggregate(bank, areaWeights, indicatorWeights, questionWeights, out) {
  const { state, score, indicatorFirst, indicatorEnd, indicatorArea, low, coverage, weight } = bank;
  low.fill(0);
  coverage.fill(0);
  weight.fill(0);
  for (let i = 0; i < indicatorFirst.length; i++) {
    let w = 0;
    let l = 0;
    let c = 0;
    for (let q = indicatorFirst[i]; q < indicatorEnd[i]; q++) {
      const s = state[q];
      if (s === NOT_APPLICABLE) continue;
      const own = questionWeights[q];
      w += own;
      if (s === KNOWN) {
        l += own * score[q];
        c += own;
      }
    }
    if (w === 0) continue;
    const v = indicatorWeights[i];
    const a = indicatorArea[i];
    weight[a] += v;
    low[a] += (v * l) / w;
    coverage[a] += (v * c) / w;
  }
  let total = 0;
  let l = 0;
  let c = 0;
  for (let a = 0; a < areaWeights.length; a++) {
    if (weight[a] === 0) continue;
    total += areaWeights[a];
    l += (areaWeights[a] * low[a]) / weight[a];
    c += (areaWeights[a] * coverage[a]) / weight[a];
  }
  out[0] = (100 * l) / total;
  out[1] = c / total;
}

/** Section 4: overall and area points. */
export function assess(bank, answers) {
  read(bank, answers);
  const out = [0, 0];
  aggregate(bank, bank.areaWeights, bank.indicatorWeights, bank.questionWeights, out);
  const [low, coverage] = out;
  return {
    score: coverage > 0 ? low / coverage : null,
    low,
    high: low + 100 * (1 - coverage),
    coverage,
    areas: Array.from(bank.low, (l, a) => (bank.coverage[a] > 0 ? (100 * l) / bank.coverage[a] : null)),
  };
}

/** xoshiro256++ on halves; fills a list with numbers in [0, 1). */
function generator(seed) {
  const mask = (1n << 64n) - 1n;
  let x = BigInt(seed);
  // Signed, so that every half stays a 32-bit integer for the compiler.
  const state = new Int32Array(8);
  for (let n = 0; n < 4; n++) {
    x = (x + 0x9e3779b97f4a7c15n) & mask;
    let z = ((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    z ^= z >> 31n;
    state[2 * n] = Number(BigInt.asIntN(32, z));
    state[2 * n + 1] = Number(BigInt.asIntN(32, z >> 32n));
  }
  return (list) => {
    let a0 = state[0];
    let a1 = state[1];
    let b0 = state[2];
    let b1 = state[3];
    let c0 = state[4];
    let c1 = state[5];
    let d0 = state[6];
    let d1 = state[7];
    for (let n = 0; n < list.length; n++) {
      // rotl(s0 + s3, 23) + s0
      let lo = (a0 + d0) | 0;
      let hi = (a1 + d1 + (lo >>> 0 < a0 >>> 0 ? 1 : 0)) | 0;
      const r0 = (lo << 23) | (hi >>> 9);
      const r1 = (hi << 23) | (lo >>> 9);
      lo = (r0 + a0) | 0;
      hi = (r1 + a1 + (lo >>> 0 < a0 >>> 0 ? 1 : 0)) | 0;
      const t1 = (b1 << 17) | (b0 >>> 15);
      const t0 = b0 << 17;
      c0 ^= a0;
      c1 ^= a1;
      d0 ^= b0;
      d1 ^= b1;
      b0 ^= c0;
      b1 ^= c1;
      a0 ^= d0;
      a1 ^= d1;
      c0 ^= t0;
      c1 ^= t1;
      const swap = (d1 << 13) | (d0 >>> 19);
      d1 = (d0 << 13) | (d1 >>> 19);
      d0 = swap;
      list[n] = ((hi >>> 0) * 2097152 + (lo >>> 11)) * 1.1102230246251565e-16;
    }
    state[0] = a0;
    state[1] = a1;
    state[2] = b0;
    state[3] = b1;
    state[4] = c0;
    state[5] = c1;
    state[6] = d0;
    state[7] = d1;
  };
}

const key = (x) => Math.floor(1e9 * x + 0.5);

/** Headlines of the areas, and the lowest of them. */
function headline(bank, order, headlines) {
  const { low, coverage } = bank;
  let lowest = 100;
  for (let i = 0; i < order.length; i++) {
    const a = order[i];
    const x = (100 * low[a]) / coverage[a];
    headlines[a] = x;
    if (x < lowest) lowest = x;
  }
  return lowest;
}

function inOrder(order, headlines) {
  for (let i = 1; i < order.length; i++) {
    const before = key(headlines[order[i - 1]]);
    const after = key(headlines[order[i]]);
    if (before < after || (before === after && order[i - 1] > order[i])) return false;
  }
  return true;
}

/** Random numbers into drawn weights. */
function vary(numbers, weights, least, span) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = weights[i] * (least + span * numbers[i]);
}

/** Section 9, without names. */
export function sensitivity(bank, answers, { draws = 2000, seed = 20080522, delta = 0.25 } = {}) {
  const base = assess(bank, answers);
  if (base.score === null) return null;
  const { stages } = bank;
  const band = (x) => {
    let at = stages.length - 1;
    while (at > 0 && stages[at] > x + 1e-9) at--;
    return at;
  };
  const headlines = bank.areaWeights.map(() => 0);
  const order = base.areas.flatMap((score, at) => (score === null ? [] : [at]));
  const by = (values) => (a, b) => key(values[b]) - key(values[a]) || a - b;
  order.sort(by(base.areas));
  // One list in the order of the stream, and the three parts of it.
  const weights = Float64Array.from([...bank.areaWeights, ...bank.indicatorWeights, ...bank.questionWeights]);
  const numbers = new Float64Array(weights.length);
  const areas = numbers.subarray(0, bank.areaWeights.length);
  const indicators = numbers.subarray(areas.length, areas.length + bank.indicatorWeights.length);
  const questions = numbers.subarray(areas.length + indicators.length);
  const fill = generator(seed);
  const scores = new Float64Array(draws);
  const inStage = new Uint32Array(stages.length);
  const kept = new Uint32Array(order.length);
  const least = 1 - delta;
  const span = 2 * delta;
  const out = [0, 0];
  for (let n = 0; n < draws; n++) {
    fill(numbers);
    vary(numbers, weights, least, span);
    aggregate(bank, areas, indicators, questions, out);
    const score = out[0] / out[1];
    scores[n] = score;
    const lowest = headline(bank, order, headlines);
    if (inOrder(order, headlines)) for (let i = 0; i < kept.length; i++) kept[i]++;
    else {
      const now = order.slice().sort(by(headlines));
      for (let i = 0; i < kept.length; i++) if (now[i] === order[i]) kept[i]++;
    }
    inStage[Math.min(band(score), band(lowest) + 1)]++;
  }
  let sum = 0;
  for (const x of scores) sum += x;
  const mean = sum / draws;
  let squares = 0;
  for (const x of scores) squares += (x - mean) * (x - mean);
  scores.sort();
  const percentile = (p) => {
    const h = (draws - 1) * p;
    const below = Math.floor(h);
    const x = scores[below];
    return x + (h - below) * ((scores[below + 1] ?? x) - x);
  };
  return {
    min: scores[0],
    max: scores[draws - 1],
    mean,
    sd: Math.sqrt(squares / draws),
    percentiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(percentile),
    stageShare: Array.from(inStage, (n) => n / draws),
    rankStability: Array.from(kept, (n) => n / draws),
  };
}
