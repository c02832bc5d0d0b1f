//! What a draft says beside its facts: names and dates, on which no clause turns but people and limits do.

use chrono::NaiveDate;

/// Names, dates and the title, as stated; nothing where nothing usable was.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub(crate) title: Option<String>,
    /// The department in charge, by the name that was written.
    pub(crate) lead: Option<String>,
    /// The other departments; nothing where it is not known which, or only whether there are any.
    pub(crate) others: Option<Vec<String>>,
    /// The leaders concerned, by their ids in the roster.
    pub(crate) leaders: Option<Vec<String>>,
    pub(crate) dates: Dates,
}

/// The dates of a document's life.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dates {
    pub(crate) drafted: Option<NaiveDate>,
    /// When it reached the office that deals with it.
    pub(crate) received: Option<NaiveDate>,
    pub(crate) sent_for_countersign: Option<NaiveDate>,
    pub(crate) meeting_held: Option<NaiveDate>,
    pub(crate) meeting_ended: Option<NaiveDate>,
    pub(crate) signed: Option<NaiveDate>,
    pub(crate) issued: Option<NaiveDate>,
}

impl Dates {
    /// The date of a field of `dates`.
    pub(crate) fn slot(&mut self, field: &str) -> Option<&mut Option<NaiveDate>> {
        Some(match field {
            "drafted" => &mut self.drafted,
            "received" => &mut self.received,
            "sentForCountersign" => &mut self.sent_for_countersign,
            "meetingHeld" => &mut self.meeting_held,
            "meetingEnded" => &mut self.meeting_ended,
            "signed" => &mut self.signed,
            "issued" => &mut self.issued,
            _ => return None,
        })
    }
}
