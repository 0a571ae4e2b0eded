//! How numbers are ordered so that ties fall the same way on every machine.

use std::cmp::Ordering;

/// A number of 0 or more in steps of 1e-9, for comparing: floor(1e9 x + 0.5) (METHOD, section 8).
#[inline]
pub(crate) fn key(x: f64) -> i64 {
    // The cast cuts towards 0, which is down here; all numbers compared are below 1e6.
    (1e9 * x + 0.5) as i64
}

/// Orders two numbers by [`key`], the greater first.
#[inline]
pub(crate) fn descending(a: f64, b: f64) -> Ordering {
    // Further apart than two steps they cannot share a key.
    if a - b > 2e-9 {
        Ordering::Less
    } else if b - a > 2e-9 {
        Ordering::Greater
    } else {
        key(b).cmp(&key(a))
    }
}
