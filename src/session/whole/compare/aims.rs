//! Targets: what the user wants to reach, and how far it is.

use super::Spot;
use crate::details::{Aim, MAX_NAME};
use crate::json;
use crate::model::{Model, Screen};
use crate::msg::{Effect, Focus};
use crate::update::changed;
use gca_engine::{band, target, Answers, Json, Points};
use std::rc::Rc;

/// What kind of target a place has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// None.
    None,
    /// Points.
    Points,
    /// A stage, from 0.
    Stage(usize),
}

/// The targets and how far they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Aims {
    /// What they are called; may be empty.
    pub name: Rc<str>,
    /// Whether there is any.
    pub is_set: bool,
    /// The whole, then the areas of the bank that is asked.
    pub rows: Vec<AimRow>,
}

impl Aims {
    /// Whether every target is reached whatever the open questions turn out to be.
    pub fn are_firm(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|row| row.target.is_none() || row.is_firm)
    }
}

/// The target of the whole or of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AimRow {
    /// Number of the area, from 1; 0 is the whole.
    pub number: usize,
    /// Title of the area; empty for the whole.
    pub title: Rc<str>,
    /// What is wanted.
    pub choice: Choice,
    /// The same in points, 0–100.
    pub target: Option<f64>,
    /// Points now; `None` if nothing here applies.
    pub points: Option<Points>,
    /// Points that are missing, 0–100; `None` without a target or a score.
    pub gap: Option<f64>,
    /// Whether the score is high enough, but the stage is held back by weaker areas.
    pub is_held: bool,
    /// Whether it is reached even if every open question counts 0 in the end.
    pub is_firm: bool,
    /// What was typed as points and is none.
    pub wrong: Option<Rc<str>>,
}

/// How far a target is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// There is no score yet.
    NoScore,
    /// Points that are missing, 0–100.
    Gap(f64),
    /// The score is high enough, but the stage is held back by weaker areas.
    Held,
    /// Reached, unless open questions lower it in the end.
    SoFar,
    /// Reached, whatever the open questions turn out to be.
    Firm,
}

impl AimRow {
    /// How far the target is; `None` without one.
    pub fn reach(&self) -> Option<Reach> {
        self.target?;
        Some(match self.gap {
            None => Reach::NoScore,
            Some(gap) if gap > 1e-9 => Reach::Gap(gap),
            Some(_) if self.is_held => Reach::Held,
            Some(_) if self.is_firm => Reach::Firm,
            Some(_) => Reach::SoFar,
        })
    }
}

/// The targets of this assessment.
pub fn aims(model: &Model) -> Aims {
    let targets = &model.whole_part.details.targets;
    let mut rows = vec![whole(model)];
    for (at, area) in model.bank.areas().iter().enumerate() {
        let texts = model.texts.areas.get(area.source);
        let wanted = points_of(model, &area.id);
        let gap = wanted.and_then(|points| {
            let none = Answers::new(&model.whole);
            let found = target(&model.bank, &model.assessment, &[(at, points)], &none);
            found.areas.first().copied().flatten()
        });
        let result = model.assessment.areas.get(at).copied().flatten();
        rows.push(AimRow {
            number: area.source + 1,
            title: texts.map_or_else(Rc::default, |t| t.title.clone()),
            choice: choice(model, targets.of(&area.id)),
            target: wanted,
            points: result.map(|area| area.points),
            gap,
            is_held: false,
            is_firm: is_firm(wanted, result.map(|area| area.points)),
            wrong: model.whole_part.compare.wrong_at(at + 1),
        });
    }
    Aims {
        name: targets.name.clone(),
        is_set: rows.iter().any(|row| row.target.is_some()),
        rows,
    }
}

/// The whole: its stage is gated (METHOD, section 6), so that points alone do not reach it.
fn whole(model: &Model) -> AimRow {
    let aim = model.whole_part.details.targets.overall.as_ref();
    let wanted = aim.and_then(|aim| points(model, aim));
    let overall = model.assessment.overall.as_ref();
    let score = overall.and_then(|overall| overall.points.score());
    let gap = wanted
        .zip(score)
        .map(|(wanted, score)| (wanted - score).max(0.0));
    let choice = choice(model, aim);
    let stage = overall.and_then(|overall| overall.standing.stage);
    let is_held = match (choice, stage, gap) {
        (Choice::Stage(wanted), Some(stage), Some(gap)) => gap < 1e-9 && stage < wanted,
        _ => false,
    };
    let is_staged = match (choice, overall) {
        (Choice::Stage(wanted), Some(overall)) => overall.standing.low >= wanted,
        _ => true,
    };
    let points = overall.map(|overall| overall.points);
    AimRow {
        number: 0,
        title: Rc::default(),
        choice,
        target: wanted,
        points,
        gap,
        is_held,
        is_firm: is_staged && is_firm(wanted, points),
        wrong: model.whole_part.compare.wrong_at(0),
    }
}

