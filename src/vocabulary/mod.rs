//! The words everybody shares: facts and their values, roles, step kinds, acts.
//!
//! Knows the contract's terms and nothing of any government. A rulebook gives these words its own titles and
//! prompts; the rest of the crate only ever refers to them through the tables here.

mod facts;
mod nearest;
mod roles;
mod script;
mod signing;
mod steps;

#[cfg(feature = "tools")]
pub(crate) use facts::DOC_TYPE_ALIASES;
pub use facts::{
    ADDRESSEE_KINDS, CHAIRS, DATES, DIRECTIONS, DOC_TYPES, ISSUERS, MEETINGS, NONE, OFFICIAL_DOC_TYPES, SECRECIES,
    SHARED_MATTERS, URGENCIES, canonical_doc_type,
};
pub(crate) use facts::{CONSENSUS, IMPLIED_MATTERS, PORTFOLIOS, is_institution};
pub(crate) use nearest::{hint, nearest};
pub(crate) use roles::role_of_term;
pub use roles::{ROLES, Role};
pub(crate) use script::simplified;
pub use signing::{Act, Choice, Modality};
pub(crate) use steps::CUSTOMARY;
pub use steps::StepKind;
