//! What was decided about steps: who carries them out, until when, and how far that is.

use super::read::{each, some};
use gca_engine::Json;
use std::rc::Rc;

/// Longest owner of a step, in characters.
pub const MAX_OWNER: usize = 120;
/// Longest time frame of a step, in characters.
pub const MAX_TIME: usize = 120;
/// Longest description of what a step delivers, in characters.
pub const MAX_DELIVERABLE: usize = 500;
/// Most steps of a plan.
pub const MAX_PLANNED: usize = 5000;

/// What was decided about steps, by question and step. A list that is kept in order: a plan has
/// dozens of steps, and a map would be more code for everybody to fetch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan(Vec<PlannedStep>);

/// A step of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep {
    /// Id of its question.
    pub question: String,
    /// The id of the option that it chooses or ticks; for a number the level that it reaches, as a
    /// digit.
    pub step: String,
    /// What was decided.
    pub planned: Planned,
}

impl Plan {
    /// All steps, by the ids of their questions.
    pub fn steps(&self) -> &[PlannedStep] {
        &self.0
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was decided about a step.
    pub fn get(&self, question: &str, step: &str) -> Option<&Planned> {
        let found = self.0.get(self.place(question, step))?;
        (found.question == question && found.step == step).then_some(&found.planned)
    }

    /// Says what was decided about a step; nothing decided takes it out. Whether there was room: a
    /// plan has at most [`MAX_PLANNED`] steps.
    pub fn set(&mut self, question: &str, step: &str, planned: Planned) -> bool {
        let place = self.place(question, step);
        let is_there = self.get(question, step).is_some();
        if is_there {
            self.0.remove(place);
        }
        if planned.is_empty() {
            return true;
        }
        let has_room = self.0.len() < MAX_PLANNED;
        if has_room {
            let step = PlannedStep {
                question: question.to_owned(),
                step: step.to_owned(),
                planned,
            };
            self.0.insert(place, step);
        }
        has_room
    }

    fn place(&self, question: &str, step: &str) -> usize {
        let name = (question, step);
        self.0
            .partition_point(|one| (&*one.question, &*one.step) < name)
    }
}

/// What was decided about one step. Each part may be missing, but not all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// How far it is; `None` while it is not part of the plan.
    pub progress: Option<Progress>,
    /// Who carries it out.
    pub owner: Rc<str>,
    /// The day by which it is done, such as 2027-03-31; empty if there is none.
    pub date: Rc<str>,
    /// The time frame in words, such as "second half of 2027".
    pub time: Rc<str>,
    /// What there is to show for it.
    pub deliverable: Rc<str>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Decided, not begun.
    Planned,
    /// Begun.
    UnderWay,
    /// Finished.
    Done,
}

impl Progress {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Planned, Self::UnderWay, Self::Done];

    /// Name as in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Done => "done",
        }
    }

    /// By name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl Planned {
    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.owner, &self.date, &self.time, &self.deliverable];
        self.progress.is_none() && texts.iter().all(|text| text.is_empty())
    }

    /// Reads a step, and gives back what of it is not understood.
    fn read(value: &Json) -> (Self, Option<Json>) {
        let mut planned = Self::default();
        let left = each(value, |name, value| {
            let text = match value {
                Json::Text(text) => text.as_str(),
                value => return some(value),
            };
            let slot = match name {
                "progress" => {
                    planned.progress = Progress::from_name(text);
                    return planned.progress.is_none().then(|| some(value)).flatten();
                }
                "date" if !is_date(text) => return some(value),
                "date" => &mut planned.date,
                "owner" => &mut planned.owner,
                "time" => &mut planned.time,
                "deliverable" => &mut planned.deliverable,
                _ => return some(value),
            };
            *slot = text.into();
            None
        });
        (planned, left)
    }

    fn to_json(&self) -> Json {
        let progress = self.progress.map_or("", Progress::name);
        let members = [
            ("progress", progress),
            ("owner", &self.owner),
            ("date", &self.date),
            ("time", &self.time),
            ("deliverable", &self.deliverable),
        ];
        let members = members.into_iter().filter(|(_, text)| !text.is_empty());
        let members = members.map(|(name, text)| (name.to_owned(), Json::Text(text.to_owned())));
        Json::Object(members.collect())
    }
}

/// Reads a plan, and gives back what of it is not understood. Steps that are too many are dropped.
pub(super) fn read(value: &Json, plan: &mut Plan) -> Option<Json> {
    each(value, |question, value| match value {
        Json::Object(_) => each(value, |step, value| match value {
            Json::Object(_) => {
                let (planned, left) = Planned::read(value);
                plan.set(question, step, planned);
                left
            }
            value => some(value),
        }),
        value => some(value),
    })
}

/// The object; `None` if it would hold nothing.
pub(super) fn write(plan: &Plan) -> Option<Json> {
    let mut questions: Vec<(String, Json)> = Vec::new();
    for of_question in plan.0.chunk_by(|a, b| a.question == b.question) {
        let steps = of_question.iter();
        let steps = steps.map(|one| (one.step.clone(), one.planned.to_json()));
        let steps = Json::Object(steps.collect());
        questions.extend(of_question.first().map(|one| (one.question.clone(), steps)));
    }
    (!questions.is_empty()).then_some(Json::Object(questions))
}

/// Whether a text is a day as fields for dates write it: four digits, month, day.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        let is_plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        let digits = part.bytes().map(|b| u32::from(b - b'0'));
        is_plain.then(|| digits.fold(0, |n, digit| 10 * n + digit))
    };
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        for day in ["2027-03-31", "2028-02-29", "0001-01-01", "9999-12-31"] {
            assert!(is_date(day), "{day}");
        }
        for text in [
            "",
            "2027-02-29",
            "2027-13-01",
            "2027-00-10",
            "2027-04-31",
            "2027-4-1",
            "27-04-01",
            "2027-04-01T00:00",
            "31.03.2027",
            "+027-01-01",
            "2027-01-\u{661}\u{662}",
            "soon",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
