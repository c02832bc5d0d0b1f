// The command line of the installed package, as a person and as a script meet it.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { project, root, rulebookIds } from "../lib/install.mjs";

const folder = project("node-cli");
const cli = join(folder, "node_modules/qianfa/dist/cli.cjs");
const manifest = JSON.parse(readFileSync(join(folder, "node_modules/qianfa/package.json"), "utf8"));
const installed = createRequire(join(folder, "package.json"));
const people = (name) => JSON.parse(readFileSync(join(root, "tests/people", name), "utf8"));
const [rosters, situations] = [people("rosters.json"), people("situations.json")];
const smallest = readFileSync(join(root, "tests/rulebooks/smallest.yaml"), "utf8");
const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"] };
const commands = ["check", "test", "route", "what-if", "why-not", "title", "diff", "explain", "build", "schema", "digest", "sign", "keygen"];

writeFileSync(join(folder, "smallest.yaml"), smallest);
writeFileSync(join(folder, "faulty.yaml"), smallest.replace("    适用:", "    适用于:"));
writeFileSync(join(folder, "draft.json"), JSON.stringify(draft));

/** Runs `qianfa` in the project; colours and width are those of nobody's terminal. */
function qianfa(words, { input = "", env = {} } = {}) {
  const { NO_COLOR: _, COLUMNS: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    input,
    env: { ...inherited, ...env },
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

/** Runs it with `--json`: one document on stdout, and nothing else anywhere. */
function json(words, status, options) {
  const ran = qianfa([...words, "--json"], options);
  assert.equal(ran.stderr, "");
  assert.equal(ran.status, status, ran.stdout);
  return JSON.parse(ran.stdout);
}

/** Runs it and takes the text, of which the exit code and some words are expected. */
function text(words, status, ...expected) {
  const ran = qianfa(words);
  assert.equal(ran.status, status, ran.stdout + ran.stderr);
  for (const part of expected) assert.match(ran.stdout, part);
  return ran.stdout;
}

/** Runs it wrongly: exit code 2, nothing on stdout, and this on stderr. */
function refused(words, expected, options) {
  const ran = qianfa(words, options);
  assert.equal(ran.stderr, expected);
  assert.equal(ran.stdout, "");
  assert.equal(ran.status, 2);
}

test("the package names the command, and npm installs it", () => {
  assert.deepEqual(manifest.bin, { qianfa: "./dist/cli.cjs" });
  assert.ok(readFileSync(cli, "utf8").startsWith("#!/usr/bin/env node\n"));
  assert.ok(existsSync(join(folder, "node_modules/.bin", process.platform === "win32" ? "qianfa.cmd" : "qianfa")));
});

test("the version is that of the package", () => {
  text(["--version"], 0, new RegExp(`^${manifest.version.replace(/\./g, "\\.")}\n$`));
  assert.deepEqual(json(["--version"], 0), { version: manifest.version });
});

test("the help names every command, every option and the exit codes", () => {
  const all = text(["help"], 0, /退出码/);
  assert.equal(text(["--help"], 0), all);
  assert.deepEqual(json(["help"], 0).commands.map(({ name }) => name), commands);
  for (const name of commands) {
    assert.ok(all.includes(`\n  ${name}`), name);
    const one = text(["help", name], 0);
    assert.equal(text([name, "-h"], 0), one);
    for (const option of json(["help", name], 0).commands[0].options) assert.ok(one.includes(`--${option.name}`), `${name} --${option.name}`);
  }
});

test("wrong usage says what is wrong, and what was probably meant", () => {
  refused([], "qianfa：没有给命令\n运行 qianfa help 看有哪些命令\n");
  refused(["chekc", "yiyuan"], "qianfa：没有命令 chekc\n是否想用 check？\n");
  refused(["check", "yiyuan", "--txet", "rules.txt"], "qianfa：没有选项 --txet\n是否想用 --text？\n");
  refused(["check"], "qianfa：check 缺少<规则册>\n用法：qianfa check <规则册>；详见 qianfa help check\n");
  refused(["digest", "yiyuan", "toksun"], "qianfa：digest 不知道怎样用 toksun\n用法：qianfa digest <规则册>；详见 qianfa help digest\n");
  refused(
    ["route", "draft.json"],
    "qianfa：route 缺少 --rulebook <规则册>\n用法：qianfa route --rulebook <规则册> <草稿.json>；详见 qianfa help route\n",
  );
  refused(["check", "yiyuan", "--text"], "qianfa：选项 --text 缺少文件\n");
  refused(["check", "yiyuan", "--all=yes"], "qianfa：选项 --all 不带值\n");
  refused(["check", "yiyuan", "--text", "a", "--text=b"], "qianfa：选项 --text 只能给一次\n");
  refused(["schema", "--draft", "04"], "qianfa：--draft 只有 2020-12 和 draft-07，没有 04\n");
  refused(["route", "-r", "yiyuan", "--on", "明天", "draft.json"], "qianfa：--on 的日期应写作 2026-03-01，不是 明天\n");
  assert.deepEqual(json(["chekc"], 2), { error: "没有命令 chekc", hint: "是否想用 check？" });
});

test("a file that cannot be read is told by its reason", () => {
  const { stderr, status } = qianfa(["check", "yiyaun"]);
  assert.equal(status, 2);
  assert.match(stderr, /^qianfa：没有规则册 yiyaun：不是文件，也不是随包规则册（.*yiyuan.*）\n是否想用 yiyuan？\n$/);
  refused(["check", "."], "qianfa：读不了 .：这是文件夹\n");
  refused(["route", "-r", "yiyuan", "none.json"], "qianfa：读不了 none.json：没有这个文件或文件夹\n");
  refused(["route", "-r", "-", "-"], "qianfa：标准输入（-）只能用一次\n", { input: smallest });
  writeFileSync(join(folder, "gbk.yaml"), Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0x31]));
  refused(["check", "gbk.yaml"], "qianfa：gbk.yaml 不是 UTF-8 编码的文本\n请在编辑器里另存为 UTF-8（记事本：另存为，编码选 UTF-8）\n");
  writeFileSync(join(folder, "broken.json"), "{");
  assert.match(qianfa(["route", "-r", "yiyuan", "broken.json"]).stderr, /^qianfa：broken\.json 不是 JSON：/);
});

