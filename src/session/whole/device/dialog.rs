//! The dialogs.

use std::rc::Rc;

/// What the user is asked. Ids are those of the device; `None` is the open assessment.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A name for an assessment.
    Rename {
        /// Which.
        id: Option<String>,
        /// The name it has, or what was typed.
        name: Rc<str>,
        /// Whether that is too long.
        is_long: bool,
    },
    /// Delete an assessment that is not the open one?
    Delete(String),
    /// Delete everything?
    DeleteAll,
    /// Go on without what could not be saved?
    Leave,
    /// Keep nothing of this page?
    Shared,
    /// Save a file.
    Save {
        /// What is in it.
        scope: Scope,
        /// Whether it is protected with a passphrase.
        seal: bool,
        /// Whether it is being made.
        is_busy: bool,
        /// Why it was not made.
        error: Option<NotWritten>,
    },
    /// Open a file.
    Open,
    /// Open a sealed file.
    Unseal {
        /// Whether it is being tried.
        is_busy: bool,
        /// Whether the passphrase was another.
        has_failed: bool,
    },
    /// Make a code: the warning, or the code itself.
    Share {
        /// Whether the warning was read.
        is_made: bool,
    },
    /// Open a code.
    Code {
        /// Why what was typed is none.
        error: Option<crate::code::CodeError>,
        /// What was typed.
        typed: Rc<str>,
    },
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    /// The open assessment.
    This,
    /// One that is not open.
    Other(String),
    /// All of the device.
    All,
}

impl Dialog {
    /// A file of the open assessment.
    pub fn save(scope: Scope) -> Self {
        Self::Save {
            scope,
            seal: false,
            is_busy: false,
            error: None,
        }
    }

    /// Whether it begins with a field.
    pub(crate) fn has_field(&self) -> bool {
        matches!(
            self,
            Self::Rename { .. } | Self::Unseal { .. } | Self::Code { .. }
        )
    }
}

/// Least number of characters of a passphrase: whoever finds the file can try as many as they like.
pub const MIN_PASSPHRASE: usize = 8;

/// Why a file was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// No passphrase was typed.
    Empty,
    /// It has fewer characters than [`MIN_PASSPHRASE`].
    Short,
    /// It was typed in two ways.
    Differs,
    /// The browser could not seal it.
    Failed,
}
