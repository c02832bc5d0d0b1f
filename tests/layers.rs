//! A rulebook that stands on another (所据): what comes along, what is told, what stays its own.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use qianfa::{Finding, FindingSeverity, Options, Route, Rulebook, Status};
use serde_json::{Value, json};

const FINISHED: &Options = &Options { on: None, unstated_is_no: true, roster: None, calendar: None };

/// The rulebook itself: 请示 by 县长 or 常务副县长, other papers of the government by 分管副县长.
const LOCAL: &str = "
格式: 1
标识: local
名称: 某县人民政府工作规则
机关: 某县人民政府
层级: 县
所据: { 规则: higher, 解释: 本县规则第一条称依据上级公文办法制定 }
职务: { 行政首长: 县长, 常务副职: 常务副县长, 分管领导: 分管副县长 }
事项:
  重大事项: { 问: 是否涉及重大事项？ }
  规范性文件: { 问: 是否规范性文件？ }
条款:
  - { 编号: \"1\", 条文: 第一条, 原文: 请示由县长或常务副县长签发, 适用: { 发文名义: 政府, 文种: 请示 },
      签发: [{ 用语: 签发, 由: [县长, 常务副县长] }] }
  - { 编号: \"2\", 条文: 第二条, 原文: 其他公文由分管副县长签发, 适用: { 发文名义: 政府, 文种: { 除: [请示, 命令] } },
      签发: [{ 用语: 签发, 由: 分管副县长 }] }
  - { 编号: \"3\", 条文: 第三条, 原文: 不得多头主送, 适用: { 文种: 请示, 多个主送: 是 },
      检查: [{ 代码: multiple-recipients, 级别: 警告, 字段: /addressees, 说明: 请示只主送一个机关 }] }
";

const HIGHER: &str = "
格式: 1
标识: higher
名称: 上级公文办法
机关: 某省人民政府
层级: 省
施行: { 自: 2012-07-01, 至: 2030-01-01, 条款: \"42\", 条文: 第四十二条, 原文: 自2012年7月1日起施行 }
职务: { 行政首长: 主要负责人 }
自定职务: { 受权人: authorised }
会议: { 常务会议: 办公会 }
事项:
  重大事项: { 问: 上级怎么问重大事项？ }
  夹带请示事项: { 问: 是否夹带请示事项？, 条文: 第十五条（四）, 原文: 报告中不得夹带请示事项 }
条款:
  - { 编号: 15-2, 条文: 第十五条（二）, 原文: 原则上主送一个上级机关, 适用: { 行文方向: 上行, 多个主送: 是 },
      检查: [{ 代码: multiple-recipients, 级别: 错误, 字段: /addressees, 说明: 上行文只主送一个机关 }] }
  - { 编号: 15-4, 条文: 第十五条（四）, 原文: 不得夹带请示事项, 解释: 意见同报告, 适用: { 文种: [报告, 意见], 是: 夹带请示事项 },
      检查: [{ 代码: hidden-request, 级别: 错误, 字段: /matters/夹带请示事项, 说明: 不得夹带请示事项 }] }
  - { 编号: 22a, 条文: 第二十二条, 原文: 上行文由机关主要负责人签发, 适用: { 发文名义: 政府, 行文方向: 上行 },
      签发: [{ 用语: 签发, 由: 主要负责人 }], 步骤: [{ 类: 部门会签 }] }
  - { 编号: 22b, 条文: 第二十二条, 原文: 命令由主要负责人签发, 适用: { 发文名义: 政府, 文种: 命令 },
      签发: [{ 用语: 签发, 由: 主要负责人 }], 注: { 附于: 签发, 内容: 上级的注 } }
  - { 编号: 22c, 条文: 第二十二条, 原文: 由受权人签发, 适用: { 发文名义: 政府, 文种: 公告, 是: 重大事项 },
      签发: [{ 用语: 签发, 由: 受权人 }] }
";

fn load(text: &str, bases: &[&str]) -> Rulebook {
    Rulebook::from_text_on(text, bases).unwrap_or_else(|issues| panic!("{issues:?}"))
}

fn layered() -> Rulebook {
    load(LOCAL, &["格式: 1\n标识: other\n", HIGHER])
}

/// The rulebook without what it stands on.
fn alone() -> Rulebook {
    let start = LOCAL.find("所据").expect("it is there");
    let end = LOCAL.find("职务").expect("it is there");
    load(&[&LOCAL[..start], &LOCAL[end..]].concat(), &[])
}

fn faults(text: &str, bases: &[&str]) -> Vec<String> {
    Rulebook::from_text_on(text, bases).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn request() -> Value {
    json!({ "issuer": "政府", "docType": "请示", "addressees": ["上级政府"] })
}

fn finding<'a>(route: &'a Route, code: &str) -> Option<&'a Finding> {
    route.findings.iter().find(|it| it.code == code)
}

