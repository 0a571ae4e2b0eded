//! The reference answers, and how far everybody is from them.

use super::super::may;
use super::{message, questions, At};
use crate::dom::{el, El};
use crate::table;
use gca_session::whole::workshop::exercise::{
    comparison, is_prepared, prepare, Agreement, Comparison, Distance, Msg, ParticipantRow,
    TeamRow, FIRST,
};
use gca_session::whole::workshop::Person;
use gca_session::Key;
use std::rc::Rc;
use yew::AttrValue;

pub(super) fn compare(at: &At) -> El {
    // It takes a while for many people, and is worked out ahead where that is possible.
    if !is_prepared(at.ui.model) && may(at.ui, 1) {
        prepare(at.ui.model);
    }
    if !at.state.is_revealed {
        return el("div|stack").el(hidden(at));
    }
    // What comes later has a place of its own: beside the heading it would have that made anew, without the focus.
    el("div|stack").el(shown(at)).el(distances(at))
}

/// How far everybody is, once it is worked out.
fn distances(at: &At) -> El {
    let place = el("div|stack");
    let compared = is_prepared(at.ui.model).then(|| comparison(at.ui.model));
    let Some(compared) = compared.flatten() else {
        return place;
    };
    if compared.participants.is_empty() {
        return place.el(at.ui.p("", Key::ExerciseNoPeople));
    }
    place
        .el(at.ui.p("small muted measure", Key::ExerciseMeasure))
        .el(agreement(at, &compared))
        .el(teams(at, &compared))
        .el_if(may(at.ui, 2), || participants(at, &compared))
        .el_if(may(at.ui, 3), || questions::questions(at, &compared))
}

/// Nobody sees the reference answers yet.
fn hidden(at: &At) -> El {
    let ui = at.ui;
    let ask = ui.primary(message(Msg::AskReveal), ui.t(Key::ExerciseAskReveal));
    let box_of = el("div|empty")
        .kid(ui.heading(2, "t3", crate::dom::text(ui.t(Key::ExerciseReference))))
        .el(ui.p("measure", Key::ExerciseAskRevealText))
        .el(ask.attr("id", "reveal".into()));
    el("div")
        .el(box_of)
        .el_if(at.state.is_asking, || dialog(at))
}

/// Asks once; the safe choice has the focus, described by what is asked.
fn dialog(at: &At) -> El {
    let ui = at.ui;
    let keep = message(Msg::KeepHidden);
    let show = el("button|btn primary|type=button").click(ui.shell, message(Msg::Reveal));
    let safe =
        el("button|btn safe|type=button|aria-describedby=rev-p").click(ui.shell, keep.clone());
    let buttons = el("div|row")
        .el(show.t(ui, Key::ExerciseReveal))
        .el(safe.t(ui, Key::ExerciseKeepHidden));
    let body = el("div|stack")
        .el(el("h2|t3|id=rev-h").t(ui, Key::ExerciseSure))
        .el(el("p||id=rev-p").t(ui, Key::ExerciseAskRevealText))
        .el(buttons);
    el("dialog|dialog|aria-labelledby=rev-h")
        .on(
            crate::dom::Kind::Cancel,
            ui.shell,
            crate::dom::Send::Msg(keep),
        )
        .el(body)
}

fn shown(at: &At) -> El {
    let ui = at.ui;
    let title = el("span||id=reference|tabindex=-1").t(ui, Key::ExerciseReference);
    let title = ui.heading(2, "t3", title.html());
    let hide = ui.link(message(Msg::Hide), ui.t(Key::ExerciseHide));
    el("div|row between").kid(title).el(hide)
}

fn agreement(at: &At, compared: &Comparison) -> El {
    let ui = at.ui;
    el("section|section rule")
        .kid(ui.h(2, "t3", Key::ExerciseAgreement))
        .el(alpha(at, &compared.agreement))
        .el(ui.p("small muted measure", Key::ExerciseAlphaText))
}

/// The measure in words, or why there is none.
fn alpha(at: &At, agreement: &Agreement) -> El {
    let ui = at.ui;
    let Some(interval) = agreement.interval else {
        return ui.p("", Key::ExerciseAlphaNone);
    };
    let first = ui.fill(Key::ExerciseAlpha, &[("alpha", &hundredths(at, interval))]);
    let line = el("p").el(el("span|strong").text(first));
    match agreement.ordinal {
        Some(ordinal) => {
            let values = [("alpha", &*hundredths(at, ordinal))];
            let second = el("span|small muted").text(ui.fill(Key::ExerciseAlphaOrder, &values));
            line.text(" ".into()).el(second)
        }
        None => line,
    }
}

