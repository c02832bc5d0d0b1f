//! What a draft may still become: facts, sets of their values, regions of the space of all documents.
//!
//! Knows the calculus and which combinations cannot be. Knows no rulebook: it is handed the matters and thresholds
//! that one declares, and conditions as plain regions.

mod area;
mod cube;
mod diagram;
#[cfg(feature = "tools")]
mod explore;
mod impossible;
mod nearest_document;
mod region;
#[allow(clippy::module_inception, reason = "the notion that this room is about")]
mod situation;
mod space;
mod weigh;

pub(crate) use area::Area;
pub(crate) use cube::Cube;
pub(crate) use diagram::{Diagrams, Ref, Spread, Verdict};
pub(crate) use impossible::Possible;
pub(crate) use nearest_document::{Toll, Way};
pub(crate) use region::{Region, Term};
pub(crate) use situation::Situation;
#[cfg(test)]
pub(crate) use space::Fact;
pub(crate) use space::{FactId, NO, Space, YES, fixed};
pub(crate) use weigh::Weighed;
