//! Compiles the data of `www/data` into what a browser downloads: structure, first texts, more texts, catalogs.

mod bank;
mod catalog;
mod failures;
pub mod translation;

pub use bank::{compile_bank, compile_texts};
pub use catalog::compile_catalog;
pub use failures::compile_failures;
