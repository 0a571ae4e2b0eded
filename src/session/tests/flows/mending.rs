//! Fields that are wrong are listed, and each has a way to it.

use crate::begun;
use gca_session::whole::{wrong, Field, Part};
use gca_session::{Effect, Focus, Msg, Screen, Snapshot, WholeMsg};

#[test]
fn what_is_too_long_or_does_not_fit_is_listed_in_the_order_of_the_questions() {
    let mut page = begun();
    assert_eq!(wrong(&page.model), []);
    let given = r#"{"format":1,"answers":{"law":"of another bank"}}"#;
    page.send(Msg::Import(Snapshot::parse(given).unwrap()));
    let (law, team) = (page.at("law"), page.at("team"));
    page.send(Msg::Note(team, "x".repeat(2001).into()));
    page.whole(WholeMsg::AddEvidence(law));
    page.whole(WholeMsg::Evidence(
        law,
        0,
        Part::Date,
        "x".repeat(41).into(),
    ));
    page.whole(WholeMsg::Evidence(
        law,
        0,
        Part::Text,
        "x".repeat(500).into(),
    ));
    let mut found: Vec<_> = wrong(&page.model)
        .iter()
        .map(|one| (one.at, one.field, one.too_long))
        .collect();
    found.sort_by_key(|one| one.0);
    let mut expected = vec![
        (law, Field::Answer, None),
        (law, Field::Evidence(0, Part::Date), Some((41, 40))),
        (team, Field::Note, Some((2001, 2000))),
    ];
    expected.sort_by_key(|one| one.0);
    assert_eq!(found, expected);
    page.send(Msg::Note(team, "x".repeat(2000).into()));
    assert_eq!(
        wrong(&page.model).len(),
        2,
        "what is mended is no longer there"
    );
}

#[test]
fn the_way_to_a_field_has_the_focus_in_it_and_leads_back_to_the_review() {
    let mut page = begun();
    let law = page.at("law");
    for (field, focus) in [
        (Field::Answer, Focus::Question(law)),
        (Field::Note, Focus::Note(law)),
        (
            Field::Evidence(1, Part::Link),
            Focus::Field(law, Field::Evidence(1, Part::Link)),
        ),
    ] {
        page.send(Msg::Go(Screen::Review));
        let effects = page.send(Msg::Whole(WholeMsg::Mend(law, field)));
        assert_eq!(effects.last(), Some(&Effect::Focus(focus)));
        assert_eq!(page.model.screen(), Screen::Questions);
        page.send(Msg::Next);
        assert_eq!(page.model.screen(), Screen::Review);
    }
}
