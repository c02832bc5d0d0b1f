//! Puts people into a list of signers: who it is, who of them is away, and what comes of that.
//!
//! A person who acts in two roles acts once. Never a silent substitution: whoever stands in is marked, and told of.

use super::absence::{Deed, Instead, Substitutes};
use super::who::{Missing, SINGLE, Who};
use super::{PersonId, words};
use crate::route::{Basis, Finding, FindingSeverity, Office, RosterPerson, Signer, StandingIn};
use crate::short::{joined, push_new};
use crate::vocabulary::Choice;

/// Roles of which everybody acts, not any one.
const EVERYBODY: [&str; 3] = ["other_deputies", "other_department_heads", "other_department_officials"];

/// A list of signers in a route.
pub(super) struct Seat<'a> {
    pub(super) deed: Deed<'a>,
    pub(super) choice: Choice,
    /// Whether it is told of: it is certain, and its words alone bind somebody to do it.
    pub(super) told: bool,
    /// Whether it is a signature.
    pub(super) signature: bool,
    /// Whose authorisation it takes, where the text says 经授权.
    pub(super) authorised_by: Option<&'a str>,
    pub(super) basis: &'a [Basis],
}

/// A route's people, as they are found.
pub(super) struct Seats<'a> {
    pub(super) who: &'a Who<'a>,
    pub(super) findings: Vec<Finding>,
    /// Everybody who has a seat.
    pub(super) seated: Vec<PersonId>,
    /// Titles that wait for the lead department, and for the others.
    pub(super) waiting: [Vec<String>; 2],
    /// Roles that the roster does not settle.
    pub(super) unsettled: Vec<String>,
}

