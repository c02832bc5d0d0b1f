//! A situation: a cube narrowed to what is possible.

use super::cube::Cube;
use super::diagram::{Apart, Diagrams, Ref};
use super::impossible::Possible;
use super::space::FactId;
use std::ops::Deref;
use std::rc::Rc;

/// Every complete document that a draft may still become. Each value that is left in it is one that some possible
/// document has.
#[derive(Clone, Debug)]
pub(crate) struct Situation {
    cube: Cube,
    impossible: Ref,
    feasible: Rc<Feasible>,
}

/// Which nodes of the diagram of impossible documents still lead to possible ones.
#[derive(Debug)]
pub(crate) struct Feasible(Vec<bool>);

impl Feasible {
    /// Whether some document at this node is possible.
    pub(crate) fn some(&self, at: Ref) -> bool {
        // The end of a diagram of impossible documents: possible there is what is not impossible.
        self.0.get(at.place()).copied().unwrap_or(at == Ref::FALSE)
    }
}

impl Situation {
    /// The possible documents of a cube; `None` if there are none.
    pub(crate) fn of(cube: &Cube, possible: &Possible, diagrams: &Diagrams) -> Option<Self> {
        let spread = diagrams.spread(possible.impossible, cube, &|terminal| u64::from(terminal == 0));
        (spread.all != 0).then(|| Self {
            cube: spread.around(0, cube),
            impossible: possible.impossible,
            feasible: Rc::new(Feasible(spread.passed())),
        })
    }

    /// A cube taken as it is, nothing set apart.
    pub(crate) fn as_it_is(cube: Cube) -> Self {
        Self { cube, impossible: Ref::FALSE, feasible: Rc::new(Feasible(Vec::new())) }
    }

    /// The same with other values for a fact that no rule links to others: what is possible stays so.
    pub(crate) fn with_unlinked(&self, fact: FactId, mask: u32) -> Self {
        Self { cube: self.cube.with(fact, mask), impossible: self.impossible, feasible: Rc::clone(&self.feasible) }
    }

    /// What has to be set apart for exact answers.
    pub(crate) fn apart(&self) -> Apart<'_> {
        Apart { impossible: self.impossible, feasible: &self.feasible }
    }
}

impl Deref for Situation {
    type Target = Cube;

    fn deref(&self) -> &Cube {
        &self.cube
    }
}
