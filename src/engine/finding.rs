//! What a reader has to say about a file: a stable code, where, and what was expected.

use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, but its author will want to know.
    Warning,
}

/// One thing that is not as it should be. People read a text looked up by `code`; programs and
/// authors of files read the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code, such as `bank.duplicate-id`.
    pub code: &'static str,
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// Where in the file, such as `areas[0].indicators[2].weight`; empty for the whole.
    pub path: String,
    /// What was expected there.
    pub expected: String,
    /// What stood there, shortened; empty if nothing did.
    pub found: String,
}

/// Longest quotation from a file, in characters.
const QUOTE: usize = 60;

impl Finding {
    /// A finding that keeps the file from being used.
    pub fn error(code: &'static str, path: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            path: path.into(),
            expected: expected.into(),
            found: String::new(),
        }
    }

    /// Says what stood there instead.
    pub fn found(mut self, found: impl AsRef<str>) -> Self {
        let found = found.as_ref();
        self.found = match found.char_indices().nth(QUOTE) {
            Some((end, _)) => format!("{}…", found.get(..end).unwrap_or("")),
            None => found.to_owned(),
        };
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let place = if self.path.is_empty() {
            "the file"
        } else {
            &self.path
        };
        write!(f, "{place}: expected {}", self.expected)?;
        if !self.found.is_empty() {
            write!(f, ", found {}", self.found)?;
        }
        write!(f, " ({})", self.code)
    }
}

impl std::error::Error for Finding {}

/// Why an input was refused: at least one finding, all that there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    first: Finding,
    others: Vec<Finding>,
}

impl InputError {
    /// The error of these findings; `None` if there is none.
    pub fn new(findings: Vec<Finding>) -> Option<Self> {
        let mut findings = findings.into_iter();
        Some(Self {
            first: findings.next()?,
            others: findings.collect(),
        })
    }

    /// The finding that names the error.
    pub fn first(&self) -> &Finding {
        &self.first
    }

    /// All findings.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

impl From<Finding> for InputError {
    fn from(first: Finding) -> Self {
        Self {
            first,
            others: Vec::new(),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.first)?;
        match self.others.len() {
            0 => Ok(()),
            n => write!(f, " and {n} more"),
        }
    }
}

impl std::error::Error for InputError {}
