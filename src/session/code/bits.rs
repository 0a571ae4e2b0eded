//! Numbers of any number of bits, one after the other, highest bit first.

/// Bits as they are written.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    used: usize,
}

impl Writer {
    /// Adds the lowest bits of a value.
    pub(super) fn push(&mut self, value: u128, bits: u32) {
        for at in (0..bits).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = (value >> at & 1) as u8;
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }

    /// Whole bytes; the last is filled with zeros.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Bits as they are read.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    used: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, used: 0 }
    }

    /// The next value of so many bits; `None` if there are not so many.
    pub(super) fn take(&mut self, bits: u32) -> Option<u128> {
        let mut value = 0;
        for _ in 0..bits {
            let byte = self.bytes.get(self.used / 8)?;
            value = value << 1 | u128::from(byte >> (7 - self.used % 8) & 1);
            self.used += 1;
        }
        Some(value)
    }

    /// Whether nothing follows but the zeros that fill the last byte.
    pub(super) fn is_at_end(&self) -> bool {
        let is_last = self.used.div_ceil(8) == self.bytes.len();
        let filling = match self.used % 8 {
            0 => 0,
            used => self.bytes.last().map_or(0, |last| last << used),
        };
        is_last && filling == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn values_come_back_with_nothing_behind_them() {
        let values = [
            (1, 1),
            (0, 1),
            (5, 3),
            (0, 0),
            (u128::from(u64::MAX), 65),
            (1 << 64, 65),
            (u128::MAX, 128),
            (0xabc, 12),
        ];
        let mut writer = Writer::default();
        for (value, bits) in values {
            writer.push(value, bits);
        }
        let mut bytes = writer.into_bytes();
        let mut reader = Reader::new(&bytes);
        for (value, bits) in values {
            assert!(!reader.is_at_end());
            assert_eq!(reader.take(bits), Some(value));
        }
        assert!(reader.is_at_end());
        assert_eq!(reader.take(64), None);
        bytes.push(0);
        let mut reader = Reader::new(&bytes);
        for (_, bits) in values {
            reader.take(bits);
        }
        assert!(!reader.is_at_end());
    }
}