test("faults come with file, line and column, what is expected and what was meant", () => {
  const line = smallest.split("\n").indexOf("    适用: { 发文名义: 政府, 文种: 公文 }") + 1;
  const report = text(["check", "faulty.yaml"], 1, new RegExp(`^faulty\\.yaml:${line}:\\d+: 条款 1：.*\\[unknown-key\\]$`, "m"));
  assert.match(report, /是否想写：.*适用/);
  const { ok, file, issues } = json(["check", "faulty.yaml"], 1);
  assert.deepEqual([ok, file], [false, "faulty.yaml"]);
  assert.equal(issues[0].line, line);
  assert.match(report, new RegExp(`faulty\\.yaml 有 ${issues.length} 处错误\n$`));
  // Elsewhere they are not the answer: the output stays empty.
  for (const words of [["test", "faulty.yaml"], ["build", "faulty.yaml"], ["route", "-r", "faulty.yaml", "draft.json"], ["digest", "faulty.yaml"]]) {
    const ran = qianfa(words);
    assert.deepEqual([ran.status, ran.stdout, ran.stderr], [1, "", report]);
  }
  assert.equal(qianfa(["check", "-"], { input: readFileSync(join(folder, "faulty.yaml")) }).stdout, report.replaceAll("faulty.yaml", "标准输入"));
});

test("of several versions, the faulty one is named", () => {
  assert.match(qianfa(["route", "-r", "yiyuan", "-r", "faulty.yaml", "draft.json"]).stderr, /^faulty\.yaml:\d+:\d+: /);
});

for (const id of rulebookIds) {
  test(`${id} passes check and its own cases`, () => {
    text(["check", id], 0, /没有要改的/);
    const report = json(["check", id], 0);
    assert.equal(report.ok, true);
    assert.equal(report.rulebook.id, id);
    const file = join(root, "rulebooks", id, "rules.yaml");
    const { ok, casesFrom, failed } = json(["test", file], 0);
    assert.deepEqual([ok, casesFrom, failed], [true, join(root, "rulebooks", id, "cases.json"), 0]);
  });
}

