//! How a value of a bank file is read and described: one definition gives the strict reader and the
//! JSON Schema. Reading goes on after a fault, with a stand-in, so that every fault is found.

use crate::finding::Finding;
use crate::json::Json;
use std::collections::{BTreeMap, HashSet};
use std::fmt;

/// A value that a bank file can hold.
pub(crate) trait Shape: Sized + Default {
    /// Reads the value that stands at a place; `None` if nothing sensible stands there.
    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self>;

    /// What stands for the value where there is none; by default its absence is a finding.
    fn absent(at: &Place, reader: &mut Reader) -> Option<Self> {
        reader.fault("bank.missing-field", at, Self::EXPECTED);
        None
    }

    /// What is expected, in the words of messages.
    const EXPECTED: &'static str;

    /// Whether the value must be there.
    const REQUIRED: bool = true;

    /// The JSON Schema of the value. Records add themselves to `records` by name.
    fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json;
}

/// A place in the file, made while walking down to it.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    part: Part<'a>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Root,
    Member(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    pub(crate) const ROOT: Place<'static> = Place {
        parent: None,
        part: Part::Root,
    };

    pub(crate) fn member(&'a self, name: &'a str) -> Place<'a> {
        Place {
            parent: Some(self),
            part: Part::Member(name),
        }
    }

    pub(crate) fn item(&'a self, at: usize) -> Place<'a> {
        Place {
            parent: Some(self),
            part: Part::Item(at),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let parent = self.parent.map_or_else(String::new, |p| p.to_string());
        f.write_str(&parent)?;
        match self.part {
            Part::Root => Ok(()),
            Part::Item(at) => write!(f, "[{at}]"),
            // A hostile name must not make a long path; the first 80 characters tell enough.
            Part::Member(name) => {
                let dot = if parent.is_empty() { "" } else { "." };
                write!(f, "{dot}{name:.80}")
            }
        }
    }
}

/// Most findings that are collected; a file with more is broken in kind, not in detail.
const MAX_FINDINGS: usize = 1000;

/// Collects findings while a file is read.
pub(crate) struct Reader {
    /// Whether texts must be there too.
    pub(crate) whole: bool,
    findings: Vec<Finding>,
    /// Places where a stand-in was read, so that no rule judges it.
    faulty: HashSet<String>,
    full: bool,
}

impl Reader {
    pub(crate) fn new(whole: bool) -> Self {
        Self {
            whole,
            findings: Vec::new(),
            faulty: HashSet::new(),
            full: false,
        }
    }

    /// All findings in the order of reading.
    pub(crate) fn finish(self) -> Vec<Finding> {
        self.findings
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        } else if !self.full {
            self.full = true;
            let expected = format!("at most {MAX_FINDINGS} findings; the rest is not listed");
            self.findings
                .push(Finding::error("bank.more-findings", "", expected));
        }
    }

    /// A fault that leaves a stand-in behind.
    pub(crate) fn fault(&mut self, code: &'static str, at: &Place, expected: &str) {
        self.push(Finding::error(code, at.to_string(), expected));
        if !self.full {
            self.faulty.insert(at.to_string());
        }
    }

    /// A value of another type than expected.
    pub(crate) fn wrong<T: Shape>(&mut self, value: &Json, at: &Place) -> Option<T> {
        self.refuse("bank.type", at, T::EXPECTED, value.kind());
        None
    }

    /// A value that stood there but cannot be used.
    pub(crate) fn refuse(&mut self, code: &'static str, at: &Place, expected: &str, found: &str) {
        self.push(Finding::error(code, at.to_string(), expected).found(found));
        if !self.full {
            self.faulty.insert(at.to_string());
        }
    }

    /// Whether what was read at a path is what stood there: neither it nor what holds it is a
    /// stand-in.
    pub(crate) fn is_sound(&self, path: &str) -> bool {
        let mut path = path;
        while !self.faulty.is_empty() {
            if self.faulty.contains(path) {
                return false;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = path.get(..end).unwrap_or(""),
                None => break,
            }
        }
        true
    }

    /// The members of a record: unknown names and names that stand twice are findings.
    pub(crate) fn members<'v>(
        &mut self,
        value: &'v Json,
        at: &Place,
        names: &[&str],
    ) -> Option<Members<'v>> {
        let Json::Object(members) = value else {
            self.refuse("bank.type", at, "an object", value.kind());
            return None;
        };
        let mut seen = HashSet::new();
        for (name, _) in members {
            let place = at.member(name);
            if !names.contains(&&**name) {
                let expected = format!("one of {}", names.join(", "));
                self.push(Finding::error(
                    "bank.unknown-field",
                    place.to_string(),
                    expected,
                ));
            } else if !seen.insert(&**name) {
                self.push(Finding::error(
                    "bank.duplicate-field",
                    place.to_string(),
                    "one",
                ));
            }
        }
        Some(Members(members))
    }
}

