#![doc = include_str!("../README.md")]

#[cfg(feature = "tools")]
mod author;
mod calendar;
#[cfg(feature = "tools")]
mod cases;
#[cfg(feature = "tools")]
mod difference;
mod draft;
mod engine;
mod memory;
#[cfg(feature = "tools")]
mod proof;
mod roster;
mod route;
pub mod rulebook;
mod ruling;
mod short;
#[cfg(feature = "tools")]
pub mod signature;
mod situation;
mod tree;
mod versions;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, unreachable_pub, reason = "what wasm-bindgen generates and exports")]
mod wasm;

pub use calendar::Calendar;
#[cfg(feature = "tools")]
pub use cases::CaseResult;
#[cfg(feature = "tools")]
pub use difference::{About, Comparison, Difference, Group};
pub use engine::{LeftOut, Options, Rulebook};
#[cfg(feature = "tools")]
pub use proof::{
    CheckOptions, ClauseAccount, Covered, EmptyDeclaration, Exercise, Misquoted, Place, ProposedCase, Region, Report,
    State, Unreached, Yielding,
};
pub use roster::Roster;
pub use route::{
    Answer, Basis, Certainty, Citation, Condition, Decision, FactValue, Facts, Finding, FindingSeverity, FormFact,
    FormValue, Impossible, Limit, Note, Question, Route, RulebookRef, RulebookWords, SignOption, Signer, Signing,
    SigningOutcome, Status, Step, Vocabulary,
};
pub use versions::{RulebookVersion, Stretch, Versions};
