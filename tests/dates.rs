//! Time limits of the five texts as days: each counted by hand from the notices, across Spring Festival, National Day, New Year and 29 February.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, base};
use qianfa::Rulebook;
use serde_json::{Value, json};
use std::sync::LazyLock;

const NEXT_WORKING_DAY: &str = "条文没有写明当日算不算，按不算、从次一工作日起算";
const NEXT_DAY: &str = "条文没有写明当日算不算，按不算、从次日起算";
const DAYS_BEFORE: &str = "条文没有写明当日算不算，按不算、从前一工作日往前数";
const AT_ONCE: &str = "按收文当日办结计，不论是否工作日";

fn load(id: &str) -> &'static Rulebook {
    static LOADED: LazyLock<Vec<Rulebook>> = LazyLock::new(|| SHIPPED.iter().map(common::load).collect());
    LOADED.iter().find(|it| it.id() == id).expect("it is shipped")
}

fn route_with(id: &str, draft: &Value, dates: &Value, calendar: &Value) -> Value {
    let mut draft = draft.clone();
    draft["dates"] = dates.clone();
    json!(load(id).route_json(&draft, &json!({ "unstated": "no", "calendar": calendar })))
}

fn route(id: &str, draft: &Value, dates: &Value) -> Value {
    route_with(id, draft, dates, &Value::Null)
}

/// The step of a kind on which a clause sets a limit.
fn step<'a>(route: &'a Value, kind: &str, clause: &str) -> &'a Value {
    let sets = |step: &&Value| {
        let limits = step["limits"].as_array();
        step["kind"] == kind && limits.is_some_and(|it| it.iter().any(|it| it["basis"][0]["clause"] == clause))
    };
    let steps = route["steps"].as_array().expect("a path");
    steps.iter().find(sets).unwrap_or_else(|| panic!("no {kind} with a limit of {clause}: {steps:#?}"))
}

/// The day of a limit; the step has it as well.
fn due(route: &Value, kind: &str, clause: &str) -> Value {
    let step = step(route, kind, clause);
    let limits = step["limits"].as_array().expect("limits");
    let due = limits.iter().find(|it| it["basis"][0]["clause"] == clause).map(|it| it["due"].clone());
    assert_eq!(Some(&step["due"]), due.as_ref(), "the step's own");
    due.unwrap_or_default()
}

/// `severity code path message` and the clauses of the findings about dates.
fn about_dates(route: &Value) -> Vec<String> {
    let findings = route["findings"].as_array().expect("findings").iter();
    findings
        .filter(|it| it["code"] == "overdue" || it["code"] == "dates-out-of-order")
        .map(|it| {
            let words = ["severity", "code", "path", "message"].map(|key| it[key].as_str().unwrap_or_default());
            let clause = it["basis"][0]["clause"].as_str().map(|it| format!(" {it}")).unwrap_or_default();
            format!("{}{clause}", words.join(" "))
        })
        .collect()
}

/// A department's request that concerns others.
fn request() -> Value {
    json!({ "issuer": "部门", "docType": "请示", "addressees": ["本级政府"], "departments": { "others": ["区财政局"] }, "consensus": "一致" })
}

/// A notice of the government that a meeting has passed.
fn passed(modified: bool) -> Value {
    json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"], "decidedBy": "常务会议", "matters": { "重大修改": modified } })
}

fn minutes() -> Value {
    json!({ "issuer": "政府", "docType": "纪要", "minutesOf": "常务会议", "addressees": ["本级部门"] })
}

/// A notice of the government on which departments agree.
fn agreed() -> Value {
    json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"], "departments": { "others": ["县财政局"] }, "consensus": "一致" })
}

fn application(matter: &str) -> Value {
    json!({ "issuer": "部门", "docType": "会议申请", "addressees": ["本级政府"], "matters": { matter: true } })
}

fn urgent() -> Value {
    json!({ "issuer": "部门", "docType": "请示", "addressees": ["本级政府"], "urgency": "特急" })
}

fn ruling() -> Value {
    json!({ "issuer": "部门", "docType": "通知", "addressees": ["企事业单位"], "matters": { "规范性文件": true } })
}

