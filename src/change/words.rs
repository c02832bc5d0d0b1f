//! Changes in words, for clerks.

use super::types::ChangedFact;
use crate::route::{Step, between};
use crate::short::{CollectVec, PushAll, joined};
use crate::vocabulary::{Modality, StepKind};

/// A step: `经县政府常务会议审议`, `合法性审查（县司法局）`.
pub(super) fn step(step: &Step) -> String {
    if step.kind == StepKind::Meeting {
        let meetings = if step.meetings.is_empty() { "会议".to_owned() } else { joined(&step.meetings, "或") };
        return format!("经{meetings}审议");
    }
    let titles = step.actors.iter().map(|it| it.title.as_str()).collect_vec();
    let who = joined(&titles, between(step.choice));
    if who.is_empty() { step.kind.term().to_owned() } else { format!("{}（{who}）", step.kind.term()) }
}

/// Steps that come, each as binding as its text has it; of alternatives, one or the other. The ordinary course goes
/// without saying.
pub(super) fn demanded(steps: &[&Step]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for (at, it) in steps.iter().enumerate().filter(|(_, it)| it.customary.is_none()) {
        let same = |other: &&&Step| it.one_of.is_some() && other.one_of == it.one_of;
        if steps.iter().take(at).any(|other| same(&other)) {
            continue;
        }
        let mut ways = vec![format!("{}{}", binding(it.modality), step(it))];
        for other in steps.iter().skip(at + 1).filter(same) {
            ways.push(format!("{}{}", binding(other.modality), step(other)));
        }
        told.push(joined(&ways, "或"));
    }
    told
}

/// How binding the demand for a step is.
fn binding(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "须",
        Modality::Generally => "一般须",
        Modality::InPrinciple => "原则上须",
        Modality::May => "可",
        Modality::Authorised => "经授权可",
        Modality::IfNecessary => "必要时",
        Modality::Referred => "核报",
    }
}

/// A whole change: `若属于“规范性文件”，则由县长签发，须经县政府常务会议审议`. Nothing is said of the signing where it stays as it
/// is; `steps` come, may come, go.
pub(super) fn change(set: &[ChangedFact], outcomes: Option<&Vec<String>>, steps: [&[&Step]; 3]) -> String {
    let facts = set.iter().map(|it| it.words.as_str()).collect_vec();
    let mut effects: Vec<String> = Vec::new();
    effects.push_all(outcomes.map(|outcomes| match outcomes.as_slice() {
        [only] => only.clone(),
        several => format!("签发尚有{}种可能（{}）", several.len(), joined(several, "；")),
    }));
    let [added, possible, dropped] = steps;
    effects.append(&mut demanded(added));
    for (steps, verb) in [(possible, "还可能有"), (dropped, "不再有")] {
        let mut told: Vec<String> = Vec::new();
        for it in steps.iter().filter(|it| it.customary.is_none()).map(|it| step(it)) {
            if !told.contains(&it) {
                told.push(it);
            }
        }
        if !told.is_empty() {
            effects.push(format!("{verb}{}", joined(&told, "、")));
        }
    }
    if effects.is_empty() {
        effects.push("只是通常程序不同".to_owned());
    }
    format!("若{}，则{}", joined(&facts, "、"), joined(&effects, "，"))
}