impl Seats<'_> {
    /// Whether nobody is missing.
    pub(super) fn seat(&mut self, signers: &mut Vec<Signer>, seat: &Seat<'_>) -> bool {
        let mut complete = true;
        let mut found: Vec<(Signer, Vec<PersonId>)> = Vec::new();
        for signer in std::mem::take(signers) {
            let people = self.holders(&signer, seat);
            self.seated.extend_from_slice(&people);
            found.push((signer, people));
        }
        let here = |it: &PersonId| self.who.away(*it).is_none();
        // Of several any one will do, and somebody is there.
        let one_is_here = seat.choice == Choice::One
            && found.iter().any(|(signer, people)| !is_everybody(signer) && people.iter().any(here));
        for (mut signer, people) in found {
            if let Some(it) = self.authorised(&people, seat) {
                self.put(&mut signer, it, seat);
                signers.push(signer);
                continue;
            }
            let (mut present, mut away) = (Vec::new(), Vec::new());
            for it in people {
                if here(&it) { present.push(it) } else { away.push(it) }
            }
            let everybody = is_everybody(&signer);
            if away.is_empty() || !everybody && (one_is_here || !present.is_empty()) {
                present.append(&mut away);
                signer.persons = self.persons(&present);
                signers.push(signer);
                continue;
            }
            if !present.is_empty() {
                let mut signer = signer.clone();
                signer.persons = self.persons(&present);
                signers.push(signer);
            }
            complete = false;
            for absent in away {
                let mut signer = signer.clone();
                // Only of an office that one person holds does the title say who.
                let single = SINGLE.contains(&signer.role.as_str());
                let title = if single { signer.title.clone() } else { words::titled(self.who, absent) };
                match self.who.instead(absent, &signer.role, &title, &seat.deed) {
                    Instead::By(it) => self.put(&mut signer, (absent, it), seat),
                    Instead::Nobody(why) => {
                        signer.persons = self.persons(&[absent]);
                        self.tell_absent(absent, &signer, &why, seat);
                    }
                }
                signers.push(signer);
            }
        }
        join_roles(signers);
        complete
    }

    /// Who holds a role; what keeps the roster from saying so is noted.
    fn holders(&mut self, signer: &Signer, seat: &Seat<'_>) -> Vec<PersonId> {
        let missing = match self.who.holders(&signer.role, seat.basis) {
            Ok(people) => {
                let single = SINGLE.contains(&signer.role.as_str()) || signer.role == "any_deputy";
                if people.is_empty() && seat.told && seat.signature && single {
                    let message = format!("名册里没有{}", signer.title);
                    self.tell("nobody-in-role", FindingSeverity::Info, message, "", &[]);
                }
                if people.is_empty() && seat.told && signer.role == "delegator" {
                    let message = words::delegator_open(&signer.title, &self.who.delegations_to_chairs());
                    self.tell("nobody-in-role", FindingSeverity::Info, message, "", seat.basis);
                }
                return people;
            }
            Err(missing) => missing,
        };
        let (list, entry) = match (missing, &mut self.waiting) {
            (Missing::Lead, [lead, _]) => (lead, &signer.title),
            (Missing::Others, [_, others]) => (others, &signer.title),
            (Missing::NotMeant(it), _) => {
                let message = format!(
                    "名册里分管所涉工作的是{}，不是条文所说的{}：由谁没有认定",
                    words::titled(self.who, it),
                    signer.title
                );
                self.tell("roster-portfolio-open", FindingSeverity::Warning, message, "", seat.basis);
                return Vec::new();
            }
            (Missing::Unsettled, _) => (&mut self.unsettled, &signer.role),
        };
        push_new(list, entry.clone());
        Vec::new()
    }

    /// Those of a role to whom it is delegated, where the text says 经授权.
    fn authorised(&self, people: &[PersonId], seat: &Seat<'_>) -> Option<(PersonId, Substitutes)> {
        let role = seat.authorised_by?;
        let title = self.who.definition.roles.iter().find(|it| it.code == role).map(|it| it.title.as_str())?;
        let mut from = self.who.in_office(role);
        // Who has left an office no longer authorises anybody.
        from.retain(|it| !self.who.is_vacated(*it));
        let found = self.who.delegated(&from, Some(people), title, &seat.deed, &mut Vec::new())?;
        Some((*from.first()?, found))
    }

    fn put(&mut self, signer: &mut Signer, (absent, it): (PersonId, Substitutes), seat: &Seat<'_>) {
        signer.persons = self.persons(&it.people);
        self.seated.extend_from_slice(&it.people);
        if seat.told {
            let basis = std::slice::from_ref(&it.under);
            match &it.line {
                Some(line) => self.tell("by-delegation", FindingSeverity::Info, line.clone(), "", basis),
                None if it.needs => {
                    self.tell("needs-delegation", FindingSeverity::Warning, it.words.clone(), "", basis);
                }
                None => self.tell("stands-in", FindingSeverity::Info, it.words.clone(), "", basis),
            }
        }
        signer.standing_in = Some(StandingIn {
            absent: self.roster_person(absent),
            under: it.under,
            needs: it.needs.then_some("委托"),
            words: it.words,
            line: it.line,
        });
    }

    fn tell_absent(&mut self, absent: PersonId, signer: &Signer, why: &str, seat: &Seat<'_>) {
        if !seat.told {
            return;
        }
        // Who has left an office is not the one who is missing.
        let titled = if signer.persons.is_empty() { signer.title.clone() } else { words::titled(self.who, absent) };
        let verb = seat.deed.verb;
        let reason = self.reason(absent).unwrap_or_default();
        let message = if why.is_empty() {
            format!("{titled}{reason}，条文没有规定由谁代为{verb}，名册上也没有委托")
        } else {
            format!("{titled}{reason}，没有人可以代为{verb}：{why}")
        };
        self.tell("absent", FindingSeverity::Warning, message, "", seat.basis);
    }

    /// A finding, told once.
    pub(super) fn tell(&mut self, code: &str, severity: FindingSeverity, message: String, path: &str, basis: &[Basis]) {
        if !self.findings.iter().any(|it| it.code == code && it.message == message) {
            let (code, path, basis) = (code.to_owned(), path.to_owned(), basis.to_vec());
            self.findings.push(Finding { code, severity, message, path, basis });
        }
    }

    fn reason(&self, person: PersonId) -> Option<String> {
        self.who.away(person).map(|it| it.reason.clone().unwrap_or_else(|| "不在".to_owned()))
    }

    /// These, but for who has left the office: it is vacant.
    fn persons(&self, people: &[PersonId]) -> Vec<RosterPerson> {
        let mut persons = Vec::new();
        for it in people {
            if !self.who.is_vacated(*it) {
                persons.push(self.roster_person(*it));
            }
        }
        persons
    }

    fn roster_person(&self, id: PersonId) -> RosterPerson {
        let it = self.who.person(id);
        RosterPerson {
            id: it.id.clone(),
            name: it.name.clone(),
            title: it.title.clone(),
            roles: it.roles.clone(),
            away: self.reason(id),
        }
    }

    /// What the draft does not say yet, and the route needs for its people.
    pub(super) fn tell_missing(&mut self) {
        let [lead, others] = std::mem::take(&mut self.waiting);
        let divided = self.who.roster.people.iter().any(|it| !it.departments.is_empty());
        if !lead.is_empty() && divided {
            let message = format!("填写主办部门后，才能按名册确定{}是谁", joined(&lead, "、"));
            self.tell("lead-unknown", FindingSeverity::Info, message, "/departments/lead", &[]);
        }
        if !others.is_empty() && divided {
            let message = format!("填写协办部门（没有也要写明）后，才能按名册确定{}是谁", joined(&others, "、"));
            self.tell("others-unknown", FindingSeverity::Info, message, "/departments/others", &[]);
        }
        if self.who.day.is_none() {
            let away = |it: &&PersonId| self.who.roster.absences.iter().any(|on| on.person == self.who.person(**it).id);
            if let Some(it) = self.seated.iter().find(away) {
                let name = words::titled(self.who, *it);
                let message = format!("名册记有{name}等不在的日子：填写日期后，才能判断当日由谁办理");
                self.tell("day-unknown", FindingSeverity::Info, message, "/dates/drafted", &[]);
            }
        }
    }
}

fn is_everybody(signer: &Signer) -> bool {
    EVERYBODY.contains(&signer.role.as_str())
}

/// Roles of one list that fall on the same single person become one signer.
pub(super) fn join_roles(signers: &mut Vec<Signer>) {
    let mut joined: Vec<Signer> = Vec::with_capacity(signers.len());
    for signer in std::mem::take(signers) {
        let same = |it: &&mut Signer| {
            it.persons.len() == 1 && it.persons == signer.persons && it.standing_in == signer.standing_in
        };
        let Some(before) = joined.iter_mut().find(same) else {
            joined.push(signer);
            continue;
        };
        let named = before.role == signer.role || before.also.iter().any(|it| it.role == signer.role);
        if !named {
            before.also.push(Office { role: signer.role, title: signer.title });
        }
        for office in signer.also {
            if before.role != office.role {
                push_new(&mut before.also, office);
            }
        }
    }
    *signers = joined;
}