/// Whether the lower end of the range reaches what is wanted.
fn is_firm(wanted: Option<f64>, points: Option<Points>) -> bool {
    let reached = wanted.zip(points);
    reached.is_some_and(|(wanted, points)| points.low > wanted - 1e-9)
}

/// The target of an area in points.
pub(crate) fn points_of(model: &Model, area: &str) -> Option<f64> {
    let aim = model.whole_part.details.targets.of(area)?;
    points(model, aim)
}

/// A stage that the bank does not have is none.
fn points(model: &Model, aim: &Aim) -> Option<f64> {
    match aim {
        Aim::Points(points) => Some(*points),
        Aim::Stage(id) => {
            let stage = model.bank.stages().iter().find(|stage| *stage.id == **id);
            stage.map(|stage| stage.min)
        }
    }
}

fn choice(model: &Model, aim: Option<&Aim>) -> Choice {
    match aim {
        None => Choice::None,
        Some(Aim::Points(_)) => Choice::Points,
        Some(Aim::Stage(id)) => {
            let mut stages = model.bank.stages().iter();
            let at = stages.position(|stage| *stage.id == **id);
            at.map_or(Choice::None, Choice::Stage)
        }
    }
}

/// Another kind of target was chosen. Points begin with those of the stage that was wanted, or of
/// the next stage.
pub(super) fn choose(model: &mut Model, place: usize, choice: Choice) -> Vec<Effect> {
    model
        .whole_part
        .compare
        .wrong
        .retain(|(at, _)| *at != place);
    let aim = match choice {
        Choice::None => None,
        Choice::Points => Some(Aim::Points(beginning(model, place))),
        Choice::Stage(at) => {
            let stage = model.bank.stages().get(at);
            stage.map(|stage| Aim::Stage((&*stage.id).into()))
        }
    };
    set(model, place, aim);
    let mut effects = changed(model);
    if choice == Choice::Points {
        effects.push(Effect::Focus(Focus::Compare(Spot::Points(place))));
    }
    effects
}

fn beginning(model: &Model, place: usize) -> f64 {
    let aims = aims(model);
    let Some(row) = aims.rows.get(place) else {
        return 100.0;
    };
    let next = || {
        let stages = model.bank.stages();
        let score = row.points.and_then(Points::score).unwrap_or_default();
        let next = stages.get(band(stages, score) + 1);
        next.map_or(100.0, |stage| stage.min)
    };
    row.target.unwrap_or_else(next)
}

/// Points were typed. What is none stays in its field, and the target as it was.
pub(super) fn typed(model: &mut Model, place: usize, text: &str) -> Vec<Effect> {
    match number(text) {
        Some(points) if (0.0..=100.0).contains(&points) => {
            model
                .whole_part
                .compare
                .wrong
                .retain(|(at, _)| *at != place);
            set(model, place, Some(Aim::Points(points)));
            changed(model)
        }
        _ => {
            let text: String = text.chars().take(MAX_NAME).collect();
            let wrong = &mut model.whole_part.compare.wrong;
            wrong.retain(|(at, _)| *at != place);
            wrong.push((place, text.into()));
            // The focus goes where it was going: a field must let go of whoever leaves it.
            vec![]
        }
    }
}

/// A number as people type it: with a point or a comma, in the digits of their script.
fn number(text: &str) -> Option<f64> {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        ',' | '\u{66b}' => '.',
        c => c,
    };
    let text: String = text.trim().chars().map(digit).collect();
    match json::parse(&text) {
        Ok(Json::Number(x)) => Some(x),
        _ => None,
    }
}

pub(super) fn name(model: &mut Model, name: &str) -> Vec<Effect> {
    let name: String = name.trim().chars().take(MAX_NAME).collect();
    model.edit_details(|details| details.targets.name = name.into());
    changed(model)
}

pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let compare = &mut model.whole_part.compare;
    compare.wrong.clear();
    compare.cleared += 1;
    model.edit_details(|details| details.targets = Default::default());
    let mut effects = changed(model);
    effects.push(Effect::Focus(Focus::Compare(Spot::Aims)));
    effects
}

fn set(model: &mut Model, place: usize, aim: Option<Aim>) {
    if model.screen == Screen::Steps && !aims(model).is_set {
        // There was no way yet: what it would bring is drawn once it is on the page.
        crate::whole::results::fold(model, 1);
    }
    let area = place
        .checked_sub(1)
        .and_then(|at| model.bank.areas().get(at));
    let area = area.map(|area| area.id.to_string());
    model.edit_details(|details| match (place, area, aim) {
        (0, _, aim) => details.targets.overall = aim,
        (_, Some(area), aim) => details.targets.set(&area, aim),
        (_, None, _) => {}
    });
}
