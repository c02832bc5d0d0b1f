//! A region that is asked again and again, with the cheapest diagram that gives the exact answer.

use super::cube::Cube;
use super::diagram::{Diagrams, Ref, Verdict};
use super::impossible::Possible;
use super::space::FactId;

/// A region and the facts on which it turns.
///
/// Impossible documents matter only where two or more facts that the rules of [`Possible`] link are still open in the
/// region: in a cube that is narrowed to what is possible, any value of a single linked fact goes with any values of
/// the others. So most questions are answered by the small diagram of the region itself.
///
/// Cubes handed in must be narrowed (`Possible::narrow`).
#[derive(Clone, Debug)]
pub(crate) struct Area {
    plain: Ref,
    /// The region with impossible documents set apart; only where two linked facts are in it.
    exact: Option<Ref>,
    pub(crate) support: Vec<FactId>,
    linked: Vec<FactId>,
}

impl Area {
    pub(crate) fn new(region: Ref, possible: &Possible, diagrams: &mut Diagrams) -> Self {
        let support = diagrams.support(region);
        let linked: Vec<FactId> = support.iter().copied().filter(|fact| possible.links(*fact)).collect();
        let exact = (linked.len() > 1).then(|| diagrams.where_possible(region, possible.impossible));
        Self { plain: region, exact, support, linked }
    }

    fn diagram(&self, cube: &Cube) -> Ref {
        match self.exact {
            Some(exact) if self.linked.iter().filter(|fact| !cube.is_known(**fact)).count() > 1 => exact,
            _ => self.plain,
        }
    }

    pub(crate) fn verdict(&self, cube: &Cube, diagrams: &Diagrams) -> Verdict {
        diagrams.verdict(self.diagram(cube), cube)
    }

    /// The open facts that can still change whether a document of the cube lies in the region.
    pub(crate) fn relevant(&self, cube: &Cube, diagrams: &Diagrams) -> Vec<FactId> {
        diagrams.relevant(self.diagram(cube), cube)
    }

    /// The smallest cube around the documents of `cube` that lie in the region, as far as its own facts go.
    pub(crate) fn around(&self, cube: &Cube, diagrams: &Diagrams) -> Option<Cube> {
        diagrams.project(self.diagram(cube), cube, &|it| it == 1)
    }

    /// The diagrams that must be kept.
    pub(crate) fn roots(&mut self) -> impl Iterator<Item = &mut Ref> {
        [&mut self.plain].into_iter().chain(self.exact.as_mut())
    }
}
