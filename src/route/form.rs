//! The vocabulary of a rulebook: enough for a page to build its form.

use super::prompts::prompt;
use super::words::local;
use crate::draft::is_hidden;
use crate::rulebook::Definition;
use crate::ruling::Compiled;
use crate::short::{CollectVec, PushAll};
use crate::situation::{FactId, fixed};
use crate::vocabulary::{ADDRESSEE_KINDS, DATES};
use serde::Serialize;

/// Facts, values and prompts in a rulebook's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vocabulary {
    /// Whose rules these are.
    pub rulebook: RulebookWords,
    /// What a draft may state, in the order in which a form shows it.
    pub facts: Vec<FormFact>,
    /// Combinations that cannot be.
    pub impossible: Vec<Impossible>,
}

/// Whose rules these are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RulebookWords {
    /// The id.
    pub id: String,
    /// The title of the rules.
    pub title: String,
    /// The government.
    pub government: String,
}

/// One field of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormFact {
    /// Its path in the draft.
    pub name: String,
    /// What clerks call it.
    pub label: String,
    /// What kind of field: `enum`, `yesno`, `list`, `number`, `date` or `text`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The values of an `enum`, the kinds of a `list`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<FormValue>,
    /// How the clerk is asked.
    pub prompt: String,
    /// Which part of the form.
    pub group: &'static str,
    /// Where the rulebook's own words for a matter stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
}

/// One value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormValue {
    /// What goes into the draft.
    pub value: String,
    /// What this government calls it.
    pub label: String,
}

/// The words of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Where.
    pub cite: String,
    /// What it says.
    pub quote: String,
}

/// A combination that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Impossible {
    /// For clerks.
    pub words: String,
}

pub(crate) fn vocabulary(definition: &Definition, compiled: &Compiled) -> Vocabulary {
    Vocabulary {
        rulebook: RulebookWords {
            id: definition.id.clone(),
            title: definition.title.clone(),
            government: definition.government.clone(),
        },
        facts: facts(definition),
        impossible: compiled
            .possible
            .rules
            .iter()
            .map(|(rule, _)| Impossible { words: rule.words.clone() })
            .collect_vec(),
    }
}

fn facts(definition: &Definition) -> Vec<FormFact> {
    let choice = |fact, group| enumeration(fact, group, definition);
    let yes_no = |fact, group| field(fact, "yesno", group, definition);
    let mut facts = vec![
        plain("title", "标题", "text", "公文标题是什么？", "公文"),
        choice(fixed::ISSUER, "公文"),
        choice(fixed::DOC_TYPE, "公文"),
        choice(fixed::SECRECY, "公文"),
        choice(fixed::URGENCY, "公文"),
        FormFact { values: Vec::new(), ..field(fixed::VALID_YEARS, "number", "公文", definition) },
        recipients("addressees", "主送机关", "主送哪些机关？"),
        recipients("copies", "抄送机关", "抄送哪些机关？"),
        choice(fixed::DIRECTION, "行文"),
        choice(fixed::PORTFOLIOS, "行文"),
        plain("departments.lead", "主办部门", "text", "主办部门是哪个？", "部门"),
        yes_no(fixed::OTHER_DEPARTMENTS, "部门"),
        choice(fixed::CONSENSUS, "部门"),
        choice(fixed::DECIDED_BY, "会议"),
        choice(fixed::MINUTES_OF, "会议"),
        choice(fixed::CHAIRED_BY, "会议"),
        yes_no(fixed::CHAIR_DELEGATED, "会议"),
    ];
    facts.push_all((fixed::MATTERS..).zip(&definition.matters).map(|(fact, matter)| FormFact {
        citation: matter.cite.clone().zip(matter.quote.clone()).map(|(cite, quote)| Citation { cite, quote }),
        ..field(fact, "yesno", "事项", definition)
    }));
    facts.push_all(DATES.iter().map(|(name, label)| plain(&format!("dates.{name}"), label, "date", label, "日期")));
    facts
}

fn plain(name: &str, label: &str, kind: &'static str, prompt: &str, group: &'static str) -> FormFact {
    FormFact {
        name: name.to_owned(),
        label: label.to_owned(),
        kind,
        values: Vec::new(),
        prompt: prompt.to_owned(),
        group,
        citation: None,
    }
}

fn field(fact: FactId, kind: &'static str, group: &'static str, definition: &Definition) -> FormFact {
    let (name, label) = definition.space.fact(fact).map_or(("", ""), |it| (it.name.as_str(), it.label.as_str()));
    plain(name, label, kind, &prompt(fact, definition), group)
}

/// A field with values; meetings under their local names.
fn enumeration(fact: FactId, group: &'static str, definition: &Definition) -> FormFact {
    let values = definition
        .space
        .fact(fact)
        .map(|it| {
            it.values
                .iter()
                .filter(|term| !is_hidden(fact, term))
                .map(|term| FormValue { value: term.clone(), label: local(fact, term, definition).to_owned() })
                .collect_vec()
        })
        .unwrap_or_default();
    FormFact { values, ..field(fact, "enum", group, definition) }
}

fn recipients(name: &str, label: &str, prompt: &str) -> FormFact {
    FormFact {
        values: ADDRESSEE_KINDS
            .iter()
            .map(|kind| FormValue { value: (*kind).to_owned(), label: (*kind).to_owned() })
            .collect_vec(),
        ..plain(name, label, "list", prompt, "行文")
    }
}
