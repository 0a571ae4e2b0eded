//! Pictures of charts say by themselves what they are about.

use crate::support::small;
use crate::{page_of, setting, typed};
use gca_engine::Node;
use gca_session::whole::picture::named;
use gca_session::whole::results::Msg as Do;
use gca_session::{Mode, Msg, WholeMsg};

fn foot(page: &crate::Page, unnamed: bool) -> (String, String) {
    let named = named(&page.model, &setting(unnamed), "bars", ".svg");
    (named.file, named.foot)
}

#[test]
fn picture_says_whose_it_is_and_when_it_was_made() {
    let page = page_of(&small(), &typed("Kenya / 2026"));
    let (file, foot) = foot(&page, false);
    assert_eq!(file, "kenya-2026-2023-11-14-bars.svg");
    assert!(
        foot.contains("Kenya / 2026") && foot.contains("14 November 2023"),
        "{foot}"
    );
}

#[test]
fn picture_that_names_nobody_has_no_name() {
    let page = page_of(&small(), &typed("Zanzibar"));
    let (file, foot) = foot(&page, true);
    assert_eq!(file, "assessment-2023-11-14-bars.svg");
    assert!(!foot.contains("Zanzibar"), "{foot}");
}

#[test]
fn what_must_not_be_missed_beside_a_number_stands_at_the_foot() {
    let mut page = page_of(&small(), &typed("x"));
    let plain = foot(&page, false).1;
    let weigh = Do::Weigh(Node::Area(0), 3.0);
    page.send(Msg::Whole(WholeMsg::Results(weigh)));
    let weighted = foot(&page, false).1;
    page.send(Msg::Start(Mode::Quick));
    let quick = foot(&page, false).1;
    assert!(plain.len() < weighted.len() && weighted.starts_with(&plain));
    assert_ne!(weighted, quick);
}
