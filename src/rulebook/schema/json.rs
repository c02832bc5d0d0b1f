//! JSON whose keys stay in the order in which they are put, and the few forms of which the schema is made.
//!
//! Knows JSON Schema, and nothing of rulebooks. (`serde_json` keeps keys in the order of the alphabet; the feature that changes this
//! would change it for drafts as well.)

use serde::{Serialize, Serializer};

/// What stands in a schema.
#[derive(Clone)]
pub(super) enum Json {
    Flag(bool),
    Number(u32),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Flag(it) => serializer.serialize_bool(*it),
            Json::Number(it) => serializer.serialize_u32(*it),
            Json::Text(it) => serializer.serialize_str(it),
            Json::List(items) => serializer.collect_seq(items),
            Json::Map(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl From<bool> for Json {
    fn from(it: bool) -> Self {
        Json::Flag(it)
    }
}

impl From<u32> for Json {
    fn from(it: u32) -> Self {
        Json::Number(it)
    }
}

impl From<&str> for Json {
    fn from(it: &str) -> Self {
        Json::Text(it.to_owned())
    }
}

impl<T: Into<Json>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Json::List(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>, const N: usize> From<[T; N]> for Json {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

/// A map with these entries.
pub(super) fn map<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
}

impl Json {
    /// With these entries before its own.
    pub(super) fn after<const N: usize>(self, entries: [(&str, Json); N]) -> Json {
        match (map(entries), self) {
            (Json::Map(before), Json::Map(own)) => Json::Map(before.into_iter().chain(own).collect()),
            (_, other) => other,
        }
    }

    /// With these entries after its own.
    pub(super) fn and<const N: usize>(self, entries: [(&str, Json); N]) -> Json {
        match (self, map(entries)) {
            (Json::Map(own), Json::Map(more)) => Json::Map(own.into_iter().chain(more).collect()),
            (other, _) => other,
        }
    }

    /// With a name, under which an editor offers all of it at once.
    pub(super) fn titled(self, name: &str) -> Json {
        self.after([("title", name.into())])
    }

    /// With a sentence about it, for whoever writes the value.
    pub(super) fn about(self, words: &str) -> Json {
        self.after([("description", words.into())])
    }
}

/// A key of a map: what it is for, what stands behind it, and whether it must be there.
pub(super) struct Key {
    name: &'static str,
    needed: bool,
    schema: Json,
}

/// A key that must be there.
pub(super) fn need(name: &'static str, words: &str, schema: Json) -> Key {
    Key { name, needed: true, schema: schema.about(words) }
}

/// A key that may be there.
pub(super) fn may(name: &'static str, words: &str, schema: Json) -> Key {
    Key { needed: false, ..need(name, words, schema) }
}

/// A map with these keys and no others.
pub(super) fn object(keys: impl IntoIterator<Item = Key>) -> Json {
    open_object(keys, false.into())
}

/// A map with these keys, and with others that have this form.
pub(super) fn open_object(keys: impl IntoIterator<Item = Key>, others: Json) -> Json {
    let mut properties = Vec::new();
    let mut required = Vec::new();
    for key in keys {
        if key.needed {
            required.push(Json::from(key.name));
        }
        properties.push((key.name.to_owned(), key.schema));
    }
    let mut object = map([("type", "object".into())]);
    if !required.is_empty() {
        object = object.and([("required", Json::List(required))]);
    }
    object.and([("properties", Json::Map(properties)), ("additionalProperties", others)])
}

/// One of these words.
pub(super) fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Json {
    map([("type", "string".into()), ("enum", words.into_iter().collect())])
}

/// One of these words, each with what it means.
pub(super) fn explained<'a>(words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Json {
    let each = words.into_iter().map(|(word, meaning)| map([("const", word.into())]).about(meaning));
    map([("oneOf", each.collect())])
}

/// Anything of this form; an editor offers these words.
pub(super) fn suggested<'a>(offered: impl IntoIterator<Item = &'a str>, form: Json) -> Json {
    either([words(offered), form])
}

/// A string like this.
pub(super) fn like(pattern: &str) -> Json {
    map([("type", "string".into()), ("pattern", pattern.into())])
}

/// One of these forms.
pub(super) fn either<const N: usize>(forms: [Json; N]) -> Json {
    map([("anyOf", forms.into())])
}

/// A list of these.
pub(super) fn list(items: Json) -> Json {
    map([("type", "array".into()), ("items", items)])
}

/// A list of these; a single one stands for a list of one.
pub(super) fn one_or_more(item: Json) -> Json {
    either([item.clone(), list(item)])
}

/// What is defined once under this name.
pub(super) fn defined(name: &str) -> Json {
    map([("$ref", format!("#/$defs/{name}").as_str().into())])
}
