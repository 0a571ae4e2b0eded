//! Other weights: they change every number, travel with the answers, and go with one click.

use super::{draw, exercise, results, unfold};
use crate::support::page::{Disk, Page};
use crate::support::{core, small};
use crate::{begun, begun_on, CHANGED};
use gca_engine::{assess, Node, Weights};
use gca_session::details::Details;
use gca_session::view::bar;
use gca_session::whole::results::{choices, robustness, weighting, Msg as Do};
use gca_session::{Config, Effect, Focus, Mode, Msg, Screen, Snapshot};

fn weights(page: &Page) -> serde_json::Value {
    page.kept()["weights"].clone()
}

#[test]
fn weight_changes_the_score_everywhere_and_is_kept() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("court", "full");
    page.tick("ticks", "x", true);
    page.tick("ticks", "y", true);
    page.choose("port", "no");
    page.choose("team", "none");
    assert!(page.model.has_standard_weights());
    let before = page.score().unwrap();
    let effects = results(&mut page, Do::Weigh(Node::Area(0), 3.0));
    assert_eq!(effects, CHANGED);
    assert!(!page.model.has_standard_weights());
    assert_eq!(weights(&page), serde_json::json!({"areas": {"a": 3}}));
    // Two thirds of area a, which now counts three quarters instead of half.
    assert!((before - 100.0 / 3.0).abs() < 1e-9);
    assert!((page.score().unwrap() - 50.0).abs() < 1e-9);
    results(&mut page, Do::Weigh(Node::Indicator(1), 2.0));
    assert!((page.score().unwrap() - 37.5).abs() < 1e-9);
    // The bar under the questions has the same weights.
    assert!((bar(&page.model).points.unwrap().score().unwrap() - 50.0).abs() < 1e-9);
    let view = weighting(&page.model);
    assert_eq!(view.now.unwrap().score(), page.score());
    assert_eq!(view.standard.unwrap().score(), Some(before));
    let (area, indicators) = &view.areas[0];
    assert_eq!(
        (area.weight, area.standard, area.share),
        (3.0, 1.0, Some(0.75))
    );
    assert_eq!(indicators[1].share, Some(0.5));
    let page = page.reloaded(&small());
    assert!((page.score().unwrap() - 37.5).abs() < 1e-9);
    assert!(!page.model.has_standard_weights());
}

#[test]
fn one_click_brings_the_standard_weights_back() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("team", "none");
    let before = page.score();
    results(&mut page, Do::Weigh(Node::Area(1), 5.0));
    results(&mut page, Do::Weigh(Node::Indicator(0), 1.0));
    assert_ne!(page.score(), before);
    let set = page.model.weights_set();
    let effects = results(&mut page, Do::Standard(Focus::Heading));
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Heading)));
    assert_eq!(page.score(), before);
    assert!(page.model.has_standard_weights());
    assert_eq!(weights(&page), serde_json::Value::Null);
    assert_ne!(page.model.weights_set(), set, "the fields are made anew");
    assert!(page.model.said().is_some());
    assert_eq!(page.reloaded(&small()).score(), before);
}

#[test]
fn the_banks_own_weight_is_no_weight_of_the_user() {
    let mut page = begun();
    page.choose("law", "full");
    results(&mut page, Do::Weigh(Node::Indicator(0), 5.0));
    results(&mut page, Do::Weigh(Node::Indicator(0), 2.0));
    assert!(page.model.has_standard_weights());
    assert_eq!(weights(&page), serde_json::Value::Null);
}

#[test]
fn what_is_no_weight_changes_nothing() {
    let mut page = begun();
    page.choose("law", "full");
    let before = page.kept();
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY, 101.0] {
        assert_eq!(results(&mut page, Do::Weigh(Node::Area(0), weight)), []);
    }
    for node in [
        Node::Overall,
        Node::Question(0),
        Node::Area(9),
        Node::Indicator(9),
    ] {
        assert_eq!(results(&mut page, Do::Weigh(node, 2.0)), []);
    }
    assert_eq!(page.kept(), before);
}