test("check shows what is to be mended, with words and a draft, and writes the cases it proposes", () => {
  const report = json(["check", "smallest.yaml"], 1);
  assert.equal(report.ok, false);
  assert.equal(report.casesFrom, null);
  assert.ok(report.gaps.some(({ declared }) => !declared));
  text(["check", "smallest.yaml"], 1, /✗ 空白 \d+：/, /例稿 /, /没有案例/, /✗ 有要改的。/);
  writeFileSync(join(folder, "rules.txt"), "第一条 县政府公文由县长签发\n");
  text(["check", "smallest.yaml", "--text", "rules.txt"], 1, /引文已逐条核对/);
  writeFileSync(join(folder, "other.txt"), "第一条 县政府公文由副县长签发\n");
  assert.doesNotMatch(text(["check", "smallest.yaml", "--text", "other.txt"], 1, /✗ 引文不符 1：/, /引文 1 处不符/), /引文已逐条核对/);
  text(["check", "smallest.yaml", "--write-cases", "proposed.json"], 1, /已写入 proposed\.json/);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, "proposed.json"), "utf8")), report.proposedCases);
  refused(["check", "smallest.yaml", "--write-cases", "proposed.json"], "qianfa：写不了 proposed.json：文件已经存在，不覆盖\n");
});

test("check tells conflicts by their clauses, and declarations by their number", () => {
  const clause = (id, applies) => `  - { 编号: "${id}", 条文: 第${id}条, 原文: 原文, 适用: ${applies}, 签发: [{ 用语: 签发, 由: 分管领导 }] }\n`;
  const contrary = smallest + clause(2, "{ 发文名义: 政府, 任一: [重大事项, 全局性] }") + clause(3, "{ 发文名义: 政府, 是: 例行批准 }");
  writeFileSync(join(folder, "contrary.yaml"), `${contrary}未规定:\n  - { 适用: { 发文名义: 政府, 文种: 纪要 }, 缘由: 其实有规定 }\n`);
  const { conflicts } = json(["check", "contrary.yaml"], 1);
  const of = (pair) => conflicts.filter(({ clauses }) => clauses.join() === pair).length;
  assert.deepEqual([of("1,2"), of("1,3")], [2, 1]);
  const report = text(["check", "contrary.yaml"], 1, /✗ 冲突 2：/, /\n {2}- 1 \/ 2：2 种情形\n( {4}- .*\n {6}例稿 .*\n){2}/, /\n {2}- 1 \/ 3：发文名义/);
  assert.match(report, /\n {2}- 未规定第1条：发文名义为政府，文种为纪要\n/);
});

test("a failing case is shown with its faults; no case at all is no pass", () => {
  const passing = { name: "县政府通知。", draft, unstated: "no", expect: { status: "determined" } };
  const failing = { ...passing, name: "县政府通知没有规定。", expect: { status: "silent" } };
  const contested = { ...failing, name: "两说。", contested: true };
  writeFileSync(join(folder, "some.json"), JSON.stringify([passing, failing, contested]));
  text(["test", "smallest.yaml", "--cases", "some.json"], 1, /✗ 县政府通知没有规定。\n +- /, /3 个案例：通过 1，没有通过 1，有争议不计 1\n$/);
  writeFileSync(join(folder, "good.json"), JSON.stringify([passing]));
  assert.equal(json(["test", "smallest.yaml", "--cases=good.json"], 0).passed, 1);
  text(["test", "smallest.yaml"], 1, /没有案例/);
  refused(["test", "smallest.yaml", "--cases", "draft.json"], "qianfa：draft.json 不是案例：应为 JSON 数组\n");
  writeFileSync(join(folder, "odd.json"), JSON.stringify([passing, { name: "没有草稿。" }]));
  refused(["test", "smallest.yaml", "--cases", "odd.json"], "qianfa：odd.json 的第 2 个案例不完整：应有 name、draft 和 expect\n");
});

test("cases are found inside the rulebook before those beside it", () => {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const one = JSON.stringify([{ name: "县政府通知。", draft, unstated: "no", expect: { status: "determined" } }]);
  writeFileSync(join(home, "rules.yaml"), smallest);
  writeFileSync(join(home, "cases.json"), one);
  assert.equal(json(["test", "home/rules.yaml"], 0).casesFrom, join("home", "cases.json"));
  writeFileSync(join(home, "rules.yaml"), `${smallest}案例: ${one}\n`);
  assert.equal(json(["test", "home/rules.yaml"], 0).casesFrom, "/案例");
});

