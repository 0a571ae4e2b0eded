//! A room hands in, and the trainer takes it.

use crate::support::page::{Disk, Page};
use crate::support::{core, small};
use gca_engine::Answer;
use gca_session::code::CodeError;
use gca_session::files::{FileError, Reason};
use gca_session::keeper::Trouble;
use gca_session::whole::device::{self, Incoming};
use gca_session::whole::workshop::hand::{self, Hand};
use gca_session::whole::workshop::paper::{self, answer};
use gca_session::whole::workshop::people::{Msg as People, What};
use gca_session::whole::workshop::{write_file, Came, Msg as Room, Person};
use gca_session::{Config, Effect, Focus, Mode, Msg, Persist, Screen, WholeMsg};
use std::rc::Rc;

fn tell(page: &mut Page, msg: People) {
    page.whole(WholeMsg::Workshop(Room::People(msg)));
}

fn trainer(disk: &Disk) -> Page {
    let config = Config {
        start_at: Screen::Workshop,
        ..Config::default()
    };
    Page::open(&small(), config, disk).opened()
}

trait Opened {
    fn opened(self) -> Self;
}

impl Opened for Page {
    /// The shell asks for what is kept once the page is open.
    fn opened(mut self) -> Self {
        if self.model.wants_workshop() {
            self.send(Msg::Go(Screen::Workshop));
        }
        self
    }
}

/// What somebody hands in who answered the first question.
fn hand(option: &str, name: &str, at: f64) -> (String, String) {
    let mut page = Page::fresh(&small());
    page.send(Msg::Start(Mode::Full));
    page.choose("law", option);
    for msg in [
        hand::Msg::Name(name.into()),
        hand::Msg::Group("Industry".into()),
        hand::Msg::Make(at),
    ] {
        page.whole(WholeMsg::Workshop(Room::Hand(msg)));
    }
    let bank = page.model.whole_bank();
    let hand = page.model.hand();
    (hand::write(bank, &hand), hand::write_file(bank, &hand, at))
}

fn files(page: &mut Page, files: &[(&str, &str)]) {
    let files = files.iter().map(|(name, text)| Incoming {
        name: (*name).into(),
        bytes: Some(Ok(text.as_bytes().to_vec())),
    });
    page.device_msg(device::Msg::Files(files.collect()));
}

fn people(page: &Page) -> &[Person] {
    &page.model.workshop().people
}

fn came(page: &Page) -> Vec<What> {
    let arrivals = &page.model.workshop().people_state.arrivals;
    arrivals
        .iter()
        .map(|arrival| arrival.what.clone())
        .collect()
}

#[test]
fn codes_come_among_other_words_with_name_and_group_and_are_kept() {
    let disk = Disk::default();
    let mut page = trainer(&disk);
    let (one, _) = hand("full", "Amina, \u{202e}Ж", 1e12);
    let (two, _) = hand("some", "", 1e12 + 1.0);
    let text = format!("Hello,\nmy code is https://example.org/#gca={one} .\n{two}\nthank-you");
    tell(&mut page, People::Codes(text.into()));
    assert_eq!(came(&page), [What::Added, What::Added]);
    let names: Vec<&str> = people(&page).iter().map(|person| &*person.name).collect();
    assert_eq!(names, ["Amina, \u{202e}Ж", ""]);
    let read = hand::read(page.model.whole_bank(), &one);
    let group = read[0].as_ref().unwrap().group.clone();
    assert_eq!(&*group, "industry", "in no language on its way");
    assert_eq!(&*people(&page)[0].group, "Industry");
    assert_eq!(people(&page)[0].came, Came::Code);
    let again = trainer(&disk);
    assert_eq!(people(&again), people(&page));
    assert!(
        again.model.answer_count() == 0,
        "they are nobody's own answers"
    );
}

