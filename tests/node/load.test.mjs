// What a rulebook must pass before it is taken, what it stands on, and its versions: refused is refused whole, with the reason.

import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { esm, rulebook } = await installed("node-load");
before(() => esm.init());

/** A small rulebook as its author would write it: what is broad goes to the head, all else to the deputy. */
const example = {
  格式: 1,
  标识: "example",
  名称: "某县人民政府工作规则",
  机关: "某县人民政府",
  层级: "县",
  职务: { 行政首长: "县长", 分管领导: "分管副县长" },
  事项: { 涉及面广: { 问: "内容是否涉及面广？" } },
  条款: [
    {
      编号: "1p1",
      条文: "第一条第一款",
      原文: "县政府公文由分管副县长签发",
      适用: { 发文名义: "政府", 文种: "公文", 否: "涉及面广" },
      签发: [{ 用语: "签发", 由: "分管副县长" }],
    },
    {
      编号: "1p2",
      条文: "第一条第二款",
      原文: "涉及面广的，由县长签发",
      适用: { 发文名义: "政府", 文种: "公文", 是: "涉及面广" },
      签发: [{ 用语: "签发", 由: "县长" }],
    },
  ],
};
const broad = { issuer: "政府", docType: "通知", matters: { 涉及面广: true } };
const cases = [
  { name: "一般的通知", draft: { ...broad, matters: { 涉及面广: false } }, unstated: "no", expect: { status: "determined", clauses: ["1p1"] } },
  { name: "涉及面广的通知", draft: broad, unstated: "no", expect: { status: "determined", clauses: ["1p2"] } },
];
const tested = { ...example, 案例: cases };
/** The same, and what is broad has been forgotten. */
const mutated = { ...tested, 条款: example.条款.slice(0, 1) };

const onDays = (自, 至) => ({ 施行: { 自, ...(至 && { 至 }), 条款: "9", 条文: "第九条", 原文: `自${自}起施行` } });

/** The codes with which a rulebook is refused. */
function refusal(source, options) {
  let refused;
  assert.throws(
    () => esm.loadRulebook(source, options),
    (error) => {
      assert.ok(error instanceof esm.RulebookError, String(error));
      refused = error.issues;
      return true;
    },
  );
  for (const { message, path } of refused) assert.ok(message && typeof path === "string");
  return refused.map(({ code }) => code);
}

// ---------------------------------------------------------------------------------------------------------------------
// Cases

for (const id of rulebookIds) {
  test(`${id} passes its own cases`, async () => {
    const loaded = esm.loadRulebook(await rulebook(id), { verify: true });
    const results = loaded.test();
    assert.ok(results.length > 0);
    assert.deepEqual(results.filter(({ faults, contested }) => faults.length > 0 && !contested), []);
    loaded.free();
  });
}

test("a rulebook whose own cases pass is taken", () => {
  assert.equal(esm.loadRulebook(tested, { verify: true }).route(broad).status, "determined");
});

test("one whose cases fail is refused, and each of these is named", () => {
  assert.throws(
    () => esm.loadRulebook(mutated, { verify: true }),
    ({ issues }) => {
      assert.deepEqual(issues.map(({ code, path }) => [code, path]), [["case-failed", "/案例/1"]]);
      assert.match(issues[0].message, /^用例“涉及面广的通知”没有通过：./);
      return true;
    },
  );
  // Nobody asked.
  esm.loadRulebook(mutated).free();
  esm.loadRulebook(mutated, { verify: false }).free();
});

test("cases can be given instead", () => {
  esm.loadRulebook(example, { verify: cases }).free();
  assert.deepEqual(refusal({ ...mutated, 案例: [] }, { verify: cases }), ["case-failed"]);
});

test("told to run cases, none is no pass", () => {
  assert.deepEqual(refusal(example, { verify: true }), ["no-cases"]);
  assert.deepEqual(refusal({ ...example, 案例: [] }, { verify: true }), ["no-cases"]);
  assert.deepEqual(refusal(tested, { verify: [] }), ["no-cases"]);
});

test("a contested case counts for nothing, neither for nor against", () => {
  const contested = cases.map((one) => ({ ...one, contested: true }));
  esm.loadRulebook({ ...mutated, 案例: [cases[0], contested[1]] }, { verify: true }).free();
  assert.deepEqual(refusal({ ...example, 案例: contested }, { verify: true }), ["no-cases"]);
});

