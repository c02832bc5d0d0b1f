//! A calendar as callers write it: `{ years: { "2027": { holidays: […], workdays: […] } } }`.
//!
//! A year with a fault counts as not given: with a day missing, every count would be a guess.

use super::days::is_last_week;
use super::{Calendar, Year};
use crate::draft::InputFinding;
use crate::rulebook::parse_date;
use crate::tree::Node;
use chrono::{Datelike, NaiveDate};

impl Calendar {
    /// Reads further years. What is wrong is a finding and counts as not given.
    pub(crate) fn read(calendar: &Node, faults: &mut Vec<InputFinding>) -> Self {
        let mut read = Self::default();
        for (name, years) in fields(calendar, "", faults) {
            if name == "years" {
                for (name, year) in fields(years, "years", faults) {
                    let before = faults.len();
                    let year = read_year(name, year, faults);
                    if let Some(year) = year.filter(|_| faults.len() == before) {
                        read.given.push(year);
                    }
                }
            } else {
                fault(faults, name, "不认识这一项");
            }
        }
        read
    }
}

fn read_year(name: &str, year: &Node, faults: &mut Vec<InputFinding>) -> Option<Year> {
    let at = format!("years.{name}");
    let Some(first) = parse_date(&format!("{name}-01-01")) else {
        fault(faults, &at, "年份应为四位数字，如2027");
        return None;
    };
    let (mut holidays, mut workdays) = (None, None);
    for (name, days) in fields(year, &at, faults) {
        let at = format!("{at}.{name}");
        match name {
            "holidays" => holidays = Some(read_days(days, first.year(), &at, faults)),
            "workdays" => workdays = Some(read_days(days, first.year(), &at, faults)),
            _ => fault(faults, &at, "不认识这一项"),
        }
    }
    let (Some(holidays), Some(workdays)) = (holidays, workdays) else {
        fault(faults, &at, "应写明holidays（放假日）和workdays（调休上班日），没有的写[]");
        return None;
    };
    if holidays.iter().any(|day| workdays.contains(day)) {
        fault(faults, &at, "同一天不能既放假又上班");
    }
    Some(Year { year: first.year(), holidays, workdays })
}

fn read_days(days: &Node, year: i32, at: &str, faults: &mut Vec<InputFinding>) -> Vec<NaiveDate> {
    let mut read = Vec::new();
    let Some(days) = days.items() else {
        fault(faults, at, "应为日期的列表");
        return read;
    };
    for day in days {
        match day.text().and_then(parse_date).filter(|day| belongs(*day, year)) {
            Some(day) => read.push(day),
            None => fault(faults, at, "每一项应为该年（或上年最后七天）的日期（年-月-日，如2027-10-01）"),
        }
    }
    read
}

/// Whether a notice of that year may speak of a day.
fn belongs(day: NaiveDate, year: i32) -> bool {
    day.year() == year || (day.year() + 1 == year && is_last_week(day))
}

fn fields<'a>(node: &'a Node, at: &str, faults: &mut Vec<InputFinding>) -> Vec<(&'a str, &'a Node)> {
    node.fields().unwrap_or_else(|| {
        fault(faults, at, "应为对象");
        Vec::new()
    })
}

fn fault(faults: &mut Vec<InputFinding>, at: &str, what: &str) {
    let place = if at.is_empty() { String::new() } else { format!("的`{at}`") };
    faults.push(InputFinding::error("wrong-calendar", "", format!("选项`calendar`{place}：{what}，不计")));
}
