//! What a rulebook stands on (所据): finding the higher texts, and joining them to the definition.
//!
//! Knows texts and places. Which of a higher text's words count in a ruling is for the rulings to say, except that its
//! steps and remarks are its own and do not come along.

use super::model::{Definition, Higher, OWN, Signing};
use super::reader::{At, Faults};
use super::tree::Node;
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
    let mut ids: Vec<&str> = root.node.get("标识").and_then(Node::scalar).into_iter().collect();
    let mut next = root.get("所据").map(|it| (it, Vec::new()));
    while let Some((at, mut readings)) = next.take() {
        let rules = if at.node.scalar().is_some() {
            at
        } else {
            at.only(&["规则", "解释"], faults);
            readings.extend(at.get("解释").and_then(|it| it.text(faults)));
            let Some(rules) = at.need("规则", faults) else { break };
            rules
        };
        let mut node = rules.node;
        if let Some(id) = node.scalar() {
            let known = |it: &&Node| it.get("标识").and_then(Node::scalar) == Some(id);
            let Some(base) = given.iter().find(known) else {
                missing(&rules, id, given, faults);
                break;
            };
            node = base;
        }
        let id = node.get("标识").and_then(Node::scalar).unwrap_or_default();
        let circle = ids.contains(&id);
        ids.push(id);
        if circle {
            faults.report("cycle", &rules, format!("所据成环：{}", ids.join("→")));
            break;
        }
        // Its faults lie under one path, however it was named.
        let path = if rules.path.ends_with("/规则") { rules.path } else { format!("{}/规则", rules.path) };
        let at = At { node, path };
        next = at.get("所据").map(|it| (it, readings.clone()));
        found.push(Base { at, id, readings });
    }
    found
}

fn missing(at: &At<'_>, id: &str, given: &[Node], faults: &mut Faults) {
    let known: Vec<&str> = given.iter().filter_map(|it| it.get("标识")?.scalar()).collect();
    if let Some(issue) = faults.report("missing-base", at, format!("没有给出所据的规则`{id}`")) {
        issue.expected = Some(if known.is_empty() {
            "整部规则，或随同给出的规则的标识".to_owned()
        } else {
            known.join("、")
        });
    }
}

impl Base<'_> {
    /// Puts the text, read over the definition's own space, behind what the definition has.
    pub(crate) fn join(self, text: Definition, definition: &mut Definition) {
        let first = definition.clauses.len();
        definition.higher.push(Higher { title: text.title, in_force: text.in_force });
        let layer = OWN + definition.higher.len();
        let title = definition.higher.last().map_or("", |it| it.title.as_str());
        let cited = |cite: &str| format!("《{title}》{cite}");
        let above = definition.matters.len();
        for mut matter in text.matters {
            if definition.matters.iter().take(above).all(|it| it.name != matter.name) {
                matter.cite = matter.cite.map(|it| cited(&it));
                definition.matters.push(matter);
            }
        }
        // The shared roles stand first in every list; of its own, only the titles are known here.
        let mut places: Vec<usize> = (0..ROLES.len()).collect();
        for role in text.roles.into_iter().skip(ROLES.len()) {
            let known = definition.roles.iter().position(|it| it.code == role.code);
            places.push(known.unwrap_or(definition.roles.len()));
            if known.is_none() {
                definition.roles.push(role);
            }
        }
        for mut clause in text.clauses {
            clause.layer = layer;
            let words = &mut clause.words;
            words.clause = format!("{}/{}", self.id, words.clause);
            words.cite = cited(&words.cite);
            let readings = words.interpretation.as_deref().into_iter().chain(self.readings.iter().copied());
            let readings: Vec<&str> = readings.map(|it| it.trim_end_matches('。')).collect();
            words.interpretation = (!readings.is_empty()).then(|| readings.join("；"));
            for it in &mut clause.yields {
                it.to += first;
            }
            for it in &mut clause.act_before {
                *it += first;
            }
            if let Some(Signing::Sign(options)) = &mut clause.signing {
                for role in options.iter_mut().flat_map(|it| &mut it.signers) {
                    *role = places.get(*role).copied().unwrap_or(*role);
                }
            }
            clause.steps.clear();
            (clause.standing_in, clause.circled, clause.note) = (None, None, None);
            definition.clauses.push(clause);
        }
    }

    /// Names the clauses of the faults from `first` on, which were found in this text.
    pub(crate) fn name_faults(&self, first: usize, faults: &mut Faults) {
        for issue in faults.issues.iter_mut().skip(first) {
            issue.clause = issue.clause.take().map(|clause| format!("{}/{clause}", self.id));
        }
    }
}
