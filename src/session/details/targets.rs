//! What the user wants to reach: points or a stage, for the whole and for areas.

use super::read::{cut, each, some};
use super::MAX_NAME;
use gca_engine::Json;
use std::rc::Rc;

/// Most areas with a target; more are dropped.
pub const MAX_TARGETS: usize = 100;

/// What the user wants to reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets {
    /// What it is called, such as "Target for 2028"; empty if it has no name.
    pub name: Rc<str>,
    /// For the whole.
    pub overall: Option<Aim>,
    /// By area id, in the order in which they were set. A list: a map of its own would be code for few.
    pub areas: Vec<(String, Aim)>,
}

/// One target.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// Points, 0–100.
    Points(f64),
    /// Id of a stage, of at most [`MAX_NAME`] characters: its lower limit is to be reached.
    Stage(Rc<str>),
}

impl Targets {
    /// Whether nothing is wanted.
    pub fn is_empty(&self) -> bool {
        self.overall.is_none() && self.areas.is_empty()
    }

    /// The target of an area.
    pub fn of(&self, area: &str) -> Option<&Aim> {
        let mut areas = self.areas.iter();
        areas.find(|(id, _)| id == area).map(|(_, aim)| aim)
    }

    /// Sets the target of an area, or takes it away.
    pub fn set(&mut self, area: &str, aim: Option<Aim>) {
        let at = self.areas.iter().position(|(id, _)| id == area);
        match (at.and_then(|at| self.areas.get_mut(at)), aim) {
            (Some((_, slot)), Some(aim)) => *slot = aim,
            (None, Some(aim)) => self.areas.push((area.to_owned(), aim)),
            (_, None) => self.areas.retain(|(id, _)| id != area),
        }
    }

    /// Reads an object, and gives back what of it is not understood.
    pub(super) fn read(value: &Json) -> (Self, Option<Json>) {
        let mut targets = Self::default();
        let left = each(value, |name, value| match (name, value) {
            ("name", Json::Text(name)) => {
                targets.name = cut(name, MAX_NAME);
                None
            }
            ("overall", value) => {
                targets.overall = Aim::read(value);
                targets.overall.is_none().then(|| some(value)).flatten()
            }
            ("areas", Json::Object(_)) => each(value, |id, value| match Aim::read(value) {
                Some(aim) => {
                    if targets.areas.len() < MAX_TARGETS {
                        targets.set(id, Some(aim));
                    }
                    None
                }
                None => some(value),
            }),
            (_, value) => some(value),
        });
        (targets, left)
    }

    /// The object; `None` if it would hold nothing.
    pub(super) fn to_json(&self) -> Option<Json> {
        let mut members = Vec::new();
        if !self.name.is_empty() {
            members.push(("name".to_owned(), Json::Text(self.name.to_string())));
        }
        if let Some(aim) = &self.overall {
            members.push(("overall".to_owned(), aim.to_json()));
        }
        if !self.areas.is_empty() {
            let areas = self.areas.iter();
            let areas = areas.map(|(id, aim)| (id.clone(), aim.to_json())).collect();
            members.push(("areas".to_owned(), Json::Object(areas)));
        }
        (!members.is_empty()).then_some(Json::Object(members))
    }
}

impl Aim {
    fn read(value: &Json) -> Option<Self> {
        match value {
            Json::Number(points) if (0.0..=100.0).contains(points) => Some(Self::Points(*points)),
            Json::Text(id) if !id.is_empty() && id.chars().count() <= MAX_NAME => {
                Some(Self::Stage(id.as_str().into()))
            }
            _ => None,
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Points(points) => Json::Number(*points),
            Self::Stage(id) => Json::Text(id.to_string()),
        }
    }
}
