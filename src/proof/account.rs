//! Everything about one clause: its words, when it stands, what it demands, whom it gives way to.

use super::ground::Ground;
use super::words;
use crate::route::{Basis, basis, people_words, signing_words};
use crate::rulebook::{Clause, ClauseId};
use serde::Serialize;
use serde_json::Value;

/// Everything about one clause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClauseAccount {
    /// Where it stands and its words.
    #[serde(flatten)]
    pub basis: Basis,
    /// When it stands, in words.
    pub applies: String,
    /// What is taken out, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<String>,
    /// The clauses before which it gives way.
    pub yields: Vec<Yielding>,
    /// The clauses that give way to it.
    pub before: Vec<String>,
    /// What it demands, in words.
    pub demands: Vec<String>,
    /// A finished draft for which it stands; none where it is dead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<Value>,
}

/// A clause before which another gives way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Yielding {
    /// The clause that goes before.
    pub clause: String,
    /// Whether all effects give way, not the signing alone.
    pub entirely: bool,
    /// Why, where the author read it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<String>,
}

/// The account of a clause.
pub(crate) fn account(id: ClauseId, ground: &mut Ground<'_>) -> Option<ClauseAccount> {
    let definition = ground.definition;
    let clause = definition.clauses.get(id)?;
    let region = ground.effect(id);
    let witness = ground.largest_part(region).map(|part| part.witness);
    let yields = clause.yields.iter().map(|it| Yielding {
        clause: ground.id(it.to),
        entirely: it.entirely,
        interpretation: it.interpretation.clone(),
    });
    let giving_way = |other: &&Clause| other.yields.iter().any(|it| it.to == id);
    Some(ClauseAccount {
        basis: basis(&clause.words, None),
        applies: words::alternatives(&clause.applies, definition),
        except: (!clause.except.0.is_empty()).then(|| words::alternatives(&clause.except, definition)),
        yields: yields.collect(),
        before: definition.own_clauses().iter().filter(giving_way).map(|it| it.words.clause.clone()).collect(),
        demands: demands(clause, ground),
        witness,
    })
}

fn demands(clause: &Clause, ground: &Ground<'_>) -> Vec<String> {
    let definition = ground.definition;
    let mut demands: Vec<String> = clause.signing.iter().map(|it| signing_words(it, definition)).collect();
    let narrowed = |when: &crate::situation::Region| match words::alternatives(when, definition) {
        _ if when.0.iter().any(|term| term.0.is_empty()) => String::new(),
        when => format!("（{when}时）"),
    };
    demands.extend(clause.steps.iter().map(|step| {
        let mut by = people_words(&step.actors, step.choice, definition);
        if !by.is_empty() {
            by = format!("（由{by}）");
        }
        let meetings = step.meetings.iter().filter_map(|it| definition.meetings.get(*it)).map(String::as_str);
        let meetings: Vec<&str> = meetings.collect();
        if !meetings.is_empty() {
            by.push_str(&format!("（{}）", meetings.join("或")));
        }
        let limit = step.limit.as_ref().map(|it| format!("，{}", it.words())).unwrap_or_default();
        format!("{}{}{by}{limit}{}", step.modality.term(), step.kind.term(), narrowed(&step.when))
    }));
    demands.extend(
        clause
            .checks
            .iter()
            .map(|check| format!("检查（{}）：{}{}", check.severity.term(), check.message, narrowed(&check.when))),
    );
    demands.extend(clause.standing_in.iter().map(|it| crate::route::standing_in_words(&clause.words, it, definition)));
    demands.extend(clause.circled.iter().map(|it| format!("圈阅表示“{it}”")));
    demands.extend(clause.note.iter().map(|it| format!("注（{}）：{}", it.on.term(), it.words)));
    demands
}
