// The JSON Schemas of the rulebook format against a validator that knows nothing of this project: what the reader takes passes, and of
// what it refuses, everything that a schema can see. (That schema and reader know the same keys is a test in Rust.)

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const require = createRequire(import.meta.url);
const { require: fromPackage, rulebook } = await installed("node-schema");
const dialects = { "2020-12": require("ajv/dist/2020"), "draft-07": require("ajv") };

/** A rulebook that has everything in it that the changes below need. */
const sample = {
  格式: 1,
  标识: "sample",
  名称: "某县人民政府工作规则",
  机关: "某县人民政府",
  层级: "县",
  施行: { 自: "2020-01-01", 条款: "9", 条文: "第九条", 原文: "自2020年1月1日起施行" },
  职务: { 行政首长: "县长" },
  会议: { 常务会议: "县政府常务会议" },
  机关名称: { 某市人民政府: "上级政府" },
  事项: { 重大事项: { 问: "是否重大事项？" } },
  条款: [
    {
      编号: 1,
      条文: "第一条",
      原文: "县政府公文由县长签发",
      适用: { 发文名义: "政府", 文种: "公文", 有效期: { 超过: 5 }, 多个主送: "否" },
      让位于: [{ 条款: "2", 解释: "特别规定优先" }],
      签发: [{ 用语: "签发", 由: "县长" }],
      步骤: [{ 类: "领导会签", 时限: { 天数: 3, 单位: "工作日", 自: "送会签" } }],
      检查: [{ 代码: "one-matter", 级别: "错误", 字段: "/docType", 说明: "一文一事" }],
      代行: { 缺位: "县长", 由: "AB角", 事: "主持工作" },
    },
  ],
  案例: [{ name: "一例", draft: { docType: "通知" }, expect: { status: "determined" } }],
};

/** What the schemas refuse: a name, and the change that makes it. */
const refused = {
  "an unknown key of the rulebook": (it) => (it.等级 = "县"),
  "an unknown key of a clause": (it) => (it.条款[0].适用于 = it.条款[0].适用),
  "an unknown key of a condition": (it) => (it.条款[0].适用.文种类 = "公文"),
  "an unknown key of a step": (it) => (it.条款[0].步骤[0].人 = "县长"),
  "an unknown key of a limit": (it) => (it.条款[0].步骤[0].时限.从 = "签发"),
  "an unknown key of a check": (it) => (it.条款[0].检查[0].话 = "一文一事"),
  "an unknown key of a matter": (it) => (it.事项.重大事项.说明 = "重大"),
  "an unknown issuer": (it) => (it.条款[0].适用.发文名义 = "县政府"),
  "an unknown 文种 in a list": (it) => (it.条款[0].适用.文种 = ["通知", "通告书"]),
  "an unknown act": (it) => (it.条款[0].签发[0].用语 = "签名"),
  "an unknown modality": (it) => (it.条款[0].签发[0].语气 = "必须"),
  "an unknown kind of step": (it) => (it.条款[0].步骤[0].类 = "会鉴"),
  "an unknown start of a limit": (it) => (it.条款[0].步骤[0].时限.自 = "起草"),
  "an unknown severity": (it) => (it.条款[0].检查[0].级别 = "严重"),
  "an unknown role among the shared ones": (it) => (it.职务.县长 = "县长"),
  "an unknown meeting among the shared ones": (it) => (it.会议.办公会 = "县长办公会"),
  "an unknown kind of addressee": (it) => (it.机关名称.某市人民政府 = "市政府"),
  "an unknown level": (it) => (it.层级 = "州"),
  "a clause without its words": (it) => delete it.条款[0].原文,
  "a clause without an id": (it) => delete it.条款[0].编号,
  "a clause that signs and applies to nothing": (it) => delete it.条款[0].适用,
  "a clause that demands nothing": (it) => ["签发", "步骤", "检查", "代行"].forEach((key) => delete it.条款[0][key]),
  "a clause that signs and points elsewhere": (it) => (it.条款[0].另有规定 = "按有关规定办理"),
  "giving way by reading, without the reading": (it) => delete it.条款[0].让位于[0].解释,
  "an id of another form": (it) => (it.条款[0].编号 = "第1条"),
  "an empty condition": (it) => (it.条款[0].适用 = {}),
  "no condition": (it) => (it.条款[0].适用 = []),
  "a condition that nothing meets": (it) => (it.条款[0].适用.文种 = []),
  "years that are no number": (it) => (it.条款[0].适用.有效期 = "五年"),
  "years without above or up to": (it) => (it.条款[0].适用.有效期 = {}),
  "a yes or no that is neither": (it) => (it.条款[0].适用.多个主送 = "可"),
  "days that are no number": (it) => (it.条款[0].步骤[0].时限.天数 = "三"),
  "a field that is no JSON Pointer": (it) => (it.条款[0].检查[0].字段 = "docType"),
  "a code that is none": (it) => (it.条款[0].检查[0].代码 = "一文一事"),
  "another format": (it) => (it.格式 = 2),
  "a date that is none": (it) => (it.施行.自 = "2019年"),
  "a list for a text": (it) => (it.名称 = ["某县"]),
  "an id for files that is none": (it) => (it.标识 = "Sample"),
  "no roles": (it) => delete it.职务,
  "a key with nothing behind it": (it) => (it.条款[0].除外 = null),
  "a misspelt field of a case's draft": (it) => (it.案例[0].draft.doctype = "通知"),
  "a case that expects nothing": (it) => delete it.案例[0].expect,
};

