//! The bank without its texts, as it travels: what [`super::Bank`] is made from.

use serde::{Deserialize, Serialize};

/// Ids, weights, scores and rules of a bank. A whole bank file has these members too, so it can be
/// read as a structure; texts are left aside.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Structure {
    /// Id of the bank.
    pub id: String,
    /// Version of the bank.
    pub version: String,
    /// Hash of the bank file as hex digits; may be empty.
    #[serde(default)]
    pub hash: String,
    /// Named bands of the score, lowest first.
    pub stages: Vec<StageEntry>,
    /// Ids of the questions of the quick version.
    #[serde(default)]
    pub quick: Vec<String>,
    /// Areas in questionnaire order.
    pub areas: Vec<AreaEntry>,
    /// Contradictions to look for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckEntry>,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct StageEntry {
    /// Id.
    pub id: String,
    /// Lower limit in points, inclusive.
    pub min: f64,
}

/// An area.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct AreaEntry {
    /// Id.
    pub id: String,
    /// Weight, above 0.
    pub weight: f64,
    /// Indicators in order.
    pub indicators: Vec<IndicatorEntry>,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct IndicatorEntry {
    /// Id.
    pub id: String,
    /// Weight, above 0.
    pub weight: f64,
    /// Questions in order.
    pub questions: Vec<QuestionEntry>,
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct QuestionEntry {
    /// Id.
    pub id: String,
    /// `single`, `multi`, `yesno` or `number`.
    pub kind: String,
    /// Weight, above 0.
    pub weight: f64,
    /// Options; none for a number.
    #[serde(default)]
    pub options: Vec<OptionEntry>,
    /// Whether "not applicable" may be chosen.
    #[serde(default)]
    pub allow_na: bool,
    /// Skip logic.
    #[serde(default)]
    pub depends_on: Option<DependsEntry>,
    /// Efforts by level, from the advice.
    #[serde(default)]
    pub advice: Vec<AdviceEntry>,
    /// Goalpost that scores 0; numbers only.
    #[serde(default)]
    pub worst: Option<f64>,
    /// Goalpost that scores 1; numbers only.
    #[serde(default)]
    pub best: Option<f64>,
    /// Smallest value that may be entered; numbers only.
    #[serde(default)]
    pub min: Option<f64>,
    /// Largest value that may be entered; numbers only.
    #[serde(default)]
    pub max: Option<f64>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct OptionEntry {
    /// Id.
    pub id: String,
    /// 0–1.
    pub score: f64,
    /// "None of these".
    #[serde(default)]
    pub exclusive: bool,
}

/// Skip logic by id.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct DependsEntry {
    /// Id of the prerequisite.
    pub question: String,
    /// Level it must have reached.
    pub at_least: u8,
}

/// The part of an advice entry that numbers depend on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct AdviceEntry {
    /// The entry is for levels lower than this.
    pub below: u8,
    /// `low`, `medium` or `high`.
    pub effort: String,
}

/// Answers that do not fit together.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct CheckEntry {
    /// Id.
    pub id: String,
    /// Why they do not fit; empty where texts travel apart.
    #[serde(default)]
    pub text: String,
    /// Conditions that must all hold.
    pub all: Vec<ConditionEntry>,
}

/// A bound on the level of one question.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct ConditionEntry {
    /// Id of the question.
    pub question: String,
    /// Holds from this level on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u8>,
    /// Holds up to this level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u8>,
}
