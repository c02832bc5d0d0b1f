//! The rulings against brute force: an outcome is possible if and only if some completion has it.
//!
//! The reference here looks at one complete document at a time and knows nothing of diagrams: it asks every term of
//! every clause. It is compared with the real thing on random situations of the shipped rulebooks and on random small
//! rulebooks.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::agree::{Outcome, outcome};
use super::compile::Compiled;
use super::higher::{ALONE, BESIDE, EXCEEDED, Relation, between};
use super::rows::Source;
use crate::rulebook::{self, Clause, ClauseId, Definition, Higher, Layer, OWN, SignOption, Signing, Words, Yield};
use crate::situation::{Cube, FactId, Possible, Region, Situation, Space, Term, Verdict, fixed};
use crate::vocabulary::{Act, Choice, MEETINGS, Modality};

/// A small generator of numbers: the tests must be the same every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % sides
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// One complete document: a value's bit for each fact.
pub(crate) type Document = Vec<u32>;

pub(crate) fn inside(region: &Region, document: &Document) -> bool {
    region.0.iter().any(|term| term.0.iter().all(|(fact, mask)| document[usize::from(*fact)] & mask != 0))
}

fn speaks(clause: &Clause, document: &Document) -> bool {
    inside(&clause.applies, document) && !inside(&clause.except, document)
}

/// What the reference says of one document.
#[derive(PartialEq, Debug)]
pub(crate) struct Answer {
    pub(crate) outcome: Outcome,
    /// The clauses that speak about the signature.
    pub(crate) speaking: Vec<ClauseId>,
    /// For each clause, whether its steps and findings stand.
    pub(crate) standing: Vec<bool>,
    /// For each higher text, what it says beside.
    relations: Vec<Relation>,
}

pub(crate) fn answer(definition: &Definition, document: &Document) -> Answer {
    let clauses = &definition.clauses;
    let gives_way = |clause: &Clause, entirely: bool| {
        clause.yields.iter().any(|it| (it.entirely || !entirely) && speaks(&clauses[it.to], document))
    };
    let speaking = |layer: Layer| -> Vec<ClauseId> {
        (0..clauses.len())
            .filter(|id| speaks(&clauses[*id], document) && !gives_way(&clauses[*id], false))
            .filter(|id| clauses[*id].layer == layer && clauses[*id].signing.is_some())
            .collect()
    };
    let under = |layer: Layer| outcome(&speaking(layer), clauses, &definition.roles);
    let own = under(OWN);
    let higher = OWN + 1..=definition.higher.len();
    Answer {
        speaking: speaking(OWN),
        relations: higher.map(|layer| between(&own, &under(layer), definition)).collect(),
        outcome: own,
        standing: clauses.iter().map(|it| speaks(it, document) && !gives_way(it, true)).collect(),
    }
}

/// Every document of a cube that can be.
fn completions(cube: &Cube, possible: &Possible) -> Vec<Document> {
    let mut documents: Vec<Document> = vec![Vec::new()];
    for (_, mask) in cube.iter() {
        let bits: Vec<u32> = (0..32).map(|bit| 1 << bit).filter(|bit| mask & bit != 0).collect();
        documents = documents
            .into_iter()
            .flat_map(|document| {
                bits.iter().map(move |bit| {
                    let mut longer = document.clone();
                    longer.push(*bit);
                    longer
                })
            })
            .collect();
    }
    documents.retain(|document| !possible.rules.iter().any(|(rule, _)| inside(&rule.region, document)));
    documents
}

/// A random situation: every fact has one value, but for a few that are open. `None` if it cannot be at all.
fn random_situation(
    space: &Space,
    compiled: &Compiled,
    open: usize,
    dice: &mut Dice,
) -> Option<(Situation, Vec<Document>)> {
    let mut cube = Cube::all(space);
    for (fact, _) in cube.clone().iter() {
        let arity = space.fact(fact).unwrap().values.len();
        // Most yes/no facts are no in most documents.
        let no = space.fact(fact).unwrap().yes_no && dice.chance(70);
        cube.set(fact, if no { 2 } else { 1 << dice.roll(arity) });
    }
    settle_links(&mut cube, space, dice);
    for _ in 0..open {
        let fact = FactId::try_from(dice.roll(space.facts.len())).unwrap();
        let full = space.full(fact);
        let mask = full & u32::try_from(dice.roll(1 << 20) + 1).unwrap();
        cube.set(fact, if dice.chance(70) || mask == 0 { full } else { mask });
    }
    let documents = completions(&cube, &compiled.possible);
    let narrowed = Situation::of(&cube, &compiled.possible, &compiled.diagrams);
    assert_eq!(narrowed.is_none(), documents.is_empty());
    narrowed.map(|situation| (situation, documents))
}