#[test]
fn same_device_is_asked_about_and_put_in_the_place_or_beside() {
    let mut page = trainer(&Disk::default());
    tell(
        &mut page,
        People::Codes(hand("full", "Amina", 1e12).0.into()),
    );
    tell(
        &mut page,
        People::Codes(hand("some", "Amina", 1e12).0.into()),
    );
    assert!(matches!(&came(&page)[..], [What::Again(1, _)]));
    assert_eq!(people(&page).len(), 1);
    tell(&mut page, People::Instead(0));
    assert_eq!(came(&page), [What::Replaced]);
    let law = page.at("law");
    let options: Vec<_> = people(&page)
        .iter()
        .map(|person| person.answers.get(law))
        .collect();
    assert_eq!(
        options,
        [Some(Answer::Option(page.option("law", "some") as u8))]
    );
    tell(&mut page, People::Instead(0));
    tell(
        &mut page,
        People::Codes(hand("full", "Amina", 1e12).0.into()),
    );
    tell(&mut page, People::Both(0));
    let ids: Vec<u32> = people(&page).iter().map(|person| person.id).collect();
    assert_eq!(ids, [1, 2]);
}

#[test]
fn the_camera_sees_the_same_picture_many_times_and_counts_it_once() {
    let mut page = trainer(&Disk::default());
    let code: Rc<str> = hand("full", "", 1e12).0.into();
    for _ in 0..3 {
        tell(&mut page, People::Seen(code.clone()));
    }
    assert_eq!(came(&page), [What::Added]);
    let other: Rc<str> = hand("some", "", 1e12).0.into();
    for _ in 0..3 {
        tell(&mut page, People::Seen(other.clone()));
    }
    assert_eq!(came(&page).len(), 2, "asked about once");
}

#[test]
fn each_file_says_what_became_of_it() {
    let mut page = trainer(&Disk::default());
    let (_, good) = hand("full", "Amina", 1e12);
    let other = good.replace(
        &format!("\"bank\":\"{}\"", page.model.whole_bank().id()),
        "\"bank\":\"other\"",
    );
    let older = good
        .replace("\"version\":\"", "\"version\":\"0")
        .replace("Amina", "Old")
        .replace("\"mark\"", "\"no\"");
    let newer = good.replace("\"format\":1", "\"format\":9");
    files(
        &mut page,
        &[
            ("a.json", &good),
            ("b.json", &good),
            ("c.json", &other),
            ("d.json", &older),
            ("e.json", &newer),
            ("f.json", "{\"answers\":{"),
            ("g.json", ""),
        ],
    );
    let what = came(&page);
    assert_eq!(what[0], What::Added);
    assert!(matches!(what[1], What::Again(1, _)));
    assert!(matches!(&what[2], What::File(FileError::OtherBank { id }) if id == "other"));
    assert_eq!(what[3], What::OtherVersion);
    assert_eq!(what[4], What::Newer);
    assert!(matches!(
        &what[5],
        What::File(FileError::Broken {
            reason: Reason::Cut,
            ..
        })
    ));
    assert_eq!(what[6], What::File(FileError::Empty));
    assert_eq!(people(&page).len(), 2);
    assert_eq!(
        page.model.answer_count(),
        0,
        "no file opens as the page's own"
    );
}

#[test]
fn codes_that_do_not_hold_say_why() {
    let page = Page::fresh(&small());
    let bank = page.model.whole_bank();
    let one = |text: &str| hand::read(bank, text).remove(0).map(|_| ());
    assert_eq!(one(""), Err(CodeError::Empty));
    assert_eq!(one("good morning everybody"), Err(CodeError::Alphabet));
    let full = core();
    let page = Page::fresh(&full);
    let bank = page.model.whole_bank();
    let code = hand::write(bank, &Hand::default());
    assert_eq!(code.len(), 54, "answers alone fit a small picture");
    let cut = &code[..46];
    let changed = format!(
        "{}{}",
        &code[..53],
        if code.ends_with('A') { 'B' } else { 'A' }
    );
    let read = hand::read(bank, &format!("x {cut} y {changed} z {code}"));
    let read: Vec<_> = read.into_iter().map(|one| one.map(|_| ())).collect();
    assert_eq!(read[0], Err(CodeError::Short));
    assert!(matches!(read[1], Err(CodeError::Checksum)), "{:?}", read[1]);
    assert_eq!(read[2], Ok(()));
}

