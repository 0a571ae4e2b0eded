//! Random choices from a seed, so that a failure can be met again.

use serde_json::{json, Map, Value};

/// SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A text of up to `max` characters, most of them trouble.
    pub fn text(&mut self, max: usize) -> String {
        const ODD: &[char] = &[
            'a',
            'Z',
            '0',
            ' ',
            '\n',
            '\t',
            '\0',
            '"',
            '\\',
            '/',
            '<',
            '&',
            '{',
            ']',
            '\u{7f}',
            'é',
            'ß',
            'ы',
            'ع',
            '中',
            '\u{202e}',
            '\u{2028}',
            '\u{feff}',
            '\u{fffd}',
            '\u{1f600}',
            '\u{10ffff}',
        ];
        (0..self.below(max + 1)).map(|_| *self.pick(ODD)).collect()
    }

    /// Any JSON value; the names of its members are picked from `names`.
    pub fn value(&mut self, names: &[&str], depth: usize) -> Value {
        let kinds = if depth == 0 { 6 } else { 9 };
        match self.below(kinds) {
            0 => Value::Null,
            1 => json!(self.chance(50)),
            2 => json!(*self.pick(&[0.0, -1.0, 1.5, 1e300, -0.0, 1.7e12])),
            3 => json!(self.below(1000)),
            4 => json!(""),
            5 => json!(self.text(12)),
            6 => (0..self.below(4))
                .map(|_| self.value(names, depth - 1))
                .collect(),
            _ => {
                let mut members = Map::new();
                for _ in 0..self.below(6) {
                    let value = self.value(names, depth - 1);
                    members.insert(self.pick(names).to_string(), value);
                }
                Value::Object(members)
            }
        }
    }
}
