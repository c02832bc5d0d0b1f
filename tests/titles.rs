//! Titles: what is read from them against what a reader reads, and how often a suggestion is right.
//!
//! The data mark the parts in the titles themselves: `{i发文机关}`, `{s事由}`, `{d文种}`, `{b转发}` and `{w题}` with its own marks inside.
//! `cargo test --test titles -- --nocapture figures` prints the figures.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use qianfa::vocabulary::DOC_TYPES;
use qianfa::{Options, Rulebook, TitlePart, TitleReading, read_title};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

const DATA: [(&str, &str); 10] = [
    ("plain", include_str!("titles/plain.json")),
    ("passed-on", include_str!("titles/passed-on.json")),
    ("issuers", include_str!("titles/issuers.json")),
    ("minutes", include_str!("titles/minutes.json")),
    ("matters", include_str!("titles/matters.json")),
    ("marks", include_str!("titles/marks.json")),
    ("traps", include_str!("titles/traps.json")),
    ("roster-names", include_str!("titles/roster-names.json")),
    ("held-out", include_str!("titles/held-out.json")),
    ("held-out-2", include_str!("titles/held-out-2.json")),
];

/// A title with what should be read from it.
struct Case {
    file: &'static str,
    title: String,
    rulebook: String,
    roster: Value,
    /// Every part in reading order: its mark, and where it is.
    parts: Vec<(char, usize, usize)>,
    facts: Map<String, Value>,
}

fn cases() -> Vec<Case> {
    let roster: Value = serde_json::from_str(include_str!("titles/roster.json")).expect("JSON");
    let mut cases = Vec::new();
    for (file, text) in DATA {
        let data: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for it in data["titles"].as_array().expect("a list") {
            let (title, parts) = unmarked(it["title"].as_str().expect("a title"));
            let mut facts = it["facts"].as_object().expect("facts").clone();
            // A 文种 that is written as its term needs no second mention.
            let outer = parts.iter().rfind(|(mark, ..)| *mark == 'd').filter(|part| part.2 > innermost_end(&parts));
            if let Some(&(_, start, end)) = outer {
                let words = slice(&title, start, end);
                if let Some(term) = DOC_TYPES.iter().find(|it| **it == words) {
                    facts.entry("docType").or_insert(json!(term));
                }
            }
            let rulebook = it["in"].as_str().or(data["rulebook"].as_str()).unwrap_or_default().to_owned();
            let roster = if data["roster"] == true { roster.clone() } else { Value::Null };
            cases.push(Case { file, title, rulebook, roster, parts, facts });
        }
    }
    cases
}

/// Where the outermost wrapped title ends: a 文种 before that is one of a title inside.
fn innermost_end(parts: &[(char, usize, usize)]) -> usize {
    parts.iter().filter(|(mark, ..)| *mark == 'w').map(|(.., end)| *end).max().unwrap_or(0)
}

/// A marked title without its marks, and the parts that they mark, in the order in which they begin.
fn unmarked(marked: &str) -> (String, Vec<(char, usize, usize)>) {
    let (mut title, mut parts, mut open, mut unit) = (String::new(), Vec::new(), Vec::new(), 0);
    let mut letters = marked.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '{' => {
                open.push(parts.len());
                parts.push((letters.next().expect("a mark"), unit, 0));
            }
            '}' => parts[open.pop().expect("a bracket that opens")].2 = unit,
            _ => {
                title.push(letter);
                unit += letter.len_utf16();
            }
        }
    }
    assert!(open.is_empty(), "{marked}");
    (title, parts)
}

/// As JavaScript's `title.slice(start, end)`.
fn slice(title: &str, start: usize, end: usize) -> String {
    let units: Vec<u16> = title.encode_utf16().collect();
    String::from_utf16(&units[start..end]).expect("whole letters")
}

/// The parts of a reading, in the order in which they begin.
fn parts_of(reading: &TitleReading) -> Vec<(char, usize, usize)> {
    let mut parts = Vec::new();
    let mut push = |mark, part: &TitlePart| parts.push((mark, part.start, part.end));
    if let Some(it) = &reading.issuer {
        push('i', it);
    }
    if let Some(it) = &reading.subject {
        push('s', it);
    }
    if let Some(it) = &reading.wraps {
        push('b', &it.by);
        push('w', &it.title);
        parts.extend(parts_of(&it.inner));
    }
    if let Some(it) = &reading.doc_type {
        parts.push(('d', it.start, it.end));
    }
    parts
}

