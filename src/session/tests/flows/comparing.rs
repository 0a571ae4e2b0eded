//! This assessment beside others: the numbers are the engine's, and no answer ever changes by it.

use crate::begun;
use crate::support::page::Page;
use crate::support::small;
use gca_engine::{assess, compare, profile, target, Answers, RawAnswer};
use gca_session::files::{write_one, FileError};
use gca_session::whole::compare::{
    aims, change, others, reference, rounds, Choice, Comparison, Msg, Order, ProfileError, Reach,
    Spot, Was, Which, MAX_ADDED,
};
use gca_session::whole::device::{self, Dialog, Incoming, Outcome, Told};
use gca_session::whole::Words;
use gca_session::{Effect, Focus, Mode, Msg as Any, Screen, Snapshot, WholeMsg};
use serde_json::{json, Value};

fn send(page: &mut Page, msg: Msg) -> Vec<Effect> {
    page.whole(WholeMsg::Compare(msg))
}

fn give_all(page: &mut Page, answers: &Value) {
    for (id, value) in answers.as_object().unwrap() {
        page.give(id, value);
    }
}

/// A second round: the first said less about the law, had no team, and did not know the port.
fn second_round() -> Page {
    let mut page = begun();
    give_all(
        &mut page,
        &json!({"law": "some", "court": "full", "ticks": ["x"], "port": "dk", "team": "full"}),
    );
    page.device_msg(device::Msg::Again(None));
    page.send(Any::Start(Mode::Full));
    give_all(
        &mut page,
        &json!({"law": "full", "court": "full", "ticks": ["x", "y"], "port": "yes", "team": "some"}),
    );
    page.send(Any::Go(Screen::Compare));
    page
}

fn shown(page: &Page) -> Comparison {
    change(&page.model).expect("a comparison")
}

fn read(page: &Page, answers: &Value) -> Answers {
    let entries = answers.as_object().unwrap().iter();
    let entries = entries.map(|(id, value)| {
        let value = match value {
            Value::String(text) => RawAnswer::Text(text.clone()),
            Value::Array(list) => {
                let ids = list.iter().map(|id| id.as_str().unwrap().into());
                RawAnswer::List(ids.collect())
            }
            other => panic!("{other}"),
        };
        (id.clone(), value)
    });
    Answers::read(page.model.bank(), entries).0
}

fn add(page: &mut Page, files: &[(&str, &str)]) {
    let files = files.iter().map(|(name, text)| Incoming {
        name: (*name).into(),
        bytes: Some(Ok(text.as_bytes().to_vec())),
    });
    let files = files.collect();
    page.device_msg(device::Msg::Files(files));
}

fn outcomes(page: &Page) -> Vec<Outcome> {
    match page.model.told() {
        Some(Told::Compared(lines)) => lines.iter().map(|line| line.outcome.clone()).collect(),
        other => panic!("{other:?}"),
    }
}

fn kenya(answers: &Value, more: Value) -> String {
    let mut file = json!({"format": 1, "bank": "small", "mode": "full", "name": "Kenya"});
    file["answers"] = answers.clone();
    for (name, value) in more.as_object().unwrap() {
        file[name] = value.clone();
    }
    file.to_string()
}

#[test]
fn new_round_is_compared_with_the_one_before_by_the_numbers_of_the_engine() {
    let page = second_round();
    let comparison = shown(&page);
    assert_eq!(comparison.with.which, Which::Earlier);
    let then = read(&page, &page.kept()["earlier"]["answers"]);
    let now = read(&page, &page.kept()["answers"]);
    let bank = page.model.bank();
    let expected = compare(bank, &assess(bank, &now), &assess(bank, &then)).unwrap();
    let compared = comparison.compared.as_ref().unwrap();
    assert_eq!(compared.overall, expected.overall);
    assert_eq!(compared.questions, expected.paired_questions);
    assert_eq!(compared.coverage, expected.paired_coverage);
    let areas: Vec<_> = compared.areas.iter().map(|area| area.change).collect();
    assert_eq!(areas, expected.areas);
    let indicators = compared.areas.iter().flat_map(|area| &area.indicators);
    let indicators: Vec<_> = indicators.map(|one| one.change).collect();
    assert_eq!(indicators, expected.indicators);
    let sum: f64 = compared.areas.iter().map(|area| area.contribution).sum();
    assert!((sum - expected.overall.difference()).abs() < 1e-9);
    assert_eq!(compared.counts(), (1, 1, 0));
}

