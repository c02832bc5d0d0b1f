//! Clauses × situation: what a rulebook demands of a set of documents.
//!
//! Everything that can be known about a rulebook alone is worked out when it is loaded (`compile`); a ruling then only
//! walks diagrams. Knows no people, no dates, and no words for clerks.

mod agree;
#[cfg(all(test, feature = "yaml"))]
mod brute_force;
mod compile;
mod higher;
mod rows;
mod rule;
mod signing;

pub(crate) use agree::Outcome;
pub(crate) use compile::{CheckRow, Compiled};
pub(crate) use higher::{ALONE, EXCEEDED};
pub(crate) use rows::Source;
pub(crate) use rule::{RuledStep, Ruling};
pub(crate) use signing::RuledOutcome;
