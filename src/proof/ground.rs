//! The ground on which proofs are made: every document that can be, divided by who signs, open for further building.

use super::witness;
use super::words;
use crate::draft::{read, settle};
use crate::rulebook::{ClauseId, Definition};
use crate::ruling::Compiled;
use crate::situation::{Cube, Diagrams, FactId, Possible, Ref, Region, Situation, Term, Verdict};
use serde_json::Value;

/// A rulebook laid open.
pub(crate) struct Ground<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) compiled: &'a Compiled,
    /// Diagrams in which the linked facts come first, with impossible documents set apart.
    pub(crate) diagrams: Diagrams,
    /// For each document, the clauses that speak about its signature.
    pub(crate) speaking: Ref,
    /// For each document, its outcome.
    pub(crate) signing: Ref,
    /// Every document that can be.
    pub(crate) everything: Situation,
    impossible: Ref,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(definition: &'a Definition, compiled: &'a Compiled) -> Self {
        let (mut diagrams, speaking, signing) = compiled.signing.reopened();
        let impossible = Possible::new(&definition.space, &mut diagrams).impossible;
        let all = Cube::all(&definition.space);
        let everything = Situation::of(&all, &compiled.possible, &compiled.diagrams)
            .unwrap_or_else(|| Situation::as_it_is(all));
        Self { definition, compiled, diagrams, speaking, signing, everything, impossible }
    }

    /// The possible documents in a region.
    pub(crate) fn region(&mut self, region: &Region) -> Ref {
        let plain = self.diagrams.region(region);
        self.diagrams.where_possible(plain, self.impossible)
    }

    /// The documents about whose signature exactly the clauses of one of these sets speak.
    pub(crate) fn where_speaking(&mut self, leaves: &[u32]) -> Ref {
        self.diagrams.chosen(self.speaking, &|leaf| leaves.contains(&leaf))
    }

    /// Whether no possible document lies in the region.
    pub(crate) fn is_empty(&self, region: Ref) -> bool {
        self.diagrams.verdict(region, None, &self.everything) == Verdict::Never
    }

    /// The largest cubes that fill a region, each in words and with a document.
    pub(crate) fn parts(&mut self, region: Ref) -> Vec<Part> {
        let terms = self.diagrams.cover(region, &self.definition.space);
        terms.iter().filter_map(|term| self.part(term, region)).collect()
    }

    /// One of the largest cubes in a region, in words and with a document.
    pub(crate) fn largest_part(&self, region: Ref) -> Option<Part> {
        self.part(&self.diagrams.one_of_cover(region, &self.definition.space)?, region)
    }

    /// The ids of clauses.
    pub(crate) fn ids(&self, clauses: &[ClauseId]) -> Vec<String> {
        clauses.iter().map(|it| self.id(*it)).collect()
    }

    /// The id of a clause.
    pub(crate) fn id(&self, clause: ClauseId) -> String {
        self.definition.clauses.get(clause).map(|it| it.words.clause.clone()).unwrap_or_default()
    }

    /// A cube of a region, in words and with a document of the region in it.
    pub(crate) fn part(&self, term: &Term, region: Ref) -> Option<Part> {
        let witness = self.witness(term, region)?;
        Some(Part { words: words::region(term, self.definition), facts: facts(term), witness })
    }

    /// A draft that, once its clerk is finished, can only be a document of the region: as short as will do.
    pub(crate) fn witness(&self, term: &Term, region: Ref) -> Option<Value> {
        let space = &self.definition.space;
        let cube = term.0.iter().fold(Cube::all(space), |cube, (fact, mask)| cube.with(*fact, *mask));
        let document = self.diagrams.simplest(region, &cube, space, &|fact, value| witness::cost(fact, value, space))?;
        let support = self.diagrams.support(region);
        let all: Vec<FactId> = document.iter().map(|(fact, _)| fact).collect();
        let drafts = [facts(term), support, all].into_iter().map(|stated| witness::draft(&document, &stated, space));
        let mut last = None;
        for draft in drafts {
            if self.diagrams.verdict(region, None, &self.settled(&draft)) == Verdict::Always {
                return Some(draft);
            }
            last = Some(draft);
        }
        last
    }

    /// What a finished draft stands for.
    pub(crate) fn settled(&self, draft: &Value) -> Situation {
        let space = &self.definition.space;
        let reading = read(draft, space, &self.definition.names);
        settle(&reading, true, &self.compiled.possible, &self.compiled.diagrams, space).situation
    }
}

/// A cube of documents, ready to be told.
pub(crate) struct Part {
    pub(crate) words: String,
    /// The facts that it restricts.
    pub(crate) facts: Vec<FactId>,
    pub(crate) witness: Value,
}

fn facts(term: &Term) -> Vec<FactId> {
    term.0.iter().map(|(fact, _)| *fact).collect()
}
