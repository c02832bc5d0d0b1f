//! Why a route is not as somebody expected.

use super::edit::Edit;
use super::search::Search;
use super::types::{Change, Standing, Wanted, WhyNot};
use crate::engine::{Options, Rulebook, read_options};
use crate::route::{Assembly, Basis, Condition, Route, outcome_words};
use crate::rulebook::{ClauseId, Definition, SignOption, Signing};
use crate::ruling::{Goal, Outcome};
use crate::short::{CollectVec, PushAll, joined, sort_and_dedup};
use crate::situation::{Situation, Verdict};
use crate::tree::Node;
use crate::vocabulary::{ROLES, Role, StepKind, hint, nearest};
use serde_json::Value;

/// What is wanted, with the sentences that it is so and that it is not.
struct Expectation {
    goal: Goal,
    so: String,
    not_so: String,
}

impl Rulebook {
    /// Why the route is not as expected, and what would make it so.
    #[must_use]
    pub fn why_not(&self, draft: &Value, wanted: &Wanted, options: &Options) -> WhyNot {
        self.answer(&Node::from(draft), self.expectation(wanted), options)
    }

    /// As [`Rulebook::why_not`], with what is wanted and the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn why_not_json(&self, draft: &Value, wanted: &Value, options: &Value) -> WhyNot {
        self.why_not_with(&Node::from(draft), &Node::from(wanted), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn why_not_with(&self, draft: &Node, wanted: &Node, options: &Options) -> WhyNot {
        let text = |key| wanted.get(key).and_then(Node::text).map(str::to_owned);
        let wanted = match (wanted.text(), text("signer"), text("step")) {
            (Some(outcome), ..) => Ok(Wanted::Outcome(outcome.to_owned())),
            (None, Some(signer), None) => Ok(Wanted::Signer(signer)),
            (None, None, Some(step)) => Ok(Wanted::Step(step)),
            _ => Err("所问应为签发结果、{signer}或{step}".to_owned()),
        };
        self.answer(draft, wanted.and_then(|it| self.expectation(&it)), options)
    }

    /// What is wanted in terms of rulings; a sentence where nothing of that name is known.
    fn expectation(&self, wanted: &Wanted) -> Result<Expectation, String> {
        let outcomes = &self.compiled.signing.outcomes;
        match wanted {
            Wanted::Outcome(words) => {
                let known = outcomes.iter().map(|it| outcome_words(it, &self.definition)).collect_vec();
                let Some(at) = known.iter().position(|it| it == words) else {
                    let known = known.iter().map(String::as_str).collect_vec();
                    return Err(format!("本规则没有`{words}`这一签发结果{}", hint(nearest(words, &known))));
                };
                Ok(Expectation {
                    goal: Goal::Outcomes(vec![at]), so: words.clone(), not_so: format!("不是“{words}”")
                })
            }
            Wanted::Signer(name) => {
                let role = role_named(name, &self.definition)?;
                let mut places = Vec::new();
                let mut acts = Vec::new();
                for (at, outcome) in outcomes.iter().enumerate() {
                    for option in options_of(outcome) {
                        if option.signers.iter().any(|it| self.includes(*it, &role)) {
                            places.push(at);
                            acts.push(option.act.term());
                        }
                    }
                }
                sort_and_dedup(&mut places);
                sort_and_dedup(&mut acts);
                let title = self.definition.roles.iter().find(|it| it.code == role).map_or("", |it| it.title.as_str());
                let act = if acts.is_empty() { "签发".to_owned() } else { joined(&acts, "或") };
                let so = format!("由{title}{act}");
                Ok(Expectation { goal: Goal::Outcomes(places), not_so: format!("不{so}"), so })
            }
            Wanted::Step(term) => {
                let Some(kind) = StepKind::from_term(term) else {
                    let known = StepKind::ALL.iter().map(|it| it.term()).collect_vec();
                    return Err(format!("没有`{term}`这一环节{}", hint(nearest(term, &known))));
                };
                let mut places = Vec::new();
                let goal = if kind == StepKind::Sign {
                    for (at, outcome) in outcomes.iter().enumerate() {
                        if !options_of(outcome).is_empty() {
                            places.push(at);
                        }
                    }
                    Goal::Outcomes(places)
                } else {
                    for (at, row) in self.compiled.steps.iter().enumerate() {
                        if row.template.kind == kind {
                            places.push(at);
                        }
                    }
                    Goal::Come(places)
                };
                Ok(Expectation {
                    goal, so: format!("有“{term}”环节"), not_so: format!("没有“{term}”环节")
                })
            }
        }
    }

    fn includes(&self, wide: usize, narrow: &str) -> bool {
        self.definition.roles.get(wide).is_some_and(|it| Role::includes(&it.code, narrow))
    }

    fn answer(&self, draft: &Node, wanted: Result<Expectation, String>, options: &Options) -> WhyNot {
        let never = |words| WhyNot {
            answer: Standing::Never,
            words,
            because: Vec::new(),
            basis: Vec::new(),
            changes: Vec::new(),
        };
        let Expectation { goal, so, not_so } = match wanted {
            Ok(it) => it,
            Err(unknown) => return never(unknown),
        };
        let search = Search::new(self, draft, options);
        if !search.is_ever(&goal) {
            return never(format!("按《{}》，任何文件都{not_so}", self.definition.title));
        }
        let before = self.route_with(&search.draft, options, Vec::new());
        let found = search.find(&goal);
        let mut changes: Vec<Change> = Vec::new();
        for edits in &found {
            changes.push_all(search.change(edits, &before));
        }
        let leading = changes.first().map(|it| format!("；{}", it.words)).unwrap_or_default();
        let (answer, because, words) = match search.lies(&goal) {
            Verdict::Always => {
                // A signature in its own words: 须 is not 必要时.
                let so =
                    if matches!(goal, Goal::Outcomes(_)) { joined(&search.decision().outcomes, "；") } else { so };
                (Standing::IsSo, Vec::new(), format!("是的，{so}"))
            }
            Verdict::Sometimes => {
                let because = search.must_hold(&goal);
                let conditions = because.iter().map(|it| it.words.as_str()).collect_vec();
                let must =
                    if conditions.is_empty() { String::new() } else { format!("，须{}", joined(&conditions, "、")) };
                (Standing::MayBe, because, format!("尚不能确定{so}{must}{leading}"))
            }
            Verdict::Never => {
                let because = search.fails_on(&found);
                let facts = because.iter().map(|it| it.words.as_str()).collect_vec();
                let reason = if facts.is_empty() { String::new() } else { format!("，因{}", joined(&facts, "、")) };
                (Standing::IsNot, because, format!("{not_so}{reason}{leading}"))
            }
        };
        let basis = search.basis(&goal, &found, &before);
        WhyNot { answer, words, because, basis, changes }
    }
}

impl Search<'_> {
    fn assembly<'b>(&'b self, situation: &'b Situation) -> Assembly<'b> {
        Assembly {
            definition: &self.rulebook.definition,
            compiled: &self.rulebook.compiled,
            situation,
            lapsed: Vec::new(),
        }
    }

