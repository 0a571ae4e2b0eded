//! What is kept of an assessment: the form of slots, of `exportAnswers()` and of answer files.

#[cfg(feature = "whole")]
mod read;
#[cfg(feature = "whole")]
pub(crate) use read::raw;
#[cfg(all(test, feature = "whole"))]
mod tests;

use gca_engine::{Answer, Answers, Bank, Kept, Kind, Question, RawAnswer};

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
        Sheet {
            format: self.format,
            bank: &self.bank,
            version: &self.version,
            hash: &self.hash,
            mode: &self.mode,
            answers: self.answers.values(),
            notes: self.notes.values(),
            screen: &self.screen,
            indicator: &self.indicator,
            rest: &self.rest,
        }
        .text(number)
    }
}

/// Values by question id, in their order.
pub(crate) type Values<'a> = Box<dyn Iterator<Item = (&'a str, Value<'a>)> + 'a>;

/// A snapshot as it is written, of what lies elsewhere: every answer is saved, and to copy seventy
/// of them first took longer than to write them.
pub(crate) struct Sheet<'a> {
    pub format: u32,
    pub bank: &'a str,
    pub version: &'a str,
    pub hash: &'a str,
    pub mode: &'a str,
    pub answers: Values<'a>,
    pub notes: Values<'a>,
    pub screen: &'a str,
    pub indicator: &'a str,
    pub rest: &'a str,
}

impl Sheet<'_> {
    pub fn text(self, number: &dyn Fn(f64) -> String) -> String {
        let mut out = String::with_capacity(4096 + self.rest.len());
        out.push_str("{\"format\":");
        push_digits(&mut out, self.format);
        for (name, value) in [
            ("bank", self.bank),
            ("version", self.version),
            ("hash", self.hash),
            ("mode", self.mode),
        ] {
            push_name(&mut out, name);
            push_text(&mut out, value);
        }
        for (name, given) in [("answers", self.answers), ("notes", self.notes)] {
            push_name(&mut out, name);
            push_given(&mut out, given, number);
        }
        for (name, value) in [("screen", self.screen), ("indicator", self.indicator)] {
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
    if !text.bytes().any(|b| b < b' ' || b == b'"' || b == b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
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
    /// The answers of a bank, and what it did not understand.
    pub fn collect(bank: &Bank, answers: &Answers, kept: &[Kept]) -> Self {
        Self::copied(values(bank, answers, kept))
    }

    pub(crate) fn copied(values: Values) -> Self {
        Self(values.map(|(id, v)| (String::from(id), v.raw())).collect())
    }

    fn values(&self) -> Values<'_> {
        let values = self.0.iter();
        Box::new(values.map(|(id, value)| (&**id, Value::Raw(value))))
    }
}

/// A value as it lies where it is used.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    Number(f64),
    /// Options that are ticked, by position, and the list that was not understood as a whole.
    Ticks(&'a Question, u64, &'a [String]),
    Raw(&'a RawAnswer),
}

impl<'a> Value<'a> {
    /// The answer to a question; of one that is not valid, the value itself is among what was kept.
    fn of(question: &'a Question, answer: Answer, kept: &'a [Kept]) -> Option<Self> {
        Some(match answer {
            Answer::Option(at) => Self::Text(&question.options.get(usize::from(at))?.id),
            // Options that only another version knows stay with the answer they came in.
            Answer::Ticks(ticks) => {
                let kept = kept.iter().find(|k| *k.question == *question.id);
                let old = match kept.map(|k| &k.value) {
                    Some(RawAnswer::List(old)) => &**old,
                    _ => &[],
                };
                Self::Ticks(question, ticks, old)
            }
            Answer::Number(x) => Self::Number(x),
            Answer::DontKnow => Self::Text("dk"),
            Answer::NotApplicable => Self::Text("na"),
            Answer::Invalid => return None,
        })
    }

    fn items(
        question: &'a Question,
        ticks: u64,
        old: &'a [String],
    ) -> impl Iterator<Item = &'a str> {
        let ticked = question.options.iter().enumerate();
        let ticked = ticked.filter(move |(at, _)| ticks >> at & 1 == 1);
        let unknown = old.iter().map(|id| &**id);
        let unknown = unknown.filter(|id| question.option_position(id).is_none());
        ticked.map(|(_, option)| &*option.id).chain(unknown)
    }

    fn raw(self) -> RawAnswer {
        match self {
            Self::Text(text) => RawAnswer::Text(text.into()),
            Self::Number(x) => RawAnswer::Number(x),
            Self::Ticks(question, ticks, old) => RawAnswer::List(
                Self::items(question, ticks, old)
                    .map(String::from)
                    .collect(),
            ),
            Self::Raw(value) => value.clone(),
        }
    }

    fn push(self, out: &mut String, number: &dyn Fn(f64) -> String) {
        match self {
            Self::Text(text) => push_text(out, text),
            Self::Number(x) if x.is_finite() => out.push_str(&number(x)),
            Self::Number(_) => out.push_str("null"),
            Self::Ticks(question, ticks, old) => {
                push_list(out, &mut Self::items(question, ticks, old));
            }
            Self::Raw(RawAnswer::Text(text)) => push_text(out, text),
            Self::Raw(RawAnswer::Number(x)) => Self::Number(*x).push(out, number),
            Self::Raw(RawAnswer::Null | RawAnswer::Other) => out.push_str("null"),
            Self::Raw(RawAnswer::List(items)) => {
                push_list(out, &mut items.iter().map(|item| &**item));
            }
        }
    }
}

/// The answers of a bank, and after them what it did not understand.
pub(crate) fn values<'a>(bank: &'a Bank, answers: &'a Answers, kept: &'a [Kept]) -> Values<'a> {
    let value = move |question: &'a Question| {
        let answer = answers.get(question.source)?;
        Value::of(question, answer, kept)
    };
    let answered = bank.questions().iter();
    let answered = answered.filter_map(move |q| Some((&*q.id, value(q)?)));
    // The first of a question, if it has no answer.
    let aside = kept.iter().enumerate().filter(move |(at, old)| {
        let before = kept.iter().take(*at);
        let place = bank.question_position(&old.question);
        let question = place.and_then(|at| bank.questions().get(at));
        question.is_none_or(|q| value(q).is_none())
            && !before.map(|k| &k.question).any(|id| *id == old.question)
    });
    let aside = aside.map(|(_, old)| (&*old.question, Value::Raw(&old.value)));
    Box::new(answered.chain(aside))
}

fn push_given(out: &mut String, given: Values, number: &dyn Fn(f64) -> String) {
    out.push('{');
    for (at, (id, value)) in given.enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_text(out, id);
        out.push(':');
        value.push(out, number);
    }
    out.push('}');
}

fn push_list(out: &mut String, items: &mut dyn Iterator<Item = &str>) {
    out.push('[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_text(out, item);
    }
    out.push(']');
}

/// Whether a question is answered by ticking.
pub(crate) fn is_checklist(kind: Kind) -> bool {
    matches!(kind, Kind::Multi)
}
