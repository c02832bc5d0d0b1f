//! What a rulebook stands on (所据): finding the higher texts, and joining them to the definition.
//!
//! Knows texts and places. Which of a higher text's words count in a ruling is for the rulings to say, except that its
//! steps and remarks are its own and do not come along.

use super::model::{Definition, Higher, OWN, Signing};
use super::reader::{At, Faults};
use crate::short::joined;
use crate::tree::Node;
use crate::vocabulary::ROLES;

/// A higher text and the way to it.
pub(crate) struct Base<'a> {
    pub(crate) at: At<'a>,
    id: &'a str,
    /// What the authors on the way to it had to say.
    readings: Vec<&'a str>,
}

/// The texts on which a rulebook stands, the nearest first: whole rulebooks in it, or found by id among the given ones.
pub(crate) fn bases<'a>(root: &At<'a>, given: &'a [Node], faults: &mut Faults) -> Vec<Base<'a>> {
    let mut found: Vec<Base<'a>> = Vec::new();
    let mut ids = vec![id_of(root.node)];
    let mut readings: Vec<&str> = Vec::new();
    let mut next = root.get("所据");
    while let Some(at) = next {
        let mut rules = at.clone();
        if at.node.scalar().is_none() {
            at.only(&["规则", "解释"], faults);
            if let Some(reading) = at.get("解释").and_then(|it| it.text(faults)) {
                readings.push(reading);
            }
            let Some(named) = at.need("规则", faults) else { break };
            rules = named;
        }
        let mut node = rules.node;
        if let Some(id) = node.scalar() {
            let Some(base) = given.iter().find(|it| id_of(it) == id) else {
                missing(&rules, id, given, faults);
                break;
            };
            node = base;
        }
        let id = id_of(node);
        let circle = ids.contains(&id);
        ids.push(id);
        if circle {
            faults.report("cycle", &rules, format!("所据成环：{}", joined(&ids, "→")));
            break;
        }
        // Its faults lie under one path, however it was named.
        let base = At { node, path: format!("{}/规则", at.path) };
        next = base.get("所据");
        found.push(Base { at: base, id, readings: readings.clone() });
    }
    found
}

fn id_of(node: &Node) -> &str {
    node.get("标识").and_then(Node::scalar).unwrap_or_default()
}

fn missing(at: &At<'_>, id: &str, given: &[Node], faults: &mut Faults) {
    let mut expected = "整部规则".to_owned();
    for it in given {
        expected = format!("{expected}、{}", id_of(it));
    }
    if let Some(issue) = faults.report("missing-base", at, format!("没有给出所据的规则`{id}`")) {
        issue.expected = Some(expected);
    }
}

impl Base<'_> {
    /// Puts the text, read over the definition's own space, behind what the definition has.
    pub(crate) fn join(self, mut text: Definition, definition: &mut Definition) {
        let first = definition.clauses.len();
        let layer = OWN + 1 + definition.higher.len();
        let title = std::mem::take(&mut text.title);
        let cite = |cite: &mut String| *cite = format!("《{title}》{cite}");
        let above = definition.matters.len();
        for matter in &mut text.matters {
            if definition.matters.iter().take(above).all(|it| it.name != matter.name) {
                if let Some(it) = &mut matter.cite {
                    cite(it);
                }
                definition.matters.push(std::mem::take(matter));
            }
        }
        // The shared roles stand first in every list; of its own, only the titles are known here.
        let mut places: Vec<usize> = Vec::new();
        for (place, role) in text.roles.iter().enumerate() {
            let known = definition.roles.iter().position(|it| it.code == role.code);
            places.push(if place < ROLES.len() { place } else { known.unwrap_or(definition.roles.len()) });
            if known.is_none() {
                definition.roles.push(role.clone());
            }
        }
        for clause in &mut text.clauses {
            clause.layer = layer;
            let words = &mut clause.words;
            words.clause = format!("{}/{}", self.id, words.clause);
            cite(&mut words.cite);
            for reading in &self.readings {
                words.interpretation = Some(match &words.interpretation {
                    Some(it) => format!("{}；{reading}", it.trim_end_matches('。')),
                    None => (*reading).to_owned(),
                });
            }
            for it in &mut clause.yields {
                it.to += first;
            }
            for it in &mut clause.act_before {
                *it += first;
            }
            if let Some(Signing::Sign(options)) = &mut clause.signing {
                for option in options {
                    for role in &mut option.signers {
                        *role = places.get(*role).copied().unwrap_or(*role);
                    }
                }
            }
            clause.steps.clear();
            clause.in_charge.clear();
            (clause.standing_in, clause.circled, clause.note) = (None, None, None);
        }
        definition.clauses.append(&mut text.clauses);
        definition.higher.push(Higher { in_force: text.in_force.take() });
    }

    /// Names the clauses of the faults from `first` on, which were found in this text.
    pub(crate) fn name_faults(&self, first: usize, faults: &mut Faults) {
        for issue in faults.issues.iter_mut().skip(first) {
            if let Some(clause) = &mut issue.clause {
                *clause = format!("{}/{clause}", self.id);
            }
        }
    }
}
