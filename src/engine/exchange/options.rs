//! The options of a call: version of the bank, and what a sensitivity run is made with.

use crate::finding::{Finding, InputError};
use crate::json::Json;
use crate::sensitivity::Draw;

/// Options of one call.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options {
    /// Whether the quick version is meant.
    pub quick: bool,
    /// What a sensitivity run is made with: 1–100,000 draws, a seed of 0–2^53.
    pub draw: Draw,
}

/// Largest options text, in bytes.
const MAX_BYTES: usize = 1 << 16;

/// Numbers up to here are exact in JavaScript.
const MAX_SAFE: f64 = 9_007_199_254_740_992.0;

impl Options {
    /// Reads options; an empty text stands for the defaults, as does `null` for each member.
    ///
    /// # Errors
    /// `options.type`, `options.mode`, `options.draws`, `options.seed`, `options.delta`, or
    /// `options.unknown`; all of them.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        let mut options = Self::default();
        if text.is_empty() {
            return Ok(options);
        }
        let json = Json::parse(text.as_bytes(), MAX_BYTES)?;
        if json == Json::Null {
            return Ok(options);
        }
        let Some(members) = json.members() else {
            return Err(Finding::error("options.type", "", "an object")
                .found(json.kind())
                .into());
        };
        let mut findings = Vec::new();
        for (name, value) in members {
            let whole = |min: f64, max: f64| match value {
                Json::Number(x) if x.fract() == 0.0 && (min..=max).contains(x) => Some(*x),
                _ => None,
            };
            let (code, expected) = match (name, value) {
                (_, Json::Null) => continue,
                ("mode", Json::Text(mode)) if matches!(&**mode, "full" | "quick") => {
                    options.quick = mode == "quick";
                    continue;
                }
                ("mode", _) => ("options.mode", "\"full\" or \"quick\""),
                ("draws", _) => match whole(1.0, 100_000.0) {
                    Some(draws) => {
                        options.draw.draws = draws as u32;
                        continue;
                    }
                    None => ("options.draws", "a whole number, 1 to 100000"),
                },
                ("seed", _) => match whole(0.0, MAX_SAFE) {
                    Some(seed) => {
                        options.draw.seed = seed as u64;
                        continue;
                    }
                    None => ("options.seed", "a whole number, 0 to 2^53"),
                },
                ("delta", Json::Number(delta)) if (0.0..1.0).contains(delta) => {
                    options.draw.delta = *delta;
                    continue;
                }
                ("delta", _) => ("options.delta", "a number, 0 or more and less than 1"),
                _ => ("options.unknown", "one of mode, draws, seed, delta"),
            };
            findings.push(Finding::error(code, name, expected).found(value.kind()));
        }
        match InputError::new(findings) {
            Some(error) => Err(error),
            None => Ok(options),
        }
    }
}