/// The members of one object.
pub(crate) struct Members<'v>(&'v [(String, Json)]);

impl Members<'_> {
    /// The field of a record.
    pub(crate) fn field<T: Shape>(&self, name: &str, at: &Place, reader: &mut Reader) -> Option<T> {
        let place = at.member(name);
        // An optional member may be null, as programs write it.
        match self.0.iter().rev().find(|(key, _)| key == name) {
            Some((_, value)) if T::REQUIRED || *value != Json::Null => {
                T::read(value, &place, reader)
            }
            _ => T::absent(&place, reader),
        }
    }
}

impl<T: Shape> Shape for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const REQUIRED: bool = false;

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        T::read(value, at, reader).map(Some)
    }

    fn absent(_: &Place, _: &mut Reader) -> Option<Self> {
        Some(None)
    }

    fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json {
        T::schema(records)
    }
}

/// A list; absent, it is empty.
impl<T: Shape> Shape for Vec<T> {
    const EXPECTED: &'static str = "a list";
    const REQUIRED: bool = false;

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::List(items) = value else {
            return reader.wrong(value, at);
        };
        let items = items.iter().enumerate();
        // A stand-in keeps the places of its neighbours.
        let read = |(n, item)| T::read(item, &at.item(n), reader).unwrap_or_default();
        Some(items.map(read).collect())
    }

    fn absent(_: &Place, _: &mut Reader) -> Option<Self> {
        Some(Vec::new())
    }

    fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json {
        let items = T::schema(records);
        object([("type", text("array")), ("items", items)])
    }
}

/// A list with at least one entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NonEmpty<T>(pub Vec<T>);

impl<T: Shape> Shape for NonEmpty<T> {
    const EXPECTED: &'static str = "a list with at least one entry";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let list = Vec::read(value, at, reader)?;
        if matches!(value, Json::List(items) if items.is_empty()) {
            reader.refuse("bank.empty", at, Self::EXPECTED, "none");
        }
        Some(Self(list))
    }

    fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json {
        let items = T::schema(records);
        let min = Json::Number(1.0);
        object([("type", text("array")), ("items", items), ("minItems", min)])
    }
}

pub(crate) fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

pub(crate) fn text(value: &str) -> Json {
    Json::Text(value.to_owned())
}

/// Defines records of the file: the types, their strict reader and their schema in one place.
macro_rules! records {
    ($(
        $(#[doc = $about:literal])+
        $name:ident { $( $(#[doc = $help:literal])+ $field:ident: $type:ty, )+ }
    )+) => { $(
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $(#[doc = $help])+ pub $field: $type, )+
        }

        impl Shape for $name {
            const EXPECTED: &'static str = "an object";

            fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
                let members = reader.members(value, at, &[$(stringify!($field)),+])?;
                Some(Self {
                    $( $field: members.field(stringify!($field), at, reader).unwrap_or_default(), )+
                })
            }

            fn schema(records: &mut BTreeMap<&'static str, Json>) -> Json {
                const NAME: &str = stringify!($name);
                if !records.contains_key(NAME) {
                    // A name in the list first, so that a record may hold itself.
                    records.insert(NAME, Json::Null);
                    let fields = vec![$( $crate::bank::shape::Field {
                        name: stringify!($field),
                        help: concat!($($help),+).trim(),
                        required: <$type as Shape>::REQUIRED,
                        schema: <$type as Shape>::schema(records),
                    } ),+];
                    let about = concat!($($about),+).trim();
                    records.insert(NAME, $crate::bank::shape::record(about, fields));
                }
                object([("$ref", Json::Text(format!("#/$defs/{NAME}")))])
            }
        }
    )+ };
}
pub(crate) use records;

/// One field in the schema of a record.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) help: &'static str,
    pub(crate) required: bool,
    pub(crate) schema: Json,
}

/// The schema of a record.
pub(crate) fn record(about: &str, fields: Vec<Field>) -> Json {
    let required = fields
        .iter()
        .filter(|f| f.required)
        .map(|f| text(f.name))
        .collect();
    let properties = fields.into_iter().map(|field| {
        let mut members = vec![("description".to_owned(), text(field.help))];
        if let Json::Object(own) = field.schema {
            members.extend(own);
        }
        (field.name.to_owned(), Json::Object(members))
    });
    object([
        ("description", text(about)),
        ("type", text("object")),
        ("properties", Json::Object(properties.collect())),
        ("required", Json::List(required)),
        ("additionalProperties", Json::Bool(false)),
    ])
}
