//! The run-time form: JSON text to a tree. Places are not known.

use super::Node;

/// The tree of a JSON text.
pub(crate) fn read(text: &str) -> serde_json::Result<Node> {
    serde_json::from_str(text)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn fields_come_by_name_and_the_last_of_a_name_counts() {
        let tree = read(r#"{"b":1,"a":2,"b":3,"":4}"#).unwrap();
        let entries: Vec<(&str, Option<&str>)> =
            tree.fields().unwrap().into_iter().map(|(key, value)| (key, value.scalar())).collect();
        assert_eq!(entries, [("", Some("4")), ("a", Some("2")), ("b", Some("3"))]);
        assert_eq!(read("[1]").unwrap().fields(), None);
    }
}