#[test]
fn answers_that_changed_are_listed_with_what_they_were() {
    let page = second_round();
    let comparison = shown(&page);
    let row = |id: &str| {
        let at = page.at(id);
        comparison.answers.iter().find(|row| row.at == at).cloned()
    };
    let chosen = |words: &str| Was::Answer(Words::Chosen(words.into()));
    let law = row("law").unwrap();
    assert_eq!((law.from, law.to), (chosen("law some"), chosen("law full")));
    assert!(law.contribution > 0.0);
    assert!(row("team").unwrap().contribution < 0.0);
    let port = row("port").unwrap();
    assert_eq!(
        (port.from, port.to, port.contribution),
        (Was::Answer(Words::DontKnow), chosen("yes"), 0.0)
    );
    assert_eq!(row("court"), None, "it is the same");
    let sizes: Vec<f64> = comparison
        .answers
        .iter()
        .map(|row| row.contribution.abs())
        .collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    assert_eq!((comparison.only_now, comparison.only_then), (1, 0));
}

#[test]
fn what_is_not_asked_is_not_called_unanswered() {
    let mut page = second_round();
    give_all(&mut page, &json!({"law": "none", "port": "no"}));
    let comparison = shown(&page);
    let to = |id: &str| {
        let at = page.at(id);
        let row = comparison.answers.iter().find(|row| row.at == at);
        row.map(|row| row.to.clone())
    };
    assert_eq!(to("court"), Some(Was::Implied));
    assert_eq!(to("guard"), Some(Was::Implied));
}

#[test]
fn without_a_question_in_common_there_is_no_comparison() {
    let mut page = begun();
    page.choose("law", "some");
    page.send(Any::Go(Screen::Compare));
    assert_eq!(change(&page.model), None, "nothing to compare with");
    add(
        &mut page,
        &[("k.gca.json", &kenya(&json!({"team": "some"}), json!({})))],
    );
    let comparison = shown(&page);
    assert_eq!(comparison.compared, None);
    assert_eq!((comparison.only_now, comparison.only_then), (1, 1));
    add(
        &mut page,
        &[("k.gca.json", &kenya(&json!({"law": "full"}), json!({})))],
    );
    assert!(shown(&page).compared.unwrap().is_thin);
    assert!(!shown(&second_round()).compared.unwrap().is_thin);
}

#[test]
fn another_assessment_of_the_device_can_be_chosen_and_nothing_changes_by_it() {
    let mut page = second_round();
    page.device_msg(device::Msg::New);
    page.send(Any::Start(Mode::Full));
    page.choose("law", "none");
    page.send(Any::Go(Screen::Compare));
    let before = (page.kept(), page.disk.texts.borrow().clone());
    assert_eq!(change(&page.model), None, "none is chosen unasked");
    let list = others(&page.model);
    assert_eq!(list.len(), 2);
    for other in list {
        send(&mut page, Msg::With(other.which.clone()));
        let comparison = shown(&page);
        assert_eq!(comparison.with.which, other.which);
        assert!(comparison.compared.is_some());
    }
    send(&mut page, Msg::Sort(Order::Fall));
    let compared = shown(&page).compared.unwrap();
    let sorted = compared.sorted(page.model.compare_order()).unwrap();
    let by: Vec<f64> = sorted
        .iter()
        .map(|one| one.change.unwrap().difference())
        .collect();
    assert!(by.is_sorted(), "{by:?}");
    assert_eq!((page.kept(), page.disk.texts.borrow().clone()), before);
}

#[test]
fn assessment_of_which_the_earlier_round_is_a_copy_does_not_stand_there_twice() {
    let page = second_round();
    assert_eq!(page.model.rows().len(), 1);
    let which: Vec<Which> = others(&page.model).into_iter().map(|o| o.which).collect();
    assert_eq!(which, [Which::Earlier]);
}

