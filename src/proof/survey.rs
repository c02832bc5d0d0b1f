//! Regions of the space of documents that can be, told: their largest parts, in words and with a draft for each.

use super::report::Region as Told;
use super::witness;
use super::words;
use crate::draft::{read, settle};
use crate::rulebook::Definition;
use crate::situation::{Cube, Diagrams, FactId, Possible, Ref, Region, Situation, Term, Verdict};
use crate::tree::Node;
use serde_json::Value;

/// Diagrams open for building, over the space of one rulebook.
pub(crate) struct Survey<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) diagrams: Diagrams,
    possible: Possible,
}

/// A cube of documents, ready to be told.
pub(crate) struct Part {
    pub(crate) words: String,
    pub(crate) term: Term,
    pub(crate) witness: Value,
}

impl Part {
    /// As it goes out, where the rulebook says nothing about it.
    pub(crate) fn undeclared(self) -> Told {
        self.told(Vec::new(), None)
    }

    /// As it goes out, with the clauses concerned and what the rulebook says about it.
    pub(crate) fn told(self, clauses: Vec<String>, because: Option<String>) -> Told {
        let Self { words, witness, term } = self;
        Told { words, witness, declared: because.is_some(), clauses, interpretation: because, term }
    }
}

impl<'a> Survey<'a> {
    /// `possible` is made in these diagrams.
    pub(crate) fn new(definition: &'a Definition, diagrams: Diagrams, possible: Possible) -> Self {
        Self { definition, diagrams, possible }
    }

    /// The possible documents in a condition.
    pub(crate) fn region(&mut self, region: &Region) -> Ref {
        let plain = self.diagrams.region(region);
        self.possible(plain)
    }

    /// A region with impossible documents set apart.
    pub(crate) fn possible(&mut self, region: Ref) -> Ref {
        self.diagrams.where_possible(region, self.possible.impossible)
    }

    /// The largest cubes that fill a region of possible documents.
    pub(crate) fn parts(&mut self, region: Ref) -> Vec<Part> {
        let terms = self.diagrams.cover(region, &self.definition.space);
        let mut parts = Vec::new();
        // Terms overlap: each has a document that lies in none before it.
        let mut rest = region;
        for term in terms {
            parts.extend(self.part(&term, rest));
            let told = self.diagrams.region(&Region(vec![term]));
            rest = self.diagrams.without(rest, told);
        }
        parts
    }

    /// One of the largest cubes in a region; `None` where it is empty.
    pub(crate) fn largest_part(&self, region: Ref) -> Option<Part> {
        self.part(&self.diagrams.one_of_cover(region, &self.definition.space)?, region)
    }

    /// A cube of a region; `None` where none of its documents lies in it.
    pub(crate) fn part(&self, term: &Term, region: Ref) -> Option<Part> {
        let witness = self.witness(term, region)?;
        Some(Part { words: words::region(term, self.definition), term: term.clone(), witness })
    }

    /// A draft that, once its clerk is finished, can only be a document of the region inside the cube: as short as will do.
    pub(crate) fn witness(&self, term: &Term, region: Ref) -> Option<Value> {
        let space = &self.definition.space;
        let cube = term.0.iter().fold(Cube::all(space), |cube, (fact, mask)| cube.with(*fact, *mask));
        let document =
            self.diagrams.simplest(region, &cube, space, &|fact, value| witness::cost(fact, value, space))?;
        let lies_in_it = |draft: &Value| self.diagrams.verdict(region, &self.settled(draft)) == Verdict::Always;
        let shortest = witness::draft(&document, &facts(term), space);
        if lies_in_it(&shortest) {
            return Some(shortest);
        }
        // Everything on which the region turns, less what turns out to be needless.
        let mut stated = self.diagrams.support(region);
        if lies_in_it(&witness::draft(&document, &stated, space)) {
            for fact in stated.clone() {
                let fewer: Vec<FactId> = stated.iter().copied().filter(|it| *it != fact).collect();
                if lies_in_it(&witness::draft(&document, &fewer, space)) {
                    stated = fewer;
                }
            }
            return Some(witness::draft(&document, &stated, space));
        }
        let all: Vec<FactId> = document.iter().map(|(fact, _)| fact).collect();
        Some(witness::draft(&document, &all, space))
    }

    /// What a finished draft stands for.
    pub(crate) fn settled(&self, draft: &Value) -> Situation {
        let space = &self.definition.space;
        let reading = read(&Node::from(draft), space, &self.definition.names);
        settle(&reading, true, &self.possible, &self.diagrams, space).situation
    }
}

fn facts(term: &Term) -> Vec<FactId> {
    term.0.iter().map(|(fact, _)| *fact).collect()
}
