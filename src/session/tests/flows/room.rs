//! What a room answered, talks about and agrees on.

use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_engine::{Answer, Answers, Flag};
use gca_session::whole::device;
use gca_session::whole::report::{Formats, Setting};
use gca_session::whole::workshop::answers::{self, is_shown, most, rows, Order};
use gca_session::whole::workshop::hand::{self, Hand};
use gca_session::whole::workshop::talk::{self, left, Fill};
use gca_session::whole::workshop::{file, people, Effect as Do, Msg, Paper, Talk};
use gca_session::{Config, Effect, Screen, WholeMsg};
use std::rc::Rc;

fn send(page: &mut Page, msg: Msg) -> Vec<Effect> {
    page.whole(WholeMsg::Workshop(msg))
}

fn say(page: &mut Page, msg: talk::Msg) -> Vec<Effect> {
    send(page, Msg::Talk(msg))
}

fn law(page: &Page) -> usize {
    page.model.whole_bank().question_position("law").unwrap()
}

/// A person of a group with answers by id of the question.
fn come(page: &mut Page, group: &str, given: &[(&str, Answer)]) {
    let bank = page.model.whole_bank();
    let mut answers = Answers::new(bank);
    for (id, answer) in given {
        let at = bank.question_position(id).unwrap();
        answers.set(at, Some(*answer));
    }
    // Everybody has a device of their own.
    let mark = page.model.workshop().people.len().to_string();
    let hand = Hand {
        group: group.into(),
        answers,
        mark: mark.as_str().into(),
        ..Hand::default()
    };
    let code = hand::write(bank, &hand);
    send(page, Msg::People(people::Msg::Codes(code.into())));
}

/// Five people: apart on the law, of one mind on the court, two on the team.
fn room() -> Page {
    let config = Config {
        start_at: Screen::Workshop,
        ..Config::default()
    };
    let mut page = Page::open(&small(), config, &Disk::default());
    for (at, law) in [0, 0, 2, 2, 2].into_iter().enumerate() {
        let mut given = vec![("law", Answer::Option(law)), ("court", Answer::Option(1))];
        if at > 2 {
            given.push(("team", Answer::Option(1)));
        }
        come(&mut page, if at < 2 { "red" } else { "" }, &given);
    }
    page
}

#[test]
fn what_a_room_disagrees_on_comes_first_and_few_answers_are_not_shown() {
    let mut page = room();
    let all = rows(&page.model);
    assert_eq!(all.len(), page.model.whole_count());
    assert_eq!(all[0].source, law(&page));
    assert_eq!(all[0].told.flag, Some(Flag::Discuss));
    assert_eq!(most(&page.model).unwrap().source, law(&page));
    let team = all.iter().find(|row| row.told.numbers.valid == 2).unwrap();
    assert!(!is_shown(&team.told));
    send(&mut page, Msg::Answers(answers::Msg::Sort(Order::Bank)));
    let numbers: Vec<usize> = rows(&page.model).iter().map(|row| row.source).collect();
    assert!(numbers.is_sorted());
    send(&mut page, Msg::Answers(answers::Msg::Flag(Some(Flag::Few))));
    assert!(rows(&page.model).iter().all(|row| !is_shown(&row.told)));
    send(&mut page, Msg::Answers(answers::Msg::Flag(None)));
    send(&mut page, Msg::Answers(answers::Msg::Area(Some(1))));
    assert!(rows(&page.model).iter().all(|row| row.number.area == 2));
}

#[test]
fn groups_stand_side_by_side_and_those_without_one_are_last() {
    let mut page = room();
    send(&mut page, Msg::Answers(answers::Msg::Groups(true)));
    let first = rows(&page.model).remove(0);
    let names: Vec<&str> = first.groups.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["red", ""]);
    assert!(!is_shown(&first.groups[0].1), "two people");
    assert!(is_shown(&first.groups[1].1));
}

#[test]
fn the_room_is_worked_out_once_for_the_same_answers() {
    let mut page = room();
    let before = page.model.room();
    say(&mut page, talk::Msg::Next);
    assert!(Rc::ptr_eq(&before, &page.model.room()));
    come(&mut page, "", &[("law", Answer::Option(1))]);
    let after = page.model.room();
    assert!(!Rc::ptr_eq(&before, &after));
    assert_eq!((before.all.n, after.all.n), (5, 6));
}

#[test]
fn a_second_vote_stands_beside_the_first_and_is_kept() {
    let mut page = room();
    let law = law(&page);
    assert_eq!(page.model.talk_at(), law);
    let effects = say(&mut page, talk::Msg::Vote(law, 2, 4));
    assert_eq!(effects, [Effect::Workshop(Do::Keep)]);
    say(&mut page, talk::Msg::Vote(law, 1, 1));
    say(&mut page, talk::Msg::Vote(law, 9, 1));
    let talk = page.model.talk(law).unwrap();
    assert_eq!((&*talk.second, talk.votes()), (&[0, 1, 4][..], 5));
    assert_eq!(talk.agreement(&page.model, law).1, Some(Flag::Mixed));
    let before = page.model.room().all.questions[law].consensus;
    assert!(talk.agreement(&page.model, law).0 > before);
    for level in 0..3 {
        say(&mut page, talk::Msg::Vote(law, level, 0));
    }
    assert_eq!(page.model.talk(law), None, "nothing was said");
}