#[test]
fn a_code_that_a_letter_broke_is_whole_again_and_half_a_code_is_nobody() {
    let page = Page::fresh(&core());
    let bank = page.model.whole_bank();
    let [one, two] = ["Amina", "Boris"].map(|name| {
        let (name, group, mark) = (name.into(), "Team of the north".into(), "k2f8z0".into());
        let handed = Hand {
            name,
            group,
            mark,
            ..Hand::default()
        };
        hand::write(bank, &handed)
    });
    for width in [38, 54, 55, 56, 60, 67, 76] {
        let lines: Vec<&str> = [one.as_str(), two.as_str()]
            .into_iter()
            .flat_map(|code| {
                let cuts: Vec<usize> = (0..code.len()).step_by(width).collect();
                cuts.into_iter()
                    .map(move |at| &code[at..code.len().min(at + width)])
            })
            .collect();
        let text = format!("My code is\n{}\nThank you.", lines.join("\n"));
        let names: Vec<String> = hand::read(bank, &text)
            .into_iter()
            .map(|read| read.map_or("none".to_owned(), |hand| hand.name.to_string()))
            .collect();
        assert_eq!(names, ["Amina", "Boris"], "{width}");
    }
    let dot = one.find('.').unwrap();
    for end in [dot + 3, dot + 9, one.len() - 1] {
        let read = hand::read(bank, &format!("{} and so on", &one[..end]));
        let read: Vec<_> = read.into_iter().map(|one| one.map(|_| ())).collect();
        assert_eq!(read, [Err(CodeError::Short)], "{end}");
    }
}

#[test]
fn people_are_renamed_counted_removed_and_put_back() {
    let disk = Disk::default();
    let mut page = trainer(&disk);
    for (at, name) in ["Amina", "Boris", "Chen"].into_iter().enumerate() {
        tell(
            &mut page,
            People::Codes(hand("full", name, 1e12 + at as f64).0.into()),
        );
    }
    tell(&mut page, People::Name(1, "Boris B.".into()));
    tell(&mut page, People::Group(1, "Team 2".into()));
    tell(&mut page, People::Count(2, false));
    tell(&mut page, People::Remove(0));
    let names = |page: &Page| {
        people(page)
            .iter()
            .map(|p| p.name.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&trainer(&disk)), ["Boris B.", "Chen"]);
    tell(&mut page, People::PutBack);
    assert_eq!(names(&page), ["Amina", "Boris B.", "Chen"]);
    assert_eq!(people(&trainer(&disk)), people(&page));
    assert!(!people(&page)[2].is_in);
    tell(&mut page, People::AskDelete);
    tell(&mut page, People::Delete);
    assert_eq!(people(&page), []);
    assert!(
        !disk.keys().iter().any(|key| key.contains("workshop")),
        "{:?}",
        disk.keys()
    );
}

