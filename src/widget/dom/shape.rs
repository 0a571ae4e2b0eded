//! Attributes of elements, kept so that two renders of the same element are compared by place.
//!
//! Attributes that are added one by one would be kept in a hash map each, and hashing their names
//! was most of the time that a render took. Here the names of an element are one list that is made
//! once and shared: Yew sees the same list and compares the values only.

use std::cell::RefCell;
use yew::virtual_dom::AttributeOrProperty;
use yew::AttrValue;

type Names = &'static [&'static str];

/// What a description says, read once.
struct Read {
    spec: &'static str,
    tag: &'static str,
    names: Vec<&'static str>,
    values: Vec<&'static str>,
}

/// Places in the table of descriptions; there are about two hundred.
const PLACES: usize = 512;

thread_local! {
    static SPECS: RefCell<Vec<Option<Read>>> = RefCell::new((0..PLACES).map(|_| None).collect());
    static LISTS: RefCell<Vec<Names>> = const { RefCell::new(Vec::new()) };
}

/// Attributes of an element being built, in order; `None` keeps a place.
pub(super) struct Attributes {
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

/// Tag and attributes of a description.
pub(super) fn read(spec: &'static str) -> (&'static str, Attributes) {
    SPECS.with_borrow_mut(|specs| {
        // Descriptions are literals: the address tells them apart. A place taken by another is
        // taken over, which costs no more than reading anew.
        let address = spec.as_ptr() as usize;
        let place = (address ^ (address >> 9)) % PLACES;
        let known = specs.get_mut(place);
        let fresh = || Read::new(spec);
        match known {
            Some(slot) => {
                if !matches!(slot, Some(read) if std::ptr::eq(read.spec, spec)) {
                    *slot = None;
                }
                slot.get_or_insert_with(fresh).attributes()
            }
            None => fresh().attributes(),
        }
    })
}

impl Read {
    fn new(spec: &'static str) -> Self {
        let mut parts = spec.split('|');
        let mut read = Self {
            spec,
            tag: parts.next().unwrap_or_default(),
            names: Vec::new(),
            values: Vec::new(),
        };
        let class = parts.next().unwrap_or_default();
        if !class.is_empty() {
            read.names.push("class");
            read.values.push(class);
        }
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            read.names.push(name);
            read.values.push(value);
        }
        read
    }

    fn attributes(&self) -> (&'static str, Attributes) {
        let value = |value: &&'static str| Some(AttributeOrProperty::Static(value));
        let attributes = Attributes {
            names: self.names.clone(),
            values: self.values.iter().map(value).collect(),
        };
        (self.tag, attributes)
    }
}

impl Attributes {
    /// Sets or replaces one.
    pub(super) fn set(&mut self, name: &'static str, value: Option<AttrValue>) {
        let value = value.map(AttributeOrProperty::Attribute);
        match self.names.iter().position(|n| *n == name) {
            Some(at) => {
                if let Some(slot) = self.values.get_mut(at) {
                    *slot = value;
                }
            }
            None => {
                self.names.push(name);
                self.values.push(value);
            }
        }
    }
}

impl From<Attributes> for yew::virtual_dom::Attributes {
    fn from(attributes: Attributes) -> Self {
        Self::Dynamic {
            keys: shared(attributes.names),
            values: attributes.values.into(),
        }
    }
}

/// The one list of these names. There are some dozens of them, and they stay as long as the program.
fn shared(names: Vec<&'static str>) -> Names {
    LISTS.with_borrow_mut(|lists| {
        let same = |list: &&Names| {
            list.len() == names.len()
                && list
                    .iter()
                    .zip(&names)
                    .all(|(a, b)| std::ptr::eq(*a, *b) || a == b)
        };
        match lists.iter().find(same) {
            Some(list) => list,
            None => {
                let list: Names = names.leak();
                lists.push(list);
                list
            }
        }
    })
}
