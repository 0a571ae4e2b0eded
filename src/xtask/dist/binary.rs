//! The parts of the binary format of WebAssembly that two steps of the build read and write.

use anyhow::{Context, Result};

/// What is left of a module or a section.
pub struct Reader<'a> {
    pub bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// So many bytes.
    pub fn take(&mut self, size: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(size)
            .context("the module is cut")?;
        self.bytes = rest;
        Ok(taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("the module is cut")
    }

    /// An unsigned number of up to 32 bits, seven bits a byte, the lowest first.
    pub fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        anyhow::bail!("a number of the module is too long")
    }

    /// A text behind its size.
    pub fn text(&mut self) -> Result<String> {
        let size = self.number()?;
        Ok(String::from_utf8(self.take(size)?.to_vec())?)
    }
}

/// Writes what [`Reader::number`] reads.
pub fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes what [`Reader::text`] reads.
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.bytes());
}
