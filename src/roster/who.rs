//! Who holds which role, for this document: by office, and by who is in charge of its departments and matters.
//!
//! Knows the roster, the rulebook's titles and what the draft says of departments. Knows nothing of signing.

use super::words::{self, VACANT};
use super::{Absence, Department, Person, PersonId, Roster};
use crate::draft::{InputFinding, Said};
use crate::route::Basis;
use crate::rulebook::{Clause, Definition, OWN};
use crate::short::{CollectVec, PushAll, find, joined, push_new, sort_by_key};
use crate::situation::{Cube, YES, fixed};
use crate::vocabulary::{ROLES, Role, hint, nearest, role_of_term};
use chrono::NaiveDate;
use std::slice;

/// Offices that one person holds at a time, in rulebooks' order.
pub(super) const SINGLE: [&str; 5] =
    ["head", "executive_deputy", "legal_deputy", "secretary_general", "office_director"];

/// Why the roster does not say who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// The department in charge is not known.
    Lead,
    /// The other departments are not known.
    Others,
    /// It is for the roster to say, and it does not.
    Unsettled,
    /// Somebody is in charge whom the text does not mean.
    NotMeant(PersonId),
}

pub(super) type Found = Result<Vec<PersonId>, Missing>;

/// A roster, for one draft on one day.
pub(super) struct Who<'a> {
    pub(super) roster: &'a Roster,
    pub(super) definition: &'a Definition,
    pub(super) said: &'a Said,
    /// What is known of the draft's facts.
    pub(super) settled: &'a Cube,
    pub(super) day: Option<NaiveDate>,
    /// Each person's roles by their codes.
    codes: Vec<Vec<&'a str>>,
}

impl<'a> Who<'a> {
    pub(super) fn new(
        roster: &'a Roster,
        definition: &'a Definition,
        said: &'a Said,
        settled: &'a Cube,
        day: Option<NaiveDate>,
    ) -> Self {
        let mut codes = Vec::new();
        for person in &roster.people {
            codes.push(person.roles.iter().filter_map(|role| code(role, definition)).collect_vec());
        }
        Self { roster, definition, said, settled, day, codes }
    }

