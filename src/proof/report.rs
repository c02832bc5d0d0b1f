//! What the proofs say, as it goes out.

use crate::situation::Term;
use serde::Serialize;
use serde_json::Value;

/// What `check` proves about a rulebook.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether nothing is left to mend.
    pub ok: bool,
    /// Documents about whose signature the text says nothing.
    pub gaps: Vec<Region>,
    /// Documents of which clauses demand what cannot be done together.
    pub conflicts: Vec<Region>,
    /// Documents of which clauses demand different things that can be done together.
    pub overlaps: Vec<Region>,
    /// Clauses that can never decide anything.
    pub dead_clauses: Vec<Covered>,
    /// Clauses without which every route would be the same.
    pub redundant_clauses: Vec<Covered>,
    /// Steps and findings that no document can get.
    pub unreached: Vec<Unreached>,
    /// Matters that are declared and that no clause names.
    pub unused_matters: Vec<String>,
    /// Facts that a clause names and on which no answer can turn.
    pub needless_facts: Vec<String>,
    /// Declarations that are true of no document.
    pub empty_declarations: Vec<EmptyDeclaration>,
    /// Which places of the text are accounted for.
    pub coverage: Vec<Place>,
    /// Quotations that do not stand where they should; needs the text.
    pub misquoted: Vec<Misquoted>,
    /// For each clause, the cases in which it stands, and those in which it just does not.
    pub exercise: Vec<Exercise>,
    /// Cases for what is not exercised, for the author to hold against the text.
    pub proposed_cases: Vec<ProposedCase>,
    /// Combinations that no document can have.
    pub impossible: Vec<String>,
}

/// Documents that have something in common.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Region {
    /// Which documents.
    pub words: String,
    /// One of them, as a finished draft.
    pub witness: Value,
    /// Whether the rulebook says of itself that it is so.
    pub declared: bool,
    /// The clauses concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// What the rulebook says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<String>,
    /// Which documents, exactly.
    #[serde(skip)]
    pub(crate) term: Term,
}

/// A clause and those that leave nothing to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Covered {
    /// The clause.
    pub clause: String,
    /// The clauses that take everything from it, or say it as well.
    pub covered_by: Vec<String>,
}

/// Something that a clause demands and no document can get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreached {
    /// The clause.
    pub clause: String,
    /// What it demands.
    pub what: String,
}

/// A declaration that is true of no document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EmptyDeclaration {
    /// Where it stands in the rulebook, as a JSON Pointer.
    pub path: String,
    /// What it says.
    pub words: String,
}

/// A place of the text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The place, as the text numbers itself.
    pub article: String,
    /// Whether it is encoded, left out, or not accounted for.
    pub state: State,
    /// Why it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// What became of a place of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// A clause rests on it.
    Encoded,
    /// It makes no clause, and the rulebook says why.
    LeftOut,
    /// Nobody accounts for it.
    Missing,
}

/// A quotation that does not stand where it should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Misquoted {
    /// The clause, or the matter.
    pub clause: String,
    /// What is wrong.
    pub message: String,
}

/// A case for what is not exercised: what the engine answers today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProposedCase {
    /// What it shows.
    pub name: String,
    /// The draft.
    pub draft: Value,
    /// How what it does not state is read.
    pub unstated: &'static str,
    /// What comes of it.
    pub expect: Value,
    /// The words of the text that decide, for the author to fill in.
    pub why: &'static str,
}

/// The cases that show what a clause does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exercise {
    /// The clause.
    pub clause: String,
    /// Set where it stands for every document: no case can show that it does not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub everywhere: bool,
    /// Names of cases in which it stands.
    pub stands: Vec<String>,
    /// Names of cases in which it does not, and one fact would change that.
    pub just_not: Vec<String>,
}