/// Random documents rarely keep to the rules that link 文种 with its meeting and 主送 with their number.
fn settle_links(cube: &mut Cube, space: &Space, dice: &mut Dice) {
    let minutes = space.mask(fixed::DOC_TYPE, "纪要").unwrap();
    let meeting = if cube.get(fixed::DOC_TYPE) == minutes { 2 << dice.roll(MEETINGS.len()) } else { 1 };
    cube.set(fixed::MINUTES_OF, meeting);
    let addressees = (fixed::ADDRESSEES..fixed::SEVERAL).filter(|fact| cube.get(*fact) == 1).count();
    cube.set(fixed::SEVERAL, if addressees > 1 { 1 } else { 2 });
}

fn compare(definition: &Definition, compiled: &Compiled, cube: &Situation, documents: &[Document]) {
    let answers: Vec<Answer> = documents.iter().map(|document| answer(definition, document)).collect();
    let mut expected: Vec<&Outcome> = Vec::new();
    for it in &answers {
        if !expected.contains(&&it.outcome) {
            expected.push(&it.outcome);
        }
    }
    let actual: Vec<&Outcome> = compiled.decide(cube).into_iter().map(|it| &compiled.signing.outcomes[it]).collect();
    assert_eq!(actual.len(), expected.len(), "{}: {cube:?}", definition.id);
    assert!(actual.iter().all(|it| expected.contains(it)), "{}: {actual:?} is not {expected:?}", definition.id);
    for ruled in compiled.rule(cube, &[]).outcomes {
        compare_requirements(&compiled.signing.outcomes[ruled.outcome], &ruled.around, documents, &answers);
    }
    compare_standing(definition, compiled, cube, &answers);
    compare_higher(compiled, cube, &answers);
    compare_steps(definition, compiled, cube, documents, &answers);
}

/// The cube around an outcome is exactly the values that its documents have.
fn compare_requirements(outcome: &Outcome, around: &Cube, documents: &[Document], answers: &[Answer]) {
    for (fact, mask) in around.iter() {
        let values = documents
            .iter()
            .zip(answers)
            .filter(|(_, answer)| answer.outcome == *outcome)
            .fold(0, |values, (document, _)| values | document[usize::from(fact)]);
        assert_eq!(mask, values, "fact {fact} of {outcome:?}");
    }
}

fn verdict(answers: impl Iterator<Item = bool>) -> Verdict {
    let (mut yes, mut no) = (false, false);
    for it in answers {
        if it { yes = true } else { no = true }
    }
    match (yes, no) {
        (true, true) => Verdict::Sometimes,
        (true, false) => Verdict::Always,
        (false, _) => Verdict::Never,
    }
}

fn compare_standing(definition: &Definition, compiled: &Compiled, cube: &Situation, answers: &[Answer]) {
    for id in 0..definition.clauses.len() {
        let expected = verdict(answers.iter().map(|it| it.standing[id]));
        assert_eq!(compiled.stands(id, cube), expected, "{}", definition.clauses[id].words.clause);
    }
    for row in &compiled.checks {
        let when = &definition.clauses[row.clause].checks[row.check].when;
        if when.0.iter().all(|term| term.0.is_empty()) {
            let expected = verdict(answers.iter().map(|it| it.standing[row.clause]));
            assert_eq!(compiled.verdict(&row.area, cube), expected);
        }
    }
}

/// What a higher text says beside is what it says beside some document; it is certain where it is so of all.
fn compare_higher(compiled: &Compiled, cube: &Situation, answers: &[Answer]) {
    let ruling = compiled.rule(cube, &[]);
    let (mut certain, mut possible) = (0, 0);
    for text in &compiled.signing.higher {
        let expected = |it: &Relation| answers.iter().any(|answer| answer.relations[text.layer - 1] == *it);
        let actual = compiled.signing.relations(text, cube);
        let all = [BESIDE, EXCEEDED, ALONE];
        assert_eq!(actual, all.into_iter().filter(expected).collect::<Vec<_>>());
        certain += usize::from(actual.len() == 1 && actual != [BESIDE]);
        possible += usize::from(actual.len() > 1);
    }
    assert_eq!((ruling.higher.len(), ruling.possible_higher.len()), (certain, possible));
}

