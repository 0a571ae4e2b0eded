use super::exchange::{po, units, xliff, Unit};
use super::{english, languages, record_of, translated, OF};
use crate::data::translation::{check, Finding, Record, Texts};
use anyhow::Result;

fn sample() -> Vec<Unit> {
    let unit = |id: &str, target: &str| Unit {
        source: "A \"b\"\n{n} <c> & \\d".into(),
        target: target.into(),
        ..Unit::named(id)
    };
    vec![
        Unit {
            is_reviewed: true,
            ..unit("a.b", "« é »\n{n} \\n <i> & \"")
        },
        unit("a.c#few", "несколько {n}"),
        unit("a.d", ""),
    ]
}

#[test]
fn files_of_translators_come_back_as_they_went() -> Result<()> {
    let expected = ("ui".to_string(), "ru".to_string(), sample());
    assert_eq!(po::read(&po::write("ui", "ru", &sample()))?, expected);
    assert_eq!(xliff::read(&xliff::write("ui", "ru", &sample()))?, expected);
    Ok(())
}

#[test]
fn a_text_that_needs_work_says_nothing_when_it_comes_back() -> Result<()> {
    let stale = [Unit {
        is_stale: true,
        target: "old".into(),
        ..Unit::named("a")
    }];
    let back = [
        po::read(&po::write("ui", "fr", &stale))?.2,
        xliff::read(&xliff::write("ui", "fr", &stale))?.2,
    ];
    assert!(back.iter().flatten().all(|unit| unit.target.is_empty()));
    Ok(())
}

#[test]
fn what_is_broken_is_said() {
    for text in ["msgid \"", "nonsense", "msgctxt \"a\"\nmsgstr \"b\""] {
        assert!(po::read(text).is_err(), "{text}");
    }
    for text in ["<a/>", "<xliff", "<xliff trgLang=\"fr\"/>"] {
        assert!(xliff::read(text).is_err(), "{text}");
    }
}

#[test]
fn every_translation_comes_back_whole_from_both_kinds() -> Result<()> {
    for language in languages()? {
        for of in OF {
            let (english, texts) = (english(of)?, translated(of, &language)?);
            let units = units(&language, &english, &texts, &Record::default(), &[]);
            for back in [
                po::read(&po::write(of, &language, &units))?,
                xliff::read(&xliff::write(of, &language, &units))?,
            ] {
                let mut read = Texts::new();
                back.2.iter().for_each(|unit| unit.put(&mut read));
                assert_eq!(read, texts, "{of} {language}");
            }
        }
    }
    Ok(())
}

/// The six languages of the United Nations are complete and made from the English as it is; others may lack texts.
#[test]
fn translations_are_whole_and_of_todays_english() -> Result<()> {
    for language in languages()? {
        for of in OF {
            let (english, texts) = (english(of)?, translated(of, &language)?);
            let mut findings = check(&language, &english, &texts);
            findings.extend(record_of(of, &language)?.stale(&english, &texts));
            if !["ar", "es", "fr", "ru", "zh"].contains(&&*language) {
                findings.retain(|finding| !matches!(finding, Finding::Missing(_)));
            }
            assert_eq!(findings, [], "{of} {language}");
        }
    }
    Ok(())
}

/// A sign of another language, with a few letters around it.
fn strange<'a>(language: &str, text: &'a str) -> Option<&'a str> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |n: usize| letters.get(n).map_or(' ', |(_, c)| *c);
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let found = (0..letters.len()).find(|n| {
        let before = if *n > 0 { at(n - 1) } else { ' ' };
        let (sign, after) = (at(*n), at(n + 1));
        match language {
            _ if sign == '"' => true,
            "fr" if matches!(sign, ';' | '!' | '?' | '»') => before != '\u{202f}',
            "fr" if sign == ':' => before != '\u{202f}' && after != '/' && !before.is_ascii_digit(),
            "fr" if sign == '«' => after != '\u{202f}',
            "fr" | "es" | "ru" if sign == '%' => before.is_ascii_digit() || before == ' ',
            "fr" | "es" | "ru" => matches!(sign, '“'),
            "ar" => matches!(sign, ',' | ';' | '?' | '“' | '”') && !after.is_ascii_digit(),
            "zh" => {
                let is_ascii = matches!(sign, ',' | ':' | ';' | '?' | '!' | '(' | ')');
                is_ascii && (is_han(before) || is_han(after))
            }
            _ => false,
        }
    })?;
    let from = letters
        .get(found.saturating_sub(8))
        .map_or(0, |(at, _)| *at);
    text.get(from..)
}

#[test]
fn signs_are_those_of_the_language() -> Result<()> {
    for (language, text) in [
        ("fr", "oui: non"),
        ("fr", "12 %"),
        ("zh", "是,否"),
        ("ar", "نعم, لا"),
        ("es", "un \"dos\""),
    ] {
        assert!(strange(language, text).is_some(), "{language} {text}");
    }
    for (language, of) in ["ar", "es", "fr", "ru", "zh"]
        .into_iter()
        .flat_map(|language| OF.map(|of| (language, of)))
    {
        for (key, text) in translated(of, language)? {
            // The places in documents are cited as they are written there.
            if key.contains(".sources.") {
                continue;
            }
            for form in text.forms() {
                assert_eq!(strange(language, form), None, "{of} {language} {key}");
            }
        }
    }
    Ok(())
}
