//! Questions by their distance from the reference, each with what decides it.

use super::compare::{direction, hundredths, table};
use super::{message, At};
use crate::dom::{el, El};
use gca_engine::Flag;
use gca_session::view::number_of;
use gca_session::whole::workshop::exercise::{answer_words, Comparison, Msg, QuestionRow};
use gca_session::Key;
use std::rc::Rc;

/// Questions that are listed at first: all with their reasons would hold up an old laptop.
const FARTHEST: usize = 10;

pub(super) fn questions(at: &At, compared: &Comparison) -> El {
    let mut list = el("ol|far");
    let total = compared.questions.len();
    // More than the display holds comes a moment later.
    let most = match at.state.has_all_questions {
        true => {
            let lane = &at.ui.shell.workshop.portions.list;
            let further = (1..total.div_ceil(FARTHEST).saturating_sub(1)).filter(|n| lane.may(*n));
            (FARTHEST * (2 + further.count())).min(total)
        }
        false => FARTHEST,
    };
    for row in compared.questions.iter().take(most) {
        list = list.el(question(at, compared, row));
    }
    let all = || {
        at.ui.button(
            message(Msg::AllQuestions),
            at.ui.count(Key::ExerciseAllQuestions, total),
        )
    };
    el("section|section rule")
        .kid(at.ui.h(2, "t3", Key::ExerciseQuestions))
        .el(list)
        .el_if(!at.state.has_all_questions && total > most, all)
}

fn question(at: &At, compared: &Comparison, row: &QuestionRow) -> El {
    let ui = at.ui;
    let texts = ui.model.texts().questions.get(row.question);
    let text = texts.map(|texts| texts.text.clone()).unwrap_or_default();
    let number = ui.number(number_of(ui.model, row.question));
    let words = el("span|far-q")
        .el(el("span|num muted").text(number))
        .space()
        .el(el("span").words(&text));
    let summary = el("summary")
        .el(words)
        .el(el("span|small far-n").text(said(at, row)));
    el("li").key(row.question).el(el("details|disc far-d")
        .el(summary)
        .el(reasons(at, compared, row)))
}

/// Distance and agreement in a line.
fn said(at: &At, row: &QuestionRow) -> yew::AttrValue {
    let ui = at.ui;
    let (Some(points), Some(levels)) = (row.points, row.levels) else {
        return ui.t(Key::ExerciseFew);
    };
    let values = [
        ("points", &*ui.format.points(points)),
        ("levels", &*ui.format.points(levels)),
        ("lean", &*direction(at, row.lean.unwrap_or_default())),
    ];
    let far = ui.fill(Key::ExerciseFar, &values);
    match (row.consensus, row.flag.and_then(flag)) {
        (Some(consensus), Some(key)) => {
            let values = [("cns", &*hundredths(at, consensus)), ("flag", &*ui.t(key))];
            [&*far, " ", &*ui.fill(Key::ExerciseCns, &values)]
                .concat()
                .into()
        }
        _ => far,
    }
}

fn flag(flag: Flag) -> Option<Key> {
    match flag {
        Flag::Few => None,
        Flag::Agree => Some(Key::ExerciseAgree),
        Flag::Mixed => Some(Key::ExerciseMixed),
        Flag::Discuss => Some(Key::ExerciseDisagree),
    }
}

/// The reference answer, why it is so, and what the teams say.
fn reasons(at: &At, compared: &Comparison, row: &QuestionRow) -> El {
    let ui = at.ui;
    let id = ui.model.whole_bank().question_id(row.question);
    let shown = |answers| answer_words(ui.model, ui.format, answers, row.question);
    let mut facts = el("dl|facts-of");
    let mut add = |label: El, words: Rc<str>| {
        let one = el("div").el(label).el(el("dd").words(&words));
        facts = std::mem::replace(&mut facts, el("dl")).el(one);
    };
    let title = el("dt|small muted").t(ui, Key::ExerciseReferenceAnswer);
    add(title, shown(&compared.reference_answers));
    if let Some(reference) = at.exercise.reference_of(id) {
        add(
            el("dt|small muted").t(ui, Key::ExerciseWhy),
            reference.why.clone(),
        );
    }
    for fact in at.exercise.facts_of(id) {
        add(el("dt|strong num").words(&fact.id), fact.text.clone());
    }
    let body = el("div|disc-body stack-s").el(facts);
    let teams = of_teams(at, compared, row);
    body.el_if(teams.is_some(), || teams.unwrap_or_else(|| el("div")))
}

/// What each team says, and how far that is.
fn of_teams(at: &At, compared: &Comparison, row: &QuestionRow) -> Option<El> {
    let ui = at.ui;
    let mut body = el("tbody");
    let mut is_empty = true;
    for team in &compared.teams {
        let step = row.teams.get(team.at).copied().flatten();
        let given = team.answers.get(row.question);
        if given.is_none() && step.is_none() {
            continue;
        }
        is_empty = false;
        let is_hidden = team.assessment.questions.get(row.question);
        let words = match is_hidden.is_some_and(|outcome| outcome.hidden) {
            true => ui.model.catalog().text(Key::ExerciseImplied),
            false => answer_words(ui.model, ui.format, &team.answers, row.question),
        };
        let far = step.map(|step| direction(at, step.points));
        body = body.el(el("tr")
            .el(el("th||scope=row").el(el("bdi").words(&team.team.name)))
            .el(el("td").words(&words))
            .el(el("td|n").text(far.unwrap_or_else(|| "\u{2013}".into()))));
    }
    let heads = [
        (Key::ExerciseTeam, false),
        (Key::ReportAnswer, false),
        (Key::ExercisePoints, true),
    ];
    (!is_empty).then(|| table(at, Key::ExerciseTeamsSay, &heads, body))
}
