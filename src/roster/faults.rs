//! What is wrong with a roster: plain faults always, those about persons and departments where they bear on this route.
//!
//! Each is told and none is mended: what a roster contradicts itself about stays unsettled.

use super::seats::Seats;
use super::who::{SINGLE, Who, code};
use super::{Delegation, Period, words};
use crate::draft::shorten;
use crate::route::FindingSeverity;
use crate::short::{CollectVec, joined};
use crate::vocabulary::{DOC_TYPES, SHARED_MATTERS, canonical_doc_type, hint, nearest};

/// The most plain faults that are told one by one.
const MOST: usize = 20;

/// Codes and messages.
#[derive(Default)]
struct Faults(Vec<(&'static str, String)>);

impl Faults {
    fn push(&mut self, code: &'static str, message: String) {
        self.0.push((code, message));
    }

    /// A name that nothing has: `what` says what it should name, `so` what comes of it.
    fn unknown(&mut self, code: &'static str, what: String, name: &str, so: &str, known: &[&str]) {
        let hint = hint(nearest(name, known));
        self.push(code, format!("名册的{what}`{}`{so}{hint}", shorten(name)));
    }
}

/// Adds the findings about the roster.
pub(super) fn tell(seats: &mut Seats<'_>) {
    let who = seats.who;
    let mut faults = Faults::default();
    ids(who, &mut faults);
    matters(who, &mut faults);
    roles(who, &mut faults);
    periods(who, &mut faults);
    delegations(who, &mut faults);
    let more = faults.0.len().saturating_sub(MOST);
    faults.0.truncate(MOST);
    if more > 0 {
        faults.push("roster-more-faults", format!("名册另有{more}处问题"));
    }
    portfolios(seats, &mut faults);
    overlaps(seats, &mut faults);
    for (code, message) in faults.0 {
        seats.tell(code, FindingSeverity::Warning, message, "", &[]);
    }
}

fn ids(who: &Who<'_>, faults: &mut Faults) {
    let roster = who.roster;
    let people = roster.ids();
    let mut person = |list: &str, at: usize, field: &str, id: &str| {
        if !people.contains(&id) {
            faults.unknown("roster-unknown-id", format!("{list}/{at}{field}指向没有的人"), id, "", &people);
        }
    };
    for (at, it) in roster.absences.iter().enumerate() {
        person("absences", at, "", &it.person);
    }
    for (at, it) in roster.delegations.iter().enumerate() {
        person("delegations", at, "", &it.from);
        person("delegations", at, "", &it.to);
    }
    for (at, it) in roster.departments.iter().enumerate() {
        if let Some(head) = &it.head {
            person("departments", at, "", head);
        }
    }
    for (at, it) in roster.people.iter().enumerate() {
        for other in &it.paired_with {
            person("people", at, "/pairedWith", other);
        }
    }
    if roster.departments.is_empty() {
        return;
    }
    let departments = roster.department_names();
    for (at, it) in roster.people.iter().enumerate() {
        for name in &it.departments {
            if who.department(name).is_none() {
                let what = format!("people/{at}/portfolio指向没有的部门");
                faults.unknown("roster-unknown-id", what, name, "", &departments);
            }
        }
    }
}

/// Words that mean no matter, no kind of document and no department.
fn matters(who: &Who<'_>, faults: &mut Faults) {
    let space = &who.definition.space;
    let known = who.definition.matters.iter().map(|it| it.name.as_str()).collect_vec();
    let mut check = |list: &str, at: usize, matters: &[String], also: &dyn Fn(&str) -> bool| {
        for it in matters {
            if space.matter(it).is_none() && !SHARED_MATTERS.contains(&it.as_str()) && !also(it) {
                faults.unknown("roster-unknown-matter", format!("{list}/{at}：不认识的事项"), it, "", &known);
            }
        }
    };
    for (at, it) in who.roster.people.iter().enumerate() {
        check("people", at, &it.matters, &|_| false);
    }
    let also = |it: &str| DOC_TYPES.contains(&canonical_doc_type(it)) || who.knows(it);
    for (at, it) in who.roster.delegations.iter().enumerate() {
        check("delegations", at, it.matters.as_deref().unwrap_or_default(), &also);
    }
}

fn roles(who: &Who<'_>, faults: &mut Faults) {
    let titles = who.definition.roles.iter().map(|it| it.title.as_str()).collect_vec();
    for (at, person) in who.roster.people.iter().enumerate() {
        for role in &person.roles {
            if code(role, who.definition).is_none() {
                let what = format!("people/{at}/roles：不认识的职务");
                faults.unknown("roster-unknown-role", what, role, "，不计", &titles);
            }
        }
    }
    for role in &who.definition.roles {
        let holders = who.in_office(&role.code);
        if SINGLE.contains(&role.code.as_str()) && holders.len() > 1 {
            let names = holders.iter().map(|it| who.person(*it).name.as_str()).collect_vec();
            let (count, names) = (names.len(), joined(&names, "、"));
            let message = format!("名册里有{count}位{}：{names}；是哪一位没有认定", role.title);
            faults.push("roster-two-holders", message);
        }
    }
}

fn periods(who: &Who<'_>, faults: &mut Faults) {
    let mut check = |list: &str, at: usize, period: Period| {
        if period.is_empty() {
            let message = format!("名册的{list}/{at}：止日不在起日之后（止日不含当日），一天也不算");
            faults.push("roster-empty-period", message);
        }
    };
    for (at, it) in who.roster.absences.iter().enumerate() {
        check("absences", at, it.period);
    }
    for (at, it) in who.roster.delegations.iter().enumerate() {
        check("delegations", at, it.period);
    }
}

fn delegations(who: &Who<'_>, faults: &mut Faults) {
    let all = &who.roster.delegations;
    let mut told: Vec<&str> = Vec::new();
    for (at, it) in all.iter().enumerate() {
        if it.from == it.to {
            let message = format!("名册的delegations/{at}：`{}`委托给自己，不计", shorten(&it.from));
            faults.push("roster-self-delegation", message);
            continue;
        }
        let mut chain = vec![it.from.as_str(), it.to.as_str()];
        if !told.contains(&it.from.as_str()) && comes_back(it, all, &mut chain, &mut Vec::new()) {
            told.extend_from_slice(&chain);
            let names = chain.iter().map(|id| who.by_id(id).map_or(*id, |it| &who.person(it).name));
            let message = format!("名册里的委托首尾相接：{}", joined(&names.collect_vec(), "→"));
            faults.push("roster-delegation-cycle", message);
        }
    }
}

/// Whether what is delegated comes back to who delegated it, by delegations that meet in time; the chain there.
fn comes_back<'a>(
    first: &Delegation,
    all: &'a [Delegation],
    chain: &mut Vec<&'a str>,
    seen: &mut Vec<&'a str>,
) -> bool {
    let last = chain.last().copied().unwrap_or_default();
    seen.push(last);
    for next in all.iter().filter(|it| it.from == last && it.to != it.from && it.period.meets(first.period)) {
        let back = next.to == first.from;
        if !back && seen.contains(&next.to.as_str()) {
            continue;
        }
        chain.push(&next.to);
        if back || comes_back(first, all, chain, seen) {
            return true;
        }
        chain.pop();
    }
    false
}

/// Departments and matters of this draft that nobody is in charge of, or several.
fn portfolios(seats: &Seats<'_>, faults: &mut Faults) {
    let who = seats.who;
    let waits = |role: &str| seats.unsettled.iter().any(|it| it == role);
    if !waits("deputy_in_charge") && !waits("other_deputies") {
        return;
    }
    for (name, claimants) in who.concerns_of_draft() {
        let names = joined(&claimants.iter().map(|it| words::titled(who, *it)).collect_vec(), "、");
        match claimants.as_slice() {
            [] => faults.push("roster-portfolio-open", format!("名册里没有人分管{name}")),
            [_] => {}
            _ => {
                let message = format!("名册里{names}都分管{name}：由哪一位没有认定");
                faults.push("roster-portfolio-twice", message);
            }
        }
    }
}

/// Absences of one person in this route that overlap.
fn overlaps(seats: &Seats<'_>, faults: &mut Faults) {
    for (at, it) in seats.who.roster.absences.iter().enumerate() {
        let concerned = seats.seated.iter().any(|id| seats.who.person(*id).id == it.person);
        let mut before = seats.who.roster.absences.iter().take(at);
        if concerned
            && !it.period.is_empty()
            && before.any(|other| other.person == it.person && other.period.meets(it.period))
        {
            let name = seats.who.by_id(&it.person).map_or("", |id| &seats.who.person(id).name);
            faults.push("roster-overlap", format!("名册里{name}不在的日子有重叠（absences/{at}）"));
        }
    }
}
