//! What a clause demands: signing, steps, checks, notes.

use super::condition::Terms;
use super::model::{
    Check, Limit, Note, Place, RoleEntry, RoleId, Severity, SignOption, Signing, StandingIn, Step, Substitute,
};
use super::reader::{At, Faults};
use crate::short::CollectVec;
use crate::situation::Region;
use crate::vocabulary::{Act, Choice, MEETINGS, Modality, StepKind, role_of_term};

/// Where a limit may start, as rulebooks write it.
pub(crate) const LIMIT_STARTS: [&str; 6] = ["送会签", "会议结束", "签发", "发布", "收文", "会议召开"];

/// Which day of a limit is the first: that of the event itself, or the next.
pub(crate) const FIRST_DAYS: [&str; 2] = ["当日", "次日"];

/// What reading effects needs to know.
pub(crate) struct Effects<'a> {
    pub(crate) terms: Terms<'a>,
    pub(crate) roles: &'a [RoleEntry],
}

impl Effects<'_> {
    pub(crate) fn signing(&self, at: &At<'_>, faults: &mut Faults) -> Option<Signing> {
        if let Some(elsewhere) = at.get("另有规定") {
            if at.get("签发").is_some() {
                faults.report("bad-value", at, "“签发”与“另有规定”不能并存".to_owned());
            }
            return elsewhere.text(faults).map(|_| Signing::Elsewhere);
        }
        let options: Vec<SignOption> =
            at.list("签发").iter().filter_map(|option| self.option(option, faults)).collect_vec();
        (!options.is_empty()).then_some(Signing::Sign(options))
    }

    fn option(&self, at: &At<'_>, faults: &mut Faults) -> Option<SignOption> {
        at.only(&["用语", "由", "语气", "选择", "裁量"], faults);
        let act = at.need("用语", faults).and_then(|it| {
            let word = it.text(faults)?;
            let act = Act::from_term(word);
            if act.is_none() {
                faults.unknown_term(&it, "用语", word, &Act::ALL.iter().map(|it| it.term()).collect_vec());
            }
            act
        });
        at.need("由", faults);
        let signers = self.actors(at, faults);
        Some(SignOption {
            act: act?,
            modality: modality(at, faults),
            choice: choice(at, faults),
            signers: (!signers.is_empty()).then_some(signers)?,
            decided_by: at.get_text("裁量", faults),
        })
    }

    fn actors(&self, at: &At<'_>, faults: &mut Faults) -> Vec<RoleId> {
        at.list("由").iter().filter_map(|it| self.role(it, faults)).collect_vec()
    }

    pub(crate) fn role(&self, at: &At<'_>, faults: &mut Faults) -> Option<RoleId> {
        let word = at.text(faults)?;
        let found = self.roles.iter().position(|role| role.title == word).or_else(|| {
            let code = role_of_term(word)?.code;
            self.roles.iter().position(|role| role.code == code)
        });
        if found.is_none() {
            faults.unknown_term(at, "职务", word, &self.roles.iter().map(|role| role.title.as_str()).collect_vec());
        }
        found
    }

    pub(crate) fn steps(&self, at: &At<'_>, faults: &mut Faults) -> Vec<Step> {
        at.list("步骤").iter().filter_map(|step| self.step(step, faults)).collect_vec()
    }

    fn step(&self, at: &At<'_>, faults: &mut Faults) -> Option<Step> {
        at.only(&["类", "由", "选择", "语气", "会议", "当", "任选", "依次", "到文后", "后于", "先于", "时限"], faults);
        let kind = at.need("类", faults).and_then(|it| step_kind(&it, faults));
        let meetings = at
            .list("会议")
            .iter()
            .filter_map(|it| {
                let word = it.text(faults)?;
                let meeting = self.terms.meeting(word);
                if meeting.is_none() {
                    faults.unknown_term(it, "会议", word, &MEETINGS);
                }
                meeting
            })
            .collect_vec();
        let place = match (at.get("先于"), at.get("后于")) {
            (Some(before), _) => step_kind(&before, faults).map_or(Place::Usual, Place::Before),
            (None, Some(after)) => step_kind(&after, faults).map_or(Place::Usual, Place::After),
            (None, None) => Place::Usual,
        };
        let kind = kind?;
        Some(Step {
            kind,
            actors: self.actors(at, faults),
            choice: choice(at, faults),
            modality: modality(at, faults),
            meetings,
            when: self.when(at, faults),
            one_of: at.get_text("任选", faults),
            in_turn: at.flag("依次", faults),
            on_arrival: at.flag("到文后", faults) || kind == StepKind::Decide,
            place,
            limit: at.get("时限").and_then(|it| limit(&it, faults)),
        })
    }

    fn when(&self, at: &At<'_>, faults: &mut Faults) -> Region {
        at.get("当").map_or_else(Region::everything, |it| self.terms.condition(&it, faults))
    }

    pub(crate) fn checks(&self, at: &At<'_>, faults: &mut Faults) -> Vec<Check> {
        at.list("检查").iter().filter_map(|check| self.check(check, faults)).collect_vec()
    }

    fn check(&self, at: &At<'_>, faults: &mut Faults) -> Option<Check> {
        at.only(&["代码", "级别", "字段", "说明", "当"], faults);
        let severity = at.need("级别", faults).and_then(|it| match it.text(faults)? {
            "错误" => Some(Severity::Error),
            "警告" => Some(Severity::Warning),
            "提示" => Some(Severity::Info),
            other => {
                faults.unknown_term(&it, "级别", other, &["错误", "警告", "提示"]);
                None
            }
        });
        let code = at.need_text("代码", faults);
        if !code.chars().all(|it| it.is_ascii_lowercase() || it == '-')
            && let Some(place) = at.get("代码")
        {
            faults.report("bad-value", &place, format!("代码`{code}`只能用小写字母和连字符"));
        }
        let path = at.need_text("字段", faults);
        if !path.is_empty()
            && !path.starts_with('/')
            && let Some(place) = at.get("字段")
            && let Some(issue) = faults.report("bad-value", &place, format!("字段`{path}`不是JSON Pointer"))
        {
            issue.suggestion = Some(format!("/{path}"));
        }
        let message = at.need_text("说明", faults);
        let when = self.when(at, faults);
        Some(Check { code, severity: severity?, path, message, when })
    }

    pub(crate) fn standing_in(&self, at: &At<'_>, faults: &mut Faults) -> Option<StandingIn> {
        let at = at.get("代行")?;
        at.only(&["缺位", "由", "事", "情形", "需"], faults);
        let absent = at.need("缺位", faults).and_then(|it| self.role(&it, faults));
        at.need("由", faults);
        let by = at.list("由").iter().filter_map(|it| self.substitute(it, faults)).collect_vec();
        let occasions = at.list("情形").iter().filter_map(|it| it.text(faults).map(str::to_owned)).collect_vec();
        Some(StandingIn {
            absent: absent?,
            by: (!by.is_empty()).then_some(by)?,
            task: at.need_text("事", faults),
            occasions,
            needs: at.get_text("需", faults).filter(|it| it != "无"),
        })
    }

    fn substitute(&self, at: &At<'_>, faults: &mut Faults) -> Option<Substitute> {
        match at.text(faults)? {
            "AB角" => Some(Substitute::Pair),
            "补位" => Some(Substitute::Cover),
            _ => self.role(at, faults).map(Substitute::Role),
        }
    }
}

