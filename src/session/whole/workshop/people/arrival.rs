//! What comes in, and what becomes of it.

use super::MAX_PEOPLE;
use crate::code::CodeError;
use crate::files::FileError;
use crate::whole::workshop::hand::Hand;
use crate::whole::workshop::{Came, Person, Workshop};
use std::rc::Rc;

/// Something that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Name of the file; empty for a code.
    pub file: Rc<str>,
    /// Who it is from, as far as is known.
    pub name: Rc<str>,
    /// What became of it.
    pub what: What,
}

/// What became of something that came in.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Counted.
    Added,
    /// Counted; it was answered on another version of the bank.
    OtherVersion,
    /// In the place of what was there.
    Replaced,
    /// There already, as the person with this id; to be decided.
    Again(u32, Box<Person>),
    /// The browser could not read the file.
    Unread,
    /// The file could not be opened.
    File(FileError),
    /// The code does not hold.
    Code(CodeError),
    /// Of a newer format.
    Newer,
    /// Protected by a passphrase.
    Sealed,
    /// There are no answers in it.
    NoAnswers,
    /// There is no room for more people.
    Full,
    /// A workshop file with so many people took the place of what was here.
    Workshop(usize),
    /// A workshop file with so many people, to be decided on: what is here would go.
    Room(usize, Rc<[u8]>),
}

impl Workshop {
    /// Whether a workshop file waits to be decided on.
    pub(super) fn is_room(&self, at: usize) -> bool {
        let arrival = self.people_state.arrivals.get(at);
        arrival.is_some_and(|arrival| matches!(arrival.what, What::Room(..)))
    }

    /// Takes the place of what was here.
    pub(super) fn become_another(&mut self, opened: Workshop, file: Rc<str>) {
        let n = opened.people.len();
        let (part, set) = (self.part, self.people_state.set + 1);
        *self = Workshop {
            part,
            is_open: true,
            ..opened
        };
        self.people_state.set = set;
        self.arrive(file, Err(What::Workshop(n)), Came::File);
    }

    /// Takes in what came, or says why not.
    pub(super) fn arrive(&mut self, file: Rc<str>, hand: Result<Hand, What>, came: Came) {
        let (name, what) = match hand {
            Err(what) => (Rc::default(), what),
            Ok(hand) => {
                let again = self.person_of(&hand).map(|person| person.id);
                let name = hand.name.clone();
                let person = Person {
                    id: 0,
                    name: hand.name,
                    group: hand.group,
                    answers: hand.answers,
                    came,
                    mark: hand.mark,
                    is_in: true,
                };
                let what = match again {
                    _ if person.answers.is_empty() => What::NoAnswers,
                    Some(id) => What::Again(id, Box::new(person)),
                    None if self.people.len() >= MAX_PEOPLE => What::Full,
                    None => {
                        self.add(person);
                        What::Added
                    }
                };
                (name, what)
            }
        };
        self.people_state
            .arrivals
            .push(Arrival { file, name, what });
    }

    /// Somebody who handed this in before: the same assessment by its mark, or all the same.
    pub(super) fn person_of(&self, hand: &Hand) -> Option<&Person> {
        let same = |person: &&Person| {
            let marked = !hand.mark.is_empty() && !person.mark.is_empty();
            match marked {
                true => person.mark == hand.mark,
                false => person.name == hand.name && person.answers == hand.answers,
            }
        };
        self.people.iter().find(same)
    }

    /// Whether exactly this is there already, or waits to be decided on.
    pub(super) fn knows(&self, hand: &Hand) -> bool {
        let waits = self.people_state.arrivals.iter().any(|arrival| {
            matches!(&arrival.what, What::Again(_, person)
                if person.answers == hand.answers && person.mark == hand.mark)
        });
        let there = self.person_of(hand);
        waits || there.is_some_and(|person| person.answers == hand.answers)
    }

    pub(in super::super) fn add(&mut self, mut person: Person) {
        self.next_id += 1;
        person.id = self.next_id;
        self.people.push(person);
    }

    /// The arrival that was decided on, which from now on reads otherwise.
    pub(super) fn decided(&mut self, at: usize, what: What) -> Option<(u32, Person)> {
        let arrival = self.people_state.arrivals.get_mut(at)?;
        if !matches!(arrival.what, What::Again(..)) {
            return None;
        }
        match std::mem::replace(&mut arrival.what, what) {
            What::Again(id, person) => Some((id, *person)),
            _ => None,
        }
    }
}