/// A limit as it comes out: rulebook, draft, step, clause, event and its day, days, unit, last day, silence counts from, assumption.
type Row = (
    &'static str,
    Value,
    &'static str,
    &'static str,
    (&'static str, &'static str),
    (u32, &'static str),
    &'static str,
    Option<&'static str>,
    &'static str,
);

#[test]
fn limits_of_the_texts_come_to_days() {
    let table: Vec<Row> = vec![
        // 五十四 伍家岗: 13日、14日（周六上班）、15至23日春节、24日
        (
            "wujiagang",
            request(),
            "征求意见",
            "54d",
            ("sentForCountersign", "2026-02-12"),
            (3, "工作日"),
            "2026-02-24",
            Some("2026-02-25"),
            NEXT_WORKING_DAY,
        ),
        // 四十九 伍家岗: 29、30日，1至7日国庆，8、9日、10日（周六上班）
        (
            "wujiagang",
            minutes(),
            "印发",
            "49d",
            ("meetingEnded", "2026-09-28"),
            (5, "工作日"),
            "2026-10-10",
            None,
            NEXT_WORKING_DAY,
        ),
        // 六十二 托克逊: 21至24日、26日（周日上班）、27日，春节，2月5日
        (
            "toksun",
            request(),
            "部门会签",
            "62p2a",
            ("sentForCountersign", "2025-01-20"),
            (7, "工作日"),
            "2025-02-05",
            Some("2025-02-06"),
            NEXT_WORKING_DAY,
        ),
        // 五十五 托克逊: 21至23日、26至29日
        (
            "toksun",
            minutes(),
            "印发",
            "55c",
            ("meetingEnded", "2024-02-20"),
            (7, "工作日"),
            "2024-02-29",
            None,
            NEXT_WORKING_DAY,
        ),
        // 六十一 沂源: 31日，元旦三天，1月4日（周日上班）、5日
        (
            "yiyuan",
            agreed(),
            "部门会签",
            "61p2b",
            ("sentForCountersign", "2025-12-30"),
            (3, "工作日"),
            "2026-01-05",
            Some("2026-01-06"),
            NEXT_WORKING_DAY,
        ),
        // 五十五 沂源: 周一至周四，周五
        (
            "yiyuan",
            passed(false),
            "印发",
            "55p2a",
            ("meetingEnded", "2026-03-06"),
            (5, "工作日"),
            "2026-03-13",
            None,
            NEXT_WORKING_DAY,
        ),
        // 五十五 沂源: 21至24日、27至30日，劳动节，5月6、7日
        (
            "yiyuan",
            passed(true),
            "拟稿",
            "55p2b",
            ("meetingEnded", "2026-04-20"),
            (10, "工作日"),
            "2026-05-07",
            None,
            NEXT_WORKING_DAY,
        ),
        // 五十二 沂源: 往前10月10日（周六上班）、9日、8日，国庆，9月30日、29日
        (
            "yiyuan",
            application("全体会议或常务会议议题"),
            "办公室审核",
            "52p1a",
            ("meetingHeld", "2026-10-12"),
            (5, "工作日"),
            "2026-09-29",
            None,
            DAYS_BEFORE,
        ),
        (
            "yiyuan",
            application("全体会议或常务会议议题"),
            "备案",
            "52p1b",
            ("meetingHeld", "2026-10-12"),
            (3, "工作日"),
            "2026-10-08",
            None,
            DAYS_BEFORE,
        ),
        // 八十四 沂源: 往前2月28日（周六上班）、27至24日
        (
            "yiyuan",
            application("邀请县长"),
            "办公室审核",
            "84a",
            ("meetingHeld", "2026-03-02"),
            (5, "工作日"),
            "2026-02-24",
            None,
            DAYS_BEFORE,
        ),
        // 五十九 沂源: 国庆假期中收到也即办
        (
            "yiyuan",
            urgent(),
            "办公室审核",
            "59p1a",
            ("received", "2026-10-03"),
            (0, "工作日"),
            "2026-10-03",
            None,
            AT_ONCE,
        ),
        // 12月最后几天也即办：明年的放假安排不影响
        (
            "yiyuan",
            urgent(),
            "办公室审核",
            "59p1a",
            ("received", "2026-12-27"),
            (0, "工作日"),
            "2026-12-27",
            None,
            AT_ONCE,
        ),
        // 二十五 巫山: 闰年二月二十九天；自然日跨出有数据的年份也照数
        ("wushan", ruling(), "备案", "25", ("issued", "2024-02-15"), (15, "日"), "2024-03-01", None, NEXT_DAY),
        ("wushan", ruling(), "备案", "25", ("issued", "2026-12-30"), (15, "日"), "2027-01-14", None, NEXT_DAY),
    ];
    for (id, draft, kind, clause, (event, day), (days, unit), date, effective, assumption) in table {
        let mut expected = json!({ "date": date, "days": days, "unit": unit, "from": day, "assumption": assumption });
        if let Some(effective) = effective {
            expected["effective"] = json!(effective);
        }
        let dated = route(id, &draft, &json!({ event: day }));
        assert_eq!(due(&dated, kind, clause), expected, "{id} {clause}");
        // Without the day it says which one is missing.
        let label = match event {
            "sentForCountersign" => "送会签",
            "meetingEnded" => "会议结束",
            "meetingHeld" => "会议召开",
            "received" => "收文",
            _ => "印发",
        };
        let undated = route(id, &draft, &Value::Null);
        let unknown = json!({ "unknown": format!("未填{label}日期，填写后才能推算") });
        assert_eq!(due(&undated, kind, clause), unknown, "{id} {clause}");
        assert!(about_dates(&dated).is_empty() && about_dates(&undated).is_empty(), "{id} {clause}");
    }
}

#[test]
fn the_last_of_plain_days_is_not_moved() {
    let found = due(&route("wushan", &ruling(), &json!({ "issued": "2026-09-20" })), "备案", "25");
    assert_eq!(found["date"], "2026-10-05");
    assert_eq!(found["assumption"], format!("{NEXT_DAY}；最后一日是休息日，条文没有写明顺延，不顺延"));
}

#[test]
fn a_year_without_a_notice_is_never_guessed() {
    let dates = json!({ "meetingEnded": "2026-12-28" });
    let found = route("yiyuan", &passed(false), &dates);
    let unknown = "没有国务院办公厅2027年放假调休安排的数据，不能推算";
    assert_eq!(due(&found, "印发", "55p2a"), json!({ "unknown": unknown }));
    assert_eq!(
        found["timing"],
        json!({
            "earliest": "2026-12-28",
            "because": ["不早于会议结束日期2026-12-28"],
            "unknown": format!("印发时限（五十五、第二款，原则上）：{unknown}"),
        })
    );
    let given = json!({ "years": { "2027": { "holidays": ["2027-01-01"], "workdays": ["2027-01-02"] } } });
    let found = route_with("yiyuan", &passed(false), &dates, &given);
    assert_eq!(due(&found, "印发", "55p2a")["date"], "2027-01-04");
    // Within the year its own notice stands; what the next one may still move is told.
    let found = route("yiyuan", &passed(false), &json!({ "meetingEnded": "2026-12-18" }));
    let found = due(&found, "印发", "55p2a");
    assert_eq!(found["date"], "2026-12-25");
    assert_eq!(
        found["assumption"],
        format!("{NEXT_WORKING_DAY}；2027年的放假安排尚无数据，12月最后几天如有调休，以其为准")
    );
    // A fault leaves the year unknown, and is told.
    let wrong = json!({ "years": { "2027": { "holidays": ["元旦"], "workdays": [] } } });
    let found = route_with("yiyuan", &passed(false), &dates, &wrong);
    assert_eq!(due(&found, "印发", "55p2a"), json!({ "unknown": unknown }));
    let told = found["findings"].as_array().expect("findings").iter().find(|it| it["code"] == "wrong-calendar");
    assert_eq!(
        told,
        Some(&json!({
            "code": "wrong-calendar",
            "severity": "error",
            "message": "选项`calendar`的`years.2027.holidays`：每一项应为该年（或上年最后七天）的日期（年-月-日，如2027-10-01），不计",
            "path": "",
            "basis": [],
        }))
    );
}

#[test]
fn what_is_out_of_time_is_found() {
    let ended = |issued: &str| json!({ "meetingEnded": "2026-09-28", "issued": issued });
    assert_eq!(about_dates(&route("wujiagang", &minutes(), &ended("2026-10-10"))), [""; 0]);
    // 原则上 warns, 须 is an error.
    assert_eq!(
        about_dates(&route("wujiagang", &minutes(), &ended("2026-10-12"))),
        ["warning overdue /dates/issued 印发日期2026-10-12已超过印发时限2026-10-10，原则上 49d"]
    );
    assert_eq!(
        about_dates(&route("toksun", &minutes(), &ended("2026-10-14"))),
        ["error overdue /dates/issued 印发日期2026-10-14已超过印发时限2026-10-13 55c"]
    );
    // What is signed too late cannot be issued in time.
    assert_eq!(
        about_dates(&route("toksun", &minutes(), &json!({ "meetingEnded": "2026-09-28", "signed": "2026-10-14" }))),
        ["error overdue /dates/signed 签发日期2026-10-14已超过印发时限2026-10-13 55c"]
    );
    // 会前5个工作日: what reaches the office later is late.
    assert_eq!(
        about_dates(&route(
            "yiyuan",
            &application("邀请县长"),
            &json!({ "meetingHeld": "2026-03-02", "received": "2026-02-25" })
        )),
        ["error overdue /dates/received 收文日期2026-02-25已超过八十四的时限2026-02-24 84a"]
    );
    // As long as the draft may still become another document, nothing is late.
    let mut open = minutes();
    open["minutesOf"] = Value::Null;
    let mut draft = open.clone();
    draft["dates"] = ended("2026-10-14");
    let found = json!(load("wujiagang").route_json(&draft, &Value::Null));
    assert!(about_dates(&found).is_empty(), "{:?}", about_dates(&found));
}

#[test]
fn dates_out_of_order_are_found() {
    let found = |dates: Value| about_dates(&route("yiyuan", &agreed(), &dates));
    let error = |field: &str, words: &str| format!("error dates-out-of-order /dates/{field} {words}");
    assert_eq!(
        found(
            json!({ "drafted": "2026-03-04", "sentForCountersign": "2026-03-03", "signed": "2026-03-04", "issued": "2026-03-03" })
        ),
        [
            error("sentForCountersign", "送会签日期2026-03-03早于起草日期2026-03-04"),
            error("issued", "印发日期2026-03-03早于签发日期2026-03-04"),
        ]
    );
    assert_eq!(
        found(json!({ "meetingHeld": "2026-03-04", "meetingEnded": "2026-03-03" })),
        [error("meetingEnded", "会议结束日期2026-03-03早于会议召开日期2026-03-04")]
    );
    assert!(found(json!({ "drafted": "2026-03-04", "signed": "2026-03-04", "issued": "2026-03-04" })).is_empty());
    assert_eq!(
        about_dates(&route("toksun", &minutes(), &json!({ "meetingEnded": "2026-03-04", "issued": "2026-03-03" }))),
        [error("issued", "印发日期2026-03-03早于会议结束日期2026-03-04")]
    );
}

#[test]
fn the_issue_lies_between_what_must_come_before_and_the_limits() {
    // Nobody has answered; once signed, that is over.
    let sent = json!({ "drafted": "2025-12-29", "sentForCountersign": "2025-12-30" });
    assert_eq!(
        route("yiyuan", &agreed(), &sent)["timing"],
        json!({
            "earliest": "2026-01-06",
            "because": [
                "不早于送会签日期2025-12-30",
                "部门会签时限（六十一、第二款，一般）：2026-01-06起，逾期视为无不同意见；按都未回复计，都已回复的可以提早",
            ],
        })
    );
    let signed = json!({ "sentForCountersign": "2025-12-30", "signed": "2026-01-04" });
    assert_eq!(
        route("yiyuan", &agreed(), &signed)["timing"],
        json!({ "earliest": "2026-01-04", "because": ["不早于签发日期2026-01-04"] })
    );
    // The meeting and the limit that counts from it.
    assert_eq!(
        route("wujiagang", &minutes(), &json!({ "meetingEnded": "2026-09-28" }))["timing"],
        json!({
            "earliest": "2026-09-28",
            "latest": "2026-10-10",
            "because": ["不早于会议结束日期2026-09-28", "印发时限（第四十九条，原则上）：到2026-10-10为止"],
        })
    );
    assert_eq!(
        route("wujiagang", &minutes(), &json!({ "meetingEnded": "2026-09-28", "signed": "2026-10-12" }))["timing"],
        json!({
            "earliest": "2026-10-12",
            "latest": "2026-10-10",
            "because": [
                "不早于签发日期2026-10-12",
                "印发时限（第四十九条，原则上）：到2026-10-10为止",
                "最早的一天晚于最迟的一天：照此不能按时印发",
            ],
        })
    );
    // What is issued is issued.
    assert_eq!(
        route("wujiagang", &minutes(), &json!({ "meetingEnded": "2026-09-28", "issued": "2026-10-12" }))["timing"],
        json!({ "earliest": "2026-10-12", "latest": "2026-10-12", "because": ["已填印发日期2026-10-12"] })
    );
    // Nothing is known, and nothing bears on it.
    let unknown = "印发时限（第四十九条，原则上）：未填会议结束日期，填写后才能推算";
    assert_eq!(route("wujiagang", &minutes(), &Value::Null)["timing"], json!({ "because": [], "unknown": unknown }));
    assert_eq!(route("jixi", &minutes(), &Value::Null)["timing"], json!({ "because": [] }));
    // A limit that counts from the issue moves along with it.
    assert_eq!(route("wushan", &ruling(), &Value::Null)["timing"], json!({ "because": [] }));
}

/// A rulebook says which day is the first; and a step with two limits has the tighter.
#[test]
fn a_rulebook_says_which_day_is_the_first() {
    let rules = |limit: &str| {
        format!(
            "格式: 1
标识: one
名称: 某县人民政府工作规则
层级: 县
机关: 某县人民政府
职务: {{ 行政首长: 县长 }}
条款:
  - {{ 编号: 1, 条文: 第一条, 原文: 由县长签发, 适用: {{ 文种: 纪要 }}, 签发: {{ 用语: 签发, 由: 县长 }}, 步骤: {{ 类: 印发, 时限: {{ 天数: 3, 单位: 工作日, 自: 会议结束{limit} }} }} }}
  - {{ 编号: 2, 条文: 第二条, 原文: 四日内印发, 适用: {{ 文种: 纪要 }}, 步骤: {{ 类: 印发, 时限: {{ 天数: 4, 单位: 日, 自: 会议结束 }} }} }}
"
        )
    };
    let draft = json!({ "docType": "纪要", "dates": { "meetingEnded": "2026-09-30" } });
    let timed = |limit: &str| {
        let rulebook = Rulebook::from_text_on(&rules(limit), &[base()]).expect("it loads");
        json!(rulebook.route_json(&draft, &Value::Null))
    };
    for (limit, date) in [("", "2026-10-10"), (", 起算: 次日", "2026-10-10"), (", 起算: 当日", "2026-10-09")] {
        let route = timed(limit);
        let steps = route["steps"].as_array().expect("a path");
        let issue = steps.iter().find(|it| it["kind"] == "印发").expect("an issue");
        assert_eq!(issue["limits"][0]["due"]["date"], date, "{limit}");
        assert_eq!(issue["limits"][0]["due"]["assumption"].is_null(), !limit.is_empty());
        assert_eq!(issue["due"]["date"], "2026-10-04", "the tighter");
        assert_eq!(route["timing"]["latest"], "2026-10-04");
    }
    let faults = Rulebook::from_text(&rules(", 起算: 后天")).err().expect("a fault");
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.len() == 1 && faults[0].contains("后天"), "{faults:?}");
}