fn bases(finding: &Finding) -> Vec<&str> {
    finding.basis.iter().map(|it| it.clause.as_str()).collect()
}

#[test]
fn where_the_two_part_both_are_quoted_and_the_local_answer_stands() {
    let route = layered().route(&request(), &Options::default());
    assert_eq!(route.status, Status::Determined);
    assert_eq!(route.signing, alone().route(&request(), &Options::default()).signing);
    let told = finding(&route, "contradicts-higher").expect("it is told");
    assert_eq!(told.severity, FindingSeverity::Warning);
    assert_eq!(told.path, "");
    assert_eq!(
        told.message,
        "本规则与上位规定不一致：第一条“请示由县长或常务副县长签发”，而《上级公文办法》第二十二条“上行文由机关主要负责人签发”；\
         以何者为准，请商办公室"
    );
    assert_eq!(bases(told), ["1", "higher/22a"]);
    assert_eq!(told.basis[1].interpretation.as_deref(), Some("本县规则第一条称依据上级公文办法制定"));
}

#[test]
fn where_the_local_text_is_silent_the_higher_words_are_shown() {
    let order = json!({ "issuer": "政府", "docType": "命令", "direction": "下行" });
    let route = layered().route(&order, &Options::default());
    assert_eq!(route.status, Status::Silent);
    let told = finding(&route, "higher-text").expect("it is told");
    assert_eq!(told.severity, FindingSeverity::Info);
    assert_eq!(told.message, "本规则未规定由谁签发；上位规定为：《上级公文办法》第二十二条“命令由主要负责人签发”");
    assert_eq!(bases(told), ["higher/22b"]);
    assert!(finding(&route, "contradicts-higher").is_none());
}

#[test]
fn what_both_find_is_found_once_with_the_words_of_both() {
    let several = json!({ "issuer": "政府", "docType": "请示", "addressees": ["上级政府", "本级党委"] });
    let route = layered().route(&several, &Options::default());
    let told: Vec<&Finding> = route.findings.iter().filter(|it| it.code == "multiple-recipients").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message, "请示只主送一个机关");
    assert_eq!(told[0].severity, FindingSeverity::Warning);
    assert_eq!(bases(told[0]), ["3", "higher/15-2"]);
    // A 报告 is not the local clause's.
    let report = json!({ "issuer": "政府", "docType": "报告", "addressees": ["上级政府", "本级党委"] });
    let route = layered().route(&report, &Options::default());
    let told = finding(&route, "multiple-recipients").expect("it is told");
    assert_eq!(told.message, "上行文只主送一个机关");
    assert_eq!(bases(told), ["higher/15-2"]);
}

#[test]
fn higher_matters_are_asked_about_after_the_local_ones() {
    let report = json!({ "issuer": "政府", "docType": "报告", "addressees": ["上级政府"] });
    let route = layered().route(&report, &Options::default());
    assert!(route.facts.missing.contains(&"matters.夹带请示事项".to_owned()));
    let question = route.questions.iter().find(|it| it.fact == "matters.夹带请示事项").expect("it is asked");
    assert_eq!(question.prompt, "是否夹带请示事项？");
    assert_eq!(question.because, "因《上级公文办法》第十五条（四）：“不得夹带请示事项”");
    assert_eq!(question.answers[0].leads_to, ["不得夹带请示事项"]);
    let hidden = json!({ "issuer": "政府", "docType": "报告", "matters": { "夹带请示事项": true } });
    let route = layered().route(&hidden, &Options::default());
    let told = finding(&route, "hidden-request").expect("it is told");
    assert_eq!(
        told.basis[0].interpretation.as_deref(),
        Some("意见同报告；本县规则第一条称依据上级公文办法制定"),
        "what the higher text's author read in, then what the local one says"
    );
    let vocabulary = layered().vocabulary();
    let matters: Vec<&str> =
        vocabulary.facts.iter().filter(|it| it.group == "事项").map(|it| it.name.as_str()).collect();
    assert_eq!(matters, ["matters.重大事项", "matters.规范性文件", "matters.夹带请示事项"]);
    let last = vocabulary.facts.iter().find(|it| it.name == "matters.夹带请示事项").expect("it is there");
    assert_eq!(last.citation.as_ref().map(|it| it.cite.as_str()), Some("《上级公文办法》第十五条（四）"));
    let first = vocabulary.facts.iter().find(|it| it.name == "matters.重大事项").expect("it is there");
    assert_eq!(first.prompt, "是否涉及重大事项？", "a matter of both keeps the local words");
}

