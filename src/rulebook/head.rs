//! The head of a rulebook: who it is, when it is in force, what things are called here.

use super::model::{InForce, Matter, Omission, RoleEntry, Words};
use super::reader::{At, Faults};
use crate::short::CollectVec;
use crate::vocabulary::{ADDRESSEE_KINDS, MEETINGS, ROLES, role_of_term};
use chrono::NaiveDate;

pub(crate) const LEVELS: [&str; 8] = ["省", "自治州", "地区", "市", "县", "区", "乡镇", "其他"];

/// The id: it becomes a file name and a module name.
pub(crate) fn id(at: &At<'_>, faults: &mut Faults) -> String {
    let id = at.need_text("标识", faults);
    let fits = id.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    if !fits && let Some(place) = at.get("标识") {
        faults.report("bad-value", &place, format!("标识`{id}`只能用小写字母、数字和连字符"));
    }
    id
}

/// The format version and the level: checked, not kept.
pub(crate) fn check_format(at: &At<'_>, faults: &mut Faults) {
    if let Some(format) = at.need("格式", faults)
        && format.node.scalar() != Some("1")
    {
        let found = format.node.scalar().unwrap_or("……").to_owned();
        if let Some(issue) = faults.report("bad-value", &format, format!("不认识的格式版本`{found}`")) {
            issue.expected = Some("1".to_owned());
        }
    }
    if let Some(level) = at.need("层级", faults)
        && let Some(word) = level.text(faults)
        && !LEVELS.contains(&word)
    {
        faults.unknown_term(&level, "层级", word, &LEVELS);
    }
}

fn date(at: &At<'_>, faults: &mut Faults) -> Option<NaiveDate> {
    let text = at.text(faults)?;
    let date = parse_date(text);
    if date.is_none()
        && let Some(issue) = faults.report("bad-value", at, format!("`{text}`不是日期"))
    {
        issue.expected = Some("年-月-日，如2019-03-01".to_owned());
    }
    date
}

/// An ISO date, exactly `YYYY-MM-DD`.
pub(crate) fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|it| it.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

pub(crate) fn in_force(at: &At<'_>, faults: &mut Faults) -> Option<InForce> {
    let at = at.get("施行")?;
    at.only(&["自", "至", "条款", "条文", "原文", "解释"], faults);
    let from = at.need("自", faults).and_then(|it| date(&it, faults))?;
    let until = at.get("至").and_then(|it| date(&it, faults));
    if until.is_some_and(|until| until <= from) {
        faults.report("bad-value", &at, "施行期间的“至”须晚于“自”".to_owned());
    }
    let words = Words {
        clause: at.need_text("条款", faults),
        cite: at.need_text("条文", faults),
        quote: at.need_text("原文", faults),
        interpretation: at.get_text("解释", faults),
    };
    Some(InForce { from, until, words })
}

/// All shared roles under their local titles, then the rulebook's own.
pub(crate) fn roles(at: &At<'_>, faults: &mut Faults) -> Vec<RoleEntry> {
    let mut roles: Vec<RoleEntry> =
        ROLES.iter().map(|role| RoleEntry { code: role.code.to_owned(), title: role.term.to_owned() }).collect_vec();
    if let Some(titles) = at.need("职务", faults) {
        for (term, place) in titles.entries(faults) {
            let Some(title) = place.text(faults) else { continue };
            match role_of_term(term).and_then(|role| roles.iter_mut().find(|it| it.code == role.code)) {
                Some(entry) => entry.title = title.to_owned(),
                None => faults.unknown_term(&place, "职务", term, &ROLES.iter().map(|role| role.term).collect_vec()),
            }
        }
    }
    if let Some(own) = at.get("自定职务") {
        for (title, place) in own.entries(faults) {
            let Some(code) = place.text(faults) else { continue };
            if roles.iter().any(|it| it.code == code) {
                faults.report("bad-value", &place, format!("职务代码`{code}`已被占用"));
            }
            roles.push(RoleEntry { code: code.to_owned(), title: title.to_owned() });
        }
    }
    for (index, role) in roles.iter().enumerate() {
        if roles.iter().take(index).any(|it| it.title == role.title) {
            let place = at.get("职务").unwrap_or_else(|| at.clone());
            faults.report("duplicate-title", &place, format!("两个职务同名`{}`", role.title));
        }
    }
    roles
}

/// What the shared meetings are called here.
pub(crate) fn meetings(at: &At<'_>, faults: &mut Faults) -> Vec<String> {
    let mut names: Vec<String> = MEETINGS.iter().map(|&it| it.to_owned()).collect_vec();
    if let Some(local) = at.get("会议") {
        for (term, place) in local.entries(faults) {
            let Some(name) = place.text(faults) else { continue };
            match MEETINGS.iter().position(|it| *it == term).and_then(|at| names.get_mut(at)) {
                Some(slot) => *slot = name.to_owned(),
                None => faults.unknown_term(&place, "会议", term, &MEETINGS),
            }
        }
    }
    names
}

/// Names of addressees with the place of their kind.
pub(crate) fn names(at: &At<'_>, faults: &mut Faults) -> Vec<(String, usize)> {
    let mut names = Vec::new();
    if let Some(list) = at.get("机关名称") {
        for (name, place) in list.entries(faults) {
            let Some(kind) = place.text(faults) else { continue };
            match ADDRESSEE_KINDS.iter().position(|it| *it == kind) {
                Some(kind) => names.push((name.to_owned(), kind)),
                None => faults.unknown_term(&place, "主送机关类别", kind, &ADDRESSEE_KINDS),
            }
        }
    }
    names
}

/// The matters on which this text turns.
pub(crate) fn matters(at: &At<'_>, faults: &mut Faults) -> Vec<Matter> {
    let Some(list) = at.get("事项") else { return Vec::new() };
    list.entries(faults)
        .into_iter()
        .map(|(name, place)| {
            place.only(&["问", "原文", "条文"], faults);
            Matter {
                name: name.to_owned(),
                prompt: place.need_text("问", faults),
                cite: place.get_text("条文", faults),
                quote: place.get_text("原文", faults),
            }
        })
        .collect_vec()
}

/// What is left out, and why.
pub(crate) fn omissions(at: &At<'_>, faults: &mut Faults) -> Vec<Omission> {
    at.list("不编")
        .into_iter()
        .map(|place| {
            place.only(&["编号", "条文", "缘由"], faults);
            Omission {
                clause: place.need_text("编号", faults),
                cite: place.need_text("条文", faults),
                because: place.need_text("缘由", faults),
            }
        })
        .collect_vec()
}
