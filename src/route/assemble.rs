//! Putting a route together: a ruling with its words.

use super::order::{Position, arrange};
use super::types::{
    Basis, Certainty, Condition, FactValue, Finding, FindingSeverity, Limit, Note, SignOption, Signer, Signing,
    SigningOutcome, Status, Step,
};
use super::words;
use crate::draft::InputFinding;
use crate::rulebook::{self, ClauseId, Definition, Layer, RoleId, Severity, Words};
use crate::ruling::{CheckRow, Compiled, Outcome, RuledOutcome, RuledStep, Ruling, Source};
use crate::short::{CollectVec, PushAll, joined, sort_and_dedup, sort_by_key};
use crate::situation::{Cube, FactId, Region, Situation, Space, Term, Verdict};
use crate::vocabulary::{CUSTOMARY, Modality, Role, StepKind};

/// What every part of the assembly needs.
pub(crate) struct Assembly<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) compiled: &'a Compiled,
    pub(crate) situation: &'a Situation,
    /// The texts on which the rulebook stands that are not in force on the day.
    pub(crate) lapsed: Vec<Layer>,
}

/// The status that goes with these outcomes.
pub(crate) fn status(outcomes: &[&Outcome]) -> Status {
    match outcomes {
        [Outcome::Settled(rulebook::Signing::Sign(_))] => Status::Determined,
        [Outcome::Settled(rulebook::Signing::Elsewhere)] => Status::Elsewhere,
        [Outcome::Silent] | [] => Status::Silent,
        _ if outcomes.iter().all(|it| matches!(it, Outcome::Conflict(_))) => Status::Conflict,
        _ => Status::Open,
    }
}

/// A value of a fact as it stands in a draft.
pub(crate) fn value(fact: FactId, term: &str, space: &Space) -> FactValue {
    match space.fact(fact) {
        Some(it) if it.yes_no => FactValue::YesNo(term == "是"),
        _ => FactValue::Term(term.to_owned()),
    }
}

