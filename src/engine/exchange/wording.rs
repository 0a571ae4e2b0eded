//! A trace in words: which sentences, with which values. The sentences themselves come from a
//! catalog by key, so that they can be translated; [`ENGLISH`] is the first.

use super::explain::{ChildReport, ExplanationReport, MeanReport, QuestionReport};
use super::AnswerValue;

/// Where sentences and numbers get their form: a catalog in one language.
pub trait Wording {
    /// The sentence of a key with its `{placeholders}`; `None` if the catalog lacks it.
    fn sentence(&self, key: &str) -> Option<&str>;

    /// A number for people; points, shares and weights alike.
    fn number(&self, x: f64) -> String;

    /// The name of a node or an option by its id; the id where there is no name.
    fn name(&self, id: &str) -> String {
        id.to_owned()
    }
}

/// The keys, and what they say in English.
pub const ENGLISH: &[(&str, &str)] = &[
    (
        "explain.mean",
        "{node}: the weighted mean of its parts; their weights add up to {weightSum}.",
    ),
    (
        "explain.child",
        "{node}: weight {weight} of {weightSum} is {share}; {share} × {low} = {lowPart} points, \
         {share} × {coverage} = {coveragePart} coverage.",
    ),
    (
        "explain.child-na",
        "{node} does not apply; its weight passes to the others.",
    ),
    (
        "explain.sum",
        "Together {low} points at coverage {coverage}.",
    ),
    ("explain.score", "Score: {low} / {coverage} = {score}."),
    ("explain.no-score", "No score while nothing is known."),
    (
        "explain.interval",
        "It lies between {low} and {high}, whatever the unknown answers are.",
    ),
    ("explain.na", "{node} does not apply."),
    (
        "explain.option",
        "{node}: the answer {answer} scores {score}.",
    ),
    (
        "explain.ticks",
        "{node}: {terms} add up to {score}, 1 at most.",
    ),
    ("explain.tick", "{option} ({score})"),
    (
        "explain.goalposts",
        "{node}: {answer} between {worst} (0) and {best} (1) scores {score}.",
    ),
    (
        "explain.implied",
        "{node}: 0, because {prerequisite} has not reached level {atLeast}.",
    ),
    (
        "explain.skipped",
        "{node} does not apply, because {prerequisite} does not.",
    ),
    ("explain.unknown", "{node}: not known ({state})."),
    (
        "explain.weight",
        "Its weight is {area} × {indicator} × {question} = {weight} of the whole.",
    ),
    (
        "explain.points",
        "It adds 100 × {weight} × {score} = {points} points to the lower bound.",
    ),
];

/// The sentence of a key in English; `None` for an unknown key.
pub fn english(key: &str) -> Option<&'static str> {
    ENGLISH
        .iter()
        .find(|(k, _)| *k == key)
        .map(|(_, text)| *text)
}

impl ExplanationReport<'_> {
    /// The trace as sentences, in the order of the calculation.
    pub fn lines(&self, wording: &dyn Wording) -> Vec<String> {
        match self {
            Self::Mean(mean) => of_mean(mean, wording),
            Self::Question(question) => of_question(question, wording),
        }
    }
}