#[test]
fn what_may_still_part_is_asked_about() {
    let open = json!({ "issuer": "政府", "docType": "意见" });
    let route = layered().route(&open, &Options::default());
    assert!(finding(&route, "contradicts-higher").is_none(), "not in every completion");
    let question = route.questions.iter().find(|it| it.fact == "direction").expect("it is asked");
    assert_eq!(question.affects, "steps");
    assert_eq!(question.answers[0].leads_to, ["本规则与上位规定不一致"]);
    assert_eq!(question.answers[2].leads_to, Vec::<String>::new());
}

#[test]
fn a_title_that_is_not_known_here_may_be_anybody() {
    let notice = json!({ "issuer": "政府", "docType": "公告", "direction": "下行", "matters": { "重大事项": true } });
    let route = layered().route(&notice, FINISHED);
    assert!(finding(&route, "contradicts-higher").is_none());
}

#[test]
fn the_higher_text_counts_on_its_days_and_where_no_day_is_given() {
    let counts = |date: Option<&str>, on: Option<&str>| {
        let mut draft = request();
        draft["dates"] = json!({ "drafted": date });
        let options = on.map_or(Value::Null, |on| json!({ "on": on }));
        let route = layered().route_json(&draft, &options);
        let missing = route.facts.missing.iter().any(|it| it == "matters.夹带请示事项");
        assert!(!missing, "a 请示 hides no request");
        finding(&route, "contradicts-higher").is_some()
    };
    assert!(counts(None, None));
    assert!(counts(Some("2012-07-01"), None));
    assert!(!counts(Some("2012-06-30"), None));
    assert!(counts(Some("2029-12-31"), None));
    assert!(!counts(Some("2030-01-01"), None));
    assert!(!counts(Some("2020-01-01"), Some("2031-01-01")), "`on` goes before the day of drafting");
    let early = layered().route_json(&json!({ "issuer": "政府", "docType": "报告" }), &json!({ "on": "2000-01-01" }));
    assert_eq!(
        early.questions,
        alone().route(&json!({ "issuer": "政府", "docType": "报告" }), &Options::default()).questions
    );
}

#[test]
fn only_findings_come_along() {
    let rulebook = layered();
    let ids: Vec<String> = rulebook.clauses().map(|it| it.clause).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    let route = rulebook.route(&request(), FINISHED);
    assert_eq!(route.steps, alone().route(&request(), FINISHED).steps, "no step, no note");
    assert_eq!(rulebook.decide(&request(), FINISHED), alone().decide(&request(), FINISHED));
}

/// Every finished draft of a few facts: what the layered rulebook says is what the two say apart, put together.
#[test]
fn the_two_together_say_what_both_say_apart() {
    let (together, own, higher) = (layered(), alone(), load(HIGHER, &[]));
    let mut seen = [0; 3];
    for issuer in ["政府", "政府办公室", "部门"] {
        for doc_type in ["请示", "报告", "命令", "通知", "公告", "函"] {
            for direction in ["上行", "下行"] {
                for (major, hidden) in [(false, false), (false, true), (true, false), (true, true)] {
                    let matters = json!({ "重大事项": major, "夹带请示事项": hidden });
                    let draft =
                        json!({ "issuer": issuer, "docType": doc_type, "direction": direction, "matters": matters });
                    let [together, own, higher] = [&together, &own, &higher].map(|it| it.route(&draft, FINISHED));
                    assert_eq!((together.status, &together.signing), (own.status, &own.signing), "{draft}");
                    assert_eq!(together.steps, own.steps, "{draft}");
                    let roles = |route: &Route| -> Vec<String> {
                        let options = route.signing.iter().flat_map(|it| &it.options);
                        options.flat_map(|it| it.signers.iter().map(|it| it.role.clone())).collect()
                    };
                    let allowed = roles(&higher);
                    let known = !allowed.contains(&"authorised".to_owned());
                    let signs = higher.status == Status::Determined;
                    let exceeded = signs && known && roles(&own).iter().any(|it| !allowed.contains(it));
                    let alone = signs && own.status == Status::Silent;
                    assert_eq!(finding(&together, "contradicts-higher").is_some(), exceeded, "{draft}");
                    assert_eq!(finding(&together, "higher-text").is_some(), alone, "{draft}");
                    let found = finding(&higher, "hidden-request").is_some();
                    assert_eq!(finding(&together, "hidden-request").is_some(), found, "{draft}");
                    seen = [seen[0] + i32::from(exceeded), seen[1] + i32::from(alone), seen[2] + i32::from(found)];
                }
            }
        }
    }
    assert!(seen.iter().all(|it| *it > 0), "{seen:?}");
}

