//! A workshop as text and back.

use super::{exercise, Came, Person, Talk, Workshop};
use crate::json;
use crate::{code, Given, Mode};
use gca_engine::{Answers, Bank, Json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Version of this format.
pub const FORMAT: u32 = 1;

/// The member by which a workshop file is known.
const MARK: &str = "workshop";

/// The members that are understood.
const NAMES: [&str; 12] = [
    "format", "next", "people", "talks", "agreed", "exercise", MARK, "engine", "bank", "version",
    "hash", "saved",
];

/// The text that is kept. Answers are share codes, a tenth of their length as members: a storage has
/// room for a thousand people.
pub fn write(bank: &Bank, workshop: &Workshop) -> String {
    let code = |answers: &Answers| Json::Text(code::encode(bank, Mode::Full, answers));
    json::text(&Json::Object(members(bank, workshop, "code", &code)))
}

/// The text of a workshop file, saved at a time in milliseconds since 1970. Answers stand under the
/// ids of their questions, so that another version of the bank understands what it can.
pub fn write_file(bank: &Bank, workshop: &Workshop, saved: f64) -> String {
    let by_id = |answers: &Answers| Given::collect(bank, answers, &[]).to_json();
    let text = |text: &str| Json::Text(text.to_owned());
    let mut out = vec![
        (MARK.to_owned(), Json::Number(FORMAT.into())),
        ("engine".to_owned(), text(env!("CARGO_PKG_VERSION"))),
        ("bank".to_owned(), text(bank.id())),
        ("version".to_owned(), text(bank.version())),
        ("hash".to_owned(), text(bank.hash())),
    ];
    let time = crate::files::iso(saved);
    out.extend(time.map(|time| ("saved".to_owned(), Json::Text(time))));
    out.extend(members(bank, workshop, "answers", &by_id));
    json::text(&Json::Object(out))
}

/// A name for a workshop file of a day, such as 2026-03-12.
pub fn file_name(day: &str) -> String {
    ["workshop-", day, ".gca.json"].concat()
}

/// The workshop in a file; `None` if it is none on this bank.
pub(super) fn open(bank: &Bank, bytes: &[u8]) -> Option<Workshop> {
    let value = crate::files::value(bytes).ok()?;
    value.get(MARK)?;
    let id = value.get("bank");
    let ours = id.is_none_or(|id| *id == Json::Text(bank.id().to_owned()));
    ours.then(|| of(bank, &value))
}

type Write<'a> = &'a dyn Fn(&Answers) -> Json;

fn members(bank: &Bank, workshop: &Workshop, name: &str, answers: Write) -> Vec<(String, Json)> {
    let people = workshop.people.iter().map(|person| {
        object([
            ("id", Json::Number(person.id.into())),
            ("name", text(&person.name)),
            ("group", text(&person.group)),
            (name, answers(&person.answers)),
            ("came", Json::Text(person.came.name().into())),
            ("mark", text(&person.mark)),
            ("in", Json::Bool(person.is_in)),
        ])
    });
    let people = people.chain(workshop.unread.iter().cloned());
    let talks = workshop.talks.iter();
    let talks = talks.map(|(id, talk)| (id.clone(), talk_to_json(talk)));
    let mut agreed = Answers::new(bank);
    for question in bank.questions() {
        let talk = workshop.talks.get(&*question.id);
        agreed.set(question.source, talk.and_then(|talk| talk.agreed));
    }
    let mut members = vec![
        ("format".to_owned(), Json::Number(FORMAT.into())),
        ("next".to_owned(), Json::Number(workshop.next_id.into())),
        ("people".to_owned(), Json::List(people.collect())),
        ("talks".to_owned(), Json::Object(talks.collect())),
        ("agreed".to_owned(), answers(&agreed)),
    ];
    let exercise = workshop.exercise.write();
    members.extend(exercise.map(|value| ("exercise".to_owned(), value)));
    members.extend(workshop.others.iter().cloned());
    members
}

/// Reads what [`write`] or [`write_file`] wrote. What is no workshop is an empty one.
pub fn read(bank: &Bank, kept: &str) -> Workshop {
    match json::parse(kept) {
        Ok(value) => of(bank, &value),
        Err(_) => Workshop::default(),
    }
}

fn of(bank: &Bank, value: &Json) -> Workshop {
    let answers = |value: Option<&Json>| match value {
        Some(Json::Text(text)) => code::decode(bank, text).map(|(_, answers)| answers).ok(),
        Some(value @ Json::Object(_)) => Some(Answers::read(bank, Given::from_json(value).0).0),
        _ => None,
    };
    let (mut people, mut unread) = (Vec::new(), Vec::new());
    if let Some(Json::List(list)) = value.get("people") {
        for value in list {
            let given = value.get("code").or_else(|| value.get("answers"));
            let Some(answers) = answers(given) else {
                unread.push(value.clone());
                continue;
            };
            people.push(Person {
                id: number(value.get("id")),
                name: word(value.get("name")),
                group: word(value.get("group")),
                answers,
                came: Came::from_name(&word(value.get("came"))),
                mark: word(value.get("mark")),
                is_in: value.get("in") != Some(&Json::Bool(false)),
            });
        }
    }
    let agreed = answers(value.get("agreed"));
    let mut talks = BTreeMap::new();
    let given = value.get("talks").and_then(Json::members);
    for (id, value) in given.unwrap_or_default() {
        let question = bank.questions().iter().find(|question| &*question.id == id);
        let source = question.map(|question| question.source);
        let agreed = source.and_then(|source| agreed.as_ref()?.get(source));
        talks.insert(id.to_owned(), talk_of(value, agreed));
    }
    let last = people.iter().map(|person: &Person| person.id).max();
    let exercise = value.get("exercise").map(exercise::State::read);
    let others = value.members().unwrap_or_default().into_iter();
    let others = others.filter(|(name, _)| !NAMES.contains(name));
    Workshop {
        next_id: number(value.get("next")).max(last.unwrap_or_default()),
        people,
        unread,
        talks,
        exercise: exercise.unwrap_or_default(),
        others: others
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect(),
        ..Workshop::default()
    }
}

fn talk_to_json(talk: &Talk) -> Json {
    let second = talk.second.iter().map(|n| Json::Number((*n).into()));
    let values = talk.values.iter().copied().filter(|x| x.is_finite());
    object([
        ("second", Json::List(second.collect())),
        ("dontKnow", Json::Number(talk.dont_know.into())),
        ("values", Json::List(values.map(Json::Number).collect())),
        ("minority", text(&talk.minority)),
        ("done", Json::Bool(talk.is_done)),
    ])
}

fn talk_of(value: &Json, agreed: Option<gca_engine::Answer>) -> Talk {
    let list = |name: &str| match value.get(name) {
        Some(Json::List(list)) => list.clone(),
        _ => Vec::new(),
    };
    Talk {
        second: list("second")
            .iter()
            .map(|value| number(Some(value)))
            .collect(),
        dont_know: number(value.get("dontKnow")),
        values: list("values")
            .iter()
            .filter_map(|value| match value {
                Json::Number(x) => Some(*x),
                _ => None,
            })
            .collect(),
        agreed,
        minority: word(value.get("minority")),
        is_done: value.get("done") == Some(&Json::Bool(true)),
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let members = members.into_iter();
    Json::Object(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn word(value: Option<&Json>) -> Rc<str> {
    match value {
        Some(Json::Text(text)) => text.as_str().into(),
        _ => "".into(),
    }
}

/// A whole number from 0; what is none is 0.
fn number(value: Option<&Json>) -> u32 {
    match value {
        Some(Json::Number(x)) if x.is_finite() => *x as u32,
        _ => 0,
    }
}
