//! Nothing that somebody typed is in a file that is to name nobody.

use crate::support::small;
use crate::{made, page_of, setting, typed};
use gca_session::files::{read, Reading};
use gca_session::whole::export::{file, Kind, KINDS};
use gca_session::whole::report::report;

const SECRET: &str = "Zanzibar7";

fn contains(bytes: &[u8], text: &str) -> bool {
    let text = text.to_lowercase();
    let bytes = bytes.to_ascii_lowercase();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn what_was_typed_is_in_no_file_that_names_nobody() {
    let page = page_of(&small(), &typed(SECRET));
    for kind in KINDS {
        let named = file(&page.model, &setting(false), kind);
        let unnamed = file(&page.model, &setting(true), kind);
        let tells_nothing = matches!(kind, Kind::ScoresCsv);
        assert_eq!(
            contains(&named.bytes, SECRET),
            !tells_nothing,
            "{kind:?}: the test finds nothing"
        );
        assert!(!contains(&unnamed.bytes, SECRET), "{kind:?}");
        assert!(contains(named.name.as_bytes(), SECRET), "{}", named.name);
        assert!(
            unnamed.name.starts_with("assessment-2023-11-14"),
            "{}",
            unnamed.name
        );
    }
    let shown = format!("{:?}", report(&page.model, &setting(true)));
    assert!(!contains(shown.as_bytes(), SECRET), "on paper");
}

#[test]
fn answers_and_scores_stay() {
    let page = page_of(&small(), &typed(SECRET));
    let bytes = made(&page.model, Kind::Json, true);
    let Ok(Reading::Open(opened)) = read(&bytes, &crate::support::bank_of(&small())) else {
        panic!("the file opens");
    };
    let snapshot = &opened.assessments[0].0;
    let ids: Vec<&str> = snapshot.answers.0.iter().map(|(id, _)| &**id).collect();
    assert_eq!(ids, ["law", "ticks", "port", "team"]);
    for kind in [Kind::Html, Kind::Markdown, Kind::AnswersCsv] {
        assert!(
            contains(&made(&page.model, kind, true), "law some"),
            "{kind:?}"
        );
    }
}
