// The explanation of every route that the cases lead to, in every language: nothing is left out, nothing is smoothed over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { everyRoute } from "../lib/drafts.mjs";
import { root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { esm, require, rulebook } = await installed("node-explain");
const hans = require("qianfa/messages/zh-Hans");
const hant = require("qianfa/messages/zh-Hant");
const en = require("qianfa/messages/en");
const catalogues = [hans, hant, en];
const routes = [];

before(async () => {
  await esm.init();
  for await (const one of everyRoute(esm, rulebook)) routes.push(one);
});

/** Whatever in a route is a place in the rules. */
function basesOf(value, found = []) {
  if (typeof value !== "object" || value === null) return found;
  if (typeof value.quote === "string") found.push(value);
  Object.values(value).forEach((inner) => basesOf(inner, found));
  return found;
}

/** Every text in a route, and the names of its facts; without the stop at the end, as a message has its own. */
function textsOf(value, found = new Set()) {
  if (typeof value === "string") found.add(value).add(value.replace(/[。；.;]\s*$/, "")).add(value.slice(value.indexOf(".") + 1));
  else if (typeof value === "object" && value !== null) Object.values(value).forEach((inner) => textsOf(inner, found));
  return found;
}

const term = (messages, table, word) => messages.terms[table]?.[word] ?? word;
const slots = (template) => Array.from(new Set(template.match(/\{\w+\}/g))).sort();
const forms = (message) => (typeof message === "string" ? [message] : Object.values(message));

for (const messages of catalogues) {
  const told = ({ route }) => esm.explain(route, { messages });

  test(`${messages.language}: every certain step is told, with who takes it`, () => {
    for (const one of routes) {
      const path = told(one).split("\n\n").slice(1).join().toLowerCase();
      for (const { certainty, kind, actors } of one.route.steps) {
        if (certainty !== "certain") continue;
        assert.ok(path.includes(term(messages, "step", kind).toLowerCase()), `${one.id}, ${one.name}: ${kind}`);
        if (kind !== "签发") for (const { title } of actors) assert.ok(path.includes(title), `${one.id}, ${one.name}: ${title}`);
      }
    }
  });

  test(`${messages.language}: every citation, quotation and interpretation is told, the last as what it is`, () => {
    const [, label] = messages.say["cite.interpreted"].match(/^\{citation\}(.*)\{interpretation\}/);
    for (const one of routes) {
      const text = told(one);
      for (const { cite, quote, interpretation } of basesOf({ ...one.route, questions: [] })) {
        assert.ok(text.includes(cite), `${one.id}, ${one.name}: ${cite}`);
        assert.ok(text.includes(quote), `${one.id}, ${one.name}: ${quote}`);
        if (interpretation !== undefined) assert.ok(text.includes(label + interpretation), `${one.id}, ${one.name}: ${interpretation}`);
      }
    }
  });

  test(`${messages.language}: every outcome, finding and question is told`, () => {
    for (const one of routes) {
      const text = told(one);
      for (const { options } of one.route.signing) for (const { signers } of options) for (const { title } of signers) assert.ok(text.includes(title));
      for (const { message } of one.route.findings) assert.ok(text.includes(message.replace(/[。；.;]\s*$/, "")), `${one.id}, ${one.name}: ${message}`);
      for (const { prompt } of one.route.questions) assert.ok(text.includes(prompt), `${one.id}, ${one.name}: ${prompt}`);
    }
  });

  test(`${messages.language}: no place is empty or left open`, () => {
    for (const one of routes) {
      const text = told(one);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object|\{\w+\}|（）|\(\)|「」|“”|。。|；；|；。|: \.|\s[,;.]|  /, `${one.id}, ${one.name}`);
    }
  });
}

/** A text without what it quotes from the route, with its marks, and without citations. */
function withoutQuotations(text, route, marks) {
  const [open, close] = marks;
  // Most are told apart by their marks alone. Where a quotation has odd marks of its own, by what it quotes.
  let rest = text;
  for (let before = ""; before !== rest; ) [before, rest] = [rest, rest.replace(new RegExp(`${open}[^${marks}]*${close}`, "g"), "")];
  if (!/\p{Script=Han}/u.test(rest)) return rest;
  const cites = new Set(basesOf(route).map(({ cite }) => cite));
  const texts = Array.from(textsOf(route)).sort((one, other) => other.length - one.length);
  for (const one of texts) text = text.split(open + one + close).join("");
  for (const cite of Array.from(cites).sort((one, other) => other.length - one.length)) text = text.split(cite).join("");
  return text;
}

test("English has Chinese only within quotation marks and in citations", () => {
  for (const one of routes) {
    const rest = withoutQuotations(esm.explain(one.route, { messages: en }), one.route, "“”");
    assert.doesNotMatch(rest, /\p{Script=Han}/u, `${one.id}, ${one.name}`);
  }
});

