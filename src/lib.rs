#![doc = include_str!("../README.md")]

#[cfg(feature = "tools")]
mod author;
mod calendar;
#[cfg(feature = "tools")]
mod cases;
mod change;
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
mod title;
mod tree;
mod versions;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, unreachable_pub, reason = "what wasm-bindgen generates and exports")]
mod wasm;

pub use calendar::Calendar;
#[cfg(feature = "tools")]
pub use cases::CaseResult;
pub use change::{Change, ChangedFact, Json, Standing, StepChange, Then, Wanted, WhyNot};
#[cfg(feature = "tools")]
pub use difference::{About, Comparison, Difference, Group};
pub use engine::{LeftOut, Options, Rulebook};
#[cfg(feature = "tools")]
pub use proof::{
    CheckOptions, ClauseAccount, Covered, Document, EmptyDeclaration, Exercise, Interviews, Misquoted, Order, Place,
    ProposedCase, Region, Report, State, Unreached, Yielding,
};
pub use roster::Roster;
pub use route::{
    Answer, Basis, Certainty, Citation, Condition, Decision, Due, DueDay, FactValue, Facts, Finding, FindingSeverity,
    FormFact, FormValue, Impossible, Limit, Note, Office, Question, RosterPerson, Route, RulebookRef, RulebookWords,
    SignOption, Signer, Signing, SigningOutcome, StandingIn, Status, Step, Timing, Vocabulary,
};
pub use title::{SuggestedValue, Suggestion, TitlePart, TitleReading, TitleWraps, read_title};
pub use versions::{RulebookVersion, Stretch, Versions};
