//! What is about the device: the file menu, the other assessments, opening a file, the shared
//! computer. Notices and dialogs have files of their own.

mod dialog;
mod notice;
pub(super) mod reason;

pub(crate) use dialog::dialog;
pub(crate) use notice::notices;

use crate::dom::{el, text, El, Kind, Send};
use crate::effects::device::message;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::device::{Dialog, Msg, Row, Scope};
use gca_session::{Feature, Key, Persist};
use yew::{AttrValue, Html};

impl Ui<'_> {
    /// A button that sends a message about the device.
    fn act(&self, msg: Msg, key: Key) -> El {
        self.button(message(msg), self.t(key))
    }

    /// The name of an assessment, or what one without a name is called.
    fn named(&self, name: &str) -> AttrValue {
        if name.is_empty() {
            self.t(Key::DeviceUnnamed)
        } else {
            name.to_owned().into()
        }
    }

    /// A number of answers and one of notes, for the places of a text.
    fn holds(&self, key: Key, answers: usize, notes: usize) -> AttrValue {
        self.fill(
            key,
            &[
                ("answers", &self.count(Key::DeleteAnswers, answers)),
                ("notes", &self.count(Key::DeleteNotes, notes)),
            ],
        )
    }
}

/// A menu: `items` are its buttons.
fn menu(ui: &Ui, label: Option<AttrValue>, words: Key, items: Vec<(gca_session::Msg, Key)>) -> El {
    let mut summary = el("summary|btn sm").t(ui, words).kid(icon(Icon::Down));
    if let Some(label) = label {
        summary = summary.attr("aria-label", label);
    }
    let mut list = el("div|pop");
    for (msg, key) in items {
        list = list.el(el("button||type=button").click(ui.shell, msg).t(ui, key));
    }
    el("details|menu").el(summary).el(list)
}

/// The file menu in the header, and the field that chooses files, which nobody sees.
pub(crate) fn tools(ui: &Ui) -> El {
    let ask = |dialog, key| (message(Msg::Ask(dialog)), key);
    let mut items = Vec::new();
    let model = ui.model;
    let has = |feature| !model.hides(feature);
    if model.is_newer() {
        items.push((message(Msg::StopLooking), Key::MenuStop));
    } else if model.is_begun() && has(Feature::Files) {
        items.push(ask(Dialog::save(Scope::This), Key::MenuSave));
    }
    if has(Feature::Files) {
        items.push(ask(Dialog::Open, Key::MenuOpen));
    }
    if !model.is_looking() {
        items.push(ask(rename(ui, None), Key::MenuRename));
        if model.is_begun() {
            if has(Feature::Several) {
                items.push((message(Msg::New), Key::MenuNew));
                items.push((message(Msg::Again(None)), Key::DeviceAgain));
            }
            if has(Feature::Codes) {
                items.push(ask(Dialog::Share { is_made: false }, Key::MenuShare));
            }
        }
    }
    if has(Feature::Codes) {
        let (error, typed) = Default::default();
        items.push(ask(Dialog::Code { error, typed }, Key::MenuCode));
    }
    if model.is_begun() && !model.is_looking() {
        items.push((gca_session::Msg::AskDelete, Key::MenuDelete));
    }
    let field = el("input||type=file|id=file|multiple=multiple|hidden=hidden|tabindex=-1");
    el("div|tools")
        .el_if(!items.is_empty(), || menu(ui, None, Key::MenuFile, items))
        .el_if(has(Feature::Files), || field)
}

/// The dialog that names an assessment.
fn rename(ui: &Ui, row: Option<&Row>) -> Dialog {
    Dialog::Rename {
        id: row.map(|row| row.id.clone()),
        name: row.map_or(ui.model.name(), |row| &row.name).clone(),
        is_long: false,
    }
}

/// The other assessments on this device.
pub(crate) fn others(ui: &Ui) -> Html {
    let model = ui.model;
    let is_nothing_kept = !model.is_begun() && model.rows().is_empty();
    let rows = model.rows();
    let is_several = !model.hides(Feature::Several);
    // A page that wants one assessment still shows what is there: a file that was opened, an earlier visit.
    let is_alone = rows.is_empty() && !is_several;
    if !model.keeps_several() || is_nothing_kept || is_alone || !model.is_kept_here() {
        return Html::default();
    }
    let has_files = !model.hides(Feature::Files);
    let total = rows.len() + usize::from(model.is_begun());
    let mut list = el("ul|lines saved");
    for row in rows.iter() {
        list = list.el(entry(ui, row));
    }
    let new = ui.act(Msg::New, Key::MenuNew);
    let all = ui.link(
        message(Msg::Ask(Dialog::DeleteAll)),
        ui.t(Key::DeviceDeleteAll),
    );
    let buttons = el("div|row after")
        .el_if(model.is_begun() && is_several, || new)
        .el_if(total > 1 && has_files, || {
            ui.link(
                message(Msg::Ask(Dialog::save(Scope::All))),
                ui.t(Key::DeviceSaveAll),
            )
        })
        .el(all);
    let heading = if model.is_begun() {
        Key::DeviceOthers
    } else {
        Key::DeviceHere
    };
    el("section|section")
        .kid(ui.h(1, "t2", heading))
        .el_if(rows.is_empty(), || ui.p("muted", Key::DeviceFresh))
        .el_if(!rows.is_empty(), || list)
        .el(buttons)
        .html()
}

