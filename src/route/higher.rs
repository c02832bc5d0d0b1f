//! What the texts on which the rulebook stands (所据) add to a route: their findings, and where they part from it.

use super::assemble::Assembly;
use super::types::{Basis, Finding, FindingSeverity, Signing};
use super::words::NOT_AS_ABOVE;
use crate::rulebook::Layer;
use crate::ruling::{ALONE, EXCEEDED, Ruling};
use crate::short::PushAll;

impl Assembly<'_> {
    /// The findings of all texts. What a text nearer by finds as well is found once, with the words of both.
    pub(crate) fn add_checks(&self, ruling: &Ruling<'_>, findings: &mut Vec<Finding>) {
        let first = findings.len();
        let mut layers: Vec<Layer> = Vec::new();
        for row in &ruling.checks {
            let Some(mut finding) = self.check(row) else { continue };
            let mut others = findings.iter_mut().skip(first).zip(&layers);
            let same =
                others.find(|(it, layer)| **layer < row.layer && it.code == finding.code && it.path == finding.path);
            if let Some((nearer, _)) = same {
                nearer.basis.append(&mut finding.basis);
            } else {
                findings.push(finding);
                layers.push(row.layer);
            }
        }
    }

    /// Where the signing is not as a higher text has it, or only that one speaks of it.
    pub(crate) fn add_higher(&self, ruling: &Ruling<'_>, signing: &[Signing], findings: &mut Vec<Finding>) {
        for ruled in &ruling.higher {
            let mut above: Vec<Basis> = Vec::new();
            for clause in &ruled.clauses {
                above.push_all(self.signing_basis(*clause));
            }
            let mut basis: Vec<Basis> = Vec::new();
            for it in signing.iter().flat_map(|it| &it.basis) {
                if !basis.contains(it) {
                    basis.push(it.clone());
                }
            }
            let (code, severity, message) = match ruled.relation {
                EXCEEDED => (
                    "contradicts-higher",
                    FindingSeverity::Warning,
                    format!("{NOT_AS_ABOVE}：{}，而{}；以何者为准，请商办公室", quoted(&basis), quoted(&above)),
                ),
                ALONE => (
                    "higher-text",
                    FindingSeverity::Info,
                    format!("本规则未规定由谁签发；上位规定为：{}", quoted(&above)),
                ),
                _ => continue,
            };
            basis.append(&mut above);
            findings.push(Finding { code: code.to_owned(), severity, message, path: String::new(), basis });
        }
    }
}

/// Citations with their words.
fn quoted(all: &[Basis]) -> String {
    let mut told = String::new();
    for it in all {
        let join = if told.is_empty() { "" } else { "、" };
        told += &format!("{join}{}“{}”", it.cite, it.quote);
    }
    told
}
