//! What a draft says beside its facts: names and dates, on which no clause turns but people and limits do.

use crate::vocabulary::DATES;
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

/// The dates of a document's life, each in the place that its name has among [`DATES`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Dates([Option<NaiveDate>; DATES.len()]);

/// A date that a draft states.
#[derive(Clone, Copy)]
pub(crate) struct Stated<'a> {
    /// Its field.
    pub(crate) field: &'static str,
    /// What happened on it, such as 签发.
    pub(crate) event: &'a str,
    pub(crate) day: NaiveDate,
}

impl Dates {
    /// The date of a field of `dates`.
    pub(crate) fn slot(&mut self, field: &str) -> Option<&mut Option<NaiveDate>> {
        self.0.iter_mut().zip(DATES).find(|(_, (name, _))| *name == field).map(|(slot, _)| slot)
    }

    /// The date of an event, such as 签发.
    pub(crate) fn of<'a>(&self, event: &'a str) -> Option<Stated<'a>> {
        for (day, (field, label)) in self.0.iter().zip(DATES) {
            if label.strip_suffix("日期") == Some(event) {
                return day.map(|day| Stated { field, event, day });
            }
        }
        None
    }

    /// The day of an event.
    pub(crate) fn day(&self, event: &str) -> Option<NaiveDate> {
        self.of(event).map(|it| it.day)
    }
}
