//! Short names for what a wasm module imports.
//!
//! wasm-bindgen names an import after the function and a hash of its crate. Nobody reads these names, they stand in the module and
//! again in its glue, and hashes do not compress: without them there are 5 KB less before the first question.

use super::binary::{put_number, put_text, Reader};
use anyhow::{ensure, Result};
use std::collections::BTreeMap;

/// Number of the section of imports in the binary format.
const IMPORTS: u8 = 2;
/// What every module of imports is called.
const MODULE: &str = "a";

/// A module and its glue with short names in both.
///
/// # Errors
/// When the module is cut, or the glue does not give each import under its name exactly once.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut input = Reader { bytes: wasm };
    let mut short = input.take(8)?.to_vec();
    let mut names = Names::default();
    while !input.bytes.is_empty() {
        let id = input.byte()?;
        let size = input.number()?;
        let body = input.take(size)?;
        let body = match id {
            IMPORTS => renamed(body, &mut names)?,
            _ => body.to_vec(),
        };
        short.push(id);
        put_number(&mut short, body.len());
        short.extend(body);
    }
    Ok((short, names.in_glue(glue)?))
}

/// Short names by long ones: functions and modules.
#[derive(Default)]
struct Names {
    functions: BTreeMap<String, String>,
    modules: BTreeMap<String, String>,
}

impl Names {
    fn function(&mut self, long: String) -> &str {
        let next = letters(self.functions.len());
        self.functions.entry(long).or_insert(next)
    }

    fn in_glue(&self, glue: &str) -> Result<String> {
        let mut glue = glue.to_string();
        for (long, short) in &self.functions {
            let (member, to) = (format!(" {long}: function"), format!(" {short}: function"));
            ensure!(
                glue.matches(&member).count() == 1,
                "the glue gives {long} not once"
            );
            glue = glue.replace(&member, &to);
        }
        for long in self.modules.keys() {
            let member = format!("\"{long}\":");
            ensure!(
                glue.matches(&member).count() == 1,
                "the glue has {long} not once"
            );
            glue = glue.replace(&member, &format!("\"{MODULE}\":"));
        }
        Ok(glue)
    }
}

/// The body of the section of imports with short names.
fn renamed(body: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut input = Reader { bytes: body };
    let count = input.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        let module = input.text()?;
        names.modules.insert(module, MODULE.into());
        ensure!(
            names.modules.len() == 1,
            "imports come from several modules"
        );
        put_text(&mut out, MODULE);
        let name = input.text()?;
        put_text(&mut out, names.function(name));
        // Everything that we import is a function: its kind, 0, and its type.
        ensure!(input.byte()? == 0, "not only functions are imported");
        out.push(0);
        put_number(&mut out, input.number()?);
    }
    Ok(out)
}

/// a, b, …, z, aa, ba, …
fn letters(mut n: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
        if n == 0 {
            return name;
        }
        n -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "const i = { f_1: function() {}, f_12: function() {} };\nreturn { \"./x.js\": i };";

    /// A module of two imported functions, and a section after them.
    fn module(second: &[u8]) -> Vec<u8> {
        let mut body = vec![2];
        for name in [&b"f_1"[..], second] {
            body.push(6);
            body.extend(b"./x.js");
            body.push(name.len() as u8);
            body.extend(name);
            body.extend([0, 130, 1]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([2, body.len() as u8]);
        module.extend(body);
        module.extend([7, 1, 0]);
        module
    }

    #[test]
    fn names_are_short_in_both() -> Result<()> {
        let (wasm, glue) = shorten(&module(b"f_12"), GLUE)?;
        assert_eq!(
            glue,
            "const i = { a: function() {}, b: function() {} };\nreturn { \"a\": i };"
        );
        let imports = b"\x02\x0f\x02\x01a\x01a\0\x82\x01\x01a\x01b\0\x82\x01";
        assert_eq!(wasm.get(8..), Some(&*[&imports[..], &[7, 1, 0]].concat()));
        Ok(())
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_found() {
        assert!(shorten(&module(b"f_13"), GLUE).is_err());
        let cut: Vec<u8> = module(b"f_12").into_iter().take(20).collect();
        assert!(shorten(&cut, GLUE).is_err());
    }

    #[test]
    fn letters_do_not_repeat() {
        let names: Vec<String> = (0..60).map(letters).collect();
        assert_eq!([25, 26, 52].map(letters), ["z", "aa", "ab"]);
        assert_eq!(
            names
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            60
        );
    }
}