pub(crate) fn note(at: &At<'_>, faults: &mut Faults) -> Option<Note> {
    let at = at.get("注")?;
    at.only(&["附于", "内容"], faults);
    let on = at.need("附于", faults).and_then(|it| step_kind(&it, faults));
    let words = at.need_text("内容", faults);
    Some(Note { on: on?, words })
}

fn step_kind(at: &At<'_>, faults: &mut Faults) -> Option<StepKind> {
    let word = at.text(faults)?;
    let kind = StepKind::from_term(word);
    if kind.is_none() {
        faults.unknown_term(at, "步骤类别", word, &StepKind::ALL.iter().map(|it| it.term()).collect_vec());
    }
    kind
}

fn modality(at: &At<'_>, faults: &mut Faults) -> Modality {
    let Some(at) = at.get("语气") else { return Modality::Must };
    let Some(word) = at.text(faults) else { return Modality::Must };
    Modality::from_term(word).unwrap_or_else(|| {
        faults.unknown_term(&at, "语气", word, &Modality::ALL.iter().map(|it| it.term()).collect_vec());
        Modality::Must
    })
}

fn choice(at: &At<'_>, faults: &mut Faults) -> Choice {
    let Some(at) = at.get("选择") else { return Choice::One };
    let Some(word) = at.text(faults) else { return Choice::One };
    Choice::from_term(word).unwrap_or_else(|| {
        faults.unknown_term(&at, "选择", word, &["一人", "全部", "不明"]);
        Choice::One
    })
}

fn limit(at: &At<'_>, faults: &mut Faults) -> Option<Limit> {
    at.only(&["天数", "单位", "自", "之前", "起算", "语气", "逾期"], faults);
    let days = at.need("天数", faults).and_then(|it| {
        let word = it.text(faults)?;
        let days = word.parse().ok();
        if days.is_none() {
            faults.report("bad-value", &it, format!("天数`{word}`不是整数"));
        }
        days
    });
    let working_days = at.need("单位", faults).and_then(|it| match it.text(faults)? {
        "工作日" => Some(true),
        "日" => Some(false),
        other => {
            faults.unknown_term(&it, "单位", other, &["工作日", "日"]);
            None
        }
    });
    let from = at.need("自", faults).and_then(|it| {
        let word = it.text(faults)?;
        let known = LIMIT_STARTS.contains(&word);
        if !known {
            faults.unknown_term(&it, "起算之事", word, &LIMIT_STARTS);
        }
        known.then(|| word.to_owned())
    });
    let first_day = at.get("起算").and_then(|it| {
        let word = it.text(faults)?;
        let known = FIRST_DAYS.into_iter().find(|day| *day == word);
        if known.is_none() {
            faults.unknown_term(&it, "起算日", word, &FIRST_DAYS);
        }
        known
    });
    Some(Limit {
        days: days?,
        working_days: working_days?,
        from: from?,
        before: at.flag("之前", faults),
        first_day,
        modality: modality(at, faults),
        overdue: at.get_text("逾期", faults),
    })
}
