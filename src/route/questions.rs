//! What to ask next, best first: the facts that can still change the answer.

use super::assemble::{Assembly, value};
use super::prompts::prompt;
use super::types::{Answer, Question};
use super::words;
use crate::ruling::{OutcomeId, Ruling};
use crate::short::sort_by_key;
use crate::situation::{FactId, Verdict};

impl Assembly<'_> {
    pub(crate) fn questions(&self, ruling: &Ruling<'_>) -> Vec<Question> {
        let mut for_signing: Vec<(u32, Question)> =
            ruling.open_for_signing.iter().filter_map(|fact| self.about_signing(*fact)).collect();
        // Stable: facts that narrow equally stay in the order of the vocabulary.
        sort_by_key(&mut for_signing, |(left, _)| *left);
        let for_steps = ruling
            .open_for_steps
            .iter()
            .filter(|fact| !ruling.open_for_signing.contains(fact))
            .filter_map(|fact| self.about_steps(*fact, ruling));
        for_signing.into_iter().map(|(_, question)| question).chain(for_steps).collect()
    }

    /// The question, with the outcomes left on average over its answers (in thousandths).
    fn about_signing(&self, fact: FactId) -> Option<(u32, Question)> {
        let mut left = 0;
        let question = self.question(fact, "signing", |cube| {
            let outcomes = self.compiled.decide(cube);
            left += u32::try_from(outcomes.len()).unwrap_or(u32::MAX) * 1000;
            self.outcome_words(&outcomes)
        })?;
        let answers = u32::try_from(question.answers.len()).unwrap_or(1).max(1);
        Some((left / answers, question))
    }

    fn outcome_words(&self, outcomes: &[OutcomeId]) -> Vec<String> {
        outcomes
            .iter()
            .filter_map(|it| self.compiled.outcomes.get(*it))
            .map(|it| words::outcome(it, self.definition))
            .collect()
    }

    fn about_steps(&self, fact: FactId, ruling: &Ruling<'_>) -> Option<Question> {
        self.question(fact, "steps", |cube| {
            let mut effects: Vec<String> = Vec::new();
            for step in ruling.steps.iter().filter(|step| !step.certain && step.row.support.contains(&fact)) {
                let kind = step.row.template.kind.term();
                effects.extend(match self.compiled.diagrams.verdict(step.row.region, cube) {
                    Verdict::Always => Some(format!("须{kind}")),
                    Verdict::Never => Some(format!("不须{kind}")),
                    Verdict::Sometimes => None,
                });
            }
            for row in self.compiled.checks.iter().filter(|row| row.support.contains(&fact)) {
                let now = self.compiled.diagrams.verdict(row.region, self.cube);
                if now == Verdict::Sometimes && self.compiled.diagrams.verdict(row.region, cube) == Verdict::Always {
                    effects.extend(self.check(row).map(|finding| finding.message));
                }
            }
            let mut seen: Vec<String> = Vec::new();
            effects.retain(|it| {
                !seen.contains(it) && {
                    seen.push(it.clone());
                    true
                }
            });
            effects
        })
    }

    fn question(
        &self,
        fact: FactId,
        affects: &'static str,
        mut leads_to: impl FnMut(&crate::situation::Cube) -> Vec<String>,
    ) -> Option<Question> {
        let space = &self.definition.space;
        let it = space.fact(fact)?;
        let answers: Vec<Answer> = it
            .values_in(self.cube.get(fact))
            .filter(|term| !crate::draft::is_hidden(fact, term))
            .filter_map(|term| {
                let cube = self.cube.with(fact, it.mask(term)?);
                Some(Answer { value: value(fact, term, space), leads_to: leads_to(&cube) })
            })
            .collect();
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
        let reasons: Vec<String> = self
            .definition
            .clauses
            .iter()
            .enumerate()
            .filter(|(id, _)| self.compiled.mentions.get(*id).is_some_and(|it| it.contains(&fact)))
            .filter(|(id, _)| self.compiled.stands(*id, self.cube) != Verdict::Never)
            .map(|(_, clause)| format!("{}：{}", clause.words.cite, clause.words.quote))
            .take(2)
            .collect();
        if reasons.is_empty() { String::new() } else { format!("因{}", reasons.join("；")) }
    }
}
