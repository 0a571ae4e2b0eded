//! Several assessments on one device: how they come and go, and what is never lost on the way.

use crate::begun;
use crate::begun_on;
use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_session::code::CodeError;
use gca_session::files::{write_all, write_one, FileError, Sealed};
use gca_session::keeper::Trouble;
use gca_session::whole::device::{Dialog, Effect as Do, Incoming, Line, Msg, Outcome, Scope, Told};
use gca_session::{
    Config, Effect, Event, Filter, Mode, Msg as Any, Persist, Saving, Screen, Snapshot, WholeMsg,
};
use serde_json::{json, Value};

fn snapshot(value: &Value) -> Snapshot {
    Snapshot::parse(&value.to_string()).unwrap()
}

/// The names of the other assessments, with the numbers of their answers.
fn rows(page: &Page) -> Vec<(String, usize)> {
    let rows = page.model.rows().iter();
    rows.map(|row| (row.name.to_string(), row.answers))
        .collect()
}

fn row(name: &str, answers: usize) -> (String, usize) {
    (name.into(), answers)
}

fn name(page: &mut Page, id: Option<String>, name: &str) {
    page.device_msg(Msg::Ask(Dialog::Rename {
        id,
        name: "".into(),
        is_long: false,
    }));
    page.device_msg(Msg::Typed(name.into()));
}

/// A page with "Kenya", one answer, and the open "Chad", two answers.
fn two() -> Page {
    let mut page = begun();
    page.choose("law", "some");
    name(&mut page, None, "Kenya");
    page.device_msg(Msg::New);
    page.send(Any::Start(Mode::Full));
    page.choose("law", "full");
    page.choose("team", "full");
    name(&mut page, None, " Chad ");
    page.send(Any::Go(Screen::Start));
    page
}

fn file(name: &str, text: &str) -> Incoming {
    Incoming {
        name: name.into(),
        bytes: Some(Ok(text.as_bytes().to_vec())),
    }
}

fn open_files(page: &mut Page, files: &[(&str, &str)]) {
    let files = files.iter().map(|(name, text)| file(name, text)).collect();
    page.device_msg(Msg::Files(files));
}

fn lines(page: &Page) -> Vec<Line> {
    match page.model.told() {
        Some(Told::Opened(lines)) => lines.clone(),
        other => panic!("{other:?}"),
    }
}

fn outcome(page: &Page) -> Outcome {
    lines(page).pop().unwrap().outcome
}

fn in_memory() -> Page {
    let config = Config {
        persist: Persist::None,
        ..Config::default()
    };
    let mut page = Page::open(&small(), config, &Disk::default());
    page.send(Any::Start(Mode::Full));
    page
}

const KENYA: &str = r#"{"format":1,"bank":"small","mode":"full","answers":{"law":"some","port":"yes"},"notes":{"law":"Act"},"name":"Kenya"}"#;

#[test]
fn a_new_assessment_stays_beside_the_others_and_is_not_stored_before_it_has_an_answer() {
    let mut page = begun();
    page.choose("law", "some");
    let keys = page.disk.keys();
    let effects = page.device_msg(Msg::New);
    assert!(effects.contains(&Effect::Emit(Event::Change)));
    assert_eq!(page.disk.keys(), keys);
    assert!(!page.model.is_begun());
    assert_eq!(page.model.screen(), Screen::Start);
    assert_eq!(rows(&page), [row("", 1)]);
    assert_eq!(
        page.reloaded(&small()).answer("law"),
        "some",
        "nothing was begun yet"
    );
    page.send(Any::Start(Mode::Quick));
    page.choose("team", "some");
    let after = page.reloaded(&small());
    assert_eq!(
        (after.answer("law"), after.answer("team")),
        (Value::Null, json!("some"))
    );
    let mut after = after;
    after.send(Any::Go(Screen::Start));
    assert_eq!(rows(&after), [row("", 1)]);
}

#[test]
fn assessments_are_listed_with_name_answers_coverage_and_score() {
    let page = two();
    assert_eq!(page.model.name().as_ref(), "Chad");
    assert_eq!(rows(&page), [row("Kenya", 1)]);
    let kenya = &page.model.rows()[0];
    assert!(kenya.coverage > 0.0 && kenya.coverage < 1.0);
    assert!(kenya.points.unwrap().score().is_some());
    assert!(kenya.saved_at > 0.0);
}

