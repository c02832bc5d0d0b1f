//! Several versions of one rulebook: the day of a draft picks the one in force.
//!
//! Knows their periods. How a version reads a draft and rules on it is that version's own affair.

use crate::change::{Change, WhyNot};
use crate::draft::InputFinding;
use crate::engine::{Options, Rulebook, read_options};
use crate::route::{Decision, Route, Vocabulary, period};
use crate::rulebook::{Issue, parse_date};
use crate::short::CollectVec;
use crate::tree::Node;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// One or more versions of one rulebook, in force at different times.
pub struct Versions {
    /// All, in the order of their days.
    all: Vec<Arc<Rulebook>>,
    /// The last of them: there is always one.
    newest: Arc<Rulebook>,
}

/// One version and the days on which it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RulebookVersion {
    /// The title of the rules.
    pub title: String,
    /// The digest of what it says.
    pub digest: String,
    /// The first day in force, where the text gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The first day no longer in force, where the text gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// Days in a row with one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The first day.
    pub from: String,
    /// The day after the last.
    pub until: String,
    /// The digest of the version in force; nothing where none is.
    pub digest: Option<String>,
}

impl Versions {
    /// Loads one rulebook, or several versions of it, from their texts; `bases` as in [`Rulebook::from_text_on`].
    ///
    /// # Errors
    /// Every fault; of several texts each under its place among them.
    pub fn from_texts<T: AsRef<str>>(texts: &[T], bases: &[T]) -> Result<Self, Vec<Issue>> {
        let mut given: Vec<&str> = Vec::new();
        let (mut all, mut faults): (Vec<Arc<Rulebook>>, Vec<Issue>) = (Vec::new(), Vec::new());
        for base in bases {
            given.push(base.as_ref());
        }
        for (place, text) in texts.iter().enumerate() {
            match Rulebook::from_text_on(text.as_ref(), &given) {
                Ok(version) => {
                    let mut at = 0;
                    for other in &all {
                        if let Some(clash) = clash(other, &version, place) {
                            faults.push(clash);
                        }
                        at += usize::from(start(other) <= start(&version));
                    }
                    all.insert(at, Arc::new(version));
                }
                Err(mut issues) => {
                    for issue in &mut issues {
                        if texts.len() > 1 {
                            issue.path = format!("/{place}{}", issue.path);
                        }
                    }
                    faults.append(&mut issues);
                }
            }
        }
        match all.last() {
            Some(newest) if faults.is_empty() => Ok(Self { newest: Arc::clone(newest), all }),
            // No text at all has the faults of an empty one.
            None if faults.is_empty() => Err(Rulebook::from_text("").err().unwrap_or_default()),
            _ => Err(faults),
        }
    }

    /// The newest version.
    #[must_use]
    pub fn newest(&self) -> &Rulebook {
        &self.newest
    }

    /// The version in force on a day; else the latest that began before it; else the first. Without a day, the newest.
    #[must_use]
    pub fn pick(&self, day: Option<NaiveDate>) -> &Rulebook {
        let Some(day) = day else { return &self.newest };
        let mut picked = self.all.first().unwrap_or(&self.newest);
        for it in &self.all {
            if start(it).is_none_or(|from| from <= day) {
                picked = it;
            }
        }
        picked
    }

    /// Who must sign this draft, under the version of its day.
    #[must_use]
    pub fn route(&self, draft: &Value, options: &Options) -> Route {
        self.route_with(&Node::from(draft), options, Vec::new())
    }

