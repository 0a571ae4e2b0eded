//! The start: what it is, where to begin or go on, what happens to the answers.

#[cfg(feature = "whole")]
use super::device;
use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::view::rail;
#[cfg(feature = "whole")]
use gca_session::whole::words::has_words;
#[cfg(feature = "whole")]
use gca_session::{Feature, Screen};
use gca_session::{Key, Mode, Msg, Persist, Saving};
use yew::Html;

pub(crate) fn start(ui: &Ui) -> Html {
    let stays = el("p")
        .kid(icon(Icon::Lock))
        .space()
        .el(el("strong").t(ui, Key::StartStay))
        .space()
        .t(
            ui,
            match ui.shell.is_told {
                true => Key::StartTold,
                false => Key::StartNobody,
            },
        );
    let head = el("div|page-head")
        .kid(ui.title(ui.t(Key::StartTitle)))
        .el(ui.p("lead", Key::StartLead))
        .el(stays);
    let mut rules = el("ul|blist stack-s");
    for rule in ui.model.texts().instructions.split('\n') {
        rules = rules.el(el("li").text(rule.to_owned().into()));
    }
    let rules = el("section|stack")
        .kid(ui.h(1, "t2", Key::StartRules))
        .el(rules);
    let below = el("div|section rule cols two").el(rules);
    #[cfg(feature = "whole")]
    let below = below.el_if(
        ui.model.is_kept_here() && !ui.model.hides(Feature::Files),
        || device::opening(ui),
    );
    let below = below.el(privacy(ui));
    #[cfg(feature = "whole")]
    let below = below.kid(device::shared(ui));
    let page = ui.page(el("div|page|part=page")).el(head).kid(resume(ui));
    #[cfg(feature = "whole")]
    let page = page.kid(device::others(ui));
    let draft = ui.t(Key::LanguageDraft);
    // Where only one version is asked and it is begun, there is nothing left to choose.
    let both = ui.model.quick_count() > 0 && ui.model.only_mode().is_none();
    #[cfg(feature = "whole")]
    let is_read = ui.model.is_looking();
    #[cfg(not(feature = "whole"))]
    let is_read = false;
    let page = page
        .el_if(!is_read && (both || !ui.model.is_begun()), || {
            modes(ui, both)
        })
        .el(covers(ui))
        .el(below);
    #[cfg(feature = "whole")]
    let page = page.el_if(has_words(ui.model), || super::question::all_words(ui));
    page.el_if(!draft.is_empty(), || {
        el("p|section small muted").text(draft)
    })
    .html()
}

fn resume(ui: &Ui) -> Html {
    let model = ui.model;
    #[cfg(feature = "whole")]
    if !model.is_begun() && model.is_looking() {
        // There is nothing to begin here, but the questions can be read.
        let go = ui.primary(Msg::Go(Screen::Questions), ui.t(Key::ResultsEmptyButton));
        return el("div|row after").el(go).html();
    }
    if !model.is_begun() {
        return Html::default();
    }
    let (mut done, mut total) = (0, 0);
    for area in rail(model) {
        done += area.done;
        total += area.total;
    }
    let values = [("done", &*ui.whole(done)), ("total", &*ui.whole(total))];
    let mut words = el("p|small").text(ui.fill(Key::StartDone, &values));
    if let (Saving::Saved(at), Persist::Local) = (model.saving(), model.persist()) {
        let saved = ui.fill(Key::StartSaved, &[("date", &ui.format.date(at))]);
        words = words.space().text(saved);
    }
    let onwards = Key::StartContinue;
    #[cfg(feature = "whole")]
    let onwards = match model.is_looking() {
        true => Key::StartSee,
        false => onwards,
    };
    let buttons = el("div|row").el(ui.primary(Msg::Continue, ui.t(onwards)));
    #[cfg(feature = "whole")]
    let buttons = buttons.kid(device::resume_links(ui));
    #[cfg(not(feature = "whole"))]
    let buttons = buttons.el(ui
        .link(Msg::AskDelete, ui.t(Key::StartDelete))
        .attr("id", "delete".into()));
    #[cfg(feature = "whole")]
    let title = device::resume_title(ui);
    #[cfg(not(feature = "whole"))]
    let title = ui.h(1, "t3", Key::StartResume);
    el("section|resume|part=resume")
        .el(el("div").kid(title).el(words))
        .el(buttons)
        .html()
}

fn modes(ui: &Ui, both: bool) -> El {
    let model = ui.model;
    let (quick, whole) = (model.quick_count(), model.whole_count());
    let heading = if model.is_begun() {
        Key::StartChoose
    } else {
        Key::StartNew
    };
    let mut cards = el("div|modes");
    for (mode, n, keys) in [
        (
            Mode::Full,
            whole,
            [
                Key::AppFull,
                Key::StartFullMeta,
                Key::StartFullText,
                Key::StartFullButton,
            ],
        ),
        (
            Mode::Quick,
            quick,
            [
                Key::AppQuick,
                Key::StartQuickMeta,
                Key::StartQuickText,
                Key::StartQuickButton,
            ],
        ),
    ] {
        if n == 0 || model.only_mode().is_some_and(|only| only != mode) {
            continue;
        }
        let [title, meta, words, button] = keys;
        let begin = Msg::Start(mode);
        // One filled button a page: the full assessment, unless there is one to go on with.
        let button = if mode == Mode::Full && !model.is_begun() {
            ui.primary(begin, ui.t(button))
        } else {
            ui.button(begin, ui.t(button))
        };
        let card = el("div|mode|part=panel")
            .kid(ui.h(2, "t3", title))
            .el(el("p|muted small num").text(ui.count(meta, n)))
            .el(ui.p("", words))
            .el(button);
        cards = cards.el(card);
    }
    el("section|section")
        .kid(ui.h(1, "t2", heading))
        .el(cards)
        .el_if(both, || ui.p("small muted after", Key::StartShared))
}

fn covers(ui: &Ui) -> El {
    let bank = ui.model.bank();
    let mut list = el("ol|areas");
    for area in bank.areas() {
        let texts = ui
            .model
            .texts()
            .areas
            .get(area.source)
            .cloned()
            .unwrap_or_default();
        let indicators = bank.indicators_of(area);
        let questions = indicators.iter().map(|i| i.questions.len()).sum();
        let counts = ui.fill(
            Key::StartCounts,
            &[
                (
                    "indicators",
                    &ui.count(Key::StartIndicators, indicators.len()),
                ),
                ("questions", &ui.count(Key::StartQuestions, questions)),
            ],
        );
        let number = el("span|area-n|aria-hidden=true").words(&ui.whole(area.source + 1));
        let item = el("li|area")
            .el(number)
            .kid(ui.heading(2, "strong", crate::dom::text(texts.title.into())))
            .el(el("p|small muted").text(texts.summary.into()))
            .el(el("p|xs muted num").text(counts));
        list = list.el(item);
    }
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::StartCovers))
        .el(list)
}

fn privacy(ui: &Ui) -> El {
    let words = match ui.model.persist() {
        Persist::Local => Key::StartPrivacyText,
        Persist::Session => Key::StartPrivacyTab,
        Persist::None => Key::StartPrivacyMemory,
    };
    let check = el("details|disc")
        .el(el("summary").t(ui, Key::StartCheck))
        .el(el("div|disc-body").el(ui.p("", Key::StartCheckText)));
    el("section|stack")
        .kid(ui.h(1, "t2", Key::StartPrivacy))
        .el(ui.p("", words))
        .el(check)
}
