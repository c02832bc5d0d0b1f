//! Combinations that cannot be: they are taken out of the space, and a draft that states one gets an error.
//!
//! The rules are applied in their order; each knows which fact gives way when a draft contradicts it, so that what
//! is derived wins over what was stated.

use super::cube::Cube;
use super::diagram::{Diagrams, Ref};
use super::region::{Region, Term};
use super::space::{FactId, NO, Space, YES, fixed};
use crate::memory::Memory;
use crate::short::CollectVec;
use crate::vocabulary::{ADDRESSEE_KINDS, IMPLIED_MATTERS, is_institution};

/// One rule about which facts go together.
pub(crate) struct Rule {
    /// For clerks: what cannot be.
    pub(crate) words: String,
    /// The documents that cannot be.
    pub(crate) region: Region,
    /// The facts that are set aside when a draft contradicts the rule, tried in this order.
    pub(crate) gives_way: Vec<FactId>,
    /// Where in the draft the contradiction shows, as a JSON Pointer.
    pub(crate) path: String,
}

/// All rules of a space, ready to be asked.
pub(crate) struct Possible {
    /// Each rule with its diagram (1 = cannot be).
    pub(crate) rules: Vec<(Rule, Ref)>,
    /// All rules together.
    pub(crate) impossible: Ref,
    /// The facts that some rule names.
    linked: Vec<FactId>,
    /// What is left of these facts, by what is stated of them; else the number of the rule that leaves nothing.
    narrowed: Memory<Result<Vec<u32>, usize>>,
}

/// How many combinations of linked facts are remembered.
const REMEMBERED: usize = 1024;

/// All rules at once.
const TOGETHER: u32 = 0;
/// One rule after the other.
const IN_TURN: u32 = 1;

impl Possible {
    pub(crate) fn new(space: &Space, diagrams: &mut Diagrams) -> Self {
        let mut impossible = Ref::FALSE;
        let mut rules_with_diagrams = Vec::new();
        for rule in rules(space) {
            let region = diagrams.region(&rule.region);
            impossible = diagrams.or(impossible, region);
            rules_with_diagrams.push((rule, region));
        }
        let linked = diagrams.support(impossible);
        Self { rules: rules_with_diagrams, impossible, linked, narrowed: Memory::new(REMEMBERED) }
    }

    /// Whether some rule links this fact to others.
    pub(crate) fn links(&self, fact: FactId) -> bool {
        self.linked.binary_search(&fact).is_ok()
    }

    /// Adds what is stated of the linked facts.
    pub(crate) fn add_linked(&self, cube: &Cube, numbers: &mut Vec<u32>) {
        for fact in &self.linked {
            numbers.push(cube.get(*fact));
        }
    }

    /// The smallest cube around the possible documents of a cube; `None` if there are none.
    pub(crate) fn narrow(&self, cube: &Cube, diagrams: &Diagrams) -> Option<Cube> {
        self.remembered(TOGETHER, cube, &|| diagrams.project(self.impossible, cube, 0).ok_or(0)).ok()
    }

    /// Narrows by one rule after the other; the number of the first rule that leaves nothing.
    pub(crate) fn apply(&self, start: &Cube, diagrams: &Diagrams) -> Result<Cube, usize> {
        self.remembered(IN_TURN, start, &|| {
            let mut cube = start.clone();
            for (number, (_, diagram)) in self.rules.iter().enumerate() {
                cube = diagrams.project(*diagram, &cube, 0).ok_or(number)?;
            }
            Ok(cube)
        })
    }

    /// Rules narrow no facts but those that they link, and turn on no others.
    fn remembered(&self, way: u32, cube: &Cube, narrow: &dyn Fn() -> Result<Cube, usize>) -> Result<Cube, usize> {
        let mut numbers = vec![way];
        self.add_linked(cube, &mut numbers);
        let left = self.narrowed.get(&numbers, &mut || {
            let mut left = Vec::with_capacity(self.linked.len());
            self.add_linked(&narrow()?, &mut left);
            Ok(left)
        });
        let mut cube = cube.clone();
        for (fact, mask) in self.linked.iter().zip(left.as_ref().as_ref().map_err(|rule| *rule)?) {
            cube.set(*fact, *mask);
        }
        Ok(cube)
    }

