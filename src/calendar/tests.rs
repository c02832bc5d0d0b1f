//! Days and counts against the notices as published, against sums that use no notice, and against counting by hand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::Calendar;
use super::days::{Day, is_last_week, number};
use super::notices::{FIRST_YEAR, NOTICES};
use crate::draft::InputFinding;
use crate::route::Limit;
use crate::tree::Node;
use crate::vocabulary::Modality;
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn days(from: &str, until: &str) -> impl Iterator<Item = NaiveDate> {
    let until = day(until);
    day(from).iter_days().take_while(move |it| *it < until)
}

fn limit(days: u32, unit: &'static str) -> Limit {
    Limit {
        days,
        unit,
        from: "签发".to_owned(),
        before: None,
        first_day: None,
        modality: Modality::Must,
        overdue: None,
        due: None,
        basis: Vec::new(),
        sure: true,
    }
}

fn forward(days: u32) -> Limit {
    limit(days, "工作日")
}

fn back(days: u32) -> Limit {
    Limit { before: Some(true), ..forward(days) }
}

fn read(calendar: &Value) -> (Calendar, Vec<String>) {
    let mut faults: Vec<InputFinding> = Vec::new();
    let calendar = Calendar::read(&Node::from(calendar), &mut faults);
    assert!(faults.iter().all(|it| it.code == "wrong-calendar" && !it.mild));
    (calendar, faults.into_iter().map(|it| it.message).collect())
}

/// The notices as published are looked for beside this repository; without them this says so and is skipped.
#[test]
fn the_shipped_notices_are_the_published_ones() {
    let beside = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/workdays-2019-2026.json");
    let Ok(text) = std::fs::read_to_string(beside) else {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "skipped: the published notices are not beside this repository");
        return;
    };
    let published: Value = serde_json::from_str(&text).unwrap();
    let years = published["years"].as_array().unwrap();
    assert_eq!(years.len(), NOTICES.len());
    for ((published, notice), year) in years.iter().zip(&NOTICES).zip(FIRST_YEAR..) {
        assert_eq!(published["year"], year);
        let list = |key: &str| published[key].as_array().unwrap();
        let off: Vec<(i16, i16)> = list("holidays").iter().map(|it| half_open(it, year)).collect();
        let worked: Vec<i16> =
            list("makeup_workdays").iter().map(|it| number(day(it.as_str().unwrap()), year)).collect();
        assert_eq!((notice.off, notice.worked), (&off[..], &worked[..]), "{year}");
    }
}

/// A holiday, published with its last day.
fn half_open(holiday: &Value, year: i32) -> (i16, i16) {
    let [start, end] = ["start", "end"].map(|key| day(holiday[key].as_str().unwrap()));
    assert_eq!((end - start).num_days() + 1, holiday["days"].as_i64().unwrap());
    (number(start, year), number(end.succ_opt().unwrap(), year))
}

/// Arrangements move days off; they make none. So the working days of a year are those of the week less the holidays that the law gives:
/// eleven, and thirteen from 2025. In 2020 the longer Spring Festival took a Friday and a worked Saturday besides.
#[test]
fn working_days_of_a_year_are_those_of_the_week_less_the_holidays_of_the_law() {
    // The last days of 2026 wait for the notice of 2027: here it names nothing.
    let (calendar, faults) = read(&json!({ "years": { "2027": { "holidays": [], "workdays": [] } } }));
    assert!(faults.is_empty(), "{faults:?}");
    for (year, total) in (2019..).zip([250, 249, 250, 249, 249, 251, 248, 248]) {
        let (from, until) = (format!("{year}-01-01"), format!("{}-01-01", year + 1));
        let of_the_week = days(&from, &until).filter(|it| !weekend(*it)).count();
        let law = if year < 2025 { 11 } else { 13 };
        let longer = if year == 2020 { 2 } else { 0 };
        let worked = days(&from, &until).filter(|it| calendar.day(*it) == Day::Worked).count();
        assert_eq!((worked, of_the_week - law - longer), (total, total), "{year}");
    }
}

#[test]
fn notices_name_days_of_their_year_and_the_last_before_it() {
    for (notice, year) in NOTICES.iter().zip(FIRST_YEAR..) {
        let belongs = |it: i16| it > 100 || (25..=31).contains(&it);
        assert!(notice.off.iter().all(|(from, until)| belongs(*from) && from < until), "{year}");
        assert!(notice.off.windows(2).all(|it| it[0].1 <= it[1].0), "{year}: in order");
        for worked in notice.worked {
            assert!(weekend(day_of(*worked, year)) && belongs(*worked), "{worked}");
        }
    }
}

