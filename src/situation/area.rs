//! A region that is asked again and again.

use super::cube::Cube;
use super::diagram::{Diagrams, Ref, Spread, Verdict};
use super::impossible::Possible;
use super::situation::Situation;
use super::space::FactId;
use crate::short::CollectVec;

/// A region and the facts on which it turns.
///
/// Impossible documents matter only where two or more facts that the rules of [`Possible`] link are still open in the
/// region: in a situation, any value of a single linked fact goes with any values of the others. So most questions are
/// answered by the small diagram of the region itself; for the others there is one with the impossible documents set apart.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    region: Ref,
    apart: Ref,
    pub(crate) support: Vec<FactId>,
    linked: Vec<FactId>,
}

impl Area {
    pub(crate) fn new(region: Ref, possible: &Possible, diagrams: &mut Diagrams) -> Self {
        let support = diagrams.support(region);
        let linked = support.iter().copied().filter(|fact| possible.links(*fact)).collect_vec();
        let apart = if linked.len() > 1 { diagrams.where_possible(region, possible.impossible) } else { region };
        Self { region, apart, support, linked }
    }

    /// The diagram that answers exactly here.
    fn exact(&self, situation: &Situation) -> Ref {
        if self.open_and_linked(situation) > 1 && situation.is_possible() { self.apart } else { self.region }
    }

    /// How many of its facts are open and linked.
    pub(crate) fn open_and_linked(&self, situation: &Situation) -> usize {
        let mut open = 0;
        for fact in &self.linked {
            open += usize::from(!situation.is_known(*fact));
        }
        open
    }

    pub(crate) fn verdict(&self, situation: &Situation, diagrams: &Diagrams) -> Verdict {
        diagrams.verdict(self.exact(situation), situation)
    }

    /// Whether it turns on one of these facts.
    pub(crate) fn turns_on(&self, facts: &[FactId]) -> bool {
        facts.iter().any(|fact| self.support.contains(fact))
    }

    /// Whether it may lie differently to these two: it cannot where its own facts are the same in both, unless what is
    /// impossible comes into it.
    pub(crate) fn may_part(&self, one: &Situation, other: &Situation) -> bool {
        self.open_and_linked(one) > 1 || self.support.iter().any(|fact| one.get(*fact) != other.get(*fact))
    }

    /// What the documents of the situation reach, value by value: bit 0 the region, bit 1 what is outside.
    ///
    /// The documents that an answer leaves are some of those of the situation, so this is exact for every answer: what
    /// follows for the facts that rules link to the one that is answered need not be worked out.
    pub(crate) fn spread(&self, situation: &Situation, diagrams: &Diagrams) -> Spread {
        diagrams.spread(self.exact(situation), situation, &|terminal| 2 >> terminal)
    }

    /// The open facts that can still change whether a document lies in the region, and a cube around those that do:
    /// narrowed as far as the region's own facts go.
    pub(crate) fn inside(&self, situation: &Situation, diagrams: &Diagrams) -> (Vec<FactId>, Option<Cube>) {
        let (inside, root) = self.within(situation, diagrams);
        (inside.support(root), inside.project(root, situation, 1))
    }

    /// The region as seen from inside the situation.
    pub(crate) fn within(&self, situation: &Situation, diagrams: &Diagrams) -> (Diagrams, Ref) {
        diagrams.within(self.exact(situation), situation)
    }

    /// Whether it has no condition at all.
    #[cfg(feature = "tools")]
    pub(crate) fn is_everything(&self) -> bool {
        self.region == Ref::TRUE
    }

    /// The region itself, impossible documents not set apart.
    pub(crate) fn region(&self) -> Ref {
        self.region
    }

    /// The diagrams that must be kept.
    pub(crate) fn roots(&mut self) -> [&mut Ref; 2] {
        [&mut self.region, &mut self.apart]
    }
}