impl Assembly<'_> {
    pub(crate) fn basis(&self, clause: ClauseId) -> Option<Basis> {
        let words = &self.definition.clauses.get(clause)?.words;
        Some(basis(words, None))
    }

    /// A clause as the basis of a signing: with the reasons why others give way to it here.
    pub(crate) fn signing_basis(&self, clause: ClauseId) -> Option<Basis> {
        let words = &self.definition.clauses.get(clause)?.words;
        let mut readings: Vec<&str> = self.compiled.displacements_by(clause, self.situation).collect_vec();
        sort_and_dedup(&mut readings);
        let readings: Vec<&str> = readings.iter().map(|it| it.trim_end_matches('。')).collect_vec();
        Some(basis(words, (!readings.is_empty()).then(|| joined(&readings, "；"))))
    }

    fn signers(&self, roles: &[RoleId]) -> Vec<Signer> {
        roles
            .iter()
            .filter_map(|role| self.definition.roles.get(*role))
            .map(|role| Signer {
                role: role.code.clone(),
                title: role.title.clone(),
                also: Vec::new(),
                persons: Vec::new(),
                standing_in: None,
            })
            .collect_vec()
    }

    /// What narrows the situation to `around`, fact by fact.
    ///
    /// Only facts on which the answer turns: what follows from them in its turn goes without saying.
    pub(crate) fn conditions(&self, around: &Cube, support: &[FactId]) -> Vec<Condition> {
        let narrowed =
            self.situation.iter().filter(|(fact, mask)| around.get(*fact) != *mask && support.contains(fact));
        narrowed.filter_map(|(fact, _)| self.condition(fact, around.get(fact))).collect_vec()
    }

    /// What an outcome takes beyond what is required in any case: for each way in which its clauses' own words come
    /// about together, what that way still lacks. Nothing if some way lacks nothing; no way that takes all that another
    /// takes, and more.
    fn alternatives(&self, ruled: &RuledOutcome) -> Vec<Vec<Condition>> {
        let mut ways: Vec<Term> = Vec::new();
        for way in ruled.together.iter().flat_map(|clauses| self.own_words(clauses).0) {
            let Some(lacking) = lacking(&way, &ruled.around) else { continue };
            if ways.iter().all(|known| !takes_all_of(&lacking, known)) {
                ways.retain(|known| !takes_all_of(known, &lacking));
                ways.push(lacking);
            }
        }
        let told: Vec<Vec<Condition>> = ways
            .iter()
            .map(|way| way.0.iter().filter_map(|(fact, mask)| self.condition(*fact, *mask)).collect_vec())
            .collect_vec();
        if told.iter().any(Vec::is_empty) { Vec::new() } else { told }
    }

    /// Where the own words of all these clauses hold.
    fn own_words(&self, clauses: &[ClauseId]) -> Region {
        let regions = clauses.iter().filter_map(|it| self.definition.clauses.get(*it)).map(|it| &it.applies);
        regions.fold(Region::everything(), |all, region| all.and(region))
    }

    /// A condition; none where it also holds for what is no 纪要 and so records no meeting: that is no value to name.
    pub(crate) fn condition(&self, fact: FactId, mask: u32) -> Option<Condition> {
        let space = &self.definition.space;
        let it = space.fact(fact)?;
        let told: Vec<&str> = it.values_in(mask).collect_vec();
        told.iter().all(|term| !crate::draft::is_hidden(fact, term)).then(|| Condition {
            fact: it.name.clone(),
            is: told.iter().map(|term| value(fact, term, space)).collect_vec(),
            words: words::condition(fact, mask, self.definition),
        })
    }

    pub(crate) fn signing(&self, ruling: &Ruling<'_>) -> Vec<Signing> {
        let alone = ruling.outcomes.len() == 1;
        let mut signing: Vec<Signing> = Vec::new();
        for it in ruling.outcomes.iter().flat_map(|it| self.outcome(it, alone)) {
            // One demand may be a side of several conflicts: it is told once.
            let told = signing.iter_mut().find(|told| {
                !alone
                    && it.certainty == Certainty::Conflicting
                    && told.certainty == Certainty::Conflicting
                    && (told.outcome, &told.options) == (it.outcome, &it.options)
            });
            match told {
                Some(told) => join(told, it),
                None => signing.push(it),
            }
        }
        // What may collide comes last.
        sort_by_key(&mut signing, |it| it.certainty == Certainty::Conflicting);
        signing
    }

    fn outcome(&self, ruled: &RuledOutcome, alone: bool) -> Vec<Signing> {
        let requires = (!alone).then(|| self.conditions(&ruled.around, &self.compiled.signing.support));
        let certainty = if alone { Certainty::Certain } else { Certainty::Possible };
        match self.compiled.signing.outcomes.get(ruled.outcome) {
            None | Some(Outcome::Silent) => vec![Signing {
                certainty,
                outcome: SigningOutcome::Silent,
                options: Vec::new(),
                basis: Vec::new(),
                requires,
                any_of: Vec::new(),
            }],
            Some(Outcome::Settled(signing)) => {
                let basis = ruled.clauses.iter().filter_map(|it| self.signing_basis(*it)).collect_vec();
                let any_of = if alone { Vec::new() } else { self.alternatives(ruled) };
                vec![Signing { any_of, ..self.demand(signing, certainty, basis, requires) }]
            }
            Some(Outcome::Conflict(sides)) => sides
                .iter()
                .map(|side| {
                    let basis = ruled
                        .clauses
                        .iter()
                        .filter(|it| {
                            self.definition
                                .clauses
                                .get(**it)
                                .is_some_and(|clause| clause.signing.as_ref() == Some(side))
                        })
                        .filter_map(|it| self.signing_basis(*it))
                        .collect_vec();
                    self.demand(side, Certainty::Conflicting, basis, requires.clone())
                })
                .collect_vec(),
        }
    }

    fn demand(
        &self,
        signing: &rulebook::Signing,
        certainty: Certainty,
        basis: Vec<Basis>,
        requires: Option<Vec<Condition>>,
    ) -> Signing {
        let (outcome, options) = match signing {
            rulebook::Signing::Elsewhere => (SigningOutcome::Elsewhere, Vec::new()),
            rulebook::Signing::Sign(options) => (
                SigningOutcome::Sign,
                options
                    .iter()
                    .map(|option| SignOption {
                        act: option.act,
                        modality: option.modality,
                        choice: option.choice,
                        signers: self.signers(&option.signers),
                        decided_by: option.decided_by.clone(),
                    })
                    .collect_vec(),
            ),
        };
        Signing { certainty, outcome, options, basis, requires, any_of: Vec::new() }
    }

    /// The path: what the clauses demand, the signature, and the ordinary course.
    pub(crate) fn steps(&self, ruling: &Ruling<'_>, signing: &[Signing]) -> Vec<Step> {
        let mut steps: Vec<(Position, Step)> = ruling
            .steps
            .iter()
            .map(|step| {
                let it = &step.row.template;
                (Position::new(it.kind, it.place, it.on_arrival, it.turn), self.step(step))
            })
            .collect_vec();
        let demanded = signing.iter().filter(|it| it.outcome == SigningOutcome::Sign);
        for (number, it) in demanded.enumerate() {
            let mark = if signing.len() == 1 { "签发".to_owned() } else { format!("签发.{}", number + 1) };
            steps.push_all(signing_steps(&mark, it).into_iter().map(|step| (Position::of_signing(), step)));
        }
        for (_, step) in &mut steps {
            step.notes = self.notes(step);
        }
        arrange(steps)
    }

    fn step(&self, ruled: &RuledStep<'_>) -> Step {
        let template = &ruled.row.template;
        let sources = telling(&ruled.sources);
        let sure = ruled.sources.iter().any(|(_, everywhere)| *everywhere);
        let mut basis = Vec::new();
        let mut limits = Vec::new();
        let mut modality: Option<Modality> = None;
        let mut customary = true;
        for source in sources {
            match source {
                Source::Clause(id, number, _) => {
                    let clause = self.definition.clauses.get(id);
                    let Some((step, words)) = clause.and_then(|it| Some((it.steps.get(number)?, self.basis(id)?)))
                    else {
                        continue;
                    };
                    customary = false;
                    modality = Some(modality.map_or(step.modality, |it| it.stronger(step.modality)));
                    limits.push_all(step.limit.as_ref().map(|limit| time_limit(limit, words.clone(), sure)));
                    if !basis.contains(&words) {
                        basis.push(words);
                    }
                }
                Source::Customary(index) => basis.push_all(CUSTOMARY.get(index).map(|it| Basis {
                    clause: it.clause.to_owned(),
                    cite: it.cite.to_owned(),
                    quote: it.quote.to_owned(),
                    interpretation: None,
                })),
            }
        }
        Step {
            id: ruled.row.id.clone(),
            kind: template.kind,
            stage: 0,
            after: Vec::new(),
            one_of: template.one_of.as_ref().map(|(clause, mark)| {
                let id = self.definition.clauses.get(*clause).map_or("", |it| it.words.clause.as_str());
                format!("{id}:{mark}")
            }),
            actors: self.signers(&template.actors),
            choice: template.choice,
            modality: modality.unwrap_or(Modality::Must),
            meetings: template
                .meetings
                .iter()
                .filter_map(|it| self.definition.meetings.get(*it))
                .cloned()
                .collect_vec(),
            customary: customary.then_some(true),
            certainty: if ruled.certain { Certainty::Certain } else { Certainty::Possible },
            requires: ruled.around.as_ref().map(|around| self.conditions(around, &ruled.row.area.support)),
            limits,
            due: None,
            notes: Vec::new(),
            basis,
        }
    }

    /// Remarks that stand in this situation and concern this step.
    fn notes(&self, step: &Step) -> Vec<Note> {
        let mut notes = Vec::new();
        for (id, clause) in self.definition.clauses.iter().enumerate() {
            let mut remarks: Vec<(&'static str, String)> = Vec::new();
            if let Some(note) = clause.note.as_ref().filter(|note| note.on == step.kind) {
                remarks.push(("注", note.words.clone()));
            }
            if let Some(meaning) = clause.circled.as_ref().filter(|_| step.kind == StepKind::Decide) {
                remarks.push(("圈阅", format!("圈阅表示“{meaning}”")));
            }
            if let Some(it) = clause.standing_in.as_ref().filter(|_| step.kind == StepKind::Sign) {
                let absent = self.definition.roles.get(it.absent);
                if step.actors.iter().any(|actor| absent.is_some_and(|role| Role::includes(&role.code, &actor.role))) {
                    remarks.push(("代行", words::standing_in(&clause.words, it, self.definition)));
                }
            }
            if !remarks.is_empty() && self.compiled.stands(id, self.situation) == Verdict::Always {
                let Some(basis) = self.basis(id) else { continue };
                notes.push_all(remarks.into_iter().map(|(kind, words)| Note { kind, words, basis: basis.clone() }));
            }
        }
        notes
    }

    pub(crate) fn check(&self, row: &CheckRow) -> Option<Finding> {
        let check = self.definition.clauses.get(row.clause)?.checks.get(row.check)?;
        Some(Finding {
            code: check.code.clone(),
            severity: match check.severity {
                Severity::Error => FindingSeverity::Error,
                Severity::Warning => FindingSeverity::Warning,
                Severity::Info => FindingSeverity::Info,
            },
            message: check.message.clone(),
            path: check.path.clone(),
            basis: self.basis(row.clause).into_iter().collect_vec(),
        })
    }
}

