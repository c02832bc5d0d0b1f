#![doc = include_str!("../README.md")]

mod draft;
mod engine;
mod route;
pub mod rulebook;
mod ruling;
mod short;
mod situation;
mod versions;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, unreachable_pub, reason = "what wasm-bindgen generates and exports")]
mod wasm;

pub use engine::{LeftOut, Options, Rulebook};
pub use route::{
    Answer, Basis, Certainty, Citation, Condition, Decision, FactValue, Facts, Finding, FindingSeverity, FormFact,
    FormValue, Impossible, Limit, Note, Question, Route, RulebookRef, RulebookWords, SignOption, Signer, Signing,
    SigningOutcome, Status, Step, Vocabulary,
};
pub use versions::{RulebookVersion, Stretch, Versions};
