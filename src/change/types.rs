//! The shapes that come out: `types.d.ts` of the package has the same.

use crate::route::{Basis, Condition, Status};
use crate::tree::Node;
use crate::vocabulary::StepKind;
use serde::Serialize;

/// A value or a whole draft, as JSON: `serde_json::to_value` makes one of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Json(pub(super) Node);

/// A smallest change of the draft's facts that leads to another answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The facts that would have to be otherwise, or to become known.
    pub set: Vec<ChangedFact>,
    /// The draft with them.
    pub draft: Json,
    /// What its route then is.
    pub then: Then,
    /// The change in words.
    pub words: String,
}

/// One fact that would have to be otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangedFact {
    /// The fact, by its path in the draft.
    pub fact: String,
    /// What it is; `null` where it is not known.
    pub from: Json,
    /// What it would be; `null` where it would have to be taken out.
    pub to: Json,
    /// The new value in words.
    pub words: String,
}

/// What a changed draft's route is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Then {
    /// Its status.
    pub status: Status,
    /// Its outcomes in words, as `decide` gives them.
    pub outcomes: Vec<String>,
    /// The steps that are certain in it, and were not. The signature itself is among the outcomes.
    pub added: Vec<StepChange>,
    /// The steps that may come in it, and could not.
    pub possible: Vec<StepChange>,
    /// The steps that were certain, and are not in it, not even possibly.
    pub dropped: Vec<StepChange>,
}

/// A step that would come or go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepChange {
    /// Its id.
    pub id: String,
    /// What is done.
    pub kind: StepKind,
    /// The step in words.
    pub words: String,
}

/// What somebody expected of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An outcome in words, as `decide` gives it.
    Outcome(String),
    /// Somebody's signature: a role by its code, its term or its title here.
    Signer(String),
    /// A step of this kind, by its term.
    Step(String),
}

/// How the answer lies to what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Standing {
    /// It is just so.
    #[serde(rename = "is so")]
    IsSo,
    /// It depends on facts that are not known.
    #[serde(rename = "may be")]
    MayBe,
    /// It is not so, but would be for other documents.
    #[serde(rename = "is not")]
    IsNot,
    /// No document has it under these rules.
    #[serde(rename = "never")]
    Never,
}

/// Why a route is not as somebody expected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhyNot {
    /// Whether the route has it after all.
    pub answer: Standing,
    /// The answer in words, with the reason.
    pub words: String,
    /// For what is not so, the facts on which it fails; for what may be, what must turn out to hold.
    pub because: Vec<Condition>,
    /// The clauses that demand it, or would.
    pub basis: Vec<Basis>,
    /// The smallest changes that would bring it about.
    pub changes: Vec<Change>,
}