#[test]
fn file_is_compared_with_in_memory_only_and_can_be_taken_away() {
    let mut page = second_round();
    let before = (page.kept(), page.disk.texts.borrow().clone());
    let file = kenya(
        &json!({"law": "none", "gone": "x"}),
        json!({"version": "0", "hash": "other", "saved": "2024-03-12T00:00:00Z"}),
    );
    add(&mut page, &[("k.gca.json", &file)]);
    let comparison = shown(&page);
    assert!(matches!(comparison.with.which, Which::Added(_)));
    assert_eq!(
        (&*comparison.with.name, &*comparison.with.file),
        ("Kenya", "k.gca.json")
    );
    assert_eq!(comparison.with.saved, 1_710_201_600_000.0);
    assert_eq!(comparison.report.other_version.as_deref(), Some("0"));
    assert_eq!(comparison.report.kept_aside.len(), 1);
    assert!(matches!(&outcomes(&page)[..], [Outcome::Opened { .. }]));
    assert_eq!(
        page.effects.last(),
        Some(&Effect::Focus(Focus::Device(device::Spot::Told)))
    );
    assert_eq!((page.kept(), page.disk.texts.borrow().clone()), before);
    let Which::Added(id) = comparison.with.which else {
        unreachable!()
    };
    send(&mut page, Msg::Remove(id));
    assert_eq!(shown(&page).with.which, Which::Earlier);
    assert_eq!((page.kept(), page.disk.texts.borrow().clone()), before);
}

#[test]
fn files_that_cannot_be_compared_with_say_why_and_change_nothing() {
    let mut page = second_round();
    let before = page.kept();
    let other = json!({"bank": "elsewhere", "answers": {}}).to_string();
    let newer = kenya(&json!({"law": "none"}), json!({"format": 2}));
    add(
        &mut page,
        &[
            ("a", ""),
            ("b", "{"),
            ("c", "%PDF-1"),
            ("d", "{\"x\":1}"),
            ("e", &other),
            ("f", &newer),
        ],
    );
    let outcomes = outcomes(&page);
    let failed = |at: usize| match &outcomes[at] {
        Outcome::Failed(error) => error.code(),
        other => panic!("{other:?}"),
    };
    let codes: Vec<&str> = (0..5).map(failed).collect();
    assert_eq!(
        codes,
        [
            "file.empty",
            "file.broken",
            "file.other-kind",
            "file.not-assessment",
            "file.other-bank"
        ]
    );
    assert_eq!(outcomes[5], Outcome::NotLooked);
    assert!(page.model.told().unwrap().is_nothing());
    assert!(!page.model.is_looking());
    assert_eq!(page.kept(), before);
    assert_eq!(shown(&page).with.which, Which::Earlier);
}

#[test]
fn sealed_file_asks_for_its_passphrase_and_is_compared_with() {
    let mut page = second_round();
    let sealed = gca_session::files::write_sealed(&gca_session::files::Sealed {
        salt: vec![0; gca_session::files::SALT_BYTES],
        nonce: vec![0; gca_session::files::NONCE_BYTES],
        data: vec![0; 32],
        iterations: gca_session::files::ITERATIONS,
    });
    add(&mut page, &[("s.gca.json", &sealed)]);
    assert!(matches!(page.model.dialog(), Some(Dialog::Unseal { .. })));
    let inside = kenya(&json!({"law": "none"}), json!({}));
    page.device_msg(device::Msg::Unsealed(Some(inside.into_bytes())));
    assert!(matches!(shown(&page).with.which, Which::Added(_)));
}

#[test]
fn with_the_dialog_that_opens_files_they_are_opened_also_here() {
    let mut page = second_round();
    page.device_msg(device::Msg::Ask(Dialog::Open));
    add(
        &mut page,
        &[("k.gca.json", &kenya(&json!({"law": "none"}), json!({})))],
    );
    assert_eq!(page.kept()["answers"], json!({"law": "none"}));
    assert!(matches!(page.model.told(), Some(Told::Opened(_))));
}

