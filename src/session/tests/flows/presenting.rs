//! A question on a projector: what is hidden is not in it, and few answers are never shown.

use crate::support::page::Page;
use crate::support::small;
use gca_engine::{Answer, Answers};
use gca_session::whole::workshop::hand::{self, Hand};
use gca_session::whole::workshop::present::{
    seen, Distribution, Effect, Msg, Place, Prompt, Seen, Spread, Timed,
};
use gca_session::whole::workshop::{people, Effect as Outside, Msg as Workshop, Talk};
use gca_session::{Effect as Any, Focus, WholeMsg};

fn send(page: &mut Page, msg: Msg) -> Vec<Any> {
    page.whole(WholeMsg::Workshop(Workshop::Present(msg)))
}

/// A room of which each said this about the law and about the team.
fn room(said: &[[Option<Answer>; 2]]) -> Page {
    let mut page = Page::fresh(&small());
    for [law, team] in said {
        join(&mut page, *law, *team);
    }
    page
}

fn join(page: &mut Page, law: Option<Answer>, team: Option<Answer>) {
    let bank = page.model.whole_bank().clone();
    let mut answers = Answers::new(&bank);
    answers.set(0, law);
    answers.set(5, team);
    // Everybody has a device of their own.
    let mark = page.model.workshop().people.len().to_string();
    let hand = Hand {
        answers,
        mark: mark.as_str().into(),
        ..Hand::default()
    };
    let msg = people::Msg::Codes(hand::write(&bank, &hand).into());
    page.whole(WholeMsg::Workshop(Workshop::People(msg)));
}

fn shown(page: &Page) -> Seen {
    seen(&page.model).expect("a question")
}

const fn level(at: u8) -> Option<Answer> {
    Some(Answer::Option(at))
}

/// Four people: far apart about the law, of one mind about the team.
fn four() -> Page {
    let apart = [0, 0, 2, 2].map(|law| [level(law), level(1)]);
    room(&apart)
}

fn texts(seen: &Seen) -> (usize, usize, &str) {
    (seen.place, seen.total, &seen.text)
}

#[test]
fn what_divides_the_room_most_comes_first_and_hidden() {
    let mut page = four();
    assert_eq!(seen(&page.model), None);
    let effects = send(&mut page, Msg::Open(Place::Window));
    assert_eq!(effects, [Any::Workshop(Outside::Present(Effect::Window))]);
    let first = shown(&page);
    assert_eq!(texts(&first), (1, 2, "Law?"));
    assert_eq!(first.answered, Distribution::Hidden(4));
    assert_eq!(first.prompt, Prompt::Decide);
    assert!(first.rows.iter().all(|row| row.first.is_none()));
    send(&mut page, Msg::Turn);
    let open = shown(&page);
    let counts: Vec<_> = open.rows.iter().map(|row| row.first).collect();
    assert_eq!(counts, [Some(2), Some(0), Some(2)]);
    assert_eq!(open.prompt, Prompt::Apart);
    send(&mut page, Msg::Next);
    assert_eq!(texts(&shown(&page)), (2, 2, "Team?"));
    assert_eq!(shown(&page).answered, Distribution::Hidden(4));
    send(&mut page, Msg::Next);
    assert_eq!(shown(&page).place, 2);
}

#[test]
fn the_room_first_sees_the_question_on_the_table() {
    let mut page = four();
    let step = gca_session::whole::workshop::talk::Msg::Next;
    page.whole(WholeMsg::Workshop(Workshop::Talk(step)));
    send(&mut page, Msg::Open(Place::Window));
    assert_eq!(texts(&shown(&page)), (2, 2, "Team?"));
}

#[test]
fn the_room_has_the_order_of_the_trainer() {
    use gca_session::whole::workshop::answers::Order;
    use gca_session::whole::workshop::talk::Msg::Sort;
    // Of one mind about the law, far apart about the team.
    let mut page = room(&[0, 0, 2, 2].map(|team| [level(1), level(team)]));
    page.whole(WholeMsg::Workshop(Workshop::Talk(Sort(Order::Bank))));
    send(&mut page, Msg::Open(Place::Window));
    assert_eq!(texts(&shown(&page)), (1, 2, "Law?"));
    send(&mut page, Msg::Turn);
    page.whole(WholeMsg::Workshop(Workshop::Talk(Sort(
        Order::Disagreement,
    ))));
    assert_eq!(texts(&shown(&page)), (1, 2, "Team?"));
    assert_eq!(shown(&page).answered, Distribution::Hidden(4));
    send(&mut page, Msg::Next);
    assert_eq!(page.model.talk_at(), 0);
}

#[test]
fn fewer_than_three_answers_are_never_shown() {
    let mut page = room(&[
        [level(0), None],
        [level(2), None],
        [Some(Answer::DontKnow), None],
    ]);
    send(&mut page, Msg::Open(Place::Screen));
    send(&mut page, Msg::Turn);
    let two = shown(&page);
    assert_eq!(two.answered, Distribution::Few);
    assert_eq!(two.prompt, Prompt::Few);
    assert!(two.rows.iter().all(|row| row.first.is_none()));
    // A third comes while the room looks.
    join(&mut page, level(2), None);
    let three = shown(&page);
    assert_eq!(three.rows[2].first, Some(2));
    assert!(matches!(
        three.answered,
        Distribution::Shown {
            valid: 3,
            dont_know: 1,
            ..
        }
    ));
}

