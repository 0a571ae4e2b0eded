//! What a participant hands in: the answers, and if wished a name, a group, and the mark of the
//! assessment. As a code it is the share code, and behind a point the rest; as a file it is an
//! assessment file without notes and evidence, with one more member.

use crate::base64::{self, Alphabet};
use crate::catalog::{Catalog, Key};
use crate::code::{self, CodeError};
use crate::details::{Details, MAX_NAME};
use crate::files::write_one;
use crate::json;
use crate::model::Model;
use crate::snapshot::{Given, Snapshot};
use crate::Mode;
use gca_engine::{Answers, Bank, Json};
use std::rc::Rc;

/// The member of a file, and the names of what is in it.
const MEMBER: &str = "handIn";
const NAMES: [&str; 3] = ["name", "group", "mark"];

/// Characters below which a word is not taken for a code that was changed.
const LEAST: usize = 24;

/// Lines after its first that a code takes in a letter with short ones.
const LINES: usize = 4;

/// Groups that are suggested. They travel by their ids, since a room may speak several languages.
pub const GROUPS: [(&str, Key); 5] = [
    ("government", Key::HandInGovernment),
    ("industry", Key::HandInIndustry),
    ("academia", Key::HandInAcademia),
    ("civil-society", Key::HandInCivil),
    ("other", Key::HandInOther),
];

/// The groups that a host offers, from its attribute: names with commas between them, each of them once.
pub fn offered(attribute: &str) -> Vec<Rc<str>> {
    let mut names: Vec<Rc<str>> = Vec::new();
    let given = attribute.split(',').map(str::trim);
    for name in given.filter(|name| !name.is_empty()).map(cut) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What was handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand {
    /// Answers on the whole bank.
    pub answers: Answers,
    /// Name; empty without one.
    pub name: Rc<str>,
    /// Group; empty without one.
    pub group: Rc<str>,
    /// Mark of the assessment; empty without one.
    pub mark: Rc<str>,
}

impl Hand {
    /// With a suggested group in the words of a language instead of its id.
    pub(super) fn in_words(mut self, catalog: &Catalog) -> Self {
        let known = GROUPS.iter().find(|(id, _)| **id == *self.group);
        if let Some((_, key)) = known {
            self.group = catalog.bare(*key);
        }
        self
    }
}

/// The code of what is handed in.
pub fn write(bank: &Bank, hand: &Hand) -> String {
    let mut out = code::encode(bank, Mode::Full, &hand.answers);
    if let Some(rest) = rest(hand) {
        out.push('.');
        let text = json::text(&Json::List(rest.to_vec()));
        out.push_str(&base64::encode(text.as_bytes(), Alphabet::Url));
    }
    out
}

/// Name, group and mark; `None` if all are empty.
fn rest(hand: &Hand) -> Option<[Json; 3]> {
    let all = [&hand.name, &hand.group, &hand.mark];
    let is_empty = all.iter().all(|text| text.is_empty());
    (!is_empty).then(|| all.map(|text| Json::Text(text.to_string())))
}

/// The codes of a text, with what is wrong with those that do not hold. They stand among other
/// words, one a line or in a letter; what is no code is passed over, unless it is all there is.
/// A code that a letter broke into lines is put together again.
pub fn read(bank: &Bank, text: &str) -> Vec<Result<Hand, CodeError>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut rest = &words[..];
    while let Some((word, after)) = rest.split_first() {
        rest = after;
        if let Some((hand, after)) = whole(bank, word, after) {
            found.push(Ok(hand));
            rest = after;
            continue;
        }
        match one(bank, word) {
            Ok(hand) => found.push(Ok(hand)),
            Err(error) if words.len() == 1 => found.push(Err(error)),
            Err(CodeError::Alphabet | CodeError::Empty) => {}
            Err(error) => {
                let code = word.rsplit('=').next().unwrap_or(word);
                if code
                    .split('.')
                    .next()
                    .is_some_and(|code| code.len() >= LEAST)
                {
                    found.push(Err(error));
                }
            }
        }
    }
    if found.is_empty() {
        found.push(Err(match words.is_empty() {
            true => CodeError::Empty,
            false => CodeError::Alphabet,
        }));
    }
    found
}

