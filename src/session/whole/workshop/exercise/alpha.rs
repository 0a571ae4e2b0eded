//! Krippendorff's alpha: how far raters agree beyond chance, whatever is missing.
//!
//! Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011. Values are scores, 0–1: every question of a
//! bank has its own number of levels, and the score is the one scale that they share (METHOD, section 13).

/// How far two values are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Only their order counts: by how many of all given values lie between them.
    Ordinal,
    /// Their difference counts.
    Interval,
}

/// Alpha of the values that raters gave to units: 1 when all agree, 0 when they agree as by chance, below 0 when
/// they agree less. A missing value is simply not among those of its unit, and a unit with fewer than two says nothing.
/// `None` if no unit has two values, or if all values are the same, since nothing then can be told from chance.
pub fn alpha(units: &[Vec<f64>], metric: Metric) -> Option<f64> {
    let units: Vec<&Vec<f64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let counted = counted(units.iter().flat_map(|unit| unit.iter().copied()));
    let n: f64 = counted.iter().map(|(_, n)| n).sum();
    let scale = scale(&counted, metric);
    let place = |x: f64| {
        let at = counted.partition_point(|(value, _)| *value < x);
        scale.get(at).copied().unwrap_or_default()
    };
    let observed: f64 = units
        .iter()
        .map(|unit| {
            let places = unit.iter().map(|x| (place(*x), 1.0));
            squares(places) / (unit.len() - 1) as f64
        })
        .sum();
    let expected = squares(scale.iter().copied().zip(counted.iter().map(|(_, n)| *n))) / (n - 1.0);
    (n > 1.0 && expected > 1e-12).then(|| 1.0 - observed / expected)
}

/// The different values in order, and how often each was given.
fn counted(values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    let of_one = |run: &[f64]| Some((*run.first()?, run.len() as f64));
    values.chunk_by(|a, b| a == b).filter_map(of_one).collect()
}

/// A number for each value, so that the distance of two values is the difference of their numbers. For the ordinal
/// metric that is the sum of all counts between two values and half of their own, so the numbers are mean ranks.
fn scale(counted: &[(f64, f64)], metric: Metric) -> Vec<f64> {
    let mut below = 0.0;
    let mean_rank = |n: f64| {
        let rank = below + n / 2.0;
        below += n;
        rank
    };
    match metric {
        Metric::Interval => counted.iter().map(|(value, _)| *value).collect(),
        Metric::Ordinal => counted.iter().map(|(_, n)| *n).map(mean_rank).collect(),
    }
}

/// Sum of the squared differences over all ordered pairs of weighted values: 2 (n Σx² − (Σx)²).
fn squares(values: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let n: f64 = values.clone().map(|(_, n)| n).sum();
    let mean = values.clone().map(|(x, n)| n * x).sum::<f64>() / n.max(1.0);
    2.0 * n
        * values
            .map(|(x, of)| of * (x - mean) * (x - mean))
            .sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::{alpha, Metric};

    /// Values of raters by unit; 0 is missing.
    fn units<const N: usize>(raters: &[[u8; N]]) -> Vec<Vec<f64>> {
        let of = |at: usize| {
            raters
                .iter()
                .filter_map(move |rater| rater.get(at).copied())
        };
        (0..N)
            .map(|at| of(at).filter(|x| *x > 0).map(f64::from).collect())
            .collect()
    }

    fn check(units: &[Vec<f64>], metric: Metric, published: f64) {
        let given = alpha(units, metric);
        let is_near = given.is_some_and(|alpha| (alpha - published).abs() < 5e-4);
        assert!(is_near, "{metric:?}: {given:?} and not {published}");
    }

    /// Krippendorff 2011, section C: four observers, twelve units, missing data.
    #[test]
    fn published_values_of_four_observers_come_out() {
        let units = units(&[
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ]);
        check(&units, Metric::Ordinal, 0.815);
        check(&units, Metric::Interval, 0.849);
    }

    /// The example of three coders and fifteen units that is in wide use.
    #[test]
    fn published_value_of_three_coders_comes_out() {
        let units = units(&[
            [0, 0, 0, 0, 0, 3, 4, 1, 2, 1, 1, 3, 3, 0, 3],
            [1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 2, 1, 3, 4, 4, 0, 2, 1, 1, 3, 3, 0, 4],
        ]);
        check(&units, Metric::Interval, 0.811);
    }

    #[test]
    fn agreement_is_one_chance_is_none_and_opposites_are_below() {
        for metric in [Metric::Ordinal, Metric::Interval] {
            let agreed = [vec![0.0, 0.0, 0.0], vec![0.5, 0.5], vec![1.0, 1.0, 1.0]];
            assert_eq!(alpha(&agreed, metric), Some(1.0));
            let opposite = [vec![0.0, 1.0], vec![0.0, 1.0], vec![1.0, 0.0]];
            assert!(alpha(&opposite, metric).is_some_and(|alpha| alpha < 0.0));
            // Nothing to compare, or nothing that could have been otherwise.
            assert_eq!(alpha(&[], metric), None);
            assert_eq!(alpha(&[vec![0.5], vec![1.0]], metric), None);
            assert_eq!(alpha(&[vec![0.5, 0.5], vec![0.5, 0.5]], metric), None);
        }
    }

    #[test]
    fn what_nobody_else_answered_changes_nothing() {
        let mut units = vec![vec![0.0, 0.5, 0.5], vec![1.0, 1.0], vec![0.25, 0.5]];
        let before = alpha(&units, Metric::Interval);
        units.extend([vec![], vec![0.75]]);
        assert_eq!(alpha(&units, Metric::Interval), before);
    }

    #[test]
    fn order_alone_counts_for_the_ordinal_metric() {
        let units = [vec![0.0, 0.25, 0.25], vec![0.5, 0.5, 1.0], vec![1.0, 1.0]];
        let stretched: Vec<Vec<f64>> = units
            .iter()
            .map(|unit| unit.iter().map(|x| x * x * 7.0).collect())
            .collect();
        let [a, b] = [&units[..], &stretched].map(|units| alpha(units, Metric::Ordinal));
        assert!(a.zip(b).is_some_and(|(a, b)| (a - b).abs() < 1e-12));
        assert_ne!(
            alpha(&units, Metric::Interval),
            alpha(&stretched, Metric::Interval)
        );
    }
}
