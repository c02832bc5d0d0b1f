//! The day on which a limit runs out, or why nobody can say.

use super::Calendar;
use super::days::Day;
use crate::draft::Dates;
use crate::route::{Due, DueDay, Limit, Step};
use crate::short::joined;
use chrono::NaiveDate;

impl Calendar {
    /// Each limit's day, and the tightest: where one of them is not known, it may be that one.
    pub(super) fn put_due(&self, step: &mut Step, dates: &Dates) {
        for limit in &mut step.limits {
            let due = self.due(limit, dates);
            let tighter = match (&step.due, &due) {
                (None, _) | (Some(Due::On(_)), Due::Unknown { .. }) => true,
                (Some(Due::On(known)), Due::On(it)) => it.date < known.date,
                (Some(Due::Unknown { .. }), _) => false,
            };
            if tighter {
                step.due = Some(due.clone());
            }
            limit.due = Some(due);
        }
    }

    fn due(&self, limit: &Limit, dates: &Dates) -> Due {
        let event = if limit.from == "发布" { "印发" } else { &limit.from };
        let Some(from) = dates.day(event) else {
            return Due::Unknown { unknown: format!("未填{event}日期，填写后才能推算") };
        };
        match self.last_day(limit, from) {
            Ok(date) => Due::On(DueDay {
                date,
                days: limit.days,
                unit: limit.unit,
                from,
                // Being overdue begins with the next day, worked or not: silence needs nobody at a desk.
                effective: limit.overdue.as_ref().and(date.succ_opt()),
                assumption: self.assumption(limit, from, date),
            }),
            Err(year) => Due::Unknown {
                unknown: format!("没有国务院办公厅{year}年放假调休安排的数据，不能推算")
            },
        }
    }

    /// What the text does not say and the count takes for granted.
    fn assumption(&self, limit: &Limit, from: NaiveDate, date: NaiveDate) -> Option<String> {
        let mut assumed = Vec::new();
        if limit.days == 0 {
            assumed.push(format!("按{}当日办结计，不论是否工作日", limit.from));
        } else if limit.first_day.is_none() {
            let day = if limit.unit == "日" { "日" } else { "一工作日" };
            let count = match limit.before {
                Some(_) => format!("从前{day}往前数"),
                None => format!("从次{day}起算"),
            };
            assumed.push(format!("条文没有写明当日算不算，按不算、{count}"));
        }
        // What is due at once is due on a day off as well.
        if limit.unit == "工作日"
            && limit.days > 0
            && let Some(year) = self.may_move(from, date)
        {
            assumed.push(format!("{year}年的放假安排尚无数据，12月最后几天如有调休，以其为准"));
        }
        if limit.unit == "日" && self.day(date) == Day::Off {
            assumed.push("最后一日是休息日，条文没有写明顺延，不顺延".to_owned());
        }
        (!assumed.is_empty()).then(|| joined(&assumed, "；"))
    }
}