#[test]
fn opening_another_goes_on_where_it_was_left_and_a_reload_stays_there() {
    let mut page = two();
    let id = page.model.rows()[0].id.clone();
    let effects = page.device_msg(Msg::Open(id));
    assert!(effects.contains(&Effect::Emit(Event::Change)));
    assert_eq!(page.model.screen(), Screen::Questions);
    assert_eq!(page.kept()["answers"], json!({"law": "some"}));
    assert!(matches!(page.model.saving(), Saving::Saved(_)));
    page.choose("port", "no");
    let mut after = page.reloaded(&small());
    assert_eq!(
        after.kept()["answers"],
        json!({"law": "some", "port": "no"})
    );
    after.send(Any::Go(Screen::Start));
    assert_eq!(rows(&after), [row("Chad", 2)]);
}

#[test]
fn switching_saves_first_and_asks_if_that_fails() {
    for keep in [true, false] {
        let mut page = two();
        page.disk.full.set(true);
        page.send(Any::Start(Mode::Full));
        page.choose("port", "yes");
        let id = page.model.rows()[0].id.clone();
        page.device_msg(Msg::Open(id));
        assert_eq!(page.model.dialog(), Some(&Dialog::Leave));
        assert_eq!(page.answer("port"), "yes", "still here");
        if keep {
            page.device_msg(Msg::Close);
            assert_eq!(page.answer("port"), "yes");
            assert_eq!(page.model.dialog(), None);
        } else {
            page.device_msg(Msg::Confirm);
            assert_eq!(page.kept()["answers"], json!({"law": "some"}));
        }
    }
    let mut page = two();
    page.disk.full.set(true);
    page.send(Any::Start(Mode::Full));
    page.choose("port", "yes");
    page.disk.full.set(false);
    let id = page.model.rows()[0].id.clone();
    page.device_msg(Msg::Open(id));
    assert_eq!(page.model.dialog(), None, "there is room again");
    page.send(Any::Go(Screen::Start));
    assert_eq!(rows(&page), [row("Chad", 3)]);
}

#[test]
fn a_name_is_kept_trimmed_and_may_be_taken_away() {
    let mut page = two();
    assert_eq!(page.kept()["name"], "Chad");
    name(&mut page, None, "");
    assert_eq!(page.kept()["name"], Value::Null);
    let id = page.model.rows()[0].id.clone();
    name(&mut page, Some(id), "Kenya 2");
    assert_eq!(rows(&page), [row("Kenya 2", 1)]);
    let long = "n".repeat(121);
    name(&mut page, None, &long);
    let is_long = matches!(
        page.model.dialog(),
        Some(Dialog::Rename { is_long: true, .. })
    );
    assert!(is_long, "and what was typed is still there");
    assert_eq!(page.kept()["name"], Value::Null);
}

#[test]
fn a_new_round_starts_empty_and_carries_the_old_answers_to_compare_with() {
    let mut page = two();
    page.device_msg(Msg::Again(None));
    assert_eq!(page.kept()["answers"], json!({}));
    assert_eq!(page.model.told(), Some(&Told::Round));
    let earlier = page.model.details().earlier.clone().unwrap();
    assert_eq!((&*earlier.name, &*earlier.mode), ("Chad", "full"));
    assert!(earlier.saved > 0.0);
    assert_eq!(earlier.answers.0.len(), 2);
    assert_eq!(rows(&page), [row("Chad", 2), row("Kenya", 1)]);
    page.send(Any::Start(Mode::Full));
    page.choose("law", "none");
    let mut after = page.reloaded(&small());
    assert_eq!(after.kept(), page.kept());
    after.send(Any::Go(Screen::Start));
    let id = after.model.rows()[1].id.clone();
    after.device_msg(Msg::Again(Some(id)));
    let earlier = after.model.details().earlier.clone().unwrap();
    assert_eq!((&*earlier.name, earlier.answers.0.len()), ("Kenya", 1));
}

#[test]
fn deleting_one_asks_and_leaves_the_others() {
    let mut page = two();
    let id = page.model.rows()[0].id.clone();
    page.device_msg(Msg::Ask(Dialog::Delete(id.clone())));
    page.device_msg(Msg::Close);
    assert_eq!(rows(&page), [row("Kenya", 1)]);
    page.device_msg(Msg::Ask(Dialog::Delete(id)));
    page.device_msg(Msg::Confirm);
    assert_eq!(rows(&page), []);
    assert_eq!(page.model.told(), Some(&Told::Deleted("Kenya".into())));
    assert_eq!(page.reloaded(&small()).kept(), page.kept());
}

