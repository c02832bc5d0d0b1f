//! Where a draft's title is at odds with what the draft states. A title changes no fact: it is told, and the clerk decides which is right.

use super::issuers::Own;
use super::people::People;
use super::suggest::terms;
use super::{parts, text::Text};
use crate::draft::Reading;
use crate::route::{Finding, FindingSeverity, local_word};
use crate::rulebook::Definition;

/// A finding for each stated fact that the title contradicts.
pub(crate) fn contradictions(reading: &Reading, definition: &Definition) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(title) = reading.said.title.as_deref() else { return findings };
    let text = Text::new(title);
    let parts = parts::read(&text.plain);
    let own = Own::new(definition);
    for it in terms(&parts, &text, own.as_ref(), Some(definition), People::default()) {
        let fact = it.fact.id;
        let stated = reading.cube.get(fact);
        let Some(values) = definition.space.fact(fact).filter(|_| reading.stated.contains(&fact)) else { continue };
        if values.mask(it.term).is_none_or(|told| told & stated != 0) {
            continue;
        }
        let stated = values.values_in(stated).next().unwrap_or_default();
        findings.push(Finding {
            code: "title-contradicts".to_owned(),
            severity: FindingSeverity::Warning,
            message: format!(
                "标题写“{}”，而{}填的是“{}”",
                text.part(it.piece).words,
                it.fact.label,
                local_word(fact, stated, definition)
            ),
            path: format!("/{}", it.fact.path),
            basis: Vec::new(),
        });
    }
    findings
}
