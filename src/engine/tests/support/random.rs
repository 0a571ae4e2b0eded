//! Random banks and answers from a seed, so that a failure can be met again.

use serde_json::{json, Map, Value};

/// SplitMix64.
#[derive(Clone)]
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A whole number from `low` to `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How large the parts of a random bank may be.
#[derive(Clone, Copy)]
pub struct Size {
    pub areas: usize,
    pub indicators: usize,
    pub questions: usize,
}

pub const SMALL: Size = Size {
    areas: 3,
    indicators: 2,
    questions: 2,
};
pub const MEDIUM: Size = Size {
    areas: 5,
    indicators: 4,
    questions: 5,
};

/// Weights: mostly few different ones, so that ties are common.
fn weight(random: &mut Random) -> Value {
    if random.chance(70) {
        json!(random.pick(&[0.5, 1.0, 1.0, 2.0, 3.0]))
    } else {
        json!(0.01 + 5.0 * random.unit())
    }
}

pub fn bank(random: &mut Random, size: Size) -> Value {
    let mut ids: Vec<(String, usize)> = Vec::new();
    let mut areas = Vec::new();
    for a in 0..random.between(1, size.areas) {
        let mut indicators = Vec::new();
        for i in 0..random.between(1, size.indicators) {
            let mut questions = Vec::new();
            for q in 0..random.between(1, size.questions) {
                let id = format!("a{a}.i{i}.q{q}");
                let (mut question, top) = question(random, &id);
                if !ids.is_empty() && random.chance(25) {
                    let (needed, top) = random.pick(&ids).clone();
                    question["depends_on"] =
                        json!({"question": needed, "at_least": random.between(1, top)});
                }
                ids.push((id, top));
                questions.push(question);
            }
            indicators.push(json!({"id": format!("a{a}.i{i}"), "weight": weight(random), "questions": questions}));
        }
        areas.push(
            json!({"id": format!("a{a}"), "weight": weight(random), "indicators": indicators}),
        );
    }
    let quick: Vec<_> = ids
        .iter()
        .filter(|_| random.chance(40))
        .map(|(id, _)| id)
        .collect();
    let checks: Vec<_> = (0..random.below(4))
        .map(|n| {
            let (question, top) = random.pick(&ids).clone();
            json!({"id": format!("check-{n}"), "text": "These do not fit.", "all": [
                {"question": question, "at_least": random.between(1, top)}]})
        })
        .collect();
    let stages = [
        ("starting", 0.0),
        ("building", 12.5),
        ("established", 37.5),
        ("managed", 62.5),
        ("adaptive", 87.5),
    ];
    json!({
        "id": "random", "version": "1", "quick": quick, "areas": areas, "checks": checks,
        "stages": stages.map(|(id, min)| json!({"id": id, "min": min}))
    })
}

/// A question and its top level.
fn question(random: &mut Random, id: &str) -> (Value, usize) {
    let kind = *random.pick(&[
        "single", "single", "single", "multi", "multi", "yesno", "number",
    ]);
    let mut question = json!({
        "id": id, "kind": kind, "weight": weight(random), "allow_na": random.chance(30)
    });
    let option = |n: usize, score: f64| json!({"id": format!("l{n}"), "score": score});
    let top = match kind {
        "single" => {
            let top = random.between(1, 4);
            let mut scores: Vec<f64> = (0..=top).map(|n| n as f64 / top as f64).collect();
            if random.chance(30) {
                for score in &mut scores[1..top] {
                    *score = random.unit() * 0.9 + 0.05;
                }
                scores.sort_by(f64::total_cmp);
            }
            question["options"] = scores
                .iter()
                .enumerate()
                .map(|(n, &s)| option(n, s))
                .collect();
            top
        }
        "yesno" => {
            question["options"] = json!([option(0, 0.0), option(1, 1.0)]);
            1
        }
        "multi" => {
            let count = random.between(2, 4);
            let share = *random.pick(&[1.0, 1.2]) / count as f64;
            let mut options: Vec<_> = (0..count).map(|n| option(n, share)).collect();
            options.push(json!({"id": "none", "score": 0, "exclusive": true}));
            question["options"] = json!(options);
            3
        }
        _ => {
            let posts = *random.pick(&[(0.0, 20.0), (60.0, 10.0), (-5.0, 5.0), (1.0, 0.25)]);
            question["worst"] = json!(posts.0);
            question["best"] = json!(posts.1);
            if random.chance(50) {
                question["min"] = json!(f64::min(posts.0, posts.1) - 10.0);
            }
            3
        }
    };
    let mut advice = Vec::new();
    for below in 1..=top {
        if random.chance(80) {
            advice.push(json!({"below": below, "effort": random.pick(&["low", "medium", "high"])}));
        }
    }
    question["advice"] = json!(advice);
    (question, top)
}

pub fn questions(bank: &Value) -> Vec<&Value> {
    let list = |v: &Value, name: &str| v[name].as_array().unwrap().len();
    let mut all = Vec::new();
    for a in 0..list(bank, "areas") {
        let area = &bank["areas"][a];
        for i in 0..list(area, "indicators") {
            all.extend(area["indicators"][i]["questions"].as_array().unwrap());
        }
    }
    all
}

/// Answers, `known` per cent of them with a score; among the others every way to have none.
pub fn answers(random: &mut Random, bank: &Value, known: usize) -> Value {
    let mut answers = Map::new();
    for question in questions(bank) {
        let value = if random.chance(known) {
            valid(random, question)
        } else {
            match random.below(5) {
                0 => json!("dk"),
                1 => json!("na"),
                2 => json!(["no-such-option"]),
                3 => Value::Null,
                _ => continue,
            }
        };
        answers.insert(question["id"].as_str().unwrap().to_owned(), value);
    }
    json!({ "answers": answers })
}

pub fn valid(random: &mut Random, question: &Value) -> Value {
    let options = question["options"].as_array();
    match (question["kind"].as_str().unwrap(), options) {
        ("number", _) => {
            let (worst, best) = (
                question["worst"].as_f64().unwrap(),
                question["best"].as_f64().unwrap(),
            );
            let x = worst + (best - worst) * (random.unit() * 1.4 - 0.2);
            json!(if random.chance(20) { worst } else { x })
        }
        ("multi", Some(options)) => {
            let ticked: Vec<_> = options
                .iter()
                .filter(|_| random.chance(45))
                .map(|o| o["id"].clone())
                .collect();
            if ticked.is_empty() {
                json!(["none"])
            } else {
                json!(ticked)
            }
        }
        (_, Some(options)) => random.pick(options)["id"].clone(),
        _ => Value::Null,
    }
}