/// The day that the notice of a year writes so.
fn day_of(number: i16, year: i32) -> NaiveDate {
    let (year, month) = if number < 100 { (year - 1, 12) } else { (year, number / 100) };
    NaiveDate::from_ymd_opt(year, month.try_into().unwrap(), (number % 100).try_into().unwrap()).unwrap()
}

#[test]
fn some_days_that_everybody_remembers() {
    let calendar = Calendar::default();
    for (text, expected) in [
        // New Year 2019 reaches into a year that has no notice of its own: only what is named is known.
        ("2018-12-28", Day::Unknown(2018)),
        ("2018-12-29", Day::Worked),
        ("2018-12-31", Day::Off),
        ("2018-12-24", Day::Unknown(2018)),
        // 劳动节 2019 became four days, made up on two Sundays.
        ("2019-05-03", Day::Off),
        ("2019-04-28", Day::Worked),
        ("2019-05-05", Day::Worked),
        // 春节 2020 lasted until 2 February, and 1 February was not worked after all.
        ("2020-01-19", Day::Worked),
        ("2020-01-31", Day::Off),
        ("2020-02-01", Day::Off),
        ("2020-02-02", Day::Off),
        ("2020-02-03", Day::Worked),
        ("2020-02-29", Day::Off),
        ("2024-02-29", Day::Worked),
        ("2022-12-31", Day::Off),
        ("2023-12-29", Day::Worked),
        ("2026-02-14", Day::Worked),
        ("2026-02-23", Day::Off),
        ("2026-10-10", Day::Worked),
        // What the notice of 2027 may move stands as it is until that is there.
        ("2026-12-25", Day::Worked),
        ("2026-12-27", Day::Off),
        ("2026-12-31", Day::Worked),
        ("2027-01-01", Day::Unknown(2027)),
    ] {
        assert_eq!(calendar.day(day(text)), expected, "{text}");
    }
}

#[test]
fn a_given_year_takes_the_place_of_the_shipped_one() {
    let (calendar, faults) = read(&json!({ "years": {
        "2026": { "holidays": ["2026-10-01"], "workdays": [] },
        "2027": { "holidays": ["2026-12-31", "2027-01-01"], "workdays": ["2026-12-26"] },
    } }));
    assert!(faults.is_empty(), "{faults:?}");
    for (text, expected) in [
        ("2026-10-01", Day::Off),
        ("2026-10-02", Day::Worked),
        ("2026-02-14", Day::Off),
        ("2025-12-31", Day::Worked),
        ("2026-12-25", Day::Worked),
        ("2026-12-26", Day::Worked),
        ("2026-12-27", Day::Off),
        ("2026-12-31", Day::Off),
        ("2027-01-01", Day::Off),
        ("2027-01-04", Day::Worked),
        ("2027-12-24", Day::Worked),
        ("2027-12-27", Day::Worked),
    ] {
        assert_eq!(calendar.day(day(text)), expected, "{text}");
    }
}

#[test]
fn a_year_with_a_fault_counts_as_not_given() {
    let year = |year: Value| json!({ "years": { "2027": year } });
    let days = "每一项应为该年（或上年最后七天）的日期（年-月-日，如2027-10-01）";
    let both = "应写明holidays（放假日）和workdays（调休上班日），没有的写[]";
    for (calendar, expected) in [
        (json!(5), vec!["选项`calendar`：应为对象，不计".to_owned()]),
        (json!({ "year": {} }), vec!["选项`calendar`的`year`：不认识这一项，不计".to_owned()]),
        (json!({ "years": [] }), vec!["选项`calendar`的`years`：应为对象，不计".to_owned()]),
        (
            json!({ "years": { "今年": { "holidays": [], "workdays": [] } } }),
            vec!["选项`calendar`的`years.今年`：年份应为四位数字，如2027，不计".to_owned()],
        ),
        (
            json!({ "years": { "+027": { "holidays": [], "workdays": [] } } }),
            vec!["选项`calendar`的`years.+027`：年份应为四位数字，如2027，不计".to_owned()],
        ),
        (
            year(json!(null)),
            vec![
                "选项`calendar`的`years.2027`：应为对象，不计".to_owned(),
                format!("选项`calendar`的`years.2027`：{both}，不计"),
            ],
        ),
        (year(json!({ "holidays": [] })), vec![format!("选项`calendar`的`years.2027`：{both}，不计")]),
        (
            year(json!({ "holidays": [], "workdays": [], "note": "" })),
            vec!["选项`calendar`的`years.2027.note`：不认识这一项，不计".to_owned()],
        ),
        (
            year(json!({ "holidays": "无", "workdays": [] })),
            vec!["选项`calendar`的`years.2027.holidays`：应为日期的列表，不计".to_owned()],
        ),
        (
            year(json!({ "holidays": ["2027-02-29"], "workdays": ["2028-01-01", "2026-12-24", 5] })),
            ["holidays", "workdays", "workdays", "workdays"]
                .map(|it| format!("选项`calendar`的`years.2027.{it}`：{days}，不计"))
                .to_vec(),
        ),
        (
            year(json!({ "holidays": ["2027-10-09"], "workdays": ["2027-10-09"] })),
            vec!["选项`calendar`的`years.2027`：同一天不能既放假又上班，不计".to_owned()],
        ),
    ] {
        assert_eq!(read(&calendar), (Calendar::default(), expected), "{calendar}");
    }
}

