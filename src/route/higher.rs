//! What the texts on which the rulebook stands (所据) add to a route: their findings, and where they part from it.

use super::assemble::Assembly;
use super::types::{Basis, Finding, FindingSeverity, Signing};
use super::words;
use crate::rulebook::Layer;
use crate::ruling::{Relation, RuledHigher, Ruling};

impl Assembly<'_> {
    /// The findings of all texts. What a text further down finds as well is found once, with the words of both.
    pub(crate) fn checks(&self, ruling: &Ruling<'_>) -> Vec<Finding> {
        let mut found: Vec<(Layer, Finding)> = Vec::new();
        for row in &ruling.checks {
            let Some(finding) = self.check(row) else { continue };
            let same = |(layer, it): &&mut (Layer, Finding)| {
                *layer < row.layer && it.code == finding.code && it.path == finding.path
            };
            match found.iter_mut().find(same) {
                Some((_, below)) => below.basis.extend(finding.basis),
                None => found.push((row.layer, finding)),
            }
        }
        found.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Where the signing is not as a higher text has it, or only that one speaks of it.
    pub(crate) fn higher(&self, ruling: &Ruling<'_>, signing: &[Signing]) -> Vec<Finding> {
        let told = |ruled: &RuledHigher| {
            let above: Vec<Basis> = ruled.clauses.iter().filter_map(|it| self.signing_basis(*it)).collect();
            let (code, severity, message, mut basis) = match ruled.relation {
                Relation::Beside => return None,
                Relation::Exceeded => {
                    let mut own: Vec<Basis> = Vec::new();
                    for it in signing.iter().flat_map(|it| &it.basis) {
                        if !own.contains(it) {
                            own.push(it.clone());
                        }
                    }
                    let message = format!(
                        "{}：{}，而{}；以何者为准，请商办公室",
                        words::NOT_AS_ABOVE,
                        quoted(&own),
                        quoted(&above)
                    );
                    ("contradicts-higher", FindingSeverity::Warning, message, own)
                }
                Relation::Alone => {
                    let message = format!("本规则未规定由谁签发；上位规定为：{}", quoted(&above));
                    ("higher-text", FindingSeverity::Info, message, Vec::new())
                }
            };
            basis.extend(above);
            Some(Finding { code: code.to_owned(), severity, message, path: String::new(), basis })
        };
        ruling.higher.iter().filter_map(told).collect()
    }
}

/// Citations with their words.
fn quoted(all: &[Basis]) -> String {
    all.iter().map(|it| format!("{}“{}”", it.cite, it.quote)).collect::<Vec<_>>().join("、")
}
