//! Next steps, what they would bring, the way to a goal, and what is decided about them.

use crate::support::page::{Disk, Page};
use crate::support::{bank_of, core, small};
use crate::{begun, CHANGED};
use gca_engine::{assess, path, roadmap, Answer, Bank, Effort, Goal};
use gca_session::details::{Progress, MAX_PLANNED};
use gca_session::whole::compare::{Choice, Msg as Compare};
use gca_session::whole::steps::{
    actions, ranked, trial, way, Advice, Field, Msg as Steps, Order, Outcome, Pane, PhaseKind,
    Place, Ranked, Scope, StepId, FIRST,
};
use gca_session::whole::Words;
use gca_session::{Config, Effect, Focus, Mode, More, Msg, Screen, WholeMsg};
use serde_json::{json, Value};
use std::rc::Rc;

fn steps(page: &mut Page, msg: Steps) -> Vec<Effect> {
    page.whole(WholeMsg::Steps(msg))
}

fn questions(file: &Value) -> Vec<Value> {
    let each = |v: &Value, name: &str| v[name].as_array().cloned().unwrap();
    let indicators = |area: &Value| each(area, "indicators");
    let areas = each(file, "areas");
    let indicators: Vec<Value> = areas.iter().flat_map(indicators).collect();
    indicators
        .iter()
        .flat_map(|i| each(i, "questions"))
        .collect()
}

/// The advice of a bank file, as it comes after the first screen.
fn advice(file: &Value) -> Msg {
    let texts = |v: &Value| -> Rc<[Rc<str>]> {
        let list = v.as_array().into_iter().flatten();
        list.map(|t| t.as_str().unwrap().into()).collect()
    };
    let one = |a: &Value| Advice {
        below: a["below"].as_u64().unwrap() as u8,
        action: a["action"].as_str().unwrap().into(),
        effort: Effort::from_id(a["effort"].as_str().unwrap()),
        actors: texts(&a["actors"]),
        reading: Rc::new([]),
    };
    let of = |q: &Value| {
        q["advice"]
            .as_array()
            .into_iter()
            .flatten()
            .map(one)
            .collect()
    };
    Msg::More(Some(Rc::new(More {
        advice: questions(file).iter().map(of).collect(),
        ..More::default()
    })))
}

/// The bank as it travels: without advice.
fn travelling(file: &Value) -> Value {
    let mut bare = file.clone();
    for area in bare["areas"].as_array_mut().unwrap() {
        for indicator in area["indicators"].as_array_mut().unwrap() {
            for question in indicator["questions"].as_array_mut().unwrap() {
                question.as_object_mut().unwrap().remove("advice");
            }
        }
    }
    bare
}

/// The answers of the exercise, with the advice there.
fn exercise() -> (Page, Bank) {
    let file = core();
    let mut page = Page::open(&travelling(&file), Config::default(), &Disk::default());
    page.send(Msg::Start(Mode::Full));
    for (id, given) in file["exercise"]["reference_answers"].as_object().unwrap() {
        page.give(id, &given["option"]);
    }
    page.send(Msg::Go(Screen::Steps));
    page.send(advice(&file));
    (page, Rc::unwrap_or_clone(bank_of(&file)))
}

fn answers(page: &Page) -> gca_engine::Answers {
    let given = page.model.snapshot().answers.0;
    gca_engine::Answers::read(page.model.bank(), given).0
}

/// The steps with as many shown as there are.
fn all(page: &mut Page) -> Ranked {
    while ranked(&page.model).steps.len() < ranked(&page.model).fitting {
        steps(page, Steps::More);
    }
    ranked(&page.model)
}

fn aim(page: &mut Page, place: usize, choice: Choice) {
    page.whole(WholeMsg::Compare(Compare::Aim(place, choice)));
}

fn points(page: &mut Page, place: usize, points: &str) {
    aim(page, place, Choice::Points);
    page.whole(WholeMsg::Compare(Compare::Points(place, points.into())));
}

