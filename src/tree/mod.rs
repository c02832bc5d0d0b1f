//! What was written down, before anybody asks what it means: a tree of values that remembers where everything stands.
//!
//! Rulebooks, drafts and options are read from such trees; YAML and JSON give the same one. Entries stay in their
//! order: in a rulebook it is the order in which clerks are asked.

#[cfg(any(test, target_arch = "wasm32", not(feature = "yaml")))]
mod json;
mod serde;

#[cfg(any(test, target_arch = "wasm32", not(feature = "yaml")))]
pub(crate) use json::read as read_json;

use std::collections::BinaryHeap;

/// A value and the place where it begins (line and column from 1; 0 where it is not known).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    /// A number and how it was written.
    Number(f64, String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Nobody knows where it stands.
    pub(crate) fn unplaced(value: Value) -> Self {
        Self { value, line: 0, column: 0 }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// What a single value reads, whatever its type: in a rulebook, whether `57` is a number or an id is for the reader
    /// to say.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(_, text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number, _) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn yes_no(&self) -> Option<bool> {
        match self.value {
            Value::Bool(it) => Some(it),
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// Forgets all places: lines of another text would lead the author astray.
    #[cfg(feature = "yaml")]
    pub(crate) fn forget_places(&mut self) {
        (self.line, self.column) = (0, 0);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(Node::forget_places),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.forget_places();
                value.forget_places();
            }),
            Value::Null | Value::Bool(_) | Value::Number(..) | Value::Text(_) => {}
        }
    }

    /// The entry of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(it, _)| it.scalar() == Some(key)).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The entries of a map in the order of their keys; those with the same key stay in their order.
    pub(crate) fn entries_by_key(&self) -> impl Iterator<Item = (&str, &Node)> {
        let entries: &[(Node, Node)] = match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        };
        // A heap: hostile input may have very many keys, and the sorts of the standard library are large in the module.
        let order: BinaryHeap<(&str, usize)> =
            entries.iter().enumerate().filter_map(|(at, (key, _))| Some((key.scalar()?, at))).collect();
        order.into_sorted_vec().into_iter().filter_map(|(key, at)| Some((key, &entries.get(at)?.1)))
    }

    /// The fields of what is a map, for readers to whom their order means nothing. Of those with the same name the last
    /// counts.
    pub(crate) fn fields(&self) -> Option<Vec<(&str, &Node)>> {
        if !matches!(self.value, Value::Map(_)) {
            return None;
        }
        let mut fields: Vec<(&str, &Node)> = Vec::new();
        for (key, value) in self.entries_by_key() {
            match fields.last_mut() {
                Some((before, earlier)) if *before == key => *earlier = value,
                _ => fields.push((key, value)),
            }
        }
        Some(fields)
    }
}