#[test]
fn weights_serve_the_quick_version_too() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("team", "none");
    results(&mut page, Do::Weigh(Node::Area(0), 3.0));
    page.send(Msg::Start(Mode::Quick));
    assert!((page.score().unwrap() - 75.0).abs() < 1e-9);
    assert!(!page.model.has_standard_weights());
    results(&mut page, Do::Weigh(Node::Area(0), 1.0));
    page.send(Msg::Start(Mode::Full));
    // The quick version does not have this one, so its numbers are the standard ones.
    results(&mut page, Do::Weigh(Node::Indicator(1), 5.0));
    assert!(!page.model.has_standard_weights());
    page.send(Msg::Start(Mode::Quick));
    assert!(page.model.has_standard_weights());
}

#[test]
fn weights_of_a_file_are_bounded_and_what_is_no_weight_is_handed_on() {
    let text = r#"{"weights":{"areas":{"a":3,"b":0,"elsewhere":2},"indicators":{"a.1":1000000000,"b.1":"2"},"later":1}}"#;
    let details = Details::read(text);
    let mut expected = Weights::default();
    expected.areas.insert("a".into(), 3.0);
    expected.areas.insert("elsewhere".into(), 2.0);
    assert_eq!(details.weights, expected);
    let value = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    assert_eq!(value(&details.write()), value(text));
    let hollow = Details::read(r#"{"weights":{"areas":{},"indicators":null}}"#);
    assert_eq!(hollow, Details::default());
    let many: Vec<String> = (0..2000).map(|n| format!("\"a{n}\":2")).collect();
    let many = format!(r#"{{"weights":{{"areas":{{{}}}}}}}"#, many.join(","));
    assert_eq!(Details::read(&many).weights.areas.len(), 1000);
}

#[test]
fn imported_answers_bring_their_weights_and_take_those_of_others_away() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("team", "none");
    let standard = page.score();
    let plain = page.export();
    results(&mut page, Do::Weigh(Node::Area(0), 3.0));
    let with = page.export();
    let weighted = page.score();
    page.send(Msg::Import(Snapshot::parse(&plain).unwrap()));
    assert_eq!(page.score(), standard);
    page.send(Msg::Import(Snapshot::parse(&with).unwrap()));
    assert_eq!(page.score(), weighted);
    assert_eq!(page.export(), with);
}

#[test]
fn the_first_program_shows_no_score_that_would_be_another() {
    let disk = Disk::default();
    let mut page = begun_on(&disk);
    page.choose("law", "full");
    let first = || {
        let config = Config {
            first: true,
            start_at: Screen::Questions,
            ..Config::default()
        };
        Page::open(&small(), config, &disk)
    };
    assert!(bar(&first().model).points.is_some());
    results(&mut page, Do::Weigh(Node::Indicator(0), 5.0));
    assert_eq!(bar(&first().model).points, None);
    assert!(bar(&page.model).points.is_some());
}

#[test]
fn draws_are_made_round_the_weights_in_use() {
    let mut page = exercise();
    unfold(&mut page);
    results(&mut page, Do::Weigh(Node::Area(0), 5.0));
    assert_eq!(page.model.next_part(), Some(Do::Draw));
    draw(&mut page);
    let found = &robustness(&page.model).unwrap().result;
    let score = page.score().unwrap();
    assert!(found.min < score && score < found.max);
    let mut file = core();
    file["areas"][0]["weight"] = 5.into();
    let bank = crate::support::bank_of(&file);
    assert_eq!(
        assess(&bank, &super::answers(&page)),
        *page.model.assessment()
    );
}

#[test]
fn choices_hold_what_is_in_use_and_what_the_bank_has() {
    let mut page = begun();
    results(&mut page, Do::Weigh(Node::Indicator(0), 7.25));
    let view = weighting(&page.model);
    let row = &view.areas[0].1[0];
    let all = choices(row);
    assert!(all.contains(&7.25) && all.contains(&2.0));
    assert!(all.windows(2).all(|two| two[0] < two[1]));
}
