//! From a tree to stated facts. A wrong value is a finding and counts as not stated; nothing stops the reading.

use super::finding::InputFinding;
use super::said::Said;
use crate::rulebook::parse_date;
use crate::short::{CollectVec, PushAll, joined};
use crate::situation::{Cube, FactId, NO, Space, YES, fixed};
use crate::tree::{Node, Value};
use crate::vocabulary::{
    ADDRESSEE_KINDS, DATES, NONE, SHARED_MATTERS, canonical_doc_type, hint, is_institution, nearest,
};

pub(crate) const FIELDS: [&str; 19] = [
    "title",
    "issuer",
    "docType",
    "direction",
    "addressees",
    "copies",
    "matters",
    "portfolios",
    "leaders",
    "departments",
    "consensus",
    "decidedBy",
    "minutesOf",
    "chairedBy",
    "chairDelegated",
    "secrecy",
    "urgency",
    "validYears",
    "dates",
];

/// Names of institutions that the rulebook knows, with the place of their kind.
pub(crate) type Names<'a> = &'a [(String, usize)];

/// What a draft states.
pub(crate) struct Reading {
    /// Each fact's values as stated; all values where nothing was.
    pub(crate) cube: Cube,
    /// Facts that the draft states.
    pub(crate) stated: Vec<FactId>,
    /// Facts that stay unknown even when the caller is finished: something was stated, but wrongly.
    pub(crate) mistaken: Vec<FactId>,
    pub(crate) findings: Vec<InputFinding>,
    pub(crate) said: Said,
}

impl Reading {
    /// A draft that states nothing.
    fn blank(space: &Space) -> Self {
        let mut cube = Cube::all(space);
        cube.set(fixed::DOC_TYPE, space.official());
        Self { cube, stated: Vec::new(), mistaken: Vec::new(), findings: Vec::new(), said: Said::default() }
    }

    fn state(&mut self, fact: FactId, mask: u32) {
        self.cube.set(fact, mask);
        self.stated.push(fact);
    }

    /// Takes a fact that follows from what is stated of others: what is derived wins. Whether it was stated otherwise.
    pub(crate) fn derive(&mut self, fact: FactId, mask: u32) -> bool {
        let otherwise = self.stated.contains(&fact) && self.cube.get(fact) != mask;
        if otherwise {
            self.stated.retain(|it| *it != fact);
        }
        self.cube.set(fact, mask);
        otherwise
    }
}

/// Reads a draft.
pub(crate) fn read(draft: &Node, space: &Space, names: Names<'_>) -> Reading {
    let mut reading = Reading::blank(space);
    let Some(fields) = draft.fields() else {
        reading.findings.push(InputFinding::error("not-a-draft", "", "这不是一份草稿：应为对象".to_owned()));
        return reading;
    };
    let mut reader = Reader { space, names, reading };
    for (field, value) in fields {
        if !value.is_null() {
            reader.field(field, value);
        }
    }
    reader.reading
}

struct Reader<'a> {
    space: &'a Space,
    names: Names<'a>,
    reading: Reading,
}

