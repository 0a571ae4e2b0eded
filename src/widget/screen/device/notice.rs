//! What happened, above the page.

use super::{reason, told, word};
use crate::dom::{all, el, El};
use crate::effects::device::message;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::files::{FileError, Report};
use gca_session::whole::compare::MAX_ADDED;
use gca_session::whole::device::{Line, Msg, Outcome, Told};
use gca_session::Key;
use std::rc::Rc;
use yew::Html;

/// Most answers that are named one by one as kept aside.
const NAMED: usize = 20;

/// Each has its place: one that goes must not announce the others again.
pub(crate) fn notices(ui: &Ui) -> Html {
    let news = ui.model.told().map(|told| news(ui, told));
    let looked = ui.model.is_newer() && ui.model.told().is_none();
    let looked = looked.then(|| looking(ui, ""));
    all(vec![
        offer(ui).unwrap_or_default(),
        news.or(looked).unwrap_or_default(),
    ])
}

/// A notice. Its heading takes the focus, which also reads it out.
fn notice(class: &'static str, sign: Icon, body: El) -> Html {
    el("div||part=notice")
        .class(class.into())
        .kid(icon(sign))
        .el(body)
        .html()
}

/// The body of a notice with its heading.
fn body(ui: &Ui, title: Html) -> El {
    let title = el("span||id=told|tabindex=-1").kid(title).html();
    el("div|stack-s").kid(ui.heading(0, "t3", title))
}

fn news(ui: &Ui, what: &Told) -> Html {
    let close = ui.act(Msg::CloseTold, Key::NoticeClose);
    let words = match what {
        Told::Opened(lines) | Told::Compared(lines) => return opened(ui, what, lines),
        Told::Round => ui.t(Key::DeviceRound),
        Told::Written(name) => ui.fill(Key::SaveDone, &[("name", name)]),
        Told::Deleted(name) => ui.fill(Key::DeleteDoneOne, &[("name", &ui.named(name))]),
        Told::DeletedAll(removed) => {
            let n = ui.count(Key::DeleteAllAssessments, removed.assessments);
            let words = ui.holds(Key::DeleteAllDone, removed.answers, removed.notes);
            gca_session::catalog::fill(&words, &[("assessments", &n)]).into()
        }
    };
    let body = el("div|stack-s")
        .el(el("p||id=told|tabindex=-1").text(words))
        .el(el("div|row").el(close));
    el("div|notice|part=notice|role=status")
        .kid(icon(Icon::Check))
        .el(body)
        .html()
}

fn opened(ui: &Ui, what: &Told, lines: &[Line]) -> Html {
    if let [Line {
        file,
        outcome: Outcome::Looked,
    }] = lines
    {
        return looking(ui, file);
    }
    let beside = matches!(what, Told::Compared(_));
    let (names, several) = names(lines);
    let title = if beside {
        word(ui.t(match (what.is_nothing(), what.is_bad(), lines.len()) {
            (true, _, 1) => Key::CompareToldNothing,
            (true, ..) => Key::CompareToldNothingSeveral,
            (_, true, _) => Key::CompareToldPartly,
            _ => Key::CompareTold,
        }))
    } else if what.is_nothing() && lines.len() > 1 {
        word(ui.t(Key::ToldNothingSeveral))
    } else if what.is_nothing() {
        word(ui.t(Key::ToldNothing))
    } else if what.is_bad() {
        word(ui.t(Key::ToldPartly))
    } else if several {
        word(ui.count(Key::ToldOpenedSeveral, names.len()))
    } else {
        let name = match (names.first(), lines.first()) {
            (Some(name), _) if !name.is_empty() => super::bidi(ui.named(name)),
            (_, Some(line)) if !line.file.is_empty() => super::bidi(line.file.clone().into()),
            _ => word(ui.t(Key::FileCode)),
        };
        ui.rich(&ui.t(Key::ToldOpened), &[("name", name)])
    };
    let mut body = body(ui, title);
    let mut open = false;
    for line in lines {
        let (words, has_new) = self::line(ui, line, beside, lines.len() > 1 || several);
        body = body.kids(words);
        open |= has_new;
    }
    if what.is_nothing() {
        let unchanged = match beside {
            true => Key::CompareUnchanged,
            false => Key::ToldUnchanged,
        };
        body = body.el(ui.p("", unchanged));
    }
    let count = gca_session::view::counts(ui.model).open();
    let mut row = el("div|row");
    if open && !beside && count > 0 {
        let words = ui.count(Key::ToldShow, count);
        row = row.el(ui.button(message(Msg::ShowOpen), words));
    }
    if what.is_bad() {
        row = row.el(ui.act(Msg::Pick, Key::ToldChoose));
    }
    body = body.el(row.el(ui.act(Msg::CloseTold, Key::NoticeClose)));
    match (what.is_nothing(), what.is_bad()) {
        (true, _) => notice("notice bad", Icon::Warn, body),
        (_, true) => notice("notice warn", Icon::Warn, body),
        _ => notice("notice", Icon::Check, body),
    }
}

/// Names of all that was opened, and whether they are several.
fn names(lines: &[Line]) -> (Vec<Rc<str>>, bool) {
    let mut names = Vec::new();
    for line in lines {
        if let Outcome::Opened { assessments, .. } = &line.outcome {
            names.extend(assessments.iter().map(|(name, _)| name.clone()));
        }
    }
    let several = names.len() > 1;
    (names, several)
}

