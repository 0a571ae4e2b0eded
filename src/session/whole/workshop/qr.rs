//! A QR code as a drawing. The share code of the full bank (54 characters) is version 4 at
//! correction level M, 33 modules across; with name and group it grows to version 7 or 8.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, without which readers do not find it.
pub const QUIET: i32 = 4;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Version, 1 to 40.
    pub version: u8,
    /// Modules across, the quiet zone included.
    pub size: i32,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

/// The QR code of a text; `None` if it has no room.
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let (at, row, long) = (from + QUIET, y + QUIET, x - from);
                path.push_str(&format!("M{at} {row}h{long}v1h-{long}z"));
            }
            x += 1;
        }
    }
    Some(Qr {
        version: code.version().value(),
        size: code.size() + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn answers_of_the_full_bank_fit_a_code_that_phones_read() {
        let found = qr(&"aB3-x_".repeat(9)).map(|qr| (qr.version, qr.size));
        assert_eq!(found, Some((4, 33 + 8)));
        assert_eq!(qr(&"aB3-".repeat(2000)), None);
    }
}