test("route shows who signs, the path and what to ask", () => {
  const input = JSON.stringify(draft);
  const shown = text(["route", "--rulebook", "yiyuan", "draft.json"], 0, /^沂源县人民政府工作规则（yiyuan）/, /状态 /, /\n签发\n- /, /\n程序\n +1 拟稿/, /\n还要问\n/);
  assert.equal(qianfa(["route", "-r", "yiyuan", "-"], { input }).stdout, shown);
  const open = json(["route", "-r", "yiyuan", "draft.json"], 0);
  const finished = json(["route", "-r", "yiyuan", "draft.json", "--finished"], 0);
  assert.equal(open.rulebook.inForce, null);
  assert.ok(open.questions.length > finished.questions.length);
  for (const [day, inForce] of [["2022-03-09", false], ["2022-03-10", true]]) {
    assert.equal(json(["route", "-r", "yiyuan", "--on", day, "draft.json"], 0).rulebook.inForce, inForce);
  }
  text(["route", "-r", "yiyuan", "--on=2022-03-09", "draft.json"], 0, /这一天不在施行期内/, /检查结果\n警告 /);
  assert.equal(json(["route", "-r", "smallest.yaml", "draft.json", "--finished"], 0).status, "determined");
});

test("route takes several versions, and the day picks one", () => {
  const version = (name, force) => writeFileSync(join(folder, name), `${smallest}施行: { ${force}, 条款: "1", 条文: 第一条, 原文: 县政府公文由县长签发 }\n`);
  version("old.yaml", "自: 2019-01-01, 至: 2024-01-01");
  version("new.yaml", "自: 2024-01-01");
  const digest = (name) => json(["digest", name], 0).digest;
  const on = (day) => json(["route", "-r", "new.yaml", "-r", "old.yaml", "--on", day, "draft.json"], 0).rulebook.digest;
  assert.equal(on("2023-12-31"), digest("old.yaml"));
  assert.equal(on("2024-01-01"), digest("new.yaml"));
});

/** A situation of the table on absences as three files of its own; gives the words of the command line that ask for it. */
function situation(file, name, dates = {}) {
  const { rulebook, day, unstated, draft, roster } = situations.find((it) => it.name === name);
  writeFileSync(join(folder, `${file}.json`), JSON.stringify({ ...draft, dates }));
  writeFileSync(join(folder, `${file}-roster.json`), JSON.stringify({ ...rosters[rulebook], ...roster }));
  const finished = unstated === "no" ? ["--finished"] : [];
  return ["-r", rulebook, `${file}.json`, "--roster", `${file}-roster.json`, "--on", day, ...finished];
}

test("route names persons beside offices, and who stands in with what is still missing", () => {
  const needs = situation("needs", "县长外出的第一天：常务副县长主持工作，审签还须委托");
  text(["route", ...needs], 0, /\n- 由县长（王甲外出，张乙须有委托）审签\n {2}不在岗：县长外出期间.*代为审签须另有县长委托\n {2}9 第九條：/, /\n 2 签发（县长 王甲外出，张乙须有委托）/);
  assert.equal(json(["route", ...needs], 0).signing[0].options[0].signers[0].standingIn.needs, "委托");
  // Without the roster there are offices alone.
  text(["route", ...needs.filter((word) => !/roster/.test(word))], 0, /\n- 由县长审签\n {2}46-1a /, /\n +\d+ 签发（县长） /);
  // A day on which nobody is away: `--on` picks it.
  text(["route", ...needs.map((word) => (word === "2026-06-10" ? "2026-06-13" : word))], 0, /\n- 由县长（王甲）审签\n {2}46-1a /);
});

test("with the delegation on record, route gives the line for the form, and a delegation is no clause", () => {
  const acts = situation("acts", "县长外出而委托在册：写明代谁审签");
  text(["route", ...acts], 0, /\n- 由县长（张乙代王甲）审签\n/, /\n {2}单上写：受县长委托，由常务副县长张乙审签\n {2}县长委托书〔2026〕3号：自2026-06-01起/);
  const authorised = situation("authorised", "区长授权副区长签发：授权在册，写明是谁");
  // Who has authorised somebody is not away.
  const shown = text(["route", ...authorised], 0, /由区长（王甲）签发，经授权可由副区长（李丙，受王甲委托）签发/, /\n {2}委托：区长授权：区长委托副区长李丙签发\n {2}单上写：受区长委托，由副区长李丙签发\n/);
  assert.doesNotMatch(shown, /不在岗/);
});

