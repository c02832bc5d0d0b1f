//! A loaded rulebook, ready to answer.

use crate::calendar::Calendar;
use crate::draft::{InputFinding, Known, Reading, read, settle};
use crate::roster::Roster;
use crate::route::{self, Basis, Decision, Route, Vocabulary};
use crate::rulebook::{self, Definition, InForce, Issue, OWN, parse_date};
use crate::ruling::Compiled;
use crate::title::{self, TitleReading};
use crate::tree::Node;
use chrono::NaiveDate;
use serde_json::Value;
use std::sync::Arc;

/// One government's rules, checked and compiled. Loading is the only thing that can fail.
pub struct Rulebook {
    pub(crate) definition: Definition,
    pub(crate) compiled: Compiled,
}

/// What a caller says beside the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day for which the rules are asked; without it, the draft's own day of drafting.
    pub on: Option<NaiveDate>,
    /// The caller is finished: what is not stated counts as no, empty or 无, where the fact has such a value.
    pub unstated_is_no: bool,
    /// The people behind the roles.
    pub roster: Option<Arc<Roster>>,
    /// Working days beyond the years shipped, or other than shipped.
    pub calendar: Option<Arc<Calendar>>,
}

/// A provision that makes no clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands, as a clause id.
    pub clause: String,
    /// The citation as the text numbers itself.
    pub cite: String,
    /// Why it is left out.
    pub because: String,
}

impl Rulebook {
    /// Loads a rulebook from its text: YAML or JSON, or JSON alone without the feature `yaml`.
    ///
    /// # Errors
    /// Every fault of the rulebook, with its place in the text.
    pub fn from_text(text: &str) -> Result<Self, Vec<Issue>> {
        Self::from_text_on(text, &[])
    }

    /// As [`Rulebook::from_text`], with the texts of rulebooks to which `所据` may point by id.
    ///
    /// # Errors
    /// Every fault of the rulebook, and of those on which it stands.
    pub fn from_text_on(text: &str, bases: &[&str]) -> Result<Self, Vec<Issue>> {
        Ok(Self::new(rulebook::from_text(text, bases)?))
    }

    fn new(definition: Definition) -> Self {
        let compiled = Compiled::new(&definition);
        Self { definition, compiled }
    }