impl Reader<'_> {
    fn field(&mut self, field: &str, value: &Node) {
        match field {
            "issuer" => self.term(fixed::ISSUER, field, value),
            "docType" => self.term(fixed::DOC_TYPE, field, value),
            "direction" => self.term(fixed::DIRECTION, field, value),
            "portfolios" => self.term(fixed::PORTFOLIOS, field, value),
            "consensus" => self.term(fixed::CONSENSUS, field, value),
            "decidedBy" => self.term(fixed::DECIDED_BY, field, value),
            "minutesOf" => self.term(fixed::MINUTES_OF, field, value),
            "chairedBy" => self.term(fixed::CHAIRED_BY, field, value),
            "secrecy" => self.term(fixed::SECRECY, field, value),
            "urgency" => self.term(fixed::URGENCY, field, value),
            "chairDelegated" => self.yes_no(fixed::CHAIR_DELEGATED, "/chairDelegated", value),
            "validYears" => self.years(value),
            "addressees" => self.recipients(fixed::ADDRESSEES, field, value),
            "copies" => self.recipients(fixed::COPIES, field, value),
            "matters" => self.matters(value),
            "departments" => self.departments(value),
            "dates" => self.dates(value),
            "leaders" => self.reading.said.leaders = self.texts("/leaders", value),
            "title" => self.reading.said.title = self.text("/title", value, "文字"),
            unknown => {
                let meant = self.unknown_field(&format!("/{}", escape(unknown)), unknown, &FIELDS);
                let facts = meant.map(|it| self.facts_of(it)).unwrap_or_default();
                self.mistake(facts);
            }
        }
    }

    /// The facts that a field of a draft states.
    fn facts_of(&self, field: &str) -> Vec<FactId> {
        let inside = format!("{field}.");
        let of_field = |name: &str| name == field || name.starts_with(&inside);
        (0..).zip(&self.space.facts).filter(|(_, fact)| of_field(&fact.name)).map(|(id, _)| id).collect_vec()
    }

    /// Reports a name that is none of the known ones; the name probably meant.
    fn unknown_field<'b>(&mut self, path: &str, name: &str, known: &[&'b str]) -> Option<&'b str> {
        let meant = nearest(name, known);
        self.reading.findings.push(InputFinding::error(
            "unknown-field",
            path,
            format!("不认识的字段`{}`{}", shorten(name), hint(meant)),
        ));
        meant
    }

    /// Something was meant and mistaken: these facts must not turn into "no".
    fn mistake(&mut self, facts: impl IntoIterator<Item = FactId>) {
        self.reading.mistaken.push_all(facts);
    }

    fn wrong_type(&mut self, path: &str, expected: &str) {
        self.reading.findings.push(InputFinding::error("wrong-type", path, format!("此处应为{expected}")));
    }

    /// A value that is none of the known ones: the fact stays unknown.
    fn wrong_value(&mut self, path: &str, word: &str, known: &[&str]) {
        let hint = hint(nearest(word, known));
        self.reading.findings.push(InputFinding::error(
            "wrong-value",
            path,
            format!("没有`{}`这个值；应为{}{hint}", shorten(word), joined(known, "、")),
        ));
    }

    fn term(&mut self, fact: FactId, field: &str, value: &Node) {
        let path = format!("/{field}");
        let Some(word) = value.text() else {
            self.wrong_type(&path, "文字");
            self.reading.mistaken.push(fact);
            return;
        };
        let canonical = if fact == fixed::DOC_TYPE { canonical_doc_type(word) } else { word };
        let hidden = fact == fixed::MINUTES_OF && canonical == NONE;
        match self.space.mask(fact, canonical).filter(|_| !hidden) {
            Some(mask) => self.reading.state(fact, mask),
            None => {
                let known: Vec<&str> = self
                    .space
                    .fact(fact)
                    .map(|it| it.values.iter().map(String::as_str).filter(|it| !is_hidden(fact, it)).collect_vec())
                    .unwrap_or_default();
                self.wrong_value(&path, word, &known);
                self.reading.mistaken.push(fact);
            }
        }
    }

    fn yes_no(&mut self, fact: FactId, path: &str, value: &Node) {
        match value.yes_no() {
            Some(true) => self.reading.state(fact, YES),
            Some(false) => self.reading.state(fact, NO),
            None => {
                self.wrong_type(path, "true、false或null");
                self.reading.mistaken.push(fact);
            }
        }
    }

    fn years(&mut self, value: &Node) {
        match value.number().filter(|years| years.is_finite() && *years >= 0.0) {
            Some(years) => self.reading.state(fixed::VALID_YEARS, self.space.interval_of(years)),
            None => {
                self.wrong_type("/validYears", "年数（不小于0的数）");
                self.reading.mistaken.push(fixed::VALID_YEARS);
            }
        }
    }

    /// A stated list is complete: kinds that are not in it are not among the recipients, unless an entry is unclear.
    fn recipients(&mut self, first: FactId, field: &str, value: &Node) {
        if let Some(kinds) = value.fields() {
            return self.kinds_one_by_one(field, kinds);
        }
        let Some(items) = value.items() else {
            self.wrong_type(&format!("/{field}"), "列表，或类别到true、false或null的对照表");
            self.recipients_unclear(first, &[]);
            return;
        };
        let mut known: Vec<(usize, Option<&str>)> = Vec::new();
        let mut unclear = false;
        for (index, item) in items.iter().enumerate() {
            match self.recipient(&format!("/{field}/{index}"), item) {
                Some(kind) => known.push((kind, item.get("name").and_then(Node::text))),
                None => unclear = true,
            }
        }
        let kinds: Vec<usize> = known.iter().map(|(kind, _)| *kind).collect_vec();
        if unclear {
            self.recipients_unclear(first, &kinds);
        } else {
            for (fact, kind) in (first..).zip(0..ADDRESSEE_KINDS.len()) {
                self.reading.state(fact, if kinds.contains(&kind) { YES } else { NO });
            }
        }
        if first == fixed::ADDRESSEES {
            if institutions(&known) > 1 {
                self.reading.state(fixed::SEVERAL, YES);
            } else if !unclear || items.len() < 2 {
                self.reading.state(fixed::SEVERAL, NO);
            }
        }
    }

    /// Instead of the list, what is known of single kinds, as questions ask for them: of the others nothing is known.
    fn kinds_one_by_one(&mut self, field: &str, kinds: Vec<(&str, &Node)>) {
        for (kind, value) in kinds.into_iter().filter(|(_, value)| !value.is_null()) {
            let path = format!("/{field}/{}", escape(kind));
            if let Some(fact) = self.facts_of(&format!("{field}.{kind}")).first() {
                self.yes_no(*fact, &path, value);
            } else {
                let meant = self.unknown_field(&path, kind, &ADDRESSEE_KINDS);
                let facts = meant.map(|it| self.facts_of(&format!("{field}.{it}"))).unwrap_or_default();
                self.mistake(facts);
            }
        }
    }

    /// Some entry is unclear: the kinds that were named are there, of the others nothing is known.
    fn recipients_unclear(&mut self, first: FactId, kinds: &[usize]) {
        for (fact, kind) in (first..).zip(0..ADDRESSEE_KINDS.len()) {
            if kinds.contains(&kind) {
                self.reading.state(fact, YES);
            } else {
                self.reading.mistaken.push(fact);
            }
        }
        if first == fixed::ADDRESSEES {
            self.reading.mistaken.push(fixed::SEVERAL);
        }
    }

    /// The kind of one entry: a kind, a name that the rulebook knows, or `{kind, name}`.
    fn recipient(&mut self, path: &str, item: &Node) -> Option<usize> {
        match &item.value {
            Value::Text(word) => kind_of(word).or_else(|| self.kind_of_name(path, word)),
            Value::Map(_) => self.recipient_entry(path, item),
            _ => {
                self.wrong_type(path, "机关类别、机关名称或{kind, name}");
                None
            }
        }
    }

    fn recipient_entry(&mut self, path: &str, entry: &Node) -> Option<usize> {
        for (key, _) in entry.fields()?.into_iter().filter(|(key, _)| !matches!(*key, "kind" | "name")) {
            self.unknown_field(&format!("{path}/{}", escape(key)), key, &["kind", "name"]);
        }
        let value = |key| entry.get(key).map_or(&Value::Null, |it| &it.value);
        match (value("kind"), value("name")) {
            (Value::Text(word), _) => kind_of(word).or_else(|| {
                self.wrong_value(&format!("{path}/kind"), word, &ADDRESSEE_KINDS);
                None
            }),
            (Value::Null, Value::Text(name)) => self.kind_of_name(path, name),
            _ => {
                self.wrong_type(path, "机关类别、机关名称或{kind, name}");
                None
            }
        }
    }

    fn kind_of_name(&mut self, path: &str, name: &str) -> Option<usize> {
        let known = self.names.iter().find(|(it, _)| it == name).map(|(_, kind)| *kind);
        if known.is_none() {
            let names = self.names.iter().map(|(it, _)| it.as_str()).chain(ADDRESSEE_KINDS);
            let hint = hint(nearest(name, &names.collect_vec()));
            self.reading.findings.push(InputFinding {
                mild: true,
                ..InputFinding::error(
                    "unknown-name",
                    path,
                    format!("不知道`{}`是哪一类机关，请选定类别{hint}", shorten(name)),
                )
            });
        }
        known
    }

    fn matters(&mut self, value: &Node) {
        let Some(matters) = value.fields() else {
            self.wrong_type("/matters", "事项到true、false或null的对照表");
            let all = self.facts_of("matters");
            self.mistake(all);
            return;
        };
        for (matter, value) in matters.into_iter().filter(|(_, value)| !value.is_null()) {
            let path = format!("/matters/{}", escape(matter));
            match self.space.matter(matter) {
                Some(fact) => self.yes_no(fact, &path, value),
                // A matter that other governments know: this text does not turn on it.
                None if SHARED_MATTERS.contains(&matter) => {
                    if value.yes_no().is_none() {
                        self.wrong_type(&path, "true、false或null");
                    }
                }
                None => {
                    let declared = self.space.facts.iter().skip(fixed::MATTERS as usize).map(|it| it.label.as_str());
                    let known: Vec<&str> = declared.chain(SHARED_MATTERS).collect_vec();
                    let meant = self.unknown_field(&path, matter, &known);
                    let fact = meant.and_then(|it| self.space.matter(it));
                    self.mistake(fact);
                }
            }
        }
    }

    fn departments(&mut self, value: &Node) {
        let Some(departments) = value.fields() else {
            self.wrong_type("/departments", "{lead, others}");
            self.reading.mistaken.push(fixed::OTHER_DEPARTMENTS);
            return;
        };
        for (key, value) in departments.into_iter().filter(|(_, value)| !value.is_null()) {
            match key {
                "lead" => self.reading.said.lead = self.text("/departments/lead", value, "部门名称"),
                "others" => self.other_departments(value),
                unknown => {
                    let path = format!("/departments/{}", escape(unknown));
                    let meant = self.unknown_field(&path, unknown, &["lead", "others"]);
                    self.mistake((meant == Some("others")).then_some(fixed::OTHER_DEPARTMENTS));
                }
            }
        }
    }

    /// The names, or a plain yes or no where only that is known.
    fn other_departments(&mut self, value: &Node) {
        match &value.value {
            Value::Bool(_) => self.yes_no(fixed::OTHER_DEPARTMENTS, "/departments/others", value),
            Value::List(names) if all_texts(names) => {
                self.reading.state(fixed::OTHER_DEPARTMENTS, if names.is_empty() { NO } else { YES });
                self.reading.said.others = Some(texts_of(names));
            }
            _ => {
                self.wrong_type("/departments/others", "部门名称的列表");
                self.reading.mistaken.push(fixed::OTHER_DEPARTMENTS);
            }
        }
    }

    fn dates(&mut self, value: &Node) {
        let Some(dates) = value.fields() else {
            self.wrong_type("/dates", "日期的对照表");
            return;
        };
        for (key, value) in dates.into_iter().filter(|(_, value)| !value.is_null()) {
            let path = format!("/dates/{}", escape(key));
            let Some(slot) = self.reading.said.dates.slot(key) else {
                self.unknown_field(&path, key, &DATES.map(|(name, _)| name));
                continue;
            };
            *slot = value.text().and_then(parse_date);
            if slot.is_none() {
                self.wrong_type(&path, "日期（年-月-日，如2026-11-22）");
            }
        }
    }

    fn text(&mut self, path: &str, value: &Node, expected: &str) -> Option<String> {
        let text = value.text().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(path, expected);
        }
        text
    }

    fn texts(&mut self, path: &str, value: &Node) -> Option<Vec<String>> {
        let texts = value.items().filter(|items| all_texts(items)).map(texts_of);
        if texts.is_none() {
            self.wrong_type(path, "文字的列表");
        }
        texts
    }
}