test("the cases of a loaded rulebook can be run, its own or others", () => {
  const loaded = esm.loadRulebook(mutated);
  const passed = (results) => results.map(({ name, faults }) => [name, faults.length === 0]);
  assert.deepEqual(passed(loaded.test()), [["一般的通知", true], ["涉及面广的通知", false]]);
  assert.deepEqual(passed(loaded.test(cases.slice(0, 1))), [["一般的通知", true]]);
});

// ---------------------------------------------------------------------------------------------------------------------
// Signatures

/** A key pair: the public key in base64 and in hexadecimal, and what signs a rulebook. */
function pair() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  // The key itself is what stands last in its DER form.
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
  const signed = (source) => {
    const loaded = esm.loadRulebook(source);
    const signature = sign(null, Buffer.from(loaded.digest), privateKey);
    loaded.free();
    return signature;
  };
  return { base64: raw.toString("base64"), hex: raw.toString("hex"), signed };
}

test("what the key has signed is taken, in base64 and in hexadecimal", () => {
  const key = pair();
  const signature = key.signed(tested);
  for (const publicKey of [key.base64, key.hex]) {
    for (const written of ["base64", "hex"]) {
      esm.loadRulebook(tested, { publicKey, signature: signature.toString(written), verify: true }).free();
    }
  }
});

test("once there is a key, no signature is as bad as a wrong one", () => {
  const key = pair();
  const signature = key.signed(tested).toString("base64");
  for (const none of [{}, { signature: undefined }, { signature: null }, { signature: "" }, { signature: "\n" }, { signature: [] }]) {
    assert.deepEqual(refusal(tested, { publicKey: key.hex, ...none }), ["unsigned"]);
  }
  for (const none of [signature.slice(4), "签名"]) {
    assert.deepEqual(refusal(tested, { publicKey: key.hex, signature: none }), ["bad-signature"]);
  }
  const another = pair().signed(tested).toString("base64");
  assert.deepEqual(refusal(tested, { publicKey: key.hex, signature: another }), ["signature-mismatch"]);
});

test("what was altered after it was signed is refused", () => {
  const key = pair();
  const signature = key.signed(example).toString("base64");
  assert.deepEqual(refusal({ ...example, 条款: example.条款.slice(0, 1) }, { publicKey: key.hex, signature }), ["signature-mismatch"]);
  assert.deepEqual(refusal({ ...example, ...onDays("2020-01-01") }, { publicKey: key.hex, signature }), ["signature-mismatch"]);
});

test("a key that is none does not switch the check off", () => {
  for (const publicKey of [undefined, null, "", "  ", "abc", "00".repeat(31), 7, {}, []]) {
    assert.deepEqual(refusal(tested, { publicKey }), ["bad-key"], String(publicKey));
  }
});

test("each version needs its own signature", () => {
  const key = pair();
  const versions = [{ ...example, ...onDays("2023-01-01") }, { ...example, ...onDays("2020-01-01", "2023-01-01") }];
  const [newer, older] = versions.map((version) => key.signed(version).toString("base64"));
  // In the order of the sources, whatever the order of time.
  esm.loadRulebook(versions, { publicKey: key.hex, signature: [newer, older] }).free();
  assert.deepEqual(refusal(versions, { publicKey: key.hex, signature: [older, newer] }), ["signature-mismatch", "signature-mismatch"]);
  assert.deepEqual(refusal(versions, { publicKey: key.hex, signature: [newer] }), ["unsigned"]);
  assert.deepEqual(refusal(versions, { publicKey: key.hex, signature: newer }), ["unsigned"]);
  // The issue says which.
  assert.throws(() => esm.loadRulebook(versions, { publicKey: key.hex, signature: newer }), ({ issues }) => issues[0].path === "/1");
});

// ---------------------------------------------------------------------------------------------------------------------
// Options that keep a rulebook out cannot be lost on the way

test("each option is read once, from the options themselves", () => {
  const read = {};
  const options = {};
  for (const [key, value] of Object.entries({ bases: [], verify: true, publicKey: pair().hex, signature: "" })) {
    Object.defineProperty(options, key, { get: () => ((read[key] = (read[key] || 0) + 1), value) });
  }
  assert.deepEqual(refusal(mutated, options), ["unsigned"]);
  assert.deepEqual(read, { bases: 1, verify: 1, publicKey: 1, signature: 1 });
});

