//! Two alternating slots: what is written may be cut at any byte, and the other slot still holds.
//!
//! A slot is one line of header and the payload below it:
//! `gca1 <sequence> <crc-32 of the payload> <saved at, ms> <writer> <bank version> <bank hash>`.

/// What a good slot holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slot<'a> {
    /// Counts the writes of one assessment; the highest good one is the newest.
    pub sequence: u64,
    /// When it was written, in milliseconds since 1970, by the clock of the device.
    pub saved_at: f64,
    /// Who wrote it: one id for each open page.
    pub writer: &'a str,
    /// Version of the bank it was answered on.
    pub bank_version: &'a str,
    /// Hash of that bank.
    pub bank_hash: &'a str,
    /// The snapshot as JSON text.
    pub payload: &'a str,
}

/// Why a slot cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotError {
    /// Nothing there.
    Empty,
    /// Written by a newer version of the product: to be left untouched.
    Newer,
    /// Cut, changed or not ours.
    Damaged,
}

/// Version of the slot format, the digits after `gca`.
const FORMAT: u32 = 1;

/// Sequences stay below it, so that JavaScript can hold them.
pub const LIMIT: u64 = 1 << 53;

/// What both slots together say.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'a> {
    /// The newest good slot.
    pub best: Option<Slot<'a>>,
    /// Which slots are good.
    pub good: [bool; 2],
    /// Which slot to write next: 0 or 1, never the one that holds the best.
    pub next: usize,
    /// Whether a slot was found damaged.
    pub damaged: bool,
    /// Whether a slot is of a newer format; nothing may be written then.
    pub newer: bool,
}

/// Tells the text of a slot from any other without reading all of it: its header, which no two
/// saves have in common, and its length, so that a cut is noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    head: String,
    length: usize,
}

impl Mark {
    /// The mark of a good slot.
    pub fn of(text: &str) -> Self {
        Self {
            head: text.split_inclusive('\n').next().unwrap_or("").to_owned(),
            length: text.len(),
        }
    }

    /// Whether it is the mark of this text.
    pub fn is(&self, text: &str) -> bool {
        text.len() == self.length && text.starts_with(&self.head)
    }
}

/// Writes a slot.
pub fn write(slot: &Slot) -> String {
    let mut text = String::with_capacity(slot.payload.len() + 96);
    text.push_str("gca1 ");
    push_number(&mut text, slot.sequence);
    text.push(' ');
    push_crc(&mut text, crc32(slot.payload.as_bytes()));
    text.push(' ');
    push_number(&mut text, slot.saved_at as u64);
    for word in [slot.writer, slot.bank_version, slot.bank_hash] {
        text.push(' ');
        if word.is_empty() {
            text.push('-');
        }
        text.extend(
            word.chars()
                .map(|c| if c.is_whitespace() { '-' } else { c }),
        );
    }
    text.push('\n');
    text.push_str(slot.payload);
    text
}

/// Reads a slot.
///
/// # Errors
/// Says whether it is empty, newer or damaged; never panics, whatever stands there.
pub fn read(text: Option<&str>) -> Result<Slot<'_>, SlotError> {
    let text = match text {
        None | Some("") => return Err(SlotError::Empty),
        Some(text) => text,
    };
    let (header, payload) = text.split_once('\n').ok_or(SlotError::Damaged)?;
    let mut words = header.split(' ');
    let mut word = || words.next().ok_or(SlotError::Damaged);
    let format = word()?.strip_prefix("gca").ok_or(SlotError::Damaged)?;
    if format.parse::<u32>().map_err(|_| SlotError::Damaged)? > FORMAT {
        return Err(SlotError::Newer);
    }
    let sequence = word()?.parse().map_err(|_| SlotError::Damaged)?;
    if sequence >= LIMIT {
        return Err(SlotError::Damaged);
    }
    let crc = u32::from_str_radix(word()?, 16).map_err(|_| SlotError::Damaged)?;
    let saved_at: u64 = word()?.parse().map_err(|_| SlotError::Damaged)?;
    let slot = Slot {
        sequence,
        saved_at: saved_at as f64,
        writer: word()?,
        bank_version: word()?,
        bank_hash: word()?,
        payload,
    };
    if crc == crc32(payload.as_bytes()) {
        Ok(slot)
    } else {
        Err(SlotError::Damaged)
    }
}

