//! A table of values, whatever it is written as.

use crate::whole::report::Words;
use crate::Key;
use std::rc::Rc;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub name: Rc<str>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as wide as the columns.
    pub rows: Vec<Vec<Value>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Head.
    pub title: Rc<str>,
    /// Width in characters.
    pub width: u8,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(Rc<str>),
    /// A whole number.
    Whole(usize),
    /// Points with one decimal, already rounded.
    Points(f64),
    /// A number as exact as it is.
    Exact(f64),
    /// A share of 0–1 in whole per cent, already rounded.
    Percent(f64),
}

impl Value {
    /// Words, or nothing if there are none.
    #[inline(never)]
    pub(super) fn text(text: &str) -> Self {
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Text(text.into()),
        }
    }
}

/// An empty table with these columns: head and width.
#[inline(never)]
pub(super) fn sheet(words: &Words, name: Key, columns: &[(Key, u8)]) -> Sheet {
    let columns = columns.iter().map(|(key, width)| Column {
        title: words.t(*key),
        width: *width,
    });
    Sheet {
        name: words.t(name),
        columns: columns.collect(),
        rows: Vec::new(),
    }
}
