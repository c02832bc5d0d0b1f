//! What a roster calls departments and leaders, for finding them in titles.
//!
//! Reads names and portfolios alone, straight from what the caller handed over: what else a roster says, and what is wrong with it, is the
//! route's affair.

use super::issuers::Own;
use crate::short::{CollectVec, PushAll};
use crate::tree::Node;

/// Names of departments and leaders.
#[derive(Default)]
pub(super) struct People<'a> {
    departments: Vec<Department<'a>>,
    leaders: Vec<Leader<'a>>,
}

/// A department of the roster.
pub(super) struct Department<'a> {
    id: &'a str,
    pub(super) name: &'a str,
    /// Its name and its aliases.
    called: Vec<&'a str>,
}

struct Leader<'a> {
    id: &'a str,
    name: &'a str,
    title: &'a str,
    /// Ids or names of the departments they are in charge of.
    departments: Vec<&'a str>,
    matters: Vec<&'a str>,
}

impl<'a> People<'a> {
    pub(super) fn read(roster: Option<&'a Node>) -> Self {
        let mut all = Self::default();
        let Some(roster) = roster else { return all };
        for it in items(Some(roster), "departments") {
            let name = text(it, "name");
            let mut called = vec![name];
            called.push_all(texts(Some(it), "aliases"));
            called.retain(|it| !it.is_empty());
            all.departments.push(Department { id: text(it, "id"), name, called });
        }
        for it in items(Some(roster), "people") {
            let portfolio = it.get("portfolio");
            all.leaders.push(Leader {
                id: text(it, "id"),
                name: text(it, "name"),
                title: text(it, "title"),
                departments: texts(portfolio, "departments"),
                matters: texts(portfolio, "matters"),
            });
        }
        all
    }

    /// The department of just this name, with or without the place before it.
    pub(super) fn department(&self, name: &str, own: Option<&Own<'_>>) -> Option<&Department<'a>> {
        let bare = |name| own.and_then(|it| it.behind_place(name)).unwrap_or(name);
        let mut found = self.departments.iter().filter(|it| it.called.iter().any(|it| bare(it) == bare(name)));
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// The leaders in charge of departments, in the roster's order; nothing unless each has just one.
    pub(super) fn in_charge(&self, departments: &[&Department<'_>]) -> Option<Vec<String>> {
        let mut ids: Vec<&str> = Vec::new();
        for department in departments {
            let charge = |it: &str| it == department.id || department.called.contains(&it);
            let mut leaders = self.leaders.iter().filter(|it| it.departments.iter().any(|it| charge(it)));
            match (leaders.next(), leaders.next()) {
                (Some(leader), None) if !leader.id.is_empty() => ids.push(leader.id),
                _ => return None,
            }
        }
        let mut listed: Vec<String> = Vec::new();
        for it in self.leaders.iter().filter(|it| ids.contains(&it.id)) {
            listed.push(it.id.to_owned());
        }
        (!listed.is_empty()).then_some(listed)
    }

    /// The one leader in charge of a business that is named: the words of a portfolio, of at least four letters, the longest first.
    pub(super) fn in_charge_of<'b>(&self, subject: &'b str) -> Option<(&'b str, &'a str)> {
        let mut best: Option<(&'b str, &'a str)> = None;
        let mut several = false;
        for leader in &self.leaders {
            for matter in &leader.matters {
                let Some(at) = subject.find(matter).filter(|_| matter.chars().count() >= 4) else { continue };
                let words = subject.get(at..at + matter.len()).unwrap_or_default();
                match best {
                    Some((longest, _)) if longest.contains(words) && longest != words => {}
                    Some((longest, other)) if !words.contains(longest) || longest == words => {
                        several |= other != leader.id;
                    }
                    _ => best = Some((words, leader.id)),
                }
            }
        }
        best.filter(|(_, id)| !several && !id.is_empty())
    }

    /// The one leader whom the title names with 同志 or with what they are called.
    pub(super) fn named<'b>(&self, title: &'b str) -> Option<(&'b str, &'a str)> {
        let mut found = None;
        for leader in self.leaders.iter().filter(|it| it.name.chars().count() > 1 && !it.id.is_empty()) {
            let Some((before, behind)) = title.split_once(leader.name) else { continue };
            let is_called = !leader.title.is_empty()
                && (before.ends_with(leader.title) || behind.starts_with(leader.title))
                || behind.starts_with("同志");
            if is_called && found.replace((title.get(before.len()..title.len() - behind.len())?, leader.id)).is_some() {
                return None;
            }
        }
        found
    }
}

fn items<'a>(node: Option<&'a Node>, key: &str) -> &'a [Node] {
    node.and_then(|it| it.get(key)).and_then(Node::items).unwrap_or_default()
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    node.get(key).and_then(Node::text).unwrap_or_default()
}

fn texts<'a>(node: Option<&'a Node>, key: &str) -> Vec<&'a str> {
    items(node, key).iter().filter_map(Node::text).collect_vec()
}
