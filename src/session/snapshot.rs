//! What is kept of an assessment: the form of slots, of `exportAnswers()` and of answer files.

#[cfg(feature = "whole")]
mod read;
#[cfg(feature = "whole")]
pub(crate) use read::raw;
#[cfg(all(test, feature = "whole"))]
mod tests;

use gca_engine::{Answer, Answers, Bank, Kept, Kind, RawAnswer};

/// Version of the snapshot format.
pub const FORMAT: u32 = 1;

/// Answers with what belongs to them, by question id, independent of language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Version of this format; see [`FORMAT`].
    pub format: u32,
    /// Id of the bank.
    pub bank: String,
    /// Version of the bank.
    pub version: String,
    /// Hash of the bank.
    pub hash: String,
    /// `full` or `quick`; empty while not chosen.
    pub mode: String,
    /// Answers by question id, those included that this bank does not understand.
    pub answers: Given,
    /// Notes by question id.
    pub notes: Given,
    /// The screen that was open.
    pub screen: String,
    /// The indicator that was open.
    pub indicator: String,
    /// All other members, as the JSON text of an object; empty if there are none. Whoever does not
    /// know them hands them on unread.
    pub rest: String,
}

/// The members that a snapshot reads; all others are its rest.
pub const MEMBERS: [&str; 9] = [
    "format",
    "bank",
    "version",
    "hash",
    "mode",
    "answers",
    "notes",
    "screen",
    "indicator",
];

impl Snapshot {
    /// The JSON text that is kept. Written here rather than by the browser: building an object
    /// there, member by member, took longer than everything else that an answer causes. `number`
    /// writes a finite number: to do that here would bring 10 KB into the first load.
    pub fn text(&self, number: &dyn Fn(f64) -> String) -> String {
        let mut out = String::with_capacity(64 * self.answers.0.len() + 512 + self.rest.len());
        out.push_str("{\"format\":");
        push_digits(&mut out, self.format);
        for (name, value) in [
            ("bank", &self.bank),
            ("version", &self.version),
            ("hash", &self.hash),
            ("mode", &self.mode),
        ] {
            push_name(&mut out, name);
            push_text(&mut out, value);
        }
        for (name, given) in [("answers", &self.answers), ("notes", &self.notes)] {
            push_name(&mut out, name);
            given.push(&mut out, number);
        }
        for (name, value) in [("screen", &self.screen), ("indicator", &self.indicator)] {
            push_name(&mut out, name);
            push_text(&mut out, value);
        }
        let rest = self.rest.trim_start_matches('{');
        if rest.len() > 1 {
            out.push(',');
            out.push_str(rest);
        } else {
            out.push('}');
        }
        out
    }
}

fn push_name(out: &mut String, name: &str) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
}

fn push_digits(out: &mut String, n: u32) {
    if n > 9 {
        push_digits(out, n / 10);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

/// A JSON string. Only what JSON does not allow in it is escaped.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [c as u8 >> 4, c as u8 & 15] {
                    out.push(char::from(if digit > 9 { b'a' - 10 } else { b'0' } + digit));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Values by question id, in the order in which they stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given(pub Vec<(String, RawAnswer)>);

impl Given {
    fn push(&self, out: &mut String, number: &dyn Fn(f64) -> String) {
        out.push('{');
        for (at, (id, value)) in self.0.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            push_text(out, id);
            out.push(':');
            match value {
                RawAnswer::Text(text) => push_text(out, text),
                RawAnswer::Number(x) if x.is_finite() => out.push_str(&number(*x)),
                RawAnswer::Number(_) | RawAnswer::Null | RawAnswer::Other => out.push_str("null"),
                RawAnswer::List(items) => {
                    out.push('[');
                    for (at, item) in items.iter().enumerate() {
                        if at > 0 {
                            out.push(',');
                        }
                        push_text(out, item);
                    }
                    out.push(']');
                }
            }
        }
        out.push('}');
    }

    /// The answers of a bank, and what it did not understand.
    pub fn collect(bank: &Bank, answers: &Answers, kept: &[Kept]) -> Self {
        let mut list = Vec::new();
        for question in bank.questions() {
            let Some(answer) = answers.get(question.source) else {
                continue;
            };
            // Not `to_string`, which would format each id: every answer waits for this.
            let option = |at: usize| question.options.get(at).map(|o| String::from(&*o.id));
            let value = match answer {
                Answer::Option(at) => match option(usize::from(at)) {
                    Some(id) => RawAnswer::Text(id),
                    None => continue,
                },
                Answer::Ticks(ticks) => RawAnswer::List(
                    (0..question.options.len())
                        .filter(|at| ticks >> at & 1 == 1)
                        .filter_map(option)
                        .collect(),
                ),
                Answer::Number(x) => RawAnswer::Number(x),
                Answer::DontKnow => RawAnswer::Text("dk".into()),
                Answer::NotApplicable => RawAnswer::Text("na".into()),
                // The value itself is among what was kept.
                Answer::Invalid => continue,
            };
            // Options that only another version knows stay with the answer they came in.
            let value = match (value, kept.iter().find(|k| *k.question == *question.id)) {
                (
                    RawAnswer::List(mut ids),
                    Some(Kept {
                        value: RawAnswer::List(old),
                        ..
                    }),
                ) => {
                    ids.extend(
                        old.iter()
                            .filter(|id| question.option_position(id).is_none())
                            .cloned(),
                    );
                    RawAnswer::List(ids)
                }
                (value, _) => value,
            };
            list.push((String::from(&*question.id), value));
        }
        for old in kept {
            if !list.iter().any(|(id, _)| *id == old.question) {
                list.push((old.question.clone(), old.value.clone()));
            }
        }
        Self(list)
    }
}

/// Whether a question is answered by ticking.
pub(crate) fn is_checklist(kind: Kind) -> bool {
    matches!(kind, Kind::Multi)
}
