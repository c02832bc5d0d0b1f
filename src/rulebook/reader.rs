//! Reading a tree entry by entry, collecting every fault with its place.

use super::issue::Issue;
use crate::short::{CollectVec, joined};
use crate::tree::{Node, Value};
use crate::vocabulary::nearest;

/// All faults found so far, and the clause in which the reader stands.
#[derive(Default)]
pub(crate) struct Faults {
    pub(crate) issues: Vec<Issue>,
    pub(crate) clause: Option<String>,
}

impl Faults {
    /// Reports a fault at a place; the caller may add what was expected.
    pub(crate) fn report(&mut self, code: &'static str, at: &At<'_>, message: String) -> Option<&mut Issue> {
        self.issues.push(Issue {
            code,
            message,
            clause: self.clause.clone(),
            path: at.path.clone(),
            line: (at.node.line > 0).then_some(at.node.line),
            column: (at.node.line > 0).then_some(at.node.column),
            expected: None,
            suggestion: None,
        });
        self.issues.last_mut()
    }

    fn expected(&mut self, code: &'static str, at: &At<'_>, message: String, expected: &str) {
        if let Some(issue) = self.report(code, at, message) {
            issue.expected = Some(expected.to_owned());
        }
    }

    /// A word that is none of the known ones.
    pub(crate) fn unknown_term(&mut self, at: &At<'_>, what: &str, word: &str, known: &[&str]) {
        self.unknown("unknown-term", at, format!("{what}中没有`{word}`"), word, known);
    }

    fn unknown(&mut self, code: &'static str, at: &At<'_>, message: String, word: &str, known: &[&str]) {
        if let Some(issue) = self.report(code, at, message) {
            issue.expected = Some(joined(known, "、"));
            issue.suggestion = nearest(word, known).map(str::to_owned);
        }
    }
}

/// A node and the way to it.
#[derive(Clone)]
pub(crate) struct At<'a> {
    pub(crate) node: &'a Node,
    pub(crate) path: String,
}

impl<'a> At<'a> {
    pub(crate) fn root(node: &'a Node) -> Self {
        Self { node, path: String::new() }
    }

    fn step(&self, node: &'a Node, name: &str) -> Self {
        Self { node, path: format!("{}/{}", self.path, name.replace('~', "~0").replace('/', "~1")) }
    }

    /// An entry that may be absent.
    pub(crate) fn get(&self, key: &str) -> Option<At<'a>> {
        let node = self.node.get(key)?;
        (!node.is_null()).then(|| self.step(node, key))
    }

    /// An entry that must be there.
    pub(crate) fn need(&self, key: &str, faults: &mut Faults) -> Option<At<'a>> {
        let found = self.get(key);
        if found.is_none() {
            faults.report("missing-key", self, format!("缺少`{key}`"));
        }
        found
    }

    /// The text of a scalar.
    pub(crate) fn text(&self, faults: &mut Faults) -> Option<&'a str> {
        match self.node.scalar() {
            Some(text) if !text.trim().is_empty() => Some(text),
            Some(_) => {
                faults.expected("wrong-type", self, "内容是空的".to_owned(), "文字");
                None
            }
            None => {
                faults.expected("wrong-type", self, "此处不能是列表或对照表".to_owned(), "文字");
                None
            }
        }
    }

    /// The text of an entry that must be there.
    pub(crate) fn need_text(&self, key: &str, faults: &mut Faults) -> String {
        self.need(key, faults).and_then(|it| it.text(faults)).unwrap_or_default().to_owned()
    }

    /// The text of an entry that may be absent.
    pub(crate) fn get_text(&self, key: &str, faults: &mut Faults) -> Option<String> {
        self.get(key)?.text(faults).map(str::to_owned)
    }

    /// 是 or 否; absent is 否.
    pub(crate) fn flag(&self, key: &str, faults: &mut Faults) -> bool {
        let Some(at) = self.get(key) else { return false };
        match at.text(faults) {
            Some("是" | "true") => true,
            Some("否" | "false") | None => false,
            Some(other) => {
                faults.unknown_term(&at, key, other, &["是", "否"]);
                false
            }
        }
    }

    /// The items of a list; a single value is a list of one.
    pub(crate) fn items(&self) -> Vec<At<'a>> {
        match &self.node.value {
            Value::List(items) => {
                items.iter().enumerate().map(|(at, item)| self.step(item, &at.to_string())).collect_vec()
            }
            Value::Null => Vec::new(),
            _ => vec![self.clone()],
        }
    }

    /// The items of the list under a key; absent is empty.
    pub(crate) fn list(&self, key: &str) -> Vec<At<'a>> {
        self.get(key).map(|it| it.items()).unwrap_or_default()
    }

    /// The entries of a map.
    pub(crate) fn entries(&self, faults: &mut Faults) -> Vec<(&'a str, At<'a>)> {
        match &self.node.value {
            Value::Map(entries) => entries
                .iter()
                .filter_map(|(key, value)| key.scalar().map(|key| (key, self.step(value, key))))
                .collect_vec(),
            _ => {
                faults.expected("wrong-type", self, "此处不是对照表".to_owned(), "“键: 值”的对照表");
                Vec::new()
            }
        }
    }

    /// Reports every key that is not one of these, and whether this is a map at all.
    pub(crate) fn only(&self, known: &[&str], faults: &mut Faults) {
        for (key, _) in self.entries(faults) {
            if !known.contains(&key) {
                faults.unknown("unknown-key", &self.key(key), format!("不认识的键`{key}`"), key, known);
            }
        }
    }

    /// The place of a key itself.
    fn key(&self, key: &str) -> At<'a> {
        let node = match &self.node.value {
            Value::Map(entries) => entries.iter().find(|(it, _)| it.scalar() == Some(key)).map(|(it, _)| it),
            _ => None,
        };
        self.step(node.unwrap_or(self.node), key)
    }
}
