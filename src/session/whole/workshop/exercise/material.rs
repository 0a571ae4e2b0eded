//! What an exercise is made of, as it stands in a bank file.

use crate::json;
use crate::snapshot::raw;
use gca_engine::{Answers, Bank, Json, RawAnswer};
use std::rc::Rc;

/// An exercise: a made-up country that teams assess, with what happens to it while they do.
///
/// Areas, teams and questions are named by their ids: a bank of a host may name some that it does not have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    /// Title.
    pub title: Rc<str>,
    /// How long it takes, in minutes; 0 if the bank does not say.
    pub minutes: f64,
    /// What everybody is told first.
    pub briefing: Rc<str>,
    /// What is done when, in order.
    pub schedule: Vec<Activity>,
    /// What is known of the country, by area.
    pub dossiers: Vec<Dossier>,
    /// Teams.
    pub teams: Vec<Team>,
    /// What happens, in order.
    pub events: Vec<Event>,
    /// Questions of the closing round.
    pub debrief: Vec<Rc<str>>,
    /// Answers that the dossiers support.
    pub reference: Vec<Reference>,
}

/// A part of the schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// When it begins, in minutes from the start.
    pub minute: f64,
    /// What is done.
    pub text: Rc<str>,
}

/// What is known of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Id of the area.
    pub area: String,
    /// Facts.
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is called, such as L3.
    pub id: Rc<str>,
    /// What is so.
    pub text: Rc<str>,
}

/// A team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Rc<str>,
    /// Id of the area whose questions it answers; empty if it has none.
    pub area: String,
    /// Whom it stands for.
    pub role: Rc<str>,
    /// What it has to do.
    pub tasks: Vec<Rc<str>>,
}

/// Something that happens while the exercise runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When it is planned, in minutes from the start.
    pub minute: f64,
    /// Title.
    pub title: Rc<str>,
    /// What happens.
    pub text: Rc<str>,
    /// Ids of the teams that it concerns; empty if it concerns all.
    pub teams: Vec<String>,
    /// What they discuss.
    pub discussion: Vec<Rc<str>>,
    /// Ids of the questions that it is about.
    pub affects: Vec<String>,
    /// Answers that it makes anew, by question id.
    pub changes: Vec<(String, RawAnswer)>,
}

/// The answer that the dossiers support.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Id of the question.
    pub question: String,
    /// The answer.
    pub answer: RawAnswer,
    /// Why, with the facts that decide it in brackets.
    pub why: Rc<str>,
}