#[test]
fn the_page_fetches_advice_and_ranks_as_the_engine_does() {
    let mut page = begun();
    assert!(page
        .send(Msg::Go(Screen::Steps))
        .contains(&Effect::FetchMore));
    let (mut page, bank) = exercise();
    let answers = answers(&page);
    let expected = roadmap(&bank, &answers, &assess(&bank, &answers));
    let view = ranked(&page.model);
    assert_eq!(
        (view.steps.len(), view.total),
        (FIRST, expected.steps.len())
    );
    assert_eq!(view.open, expected.find_out.len());
    let effects = steps(&mut page, Steps::More);
    let view = ranked(&page.model);
    assert_eq!(view.steps.len(), 2 * FIRST);
    assert_eq!(effects, [Effect::Focus(Focus::Step(view.steps[FIRST].id))]);
    let view = all(&mut page);
    for (step, expected) in view.steps.iter().zip(&expected.steps) {
        assert_eq!(step.at, expected.question);
        assert_eq!(step.effort, Some(expected.effort));
        assert!((step.gain.unwrap() - expected.gain).abs() < 1e-9);
        assert_eq!(step.is_limiting, expected.in_limiting_area);
        let unlocks: Vec<usize> = step.unlocks.iter().map(|u| u.0).collect();
        assert_eq!(unlocks, expected.unlocks);
        assert!(!step.action.is_empty() && !step.actors.is_empty());
        assert!(step.from.is_some() && step.from.as_ref() != Some(&step.to));
    }
    assert_eq!(view.steps.len(), expected.steps.len());
}

#[test]
fn efforts_reach_the_quick_version_too() {
    let (mut page, bank) = exercise();
    page.send(Msg::Start(Mode::Quick));
    let efforts = |bank: &Bank| -> Vec<Vec<Effort>> {
        bank.questions().iter().map(|q| q.efforts.clone()).collect()
    };
    assert_eq!(efforts(page.model.bank()), efforts(&bank.quick()));
    let file = core();
    let mut quick = Page::open(&travelling(&file), Config::default(), &Disk::default());
    quick.send(Msg::Start(Mode::Quick));
    quick.send(advice(&file));
    assert_eq!(efforts(quick.model.bank()), efforts(&bank.quick()));
}

#[test]
fn filters_leave_what_fits_and_fall_away_with_it() {
    let (mut page, _) = exercise();
    let all = all(&mut page);
    let (area, _, title) = all.areas[1].clone();
    assert!(!title.is_empty());
    steps(&mut page, Steps::Area(Some(area)));
    steps(&mut page, Steps::Effort(Some(Effort::Medium)));
    let view = ranked(&page.model);
    let fits = |s: &&gca_session::whole::steps::Step| {
        s.area == area && s.effort.unwrap() <= Effort::Medium
    };
    assert_eq!(view.fitting, all.steps.iter().filter(fits).count());
    assert!(view.steps.iter().all(|s| fits(&s)) && view.fitting > 0);
    let actor = view.steps[0].actors[0].clone();
    steps(&mut page, Steps::Actor(actor.clone()));
    assert!(ranked(&page.model)
        .steps
        .iter()
        .all(|s| s.actors.contains(&actor)));
    assert_eq!(ranked(&page.model).actors, all.actors, "of all steps");
    steps(&mut page, Steps::Actor("nobody".into()));
    assert_eq!(
        ranked(&page.model).fitting,
        view.fitting,
        "as if not chosen"
    );
    steps(&mut page, Steps::Effort(None));
    steps(&mut page, Steps::Area(None));
    steps(&mut page, Steps::Sort(Order::Gain));
    let gains: Vec<f64> = ranked(&page.model)
        .steps
        .iter()
        .filter_map(|s| s.gain)
        .collect();
    assert!(gains.windows(2).all(|two| two[0] >= two[1]));
    steps(&mut page, Steps::Sort(Order::Area));
    assert!(ranked(&page.model)
        .steps
        .windows(2)
        .all(|two| two[0].at < two[1].at));
}