#[test]
fn there_is_an_end_to_what_is_kept_of_files() {
    let mut page = second_round();
    let file = kenya(&json!({"law": "none"}), json!({}));
    let many: Vec<(&str, &str)> = (0..=MAX_ADDED).map(|_| ("k", &*file)).collect();
    add(&mut page, &many);
    assert_eq!(outcomes(&page).last(), Some(&Outcome::Many));
    assert_eq!(others(&page.model).len(), MAX_ADDED + 1);
}

fn place(page: &Page, at: usize) -> (Choice, Option<f64>, Option<f64>) {
    let row = aims(&page.model).rows.remove(at);
    (row.choice, row.target, row.gap)
}

#[test]
fn targets_are_kept_and_their_gaps_are_those_of_the_engine() {
    let mut page = second_round();
    let effects = send(&mut page, Msg::Aim(1, Choice::Stage(2)));
    assert_eq!(effects.first(), Some(&Effect::Save));
    send(&mut page, Msg::Aim(2, Choice::Points));
    let effects = send(&mut page, Msg::Points(2, " 72,5 ".into()));
    assert_eq!(effects.first(), Some(&Effect::Save));
    send(&mut page, Msg::Aim(0, Choice::Points));
    send(&mut page, Msg::Points(0, "٩٠".into()));
    send(&mut page, Msg::Name(" Target for 2028 ".into()));
    let expected =
        json!({"name": "Target for 2028", "overall": 90, "areas": {"a": "high", "b": 72.5}});
    assert_eq!(page.kept()["targets"], expected);
    let bank = page.model.bank();
    let found = target(
        bank,
        page.model.assessment(),
        &[(0, 80.0), (1, 72.5)],
        &Answers::new(bank),
    );
    assert_eq!(
        place(&page, 1),
        (Choice::Stage(2), Some(80.0), found.areas[0])
    );
    assert_eq!(
        place(&page, 2),
        (Choice::Points, Some(72.5), found.areas[1])
    );
    let gap = (90.0 - page.score().unwrap()).max(0.0);
    assert_eq!(place(&page, 0), (Choice::Points, Some(90.0), Some(gap)));
    let after = page.reloaded(&small());
    assert_eq!(after.kept()["targets"], expected);
    let snapshot = Snapshot::parse(&page.export()).unwrap();
    let file: Value = serde_json::from_str(&write_one(&snapshot, 0.0)).unwrap();
    assert_eq!(file["targets"], expected, "they travel with files");
    page.device_msg(device::Msg::Again(None));
    assert_eq!(
        page.kept()["targets"],
        expected,
        "they are of the next round too"
    );
    let effects = send(&mut page, Msg::ClearAims);
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Compare(Spot::Aims)))
    );
    assert_eq!(page.kept().get("targets"), None);
}

#[test]
fn points_that_are_none_are_told_and_leave_the_target_alone() {
    let mut page = second_round();
    let effects = send(&mut page, Msg::Aim(1, Choice::Points));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Compare(Spot::Points(1))))
    );
    let before = page.kept();
    for text in ["", "x", "101", "-1", "1e999", "NaN", "{}"] {
        send(&mut page, Msg::Points(1, text.into()));
        let row = aims(&page.model).rows.remove(1);
        assert_eq!(row.wrong.as_deref(), Some(text));
        assert_eq!(page.kept(), before, "{text}");
    }
    send(&mut page, Msg::Points(1, "0".into()));
    assert_eq!(aims(&page.model).rows[1].wrong, None);
    assert_eq!(page.kept()["targets"]["areas"]["a"], json!(0));
}

