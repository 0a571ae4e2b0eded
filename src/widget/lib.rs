//! The browser shell: draws what the session says with Yew, and does what its effects ask for.
//!
//! Start at [`api`], which JavaScript calls, then `shell` (the state and its effects) and `app` (the
//! one Yew component). Screens are plain functions from the state to markup: a component each would
//! cost bytes in the first load and save no time at this size.
#![deny(missing_docs)]
// The first program leaves unused what only the screens of the whole one need.
#![cfg_attr(not(feature = "whole"), allow(dead_code))]

pub mod api;
mod app;
#[cfg(feature = "whole")]
mod chart;
mod config;
mod dom;
mod effects;
mod format;
mod icon;
mod json;
mod screen;
mod shell;
mod svg;
#[cfg(feature = "whole")]
mod table;
mod ui;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