/// What came of one file, and whether questions of it are open.
fn line(ui: &Ui, line: &Line, beside: bool, named: bool) -> (Vec<Html>, bool) {
    let text = |key| ui.model.catalog().text(key);
    let words = match &line.outcome {
        Outcome::Opened {
            assessments,
            left_out,
            trouble,
        } => {
            let mut words = Vec::new();
            let mut has_new = false;
            for (name, report) in assessments {
                let name = if name.is_empty() { &*line.file } else { name };
                has_new |= !report.new_questions.is_empty();
                let name = if named || beside { name } else { "" };
                carried(ui, &mut words, beside, name, report);
            }
            if *left_out > 0 {
                words.push(el("p").text(ui.count(Key::ToldLeftOut, *left_out)).html());
            }
            if trouble.is_some() {
                words.push(ui.p("", Key::ToldNotKept).html());
            }
            return (words, has_new);
        }
        Outcome::Looked | Outcome::NotLooked => text(Key::FileNewer),
        Outcome::Failed(FileError::NotAssessment) if beside => text(Key::CompareNeither),
        Outcome::Failed(error) => reason::file(ui, error),
        Outcome::Profile { label, passed } => {
            let first = told(ui, &text(Key::CompareToldProfile), label);
            let passed = match *passed {
                0 => first,
                n => first.space().text(ui.count(Key::CompareToldPassed, n)),
            };
            return (vec![passed.html()], false);
        }
        Outcome::NoProfile(error) => reason::profile(ui, error),
        Outcome::Many => ui
            .fill(
                Key::CompareMany,
                &[("max", &ui.whole(MAX_ADDED)), ("name", "{name}")],
            )
            .as_str()
            .into(),
        Outcome::Unreadable => text(Key::FileUnreadable),
        Outcome::Locked => text(Key::FileLocked),
        Outcome::Single => text(Key::FileSingle),
        Outcome::Declined => text(Key::FileDeclined),
    };
    let file = match &*line.file {
        "" => ui.t(Key::FileCode),
        file => file.to_owned().into(),
    };
    (vec![told(ui, &words, &file).html()], false)
}

fn carried(ui: &Ui, words: &mut Vec<Html>, beside: bool, name: &str, report: &Report) {
    let key = if beside {
        Key::CompareToldRead
    } else if name.is_empty() {
        Key::ToldCarried
    } else {
        Key::ToldCarriedFile
    };
    let (answers, notes) = (
        ui.count(Key::DeleteAnswers, report.carried),
        ui.count(Key::DeleteNotes, report.notes),
    );
    let values = [
        ("answers", &*answers),
        ("notes", &*notes),
        ("name", "{name}"),
    ];
    let filled = gca_session::catalog::fill(&ui.model.catalog().text(key), &values);
    let mut first = told(ui, &filled, name);
    if let Some(version) = &report.other_version {
        let words = ui.fill(Key::ToldVersion, &[("version", version)]);
        first = first.space().text(words);
    }
    if !report.new_questions.is_empty() {
        let n = report.new_questions.len();
        first = first.space().text(ui.count(Key::ToldNew, n));
    }
    words.push(first.html());
    if report.kept_aside.is_empty() {
        return;
    }
    let mut list = el("ul|blist");
    for aside in report.kept_aside.iter().take(NAMED) {
        let question: String = aside.question.chars().take(60).collect();
        list = list.el(el("li").text(reason::aside(ui, &question, &aside.why)));
    }
    let summary = ui.count(Key::ToldAside, report.kept_aside.len());
    let details = el("details|disc")
        .el(el("summary").text(summary))
        .el(el("div|disc-body").el(list));
    words.push(details.html());
}

/// Something of a newer format is looked at.
fn looking(ui: &Ui, file: &str) -> Html {
    let file = match file {
        "" => ui.named(ui.model.name()),
        file => file.to_owned().into(),
    };
    let body = body(ui, word(ui.t(Key::LookedTitle)))
        .el(told(ui, &ui.t(Key::LookedText), &file))
        .el(ui.p("", Key::LookedBack))
        .el(el("div|row").el(ui.act(Msg::StopLooking, Key::MenuStop)));
    notice("notice warn", Icon::Warn, body)
}

/// The address of the page has a code.
fn offer(ui: &Ui) -> Option<Html> {
    let offer = ui.model.offer()?;
    let ignore = |key| ui.act(Msg::TakeOffer(false), key);
    Some(match offer {
        Ok(answers) => {
            let body = el("div|stack-s")
                .kid(ui.h(0, "t3", Key::OfferTitle))
                .el(el("p").text(ui.count(Key::OfferText, answers)))
                .el(el("div|row")
                    .el(ui.act(Msg::TakeOffer(true), Key::OfferOpen))
                    .el(ignore(Key::OfferIgnore)));
            el("div|notice|part=notice|role=status")
                .kid(icon(Icon::Info))
                .el(body)
                .html()
        }
        Err(error) => {
            let body = el("div|stack-s")
                .kid(ui.h(0, "t3", Key::OfferBad))
                .el(el("p")
                    .text(reason::code(ui, error))
                    .space()
                    .t(ui, Key::ToldUnchanged))
                .el(el("div|row").el(ignore(Key::NoticeClose)));
            el("div|notice warn|part=notice|role=status")
                .kid(icon(Icon::Warn))
                .el(body)
                .html()
        }
    })
}