fn entry(ui: &Ui, row: &Row) -> El {
    let name = ui.named(&row.name);
    let mut facts = el("p|small muted");
    if row.saved_at > 0.0 {
        let date = ui.format.date(row.saved_at);
        facts = facts.text(ui.fill(Key::DeviceSaved, &[("date", &date)]));
    }
    let mut more = vec![];
    let ask = |dialog, key| (message(Msg::Ask(dialog)), key);
    if row.snapshot.is_some() {
        let percent = ui.format.percent(row.coverage);
        facts = facts
            .space()
            .text(ui.fill(Key::DeviceAnswered, &[("percent", &percent)]))
            .space()
            .el_if(!ui.model.hides(Feature::Results), || {
                el("span").text(score(ui, row))
            })
            .space()
            .el_if(row.is_weighted && row.points.is_some(), || {
                el("strong").t(ui, Key::WeightsBadge)
            });
        more.push(ask(rename(ui, Some(row)), Key::MenuRename));
        if !ui.model.hides(Feature::Several) {
            more.push((message(Msg::Again(Some(row.id.clone()))), Key::DeviceAgain));
        }
        if !ui.model.hides(Feature::Files) {
            let scope = Scope::Other(row.id.clone());
            more.push(ask(Dialog::save(scope), Key::MenuSave));
        }
    } else if row.newer {
        facts = facts.space().t(ui, Key::DeviceNewer);
    } else {
        facts = facts.space().t(ui, Key::DeviceDamaged);
    }
    more.push(ask(Dialog::Delete(row.id.clone()), Key::MenuDelete));
    let open = || {
        let label = ui.fill(Key::DeviceOpenLabel, &[("name", &name)]);
        ui.act(Msg::Open(row.id.clone()), Key::DeviceOpen)
            .class(AttrValue::Static("btn sm"))
            .attr("aria-label", label)
    };
    let label = ui.fill(Key::MenuMoreLabel, &[("name", &name)]);
    let buttons = el("div|row").el_if(row.snapshot.is_some(), open).el(menu(
        ui,
        Some(label),
        Key::MenuMore,
        more,
    ));
    let words = el("div")
        .kid(ui.heading(2, "strong", bidi(name.clone())))
        .el(facts);
    el("li").el(words).el(buttons)
}

/// Words of a user, whose direction must not reach beyond them.
fn bidi(words: AttrValue) -> Html {
    el("bdi").text(words).html()
}

fn score(ui: &Ui, row: &Row) -> AttrValue {
    let known = row.points.zip(row.stage);
    let Some((points, stage)) = known else {
        return ui.t(Key::DeviceNoScore);
    };
    let key = match points.coverage > 1.0 - 1e-9 {
        true => Key::DeviceScore,
        false if row.is_provisional => Key::DeviceProvisional,
        false => Key::DeviceScoreOpen,
    };
    let score = ui.score(points.score().unwrap_or_default());
    let (range, stage) = (ui.range(points), ui.stage(stage));
    let values = [("score", &*score), ("range", &range), ("stage", &stage)];
    ui.fill(key, &values)
}

/// The title of what can be gone on with.
pub(crate) fn resume_title(ui: &Ui) -> Html {
    if ui.model.name().is_empty() {
        let key = match ui.model.is_looking() {
            true => Key::StartRead,
            false => Key::StartResume,
        };
        return ui.h(1, "t3", key);
    }
    let words = ui.model.catalog().text(Key::DeviceContinue);
    let words = ui.rich(&words, &[("name", bidi(ui.named(ui.model.name())))]);
    ui.heading(1, "t3", words)
}

/// What can be done with it besides going on.
pub(crate) fn resume_links(ui: &Ui) -> Html {
    if !ui.model.is_kept_here() {
        return Html::default();
    }
    let rename = ui.link(message(Msg::Ask(rename(ui, None))), ui.t(Key::MenuRename));
    let delete = ui.link(gca_session::Msg::AskDelete, ui.t(Key::StartDelete));
    crate::dom::all(vec![
        rename.html(),
        delete.attr("id", "delete".into()).html(),
    ])
}

/// Where a file is dropped or chosen.
fn drop(ui: &Ui) -> El {
    let words = ui.model.catalog().text(Key::OpenDrop);
    let ending = el("code").text(AttrValue::Static(".gca.json")).html();
    let beside = if ui.model.keeps_several() {
        Key::OpenBeside
    } else {
        Key::OpenInstead
    };
    el("div|drop|part=drop")
        .el(el("p").kid(ui.rich(&words, &[("ending", ending)])))
        .el(ui.p("small muted", beside))
        .el(ui.act(Msg::Pick, Key::OpenChoose))
}

/// Opening a saved file, on the start page.
pub(crate) fn opening(ui: &Ui) -> El {
    el("section|stack")
        .kid(ui.h(1, "t2", Key::OpenTitle))
        .el(drop(ui))
}

/// The switch of who shares a computer.
pub(crate) fn shared(ui: &Ui) -> Html {
    let model = ui.model;
    let is_kept = model.persist() != Persist::None && model.is_kept_here();
    if !is_kept && !model.is_shared() {
        return Html::default();
    }
    let on = model.is_shared();
    let field = el("input||type=checkbox|id=shared|aria-describedby=shared-p")
        .checked(on)
        .on(Kind::Change, ui.shell, Send::Msg(message(Msg::Shared(!on))));
    let label = el("label|choice")
        .el(field)
        .el(el("span").t(ui, Key::SharedLabel));
    el("section|stack")
        .kid(ui.h(1, "t2", Key::SharedTitle))
        .el(label)
        .el(el("p|small muted|id=shared-p").t(ui, Key::SharedHint))
        .html()
}

/// A text with a name of the user in bold.
fn told(ui: &Ui, words: &str, name: &str) -> El {
    let name = el("strong").kid(bidi(name.to_owned().into())).html();
    el("p").kid(ui.rich(words, &[("name", name)]))
}

fn word(words: AttrValue) -> Html {
    text(words)
}
