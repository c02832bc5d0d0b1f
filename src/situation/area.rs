//! A region that is asked again and again.

use super::cube::Cube;
use super::diagram::{Diagrams, Ref, Verdict};
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
        let open = self.linked.iter().filter(|fact| !situation.is_known(**fact)).count();
        if open > 1 && situation.is_possible() { self.apart } else { self.region }
    }

    pub(crate) fn verdict(&self, situation: &Situation, diagrams: &Diagrams) -> Verdict {
        diagrams.verdict(self.exact(situation), situation)
    }

    /// Whether it turns on one of these facts.
    pub(crate) fn turns_on(&self, facts: &[FactId]) -> bool {
        facts.iter().any(|fact| self.support.contains(fact))
    }

    /// The verdict once a fact that is open in the situation has this value.
    pub(crate) fn verdict_with(&self, fact: FactId, mask: u32, situation: &Situation, diagrams: &Diagrams) -> Verdict {
        // What follows for the facts that rules link to this one need not be worked out: the diagram is exact for all
        // documents of the situation, and these are some of them.
        diagrams.verdict(self.exact(situation), &situation.with(fact, mask))
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
