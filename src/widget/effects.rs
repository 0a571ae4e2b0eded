//! The only code that touches storage, network, files and focus.

#[cfg(feature = "whole")]
pub(crate) mod device;
pub(crate) mod download;
pub(crate) mod focus;
pub(crate) mod more;
pub(crate) mod outcome;
pub(crate) mod storage;
