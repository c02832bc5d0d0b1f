//! A cube: for each fact, the values that are still possible, one bit each.

use super::space::{FactId, Space};
use crate::short::CollectVec;

/// A set of complete documents, given fact by fact. A finished draft is a cube with one document in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cube {
    masks: Vec<u32>,
}

impl Cube {
    /// Everything is still possible.
    pub(crate) fn all(space: &Space) -> Self {
        Self { masks: space.facts.iter().map(|fact| fact.full()).collect_vec() }
    }

    /// The values of `fact` that are still possible.
    pub(crate) fn get(&self, fact: FactId) -> u32 {
        self.masks.get(fact as usize).copied().unwrap_or(0)
    }

    pub(crate) fn set(&mut self, fact: FactId, mask: u32) {
        if let Some(slot) = self.masks.get_mut(fact as usize) {
            *slot = mask;
        }
    }

    /// This cube with one fact changed.
    pub(crate) fn with(&self, fact: FactId, mask: u32) -> Self {
        let mut changed = self.clone();
        changed.set(fact, mask);
        changed
    }

    /// Whether only one value of `fact` is left.
    pub(crate) fn is_known(&self, fact: FactId) -> bool {
        self.get(fact).count_ones() == 1
    }

    /// The facts with their masks, in the order of the space.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (FactId, u32)> + '_ {
        (0..).zip(self.masks.iter().copied())
    }
}