/// 纪要 of no meeting is a value of the space, not one that a draft can state.
pub(crate) fn is_hidden(fact: FactId, value: &str) -> bool {
    fact == fixed::MINUTES_OF && value == NONE
}

/// How many institutions are named; a kind without a name may be the same as one of that kind with a name.
fn institutions(known: &[(usize, Option<&str>)]) -> usize {
    let institution = |kind: usize| ADDRESSEE_KINDS.get(kind).is_some_and(|it| is_institution(it));
    let mut apart: Vec<(usize, Option<&str>)> = Vec::new();
    for &(kind, name) in known.iter().filter(|(kind, _)| institution(*kind)) {
        let same =
            apart.iter_mut().find(|(it, other)| *it == kind && (name.is_none() || other.is_none() || *other == name));
        match same {
            Some((_, other)) => *other = other.or(name),
            None => apart.push((kind, name)),
        }
    }
    apart.len()
}

fn all_texts(items: &[Node]) -> bool {
    items.iter().all(|item| item.text().is_some())
}

fn texts_of(items: &[Node]) -> Vec<String> {
    items.iter().filter_map(Node::text).map(str::to_owned).collect_vec()
}

fn kind_of(word: &str) -> Option<usize> {
    ADDRESSEE_KINDS.iter().position(|it| *it == word)
}

/// A name as a part of a JSON Pointer.
fn escape(name: &str) -> String {
    shorten(name).replace('~', "~0").replace('/', "~1")
}

/// Input is quoted back at a readable length.
pub(crate) fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(40).chain(['…']).collect() }
}
