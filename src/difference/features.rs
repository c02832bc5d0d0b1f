//! What a rulebook demands beside the signature, feature by feature, so that two rulebooks can be laid side by side.

use super::About;
use crate::route::people_words;
use crate::rulebook::{Definition, OWN, RoleId, Step};
use crate::ruling::{Demands, Source, StepRow};
use crate::situation::{Diagrams, Ref};
use crate::vocabulary::{Choice, MEETINGS, Modality};

/// Something that documents of a region get.
pub(crate) struct Feature {
    pub(crate) about: About,
    /// What it belongs to, for a reader: a step kind, a finding.
    pub(crate) topic: String,
    /// What makes it the same in another government, whatever that calls its people.
    pub(crate) key: String,
    /// What it is, in this government's words.
    pub(crate) words: String,
    pub(crate) region: Ref,
}

/// All features of a rulebook.
pub(crate) fn features(definition: &Definition, demands: &Demands, diagrams: &mut Diagrams) -> Vec<Feature> {
    let mut all: Vec<Feature> = Vec::new();
    for row in &demands.steps {
        all.extend(step(row, definition, diagrams));
    }
    for row in demands.checks.iter().filter(|row| row.layer == OWN) {
        let Some(check) = definition.clauses.get(row.clause).and_then(|it| it.checks.get(row.check)) else { continue };
        let severity = check.severity.term();
        all.push(Feature {
            about: About::Finding,
            topic: format!("检查“{}”", check.code),
            key: format!("{} {} {severity}", check.code, check.path),
            words: format!("{severity}：{}", check.message),
            region: row.area.region(),
        });
    }
    joined(all, diagrams)
}

/// One feature a modality (where several demand a step, the strongest counts), one a time limit.
fn step(row: &StepRow, definition: &Definition, diagrams: &mut Diagrams) -> Vec<Feature> {
    let template = &row.template;
    let kind = template.kind.term();
    let mut key = format!("{kind} {} {:?} {}", codes(&template.actors, definition), template.choice, template.turn);
    let mut words = format!("{kind}{}", people(&template.actors, template.choice, definition));
    let meetings: Vec<&str> = template.meetings.iter().filter_map(|it| MEETINGS.get(*it).copied()).collect();
    if !meetings.is_empty() {
        key.push_str(&meetings.join("+"));
        let local: Vec<&str> =
            template.meetings.iter().filter_map(|it| definition.meetings.get(*it)).map(String::as_str).collect();
        words = format!("{kind}（{}）", local.join("或"));
    }
    if template.on_arrival {
        key.push_str(" 到文后");
        words.push_str("（到文后）");
    }
    if template.one_of.is_some() {
        key.push_str(" 任选");
        words.push_str("（与他项择一）");
    }
    let feature = |key: String, words: String, region: Ref| Feature {
        about: About::Step,
        topic: format!("环节“{kind}”"),
        key,
        words,
        region,
    };
    let demanded: Vec<(&Step, Ref)> = row
        .sources
        .iter()
        .filter_map(|(source, area)| match *source {
            Source::Clause(clause, step, _) => Some((definition.clauses.get(clause)?.steps.get(step)?, area.region())),
            Source::Customary(_) => None,
        })
        .collect();
    let limits = demanded.iter().filter_map(|(step, region)| Some((step.limit.as_ref()?.words(), *region)));
    let mut features: Vec<Feature> =
        limits.map(|(limit, region)| feature(format!("{key} {limit}"), format!("{words}：{limit}"), region)).collect();
    let mut stronger = Ref::FALSE;
    for modality in Modality::BY_FORCE {
        let with_it = demanded.iter().filter(|(step, _)| step.modality == modality);
        let here = with_it.fold(Ref::FALSE, |here, (_, region)| diagrams.or(here, *region));
        let region = diagrams.without(here, stronger);
        stronger = diagrams.or(stronger, here);
        if region != Ref::FALSE {
            let term = modality.term();
            features.push(feature(format!("{key} {term}"), format!("{term}{words}"), region));
        }
    }
    features
}

/// The same feature demanded in several places is one.
fn joined(all: Vec<Feature>, diagrams: &mut Diagrams) -> Vec<Feature> {
    let mut joined: Vec<Feature> = Vec::new();
    for feature in all {
        match joined.iter_mut().find(|it| it.key == feature.key) {
            Some(same) => same.region = diagrams.or(same.region, feature.region),
            None => joined.push(feature),
        }
    }
    joined
}

/// Roles by their codes, in an order that does not depend on the text.
pub(crate) fn codes(roles: &[RoleId], definition: &Definition) -> String {
    let mut codes: Vec<&str> =
        roles.iter().filter_map(|it| definition.roles.get(*it)).map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes.join("+")
}

fn people(roles: &[RoleId], choice: Choice, definition: &Definition) -> String {
    if roles.is_empty() {
        return String::new();
    }
    format!("（由{}）", people_words(roles, choice, definition))
}
