//! The same bits everywhere. A thousand cases are computed here and, by `tests/browser`, by the wasm
//! module in Node and in Chromium; all must meet the same digest of every number and text.
//!
//! The cases come from a generator of a few lines that JavaScript repeats exactly; the banks are the
//! examples and three random ones. `GCA_WRITE=1 cargo test -p gca-engine --test bits` writes the
//! banks and the digest anew, after a change of results that is meant.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::exchange::Engine;
use gca_engine::Json;
use serde_json::{json, Map, Value};
use support::random::{self, Random, MEDIUM};

const CASES: u32 = 1000;
const BANKS: [&str; 5] = [
    "tests/examples/example-1.json",
    "tests/examples/example-2.json",
    "tests/data/random-1.json",
    "tests/data/random-2.json",
    "tests/data/random-3.json",
];

fn path(file: &str) -> String {
    format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// The generator that JavaScript has too: 32 bits, of which the upper 16 serve.
struct Simple(u32);

impl Simple {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % n
    }
}

fn answers(bank: &Value, seed: u32) -> Value {
    let mut random = Simple(seed);
    let mut answers = Map::new();
    for question in random::questions(bank) {
        let ids: Vec<&Value> = question["options"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|o| &o["id"])
            .collect();
        let count = ids.len() as u32;
        let value = match (random.below(16), question["kind"].as_str().unwrap()) {
            (0, _) => json!("dk"),
            (1, _) => continue,
            (2, _) => json!("na"),
            (_, "multi") => {
                let ticks = 1 + random.below((1 << count) - 1);
                json!((0..count)
                    .filter(|at| ticks >> at & 1 == 1)
                    .map(|at| ids[at as usize])
                    .collect::<Vec<_>>())
            }
            (_, "number") => {
                let (worst, best) = (
                    question["worst"].as_f64().unwrap(),
                    question["best"].as_f64().unwrap(),
                );
                json!(worst + (best - worst) * f64::from(random.below(1000)) / 1000.0)
            }
            _ => ids[random.below(count) as usize].clone(),
        };
        answers.insert(question["id"].as_str().unwrap().to_owned(), value);
    }
    json!({ "answers": answers })
}

/// FNV-1a over the bytes of every number, text and name, in order.
struct Digest(u32);

impl Digest {
    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn add(&mut self, value: &Json) {
        match value {
            Json::Null => self.bytes(b"n"),
            Json::Bool(value) => self.bytes(if *value { b"t" } else { b"f" }),
            Json::Number(x) => self.bytes(&x.to_bits().to_le_bytes()),
            Json::Text(text) => self.bytes(text.as_bytes()),
            Json::List(items) => items.iter().for_each(|item| self.add(item)),
            Json::Object(members) => {
                for (name, value) in members {
                    self.bytes(name.as_bytes());
                    self.add(value);
                }
            }
        }
    }
}

fn digest(banks: &[Value]) -> String {
    let engines: Vec<Engine> = banks
        .iter()
        .map(|b| Engine::open(&b.to_string()).unwrap())
        .collect();
    let mut digest = Digest(0x811c_9dc5);
    for n in 0..CASES {
        let at = n as usize % banks.len();
        let (bank, engine) = (&banks[at], &engines[at]);
        let text = |seed: u32| answers(bank, seed).to_string();
        let (now, then) = (text(n), text(n + 5000));
        let mut random = Simple(n + 9000);
        let score = 50.0 + f64::from(random.below(500)) / 10.0;
        let goal = json!({"score": score, "stage": if random.below(2) == 0 { Value::Null } else { json!("managed") }});
        let draws = json!({"draws": 1 + random.below(40), "seed": n, "delta": f64::from(random.below(90)) / 100.0});
        let profile = json!({"label": "p", "areas": {"a": 40.5, "a0": 33.3, "a1": 50}});
        let responses: Vec<_> = (0..3)
            .map(|m| json!({"id": format!("r{m}"), "answers": answers(bank, n * 3 + m)["answers"]}))
            .collect();
        let results = [
            engine.assess(&now, ""),
            engine.assess(&now, r#"{"mode":"quick"}"#),
            engine.sensitivity(&now, &draws.to_string()),
            engine.compare(&now, &then, ""),
            engine.target(
                &now,
                &json!({"questions": answers(bank, n + 7000)["answers"]}).to_string(),
                "",
            ),
            engine.profile(&now, &profile.to_string(), ""),
            engine.path(&now, &goal.to_string(), ""),
            engine.workshop(&json!({ "responses": responses }).to_string(), ""),
            engine.explain(&now, "overall", ""),
            engine.check(&now, ""),
        ];
        for result in results {
            digest.add(&Json::parse(result.unwrap().as_bytes(), 1 << 24).unwrap());
        }
    }
    format!("{:08x}", digest.0)
}

#[test]
fn thousand_cases_have_the_bits_that_every_platform_has() {
    let write = std::env::var_os("GCA_WRITE").is_some();
    if write {
        for n in 1..=3 {
            let bank = random::bank(&mut Random(n * 1000), MEDIUM);
            let text = serde_json::to_string_pretty(&bank).unwrap() + "\n";
            std::fs::write(path(&format!("tests/data/random-{n}.json")), text).unwrap();
        }
    }
    let banks: Vec<Value> = BANKS.iter().map(|file| support::json(file)).collect();
    let digest = digest(&banks);
    if write {
        std::fs::write(path("tests/data/bits.txt"), format!("{digest}\n")).unwrap();
    }
    assert_eq!(digest, support::text("tests/data/bits.txt").trim());
}
