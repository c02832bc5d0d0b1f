//! From a tree to a roster. What is wrong is a finding that names its place, and counts as not given; nothing stops it.
//!
//! Every list has a table of the fields of its entries. An entry is held against the table first; what is taken from it
//! afterwards is sound.

use super::{Absence, Delegation, Department, Period, Person, Roster};
use crate::draft::{InputFinding, shorten};
use crate::rulebook::parse_date;
use crate::short::{CollectVec, PushAll, joined};
use crate::tree::Node;
use crate::vocabulary::{Act, StepKind, hint, nearest, simplified};
use chrono::NaiveDate;

/// Why somebody is away.
const REASONS: [&str; 5] = ["外出", "出国", "休假", "学习", super::words::VACANT];
/// The most entries of one list. A government has a few hundred.
const MOST: usize = 1000;
/// The most delegations: each is followed to see where it leads.
const MOST_DELEGATIONS: usize = 200;
/// The most faults that are told one by one.
const MOST_FAULTS: usize = 20;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Texts,
    Date,
    Whole,
    YesNo,
    Reason,
    /// An act of signing or a kind of step, by its term.
    Act,
    Acts,
    /// Departments and matters.
    Portfolio,
}

/// A field of an entry, and whether the entry says nothing without it (of lists: whether leaving them out is a fault).
type Field = (&'static str, Kind, bool);

const LISTS: [&str; 4] = ["people", "departments", "delegations", "absences"];

/// The fields of a list's entries.
fn fields_of(list: &str) -> &'static [Field] {
    match list {
        "people" => &[
            ("roles", Kind::Texts, true),
            ("id", Kind::Text, true),
            ("name", Kind::Text, true),
            ("title", Kind::Text, false),
            ("portfolio", Kind::Portfolio, false),
            ("pairedWith", Kind::Texts, false),
            ("rank", Kind::Whole, false),
        ],
        "departments" => &[
            ("id", Kind::Text, true),
            ("name", Kind::Text, true),
            ("aliases", Kind::Texts, false),
            ("head", Kind::Text, false),
        ],
        "delegations" => &[
            ("from", Kind::Text, true),
            ("to", Kind::Text, true),
            ("since", Kind::Date, true),
            ("until", Kind::Date, false),
            ("acts", Kind::Acts, false),
            ("urgentOnly", Kind::YesNo, false),
            ("matters", Kind::Texts, false),
            ("basis", Kind::Text, false),
        ],
        _ => &[
            ("person", Kind::Text, true),
            ("from", Kind::Date, true),
            ("until", Kind::Date, true),
            ("reason", Kind::Reason, false),
        ],
    }
}

pub(super) fn read(roster: &Node, faults: &mut Vec<InputFinding>) -> Roster {
    let mut reader = Reader { faults: Vec::new() };
    let mut read = Roster::default();
    let lists = reader.fields(roster, "", &LISTS);
    if lists.is_some() && roster.get("people").is_none() {
        reader.fault("people", "缺少人员的列表");
    }
    for (list, value) in lists.unwrap_or_default() {
        let mut ids: Vec<&str> = Vec::new();
        for (at, item) in reader.items(value, list).iter().enumerate() {
            let (path, before) = (format!("{list}/{at}"), reader.faults.len());
            let Some(entry) = reader.entry(item, &path, fields_of(list)) else { continue };
            if let Some(id) = entry.text("id") {
                if ids.contains(&id) {
                    reader.fault(&path, &format!("标识`{}`重复，只认第一个", shorten(id)));
                    continue;
                }
                ids.push(id);
            }
            match list {
                "people" => read.people.push(entry.person()),
                "departments" => read.departments.push(entry.department()),
                // A scope that cannot be read must not widen what is delegated: nothing of such an entry counts.
                "delegations" if reader.faults.len() > before => {}
                "delegations" => read.delegations.push_all(entry.delegation()),
                _ => read.absences.push_all(entry.absence()),
            }
        }
    }
    let more = reader.faults.len().saturating_sub(MOST_FAULTS);
    reader.faults.truncate(MOST_FAULTS);
    if more > 0 {
        reader.faults.push(format!("另有{more}处错误"));
    }
    for message in reader.faults {
        faults.push(InputFinding::error("wrong-roster", "", format!("名册{message}")));
    }
    read
}

