//! The bank file: every member, its type and its limits. The JSON Schema is made from here too.
//!
//! A file becomes a [`BankSpec`] only if nothing is wrong with it; a spec becomes a
//! [`crate::Structure`], and that a [`crate::Bank`]. There is no other way.

use super::shape::{object, records, NonEmpty, Place, Reader, Shape};
use super::value::{Address, Amount, AnswerText, Id, Language, Points, Share, Text, Weight, Whole};
use super::word::{EffortWord, KindWord};
use crate::json::Json;
use std::collections::{BTreeMap, HashSet};

records! {
    /// A question bank: areas, indicators and questions with their texts, weights and rules.
    BankSpec {
        /// Id of the bank.
        id: Id,
        /// Version of the bank; a new one for every change of content.
        version: Text<40>,
        /// Title for people.
        title: Text<300>,
        /// What the bank is for.
        description: Text<4000>,
        /// Language of the texts.
        language: Option<Language>,
        /// Licence of the texts, as an SPDX id.
        licence: Option<Text<100>>,
        /// Hash of the bank file as hex digits; only in a bank that travels without its texts.
        hash: Option<Text<128>>,
        /// Rules shown before the first question.
        instructions: Vec<Text<1000>>,
        /// Works that questions and advice refer to.
        sources: Vec<SourceSpec>,
        /// Names of levels that questions share.
        scales: Vec<ScaleSpec>,
        /// Named bands of the score, lowest first.
        stages: NonEmpty<StageSpec>,
        /// Ids of the questions of the quick version.
        quick: Vec<Id>,
        /// Areas in questionnaire order.
        areas: NonEmpty<AreaSpec>,
        /// Contradictions to look for.
        checks: Vec<CheckSpec>,
        /// Material for a workshop.
        exercise: Option<ExerciseSpec>,
    }

    /// A work that is referred to.
    SourceSpec {
        /// Id of the source.
        id: Id,
        /// Title of the work.
        title: Text<500>,
        /// Who published it.
        publisher: Text<300>,
        /// Year of publication.
        year: Whole<3000>,
        /// Where it can be read.
        url: Option<Address>,
    }

    /// Names and scores of levels.
    ScaleSpec {
        /// Id of the scale.
        id: Id,
        /// What the scale is for.
        description: Text<1000>,
        /// Levels, worst first.
        levels: NonEmpty<LevelSpec>,
    }

    /// One level of a scale.
    LevelSpec {
        /// The level, counted from 0.
        value: Whole<63>,
        /// Name of the level.
        label: Text<300>,
        /// Score of the level, 0 to 1; none where a level spans several scores.
        score: Option<Share>,
    }

    /// A named band of the score.
    StageSpec {
        /// Id of the stage.
        id: Id,
        /// Name of the stage.
        label: Text<100>,
        /// Lower limit in points, inclusive.
        min: Points,
        /// Upper limit in points: the lower limit of the next stage, 100 for the last.
        max: Option<Points>,
        /// What the stage means.
        description: Text<1000>,
    }

    /// One of the work areas.
    AreaSpec {
        /// Id of the area.
        id: Id,
        /// Number shown beside the title.
        number: Option<Whole<999>>,
        /// Title for people.
        title: Text<300>,
        /// The title in a word or two, for places that have room for no more.
        short: Option<Text<40>>,
        /// What the area is about.
        summary: Text<2000>,
        /// Weight among the areas.
        weight: Weight,
        /// Indicators in order.
        indicators: NonEmpty<IndicatorSpec>,
    }

    /// What a group of questions measures.
    IndicatorSpec {
        /// Id of the indicator.
        id: Id,
        /// Title for people.
        title: Text<300>,
        /// Why it matters.
        why: Text<2000>,
        /// Weight among the indicators of the area.
        weight: Weight,
        /// Questions in order.
        questions: NonEmpty<QuestionSpec>,
    }

    /// One question with its ordered options.
    QuestionSpec {
        /// Id of the question.
        id: Id,
        /// How it is answered.
        kind: KindWord,
        /// Id of the scale whose level names apply.
        scale: Option<Id>,
        /// The question.
        text: Text<1000>,
        /// What to count and what not.
        help: Option<Text<2000>>,
        /// Options from worst to best; for a checklist in any order. None for a number.
        options: Vec<OptionSpec>,
        /// Unit of a number.
        unit: Option<Text<60>>,
        /// The number that scores 0.
        worst: Option<Amount>,
        /// The number that scores 1; may be the smaller one.
        best: Option<Amount>,
        /// Smallest number that may be entered.
        min: Option<Amount>,
        /// Largest number that may be entered.
        max: Option<Amount>,
        /// What proves the answer.
        evidence: Vec<Text<500>>,
        /// Whether "not applicable" may be chosen.
        allow_na: bool,
        /// When it may be chosen; only and always with `allow_na`.
        na_when: Option<Text<500>>,
        /// Weight among the questions of the indicator.
        weight: Weight,
        /// The capacity without which this one cannot exist.
        depends_on: Option<DependsSpec>,
        /// Where the question comes from.
        sources: Vec<ReferenceSpec>,
        /// Next steps, one for each level below the top.
        advice: Vec<AdviceSpec>,
    }

    /// One option.
    OptionSpec {
        /// Id of the option, unique in the question.
        id: Id,
        /// The statement to choose or to tick.
        label: Text<1000>,
        /// Score, 0 to 1.
        score: Share,
        /// "None of these": in a checklist, cannot stand beside other ticks.
        exclusive: bool,
    }

    /// Skip logic: the question is asked once another has reached a level.
    DependsSpec {
        /// Id of the prerequisite.
        question: Id,
        /// Level that the prerequisite must have reached.
        at_least: Whole<63>,
    }

    /// A passage in a source.
    ReferenceSpec {
        /// Id of the source.
        id: Id,
        /// Where in the source.
        locator: Option<Text<300>>,
    }

    /// The next step for an answer below a level.
    AdviceSpec {
        /// The entry is for levels lower than this and at least one less.
        below: Whole<63>,
        /// What to do.
        action: Text<1000>,
        /// What it costs.
        effort: EffortWord,
        /// Who has to act.
        actors: Vec<Text<200>>,
        /// Ids of sources that help.
        see: Vec<Id>,
    }

    /// Answers that do not fit together.
    CheckSpec {
        /// Id of the check.
        id: Id,
        /// Why the answers do not fit together.
        text: Text<1000>,
        /// Conditions, which must all hold.
        all: NonEmpty<ConditionSpec>,
    }

    /// A bound on the level of one question; at least one of the two.
    ConditionSpec {
        /// Id of the question.
        question: Id,
        /// Holds from this level on.
        at_least: Option<Whole<63>>,
        /// Holds up to this level.
        at_most: Option<Whole<63>>,
    }

    /// Material for a workshop.
    ExerciseSpec {
        /// Title of the exercise.
        title: Text<300>,
        /// Length in minutes.
        duration_minutes: Whole<10000>,
        /// What participants are told first.
        briefing: Text<4000>,
        /// What happens when.
        schedule: Vec<SlotSpec>,
        /// Facts by area.
        dossier: Vec<DossierSpec>,
        /// Teams.
        teams: Vec<TeamSpec>,
        /// Events brought in.
        injects: Vec<InjectSpec>,
        /// Questions for the closing round.
        debrief: Vec<Text<1000>>,
        /// Answers that the facts support.
        reference_answers: Entries<ReferenceAnswerSpec>,
    }

    /// An entry of the schedule.
    SlotSpec {
        /// Minutes from the start.
        minute: Whole<10000>,
        /// What happens.
        activity: Text<500>,
    }

    /// Facts of one area.
    DossierSpec {
        /// Id of the area.
        area: Id,
        /// The facts.
        facts: Vec<FactSpec>,
    }

    /// A fact.
    FactSpec {
        /// Mark by which the fact is cited.
        id: Text<20>,
        /// The fact.
        text: Text<2000>,
    }

    /// A team.
    TeamSpec {
        /// Id of the team.
        id: Id,
        /// Name of the team.
        title: Text<300>,
        /// Id of its area.
        area: Option<Id>,
        /// Whom it plays.
        role: Text<500>,
        /// What it has to do.
        tasks: Vec<Text<500>>,
    }

    /// An event.
    InjectSpec {
        /// Id of the event.
        id: Id,
        /// Minutes from the start.
        minute: Whole<10000>,
        /// Title of the event.
        title: Text<300>,
        /// What happens.
        text: Text<4000>,
        /// Ids of the teams concerned.
        teams: Vec<Id>,
        /// What to talk about.
        discussion: Vec<Text<500>>,
        /// Ids of the questions concerned.
        affects: Vec<Id>,
        /// Answers that the event changes.
        changes: Option<Entries<AnswerText>>,
    }

    /// An answer that the facts support.
    ReferenceAnswerSpec {
        /// The answer as in an answer file.
        option: AnswerText,
        /// Why.
        rationale: Text<1000>,
    }
}

/// Values by question id.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Shape> Shape for Entries<T> {
    const EXPECTED: &'static str = "an object by question id";
    const REQUIRED: bool = false;

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Object(members) = value else {
            return reader.wrong(value, at);
        };
        let mut seen = HashSet::new();
        let mut entries = Vec::with_capacity(members.len());
        for (id, value) in members {
            let place = at.member(id);
            if seen.insert(id) {
                let value = T::read(value, &place, reader).unwrap_or_default();
                entries.push((id.to_owned(), value));
            } else {
                reader.refuse("bank.duplicate-field", &place, "one", "another");
            }
        }
        Some(Self(entries))
    }

    fn absent(_: &Place, _: &mut Reader) -> Option<Self> {
        Some(Self::default())
    }

    fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json {
        let values = T::schema(records);
        object([
            ("type", Json::Text("object".into())),
            ("additionalProperties", values),
        ])
    }
}
