//! The space of documents: every fact of the shared vocabulary, then the matters that a rulebook declares.

use crate::short::{CollectVec, PushAll, sort_and_dedup};
use crate::vocabulary::{
    ADDRESSEE_KINDS, CHAIRS, CONSENSUS, DIRECTIONS, DOC_TYPES, ISSUERS, MEETINGS, NONE, OFFICIAL_DOC_TYPES, PORTFOLIOS,
    SECRECIES, URGENCIES,
};

/// A fact's place in the space; also the level at which decision diagrams branch on it.
pub(crate) type FactId = u16;

/// Mask of 是 in a yes/no fact.
pub(crate) const YES: u32 = 1;
/// Mask of 否 in a yes/no fact.
pub(crate) const NO: u32 = 2;

/// The facts that every rulebook has, at fixed places. Related facts stand close together: that keeps diagrams small.
pub(crate) mod fixed {
    use super::FactId;
    pub(crate) const ISSUER: FactId = 0;
    pub(crate) const DOC_TYPE: FactId = 1;
    pub(crate) const MINUTES_OF: FactId = 2;
    pub(crate) const DIRECTION: FactId = 3;
    pub(crate) const ADDRESSEES: FactId = 4;
    pub(crate) const SEVERAL: FactId = 20;
    /// The facts before this one are those that rules about impossible documents link (matters apart).
    pub(crate) const LINKED_UNTIL: FactId = 21;
    pub(crate) const DECIDED_BY: FactId = 21;
    pub(crate) const PORTFOLIOS: FactId = 22;
    pub(crate) const CHAIRED_BY: FactId = 23;
    pub(crate) const CHAIR_DELEGATED: FactId = 24;
    pub(crate) const CONSENSUS: FactId = 25;
    pub(crate) const OTHER_DEPARTMENTS: FactId = 26;
    pub(crate) const SECRECY: FactId = 27;
    pub(crate) const URGENCY: FactId = 28;
    pub(crate) const VALID_YEARS: FactId = 29;
    pub(crate) const COPIES: FactId = 30;
    /// How many kinds of 主送 and of 抄送 there are.
    pub(crate) const KINDS: FactId = 16;
    pub(crate) const MATTERS: FactId = 46;
}

/// One fact and the values that it may take.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    /// Its path in a draft: `issuer`, `addressees.上级政府`, `matters.规范性文件`.
    pub(crate) name: String,
    /// What clerks call it.
    pub(crate) label: String,
    pub(crate) values: Vec<String>,
    /// Whether it is a yes/no fact (values 是, 否).
    pub(crate) yes_no: bool,
}

impl Fact {
    /// The mask of all values.
    pub(crate) fn full(&self) -> u32 {
        mask_of_first(self.values.len())
    }

    /// The mask of one value.
    pub(crate) fn mask(&self, value: &str) -> Option<u32> {
        self.values.iter().position(|it| it == value).map(|at| 1 << at)
    }

    /// The values in a mask.
    pub(crate) fn values_in(&self, mask: u32) -> impl Iterator<Item = &str> {
        self.values.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, value)| value.as_str())
    }
}

fn mask_of_first(count: usize) -> u32 {
    u32::try_from((1_u64 << count.min(32)) - 1).unwrap_or(u32::MAX)
}

/// All facts of one rulebook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Space {
    pub(crate) facts: Vec<Fact>,
    /// Years at which the rules about 有效期 turn, ascending: `validYears` is known up to the interval it lies in.
    pub(crate) thresholds: Vec<u32>,
}