#[test]
fn what_is_tried_is_assessed_and_touches_nothing() {
    let (mut page, bank) = exercise();
    let before = page.kept();
    let view = ranked(&page.model);
    let mut changed = answers(&page);
    let next = roadmap(&bank, &changed, page.model.assessment()).steps;
    for (step, expected) in view.steps.iter().zip(&next).take(4) {
        assert_eq!(steps(&mut page, Steps::Try(step.id, true)), []);
        changed.set(step.id.question, Some(expected.to));
    }
    let tried = trial(&page.model);
    assert_eq!(tried.count, 4);
    assert_eq!(tried.then, assess(&bank, &changed));
    assert_eq!(&tried.now, page.model.assessment());
    assert!(tried.rise.unwrap() > 0.0);
    assert!(ranked(&page.model).steps[..4].iter().all(|s| s.is_tried));
    assert_eq!(page.kept(), before);
    steps(&mut page, Steps::Try(view.steps[0].id, false));
    assert_eq!(trial(&page.model).count, 3);
    // Once the answer is given nothing is left to try.
    page.send(Msg::Answer(view.steps[1].at, Some(next[1].to)));
    assert_eq!(trial(&page.model).count, 2);
    let first = ranked(&page.model).steps[0].id;
    assert_eq!(
        steps(&mut page, Steps::ClearTrial),
        [Effect::Focus(Focus::Step(first))]
    );
    let none = trial(&page.model);
    assert_eq!((none.count, none.rise), (0, Some(0.0)));
    steps(&mut page, Steps::Try(first, true));
    let after = page.reloaded(&travelling(&core()));
    assert_eq!(trial(&after.model).count, 0, "in memory only");
}

#[test]
fn what_a_step_opens_is_not_known_until_it_is_answered() {
    let mut page = begun();
    page.choose("law", "none");
    page.choose("team", "some");
    let view = ranked(&page.model);
    let law = view.steps.iter().find(|s| s.at == page.at("law")).unwrap();
    assert_eq!(law.unlocks.len(), 1);
    steps(&mut page, Steps::Try(law.id, true));
    let tried = trial(&page.model);
    assert_eq!(tried.opened, 1);
    let coverage = |a: &gca_engine::Assessment| a.overall.as_ref().unwrap().points.coverage;
    assert!(coverage(&tried.then) < coverage(&tried.now));
}

