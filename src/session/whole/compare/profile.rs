//! A reference profile from a file: points of areas that somebody published, with where they come from.

use crate::details::MAX_NAME;
use crate::files;
use gca_engine::{Bank, Json};
use std::rc::Rc;

/// Largest file of a reference profile, in bytes.
pub const MAX_PROFILE_BYTES: usize = 64 << 10;
/// Longest source of a profile, in characters.
pub const MAX_SOURCE: usize = 500;
/// First and last year that a profile may be of.
pub const YEARS: (f64, f64) = (1990.0, 2100.0);
/// Most assessments that a profile may rest on.
pub const MAX_BEHIND: f64 = 1_000_000.0;

/// A reference profile (METHOD, section 11): it may be used only with its source, year, number of
/// assessments and version of the questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Name of the file.
    pub file: Rc<str>,
    /// What it is called.
    pub label: Rc<str>,
    /// Who published it, and where.
    pub source: Rc<str>,
    /// Of which year it is.
    pub year: usize,
    /// Number of assessments behind it.
    pub assessments: usize,
    /// Version of the questions that were answered.
    pub version: Rc<str>,
    /// Points by area (position in the whole bank), 0–100, in the order of the bank.
    pub areas: Vec<(usize, f64)>,
    /// Number of its areas that the bank does not have.
    pub passed: usize,
}

/// Why a file is no reference profile that can be used.
#[derive(Clone, Debug, PartialEq)]
pub enum ProfileError {
    /// Larger than [`MAX_PROFILE_BYTES`].
    TooLarge,
    /// It is of another bank, with this id.
    OtherBank(String),
    /// This member is missing, or no text of 1 to so many characters.
    Text(&'static str, usize),
    /// This member is missing, or no whole number within these bounds.
    Whole(&'static str, f64, f64),
    /// There is no object of points by area id.
    Areas,
    /// The points of this area are no number of 0–100.
    Points(String),
    /// None of its areas is one of the bank.
    NoArea,
}

impl ProfileError {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "profile.too-large",
            Self::OtherBank(_) => "profile.other-bank",
            Self::Text(..) => "profile.text",
            Self::Whole(..) => "profile.whole",
            Self::Areas => "profile.areas",
            Self::Points(_) => "profile.points",
            Self::NoArea => "profile.no-area",
        }
    }
}

/// What the file of a profile would be as JSON; `None` if it means to be something else. A member of
/// the answers or of a profile that stands there tells.
pub(crate) fn meant(bytes: &[u8]) -> Option<Json> {
    let value = files::value(bytes).ok()?;
    let has = |name| value.get(name).is_some();
    let is_list = matches!(value.get("assessments"), Some(Json::List(_)));
    let other = has("answers") || has("sealed") || is_list;
    let own = matches!(value.get("areas"), Some(Json::Object(_))) || has("label");
    (own && !other).then_some(value)
}

impl Reference {
    /// Reads a profile on a whole bank.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub(crate) fn read(
        file: &str,
        size: usize,
        value: &Json,
        bank: &Bank,
    ) -> Result<Self, ProfileError> {
        if size > MAX_PROFILE_BYTES {
            return Err(ProfileError::TooLarge);
        }
        if let Some(Json::Text(id)) = value.get("bank") {
            if id != bank.id() {
                return Err(ProfileError::OtherBank(shortened(id)));
            }
        }
        let label = text(value, "label", MAX_NAME)?;
        let source = text(value, "source", MAX_SOURCE)?;
        let version = text(value, "version", MAX_NAME)?;
        let year = whole(value, "year", YEARS.0, YEARS.1)?;
        let assessments = whole(value, "assessments", 1.0, MAX_BEHIND)?;
        let (areas, passed) = areas(value, bank)?;
        Ok(Self {
            file: file.into(),
            label,
            source,
            year,
            assessments,
            version,
            areas,
            passed,
        })
    }
}

/// Points by position of the area, and the number of areas that the bank does not have.
fn areas(value: &Json, bank: &Bank) -> Result<(Vec<(usize, f64)>, usize), ProfileError> {
    let members = value.get("areas").and_then(Json::members);
    let members = members.ok_or(ProfileError::Areas)?;
    let (mut areas, mut passed): (Vec<(usize, f64)>, usize) = (Vec::new(), 0);
    for (id, value) in members {
        let points = match value {
            Json::Number(points) if (0.0..=100.0).contains(points) => *points,
            _ => return Err(ProfileError::Points(shortened(id))),
        };
        match bank.areas().iter().position(|area| *area.id == *id) {
            Some(at) => {
                let place = areas.partition_point(|(other, _)| *other < at);
                areas.insert(place, (at, points));
            }
            None => passed += 1,
        }
    }
    if areas.is_empty() {
        return Err(ProfileError::NoArea);
    }
    Ok((areas, passed))
}

fn text(value: &Json, name: &'static str, max: usize) -> Result<Rc<str>, ProfileError> {
    match value.get(name) {
        Some(Json::Text(text)) if (1..=max).contains(&text.trim().chars().count()) => {
            Ok(text.trim().into())
        }
        _ => Err(ProfileError::Text(name, max)),
    }
}

fn whole(value: &Json, name: &'static str, min: f64, max: f64) -> Result<usize, ProfileError> {
    match value.get(name) {
        Some(Json::Number(n)) if *n >= min && *n <= max && *n == n.trunc() => Ok(*n as usize),
        _ => Err(ProfileError::Whole(name, min, max)),
    }
}

/// An id from a file may be as long as the file.
fn shortened(id: &str) -> String {
    id.chars().take(60).collect()
}
