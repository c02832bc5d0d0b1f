//! What comes out: the shapes of the contract's section 3, ready for JSON.

use crate::vocabulary::{Act, Choice, Modality, StepKind};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// Who signs, by which path, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Route {
    /// The rulebook that gave the answer.
    pub rulebook: RulebookRef,
    /// What kind of answer it is.
    pub status: Status,
    /// Every lawful outcome that the known facts still allow.
    pub signing: Vec<Signing>,
    /// The whole path, in order.
    pub steps: Vec<Step>,
    /// What is wrong, missing or worth knowing.
    pub findings: Vec<Finding>,
    /// What to ask next: first what can change the signing, then what can change a step or a finding.
    pub questions: Vec<Question>,
    /// When the document can go out, as far as limits and dates tell.
    pub timing: Timing,
    /// Which facts the answer rests on, which it lacks, and which no longer matter.
    pub facts: Facts,
}

/// The rulebook of a route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RulebookRef {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The digest of what it says: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
    /// Whether it is in force on `on`, else on the day of drafting; unknown without a date or where the text gives none.
    pub in_force: Option<bool>,
}

/// What kind of answer a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// One outcome whatever the unknown facts turn out to be.
    Determined,
    /// More than one outcome is still possible.
    Open,
    /// Two clauses demand different things and the text gives no precedence.
    Conflict,
    /// The text says nothing about it (未规定).
    Silent,
    /// The text sends it to other rules.
    Elsewhere,
}

/// How sure something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// So in every document that the draft may become.
    Certain,
    /// So in some of them.
    Possible,
    /// One side of a conflict.
    Conflicting,
}

/// What the text does about the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SigningOutcome {
    /// It demands signatures.
    Sign,
    /// It says nothing.
    Silent,
    /// It points to other rules.
    Elsewhere,
}

/// One outcome of the signing question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// How sure it is.
    pub certainty: Certainty,
    /// What the text does.
    pub outcome: SigningOutcome,
    /// Who may sign, in the order in which the text puts them.
    pub options: Vec<SignOption>,
    /// The clauses that say so.
    pub basis: Vec<Basis>,
    /// For a possible one: what must turn out to hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Vec<Condition>>,
    /// For a possible one: the alternatives of which one must hold as well, as its clauses' own words name them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Vec<Condition>>,
}

/// One lawful alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignOption {
    /// The text's own word for the act.
    pub act: Act,
    /// How binding the words are.
    pub modality: Modality,
    /// Whether one of the signers suffices.
    pub choice: Choice,
    /// Who.
    pub signers: Vec<Signer>,
    /// Whose judgement or authorisation it is, where the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

/// A role that acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Signer {
    /// The stable code.
    pub role: String,
    /// What the role is called here.
    pub title: String,
    /// Further roles in which the same person acts here: they act once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Office>,
    /// Who it is, where the roster settles it; those who would stand in where `standing_in` says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<RosterPerson>,
    /// Somebody is away: in whose place `persons` would act, and what that takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing_in: Option<StandingIn>,
}

/// A role with its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// The stable code.
    pub role: String,
    /// What the role is called here.
    pub title: String,
}

/// A person of the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterPerson {
    /// The caller's own.
    pub id: String,
    /// 姓名.
    pub name: String,
    /// What they are called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The roles they hold, as the roster has them.
    pub roles: Vec<String>,
    /// Why they are away on the day, such as 外出; 不在 where the roster does not say why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub away: Option<String>,
}

/// Somebody acts in another's place, or would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandingIn {
    /// In whose place.
    #[serde(rename = "for")]
    pub absent: RosterPerson,
    /// The words on which it rests: of the rules, or the delegation on record (then without a clause).
    pub under: Basis,
    /// What is still missing: 委托. As long as it is, nobody may act in the other's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<&'static str>,
    /// What the rules say and what it takes, for the clerk.
    pub words: String,
    /// The line to write on the form, where the delegation is on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
}

/// One step of the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Stable within the rulebook.
    pub id: String,
    /// What kind of step.
    pub kind: StepKind,
    /// Steps of one stage may run side by side.
    pub stage: u32,
    /// The steps of the stage before.
    pub after: Vec<String>,
    /// Steps with the same mark are alternatives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<String>,
    /// Who acts; empty where the text does not say.
    pub actors: Vec<Signer>,
    /// Whether one of them suffices.
    pub choice: Choice,
    /// How binding the words are.
    pub modality: Modality,
    /// For 会议审议: any of these meetings does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<String>,
    /// Whether it is of the ordinary course, not named by this text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customary: Option<bool>,
    /// Certain or possible.
    pub certainty: Certainty,
    /// For a possible one: what must turn out to hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Vec<Condition>>,
    /// Time limits that the text sets for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// When the tightest of them runs out; where one of them is not known, that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What the text remarks on it: standing in, the meaning of a circled name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The clauses that demand it.
    pub basis: Vec<Basis>,
}