#[test]
fn deleting_the_open_one_leaves_the_others_and_no_trace_of_itself() {
    let mut page = two();
    page.send(Any::Delete);
    assert_eq!(rows(&page), [row("Kenya", 1)]);
    assert!(page.disk.keys().iter().all(|key| !key.contains('~')));
    assert!(!page.disk.keys().iter().any(|key| key.ends_with(":open")));
    page.send(Any::Start(Mode::Full));
    page.choose("law", "none");
    assert_eq!(page.reloaded(&small()).answer("law"), "none");
}

#[test]
fn deleting_everything_leaves_no_key_and_says_how_much_it_was() {
    let mut page = two();
    page.send(Any::Note(page.at("law"), "Act".into()));
    page.disk.put("other", "kept");
    page.device_msg(Msg::Ask(Dialog::DeleteAll));
    let effects = page.device_msg(Msg::Confirm);
    assert!(effects.contains(&Effect::Emit(Event::Change)));
    assert_eq!(page.disk.keys(), ["other"]);
    let Some(Told::DeletedAll(removed)) = page.model.told() else {
        panic!("not told");
    };
    assert_eq!(
        (removed.assessments, removed.answers, removed.notes),
        (2, 3, 1)
    );
    assert!(!page.model.is_begun());
    page.send(Any::Start(Mode::Full));
    page.choose("law", "some");
    assert_eq!(page.reloaded(&small()).answer("law"), "some");
}

#[test]
fn on_a_shared_computer_nothing_is_kept_and_everything_stays_on_the_page() {
    let mut page = begun();
    page.choose("law", "some");
    page.device_msg(Msg::Shared(true));
    assert_eq!(page.model.dialog(), Some(&Dialog::Shared));
    assert!(!page.model.is_shared());
    page.device_msg(Msg::Close);
    assert!(!page.disk.keys().is_empty());
    page.device_msg(Msg::Shared(true));
    page.device_msg(Msg::Confirm);
    assert_eq!(page.disk.keys(), Vec::<String>::new());
    assert_eq!(page.model.saving(), Saving::Memory);
    page.choose("team", "some");
    page.device_msg(Msg::New);
    page.device_msg(Msg::Close);
    assert_eq!(page.disk.keys(), Vec::<String>::new());
    assert_eq!(
        page.kept()["answers"],
        json!({"law": "some", "team": "some"})
    );
    page.device_msg(Msg::Shared(false));
    assert_eq!(page.reloaded(&small()).kept(), page.kept());
}

#[test]
fn in_memory_only_there_is_no_list_and_what_comes_asks_before_it_takes_the_place() {
    let mut page = in_memory();
    page.choose("team", "full");
    assert!(!page.model.keeps_several());
    open_files(&mut page, &[("k.gca.json", KENYA)]);
    assert_eq!(page.model.dialog(), Some(&Dialog::Leave));
    page.device_msg(Msg::Close);
    assert_eq!(outcome(&page), Outcome::Declined);
    assert_eq!(page.answer("team"), "full");
    open_files(&mut page, &[("k.gca.json", KENYA), ("l.gca.json", KENYA)]);
    page.device_msg(Msg::Confirm);
    assert_eq!(
        page.kept()["answers"],
        json!({"law": "some", "port": "yes"})
    );
    assert_eq!(outcome(&page), Outcome::Single);
    assert_eq!(page.disk.keys(), Vec::<String>::new());
    assert_eq!(page.model.saving(), Saving::Memory);
}

#[test]
fn an_opened_file_becomes_an_assessment_of_its_own() {
    let mut page = begun();
    page.choose("team", "full");
    open_files(&mut page, &[("k.gca.json", KENYA)]);
    assert_eq!(
        page.kept()["answers"],
        json!({"law": "some", "port": "yes"})
    );
    assert_eq!(page.kept()["notes"], json!({"law": "Act"}));
    assert_eq!(page.model.screen(), Screen::Start);
    assert_eq!(rows(&page), [row("", 1)]);
    let Outcome::Opened { assessments, .. } = outcome(&page) else {
        panic!("not opened");
    };
    assert_eq!((&*assessments[0].0, assessments[0].1.carried), ("Kenya", 2));
    assert_eq!(page.reloaded(&small()).kept(), page.kept());
    // The same file again is another assessment again.
    open_files(&mut page, &[("k.gca.json", KENYA)]);
    assert_eq!(rows(&page), [row("Kenya", 2), row("", 1)]);
}

