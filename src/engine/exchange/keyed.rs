//! A list of members by id, written as an object in its own order.

use serde::ser::{Serialize, Serializer};

/// Members by id in questionnaire order; in a file, a plain object.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyed<K, V>(pub Vec<(K, V)>);

impl<K, V> FromIterator<(K, V)> for Keyed<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<K: Serialize, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