test("Traditional Chinese has simplified characters only where it quotes", () => {
  const all = (messages) => JSON.stringify([messages.say, messages.terms.fact]).match(/\p{Script=Han}/gu);
  const traditional = new Set(all(hant));
  const simplified = all(hans).filter((character) => !traditional.has(character));
  assert.ok(simplified.length > 50);
  for (const one of routes) {
    const text = esm.explain(one.route, { messages: hant }).replace(`《${one.route.rulebook.title}》`, "");
    const rest = withoutQuotations(text, one.route, "「」");
    for (const character of simplified) assert.ok(!rest.includes(character), `${one.id}, ${one.name}: ${character}`);
  }
});

test("without a catalogue it is the Simplified Chinese one", () => {
  for (const { route } of routes.slice(0, 50)) assert.equal(esm.explain(route), esm.explain(route, { messages: hans }));
});

test("explaining does not touch the route, and takes a frozen one", () => {
  const { route } = routes[1];
  const copy = structuredClone(route);
  esm.explain(route);
  assert.deepEqual(route, copy);
  assert.equal(esm.explain(Object.freeze(copy)), esm.explain(route));
});

// ---- people and days, as a route with a roster and a calendar has them

const under = { clause: "7", cite: "七", quote: "由负责常务工作的副县长主持县政府全面工作" };
const people = { wang: { id: "w", name: "王某", roles: ["head"], away: "外出" }, li: { id: "l", name: "李某", roles: ["executive_deputy"] } };

/** The first determined route, with the head away and dates known. */
function staffed(standingIn) {
  const isFit = ({ route }) => route.status === "determined" && [2, 3].every((at) => route.steps[at].actors.length > 0);
  const route = structuredClone(routes.find((one) => one.id === "yiyuan" && isFit(one)).route);
  route.signing[0].options[0].signers[0].persons = [people.li];
  route.signing[0].options[0].signers[0].standingIn = { for: people.wang, under, words: "常务副县长主持工作；代为签发须有县长委托", ...standingIn };
  route.steps[2].actors[0].persons = [people.li];
  route.steps[2].due = { date: "2026-11-25", days: 3, unit: "工作日", from: "2026-11-20", assumption: "自次一工作日起算", effective: "2026-11-26" };
  route.steps[3].due = { unknown: "没有2031年的放假通知" };
  route.timing = { earliest: "2026-11-21", latest: "2026-11-27", because: ["会议结束后5个工作日"], unknown: "未填送会签日期" };
  return route;
}

test("who is away, who may act, the missing delegation and the line for the form are told", () => {
  for (const messages of catalogues) {
    const text = esm.explain(staffed({ needs: "委托" }), { messages });
    for (const words of ["王某", "李某", under.quote, "代为签发须有县长委托"]) assert.ok(text.includes(words), words);
    const line = "受县长委托，由常务副县长李某签发";
    assert.ok(esm.explain(staffed({ line }), { messages }).includes(line));
  }
  assert.match(esm.explain(staffed({ needs: "委托" })), /王某，外出；李某可以代行，但须先有委托：/);
  assert.match(esm.explain(staffed({})), /王某，外出，由李某代行：/);
  assert.match(esm.explain(staffed({}), { messages: en }), /“王某” \(away\); “李某” acts instead: /);
});

test("who has authorised another is there; who is away is marked wherever they are named", async () => {
  const { yiyuan: roster } = JSON.parse(readFileSync(join(root, "tests/people/rosters.json"), "utf8"));
  const delegations = [{ from: "wang", to: "zhao", since: "2026-01-01", acts: ["签发"] }];
  const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"], matters: { 例行批准: true }, departments: { lead: "县交通局", others: [] } };
  const options = { on: "2026-06-10", unstated: "no" };
  const yiyuan = esm.loadRulebook(await rulebook("yiyuan"));
  const told = (more) => esm.explain(yiyuan.route(draft, { ...options, roster: { ...roster, ...more } }));
  assert.match(told({ delegations }), /副县长（赵丁）/);
  assert.match(told({ delegations }), /王甲已授权赵丁：/);
  assert.match(told({ absences: [{ person: "wang", from: "2026-06-01", until: "2026-07-01", reason: "休假" }] }), /王甲，休假/);
});

test("who has authorised another is there, and it is the other who signs", () => {
  const { away: _, ...present } = people.wang;
  const route = staffed({ for: present, line: "受县长委托，由副县长李某签发" });
  const text = esm.explain(route);
  const [{ title }] = route.signing[0].options[0].signers;
  assert.ok(text.includes(`${title}（李某）`));
  assert.match(text, /王某已授权李某：.*单上应写：“受县长委托，由副县长李某签发”/);
  for (const messages of catalogues) assert.doesNotMatch(esm.explain(route, { messages }), /不在|away/);
});

