//! A rulebook's text as a tree that remembers where everything stands.
//!
//! Text and JSON values give the same tree. Scalars stay text: whether `57` is a number or an id is for the reader to
//! say.

use serde_json::Value as Json;

/// A value and the place where it begins (line and column from 1; 0 where it did not come from text).
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

    /// The same as JSON; plain numbers become numbers.
    pub(crate) fn to_json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Scalar(text) => match text.parse::<i64>() {
                Ok(number) if number.to_string() == *text => Json::from(number),
                _ => Json::from(text.as_str()),
            },
            Value::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Map(entries) => Json::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.scalar().unwrap_or_default().to_owned(), value.to_json()))
                    .collect(),
            ),
        }
    }

    /// The tree of a JSON value: no places.
    pub(crate) fn from_json(json: &Json) -> Self {
        let value = match json {
            Json::Null => Value::Null,
            Json::Bool(it) => Value::Scalar(it.to_string()),
            // Whole numbers are all that the format has; any other stays no number.
            Json::Number(it) => Value::Scalar(it.as_i64().map_or_else(|| "?".to_owned(), |it| it.to_string())),
            Json::String(it) => Value::Scalar(it.clone()),
            Json::Array(items) => Value::List(items.iter().map(Node::from_json).collect()),
            Json::Object(entries) => Value::Map(
                entries
                    .iter()
                    .map(|(key, value)| {
                        (Node { value: Value::Scalar(key.clone()), line: 0, column: 0 }, Node::from_json(value))
                    })
                    .collect(),
            ),
        };
        Node { value, line: 0, column: 0 }
    }
}
