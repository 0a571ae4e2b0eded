//! The few icons, as lines of one weight.

use crate::dom::el;
use yew::Html;

/// An icon; always beside words or with a label of its own.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    Check,
    Down,
    Next,
    Previous,
    Lock,
    Info,
    Warn,
    Note,
    #[cfg(feature = "whole")]
    Flag,
    #[cfg(feature = "whole")]
    Undo,
    #[cfg(feature = "whole")]
    Redo,
    #[cfg(feature = "whole")]
    Ring,
    #[cfg(feature = "whole")]
    Half,
    #[cfg(feature = "whole")]
    Unknown,
    #[cfg(feature = "whole")]
    Paper,
    #[cfg(feature = "whole")]
    Print,
}

pub(crate) fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Check => "m5 12.5 4.5 4.5L19 7.5",
        Icon::Down => "m6 9.5 6 6 6-6",
        Icon::Next => "m9.5 6 6 6-6 6",
        Icon::Previous => "m14.5 6-6 6 6 6",
        Icon::Lock => "M6 11h12q1 0 1 1v7q0 1-1 1H6q-1 0-1-1v-7q0-1 1-1ZM8 11V8a4 4 0 0 1 8 0v3",
        Icon::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.1",
        Icon::Warn => "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1",
        Icon::Note => "M5 4h14v11l-5 5H5zM14 20v-5h5",
        #[cfg(feature = "whole")]
        Icon::Flag => "M6 21V4M6 4h12l-3 4.5 3 4.5H6",
        #[cfg(feature = "whole")]
        Icon::Undo => "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3",
        #[cfg(feature = "whole")]
        Icon::Redo => "m16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3",
        #[cfg(feature = "whole")]
        Icon::Ring => "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z",
        #[cfg(feature = "whole")]
        Icon::Half => "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM12 5v14M9 6v12M6.5 8v8",
        #[cfg(feature = "whole")]
        Icon::Unknown => "M8.5 8.5a3.5 3.5 0 1 1 5 3.2q-1.5.8-1.5 2.3M12 18v.1",
        #[cfg(feature = "whole")]
        Icon::Paper => "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
        #[cfg(feature = "whole")]
        Icon::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    };
    let svg = match icon {
        #[cfg(feature = "whole")]
        Icon::Undo | Icon::Redo => el("svg|i flip|viewBox=0 0 24 24|aria-hidden=true"),
        Icon::Next | Icon::Previous => el("svg|i flip|viewBox=0 0 24 24|aria-hidden=true"),
        _ => el("svg|i|viewBox=0 0 24 24|aria-hidden=true"),
    };
    svg.el(el("path").attr("d", path.into())).html()
}
