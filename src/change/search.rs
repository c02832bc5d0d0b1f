//! Looking for the smallest changes that bring something about.
//!
//! Every single fact is tried: what one fact can do is found by doing it. Where one is not enough, the nearest document
//! shows the way. Whatever is found has been read, settled and ruled upon as a draft: nothing is promised from the
//! diagrams alone.

use super::edit::{Edit, FACT, edited};
use crate::draft::{Known, is_hidden};
use crate::engine::{Options, Rulebook};
use crate::ruling::Goal;
use crate::short::{CollectVec, PushAll, sort_and_dedup, sort_by_key};
use crate::situation::{FactId, Situation, Verdict, fixed};
use crate::tree::{Node, Value};

/// So many changes of the same size are told for one end, each of another fact.
const ALTERNATIVES: usize = 3;

/// A draft with all that one fact can make of it.
pub(super) struct Search<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) options: &'a Options,
    pub(super) draft: Node,
    pub(super) known: Known,
    stated: Vec<FactId>,
    singles: Vec<(Edit, Situation)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(rulebook: &'a Rulebook, draft: &Node, options: &'a Options) -> Self {
        // What is no draft states nothing.
        let draft = if draft.fields().is_some() { draft.clone() } else { Node::unplaced(Value::Map(Vec::new())) };
        let reading = rulebook.read(&draft, options);
        let known = rulebook.settle(&reading, options);
        let mut search = Self { rulebook, options, draft, known, stated: reading.stated, singles: Vec::new() };
        for fact in search.turning() {
            let Some(it) = rulebook.definition.space.fact(fact) else { continue };
            let now = search.known.situation.get(fact);
            for (value, term) in it.values.iter().enumerate() {
                let edit = Edit { fact, value };
                if now == edit.mask() || is_hidden(fact, term) {
                    continue;
                }
                if let Some(then) = search.after(&[edit]) {
                    search.singles.push((edit, then));
                }
            }
        }
        search
    }

    /// The facts on which an outcome or a step turns, and those from which such facts may follow.
    fn turning(&self) -> Vec<FactId> {
        let compiled = &self.rulebook.compiled;
        let mut facts = compiled.signing.support.clone();
        for row in &compiled.steps {
            facts.push_all(row.area.support.iter().copied());
        }
        let matters = (fixed::MATTERS..).zip(&self.rulebook.definition.matters).map(|(fact, _)| fact);
        facts.push_all((0..fixed::SEVERAL).chain(matters.filter(|fact| compiled.possible.links(*fact))));
        sort_and_dedup(&mut facts);
        facts
    }

    /// The situation of the draft with some edits; nothing where no draft can say so, or it would contradict itself.
    pub(super) fn after(&self, edits: &[Edit]) -> Option<Situation> {
        let draft = edited(&self.draft, edits, &self.rulebook.definition)?;
        let known = self.rulebook.settle(&self.rulebook.read(&draft, self.options), self.options);
        (known.findings.len() <= self.known.findings.len()).then_some(known.situation)
    }

    /// How the draft lies to a goal.
    pub(super) fn lies(&self, goal: &Goal) -> Verdict {
        self.rulebook.compiled.lies(goal, &self.known.situation)
    }

    /// Whether some document reaches a goal at all.
    pub(super) fn is_ever(&self, goal: &Goal) -> bool {
        self.rulebook.compiled.way(goal, None, &|_, _| Some(0)).is_some()
    }

    /// The smallest changes that bring a goal nearer: from never to sometimes or always, or from sometimes to always.
    pub(super) fn find(&self, goal: &Goal) -> Vec<Vec<Edit>> {
        let now = self.lies(goal);
        if now == Verdict::Always {
            return Vec::new();
        }
        let mut found: Vec<(u32, Edit)> = Vec::new();
        let mut best = now;
        for (edit, situation) in &self.singles {
            let then = self.rulebook.compiled.lies(goal, situation);
            if then > best {
                found.clear();
                best = then;
            }
            if then == best && then > now {
                found.push((edit.weight(&self.rulebook.definition), *edit));
            }
        }
        sort_by_key(&mut found, |(weight, _)| *weight);
        let mut changes: Vec<Vec<Edit>> = Vec::new();
        for (_, edit) in found {
            if changes.len() < ALTERNATIVES && !changes.iter().flatten().any(|it| it.fact == edit.fact) {
                changes.push(vec![edit]);
            }
        }
        if changes.is_empty() {
            changes.push_all(self.larger(goal, now));
        }
        changes
    }

    /// A change of several facts, none of which can be left out.
    fn larger(&self, goal: &Goal, now: Verdict) -> Option<Vec<Edit>> {
        let definition = &self.rulebook.definition;
        let situation = &self.known.situation;
        let compiled = &self.rulebook.compiled;
        let price = |fact: FactId, value: usize| FACT + Edit { fact, value }.weight(definition);
        let way = if now == Verdict::Never {
            compiled.way(goal, None, &|fact, value| {
                let free = situation.get(fact) >> value & 1 == 1 || self.follows(fact);
                Some(if free { 0 } else { price(fact, value) })
            })
        } else {
            compiled.way(goal, Some(situation), &|fact, value| Some(price(fact, value)))
        };
        let (_, way) = way?;
        let edits = way.into_iter().map(|(fact, value)| Edit { fact, value });
        let inside = now == Verdict::Sometimes;
        let mut edits = edits
            .filter(|it| it.fact != fixed::SEVERAL && (inside || situation.get(it.fact) & it.mask() == 0))
            .filter(|it| !self.follows(it.fact))
            .collect_vec();
        let reaches =
            |edits: &[Edit]| self.after(edits).is_some_and(|situation| compiled.lies(goal, &situation) > now);
        if !reaches(&edits) {
            return None;
        }
        // The most unusual is given up first.
        sort_by_key(&mut edits, |it| u32::MAX - it.weight(definition));
        let mut at = 0;
        while at < edits.len() {
            let mut fewer = edits.clone();
            fewer.remove(at);
            if reaches(&fewer) {
                edits = fewer;
            } else {
                at += 1;
            }
        }
        sort_by_key(&mut edits, |it| it.fact);
        Some(edits)
    }

    /// Whether a fact follows from others, so that it changes with them by itself.
    fn follows(&self, fact: FactId) -> bool {
        !self.stated.contains(&fact)
            && (self.known.derived.contains(&fact) || matches!(fact, fixed::SEVERAL | fixed::MINUTES_OF))
    }
}
