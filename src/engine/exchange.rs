//! Everything that leaves or enters as text: results in the shapes that files, Node and pages read,
//! and the files themselves.
//!
//! The computing modules know positions and numbers; here positions become ids. Whatever does not
//! exist is `null`, never absent and never 0.

mod answer;
mod answers;
pub mod assessment;
pub mod check;
pub mod comparison;
mod engine;
pub mod explain;
mod finding;
mod keyed;
mod options;
pub mod path;
pub mod sensitivity;
pub mod wording;
pub mod workshop;

pub use answer::AnswerValue;
pub use answers::{AnswersFile, ANSWERS_FORMAT, MAX_ANSWERS_BYTES};
pub use engine::Engine;
pub use keyed::Keyed;
pub use options::Options;