/// Holds a roster against the tables.
struct Reader {
    faults: Vec<String>,
}

impl Reader {
    fn fault(&mut self, path: &str, what: &str) {
        self.faults.push(if path.is_empty() { what.to_owned() } else { format!("`{path}`：{what}") });
    }

    /// The known fields that say something.
    fn fields<'a>(
        &mut self,
        node: &'a Node,
        path: &str,
        known: &[&'static str],
    ) -> Option<Vec<(&'static str, &'a Node)>> {
        let Some(fields) = node.fields() else {
            self.fault(path, "应为对象");
            return None;
        };
        let mut read = Vec::new();
        for (key, value) in fields {
            match known.iter().find(|it| **it == key) {
                Some(known) if !value.is_null() => read.push((*known, value)),
                Some(_) => {}
                None => self.fault(path, &format!("不认识的字段`{}`{}", shorten(key), hint(nearest(key, known)))),
            }
        }
        Some(read)
    }

    fn items<'a>(&mut self, node: &'a Node, path: &str) -> &'a [Node] {
        let Some(items) = node.items() else {
            self.fault(path, "应为列表");
            return &[];
        };
        let most = if path == "delegations" { MOST_DELEGATIONS } else { MOST };
        if items.len() > most {
            self.fault(path, &format!("多于{most}项，其余不计"));
        }
        items.get(..most).unwrap_or(items)
    }

    /// The sound fields of an entry; nothing where it says nothing without one that is missing.
    fn entry<'a>(&mut self, node: &'a Node, path: &str, fields: &[Field]) -> Option<Entry<'a>> {
        let names = fields.iter().map(|(name, ..)| *name).collect_vec();
        let mut entry = Entry(Vec::new());
        for (name, value) in self.fields(node, path, &names)? {
            let at = format!("{path}/{name}");
            let kind = fields.iter().find(|it| it.0 == name).map_or(Kind::Text, |it| it.1);
            if kind == Kind::Portfolio {
                for (name, value) in self.fields(value, &at, &["departments", "matters"]).unwrap_or_default() {
                    self.is_sound(Kind::Texts, value, &format!("{at}/{name}"));
                    entry.0.push((name, value));
                }
            } else if self.is_sound(kind, value, &at) {
                entry.0.push((name, value));
            }
        }
        let mut whole = true;
        for (name, kind, needed) in fields {
            if *needed {
                if node.get(name).is_none() {
                    self.fault(path, &format!("缺少`{name}`"));
                }
                whole &= *kind == Kind::Texts || entry.get(name).is_some();
            }
        }
        whole.then_some(entry)
    }

    /// Whether a value is of a kind. A list always is: what is wrong in it does not count.
    fn is_sound(&mut self, kind: Kind, node: &Node, path: &str) -> bool {
        let (sound, otherwise) = match kind {
            Kind::Date => (date(node).is_some(), "应为日期（年-月-日，如2026-11-22）"),
            Kind::Whole => (whole(node).is_some(), "应为整数"),
            Kind::YesNo => (node.yes_no().is_some(), "应为true或false"),
            Kind::Texts | Kind::Acts => {
                let kind = if kind == Kind::Acts { Kind::Act } else { Kind::Text };
                for (at, item) in self.items(node, path).iter().enumerate() {
                    self.is_sound(kind, item, &format!("{path}/{at}"));
                }
                return true;
            }
            _ => (text(node).is_some(), "应为文字"),
        };
        if !sound {
            self.fault(path, otherwise);
        }
        sound && self.is_known(kind, node, path)
    }

    /// Whether a word is one of its kind.
    fn is_known(&mut self, kind: Kind, node: &Node, path: &str) -> bool {
        let mut known: Vec<&str> = Vec::new();
        match kind {
            Kind::Reason => known.push_all(REASONS),
            Kind::Act => {
                known.push_all(Act::ALL.iter().map(|it| it.term()));
                known.push_all(StepKind::ALL.iter().map(|it| it.term()));
                known.push_all(["审核", "会签", "确定"]);
            }
            _ => return true,
        }
        let mut word = text(node).unwrap_or_default().to_owned();
        if kind == Kind::Act {
            word = act(&word);
        }
        let is_known = known.contains(&word.as_str());
        if !is_known {
            let hint = hint(nearest(&word, &known));
            let all = if hint.is_empty() { format!("；应为{}", joined(&known, "、")) } else { hint };
            self.fault(path, &format!("没有`{}`这个值{all}", shorten(&word)));
        }
        is_known
    }
}