test("a polluted prototype neither asks for a check nor calls one off", () => {
  Object.prototype.verify = false;
  Object.prototype.publicKey = "00";
  try {
    assert.deepEqual(refusal(mutated, { verify: true }), ["case-failed"]);
    esm.loadRulebook(mutated, {}).free();
    esm.loadRulebook(mutated).free();
  } finally {
    delete Object.prototype.verify;
    delete Object.prototype.publicKey;
  }
});

test("options that inherit, are misspelt or are none are not guessed at", () => {
  class Configuration {
    get publicKey() {
      return pair().hex;
    }
  }
  for (const options of [new Configuration(), Object.create({ verify: true }), null, true, "verify", ["verify"]]) {
    assert.throws(() => esm.loadRulebook(tested, options), { message: "qianfa: the options of `loadRulebook` must be a plain object" });
  }
  assert.throws(() => esm.loadRulebook(tested, { publickey: "" }), { message: "qianfa: `loadRulebook` has no option `publickey`" });
  assert.throws(() => esm.loadRulebook(tested, { verify: "true" }), /the option `verify` must be true, false or a list of cases/);
  assert.throws(() => esm.loadRulebook(tested, { bases: tested }), /the option `bases` must be a list of rulebooks/);
});

test("what is verified is what is loaded, whatever the source says when it is asked again", () => {
  let asked = 0;
  const twoFaced = { ...tested };
  Object.defineProperty(twoFaced, "条款", { enumerable: true, get: () => (asked++ === 0 ? example.条款 : mutated.条款) });
  const loaded = esm.loadRulebook(twoFaced, { verify: true });
  assert.equal(asked, 1);
  assert.equal(loaded.route(broad).status, "determined");
});

// ---------------------------------------------------------------------------------------------------------------------
// Versions

const versions = [
  { ...tested, ...onDays("2023-01-01"), 名称: "某县人民政府工作规则（2023年）" },
  { ...mutated, ...onDays("2020-01-01", "2023-01-01"), 案例: cases.slice(0, 1) },
];

test("the day picks the version; its period is half-open", () => {
  const loaded = esm.loadRulebook(versions, { verify: true });
  const [older, newer] = loaded.versions;
  assert.deepEqual([older.from, older.until, newer.from, newer.until], ["2020-01-01", "2023-01-01", "2023-01-01", undefined]);
  assert.notEqual(older.digest, newer.digest);
  const on = (day) => loaded.route(broad, { on: day, unstated: "no" });
  assert.equal(on("2022-12-31").rulebook.digest, older.digest);
  assert.equal(on("2022-12-31").status, "silent");
  assert.equal(on("2023-01-01").rulebook.digest, newer.digest);
  assert.equal(on("2023-01-01").status, "determined");
  assert.equal(loaded.route({ ...broad, dates: { drafted: "2022-12-31" } }).rulebook.digest, older.digest);
  assert.deepEqual(loaded.sweep("2019-01-01", "2024-01-01"), [
    { from: "2019-01-01", until: "2020-01-01", digest: null },
    { from: "2020-01-01", until: "2023-01-01", digest: older.digest },
    { from: "2023-01-01", until: "2024-01-01", digest: newer.digest },
  ]);
});

test("a sweep is over days", () => {
  assert.throws(() => esm.loadRulebook(example).sweep("2019", "2024-01-01"), { message: "qianfa: `sweep` takes days, each as YYYY-MM-DD" });
});

test("a rulebook that is loaded alone is its only version", () => {
  const loaded = esm.loadRulebook(example);
  assert.deepEqual(loaded.versions, [{ title: example.名称, digest: loaded.digest }]);
  assert.ok(Object.isFrozen(loaded.versions) && Object.isFrozen(loaded.versions[0]));
  assert.match(loaded.digest, /^sha256:[0-9a-f]{64}$/);
  assert.equal(loaded.route(broad).rulebook.digest, loaded.digest);
});