    /// The rulebook's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.definition.id
    }

    /// The title of the rules.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.definition.title
    }

    /// The digest of what it says, `sha256:` and 64 hexadecimal digits: the same in YAML and JSON, and in any order of keys
    /// and clauses. Cases (案例) and what makes no clause (不编) do not count.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.definition.digest
    }

    /// Who must sign this draft, and by which path. Never fails: whatever is wrong with the draft is a finding.
    #[must_use]
    pub fn route(&self, draft: &Value, options: &Options) -> Route {
        self.route_with(&Node::from(draft), options, Vec::new())
    }

    /// As [`Rulebook::route`], with the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn route_json(&self, draft: &Value, options: &Value) -> Route {
        let (options, faults) = read_options(&Node::from(options));
        self.route_with(&Node::from(draft), &options, faults)
    }

    pub(crate) fn route_with(&self, draft: &Node, options: &Options, mut faults: Vec<InputFinding>) -> Route {
        let mut reading = self.read(draft, options);
        reading.findings.append(&mut faults);
        let known = self.settle(&reading, options);
        let settled = options.roster.is_some().then(|| known.situation.clone());
        let mut route = route::route(&self.definition, &self.compiled, &reading, known, options.on);
        route.findings.append(&mut title::contradictions(&reading, &self.definition));
        if let (Some(roster), Some(settled)) = (&options.roster, settled) {
            let day = options.on.or(reading.said.dates.day("起草"));
            roster.staff(&mut route, &reading.said, &settled, &self.definition, day);
        }
        options.calendar.as_deref().unwrap_or(&Calendar::default()).date(&mut route, &reading.said);
        route
    }

    pub(crate) fn read(&self, draft: &Node, options: &Options) -> Reading {
        let mut reading = read(draft, &self.definition.space, &self.definition.names);
        if let Some(roster) = &options.roster {
            roster.derive(&mut reading, &self.definition);
        }
        reading
    }

    /// What a title says and suggests, in the names of this rulebook and of a roster as a caller in JavaScript writes it.
    #[must_use]
    pub fn read_title(&self, title: &str, roster: &Value) -> TitleReading {
        self.read_title_with(title, &Node::from(roster))
    }

    pub(crate) fn read_title_with(&self, title: &str, roster: &Node) -> TitleReading {
        title::read(title, Some(&self.definition), Some(roster))
    }

    /// The signing question alone: much cheaper than a route.
    #[must_use]
    pub fn decide(&self, draft: &Value, options: &Options) -> Decision {
        self.decide_with(&Node::from(draft), options)
    }

    /// As [`Rulebook::decide`], with the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn decide_json(&self, draft: &Value, options: &Value) -> Decision {
        self.decide_with(&Node::from(draft), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn decide_with(&self, draft: &Node, options: &Options) -> Decision {
        let reading = self.read(draft, options);
        route::decide(&self.definition, &self.compiled, &self.settle(&reading, options))
    }

    /// Every clause of its own with its words, in the order of the text.
    pub fn clauses(&self) -> impl Iterator<Item = Basis> {
        let own = self.definition.clauses.iter().filter(|clause| clause.layer == OWN);
        own.map(|clause| route::basis(&clause.words, None))
    }

    pub(crate) fn in_force(&self) -> Option<&InForce> {
        self.definition.in_force.as_ref()
    }

    /// The words on which the period in force rests, where the rulebook gives one.
    #[must_use]
    pub fn in_force_basis(&self) -> Option<Basis> {
        self.in_force().map(|period| route::basis(&period.words, None))
    }

    /// The provisions about paths and signatures that make no clause, and why.
    pub fn left_out(&self) -> impl Iterator<Item = LeftOut> {
        self.definition.omissions.iter().map(|it| LeftOut {
            clause: it.clause.clone(),
            cite: it.cite.clone(),
            because: it.because.clone(),
        })
    }

    /// Facts, values and prompts in the rulebook's words: enough to build a form.
    #[must_use]
    pub fn vocabulary(&self) -> Vocabulary {
        route::vocabulary(&self.definition, &self.compiled)
    }

    /// What a draft may still become.
    #[cfg(feature = "tools")]
    pub(crate) fn settled(&self, draft: &Node, options: &Options) -> Known {
        self.settle(&self.read(draft, options), options)
    }

    pub(crate) fn settle(&self, reading: &Reading, options: &Options) -> Known {
        settle(
            reading,
            options.unstated_is_no,
            &self.compiled.possible,
            &self.compiled.diagrams,
            &self.definition.space,
        )
    }
}

/// Options as a tree; a wrong one is a finding and counts as not given.
pub(crate) fn read_options(options: &Node) -> (Options, Vec<InputFinding>) {
    let mut read = Options::default();
    let mut faults = Vec::new();
    let Some(fields) = options.fields() else {
        if !options.is_null() {
            faults.push(route::option_finding("", "选项应为对象".to_owned()));
        }
        return (read, faults);
    };
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_null()) {
        match (name, value.text()) {
            ("unstated", Some("no")) => read.unstated_is_no = true,
            ("unstated", Some("unknown")) => {}
            ("on", Some(text)) if parse_date(text).is_some() => read.on = parse_date(text),
            ("on", _) => {
                faults.push(route::option_finding("", "选项`on`应为日期（年-月-日，如2026-11-22）".to_owned()));
            }
            ("unstated", _) => {
                faults.push(route::option_finding("", "选项`unstated`应为`no`或`unknown`".to_owned()));
            }
            ("roster", _) => read.roster = Some(Arc::new(Roster::read(value, &mut faults))),
            ("calendar", _) => read.calendar = Some(Arc::new(Calendar::read(value, &mut faults))),
            _ => faults.push(route::option_finding("", format!("不认识的选项`{name}`"))),
        }
    }
    (read, faults)
}
