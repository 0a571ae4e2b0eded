//! Other weights: the badge that says so, and where they are changed.

use super::message;
use crate::dom::{el, El, Kind, Send};
use crate::icon::{icon, Icon};
use crate::screen::results::why::name;
use crate::ui::Ui;
use gca_engine::{Node, Points};
use gca_session::whole::results::{choices, weighting, Msg as Do, WeightRow, Weighting};
use gca_session::{Focus, Key};
use std::rc::Rc;
use yew::{AttrValue, Html};

fn score(ui: &Ui, points: Option<Points>) -> AttrValue {
    match points {
        Some(points) => ui.headline(points),
        None => ui.t(Key::ResultsNoneShort),
    }
}

/// That these are not the standard weights, with the way back.
pub(super) fn badge(ui: &Ui) -> Html {
    if ui.model.has_standard_weights() {
        return Html::default();
    }
    let found = weighting(ui.model);
    let standard = score(ui, found.standard);
    let words = el("div|stack-s")
        .el(el("p|strong").t(ui, Key::WeightsBadge))
        .el(el("p").text(ui.fill(Key::WeightsBadgeText, &[("score", &standard)])))
        .el_if(!ui.model.is_looking(), || back(ui, Focus::Heading));
    el("div|notice warn weighted|part=notice")
        .kid(icon(Icon::Info))
        .el(words)
        .html()
}

/// The one click back; the focus goes where it is not lost.
fn back(ui: &Ui, focus: Focus) -> El {
    let button = ui.button(message(Do::Standard(focus)), ui.t(Key::WeightsReturn));
    el("div|row").el(button)
}

pub(super) fn section(ui: &Ui) -> El {
    let shown = ui.model.shows_weights();
    let show = ui.button(message(Do::ShowWeights(!shown)), ui.t(Key::WeightsShow));
    let show = show
        .attr("id", "weights".into())
        .flag("aria-expanded", shown);
    // Some three hundred choices: drawn when they are wanted.
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::WeightsTitle))
        .el(ui.p("sub muted measure", Key::WeightsLead))
        .el(show)
        .el_if(shown, || fields(ui))
}

fn fields(ui: &Ui) -> El {
    let found = weighting(ui.model);
    let mut list = el("div|weights").el(group(ui, found.areas.iter().map(|(area, _)| area)));
    for (area, indicators) in &found.areas {
        let words = el("span").text(name(ui, area.node, &area.label));
        let count = el("span|muted").text(ui.count(Key::StartIndicators, indicators.len()));
        let part = el("details|disc")
            .el(el("summary").el(words).space().el(count))
            .el(group(ui, indicators.iter()));
        list = list.el(part);
    }
    let is_other = !ui.model.has_standard_weights();
    el("div|stack-s after")
        .el(el("p|small strong|role=status").text(now(ui, &found)))
        .el(list)
        .el_if(is_other, || back(ui, Focus::Weights))
}

fn now(ui: &Ui, found: &Weighting) -> AttrValue {
    let (now, standard) = (score(ui, found.now), score(ui, found.standard));
    if ui.model.has_standard_weights() {
        return ui.fill(Key::WeightsNowStandard, &[("score", &now)]);
    }
    let values = [("score", &*now), ("standard", &*standard)];
    ui.fill(Key::WeightsNow, &values)
}

fn group<'a>(ui: &Ui, rows: impl Iterator<Item = &'a WeightRow>) -> El {
    let mut list = el("ul|lines small");
    for row in rows {
        let share = match row.share {
            Some(share) => ui.format.share(share),
            None => Rc::from(&*ui.t(Key::ResultsNaShort)),
        };
        let id = id(row.node);
        let words = el("label").attr("for", id.clone());
        let item = el("li")
            .el(words.text(name(ui, row.node, &row.label)))
            .el(field(ui, row, id))
            .el(el("span|num muted").words(&share));
        list = list.el(item);
    }
    list
}

fn id(node: Node) -> AttrValue {
    let (kind, at) = match node {
        Node::Area(at) => ("wa", at),
        Node::Indicator(at) => ("wi", at),
        Node::Question(at) => ("wq", at),
        Node::Overall => ("w", 0),
    };
    [kind, &crate::format::integer(at)].concat().into()
}

/// A choice of weights. Made anew when weights came from elsewhere: a field that was used keeps its
/// choice, whatever its markup says.
fn field(ui: &Ui, row: &WeightRow, id: AttrValue) -> El {
    let mut field =
        el("select|input")
            .attr("id", id)
            .on(Kind::Change, ui.shell, Send::Weigh(row.node));
    for weight in choices(row) {
        let shown = ui.format.plain(weight);
        let words = if weight == row.standard {
            ui.fill(Key::WeightsStandard, &[("weight", &shown)])
        } else {
            shown.into()
        };
        let value = js_sys::Number::from(weight).to_string_with_radix(10);
        let value = value.map(String::from).unwrap_or_default();
        let option = el("option").attr("value", value.into()).attr_if(
            weight == row.weight,
            "selected",
            "selected",
        );
        field = field.el(option.label(words));
    }
    field.key(ui.model.weights_set())
}