#[test]
fn a_file_opened_before_anything_was_answered_lies_beside_what_is_answered_then() {
    let mut page = two();
    page.device_msg(Msg::New);
    open_files(&mut page, &[("k.gca.json", KENYA)]);
    page.device_msg(Msg::New);
    page.send(Any::Start(Mode::Full));
    page.choose("law", "none");
    page.send(Any::Go(Screen::Start));
    assert_eq!(
        rows(&page),
        [row("Kenya", 2), row("Chad", 2), row("Kenya", 1)]
    );
}

#[test]
fn everything_of_a_device_comes_back_from_one_file() {
    let page = two();
    let all: Vec<Snapshot> = [
        snapshot(&page.kept()),
        page.model.rows()[0].snapshot.clone().unwrap(),
    ]
    .into();
    let text = write_all(&all, 1.7e12);
    let mut other = begun();
    other.choose("port", "yes");
    open_files(&mut other, &[("all.gca.json", &text)]);
    assert_eq!(other.kept()["name"], "Chad");
    assert_eq!(rows(&other), [row("Kenya", 1), row("", 1)]);
}

#[test]
fn a_full_device_still_opens_a_file_on_the_page() {
    let mut page = begun();
    page.choose("team", "full");
    page.disk.full.set(true);
    open_files(&mut page, &[("k.gca.json", KENYA)]);
    assert_eq!(page.answer("law"), "some");
    assert_eq!(page.trouble(), Some(Trouble::Full));
    let is_told = matches!(
        outcome(&page),
        Outcome::Opened {
            trouble: Some(Trouble::Full),
            ..
        }
    );
    assert!(is_told);
    page.disk.full.set(false);
    page.send(Any::Retry);
    assert_eq!(page.trouble(), None);
    page.send(Any::Go(Screen::Start));
    assert_eq!(rows(&page), [row("", 1)], "nothing was overwritten");
}

#[test]
fn what_is_no_assessment_changes_nothing_and_says_why() {
    let mut page = two();
    let (keys, kept) = (page.disk.texts.borrow().clone(), page.kept());
    let rows: [(&str, FileError); 4] = [
        ("", FileError::Empty),
        (
            "PK\u{3}\u{4}",
            FileError::OtherKind(gca_session::files::OtherKind::Zip),
        ),
        ("{\"a\":1}", FileError::NotAssessment),
        (
            r#"{"bank":"other","answers":{}}"#,
            FileError::OtherBank { id: "other".into() },
        ),
    ];
    for (text, error) in rows {
        open_files(&mut page, &[("x", text)]);
        assert_eq!(outcome(&page), Outcome::Failed(error));
        assert!(page.model.told().unwrap().is_nothing());
    }
    page.device_msg(Msg::Files(vec![Incoming {
        name: "folder".into(),
        bytes: None,
    }]));
    assert_eq!(outcome(&page), Outcome::Unreadable);
    assert_eq!(*page.disk.texts.borrow(), keys);
    assert_eq!(page.kept(), kept);
}

#[test]
fn of_several_files_each_has_its_line_and_the_good_ones_open() {
    let mut page = begun();
    open_files(
        &mut page,
        &[("bad", "{"), ("k.gca.json", KENYA), ("worse", "x")],
    );
    let lines = lines(&page);
    assert_eq!(lines.len(), 3);
    assert!(page.model.told().unwrap().is_bad());
    assert!(!page.model.told().unwrap().is_nothing());
    assert_eq!(page.model.name().as_ref(), "Kenya");
}

#[test]
fn what_was_not_understood_is_reported_and_the_open_questions_can_be_shown() {
    let mut page = begun();
    let text = json!({"format": 1, "bank": "small", "version": "0", "answers": {"law": "some", "gone": "x", "team": "old"}});
    open_files(&mut page, &[("k.gca.json", &text.to_string())]);
    let Outcome::Opened { assessments, .. } = outcome(&page) else {
        panic!("not opened");
    };
    let report = &assessments[0].1;
    assert_eq!((report.carried, report.kept_aside.len()), (1, 2));
    assert!(!report.new_questions.is_empty());
    assert_eq!(page.answer("gone"), "x", "and is kept");
    page.device_msg(Msg::ShowOpen);
    assert_eq!(
        (page.model.screen(), page.model.filter()),
        (Screen::Review, Filter::Open)
    );
}

