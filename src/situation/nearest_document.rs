//! The document nearest to where one stands: what must be otherwise, at the least, for a terminal to be reached.
//!
//! Knows what values cost. Which changes a draft can state, and what follows from them, is not its affair.

use super::diagram::{Diagrams, Memo, Ref, both};
use super::space::FactId;

/// What a value costs, by fact and number of the value; nothing where it cannot be had.
pub(crate) type Toll<'a> = &'a dyn Fn(FactId, usize) -> Option<u32>;

/// The way to the nearest document: what it costs, and the values on it, fact by fact. Facts that it does not pass may
/// keep any value that costs nothing.
pub(crate) type Way = (u32, Vec<(FactId, usize)>);

/// No document is reached from here.
const NOWHERE: u64 = u64::MAX;

/// One walk over a diagram and the impossible documents together.
struct Walk<'a> {
    diagrams: &'a Diagrams,
    wanted: &'a dyn Fn(u32) -> bool,
    toll: Toll<'a>,
    /// For two places, the price of the cheapest way on and the value with which it starts.
    known: Memo,
}

impl Diagrams {
    /// The cheapest way to a possible document with a wanted terminal; `None` if there is no such document.
    pub(crate) fn nearest(
        &self,
        root: Ref,
        impossible: Ref,
        wanted: &dyn Fn(u32) -> bool,
        toll: Toll<'_>,
    ) -> Option<Way> {
        let mut walk = Walk { diagrams: self, wanted, toll, known: Memo::default() };
        let price = walk.price(root, impossible)?;
        let (mut a, mut b, mut way) = (root, impossible, Vec::new());
        while let Some(known) = walk.known.get(&both(a, b)) {
            let level = self.level(a).min(self.level(b));
            let value = usize::try_from(known & 0xff).ok()?;
            way.push((self.fact_at(level), value));
            (a, b) = (self.child(a, level, value), self.child(b, level, value));
        }
        Some((price, way))
    }
}

impl Walk<'_> {
    fn price(&mut self, a: Ref, b: Ref) -> Option<u32> {
        if a == Ref::IMPOSSIBLE || b == Ref::IMPOSSIBLE || b == Ref::TRUE {
            return None;
        }
        if a.value().is_some_and(|terminal| !(self.wanted)(terminal)) {
            return None;
        }
        if a.value().is_some() && b == Ref::FALSE {
            return Some(0);
        }
        if let Some(known) = self.known.get(&both(a, b)) {
            return (*known != NOWHERE).then(|| u32::try_from(known >> 8).unwrap_or(u32::MAX));
        }
        let level = self.diagrams.level(a).min(self.diagrams.level(b));
        let fact = self.diagrams.fact_at(level);
        let mut best = NOWHERE;
        for (number, value) in (0..).zip(0..self.diagrams.arity(level)) {
            let Some(toll) = (self.toll)(fact, value) else { continue };
            let (a, b) = (self.diagrams.child(a, level, value), self.diagrams.child(b, level, value));
            if let Some(below) = self.price(a, b) {
                // The price first, then the value: of equal prices the first value.
                best = best.min(u64::from(below.saturating_add(toll)) << 8 | number);
            }
        }
        self.known.insert(both(a, b), best);
        (best != NOWHERE).then(|| u32::try_from(best >> 8).unwrap_or(u32::MAX))
    }
}
