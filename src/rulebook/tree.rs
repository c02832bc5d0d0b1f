//! A rulebook's text as a tree that remembers where everything stands.
//!
//! YAML and JSON give the same tree. Scalars stay text: whether `57` is a number or an id is for the reader to say.
//! Entries stay in their order: it is the order in which clerks are asked.

#[cfg(feature = "yaml")]
use serde::{Serialize, Serializer};

/// A value and the place where it begins (line and column from 1; 0 where it is not known).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

impl Node {
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The entry of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(it, _)| it.scalar() == Some(key)).map(|(_, value)| value),
            _ => None,
        }
    }
}

#[cfg(feature = "yaml")]
impl Node {
    /// Forgets all places: lines of another text would lead the author astray.
    pub(crate) fn forget_places(&mut self) {
        (self.line, self.column) = (0, 0);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(Node::forget_places),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.forget_places();
                value.forget_places();
            }),
            Value::Scalar(_) | Value::Null => {}
        }
    }
}

/// As JSON: the order of keys stays, plain whole numbers become numbers.
#[cfg(feature = "yaml")]
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Scalar(text) => match text.parse::<i64>() {
                Ok(number) if number.to_string() == *text => serializer.serialize_i64(number),
                _ => serializer.serialize_str(text),
            },
            Value::List(items) => serializer.collect_seq(items),
            Value::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key.scalar().unwrap_or_default(), value)))
            }
        }
    }
}
