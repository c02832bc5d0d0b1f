//! What is wrong with a roster: plain faults always, those about persons and departments where they bear on this route.
//!
//! Each is told and none is mended: what a roster contradicts itself about stays unsettled.

use super::seats::Seats;
use super::who::{SINGLE, Who, code};
use super::{Delegation, words};
use crate::draft::shorten;
use crate::route::FindingSeverity;
use crate::short::{CollectVec, joined};
use crate::vocabulary::{DOC_TYPES, SHARED_MATTERS, canonical_doc_type, hint, nearest};

/// The most plain faults that are told one by one.
const MOST: usize = 20;

type Faults = Vec<(&'static str, String)>;

/// Adds the findings about the roster.
pub(super) fn tell(seats: &mut Seats<'_>) {
    let who = seats.who;
    let mut faults: Faults = Vec::new();
    ids(who, &mut faults);
    matters(who, &mut faults);
    roles(who, &mut faults);
    periods(who, &mut faults);
    delegations(who, &mut faults);
    let more = faults.len().saturating_sub(MOST);
    faults.truncate(MOST);
    if more > 0 {
        faults.push(("roster-more-faults", format!("名册另有{more}处问题")));
    }
    portfolios(seats, &mut faults);
    overlaps(seats, &mut faults);
    for (code, message) in faults {
        seats.tell(code, FindingSeverity::Warning, message, "", &[]);
    }
}

fn ids(who: &Who<'_>, faults: &mut Faults) {
    let roster = who.roster;
    let people = roster.people.iter().map(|it| it.id.as_str()).collect_vec();
    let mut person = |place: String, id: &str| {
        if !people.contains(&id) {
            let hint = hint(nearest(id, &people));
            let message = format!("名册的{place}指向没有的人`{}`{hint}", shorten(id));
            faults.push(("roster-unknown-id", message));
        }
    };
    for (at, it) in roster.absences.iter().enumerate() {
        person(format!("absences/{at}"), &it.person);
    }
    for (at, it) in roster.delegations.iter().enumerate() {
        person(format!("delegations/{at}"), &it.from);
        person(format!("delegations/{at}"), &it.to);
    }
    for (at, it) in roster.departments.iter().enumerate() {
        if let Some(head) = &it.head {
            person(format!("departments/{at}"), head);
        }
    }
    for (at, it) in roster.people.iter().enumerate() {
        for other in &it.paired_with {
            person(format!("people/{at}/pairedWith"), other);
        }
    }
    for (at, it) in roster.people.iter().enumerate().filter(|_| !roster.departments.is_empty()) {
        for name in it.departments.iter().filter(|it| who.department(it).is_none()) {
            let known = roster.departments.iter().map(|it| it.name.as_str()).collect_vec();
            let hint = hint(nearest(name, &known));
            let message = format!("名册的people/{at}/portfolio指向没有的部门`{}`{hint}", shorten(name));
            faults.push(("roster-unknown-id", message));
        }
    }
}

/// Words that mean no matter, no kind of document and no department.
fn matters(who: &Who<'_>, faults: &mut Faults) {
    let space = &who.definition.space;
    let known = who.definition.matters.iter().map(|it| it.name.as_str()).collect_vec();
    let mut word = |list: &str, at: usize, word: &str, also: bool| {
        if !also && space.matter(word).is_none() && !SHARED_MATTERS.contains(&word) {
            let hint = hint(nearest(word, &known));
            faults.push(("roster-unknown-matter", format!("名册的{list}/{at}：不认识的事项`{}`{hint}", shorten(word))));
        }
    };
    for (at, it) in who.roster.people.iter().enumerate() {
        for matter in &it.matters {
            word("people", at, matter, false);
        }
    }
    for (at, it) in who.roster.delegations.iter().enumerate() {
        for matter in it.matters.iter().flatten() {
            word("delegations", at, matter, DOC_TYPES.contains(&canonical_doc_type(matter)) || who.knows(matter));
        }
    }
}

fn roles(who: &Who<'_>, faults: &mut Faults) {
    let titles = who.definition.roles.iter().map(|it| it.title.as_str()).collect_vec();
    for (at, person) in who.roster.people.iter().enumerate() {
        for role in person.roles.iter().filter(|it| code(it, who.definition).is_none()) {
            let hint = hint(nearest(role, &titles));
            let message = format!("名册的people/{at}/roles：不认识的职务`{}`，不计{hint}", shorten(role));
            faults.push(("roster-unknown-role", message));
        }
    }
    for role in &who.definition.roles {
        let holders = who.in_office(&role.code);
        if SINGLE.contains(&role.code.as_str()) && holders.len() > 1 {
            let names = holders.iter().map(|it| who.person(*it).name.as_str()).collect_vec();
            let message =
                format!("名册里有{}位{}：{}；是哪一位没有认定", names.len(), role.title, joined(&names, "、"));
            faults.push(("roster-two-holders", message));
        }
    }
}

fn periods(who: &Who<'_>, faults: &mut Faults) {
    let absences = who.roster.absences.iter().map(|it| it.period);
    let delegations = who.roster.delegations.iter().map(|it| it.period);
    for (list, at, period) in absences
        .enumerate()
        .map(|(at, it)| ("absences", at, it))
        .chain(delegations.enumerate().map(|(at, it)| ("delegations", at, it)))
    {
        if period.is_empty() {
            let message = format!("名册的{list}/{at}：止日不在起日之后（止日不含当日），一天也不算");
            faults.push(("roster-empty-period", message));
        }
    }
}

fn delegations(who: &Who<'_>, faults: &mut Faults) {
    let all = &who.roster.delegations;
    let mut told: Vec<&str> = Vec::new();
    for (at, it) in all.iter().enumerate() {
        if it.from == it.to {
            let message = format!("名册的delegations/{at}：`{}`委托给自己，不计", shorten(&it.from));
            faults.push(("roster-self-delegation", message));
            continue;
        }
        let mut chain = vec![it.from.as_str(), it.to.as_str()];
        if !told.contains(&it.from.as_str()) && comes_back(it, all, &mut chain, &mut Vec::new()) {
            told.extend_from_slice(&chain);
            let names = chain.iter().map(|id| who.by_id(id).map_or(*id, |it| &who.person(it).name));
            let message = format!("名册里的委托首尾相接：{}", joined(&names.collect_vec(), "→"));
            faults.push(("roster-delegation-cycle", message));
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

/// Departments and matters of this draft that nobody is in charge of, or several, or somebody whom the text does not mean.
fn portfolios(seats: &Seats<'_>, faults: &mut Faults) {
    let who = seats.who;
    let waits = |role: &str| seats.unsettled.iter().any(|it| it == role);
    if !waits("deputy_in_charge") && !waits("other_deputies") {
        return;
    }
    for (name, claimants) in who.concerns_of_draft() {
        let names = joined(&claimants.iter().map(|it| words::titled(who, *it)).collect_vec(), "、");
        match claimants.as_slice() {
            [] => faults.push(("roster-portfolio-open", format!("名册里没有人分管{name}"))),
            [one] if !who.is(*one, "any_deputy") => {
                let message = format!("名册里分管{name}的是{names}，不是副职：条文所说的分管领导没有认定");
                faults.push(("roster-portfolio-open", message));
            }
            [_] => {}
            _ => {
                let message = format!("名册里{names}都分管{name}：由哪一位没有认定");
                faults.push(("roster-portfolio-twice", message));
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
            faults.push(("roster-overlap", format!("名册里{name}不在的日子有重叠（absences/{at}）")));
        }
    }
}
