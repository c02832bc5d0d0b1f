//! What a roster calls departments and leaders, for finding them in titles.
//!
//! Reads names and portfolios alone, straight from what the caller handed over: what else a roster says, and what is wrong with it, is the
//! route's affair.

use super::issuers::Own;
use super::text::{from, split, until};
use crate::short::{CollectVec, find};
use crate::tree::Node;

/// The departments and the people of a roster, as they are written there.
#[derive(Clone, Copy, Default)]
pub(super) struct People<'a> {
    departments: &'a [Node],
    leaders: &'a [Node],
}

impl<'a> People<'a> {
    pub(super) fn read(roster: &'a Node) -> Self {
        Self { departments: items(roster, "departments"), leaders: items(roster, "people") }
    }

    /// The department of just this name, with or without the place before it.
    pub(super) fn department(self, name: &str, own: Option<&Own<'_>>) -> Option<&'a Node> {
        let name = bare(name, own);
        only(self.departments, &|it| called(it).iter().any(|it| bare(it, own) == name))
    }

    /// The leaders in charge of departments, in the roster's order; nothing unless each has just one.
    pub(super) fn in_charge(self, departments: &[&Node]) -> Option<Vec<String>> {
        let mut ids = Vec::new();
        for department in departments {
            let mut known = called(department);
            known.push(text(department, "id"));
            let leader = only(self.leaders, &|it| portfolio(it, "departments").iter().any(|it| known.contains(it)));
            ids.push(text(leader?, "id"));
        }
        if ids.contains(&"") {
            return None;
        }
        let mut listed: Vec<String> = Vec::new();
        for leader in self.leaders {
            let id = text(leader, "id");
            if ids.contains(&id) {
                listed.push(id.to_owned());
            }
        }
        (!listed.is_empty()).then_some(listed)
    }

    /// The one leader in charge of a business that is named: the words of a portfolio, of at least four letters, the longest first.
    pub(super) fn in_charge_of<'b>(self, subject: &'b str) -> Option<(&'b str, &'a str)> {
        let mut best: Option<(&'b str, &'a str)> = None;
        let mut several = false;
        for leader in self.leaders {
            let id = text(leader, "id");
            for matter in portfolio(leader, "matters") {
                let Some(at) = find(subject, matter).filter(|_| matter.chars().count() >= 4) else { continue };
                let words = until(from(subject, at), matter.len());
                match best {
                    Some((longest, _)) if longest != words && find(longest, words).is_some() => {}
                    Some((longest, other)) if longest == words || find(words, longest).is_none() => {
                        several |= other != id;
                    }
                    _ => best = Some((words, id)),
                }
            }
        }
        best.filter(|(_, id)| !several && !id.is_empty())
    }

    /// The one leader whom the title names with 同志 or with what they are called.
    pub(super) fn named<'b>(self, subject: &'b str) -> Option<(&'b str, &'a str)> {
        let mut found = None;
        for leader in self.leaders {
            let (id, name, title) = (text(leader, "id"), text(leader, "name"), text(leader, "title"));
            let Some(at) = find(subject, name).filter(|_| name.chars().count() > 1 && !id.is_empty()) else { continue };
            let (before, rest) = split(subject, at);
            let (name, behind) = split(rest, name.len());
            let is_called = !title.is_empty() && (before.ends_with(title) || behind.starts_with(title))
                || behind.starts_with("同志");
            if is_called && found.replace((name, id)).is_some() {
                return None;
            }
        }
        found
    }
}

/// The one item that fits; nothing where several do.
fn only<'a>(items: &'a [Node], fits: &dyn Fn(&Node) -> bool) -> Option<&'a Node> {
    let mut found = None;
    for it in items {
        if fits(it) && found.replace(it).is_some() {
            return None;
        }
    }
    found
}

/// A name without the place before it.
fn bare<'n>(name: &'n str, own: Option<&Own<'_>>) -> &'n str {
    own.and_then(|it| it.behind_place(name)).unwrap_or(name)
}

/// The name of a department and its aliases.
fn called(department: &Node) -> Vec<&str> {
    let mut called = texts(items(department, "aliases"));
    let name = name(department);
    if !name.is_empty() {
        called.push(name);
    }
    called
}

/// Ids or names of the departments, or the matters, of which a leader is in charge.
fn portfolio<'a>(leader: &'a Node, key: &str) -> Vec<&'a str> {
    texts(leader.get("portfolio").map_or(&[], |it| items(it, key)))
}

fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).and_then(Node::items).unwrap_or_default()
}

pub(super) fn name(department: &Node) -> &str {
    text(department, "name")
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    node.get(key).and_then(Node::text).unwrap_or_default()
}

fn texts(items: &[Node]) -> Vec<&str> {
    items.iter().filter_map(Node::text).filter(|it| !it.is_empty()).collect_vec()
}
