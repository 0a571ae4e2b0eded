//! What comes of everybody's answers: worked out once after each change, however often it is drawn.

use super::exercise::{Comparison, Of};
use super::Workshop;
use crate::model::Model;
use gca_engine::{assess, workshop, Answer, Answers, Bank, Points};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Fewer valid answers than this are never shown as a distribution.
pub const FEWEST: u32 = 3;

/// What comes of the answers of those who count.
#[derive(Clone, Debug)]
pub struct Found {
    /// All of them.
    pub all: gca_engine::Workshop,
    /// People with the names of their groups, and these in the order in which they came; nobody's is last.
    people: Vec<(Rc<str>, Answers)>,
    names: Vec<Rc<str>>,
    groups: OnceCell<Vec<Group>>,
    crowd: OnceCell<Vec<Crowd>>,
}

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name; empty for those without a group.
    pub name: Rc<str>,
    /// What comes of its answers.
    pub told: gca_engine::Workshop,
}

/// The scores of the people in an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    /// The scores, the lowest first.
    pub scores: Vec<f64>,
    /// Lower quarter, median and upper quarter; `None` with fewer than three scores.
    pub middle: Option<[f64; 3]>,
}

/// What was found last, and of what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cache {
    found: RefCell<Option<(u64, Rc<Found>)>>,
    /// The mark of the room, unless it may have changed.
    mark: Cell<Option<u64>>,
    /// How far everybody is from the reference.
    pub(super) compared: RefCell<Option<(Of, Rc<Comparison>)>>,
}

impl Cache {
    /// The room may change.
    pub(super) fn touch(&self) {
        self.mark.set(None);
    }
}

impl Found {
    fn new(bank: &Bank, room: &Workshop) -> Self {
        let people = room.people.iter().filter(|person| person.is_in);
        let people = people.map(|person| (person.group.clone(), person.answers.clone()));
        let people: Vec<(Rc<str>, Answers)> = people.collect();
        let mut names: Vec<Rc<str>> = Vec::new();
        for (name, _) in &people {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names.sort_by_key(|name| name.is_empty());
        let answers: Vec<Answers> = people.iter().map(|(_, answers)| answers.clone()).collect();
        Self {
            all: workshop(bank, &answers),
            people,
            names,
            groups: OnceCell::new(),
            crowd: OnceCell::new(),
        }
    }

    /// Whether anybody is in a group.
    pub fn has_groups(&self) -> bool {
        self.names.iter().any(|name| !name.is_empty())
    }

    /// Each group, if there are any, in the order in which they came; those without one are last.
    pub fn groups(&self, bank: &Bank) -> &[Group] {
        if !self.has_groups() {
            return &[];
        }
        self.groups.get_or_init(|| {
            let group = |name: &Rc<str>| {
                let members = self.people.iter().filter(|(group, _)| group == name);
                let answers: Vec<Answers> = members.map(|(_, answers)| answers.clone()).collect();
                Group {
                    name: name.clone(),
                    told: workshop(bank, &answers),
                }
            };
            self.names.iter().map(group).collect()
        })
    }

    /// The scores of the people by area.
    pub fn crowd(&self, bank: &Bank) -> &[Crowd] {
        self.crowd.get_or_init(|| {
            let mut all = vec![Crowd::default(); bank.areas().len()];
            for (_, answers) in &self.people {
                let areas = assess(bank, answers).areas;
                for (crowd, area) in all.iter_mut().zip(areas) {
                    // As with the single results: who left half of it open has no place here.
                    let points = area.map(|area| area.points);
                    let points = points.filter(|points| points.coverage >= 0.5 - 1e-9);
                    crowd.scores.extend(points.and_then(Points::score));
                }
            }
            for crowd in &mut all {
                crowd.scores.sort_unstable_by(f64::total_cmp);
                crowd.middle = middle(&crowd.scores);
            }
            all
        })
    }
}

/// Quarters of sorted values, between neighbours in proportion.
fn middle(sorted: &[f64]) -> Option<[f64; 3]> {
    let last = sorted.len().checked_sub(1)?;
    if last + 1 < FEWEST as usize {
        return None;
    }
    let at = |share: f64| {
        let place = share * last as f64;
        let low = place.floor();
        let value = |at: f64| sorted.get(at as usize).copied().unwrap_or_default();
        value(low) + (place - low) * (value(place.ceil()) - value(low))
    };
    Some([at(0.25), at(0.5), at(0.75)])
}

impl Model {
    /// What comes of the answers of the room.
    pub fn room(&self) -> Rc<Found> {
        let room = self.workshop();
        let mark = room.mark();
        let mut kept = room.cache.found.borrow_mut();
        match &*kept {
            Some((of, found)) if *of == mark => found.clone(),
            _ => {
                let found = Rc::new(Found::new(&self.whole, room));
                *kept = Some((mark, found.clone()));
                found
            }
        }
    }
}

impl Workshop {
    /// The mark of who counts and what they answered: it takes a while with many people, and is asked for often.
    pub(super) fn mark(&self) -> u64 {
        let mark = self.cache.mark.get().unwrap_or_else(|| mark(self));
        self.cache.mark.set(Some(mark));
        mark
    }
}

/// A number that differs when anything does that counts.
fn mark(room: &Workshop) -> u64 {
    let mut mark = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |x: u64| mark = (mark.rotate_left(5) ^ x).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let people = room.people.iter().enumerate();
    for (at, person) in people.filter(|(_, person)| person.is_in) {
        add(at as u64);
        add(u64::from(person.id));
        person.group.bytes().for_each(|byte| add(u64::from(byte)));
        for answer in person.answers.iter() {
            let (kind, value) = match answer {
                None => (1, 0),
                Some(Answer::Option(at)) => (2, u64::from(at)),
                Some(Answer::Ticks(ticks)) => (3, ticks),
                Some(Answer::Number(x)) => (4, x.to_bits()),
                Some(Answer::DontKnow) => (5, 0),
                Some(Answer::NotApplicable) => (6, 0),
                Some(Answer::Invalid) => (7, 0),
            };
            add(value);
            add(kind);
        }
    }
    mark
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn quarters_lie_between_neighbours_and_two_values_have_none() {
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[1.0, 2.0]), None);
        assert_eq!(middle(&[0.0, 10.0, 40.0]), Some([5.0, 10.0, 25.0]));
        let five = [0.0, 1.0, 2.0, 3.0, 100.0];
        assert_eq!(middle(&five), Some([1.0, 2.0, 3.0]));
    }
}
