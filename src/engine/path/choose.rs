//! Which of the equally cheap and equally good ways: the fewest questions changed, then the first
//! in questionnaire order, then the fewest steps (METHOD, section 16).
//!
//! All ways that are equal so far are followed at once, as a set of states per question: first
//! forward, to find the first list of changed questions; then backward, to drop states that do not
//! end there; then forward again, taking the fewest steps each time.

use super::moves::{Item, Region};
use super::table::{Best, Joined, Rows};

/// Effort left for the rest of the area, and for the areas after it.
type State = (u32, u32);

/// The states before one question is decided, and whether it is among those changed.
struct Layer {
    region: usize,
    item: usize,
    states: Vec<State>,
    changed: bool,
}

struct Chooser<'a> {
    regions: &'a [Region],
    rows: &'a [Rows],
    needs: &'a [f64],
    joined: Joined,
    epsilon: f64,
}

/// Number of steps of each question, by region and item.
pub(super) fn choose(
    regions: &[Region],
    rows: &[Rows],
    needs: &[f64],
    effort: usize,
    epsilon: f64,
) -> Vec<Vec<usize>> {
    let chooser = Chooser {
        regions,
        rows,
        needs,
        joined: Joined::new(rows, needs, effort, epsilon),
        epsilon,
    };
    let mut layers = chooser.forward(effort as u32);
    chooser.prune(&mut layers);
    chooser.take(&layers)
}

