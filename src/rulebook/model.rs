//! A rulebook after reading: every term resolved, every clause's words beside its rule.

use crate::situation::{Region, Space};
use crate::vocabulary::{Act, Choice, Modality, StepKind};

/// Index of a role in [`Definition::roles`].
pub(crate) type RoleId = usize;
/// Index of a clause in [`Definition::clauses`].
pub(crate) type ClauseId = usize;

/// One government's rules.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    pub(crate) id: String,
    /// Of what it says, however it is written down.
    pub(crate) digest: String,
    pub(crate) title: String,
    pub(crate) government: String,
    pub(crate) in_force: Option<InForce>,
    pub(crate) roles: Vec<RoleEntry>,
    /// What each meeting of the shared vocabulary is called here, in that vocabulary's order.
    pub(crate) meetings: Vec<String>,
    /// Names that clerks write as addressee, with the place of their kind.
    pub(crate) names: Vec<(String, usize)>,
    /// This text's own, then those of the texts on which it stands.
    pub(crate) matters: Vec<Matter>,
    /// In the order of the text, whatever their order in the file; after them those of the texts on which it stands.
    pub(crate) clauses: Vec<Clause>,
    /// The texts on which it stands, the nearest first.
    pub(crate) higher: Vec<Higher>,
    pub(crate) omissions: Vec<Omission>,
    #[cfg(feature = "tools")]
    pub(crate) gaps: Vec<DeclaredGap>,
    #[cfg(feature = "tools")]
    pub(crate) conflicts: Vec<DeclaredConflict>,
    #[cfg(feature = "tools")]
    pub(crate) cases: Vec<serde_json::Value>,
    /// How many of the matters the text itself declares.
    #[cfg(feature = "tools")]
    pub(crate) declared: usize,
    pub(crate) space: Space,
}

/// Which text of a definition: [`OWN`], or one more than a place in [`Definition::higher`].
pub(crate) type Layer = usize;

/// The text itself.
pub(crate) const OWN: Layer = 0;

/// A text on which another stands (所据).
#[derive(Clone, Debug)]
pub(crate) struct Higher {
    pub(crate) in_force: Option<InForce>,
}

/// When the rules are in force: half-open, with the words that say so.
#[derive(Clone, Debug)]
pub(crate) struct InForce {
    pub(crate) from: chrono::NaiveDate,
    pub(crate) until: Option<chrono::NaiveDate>,
    pub(crate) words: Words,
}

#[derive(Clone, Debug)]
pub(crate) struct RoleEntry {
    pub(crate) code: String,
    pub(crate) title: String,
}

/// A yes/no property of the business, with this text's words as prompt.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matter {
    pub(crate) name: String,
    pub(crate) prompt: String,
    pub(crate) cite: Option<String>,
    pub(crate) quote: Option<String>,
}

/// Where words stand and what they are.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) clause: String,
    pub(crate) cite: String,
    pub(crate) quote: String,
    pub(crate) interpretation: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) layer: Layer,
    pub(crate) words: Words,
    pub(crate) applies: Region,
    pub(crate) except: Region,
    /// Who may be in charge beside the deputies, by this text.
    pub(crate) in_charge: Vec<RoleId>,
    pub(crate) yields: Vec<Yield>,
    /// Clauses whose act gives way to this one's where both stand.
    pub(crate) act_before: Vec<ClauseId>,
    /// Its signers come beside those of other clauses: it restricts nobody.
    pub(crate) adds: bool,
    pub(crate) signing: Option<Signing>,
    pub(crate) steps: Vec<Step>,
    pub(crate) checks: Vec<Check>,
    pub(crate) standing_in: Option<StandingIn>,
    /// What a circled name means on a paper that arrives.
    pub(crate) circled: Option<String>,
    pub(crate) note: Option<Note>,
}

