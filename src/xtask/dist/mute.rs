//! Takes out of a module what spells values out in messages of panics.
//!
//! A slice of a text that is cut in the middle of a letter panics with a page of words around the place, and for the sake of one such
//! slice in a library the tables of all printable letters come along; so do the names of JavaScript's values. What panicked and
//! where is still said. It is 1.4 KB of the first load.

use super::binary::{put_number, Reader};
use anyhow::{ensure, Result};
use std::collections::BTreeMap;

const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;
/// Number of the names of functions in the section of names.
const FUNCTIONS: u8 = 1;

/// No locals, and `Ok(())`.
const SAYS_NOTHING: &[u8] = &[0, 0x41, 0, 0x0b];
/// No locals, and `unreachable`: the end of a panic without its beginning.
const ENDS: &[u8] = &[0, 0, 0x0b];

/// What a function that is taken out does instead; `None` if it stays.
fn instead(name: &str) -> Option<&'static [u8]> {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    // Copies of one function differ by a number behind a full stop.
    let name = name.split(".").next().unwrap_or_default();
    if name.ends_with(" as core::fmt::Debug>::fmt") {
        Some(SAYS_NOTHING)
    } else if name == "core::str::slice_error_fail_rt" {
        Some(ENDS)
    } else {
        None
    }
}

/// A module that still has its names, without the functions that only panics need.
///
/// # Errors
/// When the module is cut, or has nothing of the kind: then this step is of no use any more.
pub fn mute(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = names(wasm)?;
    let mut input = Reader { bytes: wasm };
    let mut out = input.take(8)?.to_vec();
    let mut imported = 0;
    let mut muted = 0;
    while !input.bytes.is_empty() {
        let id = input.byte()?;
        let size = input.number()?;
        let body = input.take(size)?;
        let body = match id {
            IMPORTS => {
                // Everything that we import is a function (see `imports.rs`).
                imported = Reader { bytes: body }.number()?;
                body.to_vec()
            }
            CODE => {
                let mut input = Reader { bytes: body };
                let count = input.number()?;
                let mut code = Vec::new();
                put_number(&mut code, count);
                for at in 0..count {
                    let size = input.number()?;
                    let mut function = input.take(size)?;
                    if let Some(other) = names.get(&(imported + at)).and_then(|name| instead(name))
                    {
                        function = other;
                        muted += 1;
                    }
                    put_number(&mut code, function.len());
                    code.extend(function);
                }
                code
            }
            _ => body.to_vec(),
        };
        out.push(id);
        put_number(&mut out, body.len());
        out.extend(body);
    }
    ensure!(muted > 0, "there is nothing to mute in the module");
    Ok(out)
}

/// The names of functions, by number.
fn names(wasm: &[u8]) -> Result<BTreeMap<usize, String>> {
    let mut names = BTreeMap::new();
    let mut input = Reader { bytes: wasm };
    input.take(8)?;
    while !input.bytes.is_empty() {
        let id = input.byte()?;
        let size = input.number()?;
        let mut body = Reader {
            bytes: input.take(size)?,
        };
        if id != CUSTOM || body.text()? != "name" {
            continue;
        }
        while !body.bytes.is_empty() {
            let kind = body.byte()?;
            let size = body.number()?;
            let mut list = Reader {
                bytes: body.take(size)?,
            };
            if kind == FUNCTIONS {
                for _ in 0..list.number()? {
                    names.insert(list.number()?, list.text()?);
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported function and one of its own.
    fn module(name: &str) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([IMPORTS, 7, 1, 1, b'm', 1, b'f', 0, 0]);
        module.extend([CODE, 7, 1, 5, 0, 0x41, 1, 0x1a, 0x0b]);
        let mut names = vec![4, b'n', b'a', b'm', b'e', FUNCTIONS];
        let mut list = vec![1, 1, name.len() as u8];
        list.extend(name.bytes());
        names.push(list.len() as u8);
        names.extend(list);
        module.extend([CUSTOM, names.len() as u8]);
        module.extend(names);
        module
    }

    #[test]
    fn what_only_spells_out_is_taken_out() -> Result<()> {
        let name = "_RNvXsj_NtCsgXGp5Oqx2Ny_4core3fmtcNtB5_5Debug3fmt";
        let muted = mute(&module(name))?;
        assert_eq!(
            muted.get(17..25),
            Some(&[CODE, 6, 1, 4, 0, 0x41, 0, 0x0b][..])
        );
        assert_eq!(muted.len(), module(name).len() - 1);
        Ok(())
    }

    #[test]
    fn what_has_nothing_of_the_kind_is_told() {
        assert!(mute(&module("main")).is_err());
        let cut: Vec<u8> = module("main").into_iter().take(20).collect();
        assert!(mute(&cut).is_err());
    }
}
