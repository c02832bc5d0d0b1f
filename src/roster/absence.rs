//! What the text and the delegations on record make of an absence: who would act, and what that takes.
//!
//! Knows who is away, the 代行 of the rulebook and the delegations. Decides nothing that neither of them says: 主持工作, AB角
//! and 补位 come out with their own words, and with the 委托 that is still missing.

use super::who::Who;
use super::{Absence, Delegation, PersonId, words};
use crate::route::{Basis, basis, occasion, substitutes};
use crate::rulebook::{OWN, RoleId, StandingIn, Substitute, Words};
use crate::short::{PushAll, find, joined, push_new};
use crate::situation::{Cube, Region, YES, fixed};
use crate::vocabulary::{NONE, Role, StepKind, canonical_doc_type};

/// The matter that texts keep for the head beside 议案.
const APPOINTMENTS: &str = "人事任免";
/// The kind of document that they keep likewise.
const BILL: &str = "议案";

/// What somebody would do in a route: sign under an option, or act in a step.
#[derive(Clone, Copy)]
pub(super) struct Deed<'a> {
    pub(super) kind: StepKind,
    /// The text's own word, such as 签发 or 会签.
    pub(super) verb: &'a str,
    /// Whether the text names the head alone for it, as it does for 议案 and 人事任免.
    pub(super) reserved: bool,
}

impl Deed<'_> {
    /// Whether somebody declares themselves on the paper: no text says that 主持工作 or 补位 includes that.
    fn is_on_paper(&self) -> bool {
        !matches!(self.kind, StepKind::Mediate | StepKind::Appraise)
    }

    /// Which of some acts it is, in the text's words. Of a step that a text describes in several words (审核、审签) each is
    /// one; of a signature only the text's own: 签发 is not 审定签发.
    fn named_by<'a>(&'a self, acts: &'a [String]) -> Vec<&'a str> {
        let mut named = Vec::new();
        for act in acts {
            if act == self.verb || self.kind != StepKind::Sign && act == self.kind.term() {
                return vec![self.verb];
            }
            if self.kind != StepKind::Sign && find(self.verb, act).is_some() {
                push_new(&mut named, act.as_str());
            }
        }
        named
    }
}

/// What comes of an absence.
pub(super) enum Instead {
    /// These would act.
    By(Substitutes),
    /// Nobody: why.
    Nobody(String),
}

/// Those who would act in somebody's place; with `needs`, not before that is there.
pub(super) struct Substitutes {
    pub(super) people: Vec<PersonId>,
    pub(super) under: Basis,
    pub(super) needs: bool,
    pub(super) words: String,
    pub(super) line: Option<String>,
}

