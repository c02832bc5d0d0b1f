//! What to ask next, best first: the facts that can still change the answer.
//!
//! Those that can change the signing come as [`crate::ruling`] ranks them, then those that can change more steps and findings
//! before those that change fewer.

use super::assemble::{Assembly, value};
use super::prompts::prompt;
use super::reasons::Reasons;
use super::types::{Answer, Question};
use super::words;
use crate::ruling::{EXCEEDED, Ruling};
use crate::short::{CollectVec, PushAll, sort_by_key};
use crate::situation::{FactId, Verdict, fixed};

impl Assembly<'_> {
    pub(crate) fn questions(&self, ruling: &Ruling<'_>) -> Vec<Question> {
        let mut reasons = Reasons::new(self, ruling);
        let words: Vec<String> = ruling
            .outcomes
            .iter()
            .filter_map(|it| self.compiled.signing.outcomes.get(it.outcome))
            .map(|it| words::outcome(it, self.definition))
            .collect_vec();
        let for_signing = ruling.open_for_signing.iter().filter_map(|fact| {
            self.question(*fact, "signing", reasons.for_signing(*fact), |mask| {
                // An answer leaves exactly those outcomes around which the smallest cube has its value.
                let outcomes = ruling.outcomes.iter().zip(&words);
                outcomes
                    .filter(|(it, _)| it.around.get(*fact) & mask != 0)
                    .map(|(_, words)| words.clone())
                    .collect_vec()
            })
        });
        let mut questions = for_signing.collect_vec();
        for fact in self.asked_for_steps(ruling) {
            let because = reasons.for_steps(fact);
            questions.push_all(self.question(fact, "steps", because, |mask| self.effects(fact, mask, ruling)));
        }
        questions
    }

    /// The facts that can change steps and findings alone: those on which most of what is open turns first, then in the
    /// order of the rulebook.
    fn asked_for_steps(&self, ruling: &Ruling<'_>) -> Vec<FactId> {
        let steps = ruling.steps.iter().filter(|it| !it.certain).map(|it| &it.row.area.support);
        let checks = ruling.possible_checks.iter().map(|it| &it.row.area.support);
        let open: Vec<&Vec<FactId>> =
            steps.chain(checks).chain(ruling.possible_higher.iter().map(|it| &it.support)).collect_vec();
        // How many addressees there are is answered by naming them.
        let facts = ruling.open_for_steps.iter().filter(|fact| **fact != fixed::SEVERAL);
        let facts = facts.filter(|fact| !ruling.open_for_signing.contains(fact));
        let mut ranked: Vec<(FactId, usize)> =
            facts.map(|fact| (*fact, open.iter().filter(|support| !support.contains(fact)).count())).collect_vec();
        sort_by_key(&mut ranked, |(fact, untouched)| (*untouched, self.compiled.signing.asking.place(*fact)));
        ranked.into_iter().map(|(fact, _)| fact).collect_vec()
    }

    /// What an answer makes certain of steps and findings.
    fn effects(&self, fact: FactId, mask: u32, ruling: &Ruling<'_>) -> Vec<String> {
        let answered = || self.compiled.answered(fact, mask, self.situation);
        if !self.situation.is_possible() && answered().is_none() {
            return Vec::new();
        }
        let mut effects: Vec<String> = Vec::new();
        for step in ruling.steps.iter().filter(|step| !step.certain && step.row.area.support.contains(&fact)) {
            let kind = step.row.template.kind.term();
            effects.push_all(match step.after(fact, mask) {
                Verdict::Always => Some(format!("须{kind}")),
                Verdict::Never => Some(format!("不须{kind}")),
                Verdict::Sometimes => None,
            });
        }
        for it in &ruling.possible_checks {
            if it.ruled.after(fact, mask) == Verdict::Always {
                effects.push_all(self.check(it.row).map(|finding| finding.message));
            }
        }
        for text in ruling.possible_higher.iter().filter(|text| text.support.contains(&fact)) {
            if answered().is_some_and(|then| self.compiled.signing.relations(text, &then) == [EXCEEDED]) {
                effects.push(words::NOT_AS_ABOVE.to_owned());
            }
        }
        let mut once: Vec<String> = Vec::new();
        for effect in effects {
            if !once.contains(&effect) {
                once.push(effect);
            }
        }
        once
    }

    fn question(
        &self,
        fact: FactId,
        affects: &'static str,
        because: String,
        leads_to: impl Fn(u32) -> Vec<String>,
    ) -> Option<Question> {
        let space = &self.definition.space;
        let it = space.fact(fact)?;
        let answers: Vec<Answer> = it
            .values_in(self.situation.get(fact))
            .filter(|term| !crate::draft::is_hidden(fact, term))
            .filter_map(|term| Some(Answer { value: value(fact, term, space), leads_to: leads_to(it.mask(term)?) }))
            .collect_vec();
        Some(Question { fact: it.name.clone(), prompt: prompt(fact, self.definition), answers, affects, because })
    }
}