    /// As [`Versions::route`], with the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn route_json(&self, draft: &Value, options: &Value) -> Route {
        let (options, faults) = read_options(&Node::from(options));
        self.route_with(&Node::from(draft), &options, faults)
    }

    /// The routes of several drafts, in their order.
    #[must_use]
    pub fn route_many(&self, drafts: &[Value], options: &Options) -> Vec<Route> {
        drafts.iter().map(|draft| self.route_with(&Node::from(draft), options, Vec::new())).collect_vec()
    }

    pub(crate) fn route_with(&self, draft: &Node, options: &Options, mut faults: Vec<InputFinding>) -> Route {
        let day = day(draft, options);
        if day.is_none() && self.all.len() > 1 {
            let message = "没有日期，按最新的版本办理；请填起草日期".to_owned();
            faults.push(InputFinding { mild: true, ..InputFinding::error("no-date", "/dates/drafted", message) });
        }
        self.pick(day).route_with(draft, options, faults)
    }

    /// The signing question alone, under the version of the draft's day.
    #[must_use]
    pub fn decide(&self, draft: &Value, options: &Options) -> Decision {
        self.decide_with(&Node::from(draft), options)
    }

    /// As [`Versions::decide`], with the options as a caller in JavaScript writes them.
    #[must_use]
    pub fn decide_json(&self, draft: &Value, options: &Value) -> Decision {
        self.decide_with(&Node::from(draft), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn decide_with(&self, draft: &Node, options: &Options) -> Decision {
        self.pick(day(draft, options)).decide_with(draft, options)
    }

    /// The smallest changes that would lead to another answer, under the version of the draft's day.
    #[must_use]
    pub fn what_if_json(&self, draft: &Value, options: &Value) -> Vec<Change> {
        self.what_if_with(&Node::from(draft), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn what_if_with(&self, draft: &Node, options: &Options) -> Vec<Change> {
        self.pick(day(draft, options)).what_if_with(draft, options)
    }

    /// Why the route is not as expected, under the version of the draft's day.
    #[must_use]
    pub fn why_not_json(&self, draft: &Value, wanted: &Value, options: &Value) -> WhyNot {
        self.why_not_with(&Node::from(draft), &Node::from(wanted), &read_options(&Node::from(options)).0)
    }

    pub(crate) fn why_not_with(&self, draft: &Node, wanted: &Node, options: &Options) -> WhyNot {
        self.pick(day(draft, options)).why_not_with(draft, wanted, options)
    }

    /// Facts, values and prompts of the newest version.
    #[must_use]
    pub fn vocabulary(&self) -> Vocabulary {
        self.newest.vocabulary()
    }

    /// The versions, earliest first.
    #[must_use]
    pub fn versions(&self) -> Vec<RulebookVersion> {
        let mut versions = Vec::new();
        for it in &self.all {
            versions.push(RulebookVersion {
                title: it.title().to_owned(),
                digest: it.digest().to_owned(),
                from: start(it).map(|day| day.to_string()),
                until: end(it).map(|day| day.to_string()),
            });
        }
        versions
    }

    /// Which version is in force on each day from `from` until before `until`. A version without dates always is.
    #[must_use]
    pub fn sweep(&self, from: NaiveDate, until: NaiveDate) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let mut push = |from: NaiveDate, until: NaiveDate, digest| {
            if from < until {
                stretches.push(Stretch { from: from.to_string(), until: until.to_string(), digest });
            }
        };
        let mut day = from;
        for it in &self.all {
            let begin = start(it).unwrap_or(day).clamp(day, until.max(day));
            let end = end(it).unwrap_or(until).clamp(begin, until.max(begin));
            push(day, begin, None);
            push(begin, end, Some(it.digest().to_owned()));
            day = end;
        }
        push(day, until, None);
        stretches
    }
}

fn start(rulebook: &Rulebook) -> Option<NaiveDate> {
    rulebook.in_force().map(|it| it.from)
}

fn end(rulebook: &Rulebook) -> Option<NaiveDate> {
    rulebook.in_force().and_then(|it| it.until)
}

/// The day for which a draft is asked.
fn day(draft: &Node, options: &Options) -> Option<NaiveDate> {
    options.on.or_else(|| parse_date(draft.get("dates")?.get("drafted")?.text()?))
}

/// Why two cannot be versions of one rulebook.
fn clash(one: &Rulebook, other: &Rulebook, place: usize) -> Option<Issue> {
    let (code, message, key) = if one.id() == other.id() {
        let before = |a: &Rulebook, b: &Rulebook| end(a).zip(start(b)).is_some_and(|(end, start)| end <= start);
        if before(one, other) || before(other, one) {
            return None;
        }
        ("overlapping-versions", format!("两个版本的施行期重叠：{}与{}", named(one), named(other)), "施行")
    } else {
        ("different-id", format!("`{}`不是`{}`的版本：各版本的标识须相同", other.id(), one.id()), "标识")
    };
    Some(Issue { code, path: format!("/{place}/{key}"), ..Issue::syntax(message) })
}

/// A version with its days, for the author.
fn named(rulebook: &Rulebook) -> String {
    let days = rulebook.in_force().map_or_else(|| "没有写明施行期".to_owned(), period);
    format!("《{}》（{days}）", rulebook.title())
}
