//! Evidence, the flag and who answered: each is kept like an answer, and none of it gets lost.

use crate::support::page::{Disk, Page};
use crate::support::small;
use crate::{begun, CHANGED};
use gca_session::details::MAX_EVIDENCE;
use gca_session::view::{rail, review};
use gca_session::whole::{Part, Said};
use gca_session::{Config, Effect, Filter, Focus, Mode, Msg, Screen, WholeMsg};
use serde_json::{json, Value};

const PARTS: [(Part, &str); 4] = [
    (Part::Text, "Act 7"),
    (Part::Reference, "s. 3"),
    (Part::Link, "https://example.org"),
    (Part::Date, "2026-03-12"),
];

/// A page with one whole piece of evidence for the law.
fn with_evidence() -> (Page, usize) {
    let mut page = begun();
    let law = page.at("law");
    page.whole(WholeMsg::AddEvidence(law));
    for (part, text) in PARTS {
        page.whole(WholeMsg::Evidence(law, 0, part, text.into()));
    }
    (page, law)
}

#[test]
fn every_part_of_evidence_is_kept_as_it_is_typed() {
    let mut page = begun();
    let law = page.at("law");
    let opened = page.whole(WholeMsg::AddEvidence(law));
    assert_eq!(opened, [Effect::Focus(Focus::Evidence(law, 0))]);
    assert_eq!(page.kept().get("evidence"), None, "nothing was typed");
    assert_eq!(page.question("law").extras.evidence.len(), 1);
    for (part, text) in PARTS {
        let effects = page.whole(WholeMsg::Evidence(law, 0, part, text.into()));
        assert_eq!(effects, CHANGED);
    }
    let expected = json!([{"text": "Act 7", "reference": "s. 3", "link": "https://example.org", "date": "2026-03-12"}]);
    assert_eq!(page.kept()["evidence"]["law"], expected);
    let after = page.reloaded(&small());
    assert_eq!(after.kept()["evidence"]["law"], expected);
    assert!(after.model.is_begun(), "evidence alone is worth keeping");
}

#[test]
fn removed_evidence_can_be_put_back_where_it_stood() {
    let (mut page, law) = with_evidence();
    page.whole(WholeMsg::AddEvidence(law));
    page.whole(WholeMsg::Evidence(law, 1, Part::Text, "Gazette".into()));
    let before = page.kept();
    let effects = page.whole(WholeMsg::RemoveEvidence(law, 0));
    assert_eq!(effects.first(), Some(&Effect::Save));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::AddEvidence(law)))
    );
    assert_eq!(page.kept()["evidence"]["law"], json!([{"text": "Gazette"}]));
    assert!(page.question("law").extras.is_removed);
    assert!(matches!(page.model.said(), Some((Said::Removed(_), 1))));
    let effects = page.whole(WholeMsg::PutBack);
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Evidence(law, 0)))
    );
    assert_eq!(page.kept()["evidence"], before["evidence"]);
    assert!(!page.question("law").extras.is_removed);
    assert_eq!(page.whole(WholeMsg::PutBack), []);
}

#[test]
fn an_empty_piece_goes_without_a_word() {
    let mut page = begun();
    let law = page.at("law");
    page.whole(WholeMsg::AddEvidence(law));
    let effects = page.whole(WholeMsg::RemoveEvidence(law, 0));
    assert_eq!(effects, [Effect::Focus(Focus::AddEvidence(law))]);
    assert!(page.question("law").extras.evidence.is_empty());
    assert_eq!(page.model.said(), None);
    assert!(!page.model.is_begun());
}

#[test]
fn there_is_an_end_to_pieces_of_evidence() {
    let mut page = begun();
    let law = page.at("law");
    for _ in 0..MAX_EVIDENCE + 5 {
        page.whole(WholeMsg::AddEvidence(law));
    }
    let extras = page.question("law").extras;
    assert_eq!(extras.evidence.len(), MAX_EVIDENCE);
    assert!(!extras.can_add);
}

#[test]
fn what_is_too_long_stays_whole() {
    let (mut page, law) = with_evidence();
    let long = "é".repeat(5000);
    page.whole(WholeMsg::Evidence(law, 0, Part::Date, (&*long).into()));
    page.whole(WholeMsg::Who(law, (&*long).into()));
    let after = page.reloaded(&small());
    assert_eq!(after.kept()["evidence"]["law"][0]["date"], *long);
    assert_eq!(after.kept()["who"]["law"], *long);
}

#[test]
fn a_flag_shows_at_its_question_in_the_list_of_areas_and_in_the_review() {
    let mut page = begun();
    let port = page.at("port");
    assert_eq!(page.whole(WholeMsg::Flag(port, true)), CHANGED);
    let areas = rail(&page.model);
    let flags: Vec<bool> = areas[0].indicators.iter().map(|i| i.flagged).collect();
    assert_eq!(flags, [false, true]);
    assert_eq!([areas[0].flagged, areas[1].flagged], [true, false]);
    let mut after = page.reloaded(&small());
    after.send(Msg::Start(Mode::Full));
    after.send(Msg::Page(1));
    assert!(after.question("port").extras.flagged);
    after.send(Msg::Go(Screen::Review));
    after.send(Msg::Show(Filter::Flagged));
    let view = review(&after.model);
    assert_eq!((view.flagged, view.areas[0].rows[0].at), (1, port));
    after.whole(WholeMsg::Flag(port, false));
    assert_eq!(after.kept().get("flagged"), None);
}

#[test]
fn who_answered_is_asked_only_where_the_host_wants_it() {
    assert_eq!(begun().question("law").extras.who, None);
    let config = Config {
        ask_who: true,
        read_only: false,
        ..Config::default()
    };
    let mut page = Page::open(&small(), config, &Disk::default());
    page.send(Msg::Start(Mode::Full));
    let law = page.at("law");
    assert_eq!(page.question("law").extras.who.as_deref(), Some(""));
    assert_eq!(page.whole(WholeMsg::Who(law, "Ministry".into())), CHANGED);
    assert_eq!(page.question("law").extras.who.as_deref(), Some("Ministry"));
    assert_eq!(page.kept()["who"], json!({"law": "Ministry"}));
    page.whole(WholeMsg::Who(law, "".into()));
    assert_eq!(page.kept().get("who"), None);
}

#[test]
fn review_shows_evidence_with_the_notes() {
    let (mut page, law) = with_evidence();
    page.send(Msg::Note(page.at("ticks"), "n".into()));
    page.send(Msg::Go(Screen::Review));
    page.send(Msg::Show(Filter::Noted));
    let view = review(&page.model);
    assert_eq!(view.counts.noted, 2);
    let rows = &view.areas[0].rows;
    assert_eq!([rows[0].at, rows[1].at], [law, page.at("ticks")]);
    assert_eq!(&*rows[0].evidence[0].reference, "s. 3");
}

#[test]
fn deleting_everything_deletes_this_too() {
    let (mut page, law) = with_evidence();
    page.whole(WholeMsg::Flag(law, true));
    page.send(Msg::Delete);
    let kept = page.kept();
    assert_eq!([&kept["evidence"], &kept["flagged"]], [&Value::Null; 2]);
    assert!(!page.model.is_begun());
}
