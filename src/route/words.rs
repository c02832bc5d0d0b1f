//! Sentences for clerks, in Simplified Chinese.

use crate::draft::is_hidden;
use crate::rulebook::{Definition, InForce, RoleId, SignOption, Signing, StandingIn, Substitute, Words};
use crate::ruling::Outcome;
use crate::short::{CollectVec, find, joined};
use crate::situation::{FactId, YES, fixed};
use crate::vocabulary::{Choice, MEETINGS, Modality, role_of_term};

/// What a higher text has against the signing.
pub(crate) const NOT_AS_ABOVE: &str = "本规则与上位规定不一致";

/// When a rulebook is in force.
pub(crate) fn period(period: &InForce) -> String {
    let until = period.until.map(|until| format!("，至{until}止（不含当日）")).unwrap_or_default();
    format!("自{}起{until}", period.from)
}

/// An outcome in words: `由区长或常务副区长签发`.
pub(crate) fn outcome(outcome: &Outcome, definition: &Definition) -> String {
    match outcome {
        Outcome::Silent => "未规定".to_owned(),
        Outcome::Settled(signing) => demand(signing, definition),
        Outcome::Conflict(sides) => {
            let sides: Vec<String> = sides.iter().map(|side| demand(side, definition)).collect_vec();
            format!("规则冲突：{}", joined(&sides, "／"))
        }
    }
}

pub(crate) fn demand(signing: &Signing, definition: &Definition) -> String {
    match signing {
        Signing::Elsewhere => "另有规定".to_owned(),
        Signing::Sign(options) => joined(&options.iter().map(|it| option(it, definition)).collect_vec(), "，"),
    }
}

fn option(option: &SignOption, definition: &Definition) -> String {
    let who = people(&option.signers, option.choice, definition);
    let act = option.act.term();
    match option.modality {
        Modality::Must => format!("由{who}{act}"),
        Modality::May => format!("可由{who}{act}"),
        Modality::Generally | Modality::InPrinciple => format!("{}由{who}{act}", option.modality.term()),
        Modality::Authorised => format!("经授权可由{who}{act}"),
        Modality::IfNecessary => format!("必要时由{who}{act}"),
        Modality::Referred => format!("或核报{who}{act}"),
    }
}

pub(crate) fn people(roles: &[RoleId], choice: Choice, definition: &Definition) -> String {
    let titles = roles.iter().filter_map(|role| definition.roles.get(*role)).map(|role| role.title.as_str());
    joined(&titles.collect_vec(), between(choice))
}

/// What stands between those who act.
pub(crate) fn between(choice: Choice) -> &'static str {
    match choice {
        Choice::One => "或",
        Choice::All => "和",
        Choice::Unclear => "、",
    }
}

/// A fact with some of its values, as a clerk would say it: `文种为请示或报告`, `属于“涉及面广”`, `主送没有上级政府`.
pub(crate) fn condition(fact: FactId, mask: u32, definition: &Definition) -> String {
    let Some(it) = definition.space.fact(fact) else { return String::new() };
    if it.yes_no {
        return yes_or_no(fact, mask == YES, &it.label);
    }
    let hidden = it.values.iter().filter(|term| is_hidden(fact, term)).filter_map(|term| it.mask(term));
    let told = hidden.fold(it.full(), |told, mask| told & !mask);
    let (mask, left_out) = (mask & told, told & !mask);
    let list = |mask: u32, between: &str| {
        joined(&it.values_in(mask).map(|term| local(fact, term, definition)).collect_vec(), between)
    };
    if mask.count_ones() > left_out.count_ones() && left_out != 0 {
        format!("{}不是{}", it.label, list(left_out, "、"))
    } else {
        format!("{}为{}", it.label, list(mask, "或"))
    }
}

fn yes_or_no(fact: FactId, yes: bool, label: &str) -> String {
    match (fact, yes) {
        (fixed::OTHER_DEPARTMENTS, true) => "有协办部门".to_owned(),
        (fixed::OTHER_DEPARTMENTS, false) => "没有协办部门".to_owned(),
        (fixed::CHAIR_DELEGATED, true) => "受委托主持".to_owned(),
        (fixed::CHAIR_DELEGATED, false) => "不是受委托主持".to_owned(),
        (fixed::SEVERAL, true) => "主送不止一个机关".to_owned(),
        (fixed::SEVERAL, false) => "主送不超过一个机关".to_owned(),
        (fixed::MATTERS.., true) => format!("属于“{label}”"),
        (fixed::MATTERS.., false) => format!("不属于“{label}”"),
        // The rest are kinds of 主送 and 抄送, labelled `主送上级政府`.
        (_, true) => format!("有{label}"),
        (_, false) => format!("没有{label}"),
    }
}

/// What this government calls a value: meetings and chairs have local names.
pub(crate) fn local<'a>(fact: FactId, term: &'a str, definition: &'a Definition) -> &'a str {
    let found = match fact {
        fixed::DECIDED_BY | fixed::MINUTES_OF => {
            MEETINGS.iter().position(|it| *it == term).and_then(|at| definition.meetings.get(at))
        }
        fixed::CHAIRED_BY => {
            let code = if term == "副职" { Some("any_deputy") } else { role_of_term(term).map(|role| role.code) };
            definition.roles.iter().find(|role| Some(role.code.as_str()) == code).map(|role| &role.title)
        }
        _ => None,
    };
    found.map_or(term, String::as_str)
}

/// Those of whom any one stands in: `常务副县长`, `互为AB角的另一位`.
pub(crate) fn substitutes(it: &StandingIn, definition: &Definition) -> String {
    let named = it.by.iter().map(|by| match by {
        Substitute::Role(role) => definition.roles.get(*role).map_or("", |role| role.title.as_str()),
        Substitute::Pair => "互为AB角的另一位",
        Substitute::Cover => "补位的领导",
    });
    joined(&named.collect_vec(), "或")
}

/// On what occasion a clause lets somebody stand in, in its own words: up to 期间, else all of them.
pub(crate) fn occasion(quote: &str) -> &str {
    let until = |word: &str| find(quote, word).and_then(|at| quote.get(..at + word.len()));
    until("期间").or_else(|| until("期間")).unwrap_or(quote)
}

/// Who stands in, and that the text stops there. Occasions that the author reads into the text are left to its own words.
pub(crate) fn standing_in(said: &Words, it: &StandingIn, definition: &Definition) -> String {
    let absent = definition.roles.get(it.absent).map_or("", |role| role.title.as_str());
    let occasion = occasion(&said.quote);
    let occasions = match it.occasions.as_slice() {
        [] => format!("{absent}不在期间"),
        all if all.iter().all(|it| find(occasion, it).is_some()) => format!("{absent}{}期间", joined(all, "、")),
        _ => format!("“{occasion}”"),
    };
    let by = substitutes(it, definition);
    let needs = it.needs.as_ref().map(|needs| format!("，须有{needs}")).unwrap_or_default();
    format!("{occasions}，由{by}{}{needs}；条文未写明包括签发，代为签发须另有委托", it.task)
}