test("proofs are about one text: of several versions none is picked", () => {
  const loaded = esm.loadRulebook(versions);
  for (const call of ["check", "test", "clause"]) {
    assert.throws(() => loaded[call](), { message: `qianfa: \`${call}\` takes one version: load it alone` });
  }
  assert.throws(() => esm.diffRulebooks(loaded, loaded), { message: "qianfa: `diffRulebooks` takes one version: load it alone" });
  assert.throws(() => esm.loadRulebook(versions, { verify: cases }), /`verify` takes cases for one version/);
});

test("no version at all is refused", () => {
  assert.ok(refusal([]).length > 0);
});

// ---------------------------------------------------------------------------------------------------------------------
// Text, and standing on another

test("the authors' text makes the same rulebook as the package's module", async () => {
  for (const id of rulebookIds) {
    const whole = await rulebook(id);
    const text = readFileSync(join(root, "rulebooks", id, "rules.yaml"), "utf8");
    const bases = whole.所据 === undefined ? [] : [whole.所据.规则];
    const [fromText, fromModule] = [esm.loadRulebook(text, { bases }), esm.loadRulebook(whole)];
    assert.equal(fromText.digest, fromModule.digest, id);
    assert.equal(JSON.stringify(fromText.route(broad)), JSON.stringify(fromModule.route(broad)), id);
    assert.equal(JSON.stringify(esm.loadRulebook(esm.rulebookFromText(text), { bases }).route(broad)), JSON.stringify(fromText.route(broad)));
  }
});

test("what a drafting page loads says the same, and has the same digest", async () => {
  for (const id of rulebookIds) {
    assert.equal(esm.loadRulebook(await rulebook(`${id}/rules`)).digest, esm.loadRulebook(await rulebook(id)).digest, id);
  }
});

test("the faults of a text have lines", () => {
  const text = readFileSync(join(root, "tests/rulebooks/smallest.yaml"), "utf8");
  const line = text.split("\n").findIndex((it) => it.startsWith("名称:")) + 1;
  assert.throws(() => esm.loadRulebook(text.replace("\n名称:", "\n名字:")), ({ issues }) => issues.some((issue) => issue.line === line));
  assert.throws(() => esm.rulebookFromText("格式: ["), (error) => error instanceof esm.RulebookError && error.issues[0].line >= 1);
});

test("a base that is not there is a fault; given by its id or put in its place, it is found", () => {
  const higher = { ...example, 标识: "higher", 名称: "上位规则" };
  const lower = { ...tested, 所据: "higher" };
  assert.throws(() => esm.loadRulebook(lower), ({ issues }) => issues.some(({ path }) => path.startsWith("/所据")));
  esm.loadRulebook(lower, { bases: [higher], verify: true }).free();
  esm.loadRulebook(lower, { bases: [JSON.stringify(higher)], verify: true }).free();
  esm.loadRulebook({ ...tested, 所据: { 规则: higher } }, { verify: true }).free();
});

// ---------------------------------------------------------------------------------------------------------------------
// The tools on a loaded rulebook

test("a rulebook against itself is the same, proved; against a changed one it is not", () => {
  const [before, after] = [esm.loadRulebook(example), esm.loadRulebook(mutated)];
  assert.deepEqual(esm.diffRulebooks(before, before), []);
  assert.equal(esm.compareRulebooks(before, before).same, true);
  assert.ok(esm.diffRulebooks(before, after).length > 0);
  assert.equal(esm.compareRulebooks(before, after).same, false);
  assert.throws(() => esm.diffRulebooks(before, example), { message: "qianfa: `diffRulebooks` takes rulebooks as `loadRulebook` gives them" });
});

test("a clause is told by its id; what is no clause is nothing", () => {
  const loaded = esm.loadRulebook(example);
  assert.equal(loaded.clause("1p2").clause, "1p2");
  assert.equal(loaded.clause("99"), undefined);
});

test("a freed rulebook gives no proofs either", () => {
  const loaded = esm.loadRulebook(tested);
  loaded.check();
  loaded.free();
  for (const call of ["check", "test", "clause"]) {
    assert.throws(() => loaded[call](), { message: "qianfa: the rulebook `example` has been freed" });
  }
});

test("the schema is there in both drafts", () => {
  assert.match(esm.rulebookSchema().$schema, /2020-12/);
  assert.match(esm.rulebookSchema("2020-12").$schema, /2020-12/);
  assert.match(esm.rulebookSchema("draft-07").$schema, /draft-07/);
});
