//! Findings and errors as data: `{code, message, detail}`.

use crate::finding::{Finding, InputError, Severity};
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Finding", 5)?;
        out.serialize_field("code", self.code)?;
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        out.serialize_field("severity", severity)?;
        out.serialize_field("path", &self.path)?;
        out.serialize_field("expected", &self.expected)?;
        let found = (!self.found.is_empty()).then_some(&self.found);
        out.serialize_field("found", &found)?;
        out.end()
    }
}

/// Code and message of the first finding; the detail has its path, what was expected and found,
/// and the list of all findings.
impl Serialize for InputError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("InputError", 3)?;
        out.serialize_field("code", self.first().code)?;
        out.serialize_field("message", &self.to_string())?;
        out.serialize_field("detail", &Detail(self))?;
        out.end()
    }
}

struct Detail<'a>(&'a InputError);

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.0.first();
        let mut out = serializer.serialize_struct("Detail", 4)?;
        out.serialize_field("path", &first.path)?;
        out.serialize_field("expected", &first.expected)?;
        let found = (!first.found.is_empty()).then_some(&first.found);
        out.serialize_field("found", &found)?;
        out.serialize_field("findings", &self.0.findings().collect::<Vec<_>>())?;
        out.end()
    }
}
