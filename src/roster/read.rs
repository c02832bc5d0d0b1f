//! From a tree to a roster. What is wrong is a finding that names its place, and counts as not given; nothing stops it.

use super::{Absence, Delegation, Department, Period, Person, Roster};
use crate::draft::{InputFinding, shorten};
use crate::rulebook::parse_date;
use crate::short::{CollectVec, joined};
use crate::tree::{Node, Value};
use crate::vocabulary::{Act, StepKind, hint, nearest};

/// Why somebody is away.
const REASONS: [&str; 5] = ["外出", "出国", "休假", "学习", super::words::VACANT];
/// The most entries of one list. A government has a few hundred.
const MOST: usize = 1000;
/// The most delegations: each is followed to see where it leads.
const MOST_DELEGATIONS: usize = 200;
/// The most faults that are told one by one.
const MOST_FAULTS: usize = 20;

pub(super) fn read(roster: &Node, faults: &mut Vec<InputFinding>) -> Roster {
    let mut reader = Reader { faults: Vec::new() };
    let mut read = Roster::default();
    let fields = reader.fields(roster, "", &["people", "departments", "delegations", "absences"]);
    if fields.is_some() && roster.get("people").is_none() {
        reader.fault("people", "缺少人员的列表".to_owned());
    }
    for (key, value) in fields.unwrap_or_default() {
        let items = reader.items(value, key);
        for (at, item) in items.iter().enumerate() {
            let path = format!("{key}/{at}");
            match key {
                "people" => {
                    let person = reader.person(item, &path);
                    let known = read.people.iter().map(|it| it.id.as_str()).collect_vec();
                    read.people.extend(person.filter(|it| reader.is_new(&it.id, &known, &path)));
                }
                "departments" => {
                    let department = reader.department(item, &path);
                    let known = read.departments.iter().map(|it| it.id.as_str()).collect_vec();
                    read.departments.extend(department.filter(|it| reader.is_new(&it.id, &known, &path)));
                }
                "delegations" => read.delegations.extend(reader.delegation(item, &path)),
                _ => read.absences.extend(reader.absence(item, &path)),
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

struct Reader {
    faults: Vec<String>,
}

impl Reader {
    fn fault(&mut self, path: &str, what: String) {
        self.faults.push(if path.is_empty() { what } else { format!("`{path}`：{what}") });
    }

    /// The known fields that say something.
    fn fields<'a>(
        &mut self,
        node: &'a Node,
        path: &str,
        known: &[&'static str],
    ) -> Option<Vec<(&'static str, &'a Node)>> {
        let Some(fields) = node.fields() else {
            self.fault(path, "应为对象".to_owned());
            return None;
        };
        let mut read = Vec::new();
        for (key, value) in fields {
            match known.iter().find(|it| **it == key) {
                Some(known) if !value.is_null() => read.push((*known, value)),
                Some(_) => {}
                None => self.fault(path, format!("不认识的字段`{}`{}", shorten(key), hint(nearest(key, known)))),
            }
        }
        Some(read)
    }

    fn items<'a>(&mut self, node: &'a Node, path: &str) -> &'a [Node] {
        let Some(items) = node.items() else {
            self.fault(path, "应为列表".to_owned());
            return &[];
        };
        let most = if path == "delegations" { MOST_DELEGATIONS } else { MOST };
        if items.len() > most {
            self.fault(path, format!("多于{most}项，其余不计"));
        }
        items.get(..most).unwrap_or(items)
    }

    /// A text that is not empty.
    fn text(&mut self, node: &Node, path: &str) -> Option<String> {
        let text = node.text().map(str::trim).filter(|it| !it.is_empty());
        if text.is_none() {
            self.fault(path, "应为文字".to_owned());
        }
        text.map(str::to_owned)
    }

    fn texts(&mut self, node: &Node, path: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (at, item) in self.items(node, path).iter().enumerate() {
            texts.extend(self.text(item, &format!("{path}/{at}")));
        }
        texts
    }

    fn date(&mut self, node: &Node, path: &str) -> Option<chrono::NaiveDate> {
        let date = node.text().and_then(parse_date);
        if date.is_none() {
            self.fault(path, "应为日期（年-月-日，如2026-11-22）".to_owned());
        }
        date
    }

    fn is_new(&mut self, id: &str, known: &[&str], path: &str) -> bool {
        let is_new = !known.contains(&id);
        if !is_new {
            self.fault(path, format!("标识`{}`重复，只认第一个", shorten(id)));
        }
        is_new
    }

    /// Something without which the entry says nothing; its fault is told.
    fn need<T>(&mut self, value: Option<T>, given: bool, path: &str, key: &str) -> Option<T> {
        if value.is_none() && !given {
            self.fault(path, format!("缺少`{key}`"));
        }
        value
    }

    fn person(&mut self, node: &Node, path: &str) -> Option<Person> {
        let known = ["id", "name", "title", "roles", "portfolio", "pairedWith", "rank"];
        let mut person = Person::default();
        for (key, value) in self.fields(node, path, &known)? {
            let at = format!("{path}/{key}");
            match key {
                "id" => person.id = self.text(value, &at).unwrap_or_default(),
                "name" => person.name = self.text(value, &at).unwrap_or_default(),
                "title" => person.title = self.text(value, &at),
                "roles" => person.roles = self.texts(value, &at),
                "pairedWith" => person.paired_with = self.texts(value, &at),
                "rank" => person.rank = self.rank(value, &at),
                _ => self.portfolio(value, &at, &mut person),
            }
        }
        if node.get("roles").is_none() {
            self.fault(path, "缺少`roles`".to_owned());
        }
        let given = |key| node.get(key).is_some();
        self.need((!person.id.is_empty()).then_some(()), given("id"), path, "id")?;
        self.need((!person.name.is_empty()).then_some(()), given("name"), path, "name")?;
        Some(person)
    }

    fn portfolio(&mut self, node: &Node, path: &str, person: &mut Person) {
        for (key, value) in self.fields(node, path, &["departments", "matters"]).unwrap_or_default() {
            let texts = self.texts(value, &format!("{path}/{key}"));
            if key == "matters" {
                person.matters = texts;
            } else {
                person.departments = texts;
            }
        }
    }

    fn rank(&mut self, node: &Node, path: &str) -> Option<u32> {
        let whole = node.number().filter(|it| *it >= 0.0 && *it <= 1_000_000.0 && it.fract() == 0.0);
        if whole.is_none() {
            self.fault(path, "应为整数".to_owned());
        }
        // A cast from a float stays within the bounds.
        whole.map(|it| it as u32)
    }

    fn department(&mut self, node: &Node, path: &str) -> Option<Department> {
        let mut department = Department::default();
        for (key, value) in self.fields(node, path, &["id", "name", "aliases", "head"])? {
            let at = format!("{path}/{key}");
            match key {
                "id" => department.id = self.text(value, &at).unwrap_or_default(),
                "name" => department.name = self.text(value, &at).unwrap_or_default(),
                "aliases" => department.aliases = self.texts(value, &at),
                _ => department.head = self.text(value, &at),
            }
        }
        let given = |key| node.get(key).is_some();
        self.need((!department.id.is_empty()).then_some(()), given("id"), path, "id")?;
        self.need((!department.name.is_empty()).then_some(()), given("name"), path, "name")?;
        Some(department)
    }

    fn absence(&mut self, node: &Node, path: &str) -> Option<Absence> {
        let (mut person, mut from, mut until, mut reason) = (None, None, None, None);
        for (key, value) in self.fields(node, path, &["person", "from", "until", "reason"])? {
            let at = format!("{path}/{key}");
            match key {
                "person" => person = self.text(value, &at),
                "from" => from = self.date(value, &at),
                "until" => until = self.date(value, &at),
                _ => reason = self.one_of(value, &at, &REASONS),
            }
        }
        let given = |key| node.get(key).is_some();
        let person = self.need(person, given("person"), path, "person");
        let since = self.need(from, given("from"), path, "from");
        let until = self.need(until, given("until"), path, "until");
        Some(Absence { person: person?, period: Period { since: since?, until: Some(until?) }, reason })
    }

    fn delegation(&mut self, node: &Node, path: &str) -> Option<Delegation> {
        let (mut from, mut to, mut since, mut until) = (None, None, None, None);
        let (mut acts, mut matters, mut urgent_only, mut basis) = (None, None, false, None);
        let before = self.faults.len();
        let known = ["from", "to", "since", "until", "acts", "urgentOnly", "matters", "basis"];
        for (key, value) in self.fields(node, path, &known)? {
            let at = format!("{path}/{key}");
            match key {
                "from" => from = self.text(value, &at),
                "to" => to = self.text(value, &at),
                "since" => since = self.date(value, &at),
                "until" => until = self.date(value, &at),
                "acts" => acts = Some(self.acts(value, &at)),
                "matters" => matters = Some(self.texts(value, &at)),
                "basis" => basis = self.text(value, &at),
                _ => urgent_only = self.yes_no(value, &at),
            }
        }
        let given = |key| node.get(key).is_some();
        let from = self.need(from, given("from"), path, "from");
        let to = self.need(to, given("to"), path, "to");
        let since = self.need(since, given("since"), path, "since");
        // A scope that cannot be read must not widen what is delegated: nothing of such an entry counts.
        (self.faults.len() == before).then_some(())?;
        Some(Delegation {
            from: from?,
            to: to?,
            period: Period { since: since?, until },
            acts,
            urgent_only,
            matters,
            basis,
        })
    }

    fn yes_no(&mut self, node: &Node, path: &str) -> bool {
        if !matches!(node.value, Value::Bool(_)) {
            self.fault(path, "应为true或false".to_owned());
        }
        node.yes_no() == Some(true)
    }

    /// Acts of signing or kinds of steps, by their terms.
    fn acts(&mut self, node: &Node, path: &str) -> Vec<String> {
        let mut known: Vec<&str> = Act::ALL.iter().map(|it| it.term()).collect_vec();
        known.extend(StepKind::ALL.iter().map(|it| it.term()));
        known.extend(["审核", "会签"]);
        let mut acts = Vec::new();
        for (at, item) in self.items(node, path).iter().enumerate() {
            acts.extend(self.one_of(item, &format!("{path}/{at}"), &known));
        }
        acts
    }

    fn one_of(&mut self, node: &Node, path: &str, known: &[&str]) -> Option<String> {
        let word = self.text(node, path)?;
        if !known.contains(&word.as_str()) {
            let hint = hint(nearest(&word, known));
            let all = if hint.is_empty() { format!("；应为{}", joined(known, "、")) } else { hint };
            self.fault(path, format!("没有`{}`这个值{all}", shorten(&word)));
            return None;
        }
        Some(word)
    }
}
