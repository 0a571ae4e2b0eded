//! This assessment beside others.

pub(in crate::screen) mod aims;
mod answers;
mod changes;
pub(in crate::screen) mod marks;
mod picked;
mod reference;
mod timeline;

use crate::dom::{el, El};
use crate::effects::device::message as device;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::compare::{change, others, Compared, Comparison, Msg, Other};
use gca_session::whole::device as dev;
use gca_session::whole::results::COMPARE_PARTS;
use gca_session::{Feature, Key, Msg as Any, WholeMsg};
use yew::{AttrValue, Html};

/// A message about comparing.
fn message(msg: Msg) -> Any {
    Any::Whole(WholeMsg::Compare(msg))
}

pub(crate) fn compare(ui: &Ui) -> Html {
    let others = others(ui.model);
    let comparison = change(ui.model);
    let compared = comparison.as_ref().and_then(|c| c.compared.as_ref());
    let parts = ui.model.unfolded();
    let mut page = ui
        .page(el("div|page|part=page"))
        .el(head(ui, comparison.as_ref()))
        .el(picked::picked(ui, &others));
    page = page.el_if(others.is_empty(), || empty(ui));
    page = match &comparison {
        Some(comparison) if parts > 0 => page.el(basis(ui, comparison)),
        _ => page.kid(Html::default()),
    };
    let answers = |comparison, on: bool| match on {
        true => answers::answers(ui, comparison),
        false => Html::default(),
    };
    page = match (&comparison, compared) {
        (Some(comparison), Some(compared)) => {
            let about = about(ui, comparison);
            page.el_if(parts > 0, || facts(ui, compared))
                .el_if(parts > 0, || changes::areas(ui, compared, &about))
                .el_if(parts > 1, || changes::indicators(ui, compared, &about))
                .kid(answers(comparison, parts > 1))
        }
        (Some(comparison), None) => page.kid(answers(comparison, parts > 1)),
        _ => page.kid(Html::default()),
    };
    let is_whole = parts >= COMPARE_PARTS;
    let waiting = || el("div|section rule|aria-hidden=true").el(el("span|skel box"));
    page.el_if(is_whole, || aims::aims(ui))
        .el_if(is_whole, || reference::reference(ui))
        .kid(match is_whole {
            true => timeline::timeline(ui),
            false => Html::default(),
        })
        .el_if(!is_whole, waiting)
        .html()
}

fn head(ui: &Ui, comparison: Option<&Comparison>) -> El {
    let words = el("div|stack-s")
        .kid(ui.title(ui.t(Key::NavCompare)))
        .el(el("p|lead").text(lead(ui, comparison)));
    let add = ui.button(device(dev::Msg::Pick), ui.t(Key::CompareAdd));
    let add = add
        .attr("id", AttrValue::Static("add"))
        .attr("aria-describedby", AttrValue::Static("add-p"));
    let add = el("div|drop|part=drop")
        .el(add)
        .el(el("p|small muted|id=add-p").t(ui, Key::CompareAddHint));
    let has_files = !ui.model.hides(Feature::Files);
    el("div|page-head split wide-drop")
        .el(words)
        .el_if(has_files, || add)
}

/// What a picture of a change must say, since it leaves the page.
fn about(ui: &Ui, comparison: &Comparison) -> changes::About {
    let with = &comparison.with;
    let name = match ui.model.is_unnamed() {
        true => ui.t(Key::CompareThen),
        false => name_of(ui, with),
    };
    let other = match with.saved > 0.0 {
        true => {
            let values = [("what", &*name), ("date", &*ui.format.day(with.saved))];
            ui.fill(Key::ReportRunning, &values)
        }
        false => name,
    };
    changes::About {
        reading: crate::chart::words(&lead(ui, Some(comparison))),
        other: crate::chart::words(&other),
    }
}

/// The finding in a sentence.
fn lead(ui: &Ui, comparison: Option<&Comparison>) -> AttrValue {
    let Some(comparison) = comparison else {
        return ui.t(Key::CompareLead);
    };
    let Some(compared) = &comparison.compared else {
        return ui.t(Key::CompareLeadNothing);
    };
    let by = compared.overall.difference();
    let points = marks::size(ui, by);
    let values = [("points", &*points)];
    match marks::direction(by) {
        1 => ui.fill(Key::CompareRose, &values),
        -1 => ui.fill(Key::CompareFell, &values),
        _ => ui.t(Key::CompareSame),
    }
}

/// There is nothing yet to compare with.
fn empty(ui: &Ui) -> El {
    let again = || ui.button(device(dev::Msg::Again(None)), ui.t(Key::DeviceAgain));
    let can_begin = !ui.model.hides(Feature::Several);
    el("div|empty")
        .kid(ui.h(1, "t3", Key::CompareNone))
        .el(ui.p("measure", Key::CompareNoneText))
        .el_if(
            ui.model.is_begun() && !ui.model.is_looking() && can_begin,
            again,
        )
}

/// What the comparison rests on.
fn basis(ui: &Ui, comparison: &Comparison) -> El {
    let mut words = el("p|small measure");
    let is_thin = match &comparison.compared {
        Some(compared) => {
            let percent = ui.format.percent(compared.coverage);
            let shared = ui.model.catalog().fill_plural(
                Key::CompareShared,
                compared.questions,
                &[("n", &ui.whole(compared.questions)), ("percent", &percent)],
            );
            words = words.words(&shared);
            compared.is_thin
        }
        None => {
            words = words.t(ui, Key::CompareNothingShared);
            true
        }
    };
    for (key, n) in [
        (Key::CompareOnlyNow, comparison.only_now),
        (Key::CompareOnlyThen, comparison.only_then),
    ] {
        if n > 0 {
            words = words.space().text(ui.count(key, n));
        }
    }
    if comparison.compared.is_some() && is_thin {
        words = words.space().el(el("strong").t(ui, Key::CompareThin));
    }
    let report = &comparison.report;
    if let Some(version) = &report.other_version {
        words = words
            .space()
            .text(ui.fill(Key::CompareVersion, &[("version", version)]));
    }
    if !report.kept_aside.is_empty() {
        let n = report.kept_aside.len();
        words = words.space().text(ui.count(Key::CompareAside, n));
    }
    let notice = if is_thin {
        el("div|notice warn|part=notice").kid(icon(Icon::Warn))
    } else {
        el("div|notice|part=notice").kid(icon(Icon::Info))
    };
    notice.el(el("div").el(words))
}

fn facts(ui: &Ui, compared: &Compared) -> El {
    use crate::screen::review::fact;
    let overall = compared.overall;
    let (rose, fell, same) = compared.counts();
    let mut facts = el("dl|facts facts-in");
    for (key, value) in [
        (Key::CompareThen, ui.score(overall.then)),
        (Key::CompareNow, ui.score(overall.now)),
        (Key::CompareChange, marks::signed(ui, overall.difference())),
        (Key::CompareUp, ui.whole(rose)),
        (Key::CompareDown, ui.whole(fell)),
        (Key::CompareLevel, ui.whole(same)),
    ] {
        facts = facts.el(fact(ui, key, value.into()));
    }
    facts
}

/// What an assessment is called: its name, its file, or what one without either is called.
fn called(ui: &Ui, name: &str, file: &str) -> AttrValue {
    match (name, file) {
        ("", "") => ui.t(Key::DeviceUnnamed),
        ("", file) => file.to_owned().into(),
        (name, _) => name.to_owned().into(),
    }
}

/// The same of one that can be compared with.
fn name_of(ui: &Ui, other: &Other) -> AttrValue {
    called(ui, &other.name, &other.file)
}