    /// The diagrams that must be kept.
    pub(crate) fn roots(&mut self) -> impl Iterator<Item = &mut Ref> {
        self.rules.iter_mut().map(|(_, region)| region).chain([&mut self.impossible])
    }
}

fn rules(space: &Space) -> Vec<Rule> {
    let mut rules = vec![minutes(space), motion(space), not_to_itself(space)];
    rules.push(direction(space));
    rules.push(several());
    rules.append(&mut implied_matters(space));
    rules.append(&mut upward_and_downward(space));
    rules
}

fn doc_types(space: &Space, terms: &[&str]) -> u32 {
    terms.iter().filter_map(|term| space.mask(fixed::DOC_TYPE, term)).fold(0, |a, b| a | b)
}

fn minutes(space: &Space) -> Rule {
    let minutes = doc_types(space, &["纪要"]);
    let no_meeting = space.mask(fixed::MINUTES_OF, "无").unwrap_or(0);
    let others = space.full(fixed::DOC_TYPE) & !minutes;
    let meetings = space.full(fixed::MINUTES_OF) & !no_meeting;
    Rule {
        words: "只有纪要有所记的会议，纪要必有所记的会议".to_owned(),
        region: Region(vec![
            Term(vec![(fixed::DOC_TYPE, minutes), (fixed::MINUTES_OF, no_meeting)]),
            Term(vec![(fixed::DOC_TYPE, others), (fixed::MINUTES_OF, meetings)]),
        ]),
        gives_way: vec![fixed::MINUTES_OF, fixed::DOC_TYPE],
        path: "/minutesOf".to_owned(),
    }
}

fn motion(space: &Space) -> Rule {
    let congress = Space::kind(fixed::ADDRESSEES, "本级人大").unwrap_or(fixed::ADDRESSEES);
    Rule {
        words: "议案向本级人大或其常委会提出，主送须有本级人大".to_owned(),
        region: Region(vec![Term(vec![(fixed::DOC_TYPE, doc_types(space, &["议案"])), (congress, NO)])]),
        gives_way: vec![congress],
        path: "/addressees".to_owned(),
    }
}

fn not_to_itself(space: &Space) -> Rule {
    let itself = Space::kind(fixed::ADDRESSEES, "本级政府").unwrap_or(fixed::ADDRESSEES);
    let government = space.mask(fixed::ISSUER, "政府").unwrap_or(0);
    Rule {
        words: "政府不以本级政府为主送机关".to_owned(),
        region: Region(vec![Term(vec![(fixed::ISSUER, government), (itself, YES)])]),
        gives_way: vec![itself],
        path: "/addressees".to_owned(),
    }
}

/// The contract's table: from whom, to whom, which direction.
const DIRECTION_TABLE: [(&[&str], &[&str], &str); 5] = [
    (&["政府", "政府办公室"], &["上级政府", "上级政府办公厅", "本级党委"], "上行"),
    (&["政府", "政府办公室"], &["上级部门", "上级部门办公室", "同级政府", "同级政府办公室"], "平行"),
    (&["政府"], &["本级部门", "下级政府"], "下行"),
    (&["政府办公室"], &["下级政府"], "下行"),
    (&["部门", "派出机构", "下级政府"], &["本级政府"], "上行"),
];

