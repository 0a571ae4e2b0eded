//! How numbers are ordered so that ties fall the same way on every machine.

/// A number in steps of 1e-9, for comparing: floor(1e9 x + 0.5) (METHOD, section 8).
pub(crate) fn key(x: f64) -> i64 {
    // The cast of an integral number within ±9e15 is exact; all numbers here are within ±1e4.
    (1e9 * x + 0.5).floor() as i64
}
