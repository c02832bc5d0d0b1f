//! Dates of a draft that are out of time or out of order.
//!
//! Only what follows: a step is late where a date of the draft shows that it was taken after the last day, or cannot be taken in time
//! any more. What the draft has no date for is never late.

use crate::draft::{Dates, Stated};
use crate::route::{Certainty, Due, Finding, FindingSeverity, Limit, Route, Step};
use crate::vocabulary::{Modality, StepKind};
use chrono::NaiveDate;

pub(super) fn find(route: &mut Route, dates: &Dates) {
    out_of_order(&["起草", "送会签", "签发", "印发"], dates, &mut route.findings);
    out_of_order(&["会议召开", "会议结束"], dates, &mut route.findings);
    for step in &route.steps {
        for limit in &step.limits {
            if binds(step, limit)
                && let Some(finding) = overdue(step.kind, limit, dates)
            {
                route.findings.push(finding);
            }
        }
    }
}

/// Whether a limit holds in every document that the draft may become.
pub(super) fn binds(step: &Step, limit: &Limit) -> bool {
    step.certainty == Certainty::Certain && step.one_of.is_none() && limit.sure
}

/// Each date against the latest of those that come before it.
fn out_of_order(order: &[&str], dates: &Dates, findings: &mut Vec<Finding>) {
    let mut latest: Option<Stated<'_>> = None;
    for event in order {
        let Some(it) = dates.of(event) else { continue };
        match latest {
            Some(before) if it.day < before.day => findings.push(not_in_order(it, before.event, before.day)),
            _ => latest = Some(it),
        }
    }
}

fn overdue(kind: StepKind, limit: &Limit, dates: &Dates) -> Option<Finding> {
    let Some(Due::On(due)) = &limit.due else { return None };
    let it = taken(kind, dates)?;
    let severity = match limit.modality {
        Modality::Must => FindingSeverity::Error,
        _ => FindingSeverity::Warning,
    };
    if it.day > due.date {
        // What arrives too late is out of the text's time, whatever the text wants done by then: 报送, not 审核.
        let of = if it.event == "收文" { format!("{}的", cite(limit)) } else { kind.term().to_owned() };
        let message = format!("{}日期{}已超过{of}时限{}{}", it.event, it.day, due.date, mood(limit));
        return Some(Finding { basis: limit.basis.clone(), ..finding("overdue", severity, it, message) });
    }
    // What must follow upon an event cannot come before it. A draft may have been there before a meeting sends it back.
    let impossible = limit.before.is_none() && it.event == "印发" && it.day < due.from;
    impossible.then(|| not_in_order(it, &limit.from, due.from))
}

/// How binding a limit is, behind it: `，原则上`.
pub(super) fn mood(limit: &Limit) -> String {
    if limit.modality == Modality::Must { String::new() } else { format!("，{}", limit.modality.term()) }
}

/// Where a limit stands.
pub(super) fn cite(limit: &Limit) -> &str {
    limit.basis.first().map_or("", |it| it.cite.as_str())
}

/// The date that tells when a step was taken at the earliest.
fn taken(kind: StepKind, dates: &Dates) -> Option<Stated<'static>> {
    match kind {
        StepKind::Draft => dates.of("起草"),
        // Nothing is looked through before it is there.
        StepKind::OfficeReview => dates.of("收文"),
        // Nothing is issued before it is signed.
        StepKind::Issue => dates.of("印发").or_else(|| dates.of("签发")),
        StepKind::Sign => dates.of("签发"),
        _ => None,
    }
}

fn not_in_order(it: Stated<'_>, other: &str, before: NaiveDate) -> Finding {
    let message = format!("{}日期{}早于{other}日期{before}", it.event, it.day);
    finding("dates-out-of-order", FindingSeverity::Error, it, message)
}

fn finding(code: &str, severity: FindingSeverity, it: Stated<'_>, message: String) -> Finding {
    Finding { code: code.to_owned(), severity, message, path: format!("/dates/{}", it.field), basis: Vec::new() }
}