#[test]
fn a_workshop_file_holds_all_of_it() {
    let mut page = trainer(&Disk::default());
    for (at, name) in ["Amina", "Boris"].into_iter().enumerate() {
        tell(
            &mut page,
            People::Codes(hand("full", name, 1e12 + at as f64).0.into()),
        );
    }
    let law = page.at("law");
    page.whole(WholeMsg::Workshop(Room::Talk(
        gca_session::whole::workshop::talk::Msg::Agree(law, Some(Answer::DontKnow)),
    )));
    let text = write_file(page.model.whole_bank(), page.model.workshop(), 1.7e12);
    let mut other = trainer(&Disk::default());
    files(&mut other, &[("room.gca.json", &text)]);
    assert_eq!(came(&other), [What::Workshop(2)]);
    assert_eq!(people(&other), people(&page));
    assert_eq!(other.model.workshop().talks, page.model.workshop().talks);
    files(
        &mut other,
        &[(
            "empty.gca.json",
            &write_file(page.model.whole_bank(), &Default::default(), 1.7e12),
        )],
    );
    assert!(
        matches!(came(&other)[..], [What::Room(0, _)]),
        "nothing goes unasked"
    );
    assert_eq!(people(&other).len(), 2);
    tell(&mut other, People::Instead(0));
    assert_eq!(came(&other), [What::Workshop(0)]);
    assert_eq!(people(&other), []);
    files(&mut other, &[("room.gca.json", &text)]);
    let again = write_file(other.model.whole_bank(), other.model.workshop(), 1.7e12);
    assert_eq!(again, text, "it comes out as it went in");
}

#[test]
fn two_tabs_do_not_overwrite_each_other() {
    let disk = Disk::default();
    let (mut one, mut two) = (trainer(&disk), trainer(&disk));
    tell(
        &mut one,
        People::Codes(hand("full", "Amina", 1e12).0.into()),
    );
    tell(
        &mut two,
        People::Codes(hand("some", "Boris", 2e12).0.into()),
    );
    assert_eq!(two.model.workshop().trouble, Some(Trouble::Elsewhere));
    assert_eq!(&*people(&trainer(&disk))[0].name, "Amina");
    two.whole(WholeMsg::Workshop(Room::Mine));
    assert_eq!(two.model.workshop().trouble, None);
    assert_eq!(&*people(&trainer(&disk))[0].name, "Boris");
    tell(&mut one, People::Name(0, "A".into()));
    assert_eq!(one.model.workshop().trouble, Some(Trouble::Elsewhere));
    one.whole(WholeMsg::Workshop(Room::Theirs));
    assert_eq!(&*people(&one)[0].name, "Boris");
}

#[test]
fn a_page_that_keeps_nothing_keeps_no_workshop() {
    let disk = Disk::default();
    let config = Config {
        start_at: Screen::Workshop,
        persist: Persist::None,
        ..Config::default()
    };
    let mut page = Page::open(&small(), config, &disk);
    tell(
        &mut page,
        People::Codes(hand("full", "Amina", 1e12).0.into()),
    );
    assert_eq!(people(&page).len(), 1);
    assert_eq!(disk.keys(), Vec::<String>::new());
}

#[test]
fn paper_is_typed_by_numbers() {
    let mut page = trainer(&Disk::default());
    let bank = page.model.whole_bank().clone();
    for (at, question) in bank.questions().iter().enumerate() {
        assert_eq!(answer(question, " "), Ok(None), "{at}");
        assert_eq!(answer(question, "D"), Ok(Some(Answer::DontKnow)));
        assert_eq!(answer(question, "n").is_ok(), question.allow_na);
        for wrong in ["0", "99", "x", "1 x"] {
            let is_number = question.options.is_empty();
            assert!(
                is_number || answer(question, wrong).is_err(),
                "{at} {wrong}"
            );
        }
    }
    let law = &bank.questions()[page.at("law")];
    assert_eq!(answer(law, "2"), Ok(Some(Answer::Option(1))));
    assert_eq!(answer(law, "1 2"), Err(()));
    let ticks = &bank.questions()[page.at("ticks")];
    assert_eq!(answer(ticks, "1, 2"), Ok(Some(Answer::Ticks(0b11))));
    let none = ticks
        .options
        .iter()
        .position(|option| option.exclusive)
        .unwrap()
        + 1;
    assert_eq!(answer(ticks, &format!("1 {none}")), Err(()));

    let paper = |page: &mut Page, msg| tell(page, People::Paper(msg));
    paper(&mut page, paper::Msg::Begin);
    paper(&mut page, paper::Msg::Name("Sheet 7".into()));
    paper(&mut page, paper::Msg::Typed("9".into()));
    let sheet = page.model.workshop().people_state.paper.clone().unwrap();
    assert_eq!((sheet.at, sheet.wrong.as_deref()), (0, Some("9")));
    paper(&mut page, paper::Msg::Typed("2".into()));
    let sheet = page.model.workshop().people_state.paper.clone().unwrap();
    assert_eq!((sheet.at, sheet.wrong.as_deref()), (1, None));
    paper(&mut page, paper::Msg::Done);
    assert_eq!(
        (people(&page)[0].came, &*people(&page)[0].name),
        (Came::Paper, "Sheet 7")
    );
    paper(&mut page, paper::Msg::Begin);
    paper(&mut page, paper::Msg::Drop);
    assert_eq!(people(&page).len(), 1);
}