/// What holds in a term and is not sure around an outcome; `None` where the two do not meet.
fn lacking(way: &Term, around: &Cube) -> Option<Term> {
    let met = way.0.iter().all(|(fact, mask)| around.get(*fact) & mask != 0);
    let unsure = way.0.iter().filter(|(fact, mask)| around.get(*fact) & !mask != 0);
    met.then(|| Term(unsure.map(|(fact, mask)| (*fact, mask & around.get(*fact))).collect_vec()))
}

/// Whether `more` demands everything that `less` demands.
fn takes_all_of(more: &Term, less: &Term) -> bool {
    less.0.iter().all(|(fact, mask)| more.0.iter().any(|(it, narrower)| it == fact && narrower & !mask == 0))
}

/// One demand, a side of two conflicts: what must hold is what both have in common.
fn join(told: &mut Signing, other: Signing) {
    for basis in other.basis {
        if !told.basis.contains(&basis) {
            told.basis.push(basis);
        }
    }
    if let (Some(conditions), Some(others)) = (&mut told.requires, other.requires) {
        conditions.retain(|condition| others.contains(condition));
    }
}

/// A clause's words as a basis; what is read into it and why it goes before others are both interpretation.
pub(crate) fn basis(words: &Words, precedence: Option<String>) -> Basis {
    let readings: Vec<&str> =
        words.interpretation.iter().chain(&precedence).map(|it| it.trim_end_matches('。')).collect_vec();
    Basis {
        clause: words.clause.clone(),
        cite: words.cite.clone(),
        quote: words.quote.clone(),
        interpretation: (!readings.is_empty()).then(|| joined(&readings, "；")),
    }
}