/// A step stands where one of its clauses does, as far as it is narrowed and unless a meeting has decided already.
/// (Alternatives and the ordinary course have tests of their own.)
fn compare_steps(
    definition: &Definition,
    compiled: &Compiled,
    cube: &Situation,
    documents: &[Document],
    answers: &[Answer],
) {
    for row in compiled.steps.iter().filter(|row| row.template.one_of.is_none()) {
        if row.sources.iter().any(|(source, _)| matches!(source, Source::Customary(_))) {
            continue;
        }
        let expected = verdict(documents.iter().zip(answers).map(|(document, answer)| {
            definition.clauses.iter().enumerate().any(|(id, clause)| {
                answer.standing[id]
                    && clause.steps.iter().any(|step| {
                        let decided = step.meetings.iter().any(|meeting| {
                            definition.space.mask(fixed::DECIDED_BY, MEETINGS[*meeting])
                                == Some(document[usize::from(fixed::DECIDED_BY)])
                        });
                        let same_actors = if step.in_turn {
                            step.actors.get(usize::from(row.template.turn)).map(std::slice::from_ref)
                                == Some(&row.template.actors)
                        } else {
                            step.actors == row.template.actors
                        };
                        step.kind == row.template.kind
                            && step.one_of.is_none()
                            && same_actors
                            && step.meetings == row.template.meetings
                            && (step.choice, step.on_arrival, step.place)
                                == (row.template.choice, row.template.on_arrival, row.template.place)
                            && (step.in_turn || row.template.turn == 0)
                            && inside(&step.when, document)
                            && !decided
                    })
            })
        }));
        assert_eq!(compiled.verdict(&row.area, cube), expected, "{} {}", definition.id, row.id);
    }
}

#[test]
fn shipped_rulebooks_rule_as_brute_force_does() {
    let shipped = [
        include_str!("../../rulebooks/tiaoli-2012/rules.yaml"),
        include_str!("../../rulebooks/wushan/rules.yaml"),
        include_str!("../../rulebooks/jixi/rules.yaml"),
        include_str!("../../rulebooks/wujiagang/rules.yaml"),
        include_str!("../../rulebooks/yiyuan/rules.yaml"),
        include_str!("../../rulebooks/toksun/rules.yaml"),
    ];
    for text in shipped {
        let base = include_str!("../../rulebooks/tiaoli-2012/rules.yaml");
        let definition = rulebook::from_text(text, &[base]).unwrap();
        let compiled = Compiled::new(&definition);
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut compared = 0;
        while compared < 300 {
            let open = dice.roll(6);
            let found = random_situation(&definition.space, &compiled, open, &mut dice);
            if let Some((cube, documents)) = found {
                compare(&definition, &compiled, &cube, &documents);
                compared += 1;
            }
        }
    }
}

/// A random rulebook over a handful of facts, some of its clauses giving way to later ones.
pub(crate) fn random_definition(dice: &mut Dice) -> Definition {
    let text = include_str!("../../tests/rulebooks/smallest.yaml");
    let mut definition = rulebook::from_text(text, &[]).unwrap();
    let facts: Vec<FactId> = [fixed::ISSUER, fixed::DIRECTION, fixed::PORTFOLIOS, fixed::DECIDED_BY]
        .into_iter()
        .chain((fixed::MATTERS..).take(4))
        .collect();
    let count = 2 + dice.roll(7);
    definition.clauses = (0..count).map(|id| random_clause(id, count, &facts, &definition.space, dice)).collect();
    definition
}

/// The same rulebook with its later clauses as those of one or two texts on which it stands.
fn layered(mut definition: Definition, dice: &mut Dice) -> Definition {
    let mut layer = OWN;
    let count = definition.clauses.len();
    for clause in &mut definition.clauses {
        if layer < 2 && dice.chance(40) {
            layer += 1;
            definition.higher.push(Higher { in_force: None });
        }
        clause.layer = layer;
    }
    let layers: Vec<Layer> = definition.clauses.iter().map(|it| it.layer).collect();
    for id in 0..count {
        definition.clauses[id].yields.retain(|it| layers[it.to] == layers[id]);
    }
    definition
}

