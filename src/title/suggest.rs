//! The facts that the parts of a title suggest. A wrong one costs the clerk more than none: what the words do not settle is not said.

use super::issuers::{Own, names};
use super::matters;
use super::parts::Parts;
use super::people::{People, name};
use super::text::{Text, from, is_digit, one_of, says, trimmed_of};
use super::{SuggestedValue, Suggestion};
use crate::route::local_word;
use crate::rulebook::Definition;
use crate::short::{CollectVec, is_of, joined};
use crate::situation::{FactId, fixed};
use crate::tree::Node;
use crate::vocabulary::MEETINGS;

/// A fact of which a title may tell the term.
pub(super) struct Told {
    pub(super) id: FactId,
    /// Its path in a draft.
    pub(super) path: &'static str,
    pub(super) label: &'static str,
}

static DOC_TYPE: Told = Told { id: fixed::DOC_TYPE, path: "docType", label: "文种" };
static ISSUER: Told = Told { id: fixed::ISSUER, path: "issuer", label: "发文名义" };
static MINUTES_OF: Told = Told { id: fixed::MINUTES_OF, path: "minutesOf", label: "纪要所记的会议" };
static URGENCY: Told = Told { id: fixed::URGENCY, path: "urgency", label: "紧急程度" };
static SECRECY: Told = Told { id: fixed::SECRECY, path: "secrecy", label: "密级" };

/// A suggested term, and the piece of the title that speaks for it.
pub(super) struct Term<'a> {
    pub(super) fact: &'static Told,
    pub(super) term: &'static str,
    pub(super) piece: &'a str,
}

/// The suggested facts with a single term, as far as the rulebook's own names go.
pub(super) fn terms<'a>(
    parts: &Parts<'a>,
    text: &Text<'_>,
    own: Option<&Own<'_>>,
    definition: Option<&Definition>,
    people: People<'_>,
) -> Vec<Term<'a>> {
    let mut terms = Vec::new();
    if let Some(it) = parts.doc_type {
        terms.push(Term { fact: &DOC_TYPE, term: it.term, piece: it.words });
    }
    if let (Some(own), Some(piece)) = (own, parts.issuer)
        && let Some(term) = own.issuer(&names(piece, text, Some(own), people), people)
    {
        terms.push(Term { fact: &ISSUER, term, piece });
    }
    let meeting = definition.zip(own).and_then(|(definition, own)| meeting(parts, definition, own));
    if let Some((term, piece)) = meeting {
        terms.push(Term { fact: &MINUTES_OF, term, piece });
    }
    for (fact, known) in [(&URGENCY, "特急 加急 平急 特提"), (&SECRECY, "绝密 机密 秘密")] {
        for mark in &parts.marks {
            // 特急件, 机密★10年.
            let bare = mark.strip_suffix('件').unwrap_or(mark);
            let bare = bare.split_once('★').map_or(bare, |(it, _)| it);
            if let Some(term) = one_of(known, bare) {
                terms.push(Term { fact, term, piece: mark });
                break;
            }
        }
    }
    terms
}

/// All suggestions, each fact once.
pub(super) fn suggestions(
    parts: &Parts<'_>,
    text: &Text<'_>,
    definition: Option<&Definition>,
    roster: Option<&Node>,
) -> Vec<Suggestion> {
    let people = roster.map(People::read).unwrap_or_default();
    let own = definition.and_then(Own::new);
    let mut suggestions = Vec::new();
    let mut suggest = |fact: &str, value: SuggestedValue, piece: &str, label: &[&str]| {
        let span = text.part(piece);
        let words = format!("标题写“{}”，{}", span.words, joined(label, ""));
        suggestions.push(Suggestion { fact: fact.to_owned(), value, span, words });
    };
    let terms = terms(parts, text, own.as_ref(), definition, people);
    let mut is_ours = parts.issuer.is_none();
    for it in &terms {
        if it.fact.id == fixed::ISSUER {
            is_ours = matches!(it.term, "政府" | "政府办公室");
        }
        // A meeting by what it is called here.
        let meeting = definition.filter(|_| it.fact.id == fixed::MINUTES_OF);
        let shown = meeting.map_or(it.term, |definition| local_word(fixed::MINUTES_OF, it.term, definition));
        suggest(it.fact.path, term(it.term), it.piece, &[it.fact.label, "似为“", shown, "”"]);
    }
    for (matter, piece) in definition.map(|it| matters::told(parts, it, is_ours)).unwrap_or_default() {
        suggest(&format!("matters.{matter}"), SuggestedValue::Yes(true), piece, &["似属“", matter, "”"]);
    }
    let (piece, departments) = departments(parts, text, own.as_ref(), people);
    if let [lead, others @ ..] = departments.as_slice() {
        let lead = name(lead);
        suggest("departments.lead", term(lead), piece, &["主办部门似为", lead]);
        if !others.is_empty() {
            let names = others.iter().map(|it| name(it).to_owned()).collect_vec();
            suggest("departments.others", SuggestedValue::Several(names), piece, &["其余似为协办部门"]);
        }
        if let Some(ids) = people.in_charge(&departments) {
            suggest("leaders", SuggestedValue::Several(ids), piece, &["似涉及其分管领导"]);
        }
    } else if let Some((piece, id)) = leader(parts, people) {
        suggest("leaders", SuggestedValue::Several(vec![id.to_owned()]), piece, &["似涉及这位领导"]);
    }
    suggestions
}

