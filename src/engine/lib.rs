//! The scoring engine of `gca-assessment`: a question bank and answers in, an assessment out.
//!
//! A bank has areas, an area has indicators, an indicator has questions, and each of them has a
//! weight inside its group. A question is answered by one of its ordered options, by ticks of a
//! checklist, or by a number between two goalposts, and that gives a score of 0 to 1. From there
//! everything is a weighted arithmetic mean:
//!
//! ```text
//! low      = Σ ω s over known questions        every unknown answer counted as 0
//! coverage = Σ ω   over known questions        share of the applicable weight that is known
//! high     = low + 1 - coverage                every unknown answer counted as 1
//! score    = low / coverage                    the headline, over what is known
//! ```
//!
//! where ω, the effective weight of a question, is the product of its shares in indicator, area and
//! whole. "Not applicable" removes a weight and passes it to the siblings; "don't know" lowers the
//! coverage and widens the interval, never the score; nothing is imputed. A question whose
//! prerequisite is missing is known to be 0. The overall stage is at most one above the lowest area:
//! a country is attacked where it is weakest. Everything is in points of 0–100, in double precision
//! without intermediate rounding; [`display_score`] and [`display_coverage`] round for people.
//!
//! # Where to start
//!
//! | question | ask |
//! | --- | --- |
//! | what is asked, and is the file sound? | [`BankSpec`], [`Bank`] |
//! | what was said? | [`Answers`], [`exchange::AnswersFile`] |
//! | what follows? | [`assess`] |
//! | what next, and what to find out? | [`roadmap`] |
//! | the least effort to a goal, exactly? | [`path()`] |
//! | where does this number come from? | [`explain()`] |
//! | do the answers fit together? | [`check()`] |
//! | does it depend on the weights? | [`sensitivity()`] |
//! | what if strong areas could not pay for weak ones? | [`geometric()`] |
//! | what does a room of people say? | [`workshop()`] |
//! | how far from then, from a target, from others? | [`compare()`], [`target`], [`profile`] |
//! | all of it as JSON | [`exchange::Engine`] |
//!
//! # Example
//!
//! ```
//! use gca_engine::{assess, roadmap, Answer, Answers, BankSpec, Detail};
//!
//! let file = br#"{
//!     "id": "small", "version": "1",
//!     "stages": [{"id": "early", "min": 0}, {"id": "ready", "min": 50}],
//!     "areas": [{"id": "law", "weight": 1, "indicators": [{"id": "offences", "weight": 1, "questions": [
//!         {"id": "enacted", "kind": "yesno", "weight": 2,
//!          "options": [{"id": "no", "score": 0}, {"id": "yes", "score": 1}]},
//!         {"id": "cases", "kind": "number", "weight": 1, "worst": 0, "best": 20}]}]}]
//! }"#;
//! // The texts that people read are left out here; `Detail::Whole` would miss them.
//! let bank = BankSpec::parse(file, Detail::Structure)?.spec.bank()?;
//! let mut answers = Answers::new(&bank);
//! answers.set(1, Some(Answer::Number(5.0)));
//!
//! let assessment = assess(&bank, &answers);
//! let points = assessment.overall.as_ref().unwrap().points;
//! assert!(points.score().is_some_and(|s| (s - 25.0).abs() < 1e-9)); // over what is known
//! assert!((points.coverage - 1.0 / 3.0).abs() < 1e-9);
//! assert!((points.low - 25.0 / 3.0).abs() < 1e-9);    // if the law were missing
//! assert!((points.high() - 75.0).abs() < 1e-9);       // if it were in force
//!
//! let next = roadmap(&bank, &answers, &assessment);
//! assert_eq!(next.find_out[0].question, 0);           // worth 66.7 points of interval
//! assert_eq!(next.steps[0].to, Answer::Number(10.0)); // the next step for cases
//! # Ok::<(), gca_engine::InputError>(())
//! ```
//!
//! # Validation
//!
//! - Every worked example and check value of the method comes out within 1e-9
//!   (`tests/examples.rs`, `tests/method.rs`).
//! - **A published index.** As a bank of 20 quantitative questions, the Global Cybersecurity Index
//!   2020 comes out for 194 countries: 969 of 970 published pillar scores within 1e-6 points of 100.
//!   The one that does not, Afghanistan's legal pillar, is published as one twentieth of the weighted
//!   sum of its own indicators, a likely slip in the series (`tests/gci2020.rs`).
//! - The least-effort path equals enumeration on random banks small enough to enumerate
//!   (`tests/path.rs`).
//! - Bounds, order, monotony, weights that leave exactly, one respondent as a group, export and import
//!   hold on random banks (`tests/properties.rs`); hostile files are refused or understood
//!   (`tests/hostile.rs`, `fuzz/`).
//! - A thousand random cases have the same bits natively and as wasm in Node and in Chromium
//!   (`tests/bits.rs`).
//!
//! # Speed
//!
//! On the shipped bank of 70 questions with the answers of its exercise, on a rented virtual machine
//! (x86-64, two processors of an AMD EPYC of family 25, compiled with fat LTO for any x86-64), nothing
//! else running. "Best" is the fastest sample, "typical" the median; the last column is plain
//! JavaScript written for speed, in Node on the same machine (`tests/browser/bench/plain-node.mjs`):
//!
//! | work | best | typical | aim | JavaScript, best |
//! | --- | --- | --- | --- | --- |
//! | [`assess`] from parsed answers | 1.0 µs | 1.3 µs | 3 µs | 6.5 µs, section 4 alone |
//! | the same with [`roadmap`] | 2.9 µs | 4.1 µs | | |
//! | [`sensitivity()`], 2,000 draws | 0.42 ms | 0.45 ms | 0.5 ms | 4.3 ms, 10 times as long |
//! | [`path()`] to the next stage, with frontier | 0.09 ms | 0.13 ms | 0.5 ms | |
//! | [`workshop()`] of 10,000 responses | 13 ms | 16 ms | 20 ms | |
//! | answer file to report, JSON to JSON | 58 µs | 75 µs | | |
//!
//! The aims were set beside JavaScript that took 3 µs and 1.8 ms, on a machine twice as fast as this.
//! Neighbours on such a machine make all of it slower by a quarter to a half at times.
//!
//! In instructions, which do not depend on others: 13,100 for assessing, 34,600 with roadmap, and
//! 6.08 million for the draws, 30 for each random number and all that follows from it.
//!
//! In one Chromium page on such a machine, from answers to result, 2,000 draws took 1.0 ms in the wasm
//! module and 9.0 ms in plain JavaScript written for speed, 9 times as long; in other runs 5 times
//! (`tests/browser/bench`). Up to 5,000 questions and 100,000 responses time and memory grow in
//! proportion: slopes of the logarithms 1.17 and 0.99 for assessing with roadmap, 0.93 and 0.86 for
//! draws, 1.00 and 0.92 for responses. The tables of a path grow with the square of the questions
//! in an area. Measure anew with
//! `cargo bench --manifest-path src/engine/benches/Cargo.toml`.
//!
//! # What it never does
//!
//! The engine never touches a screen, a clock, a network or a file, takes no randomness but from a
//! seed, formats nothing for people, and panics on no input.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod answers;
mod assess;
mod bank;
mod check;
mod compare;
mod display;
pub mod exchange;
mod explain;
mod finding;
mod geometric;
mod json;
mod path;
mod random;
mod rank;
mod roadmap;
mod sensitivity;
mod stage;
mod step;
mod weights;
mod workshop;

