//! Titles (标题): their parts, and the facts that they suggest.
//!
//! Knows how titles are worded, and what a rulebook and a roster call things. Knows no clause: a title never decides anything, it is
//! shown, and where its own words are at odds with what the draft states, that is a finding.

mod contradict;
mod doc_type;
mod issuers;
mod matters;
mod parts;
mod people;
mod suggest;
mod text;

pub(crate) use contradict::contradictions;

use crate::rulebook::Definition;
use crate::tree::Node;
use parts::Parts;
use serde::Serialize;
use text::Text;

/// A stretch of a title, in UTF-16 units as JavaScript counts them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TitlePart {
    /// The first unit.
    pub start: usize,
    /// The first unit behind it.
    pub end: usize,
    /// The words themselves, such as `复函`.
    pub words: String,
    /// Of the 文种: its term, such as `函`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<&'static str>,
}

/// What a title passes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitleWraps {
    /// The word that does it: 转发, 批转, 印发 and so on.
    pub by: TitlePart,
    /// The title inside.
    pub title: TitlePart,
    /// That title read likewise; spans are of the whole.
    pub inner: Box<TitleReading>,
}

/// What a title says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TitleReading {
    /// 发文机关, where it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<TitlePart>,
    /// 事由.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<TitlePart>,
    /// 文种.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_type: Option<TitlePart>,
    /// What it passes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wraps: Option<TitleWraps>,
    /// Facts that the title suggests, each once; none for a title inside another.
    pub suggestions: Vec<Suggestion>,
}

/// A fact that a title suggests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// Its path in a draft.
    pub fact: String,
    /// Its value, as a draft has it.
    pub value: SuggestedValue,
    /// The words that speak for it.
    pub span: TitlePart,
    /// In words, for the clerk.
    pub words: String,
}

/// The value of a fact that a title suggests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum SuggestedValue {
    /// Of a matter.
    Yes(bool),
    /// A term or a name.
    Term(String),
    /// Names, or ids of people.
    Several(Vec<String>),
}

/// What a title says without a rulebook: its parts, and what all rulebooks share.
#[must_use]
pub fn read_title(title: &str) -> TitleReading {
    read(title, None, None)
}

/// Reads a title; with a rulebook its names count, with a roster the people's.
pub(crate) fn read(title: &str, definition: Option<&Definition>, roster: Option<&Node>) -> TitleReading {
    let text = Text::new(title);
    let parts = parts::read(&text.plain);
    let mut reading = told(&parts, &text);
    reading.suggestions = suggest::suggestions(&parts, &text, definition, roster);
    reading
}

fn told(parts: &Parts<'_>, text: &Text<'_>) -> TitleReading {
    TitleReading {
        issuer: parts.issuer.map(|it| text.part(it)),
        subject: parts.subject.map(|it| text.part(it)),
        doc_type: parts.doc_type.map(|it| TitlePart { term: Some(it.term), ..text.part(it.words) }),
        wraps: parts.wraps.as_ref().map(|it| TitleWraps {
            by: text.part(it.by),
            title: text.part(it.title),
            inner: Box::new(told(&it.inner, text)),
        }),
        suggestions: Vec::new(),
    }
}
