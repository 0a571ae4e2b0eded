//! Whatever was opened: an assessment, several, something sealed, or the exact reason why not.

use super::error::{FileError, Reason};
use super::kind::OtherKind;
use super::report::Report;
use super::sealed::Sealed;
use super::time::from_iso;
use super::ENVELOPE;
use crate::json;
use crate::snapshot::{Snapshot, FORMAT};
use gca_engine::{Bank, Json};
use std::borrow::Cow;

/// Largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 16 << 20;

/// Most assessments of one file; more are left out.
pub const MAX_ASSESSMENTS: usize = 1000;

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// To be opened with a passphrase; what is inside is read again.
    Sealed(Sealed),
    /// Open.
    Open(Opened),
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// When it was saved, in milliseconds since 1970.
    pub saved: Option<f64>,
    /// Whether it is of a newer format: to be looked at, not to be changed, for not all of it may
    /// have been understood.
    pub newer: bool,
    /// The assessments on this bank, at least one, and what came of each.
    pub assessments: Vec<(Snapshot, Report)>,
    /// Number of entries of the file that are left out: on other banks, damaged, or beyond
    /// [`MAX_ASSESSMENTS`].
    pub left_out: usize,
}

/// Reads a file on a whole bank.
///
/// # Errors
/// Says what keeps it from being an assessment on this bank. An answer that is not understood is no
/// error; see [`Report`].
pub fn read(bytes: &[u8], bank: &Bank) -> Result<Reading, FileError> {
    let value = value(bytes)?;
    if let Some(sealed) = value.get("sealed") {
        let sealed = Sealed::read(sealed).ok_or(FileError::Sealed)?;
        return Ok(Reading::Sealed(sealed));
    }
    open(&value, bank).map(Reading::Open)
}

/// What a file holds as JSON, whatever it is.
pub(crate) fn value(bytes: &[u8]) -> Result<Json, FileError> {
    if let Some(kind) = OtherKind::of(bytes) {
        return Err(FileError::OtherKind(kind));
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(FileError::TooLarge);
    }
    let text = text_of(bytes)?;
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    json::parse(&text).map_err(|error| broken(&text, &error))
}

fn open(value: &Json, bank: &Bank) -> Result<Opened, FileError> {
    let entries = match value.get("assessments") {
        Some(Json::List(entries)) => entries,
        _ => std::slice::from_ref(value),
    };
    let mut opened = Opened {
        saved: match value.get("saved") {
            Some(Json::Text(time)) => from_iso(time),
            _ => None,
        },
        newer: is_newer(value),
        assessments: Vec::new(),
        left_out: 0,
    };
    let mut other_bank = None;
    for entry in entries {
        match assessment(entry, bank) {
            Ok(found) if opened.assessments.len() < MAX_ASSESSMENTS => {
                opened.newer |= is_newer(entry);
                opened.assessments.push(found);
            }
            Ok(_) => opened.left_out += 1,
            Err(error) => {
                if matches!(error, FileError::OtherBank { .. }) {
                    other_bank.get_or_insert(error);
                }
                opened.left_out += 1;
            }
        }
    }
    if opened.assessments.is_empty() {
        return Err(other_bank.unwrap_or(FileError::NotAssessment));
    }
    Ok(opened)
}

/// Whether a value says that it is of a later format than this.
fn is_newer(value: &Json) -> bool {
    matches!(value.get("format"), Some(Json::Number(format)) if *format > f64::from(FORMAT))
}

/// One assessment. The oldest files have nothing but answers.
fn assessment(value: &Json, bank: &Bank) -> Result<(Snapshot, Report), FileError> {
    let Some(Json::Object(_)) = value.get("answers") else {
        return Err(FileError::NotAssessment);
    };
    match value.get("bank") {
        Some(Json::Text(id)) if !id.is_empty() && id != bank.id() => {
            Err(FileError::OtherBank { id: id.clone() })
        }
        _ => {
            let snapshot = Snapshot::without(value, &ENVELOPE);
            let report = Report::new(bank, &snapshot);
            Ok((snapshot, report))
        }
    }
}

/// The text of a file: UTF-8, or UTF-16 if it begins with its mark, as some editors save it.
fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, FileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match bytes {
        [0xff, 0xfe, units @ ..] => utf16(units, u16::from_le_bytes)?.into(),
        [0xfe, 0xff, units @ ..] => utf16(units, u16::from_be_bytes)?.into(),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(error) => return Err(not_text(bytes, error)),
        },
    };
    // No JSON has one; it stands in files of numbers and in UTF-16 without a mark.
    if text.contains('\0') {
        return Err(FileError::NotText);
    }
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileError> {
    let mut units = Vec::with_capacity(bytes.len() / 2);
    for pair in bytes.chunks(2) {
        units.push(unit(pair.try_into().map_err(|_| FileError::NotText)?));
    }
    String::from_utf16(&units).map_err(|_| FileError::NotText)
}

/// An object that ends inside a character was cut; everything else is no text.
fn not_text(bytes: &[u8], error: std::str::Utf8Error) -> FileError {
    let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let good = std::str::from_utf8(good).unwrap_or_default();
    if error.error_len().is_some() || !good.trim_start().starts_with('{') {
        return FileError::NotText;
    }
    let last = good.rsplit('\n').next().unwrap_or_default();
    FileError::Broken {
        line: good.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        reason: Reason::Cut,
    }
}

fn broken(text: &str, error: &serde_json::Error) -> FileError {
    let message = error.to_string();
    // The parser tells its limits from bad syntax by the message alone.
    let reason = if error.is_eof() {
        Reason::Cut
    } else if message.starts_with("recursion limit exceeded") {
        Reason::Nesting
    } else if message.starts_with("number out of range") {
        Reason::Number
    } else {
        Reason::Syntax
    };
    // It counts bytes, and an editor shows characters.
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let starts = line.unwrap_or_default().char_indices();
    let column = starts.take_while(|(at, _)| *at < error.column()).count();
    FileError::Broken {
        line: error.line().max(1),
        column: column.max(1),
        reason,
    }
}
