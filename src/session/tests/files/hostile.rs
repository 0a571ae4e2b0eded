//! Nothing panics, whatever the bytes, and what opens can be written and opened again.

use crate::random::Random;
use crate::support::{bank_of, core};
use crate::{bank, full, SAVED};
use gca_engine::{Bank, RawAnswer};
use gca_session::details::Details;
use gca_session::files::{
    read, write_all, write_one, write_sealed, FileError, Reading, Reason, Sealed,
};
use gca_session::{Given, Snapshot};

/// Opens a file; what opens is written and opened again, and must be the same then.
fn check(bytes: &[u8], bank: &Bank) {
    let Ok(Reading::Open(opened)) = read(bytes, bank) else {
        return;
    };
    let snapshots = opened.assessments.into_iter().map(|(snapshot, _)| snapshot);
    let snapshots: Vec<Snapshot> = snapshots.collect();
    let text = write_all(&snapshots, SAVED);
    let again = match read(text.as_bytes(), bank) {
        Ok(Reading::Open(opened)) => opened,
        other => panic!("{other:?}: {text}"),
    };
    let again: Vec<Snapshot> = again.assessments.into_iter().map(|(s, _)| s).collect();
    assert_eq!(write_all(&again, SAVED), text);
    for snapshot in &snapshots {
        let details = Details::read(&snapshot.rest);
        assert_eq!(Details::read(&details.write()), details);
        assert!(read(write_one(snapshot, SAVED).as_bytes(), bank).is_ok());
    }
}

/// Files to damage.
fn good() -> Vec<String> {
    let sealed = Sealed {
        iterations: 600_000,
        salt: vec![7; 16],
        nonce: vec![8; 12],
        data: vec![9; 40],
    };
    vec![
        write_one(&full(), SAVED),
        write_all(&[full(), Snapshot::default(), full()], SAVED),
        write_sealed(&sealed),
    ]
}

#[test]
fn a_file_cut_at_any_byte_is_said_to_be_cut() {
    let bank = bank_of(&core());
    let whole = bank.questions().iter().map(|question| {
        let value = RawAnswer::Text(question.options[1].id.to_string());
        (question.id.to_string(), value)
    });
    let whole = Snapshot {
        answers: Given(whole.collect()),
        ..full()
    };
    let mut files = good();
    files.push(write_one(&whole, SAVED));
    for text in files {
        let bytes = text.as_bytes();
        for cut in 1..bytes.len() {
            let expected = Reason::Cut;
            match read(&bytes[..cut], &bank) {
                Err(FileError::Broken { reason, .. }) if reason == expected => {}
                other => panic!("{other:?} at {cut}: {text}"),
            }
        }
    }
}

#[test]
fn any_changed_byte_is_refused_or_understood() {
    let mut random = Random(3);
    let bank = bank();
    for text in good() {
        for at in 0..text.len() {
            for _ in 0..6 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = match random.below(4) {
                    0 => bytes[at] ^ (1 << random.below(8)),
                    1 => *random.pick(b"\"\\{}[]:,0e-+.\n\0\xff\xc3"),
                    _ => random.next() as u8,
                };
                check(&bytes, &bank);
            }
        }
    }
}

#[test]
fn files_pieced_together_from_parts_of_others_are_refused_or_understood() {
    let mut random = Random(4);
    let bank = bank();
    let good = good();
    let parts: &[&[u8]] = &[
        b"1e999",
        b"-1e-999",
        b"1e308",
        b"null",
        b"true",
        b"\"__proto__\":",
        b"{\"a\":1,\"a\":2}",
        b"\"\\ud83d\"",
        b"\"\\u0000\"",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"[[[[",
        b"}}",
        b",",
        b"\"answers\":{",
        b"\"law\":",
        b"\"format\":9,",
        b"\"bank\":\"x\",",
        b"\"sealed\":",
        b"\"assessments\":[",
    ];
    for _ in 0..20_000 {
        let mut bytes = random.pick(&good).clone().into_bytes();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            let end = at + random.below(bytes.len() - at).min(random.below(40));
            let other = random.pick(&good).as_bytes();
            let from = random.below(other.len());
            let part = match random.chance(60) {
                true => *random.pick(parts),
                false => &other[from..(from + random.below(60)).min(other.len())],
            };
            bytes.splice(at..end, part.iter().copied());
        }
        check(&bytes, &bank);
    }
}

#[test]
fn random_bytes_are_refused_or_understood() {
    let mut random = Random(5);
    let bank = bank();
    for _ in 0..20_000 {
        let length = random.below(200);
        let bytes: Vec<u8> = match random.chance(50) {
            true => (0..length).map(|_| random.next() as u8).collect(),
            false => (0..length)
                .map(|_| *random.pick(b"{}[]\",:\\u0d8e1-. \nansw"))
                .collect(),
        };
        check(&bytes, &bank);
    }
}

#[test]
fn random_members_are_understood_and_stay_the_same() {
    let names = [
        "format",
        "bank",
        "version",
        "hash",
        "mode",
        "answers",
        "notes",
        "screen",
        "indicator",
        "saved",
        "engine",
        "name",
        "begun",
        "evidence",
        "flagged",
        "who",
        "earlier",
        "law",
        "ticks",
        "port",
        "assessments",
        "__proto__",
        "constructor",
        "",
    ];
    let mut random = Random(6);
    let bank = bank();
    let mut count = 0;
    for _ in 0..10_000 {
        let mut value = random.value(&names, 5);
        if let Some(members) = value.as_object_mut() {
            members.insert("bank".into(), "small".into());
            if random.chance(80) {
                members.remove("assessments");
                members.insert("answers".into(), serde_json::json!({"law": "some"}));
                count += 1;
            }
        }
        check(value.to_string().as_bytes(), &bank);
    }
    assert!(count > 1000);
}

#[test]
fn depth_and_size_have_bounds_that_are_said() {
    for depth in [100, 126, 127, 128, 5000, 100_000] {
        let text = format!(
            "{{\"answers\":{{}},\"x\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        );
        match read(text.as_bytes(), &bank()) {
            Ok(_) => {
                assert!(depth <= 126, "{depth}");
                check(text.as_bytes(), &bank());
            }
            Err(FileError::Broken { reason, .. }) => {
                assert_eq!((reason, depth > 126), (Reason::Nesting, true));
            }
            other => panic!("{other:?}"),
        }
    }
    let many = vec!["{\"answers\":{}}"; 3000].join(",");
    let Ok(Reading::Open(opened)) =
        read(format!("{{\"assessments\":[{many}]}}").as_bytes(), &bank())
    else {
        panic!("many are read");
    };
    assert_eq!((opened.assessments.len(), opened.left_out), (1000, 2000));
}