#[test]
fn the_way_to_a_stage_is_the_engines_in_phases() {
    let (mut page, bank) = exercise();
    assert_eq!(way(&page.model).outcome, Outcome::NoGoal);
    let standing = page
        .model
        .assessment()
        .overall
        .as_ref()
        .unwrap()
        .standing
        .clone();
    let next = standing.stage.unwrap() + 1;
    aim(&mut page, 0, Choice::Stage(next));
    let answers = answers(&page);
    let goal = Goal {
        stage: Some(next),
        ..Goal::default()
    };
    let expected = path(&bank, &answers, &assess(&bank, &answers), &goal).unwrap();
    let plan = expected.plan.unwrap();
    let found = way(&page.model);
    assert_eq!(found.frontier.len(), expected.frontier.len());
    let Outcome::Steps {
        phases,
        effort,
        trial,
    } = found.outcome
    else {
        panic!("{:?}", found.outcome);
    };
    assert_eq!(effort, plan.effort);
    assert_eq!(trial.then, plan.assessment);
    assert!(trial.then.overall.as_ref().unwrap().standing.stage.unwrap() >= next);
    assert_eq!(phases.iter().map(|p| p.effort).sum::<u32>(), effort);
    let headline = trial.then.overall.as_ref().unwrap().points.score().unwrap();
    assert!((phases.last().unwrap().score.unwrap() - headline).abs() < 1e-9);
    assert!(phases.windows(2).all(|two| two[0].kind < two[1].kind));
    assert!(phases.windows(2).all(|two| two[0].score < two[1].score));
    // Every move is there whole, and a question never goes down from one phase to the next.
    for one in &plan.moves {
        let rows: Vec<_> = phases
            .iter()
            .flat_map(|p| &p.steps)
            .filter(|s| s.at == one.question)
            .collect();
        let gain: f64 = rows.iter().map(|s| s.gain).sum();
        assert!((gain - one.gain).abs() < 1e-9);
        assert!(rows.windows(2).all(|two| two[0].to == two[1].from));
        assert_eq!(rows.iter().map(|s| s.effort).sum::<u32>(), one.effort);
    }
    let rows: usize = phases.iter().map(|p| p.steps.len()).sum();
    assert!(rows >= plan.moves.len());
    // The first phase is open, the others are there to be opened.
    let open = |page: &Page| -> Vec<bool> {
        let Outcome::Steps { phases, .. } = way(&page.model).outcome else {
            panic!("still reached");
        };
        phases.iter().map(|phase| phase.is_open).collect()
    };
    let kinds: Vec<PhaseKind> = phases.iter().map(|phase| phase.kind).collect();
    assert!(open(&page)[0] && !open(&page)[1]);
    steps(&mut page, Steps::Fold(kinds[0]));
    steps(&mut page, Steps::Fold(kinds[1]));
    assert!(!open(&page)[0] && open(&page)[1]);
    steps(&mut page, Steps::Fold(kinds[1]));
    assert!(!open(&page)[1]);
}

#[test]
fn steps_that_others_wait_for_come_first() {
    let mut page = begun();
    page.choose("law", "none");
    page.choose("team", "some");
    page.choose("ticks", "dk");
    points(&mut page, 1, "100");
    points(&mut page, 2, "100");
    let Outcome::Blocked { obstacles, best } = way(&page.model).outcome else {
        panic!("questions are open");
    };
    assert!(best.is_some());
    assert_eq!(obstacles.len(), 1, "area b can be reached");
    let obstacle = &obstacles[0];
    assert_eq!(obstacle.area.as_ref().unwrap().0, 1);
    assert!(obstacle.best.unwrap() < obstacle.needed);
    let ids: Vec<_> = obstacle
        .open
        .iter()
        .map(|o| page.model.bank().question_id(o.at).to_owned())
        .collect();
    assert_eq!(ids, ["ticks", "port", "guard"]);
    assert!(obstacle
        .open
        .windows(2)
        .all(|two| two[0].points >= two[1].points));
    assert_eq!(obstacle.waiting[0].text, "Court?".into());
    assert_eq!(obstacle.waiting[0].for_number.question, 1);
    // The team alone would bring 69.2.
    aim(&mut page, 1, Choice::None);
    points(&mut page, 0, "76");
    let Outcome::Steps { phases, .. } = way(&page.model).outcome else {
        panic!("the law and the team are enough");
    };
    let kinds: Vec<_> = phases.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [PhaseKind::Foundation, PhaseKind::Medium]);
    assert_eq!(phases[0].steps[0].at, page.at("law"));
    assert_eq!(phases[0].steps[0].unlocks.len(), 1);
}

#[test]
fn goals_that_need_no_step_say_so() {
    let mut page = begun();
    points(&mut page, 0, "50");
    assert_eq!(way(&page.model).outcome, Outcome::Nothing);
    page.choose("team", "full");
    assert_eq!(way(&page.model).outcome, Outcome::Reached);
    assert_eq!(way(&page.model).frontier, [100.0]);
}

