//! The names of keys: where an assessment is kept.
//!
//! `gca:<bank>:<instance>` is the place of the first assessment of a bank and an instance of the
//! element, `gca:<bank>:<instance>~<id>` that of a further one. Keys are a place and an end.

use super::Shelf;

/// What the keys of a place end with: the two slots, and two for texts that could not be read.
pub const ENDS: [&str; 4] = [":a", ":b", ":damaged", ":damaged2"];

/// What the key ends with that says which assessment was open last.
pub const OPEN: &str = ":open";

/// The place of the first assessment.
pub fn first(bank: &str, instance: &str) -> String {
    let mut place = String::from("gca");
    for name in [bank, instance] {
        place.push(':');
        push_name(&mut place, name);
    }
    place
}

/// The place of an assessment by its id, beside the first one, whose id is empty.
pub fn further(first: &str, id: &str) -> String {
    let mut place = first.to_owned();
    if !id.is_empty() {
        place.push('~');
        push_name(&mut place, id);
    }
    place
}

/// The place of the assessment that was open last; of the first if that is not known or is gone.
pub fn last(shelf: &dyn Shelf, bank: &str, instance: &str) -> String {
    let first = first(bank, instance);
    let id = shelf.get(&[&first, OPEN].concat());
    let id = id.ok().flatten().filter(|id| is_id(id));
    let place = id.map(|id| further(&first, &id));
    place.filter(|p| is_kept(shelf, p)).unwrap_or(first)
}

/// Whether anything stands in the slots of a place.
pub fn is_kept(shelf: &dyn Shelf, place: &str) -> bool {
    let [a, b, ..] = ENDS;
    [a, b].iter().any(|end| {
        let text = shelf.get(&[place, end].concat());
        text.is_ok_and(|text| text.is_some_and(|text| !text.is_empty()))
    })
}

/// Whether it is the id of a further assessment: a number above 1 in base 36, as it is written.
pub fn is_id(id: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase();
    (1..=6).contains(&id.len()) && id.chars().all(digits) && !id.starts_with('0') && id != "1"
}

/// Appends a name, with what would be mistaken for an end or for an id escaped.
fn push_name(key: &mut String, name: &str) {
    for c in name.chars() {
        match c {
            ':' => key.push_str("%3A"),
            '~' => key.push_str("%7E"),
            '%' => key.push_str("%25"),
            c => key.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{first, further, is_id};

    #[test]
    fn ordinary_names_stand_in_keys_as_they_are() {
        assert_eq!(first("gca-core", "default-2"), "gca:gca-core:default-2");
        assert_eq!(first("é b", "x/y_z.1"), "gca:é b:x/y_z.1");
        assert_eq!(further("gca:b:default", ""), "gca:b:default");
        assert_eq!(further("gca:b:default", "2"), "gca:b:default~2");
    }

    #[test]
    fn no_two_names_share_a_place() {
        let names = ["", "a", "a:b", "a%3Ab", "b", ":", "%", "a~2", "a%7E2", "~2"];
        let mut places = Vec::new();
        for bank in names {
            for instance in names {
                let first = first(bank, instance);
                places.extend(["", "2", "a"].map(|id| further(&first, id)));
            }
        }
        let all = places.len();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), all);
    }

    #[test]
    fn ids_are_numbers_in_one_way_of_writing() {
        for id in ["2", "9", "a", "10", "zz", "zzzzzz"] {
            assert!(is_id(id), "{id}");
        }
        for id in [
            "", "0", "1", "02", "A", "2~3", "2:a", "é", "1000000", "-2", " 2",
        ] {
            assert!(!is_id(id), "{id}");
        }
    }
}
