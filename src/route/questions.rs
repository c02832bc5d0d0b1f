//! What to ask next, best first: the facts that can still change the answer.

use super::assemble::{Assembly, value};
use super::prompts::prompt;
use super::types::{Answer, Question};
use super::words;
use crate::ruling::{EXCEEDED, Ruling};
use crate::short::{CollectVec, PushAll, joined, sort_by_key};
use crate::situation::{FactId, Verdict, fixed};

impl Assembly<'_> {
    pub(crate) fn questions(&self, ruling: &Ruling<'_>) -> Vec<Question> {
        let words: Vec<String> = ruling
            .outcomes
            .iter()
            .filter_map(|it| self.compiled.signing.outcomes.get(it.outcome))
            .map(|it| words::outcome(it, self.definition))
            .collect_vec();
        let mut for_signing: Vec<(usize, Question)> =
            ruling.open_for_signing.iter().filter_map(|fact| self.about_signing(*fact, ruling, &words)).collect_vec();
        // Stable: facts that narrow equally stay in the order of the vocabulary.
        sort_by_key(&mut for_signing, |(left, _)| *left);
        // How many addressees there are is answered by naming them.
        let for_steps = ruling
            .open_for_steps
            .iter()
            .filter(|fact| !ruling.open_for_signing.contains(fact) && **fact != fixed::SEVERAL)
            .filter_map(|fact| self.about_steps(*fact, ruling));
        for_signing.into_iter().map(|(_, question)| question).chain(for_steps).collect_vec()
    }

    /// The question, with the outcomes left on average over its answers (in thousandths).
    ///
    /// An answer leaves exactly those outcomes around which the smallest cube has its value.
    fn about_signing(&self, fact: FactId, ruling: &Ruling<'_>, words: &[String]) -> Option<(usize, Question)> {
        let mut left = 0;
        let question = self.question(fact, "signing", |mask| {
            let outcomes: Vec<String> = ruling
                .outcomes
                .iter()
                .zip(words)
                .filter(|(it, _)| it.around.get(fact) & mask != 0)
                .map(|(_, words)| words.clone())
                .collect_vec();
            left += outcomes.len() * 1000;
            outcomes
        })?;
        Some((left / question.answers.len().max(1), question))
    }

    fn about_steps(&self, fact: FactId, ruling: &Ruling<'_>) -> Option<Question> {
        self.question(fact, "steps", |mask| {
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
        })
    }

    fn question(
        &self,
        fact: FactId,
        affects: &'static str,
        mut leads_to: impl FnMut(u32) -> Vec<String>,
    ) -> Option<Question> {
        let space = &self.definition.space;
        let it = space.fact(fact)?;
        let answers: Vec<Answer> = it
            .values_in(self.situation.get(fact))
            .filter(|term| !crate::draft::is_hidden(fact, term))
            .filter_map(|term| Some(Answer { value: value(fact, term, space), leads_to: leads_to(it.mask(term)?) }))
            .collect_vec();
        Some(Question {
            fact: it.name.clone(),
            prompt: prompt(fact, self.definition),
            answers,
            affects,
            because: self.because(fact),
        })
    }

    /// The clauses that turn on the fact and are not settled yet, in their own words.
    fn because(&self, fact: FactId) -> String {
        let mentioning = self.compiled.mentioning.get(usize::from(fact)).into_iter().flatten();
        let reasons: Vec<String> = mentioning
            .filter_map(|id| Some((id, self.definition.clauses.get(*id)?)))
            .filter(|(_, clause)| !self.lapsed.contains(&clause.layer))
            .filter(|(id, _)| self.compiled.stands(**id, self.situation) != Verdict::Never)
            .map(|(_, clause)| format!("{}：{}", clause.words.cite, clause.words.quote))
            .take(2)
            .collect_vec();
        if reasons.is_empty() { String::new() } else { format!("因{}", joined(&reasons, "；")) }
    }
}
