//! Who holds which role, for this document: by office, and by being in charge.
//!
//! Knows the roster, the rulebook's titles and what the draft says of departments. Knows nothing of signing.

use super::words::{self, VACANT};
use super::{Absence, Department, Person, PersonId, Roster};
use crate::draft::{InputFinding, Said};
use crate::route::Basis;
use crate::rulebook::Definition;
use crate::short::{CollectVec, push_new, sort_by_key};
use crate::situation::{Cube, fixed};
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

    pub(super) fn claims(&self, person: PersonId, department: &str) -> bool {
        self.person(person).departments.iter().any(|it| self.same_department(it, department))
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
}

/// Who is found for each name; nothing where one is not found.
pub(super) fn each(names: &[String], find: &dyn Fn(&str) -> Option<PersonId>) -> Option<Vec<PersonId>> {
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