impl Chooser<'_> {
    /// The first list of changed questions, and the states that lead along it.
    fn forward(&self, effort: u32) -> Vec<Layer> {
        let mut layers = Vec::new();
        let mut rests = vec![effort];
        for (at, region) in self.regions.iter().enumerate() {
            let mut states: Vec<State> = rests
                .iter()
                .flat_map(|&rest| self.shares(at, rest))
                .collect();
            for (n, item) in region.items.iter().enumerate() {
                sort(&mut states);
                let along = |changed: bool| -> Vec<State> {
                    let steps = |&state| self.steps(at, n, item, state, changed);
                    states.iter().flat_map(steps).map(|(_, to)| to).collect()
                };
                let moved = along(true);
                let changed = !moved.is_empty();
                let next = if changed { moved } else { along(false) };
                layers.push(Layer {
                    region: at,
                    item: n,
                    states: std::mem::replace(&mut states, next),
                    changed,
                });
            }
            rests = states.iter().map(|&(_, rest)| rest).collect();
            rests.sort_unstable();
            rests.dedup();
        }
        layers
    }

    /// Keeps the states from which the last question can be reached along the list.
    fn prune(&self, layers: &mut [Layer]) {
        let mut after: Vec<State> = vec![(0, 0)];
        for layer in layers.iter_mut().rev() {
            let Some(item) = self.item(layer) else {
                continue;
            };
            let (region, n, changed) = (layer.region, layer.item, layer.changed);
            layer.states.retain(|&state| {
                let mut steps = self.steps(region, n, item, state, changed);
                steps.any(|(_, to)| after.binary_search(&to).is_ok())
            });
            after = if layer.item == 0 {
                // Where an area begins, all that counts is the effort left for it and the rest.
                layer
                    .states
                    .iter()
                    .map(|&(own, rest)| (0, own + rest))
                    .collect()
            } else {
                layer.states.clone()
            };
            sort(&mut after);
        }
    }

    /// The fewest steps at each changed question, in order.
    fn take(&self, layers: &[Layer]) -> Vec<Vec<usize>> {
        let mut chosen: Vec<Vec<usize>> = self
            .regions
            .iter()
            .map(|r| vec![0; r.items.len()])
            .collect();
        let mut current: Option<Vec<State>> = None;
        for layer in layers {
            let Some(item) = self.item(layer) else {
                continue;
            };
            // Of the kept states, those that the steps taken so far have led to.
            let states: Vec<State> = match &current {
                None => layer.states.clone(),
                Some(reached) => {
                    let is_reached = |&(own, rest): &State| {
                        let state = if layer.item == 0 {
                            (0, own + rest)
                        } else {
                            (own, rest)
                        };
                        reached.binary_search(&state).is_ok()
                    };
                    layer
                        .states
                        .iter()
                        .copied()
                        .filter(|s| is_reached(s))
                        .collect()
                }
            };
            let ahead = self.ahead(layers, layer);
            let all: Vec<(usize, State)> = states
                .iter()
                .flat_map(|&s| self.steps(layer.region, layer.item, item, s, layer.changed))
                .filter(|(_, to)| ahead.binary_search(to).is_ok())
                .collect();
            let fewest = all.iter().map(|(steps, _)| *steps).min().unwrap_or(0);
            if let Some(slot) = chosen
                .get_mut(layer.region)
                .and_then(|c| c.get_mut(layer.item))
            {
                *slot = fewest;
            }
            let taken = all.into_iter().filter(|(steps, _)| *steps == fewest);
            let mut next: Vec<State> = taken.map(|(_, to)| to).collect();
            sort(&mut next);
            current = Some(next);
        }
        chosen
    }

    /// The kept states after a layer, as its steps lead to them.
    fn ahead(&self, layers: &[Layer], layer: &Layer) -> Vec<State> {
        let next = layers
            .iter()
            .find(|l| (l.region, l.item) > (layer.region, layer.item));
        let mut ahead = match next {
            None => vec![(0, 0)],
            Some(l) if l.item == 0 => l
                .states
                .iter()
                .map(|&(own, rest)| (0, own + rest))
                .collect(),
            Some(l) => l.states.clone(),
        };
        sort(&mut ahead);
        ahead
    }

    fn item(&self, layer: &Layer) -> Option<&Item> {
        self.regions.get(layer.region)?.items.get(layer.item)
    }

    /// How an effort can be shared between an area and those after it without losing anything.
    fn shares(&self, region: usize, effort: u32) -> Vec<State> {
        let (Some(best), Some(rows), Some(&need)) = (
            self.joined.best(region, effort as usize),
            self.rows.get(region),
            self.needs.get(region),
        ) else {
            return Vec::new();
        };
        let shares = (0..=effort.min(rows.top() as u32)).filter(|&own| {
            let (Some(own_best), Some(rest)) = (
                rows.best(0, own as usize).filter(|b| b.gain >= need),
                self.joined.best(region + 1, (effort - own) as usize),
            ) else {
                return false;
            };
            self.equal(best, own_best.gain + rest.gain, own_best.count + rest.count)
        });
        shares.map(|own| (own, effort - own)).collect()
    }

    /// The ways to decide a question without losing anything: number of steps, and state after.
    fn steps<'s>(
        &'s self,
        region: usize,
        n: usize,
        item: &'s Item,
        (own, rest): State,
        changed: bool,
    ) -> impl Iterator<Item = (usize, State)> + 's {
        let rows = self.rows.get(region);
        let best = rows.and_then(|rows| rows.best(n, own as usize));
        let stay = (!changed).then_some((0, 0, 0.0));
        let rungs = item.rungs.iter().enumerate().filter(move |_| changed);
        let rungs = rungs.map(|(at, rung)| (at + 1, rung.effort, rung.gain));
        stay.into_iter()
            .chain(rungs)
            .filter_map(move |(steps, effort, gain)| {
                let left = own.checked_sub(effort)?;
                let next = rows?.best(n + 1, left as usize)?;
                let count = next.count + u16::from(changed);
                self.equal(best?, gain + next.gain, count)
                    .then_some((steps, (left, rest)))
            })
    }

    fn equal(&self, best: Best, gain: f64, count: u16) -> bool {
        gain >= best.gain - self.epsilon && count == best.count
    }
}

fn sort(states: &mut Vec<State>) {
    states.sort_unstable();
    states.dedup();
}