/// Reads both slots and chooses.
pub fn choose(texts: [Option<&str>; 2]) -> Reading<'_> {
    let [a, b] = texts.map(read);
    let is = |slot: &Result<Slot, SlotError>, error| matches!(slot, Err(e) if *e == error);
    let damaged = is(&a, SlotError::Damaged) || is(&b, SlotError::Damaged);
    let newer = is(&a, SlotError::Newer) || is(&b, SlotError::Newer);
    let good = [a.is_ok(), b.is_ok()];
    let (best, next) = match (a, b) {
        (Ok(a), Ok(b)) if a.sequence >= b.sequence => (Some(a), 1),
        (_, Ok(b)) => (Some(b), 0),
        (Ok(a), _) => (Some(a), 1),
        _ => (None, 0),
    };
    Reading {
        best,
        good,
        next,
        damaged,
        newer,
    }
}

fn push_number(text: &mut String, n: u64) {
    // `format!` would link the formatting machinery into the first load.
    let mut digits = [0_u8; 20];
    let mut rest = n;
    let mut used = 0;
    for digit in digits.iter_mut() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    text.extend(digits.iter().take(used).rev().map(|d| char::from(*d)));
}

fn push_crc(text: &mut String, crc: u32) {
    for shift in (0..8).rev() {
        let digit = crc >> (4 * shift) & 15;
        text.extend(char::from_digit(digit, 16));
    }
}

/// CRC-32 as in ISO-HDLC, zip and PNG; four bits a step, with a table that costs 64 bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    // The remainder of each value of four bits; the test below checks it against the published value.
    const TABLE: [u32; 16] = [
        0,
        0x1db7_1064,
        0x3b6e_20c8,
        0x26d9_30ac,
        0x76dc_4190,
        0x6b6b_51f4,
        0x4db2_6158,
        0x5005_713c,
        0xedb8_8320,
        0xf00f_9344,
        0xd6d6_a3e8,
        0xcb61_b38c,
        0x9b64_c2b0,
        0x86d3_d2d4,
        0xa00a_e278,
        0xbdbd_f21c,
    ];
    let step = |crc: u32| (crc >> 4) ^ TABLE.get((crc & 15) as usize).copied().unwrap_or_default();
    let mut crc = !0_u32;
    for byte in bytes {
        crc = step(step(crc ^ u32::from(*byte)));
    }
    !crc
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::{choose, crc32, read, write, Slot, SlotError};

    fn slot(sequence: u64, payload: &str) -> String {
        write(&Slot {
            sequence,
            saved_at: 1.7e12,
            writer: "w1",
            bank_version: "1.0.0",
            bank_hash: "",
            payload,
        })
    }

    #[test]
    fn crc_matches_the_published_check_value() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn slot_cut_at_any_byte_falls_back_to_the_other() {
        let old = slot(7, r#"{"answers":{}}"#);
        let new = slot(8, r#"{"answers":{"a":"é"}}"#);
        assert_eq!(choose([Some(&old), Some(&new)]).best.unwrap().sequence, 8);
        for cut in 0..new.len() {
            if let Some(part) = new.get(..cut) {
                let reading = choose([Some(&old), Some(part)]);
                assert_eq!(reading.best.unwrap().sequence, 7);
                assert_eq!(reading.next, 1);
            }
        }
    }

    #[test]
    fn any_changed_byte_of_the_payload_is_noticed() {
        let text = slot(1, r#"{"answers":{"a":"x"}}"#);
        let at = text.find('\n').unwrap() + 1;
        for i in at..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[i] ^= 1;
            if let Ok(changed) = String::from_utf8(bytes) {
                assert_eq!(read(Some(&changed)), Err(SlotError::Damaged));
            }
        }
    }

    #[test]
    fn newer_format_is_recognised() {
        assert_eq!(read(Some("gca2 9 x\n")), Err(SlotError::Newer));
        assert!(choose([Some("gca2 9 x\n"), None]).newer);
        for junk in ["null", "[]", "gca1", "gca1 \n", "gca\n", "gcax 1\n{}"] {
            assert_eq!(read(Some(junk)), Err(SlotError::Damaged), "{junk}");
        }
    }
}
