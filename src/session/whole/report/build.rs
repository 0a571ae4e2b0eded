//! A report from the state.

use super::{answers, standing, steps, targets, Part, Report, Section, Setting, Words};
use crate::{Feature, Key, Mode, Model};
use std::rc::Rc;

/// The report of the answers as they stand, on the bank that is asked. Without any score it has what
/// can be said: method and answers.
pub fn report(model: &Model, setting: &Setting) -> Report {
    let words = &Words { model, setting };
    let title = words.t(Key::ReportTitle);
    let name = match setting.unnamed {
        true => Rc::default(),
        false => model.name().clone(),
    };
    // A name in another direction must not carry the date along.
    let isolated: Rc<str> = ["\u{2068}", &name, "\u{2069}"].concat().into();
    let what = if name.is_empty() { &title } else { &isolated };
    let date = setting.formats.day(setting.now);
    let mut report = Report {
        language: model.catalog.language().into(),
        direction: setting.direction.into(),
        running: words.fill(Key::ReportRunning, &[("what", what), ("date", &date)]),
        badges: badges(words),
        facts: facts(words, date),
        title,
        name,
        signs: words.signs(),
        sections: Vec::new(),
    };
    let mut section = |part, title: Rc<str>, blocks: Vec<_>| {
        if !blocks.is_empty() {
            report.sections.push(Section {
                part,
                title,
                blocks,
            });
        }
    };
    section(
        Part::Headline,
        words.t(Key::ReportResult),
        standing::headline(words),
    );
    section(
        Part::Areas,
        words.t(Key::ResultsAreas),
        standing::areas(words),
    );
    section(
        Part::Targets,
        words.t(Key::AimsTitle),
        targets::targets(words),
    );
    section(
        Part::Extremes,
        words.t(Key::ReportExtremes),
        standing::extremes(words),
    );
    section(
        Part::Indicators,
        words.t(Key::ResultsIndicators),
        standing::indicators(words),
    );
    if !model.hides(Feature::Steps) {
        section(Part::Actions, words.t(Key::NavSteps), steps::steps(words));
    }
    section(Part::Open, words.t(Key::ResultsOpen), steps::open(words));
    section(
        Part::Contradictions,
        words.t(Key::ReviewContradictionsTitle),
        answers::contradicting(words),
    );
    section(
        Part::Method,
        words.t(Key::ReportMethod),
        standing::method(words),
    );
    section(
        Part::Answers,
        words.t(Key::ReportAnswers),
        answers::all(words),
    );
    report
}

/// Whether areas, indicators or questions weigh otherwise than the bank has it.
pub(crate) fn has_own_weights(model: &Model) -> bool {
    let (own, standard) = (&model.bank, &model.whole);
    let differs = |a: f64, b: Option<f64>| b.is_some_and(|b| (a - b).abs() > 1e-12);
    let areas = own.areas().iter();
    let indicators = own.indicators().iter();
    let questions = own.questions().iter();
    areas
        .map(|a| (a.weight, standard.areas().get(a.source).map(|s| s.weight)))
        .chain(indicators.map(|i| {
            let same = standard.indicators().get(i.source);
            (i.weight, same.map(|s| s.weight))
        }))
        .chain(questions.map(|q| {
            let same = standard.questions().get(q.source);
            (q.weight, same.map(|s| s.weight))
        }))
        .any(|(a, b)| differs(a, b))
}

fn badges(words: &Words) -> Vec<Rc<str>> {
    let model = words.model;
    let mut badges = Vec::new();
    if has_own_weights(model) {
        badges.push(words.t(Key::ReportWeights));
    }
    if model.mode == Some(Mode::Quick) {
        let n = words.whole(model.bank.questions().len());
        let total = words.whole(model.whole_count());
        badges.push(words.fill(Key::ResultsQuick, &[("n", &n), ("total", &total)]));
    }
    badges
}

fn facts(words: &Words, date: Rc<str>) -> Vec<(Rc<str>, Rc<str>)> {
    let model = words.model;
    let counts = model.assessment.counts;
    let known = counts.answered + counts.implied;
    let total = known + counts.unanswered + counts.invalid + counts.dont_know;
    let (n, of) = (words.whole(known), words.whole(total));
    let set = [
        ("title", &*model.texts.title),
        ("version", model.whole.version()),
    ];
    let coverage = model.assessment.overall.as_ref();
    let coverage = coverage.map_or(0.0, |o| o.points.coverage);
    let percent = words.formats().percent(coverage);
    vec![
        (words.t(Key::ReportDate), date),
        (
            words.t(Key::ReportSet),
            words.fill(Key::ReportSetVersion, &set),
        ),
        (
            words.t(Key::ResultsAnswered),
            words.fill(Key::ResultsAnsweredText, &[("percent", &percent)]),
        ),
        (
            words.t(Key::ResultsCount),
            words.fill(Key::ResultsCountOf, &[("n", &n), ("total", &of)]),
        ),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::has_own_weights;
    use crate::{Catalog, Config, Model, Texts};
    use gca_engine::{Bank, Structure};
    use std::rc::Rc;

    fn bank(area: f64, indicator: f64, question: f64) -> Rc<Bank> {
        let structure = serde_json::json!({
            "id": "b", "version": "1", "stages": [{"id": "s", "min": 0}], "quick": ["q"],
            "areas": [{"id": "a", "weight": area, "indicators": [{"id": "i", "weight": indicator, "questions": [
                {"id": "q", "kind": "yesno", "weight": question,
                 "options": [{"id": "no", "score": 0}, {"id": "yes", "score": 1}]}]}]}]});
        let structure: Structure = serde_json::from_value(structure).unwrap();
        Rc::new(Bank::new(structure).unwrap())
    }

    #[test]
    fn a_weight_of_any_level_that_is_another_is_told() {
        let standard = bank(1.0, 2.0, 3.0);
        let texts = Rc::new(Texts::default());
        let catalog = Rc::new(Catalog::default());
        let mut model = Model::new(Config::default(), standard.clone(), texts, catalog);
        for (own, differs) in [
            (standard.clone(), false),
            (Rc::new(standard.quick()), false),
            (bank(1.5, 2.0, 3.0), true),
            (bank(1.0, 2.5, 3.0), true),
            (bank(1.0, 2.0, 3.5), true),
        ] {
            model.bank = own;
            assert_eq!(has_own_weights(&model), differs);
        }
    }
}
