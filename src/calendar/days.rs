//! Whether a day is worked, and counting days.

use super::Calendar;
use super::notices::{FIRST_YEAR, NOTICES};
use crate::route::Limit;
use chrono::{Datelike, NaiveDate, Weekday};

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Worked,
    Off,
    /// Nobody knows without the notice of this year.
    Unknown(i32),
}

impl Calendar {
    /// Whether a day is worked.
    ///
    /// The notice of a year also arranges the end of the year before, where New Year's Day is joined to a weekend: it may speak of any
    /// [last day of the year](is_last_week), and goes before the older notice. As long as it is not out, the notice of the day's own year
    /// stands, and [`Self::may_move`] says so.
    pub(super) fn day(&self, day: NaiveDate) -> Day {
        let year = day.year();
        let next = self.says(year + 1, day).filter(|it| is_last_week(day) && !matches!(it, Day::Unknown(_)));
        next.or_else(|| self.says(year, day)).unwrap_or(match day.weekday() {
            Weekday::Sat | Weekday::Sun => Day::Off,
            _ => Day::Worked,
        })
    }

    /// The year whose notice is not out and may still move a day of this stretch.
    pub(super) fn may_move(&self, from: NaiveDate, until: NaiveDate) -> Option<i32> {
        let (first, last) = (from.min(until), from.max(until));
        let newest = last.year() + i32::from(is_last_week(last));
        (first.year() + 1..=newest).find(|year| matches!(self.says(*year, last), Some(Day::Unknown(_))))
    }

    /// What the notice of a year says of a day, if anything; unknown where there is no such notice.
    fn says(&self, year: i32, day: NaiveDate) -> Option<Day> {
        let (worked, off) = if let Some(given) = self.given.iter().find(|it| it.year == year) {
            (given.workdays.contains(&day), given.holidays.contains(&day))
        } else {
            let shipped = usize::try_from(year - FIRST_YEAR).ok().and_then(|at| NOTICES.get(at));
            let Some(notice) = shipped else { return Some(Day::Unknown(year)) };
            let number = number(day, year);
            (notice.worked.contains(&number), notice.off.iter().any(|(from, until)| *from <= number && number < *until))
        };
        if worked {
            return Some(Day::Worked);
        }
        off.then_some(Day::Off)
    }

    /// The last day of a limit that counts from this day, or the year whose notice is missing.
    ///
    /// The first day is the next one unless the text says otherwise; of working days, the first that is one. At once (0 days) is on
    /// the day itself, worked or not. The last of a number of plain days stays where it is: no text moves it.
    pub(super) fn last_day(&self, limit: &Limit, from: NaiveDate) -> Result<NaiveDate, i32> {
        let mut left = limit.days;
        let mut day = from;
        let mut counts = limit.first_day == Some("当日");
        while left > 0 {
            if counts {
                let worked = limit.unit == "日"
                    || match self.day(day) {
                        Day::Worked => true,
                        Day::Off => false,
                        Day::Unknown(year) => return Err(year),
                    };
                left -= u32::from(worked);
            }
            if left > 0 {
                let next = if limit.before.is_some() { day.pred_opt() } else { day.succ_opt() };
                day = next.filter(|it| (0..=9999).contains(&it.year())).ok_or(day.year())?;
                counts = true;
            }
        }
        Ok(day)
    }
}

/// Whether the notice of the next year may speak of a day: the seven days before 1 January hold the weekend that such an arrangement can
/// move. (No notice shipped reaches back beyond 29 December.)
pub(super) fn is_last_week(day: NaiveDate) -> bool {
    day.month() == 12 && day.day() >= 25
}

/// A day as the notice of a year writes it.
pub(super) fn number(day: NaiveDate, year: i32) -> i16 {
    let month = (day.year() - year) * 12 + day.month() as i32;
    (month * 100 + day.day() as i32) as i16
}
