//! What the assessment is doing: the whole product as a pure state machine.
//!
//! [`Model`] is the state, [`Msg`] is what can happen, [`update`] changes the one by the other and
//! says as [`Effect`]s what the outside has to do. [`view`] says what a screen shows. Nothing here
//! knows a browser, a clock or a language: every flow is tested natively, in milliseconds.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "whole")]
mod base64;
pub mod catalog;
mod change;
#[cfg(feature = "whole")]
pub mod code;
#[cfg(feature = "whole")]
pub mod details;
mod feature;
#[cfg(feature = "whole")]
pub mod files;
#[cfg(feature = "whole")]
mod json;
pub mod keeper;
#[cfg(feature = "whole")]
pub mod library;
pub mod marks;
mod model;
mod msg;
pub mod plural;
pub mod slots;
mod snapshot;
mod texts;
mod trail;
mod update;
pub mod view;
#[cfg(feature = "whole")]
pub mod whole;

pub use catalog::{Catalog, Key};
pub use feature::Feature;
pub use model::{Config, Filter, Mode, Model, More, Persist, Saving, Screen, MAX_NOTE};
pub use msg::{Effect, Event, Focus, Msg};
pub use snapshot::{Given, Snapshot, FORMAT, MEMBERS};
pub use texts::{AreaTexts, QuestionTexts, Texts};
pub use update::update;
#[cfg(feature = "whole")]
pub use whole::WholeMsg;
