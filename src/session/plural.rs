//! Plural categories of the languages we speak, by the rules of CLDR for whole numbers.

/// A plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Arabic: exactly 0.
    Zero,
    /// The singular of most languages.
    One,
    /// Arabic: exactly 2.
    Two,
    /// Arabic 3–10, Russian 2–4.
    Few,
    /// Arabic 11–99, Russian 5–20, French and Spanish millions.
    Many,
    /// Everything else; every language has it.
    Other,
}

impl Category {
    /// Name as in CLDR and in the catalogs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Category of a whole number in a language; a language that is not known here follows English.
pub fn category(language: &str, n: u32) -> Category {
    let primary = language.split('-').next().unwrap_or(language);
    let (tens, ones) = (n % 100, n % 10);
    match primary {
        "zh" => Category::Other,
        "ar" => match n {
            0 => Category::Zero,
            1 => Category::One,
            2 => Category::Two,
            _ if (3..=10).contains(&tens) => Category::Few,
            _ if tens >= 11 => Category::Many,
            _ => Category::Other,
        },
        "ru" => {
            if ones == 1 && tens != 11 {
                Category::One
            } else if (2..=4).contains(&ones) && !(12..=14).contains(&tens) {
                Category::Few
            } else {
                Category::Many
            }
        }
        "fr" | "pt" if n <= 1 => Category::One,
        "es" if n == 1 => Category::One,
        "fr" | "es" | "pt" if n != 0 && n.is_multiple_of(1_000_000) => Category::Many,
        "fr" | "es" | "pt" => Category::Other,
        _ if n == 1 => Category::One,
        _ => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{category, Category};

    #[test]
    fn categories_follow_cldr() {
        let rows = [
            ("en", 1, "one"),
            ("en-GB", 0, "other"),
            ("fr", 0, "one"),
            ("fr", 2_000_000, "many"),
            ("es", 0, "other"),
            ("es", 1, "one"),
            ("ru", 21, "one"),
            ("ru", 11, "many"),
            ("ru", 23, "few"),
            ("ar", 0, "zero"),
            ("ar", 2, "two"),
            ("ar", 103, "few"),
            ("ar", 111, "many"),
            ("ar", 100, "other"),
            ("zh", 1, "other"),
        ];
        for (language, n, expected) in rows {
            assert_eq!(category(language, n).name(), expected, "{language} {n}");
        }
        assert_eq!(category("xx", 1), Category::One);
    }
}
