//! A region that is asked again and again.

use super::cube::Cube;
use super::diagram::{Apart, Diagrams, Ref, Verdict};
use super::impossible::Possible;
use super::situation::Situation;
use super::space::FactId;
use crate::short::CollectVec;

/// A region and the facts on which it turns.
///
/// Impossible documents matter only where two or more facts that the rules of [`Possible`] link are still open in the
/// region: in a situation, any value of a single linked fact goes with any values of the others. So most questions are
/// answered by the small diagram of the region itself.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    region: Ref,
    pub(crate) support: Vec<FactId>,
    linked: Vec<FactId>,
}

impl Area {
    pub(crate) fn new(region: Ref, possible: &Possible, diagrams: &Diagrams) -> Self {
        let support = diagrams.support(region);
        let linked = support.iter().copied().filter(|fact| possible.links(*fact)).collect_vec();
        Self { region, support, linked }
    }

    /// What has to be set apart for an exact answer here.
    fn apart<'a>(&self, situation: &'a Situation) -> Option<Apart<'a>> {
        let open = self.linked.iter().filter(|fact| !situation.is_known(**fact)).count();
        (open > 1).then(|| situation.apart())
    }

    pub(crate) fn verdict(&self, situation: &Situation, diagrams: &Diagrams) -> Verdict {
        let plain = diagrams.verdict(self.region, None, situation);
        match self.apart(situation) {
            // Setting documents apart cannot make an answer less sure.
            Some(apart) if plain == Verdict::Sometimes => diagrams.verdict(self.region, Some(apart), situation),
            _ => plain,
        }
    }

    /// The open facts that can still change whether a document lies in the region.
    pub(crate) fn relevant(&self, situation: &Situation, diagrams: &Diagrams) -> Vec<FactId> {
        diagrams.relevant(self.region, self.apart(situation), situation)
    }

    /// A cube around the documents that lie in the region: narrowed as far as the region's own facts go.
    pub(crate) fn around(&self, situation: &Situation, diagrams: &Diagrams) -> Option<Cube> {
        let (inside, root) = diagrams.within(self.region, self.apart(situation), situation);
        inside.project(root, situation, 1)
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

    /// The diagram that must be kept.
    pub(crate) fn root(&mut self) -> &mut Ref {
        &mut self.region
    }
}
