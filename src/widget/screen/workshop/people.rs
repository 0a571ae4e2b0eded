//! Who is in the room, and how their answers come in.

mod arrivals;
mod paper;

use crate::dom::{el, El, Kind, Send};
use crate::effects::workshop::{message, people as say};
use crate::icon::{icon, Icon};
use crate::screen::hand_in::groups;
use crate::table;
use crate::ui::Ui;
use gca_engine::{assess, Assessment};
use gca_session::keeper::Trouble;
use gca_session::whole::workshop::people::{Camera, Msg, SHOWN};
use gca_session::whole::workshop::{Msg as Room, Person};
use gca_session::{Key, Persist, WholeMsg};
use std::rc::Rc;
use yew::{AttrValue, Html};

pub(super) fn people(ui: &Ui) -> El {
    let workshop = ui.model.workshop();
    let state = &workshop.people_state;
    if let Some(paper) = &state.paper {
        return paper::paper(ui, paper);
    }
    el("div")
        .kid(trouble(ui))
        .el(add(ui))
        .el_if(!state.arrivals.is_empty(), || arrivals::arrivals(ui))
        .el(list(ui))
        .el(keeping(ui))
        .el_if(state.is_deleting, || deleting(ui))
        .el(groups(ui))
}

/// What somebody is called.
pub(crate) fn name_of(ui: &Ui, person: &Person) -> AttrValue {
    match person.name.trim() {
        "" => ui.fill(Key::PeoplePerson, &[("n", &ui.whole(person.id as usize))]),
        name => name.to_owned().into(),
    }
}

/// Why the workshop is not kept, and what to do.
fn trouble(ui: &Ui) -> Html {
    let notice = el("div|notice warn|part=notice|role=alert").kid(icon(Icon::Warn));
    match ui.model.workshop().trouble {
        None if ui.model.persist() == Persist::None => {
            let notice = el("div|notice|part=notice|role=status").kid(icon(Icon::Info));
            notice.el(ui.p("", Key::WorkshopMemory)).html()
        }
        None => Html::default(),
        Some(Trouble::Elsewhere) => {
            let buttons = el("div|row")
                .el(ui.button(message(Room::Theirs), ui.t(Key::WorkshopTheirs)))
                .el(ui.button(message(Room::Mine), ui.t(Key::WorkshopMine)));
            let words = el("div")
                .el(ui.p("strong", Key::WorkshopElsewhere))
                .el(buttons);
            notice.el(words).html()
        }
        Some(_) => {
            let save = ui.button(say(Msg::Save), ui.t(Key::PeopleSave));
            let words = el("div").el(ui.p("strong", Key::WorkshopUnsaved)).el(save);
            notice.el(words).html()
        }
    }
}

fn add(ui: &Ui) -> El {
    let state = &ui.model.workshop().people_state;
    let files = el("div|drop|part=drop")
        .el(ui.p("", Key::PeopleDrop))
        .el(ui.button(say(Msg::Pick), ui.t(Key::PeopleChoose)));
    let field = el("textarea|input|id=codes|rows=3|dir=ltr|spellcheck=false|autocomplete=off|aria-describedby=codes-p");
    let send = Send::Typed("#codes", |text| {
        WholeMsg::Workshop(Room::People(Msg::Codes(text)))
    });
    let codes = el("form|stack-s|novalidate=novalidate")
        .on(Kind::Submit, ui.shell, send)
        .el(el("label|label|for=codes").t(ui, Key::PeoplePaste))
        .el(el("p|hint muted small|id=codes-p").t(ui, Key::PeoplePasteHint))
        .el(field)
        .el(el("button|btn|type=submit|part=button").t(ui, Key::PeopleTake));
    let on = matches!(state.camera, Camera::Asked | Camera::On);
    let camera = ui.button(
        say(Msg::Camera(!on)),
        ui.t(match on {
            true => Key::PeopleCameraStop,
            false => Key::PeopleCamera,
        }),
    );
    let paper = ui.button(
        say(Msg::Paper(gca_session::whole::workshop::paper::Msg::Begin)),
        ui.t(Key::PeoplePaper),
    );
    let paper = paper.attr("id", AttrValue::Static("paper"));
    let says = match state.camera {
        Camera::Off => AttrValue::default(),
        Camera::Asked => ui.t(Key::PeopleCameraAsked),
        Camera::On => ui.t(Key::PeopleCameraOn),
        Camera::Refused => ui.t(Key::PeopleCameraRefused),
        Camera::Missing => ui.t(Key::PeopleCameraMissing),
    };
    let video =
        || el("video|camera|id=camera|muted=muted|playsinline=playsinline|aria-hidden=true");
    el("section|section")
        .kid(ui.h(1, "t2", Key::PeopleAdd))
        .el(el("div|cols two").el(files).el(codes))
        .el(el("div|row after").el(camera).el(paper))
        .el(el("p|small|role=status").text(says))
        .el_if(on, video)
}

