//! Which cases show what each clause does: that it stands, and that it just does not. And cases for what none shows.

use super::ground::Ground;
use super::report::{Exercise, ProposedCase};
use crate::cases::field;
use crate::draft::{read, settle};
use crate::rulebook::{Clause, ClauseId};
use crate::situation::{Area, Cube, Situation, Term, Verdict};
use crate::tree::Node;
use serde_json::Value;

impl Exercise {
    /// Whether cases show both sides of the clause, as far as it has two.
    pub(crate) fn is_whole(&self) -> bool {
        !self.stands.is_empty() && (self.everywhere || !self.just_not.is_empty())
    }
}

/// For each clause, the cases in which it stands, and those in which it does not and one fact would change that.
pub(crate) fn exercise(ground: &mut Ground<'_>, cases: &[Value]) -> Vec<Exercise> {
    let clauses = ground.definition.own_clauses();
    let demanded: Vec<Area> = (0..clauses.len()).map(|id| ground.demanded(id)).collect();
    let mut exercise: Vec<Exercise> = demanded
        .iter()
        .enumerate()
        .map(|(id, area)| Exercise {
            clause: ground.id(id),
            everywhere: area.is_everything(),
            stands: Vec::new(),
            just_not: Vec::new(),
        })
        .collect();
    for case in cases {
        let situation = situation(ground, case);
        let name = field(case, "name").as_str().unwrap_or_default();
        let standing = standing(ground, &demanded, &situation);
        for ((id, clause), entry) in clauses.iter().enumerate().zip(&mut exercise) {
            match standing.get(id) {
                Some(Verdict::Always) => entry.stands.push(name.to_owned()),
                Some(Verdict::Never) if is_near(clause, &situation) => entry.just_not.push(name.to_owned()),
                _ => {}
            }
        }
    }
    exercise
}

fn situation(ground: &Ground<'_>, case: &Value) -> Situation {
    let space = &ground.definition.space;
    let reading = read(&Node::from(field(case, "draft")), space, &ground.definition.names);
    let finished = *field(case, "unstated") == "no";
    settle(&reading, finished, &ground.compiled.possible, &ground.compiled.diagrams, space).situation
}

/// How each clause lies to a situation: whether it has an effect on all its documents, or on none. `demanded` is where each
/// demands something beside the signature.
fn standing(ground: &Ground<'_>, demanded: &[Area], situation: &Situation) -> Vec<Verdict> {
    let signing = &ground.compiled.signing;
    let parts = signing.parts(situation);
    let speaks = |id: ClauseId| {
        let speaking = parts.iter().filter(|part| signing.leaf(**part).contains(&id)).count();
        match speaking {
            0 => Verdict::Never,
            _ if speaking == parts.len() => Verdict::Always,
            _ => Verdict::Sometimes,
        }
    };
    demanded
        .iter()
        .enumerate()
        .map(|(id, area)| match (speaks(id), area.verdict(situation, &ground.demands)) {
            (Verdict::Always, _) | (_, Verdict::Always) => Verdict::Always,
            (Verdict::Never, Verdict::Never) => Verdict::Never,
            _ => Verdict::Sometimes,
        })
        .collect()
}

/// Whether one fact keeps the situation's documents from what the clause says: one condition that fails, or an exception, a
/// narrower condition of its effect or another clause that takes away what applies.
fn is_near(clause: &Clause, situation: &Cube) -> bool {
    let failing = |term: &Term| term.0.iter().filter(|(fact, mask)| situation.get(*fact) & mask == 0).count();
    clause.applies.0.iter().any(|term| failing(term) <= 1)
}

/// Cases for the sides of clauses that no case shows: where it stands, and for each fact that its words turn on, a document
/// that differs in that fact alone and for which it does not.
pub(crate) fn proposals(ground: &mut Ground<'_>, exercise: &[Exercise], route: Route<'_>) -> Vec<ProposedCase> {
    let mut proposed = Vec::new();
    for (id, shown) in exercise.iter().enumerate().filter(|(_, it)| !it.is_whole()) {
        let Some(words) = ground.definition.clauses.get(id).map(|it| &it.words) else { continue };
        let region = ground.effect(id);
        let Some(term) = ground.diagrams.one_of_cover(region, &ground.definition.space) else { continue };
        if shown.stands.is_empty()
            && let Some(draft) = ground.witness(&term, region)
        {
            proposed.push(case(format!("{}（{}）起作用", words.cite, words.clause), draft, route));
        }
        if shown.just_not.is_empty() && !shown.everywhere {
            let space = &ground.definition.space;
            let outside = ground.diagrams.chosen(region, &|inside| inside == 0);
            for (fact, mask) in &term.0 {
                let mut other = term.clone();
                other.0.retain(|(it, _)| it != fact);
                other.restrict(*fact, space.full(*fact) & !mask);
                let label = space.fact(*fact).map_or("", |it| it.label.as_str());
                if let Some(draft) = ground.witness(&other, outside) {
                    let name = format!("{}（{}）因“{label}”不同而不起作用", words.cite, words.clause);
                    proposed.push(case(name, draft, route));
                }
            }
        }
    }
    proposed
}

/// Routes a finished draft and says what a case would expect of it.
pub(crate) type Route<'a> = &'a dyn Fn(&Value) -> Value;

fn case(name: String, draft: Value, route: Route<'_>) -> ProposedCase {
    let expect = route(&draft);
    ProposedCase { name, draft, unstated: "no", expect, why: "" }
}