impl Exercise {
    /// Reads the text of an exercise; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(&json::parse(text).ok()?)
    }

    /// Reads an exercise; `None` if it is no object. What is missing or of another type is empty.
    pub fn read(value: &Json) -> Option<Self> {
        value.members()?;
        let schedule = items(value, "schedule").iter().map(|point| Activity {
            minute: number(point, "minute"),
            text: text(point, "activity"),
        });
        let dossiers = items(value, "dossier").iter().map(|dossier| Dossier {
            area: text(dossier, "area").to_string(),
            facts: items(dossier, "facts").iter().map(fact).collect(),
        });
        let teams = items(value, "teams").iter().map(|team| Team {
            id: text(team, "id").to_string(),
            title: text(team, "title"),
            area: text(team, "area").to_string(),
            role: text(team, "role"),
            tasks: texts(team, "tasks"),
        });
        let reference = value.get("reference_answers").and_then(Json::members);
        let reference = reference.unwrap_or_default().into_iter();
        let reference = reference.map(|(question, answer)| Reference {
            question: question.to_owned(),
            answer: answer.get("option").map_or(RawAnswer::Null, raw),
            why: text(answer, "rationale"),
        });
        Some(Self {
            title: text(value, "title"),
            minutes: number(value, "duration_minutes"),
            briefing: text(value, "briefing"),
            schedule: schedule.collect(),
            dossiers: dossiers.collect(),
            teams: teams.collect(),
            events: items(value, "injects").iter().map(event).collect(),
            debrief: texts(value, "debrief"),
            reference: reference.collect(),
        })
    }

    /// The same with its words marked by `own` as of their language.
    pub fn spoken(mut self, own: &dyn Fn(Rc<str>) -> Rc<str>) -> Self {
        let mark = |text: &mut Rc<str>| *text = own(text.clone());
        mark(&mut self.title);
        mark(&mut self.briefing);
        self.schedule.iter_mut().for_each(|one| mark(&mut one.text));
        let facts = self.dossiers.iter_mut().flat_map(|one| &mut one.facts);
        facts.for_each(|fact| mark(&mut fact.text));
        for team in &mut self.teams {
            mark(&mut team.title);
            mark(&mut team.role);
            team.tasks.iter_mut().for_each(mark);
        }
        for event in &mut self.events {
            mark(&mut event.title);
            mark(&mut event.text);
            event.discussion.iter_mut().for_each(mark);
        }
        self.debrief.iter_mut().for_each(mark);
        self.reference.iter_mut().for_each(|one| mark(&mut one.why));
        self
    }

    /// The reference answers on the whole bank.
    pub fn reference_answers(&self, bank: &Bank) -> Answers {
        let given = self.reference.iter();
        let given = given.map(|one| (one.question.clone(), one.answer.clone()));
        Answers::read(bank, given).0
    }

    /// The same after the changes of all events that are released.
    pub fn changed_answers(&self, bank: &Bank, is_released: impl Fn(&str) -> bool) -> Answers {
        let reference = self.reference.iter();
        let mut given: Vec<_> = reference
            .map(|one| (one.question.clone(), one.answer.clone()))
            .collect();
        for event in self.events.iter().filter(|event| is_released(&event.id)) {
            given.extend(event.changes.iter().cloned());
        }
        Answers::read(bank, given).0
    }

    /// The reference answer of a question.
    pub fn reference_of(&self, question: &str) -> Option<&Reference> {
        self.reference.iter().find(|one| one.question == question)
    }

    /// The facts that decide the reference answer of a question: those that its reason names.
    pub fn facts_of(&self, question: &str) -> Vec<&Fact> {
        let Some(reference) = self.reference_of(question) else {
            return Vec::new();
        };
        let words = reference
            .why
            .split(|c: char| !c.is_alphanumeric() && c != '-');
        let named: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let facts = self.dossiers.iter().flat_map(|dossier| &dossier.facts);
        facts.filter(|fact| named.contains(&&*fact.id)).collect()
    }
}

fn fact(value: &Json) -> Fact {
    Fact {
        id: text(value, "id"),
        text: text(value, "text"),
    }
}

fn event(value: &Json) -> Event {
    let ids = |name| texts(value, name).iter().map(|id| id.to_string()).collect();
    let changes = value.get("changes").and_then(Json::members);
    let changes = changes.unwrap_or_default().into_iter();
    Event {
        id: text(value, "id").to_string(),
        minute: number(value, "minute"),
        title: text(value, "title"),
        text: text(value, "text"),
        teams: ids("teams"),
        discussion: texts(value, "discussion"),
        affects: ids("affects"),
        changes: changes
            .map(|(id, answer)| (id.to_owned(), raw(answer)))
            .collect(),
    }
}

fn items<'a>(value: &'a Json, name: &str) -> &'a [Json] {
    match value.get(name) {
        Some(Json::List(items)) => items,
        _ => &[],
    }
}

fn text(value: &Json, name: &str) -> Rc<str> {
    match value.get(name) {
        Some(Json::Text(text)) => text.as_str().into(),
        _ => Rc::default(),
    }
}

fn texts(value: &Json, name: &str) -> Vec<Rc<str>> {
    let each = |item: &Json| match item {
        Json::Text(text) => Some(text.as_str().into()),
        _ => None,
    };
    items(value, name).iter().filter_map(each).collect()
}

/// A number from 0; 0 if there is none.
fn number(value: &Json, name: &str) -> f64 {
    match value.get(name) {
        Some(Json::Number(x)) if *x > 0.0 => *x,
        _ => 0.0,
    }
}
