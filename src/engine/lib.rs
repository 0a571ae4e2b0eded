//! The scoring engine of `gca-assessment`: a question bank and answers in, an assessment out.
//!
//! Start at [`Bank`] (what is asked), [`Answers`] (what was said) and [`assess`] (what follows).
//! The engine never touches a screen, a clock, a network or a file, and formats nothing for people.
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
pub use assess::{assess, AreaResult, Assessment, Counts, Outcome, Overall, Points, State};
pub use bank::spec::{self, BankSpec};
pub use bank::{structure, value};
pub use bank::{
    Area, Bank, Check, CheckedBank, Choice, Condition, DependsOn, Detail, Effort, Goalposts,
    Indicator, Kind, Question, Stage, Structure, StructureError, MAX_BANK_BYTES, MAX_QUESTIONS,
};
pub use check::{check, Raised};
pub use compare::{compare, profile, target, Change, Comparison, Profile, QuestionChange, Target};
pub use display::{display_coverage, display_score};
pub use explain::{explain, Child, Explanation, Mean, Node, Part, QuestionTrace, Rule};
pub use finding::{Finding, InputError, Severity};
pub use geometric::{geometric, Geometric};
pub use json::Json;
pub use path::{path, Goal, Move, Obstacle, Path, Plan, TooLarge};
pub use roadmap::{roadmap, FindOut, Roadmap, RoadmapStep};
pub use sensitivity::{sensitivity, Draw, Sensitivity, PERCENTILES};
pub use stage::{band, Standing};
pub use step::Position;
pub use weights::Shares;
pub use workshop::{workshop, Flag, Numbers, QuestionWorkshop, Spread, Values, Workshop};
