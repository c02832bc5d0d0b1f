//! Who is in charge of a document's departments and matters, and whom a clause means when it speaks of those.
//!
//! Knows portfolios, and what the draft says of departments and leaders. Knows nothing of signing, nor of who is away.

use super::PersonId;
use super::who::{Found, Missing, Who, each};
use crate::route::Basis;
use crate::rulebook::{Clause, OWN};
use crate::short::{CollectVec, PushAll, find, joined};
use crate::situation::{YES, fixed};
use crate::vocabulary::{ROLES, Role};

impl<'a> Who<'a> {
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
    pub(super) fn in_charge(&self, basis: &[Basis]) -> Found {
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
    pub(super) fn others_in_charge(&self, basis: &[Basis]) -> Found {
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
    pub(super) fn leaders(&self) -> Option<Vec<PersonId>> {
        each(self.said.leaders.as_ref()?, &|id| self.by_id(id))
    }

    fn those_with(&self, matter: &str) -> Vec<PersonId> {
        self.those(&|it| self.person(it).matters.iter().any(|it| it == matter))
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
    pub(super) fn departments(&self) -> Vec<&'a str> {
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

    /// Those in charge of a department.
    pub(super) fn claimants(&self, department: &str) -> Vec<PersonId> {
        self.those(&|it| self.claims(it, department) && !self.is_office_deputy(it))
    }

    /// Who helps a leader with departments is not in charge of them.
    fn is_office_deputy(&self, person: PersonId) -> bool {
        ["deputy_secretary_general", "office_deputy_director"].iter().any(|it| self.is(person, it))
    }
}