impl Space {
    /// The shared facts, the rulebook's matters, and the intervals of 有效期 that its thresholds make.
    pub(crate) fn new(matters: impl IntoIterator<Item = String>, mut thresholds: Vec<u32>) -> Self {
        sort_and_dedup(&mut thresholds);
        let mut facts = vec![
            choice("issuer", "发文名义", &ISSUERS),
            choice("docType", "文种", &DOC_TYPES),
            choice_or_none("minutesOf", "纪要所记的会议", &MEETINGS),
            choice("direction", "行文方向", &DIRECTIONS),
        ];
        facts.push_all(ADDRESSEE_KINDS.iter().map(|kind| yes_no(format!("addressees.{kind}"), format!("主送{kind}"))));
        facts.push(yes_no("addressees.两个以上机关".to_owned(), "主送两个以上机关".to_owned()));
        facts.push(choice_or_none("decidedBy", "已经何会议决定", &MEETINGS));
        facts.push(choice("portfolios", "涉及政府领导分管范围", &PORTFOLIOS));
        facts.push(choice("chairedBy", "会议主持人", &CHAIRS));
        facts.push(yes_no("chairDelegated".to_owned(), "受委托主持".to_owned()));
        facts.push(choice("consensus", "部门间协商", &CONSENSUS));
        facts.push(yes_no("departments.others".to_owned(), "有协办部门".to_owned()));
        facts.push(choice("secrecy", "密级", &SECRECIES));
        facts.push(choice("urgency", "紧急程度", &URGENCIES));
        facts.push(intervals("validYears", "有效期", &thresholds));
        facts.push_all(ADDRESSEE_KINDS.iter().map(|kind| yes_no(format!("copies.{kind}"), format!("抄送{kind}"))));
        facts.push_all(matters.into_iter().map(|matter| yes_no(format!("matters.{matter}"), matter)));
        Self { facts, thresholds }
    }

    pub(crate) fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(id as usize)
    }

    /// The fact of a matter.
    pub(crate) fn matter(&self, matter: &str) -> Option<FactId> {
        self.facts
            .iter()
            .enumerate()
            .skip(fixed::MATTERS as usize)
            .find(|(_, fact)| fact.label == matter)
            .and_then(|(at, _)| FactId::try_from(at).ok())
    }

    /// The fact that a kind is among the addressees (or, from `fixed::COPIES`, the copies).
    pub(crate) fn kind(first: FactId, kind: &str) -> Option<FactId> {
        let at = ADDRESSEE_KINDS.iter().position(|it| *it == kind)?;
        FactId::try_from(at).ok().map(|at| first + at)
    }

    pub(crate) fn mask(&self, fact: FactId, value: &str) -> Option<u32> {
        self.fact(fact).and_then(|fact| fact.mask(value))
    }

    pub(crate) fn full(&self, fact: FactId) -> u32 {
        self.fact(fact).map_or(0, Fact::full)
    }

    /// The fifteen 文种 that are 公文; an unstated 文种 is one of them.
    pub(crate) fn official(&self) -> u32 {
        mask_of_first(OFFICIAL_DOC_TYPES) & self.full(fixed::DOC_TYPE)
    }

    /// The interval of 有效期 in which a number of years lies.
    pub(crate) fn interval_of(&self, years: f64) -> u32 {
        1 << self.thresholds.iter().filter(|threshold| years > f64::from(**threshold)).count()
    }

    /// A number of years in an interval: its upper end, or one more than the last threshold.
    pub(crate) fn years_in(&self, interval: u32) -> u32 {
        let last = self.thresholds.last().copied().unwrap_or(0);
        self.thresholds.get(interval.trailing_zeros() as usize).copied().unwrap_or(last + 1)
    }

    /// The mask of all intervals above a threshold.
    pub(crate) fn intervals_above(&self, years: u32) -> u32 {
        let below = self.thresholds.iter().filter(|threshold| **threshold <= years).count();
        self.full(fixed::VALID_YEARS) & !mask_of_first(below)
    }
}

fn choice(name: &str, label: &str, values: &[&str]) -> Fact {
    Fact {
        name: name.to_owned(),
        label: label.to_owned(),
        values: values.iter().map(|&value| value.to_owned()).collect_vec(),
        yes_no: false,
    }
}

/// An enumeration with 无 before its values.
fn choice_or_none(name: &str, label: &str, values: &[&str]) -> Fact {
    let mut fact = choice(name, label, values);
    fact.values.insert(0, NONE.to_owned());
    fact
}

fn yes_no(name: String, label: String) -> Fact {
    Fact { name, label, values: vec!["是".to_owned(), "否".to_owned()], yes_no: true }
}

fn intervals(name: &str, label: &str, thresholds: &[u32]) -> Fact {
    let mut values = Vec::with_capacity(thresholds.len() + 1);
    let mut floor: Option<u32> = None;
    for &threshold in thresholds {
        values.push(
            floor.map_or_else(|| format!("不超过{threshold}年"), |floor| format!("超过{floor}年、不超过{threshold}年")),
        );
        floor = Some(threshold);
    }
    values.push(floor.map_or_else(|| "任意".to_owned(), |floor| format!("超过{floor}年")));
    Fact { name: name.to_owned(), label: label.to_owned(), values, yes_no: false }
}
