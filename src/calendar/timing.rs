//! When the document can go out: the days between what must come before its issue and the limits on it.
//!
//! Nothing but what follows:
//!
//! - A date of the draft that must lie before the issue is a lower bound: drafting, sending round, signing; the meeting, where the path
//!   has one or a limit counts from it.
//! - Departments that are asked must answer before the signature, or their silence take effect (逾期视为无不同意见). What is not known
//!   is whether they have answered: that nobody has is assumed, and said. Once the document is signed, this is over.
//! - A limit on the issue itself is an upper bound; so is one on a step behind it, for that step waits for the issue. Not if it counts from
//!   the issue or, on a step behind it, from the arrival: such a limit moves along.
//! - Limits that only some of the documents have which the draft may become, or one of several alternative steps, bound nothing.
//!
//! Whether an office is open on such a day is not asked: no text forbids issuing on a day off.

use super::late::{binds, cite, mood};
use crate::draft::{Dates, Stated};
use crate::route::{Certainty, Due, Limit, Step, Timing};
use crate::short::joined;
use crate::vocabulary::StepKind;
use chrono::NaiveDate;

pub(super) fn timing(steps: &[Step], dates: &Dates) -> Timing {
    let mut timing = Timing::default();
    let Some(issue) = steps.iter().find(|it| it.kind == StepKind::Issue) else { return timing };
    if let Some(day) = dates.day("印发") {
        timing.because.push(format!("已填印发日期{day}"));
        (timing.earliest, timing.latest) = (Some(day), Some(day));
        return timing;
    }
    let signed = dates.day("签发").is_some();
    let mut unknown = Vec::new();
    let until = steps.iter().take_while(|it| it.stage <= issue.stage).count();
    stated(&mut timing, steps.get(..until).unwrap_or_default(), dates);
    for step in steps {
        for limit in step.limits.iter().filter(|limit| binds(step, limit)) {
            let answer = step.stage < issue.stage && limit.overdue.is_some() && !signed;
            if !answer && !bounds_issue(step, limit, issue.stage) {
                continue;
            }
            let name = format!("{}时限（{}{}）", step.kind.term(), cite(limit), mood(limit));
            match &limit.due {
                Some(Due::On(due)) => {
                    if let Some((silence, day)) = limit.overdue.as_ref().zip(due.effective).filter(|_| answer) {
                        let words = format!("{name}：{day}起，逾期{silence}；按都未回复计，都已回复的可以提早");
                        not_before(&mut timing, day, words);
                    } else {
                        timing.because.push(format!("{name}：到{}为止", due.date));
                        timing.latest = Some(timing.latest.map_or(due.date, |it| it.min(due.date)));
                    }
                }
                Some(Due::Unknown { unknown: why }) => unknown.push(format!("{name}：{why}")),
                None => {}
            }
        }
    }
    if timing.latest.is_some_and(|latest| timing.earliest > Some(latest)) {
        timing.because.push("最早的一天晚于最迟的一天：照此不能按时印发".to_owned());
    }
    timing.unknown = (!unknown.is_empty()).then(|| joined(&unknown, "；"));
    timing
}

/// The last of the dates that lie before the issue.
fn stated(timing: &mut Timing, until: &[Step], dates: &Dates) {
    let counts =
        |step: &Step, limit: &Limit| limit.before.is_none() && limit.from.starts_with("会议") && binds(step, limit);
    let meets = until.iter().any(|step| {
        (step.kind == StepKind::Meeting && step.certainty == Certainty::Certain)
            || step.limits.iter().any(|limit| counts(step, limit))
    });
    let mut last: Option<Stated<'_>> = None;
    for event in ["起草", "送会签", "会议召开", "会议结束", "签发"] {
        let Some(it) = dates.of(event).filter(|_| meets || !event.starts_with("会议")) else { continue };
        if last.is_none_or(|other| it.day >= other.day) {
            last = Some(it);
        }
    }
    if let Some(it) = last {
        not_before(timing, it.day, format!("不早于{}日期{}", it.event, it.day));
    }
}

fn bounds_issue(step: &Step, limit: &Limit, stage: u32) -> bool {
    step.kind == StepKind::Issue && limit.from != "发布"
        || step.stage > stage && !["发布", "收文"].contains(&limit.from.as_str())
}

fn not_before(timing: &mut Timing, day: NaiveDate, words: String) {
    timing.because.push(words);
    timing.earliest = timing.earliest.max(Some(day));
}
