//! The exercise of the bank, from the briefing to the paper: on the shipped one, with people made for it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "exercise/comparing.rs"]
mod comparing;
#[path = "exercise/papers.rs"]
mod papers;
#[path = "exercise/running.rs"]
mod running;
mod support;

use gca_engine::{Answer, Answers, Bank};
use gca_session::whole::workshop::exercise::{Exercise, Msg as Exercising, Timed};
use gca_session::whole::workshop::hand::{self, Hand};
use gca_session::whole::workshop::{people, Msg as Workshop, Part};
use gca_session::{Config, Effect, More, Msg, Screen, WholeMsg};
use serde_json::Value;
use std::rc::Rc;
use support::core;
use support::page::{Disk, Page};

const MINUTE: f64 = 60_000.0;
/// When everything here happens: 2023-11-14T22:13:20Z.
const NOW: f64 = 1_700_000_000_000.0;

fn send(page: &mut Page, msg: Exercising) -> Vec<Effect> {
    page.whole(WholeMsg::Workshop(Workshop::Exercise(msg)))
}

/// What the clock of the device says when something is asked of it.
fn at(page: &mut Page, timed: Timed, minute: f64) {
    send(page, Exercising::Do(timed, NOW + minute * MINUTE));
}

/// The later texts of a bank file, as far as the exercise is among them.
fn later(file: &Value) -> Msg {
    let exercise = Exercise::parse(&file["exercise"].to_string());
    Msg::More(Some(Rc::new(More {
        exercise: exercise.map(Rc::new),
        ..More::default()
    })))
}

/// A page with the exercise open.
fn open() -> Page {
    let file = core();
    let mut page = Page::open(&file, Config::default(), &Disk::default());
    page.send(Msg::Go(Screen::Workshop));
    page.whole(WholeMsg::Workshop(Workshop::Part(Part::Exercise)));
    page.send(later(&file));
    page
}

/// Somebody with the reference answers, but for those changed.
fn add(page: &mut Page, group: &str, change: impl Fn(&Bank, &mut Answers)) {
    let bank = page.model.whole_bank().clone();
    let mut answers = page.model.exercise().unwrap().reference_answers(&bank);
    change(&bank, &mut answers);
    // Everybody has a device of their own.
    let mark = page.model.workshop().people.len().to_string();
    let hand = Hand {
        group: group.into(),
        answers,
        mark: mark.as_str().into(),
        ..Hand::default()
    };
    let msg = people::Msg::Codes(hand::write(&bank, &hand).into());
    page.whole(WholeMsg::Workshop(Workshop::People(msg)));
}

/// Answers a question with another option.
fn choose(bank: &Bank, answers: &mut Answers, id: &str, option: &str) {
    let at = bank.question_position(id).expect(id);
    let option = bank.questions()[at].option_position(option).expect(option);
    answers.set(at, Some(Answer::Option(option as u8)));
}

fn reveal(page: &mut Page) {
    send(page, Exercising::AskReveal);
    send(page, Exercising::Reveal);
}
