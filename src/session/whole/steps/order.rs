//! Order in few bytes: a sort of the library is compiled anew for each kind of item, and what is
//! ordered here is never long.

/// The items by a key, smallest first; equals stay in their order.
pub(super) fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut places: Vec<(u64, usize)> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let key = key(item);
        let place = places.partition_point(|(other, _)| *other <= key);
        places.insert(place, (key, at));
    }
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let places = places.into_iter();
    places
        .filter_map(|(_, at)| items.get_mut(at)?.take())
        .collect()
}

/// A key that puts the greatest of numbers first, none of which is below 0.
pub(super) fn falling(x: f64) -> u64 {
    // Added, as the zero below 0 is not the one above.
    u64::MAX - (x.max(0.0) + 0.0).to_bits()
}

#[cfg(test)]
mod tests {
    use super::{by_key, falling};

    #[test]
    fn equals_stay_in_their_order() {
        let items = vec![(0.5, 'a'), (2.0, 'b'), (0.5, 'c'), (-0.0, 'd'), (10.0, 'e')];
        let names: String = by_key(items, |(x, _)| falling(*x))
            .iter()
            .map(|i| i.1)
            .collect();
        assert_eq!(names, "ebacd");
    }
}