pub(crate) fn random_region(facts: &[FactId], space: &Space, dice: &mut Dice) -> Region {
    let terms = 1 + dice.roll(2);
    Region(
        (0..terms)
            .map(|_| {
                let mut term = Term::default();
                for _ in 0..1 + dice.roll(3) {
                    let fact = facts[dice.roll(facts.len())];
                    let mask = 1 << dice.roll(space.fact(fact).unwrap().values.len());
                    term.restrict(fact, mask);
                }
                term
            })
            .filter(|term| !term.is_empty())
            .collect(),
    )
}

fn random_clause(id: ClauseId, count: usize, facts: &[FactId], space: &Space, dice: &mut Dice) -> Clause {
    let option = |dice: &mut Dice| SignOption {
        act: if dice.chance(80) { Act::Issue } else { Act::Sign },
        modality: [Modality::Must, Modality::Generally, Modality::Authorised, Modality::IfNecessary][dice.roll(4)],
        choice: if dice.chance(80) { Choice::One } else { Choice::All },
        signers: (0..1 + dice.roll(2)).map(|_| dice.roll(6)).collect(),
        decided_by: None,
    };
    let signing = match dice.roll(10) {
        0 => Signing::Elsewhere,
        1..4 => Signing::Sign(vec![option(dice), option(dice)]),
        _ => Signing::Sign(vec![option(dice)]),
    };
    let yields = (id + 1..count)
        .filter_map(|to| {
            let yields = dice.chance(30);
            yields.then(|| Yield { to, entirely: dice.chance(40), interpretation: None })
        })
        .collect();
    Clause {
        layer: OWN,
        words: Words {
            clause: (id + 1).to_string(),
            cite: "第一条".to_owned(),
            quote: "原文".to_owned(),
            interpretation: None,
        },
        applies: random_region(facts, space, dice),
        except: if dice.chance(20) { random_region(facts, space, dice) } else { Region::default() },
        in_charge: Vec::new(),
        yields,
        act_before: Vec::new(),
        adds: dice.chance(10),
        signing: dice.chance(85).then_some(signing),
        steps: Vec::new(),
        checks: Vec::new(),
        standing_in: None,
        circled: None,
        note: None,
    }
}

#[test]
fn random_rulebooks_rule_as_brute_force_does() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for round in 0..210 {
        let mut definition = random_definition(&mut dice);
        if round % 3 == 2 {
            definition = layered(definition, &mut dice);
        }
        let compiled = Compiled::new(&definition);
        let mut compared = 0;
        while compared < 12 {
            let open = dice.roll(7);
            let found = random_situation(&definition.space, &compiled, open, &mut dice);
            if let Some((cube, documents)) = found {
                compare(&definition, &compiled, &cube, &documents);
                compared += 1;
            }
        }
    }
}

#[test]
fn what_is_relevant_can_change_the_outcome_and_nothing_else_can() {
    let mut dice = Dice(0x0123_4567_89ab_cdef);
    for _ in 0..60 {
        let definition = random_definition(&mut dice);
        let compiled = Compiled::new(&definition);
        for _ in 0..8 {
            let open = 1 + dice.roll(5);
            let Some((cube, documents)) = random_situation(&definition.space, &compiled, open, &mut dice) else {
                continue;
            };
            let relevant = compiled.signing.relevant(&cube);
            assert_eq!(relevant.is_empty(), compiled.decide(&cube).len() == 1);
            let answers: Vec<Answer> = documents.iter().map(|document| answer(&definition, document)).collect();
            for (fact, _) in cube.iter().filter(|(fact, _)| !relevant.contains(fact)) {
                let differ_only_there = |a: &Document, b: &Document| {
                    a.iter().zip(b).enumerate().all(|(at, (a, b))| at == usize::from(fact) || a == b)
                };
                for (a, of_a) in documents.iter().zip(&answers) {
                    for (b, of_b) in documents.iter().zip(&answers) {
                        assert!(!differ_only_there(a, b) || of_a.outcome == of_b.outcome, "fact {fact}");
                    }
                }
            }
        }
    }
}
