//! Looking for the smallest changes that bring something about.
//!
//! Every single fact is tried: what one fact can do is found by doing it. Where one is not enough, the nearest document
//! shows the way; what it shows is made, read and settled as a draft before it is believed, and nothing stays in it that
//! can be left out.

use super::edit::{Edit, FACT, edited};
use crate::draft::{Known, is_hidden};
use crate::engine::{Options, Rulebook};
use crate::ruling::{Goal, OutcomeId, share};
use crate::short::{PushAll, sort_and_dedup, sort_by_key};
use crate::situation::{FactId, Situation, Verdict, fixed};
use crate::tree::{Node, Value};

/// So many changes of one size are told for one end, each of another fact.
const ALTERNATIVES: usize = 4;
/// How much more unusual an alternative may be: where the business could be otherwise, nobody wants to hear of another
/// 文种 or 发文名义.
const MORE_UNUSUAL: u32 = 150;

/// A draft with all that one fact can make of it.
pub(super) struct Search<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) options: &'a Options,
    pub(super) draft: Node,
    pub(super) known: Known,
    stated: Vec<FactId>,
    singles: Vec<Single>,
}

/// One fact stated otherwise, and what comes of it.
struct Single {
    edit: Edit,
    /// Whether nothing else can have changed with it.
    alone: bool,
    situation: Situation,
    outcomes: Vec<OutcomeId>,
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
            for (value, term) in it.values.iter().enumerate() {
                let edit = Edit { fact, value };
                if search.known.situation.get(fact) != edit.mask() && !is_hidden(fact, term) {
                    search.singles.push_all(search.single(edit));
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

    fn single(&self, edit: Edit) -> Option<Single> {
        let compiled = &self.rulebook.compiled;
        // One of a list brings the others with it, and a roster may know more of a matter.
        let listed = edit.fact < fixed::DECIDED_BY || (fixed::COPIES..fixed::MATTERS).contains(&edit.fact);
        let alone = !listed && !compiled.possible.links(edit.fact) && self.options.roster.is_none();
        let situation =
            if alone { self.known.situation.with_unlinked(edit.fact, edit.mask()) } else { self.after(&[edit])? };
        let outcomes = compiled.decide(&situation);
        Some(Single { edit, alone, situation, outcomes })
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

    /// The smallest changes that bring a goal nearer: from never to sometimes or always, or from sometimes to always. The
    /// least unusual first.
    pub(super) fn find(&self, goal: &Goal) -> Vec<Vec<Edit>> {
        let now = self.lies(goal);
        if now == Verdict::Always {
            return Vec::new();
        }
        let mut found: Vec<(u32, Edit)> = Vec::new();
        let mut best = now;
        for it in &self.singles {
            let then = match goal {
                _ if it.alone && !self.rulebook.compiled.turns_on(goal, it.edit.fact) => now,
                Goal::Outcomes(wanted) => share(wanted, &it.outcomes),
                _ => self.rulebook.compiled.lies(goal, &it.situation),
            };
            if then > best {
                found.clear();
                best = then;
            }
            if then == best && then > now {
                found.push((it.edit.weight(&self.rulebook.definition), it.edit));
            }
        }
        sort_by_key(&mut found, |(weight, _)| *weight);
        let most = found.first().map_or(0, |(weight, _)| weight + MORE_UNUSUAL);
        let mut changes: Vec<Vec<Edit>> = Vec::new();
        for (weight, edit) in found {
            let new = weight <= most && !changes.iter().flatten().any(|it| it.fact == edit.fact);
            if new && changes.len() < ALTERNATIVES {
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
        let compiled = &self.rulebook.compiled;
        let situation = &self.known.situation;
        let price = |fact, value| Some(FACT + Edit { fact, value }.weight(definition));
        let stays = |fact, value| situation.get(fact) >> value & 1 == 1 || self.follows(fact);
        let (_, way) = if now == Verdict::Never {
            compiled.way(goal, None, &|fact, value| if stays(fact, value) { Some(0) } else { price(fact, value) })
        } else {
            compiled.way(goal, Some(situation), &price)
        }?;
        let mut edits: Vec<Edit> = Vec::new();
        for (fact, value) in way {
            // How many addressees there are follows from who they are.
            if fact != fixed::SEVERAL && !self.follows(fact) && (now != Verdict::Never || !stays(fact, value)) {
                edits.push(Edit { fact, value });
            }
        }
        let reaches = |edits: &[Edit]| self.after(edits).is_some_and(|situation| compiled.lies(goal, &situation) > now);
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
