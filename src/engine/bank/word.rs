//! Members of a bank file that are one of a few words.

use super::shape::{object, text, Place, Reader, Shape};
use crate::json::Json;
use std::collections::BTreeMap;

/// Defines words of which one must stand.
macro_rules! words {
    ($(#[doc = $about:literal])+ $name:ident, $list:literal {
        $( $(#[doc = $help:literal])+ $word:ident = $id:literal, )+
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $( $(#[doc = $help])+ $word, )+
        }

        impl $name {
            /// The word as it stands in a file.
            pub fn id(self) -> &'static str {
                match self { $( Self::$word => $id, )+ }
            }
        }

        impl Shape for $name {
            const EXPECTED: &'static str = $list;

            fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
                match value {
                    $( Json::Text(word) if word == $id => Some(Self::$word), )+
                    Json::Text(word) => {
                        reader.refuse("bank.unknown-word", at, Self::EXPECTED, word);
                        None
                    }
                    other => reader.wrong(other, at),
                }
            }

            fn schema(_: &mut BTreeMap<&'static str, Json>) -> Json {
                object([("enum", Json::List(vec![$( text($id) ),+]))])
            }
        }
    };
}

words! {
    /// How a question is answered.
    KindWord, "single, yesno, multi or number" {
        /// One of several ordered statements.
        Single = "single",
        /// No or yes.
        YesNo = "yesno",
        /// A checklist with one exclusive option.
        Multi = "multi",
        /// A measured number between two goalposts.
        Number = "number",
    }
}

words! {
    /// What a step costs.
    EffortWord, "low, medium or high" {
        /// Counts 1.
        Low = "low",
        /// Counts 2.
        Medium = "medium",
        /// Counts 3.
        High = "high",
    }
}
