// Titles as a page reads them: spans in JavaScript's own units, names of a rulebook and a roster, and text that is none.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { installed } from "../lib/installed.mjs";

const { esm, rulebook } = await installed("node-title");
let yiyuan;

before(async () => {
  await esm.init();
  yiyuan = esm.loadRulebook(await rulebook("yiyuan"));
});

const suggested = (reading) => Object.fromEntries(reading.suggestions.map(({ fact, value }) => [fact, value]));

test("without a rulebook a title has its parts and its 文种", () => {
  const title = "😀沂源县人民政府办公室\n关于转发《关于印发〈供水办法〉的通知》的通知";
  const reading = esm.readTitle(title);
  for (const part of [reading.issuer, reading.subject, reading.docType, reading.wraps.by, reading.wraps.title, reading.wraps.inner.wraps.title]) {
    assert.equal(title.slice(part.start, part.end), part.words);
  }
  assert.equal(reading.wraps.inner.wraps.title.words, "供水办法");
  assert.deepEqual(suggested(reading), { docType: "通知" });
});

test("a rulebook's and a roster's names count", () => {
  const roster = {
    people: [{ id: "p1", name: "钱立", roles: ["常务副县长"], portfolio: { departments: ["czj"] } }],
    departments: [{ id: "czj", name: "县财政局" }],
  };
  const title = "沂源县财政局关于追加预算的请示";
  assert.deepEqual(suggested(esm.readTitle(title, yiyuan)), { docType: "请示", issuer: "部门" });
  assert.deepEqual(suggested(esm.readTitle(title, yiyuan, { roster })), {
    docType: "请示", issuer: "部门", "departments.lead": "县财政局", leaders: ["p1"],
  });
});

test("what is no title has no parts, and half a letter costs nothing", () => {
  for (const none of [undefined, null, 7, {}, ""]) assert.deepEqual(esm.readTitle(none, yiyuan), { suggestions: [] });
  const reading = esm.readTitle("\ud83d关于防汛的通知\ud83d", yiyuan);
  assert.deepEqual([reading.docType.start, reading.docType.end], [6, 8]);
  assert.deepEqual(suggested(esm.readTitle("关于防汛的通知", yiyuan, { roster: 7 })), { docType: "通知" });
});

test("only rulebooks as they were loaded are taken", () => {
  assert.throws(() => esm.readTitle("通知", {}), /`readTitle` takes rulebooks/);
});