#[test]
fn a_target_that_open_questions_can_still_undo_is_reached_so_far_only() {
    let mut page = begun();
    page.choose("law", "full");
    for place in [0, 1] {
        send(&mut page, Msg::Aim(place, Choice::Points));
        send(&mut page, Msg::Points(place, "60".into()));
    }
    let reach = |page: &Page, at: usize| aims(&page.model).rows.remove(at).reach();
    assert_eq!(reach(&page, 2), None, "no target");
    assert_eq!([reach(&page, 0), reach(&page, 1)], [Some(Reach::SoFar); 2]);
    assert!(!aims(&page.model).are_firm());
    let rest = json!({"court": "full", "ticks": ["x", "y"], "port": "yes", "guard": "yes"});
    give_all(&mut page, &rest);
    assert_eq!(reach(&page, 1), Some(Reach::Firm));
    page.choose("team", "full");
    assert_eq!(reach(&page, 0), Some(Reach::Firm));
    assert!(aims(&page.model).are_firm());
    page.choose("law", "none");
    assert!(matches!(reach(&page, 1), Some(Reach::Gap(gap)) if gap > 0.0));
}

#[test]
fn stage_that_weaker_areas_hold_back_is_not_called_reached() {
    let mut page = begun();
    let answers = json!({"law": "full", "court": "full", "ticks": ["x", "y"], "port": "yes", "guard": "yes", "team": "some"});
    give_all(&mut page, &answers);
    page.choose("team", "none");
    send(&mut page, Msg::Aim(0, Choice::Stage(1)));
    let row = aims(&page.model).rows.remove(0);
    assert_eq!((row.gap, row.is_held), (Some(0.0), false));
    // The stage of the whole is at most one above that of its weakest area.
    let mut bank = small();
    bank["areas"][0]["weight"] = json!(9);
    let mut page = Page::fresh(&bank);
    page.send(Any::Start(Mode::Full));
    give_all(&mut page, &answers);
    page.choose("team", "none");
    send(&mut page, Msg::Aim(0, Choice::Stage(2)));
    let row = aims(&page.model).rows.remove(0);
    assert_eq!((row.gap, row.is_held), (Some(0.0), true));
}

#[test]
fn whatever_a_file_says_of_targets_is_read_as_far_as_it_can_be_and_given_back() {
    let mut page = begun();
    let given = json!({"name": 7, "overall": "nowhere", "areas": {"a": 101, "b": "high", "gone": 5}, "x": [1]});
    let file = json!({"answers": {"law": "some"}, "targets": given});
    page.send(Any::Import(Snapshot::parse(&file.to_string()).unwrap()));
    let all = aims(&page.model);
    let targets: Vec<Option<f64>> = all.rows.iter().map(|row| row.target).collect();
    assert_eq!(targets, [None, None, Some(80.0)]);
    assert_eq!(page.kept()["targets"], given);
}

const PROFILE: &str = r#"{"bank":"small","label":"Example group","source":"Made up for a test","year":2025,
  "assessments":12,"version":"1","areas":{"b":40,"a":70,"gone":1}}"#;

#[test]
fn reference_profile_is_compared_by_the_numbers_of_the_engine() {
    let mut page = second_round();
    let before = (page.kept(), page.disk.texts.borrow().clone());
    add(&mut page, &[("p.json", PROFILE)]);
    let label = "Example group".into();
    assert_eq!(outcomes(&page), [Outcome::Profile { label, passed: 1 }]);
    let beside = reference(&page.model).unwrap();
    let expected = profile(page.model.assessment(), &[(0, 70.0), (1, 40.0)]).unwrap();
    let differences: Vec<_> = beside.rows.iter().map(|row| row.difference).collect();
    assert_eq!(differences, expected.differences);
    assert_eq!(beside.profile, Some(expected));
    assert_eq!(beside.other_version, None);
    assert_eq!(
        shown(&page).with.which,
        Which::Earlier,
        "it is no assessment"
    );
    assert_eq!((page.kept(), page.disk.texts.borrow().clone()), before);
    send(&mut page, Msg::RemoveProfile);
    assert_eq!(reference(&page.model), None);
}

