//! The digest of what a rulebook says: the same however it is written down.
//!
//! YAML or JSON, the order of keys and the order of clauses in the file do not count, nor do quotation marks around a
//! number. What decides nothing does not count either: 案例, 不编, 未规定, 冲突. The order of 事项 does: clerks are asked in it. For
//! the rulebook on which this one stands, its digest counts, whether it is named or given in place.
//!
//! The canonical form is made of lists `[…]`, maps `{…}` and texts, each preceded by its length in bytes, so that no two
//! trees have the same.

use crate::tree::{Node, Value};
use hmac_sha256::Hash;
use std::collections::BinaryHeap;

/// What decides nothing.
const ASIDE: [&str; 5] = ["案例", "不编", "未规定", "冲突", "$schema"];

/// `sha256:` and 64 hexadecimal digits. `base` is the digest of the rulebook on which this one stands, if it stands on one.
pub(crate) fn digest(rulebook: &Node, base: &str) -> String {
    let mut form = Form(Hash::new());
    form.map(rulebook.entries_by_key().filter(|(key, _)| !ASIDE.contains(key)), |form, key, value| {
        match (key, &value.value) {
            ("事项", Value::Map(entries)) => {
                form.map(entries.iter().map(|(key, value)| (key.scalar().unwrap_or_default(), value)), Form::entry);
            }
            ("条款", Value::List(clauses)) => form.clauses(clauses),
            ("所据", _) => form.base(value, base),
            _ => form.node(value),
        }
    });
    let digit = |it: u8| char::from_digit(u32::from(it), 16).unwrap_or_default();
    "sha256:".chars().chain(form.0.finalize().iter().flat_map(|it| [digit(it >> 4), digit(it & 15)])).collect()
}

struct Form(Hash);

impl Form {
    fn write(&mut self, text: &str) {
        self.0.update(text);
    }

    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::List(items) => self.list(items),
            Value::Map(_) => self.map(node.entries_by_key(), Self::entry),
            Value::Null => self.write("-"),
            Value::Bool(_) | Value::Number(..) | Value::Text(_) => self.text(node.scalar().unwrap_or_default()),
        }
    }

    fn text(&mut self, text: &str) {
        self.write(&text.len().to_string());
        self.write(":");
        self.write(text);
    }

    fn list<'a>(&mut self, items: impl IntoIterator<Item = &'a Node>) {
        self.write("[");
        for item in items {
            self.node(item);
        }
        self.write("]");
    }

    fn map<'a>(
        &mut self,
        entries: impl IntoIterator<Item = (&'a str, &'a Node)>,
        write: impl Fn(&mut Self, &str, &Node),
    ) {
        self.write("{");
        for (key, value) in entries {
            self.text(key);
            write(self, key, value);
        }
        self.write("}");
    }

    fn entry(&mut self, _: &str, value: &Node) {
        self.node(value);
    }

    /// In the order of their ids: their order in the file means nothing.
    fn clauses(&mut self, clauses: &[Node]) {
        fn id(clause: &Node) -> &str {
            clause.get("编号").and_then(Node::scalar).unwrap_or_default()
        }
        let order: BinaryHeap<(&str, usize)> = clauses.iter().enumerate().map(|(at, it)| (id(it), at)).collect();
        self.list(order.into_sorted_vec().into_iter().filter_map(|(_, at)| clauses.get(at)));
    }

    /// `所据: x` is short for `所据: { 规则: x }`; either stands for the digest of x.
    fn base(&mut self, base: &Node, digest: &str) {
        match base.value {
            Value::Map(_) => self.map(base.entries_by_key(), |form, key, value| match key {
                "规则" => form.text(digest),
                _ => form.node(value),
            }),
            _ => self.map([("规则", base)], |form, _, _| form.text(digest)),
        }
    }
}

#[cfg(feature = "yaml")]
#[cfg(test)]
mod tests {
    use super::super::yaml;
    use crate::tree::read_json;

    const RULES: &str = "
标识: x
所据: y
事项: { 甲: { 问: 甲？ }, 乙: { 问: 乙？ } }
条款:
  - { 编号: 1, 原文: 由县长签发, 适用: { 有效期: { 超过: 5 } } }
  - { 编号: 2, 原文: 其他 }
";

    fn digest(text: &str) -> String {
        super::digest(&yaml::tree(text).unwrap(), "y")
    }

    #[test]
    fn how_it_is_written_down_does_not_count() {
        let turned = r#"{
            "案例": [{ "draft": { "validYears": 5.5 } }],
            "条款": [{ "原文": "其他", "编号": "2" },
                     { "适用": { "有效期": { "超过": "5" } }, "编号": 1, "原文": "由县长签发" }],
            "不编": [{ "编号": 9 }],
            "事项": { "甲": { "问": "甲？" }, "乙": { "问": "乙？" } },
            "所据": { "规则": { "标识": "y", "条款": [] } },
            "标识": "x"
        }"#;
        assert_eq!(digest(turned), digest(RULES));
        assert_eq!(super::digest(&read_json(turned).unwrap(), "y"), digest(RULES));
        let hex = digest(RULES).strip_prefix("sha256:").map(str::to_owned).unwrap();
        assert!(hex.len() == 64 && hex.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f')));
    }

    #[test]
    fn whatever_it_says_counts() {
        let changes = [
            ("由县长签发", "由县长 签发"),
            ("由县长签发", "由副县长签发"),
            ("超过", "不超过"),
            ("超过: 5", "超过: 6"),
            ("所据: y", "所据: { 规则: y, 解释: 如此 }"),
            ("甲: { 问: 甲？ }, 乙: { 问: 乙？ }", "乙: { 问: 乙？ }, 甲: { 问: 甲？ }"),
            ("原文: 其他", "原文: 其他, 解释: ~"),
            ("原文: 其他", "原文: [其他]"),
            ("其他 }", "其他 }\n名称: x"),
        ];
        let mut digests: Vec<String> = changes.iter().map(|(old, new)| digest(&RULES.replacen(old, new, 1))).collect();
        digests.push(digest(RULES));
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), changes.len() + 1);
    }

    #[test]
    fn what_the_base_says_counts() {
        let rules = yaml::tree(RULES).unwrap();
        assert_ne!(super::digest(&rules, "y"), super::digest(&rules, "z"));
    }

    /// A reader may take the first of two entries with the same key, so the digest takes both.
    #[test]
    fn an_entry_that_is_there_twice_counts_twice() {
        let json = |text| super::digest(&read_json(text).unwrap(), "");
        assert_ne!(json(r#"{"条款":[1],"条款":[2]}"#), json(r#"{"条款":[2]}"#));
        assert_ne!(json(r#"{"条款":[1],"条款":[2]}"#), json(r#"{"条款":[2],"条款":[1]}"#));
    }
}