/// A sentence with its values; where the catalog lacks it, in English.
fn say(wording: &dyn Wording, key: &str, values: &[(&str, String)]) -> String {
    let sentence = wording
        .sentence(key)
        .or_else(|| english(key))
        .unwrap_or(key);
    // One pass, so that a value with braces in it stays as it is.
    let mut out = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = values.iter().find(|(n, _)| *n == name).map(|(_, v)| &**v);
        out.push_str(value.unwrap_or(name));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn of_mean(mean: &MeanReport, wording: &dyn Wording) -> Vec<String> {
    let number = |x: Option<f64>| x.map_or_else(String::new, |x| wording.number(x));
    let values = [
        ("node", wording.name(mean.node)),
        ("weightSum", wording.number(mean.weight_sum)),
        ("low", number(mean.low)),
        ("high", number(mean.high)),
        ("coverage", number(mean.coverage)),
        ("score", number(mean.score)),
    ];
    if mean.low.is_none() {
        return vec![say(wording, "explain.na", &values)];
    }
    let mut lines = vec![say(wording, "explain.mean", &values)];
    lines.extend(
        mean.children
            .iter()
            .map(|c| of_child(c, mean.weight_sum, wording)),
    );
    lines.push(say(wording, "explain.sum", &values));
    let end = match mean.score {
        Some(_) => "explain.score",
        None => "explain.no-score",
    };
    lines.push(say(wording, end, &values));
    if mean.coverage.is_some_and(|c| c < 1.0) {
        lines.push(say(wording, "explain.interval", &values));
    }
    lines
}

fn of_child(child: &ChildReport, weight_sum: f64, wording: &dyn Wording) -> String {
    let number = |x: Option<f64>| x.map_or_else(String::new, |x| wording.number(x));
    let values = [
        ("node", wording.name(child.node)),
        ("weight", wording.number(child.weight)),
        ("weightSum", wording.number(weight_sum)),
        ("share", number(child.share)),
        ("low", number(child.low)),
        ("coverage", number(child.coverage)),
        ("lowPart", number(child.low_part)),
        ("coveragePart", number(child.coverage_part)),
    ];
    let key = if child.share.is_some() {
        "explain.child"
    } else {
        "explain.child-na"
    };
    say(wording, key, &values)
}

fn of_question(question: &QuestionReport, wording: &dyn Wording) -> Vec<String> {
    let number = |x: Option<f64>| x.map_or_else(String::new, |x| wording.number(x));
    let answer = match &question.answer {
        Some(AnswerValue::Id(id)) => wording.name(id),
        Some(AnswerValue::Ids(ids)) => ids
            .iter()
            .map(|id| wording.name(id))
            .collect::<Vec<_>>()
            .join(", "),
        Some(AnswerValue::Number(x)) => wording.number(*x),
        None => String::new(),
    };
    let terms = question.terms.iter().flatten().map(|term| {
        let values = [
            ("option", wording.name(term.option)),
            ("score", wording.number(term.score)),
        ];
        say(wording, "explain.tick", &values)
    });
    let needed = question.prerequisite.as_ref();
    let shares = question.shares.as_ref();
    let values = [
        ("node", wording.name(question.node)),
        ("answer", answer),
        ("terms", terms.collect::<Vec<_>>().join(" + ")),
        ("score", number(question.score)),
        ("state", question.state.to_owned()),
        (
            "worst",
            number(question.goalposts.as_ref().map(|g| g.worst)),
        ),
        ("best", number(question.goalposts.as_ref().map(|g| g.best))),
        (
            "prerequisite",
            needed.map_or_else(String::new, |p| wording.name(p.question)),
        ),
        ("atLeast", number(needed.map(|p| f64::from(p.at_least)))),
        ("area", number(shares.map(|s| s.area))),
        ("indicator", number(shares.map(|s| s.indicator))),
        ("question", number(shares.map(|s| s.question))),
        ("weight", number(question.weight)),
        ("points", number(question.points)),
    ];
    let first = match (question.rule, question.state) {
        (Some("option"), _) => "explain.option",
        (Some("ticks"), _) => "explain.ticks",
        (Some("goalposts"), _) => "explain.goalposts",
        (Some(_), "implied") => "explain.implied",
        (Some(_), _) => "explain.skipped",
        (None, "na") => "explain.na",
        (None, _) => "explain.unknown",
    };
    let mut lines = vec![say(wording, first, &values)];
    if question.shares.is_some() {
        lines.push(say(wording, "explain.weight", &values));
    }
    if question.points.is_some() {
        lines.push(say(wording, "explain.points", &values));
    }
    lines
}
