//! As of now: the signing is for the facts as stated. Where a demanded meeting would change it, the route says so.

use super::assemble::Assembly;
use super::types::{Finding, FindingSeverity};
use super::words;
use crate::ruling::{RuledStep, Ruling, Source};
use crate::short::{CollectVec, joined};
use crate::situation::fixed;
use crate::vocabulary::{MEETINGS, StepKind};

impl Assembly<'_> {
    /// What the signature would be once the meetings that this route certainly demands have decided.
    pub(crate) fn foresight(&self, ruling: &Ruling<'_>) -> Vec<Finding> {
        let now = self.compiled.decide(self.situation);
        let mut findings: Vec<Finding> = Vec::new();
        let meetings = ruling
            .steps
            .iter()
            .filter(|step| {
                step.certain && step.row.template.kind == StepKind::Meeting && step.row.template.one_of.is_none()
            })
            .flat_map(|step| step.row.template.meetings.iter().map(move |meeting| (step, *meeting)));
        for (step, meeting) in meetings {
            let Some(decided) = MEETINGS.get(meeting).and_then(|it| self.definition.space.mask(fixed::DECIDED_BY, it))
            else {
                continue;
            };
            let then = self.compiled.decide(&self.situation.with_unlinked(fixed::DECIDED_BY, decided));
            if then == now || then.is_empty() {
                continue;
            }
            let name = self.definition.meetings.get(meeting).map_or("", String::as_str);
            let outcomes: Vec<String> = then
                .iter()
                .filter_map(|it| self.compiled.signing.outcomes.get(*it))
                .map(|it| words::outcome(it, self.definition))
                .collect_vec();
            let message = format!("经{name}决定后，签发改为：{}", joined(&outcomes, "；或"));
            if findings.iter().all(|it| it.message != message) {
                findings.push(Finding {
                    code: "signing-after-meeting".to_owned(),
                    severity: FindingSeverity::Info,
                    message,
                    path: "/decidedBy".to_owned(),
                    basis: self.demanding(step),
                });
            }
        }
        findings
    }

    fn demanding(&self, step: &RuledStep<'_>) -> Vec<super::types::Basis> {
        step.sources
            .iter()
            .filter_map(|(source, _)| match source {
                Source::Clause(clause, ..) => self.basis(*clause),
                Source::Customary(_) => None,
            })
            .collect_vec()
    }
}
