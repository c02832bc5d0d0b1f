//! The fewest questions: the best decision tree for given documents, found by looking at every order of asking.
//!
//! Knows nothing of rulebooks: it is told which facts are still open once some are known. Where that would take too long, what it
//! has not looked at is taken to need one question and no more: the result is then a lower bound.

use crate::situation::{Cube, FactId};
use rustc_hash::FxHashMap;

/// The facts still open of a document once some are known, the most promising first; none where all is settled.
pub(super) type Open<'a> = &'a dyn Fn(&Cube, &[FactId]) -> Vec<FactId>;

/// What is known: facts with their values, by fact.
type Known = Vec<(FactId, u32)>;

pub(super) struct Search<'a> {
    documents: Vec<&'a Cube>,
    /// How many situations may still be looked at.
    left: usize,
    open: FxHashMap<Known, Vec<FactId>>,
    fewest: FxHashMap<Known, usize>,
    exact: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(documents: impl Iterator<Item = &'a Cube>, most: usize) -> Self {
        let (open, fewest) = (FxHashMap::default(), FxHashMap::default());
        Self { documents: documents.collect(), left: most, open, fewest, exact: true }
    }

    /// Whether nothing was left out.
    pub(super) fn is_exact(&self) -> bool {
        self.exact
    }

    /// For all documents together.
    pub(super) fn fewest(&mut self, open: Open<'_>) -> usize {
        let all: Vec<usize> = (0..self.documents.len()).collect();
        self.at(&Vec::new(), &all, open)
    }

    /// For documents that are alike in all that is known.
    fn at(&mut self, known: &Known, documents: &[usize], open: Open<'_>) -> usize {
        if let Some(fewest) = self.fewest.get(known) {
            return *fewest;
        }
        let facts = self.open(known, documents, open);
        if facts.is_empty() {
            return 0;
        }
        if self.left == 0 {
            self.exact = false;
            return documents.len();
        }
        self.left -= 1;
        let mut best = usize::MAX;
        for fact in facts {
            let parts = self.parted(fact, known, documents);
            let bounds: Vec<usize> = parts.iter().map(|(known, part)| self.at_least(known, part, open)).collect();
            let mut total = documents.len() + bounds.iter().sum::<usize>();
            for ((known, part), bound) in parts.iter().zip(bounds) {
                if total >= best {
                    break;
                }
                total += self.at(known, part, open) - bound;
            }
            best = best.min(total);
        }
        self.fewest.insert(known.clone(), best);
        best
    }

    /// The documents by their value of a fact.
    fn parted(&self, fact: FactId, known: &Known, documents: &[usize]) -> Vec<(Known, Vec<usize>)> {
        let mut parts: Vec<(Known, Vec<usize>)> = Vec::new();
        for document in documents {
            let Some(value) = self.documents.get(*document).map(|it| it.get(fact)) else { continue };
            match parts.iter_mut().find(|(known, _)| known.contains(&(fact, value))) {
                Some((_, part)) => part.push(*document),
                None => {
                    let mut known = known.clone();
                    known.push((fact, value));
                    known.sort_unstable();
                    parts.push((known, vec![*document]));
                }
            }
        }
        parts
    }

    /// What is known of it already, else one question for each document that is not settled.
    fn at_least(&mut self, known: &Known, documents: &[usize], open: Open<'_>) -> usize {
        if let Some(fewest) = self.fewest.get(known) {
            return *fewest;
        }
        if self.open(known, documents, open).is_empty() { 0 } else { documents.len() }
    }

    fn open(&mut self, known: &Known, documents: &[usize], open: Open<'_>) -> Vec<FactId> {
        if let Some(facts) = self.open.get(known) {
            return facts.clone();
        }
        let facts: Vec<FactId> = known.iter().map(|(fact, _)| *fact).collect();
        let document = documents.first().and_then(|it| self.documents.get(*it));
        let found = document.map(|it| open(it, &facts)).unwrap_or_default();
        self.open.insert(known.clone(), found.clone());
        found
    }
}
