//! What the clerk has typed: reading it without ever failing, and deriving what follows from it.
//!
//! Knows the vocabulary and the shape of a draft. Knows no clause.

mod finding;
mod read;
mod said;
mod settle;

pub(crate) use finding::InputFinding;
#[cfg(test)]
pub(crate) use read::FIELDS;
pub(crate) use read::{Reading, is_hidden, read, shorten};
pub(crate) use said::{Dates, Said, Stated};
pub(crate) use settle::{Known, settle};
