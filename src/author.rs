//! A loaded rulebook in its author's hands: proofs about it, its cases, an account of each clause.

use crate::cases::{self, CaseResult};
use crate::difference::{self, Comparison, Difference};
use crate::engine::{Options, Rulebook};
use crate::proof::{self, CheckOptions, ClauseAccount, Report};
use serde_json::Value;

impl Rulebook {
    /// Proofs about the rulebook itself, over every document that can be.
    #[must_use]
    pub fn check(&self, options: CheckOptions<'_>) -> Report {
        let finished = Options { unstated_is_no: true, ..Options::default() };
        let expect = |draft: &Value| cases::expectation(&self.route(draft, &finished));
        proof::check(&self.definition, &self.compiled, options, &expect)
    }

    /// Where this rulebook and a later version of it, or another government's, part. Exact: nothing is the proof that no document
    /// is treated differently.
    #[must_use]
    pub fn diff(&self, after: &Rulebook) -> Vec<Difference> {
        difference::diff(&self.definition, &after.definition)
    }

    /// The same for a reader: differences and what is alike, grouped.
    #[must_use]
    pub fn compare(&self, after: &Rulebook) -> Comparison {
        difference::compare(&self.definition, &after.definition)
    }

    /// Everything about one clause; `None` where no clause has this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<ClauseAccount> {
        proof::account(&self.definition, &self.compiled, id)
    }

    /// The cases that travel with the rulebook (案例).
    #[must_use]
    pub fn cases(&self) -> &[Value] {
        &self.definition.cases
    }

    /// Runs cases.
    #[must_use]
    pub fn test(&self, cases: &[Value]) -> Vec<CaseResult> {
        cases.iter().map(|case| cases::run(self, case)).collect()
    }
}
