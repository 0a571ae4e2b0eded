//! Other weights than those of the bank: the same as a bank file that has them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{assess, sensitivity, Bank, Draw, Weights};
use serde_json::Value;
use support::random::{self, Random, MEDIUM};
use support::{answers_of, bank_of, core};

/// New weights for some areas and indicators, and the bank file with them.
fn changed(random: &mut Random, file: &Value) -> (Weights, Value) {
    let (mut weights, mut file) = (Weights::default(), file.clone());
    let change = |random: &mut Random, entry: &mut Value| {
        let weight = 0.1 + 9.9 * random.unit();
        random.chance(50).then(|| {
            entry["weight"] = weight.into();
            (entry["id"].as_str().unwrap().to_owned(), weight)
        })
    };
    for area in file["areas"].as_array_mut().unwrap() {
        weights.areas.extend(change(random, area));
        for indicator in area["indicators"].as_array_mut().unwrap() {
            weights.indicators.extend(change(random, indicator));
        }
    }
    (weights, file)
}

#[test]
fn reweighted_bank_is_the_bank_of_a_file_with_these_weights() {
    for seed in 0..200 {
        let mut random = Random(seed);
        let file = random::bank(&mut random, MEDIUM);
        let given = random::answers(&mut random, &file, 70);
        let (weights, file_with) = changed(&mut random, &file);
        let (bank, expected) = (bank_of(&file), bank_of(&file_with));
        let other = bank.reweighted(&weights).unwrap();
        let answers = answers_of(&bank, &given);
        assert_eq!(assess(&other, &answers), assess(&expected, &answers));
        assert_eq!(
            assess(&bank.quick().reweighted(&weights).unwrap(), &answers),
            assess(&expected.quick(), &answers)
        );
        let draw = Draw {
            draws: 50,
            ..Draw::default()
        };
        let drawn = |bank: &Bank| sensitivity(bank, &answers, draw);
        assert_eq!(drawn(&other), drawn(&expected));
    }
}

#[test]
fn nothing_named_and_nothing_known_change_nothing() {
    let bank = bank_of(&serde_json::from_str(&core()).unwrap());
    let mut weights = Weights::default();
    assert!(weights.is_empty());
    assert_eq!(bank.reweighted(&weights).unwrap(), bank);
    weights.areas.insert("elsewhere".into(), 5.0);
    weights.indicators.insert("elsewhere".into(), 0.0);
    assert!(!weights.is_empty());
    assert_eq!(bank.reweighted(&weights).unwrap(), bank);
}

#[test]
fn weight_that_is_none_is_refused_by_its_id() {
    let bank = bank_of(&serde_json::from_str(&core()).unwrap());
    let (area, indicator) = (&*bank.areas()[1].id, &*bank.indicators()[2].id);
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let mut weights = Weights::default();
        weights.areas.insert(area.into(), weight);
        let error = bank.reweighted(&weights).unwrap_err();
        assert_eq!((error.code, &*error.at), ("bank.weight", area));
        let mut weights = Weights::default();
        weights.indicators.insert(indicator.into(), weight);
        let error = bank.reweighted(&weights).unwrap_err();
        assert_eq!((error.code, &*error.at), ("bank.weight", indicator));
    }
}