test("one person in two offices acts once on the path, for both", () => {
  const words = situation("also", "分管与法制落在一人：并为一步，两个职务都在");
  text(["route", ...words], 0, /\n +\d+ 分管领导审核（分管副县长兼负责县政府法制工作的副县长 陈戊）/);
});

test("route shows when a limit runs out, when silence counts, and the days of issue", () => {
  const words = situation("dates", "部门请示有分歧由分管副区长协调：AB角可以代行协调", { sentForCountersign: "2026-09-25" });
  text(["route", ...words], 0,
    /\n {3}时限：送会签后3个工作日内（一般），逾期视为无不同意见 第五十四条\n {3}最迟：2026-09-30（送会签2026-09-25；条文没有写明.*），2026-10-01起视为无不同意见\n/,
    /\n11 协调（分管副区长 陈戊代李丙）/, /\n印发时间\n最早 2026-10-01\n- 不早于/);
  const meeting = { issuer: "政府", docType: "通知", addressees: ["下级政府"], decidedBy: "常务会议" };
  const dated = (dates) => (writeFileSync(join(folder, "meeting.json"), JSON.stringify({ ...meeting, dates })), ["route", "-r", "wujiagang", "meeting.json", "--finished"]);
  text(dated({}), 0, /\n {3}最迟：还不知道（未填会议结束日期，填写后才能推算）\n/, /\n印发时间\n不能推算 印发时限/);
  text(dated({ meetingEnded: "2026-06-10" }), 0, /\n {3}最迟：2026-06-17（会议结束2026-06-10；/, /\n印发时间\n(最早 .*\n)?最迟 2026-06-17\n/);
});

test("a calendar adds a year for which no notice is shipped", () => {
  const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"], decidedBy: "常务会议", dates: { meetingEnded: "2031-06-10" } };
  writeFileSync(join(folder, "later.json"), JSON.stringify(draft));
  const words = ["route", "-r", "wujiagang", "later.json", "--finished"];
  text(words, 0, /\n {3}最迟：还不知道（.*2031/);
  writeFileSync(join(folder, "calendar.json"), JSON.stringify({ years: { 2031: { holidays: ["2031-06-11"], workdays: [] } } }));
  text([...words, "--calendar", "calendar.json"], 0, /\n {3}最迟：2031-06-18（会议结束2031-06-10；/);
});

test("a roster or a calendar that is none is refused; a faulty one is a finding", () => {
  const route = ["route", "-r", "yiyuan", "draft.json"];
  refused([...route, "--roster", "none.json"], "qianfa：读不了 none.json：没有这个文件或文件夹\n");
  refused([...route, "--roster", "draft.json"], "qianfa：draft.json 不是名册：应为 JSON 对象，其中有 people（人员）\n");
  refused([...route, "--calendar", "draft.json"], "qianfa：draft.json 不是日历：应为 JSON 对象，其中有 years（每年的 holidays 和 workdays）\n");
  refused([...route, "--roster", "-"], "qianfa：标准输入 不是名册：应为 JSON 对象，其中有 people（人员）\n", { input: "[]" });
  assert.match(qianfa([...route, "--calendar", "-"], { input: "{" }).stderr, /^qianfa：标准输入 不是 JSON：/);
  writeFileSync(join(folder, "faulty-roster.json"), JSON.stringify({ people: "王甲" }));
  // Also where no findings are asked for: the answer would be about something else than was meant.
  for (const command of [["route", "draft.json"], ["what-if", "draft.json"], ["why-not", "draft.json", "--signer", "县长"], ["title", "通知"]]) {
    text([...command, "-r", "yiyuan", "--roster", "faulty-roster.json"], 0, /\n错误 名册`people`：应为列表\n/);
  }
});