/** What the reader takes beside the plainest way to write it, and the schemas as well. */
const taken = {
  "a single clause, step and check": (it) => {
    const [clause] = it.条款;
    it.条款 = { ...clause, 签发: clause.签发[0], 步骤: clause.步骤[0], 检查: clause.检查[0], 让位于: 2 };
  },
  "alternatives, and all but some": (it) => (it.条款[0].适用 = [{ 文种: { 除: "纪要" } }, { 主送: ["本级党委", "本级人大"] }]),
  "local titles, meetings and matters": (it) => {
    it.条款[0].适用 = { 已经会议: "县政府常务会议", 是: "本县自己的事项" };
    it.条款[0].步骤[0] = { 类: "会议审议", 会议: "县政府常务会议", 由: ["县政府法制办"], 到文后: true };
  },
  "numbers in quotation marks": (it) => {
    it.格式 = "1";
    it.条款[0].步骤[0].时限.天数 = "3";
  },
  "a clause for every document": (it) => (it.条款[0] = { 编号: "1", 条文: "第一条", 原文: "圈阅视为已阅知", 圈阅: "已阅知" }),
  "the address of the schema": (it) => (it.$schema = "./rulebook-1.2020-12.schema.json"),
  "a higher rulebook by its id": (it) => (it.所据 = "tiaoli-2012"),
  "a higher rulebook as a whole": (it) => (it.所据 = { 规则: structuredClone(sample), 解释: "第三条" }),
  "declared gaps and conflicts": (it) => {
    it.未规定 = [{ 适用: { 发文名义: "部门" }, 除外: { 文种: "请示" }, 缘由: "未提" }];
    it.冲突 = [{ 条款: ["46-1a", 46], 缘由: "没有先后" }];
  },
  "a draft that leaves fields open": (it) => (it.案例[0].draft = { docType: null, addressees: ["上级政府", { kind: "其他" }], matters: { 某事: null } }),
};

for (const [dialect, Ajv] of Object.entries(dialects)) {
  const file = `rulebook-1.${dialect}.schema.json`;
  const schema = JSON.parse(readFileSync(join(root, "rulebooks/schema", file), "utf8"));
  // Types that are a choice are meant: the reader takes a number for its text.
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
  // The meta-schema is checked first, and what ajv does not know is an error.
  const validate = ajv.compile(schema);
  const passes = (rulebook) => validate(JSON.parse(JSON.stringify(rulebook)));

  test(`${dialect}: the package has the schema`, () => {
    assert.deepEqual(JSON.parse(readFileSync(fromPackage.resolve(`qianfa/schema/${file}`), "utf8")), schema);
  });

  test(`${dialect}: the schema is one by its meta-schema`, () => {
    assert.equal(ajv.validateSchema(schema), true, ajv.errorsText(ajv.errors));
  });

  for (const id of rulebookIds) {
    test(`${dialect}: ${id} passes, with its cases`, async () => {
      const cases = JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"));
      assert.ok(passes({ ...(await rulebook(id)), 案例: cases }), ajv.errorsText(validate.errors));
    });
  }

  for (const [name, change] of [["the sample", () => {}], ...Object.entries(taken)]) {
    test(`${dialect}: passes: ${name}`, () => assert.ok(passes(changed(change)), ajv.errorsText(validate.errors)));
  }

  for (const [name, change] of Object.entries(refused)) {
    test(`${dialect}: refused: ${name}`, () => assert.equal(passes(changed(change)), false));
  }
}

function changed(change) {
  const copy = structuredClone(sample);
  change(copy);
  return copy;
}
