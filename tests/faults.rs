//! Every fault of a rulebook is reported at once, each with its code, clause, place, expectation and suggestion.
//!
//! Messages are asserted whole: they are what an author reads.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "tests")]

use qianfa::Rulebook;

const SMALLEST: &str = include_str!("rulebooks/smallest.yaml");

/// The faults of the smallest rulebook after one change.
fn faults_after(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SMALLEST.matches(from).count(), 1, "the change must be one: {from}");
    faults(&SMALLEST.replace(from, to))
}

fn faults(text: &str) -> Vec<String> {
    match Rulebook::from_text(text) {
        Ok(_) => Vec::new(),
        Err(issues) => issues.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn assert_faults(actual: &[String], expected: &[&str]) {
    assert_eq!(actual, expected, "\n{}\n", actual.join("\n"));
}

#[test]
fn the_smallest_rulebook_has_no_fault() {
    assert_faults(&faults(SMALLEST), &[]);
}

#[test]
fn an_unknown_key_is_named_with_the_one_probably_meant() {
    assert_faults(
        &faults_after("    适用: {", "    适用于: {"),
        &[
            "第19行第5列，条款`1`：不认识的键`适用于`；应为编号、条文、原文、适用、除外、分管含、让位于、全部让位于、用语优先于、增列、解释、签发、\
             另有规定、步骤、检查、代行、圈阅、注；是否想写`适用` [unknown-key]",
            "第16行第5列，条款`1`：缺少`适用` [missing-key]",
        ],
    );
    assert_faults(
        &faults_after("层级: 县", "层级: 县\n等级: 县"),
        &[
            "第7行第1列：不认识的键`等级`；应为格式、标识、名称、机关、层级、文号、所据、施行、职务、自定职务、会议、机关名称、事项、条款、不编、\
             未规定、冲突、案例、$schema；\
           是否想写`层级` [unknown-key]",
        ],
    );
}

#[test]
fn an_unknown_term_is_named_with_the_known_ones() {
    assert_faults(
        &faults_after("发文名义: 政府,", "发文名义: 县政府,"),
        &[
            "第19行第17列，条款`1`：发文名义中没有`县政府`；应为政府、政府办公室、党政联合、部门、部门联合、派出机构、议事协调机构、下级政府；\
           是否想写`政府` [unknown-term]",
        ],
    );
    assert_faults(
        &faults_after("由: 县长 }", "由: 副县长 }"),
        &[
            "第21行第22列，条款`1`：职务中没有`副县长`；应为县长、常务副职、分管副县长、其他分管领导、任一副职、法制副职、秘书长、副秘书长、\
           办公室主任、办公室副主任、办公室、合法性审查机构、主办部门负责人、有关部门主要负责人、有关部门负责人、行政首长助理、报送单位负责人、\
           委托人、党组成员、本级政府；是否想写`县长` [unknown-term]",
        ],
    );
    assert_faults(
        &faults_after("用语: 签发,", "用语: 签名,"),
        &[
            "第21行第15列，条款`1`：用语中没有`签名`；应为签发、审签、签署、审定签发、审定、签订、批准、同意、批印；是否想写`签发` \
           [unknown-term]",
        ],
    );
    assert_faults(
        &faults_after("文种: 公文 }", "文种: 公文, 是: 重大事件 }"),
        &[
            "第19行第32列，条款`1`：本规则的事项中没有`重大事件`；应为重大事项、全局性、全域性、例行批准；是否想写`重大事项` [unknown-term]",
        ],
    );
}

#[test]
fn a_clause_without_its_words_is_refused() {
    assert_faults(
        &faults_after("    原文: 县政府公文由县长签发\n", ""),
        &["第16行第5列，条款`1`：缺少`原文`：每个条款须逐字引用所依据的文字 [missing-quote]"],
    );
}

#[test]
fn giving_way_to_a_clause_that_does_not_exist_is_refused() {
    assert_faults(
        &faults_after("    签发:\n", "    让位于: [\"46-1\"]\n    签发:\n"),
        &["第20行第11列，条款`1`：没有编号为`46-1`的条款 [unknown-clause]"],
    );
}

#[test]
fn giving_way_in_a_circle_is_refused() {
    let circle = "    让位于: [\"2\"]\n    签发:\n      - { 用语: 签发, 由: 县长 }\n  - 编号: \"2\"\n    条文: 第二条\n    原文: 其他\n    \
                  适用: { 发文名义: 政府 }\n    让位于: [{ 条款: \"1\", 解释: 特别规定优先 }]\n    签发:\n";
    assert_faults(&faults_after("    签发:\n", circle), &["第16行第5列，条款`1`：让位成环：1→2→1 [cycle]"]);
}

#[test]
fn an_id_may_stand_only_once() {
    let twice = "    签发:\n      - { 用语: 签发, 由: 县长 }\n  - 编号: \"1\"\n    条文: 第一条\n    原文: 其他\n    \
                 适用: { 发文名义: 政府 }\n    签发:\n";
    assert_faults(&faults_after("    签发:\n", twice), &["第22行第5列，条款`1`：编号`1`重复 [duplicate-id]"]);
    assert_faults(
        &faults_after("编号: \"1\"", "编号: 第1条"),
        &[
            "第16行第5列，条款`第1条`：编号`第1条`不合格式；应为条[p款][-项[-目]][字母]，如46-1、64p3、56-5b、51-1-2 [bad-value]",
        ],
    );
}

#[test]
fn a_condition_that_nothing_satisfies_is_refused() {
    let empty = "第19行第9列，条款`1`：条件是空的，或自相矛盾，什么公文都不符合 [empty-condition]";
    assert_faults(&faults_after("适用: { 发文名义: 政府, 文种: 公文 }", "适用: {}"), &[empty]);
    assert_faults(&faults_after("适用: { 发文名义: 政府, 文种: 公文 }", "适用: []"), &[empty]);
    assert_faults(&faults_after("发文名义: 政府, 文种: 公文", "文种: []"), &[empty]);
    assert_faults(&faults_after("文种: 公文 }", "是: 重大事项, 否: 重大事项 }"), &[empty]);
}

#[test]
fn a_clause_that_demands_nothing_is_refused() {
    assert_faults(
        &faults_after("    签发:\n      - { 用语: 签发, 由: 县长 }\n", ""),
        &["第16行第5列，条款`1`：条款什么也不要求：须有签发、另有规定、步骤、检查、代行、圈阅或注 [no-effect]"],
    );
}

#[test]
fn only_a_clause_that_signs_can_add_a_signer() {
    assert_faults(
        &faults_after("    签发:\n      - { 用语: 签发, 由: 县长 }", "    增列: 是\n    另有规定: 按有关规定办理"),
        &["第16行第5列，条款`1`：“增列”只用于“签发” [bad-value]"],
    );
}

#[test]
fn two_roles_may_not_have_one_title() {
    assert_faults(
        &faults_after("分管领导: 分管副县长", "分管领导: 县长"),
        &["第8行第3列：两个职务同名`县长` [duplicate-title]"],
    );
}

#[test]
fn values_of_a_wrong_kind_are_refused() {
    assert_faults(&faults_after("格式: 1", "格式: 2"), &["第2行第5列：不认识的格式版本`2`；应为1 [bad-value]"]);
    assert_faults(
        &faults_after("层级: 县", "层级: 县\n施行: { 自: 2019年, 条款: \"1\", 条文: 第一条, 原文: 施行 }"),
        &["第7行第10列：`2019年`不是日期；应为年-月-日，如2019-03-01 [bad-value]"],
    );
    assert_faults(
        &faults_after("名称: 某县人民政府工作规则", "名称: [某县]"),
        &["第4行第5列：此处不能是列表或对照表；应为文字 [wrong-type]"],
    );
    assert_faults(
        &faults_after("标识: smallest", "标识: Smallest"),
        &["第3行第5列：标识`Smallest`只能用小写字母、数字和连字符 [bad-value]"],
    );
    assert_faults(
        &faults_after("文种: 公文 }", "有效期: 五年 }"),
        &[
            "第19行第26列，条款`1`：此处不是对照表；应为“键: 值”的对照表 [wrong-type]",
            "第19行第26列，条款`1`：有效期须写明“超过”或“不超过”多少年（整数） [bad-value]",
        ],
    );
}

#[test]
fn what_is_missing_is_reported_all_at_once() {
    let text = "格式: 1\n条款:\n  - 编号: \"1\"\n";
    assert_faults(
        &faults(text),
        &[
            "第1行第1列：缺少`层级` [missing-key]",
            "第1行第1列：缺少`职务` [missing-key]",
            "第3行第5列，条款`1`：缺少`原文`：每个条款须逐字引用所依据的文字 [missing-quote]",
            "第3行第5列，条款`1`：缺少`条文` [missing-key]",
            "第3行第5列，条款`1`：条款什么也不要求：须有签发、另有规定、步骤、检查、代行、圈阅或注 [no-effect]",
            "第1行第1列：缺少`标识` [missing-key]",
            "第1行第1列：缺少`名称` [missing-key]",
            "第1行第1列：缺少`机关` [missing-key]",
        ],
    );
}

#[test]
fn text_that_is_no_yaml_is_one_fault_with_its_place() {
    for (text, fault) in [
        ("", "第1行第1列：文件是空的 [syntax]"),
        ("格式: 1\n格式: 1\n", "第2行第1列：键`格式`重复 [syntax]"),
        ("a: &x 1\nb: *x\n", "第2行第4列：规则文件不用别名（*） [syntax]"),
    ] {
        assert_faults(&faults(text), &[fault]);
    }
    let broken = faults("格式: [1\n条款: 2");
    assert_eq!(broken.len(), 1);
    assert!(broken.iter().all(|it| it.contains("不是合法的YAML或JSON")), "{broken:?}");
    let deep = "[".repeat(100);
    assert_eq!(faults(&deep).len(), 1);
}

#[test]
fn the_commonest_slips_are_told_at_their_own_line() {
    let cases = [
        ("适用: {", "适用：{", "第19行第7列：冒号是全角的：应写“适用: ”，半角冒号加空格 [syntax]"),
        ("    签发:\n", "    签发：\n", "第20行第7列：冒号是全角的：应写“签发: ”，半角冒号加空格 [syntax]"),
        ("- 编号: \"1\"", "- 编号：\"1\"", "第16行第7列：冒号是全角的：应写“编号: ”，半角冒号加空格 [syntax]"),
        ("层级: 县", "层级:县", "第6行第3列：冒号后缺空格：应写“层级: ” [syntax]"),
        (
            "适用: { 发文名义: 政府, 文种: 公文 }",
            "适用:\n      发文名义:政府\n      文种: 公文",
            "第20行第11列：冒号后缺空格：应写“发文名义: ” [syntax]",
        ),
        ("    条文: 第一条", "\t条文: 第一条", "第17行第1列：缩进只能用空格，不能用制表符 [syntax]"),
    ];
    for (from, to, fault) in cases {
        assert_faults(&faults_after(from, to), &[fault]);
    }
}

#[test]
fn json_gives_the_same_faults() {
    let json = qianfa::rulebook::text_to_json(&SMALLEST.replace("用语: 签发", "用语: 签名")).expect("it is YAML");
    let issues = Rulebook::from_text(&json).err().expect("it has a fault");
    let places: Vec<(&str, &str)> = issues.iter().map(|it| (it.code, it.path.as_str())).collect();
    assert_eq!(places, [("unknown-term", "/条款/0/签发/0/用语")]);
}

#[test]
fn no_text_makes_the_loader_panic() {
    // Every prefix, and every text with one character gone, of the smallest rulebook.
    let letters: Vec<char> = SMALLEST.chars().collect();
    for at in 0..letters.len() {
        let prefix: String = letters.iter().take(at).collect();
        let _ = Rulebook::from_text(&prefix);
        let hole: String = letters.iter().enumerate().filter(|(it, _)| *it != at).map(|(_, it)| it).collect();
        let _ = Rulebook::from_text(&hole);
    }
}