test("route --prose is the explanation of the route, in three languages", () => {
  const words = situation("prose", "县长外出而委托在册：写明代谁审签");
  const { explain } = installed("qianfa");
  const route = json(["route", ...words], 0);
  for (const language of ["zh-Hans", "zh-Hant", "en"]) {
    const prose = explain(route, { messages: installed(`qianfa/messages/${language}`) });
    assert.equal(text(["route", ...words, "--prose", "--language", language], 0), `${prose}\n`);
    assert.deepEqual(json(["route", ...words, "--prose", "--language", language], 0), { language, prose });
  }
  assert.equal(text(["route", ...words, "--prose"], 0), `${explain(route)}\n`);
  refused(["route", ...words, "--prose", "--language", "fr"], "qianfa：--language 只有 zh-Hans、zh-Hant 和 en，没有 fr\n");
  refused(["route", ...words, "--language", "en"], "qianfa：--language 只与 --prose 同用\n");
});

test("what-if lists changes, and each really leads where it says", () => {
  const changes = json(["what-if", "-r", "yiyuan", "draft.json"], 0);
  const shown = text(["what-if", "-r", "yiyuan", "draft.json"], 0, /\n状态 尚未确定（open）\n签发 一般由县长签发；.*\n\n会改变结果的\n- 若/);
  assert.ok(changes.length > 1);
  for (const { words } of changes) assert.ok(shown.includes(`\n- ${words}\n`), words);
  const [{ draft: changed, then }] = changes;
  assert.equal(json(["route", "-r", "yiyuan", "-"], 0, { input: JSON.stringify(changed) }).status, then.status);
  // Everything else is settled by the options: taken as finished, the draft has other changes.
  assert.notDeepEqual(json(["what-if", "-r", "yiyuan", "draft.json", "--finished"], 0), changes);
});

test("why-not answers for a signer, a step or an outcome, with the clauses and what would make it so", () => {
  const ask = (...words) => ["why-not", "-r", "yiyuan", "draft.json", ...words];
  text(ask("--signer", "县长"), 0, /\n回答 本来就是（is so）\n是的，一般由县长签发/, /\n依据\n62a 六十二：/);
  assert.deepEqual(json(ask("--signer", "县长"), 0), json(ask("--signer", "head"), 0));
  text(ask("--step", "会议审议"), 0, /\n回答 还不一定（may be）\n尚不能确定有“会议审议”环节，须/);
  const shown = text(ask("--outcome", "由县长签发"), 0, /\n回答 不是（is not）\n不是“由县长签发”，因文种为通知；若文种为纪要，则/);
  const { answer, changes } = json(ask("--outcome", "由县长签发"), 0);
  assert.equal(answer, "is not");
  // Each change is told once, the first with the answer.
  for (const { words } of changes) assert.equal(shown.split(words).length, 2, words);
  text(ask("--signer", "县张"), 0, /\n回答 不会有（never）\n没有`县张`这一职务；是否想写`县长`\n$/);
  const usage = "qianfa：why-not 要问一件事：--signer、--step、--outcome 给一个，只给一个\n如 --signer 县长、--step 会议审议、--outcome 由县长签发\n";
  refused(ask(), usage);
  refused(ask("--signer", "县长", "--step", "会议审议"), usage);
});

test("title shows the parts of a title, also of one inside another, and what it suggests", () => {
  const words = "沂源县人民政府关于转发《市政府办公室关于印发〈办法〉的通知》的通知";
  text(["title", words, "-r", "yiyuan"], 0,
    /^沂源县.*\n发文机关 沂源县人民政府\n事由 .*\n文种 通知\n转发 市政府办公室关于印发〈办法〉的通知\n {2}发文机关 市政府办公室\n {2}事由 .*\n {2}文种 通知\n {2}印发 办法\n/,
    /\n建议\n- 标题写“通知”，文种似为“通知” docType: "通知"\n- .* issuer: "政府"\n$/);
  const reading = json(["title", words, "-r", "yiyuan"], 0);
  assert.equal(words.slice(reading.wraps.title.start, reading.wraps.title.end), reading.wraps.title.words);
  // Without a rulebook nobody knows that this government is the one.
  assert.deepEqual(json(["title", words], 0).suggestions.map(({ fact }) => fact), ["docType"]);
  text(["title", "春天"], 0, /^春天\n事由 春天\n没有可以建议的\n$/);
  text(["title", "某县人民政府令"], 0, /\n文种 令（命令）\n/);
});