fn shipped() -> BTreeMap<&'static str, Rulebook> {
    common::SHIPPED.iter().map(|it| (it.id, common::load(it))).collect()
}

fn read(case: &Case, rulebooks: &BTreeMap<&str, Rulebook>) -> TitleReading {
    match rulebooks.get(case.rulebook.as_str()) {
        Some(rulebook) => rulebook.read_title(&case.title, &case.roster),
        None => read_title(&case.title),
    }
}

/// What was suggested: the value, or of a matter the words.
fn suggested(reading: &TitleReading, expected: &Map<String, Value>) -> Map<String, Value> {
    let mut facts = Map::new();
    for it in &reading.suggestions {
        let any = expected.get(&it.fact) == Some(&json!("*"));
        let value = match (&it.fact, any) {
            (_, true) => json!("*"),
            (fact, _) if fact.starts_with("matters.") => json!(it.span.words),
            _ => json!(it.value),
        };
        assert!(facts.insert(it.fact.clone(), value).is_none(), "`{}` twice", it.fact);
    }
    facts
}

#[test]
fn every_title_is_read_as_a_reader_reads_it() {
    let rulebooks = shipped();
    let mut wrong = Vec::new();
    for case in cases() {
        let reading = read(&case, &rulebooks);
        let parts = parts_of(&reading);
        if parts != case.parts {
            let shown = |parts: &[(char, usize, usize)]| {
                parts
                    .iter()
                    .map(|(mark, start, end)| format!("{mark}={}", slice(&case.title, *start, *end)))
                    .collect::<Vec<_>>()
            };
            wrong.push(format!(
                "{} `{}`\n  read     {:?}\n  expected {:?}",
                case.file,
                case.title,
                shown(&parts),
                shown(&case.parts)
            ));
        }
        let facts = suggested(&reading, &case.facts);
        if facts != case.facts {
            wrong.push(format!(
                "{} `{}`\n  suggested {:?}\n  expected  {:?}",
                case.file,
                case.title,
                json!(facts).to_string(),
                json!(case.facts).to_string()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn figures() {
    let rulebooks = shipped();
    // Suggested rightly, suggested at all, expected.
    let mut figures: BTreeMap<(bool, String), [usize; 3]> = BTreeMap::new();
    let (mut titles, mut silent) = (BTreeSet::new(), 0);
    for case in cases() {
        titles.insert((case.rulebook.clone(), case.title.clone(), case.roster.is_null()));
        silent += usize::from(case.facts.is_empty());
        let facts = suggested(&read(&case, &rulebooks), &case.facts);
        let mut count = |fact: &str, column: usize| {
            for held_out in [false, case.file.starts_with("held-out")] {
                figures.entry((held_out, fact.to_owned())).or_default()[column] += 1;
                if !case.file.starts_with("held-out") {
                    break;
                }
            }
        };
        for (fact, value) in &facts {
            count(fact, 1);
            if case.facts.get(fact) == Some(value) {
                count(fact, 0);
            }
        }
        for fact in case.facts.keys() {
            count(fact, 2);
        }
    }
    let again = cases();
    let start = Instant::now();
    let read_again = again.iter().map(|it| read(it, &rulebooks).suggestions.len()).sum::<usize>();
    println!("{:?} a title, for {read_again} suggestions", start.elapsed() / u32::try_from(again.len()).expect("few"));
    println!("{} titles, {silent} of them suggest nothing", titles.len());
    println!(
        "{:<10}{:>10}{:>10}{:>10}{:>12}{:>9}  fact",
        "data", "right", "suggested", "expected", "precision", "recall"
    );
    for ((held_out, fact), [right, all, expected]) in &figures {
        let data = if *held_out { "held out" } else { "all" };
        let share = |of: usize| if of == 0 { 1.0 } else { *right as f64 / of as f64 };
        println!("{data:<10}{right:>10}{all:>10}{expected:>10}{:>12.3}{:>9.3}  {fact}", share(*all), share(*expected));
    }
    for ((_, fact), [right, all, expected]) in figures {
        assert_eq!(right, all, "a wrong suggestion costs more than none: {fact}");
        assert!(right * 100 >= expected * 95, "{fact}: {right} of {expected} found");
    }
    assert!(titles.len() >= 260 && silent >= 40, "enough titles, and enough that suggest nothing");
}

/// A draft with the suggested facts accepted.
fn accepted(case: &Case, reading: &TitleReading) -> Value {
    let mut draft = json!({ "title": case.title });
    for it in &reading.suggestions {
        match it.fact.split_once('.') {
            Some((field, key)) => draft[field][key] = json!(it.value),
            None => draft[&it.fact] = json!(it.value),
        }
    }
    draft
}

#[test]
fn every_suggestion_is_one_that_a_draft_takes_and_the_title_agrees_with_it() {
    let rulebooks = shipped();
    for case in cases() {
        let Some(rulebook) = rulebooks.get(case.rulebook.as_str()) else { continue };
        let reading = read(&case, &rulebooks);
        let route = rulebook.route(&accepted(&case, &reading), &Options::default());
        let faults: Vec<_> = route.findings.iter().filter(|it| it.basis.is_empty()).collect();
        assert!(faults.is_empty(), "`{}`: {faults:?}", case.title);
    }
}

#[test]
fn a_title_at_odds_with_a_stated_fact_is_a_finding_and_changes_nothing() {
    let rulebooks = shipped();
    let table = [
        (json!({ "title": "关于追加预算的请示", "docType": "报告" }), "/docType", "标题写“请示”，而文种填的是“报告”"),
        (
            json!({ "title": "沂源县人民政府办公室关于值班的通知", "issuer": "政府" }),
            "/issuer",
            "标题写“沂源县人民政府办公室”，而发文名义填的是“政府”",
        ),
        (
            json!({ "title": "县政府第3次常务会议纪要", "docType": "纪要", "minutesOf": "行政首长办公会议" }),
            "/minutesOf",
            "标题写“常务会议”，而纪要所记的会议填的是“县长办公会议”",
        ),
        (
            json!({ "title": "【特急】关于防汛的通知", "urgency": "加急" }),
            "/urgency",
            "标题写“特急”，而紧急程度填的是“加急”",
        ),
        (json!({ "title": "（机密）关于防汛的通知", "secrecy": "无" }), "/secrecy", "标题写“机密”，而密级填的是“无”"),
    ];
    for (draft, path, message) in table {
        let with = rulebooks["yiyuan"].route(&draft, &Options::default());
        let (found, others): (Vec<_>, Vec<_>) =
            with.findings.iter().cloned().partition(|it| it.code == "title-contradicts");
        let [finding] = found.as_slice() else { panic!("{draft}: {found:?}") };
        assert_eq!((finding.path.as_str(), finding.message.as_str()), (path, message));
        assert_eq!(json!(finding.severity), "warning");
        assert!(finding.basis.is_empty());
        let mut untitled = draft.clone();
        untitled["title"] = Value::Null;
        let without = rulebooks["yiyuan"].route(&untitled, &Options::default());
        assert_eq!(json!(qianfa::Route { findings: others, ..with }), json!(without), "{draft}");
    }
    for agreed in [
        json!({ "title": "关于追加预算的请示", "docType": "请示" }),
        json!({ "title": "关于追加预算的请示" }),
        json!({ "title": "关于修建敬老院的请示报告", "docType": "报告" }),
        json!({ "title": "关于县财政局请示的批复", "docType": "批复", "issuer": "政府" }),
        json!({ "title": "沂源县人民政府令第3号", "docType": "令" }),
        json!({ "title": 7, "docType": "报告" }),
    ] {
        let route = rulebooks["yiyuan"].route(&agreed, &Options::default());
        assert!(route.findings.iter().all(|it| it.code != "title-contradicts"), "{agreed}");
    }
}

#[test]
fn a_suggestion_is_told_in_the_rulebook_s_words() {
    let rulebooks = shipped();
    let words = |rulebook: &str, title: &str| -> Vec<String> {
        rulebooks[rulebook].read_title(title, &Value::Null).suggestions.into_iter().map(|it| it.words).collect()
    };
    assert_eq!(
        words("wujiagang", "区长例会纪要"),
        ["标题写“纪要”，文种似为“纪要”", "标题写“区长例会”，纪要所记的会议似为“区长例会”"]
    );
    assert_eq!(
        words("jixi", "关于张三同志任职的通知"),
        ["标题写“通知”，文种似为“通知”", "标题写“任职”，似属“人事任免”"]
    );
}

/// Every span lies inside its title and is its words.
fn check_spans(title: &str, units: &[u16], reading: &TitleReading) {
    let part = |start: usize, end: usize, words: &str| {
        assert!(start < end && end <= units.len(), "{start}..{end} of `{title}`");
        assert!(units[start..end].iter().copied().eq(words.encode_utf16()), "`{words}` of `{title}`");
    };
    for it in reading.issuer.iter().chain(&reading.subject).chain(reading.suggestions.iter().map(|it| &it.span)) {
        part(it.start, it.end, &it.words);
    }
    if let Some(it) = &reading.doc_type {
        part(it.start, it.end, &it.words);
    }
    if let Some(it) = &reading.wraps {
        part(it.by.start, it.by.end, &it.by.words);
        part(it.title.start, it.title.end, &it.title.words);
        check_spans(title, units, &it.inner);
    }
}

const SCRAPS: [&str; 48] = [
    "关于",
    "转发",
    "批转",
    "印发",
    "公布",
    "废止",
    "《",
    "》",
    "〈",
    "〉",
    "<",
    ">",
    "（",
    "）",
    "(",
    ")",
    "【特急】",
    "加急",
    "的",
    "通知",
    "请示",
    "报告",
    "意见",
    "纪要",
    "函",
    "令",
    "第",
    "12",
    "号",
    "试行",
    "沂源县",
    "县",
    "人民政府",
    "办公室",
    "财政局",
    "中共沂源县委",
    "、",
    " ",
    "\n",
    "常务会议",
    "县长办公会",
    "同志任免",
    "办法",
    "贯彻",
    "😀",
    "\u{fffd}",
    "“",
    "赵明远同志",
];

#[test]
fn no_text_breaks_the_reading() {
    let rulebooks = shipped();
    let roster: Value = serde_json::from_str(include_str!("titles/roster.json")).expect("JSON");
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("it is small")
    };
    for _ in 0..5_000 {
        let title: String = (0..random(24)).map(|_| SCRAPS[random(SCRAPS.len())]).collect();
        let units: Vec<u16> = title.encode_utf16().collect();
        check_spans(&title, &units, &read_title(&title));
        check_spans(&title, &units, &rulebooks["yiyuan"].read_title(&title, &roster));
    }
}

#[test]
fn the_longest_text_is_read_in_its_length() {
    let rulebooks = shipped();
    let roster: Value = serde_json::from_str(include_str!("titles/roster.json")).expect("JSON");
    let mut texts: Vec<(&str, &str, &str)> = SCRAPS.iter().map(|it| ("", *it, "")).collect();
    texts.extend([
        ("关于", "转发《关于", "的通知"),
        ("", "关于转发", "的通知"),
        ("关于", "贯彻关于", "的通知的通知的通知"),
        ("", "的通知", ""),
        ("", "(特急)", "关于防汛的通知"),
        ("关于防汛的通知", "（试行）", ""),
        ("", "沂源县财政局、", "沂源县水利局关于防汛的通知"),
        ("县政府", "第3次", "常务会议纪要"),
        ("", "沂源县人民政府", "关于防汛的通知"),
    ]);
    for (begin, scrap, end) in texts {
        let text = |count: usize| format!("{begin}{}{end}", scrap.repeat(count / scrap.chars().count()));
        let time = |title: &str| {
            let start = Instant::now();
            let reading = rulebooks["yiyuan"].read_title(title, &roster);
            let time = start.elapsed();
            check_spans(title, &title.encode_utf16().collect::<Vec<_>>(), &reading);
            time
        };
        // Ten times the length: squared it would be a hundred times the time. Other programs run beside this one: one of three.
        let (short, long) = (text(10_000), text(100_000));
        let fits = (0..3).any(|_| time(&long) < time(&short) * 35 + Duration::from_millis(400));
        assert!(fits, "`{begin}{scrap}{end}`");
    }
}
