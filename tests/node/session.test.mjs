// A form's draft under way: at each point the route is that of the draft, what changed is what changed, and nothing throws.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { casesOf, factsOf } from "../lib/drafts.mjs";
import { rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { esm, require, rulebook } = await installed("node-session");
const loaded = new Map();
let yiyuan;

before(async () => {
  await esm.init();
  for (const id of rulebookIds) loaded.set(id, esm.loadRulebook(await rulebook(id)));
  yiyuan = loaded.get("yiyuan");
});

const isFrozen = (value) => typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

/** As texts: to compare routes deeply node by node takes longer than to make them. */
const assertSame = (route, expected, where) => assert.equal(JSON.stringify(route), JSON.stringify(expected), where);

/** The facts of a draft in three orders: as in the form, from behind, and by a shuffle that is always the same. */
function orders(facts, seed) {
  const shuffled = [...facts];
  for (let at = shuffled.length - 1; at > 0; at--) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const other = seed % (at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
  }
  return [facts, [...facts].reverse(), shuffled];
}

/** What changed, worked out once more and otherwise. */
function recount(before, after) {
  const ids = (route, certainty) => route.steps.filter((step) => certainty === undefined || step.certainty === certainty).map(({ id }) => id);
  const findings = (route) => route.findings.map(({ code, path, message }) => `${code} ${path} ${message}`);
  const questions = (route) => route.questions.map(({ fact }) => fact);
  const minus = (some, others) => some.filter((one) => new Set(others).has(one) === false);
  return {
    becameCertain: minus(ids(after, "certain"), ids(before, "certain")),
    becamePossible: minus(ids(after, "possible"), ids(before, "possible")),
    stepsGone: minus(ids(before), ids(after)),
    findingsAdded: minus(findings(after), findings(before)),
    findingsGone: minus(findings(before), findings(after)),
    questionsAdded: minus(questions(after), questions(before)),
    questionsGone: minus(questions(before), questions(after)),
  };
}

function assertChanges(before, { route, changes }, where) {
  const told = {};
  for (const [key, items] of Object.entries(recount(before, route))) {
    told[key] = items;
    const found = changes[key].map((it) => (key.startsWith("findings") ? `${it.code} ${it.path} ${it.message}` : it.id || it));
    assert.deepEqual(found, items, `${where}: ${key}`);
  }
  assert.equal(changes.none, before === route, where);
  assert.deepEqual(changes.status, before.status === route.status ? undefined : { before: before.status, after: route.status }, where);
  if (changes.none) assert.deepEqual(changes.words, [], where);
  const isAudible = told.findingsAdded.length + told.findingsGone.length > 0 || changes.status !== undefined;
  if (isAudible) assert.ok(changes.words.length > 0, where);
  for (const words of changes.words) assert.doesNotMatch(words, /undefined|\{\w+\}/, where);
}

for (const id of rulebookIds) {
  test(`${id}: filled fact by fact in any order, the route is at each point that of the draft`, () => {
    const rules = loaded.get(id);
    const expected = new Map();
    const expectedOf = (draft, options) => {
      const key = JSON.stringify([draft, options]);
      if (!expected.has(key)) expected.set(key, rules.route(draft, options));
      return expected.get(key);
    };
    for (const [number, { name, draft, unstated }] of casesOf(id).entries()) {
      const options = unstated === undefined ? {} : { unstated };
      const ends = new Set();
      const inOrder = orders(factsOf(draft, rules.vocabulary), number + 1);
      // Every case as the form goes; the other orders, which cost as much, for every third.
      for (const facts of number % 3 === 0 ? inOrder : inOrder.slice(0, 1)) {
        const session = rules.session({}, options);
        for (const [path, value] of facts) {
          const last = session.route;
          const update = session.set(path, value);
          assert.equal(update.route, session.route);
          assertSame(session.route, expectedOf(session.draft, options), `${name}: ${path}`);
          assertChanges(last, update, `${name}: ${path}`);
          assert.equal(session.set(path, value).route, update.route, "stated once more, nothing changes");
        }
        ends.add(JSON.stringify(session.draft));
        assertSame(session.route, rules.route(draft, options), name);
      }
      assert.equal(ends.size, 1, `${name}: one draft in whatever order`);
    }
  });

  test(`${id}: cleared fact by fact, it goes back the way it came`, () => {
    const rules = loaded.get(id);
    for (const { name, draft } of casesOf(id)) {
      const session = rules.session({});
      const facts = factsOf(draft, rules.vocabulary);
      const routes = [session.route];
      for (const [path, value] of facts) routes.push(session.set(path, value).route);
      for (const [path] of facts.reverse()) {
        routes.pop();
        const last = session.route;
        const update = session.clear(path);
        assertSame(update.route, routes[routes.length - 1], name);
        assertChanges(last, update, name);
      }
      assert.deepEqual(session.draft, {});
    }
  });
}

test("draft, route and changes are frozen to the bottom, and not the caller's own", () => {
  const matters = { 规范性文件: true };
  const session = yiyuan.session({ issuer: "政府", matters });
  assert.ok(!Object.isFrozen(matters));
  matters.规范性文件 = false;
  assert.equal(session.draft.matters.规范性文件, true);
  const update = session.set("docType", "通知");
  for (const value of [session, session.draft, session.route, update, update.changes]) assert.ok(isFrozen(value));
});

test("the methods need no `this`", () => {
  const { set, clear, replace, prepare } = yiyuan.session();
  set("docType", "通知");
  clear("docType");
  assert.equal(replace({ issuer: "政府" }).route.facts.used.includes("issuer"), true);
  assert.equal(typeof prepare(), "boolean");
});

test("nothing is stated, so nothing is known; null clears", () => {
  const session = yiyuan.session();
  assert.deepEqual(session.draft, {});
  const empty = session.route;
  session.set("docType", "通知");
  assert.equal(session.set("docType", null).route, empty);
  session.set("matters.规范性文件", true);
  assert.equal(session.set("matters.规范性文件", undefined).route, empty);
  assert.deepEqual(session.draft, {});
  assert.equal(yiyuan.session({ docType: null, matters: { 规范性文件: null } }).draft.docType, undefined);
});

// ---- recipients

test("one kind says nothing of the others, and a complete list does", () => {
  const session = yiyuan.session({ issuer: "政府", docType: "通知" });
  session.set("addressees.下级政府", true);
  assert.deepEqual(session.draft.addressees, { 下级政府: true });
  assert.ok(session.route.facts.missing.some((fact) => fact.startsWith("addressees.")) || session.route.facts.irrelevant.includes("addressees.本级人大"));
  session.set("addressees.上级政府", false);
  assert.deepEqual(session.draft.addressees, { 上级政府: false, 下级政府: true });
  session.clear("addressees.上级政府");
  session.clear("addressees.下级政府");
  assert.equal(session.draft.addressees, undefined);
});

test("a complete list gains and loses entries by kind", () => {
  const named = { kind: "下级政府", name: "南麻街道办事处" };
  const session = yiyuan.session({ addressees: [named, "本级部门"] });
  session.set("addressees.下级政府", true);
  session.set("addressees.企事业单位", true);
  assert.deepEqual(session.draft.addressees, [named, "本级部门", "企事业单位"]);
  session.set("addressees.下级政府", false);
  assert.deepEqual(session.draft.addressees, ["本级部门", "企事业单位"]);
  session.clear("addressees.本级部门");
  const { addressees } = session.draft;
  assert.equal(addressees.企事业单位, true);
  assert.equal(addressees.上级政府, false);
  assert.equal("本级部门" in addressees, false);
  assert.deepEqual(session.route.findings.filter(({ basis }) => basis.length === 0), []);
});

test("every answer to every question leads where the question says, lists among them", () => {
  for (const [id, rules] of loaded) {
    for (const draft of [{}, { issuer: "政府" }, { issuer: "部门", docType: "请示" }]) {
      const session = rules.session(draft);
      for (const { fact, answers, affects } of session.route.questions) {
        if (fact === "validYears") continue;
        for (const { value, leadsTo } of answers) {
          const { route } = session.set(fact, value);
          assert.ok(!route.questions.some((question) => question.fact === fact), `${id}: ${fact} is asked again`);
          assert.deepEqual(route.findings.filter(({ basis }) => basis.length === 0), [], `${id}: ${fact}`);
          if (affects === "signing") assert.deepEqual(rules.decide(session.draft).outcomes, leadsTo, `${id}: ${fact} ${value}`);
          session.replace(draft);
        }
      }
    }
  }
});

// ---- ahead of the clerk

test("what was worked out ahead is the route, and is there", () => {
  const session = yiyuan.session({ issuer: "政府", docType: "通知" });
  let prepared = 0;
  while (session.prepare()) prepared += 1;
  assert.ok(prepared > 10 && prepared <= 128, String(prepared));
  assert.equal(session.prepare(), false);
  const before = session.route;
  for (const { fact, answers } of before.questions.slice(0, 10)) {
    for (const { value } of answers) {
      const { route } = session.set(fact, value);
      assert.deepEqual(route, yiyuan.route(session.draft));
      assert.equal(session.clear(fact).route, before);
    }
  }
});

test("going back is to the same object", () => {
  const session = yiyuan.session();
  const routes = ["通知", "函", "请示"].map((docType) => session.set("docType", docType).route);
  ["通知", "函", "请示"].forEach((docType, at) => assert.equal(session.set("docType", docType).route, routes[at]));
});

test("typing a title costs no new route where it says nothing new", () => {
  const session = yiyuan.session({ issuer: "政府", docType: "通知" });
  const title = "关于印发《沂源县政务公开办法》的通知";
  for (let end = 1; end <= title.length; end++) {
    session.set("title", title.slice(0, end));
    assertSame(session.route, yiyuan.route(session.draft), title.slice(0, end));
  }
  const { route } = session;
  session.set("title", `${title} `);
  assert.equal(session.route, route);
});

// ---- options

test("options are taken as they are; others are taken by `reconsider`", () => {
  const options = { on: "2026-11-22" };
  const session = yiyuan.session({ issuer: "政府" }, options);
  options.on = "1990-01-01";
  session.set("docType", "通知");
  assert.deepEqual(session.route, yiyuan.route(session.draft, { on: "2026-11-22" }));
  const update = session.reconsider({ on: "1990-01-01", unstated: "no" });
  assert.deepEqual(session.route, yiyuan.route(session.draft, { on: "1990-01-01", unstated: "no" }));
  assert.equal(update.route, session.route);
  assert.deepEqual(session.reconsider().route, yiyuan.route(session.draft));
});

test("changes are said in the language of the catalogue", () => {
  const en = require("qianfa/messages/en");
  const [ours, theirs] = [yiyuan.session(), yiyuan.session({}, { messages: en })];
  for (const [fact, value] of [["issuer", "政府"], ["docType", "议案"]]) {
    const [chinese, english] = [ours.set(fact, value).changes, theirs.set(fact, value).changes];
    assert.equal(chinese.words.length, english.words.length);
    const [signing, words] = [undefined, undefined];
    assert.deepEqual({ ...chinese, signing, words }, { ...english, signing, words });
  }
  assert.match(ours.replace({ issuer: "政府", docType: "通知", addressees: ["下级政府"], decidedBy: "无", matters: { 例行批准: false } }).changes.words.join(), /由县长签发/);
  assert.match(theirs.replace({ issuer: "政府", docType: "通知", addressees: ["下级政府"], decidedBy: "无", matters: { 例行批准: false } }).changes.words.join(), /the head of government \(“县长”\)/);
});

// ---- hostile input

const cyclic = {};
cyclic.self = cyclic;
const nested = (depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
const throwing = { get kind() { throw new Error("trap"); } };
const absurd = [7, -1, NaN, Infinity, true, "胡写", "", [], {}, [[]], [null], { a: { b: 1 } }, 10n, Symbol("x"), () => 1, cyclic, throwing, new Proxy({}, { ownKeys() { throw new Error("trap"); } }), "\ud83d", nested(3000), "公".repeat(300_000)];
const paths = ["title", "issuer", "docType", "addressees", "addressees.上级政府", "copies.没有的", "matters", "matters.规范性文件", "matters.没有的", "matters.", "departments.lead", "departments.others", "dates.drafted", "dates.没有的", "validYears", "leaders", "没有的", "没有.的", "issuer.x", "", ".", "__proto__", "matters.__proto__", "constructor", "toString.call"];

test("absurd values and unknown paths never throw; the route finds fault with them", () => {
  const session = yiyuan.session();
  for (const path of paths) {
    for (const value of absurd) {
      const { route, changes } = session.set(path, value);
      assertSame(route, yiyuan.route(session.draft), path);
      assert.ok(Array.isArray(changes.words));
      session.clear(path);
    }
    assert.deepEqual(session.draft, {}, path);
  }
  assert.equal({}.没有的, undefined);
  assert.ok(session.set("没有的", 1).route.findings.some(({ code, path }) => code === "unknown-field" && path === "/没有的"));
  assert.ok(session.set("docType", cyclic).route.findings.some(({ code, path }) => code === "wrong-type" && path === "/docType"));
});

test("what is no draft is found fault with as `route` does, and can be typed over", () => {
  for (const draft of [7, "通知", [1], true, cyclic, Symbol("x"), () => 1, 10n, throwing, nested(50_000)]) {
    const session = yiyuan.session(draft);
    assert.deepEqual(session.route, yiyuan.route(draft));
    assert.deepEqual(session.set("docType", "通知").route, yiyuan.route({ docType: "通知" }));
    assert.deepEqual(session.replace(draft).route, yiyuan.route(draft));
  }
});

test("malformed options never throw either", () => {
  for (const options of [null, 7, "no", [], { unstated: "perhaps" }, { on: 7 }, cyclic, throwing, { unknown: 1 }]) {
    const session = yiyuan.session({ docType: "通知" }, options);
    assert.deepEqual(session.route, yiyuan.route({ docType: "通知" }, options));
    assert.deepEqual(session.reconsider(options).route, session.route);
  }
});

test("a path that is no text is the program's mistake", () => {
  const session = yiyuan.session();
  const message = "qianfa: a fact of a session is named by its path, such as `matters.规范性文件`";
  for (const path of [undefined, null, 7, {}, Symbol("x")]) {
    assert.throws(() => session.set(path, 1), { name: "TypeError", message });
    assert.throws(() => session.clear(path), { name: "TypeError", message });
    assert.throws(() => session.accept({ fact: path }), { name: "TypeError", message });
  }
});

test("a session of a freed rulebook says so, and stays as it was", async () => {
  const other = esm.loadRulebook(await rulebook("yiyuan"));
  const session = other.session({ docType: "通知" });
  const { route, draft } = session;
  other.free();
  assert.throws(() => session.set("issuer", "政府"), { message: "qianfa: the rulebook `yiyuan` has been freed" });
  assert.throws(() => session.reconsider({ on: "2026-01-01" }), { message: "qianfa: the rulebook `yiyuan` has been freed" });
  assert.equal(session.route, route);
  assert.equal(session.draft, draft);
});

test("sessions know nothing of each other", () => {
  const [one, other] = [yiyuan.session(), yiyuan.session()];
  one.set("docType", "通知");
  assert.deepEqual(other.draft, {});
  assert.deepEqual(other.route, yiyuan.route({}));
});

// ---- what the title suggests

const hasTitles = { skip: esm.readTitle === undefined && "titles are not read yet" };
const title = "沂源县人民政府关于印发《政务公开办法》的通知";

test("what a title suggests is a fact once it is accepted, and gone once it is rejected", hasTitles, () => {
  const session = yiyuan.session({ title });
  const [first, second] = session.suggestions;
  assert.deepEqual(session.draft, { title });
  assert.deepEqual(session.suggestions, esm.readTitle(title, yiyuan).suggestions);
  assert.equal(session.accept(first).route, session.route);
  assert.ok(!session.suggestions.some(({ fact }) => fact === first.fact));
  session.clear(first.fact);
  assert.ok(!session.suggestions.some(({ fact, value }) => fact === first.fact && value === first.value));
  session.reject(second);
  for (const next of [`${title}（试行）`, "", title]) {
    session.set("title", next);
    assert.ok(!session.suggestions.some(({ fact, value }) => fact === second.fact && value === second.value), next);
  }
});

test("what is stated is not suggested", hasTitles, () => {
  const { suggestions } = yiyuan.session({ title });
  for (const { fact, value } of suggestions) {
    const session = yiyuan.session({ title });
    session.set(fact, value);
    assert.ok(!session.suggestions.some((one) => one.fact === fact));
  }
});
