//! The run-time form: JSON text to a tree. Places are not known; faults name the path.

use super::issue::Issue;
use super::tree::{Node, Value};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The tree of a JSON text.
pub(crate) fn tree(text: &str) -> Result<Node, Box<Issue>> {
    serde_json::from_str(text).map_err(|error| {
        Box::new(Issue {
            line: u32::try_from(error.line()).ok(),
            column: u32::try_from(error.column()).ok(),
            ..Issue::syntax("不是合法的JSON".to_owned())
        })
    })
}

fn node(value: Value) -> Node {
    Node { value, line: 0, column: 0 }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(node(Value::Null))
    }

    fn visit_bool<E>(self, it: bool) -> Result<Node, E> {
        Ok(node(Value::Scalar(it.to_string())))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Node, E> {
        Ok(node(Value::Scalar(it.to_string())))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Node, E> {
        Ok(node(Value::Scalar(it.to_string())))
    }

    /// Whole numbers are all that the format has: any other number is none of its terms.
    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(node(Value::Scalar("小数".to_owned())))
    }

    fn visit_str<E>(self, it: &str) -> Result<Node, E> {
        Ok(node(Value::Scalar(it.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(node(Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry()? {
            map.push((node(Value::Scalar(key)), value));
        }
        Ok(node(Value::Map(map)))
    }
}

#[cfg(all(test, feature = "yaml"))]
mod tests {
    use super::super::yaml;

    #[test]
    fn json_and_yaml_give_the_same_tree() {
        let text = include_str!("../../rulebooks/wujiagang/rules.yaml");
        let mut yaml = yaml::tree(text).unwrap();
        let json = serde_json::to_string(&yaml).unwrap();
        yaml.forget_places();
        assert_eq!(super::tree(&json).unwrap(), yaml);
        assert_eq!(super::tree("[1,").unwrap_err().code, "syntax");
    }
}
