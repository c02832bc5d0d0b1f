//! What would change the answer, and why it is not as expected.
//!
//! Knows drafts and what they come to. Every change that is told has been made: the changed draft was routed, and what is
//! said of it is what that route says.

mod edit;
mod search;
mod types;
mod why_not;
mod words;

pub use types::{Change, ChangedFact, Json, Standing, StepChange, Then, Wanted, WhyNot};

use crate::engine::{Options, Rulebook, read_options};
use crate::route::{Certainty, Decision, Route, Step, condition_words, decide};
use crate::ruling::{Goal, Source};
use crate::short::{CollectVec, PushAll, sort_by_key};
use crate::situation::{Verdict, fixed};
use crate::tree::Node;
use crate::vocabulary::StepKind;
use edit::{Edit, FACT, edited, stated};
use search::Search;
use serde_json::Value;

/// No more changes than a clerk reads; the smallest of them.
const MOST_CHANGES: usize = 24;
/// No more facts are turned for a step alone.
const MOST_FACTS_FOR_A_STEP: usize = 2;

impl Rulebook {
    /// The smallest changes of facts that would lead to another signer, or add or drop a step; the smallest first.
    #[must_use]
    pub fn what_if(&self, draft: &Value, options: &Options) -> Vec<Change> {
        self.what_if_with(&Node::from(draft), options)
    }

    /// As [`Rulebook::what_if`], with the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn what_if_json(&self, draft: &Value, options: &Value) -> Vec<Change> {
        self.what_if_with(&Node::from(draft), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn what_if_with(&self, draft: &Node, options: &Options) -> Vec<Change> {
        let search = Search::new(self, draft, options);
        let (mut found, mut alternatives) = (Vec::new(), Vec::new());
        for outcome in 0..self.compiled.signing.outcomes.len() {
            let mut changes = search.find(&Goal::Outcomes(vec![outcome])).into_iter();
            found.push_all(changes.next());
            alternatives.push_all(changes);
        }
        for (row, step) in self.compiled.steps.iter().enumerate() {
            if step.sources.iter().any(|(source, _)| matches!(source, Source::Customary(_))) {
                continue;
            }
            let certain = search.lies(&Goal::Come(vec![row])) == Verdict::Always;
            let goal = if certain { Goal::Go(row) } else { Goal::Come(vec![row]) };
            found.push_all(search.find(&goal).into_iter().take(1).filter(|it| search.is_worth_a_step(it)));
        }
        found.append(&mut alternatives);
        let before = self.route_with(&search.draft, options, Vec::new());
        let mut told: Vec<Vec<Edit>> = Vec::new();
        let mut changes: Vec<(u32, Change)> = Vec::new();
        for edits in found {
            if changes.len() < MOST_CHANGES && !told.contains(&edits) {
                let size = edits.iter().map(|it| FACT + it.weight(&self.definition)).sum::<u32>();
                changes.push_all(search.change(&edits, &before).map(|it| (size, it)));
                told.push(edits);
            }
        }
        sort_by_key(&mut changes, |(size, _)| *size);
        changes.into_iter().map(|(_, change)| change).collect_vec()
    }
}

impl Search<'_> {
    /// Whether a step alone is worth a change: one fact, or few of which none turns the document into another one.
    fn is_worth_a_step(&self, edits: &[Edit]) -> bool {
        let another = |it: &Edit| it.fact <= fixed::DOC_TYPE && self.known.situation.is_known(it.fact);
        edits.len() == 1 || (edits.len() <= MOST_FACTS_FOR_A_STEP && !edits.iter().any(another))
    }

    /// Who signs the draft as it is.
    fn decision(&self) -> Decision {
        decide(&self.rulebook.definition, &self.rulebook.compiled, &self.known)
    }

    /// Makes a change and says what comes of it; nothing where the route stays as it was.
    fn change(&self, edits: &[Edit], before: &Route) -> Option<Change> {
        let definition = &self.rulebook.definition;
        let draft = edited(&self.draft, edits, definition)?;
        let after = self.rulebook.route_with(&draft, self.options, Vec::new());
        let outcomes = self.rulebook.decide_with(&draft, self.options).outcomes;
        let added = after.steps.iter().filter(|it| is_certain(it) && !is_certain_in(before, it)).collect_vec();
        let gone = |it: &&Step| is_certain(it) && !after.steps.iter().any(|other| other.id == it.id);
        let dropped = before.steps.iter().filter(gone).collect_vec();
        let signing = outcomes != self.decision().outcomes;
        let new = |it: &&Step| {
            !is_certain(it) && it.kind != StepKind::Sign && !before.steps.iter().any(|other| other.id == it.id)
        };
        let possible = after.steps.iter().filter(new).collect_vec();
        if !signing && added.is_empty() && possible.is_empty() && dropped.is_empty() {
            return None;
        }
        let set = edits.iter().map(|edit| self.changed_fact(*edit, &draft)).collect_vec();
        let words = words::change(&set, signing.then_some(&outcomes), [&added, &possible, &dropped]);
        let (added, possible, dropped) = (told(&added), told(&possible), told(&dropped));
        let then = Then { status: after.status, outcomes, added, possible, dropped };
        Some(Change { set, draft: Json(draft), then, words })
    }

    fn changed_fact(&self, edit: Edit, changed: &Node) -> ChangedFact {
        let definition = &self.rulebook.definition;
        let situation = &self.known.situation;
        let now = situation.get(edit.fact);
        let from = if situation.is_known(edit.fact) {
            stated(&self.draft, edit.fact, now, definition)
        } else {
            Node::default()
        };
        let to = stated(changed, edit.fact, edit.mask(), definition);
        let fact = definition.space.fact(edit.fact);
        let words = if to.is_null() {
            format!("不填{}", fact.map_or("", |it| it.label.as_str()))
        } else {
            condition_words(edit.fact, edit.mask(), definition)
        };
        ChangedFact { fact: fact.map(|it| it.name.clone()).unwrap_or_default(), from: Json(from), to: Json(to), words }
    }
}

/// The signature is no step among others: the outcomes tell it.
fn is_certain(step: &Step) -> bool {
    step.certainty == Certainty::Certain && step.kind != StepKind::Sign
}

fn is_certain_in(route: &Route, step: &Step) -> bool {
    route.steps.iter().any(|it| it.id == step.id && is_certain(it))
}

fn told(steps: &[&Step]) -> Vec<StepChange> {
    let told = |step: &&Step| StepChange { id: step.id.clone(), kind: step.kind, words: words::step(step) };
    steps.iter().map(told).collect_vec()
}