#[test]
fn what_is_decided_is_kept_and_travels() {
    let mut page = begun();
    page.choose("law", "none");
    page.choose("ticks", "dk");
    let id = ranked(&page.model).steps[0].id;
    assert_eq!(StepId::from_code(id.code()), id);
    for (field, text) in [
        (Field::Owner, "Ministry of Justice"),
        (Field::Date, "2027-03-31"),
        (Field::Time, "first quarter"),
        (Field::Deliverable, "A bill"),
    ] {
        assert_eq!(
            steps(&mut page, Steps::Write(id, field, text.into())),
            CHANGED
        );
    }
    assert_eq!(
        steps(&mut page, Steps::Write(id, Field::Date, "soon".into())),
        []
    );
    steps(&mut page, Steps::Progress(id, Some(Progress::UnderWay)));
    let expected = json!({"law": {"some": {"progress": "under-way", "owner": "Ministry of Justice",
        "date": "2027-03-31", "time": "first quarter", "deliverable": "A bill"}}});
    assert_eq!(page.kept()["plan"], expected);
    let mut after = page.reloaded(&small());
    assert_eq!(after.kept()["plan"], expected);
    let list = actions(&after.model, Scope::Planned);
    assert_eq!(list.len(), 1);
    assert_eq!(&*list[0].planned.owner, "Ministry of Justice");
    assert_eq!(list[0].to, Words::Chosen("law some".into()));
    assert_eq!(list[0].from, Some(Words::Chosen("law none".into())));
    assert_eq!(list[0].place, Place::Next);
    // What the answers say of it follows them; what was decided stays.
    for (option, place) in [("some", Place::Reached), ("dk", Place::Open)] {
        after.choose("law", option);
        assert_eq!(actions(&after.model, Scope::Planned)[0].place, place);
    }
    steps(&mut after, Steps::Progress(id, None));
    assert!(actions(&after.model, Scope::Planned).is_empty());
    assert_eq!(
        after.kept()["plan"]["law"]["some"]["owner"],
        "Ministry of Justice"
    );
    for field in [Field::Owner, Field::Date, Field::Time, Field::Deliverable] {
        steps(&mut after, Steps::Write(id, field, "".into()));
    }
    assert_eq!(after.kept().get("plan"), None, "nothing is left of it");
}

#[test]
fn a_plan_alone_is_worth_keeping_and_cannot_be_written_where_nothing_is() {
    let mut page = begun();
    let id = StepId {
        question: page.at("law"),
        step: 2,
    };
    steps(&mut page, Steps::Progress(id, Some(Progress::Planned)));
    assert!(page.reloaded(&small()).model.is_begun());
    for id in [
        StepId {
            question: 99,
            step: 0,
        },
        StepId {
            question: 0,
            step: 9,
        },
    ] {
        assert_eq!(
            steps(&mut page, Steps::Progress(id, Some(Progress::Done))),
            []
        );
    }
    assert_eq!(
        page.kept()["plan"],
        json!({"law": {"full": {"progress": "planned"}}})
    );
}

#[test]
fn a_plan_has_no_more_steps_than_it_may() {
    let full: serde_json::Map<_, _> = (0..MAX_PLANNED)
        .map(|n| (format!("old-{n:04}"), json!({"owner": "x"})))
        .collect();
    let mut page = begun();
    let mut snapshot = page.model.snapshot();
    snapshot.rest =
        json!({"plan": {"gone": full, "zulu": {"x": {"progress": "done"}}}}).to_string();
    page.send(Msg::Import(snapshot));
    page.whole(WholeMsg::Flag(0, true));
    let kept = page.kept();
    assert_eq!(
        kept["plan"]["gone"].as_object().unwrap().len(),
        MAX_PLANNED,
        "of another bank"
    );
    assert_eq!(kept["plan"].get("zulu"), None);
    let law = page.at("law");
    let id = StepId {
        question: law,
        step: 1,
    };
    assert_eq!(
        steps(&mut page, Steps::Progress(id, Some(Progress::Done))),
        []
    );
    assert!(actions(&page.model, Scope::Planned).is_empty());
}

