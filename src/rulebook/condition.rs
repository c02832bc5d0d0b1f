//! Conditions: from a rulebook's words to a region.

use super::reader::{At, Faults};
use crate::short::{CollectVec, PushAll};
use crate::situation::{FactId, NO, Region, Space, Term, YES, fixed};
use crate::tree::{Node, Value};
use crate::vocabulary::{ADDRESSEE_KINDS, MEETINGS, canonical_doc_type};

const KEYS: [&str; 19] = [
    "发文名义",
    "文种",
    "行文方向",
    "主送",
    "抄送",
    "多个主送",
    "分管",
    "协商",
    "协办部门",
    "已经会议",
    "纪要会议",
    "主持人",
    "受委托",
    "密级",
    "紧急程度",
    "有效期",
    "是",
    "否",
    "任一",
];

/// What reading a condition needs to know.
pub(crate) struct Terms<'a> {
    pub(crate) space: &'a Space,
    /// Local names of the shared meetings, in their order.
    pub(crate) meetings: &'a [String],
}

impl Terms<'_> {
    /// A condition: a map is all of it, a list any of its maps.
    pub(crate) fn condition(&self, at: &At<'_>, faults: &mut Faults) -> Region {
        let before = faults.issues.len();
        let mut union = Region::default();
        for alternative in at.items() {
            union.0.append(&mut self.conjunction(&alternative, faults).0);
        }
        if union.0.is_empty() && faults.issues.len() == before {
            faults.report("empty-condition", at, "条件是空的，或自相矛盾，什么公文都不符合".to_owned());
        }
        union
    }

    fn conjunction(&self, at: &At<'_>, faults: &mut Faults) -> Region {
        at.only(&KEYS, faults);
        let entries = at.entries(faults);
        if entries.is_empty() {
            return Region::default();
        }
        let mut all = Region::everything();
        for (key, value) in entries {
            if let Some(region) = self.entry(key, &value, faults) {
                all = all.and(&region);
            }
        }
        all
    }

    fn entry(&self, key: &str, at: &At<'_>, faults: &mut Faults) -> Option<Region> {
        Some(match key {
            "发文名义" => self.one_of(fixed::ISSUER, key, at, faults),
            "文种" => self.one_of(fixed::DOC_TYPE, key, at, faults),
            "行文方向" => self.one_of(fixed::DIRECTION, key, at, faults),
            "分管" => self.one_of(fixed::PORTFOLIOS, key, at, faults),
            "协商" => self.one_of(fixed::CONSENSUS, key, at, faults),
            "已经会议" => self.one_of(fixed::DECIDED_BY, key, at, faults),
            "纪要会议" => self.one_of(fixed::MINUTES_OF, key, at, faults),
            "主持人" => self.one_of(fixed::CHAIRED_BY, key, at, faults),
            "密级" => self.one_of(fixed::SECRECY, key, at, faults),
            "紧急程度" => self.one_of(fixed::URGENCY, key, at, faults),
            "主送" => self.kinds(fixed::ADDRESSEES, key, at, faults),
            "抄送" => self.kinds(fixed::COPIES, key, at, faults),
            "多个主送" => self.yes_no(fixed::SEVERAL, key, ["是", "否"], at, faults),
            "受委托" => self.yes_no(fixed::CHAIR_DELEGATED, key, ["是", "否"], at, faults),
            "协办部门" => self.yes_no(fixed::OTHER_DEPARTMENTS, key, ["有", "无"], at, faults),
            "有效期" => self.years(at, faults),
            "是" => Region(vec![self.all_matters(at, YES, faults)]),
            "否" => Region(vec![self.all_matters(at, NO, faults)]),
            "任一" => {
                Region(self.matters(at, faults).into_iter().map(|matter| Term(vec![(matter, YES)])).collect_vec())
            }
            _ => return None,
        })
    }

    /// The values written at a place, and whether they are the ones left out (`{除: …}`).
    fn values<'a>(at: &At<'a>, faults: &mut Faults) -> (Vec<(&'a str, At<'a>)>, bool) {
        let negated = at.get("除");
        let source = match &negated {
            Some(but) => {
                at.only(&["除"], faults);
                but.items()
            }
            None => at.items(),
        };
        let values = source.into_iter().filter_map(|it| it.text(faults).map(|text| (text, it))).collect_vec();
        (values, negated.is_some())
    }

    fn one_of(&self, fact: FactId, key: &str, at: &At<'_>, faults: &mut Faults) -> Region {
        let (values, negated) = Self::values(at, faults);
        let mut mask = 0;
        for (word, place) in values {
            match self.value(fact, word) {
                Some(bits) => mask |= bits,
                None => {
                    let known = self.space.fact(fact).map(|it| it.values.as_slice()).unwrap_or_default();
                    faults.unknown_term(&place, key, word, &known.iter().map(String::as_str).collect_vec());
                }
            }
        }
        Region::of(fact, if negated { self.space.full(fact) & !mask } else { mask }).and(&Region::everything())
    }

    /// The bits of a word: a value, `公文` for the fifteen, or a meeting's local name.
    fn value(&self, fact: FactId, word: &str) -> Option<u32> {
        if fact == fixed::DOC_TYPE {
            if word == "公文" {
                return Some(self.space.official());
            }
            return self.space.mask(fact, canonical_doc_type(word));
        }
        self.space.mask(fact, word).or_else(|| {
            let meeting = self.meeting(word).filter(|_| matches!(fact, fixed::DECIDED_BY | fixed::MINUTES_OF))?;
            self.space.mask(fact, MEETINGS.get(meeting)?)
        })
    }

    /// The place of a meeting in the shared vocabulary, by its shared or its local name.
    pub(crate) fn meeting(&self, word: &str) -> Option<usize> {
        MEETINGS.iter().position(|it| *it == word).or_else(|| self.meetings.iter().position(|it| it == word))
    }

    fn kinds(&self, first: FactId, key: &str, at: &At<'_>, faults: &mut Faults) -> Region {
        let (values, negated) = Self::values(at, faults);
        let mut facts = Vec::new();
        for (word, place) in values {
            match Space::kind(first, word) {
                Some(fact) => facts.push(fact),
                None => faults.unknown_term(&place, key, word, &ADDRESSEE_KINDS),
            }
        }
        if negated {
            let mut none = Term::default();
            for fact in facts {
                none.restrict(fact, NO);
            }
            return Region(vec![none]);
        }
        Region(facts.into_iter().map(|fact| Term(vec![(fact, YES)])).collect_vec())
    }

    fn yes_no(&self, fact: FactId, key: &str, words: [&str; 2], at: &At<'_>, faults: &mut Faults) -> Region {
        let Some(word) = at.text(faults) else { return Region::default() };
        match words.iter().position(|it| *it == word) {
            Some(0) => Region::of(fact, YES),
            Some(_) => Region::of(fact, NO),
            None => {
                faults.unknown_term(at, key, word, &words);
                Region::default()
            }
        }
    }

    fn years(&self, at: &At<'_>, faults: &mut Faults) -> Region {
        at.only(&["超过", "不超过"], faults);
        let above = threshold(at.node, "超过").map(|it| self.space.intervals_above(it));
        let up_to = threshold(at.node, "不超过")
            .map(|it| self.space.full(fixed::VALID_YEARS) & !self.space.intervals_above(it));
        match (above, up_to) {
            (None, None) => {
                faults.report("bad-value", at, "有效期须写明“超过”或“不超过”多少年（整数）".to_owned());
                Region::default()
            }
            (above, up_to) => Region::of(fixed::VALID_YEARS, above.unwrap_or(u32::MAX) & up_to.unwrap_or(u32::MAX)),
        }
    }

    fn all_matters(&self, at: &At<'_>, mask: u32, faults: &mut Faults) -> Term {
        let mut term = Term::default();
        for matter in self.matters(at, faults) {
            term.restrict(matter, mask);
        }
        term
    }

    fn matters(&self, at: &At<'_>, faults: &mut Faults) -> Vec<FactId> {
        let mut facts = Vec::new();
        for item in at.items() {
            let Some(word) = item.text(faults) else { continue };
            match self.space.matter(word) {
                Some(fact) => facts.push(fact),
                None => {
                    let known = self.space.facts.iter().skip(fixed::MATTERS as usize).map(|it| it.label.as_str());
                    faults.unknown_term(&item, "本规则的事项", word, &known.collect_vec());
                }
            }
        }
        facts
    }
}

fn threshold(node: &Node, key: &str) -> Option<u32> {
    node.get(key)?.scalar()?.parse().ok()
}

/// Every number of years at which some condition under this node turns.
pub(crate) fn thresholds(node: &Node, found: &mut Vec<u32>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries {
                if key.scalar() == Some("有效期") {
                    found.push_all(["超过", "不超过"].iter().filter_map(|it| threshold(value, it)));
                }
                thresholds(value, found);
            }
        }
        Value::List(items) => items.iter().for_each(|item| thresholds(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(..) | Value::Text(_) => {}
    }
}
