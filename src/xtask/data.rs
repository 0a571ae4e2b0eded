//! Compiles the data of `www/data` into what a browser downloads: structure, first texts, more texts, catalogs.

mod bank;
mod catalog;

pub use bank::compile_bank;
pub use catalog::compile_catalog;