#[test]
fn a_newer_format_can_be_looked_at_and_changes_nothing() {
    for storage in [true, false] {
        let mut page = if storage { begun() } else { in_memory() };
        page.choose("team", "full");
        let (keys, kept) = (page.disk.texts.borrow().clone(), page.kept());
        let saving = page.model.saving();
        open_files(
            &mut page,
            &[(
                "n",
                r#"{"format":9,"bank":"small","answers":{"law":"some"}}"#,
            )],
        );
        assert_eq!(outcome(&page), Outcome::Looked);
        assert!(page.model.is_looking());
        assert_eq!(page.model.answer_count(), 1);
        for msg in [
            Any::Answer(0, None),
            Any::Tick(2, 0, true),
            Any::Clear(0),
            Any::OpenNote(0),
            Any::Note(0, "n".into()),
            Any::Retry,
            Any::Whole(WholeMsg::Undo),
            Any::Whole(WholeMsg::Device(Msg::Shared(true))),
        ] {
            assert_eq!(page.send(msg.clone()), [], "{msg:?}");
        }
        page.send(Any::Go(Screen::Review));
        page.send(Any::Go(Screen::Results));
        assert_eq!(*page.disk.texts.borrow(), keys);
        assert_eq!(page.kept(), kept, "the host gets what is kept");
        page.device_msg(Msg::StopLooking);
        assert_eq!(
            (page.kept()["answers"].clone(), page.model.is_looking()),
            (kept["answers"].clone(), false)
        );
        let is_same =
            std::mem::discriminant(&page.model.saving()) == std::mem::discriminant(&saving);
        assert!(is_same);
    }
}

#[test]
fn answers_from_the_host_end_the_looking() {
    let mut page = begun();
    page.choose("team", "full");
    open_files(
        &mut page,
        &[(
            "n",
            r#"{"format":9,"bank":"small","answers":{"law":"some"}}"#,
        )],
    );
    page.send(Any::Import(snapshot(&json!({"answers": {"port": "yes"}}))));
    assert!(!page.model.is_looking());
    assert_eq!(
        page.reloaded(&small()).kept()["answers"],
        json!({"port": "yes"})
    );
}

#[test]
fn a_sealed_file_asks_until_the_passphrase_fits_or_is_not_given() {
    let sealed = Sealed {
        iterations: 600_000,
        salt: vec![1; 16],
        nonce: vec![2; 12],
        data: vec![3; 40],
    };
    let text = gca_session::files::write_sealed(&sealed);
    let mut page = begun();
    open_files(&mut page, &[("s.gca.json", &text)]);
    assert_eq!(page.model.sealed_name(), Some("s.gca.json"));
    let effects = page.device_msg(Msg::Confirm);
    assert_eq!(effects, [Effect::Device(Do::Unseal(sealed))]);
    page.device_msg(Msg::Unsealed(None));
    let asks = |page: &Page, failed| {
        let dialog = Dialog::Unseal {
            is_busy: false,
            has_failed: failed,
        };
        page.model.dialog() == Some(&dialog)
    };
    assert!(asks(&page, true));
    page.device_msg(Msg::Unsealed(Some(KENYA.into())));
    assert_eq!(page.model.dialog(), None);
    assert_eq!(page.model.name().as_ref(), "Kenya");
    open_files(&mut page, &[("s.gca.json", &text), ("k.gca.json", KENYA)]);
    assert!(asks(&page, false));
    page.device_msg(Msg::Close);
    let outcomes: Vec<Outcome> = lines(&page).into_iter().map(|line| line.outcome).collect();
    assert!(outcomes.contains(&Outcome::Locked));
    assert_eq!(rows(&page).len(), 1);
}