test("both offices of a person who acts once are told", () => {
  const route = staffed({});
  const [actor] = route.steps[2].actors;
  actor.also = [{ role: "legal_deputy", title: "负责法制工作的副县长" }];
  assert.ok(esm.explain(route).includes(`${actor.title}兼负责法制工作的副县长（李某）`));
  for (const messages of catalogues) assert.ok(esm.explain(route, { messages }).includes("负责法制工作的副县长"), messages.language);
});

test("days, what they assume and why they are not known are told", () => {
  for (const messages of catalogues) {
    const text = esm.explain(staffed({}), { messages });
    for (const words of ["2026-11-25", "2026-11-26", "自次一工作日起算", "没有2031年的放假通知", "2026-11-21", "2026-11-27", "会议结束后5个工作日", "未填送会签日期"]) {
      assert.ok(text.includes(words), `${messages.language}: ${words}`);
    }
  }
});

// ---- the catalogues

test("all catalogues have the same messages with the same places", () => {
  for (const messages of catalogues.slice(1)) {
    for (const part of ["say", "lists", "glosses"]) assert.deepEqual(Object.keys(messages[part]).sort(), Object.keys(hans[part]).sort(), part);
    for (const [name, message] of Object.entries(messages.say)) {
      const [expected] = forms(hans.say[name]);
      for (const form of forms(message)) assert.deepEqual(slots(form), slots(expected), `${messages.language}: ${name}`);
    }
  }
  for (const { lists, glosses } of catalogues) {
    for (const list of Object.values(lists)) {
      assert.deepEqual(Object.keys(list).sort(), ["comma", "last", "pair"]);
      for (const pattern of Object.values(list)) assert.deepEqual(slots(pattern), ["{a}", "{b}"]);
    }
    for (const gloss of Object.values(glosses)) assert.match(slots(gloss).join(), /^(\{ours\}|\{theirs\}|\{ours\},\{theirs\})$/);
  }
});

test("the tables have every term of the vocabulary", async () => {
  const types = readFileSync(join(root, "pkg/src/types.d.ts"), "utf8");
  const union = (name) => types.match(new RegExp(`export type ${name} =([^;]*);`))[1].match(/"[^"]+"/g).map((term) => term.slice(1, -1));
  const source = (file, name) => readFileSync(join(root, "src/vocabulary", file), "utf8").match(new RegExp(`${name}: \\[[^\\]]*\\] = \\[([^;]*)\\];`))[1];
  const quoted = (text) => text.match(/"[^"]+"/g).map((term) => term.slice(1, -1));
  const roles = quoted(source("roles.rs", "ROLES").replace(/term: "[^"]*"/g, ""));
  const terms = { act: union("Act"), step: union("StepKind"), addressee: union("AddresseeKind"), matter: quoted(source("facts.rs", "SHARED_MATTERS")), role: roles };
  terms.meeting = ["无", ...union("Meeting")];
  for (const id of rulebookIds) {
    const loaded = esm.loadRulebook(await rulebook(id));
    for (const { name, type, values } of loaded.vocabulary.facts) {
      if (type === "enum" && !["decidedBy", "minutesOf"].includes(name)) terms[name] = values.map(({ value }) => value);
    }
  }
  terms.fact = [...Object.keys(hans.terms.fact)];
  assert.ok(terms.role.length >= 20 && terms.matter.length >= 50);
  for (const messages of [hant, en]) {
    for (const [table, words] of Object.entries(terms)) {
      for (const word of words) assert.ok(messages.terms[table]?.[word], `${messages.language}: ${table} ${word}`);
    }
  }
});

test("a caller's own catalogue is told in; one that does not fit says where", () => {
  const { route } = routes[0];
  const own = { ...hans, language: "zh-公函", say: { ...hans.say, "path.intro": "办理步骤列后。" } };
  assert.ok(esm.explain(route, { messages: own }).includes("办理步骤列后。"));
  const wrong = { ...own, say: { ...own.say, "path.intro": "{谁}在后。", "path.stage": "第{num}步" } };
  assert.throws(() => esm.explain(route, { messages: wrong }), { name: "TypeError", message: "qianfa: nothing is known for the place {num} in the message “第{num}步”" });
  const { "path.stage": _, ...less } = own.say;
  assert.throws(() => esm.explain(route, { messages: { ...own, say: less } }), { name: "TypeError", message: "qianfa: the messages “zh-公函” lack `path.stage`" });
});

test("braces in a rulebook's words are words", () => {
  const route = structuredClone(routes[0].route);
  route.signing[0].basis[0].quote = "见{who}和{constructor}";
  assert.ok(esm.explain(route).includes("见{who}和{constructor}"));
});
