//! Where two rulebooks part: two versions of one, or two governments. Exact, over every document that can be.
//!
//! Knows clauses and the calculus, as the proofs do, over one space for both rulebooks.

mod align;
#[cfg(test)]
mod brute_force;
mod features;
mod grouped;
mod signing;

pub use grouped::{Comparison, Group};

use crate::proof::{Part, Region, Survey};
use crate::rulebook::Definition;
use crate::ruling::{Demands, raw_regions};
use crate::situation::{Diagrams, FactId, Possible, Ref, Term};
use align::Aligned;
use features::{Feature, features};
use serde::Serialize;

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum About {
    /// Who signs.
    Signing,
    /// A step of the path.
    Step,
    /// A finding.
    Finding,
}

/// Documents that two rulebooks treat differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Which documents, and one of them.
    #[serde(flatten)]
    pub region: Region,
    /// What differs.
    pub about: About,
    /// What the first rulebook says of them.
    pub before: String,
    /// What the second says.
    pub after: String,
    /// Facts in the region that only the first knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_before: Vec<String>,
    /// Facts in the region that only the second knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_after: Vec<String>,
}

/// Every difference; none is the proof that no document is treated differently.
pub(crate) fn diff(before: &Definition, after: &Definition) -> Vec<Difference> {
    let aligned = Aligned::new(before, after);
    let mut all = signing::Signings::new(&aligned).differences(&aligned);
    for topic in demands(&aligned) {
        all.extend(topic.differences);
    }
    all
}

/// The same for a reader.
pub(crate) fn compare(before: &Definition, after: &Definition) -> Comparison {
    grouped::compare(&Aligned::new(before, after))
}

/// What both demand under one heading beside the signature.
pub(crate) struct Topic {
    pub(crate) words: String,
    pub(crate) differences: Vec<Difference>,
}

/// Steps and findings, topic by topic.
pub(crate) fn demands(aligned: &Aligned) -> Vec<Topic> {
    let space = aligned.space();
    let mut diagrams = Diagrams::linked_last(space);
    let possible = Possible::new(space, &mut diagrams);
    let mut of = |definition: &Definition| -> Vec<Feature> {
        let raw = raw_regions(definition, &mut diagrams);
        let demands = Demands::new(definition, &raw, &possible, &mut diagrams);
        features(definition, &demands, &mut diagrams)
    };
    let (before, after) = (of(&aligned.before), of(&aligned.after));
    let mut survey = Survey::new(&aligned.before, diagrams, possible);
    let mut topics: Vec<Topic> = Vec::new();
    let mut add = |feature: &Feature, differences: Vec<Difference>| match topics
        .iter_mut()
        .find(|it| it.words == feature.topic)
    {
        Some(topic) => topic.differences.extend(differences),
        None => topics.push(Topic { words: feature.topic.clone(), differences }),
    };
    for feature in &before {
        let same = after.iter().find(|it| it.key == feature.key);
        let gone = survey.diagrams.without(feature.region, same.map_or(Ref::FALSE, |it| it.region));
        add(feature, told(&mut survey, aligned, gone, feature.about, &feature.words, NOT));
    }
    for feature in &after {
        let same = before.iter().find(|it| it.key == feature.key);
        let new = survey.diagrams.without(feature.region, same.map_or(Ref::FALSE, |it| it.region));
        add(feature, told(&mut survey, aligned, new, feature.about, NOT, &feature.words));
    }
    topics
}

/// What the rulebook says that does not have it.
const NOT: &str = "无此要求";

/// The parts of a region as differences. Impossible documents are set apart here.
fn told(
    survey: &mut Survey<'_>,
    aligned: &Aligned,
    region: Ref,
    about: About,
    before: &str,
    after: &str,
) -> Vec<Difference> {
    let region = survey.possible(region);
    survey.parts(region).into_iter().map(|part| difference(part, aligned, about, before, after)).collect()
}

fn difference(part: Part, aligned: &Aligned, about: About, before: &str, after: &str) -> Difference {
    Difference {
        about,
        before: before.to_owned(),
        after: after.to_owned(),
        only_before: names(&part.term, &aligned.only_before, aligned),
        only_after: names(&part.term, &aligned.only_after, aligned),
        region: part.undeclared(),
    }
}

fn names(term: &Term, among: &[FactId], aligned: &Aligned) -> Vec<String> {
    let these = term.0.iter().map(|(fact, _)| fact).filter(|fact| among.contains(fact));
    these.filter_map(|fact| aligned.space().fact(*fact)).map(|it| it.name.clone()).collect()
}