#[test]
fn file_that_means_to_be_a_profile_says_exactly_what_is_wrong() {
    let mut page = second_round();
    let whole = |name, min, max| ProfileError::Whole(name, min, max);
    let long = "x".repeat(65 << 10);
    let rows: Vec<(&str, Value, ProfileError)> = vec![
        ("label", Value::Null, ProfileError::Text("label", 120)),
        (
            "label",
            json!("x".repeat(121)),
            ProfileError::Text("label", 120),
        ),
        ("source", json!(" "), ProfileError::Text("source", 500)),
        ("version", json!(1), ProfileError::Text("version", 120)),
        ("year", json!("2025"), whole("year", 1990.0, 2100.0)),
        ("year", json!(2025.5), whole("year", 1990.0, 2100.0)),
        ("assessments", json!(0), whole("assessments", 1.0, 1e6)),
        ("areas", json!([70]), ProfileError::Areas),
        (
            "areas",
            json!({"a": "70"}),
            ProfileError::Points("a".into()),
        ),
        (
            "areas",
            json!({"a": 100.1}),
            ProfileError::Points("a".into()),
        ),
        ("areas", json!({"gone": 1}), ProfileError::NoArea),
        ("areas", json!({}), ProfileError::NoArea),
        (
            "bank",
            json!("elsewhere"),
            ProfileError::OtherBank("elsewhere".into()),
        ),
        ("more", json!(long), ProfileError::TooLarge),
    ];
    for (name, value, error) in rows {
        let mut file: Value = serde_json::from_str(PROFILE).unwrap();
        file[name] = value;
        add(&mut page, &[("p.json", &file.to_string())]);
        assert_eq!(outcomes(&page), [Outcome::NoProfile(error)], "{name}");
        assert_eq!(reference(&page.model), None);
        assert!(page.model.told().unwrap().is_nothing());
    }
    add(&mut page, &[("p.json", &PROFILE[..40])]);
    let [Outcome::Failed(FileError::Broken { line: 1, .. })] = outcomes(&page)[..] else {
        panic!("{:?}", outcomes(&page));
    };
}

#[test]
fn rounds_stand_in_the_order_of_time_and_those_of_another_name_wait_to_be_asked() {
    let mut page = second_round();
    let file = kenya(&json!({"law": "none"}), json!({"saved": "2020-01-01"}));
    add(&mut page, &[("k.gca.json", &file)]);
    page.device_msg(device::Msg::New);
    page.send(Any::Start(Mode::Full));
    page.choose("law", "none");
    page.device_msg(device::Msg::Ask(Dialog::Rename {
        id: None,
        name: "".into(),
        is_long: false,
    }));
    page.device_msg(device::Msg::Typed("Chad".into()));
    page.send(Any::Go(Screen::Compare));
    let shown = |page: &Page| -> Vec<(Option<Which>, bool)> {
        let rounds = rounds(&page.model).into_iter();
        rounds.map(|round| (round.which, round.is_shown)).collect()
    };
    let list = shown(&page);
    assert_eq!(
        list.len(),
        3,
        "files are gone with the assessment they were added to"
    );
    assert_eq!(list[2], (None, true), "this one is the last");
    assert!(list[..2].iter().all(|(_, is_shown)| !is_shown));
    let times: Vec<f64> = rounds(&page.model)
        .iter()
        .map(|round| round.saved)
        .collect();
    assert!(times.is_sorted());
    let first = list[0].0.clone().unwrap();
    send(&mut page, Msg::Include(first, true));
    assert!(shown(&page)[0].1);
    let mut page = second_round();
    add(&mut page, &[("k.gca.json", &file)]);
    let list = rounds(&page.model);
    assert!(list
        .iter()
        .all(|round| round.is_shown && round.points.is_some()));
    let which: Vec<Option<Which>> = list.into_iter().map(|round| round.which).collect();
    assert_eq!(which, [Some(Which::Added(1)), Some(Which::Earlier), None]);
}

#[test]
fn what_is_only_looked_at_can_be_compared_and_gets_no_target() {
    let mut page = second_round();
    page.send(Any::Go(Screen::Start));
    let newer = kenya(&json!({"law": "none"}), json!({"format": 9}));
    add(&mut page, &[("n.gca.json", &newer)]);
    assert!(page.model.is_looking());
    page.send(Any::Go(Screen::Compare));
    assert_eq!(send(&mut page, Msg::Aim(0, Choice::Stage(1))), []);
    let other = others(&page.model).remove(0).which;
    send(&mut page, Msg::With(other));
    assert!(shown(&page).compared.is_some());
}
