// The package answers every case of every rulebook as the engine did natively, byte for byte.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { root, rulebookIds, target } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { esm, rulebook } = await installed("node-cases");
before(() => esm.init());

for (const id of rulebookIds) {
  test(`${id} answers as the native engine did`, async () => {
    const cases = JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"));
    // Written by the Rust tests, one route a line.
    const answers = readFileSync(join(target, "answers", `${id}.json`), "utf8").trimEnd().split("\n");
    assert.equal(answers.length, cases.length, "the answers are of other cases: run the Rust tests first");
    const loaded = esm.loadRulebook(await rulebook(id));
    cases.forEach(({ name, draft, unstated }, i) => {
      assert.equal(JSON.stringify(loaded.route(draft, unstated === undefined ? {} : { unstated })), answers[i], name);
    });
  });
}