pub use answers::{Answer, Answers, Kept, RawAnswer};
pub use assess::{assess, routed, AreaResult, Assessment, Counts, Outcome, Overall, Points, State};
pub use bank::spec::{self, BankSpec};
pub use bank::{structure, value, word};
pub use bank::{
    Area, Bank, Check, CheckedBank, Choice, Condition, DependsOn, Detail, Effort, Goalposts,
    Indicator, Kind, Question, Stage, Structure, StructureError, Weights, MAX_BANK_BYTES,
    MAX_QUESTIONS,
};
pub use check::{check, raised, Raised};
pub use compare::{compare, profile, target, Change, Comparison, Profile, QuestionChange, Target};
pub use display::{display_coverage, display_score};
pub use explain::{explain, Child, Explanation, Mean, Node, Part, QuestionTrace, Rule};
pub use finding::{Finding, InputError, Severity};
pub use geometric::{geometric, Geometric};
pub use json::Json;
pub use path::{path, Goal, Move, Obstacle, Path, Plan, TooLarge};
pub use roadmap::{roadmap, FindOut, Roadmap, RoadmapStep};
pub use sensitivity::{sensitivity, Draw, Sensitivity, SensitivityRun, PERCENTILES};
pub use stage::{band, Standing};
pub use step::{Position, Rise};
pub use weights::Shares;
pub use workshop::{
    agreement, median_level, workshop, Flag, Numbers, QuestionWorkshop, Spread, Values, Workshop,
};
