//! Next steps by rank, filtered.

use super::order::{by_key, falling};
use super::step::of_roadmap;
use super::{Order, Step, FIRST};
use crate::model::Model;
use gca_engine::{roadmap, Effort};
use std::rc::Rc;

/// Next steps by rank, and the choices that they leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The steps that fit the choices, in the chosen order; at first no more than [`FIRST`], then
    /// as many more each time.
    pub steps: Vec<Step>,
    /// Steps that fit the choices, those too that are not shown yet.
    pub fitting: usize,
    /// All next steps.
    pub total: usize,
    /// Open questions: no step is known for them.
    pub open: usize,
    /// Areas with a step: position in the whole bank, number from 1, title.
    pub areas: Vec<(usize, usize, Rc<str>)>,
    /// Actors of all next steps, by name.
    pub actors: Vec<Rc<str>>,
    /// The chosen area, by position in the whole bank.
    pub area: Option<usize>,
    /// The chosen greatest effort.
    pub effort: Option<Effort>,
    /// The chosen actor; empty for all.
    pub actor: Rc<str>,
    /// The chosen order.
    pub order: Order,
}

/// Ranks the next steps. A choice that no step fits any more counts as not made.
pub fn ranked(model: &Model) -> Ranked {
    let chosen = &model.whole_part.steps;
    let roadmap = roadmap(&model.bank, &model.answers, &model.assessment);
    let all = roadmap.steps.iter();
    let mut steps: Vec<Step> = all.filter_map(|step| of_roadmap(model, step)).collect();
    for step in &mut steps {
        step.is_tried = super::trial::of(model, step.at).is_some();
    }
    let total = steps.len();
    let (areas, actors) = (areas(model, &steps), actors(&steps));
    let area = chosen
        .area
        .filter(|area| areas.iter().any(|(at, ..)| at == area));
    let actor = match actors.contains(&chosen.actor) {
        true => chosen.actor.clone(),
        false => Rc::default(),
    };
    steps.retain(|step| {
        area.is_none_or(|area| step.area == area)
            && chosen
                .effort
                .is_none_or(|most| step.effort.is_some_and(|effort| effort <= most))
            && (actor.is_empty() || step.actors.contains(&actor))
    });
    match chosen.order {
        Order::Priority => {}
        // Among equals the rank decides.
        Order::Gain => steps = by_key(steps, |step| falling(step.gain.unwrap_or_default())),
        Order::Area => steps = by_key(steps, |step| step.at as u64),
    }
    let fitting = steps.len();
    steps.truncate(FIRST + chosen.more);
    Ranked {
        steps,
        fitting,
        total,
        open: roadmap.find_out.len(),
        areas,
        actors,
        area,
        effort: chosen.effort,
        actor,
        order: chosen.order,
    }
}

fn areas(model: &Model, steps: &[Step]) -> Vec<(usize, usize, Rc<str>)> {
    let areas = model.texts.areas.iter().enumerate();
    let areas = areas.filter(|(at, _)| steps.iter().any(|step| step.area == *at));
    areas
        .map(|(at, texts)| (at, at + 1, texts.title.clone()))
        .collect()
}

fn actors(steps: &[Step]) -> Vec<Rc<str>> {
    let mut actors: Vec<Rc<str>> = Vec::new();
    for actor in steps.iter().flat_map(|step| step.actors.iter()) {
        let place = actors.partition_point(|other| other < actor);
        if actors.get(place) != Some(actor) {
            actors.insert(place, actor.clone());
        }
    }
    actors
}