/// A time limit in the text's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limit {
    /// How many days; 0 means at once.
    pub days: u32,
    /// 工作日 or 日.
    pub unit: &'static str,
    /// From when: 送会签, 会议结束, 签发, 发布, 收文, 会议召开.
    pub from: String,
    /// Whether the days count back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<bool>,
    /// Whether the day of the event is the first of them (当日) or the next (次日), where the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<&'static str>,
    /// How binding the words are.
    pub modality: Modality,
    /// What happens when it runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<String>,
    /// When it runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The clause that sets it.
    pub basis: Vec<Basis>,
    /// Whether every document that the draft may become is under it, once the step is taken.
    #[serde(skip)]
    pub(crate) sure: bool,
}

/// When a limit runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Due {
    /// On a day.
    On(DueDay),
    /// Nobody can say.
    Unknown {
        /// Which date is missing, or which year.
        unknown: String,
    },
}

/// The day on which a limit runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueDay {
    /// The last day that is still in time.
    pub date: NaiveDate,
    /// How many days.
    pub days: u32,
    /// 工作日 or 日.
    pub unit: &'static str,
    /// The day of the event from which they count.
    pub from: NaiveDate,
    /// The day from which silence counts as the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<NaiveDate>,
    /// What was assumed where the text does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumption: Option<String>,
}

/// When the document can go out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Timing {
    /// Not before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<NaiveDate>,
    /// After this day, a limit has run out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<NaiveDate>,
    /// On what both rest.
    pub because: Vec<String>,
    /// What is missing to say more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
}

/// A remark on a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// 圈阅, 代行 or 注.
    pub kind: &'static str,
    /// For the clerk.
    pub words: String,
    /// The clause that says so.
    pub basis: Basis,
}

/// A clause with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// The clause's id.
    pub clause: String,
    /// The citation as the text numbers itself.
    pub cite: String,
    /// Its operative words, verbatim.
    pub quote: String,
    /// What the rulebook's author read into it; never the text itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<String>,
}

/// A value of a fact, as it stands in a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FactValue {
    /// Of a yes/no fact.
    YesNo(bool),
    /// A term.
    Term(String),
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The fact, by its path in a draft.
    pub fact: String,
    /// Any of these.
    pub is: Vec<FactValue>,
    /// The same for the clerk.
    pub words: String,
}

/// Form validation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable.
    pub code: String,
    /// How grave.
    pub severity: FindingSeverity,
    /// For the clerk.
    pub message: String,
    /// JSON Pointer into the draft.
    pub path: String,
    /// The clauses that say so; none where the finding is about the input itself.
    pub basis: Vec<Basis>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingSeverity {
    /// 不得、必须、应
    Error,
    /// 一般不得、原则上
    Warning,
    /// Worth knowing.
    Info,
}

/// What to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The fact asked for.
    pub fact: String,
    /// In the rulebook's words.
    pub prompt: String,
    /// What can be answered, and where it leads.
    pub answers: Vec<Answer>,
    /// Whether it can change the signing, or only a step or a finding.
    pub affects: &'static str,
    /// Why it is asked.
    pub because: String,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// What to put into the draft: `true` or `false` for yes/no facts.
    pub value: FactValue,
    /// The outcomes that would still be possible, in words.
    pub leads_to: Vec<String>,
}

/// The facts behind a route, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Facts {
    /// Known, and the answer would differ without them.
    pub used: Vec<String>,
    /// Unknown, and the answer may still change with them.
    pub missing: Vec<String>,
    /// Whatever they are, the answer stays the same.
    pub irrelevant: Vec<String>,
    /// What followed from what was stated.
    #[serde(serialize_with = "as_map")]
    pub derived: Vec<(String, FactValue)>,
}

fn as_map<S: Serializer>(entries: &[(String, FactValue)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(name, value)| (name, value)))
}

/// The signing question alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// As in the route.
    pub status: Status,
    /// Each outcome in words.
    pub outcomes: Vec<String>,
}
