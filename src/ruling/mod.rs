//! Clauses × situation: what a rulebook demands of a set of documents.
//!
//! Everything that can be known about a rulebook alone is worked out when it is loaded (`compile`); a ruling then only
//! walks diagrams. Knows no people, no dates, and no words for clerks.

mod agree;
mod asking;
#[cfg(all(test, feature = "yaml"))]
pub(crate) mod brute_force;
mod compile;
mod goal;
mod higher;
mod rows;
mod rule;
mod signing;

pub(crate) use agree::Outcome;
#[cfg(feature = "tools")]
pub(crate) use agree::outcome;
pub(crate) use compile::{CheckRow, Compiled};
#[cfg(feature = "tools")]
pub(crate) use compile::{Demands, intern, raw_regions};
pub(crate) use goal::{Goal, share};
pub(crate) use higher::{ALONE, EXCEEDED};
pub(crate) use rows::Source;
#[cfg(feature = "tools")]
pub(crate) use rows::StepRow;
pub(crate) use rule::{RuledStep, Ruling};
pub(crate) use signing::{OutcomeId, RuledOutcome};
#[cfg(feature = "tools")]
pub(crate) use signing::{SigningQuestion, outcomes_over};