#[test]
fn a_checklist_is_agreed_on_as_on_its_own_page() {
    let mut page = room();
    let ticks = page.model.whole_bank().question_position("ticks").unwrap();
    let agreed = |page: &Page| page.model.talk(ticks).and_then(|talk: &Talk| talk.agreed);
    say(&mut page, talk::Msg::Tick(ticks, 0, true));
    say(&mut page, talk::Msg::Tick(ticks, 1, true));
    assert_eq!(agreed(&page), Some(Answer::Ticks(3)));
    say(&mut page, talk::Msg::Tick(ticks, 2, true));
    assert_eq!(agreed(&page), Some(Answer::Ticks(4)), "none of these");
    say(&mut page, talk::Msg::Tick(ticks, 0, true));
    assert_eq!(agreed(&page), Some(Answer::Ticks(1)));
    say(&mut page, talk::Msg::Tick(ticks, 0, false));
    assert_eq!(agreed(&page), None);
}

#[test]
fn done_goes_on_to_the_next_and_the_ends_stay() {
    let mut page = room();
    let order = page.model.talk_order();
    say(&mut page, talk::Msg::Previous);
    assert_eq!(page.model.talk_at(), order[0]);
    say(&mut page, talk::Msg::Done(order[0]));
    assert_eq!(page.model.talk_at(), order[1]);
    assert!(page.model.talk(order[0]).unwrap().is_done);
    say(&mut page, talk::Msg::Open(*order.last().unwrap()));
    say(&mut page, talk::Msg::Next);
    assert_eq!(page.model.talk_at(), *order.last().unwrap());
}

#[test]
fn disagreement_that_remains_is_listed_until_a_vote_ends_it() {
    let mut page = room();
    let law = law(&page);
    assert_eq!(left(&page.model)[0].source, law);
    assert_eq!(left(&page.model).len(), 1);
    say(&mut page, talk::Msg::Vote(law, 2, 5));
    assert!(left(&page.model).is_empty());
    say(&mut page, talk::Msg::Minority(law, "Not all ports.".into()));
    let left = left(&page.model);
    assert_eq!(&*left[0].minority, "Not all ports.");
    assert_eq!(left[0].after, Some(1.0));
}

#[test]
fn agreed_answers_become_an_assessment_with_notes_and_the_room_stays() {
    for (fill, court) in [(Fill::Open, None), (Fill::Group, Some("some"))] {
        let mut page = room();
        let law = law(&page);
        say(&mut page, talk::Msg::Agree(law, Some(Answer::Option(2))));
        say(
            &mut page,
            talk::Msg::Minority(law, "Two see it otherwise.".into()),
        );
        say(&mut page, talk::Msg::Name("Ministry, agreed".into()));
        say(&mut page, talk::Msg::Fill(fill));
        say(&mut page, talk::Msg::Carry);
        assert_eq!(page.answer("law"), "full");
        assert_eq!(page.answer("court").as_str(), court);
        assert_eq!(&**page.model.name(), "Ministry, agreed");
        let note = page.kept()["notes"]["law"].as_str().unwrap().to_owned();
        assert!(note.contains("Two see it otherwise."), "{note}");
        assert!(note.contains('%'), "the disagreement is noted: {note}");
        assert_eq!(page.model.room().all.n, 5, "the room stays");
        page.device_msg(device::Msg::New);
        assert_eq!(page.model.room().all.n, 5);
        let row = page.model.rows().first().unwrap().clone();
        assert_eq!(&*row.name, "Ministry, agreed");
    }
}

struct Plain;

impl Formats for Plain {
    fn score(&self, points: f64, _: &[gca_engine::Stage]) -> Rc<str> {
        points.to_string().into()
    }
    fn points(&self, points: f64) -> Rc<str> {
        points.to_string().into()
    }
    fn whole(&self, n: usize) -> Rc<str> {
        n.to_string().into()
    }
    fn plain(&self, x: f64) -> Rc<str> {
        x.to_string().into()
    }
    fn percent(&self, coverage: f64) -> Rc<str> {
        coverage.to_string().into()
    }
    fn day(&self, ms: f64) -> Rc<str> {
        ms.to_string().into()
    }
    fn calendar(&self, day: &str) -> Rc<str> {
        day.into()
    }
    fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        items.join(", ").into()
    }
}

#[test]
fn files_say_what_remains_and_hold_no_distribution_of_two() {
    let mut page = room();
    let law = law(&page);
    say(&mut page, talk::Msg::Minority(law, "=a | b".into()));
    let setting = Setting {
        formats: &Plain,
        direction: "ltr",
        now: 0.0,
        unnamed: false,
    };
    let text = |paper| String::from_utf8(file(&page.model, &setting, paper).bytes).unwrap();
    let csv = text(Paper::LeftCsv);
    assert!(csv.contains("Law?") && csv.contains("'=a | b"), "{csv}");
    let markdown = text(Paper::LeftMarkdown);
    assert!(
        markdown.starts_with("# ") && markdown.contains("| Law? |"),
        "{markdown}"
    );
    assert!(markdown.contains("a \\| b"), "{markdown}");
    let all = text(Paper::Answers);
    let line = |of: &str| {
        all.lines()
            .find(|line| line.contains(of))
            .unwrap()
            .to_owned()
    };
    assert!(line("Law?").ends_with(",2,0,3,"), "{}", line("Law?"));
    let team = line("Team?");
    assert!(
        team.contains(",2,0,0,3,,,Fewer than three answers,,,"),
        "{team}"
    );
}