/// The sound fields of an entry.
struct Entry<'a>(Vec<(&'static str, &'a Node)>);

impl<'a> Entry<'a> {
    fn get(&self, key: &str) -> Option<&'a Node> {
        self.0.iter().find(|(it, _)| *it == key).map(|(_, value)| *value)
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        text(self.get(key)?)
    }

    fn owned(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    fn needed(&self, key: &str) -> String {
        self.owned(key).unwrap_or_default()
    }

    fn some_texts(&self, key: &str) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        for item in self.get(key)?.items().unwrap_or_default().iter().take(MOST) {
            texts.push_all(text(item).map(str::to_owned));
        }
        Some(texts)
    }

    fn texts(&self, key: &str) -> Vec<String> {
        self.some_texts(key).unwrap_or_default()
    }

    fn period(&self, since: &str) -> Option<Period> {
        Some(Period { since: date(self.get(since)?)?, until: self.get("until").and_then(date) })
    }

    fn person(&self) -> Person {
        Person {
            id: self.needed("id"),
            name: self.needed("name"),
            title: self.owned("title"),
            roles: self.texts("roles"),
            departments: self.texts("departments"),
            matters: self.texts("matters"),
            paired_with: self.texts("pairedWith"),
            rank: self.get("rank").and_then(whole),
        }
    }

    fn department(&self) -> Department {
        Department {
            id: self.needed("id"),
            name: self.needed("name"),
            aliases: self.texts("aliases"),
            head: self.owned("head"),
        }
    }

    fn delegation(&self) -> Option<Delegation> {
        Some(Delegation {
            from: self.needed("from"),
            to: self.needed("to"),
            period: self.period("since")?,
            acts: self.some_texts("acts").map(|acts| acts.iter().map(|it| act(it)).collect_vec()),
            urgent_only: self.get("urgentOnly").and_then(Node::yes_no) == Some(true),
            matters: self.some_texts("matters"),
            basis: self.owned("basis"),
        })
    }

    fn absence(&self) -> Option<Absence> {
        Some(Absence { person: self.needed("person"), period: self.period("from")?, reason: self.owned("reason") })
    }
}

/// An act as we write it: a text in the traditional script has 審簽.
fn act(written: &str) -> String {
    let mut act = String::new();
    for letter in written.chars() {
        act.push(simplified(letter));
    }
    act
}

/// A text that is not empty.
fn text(node: &Node) -> Option<&str> {
    node.text().map(str::trim).filter(|it| !it.is_empty())
}

fn date(node: &Node) -> Option<NaiveDate> {
    node.text().and_then(parse_date)
}

fn whole(node: &Node) -> Option<u32> {
    let whole = node.number().filter(|it| *it >= 0.0 && *it <= 1_000_000.0 && it.fract() == 0.0);
    // A cast from a float stays within the bounds.
    whole.map(|it| it as u32)
}
