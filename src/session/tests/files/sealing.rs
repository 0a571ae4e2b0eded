//! The envelope of a sealed file is read as it was written, or not at all.

use crate::{bank, refused};
use gca_session::files::{
    read, write_sealed, FileError, Reading, Sealed, ITERATIONS, NONCE_BYTES, SALT_BYTES,
};
use serde_json::{json, Value};

fn sealed() -> Sealed {
    Sealed {
        iterations: ITERATIONS,
        salt: (0..SALT_BYTES as u8).collect(),
        nonce: (0..NONCE_BYTES as u8).collect(),
        data: (0..=255).cycle().take(1001).collect(),
    }
}

fn envelope() -> Value {
    serde_json::from_str(&write_sealed(&sealed())).unwrap()
}

#[test]
fn a_sealed_file_comes_back_as_it_was_written() {
    let text = write_sealed(&sealed());
    assert_eq!(
        read(text.as_bytes(), &bank()),
        Ok(Reading::Sealed(sealed()))
    );
    let sealed = &envelope()["sealed"];
    assert_eq!(sealed["cipher"], "AES-GCM");
    assert_eq!(sealed["derivation"], "PBKDF2-SHA-256");
    assert_eq!(sealed["iterations"], 600_000);
    assert_eq!(sealed["nonce"], "AAECAwQFBgcICQoL");
}

#[test]
fn bounds_of_the_envelope_are_held() {
    let long = "A".repeat(88);
    for (name, value, is_good) in [
        ("iterations", json!(100_000), true),
        ("iterations", json!(10_000_000), true),
        ("iterations", json!(99_999), false),
        ("iterations", json!(10_000_001), false),
        ("iterations", json!(1e300), false),
        ("iterations", json!(600_000.5), false),
        ("iterations", json!("600000"), false),
        ("iterations", json!(null), false),
        ("cipher", json!("AES-CBC"), false),
        ("derivation", json!("PBKDF2-SHA-1"), false),
        ("salt", json!("AAECAwQFBgcICQoL"), false),
        ("salt", json!(long), false),
        ("salt", json!([1]), false),
        ("nonce", json!("AAECAwQFBgcICQ=="), false),
        ("nonce", json!("AAECAwQFBgcICQoLDA=="), false),
        ("nonce", json!("AAECAwQFBgcICQo L"), false),
        ("data", json!(""), false),
        ("data", json!("AAECAwQFBgcICQoLDA0ODw=="), false),
        ("data", json!("AAECAwQFBgcICQoLDA0ODxA="), true),
        ("data", json!("AAECAwQFBgcICQoLDA0ODxA"), false),
        ("data", json!("AAECAwQFBgcICQoLDA0ODxB="), false),
        ("later", json!({"x": 1}), true),
    ] {
        let mut file = envelope();
        file["sealed"][name] = value.clone();
        let reading = read(file.to_string().as_bytes(), &bank());
        assert_eq!(reading.is_ok(), is_good, "{name} {value}");
    }
}

#[test]
fn every_member_of_the_envelope_is_needed() {
    for name in [
        "cipher",
        "derivation",
        "iterations",
        "salt",
        "nonce",
        "data",
    ] {
        let mut file = envelope();
        file["sealed"].as_object_mut().unwrap().remove(name);
        assert_eq!(refused(file.to_string()), FileError::Sealed, "{name}");
    }
    for value in [json!(null), json!(5), json!([]), json!("x")] {
        assert_eq!(
            refused(json!({ "sealed": value }).to_string()),
            FileError::Sealed
        );
    }
}
