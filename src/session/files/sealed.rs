//! The envelope of a file that is sealed with a passphrase.

use crate::base64::{decode, encode, Alphabet};
use gca_engine::Json;

/// Rounds of the derivation for a new file: what OWASP's "Password Storage Cheat Sheet" asks of
/// PBKDF2 with SHA-256.
pub const ITERATIONS: u32 = 600_000;
/// Length of a new salt in bytes; NIST SP 800-132 asks for 16.
pub const SALT_BYTES: usize = 16;
/// Length of the nonce in bytes, the one that AES-GCM is made for (NIST SP 800-38D).
pub const NONCE_BYTES: usize = 12;
/// Length of the seal at the end of the data, in bytes.
const TAG_BYTES: usize = 16;

const CIPHER: &str = "AES-GCM";
const DERIVATION: &str = "PBKDF2-SHA-256";

/// A sealed file: what the browser needs, besides the passphrase, to open it. Inside is the text of an
/// assessment file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Rounds of the derivation, 100,000 to 10,000,000: fewer are no protection, more keep a page
    /// busy for minutes.
    pub iterations: u32,
    /// Salt of the derivation, 16 to 64 bytes.
    pub salt: Vec<u8>,
    /// Nonce of the cipher, [`NONCE_BYTES`] bytes.
    pub nonce: Vec<u8>,
    /// What was sealed, with the seal of 16 bytes at its end.
    pub data: Vec<u8>,
}

impl Sealed {
    /// Reads the envelope; `None` if anything in it is not as it must be.
    pub(super) fn read(value: &Json) -> Option<Self> {
        let text = |name| match value.get(name) {
            Some(Json::Text(text)) => Some(&**text),
            _ => None,
        };
        let bytes = |name| {
            let decoded = decode(text(name)?, Alphabet::Standard)?;
            decoded.is_exact.then_some(decoded.bytes)
        };
        let iterations = match value.get("iterations") {
            Some(Json::Number(n)) if n.fract() == 0.0 && (1e5..=1e7).contains(n) => *n as u32,
            _ => return None,
        };
        let sealed = Self {
            iterations,
            salt: bytes("salt")?,
            nonce: bytes("nonce")?,
            data: bytes("data")?,
        };
        let is_known = text("cipher") == Some(CIPHER) && text("derivation") == Some(DERIVATION);
        (is_known && sealed.is_sound()).then_some(sealed)
    }

    fn is_sound(&self) -> bool {
        (SALT_BYTES..=64).contains(&self.salt.len())
            && self.nonce.len() == NONCE_BYTES
            && self.data.len() > TAG_BYTES
    }

    /// The envelope as it is written.
    pub(super) fn to_json(&self) -> Json {
        let bytes = |bytes: &[u8]| Json::Text(encode(bytes, Alphabet::Standard));
        let members = [
            ("cipher", Json::Text(CIPHER.into())),
            ("derivation", Json::Text(DERIVATION.into())),
            ("iterations", Json::Number(self.iterations.into())),
            ("salt", bytes(&self.salt)),
            ("nonce", bytes(&self.nonce)),
            ("data", bytes(&self.data)),
        ];
        Json::Object(members.map(|(name, value)| (name.into(), value)).into())
    }
}