/// A code whose first line is this word, with the lines that belong to it; `None` if it is not broken, or does not hold in the end.
fn whole<'a>(bank: &Bank, word: &str, after: &'a [&'a str]) -> Option<(Hand, &'a [&'a str])> {
    let may_go_on = word.ends_with('.') || after.first()?.starts_with('.');
    if word.len() < LEAST || (!may_go_on && one(bank, word).is_ok()) {
        return None;
    }
    let mut joined = word.to_owned();
    for (at, line) in after.iter().enumerate().take(LINES) {
        joined.push_str(line);
        if let Ok(hand) = one(bank, &joined) {
            return Some((hand, after.get(at + 1..)?));
        }
    }
    None
}

fn one(bank: &Bank, word: &str) -> Result<Hand, CodeError> {
    let edge = |c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c);
    let word = word.rsplit("gca=").next().unwrap_or(word);
    let word = word.trim_matches(edge);
    let (code, rest) = word.split_once('.').unwrap_or((word, ""));
    let (_, answers) = code::decode(bank, code)?;
    let mut hand = Hand {
        answers,
        ..Hand::default()
    };
    if rest.is_empty() {
        return Ok(hand);
    }
    let rest = base64::decode(rest, Alphabet::Url);
    let rest = rest.and_then(|decoded| String::from_utf8(decoded.bytes).ok());
    // Without its mark the same person would come twice.
    let Some(Json::List(list)) = rest.and_then(|text| json::parse(&text).ok()) else {
        return Err(CodeError::Short);
    };
    let text = |at: usize| match list.get(at) {
        Some(Json::Text(text)) => cut(text),
        _ => Rc::default(),
    };
    (hand.name, hand.group, hand.mark) = (text(0), text(1), text(2));
    Ok(hand)
}

/// The file of what is handed in, saved at a time in milliseconds since 1970.
pub fn write_file(bank: &Bank, hand: &Hand, saved: f64) -> String {
    let rest = rest(hand).map(|rest| {
        let names = NAMES.iter().map(|name| (*name).to_owned());
        let members = names.zip(rest).collect();
        json::text(&Json::Object(vec![(
            MEMBER.to_owned(),
            Json::Object(members),
        )]))
    });
    let snapshot = Snapshot {
        bank: bank.id().into(),
        version: bank.version().into(),
        hash: bank.hash().into(),
        mode: Mode::Full.name().into(),
        answers: Given::collect(bank, &hand.answers, &[]),
        rest: rest.unwrap_or_default(),
        ..Snapshot::default()
    };
    write_one(&snapshot, saved)
}

/// What a file hands in: any assessment file does.
pub fn of_snapshot(bank: &Bank, snapshot: &Snapshot) -> Hand {
    let details = Details::read(&snapshot.rest);
    let mut hand = Hand {
        answers: Answers::read(bank, snapshot.answers.0.iter().cloned()).0,
        name: details.name.clone(),
        mark: mark(details.begun),
        ..Hand::default()
    };
    let given = details.others.iter().find(|(name, _)| name == MEMBER);
    if let Some((_, given)) = given {
        let text = |name: &str| match given.get(name) {
            Some(Json::Text(text)) => cut(text),
            _ => Rc::default(),
        };
        let [name, group, mark] = NAMES.map(text);
        (hand.name, hand.group, hand.mark) = (name, group, mark);
    }
    hand
}

fn cut(text: &str) -> Rc<str> {
    text.chars().take(MAX_NAME).collect::<String>().into()
}

/// The mark of an assessment: the millisecond in which it was begun. Two devices hardly share one.
fn mark(begun: f64) -> Rc<str> {
    if begun <= 0.0 {
        return Rc::default();
    }
    let mut rest = begun as u64;
    let mut digits = Vec::new();
    while rest > 0 {
        digits.extend(char::from_digit((rest % 36) as u32, 36));
        rest /= 36;
    }
    digits.iter().rev().collect::<String>().into()
}

/// What can happen where answers are handed in.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The name was changed.
    Name(Rc<str>),
    /// The group was changed.
    Group(Rc<str>),
    /// Make the code; a new mark is this time in milliseconds since 1970.
    Make(f64),
    /// Hide it again.
    Hide,
}

/// The state of handing in. It is not kept: whether to give a name is decided each time.
#[derive(Clone, Debug, Default)]
pub struct HandIn {
    /// Name, as it was typed.
    pub name: Rc<str>,
    /// Group, as it was typed.
    pub group: Rc<str>,
    /// Whether the code is shown.
    pub is_made: bool,
}

pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<crate::Effect> {
    let state = &mut model.whole_part.hand_in;
    match msg {
        Msg::Name(name) => state.name = cut(&name),
        Msg::Group(group) => state.group = cut(&group),
        Msg::Hide => state.is_made = false,
        Msg::Make(now) => {
            state.is_made = true;
            if model.whole_part.details.begun == 0.0 && !model.is_looking() {
                model.edit_details(|details| details.begun = now);
                return crate::update::keep(model);
            }
        }
    }
    vec![]
}

impl Model {
    /// The state of handing in.
    pub fn hand_in(&self) -> &HandIn {
        &self.whole_part.hand_in
    }

    /// What is handed in as things stand.
    pub fn hand(&self) -> Hand {
        let mut answers = Answers::new(&self.whole);
        for question in self.whole.questions() {
            answers.set(question.source, self.answers.get(question.source));
        }
        let state = &self.whole_part.hand_in;
        Hand {
            answers,
            name: state.name.trim().into(),
            group: {
                let group = state.group.trim();
                let known = GROUPS
                    .iter()
                    .find(|(_, key)| *self.catalog.bare(*key) == *group);
                known.map_or(group, |(id, _)| id).into()
            },
            mark: mark(self.whole_part.details.begun),
        }
    }
}
