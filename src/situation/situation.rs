//! A situation: a cube narrowed to what is possible.

use super::cube::Cube;
use super::diagram::Diagrams;
use super::impossible::Possible;
use super::space::FactId;
use std::ops::Deref;

/// Every complete document that a draft may still become. Each value that is left in it is one that some possible
/// document has.
#[derive(Clone, Debug)]
pub(crate) struct Situation {
    cube: Cube,
    possible: bool,
}

impl Situation {
    /// The possible documents of a cube; `None` if there are none.
    pub(crate) fn of(cube: &Cube, possible: &Possible, diagrams: &Diagrams) -> Option<Self> {
        possible.narrow(cube, diagrams).map(|cube| Self { cube, possible: true })
    }

    /// A cube taken as it is, nothing set apart.
    pub(crate) fn as_it_is(cube: Cube) -> Self {
        Self { cube, possible: false }
    }

    /// The same with other values for a fact that no rule links to others: what is possible stays so.
    pub(crate) fn with_unlinked(&self, fact: FactId, mask: u32) -> Self {
        Self { cube: self.cube.with(fact, mask), possible: self.possible }
    }

    /// Whether impossible documents are set apart.
    pub(crate) fn is_possible(&self) -> bool {
        self.possible
    }
}

impl Deref for Situation {
    type Target = Cube;

    fn deref(&self) -> &Cube {
        &self.cube
    }
}