test("title recognises the roster's departments, by their names here", () => {
  writeFileSync(join(folder, "title-roster.json"), JSON.stringify(rosters.wushan));
  const words = ["title", "县教委关于开展检查的请示", "-r", "wushan"];
  const lead = (more) => json([...words, ...more], 0).suggestions.filter(({ fact }) => fact === "departments.lead");
  assert.deepEqual(lead([]), []);
  assert.equal(lead(["--roster", "title-roster.json"]).length, 1);
  refused(["title", "通知", "--roster", "title-roster.json"], "qianfa：--roster 只与 --rulebook 同用\n");
});

test("diff is silent proof or differences, with the exit codes of diff(1)", () => {
  text(["diff", "yiyuan", "yiyuan"], 0, /没有不同（已证明）\n$/);
  assert.equal(json(["diff", "smallest.yaml", "smallest.yaml"], 0).same, true);
  assert.equal(json(["diff", "yiyuan", "wujiagang"], 1).same, false);
  refused(["diff", "smallest.yaml", "faulty.yaml"], "qianfa：faulty.yaml 有 2 处错误，不能比较\n先运行 qianfa check faulty.yaml\n");
});

test("diff of two governments is a page of groups, each with one document; --all lists everything", () => {
  const { groups } = json(["diff", "yiyuan", "wujiagang"], 1);
  const alike = groups.filter(({ same }) => same).length;
  const page = text(["diff", "yiyuan", "wujiagang"], 1, /^甲 沂源县.*\n乙 宜昌市.*\n只有甲问到 .*\n只有乙问到 .*\n\n/, /\n {2}1 处：.+ → .+\n/, /；等 5 种情形\n {2}5 处：/);
  assert.ok(page.endsWith(`${groups.length - alike} 类有不同，${alike} 类相同；逐一列出用 --all\n`));
  assert.equal(page.match(/例稿/g).length, groups.length - alike);
  assert.doesNotMatch(page, /matters\.|见不同之处/);
  const all = text(["diff", "yiyuan", "wujiagang", "--all"], 1, /（相同）\n/);
  assert.equal(all.match(/例稿/g).length, groups.reduce((sum, { differences }) => sum + differences.length, 0));
  assert.doesNotMatch(all, /matters\.|见不同之处/);
});

test("diff of two versions lists every difference once", () => {
  writeFileSync(join(folder, "amended.yaml"), smallest.replace("由: 县长 }", "由: 分管领导 }"));
  const page = text(["diff", "smallest.yaml", "amended.yaml"], 1, /\n签发：全部不同之处，逐一\n {2}- 发文名义为政府/, /\n {4}甲 由县长签发\n {4}乙 由分管副县长签发\n/, /\n1 处不同\n$/);
  assert.equal(page.match(/例稿/g).length, 1);
  assert.equal(text(["diff", "smallest.yaml", "amended.yaml", "--all"], 1).match(/例稿/g).length, 2);
});

test("explain shows one clause; of an unknown one the nearest are named", () => {
  text(["explain", "smallest.yaml", "1"], 0, /^1 第一条：县政府公文由县长签发\n/, /\n适用 /, /\n要求 /, /\n例稿 /);
  assert.equal(json(["explain", "smallest.yaml", "1"], 0).quote, "县政府公文由县长签发");
  refused(["explain", "smallest.yaml", "1a"], "qianfa：smallest.yaml 没有条款 1a\n是否想用 1？\n");
});

test("build makes JSON that is the same rulebook", () => {
  const built = text(["build", "smallest.yaml"], 0);
  assert.deepEqual(JSON.parse(built), json(["build", "smallest.yaml"], 0));
  text(["build", "smallest.yaml", "-o", "built.json"], 0, /已写入 built\.json/);
  assert.equal(readFileSync(join(folder, "built.json"), "utf8"), built);
  assert.equal(text(["digest", "built.json"], 0), text(["digest", "smallest.yaml"], 0));
  const yiyuan = join(root, "rulebooks/yiyuan/rules.yaml");
  assert.ok("不编" in json(["build", yiyuan], 0));
  const bare = json(["build", yiyuan, "--bare"], 0);
  assert.ok(!("不编" in bare) && !("案例" in bare));
});

