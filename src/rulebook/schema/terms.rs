//! The small values of the format: free text, ids, and the terms of the vocabulary.

use super::json::{Json, either, explained, like, map, suggested, words};
use crate::vocabulary::{
    ADDRESSEE_KINDS, Act, CHAIRS, DIRECTIONS, DOC_TYPE_ALIASES, DOC_TYPES, ISSUERS, MEETINGS, Modality, ROLES,
    SHARED_MATTERS, StepKind,
};

/// Any scalar that is not blank: the reader takes a number or a yes for its text.
pub(super) fn text() -> Json {
    map([("type", ["string", "number", "boolean"].into()), ("pattern", "\\S".into())])
}

/// A name for files and programs.
pub(super) fn name() -> Json {
    map([("type", ["string", "number", "boolean"].into()), ("pattern", "^[a-z0-9-]+$".into())])
}

/// The id of a clause; one of digits alone may stand without quotation marks.
pub(super) fn id() -> Json {
    map([
        ("type", ["string", "integer"].into()),
        ("pattern", "^[0-9]+(p[0-9]+)?(-[0-9]+){0,2}[a-z]?$".into()),
        ("minimum", 0.into()),
    ])
}

/// A whole number, with or without quotation marks.
pub(super) fn count() -> Json {
    map([("type", ["integer", "string"].into()), ("minimum", 0.into()), ("pattern", "^[0-9]+$".into())])
}

pub(super) fn date() -> Json {
    like("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
}

/// 是 or 否; YAML and JSON have words of their own for it.
pub(super) fn flag() -> Json {
    let foreign = map([("type", ["boolean", "string"].into()), ("pattern", "^(true|false)$".into())]);
    suggested(["是", "否"], foreign)
}

pub(super) fn issuer() -> Json {
    words(ISSUERS)
}

pub(super) fn doc_type() -> Json {
    words(DOC_TYPES.into_iter().chain(DOC_TYPE_ALIASES.map(|(alias, _)| alias)))
}

pub(super) fn direction() -> Json {
    words(DIRECTIONS)
}

pub(super) fn addressee_kind() -> Json {
    words(ADDRESSEE_KINDS)
}

/// A shared meeting, or what this government calls it.
pub(super) fn meeting() -> Json {
    suggested(MEETINGS, text())
}

pub(super) fn chair() -> Json {
    words(CHAIRS)
}

/// A shared matter, or one of the rulebook's own.
pub(super) fn matter_name() -> Json {
    suggested(SHARED_MATTERS, text())
}

/// A shared role, or what this government calls it.
pub(super) fn role() -> Json {
    suggested(ROLES.map(|role| role.term), text())
}

pub(super) fn act() -> Json {
    words(Act::ALL.iter().map(|it| it.term()))
}

pub(super) fn modality() -> Json {
    explained(Modality::ALL.iter().map(|it| (it.term(), meaning(*it))))
}

fn meaning(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "文本直接要求：须、应、由……签发（不写语气时的默认值）。",
        Modality::Generally => "文本说“一般”。",
        Modality::InPrinciple => "文本说“原则上”。",
        Modality::May => "文本说“可以”。",
        Modality::Authorised => "经授权或受委托。",
        Modality::IfNecessary => "文本说“必要时”。",
        Modality::Referred => "文本说“核报”：审核后报某人签批。",
    }
}

pub(super) fn choice() -> Json {
    explained([
        ("一人", "其中一人即可：甲或乙（默认值）。"),
        ("全部", "须全部：甲和乙。"),
        ("不明", "文本两可；须在解释里说明。"),
    ])
}

pub(super) fn step_kind() -> Json {
    words(StepKind::ALL.iter().map(|it| it.term()))
}

/// A value that a draft may also leave open.
pub(super) fn or_unknown(form: Json) -> Json {
    either([form, map([("type", "null".into())])])
}
