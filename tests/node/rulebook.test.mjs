// A loaded rulebook: its methods, its results, and what happens to a faulty one.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readFileSync } from "node:fs";
import { installed } from "../lib/installed.mjs";

const { esm, require, rulebook } = await installed("node-rulebook");
const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"] };
let source, yiyuan;

before(async () => {
  await esm.init();
  source = await rulebook("yiyuan");
  yiyuan = esm.loadRulebook(source);
});

test("it has the surface of the contract and nothing of later versions", () => {
  assert.deepEqual(
    Object.keys(yiyuan).sort(),
    ["check", "clause", "decide", "digest", "free", "id", "route", "routeMany", "session", "sweep", "test", "title", "versions", "vocabulary", "whatIf", "whyNot"],
  );
  assert.ok(Object.isFrozen(yiyuan));
  assert.equal(yiyuan.id, "yiyuan");
  assert.match(yiyuan.title, /沂源县/);
});

test("an object and its text make the same rulebook", () => {
  const text = readFileSync(require.resolve("qianfa/rulebooks/yiyuan.json"), "utf8");
  const other = esm.loadRulebook(text);
  assert.equal(JSON.stringify(other.route(draft)), JSON.stringify(yiyuan.route(draft)));
  other.free();
});

test("the methods need no `this`", () => {
  const { route, decide, routeMany } = yiyuan;
  assert.deepEqual([draft].map((one) => route(one)), routeMany([draft]));
  assert.equal(decide(draft).status, route(draft).status);
});

test("routeMany is route, many times", () => {
  const drafts = [draft, {}, { docType: "函" }, draft];
  for (const options of [undefined, { unstated: "no" }, { on: "2026-11-22" }]) {
    assert.deepEqual(yiyuan.routeMany(drafts, options), drafts.map((one) => yiyuan.route(one, options)));
  }
});

test("decide agrees with route", () => {
  for (const options of [undefined, { unstated: "no" }]) {
    const route = yiyuan.route(draft, options);
    const decision = yiyuan.decide(draft, options);
    assert.deepEqual(Object.keys(decision).sort(), ["outcomes", "status"]);
    assert.equal(decision.status, route.status);
    // A conflict is one outcome, but its sides are shown apart.
    const sides = route.signing.filter(({ certainty }) => certainty === "conflicting").length;
    assert.ok(decision.outcomes.length >= route.signing.length - sides + (sides > 0 ? 1 : 0));
    assert.ok(decision.outcomes.length <= route.signing.length);
    for (const outcome of decision.outcomes) assert.equal(typeof outcome, "string");
  }
});

test("a route is plain data to the bottom", () => {
  const check = (value, where) => {
    if (value === null || typeof value === "string" || typeof value === "boolean") return;
    if (typeof value === "number") return assert.ok(Number.isFinite(value), where);
    assert.equal(typeof value, "object", where);
    const prototype = Object.getPrototypeOf(value);
    assert.ok(prototype === Object.prototype || prototype === Array.prototype, where);
    for (const [key, inner] of Object.entries(value)) check(inner, `${where}/${key}`);
  };
  check(yiyuan.route(draft), "");
  check(yiyuan.vocabulary, "");
  check(yiyuan.versions, "");
  assert.deepEqual(structuredClone(yiyuan.route(draft)), yiyuan.route(draft));
});

test("nothing done to a route changes a later one", () => {
  const before = JSON.stringify(yiyuan.route(draft));
  const scribble = (value) => {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
    for (const key of Object.keys(value)) {
      scribble(value[key]);
      value[key] = "涂改";
    }
  };
  scribble(yiyuan.route(draft));
  scribble(yiyuan.routeMany([draft]));
  scribble(yiyuan.decide(draft));
  assert.equal(JSON.stringify(yiyuan.route(draft)), before);
});

test("routing does not touch the draft", () => {
  const mine = structuredClone(draft);
  yiyuan.route(mine, { unstated: "no" });
  assert.deepEqual(mine, draft);
});

test("the vocabulary is frozen, and enough to build a form", () => {
  assert.equal(yiyuan.vocabulary, yiyuan.vocabulary);
  assert.ok(Object.isFrozen(yiyuan.vocabulary.facts[0]));
  assert.equal(yiyuan.vocabulary.rulebook.id, "yiyuan");
  for (const fact of yiyuan.vocabulary.facts) {
    assert.ok(fact.name && fact.label && fact.prompt && fact.group, JSON.stringify(fact));
    if (fact.type === "enum") assert.ok(fact.values.length > 1, fact.name);
  }
});

test("freeing twice is once; a freed rulebook says so", () => {
  const other = esm.loadRulebook(source);
  other.free();
  other.free();
  assert.throws(() => other.route(draft), { message: "qianfa: the rulebook `yiyuan` has been freed" });
  assert.ok(yiyuan.route(draft));
});

test("many rulebooks live side by side", async () => {
  const wushan = esm.loadRulebook(await rulebook("wushan"));
  assert.equal(wushan.route(draft).rulebook.id, "wushan");
  assert.equal(yiyuan.route(draft).rulebook.id, "yiyuan");
  wushan.free();
});

test("loading and freeing many times leaves the engine as it was", () => {
  for (let i = 0; i < 50; i++) esm.loadRulebook(source).free();
  assert.ok(yiyuan.route(draft));
});

const loop = {};
loop.loop = loop;
for (const [name, faulty] of Object.entries({
  "nothing": undefined,
  "a number": 7,
  "an empty text": "",
  "no YAML": "格式: [",
  "an empty object": {},
  "a cyclic object": loop,
  "a list": [],
  "a throwing getter": { get 格式() { throw new Error("trap"); } },
})) {
  test(`${name} is refused with a RulebookError`, () => {
    assert.throws(
      () => esm.loadRulebook(faulty),
      (error) => {
        assert.ok(error instanceof esm.RulebookError && error instanceof Error);
        assert.equal(error.name, "RulebookError");
        assert.ok(error.issues.length > 0);
        for (const issue of error.issues) {
          assert.equal(typeof issue.code, "string");
          assert.equal(typeof issue.path, "string");
          assert.ok(issue.message && error.message.includes(issue.message));
        }
        return true;
      },
    );
    assert.ok(yiyuan.route(draft));
  });
}

test("every fault is reported, not the first", () => {
  const faulty = structuredClone(source);
  delete faulty.名称;
  faulty.格式 = 99;
  faulty.未知 = 1;
  assert.throws(() => esm.loadRulebook(faulty), (error) => error.issues.length >= 3);
});
