//! Why a file could not be opened.

use super::kind::OtherKind;
use super::read::MAX_FILE_BYTES;

/// Why a file could not be opened. The text for people is looked up by [`FileError::code`] and filled
/// in from [`FileError::values`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Nothing in it.
    Empty,
    /// Larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// No text in UTF-8 or UTF-16.
    NotText,
    /// By its first bytes a file of another kind.
    OtherKind(OtherKind),
    /// No JSON from this place on.
    Broken {
        /// Line, from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
        /// What is wrong there.
        reason: Reason,
    },
    /// JSON, but no answers in it.
    NotAssessment,
    /// Answers to another bank.
    OtherBank {
        /// Id of that bank.
        id: String,
    },
    /// Sealed, but the envelope is damaged.
    Sealed,
    /// Does not open with this passphrase; found where it is opened.
    Passphrase,
}

/// What is wrong at a place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file ends too early.
    Cut,
    /// Something that does not belong there.
    Syntax,
    /// A number that is too large.
    Number,
    /// Values nested too deep.
    Nesting,
}

impl Reason {
    /// Stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cut => "cut",
            Self::Syntax => "syntax",
            Self::Number => "number",
            Self::Nesting => "nesting",
        }
    }
}

impl FileError {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file.empty",
            Self::TooLarge => "file.too-large",
            Self::NotText => "file.not-text",
            Self::OtherKind(_) => "file.other-kind",
            Self::Broken { .. } => "file.broken",
            Self::NotAssessment => "file.not-assessment",
            Self::OtherBank { .. } => "file.other-bank",
            Self::Sealed => "file.sealed",
            Self::Passphrase => "file.passphrase",
        }
    }

    /// Values for the placeholders of its text: `max` in MiB; `kind`; `line`, `column` and `reason`;
    /// `bank`.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge => vec![("max", (MAX_FILE_BYTES >> 20).to_string())],
            Self::OtherKind(kind) => vec![("kind", kind.name().into())],
            Self::Broken {
                line,
                column,
                reason,
            } => vec![
                ("line", line.to_string()),
                ("column", column.to_string()),
                ("reason", reason.name().into()),
            ],
            // An id from a file may be as long as the file.
            Self::OtherBank { id } => vec![("bank", id.chars().take(60).collect())],
            Self::Empty | Self::NotText | Self::NotAssessment | Self::Sealed | Self::Passphrase => {
                vec![]
            }
        }
    }
}
