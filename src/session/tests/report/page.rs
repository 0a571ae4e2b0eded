//! What the page of the report asks for.

use crate::support::page::Page;
use crate::support::small;
use gca_session::whole::export::Kind;
use gca_session::whole::paper::{Effect as Do, Msg as Paper};
use gca_session::{Effect, Mode, Msg, Screen, WholeMsg};

fn send(page: &mut Page, msg: Paper) -> Vec<Effect> {
    page.whole(WholeMsg::Paper(msg))
}

#[test]
fn the_report_looks_for_contradictions() {
    let mut page = Page::fresh(&small());
    page.send(Msg::Start(Mode::Full));
    assert!(page
        .send(Msg::Go(Screen::Report))
        .contains(&Effect::FetchMore));
}

#[test]
fn files_and_print_are_asked_for_and_nothing_is_saved() {
    let mut page = Page::fresh(&small());
    page.send(Msg::Start(Mode::Full));
    assert_eq!(send(&mut page, Paper::Print), [Effect::Paper(Do::Print)]);
    let saved = send(&mut page, Paper::Save(Kind::Xlsx));
    assert_eq!(saved, [Effect::Paper(Do::Save(Kind::Xlsx))]);
    assert_eq!(page.model.paper_saved(), None);
    assert!(send(&mut page, Paper::Saved("a.xlsx".into())).is_empty());
    assert_eq!(page.model.paper_saved(), Some("a.xlsx"));
    assert!(send(&mut page, Paper::Unnamed(true)).is_empty());
    assert!(page.model.is_unnamed());
    assert_eq!(page.model.paper_saved(), None, "it was of the other kind");
}
