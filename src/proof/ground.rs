//! The ground on which proofs about one rulebook are made: every document that can be, divided by who signs.

use super::survey::Survey;
use crate::rulebook::{ClauseId, Definition};
use crate::ruling::Compiled;
use crate::situation::{Cube, Possible, Ref, Situation};
use std::ops::{Deref, DerefMut};

/// A rulebook laid open. What it can tell of regions, its survey does.
pub(crate) struct Ground<'a> {
    survey: Survey<'a>,
    pub(crate) compiled: &'a Compiled,
    /// For each document, the clauses that speak about its signature.
    speaking: Ref,
    /// For each document, its outcome.
    pub(crate) signing: Ref,
    /// Every document that can be.
    pub(crate) everything: Situation,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(definition: &'a Definition, compiled: &'a Compiled) -> Self {
        let (mut diagrams, speaking, signing) = compiled.signing.reopened();
        let possible = Possible::new(&definition.space, &mut diagrams);
        let all = Cube::all(&definition.space);
        let everything =
            Situation::of(&all, &compiled.possible, &compiled.diagrams).unwrap_or_else(|| Situation::as_it_is(all));
        Self { survey: Survey::new(definition, diagrams, possible), compiled, speaking, signing, everything }
    }

    /// The documents about whose signature exactly the clauses of one of these parts speak.
    pub(crate) fn where_speaking(&mut self, parts: &[u32]) -> Ref {
        self.survey.diagrams.chosen(self.speaking, &|part| parts.contains(&part))
    }

    /// Where a clause's own words hold.
    pub(crate) fn own(&mut self, id: ClauseId) -> Ref {
        let Some(clause) = self.definition.clauses.get(id) else { return Ref::FALSE };
        let applies = self.region(&clause.applies);
        let except = self.region(&clause.except);
        self.diagrams.without(applies, except)
    }

    /// The id of a clause.
    pub(crate) fn id(&self, clause: ClauseId) -> String {
        self.definition.clauses.get(clause).map(|it| it.words.clause.clone()).unwrap_or_default()
    }

    /// The ids of clauses.
    pub(crate) fn ids(&self, clauses: &[ClauseId]) -> Vec<String> {
        clauses.iter().map(|it| self.id(*it)).collect()
    }
}

impl<'a> Deref for Ground<'a> {
    type Target = Survey<'a>;

    fn deref(&self) -> &Survey<'a> {
        &self.survey
    }
}

impl DerefMut for Ground<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.survey
    }
}