    /// The facts that a change would make otherwise, as they are now.
    fn fails_on(&self, found: &[Vec<Edit>]) -> Vec<Condition> {
        let situation = &self.known.situation;
        let mut facts = found.iter().flatten().map(|it| it.fact).filter(|it| situation.is_known(*it)).collect_vec();
        sort_and_dedup(&mut facts);
        let assembly = self.assembly(situation);
        facts.iter().filter_map(|fact| assembly.condition(*fact, situation.get(*fact))).collect_vec()
    }

    /// What holds of every document that reaches the goal, and is not known.
    fn must_hold(&self, goal: &Goal) -> Vec<Condition> {
        let situation = &self.known.situation;
        let compiled = &self.rulebook.compiled;
        let (mut around, mut support) = (Vec::new(), Vec::new());
        match goal {
            Goal::Outcomes(wanted) => {
                support.clone_from(&compiled.signing.support);
                let ruled = compiled.signing.rule(situation).into_iter();
                around.push_all(ruled.filter(|it| wanted.contains(&it.outcome)).map(|it| it.around));
            }
            Goal::Come(rows) => {
                for row in rows.iter().filter_map(|row| compiled.steps.get(*row)) {
                    support.push_all(row.area.support.iter().copied());
                    around.push_all(row.area.inside(situation, &compiled.diagrams).1);
                }
            }
            Goal::Go(_) => {}
        }
        let mut around = around.into_iter();
        let Some(mut all) = around.next() else { return Vec::new() };
        for cube in around {
            for (fact, mask) in cube.iter() {
                all.set(fact, all.get(fact) | mask);
            }
        }
        self.assembly(situation).conditions(&all, &support)
    }