/// Every worked day of the years shipped, one by one.
fn worked() -> Vec<NaiveDate> {
    let calendar = Calendar::default();
    days("2019-01-01", "2027-01-01").filter(|it| calendar.day(*it) == Day::Worked).collect()
}

#[test]
fn counting_is_looking_up_the_list_of_worked_days() {
    let (calendar, worked) = (Calendar::default(), worked());
    for start in days("2019-01-01", "2027-01-01") {
        let after = worked.partition_point(|it| *it <= start);
        let before = worked.partition_point(|it| *it < start);
        for count in [1, 2, 3, 5, 7, 10, 15, 30] {
            let n = usize::try_from(count).unwrap();
            let expected = worked.get(after + n - 1).copied().ok_or(2027);
            assert_eq!(calendar.last_day(&forward(count), start), expected, "{start} + {count}");
            let expected = before.checked_sub(n).map(|it| worked[it]).ok_or(2018);
            // The two days that the notice of 2019 names in 2018 are no help: what lies before them is not known.
            let found = calendar.last_day(&back(count), start);
            assert!(
                found == expected || (expected == Err(2018) && found == Ok(day("2018-12-29"))),
                "{start} - {count}"
            );
            let this_day = Limit { first_day: Some("当日"), ..forward(count) };
            assert_eq!(calendar.last_day(&this_day, start), worked.get(before + n - 1).copied().ok_or(2027));
            let next_day = Limit { first_day: Some("次日"), ..forward(count) };
            assert_eq!(calendar.last_day(&next_day, start), calendar.last_day(&forward(count), start));
        }
    }
}

#[test]
fn forward_and_back_again_returns() {
    let (calendar, worked) = (Calendar::default(), worked());
    for start in worked {
        for count in 0..20 {
            let Ok(end) = calendar.last_day(&forward(count), start) else { continue };
            assert_eq!(calendar.day(end), Day::Worked, "{start} + {count}");
            assert_eq!(calendar.last_day(&back(count), end), Ok(start), "{start} + {count}");
        }
    }
}

#[test]
fn a_later_start_and_a_longer_limit_never_end_earlier() {
    let calendar = Calendar::default();
    let mut before = [NaiveDate::MIN; 20];
    for start in days("2019-01-01", "2026-11-01") {
        let mut shorter = start;
        for (count, before) in (0..).zip(&mut before) {
            let end = calendar.last_day(&forward(count), start).unwrap();
            assert!(end >= *before && end >= shorter, "{start} + {count}");
            assert!(count == 0 || end > shorter);
            (*before, shorter) = (end, end);
        }
    }
}

#[test]
fn plain_days_are_plain_days() {
    let calendar = Calendar::default();
    for (from, count, until) in [
        ("2024-02-14", 15, "2024-02-29"),
        ("2023-02-14", 15, "2023-03-01"),
        ("2026-12-30", 15, "2027-01-14"),
        ("1999-12-31", 1, "2000-01-01"),
        ("2026-10-01", 0, "2026-10-01"),
    ] {
        assert_eq!(calendar.last_day(&limit(count, "日"), day(from)), Ok(day(until)));
        let this_day = Limit { first_day: Some("当日"), ..limit(count, "日") };
        let expected = if count == 0 { day(until) } else { day(until).pred_opt().unwrap() };
        assert_eq!(calendar.last_day(&this_day, day(from)), Ok(expected));
    }
}

#[test]
fn the_calendar_ends_without_a_fault() {
    let calendar = Calendar::default();
    assert_eq!(calendar.last_day(&limit(2, "日"), day("9999-12-30")), Err(9999));
    assert_eq!(calendar.last_day(&Limit { before: Some(true), ..limit(2, "日") }, day("0000-01-02")), Err(0));
    assert_eq!(calendar.last_day(&forward(u32::MAX), day("2026-01-01")), Err(2027));
    assert!(is_last_week(day("9999-12-31")));
    assert_eq!(calendar.day(day("9999-12-31")), Day::Unknown(9999));
}