#[test]
fn deleting_everything_on_the_device_deletes_the_workshop_too() {
    let disk = Disk::default();
    let mut page = trainer(&disk);
    tell(
        &mut page,
        People::Codes(hand("full", "Amina", 1e12).0.into()),
    );
    page.choose("law", "full");
    assert!(disk.keys().iter().any(|key| key.contains("~workshop")));
    page.device_msg(device::Msg::Ask(device::Dialog::DeleteAll));
    page.device_msg(device::Msg::Confirm);
    assert_eq!(people(&page), []);
    assert_eq!(disk.keys(), Vec::<String>::new());
}

#[test]
fn a_file_under_a_passphrase_is_asked_about_once_the_others_are_in() {
    let sealed = gca_session::files::write_sealed(&gca_session::files::Sealed {
        iterations: 600_000,
        salt: vec![1; 16],
        nonce: vec![2; 12],
        data: vec![3; 40],
    });
    let mut page = trainer(&Disk::default());
    let (_, ana) = hand("some", "Ana", 1.0);
    let (_, ben) = hand("full", "Ben", 2.0);
    files(
        &mut page,
        &[
            ("b.json", &sealed),
            ("a.json", &ana),
            ("c.json", &sealed),
            ("d.json", &sealed),
        ],
    );
    assert_eq!(people(&page).len(), 1);
    assert_eq!(page.model.sealed_name(), Some("b.json"));
    page.device_msg(device::Msg::Unsealed(None));
    assert_eq!(page.model.sealed_name(), Some("b.json"), "another try");
    page.device_msg(device::Msg::Unsealed(Some(ben.into_bytes())));
    assert_eq!(people(&page).len(), 2);
    assert_eq!(page.model.sealed_name(), Some("c.json"));
    page.device_msg(device::Msg::Close);
    assert_eq!(page.model.sealed_name(), Some("d.json"));
    let effects = page.device_msg(device::Msg::Unsealed(Some(sealed.into_bytes())));
    assert_eq!(page.model.dialog(), None);
    assert!(effects.contains(&Effect::Focus(Focus::Place("came"))));
    assert_eq!(
        came(&page),
        [
            What::Added,
            What::Added,
            What::Sealed,
            What::File(FileError::Sealed)
        ]
    );
    assert_eq!(people(&page)[1].name.as_ref(), "Ben");
    page.send(Msg::Go(Screen::Questions));
    assert_eq!(
        page.model.rows().len(),
        0,
        "nothing of it went onto the device"
    );
}

#[test]
fn a_host_offers_its_own_groups_each_once() {
    use gca_session::whole::workshop::hand::offered;
    let names = |text: &str| offered(text).join("|");
    assert_eq!(names(""), "");
    assert_eq!(names(" , ,"), "");
    let given = "Ministries,  Civil society ,Ministries, Other";
    assert_eq!(names(given), "Ministries|Civil society|Other");
    assert_eq!(names(&"x".repeat(500)).len(), 120);
}