    /// The clauses on which the goal rests: in the draft's route, or in those that the changes lead to.
    fn basis(&self, goal: &Goal, found: &[Vec<Edit>], before: &Route) -> Vec<Basis> {
        let mut basis = Vec::new();
        if self.lies(goal) != Verdict::Never {
            self.add_basis(goal, &self.known.situation, before, &mut basis);
        } else {
            for edits in found {
                let definition = &self.rulebook.definition;
                let Some(draft) = super::edited(&self.draft, edits, definition) else { continue };
                let Some(situation) = self.after(edits) else { continue };
                let route = self.rulebook.route_with(&draft, self.options, Vec::new());
                self.add_basis(goal, &situation, &route, &mut basis);
            }
        }
        basis
    }

    fn add_basis(&self, goal: &Goal, situation: &Situation, route: &Route, all: &mut Vec<Basis>) {
        let mut rest_on: Vec<&Basis> = Vec::new();
        match goal {
            Goal::Outcomes(wanted) => {
                let mut clauses: Vec<ClauseId> = Vec::new();
                for ruled in self.rulebook.compiled.signing.rule(situation) {
                    if wanted.contains(&ruled.outcome) {
                        clauses.push_all(ruled.clauses);
                    }
                }
                let behind = |id: &str| {
                    clauses
                        .iter()
                        .any(|it| self.rulebook.definition.clauses.get(*it).is_some_and(|it| it.words.clause == id))
                };
                rest_on.push_all(route.signing.iter().flat_map(|it| &it.basis).filter(|it| behind(&it.clause)));
            }
            Goal::Come(rows) => {
                let ids =
                    rows.iter().filter_map(|row| self.rulebook.compiled.steps.get(*row)).map(|it| &it.id).collect_vec();
                rest_on.push_all(route.steps.iter().filter(|it| ids.contains(&&it.id)).flat_map(|it| &it.basis));
            }
            Goal::Go(_) => {}
        }
        for it in rest_on {
            if !all.contains(it) {
                all.push(it.clone());
            }
        }
    }
}

/// The options of an outcome that settles who signs.
fn options_of(outcome: &Outcome) -> &[SignOption] {
    match outcome {
        Outcome::Settled(Signing::Sign(options)) => options,
        _ => &[],
    }
}

/// The code of a role by its code, its title here, or its term.
fn role_named(name: &str, definition: &Definition) -> Result<String, String> {
    let here = definition.roles.iter().find(|it| it.code == name || it.title == name).map(|it| it.code.as_str());
    let shared = ROLES.iter().find(|it| it.term == name || it.code == name).map(|it| it.code);
    here.or(shared).map(str::to_owned).ok_or_else(|| {
        let mut known: Vec<&str> = Vec::new();
        for it in &definition.roles {
            known.push_all([it.title.as_str(), it.code.as_str()]);
        }
        format!("没有`{name}`这一职务{}", hint(nearest(name, &known)))
    })
}