    pub(super) fn person(&self, id: PersonId) -> &'a Person {
        // Ids come from this roster's own places.
        static NOBODY: Person = Person {
            id: String::new(),
            name: String::new(),
            title: None,
            roles: Vec::new(),
            departments: Vec::new(),
            matters: Vec::new(),
            paired_with: Vec::new(),
            rank: None,
        };
        self.roster.people.get(id).unwrap_or(&NOBODY)
    }

    pub(super) fn by_id(&self, id: &str) -> Option<PersonId> {
        self.roster.people.iter().position(|it| it.id == id)
    }

    /// Whether somebody holds a role, or one of those that it includes.
    pub(super) fn is(&self, person: PersonId, role: &str) -> bool {
        self.codes.get(person).is_some_and(|codes| codes.iter().any(|code| Role::includes(role, code)))
    }

    /// The absence of somebody on the day; a vacant office before anything else.
    pub(super) fn away(&self, person: PersonId) -> Option<&'a Absence> {
        let day = self.day?;
        let id = &self.person(person).id;
        let mut found: Option<&Absence> = None;
        for it in self.roster.absences.iter().filter(|it| it.person == *id && it.period.holds(day)) {
            if found.is_none() || it.is_vacancy() {
                found = Some(it);
            }
        }
        found
    }

    /// Those who hold an office itself. Who left it does not stand beside who came; without a day, whoever leaves it at all.
    pub(super) fn in_office(&self, role: &str) -> Vec<PersonId> {
        let found = self.those(&|it| self.is(it, role));
        if found.len() > 1 {
            let left = |it: PersonId| match self.day {
                Some(_) => self.away(it).is_some_and(Absence::is_vacancy),
                None => self.roster.absences.iter().any(|a| a.person == self.person(it).id && a.is_vacancy()),
            };
            let stayed = self.those(&|it| found.contains(&it) && !left(it));
            if !stayed.is_empty() {
                return stayed;
            }
        }
        found
    }

    /// All of whom something holds.
    pub(super) fn those(&self, holds: &dyn Fn(PersonId) -> bool) -> Vec<PersonId> {
        let mut those = Vec::new();
        for it in 0..self.roster.people.len() {
            if holds(it) {
                those.push(it);
            }
        }
        those
    }

    fn those_with(&self, matter: &str) -> Vec<PersonId> {
        self.those(&|it| self.person(it).matters.iter().any(|it| it == matter))
    }

    /// Who holds a role for this document, by these clauses.
    pub(super) fn holders(&self, role: &str, basis: &[Basis]) -> Found {
        let mut found = match role {
            "deputy_in_charge" => self.in_charge(basis)?,
            "other_deputies" => self.others_in_charge(basis)?,
            "lead_department_head" => match &self.said.lead {
                Some(lead) => each(slice::from_ref(lead), &|it| self.head_of(it)).unwrap_or_default(),
                None => return Err(Missing::Lead),
            },
            "other_department_heads" | "other_department_officials" => {
                let others = self.said.others.as_ref().ok_or(Missing::Others)?;
                each(others, &|it| self.head_of(it)).ok_or(Missing::Unsettled)?
            }
            _ => self.in_office(role),
        };
        if found.len() > 1 {
            match role {
                _ if SINGLE.contains(&role) => return Err(Missing::Unsettled),
                // One particular of several, such as 分管副主任: who is in charge of the department.
                "deputy_secretary_general" | "office_deputy_director" | "assistant" => {
                    let lead = self.said.lead.as_ref().ok_or(Missing::Lead)?;
                    found.retain(|it| self.claims(*it, lead));
                    if found.len() != 1 {
                        return Err(Missing::Unsettled);
                    }
                }
                _ => {}
            }
        }
        self.arrange(&mut found, basis);
        Ok(found)
    }

    /// Who delegates to one who may have chaired the meeting, each with that one.
    pub(super) fn delegations_to_chairs(&self) -> Vec<String> {
        let (space, known) = (&self.definition.space, self.settled.get(fixed::CHAIRED_BY));
        let chaired = |it: PersonId| {
            ROLES.iter().any(|role| {
                let term = if role.code == "any_deputy" { "副职" } else { role.term };
                let mask = space.mask(fixed::CHAIRED_BY, term).unwrap_or(0);
                known & mask != 0 && self.is(it, role.code)
            })
        };
        let mut found = Vec::new();
        for it in &self.roster.delegations {
            if let (Some(from), Some(to)) = (self.by_id(&it.from), self.by_id(&it.to))
                && from != to
                && chaired(to)
            {
                push_new(&mut found, format!("{}对{}", words::titled(self, from), words::titled(self, to)));
            }
        }
        found
    }

    /// The lead department's leader first, then by rank, then as given; everybody once.
    fn arrange(&self, people: &mut Vec<PersonId>, basis: &[Basis]) {
        let mut once: Vec<PersonId> = Vec::new();
        for it in people.iter() {
            push_new(&mut once, *it);
        }
        let first = self.in_charge(basis).unwrap_or_default();
        sort_by_key(&mut once, |it| (!first.contains(it), self.person(*it).rank.unwrap_or(u32::MAX), *it));
        *people = once;
    }

    /// Whether a text that speaks of those in charge means somebody who is: a deputy, or whom the role's own title or one of
    /// the clauses names.
    fn means(&self, person: PersonId, role: &str, clauses: &[&Clause]) -> bool {
        let roles = &self.definition.roles;
        let named = |clause: &&Clause| {
            clause.in_charge.iter().any(|it| roles.get(*it).is_some_and(|it| self.is(person, &it.code)))
        };
        let title = roles.iter().find(|it| it.code == role).map_or("", |it| it.title.as_str());
        let titled = |it: &Role| find(title, it.term).is_some() && self.is(person, it.code);
        self.is(person, "any_deputy") || clauses.iter().any(named) || ROLES.iter().any(titled)
    }

    /// Of those in charge the ones whom the clauses mean.
    fn meant(&self, found: &[PersonId], role: &str, basis: &[Basis]) -> Vec<PersonId> {
        let of = |it: &&Clause| it.layer == OWN && basis.iter().any(|on| on.clause == it.words.clause);
        let clauses = self.definition.clauses.iter().filter(of).collect_vec();
        found.iter().copied().filter(|it| self.means(*it, role, &clauses)).collect_vec()
    }

    /// The leader who is in charge of the lead department; while that is not known, of the matters that are stated, or the
    /// only leader who is.
    fn in_charge(&self, basis: &[Basis]) -> Found {
        let found = match (&self.said.lead, self.leaders()) {
            (Some(lead), _) => self.claimants(lead),
            (None, Some(leaders)) if leaders.len() == 1 => leaders,
            (None, _) => {
                let stated = self.claimed_matters();
                self.those(&|it| self.person(it).matters.iter().any(|it| stated.contains(&it.as_str())))
            }
        };
        if found.is_empty() && self.said.lead.is_none() {
            return Err(Missing::Lead);
        }
        let meant = self.meant(&found, "deputy_in_charge", basis);
        match (meant.len(), found.as_slice()) {
            (1, _) => Ok(meant),
            (0, [one]) => Err(Missing::NotMeant(*one)),
            _ => Err(Missing::Unsettled),
        }
    }

    /// The leaders of the other departments and those that the draft names, without the one in charge.
    fn others_in_charge(&self, basis: &[Basis]) -> Found {
        let mut found = self.leaders().unwrap_or_default();
        match &self.said.others {
            None if self.said.leaders.is_none() => return Err(Missing::Others),
            None => {}
            Some(others) => {
                for other in others {
                    let claimants = self.claimants(other);
                    if claimants.len() != 1 {
                        return Err(Missing::Unsettled);
                    }
                    found.push_all(claimants);
                }
            }
        }
        let first = self.in_charge(basis)?;
        found.retain(|it| !first.contains(it));
        let meant = self.meant(&found, "other_deputies", basis);
        match found.iter().find(|it| !meant.contains(it)) {
            Some(it) => Err(Missing::NotMeant(*it)),
            None => Ok(found),
        }
    }

    /// The leaders that the draft names; nothing where it names none, or one whom the roster does not know.
    fn leaders(&self) -> Option<Vec<PersonId>> {
        each(self.said.leaders.as_ref()?, &|id| self.by_id(id))
    }

    pub(super) fn department(&self, name: &str) -> Option<&'a Department> {
        self.roster.departments.iter().find(|it| it.is_called(name))
    }

    fn head_of(&self, department: &str) -> Option<PersonId> {
        self.by_id(self.department(department)?.head.as_ref()?)
    }

    /// Whether two names mean one department.
    pub(super) fn same_department(&self, one: &str, other: &str) -> bool {
        one == other || self.department(other).is_some_and(|it| it.is_called(one))
    }

    fn claims(&self, person: PersonId, department: &str) -> bool {
        self.person(person).departments.iter().any(|it| self.same_department(it, department))
    }

    /// Those in charge of a department.
    pub(super) fn claimants(&self, department: &str) -> Vec<PersonId> {
        self.those(&|it| self.claims(it, department) && !self.is_office_deputy(it))
    }

    /// Who helps a leader with departments is not in charge of them.
    fn is_office_deputy(&self, person: PersonId) -> bool {
        ["deputy_secretary_general", "office_deputy_director"].iter().any(|it| self.is(person, it))
    }

    /// The matters that are stated and in somebody's portfolio.
    fn claimed_matters(&self) -> Vec<&'a str> {
        let space = &self.definition.space;
        let mut stated = Vec::new();
        for person in &self.roster.people {
            for matter in &person.matters {
                if space.matter(matter).is_some_and(|fact| self.settled.get(fact) == YES) {
                    stated.push(matter.as_str());
                }
            }
        }
        stated
    }

    /// The departments that the draft names, the lead department first.
    fn departments(&self) -> Vec<&'a str> {
        let mut named = Vec::new();
        if let Some(lead) = &self.said.lead {
            named.push(lead.as_str());
        }
        for other in self.said.others.as_deref().unwrap_or_default() {
            named.push(other);
        }
        named
    }

    /// Departments and matters of the draft, each with those in charge of it; matters while the lead department is not known.
    pub(super) fn concerns_of_draft(&self) -> Vec<(&'a str, Vec<PersonId>)> {
        let mut found: Vec<(&str, Vec<PersonId>)> = Vec::new();
        for name in self.departments() {
            if self.knows(name) {
                found.push((name, self.claimants(name)));
            }
        }
        if self.said.lead.is_none() {
            for matter in self.claimed_matters() {
                found.push((matter, self.those_with(matter)));
            }
        }
        found
    }

    /// Whether the roster knows a department at all; one without departments knows them by portfolios alone.
    pub(super) fn knows(&self, department: &str) -> bool {
        self.department(department).is_some() || !self.claimants(department).is_empty()
    }

    /// Names of departments and ids of leaders in the draft that the roster does not have.
    pub(super) fn unknown_names(&self) -> Vec<InputFinding> {
        let mut findings = Vec::new();
        let mut tell = |code: &'static str, path: String, message: String| {
            findings.push(InputFinding { mild: true, ..InputFinding::error(code, path, message) });
        };
        let leads = usize::from(self.said.lead.is_some());
        for (at, name) in self.departments().into_iter().enumerate() {
            if !self.knows(name) && !self.roster.departments.is_empty() {
                let path = match at.checked_sub(leads) {
                    Some(at) => format!("/departments/others/{at}"),
                    None => "/departments/lead".to_owned(),
                };
                let hint = hint(nearest(name, &self.roster.department_names()));
                tell("unknown-department", path, format!("名册里没有部门`{name}`{hint}"));
            }
        }
        for (at, id) in self.said.leaders.as_deref().unwrap_or_default().iter().enumerate() {
            if self.by_id(id).is_none() {
                let hint = hint(nearest(id, &self.roster.ids()));
                tell("unknown-person", format!("/leaders/{at}"), format!("名册里没有标识为`{id}`的人{hint}"));
            }
        }
        findings
    }

    /// Whether one leader or several are concerned, and why, where the draft's departments and leaders settle it.
    pub(super) fn portfolios(&self) -> Option<(&'static str, String)> {
        let reads =
            |it: &&Clause| it.applies.0.iter().any(|term| term.0.iter().any(|(fact, _)| *fact == fixed::PORTFOLIOS));
        let clauses = self.definition.clauses.iter().filter(reads).collect_vec();
        let named = self.leaders();
        let mut concerned: Vec<PersonId> = named.clone().unwrap_or_default();
        let mut all = named.is_some() || self.said.lead.is_some() && self.said.others.is_some();
        for department in self.departments() {
            match self.claimants(department).as_slice() {
                [one] => concerned.push(*one),
                _ => all = false,
            }
        }
        let mut names: Vec<&str> = Vec::new();
        let mut once: Vec<PersonId> = Vec::new();
        for it in concerned {
            // What the head keeps for themselves is in no deputy's portfolio: the texts do not say how to count it.
            if self.is(it, "head") {
                return None;
            }
            // Nor how to count one whom some of the clauses about it do not mean.
            if !clauses.iter().all(|clause| self.means(it, "other_deputies", &[clause])) {
                all = false;
                continue;
            }
            if !once.contains(&it) {
                once.push(it);
                names.push(&self.person(it).name);
            }
        }
        let why = format!("按名册，所涉工作由{}分管", joined(&names, "、"));
        match once.len() {
            0 => None,
            1 => all.then_some(("一位", why)),
            _ => Some(("多位", why)),
        }
    }
}

/// Who is found for each name; nothing where one is not found.
fn each(names: &[String], find: &dyn Fn(&str) -> Option<PersonId>) -> Option<Vec<PersonId>> {
    let mut found = Vec::new();
    for name in names {
        found.push(find(name)?);
    }
    Some(found)
}

impl Absence {
    pub(super) fn is_vacancy(&self) -> bool {
        self.reason.as_deref() == Some(VACANT)
    }
}

impl Department {
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.id == name || self.name == name || self.aliases.iter().any(|it| it == name)
    }
}

/// The code of a role that a roster writes as a code, as a rulebook's title or as a shared term.
pub(super) fn code<'a>(role: &'a str, definition: &'a Definition) -> Option<&'a str> {
    let own = definition.roles.iter().find(|it| it.code == role || it.title == role).map(|it| it.code.as_str());
    let shared = || ROLES.iter().find(|it| it.code == role).map(|it| it.code);
    own.or_else(shared).or_else(|| role_of_term(role).map(|it| it.code))
}
