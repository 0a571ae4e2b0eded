//! The exercise on paper.

use super::*;
use gca_engine::{display_coverage, display_score, Stage};
use gca_session::whole::report::{markdown, Block, Formats, Part as Sheet, Report, Setting};
use gca_session::whole::workshop::exercise::{markdown_of, pack, Effect as Do, Pack, View};
use gca_session::whole::workshop::Effect as Shop;

/// Numbers in English, as far as tests need them.
struct English;

impl Formats for English {
    fn score(&self, points: f64, stages: &[Stage]) -> Rc<str> {
        format!("{:.1}", display_score(points, stages)).into()
    }
    fn points(&self, points: f64) -> Rc<str> {
        format!("{points:.1}").into()
    }
    fn whole(&self, n: usize) -> Rc<str> {
        n.to_string().into()
    }
    fn plain(&self, x: f64) -> Rc<str> {
        x.to_string().into()
    }
    fn percent(&self, coverage: f64) -> Rc<str> {
        format!("{}%", display_coverage(coverage)).into()
    }
    fn day(&self, _: f64) -> Rc<str> {
        "14 November 2023".into()
    }
    fn calendar(&self, day: &str) -> Rc<str> {
        day.replace("2027-03-31", "31 March 2027").into()
    }
    fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        items.join(" and ").into()
    }
}

const SETTING: Setting<'static> = Setting {
    formats: &English,
    direction: "ltr",
    now: NOW,
    unnamed: false,
};

fn sheets(page: &mut Page, pack_of: Pack) -> Report {
    send(page, Exercising::Pack(pack_of));
    send(page, Exercising::ShowNotes);
    pack(&page.model, &SETTING).expect("sheets")
}

#[test]
fn each_team_gets_its_dossier_and_a_sheet_with_every_question_of_its_area() {
    let mut page = open();
    let report = sheets(&mut page, Pack::Teams);
    assert_eq!(report.sections.len(), 10);
    assert!(report
        .sections
        .iter()
        .all(|section| section.part == Sheet::Page));
    let bank = core();
    for (team, area) in bank["areas"].as_array().unwrap().iter().enumerate() {
        let mut asked = report.sections[2 * team + 1].blocks.iter();
        let asked = asked.find_map(|block| match block {
            Block::Asked(asked) => Some(asked),
            _ => None,
        });
        let asked = asked.unwrap();
        let indicators = area["indicators"].as_array().unwrap().iter();
        let questions: Vec<&Value> = indicators
            .flat_map(|i| i["questions"].as_array().unwrap())
            .collect();
        assert_eq!(asked.len(), questions.len());
        for (asked, question) in asked.iter().zip(questions) {
            assert_eq!(question["text"], *asked.question);
            let options = question["options"].as_array().unwrap();
            for (n, option) in options.iter().enumerate() {
                assert_eq!(*asked.options[n].0, (n + 1).to_string());
                assert_eq!(option["label"], *asked.options[n].1);
            }
            let extra = 1 + usize::from(question["allow_na"] == true);
            assert_eq!(asked.options.len(), options.len() + extra);
        }
    }
    let text = markdown(&report);
    let legal = text.find("L3").unwrap();
    assert!(legal < text.find("T1").unwrap());
}

#[test]
fn what_teams_get_holds_no_event_and_no_reference_answer() {
    let mut page = open();
    reveal(&mut page);
    let text = markdown(&sheets(&mut page, Pack::Teams));
    let exercise = page.model.exercise().unwrap();
    for event in &exercise.events {
        assert!(!text.contains(&*event.title), "{}", event.title);
    }
    for reference in &exercise.reference {
        assert!(!text.contains(&*reference.why), "{}", reference.why);
    }
}

#[test]
fn the_trainers_notes_come_only_after_a_clear_choice() {
    let mut page = open();
    send(&mut page, Exercising::View(View::Paper));
    send(&mut page, Exercising::Pack(Pack::Notes));
    assert_eq!(pack(&page.model, &SETTING), None);
    assert_eq!(markdown_of(&page.model, &SETTING), None);
    send(&mut page, Exercising::ShowNotes);
    let (name, text) = markdown_of(&page.model, &SETTING).unwrap();
    assert_eq!(name, "exercise-notes.md");
    let exercise = page.model.exercise().unwrap().clone();
    for event in &exercise.events {
        assert!(text.contains(&*event.title), "{}", event.title);
    }
    assert!(text.contains("No preservation or real-time collection"));
    // Reference answers are on pages of their own.
    let report = pack(&page.model, &SETTING).unwrap();
    assert_eq!(report.sections.last().unwrap().part, Sheet::Page);
    // Whoever goes elsewhere has to choose anew.
    send(&mut page, Exercising::Pack(Pack::Teams));
    send(&mut page, Exercising::Pack(Pack::Notes));
    assert_eq!(pack(&page.model, &SETTING), None);
    send(&mut page, Exercising::ShowNotes);
    send(&mut page, Exercising::View(View::Run));
    send(&mut page, Exercising::View(View::Paper));
    assert_eq!(pack(&page.model, &SETTING), None);
}

#[test]
fn the_debrief_tells_profiles_and_differences_only_once_revealed() {
    let mut page = open();
    for group in ["law", "law", "law", "org"] {
        add(&mut page, group, |bank, answers| {
            choose(bank, answers, "legal.procedure.evidence", "unclear");
        });
    }
    send(&mut page, Exercising::View(View::Debrief));
    send(
        &mut page,
        Exercising::Action(0, 0, "- Draft *preservation* orders".into()),
    );
    let (name, text) = markdown_of(&page.model, &SETTING).unwrap();
    assert_eq!(name, "exercise-debrief.md");
    assert!(
        text.contains("\\- Draft \\*preservation\\* orders"),
        "{text}"
    );
    assert!(text.contains("Which three actions would the teams present to the cabinet?"));
    assert!(!text.contains("By analogy with paper"), "{text}");
    reveal(&mut page);
    let text = markdown_of(&page.model, &SETTING).unwrap().1;
    for words in [
        "39.5",
        "By analogy with paper, varying results (L4)",
        "L4: Judges accept e-mails and logs by analogy with paper",
        "Legal team",
        "Coordination team",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // A team without answers has no profile.
    let report = pack(&page.model, &SETTING).unwrap();
    let figures = report.sections[0].blocks.iter();
    let figures = figures.filter(|block| matches!(block, Block::Figure(_)));
    assert_eq!(figures.count(), 2);
}

#[test]
fn print_and_save_are_asked_for() {
    let mut page = open();
    let outside = |effect| [Effect::Workshop(Shop::Exercise(effect))];
    assert_eq!(send(&mut page, Exercising::Print), outside(Do::Print));
    assert_eq!(send(&mut page, Exercising::Save), outside(Do::Save));
    send(&mut page, Exercising::Saved("exercise-teams.md".into()));
    let saved = |page: &Page| page.model.workshop().exercise.saved.clone();
    assert_eq!(saved(&page).as_deref(), Some("exercise-teams.md"));
    send(&mut page, Exercising::Pack(Pack::Notes));
    assert_eq!(saved(&page), None);
}