/// This clause gives way to another.
#[derive(Clone, Debug)]
pub(crate) struct Yield {
    pub(crate) to: ClauseId,
    /// Not only its signing, but all its effects.
    pub(crate) entirely: bool,
    /// Why, where the author read it so and the text does not say it.
    pub(crate) interpretation: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Signing {
    Sign(Vec<SignOption>),
    /// The text sends it to other rules; which ones, its quotation says.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignOption {
    pub(crate) act: Act,
    pub(crate) modality: Modality,
    pub(crate) choice: Choice,
    pub(crate) signers: Vec<RoleId>,
    pub(crate) decided_by: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) kind: StepKind,
    pub(crate) actors: Vec<RoleId>,
    pub(crate) choice: Choice,
    pub(crate) modality: Modality,
    /// Any of these meetings does.
    pub(crate) meetings: Vec<usize>,
    /// Narrows the clause for this step alone.
    pub(crate) when: Region,
    /// Steps of this clause with the same mark are alternatives.
    pub(crate) one_of: Option<String>,
    pub(crate) in_turn: bool,
    pub(crate) on_arrival: bool,
    pub(crate) place: Place,
    pub(crate) limit: Option<Limit>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Usual,
    Before(StepKind),
    After(StepKind),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) days: u32,
    pub(crate) working_days: bool,
    pub(crate) from: String,
    pub(crate) before: bool,
    /// 当日 or 次日, where the text says which day is the first.
    pub(crate) first_day: Option<&'static str>,
    pub(crate) modality: Modality,
    pub(crate) overdue: Option<String>,
}

#[cfg(feature = "tools")]
impl Definition {
    /// The clauses of the text itself: they stand before those of the texts on which it stands.
    pub(crate) fn own_clauses(&self) -> &[Clause] {
        let own = self.clauses.iter().take_while(|it| it.layer == OWN).count();
        self.clauses.get(..own).unwrap_or_default()
    }

    /// The matters that the text itself declares, likewise.
    pub(crate) fn own_matters(&self) -> &[Matter] {
        self.matters.get(..self.declared).unwrap_or_default()
    }
}

#[cfg(feature = "tools")]
impl Limit {
    /// In words: `自送会签起3个工作日内，逾期视为无不同意见`.
    pub(crate) fn words(&self) -> String {
        let mood = if self.modality == Modality::Must { "" } else { self.modality.term() };
        let unit = if self.working_days { "个工作日" } else { "日" };
        let (from, days) = (&self.from, self.days);
        let span = match (days, self.before) {
            (0, _) => format!("{from}即办"),
            (_, true) => format!("{from}前{days}{unit}"),
            (_, false) => format!("自{from}起{days}{unit}内"),
        };
        let overdue = self.overdue.as_ref().map(|it| format!("，逾期{it}")).unwrap_or_default();
        let first = self.first_day.map(|it| format!("，{it}起算")).unwrap_or_default();
        format!("{mood}{span}{first}{overdue}")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    Warning,
    Info,
}

#[cfg(feature = "tools")]
impl Severity {
    /// The term that rulebooks write.
    pub(crate) const fn term(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Info => "提示",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) code: String,
    pub(crate) severity: Severity,
    pub(crate) path: String,
    pub(crate) message: String,
    pub(crate) when: Region,
}

/// Who stands in for somebody (代行).
#[derive(Clone, Debug)]
pub(crate) struct StandingIn {
    pub(crate) absent: RoleId,
    /// Any one of these does.
    pub(crate) by: Vec<Substitute>,
    pub(crate) task: String,
    pub(crate) occasions: Vec<String>,
    pub(crate) needs: Option<String>,
}

/// One who stands in: by office, or by an arrangement between persons that a roster knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Substitute {
    Role(RoleId),
    /// 互为AB角: the other of the pair.
    Pair,
    /// 补位: who is to cover.
    Cover,
}

#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) on: StepKind,
    pub(crate) words: String,
}

/// Documents of which the rulebook says itself that its text does not say who signs them.
#[cfg(feature = "tools")]
#[derive(Clone, Debug)]
pub(crate) struct DeclaredGap {
    pub(crate) applies: Region,
    pub(crate) except: Region,
    pub(crate) because: String,
    /// Where in the rulebook it is declared, as a JSON Pointer.
    pub(crate) path: String,
}

/// Clauses of which the rulebook says itself that they demand different things.
#[cfg(feature = "tools")]
#[derive(Clone, Debug)]
pub(crate) struct DeclaredConflict {
    pub(crate) clauses: Vec<ClauseId>,
    pub(crate) because: String,
    pub(crate) path: String,
}

/// A provision that makes no clause, and why.
#[derive(Clone, Debug)]
pub(crate) struct Omission {
    pub(crate) clause: String,
    pub(crate) cite: String,
    pub(crate) because: String,
}
