//! Dates of a draft that are out of time or out of order.
//!
//! Only what follows: a step is late where a date of the draft shows that it was taken after the last day, or cannot be taken in time
//! any more. What the draft has no date for is never late.

use crate::draft::Dates;
use crate::route::{Certainty, Due, Finding, FindingSeverity, Limit, Route, Step};
use crate::vocabulary::{Modality, StepKind};
use chrono::NaiveDate;

/// A date of the draft: its field, what clerks call it, the day.
type Stated = (&'static str, &'static str, Option<NaiveDate>);

pub(super) fn find(route: &mut Route, dates: &Dates) {
    let path: [Stated; 4] = [
        ("drafted", "起草", dates.drafted),
        ("sentForCountersign", "送会签", dates.sent_for_countersign),
        ("signed", "签发", dates.signed),
        ("issued", "印发", dates.issued),
    ];
    let meeting: [Stated; 2] =
        [("meetingHeld", "会议召开", dates.meeting_held), ("meetingEnded", "会议结束", dates.meeting_ended)];
    out_of_order(&path, &mut route.findings);
    out_of_order(&meeting, &mut route.findings);
    for step in &route.steps {
        for limit in &step.limits {
            route.findings.extend(binds(step, limit).then(|| overdue(step.kind, limit, dates)).flatten());
        }
    }
}

/// Whether a limit holds in every document that the draft may become.
pub(super) fn binds(step: &Step, limit: &Limit) -> bool {
    step.certainty == Certainty::Certain && step.one_of.is_none() && limit.sure
}

/// Each date against the latest of those that come before it.
fn out_of_order(order: &[Stated], findings: &mut Vec<Finding>) {
    let mut latest: Option<(&str, NaiveDate)> = None;
    for (field, label, day) in order {
        let Some(day) = *day else { continue };
        match latest {
            Some((before, other)) if day < other => {
                let message = format!("{label}日期{day}早于{before}日期{other}");
                findings.push(finding("dates-out-of-order", FindingSeverity::Error, field, message));
            }
            _ => latest = Some((label, day)),
        }
    }
}

fn overdue(kind: StepKind, limit: &Limit, dates: &Dates) -> Option<Finding> {
    let Some(Due::On(due)) = &limit.due else { return None };
    let (field, label, day) = taken(kind, dates);
    let day = day?;
    let severity = match limit.modality {
        Modality::Must => FindingSeverity::Error,
        _ => FindingSeverity::Warning,
    };
    if day > due.date {
        let message = format!("{label}日期{day}已超过{}时限{}{}", kind.term(), due.date, mood(limit));
        return Some(Finding { basis: limit.basis.clone(), ..finding("overdue", severity, field, message) });
    }
    // What must follow upon an event cannot come before it. A draft may have been there before a meeting sends it back.
    let impossible = limit.before.is_none() && field == "issued" && day < due.from;
    impossible.then(|| {
        let message = format!("印发日期{day}早于{}日期{}", limit.from, due.from);
        finding("dates-out-of-order", FindingSeverity::Error, field, message)
    })
}

/// How binding a limit is, behind it: `，原则上`.
pub(super) fn mood(limit: &Limit) -> String {
    if limit.modality == Modality::Must { String::new() } else { format!("，{}", limit.modality.term()) }
}

/// The date that tells when a step was taken at the earliest.
fn taken(kind: StepKind, dates: &Dates) -> Stated {
    match kind {
        StepKind::Draft => ("drafted", "起草", dates.drafted),
        // Nothing is looked through before it is there.
        StepKind::OfficeReview => ("received", "收文", dates.received),
        StepKind::Issue if dates.issued.is_some() => ("issued", "印发", dates.issued),
        // Nothing is issued before it is signed.
        StepKind::Sign | StepKind::Issue => ("signed", "签发", dates.signed),
        _ => ("", "", None),
    }
}

fn finding(code: &str, severity: FindingSeverity, field: &str, message: String) -> Finding {
    Finding { code: code.to_owned(), severity, message, path: format!("/dates/{field}"), basis: Vec::new() }
}