fn list(ui: &Ui) -> El {
    let workshop = ui.model.workshop();
    let n = workshop.people.len();
    let counted = workshop.people.iter().filter(|person| person.is_in).count();
    let shown = (SHOWN + workshop.people_state.more).min(n);
    let heads = [
        (Key::PeopleName, false),
        (Key::PeopleGroup, false),
        (Key::PeopleAnswered, true),
        (Key::ResultsKeyScore, true),
        (Key::PeopleIn, false),
    ];
    let heads = table::named(ui, &heads).el(el("td"));
    let mut body = el("tbody");
    for (at, person) in workshop.people.iter().enumerate().take(shown) {
        body = body.el(row(ui, at, person));
    }
    let title = ui.t(Key::PeopleTitle);
    let scroll = table::scrolled(ui, el("table|tbl people"), title, heads, body);
    let more = || {
        let words = ui.count(Key::PeopleMore, SHOWN.min(n - shown));
        el("p|after").el(ui.button(say(Msg::More), words))
    };
    let removed = || {
        let name = workshop.people_state.removed.as_ref();
        let name = name.map(|(_, person)| name_of(ui, person));
        let words = ui.fill(Key::PeopleRemoved, &[("name", &name.unwrap_or_default())]);
        el("div|row small|role=status")
            .el(el("bdi||id=gone").text(words))
            .el(ui
                .link(say(Msg::PutBack), ui.t(Key::EvidencePutBack))
                .attr("aria-describedby", AttrValue::Static("gone"))
                .attr("id", AttrValue::Static("put-back")))
    };
    let title = el("span||id=people-h|tabindex=-1").t(ui, Key::PeopleTitle);
    el("section|section rule")
        .kid(ui.heading(1, "t2", title.html()))
        .el(el("p|sub muted").text(match n {
            0 => ui.t(Key::PeopleNone),
            _ => ui.count(Key::PeopleCount, counted),
        }))
        .el_if(workshop.people_state.removed.is_some(), removed)
        .el_if(n > 0, || scroll)
        .el_if(shown < n, more)
}

fn row(ui: &Ui, at: usize, person: &Person) -> El {
    let name = name_of(ui, person);
    let bank = ui.model.whole_bank();
    let Assessment { overall, .. } = assess(bank, &person.answers);
    let points = overall.map(|overall| overall.points);
    let score = match points {
        Some(points) if !ui.model.hides(gca_session::Feature::Results) => ui.headline(points),
        _ => ui.t(Key::ResultsNoneShort),
    };
    let label = |key| ui.fill(key, &[("name", &name)]);
    let text = |value: &Rc<str>, key, made: fn(usize, Rc<str>) -> WholeMsg| {
        el("input|input small|type=text|dir=auto|autocomplete=off|maxlength=120")
            .attr("aria-label", label(key))
            .value(value.clone().into())
            .on(Kind::Input, ui.shell, Send::Value(at, made))
    };
    let named = text(&person.name, Key::PeopleNameOf, |at, text| {
        WholeMsg::Workshop(Room::People(Msg::Name(at, text)))
    });
    let named = named.attr("placeholder", name.clone());
    let group = text(&person.group, Key::PeopleGroupOf, |at, text| {
        WholeMsg::Workshop(Room::People(Msg::Group(at, text)))
    });
    let counts = el("input|hit|type=checkbox")
        .attr("aria-label", label(Key::PeopleInOf))
        .checked(person.is_in)
        .on(
            Kind::Change,
            ui.shell,
            Send::Msg(say(Msg::Count(at, !person.is_in))),
        );
    let remove = ui
        .link(say(Msg::Remove(at)), ui.t(Key::CompareRemove))
        .attr("aria-label", label(Key::CompareRemoveLabel));
    let values = [
        ("n", &*ui.whole(person.answers.len())),
        ("total", &*ui.whole(bank.questions().len())),
    ];
    // Fields of somebody else are other fields.
    let key = ui.model.workshop().people_state.set * 100_000 + person.id as usize;
    el("tr")
        .el(el("th||scope=row").el(named))
        .el(el("td").el(group.attr("list", AttrValue::Static("groups"))))
        .el(el("td|n").text(ui.fill(Key::ReviewOf, &values)))
        .el(el("td|n").text(score))
        .el(el("td").el(counts))
        .el(el("td").el(remove))
        .key(key)
}

/// The workshop as a file, and its end.
fn keeping(ui: &Ui) -> El {
    let workshop = ui.model.workshop();
    let saved = workshop.people_state.saved.as_ref();
    let saved = saved.map(|name| ui.fill(Key::ReportSaved, &[("name", name)]));
    let delete = || {
        ui.link(say(Msg::AskDelete), ui.t(Key::PeopleDelete))
            .attr("id", AttrValue::Static("delete-room"))
    };
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::PeopleKeep))
        .el(ui.p("sub muted measure", Key::PeopleKeepText))
        .el(el("div|row")
            .el(ui.button(say(Msg::Save), ui.t(Key::PeopleSave)))
            .el(el("span|small|role=status").text(saved.unwrap_or_default()))
            .el_if(!workshop.people.is_empty(), delete))
}

fn deleting(ui: &Ui) -> El {
    let buttons = el("div|row")
        .el(ui
            .button(say(Msg::KeepAll), ui.t(Key::DialogCancel))
            .class(AttrValue::Static("btn safe"))
            .attr("aria-describedby", AttrValue::Static("dlg-wp")))
        .el(ui
            .button(say(Msg::Delete), ui.t(Key::PeopleDelete))
            .class(AttrValue::Static("btn danger")));
    el("dialog|dialog|aria-labelledby=dlg-w")
        .on(Kind::Cancel, ui.shell, Send::Msg(say(Msg::KeepAll)))
        .el(el("div|stack")
            .el(el("h2|t3|id=dlg-w").t(ui, Key::PeopleDeleteTitle))
            .el(el("p||id=dlg-wp").t(ui, Key::PeopleDeleteText))
            .el(buttons))
}
