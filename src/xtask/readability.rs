//! How hard the English of a bank is to read: the grade of Flesch and Kincaid (1975), years of school that a text asks for.
//!
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are groups of vowels, without a silent e at the end.
//! The names of the field (cybersecurity, infrastructure) are long and count as they are.

use crate::data::translation::{Text, Texts};
use crate::translate::english;
use anyhow::Result;

/// What the median of questions and options may be at most.
pub const LIMIT: f64 = 11.0;

/// Prints the median grade of questions, options and explanations, and the hardest of each.
pub fn run() -> Result<()> {
    let texts = english("gca-core")?;
    for (what, part) in [
        ("questions", ".text"),
        ("options", ".options."),
        ("explanations", ".help"),
    ] {
        let mut grades = grades(&texts, |key| key.contains(part));
        grades.sort_by(|a, b| b.0.total_cmp(&a.0));
        println!("{what}: median grade {:.1}", median(&grades));
        for (grade, text) in grades.iter().take(3) {
            println!("  {grade:>5.1}  {text}");
        }
    }
    println!(
        "questions and options: median grade {:.1} of at most {LIMIT}",
        median(&asked(&texts))
    );
    Ok(())
}

/// Grades of all questions and options, and the texts.
pub fn asked(texts: &Texts) -> Vec<(f64, &str)> {
    grades(texts, |key| {
        key.ends_with(".text") || key.contains(".options.")
    })
}

fn grades(texts: &Texts, takes: impl Fn(&str) -> bool) -> Vec<(f64, &str)> {
    let asked = texts
        .iter()
        .filter(|(key, _)| key.starts_with("questions.") && takes(key));
    let plain = asked.filter_map(|(_, text)| match text {
        Text::Plain(text) => Some(text.as_str()),
        Text::Plural(_) => None,
    });
    plain
        .filter_map(|text| Some((grade(text)?, text)))
        .collect()
}

/// The middle of the grades; 0 without any.
pub fn median(grades: &[(f64, &str)]) -> f64 {
    let mut grades: Vec<f64> = grades.iter().map(|(grade, _)| *grade).collect();
    grades.sort_by(f64::total_cmp);
    grades.get(grades.len() / 2).copied().unwrap_or_default()
}

/// The grade of a text; none of fewer than three words, which are no sentence.
pub fn grade(text: &str) -> Option<f64> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let words: Vec<&str> = text
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() < 3 {
        return None;
    }
    let ends = text
        .split_whitespace()
        .filter(|word| word.ends_with(['.', '!', '?', ';', ':']));
    let sentences = ends.count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    Some(0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59)
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(char::is_ascii_alphabetic).collect();
    let (mut count, mut before) = (0, false);
    for letter in &letters {
        let is_vowel = "aeiouy".contains(*letter);
        count += usize::from(is_vowel && !before);
        before = is_vowel;
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    if is_silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::{asked, grade, median, syllables, LIMIT};
    use crate::translate::english;

    #[test]
    fn syllables_are_groups_of_vowels() {
        let words = ["law", "table", "measure", "policy", "security", "CSIRT"];
        assert_eq!(words.map(syllables), [1, 2, 2, 3, 4, 1]);
    }

    #[test]
    fn short_words_and_sentences_are_easy() {
        let easy = grade("The law is in force. It is used.").unwrap_or_default();
        let hard = grade("Institutionalised interoperability arrangements notwithstanding constitutional prerogatives");
        assert!(easy < 2.0 && hard.is_some_and(|hard| hard > 20.0));
        assert_eq!(grade("In place"), None);
    }

    #[test]
    fn questions_and_options_are_plain() -> anyhow::Result<()> {
        let texts = english("gca-core")?;
        let grades = asked(&texts);
        assert!(
            grades.len() > 400 && median(&grades) <= LIMIT,
            "{}",
            median(&grades)
        );
        Ok(())
    }
}