/// A fault of the input as a finding.
pub(crate) fn input_finding(it: InputFinding) -> Finding {
    Finding {
        code: it.code.to_owned(),
        severity: if it.mild { FindingSeverity::Info } else { FindingSeverity::Error },
        message: it.message,
        path: it.path,
        basis: Vec::new(),
    }
}

/// The sources that a step is shown with: those that demand it for sure where there are any, else all. The ordinary
/// course is told only where no clause is.
fn telling(sources: &[(Source, bool)]) -> Vec<Source> {
    let is_clause = |source: &Source| matches!(source, Source::Clause(..));
    let sure: Vec<Source> =
        sources.iter().filter(|(_, everywhere)| *everywhere).map(|(source, _)| *source).collect_vec();
    let mut told = if sure.is_empty() { sources.iter().map(|(source, _)| *source).collect_vec() } else { sure };
    if told.iter().any(is_clause) {
        told.retain(is_clause);
    }
    told
}

/// The signature as a step: one for each option, for each has its own words; several are alternatives.
fn signing_steps(mark: &str, signing: &Signing) -> Vec<Step> {
    let alone = signing.options.len() == 1;
    let step = |(number, option): (usize, &SignOption)| Step {
        id: if alone { mark.to_owned() } else { format!("{mark}.{}", number + 1) },
        kind: StepKind::Sign,
        stage: 0,
        after: Vec::new(),
        one_of: (!alone).then(|| mark.to_owned()),
        actors: option.signers.clone(),
        choice: option.choice,
        modality: option.modality,
        meetings: Vec::new(),
        customary: None,
        certainty: if signing.certainty == Certainty::Certain { Certainty::Certain } else { Certainty::Possible },
        requires: signing.requires.clone(),
        limits: Vec::new(),
        due: None,
        notes: Vec::new(),
        basis: signing.basis.clone(),
    };
    signing.options.iter().enumerate().map(step).collect_vec()
}

fn time_limit(limit: &rulebook::Limit, basis: Basis, sure: bool) -> Limit {
    Limit {
        days: limit.days,
        unit: if limit.working_days { "工作日" } else { "日" },
        from: limit.from.clone(),
        before: limit.before.then_some(true),
        first_day: limit.first_day,
        modality: limit.modality,
        overdue: limit.overdue.clone(),
        due: None,
        basis: vec![basis],
        sure,
    }
}
