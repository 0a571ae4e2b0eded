//! The assessment file: one assessment, all of a device, or either sealed with a passphrase.
//!
//! [`write_one`], [`write_all`] and [`write_sealed`] give its text, [`file_name`] a name for it, and
//! [`read`] takes whatever was opened. Sealing itself is the browser's part: here is the envelope
//! only, and no passphrase ever comes here.

mod error;
mod kind;
mod name;
mod read;
mod report;
mod sealed;
mod time;
mod write;

pub use error::{FileError, Reason};
pub use kind::OtherKind;
pub use name::file_name;
pub(crate) use read::value;
pub use read::{read, Opened, Reading, MAX_ASSESSMENTS, MAX_FILE_BYTES};
pub use report::{Aside, Report, Why};
pub use sealed::{Sealed, ITERATIONS, NONCE_BYTES, SALT_BYTES};
pub use time::{from_iso, iso};
pub use write::{write_all, write_one, write_sealed};
pub(crate) use {name::named, write::write_with_results};

/// Members of the file that are no part of a snapshot.
const ENVELOPE: [&str; 5] = ["engine", "saved", "assessments", "sealed", "results"];