fn term(term: &str) -> SuggestedValue {
    SuggestedValue::Term(term.to_owned())
}

/// The meeting of a 纪要, by the rulebook's own names. What else stands before the name must not be another institution's.
fn meeting<'a>(parts: &Parts<'a>, definition: &Definition, own: &Own<'_>) -> Option<(&'static str, &'a str)> {
    parts.doc_type.filter(|it| it.term == "纪要")?;
    let subject = parts.subject?;
    if parts.issuer.is_some_and(|it| !own.is_government(it)) {
        return None;
    }
    for (name, shared) in definition.meetings.iter().zip(MEETINGS) {
        // A meeting without a name of its own is none that a title could tell.
        if name == shared {
            continue;
        }
        let core = own.behind_place(name).and_then(|it| it.strip_prefix("政府")).unwrap_or(name);
        // 会 for 会议.
        let short = core.strip_suffix('议').unwrap_or(core);
        if let Some(before) = subject.strip_suffix(core).or_else(|| subject.strip_suffix(short)) {
            let topical = matches!(shared, "专题会议" | "协调会议");
            return is_ours(before, own, topical).then(|| (shared, from(subject, before.len())));
        }
    }
    None
}

/// Whether what stands before a meeting's name is our government, a number, a year; before a meeting on one topic also the topic.
fn is_ours(before: &str, own: &Own<'_>, topical: bool) -> bool {
    const INSTITUTIONS: &str = "局 委 部 院 公司 党 人大 政协 中心 镇 乡 街道 学校 集团 政府 市长 省";
    let number = |it| is_digit(it) || is_of("第次届年期号月日()—-", it);
    let mut topic = trimmed_of(before, number);
    let named = |at: &usize| topic.get(..*at).is_some_and(|it| own.is_government(it));
    if let Some(at) = (0..=topic.len()).rev().find(named) {
        topic = trimmed_of(from(topic, at), number);
    }
    topic.is_empty() || (topical && !says(topic, INSTITUTIONS))
}

/// The departments of the roster in whose name the title stands, or whose title is passed on; all of them known, or none.
fn departments<'p, 'a>(
    parts: &Parts<'a>,
    text: &Text<'_>,
    own: Option<&Own<'_>>,
    people: People<'p>,
) -> (&'a str, Vec<&'p Node>) {
    let passed = parts.wraps.as_ref().filter(|it| it.by != "印发");
    let whose = passed.and_then(|it| it.inner.issuer.or(Some(it.whose).filter(|it| !it.is_empty())));
    for piece in [parts.issuer, whose].into_iter().flatten() {
        let names = names(piece, text, own, people);
        let found = names.iter().filter_map(|it| people.department(it, own)).collect_vec();
        if found.len() == names.len() {
            return (piece, found);
        }
    }
    ("", Vec::new())
}

/// A leader who is named, or whose portfolio is.
fn leader<'a, 'p>(parts: &Parts<'a>, people: People<'p>) -> Option<(&'a str, &'p str)> {
    const ABOUT_THEMSELVES: &str = "任 免 分工 表彰 处分 辞 调整 述职 退休";
    let subject = parts.subject.filter(|it| !says(it, ABOUT_THEMSELVES))?;
    people.named(subject).or_else(|| people.in_charge_of(subject))
}
