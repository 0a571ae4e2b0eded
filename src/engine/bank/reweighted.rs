//! The same bank with other weights, as a user may want to see it.

use super::{Bank, StructureError};
use std::collections::BTreeMap;

/// Weights that stand in for those of a bank, by id. Whatever is not named keeps its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// Of areas among the areas, above 0.
    pub areas: BTreeMap<String, f64>,
    /// Of indicators in their area, above 0.
    pub indicators: BTreeMap<String, f64>,
}

impl Weights {
    /// Whether nothing stands in for anything.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.indicators.is_empty()
    }
}

impl Bank {
    /// The same bank with other weights; ids that it does not have are ignored. Positions, answers
    /// and everything else stay, so every rule of the method holds with the new weights as it did
    /// with the old. Weights count relative to those beside them: doubling all in a group changes
    /// nothing.
    ///
    /// # Errors
    /// `bank.weight` with the id of the first weight in the bank that is not finite or not above 0.
    ///
    /// # Example
    ///
    /// ```
    /// use gca_engine::{Bank, Structure, Weights};
    /// # use gca_engine::structure::{AreaEntry, IndicatorEntry, QuestionEntry, OptionEntry, StageEntry};
    /// # let option = |id: &str, score| OptionEntry { id: id.into(), score, exclusive: false };
    /// # let area = |id: &str| AreaEntry { id: id.into(), weight: 1.0, indicators: vec![IndicatorEntry {
    /// #     id: format!("{id}.1"), weight: 1.0, questions: vec![QuestionEntry { id: format!("{id}.1.1"),
    /// #     kind: "yesno".into(), weight: 1.0, options: vec![option("no", 0.0), option("yes", 1.0)],
    /// #     ..Default::default() }] }] };
    /// # let structure = Structure { stages: vec![StageEntry { id: "only".into(), min: 0.0 }],
    /// #     areas: vec![area("law"), area("team")], ..Default::default() };
    /// let bank = Bank::new(structure)?;
    /// let mut weights = Weights::default();
    /// weights.areas.insert("law".into(), 3.0);
    /// let other = bank.reweighted(&weights)?;
    /// assert_eq!(other.areas()[0].weight, 3.0);
    /// assert_eq!(other.areas()[1].weight, bank.areas()[1].weight);
    /// # Ok::<(), gca_engine::StructureError>(())
    /// ```
    pub fn reweighted(&self, weights: &Weights) -> Result<Self, StructureError> {
        let mut bank = self.clone();
        for area in &mut bank.areas {
            replace(&mut area.weight, &weights.areas, &area.id)?;
        }
        for indicator in &mut bank.indicators {
            replace(&mut indicator.weight, &weights.indicators, &indicator.id)?;
        }
        Ok(bank)
    }
}

fn replace(slot: &mut f64, by: &BTreeMap<String, f64>, id: &str) -> Result<(), StructureError> {
    if let Some(&weight) = by.get(id) {
        super::link::weight(weight, id)?;
        *slot = weight;
    }
    Ok(())
}
