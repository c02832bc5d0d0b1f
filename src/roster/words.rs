//! Sentences about people, in Simplified Chinese.

use super::who::{Who, code};
use super::{Delegation, PersonId};
use crate::route::{Basis, occasion};
use crate::rulebook::{StandingIn, Words};
use crate::short::{find, joined};

/// The reason of an absence that is none: nobody holds the office.
pub(super) const VACANT: &str = "空缺";

/// `常务副县长张三`: as the roster calls them, else by their first role. Who is in charge is plainly a deputy.
pub(super) fn titled(who: &Who<'_>, person: PersonId) -> String {
    let person = who.person(person);
    let role = || {
        let code = match code(person.roles.first()?, who.definition)? {
            "deputy_in_charge" | "other_deputies" => "any_deputy",
            code => code,
        };
        who.definition.roles.iter().find(|it| it.code == code).map(|it| it.title.as_str())
    };
    format!("{}{}", person.title.as_deref().or_else(role).unwrap_or_default(), person.name)
}

/// `县长外出期间由常务副县长主持县政府工作，须有委托`. Where the clause does not say this very word, it is for somebody to judge whether
/// that is what it means.
pub(super) fn stands_in(said: &Words, title: &str, reason: Option<&str>, by: &str, it: &StandingIn) -> String {
    let needs = it.needs.as_ref().map(|needs| format!("，须有{needs}")).unwrap_or_default();
    let task = &it.task;
    let occasion = occasion(&said.quote);
    match reason {
        Some(reason) if !it.occasions.is_empty() && find(occasion, reason).is_none() => {
            format!("{}写的是“{occasion}”由{by}{task}{needs}，{title}{reason}是否属于，须先行判断", said.cite)
        }
        _ => format!("{title}{}期间由{by}{task}{needs}", reason.unwrap_or("不在")),
    }
}

/// What it takes to act where the text stops; `also` where standing in takes something itself.
pub(super) fn takes(title: &str, verb: &str, needs: bool, also: bool) -> String {
    if needs {
        let another = if also { "须另有" } else { "须有" };
        format!("条文未写明包括{verb}，代为{verb}{another}{title}委托")
    } else {
        format!("条文未写明是否包括{verb}")
    }
}

/// That a text keeps an act for the head.
pub(super) fn reserved(title: &str, verb: &str) -> String {
    format!("条文指名由{title}{verb}，须有写明此项的委托")
}

/// That a clause names other occasions than this one.
pub(super) fn other_occasions(said: &Words, reason: Option<&str>) -> String {
    format!("{}写的是“{}”，没有写{}", said.cite, occasion(&said.quote), reason.unwrap_or_default())
}

/// That nobody whom a clause names is there.
pub(super) fn none_here(who: &Who<'_>, by: &str, named: &[PersonId]) -> String {
    if named.is_empty() {
        format!("名册没有写明{by}是谁")
    } else if named.iter().all(|it| who.is_vacated(*it)) {
        format!("{by}空缺")
    } else {
        format!("{by}当日也不在")
    }
}

/// That the roster pairs somebody with whom the text does not mean.
pub(super) fn wrong_partner(name: &str, by: &str) -> String {
    format!("名册所写的{name}不是条文所说的{by}")
}

/// That somebody to whom it is delegated is away as well, and that what they delegate in their turn does not count.
pub(super) fn delegate_away(name: &str, delegates_on: bool) -> String {
    let on = if delegates_on { "，其转委托条文没有规定，不计" } else { "" };
    format!("受委托的{name}当日也不在{on}")
}

/// That nobody says who had somebody else preside: a delegation on record does not say that it is about the meeting.
pub(super) fn delegator_open(title: &str, delegations: &[String]) -> String {
    if delegations.is_empty() {
        return format!("名册没有写明{title}是谁");
    }
    format!("名册记有{}的委托，没有写明是不是主持本次会议的委托：{title}是谁没有认定", joined(delegations, "、"))
}

/// A delegation on record as a basis: it is no clause.
pub(super) fn record(it: &Delegation, title: &str, to: &str) -> Basis {
    let until = it.period.until.map(|until| format!("至{until}（不含当日）")).unwrap_or_default();
    let mut quote = format!("自{}起{until}，{title}委托{to}", it.period.since);
    for (label, list) in [("行为", &it.acts), ("范围", &it.matters)] {
        if let Some(list) = list {
            quote = format!("{quote}，{label}：{}", joined(list, "、"));
        }
    }
    if it.urgent_only {
        quote.push_str("，只限急件");
    }
    let cite = it.basis.clone().unwrap_or_else(|| "委托".to_owned());
    Basis { clause: String::new(), cite, quote, interpretation: None }
}