#[test]
fn a_base_may_be_given_whole_or_by_its_id() {
    let json: Value = {
        let text = qianfa::rulebook::text_to_json(LOCAL).expect("it is YAML");
        serde_json::from_str(&text).expect("it is JSON")
    };
    let higher = qianfa::rulebook::text_to_json(HIGHER).expect("it is YAML");
    let mut whole = json.clone();
    whole["所据"]["规则"] = serde_json::from_str(&higher).expect("it is JSON");
    let whole = load(&whole.to_string(), &[]);
    let by_id = load(&json.to_string(), &[&higher]);
    for rulebook in [&whole, &by_id] {
        let routes = [rulebook, &layered()].map(|it| it.route(&request(), &Options::default()));
        assert_eq!(routes[0].findings, routes[1].findings);
    }
    let mut plain = json;
    plain["所据"] = json!("higher");
    let route = load(&plain.to_string(), &[&higher]).route(&request(), &Options::default());
    let told = finding(&route, "contradicts-higher").expect("it is told");
    assert_eq!(told.basis[1].interpretation, None);
}

#[test]
fn a_base_may_stand_on_another() {
    let highest = HIGHER
        .replace("标识: higher", "标识: highest")
        .replace("名称: 上级公文办法", "名称: 最高办法")
        .replace("发文名义: 政府, 行文方向: 上行", "发文名义: 政府, 文种: 批复");
    let higher = HIGHER.replace("层级: 省", "层级: 省\n所据: highest");
    let rulebook = load(LOCAL, &[&higher, &highest]);
    let reply = json!({ "issuer": "政府", "docType": "批复", "addressees": ["下级政府"] });
    let route = rulebook.route(&reply, &Options::default());
    let told = finding(&route, "contradicts-higher").expect("it is told");
    assert_eq!(bases(told), ["2", "highest/22a"]);
    let report =
        json!({ "issuer": "政府", "docType": "报告", "addressees": ["上级政府"], "matters": { "夹带请示事项": true } });
    let route = rulebook.route(&report, &Options::default());
    let told = finding(&route, "hidden-request").expect("it is told");
    assert_eq!(bases(told), ["higher/15-4", "highest/15-4"]);
}

#[test]
fn a_base_that_is_not_given_is_a_fault() {
    assert_eq!(faults(LOCAL, &[]), ["第7行第11列：没有给出所据的规则`higher`；应为整部规则 [missing-base]"]);
    assert_eq!(
        faults(LOCAL, &["标识: other"]),
        ["第7行第11列：没有给出所据的规则`higher`；应为整部规则、other [missing-base]"]
    );
    assert_eq!(
        faults(&LOCAL.replace("规则: higher,", "规测: higher,"), &[HIGHER]),
        [
            "第7行第7列：不认识的键`规测`；应为规则、解释；是否想写`规则` [unknown-key]",
            "第7行第5列：缺少`规则` [missing-key]",
        ]
    );
}

#[test]
fn a_base_has_its_faults_at_its_place() {
    let wrong = HIGHER.replace("级别: 错误, 字段: /matters", "级别: 大错, 字段: /matters");
    assert_eq!(
        faults(LOCAL, &[&wrong]),
        ["/所据/规则/条款/1/检查/0/级别，条款`higher/15-4`：级别中没有`大错`；应为错误、警告、提示 [unknown-term]"]
    );
    let unreadable = faults(LOCAL, &["{"]);
    assert!(unreadable.len() == 1 && unreadable[0].ends_with("[syntax]"), "{unreadable:?}");
}

#[test]
fn standing_in_a_circle_is_a_fault() {
    let higher = HIGHER.replace("层级: 省", "层级: 省\n所据: local");
    assert_eq!(faults(LOCAL, &[&higher, LOCAL]), ["/所据/规则/所据：所据成环：local→higher→local [cycle]"]);
    let itself = LOCAL.replace("规则: higher", "规则: local");
    assert_eq!(faults(&itself, &[LOCAL]), ["第7行第11列：所据成环：local→local [cycle]"]);
}
