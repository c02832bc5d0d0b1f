//! The people behind the roles, and who is away.
//!
//! Knows a route's roles and the rulebook's words about standing in. Knows no clause's conditions, and picks nobody: where
//! the roster does not settle who it is, the route keeps the role alone.
//!
//! `read` takes a roster as callers write it; `who` says who holds a role for this document, `charge` who is in charge; `absence` who is away and what
//! the text and the delegations on record make of it; `seats` puts people into a list of signers; `staff` does so for a whole
//! route; `faults` names what is wrong with the roster; `words` are the sentences.

mod absence;
mod charge;
mod faults;
mod read;
mod seats;
mod staff;
mod who;
mod words;

use crate::draft::{InputFinding, Reading, Said};
use crate::route::Route;
use crate::rulebook::Definition;
use crate::short::CollectVec;
use crate::situation::{Cube, fixed};
use crate::tree::Node;
use chrono::NaiveDate;
use who::Who;

/// A government's people: who holds which role, who is in charge of what, who is away and who acts for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    people: Vec<Person>,
    departments: Vec<Department>,
    delegations: Vec<Delegation>,
    absences: Vec<Absence>,
}

/// The place of a person in a roster.
type PersonId = usize;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Person {
    id: String,
    name: String,
    title: Option<String>,
    roles: Vec<String>,
    departments: Vec<String>,
    matters: Vec<String>,
    paired_with: Vec<String>,
    rank: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Department {
    id: String,
    name: String,
    aliases: Vec<String>,
    head: Option<String>,
}

/// Days from the first until before the second; without that, without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Period {
    since: NaiveDate,
    until: Option<NaiveDate>,
}

impl Period {
    fn holds(self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }

    fn is_empty(self) -> bool {
        self.until.is_some_and(|until| until <= self.since)
    }

    fn meets(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.since < until) && other.until.is_none_or(|until| self.since < until)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Absence {
    person: String,
    period: Period,
    reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Delegation {
    from: String,
    to: String,
    period: Period,
    /// All where none are named.
    acts: Option<Vec<String>>,
    urgent_only: bool,
    /// Matters, departments or kinds of documents; likewise.
    matters: Option<Vec<String>>,
    basis: Option<String>,
}

impl Roster {
    fn ids(&self) -> Vec<&str> {
        self.people.iter().map(|it| it.id.as_str()).collect_vec()
    }

    fn department_names(&self) -> Vec<&str> {
        self.departments.iter().map(|it| it.name.as_str()).collect_vec()
    }

    /// Reads a roster as callers write it. What is wrong with it is a finding and counts as not given.
    pub(crate) fn read(roster: &Node, faults: &mut Vec<InputFinding>) -> Self {
        read::read(roster, faults)
    }

    /// What the roster settles about a draft: whether one leader or several are concerned. Names that it does not know are
    /// asked about.
    pub(crate) fn derive(&self, reading: &mut Reading, definition: &Definition) {
        let who = Who::new(self, definition, &reading.said, &reading.cube, None);
        let (mut findings, portfolios) = (who.unknown_names(), who.portfolios());
        if let Some((value, why)) = portfolios
            && let Some(mask) = definition.space.mask(fixed::PORTFOLIOS, value)
            && reading.derive(fixed::PORTFOLIOS, mask)
        {
            let label = definition.space.fact(fixed::PORTFOLIOS).map_or("", |it| it.label.as_str());
            let message = format!("{why}；所填的“{label}”与此矛盾，不计");
            findings.push(InputFinding::error("contradiction", "/portfolios", message));
        }
        reading.findings.append(&mut findings);
    }

    /// Puts the people into a route; `settled` is what is known of the draft's facts.
    pub(crate) fn staff(
        &self,
        route: &mut Route,
        said: &Said,
        settled: &Cube,
        definition: &Definition,
        day: Option<NaiveDate>,
    ) {
        let who = Who::new(self, definition, said, settled, day);
        staff::staff(route, &who);
    }
}
