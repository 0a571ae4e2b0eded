//! The tables: the most that each exact effort can gain, in one area and in all.

use super::moves::Region;

/// What cannot be reached at an effort.
const NOTHING: f64 = f64::NEG_INFINITY;

/// The table of one area: row `i` is about its questions from the `i`-th on.
pub(super) struct Rows {
    width: usize,
    gain: Vec<f64>,
    count: Vec<u16>,
}

/// The most gained, and the fewest questions changed for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Best {
    pub gain: f64,
    pub count: u16,
}

impl Rows {
    pub(super) fn new(region: &Region, epsilon: f64) -> Self {
        let width = region.top() + 1;
        let cells = width * (region.items.len() + 1);
        let mut rows = Self {
            width,
            gain: vec![NOTHING; cells],
            count: vec![0; cells],
        };
        if let Some(last) = rows.gain.get_mut(cells - width) {
            *last = 0.0;
        }
        for (at, item) in region.items.iter().enumerate().rev() {
            let cut = (at + 1) * width;
            let (Some((gain, next_gain)), Some((count, next_count))) = (
                rows.gain.split_at_mut_checked(cut),
                rows.count.split_at_mut_checked(cut),
            ) else {
                continue;
            };
            let (Some(gain), Some(next_gain)) =
                (gain.get_mut(at * width..), next_gain.get(..width))
            else {
                continue;
            };
            let (Some(count), Some(next_count)) =
                (count.get_mut(at * width..), next_count.get(..width))
            else {
                continue;
            };
            gain.copy_from_slice(next_gain);
            count.copy_from_slice(next_count);
            for rung in &item.rungs {
                let effort = rung.effort as usize;
                let to = gain.iter_mut().zip(count.iter_mut()).skip(effort);
                for ((gain, count), (&g, &c)) in to.zip(next_gain.iter().zip(next_count)) {
                    merge(gain, count, g + rung.gain, c + 1, epsilon);
                }
            }
        }
        rows
    }

    /// The best of the questions from one on, for an exact effort; `None` if there is no way.
    pub(super) fn best(&self, from: usize, effort: usize) -> Option<Best> {
        if effort >= self.width {
            return None;
        }
        let at = from * self.width + effort;
        let gain = *self.gain.get(at)?;
        let count = *self.count.get(at)?;
        (gain > NOTHING).then_some(Best { gain, count })
    }

    /// The most gained by each exact effort in the whole area.
    fn gains(&self) -> &[f64] {
        self.gain.get(..self.width).unwrap_or(&[])
    }

    /// The highest effort.
    pub(super) fn top(&self) -> usize {
        self.width - 1
    }
}

/// Takes the better of two: more gained, or as much with fewer questions.
fn merge(gain: &mut f64, count: &mut u16, other: f64, other_count: u16, epsilon: f64) {
    if other > *gain + epsilon {
        *gain = other;
        *count = other_count;
    } else if other >= *gain - epsilon {
        // Equal: keep the greater number, so that small differences do not add up.
        *gain = f64::max(*gain, other);
        *count = other_count.min(*count);
    }
}

/// The most gained by at most each effort, goals aside.
pub(super) fn frontier(rows: &[Rows]) -> Vec<f64> {
    let mut joined = vec![0.0];
    for row in rows {
        joined = join(&joined, row.gains());
    }
    let mut best = 0.0;
    for gain in &mut joined {
        best = f64::max(best, *gain);
        *gain = best;
    }
    joined
}

/// The least effort at which every area and the whole gain what they need. The caller has seen
/// that raising everything is enough.
pub(super) fn cheapest(rows: &[Rows], needs: &[f64], need: f64) -> usize {
    let mut joined = vec![0.0];
    for (row, &need) in rows.iter().zip(needs) {
        let enough = |&g: &f64| if g >= need { g } else { NOTHING };
        let allowed: Vec<f64> = row.gains().iter().map(enough).collect();
        joined = join(&joined, &allowed);
    }
    let found = joined.iter().position(|&g| g >= need && g > NOTHING);
    // Rounding at the very top counts as reached, as the obstacles saw it.
    found.unwrap_or_else(|| joined.len().saturating_sub(1))
}

/// The most gained by each sum of two efforts.
fn join(a: &[f64], b: &[f64]) -> Vec<f64> {
    // The longer one inside: its loop runs over neighbours.
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut joined = vec![NOTHING; (short.len() + long.len()).saturating_sub(1)];
    for (effort, &gain) in short.iter().enumerate().filter(|(_, &g)| g > NOTHING) {
        for (to, &other) in joined.iter_mut().skip(effort).zip(long) {
            let sum = gain + other;
            *to = if sum > *to { sum } else { *to };
        }
    }
    joined
}

/// The areas joined with counts, up to one effort: row `i` is about the areas from the `i`-th on.
pub(super) struct Joined {
    width: usize,
    cells: Vec<(f64, u16)>,
}

impl Joined {
    pub(super) fn new(rows: &[Rows], needs: &[f64], effort: usize, epsilon: f64) -> Self {
        let width = effort + 1;
        let mut cells = vec![(NOTHING, 0); width * (rows.len() + 1)];
        if let Some(last) = cells.get_mut(width * rows.len()) {
            last.0 = 0.0;
        }
        for (at, (row, &need)) in rows.iter().zip(needs).enumerate().rev() {
            let Some((to, next)) = cells.split_at_mut_checked((at + 1) * width) else {
                continue;
            };
            let (Some(to), Some(next)) = (to.get_mut(at * width..), next.get(..width)) else {
                continue;
            };
            for own in 0..=row.top().min(effort) {
                let Some(best) = row.best(0, own).filter(|b| b.gain >= need) else {
                    continue;
                };
                for ((gain, count), &(g, c)) in to.iter_mut().skip(own).zip(next) {
                    if g > NOTHING {
                        merge(gain, count, g + best.gain, c + best.count, epsilon);
                    }
                }
            }
        }
        Self { width, cells }
    }

    /// The best of the areas from one on, for an exact effort; `None` if there is no way.
    pub(super) fn best(&self, from: usize, effort: usize) -> Option<Best> {
        if effort >= self.width {
            return None;
        }
        let &(gain, count) = self.cells.get(from * self.width + effort)?;
        (gain > NOTHING).then_some(Best { gain, count })
    }
}
