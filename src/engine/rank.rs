//! How numbers are ordered so that ties fall the same way on every machine.

use std::cmp::Ordering;

/// A number of 0 or more in steps of 1e-9, for comparing: floor(1e9 x + 0.5) (METHOD, section 8).
#[inline]
pub(crate) fn key(x: f64) -> i64 {
    // The cast cuts towards 0, which is down here; all numbers compared are below 1e6.
    (1e9 * x + 0.5) as i64
}

/// Numbers further apart than two steps cannot share a key.
pub(crate) const APART: f64 = 2e-9;

/// Orders two numbers by [`key`], the greater first.
#[inline]
pub(crate) fn descending(a: f64, b: f64) -> Ordering {
    if a - b > APART {
        Ordering::Less
    } else if b - a > APART {
        Ordering::Greater
    } else {
        key(b).cmp(&key(a))
    }
}

/// Bits of the turn in a place; more than any bank has questions.
const TURN: u32 = 24;

/// One number to sort by: points descending by [`key`], then the turn. Points up to 1,000 fit.
#[inline]
pub(crate) fn place(points: f64, turn: usize) -> u64 {
    // The upper bits of the complement are the same for all such points, and fall away.
    !(key(points) as u64) << TURN | turn as u64
}

/// The turn of a place.
#[inline]
pub(crate) fn turn(place: u64) -> usize {
    (place & ((1 << TURN) - 1)) as usize
}

/// Whether two places have the same points.
#[inline]
pub(crate) fn is_tie(a: u64, b: u64) -> bool {
    a >> TURN == b >> TURN
}
