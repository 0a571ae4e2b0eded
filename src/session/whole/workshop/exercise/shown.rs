//! What of the exercise the room is shown.

use super::clock::place;
use super::teams::{teams, TeamView};
use crate::model::Model;
use std::rc::Rc;

/// What the trainer wants the room to see. Numbers are positions in the lists of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// What everybody is told first.
    Briefing,
    /// What is done when.
    Schedule,
    /// What is known of one area.
    Dossier(usize),
    /// An event that is released.
    Event(usize),
    /// The questions of the closing round.
    Closing,
}

/// What the room is shown, in plain words: whoever draws it needs to know nothing of exercises.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Heading.
    pub title: Rc<str>,
    /// Names of the teams that it concerns; empty if it concerns everybody.
    pub teams: Vec<Rc<str>>,
    /// What there is to read; may be empty.
    pub text: Rc<str>,
    /// Short statements: questions to discuss, facts, or parts of the schedule.
    pub points: Vec<Rc<str>>,
    /// Which of the points is on now; `None` where that means nothing.
    pub now: Option<usize>,
}

/// What the room is shown of the exercise, at a time in milliseconds since 1970; `None` if nothing.
pub fn shown(model: &Model, now: f64) -> Option<Shown> {
    let state = &model.workshop().exercise;
    let exercise = model.exercise()?;
    Some(match state.show? {
        Show::Briefing => Shown {
            title: exercise.title.clone(),
            text: exercise.briefing.clone(),
            ..Shown::default()
        },
        Show::Schedule => {
            let minute = state.clock.minutes(now);
            let here = place(&exercise.schedule, exercise.minutes, minute);
            Shown {
                title: exercise.title.clone(),
                points: exercise
                    .schedule
                    .iter()
                    .map(|part| part.text.clone())
                    .collect(),
                now: here.now.filter(|_| state.clock.is_begun()),
                ..Shown::default()
            }
        }
        Show::Dossier(at) => {
            let dossier = exercise.dossiers.get(at)?;
            let area = super::teams::area_of(model, &dossier.area);
            let area = area.and_then(|at| model.texts.areas.get(at));
            Shown {
                title: area.map(|texts| texts.title.clone()).unwrap_or_default(),
                points: dossier.facts.iter().map(|fact| fact.text.clone()).collect(),
                ..Shown::default()
            }
        }
        Show::Event(at) => {
            let event = exercise.events.get(at)?;
            if !state.is_released(event) {
                return None;
            }
            Shown {
                title: event.title.clone(),
                teams: concerned(&teams(model), &event.teams),
                text: event.text.clone(),
                points: event.discussion.clone(),
                now: None,
            }
        }
        Show::Closing => Shown {
            title: exercise.title.clone(),
            points: exercise.debrief.clone(),
            ..Shown::default()
        },
    })
}

/// Names of the teams that an event concerns; none if it concerns all.
pub(super) fn concerned(teams: &[TeamView], ids: &[String]) -> Vec<Rc<str>> {
    let named: Vec<Rc<str>> = teams
        .iter()
        .filter(|team| ids.contains(&team.id))
        .map(|team| team.name.clone())
        .collect();
    match named.len() == teams.len() {
        true => Vec::new(),
        false => named,
    }
}
