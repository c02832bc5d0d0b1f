// Whatever is handed in as a draft, the engine answers, and answers the next one as before.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { installed } from "../lib/installed.mjs";

const { esm, rulebook } = await installed("node-hostile");
const known = { issuer: "政府", docType: "通知", matters: { 规范性文件: false } };
let yiyuan, expected;

before(async () => {
  await esm.init();
  yiyuan = esm.loadRulebook(await rulebook("yiyuan"));
  expected = JSON.stringify(yiyuan.route(known));
});

/** The engine is as alive as before. */
function stillAnswers() {
  assert.equal(JSON.stringify(yiyuan.route(known)), expected);
}

const cyclic = { issuer: "政府" };
cyclic.self = cyclic;
const nested = (depth) => {
  let value = "底";
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { matters: value };
  return value;
};
const throwing = () => {
  throw new Error("trap");
};
const traps = { get: throwing, ownKeys: throwing, has: throwing, getPrototypeOf: throwing, getOwnPropertyDescriptor: throwing };
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** No draft at all: exactly one finding, about the whole. */
const noDraft = {
  "a number": 42,
  NaN: NaN,
  Infinity: -Infinity,
  "a boolean": true,
  text: "通知",
  "empty text": "",
  "a symbol": Symbol("draft"),
  "a BigInt": 10n ** 30n,
  "a function": () => known,
  "a list": [known],
  "a cyclic object": cyclic,
  "nesting 2,000 deep": nested(2_000),
  "nesting 20,000 deep": nested(20_000),
  "a BigInt inside": { validYears: 5n },
  "a throwing getter": { get issuer() { return throwing(); } },
  "a throwing toJSON": { toJSON: throwing },
  "a throwing Proxy": new Proxy({}, traps),
  "a revoked Proxy": revoked.proxy,
  "ten million characters": { title: "公".repeat(10_000_000) },
  "a million fields": Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`f${i}`, i])),
};

for (const [name, draft] of Object.entries(noDraft)) {
  test(`${name} is one finding on the whole draft`, () => {
    const route = yiyuan.route(draft);
    assert.equal(route.findings.filter((finding) => finding.basis.length === 0).length, 1);
    assert.equal(route.findings.find((finding) => finding.basis.length === 0).path, "");
    stillAnswers();
  });
}

/** Drafts with faults in them: findings where they are, the rest counts. */
const faulty = {
  "a wrong value": [{ docType: "通告书" }, "/docType"],
  "a value of the wrong type": [{ docType: 7 }, "/docType"],
  "a misspelt field": [{ isuer: "政府" }, "/isuer"],
  "a wrong date": [{ dates: { drafted: "2026-13-40" } }, "/dates/drafted"],
  "an addressee that is nothing": [{ addressees: [null, 7, {}] }, "/addressees/0"],
  "matters as a list": [{ matters: ["规范性文件"] }, "/matters"],
  "a lone surrogate": [{ docType: "\ud83d" }, "/docType"],
};

for (const [name, [draft, path]] of Object.entries(faulty)) {
  test(`${name} is a finding at ${path}`, () => {
    const { findings } = yiyuan.route(draft);
    assert.ok(findings.some((finding) => finding.path === path && finding.basis.length === 0), JSON.stringify(findings));
    stillAnswers();
  });
}

test("an absent, undefined or empty draft is one of which nothing is known", () => {
  const empty = JSON.stringify(yiyuan.route({}));
  assert.equal(JSON.stringify(yiyuan.route({ issuer: null, docType: undefined, matters: null })), empty);
  for (const draft of [undefined, null]) assert.doesNotThrow(() => yiyuan.route(draft));
  assert.equal(yiyuan.route({}).findings.filter((finding) => finding.basis.length === 0).length, 0);
  stillAnswers();
});

test("malformed options never throw either", () => {
  for (const options of [null, 7, "no", [], { unstated: "perhaps" }, { on: "gestern" }, { on: 7 }, cyclic, new Proxy({}, traps), { unknown: 1 }]) {
    assert.doesNotThrow(() => yiyuan.route(known, options), String(typeof options));
    assert.doesNotThrow(() => yiyuan.decide(known, options));
    stillAnswers();
  }
});

test("what is no list of drafts does not stop routeMany", () => {
  for (const drafts of [[], [undefined, 7, cyclic, known], new Array(3)]) {
    const routes = yiyuan.routeMany(drafts);
    assert.equal(routes.length, drafts.length);
  }
  assert.equal(JSON.stringify(yiyuan.routeMany([7, known])[1]), expected);
  for (const none of [undefined, null, 7, "通知", {}, new Proxy([], traps)]) {
    try {
      assert.ok(Array.isArray(yiyuan.routeMany(none)));
    } catch (error) {
      assert.ok(error instanceof TypeError || error.message === "trap", String(error));
    }
    stillAnswers();
  }
});

test("nobody's prototype is read as a draft", () => {
  try {
    Object.prototype.issuer = "政府";
    Object.prototype.docType = "纪要";
    assert.equal(JSON.stringify(yiyuan.route(known)), expected);
    assert.equal(yiyuan.route({}).facts.used.includes("issuer"), false);
  } finally {
    delete Object.prototype.issuer;
    delete Object.prototype.docType;
  }
});

test("a setter on a prototype does not see the route", () => {
  const seen = [];
  try {
    Object.defineProperty(Object.prototype, "status", { configurable: true, set: (value) => seen.push(value) });
    assert.equal(JSON.stringify(yiyuan.route(known)), expected);
  } finally {
    delete Object.prototype.status;
  }
  assert.deepEqual(seen, []);
});

test("frozen, sealed, inherited and exotic containers are read as what they say", () => {
  assert.equal(JSON.stringify(yiyuan.route(Object.freeze({ ...known }))), expected);
  assert.equal(JSON.stringify(yiyuan.route(Object.assign(Object.create(null), known))), expected);
  assert.equal(JSON.stringify(yiyuan.route(new Proxy(known, {}))), expected);
});