#[test]
fn a_file_holds_what_was_chosen() {
    let mut page = two();
    let id = page.model.rows()[0].id.clone();
    for (scope, names, all) in [
        (Scope::This, vec!["Chad"], false),
        (Scope::Other(id), vec!["Kenya"], false),
        (Scope::All, vec!["Chad", "Kenya"], true),
    ] {
        page.device_msg(Msg::Ask(Dialog::save(scope)));
        let effects = page.device_msg(Msg::Confirm);
        let [Effect::Device(Do::Write {
            snapshots,
            all: is_all,
            seal: false,
        })] = &*effects
        else {
            panic!("{effects:?}");
        };
        let given: Vec<Value> = snapshots
            .iter()
            .map(|s| serde_json::from_str::<Value>(&write_one(s, 0.0)).unwrap()["name"].clone())
            .collect();
        assert_eq!(
            (given, *is_all),
            (names.into_iter().map(Value::from).collect(), all)
        );
        page.device_msg(Msg::Written(Ok("f".into())));
        assert_eq!(page.model.told(), Some(&Told::Written("f".into())));
        assert_eq!(page.model.dialog(), None);
    }
}

#[test]
fn a_code_opens_beside_what_is_there_and_a_bad_one_says_why() {
    let mut page = begun();
    page.choose("law", "some");
    let code = page.model.share_code();
    page.choose("law", "full");
    let ask = Dialog::Code {
        error: None,
        typed: "".into(),
    };
    for (text, error) in [
        ("", CodeError::Empty),
        ("***", CodeError::Alphabet),
        (&code[..6], CodeError::Short),
    ] {
        page.device_msg(Msg::Ask(ask.clone()));
        page.device_msg(Msg::Typed(text.into()));
        let Some(Dialog::Code {
            error: Some(found), ..
        }) = page.model.dialog()
        else {
            panic!("{text}");
        };
        assert_eq!(*found, error);
        assert_eq!(page.answer("law"), "full");
    }
    page.device_msg(Msg::Typed(
        format!("https://example.org/x#gca={code}").into(),
    ));
    assert_eq!(page.kept()["answers"], json!({"law": "some"}));
    assert_eq!(rows(&page), [row("", 1)]);
}

#[test]
fn a_code_in_the_address_waits_for_an_answer() {
    let mut page = begun();
    page.choose("law", "some");
    let hash = format!("#gca={}", page.model.share_code());
    page.choose("law", "full");
    page.device_msg(Msg::Offered(hash.clone()));
    assert_eq!(page.model.offer(), Some(Ok(1)));
    assert_eq!(page.answer("law"), "full");
    page.device_msg(Msg::TakeOffer(false));
    assert_eq!(
        (page.model.offer(), page.answer("law")),
        (None, json!("full"))
    );
    page.device_msg(Msg::Offered(hash));
    page.device_msg(Msg::TakeOffer(true));
    assert_eq!(
        (page.answer("law"), rows(&page)),
        (json!("some"), vec![row("", 1)])
    );
    page.device_msg(Msg::Offered("#gca=!".into()));
    assert_eq!(page.model.offer(), Some(Err(CodeError::Alphabet)));
}

#[test]
fn two_tabs_that_begin_a_new_assessment_do_not_share_its_place() {
    let disk = Disk::default();
    let mut one = begun_on(&disk);
    one.choose("law", "some");
    let mut other = begun_on(&disk);
    for page in [&mut one, &mut other] {
        page.device_msg(Msg::New);
        page.send(Any::Start(Mode::Full));
    }
    one.choose("team", "some");
    other.choose("team", "full");
    assert_eq!((one.trouble(), other.trouble()), (None, None));
    one.send(Any::Go(Screen::Start));
    assert_eq!(rows(&one).len(), 2);
}

#[test]
fn a_storage_that_fails_at_any_call_never_loses_an_answer_on_the_way_to_another() {
    for allowed in 0..12 {
        let mut page = two();
        page.disk.full.set(false);
        page.disk.writes_left.set(Some(allowed));
        page.send(Any::Start(Mode::Full));
        page.choose("port", "yes");
        let id = page.model.rows()[0].id.clone();
        page.device_msg(Msg::Open(id));
        let is_here = page.answer("port") == "yes";
        page.disk.writes_left.set(None);
        let mut fresh = Page::open(&small(), Config::default(), &page.disk);
        fresh.send(Any::Go(Screen::Start));
        let stored = fresh
            .model
            .rows()
            .iter()
            .filter_map(|r| r.snapshot.as_ref());
        let mut stored: Vec<usize> = stored.map(|s| s.answers.0.len()).collect();
        stored.push(fresh.model.answer_count());
        assert!(is_here || stored.contains(&3), "{allowed}: {stored:?}");
        assert!(stored.contains(&1), "{allowed}: the other one is untouched");
    }
}
