//! Words of the trade that questions use, explained in place.
//!
//! The words and what they mean are texts of the interface. Which questions use one is the same in every
//! language, so it is found in the English bank once (`tests/words.rs`) and kept by question, not searched for on the page.

mod places;

use crate::catalog::Key;
use crate::model::Model;
use places::PLACES;

/// A word, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as the bank has it.
    pub name: Key,
    /// What it means, in a sentence or two.
    pub meaning: Key,
}

const fn word(name: Key, meaning: Key) -> Word {
    Word { name, meaning }
}

/// Every word that is explained.
pub const WORDS: &[Word] = &[
    word(Key::WordsCsirt, Key::WordsCsirtText),
    word(Key::WordsIncident, Key::WordsIncidentText),
    word(
        Key::WordsCriticalInfrastructure,
        Key::WordsCriticalInfrastructureText,
    ),
    word(Key::WordsCybercrime, Key::WordsCybercrimeText),
    word(Key::WordsCoreOffence, Key::WordsCoreOffenceText),
    word(
        Key::WordsElectronicEvidence,
        Key::WordsElectronicEvidenceText,
    ),
    word(Key::WordsPreservation, Key::WordsPreservationText),
    word(Key::WordsTrafficData, Key::WordsTrafficDataText),
    word(Key::WordsProportionality, Key::WordsProportionalityText),
    word(Key::WordsPersonalData, Key::WordsPersonalDataText),
    word(Key::WordsGrooming, Key::WordsGroomingText),
    word(Key::WordsPhishing, Key::WordsPhishingText),
    word(Key::WordsSpam, Key::WordsSpamText),
    word(Key::WordsBotnet, Key::WordsBotnetText),
    word(Key::WordsTakedown, Key::WordsTakedownText),
    word(Key::WordsSpoofed, Key::WordsSpoofedText),
    word(Key::WordsSim3, Key::WordsSim3Text),
    word(Key::WordsConstituency, Key::WordsConstituencyText),
    word(Key::WordsFeed, Key::WordsFeedText),
    word(
        Key::WordsEmailAuthentication,
        Key::WordsEmailAuthenticationText,
    ),
    word(Key::WordsCertificate, Key::WordsCertificateText),
    word(Key::WordsAssurance, Key::WordsAssuranceText),
    word(Key::WordsSecondFactor, Key::WordsSecondFactorText),
    word(Key::WordsPasskey, Key::WordsPasskeyText),
    word(Key::WordsPostQuantum, Key::WordsPostQuantumText),
    word(Key::WordsBiometrics, Key::WordsBiometricsText),
    word(Key::WordsDeepfake, Key::WordsDeepfakeText),
    word(Key::WordsBaseline, Key::WordsBaselineText),
    word(Key::WordsPenetrationTest, Key::WordsPenetrationTestText),
    word(Key::WordsThreatModelling, Key::WordsThreatModellingText),
    word(Key::WordsSupplyChain, Key::WordsSupplyChainText),
    word(Key::WordsDnssec, Key::WordsDnssecText),
    word(Key::WordsRpki, Key::WordsRpkiText),
    word(Key::WordsVulnerability, Key::WordsVulnerabilityText),
    word(Key::WordsLeadBody, Key::WordsLeadBodyText),
    word(Key::WordsTermsOfReference, Key::WordsTermsOfReferenceText),
    word(Key::WordsPartnership, Key::WordsPartnershipText),
    word(Key::WordsSharingCentre, Key::WordsSharingCentreText),
    word(Key::WordsVirtualAssets, Key::WordsVirtualAssetsText),
    word(Key::WordsHandlingRules, Key::WordsHandlingRulesText),
    word(Key::WordsNorms, Key::WordsNormsText),
    word(
        Key::WordsConfidenceBuilding,
        Key::WordsConfidenceBuildingText,
    ),
    word(Key::WordsFirst, Key::WordsFirstText),
    word(Key::WordsWsis, Key::WordsWsisText),
];

/// The words that a question uses, by the id of the question; none for a question that we do not know.
pub fn words_of(question: &str) -> impl Iterator<Item = Word> {
    let found = PLACES.binary_search_by(|(id, _)| (*id).cmp(question));
    let found = found.ok().and_then(|at| PLACES.get(at));
    let places = found.map_or(&[][..], |(_, words)| words);
    places
        .iter()
        .filter_map(|at| WORDS.get(usize::from(*at)).copied())
}

/// Whether a bank uses any of the words.
pub fn has_words(model: &Model) -> bool {
    let mut questions = model.bank.questions().iter();
    questions.any(|question| words_of(&question.id).next().is_some())
}