/// The room with a talk about the law.
fn with(talk: Talk) -> Page {
    let mut page = four();
    let mut kept = serde_json::json!({"format": 1, "next": 4, "people": [], "talks": {}});
    let text = gca_session::whole::workshop::write(page.model.whole_bank(), page.model.workshop());
    let now: serde_json::Value = serde_json::from_str(&text).unwrap();
    kept["people"] = now["people"].clone();
    let mut agreed = Answers::new(page.model.whole_bank());
    agreed.set(0, talk.agreed);
    kept["agreed"] = page.model.code_of(&agreed).into();
    kept["talks"]["law"] = serde_json::json!({"second": talk.second, "dontKnow": talk.dont_know});
    let msg = Workshop::Opened(Ok(Some(kept.to_string())));
    page.whole(WholeMsg::Workshop(msg));
    page
}

#[test]
fn a_second_vote_stands_beside_the_first() {
    let talk = Talk {
        second: vec![0, 1, 3],
        agreed: level(2),
        ..Talk::default()
    };
    let mut page = with(talk.clone());
    send(&mut page, Msg::Open(Place::Screen));
    let hidden = shown(&page);
    assert!(hidden.rows.iter().all(|row| row.second.is_none()));
    assert_eq!(hidden.agreed, None);
    send(&mut page, Msg::Turn);
    let open = shown(&page);
    let votes: Vec<_> = open
        .rows
        .iter()
        .map(|row| (row.first, row.second))
        .collect();
    let both = [(2, 0), (0, 1), (2, 3)].map(|(a, b)| (Some(a), Some(b)));
    assert_eq!(votes, both);
    assert_eq!(open.agreed, level(2));
    assert_eq!(open.spread, None::<Spread>);
    let Distribution::Shown {
        agreement, after, ..
    } = open.answered
    else {
        panic!("{open:?}");
    };
    assert!(after.is_some_and(|after| after > agreement), "{after:?}");
    assert_ne!(open.prompt, Prompt::Apart, "the room has moved");
    // Of fewer than three it is not shown either.
    let mut page = with(Talk {
        second: vec![0, 0, 2],
        ..talk
    });
    send(&mut page, Msg::Open(Place::Screen));
    send(&mut page, Msg::Turn);
    assert!(shown(&page).rows.iter().all(|row| row.second.is_none()));
}

#[test]
fn a_blocked_window_becomes_the_screen_and_says_so() {
    let mut page = four();
    send(&mut page, Msg::Open(Place::Window));
    assert_eq!(send(&mut page, Msg::Blocked), [Any::Focus(Focus::Dialog)]);
    let state = &page.model.workshop().present;
    assert_eq!((state.on, state.is_blocked), (Some(Place::Screen), true));
    let effects = send(&mut page, Msg::Close);
    let close = Any::Workshop(Outside::Present(Effect::Close));
    assert_eq!(effects, [close, Any::Focus(Focus::Present)]);
    assert_eq!(seen(&page.model), None);
    // Closed twice, by a key and by the browser.
    assert_eq!(send(&mut page, Msg::Close), []);
    // And the other way, from one place to the other.
    send(&mut page, Msg::Open(Place::Screen));
    let effects = send(&mut page, Msg::Open(Place::Window));
    let both = [Effect::Close, Effect::Window];
    assert_eq!(
        effects,
        both.map(|effect| Any::Workshop(Outside::Present(effect)))
    );
    assert!(!page.model.workshop().present.is_blocked);
}

#[test]
fn the_timer_runs_down_while_somebody_looks_and_begins_anew_with_each_question() {
    let mut page = four();
    send(&mut page, Msg::Open(Place::Screen));
    send(&mut page, Msg::Minutes(1));
    let soon = [Any::Workshop(Outside::Present(Effect::Soon))];
    assert_eq!(send(&mut page, Msg::Do(Timed::Turn, 0.0)), soon);
    assert_eq!(send(&mut page, Msg::Do(Timed::Tick, 1010.0)), soon);
    assert_eq!(page.model.workshop().present.timer.seconds(), 59);
    assert_eq!(send(&mut page, Msg::Do(Timed::Tick, 60_000.0)), []);
    assert!(page.model.workshop().present.timer.is_over());
    send(&mut page, Msg::Next);
    assert!(page.model.workshop().present.timer.is_fresh());
    send(&mut page, Msg::Do(Timed::Turn, 70_000.0));
    send(&mut page, Msg::Close);
    assert_eq!(send(&mut page, Msg::Do(Timed::Tick, 71_000.0)), []);
}

#[test]
fn a_room_without_answers_is_shown_the_questions_of_the_bank() {
    let mut page = room(&[]);
    send(&mut page, Msg::Open(Place::Screen));
    assert_eq!(texts(&shown(&page)), (1, 6, "Law?"));
    send(&mut page, Msg::To(5));
    assert_eq!(texts(&shown(&page)), (6, 6, "Team?"));
    send(&mut page, Msg::Turn);
    assert_eq!(shown(&page).answered, Distribution::Few);
}
