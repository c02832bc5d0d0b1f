//! Proofs about a rulebook itself, over every document that can be.
//!
//! Knows clauses and the calculus. Reads no text and answers no draft: what it finds are regions, each with a document in it.

mod account;
#[cfg(test)]
pub(crate) mod brute_force;
mod clauses;
mod coverage;
mod exercise;
mod fewest;
mod ground;
mod interview;
mod report;
mod signing;
mod survey;
mod text;
mod witness;
mod words;

pub use account::{ClauseAccount, Yielding};
pub use interview::{Document, Interviews, Order};
pub use report::{
    Covered, EmptyDeclaration, Exercise, Misquoted, Place, ProposedCase, Region, Report, State, Unreached,
};

use crate::rulebook::Definition;
use crate::ruling::Compiled;
use ground::Ground;
use serde_json::Value;
pub(crate) use survey::{Part, Survey};
use text::Text;

/// What to check beside the rulebook itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct CheckOptions<'a> {
    /// Cases that show what the clauses do.
    pub cases: &'a [Value],
    /// The text of the rules, an article, paragraph or item a line.
    pub text: Option<&'a str>,
}

/// Everything about one clause.
pub(crate) fn account(definition: &Definition, compiled: &Compiled, id: &str) -> Option<ClauseAccount> {
    let clause = definition.own_clauses().iter().position(|it| it.words.clause == id)?;
    account::account(clause, &mut Ground::new(definition, compiled))
}

/// All proofs about a rulebook. `expect` says what a case would expect of a finished draft.
pub(crate) fn check(
    definition: &Definition,
    compiled: &Compiled,
    options: CheckOptions<'_>,
    expect: &dyn Fn(&Value) -> Value,
) -> Report {
    let mut ground = Ground::new(definition, compiled);
    let ground = &mut ground;
    let mut empty_declarations = Vec::new();
    let gaps = signing::gaps(ground, &mut empty_declarations);
    let conflicts = signing::conflicts(ground, &mut empty_declarations);
    let overlaps = signing::overlaps(ground);
    let reach = clauses::Reach::new(ground);
    let dead_clauses = clauses::dead(ground, &reach);
    let unreached = clauses::unreached(ground, &reach);
    let redundant_clauses = clauses::redundant(ground, &reach);
    let unused_matters = clauses::unused_matters(ground);
    let needless_facts = clauses::needless_facts(ground);
    let exercise = exercise::exercise(ground, options.cases);
    let proposed_cases = exercise::proposals(ground, &exercise, expect);
    let misquoted = options.text.map(|text| coverage::misquoted(definition, text)).unwrap_or_default();
    let settled = |regions: &[Region]| regions.iter().all(|it| it.declared);
    Report {
        ok: settled(&gaps)
            && settled(&conflicts)
            && dead_clauses.is_empty()
            && unreached.is_empty()
            && unused_matters.is_empty()
            && needless_facts.is_empty()
            && empty_declarations.is_empty()
            && misquoted.is_empty()
            && exercise.iter().all(Exercise::is_whole),
        gaps,
        conflicts,
        overlaps,
        dead_clauses,
        redundant_clauses,
        unreached,
        unused_matters,
        needless_facts,
        empty_declarations,
        coverage: coverage::coverage(definition, options.text.map(Text::parse).as_ref()),
        misquoted,
        exercise,
        proposed_cases,
        impossible: compiled.possible.rules.iter().map(|(rule, _)| rule.words.clone()).collect(),
    }
}
