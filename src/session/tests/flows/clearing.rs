//! Clearing all answers: asked first, honest about what stays, and taken back in one step.

use crate::begun;
use crate::support::small;
use gca_session::whole::Said;
use gca_session::{Effect, Focus, Mode, Msg, Screen, Snapshot, WholeMsg};
use serde_json::json;

#[test]
fn clearing_asks_first_and_the_safe_choice_changes_nothing() {
    let mut page = begun();
    page.choose("law", "some");
    page.send(Msg::Go(Screen::Review));
    let before = page.kept();
    let asked = page.whole(WholeMsg::AskClear);
    assert_eq!(asked, [Effect::Focus(Focus::Dialog)]);
    assert!(page.model.is_clearing());
    let kept = page.whole(WholeMsg::KeepAnswers);
    assert_eq!(kept, [Effect::Focus(Focus::ClearButton)]);
    assert!(!page.model.is_clearing());
    assert_eq!(page.kept(), before);
}

#[test]
fn clearing_takes_the_answers_of_both_versions_and_leaves_what_stands_beside() {
    let mut page = begun();
    let given = json!({"format": 1, "notes": {"law": "n"}, "flagged": ["law"],
        "answers": {"law": "some", "ticks": ["x"], "team": "full", "court": "gone", "other": "x"}});
    page.send(Msg::Import(Snapshot::parse(&given.to_string()).unwrap()));
    page.send(Msg::Start(Mode::Quick));
    page.send(Msg::Go(Screen::Review));
    let before = page.kept();
    let effects = page.whole(WholeMsg::ClearAll);
    assert_eq!(effects.first(), Some(&Effect::Save));
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Heading)));
    assert_eq!(page.kept()["answers"], json!({"other": "x"}));
    assert_eq!(page.kept()["notes"], before["notes"]);
    assert_eq!(page.kept()["flagged"], before["flagged"]);
    assert_eq!(page.model.said().unwrap().0, Said::Cleared(4));
    assert_eq!(page.model.screen(), Screen::Review);
    assert_eq!(page.reloaded(&small()).kept(), page.kept());

    page.whole(WholeMsg::Undo);
    let order = |value: &serde_json::Value| value.as_object().cloned();
    assert_eq!(order(&page.kept()["answers"]), order(&before["answers"]));
    assert_eq!(page.model.said().unwrap().0, Said::Restored(4));
    assert!(!page.model.can_undo(), "one step took all of them");
    page.whole(WholeMsg::Redo);
    assert_eq!(page.kept()["answers"], json!({"other": "x"}));
}
