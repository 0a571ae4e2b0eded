//! The engine as texts in and texts out: what Node, a worker or a server calls.

use super::answers::AnswersFile;
use super::assessment::AssessmentReport;
use super::check::CheckReport;
use super::comparison::{ComparisonReport, ProfileReport, TargetReport};
use super::explain::ExplanationReport;
use super::options::Options;
use super::path::{read_goal, PathReport};
use super::sensitivity::SensitivityReport;
use super::workshop::{Responses, WorkshopReport};
use crate::answers::Answers;
use crate::assess::assess;
use crate::bank::spec::BankSpec;
use crate::bank::{Bank, Detail};
use crate::check::check;
use crate::explain::{explain, Node};
use crate::finding::{Finding, InputError};
use crate::sensitivity::sensitivity;
use serde::Serialize;

/// A bank made ready to answer questions in JSON. Every method takes an answer file and options as
/// JSON texts and gives a JSON text; options may be empty.
#[derive(Clone, Debug)]
pub struct Engine {
    full: Bank,
    quick: Bank,
}

/// One of the two versions of a bank, with its name in results.
struct View<'a> {
    bank: &'a Bank,
    mode: &'static str,
    options: Options,
}

impl Engine {
    /// Opens a bank file, whole or without its texts.
    ///
    /// # Errors
    /// All findings of the bank check that keep it from being computed with.
    pub fn open(bank: &str) -> Result<Self, InputError> {
        let full = BankSpec::parse(bank.as_bytes(), Detail::Structure)?
            .spec
            .bank()?;
        let quick = full.quick();
        Ok(Self { full, quick })
    }

    /// The whole assessment with roadmap and what to find out.
    ///
    /// # Errors
    /// Those of [`AnswersFile::parse`] and of the options.
    pub fn assess(&self, answers: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let answers = self.answers(answers)?;
        write(&AssessmentReport::new(view.bank, &answers, view.mode))
    }

    /// A sensitivity run with the draws, seed and delta of the options; `null` at coverage 0.
    ///
    /// # Errors
    /// As [`Engine::assess`].
    pub fn sensitivity(&self, answers: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let draw = view.options.draw;
        let run = sensitivity(view.bank, &self.answers(answers)?, draw);
        write(&run.map(|run| SensitivityReport::new(view.bank, draw, run)))
    }

    /// Many responses brought together.
    ///
    /// # Errors
    /// Those of [`Responses::parse`] and of the options.
    pub fn workshop(&self, responses: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let responses = Responses::parse(&self.full, responses.as_bytes())?;
        write(&WorkshopReport::new(view.bank, &responses))
    }

    /// Two answer files side by side; `null` if no question is known in both.
    ///
    /// # Errors
    /// As [`Engine::assess`].
    pub fn compare(&self, now: &str, then: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let (now, then) = (self.answers(now)?, self.answers(then)?);
        write(&ComparisonReport::new(view.bank, &now, &then))
    }

    /// What is missing to a target.
    ///
    /// # Errors
    /// As [`Engine::assess`], and those of [`TargetReport::new`].
    pub fn target(&self, answers: &str, target: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let answers = self.answers(answers)?;
        write(&TargetReport::new(&self.full, view.bank, &answers, target)?)
    }

    /// Differences from a reference profile; `null` if they share no area with a headline.
    ///
    /// # Errors
    /// As [`Engine::assess`], and those of [`ProfileReport::new`].
    pub fn profile(
        &self,
        answers: &str,
        profile: &str,
        options: &str,
    ) -> Result<String, InputError> {
        let view = self.view(options)?;
        let answers = self.answers(answers)?;
        write(&ProfileReport::new(view.bank, &answers, profile)?)
    }

    /// The least effort to a goal.
    ///
    /// # Errors
    /// As [`Engine::assess`], those of [`read_goal`], and `path.too-large`.
    pub fn path(&self, answers: &str, goal: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let answers = self.answers(answers)?;
        let goal = read_goal(&self.full, goal)?;
        write(&PathReport::new(&self.full, view.bank, &answers, &goal)?)
    }

    /// The trace of one number: `overall`, or the id of an area, an indicator or a question.
    ///
    /// # Errors
    /// As [`Engine::assess`], and `explain.unknown-node`.
    pub fn explain(&self, answers: &str, node: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let answers = self.answers(answers)?;
        let assessment = assess(view.bank, &answers);
        let found = Node::find(view.bank, node)
            .and_then(|node| explain(view.bank, &answers, &assessment, node));
        let Some(explanation) = found else {
            let expected = "overall, or the id of an area, an indicator or a question";
            return Err(Finding::error("explain.unknown-node", "", expected)
                .found(node)
                .into());
        };
        write(&ExplanationReport::new(view.bank, &explanation))
    }

    /// The raised checks.
    ///
    /// # Errors
    /// As [`Engine::assess`].
    pub fn check(&self, answers: &str, options: &str) -> Result<String, InputError> {
        let view = self.view(options)?;
        let assessment = assess(view.bank, &self.answers(answers)?);
        write(&CheckReport::list(
            view.bank,
            &check(view.bank, &assessment),
        ))
    }

    fn view(&self, options: &str) -> Result<View<'_>, InputError> {
        let options = Options::parse(options)?;
        Ok(View {
            bank: if options.quick {
                &self.quick
            } else {
                &self.full
            },
            mode: if options.quick { "quick" } else { "full" },
            options,
        })
    }

    /// Answers are read on the whole bank: they serve for the quick version too.
    fn answers(&self, text: &str) -> Result<Answers, InputError> {
        Ok(AnswersFile::parse(&self.full, text.as_bytes())?.answers)
    }
}

fn write(value: &impl Serialize) -> Result<String, InputError> {
    serde_json::to_string(value).map_err(|e| {
        Finding::error("engine.write", "", "a result of plain data")
            .found(e.to_string())
            .into()
    })
}