/// A measure of agreement, with two decimals at most.
pub(super) fn hundredths(at: &At, x: f64) -> Rc<str> {
    let rounded = (100.0 * x).round() / 100.0;
    // A minus before nothing would be odd.
    at.ui
        .format
        .hundredths(if rounded == 0.0 { 0.0 } else { rounded })
}

/// A table that can be scrolled by keyboard where it does not fit.
pub(super) fn table(at: &At, title: Key, heads: &[(Key, bool)], body: El) -> El {
    let ui = at.ui;
    let heads = table::named(ui, heads);
    table::scrolled(ui, el("table|tbl small"), ui.t(title), heads, body)
}

fn teams(at: &At, compared: &Comparison) -> El {
    let heads = [
        (Key::ExerciseTeam, false),
        (Key::ExerciseCompared, true),
        (Key::ExercisePoints, true),
        (Key::ExerciseLevels, true),
        (Key::ExerciseLean, true),
        (Key::ExerciseAgreementIn, true),
    ];
    let mut body = el("tbody");
    for row in &compared.teams {
        body = body.el(team(at, row));
    }
    el("section|section rule")
        .kid(at.ui.h(2, "t3", Key::ExerciseTeams))
        .el(table(at, Key::ExerciseTeams, &heads, body))
}

fn team(at: &At, row: &TeamRow) -> El {
    let people = at.ui.count(Key::ExercisePeople, row.team.people.len());
    let name = el("th||scope=row")
        .el(el("bdi").words(&row.team.name))
        .el(el("span|muted xs below").text(people));
    let agreed = row.agreement.interval.map(|alpha| hundredths(at, alpha));
    distance(at, el("tr").el(name), row.distance.as_ref()).el(value(agreed))
}

fn participants(at: &At, compared: &Comparison) -> El {
    let ui = at.ui;
    let heads = [
        (Key::ExerciseParticipant, false),
        (Key::ExerciseTeam, false),
        (Key::ExerciseCompared, true),
        (Key::ExercisePoints, true),
        (Key::ExerciseLevels, true),
        (Key::ExerciseLean, true),
    ];
    let most = FIRST + at.state.more;
    let mut body = el("tbody");
    for row in compared.participants.iter().take(most) {
        body = body.el(participant(at, compared, row));
    }
    let left = compared.participants.len().saturating_sub(most);
    el("section|section rule")
        .kid(ui.h(2, "t3", Key::ExerciseParticipants))
        .el(table(at, Key::ExerciseParticipants, &heads, body))
        .el_if(left > 0, || {
            let words = ui.count(Key::ExerciseMore, left.min(FIRST));
            ui.button(message(Msg::More), words)
        })
}

fn participant(at: &At, compared: &Comparison, row: &ParticipantRow) -> El {
    let name = at.ui.model.workshop().people.get(row.person);
    let name = name.map(|person| called(at, person));
    let team = compared.teams.iter().find(|team| Some(team.at) == row.team);
    let team = team.map(|team| team.team.name.clone());
    let line = el("tr")
        .el(el("th||scope=row").el(el("bdi").text(name.unwrap_or_default())))
        .el(el("td").el(el("bdi").words(&team.unwrap_or_else(|| "\u{2013}".into()))));
    distance(at, line, row.distance.as_ref())
}

/// What a person is called.
fn called(at: &At, person: &Person) -> AttrValue {
    let id = at.ui.whole(person.id as usize);
    match person.name.is_empty() {
        true => at.ui.fill(Key::ExercisePerson, &[("n", &id)]),
        false => person.name.clone().into(),
    }
}

/// The cells of a distance.
fn distance(at: &At, row: El, distance: Option<&Distance>) -> El {
    let ui = at.ui;
    let compared = distance.map(|d| ui.whole(d.questions));
    let points = distance.map(|d| ui.format.points(d.points));
    let levels = distance.map(|d| ui.format.points(d.levels));
    let lean = distance.map(|d| Rc::from(&*direction(at, d.lean)));
    row.el(value(compared))
        .el(value(points))
        .el(value(levels))
        .el(value(lean))
}

fn value(words: Option<Rc<str>>) -> El {
    el("td|n").words(&words.unwrap_or_else(|| "\u{2013}".into()))
}

/// Whether answers are higher or lower than the reference, and by how many points.
pub(super) fn direction(at: &At, points: f64) -> AttrValue {
    let ui = at.ui;
    let size = ui.format.points(points.abs());
    match points {
        x if x.abs() < 0.05 => ui.t(Key::ExerciseEqual),
        x if x > 0.0 => ui.fill(Key::ExerciseHigher, &[("points", &size)]),
        _ => ui.fill(Key::ExerciseLower, &[("points", &size)]),
    }
}