test("schema is that of either draft", () => {
  assert.match(json(["schema"], 0).$schema, /2020-12/);
  assert.match(JSON.parse(text(["schema", "--draft", "draft-07"], 0)).$schema, /draft-07/);
});

test("a signature is over the text of the digest, by the key that was made", () => {
  const digest = text(["digest", "yiyuan"], 0, /^sha256:[0-9a-f]{64}\n$/).trim();
  const { publicKey } = json(["keygen", "-o", "key.pem"], 0);
  assert.equal(Buffer.from(publicKey, "base64").length, 32);
  const signature = text(["sign", "yiyuan", "--key", "key.pem"], 0).trim();
  assert.deepEqual(json(["sign", "yiyuan", "--key", "key.pem"], 0), { id: "yiyuan", digest, signature, publicKey });
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(publicKey, "base64")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  assert.ok(verify(null, Buffer.from(digest, "ascii"), key, Buffer.from(signature, "base64")));
  refused(["keygen", "-o", "key.pem"], "qianfa：写不了 key.pem：文件已经存在，不覆盖\n");
  text(["keygen"], 0, /^-----BEGIN PRIVATE KEY-----\n/, /\n公钥：[\w+/]{43}=\n$/);
  refused(["sign", "yiyuan", "--key", "draft.json"], "qianfa：draft.json 不是 Ed25519 私钥（PEM）\n私钥由 qianfa keygen 生成\n");
});

test("what a rulebook stands on is found among the shipped ones, or given", () => {
  writeFileSync(join(folder, "above.yaml"), smallest.replace("标识: smallest", "标识: above"));
  writeFileSync(join(folder, "below.yaml"), smallest.replace("层级: 县", "层级: 县\n所据: above"));
  assert.equal(qianfa(["digest", "below.yaml"]).status, 1);
  text(["digest", "below.yaml", "--base", "above.yaml"], 0);
  writeFileSync(join(folder, "local.yaml"), smallest.replace("层级: 县", "层级: 县\n所据: yiyuan"));
  text(["digest", "local.yaml"], 0);
});

test("an id means the shipped rulebook also beside a file of that name", () => {
  cpSync(join(folder, "smallest.yaml"), join(folder, "yiyuan"));
  assert.equal(json(["digest", "yiyuan"], 0).id, "yiyuan");
  assert.equal(json(["digest", "./yiyuan"], 0).id, "smallest");
});

test("everything behind -- is an operand", () => {
  cpSync(join(folder, "smallest.yaml"), join(folder, "--odd.yaml"));
  assert.equal(json(["digest", "./--odd.yaml"], 0).id, "smallest");
  assert.equal(qianfa(["digest", "--", "--odd.yaml"]).status, 0);
});

test("lines are wrapped to the width, Chinese characters counted as two; a pipe gets whole lines", () => {
  const columns = (line) => Array.from(line).reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
  const lines = qianfa(["help"], { env: { COLUMNS: "40" } }).stdout.split("\n");
  for (const line of lines) {
    assert.ok(columns(line) <= 40, line);
    assert.doesNotMatch(line, /^ *[，。、；：）]/);
  }
  assert.ok(qianfa(["help"]).stdout.split("\n").some((line) => columns(line) > 80));
});

test("brackets keep to their words also where they are not Chinese", () => {
  const { stdout } = qianfa(["route", "-r", "yiyuan", "draft.json", "--prose", "--language", "en"], { env: { COLUMNS: "70" } });
  for (const line of stdout.split("\n")) assert.doesNotMatch(line, /[([]$|^[)\],;]|^[.:](?!\S)/);
});

test("no colour goes into a pipe, whatever is asked for", () => {
  for (const env of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1" }]) {
    assert.doesNotMatch(qianfa(["check", "smallest.yaml", "--no-color"], { env }).stdout, /\x1b/);
    assert.doesNotMatch(qianfa(["check", "smallest.yaml"], { env }).stdout, /\x1b/);
  }
});

test("a reader that stops reading ends it quietly", async () => {
  const child = spawn(process.execPath, [cli, "build", "yiyuan", "--json"], { cwd: folder });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("close", resolve));
  assert.equal(stderr, "");
  assert.equal(code, 0);
});
