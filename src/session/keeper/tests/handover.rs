//! Another program that goes on in the same page.

use super::others::{kept, opened};
use super::{keeper, theirs};
use crate::keeper::fake::{Fake, STAMP};
use crate::keeper::{Keeper, News, Trouble};

#[test]
fn next_program_of_a_page_is_not_another_tab() {
    let mut shelf = Fake::default();
    keeper("w")
        .save(&mut shelf, &kept("1", "i"), STAMP)
        .unwrap();
    for saves in 0..3 {
        let mut first = opened(["a", "b", "c"][saves], &shelf);
        for _ in 0..saves {
            first.save(&mut shelf, &kept("2", "i"), STAMP).unwrap();
        }
        let (place, writer) = (first.place().to_owned(), first.writer().to_owned());
        let mut next = Keeper::at(place, writer, first.sequence());
        assert_eq!(next.elsewhere(&shelf), None);
        next.catch_up(&shelf);
        assert_eq!(next.elsewhere(&shelf), None);
        assert_eq!(next.sequence(), first.sequence());
        let now = keeper("v").open(&shelf, false).payload.unwrap();
        // A tab that only reads is none of its business, as before.
        let turned = now.replace("\"i\"", "\"j\"");
        opened("r", &shelf)
            .save(&mut shelf, &turned, STAMP)
            .unwrap();
        assert_eq!(next.elsewhere(&shelf), None);
        next.save(&mut shelf, &kept("3", "i"), STAMP).unwrap();
        // The first one is done, but would still be of the same page.
        assert_eq!(first.elsewhere(&shelf), None);
    }
}

#[test]
fn page_turned_elsewhere_before_the_next_program_came_is_no_news_to_it() {
    let mut shelf = Fake::default();
    let mut first = keeper("a");
    first.save(&mut shelf, &kept("1", "i"), STAMP).unwrap();
    let mut reader = opened("r", &shelf);
    for indicator in ["j", "k"] {
        reader
            .save(&mut shelf, &kept("1", indicator), STAMP)
            .unwrap();
    }
    first.catch_up(&shelf);
    let mut next = Keeper::resume("b", "default", "a".into(), first.sequence());
    next.catch_up(&shelf);
    assert_eq!(next.elsewhere(&shelf), None);
    reader.save(&mut shelf, &kept("1", "l"), STAMP).unwrap();
    next.save(&mut shelf, &kept("2", "i"), STAMP).unwrap();
}

#[test]
fn next_program_is_not_deceived_by_another_save_of_the_same_number() {
    let mut shelf = Fake::default();
    let mut first = keeper("a");
    first.save(&mut shelf, "{1}", STAMP).unwrap();
    let mut b = opened("b", &shelf);
    b.save(&mut shelf, "{b}", STAMP).unwrap();
    let mut next = Keeper::resume("b", "default", "a".into(), first.sequence());
    next.catch_up(&shelf);
    b.forget(&mut shelf);
    b.save(&mut shelf, "{anew}", STAMP).unwrap();
    assert_eq!(theirs(&next, &shelf).as_deref(), Some("{anew}"));
}

#[test]
fn next_program_hears_what_happened_in_between() {
    let mut shelf = Fake::default();
    let mut first = keeper("a");
    first.save(&mut shelf, "{1}", STAMP).unwrap();
    let sequence = first.sequence();
    let next = || Keeper::resume("b", "default", "a".into(), sequence);
    opened("b", &shelf)
        .save(&mut shelf, "{theirs}", STAMP)
        .unwrap();
    for looks in 0..2 {
        let mut k = next();
        (0..looks).for_each(|_| k.catch_up(&shelf));
        assert_eq!(theirs(&k, &shelf).as_deref(), Some("{theirs}"));
        let saved = k.save(&mut shelf, "{2}", STAMP);
        assert_eq!(saved, Err(Trouble::Elsewhere));
    }
    shelf.texts.clear();
    for looks in 0..2 {
        let mut k = next();
        (0..looks).for_each(|_| k.catch_up(&shelf));
        assert_eq!(k.elsewhere(&shelf), Some(News::Gone));
        assert_eq!(k.save(&mut shelf, "{2}", STAMP), Err(Trouble::Gone));
    }
    shelf.denied = true;
    let mut denied = next();
    denied.catch_up(&shelf);
    assert_eq!(denied.save(&mut shelf, "{2}", STAMP), Err(Trouble::Denied));
}
