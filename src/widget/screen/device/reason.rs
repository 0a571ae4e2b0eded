//! Why something could not be opened, in words.

use crate::ui::Ui;
use gca_session::catalog::fill;
use gca_session::code::CodeError;
use gca_session::files::{FileError, OtherKind, Reason, Why};
use gca_session::whole::compare::{ProfileError, MAX_PROFILE_BYTES};
use gca_session::Key;
use std::rc::Rc;
use yew::AttrValue;

/// What is wrong with a file; the place of its name is still in it.
pub(in crate::screen) fn file(ui: &Ui, error: &FileError) -> Rc<str> {
    let key = match error {
        FileError::Empty => Key::FileEmpty,
        FileError::TooLarge => Key::FileTooLarge,
        FileError::NotText => Key::FileNotText,
        FileError::OtherKind(kind) => match kind {
            OtherKind::Zip => Key::FileZip,
            OtherKind::Office => Key::FileOffice,
            OtherKind::Pdf => Key::FilePdf,
            OtherKind::Html => Key::FileHtml,
            OtherKind::Image => Key::FileImage,
        },
        FileError::Broken { reason, .. } => match reason {
            Reason::Cut => Key::FileCut,
            Reason::Syntax => Key::FileSyntax,
            Reason::Number => Key::FileNumber,
            Reason::Nesting => Key::FileNesting,
        },
        FileError::NotAssessment => Key::FileNotAssessment,
        FileError::OtherBank { .. } => Key::FileOtherBank,
        FileError::Sealed => Key::FileSealed,
        FileError::Passphrase => Key::UnsealWrong,
    };
    let mut values = error.values();
    if let FileError::Broken { line, column, .. } = error {
        for (name, value) in &mut values {
            match *name {
                "line" => *value = ui.whole(*line).to_string(),
                "column" => *value = ui.whole(*column).to_string(),
                _ => {}
            }
        }
    }
    let mut values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, &**v)).collect();
    values.push(("name", "{name}"));
    fill(&ui.model.catalog().text(key), &values)
}

/// What is wrong with a code.
pub(in crate::screen) fn code(ui: &Ui, error: CodeError) -> AttrValue {
    ui.t(match error {
        CodeError::Empty => Key::CodeEmpty,
        CodeError::Alphabet => Key::CodeAlphabet,
        CodeError::Short => Key::CodeShort,
        CodeError::Checksum => Key::CodeChecksum,
        CodeError::Newer => Key::CodeNewer,
        CodeError::OtherBank => Key::CodeOtherBank,
    })
}

/// Why an answer was kept aside.
pub(super) fn aside(ui: &Ui, question: &str, why: &Why) -> AttrValue {
    let (key, option) = match why {
        Why::NoQuestion => (Key::ToldNoQuestion, ""),
        Why::NoOption(option) => (Key::ToldNoOption, &**option),
        Why::WrongType => (Key::ToldWrongType, ""),
        Why::NotAllowed => (Key::ToldNotAllowed, ""),
    };
    ui.fill(key, &[("question", question), ("option", option)])
}

/// What is wrong with a reference profile; the place of its name is still in it.
pub(super) fn profile(ui: &Ui, error: &ProfileError) -> Rc<str> {
    let whole = |n: f64| ui.whole(n as usize);
    let plain = |n: f64| -> Rc<str> { crate::format::integer(n as usize).into() };
    let (key, values): (Key, Vec<(&str, Rc<str>)>) = match error {
        ProfileError::TooLarge => {
            let max = ui.whole(MAX_PROFILE_BYTES >> 10);
            (Key::ProfileTooLarge, vec![("max", max)])
        }
        ProfileError::OtherBank(id) => (Key::ProfileOtherBank, vec![("bank", (&**id).into())]),
        ProfileError::Text(member, max) => {
            let values = vec![("member", (*member).into()), ("max", ui.whole(*max))];
            (Key::ProfileText, values)
        }
        ProfileError::Whole(member, min, max) => {
            // Years are not grouped.
            let number: &dyn Fn(f64) -> Rc<str> = match *member {
                "year" => &plain,
                _ => &whole,
            };
            let values = vec![
                ("member", (*member).into()),
                ("min", number(*min)),
                ("max", number(*max)),
            ];
            (Key::ProfileWhole, values)
        }
        ProfileError::Areas => (Key::ProfileAreas, vec![]),
        ProfileError::Points(area) => (Key::ProfilePoints, vec![("area", (&**area).into())]),
        ProfileError::NoArea => (Key::ProfileNoArea, vec![]),
    };
    let mut values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, &**v)).collect();
    values.push(("name", "{name}"));
    fill(&ui.model.catalog().text(key), &values)
}