impl Who<'_> {
    /// Who would act in the place of somebody who is away and would have acted in a role, there called `title`.
    pub(super) fn instead(&self, absent: PersonId, role: &str, title: &str, deed: &Deed<'_>) -> Instead {
        let Some(absence) = self.away(absent) else { return Instead::Nobody(String::new()) };
        let mut remarks: Vec<String> = Vec::new();
        let reason = absence.reason.as_deref();
        let clauses = self.clauses_about(absent, role);
        if self.is_vacated(absent) {
            remarks.push("没有人可以委托".to_owned());
        } else if let Some(mut found) = self.delegated(&[absent], None, title, deed, &mut remarks) {
            if let Some((said, it)) = clauses.iter().find(|(_, it)| is_about(it, reason)) {
                let by = substitutes(it, self.definition);
                found.words = format!("{}；{}写的是由{by}{}", found.words, said.cite, it.task);
            }
            return Instead::By(found);
        }
        for (said, it) in clauses {
            if !is_about(it, reason) {
                let remark = words::other_occasions(said, reason);
                // Two clauses of one article may say it alike.
                push_new(&mut remarks, remark);
                continue;
            }
            let by = substitutes(it, self.definition);
            let named = self.named_by(it, absent, &by, &mut remarks);
            let mut here = named.clone();
            here.retain(|it| self.away(*it).is_none());
            if here.is_empty() {
                remarks.push(words::none_here(self, &by, &named));
                continue;
            }
            let needs = deed.is_on_paper() || it.needs.is_some();
            let mut told = vec![words::stands_in(said, title, reason, &by, it)];
            told.push(words::takes(title, deed.verb, needs, it.needs.is_some()));
            if reason.is_none() && !it.occasions.is_empty() {
                told.push(format!("名册没有写明因何不在，条文写的是“{}”", occasion(&said.quote)));
            }
            if deed.reserved {
                told.push(words::reserved(title, deed.verb));
            }
            if matches!(deed.kind, StepKind::LeaderConsent | StepKind::Finalise | StepKind::AskFirst) {
                told.push(format!("这一步要的正是{title}本人的意见"));
            }
            told.append(&mut remarks);
            let (under, words) = (basis(said, None), joined(&told, "；"));
            return Instead::By(Substitutes { people: here, under, needs, words, line: None });
        }
        Instead::Nobody(joined(&remarks, "；"))
    }

    /// Whether somebody has left their office, and nobody holds it now.
    pub(super) fn is_vacated(&self, person: PersonId) -> bool {
        self.away(person).is_some_and(Absence::is_vacancy)
    }

    /// Those to whom a deed is delegated by one of `from`, among `among` where that is given; what is on record and does not
    /// count goes to the remarks.
    pub(super) fn delegated(
        &self,
        from: &[PersonId],
        among: Option<&[PersonId]>,
        title: &str,
        deed: &Deed<'_>,
        remarks: &mut Vec<String>,
    ) -> Option<Substitutes> {
        let (mut people, mut names): (Vec<PersonId>, Vec<String>) = (Vec::new(), Vec::new());
        let (mut cites, mut quotes): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut verb = String::new();
        for it in &self.roster.delegations {
            let Some(to) = self.by_id(&it.to) else { continue };
            let is_from = from.iter().any(|id| self.person(*id).id == it.from) && !from.contains(&to);
            if !is_from || among.is_some_and(|among| !among.contains(&to)) {
                continue;
            }
            let name = words::titled(self, to);
            let covered = match self.covers(it, deed) {
                Ok(covered) => covered,
                Err(why) => {
                    remarks.push(format!("{title}对{name}的委托{why}"));
                    continue;
                }
            };
            if self.away(to).is_some() {
                remarks.push(words::delegate_away(&name, self.roster.delegations.iter().any(|on| on.from == it.to)));
            } else if !people.contains(&to) {
                let record = words::record(it, title, &name);
                push_new(&mut cites, record.cite);
                quotes.push(record.quote);
                verb = if people.is_empty() || verb == covered { covered } else { deed.verb.to_owned() };
                people.push(to);
                names.push(name);
            }
        }
        if people.is_empty() {
            return None;
        }
        let (cite, quote, by) = (joined(&cites, "、"), joined(&quotes, "；"), joined(&names, "或"));
        let line = format!("受{title}委托，由{by}{verb}");
        let mut words = format!("{cite}：{title}委托{by}{verb}");
        if verb != deed.verb {
            words = format!("{words}，条文写的是{}", deed.verb);
        }
        let under = Basis { clause: String::new(), cite, quote, interpretation: None };
        Some(Substitutes { people, under, needs: false, words, line: Some(line) })
    }

    /// What of a deed a delegation covers, in the text's word; why it does not, or what is missing to tell.
    fn covers(&self, it: &Delegation, deed: &Deed<'_>) -> Result<String, String> {
        let space = &self.definition.space;
        if !self.day.is_some_and(|day| it.period.holds(day)) {
            return Err("当日不在有效期内".to_owned());
        }
        let mut verb = deed.verb.to_owned();
        let mut names = false;
        if let Some(acts) = &it.acts {
            let named = deed.named_by(acts);
            if named.is_empty() {
                return Err(format!("不包括{verb}"));
            }
            verb = joined(&named, "、");
            names = verb == "签署";
        }
        if it.urgent_only {
            let (urgency, none) = (self.settled.get(fixed::URGENCY), space.mask(fixed::URGENCY, NONE).unwrap_or(0));
            if urgency == none {
                return Err("只限急件，本件不是急件".to_owned());
            }
            if urgency & none != 0 {
                return Err("只限急件，本件的紧急程度还没有填".to_owned());
            }
        }
        if let Some(matters) = &it.matters {
            let mut unknown = false;
            let mut covered = false;
            for matter in matters {
                match self.concerns(matter) {
                    Some(true) => {
                        covered = true;
                        names |= matter == APPOINTMENTS || matter == BILL;
                    }
                    Some(false) => {}
                    None => unknown = true,
                }
            }
            let all = joined(matters, "、");
            if !covered {
                let missing = if unknown { "本件是否属于还没有填" } else { "本件不属于" };
                return Err(format!("只限{all}，{missing}"));
            }
        }
        if deed.reserved && !names {
            return Err("是概括的，没有写明此项".to_owned());
        }
        Ok(verb)
    }

    /// Whether a draft is about a matter, a department or a kind of document; nothing where that is not known.
    fn concerns(&self, word: &str) -> Option<bool> {
        let space = &self.definition.space;
        let (fact, mask) = match (space.matter(word), space.mask(fixed::DOC_TYPE, canonical_doc_type(word))) {
            (Some(fact), _) => (fact, YES),
            (None, Some(mask)) => (fixed::DOC_TYPE, mask),
            (None, None) if !self.knows(word) => return Some(false),
            (None, None) => return self.said.lead.as_ref().map(|lead| self.same_department(word, lead)),
        };
        match self.settled.get(fact) {
            known if known & !mask == 0 => Some(true),
            known if known & mask == 0 => Some(false),
            _ => None,
        }
    }

    /// Whether the text names the head alone for a signature on this document: 签署, 议案 and 人事任免.
    pub(super) fn is_reserved(&self, verb: &str) -> bool {
        verb == "签署" || [BILL, APPOINTMENTS].iter().any(|it| self.concerns(it) == Some(true))
    }

    /// The clauses that say who stands in for somebody in a role, for documents that this one may still become. Who is in
    /// charge of something is meant as what they are; any other role must be the clause's own: what a 副区长 does as
    /// 办公室主任 is no 副区长's business.
    fn clauses_about(&self, absent: PersonId, role: &str) -> Vec<(&Words, &StandingIn)> {
        let in_charge = ["deputy_in_charge", "other_deputies"].contains(&role);
        let mut found = Vec::new();
        for clause in self.definition.clauses.iter().filter(|it| it.layer == OWN) {
            let Some(it) = &clause.standing_in else { continue };
            let meant = self.code_of(it.absent);
            let about = self.is(absent, meant) && (in_charge || Role::includes(meant, role));
            if about && may_hold(&clause.applies, self.settled) {
                found.push((&clause.words, it));
            }
        }
        found
    }

    /// Those who stand in under a clause, whether they are there or not; partners whom it does not mean go to the remarks.
    fn named_by(&self, it: &StandingIn, absent: PersonId, title: &str, remarks: &mut Vec<String>) -> Vec<PersonId> {
        let mut named: Vec<PersonId> = Vec::new();
        for by in &it.by {
            match by {
                Substitute::Role(role) => {
                    named.push_all(self.in_office(self.code_of(*role)));
                }
                Substitute::Pair | Substitute::Cover => {
                    for partner in self.paired_with(absent) {
                        if self.may_pair(partner, *by) {
                            named.push(partner);
                        } else {
                            remarks.push(words::wrong_partner(&words::titled(self, partner), title));
                        }
                    }
                }
            }
        }
        named.retain(|it| *it != absent);
        named
    }

    /// Whether the text pairs somebody at all: whoever stands in so is one for whom another does.
    fn may_pair(&self, person: PersonId, by: Substitute) -> bool {
        self.definition
            .clauses
            .iter()
            .filter(|it| it.layer == OWN)
            .filter_map(|it| it.standing_in.as_ref())
            .any(|it| it.by.contains(&by) && self.is(person, self.code_of(it.absent)))
    }

    fn code_of(&self, role: RoleId) -> &str {
        self.definition.roles.get(role).map_or("", |role| role.code.as_str())
    }

    /// The others of somebody's pairs: whoever of the two names the other.
    fn paired_with(&self, person: PersonId) -> Vec<PersonId> {
        let own = self.person(person);
        self.those(&|it| {
            let other = self.person(it);
            own.paired_with.contains(&other.id) || other.paired_with.contains(&own.id)
        })
    }
}

/// Whether a clause is about an absence for this reason. Where none is given, it may be.
fn is_about(it: &StandingIn, reason: Option<&str>) -> bool {
    reason.is_none_or(|reason| it.occasions.is_empty() || it.occasions.iter().any(|at| at == reason))
}

fn may_hold(region: &Region, settled: &Cube) -> bool {
    region.0.iter().any(|term| term.0.iter().all(|(fact, mask)| settled.get(*fact) & mask != 0))
}
