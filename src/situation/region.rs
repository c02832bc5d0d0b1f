//! A region as it is written: a union of terms, each restricting a few facts.

use super::space::FactId;
use crate::short::CollectVec;

/// A conjunction: each fact named must have one of these values. Sorted by fact, each fact at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term(pub(crate) Vec<(FactId, u32)>);

impl Term {
    /// Restricts `fact` further.
    pub(crate) fn restrict(&mut self, fact: FactId, mask: u32) {
        match self.0.binary_search_by_key(&fact, |(it, _)| *it) {
            Ok(at) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    *old &= mask;
                }
            }
            Err(at) => self.0.insert(at, (fact, mask)),
        }
    }

    /// Both at once.
    pub(crate) fn and(&self, other: &Term) -> Term {
        let mut both = self.clone();
        for (fact, mask) in &other.0 {
            both.restrict(*fact, *mask);
        }
        both
    }

    /// Whether no document satisfies it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().any(|(_, mask)| *mask == 0)
    }
}

/// A union of terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Region(pub(crate) Vec<Term>);

impl Region {
    /// Every document.
    pub(crate) fn everything() -> Self {
        Region(vec![Term::default()])
    }

    /// One term that restricts one fact.
    pub(crate) fn of(fact: FactId, mask: u32) -> Self {
        Region(vec![Term(vec![(fact, mask)])])
    }

    /// The intersection, written out.
    pub(crate) fn and(&self, other: &Region) -> Region {
        Region(
            self.0
                .iter()
                .flat_map(|a| other.0.iter().map(move |b| a.and(b)))
                .filter(|term| !term.is_empty())
                .collect_vec(),
        )
    }

    /// The facts that it names.
    pub(crate) fn facts(&self) -> impl Iterator<Item = FactId> + '_ {
        self.0.iter().flat_map(|term| term.0.iter().map(|(fact, _)| *fact))
    }
}
