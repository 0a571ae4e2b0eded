//! The only code that touches storage, network, files and focus.

#[cfg(feature = "whole")]
pub(crate) mod device;
pub(crate) mod download;
#[cfg(feature = "whole")]
pub(crate) mod draft;
#[cfg(feature = "whole")]
pub(crate) mod exercise;
pub(crate) mod focus;
pub(crate) mod more;
#[cfg(feature = "whole")]
pub(crate) mod neighbours;
pub(crate) mod outcome;
#[cfg(feature = "whole")]
pub(crate) mod paper;
#[cfg(feature = "whole")]
pub(crate) mod picture;
#[cfg(feature = "whole")]
pub(crate) mod present;
pub(crate) mod rehearsal;
#[cfg(feature = "whole")]
pub(crate) mod results;
pub(crate) mod storage;
#[cfg(feature = "whole")]
pub(crate) mod workshop;