fn direction(space: &Space) -> Rule {
    let mut terms = Vec::new();
    for (issuers, kinds, direction) in DIRECTION_TABLE {
        let issuers = issuers.iter().filter_map(|it| space.mask(fixed::ISSUER, it)).fold(0, |a, b| a | b);
        let other_directions = space.full(fixed::DIRECTION) & !space.mask(fixed::DIRECTION, direction).unwrap_or(0);
        let mut only_these = Term(vec![(fixed::ISSUER, issuers), (fixed::DIRECTION, other_directions)]);
        for kind in ADDRESSEE_KINDS.iter().filter(|kind| !kinds.contains(kind)) {
            if let Some(fact) = Space::kind(fixed::ADDRESSEES, kind) {
                only_these.restrict(fact, NO);
            }
        }
        for fact in kinds.iter().filter_map(|kind| Space::kind(fixed::ADDRESSEES, kind)) {
            let mut at_least_this = only_these.clone();
            at_least_this.restrict(fact, YES);
            terms.push(at_least_this);
        }
    }
    Rule {
        words: "行文方向须与发文名义、主送机关相符".to_owned(),
        region: Region(terms),
        gives_way: vec![fixed::DIRECTION],
        path: "/direction".to_owned(),
    }
}

/// 两个以上机关 follows from the kinds: two kinds are two institutions, no kind is none.
fn several() -> Rule {
    let facts: Vec<_> = ADDRESSEE_KINDS
        .iter()
        .filter(|kind| is_institution(kind))
        .filter_map(|kind| Space::kind(fixed::ADDRESSEES, kind))
        .collect_vec();
    let mut none = Term(vec![(fixed::SEVERAL, YES)]);
    let mut terms = Vec::new();
    for (at, &first) in facts.iter().enumerate() {
        none.restrict(first, NO);
        for &second in facts.iter().skip(at + 1) {
            let mut pair = Term(vec![(fixed::SEVERAL, NO)]);
            pair.restrict(first, YES);
            pair.restrict(second, YES);
            terms.push(pair);
        }
    }
    terms.push(none);
    Rule {
        words: "主送两类机关即为两个以上机关".to_owned(),
        region: Region(terms),
        gives_way: vec![fixed::SEVERAL],
        path: "/addressees".to_owned(),
    }
}

fn implied_matters(space: &Space) -> Vec<Rule> {
    IMPLIED_MATTERS
        .iter()
        .filter_map(|(special, general)| {
            let (special_fact, general_fact) = (space.matter(special)?, space.matter(general)?);
            let mut term = Term(vec![(special_fact, YES)]);
            term.restrict(general_fact, NO);
            Some(Rule {
                words: format!("属于“{special}”的，也属于“{general}”"),
                region: Region(vec![term]),
                gives_way: vec![general_fact],
                path: format!("/matters/{general}"),
            })
        })
        .collect_vec()
}

/// 条例 第八条: 请示 and 报告 go up, 批复 goes down. A 报告 to the 人大 has no direction of its own.
fn upward_and_downward(space: &Space) -> Vec<Rule> {
    let up = space.mask(fixed::DIRECTION, "上行").unwrap_or(0);
    let down = space.mask(fixed::DIRECTION, "下行").unwrap_or(0);
    let congress = Space::kind(fixed::ADDRESSEES, "本级人大").unwrap_or(fixed::ADDRESSEES);
    let rule = |words: &str, term: Term| Rule {
        words: words.to_owned(),
        region: Region(vec![term]),
        gives_way: vec![fixed::DIRECTION, fixed::DOC_TYPE],
        path: "/docType".to_owned(),
    };
    let all = space.full(fixed::DIRECTION);
    vec![
        rule("请示是上行文", Term(vec![(fixed::DOC_TYPE, doc_types(space, &["请示"])), (fixed::DIRECTION, all & !up)])),
        rule(
            "报告是上行文（向本级人大的报告除外）",
            Term(vec![(fixed::DOC_TYPE, doc_types(space, &["报告"])), (fixed::DIRECTION, all & !up), (congress, NO)]),
        ),
        rule(
            "批复是下行文",
            Term(vec![(fixed::DOC_TYPE, doc_types(space, &["批复"])), (fixed::DIRECTION, all & !down)]),
        ),
    ]
}
