//! The text of a file.

use super::sealed::Sealed;
use super::time::iso;
use super::ENVELOPE;
use crate::json;
use crate::snapshot::{Snapshot, FORMAT};
use gca_engine::Json;

/// The file of one assessment, saved at a time in milliseconds since 1970. It is a snapshot with two
/// more members, so that everything that reads answers reads it.
pub fn write_one(snapshot: &Snapshot, saved: f64) -> String {
    let mut members = stamp(saved);
    members.extend(rest(snapshot));
    text(snapshot, json::text(&Json::Object(members)))
}

/// The same with results, as JSON text, that a reader passes over: they are worked out anew.
pub(crate) fn write_with_results(snapshot: &Snapshot, saved: f64, results: &str) -> String {
    let mut out = write_one(snapshot, saved);
    out.pop();
    out.push_str(",\"results\":");
    out.push_str(results);
    out.push('}');
    out
}

/// The file of all assessments of a device, saved at a time in milliseconds since 1970.
pub fn write_all(snapshots: &[Snapshot], saved: f64) -> String {
    let mut members = vec![("format".into(), Json::Number(f64::from(FORMAT)))];
    members.extend(stamp(saved));
    let mut out = json::text(&Json::Object(members));
    // Snapshots are texts already; a tree of them all would only be built to be written.
    out.pop();
    out.push_str(",\"assessments\":[");
    for (at, snapshot) in snapshots.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let rest = rest(snapshot);
        let rest = match rest.is_empty() {
            true => String::new(),
            false => json::text(&Json::Object(rest)),
        };
        out.push_str(&text(snapshot, rest));
    }
    out.push_str("]}");
    out
}

/// The file of what was sealed.
pub fn write_sealed(sealed: &Sealed) -> String {
    json::text(&Json::Object(vec![
        ("format".into(), Json::Number(f64::from(FORMAT))),
        ("sealed".into(), sealed.to_json()),
    ]))
}

/// Which version wrote the file, and when.
fn stamp(saved: f64) -> Vec<(String, Json)> {
    let version = env!("CARGO_PKG_VERSION");
    let mut members = vec![("engine".to_owned(), Json::Text(version.into()))];
    members.extend(iso(saved).map(|time| ("saved".to_owned(), Json::Text(time))));
    members
}

/// A snapshot with another rest. What was read from a bare file has no format yet.
fn text(snapshot: &Snapshot, rest: String) -> String {
    let snapshot = Snapshot {
        format: snapshot.format.max(FORMAT),
        rest,
        ..snapshot.clone()
    };
    snapshot.text(&json::number)
}

/// Deepest nesting of a member that is written: a reader takes 127, and in a file of several
/// assessments each is two levels further down. One that was made to be deep must not keep all
/// others from being opened.
const MAX_DEPTH: usize = 100;

/// The members that nobody here reads, without those that are written anew: a host may have given back
/// a whole file.
fn rest(snapshot: &Snapshot) -> Vec<(String, Json)> {
    let members = match json::parse(&snapshot.rest) {
        Ok(Json::Object(members)) => members,
        _ => vec![],
    };
    let others = members.into_iter();
    others
        .filter(|(name, value)| !ENVELOPE.contains(&&**name) && depth(value) <= MAX_DEPTH)
        .collect()
}

/// How many values lie inside one another.
fn depth(value: &Json) -> usize {
    let below = match value {
        Json::List(items) => items.iter().map(depth).max(),
        Json::Object(members) => members.iter().map(|(_, value)| depth(value)).max(),
        _ => return 0,
    };
    1 + below.unwrap_or(0)
}
