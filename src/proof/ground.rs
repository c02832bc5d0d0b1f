//! The ground on which proofs about one rulebook are made: every document that can be, divided by who signs.

use super::survey::Survey;
use crate::rulebook::{Clause, ClauseId, Definition};
use crate::ruling::{Compiled, Source};
use crate::situation::{Area, Cube, Diagrams, Possible, Ref, Region, Situation};
use std::ops::{Deref, DerefMut};

/// A rulebook laid open. What it can tell of regions, its survey does.
pub(crate) struct Ground<'a> {
    survey: Survey<'a>,
    /// The diagrams of steps, findings and remarks, likewise open.
    pub(crate) demands: Diagrams,
    pub(crate) compiled: &'a Compiled,
    /// For each clause, where it speaks about the signature, as far as that was asked.
    spoken: Vec<Option<Ref>>,
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
        Self {
            survey: Survey::new(definition, diagrams, possible),
            demands: compiled.diagrams.reopened(),
            compiled,
            spoken: vec![None; definition.clauses.len()],
            speaking,
            signing,
            everything,
        }
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

    /// Where a clause speaks about the signature: where it holds and gives way to none.
    pub(crate) fn spoken(&mut self, id: ClauseId) -> Ref {
        if let Some(known) = self.spoken.get(id).copied().flatten() {
            return known;
        }
        let mut region = self.own(id);
        for winner in self.definition.clauses.get(id).map(|it| it.yields.as_slice()).unwrap_or_default() {
            let taken = self.own(winner.to);
            region = self.diagrams.without(region, taken);
        }
        if let Some(slot) = self.spoken.get_mut(id) {
            *slot = Some(region);
        }
        region
    }

    /// Where the clause has an effect: where it speaks about the signature; else where a step or a finding of it stands; else where
    /// its remarks do.
    pub(crate) fn effect(&mut self, id: ClauseId) -> Ref {
        let question = &self.compiled.signing;
        let mut parts = question.parts(&self.everything);
        parts.retain(|part| question.leaf(*part).contains(&id));
        if !parts.is_empty() {
            return self.where_speaking(&parts);
        }
        // From diagrams of the one order to those of the other, in which impossible documents are set apart at little cost.
        let region = self.demanded_region(id);
        let terms = self.demands.cover(region, &self.definition.space);
        self.region(&Region(terms))
    }

    /// Where a step or a finding of the clause stands; where it has neither, where its remarks do. To be asked about situations.
    pub(crate) fn demanded(&mut self, id: ClauseId) -> Area {
        let region = self.demanded_region(id);
        Area::new(region, &self.compiled.possible, &mut self.demands)
    }

    fn demanded_region(&mut self, id: ClauseId) -> Ref {
        let steps = self.compiled.steps.iter().flat_map(|row| &row.sources);
        let of_clause = |source: &Source| matches!(source, Source::Clause(clause, ..) if *clause == id);
        let steps = steps.filter(|(source, _)| of_clause(source)).map(|(_, area)| area);
        let checks = self.compiled.checks.iter().filter(|row| row.clause == id).map(|row| &row.area);
        let mut areas: Vec<&Area> = steps.chain(checks).collect();
        let has_remarks = |it: &Clause| it.note.is_some() || it.circled.is_some() || it.standing_in.is_some();
        if areas.is_empty() && self.definition.clauses.get(id).is_some_and(has_remarks) {
            areas.extend(self.compiled.standing.get(id));
        }
        let diagrams = &mut self.demands;
        areas.into_iter().fold(Ref::FALSE, |all, area| diagrams.or(all, area.region()))
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
