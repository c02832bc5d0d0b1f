//! Why a fact is asked for: the clauses that turn on it and are still open, in their own words; where none names it, what
//! follows from it.

use super::assemble::Assembly;
use crate::rulebook::{Clause, ClauseId, OWN, Words};
use crate::ruling::{Ruling, Source};
use crate::short::CollectVec;
use crate::situation::{FactId, Verdict};

/// How many clauses are named at most.
const MOST: usize = 2;

/// The clauses that may be named, each looked at once.
pub(crate) struct Reasons<'a> {
    assembly: &'a Assembly<'a>,
    /// How each clause lies to the situation, as far as that was asked.
    standing: Vec<Option<Verdict>>,
    /// Those that demand or find something that is still open.
    open: Vec<ClauseId>,
}

impl<'a> Reasons<'a> {
    pub(crate) fn new(assembly: &'a Assembly<'a>, ruling: &Ruling<'_>) -> Self {
        let mut open: Vec<ClauseId> = ruling.possible_checks.iter().map(|it| it.row.clause).collect_vec();
        for (source, everywhere) in ruling.steps.iter().flat_map(|step| &step.sources) {
            if let Source::Clause(clause, ..) = source
                && !everywhere
            {
                open.push(*clause);
            }
        }
        Self { assembly, standing: vec![None; assembly.definition.clauses.len()], open }
    }

    /// Clauses of the text itself that speak about the signature are why a fact is asked that can change it.
    pub(crate) fn for_signing(&mut self, fact: FactId) -> String {
        self.tell(fact, &|_, clause| clause.layer == OWN && clause.signing.is_some())
    }

    pub(crate) fn for_steps(&mut self, fact: FactId) -> String {
        let open = std::mem::take(&mut self.open);
        let because = self.tell(fact, &|id, _| open.contains(&id));
        self.open = open;
        because
    }

    /// Of the clauses that name the fact and are not out of the question, the first of the best kind: such as concern what
    /// is asked and are open themselves, such as concern it, any that are open, any.
    fn tell(&mut self, fact: FactId, concerns: &dyn Fn(ClauseId, &Clause) -> bool) -> String {
        let mut kinds: [Vec<&Words>; 4] = Default::default();
        let assembly = self.assembly;
        for id in assembly.compiled.mentioning.get(usize::from(fact)).into_iter().flatten() {
            let Some(clause) = assembly.definition.clauses.get(*id) else { continue };
            if assembly.lapsed.contains(&clause.layer) {
                continue;
            }
            let kind = match (self.standing(*id), concerns(*id, clause)) {
                (Verdict::Never, _) => continue,
                (Verdict::Sometimes, true) => 0,
                (Verdict::Always, true) => 1,
                (Verdict::Sometimes, false) => 2,
                (Verdict::Always, false) => 3,
            };
            if let Some(reasons) = kinds.get_mut(kind).filter(|it| it.len() < MOST) {
                reasons.push(&clause.words);
            }
        }
        let best = kinds.into_iter().find(|it| !it.is_empty());
        let Some(best) = best else { return self.derivation(fact) };
        let mut because = String::new();
        for words in best {
            because += if because.is_empty() { "因" } else { "；" };
            because += &format!("{}：“{}”", words.cite, words.quote);
        }
        because
    }

    /// A fact that no clause names is asked because something follows from it on which clauses turn.
    fn derivation(&self, fact: FactId) -> String {
        let mut rules = self.assembly.compiled.possible.rules.iter().map(|(rule, _)| rule);
        rules
            .find(|rule| rule.region.facts().any(|it| it == fact))
            .map_or_else(String::new, |it| format!("因{}", it.words))
    }

    fn standing(&mut self, id: ClauseId) -> Verdict {
        if let Some(known) = self.standing.get(id).copied().flatten() {
            return known;
        }
        let verdict = self.assembly.compiled.stands(id, self.assembly.situation);
        if let Some(slot) = self.standing.get_mut(id) {
            *slot = Some(verdict);
        }
        verdict
    }
}