#[test]
fn the_way_becomes_the_plan_and_keeps_what_was_decided() {
    let (mut page, _) = exercise();
    assert_eq!(steps(&mut page, Steps::PlanWay), [], "no goal");
    points(&mut page, 0, "55");
    let Outcome::Steps { phases, .. } = way(&page.model).outcome else {
        panic!("55 can be reached");
    };
    let first = ranked(&page.model).steps[0].id;
    steps(&mut page, Steps::Progress(first, Some(Progress::Done)));
    let effects = steps(&mut page, Steps::PlanWay);
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Heading)));
    assert_eq!(page.model.steps_pane(), Pane::Plan);
    let count: usize = phases.iter().flat_map(|p| &p.steps).map(|s| s.count).sum();
    let list = actions(&page.model, Scope::Planned);
    let is_on_way = phases
        .iter()
        .flat_map(|p| &p.steps)
        .any(|s| page.model.bank().questions()[s.at].source == first.question);
    assert_eq!(list.len(), count + usize::from(!is_on_way));
    let last = list.last().unwrap();
    assert_eq!(
        (last.id, last.planned.progress),
        (first, Some(Progress::Done))
    );
    let places: Vec<_> = list.iter().map(|s| s.place).collect();
    assert!(places
        .iter()
        .all(|p| matches!(p, Place::Next | Place::Later)));
}

#[test]
fn the_action_list_goes_by_date_and_ends_with_what_is_done() {
    let (mut page, _) = exercise();
    let ids: Vec<StepId> = ranked(&page.model).steps.iter().map(|s| s.id).collect();
    steps(&mut page, Steps::Progress(ids[0], Some(Progress::Done)));
    steps(&mut page, Steps::Progress(ids[1], Some(Progress::Planned)));
    steps(
        &mut page,
        Steps::Write(ids[2], Field::Date, "2028-01-01".into()),
    );
    steps(
        &mut page,
        Steps::Write(ids[3], Field::Date, "2027-01-01".into()),
    );
    let given: Vec<StepId> = actions(&page.model, Scope::Planned)
        .iter()
        .map(|s| s.id)
        .collect();
    assert_eq!(given, [ids[3], ids[2], ids[1], ids[0]]);
    let all = actions(&page.model, Scope::All);
    assert_eq!(all.len(), ranked(&page.model).total, "each step once");
    assert_eq!(all[4].id, ids[4], "then by rank");
    assert!(all.iter().all(|s| s.gain.is_some() && s.effort.is_some()));
}

#[test]
fn a_number_is_raised_to_the_middle_and_to_the_best() {
    let mut file = small();
    let questions = file["areas"][1]["indicators"][0]["questions"]
        .as_array_mut()
        .unwrap();
    questions.push(json!({"id": "count", "text": "How many?", "kind": "number", "weight": 1, "worst": 0, "best": 20}));
    let mut page = Page::fresh(&file);
    page.send(Msg::Start(Mode::Full));
    let at = page.at("count");
    page.send(Msg::Answer(at, Some(Answer::Number(3.0))));
    let step = ranked(&page.model).steps[0].clone();
    assert_eq!(
        (step.from, step.to),
        (Some(Words::Number(3.0)), Words::Number(10.0))
    );
    steps(&mut page, Steps::Progress(step.id, Some(Progress::Planned)));
    assert_eq!(
        page.kept()["plan"]["count"],
        json!({"2": {"progress": "planned"}})
    );
    assert_eq!(
        actions(&page.model, Scope::Planned)[0].to,
        Words::Number(10.0)
    );
    page.send(Msg::Answer(at, Some(Answer::Number(12.0))));
    assert_eq!(
        actions(&page.model, Scope::Planned)[0].place,
        Place::Reached
    );
    assert_eq!(ranked(&page.model).steps[0].to, Words::Number(20.0));
}
