// The types: a typed caller's program compiles as an ES module, as CommonJS and for a bundler; and what the engine really gives back
// is what the types say, to the last field.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { project, root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = project("consumer-typescript", join(here, "typescript"));

function compile(config) {
  const tsc = join(here, "../node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "--project", join(folder, config)], { stdio: "inherit" });
}

test("node16 resolution, as an ES module and as CommonJS", () => compile("tsconfig.json"));

test("bundler resolution", () => compile("tsconfig.bundler.json"));

test("the engine's results are of their types", async () => {
  const { esm, rulebook } = await installed("consumer-typescript-outputs");
  await esm.init();
  const lines = [`import type * as qianfa from "qianfa";`];
  // A literal with a type is checked in both directions: nothing missing, nothing that the types do not know.
  const add = (type, value) => lines.push(`export const value${lines.length}: qianfa.${type} = ${JSON.stringify(value)};`);
  let before;
  for (const id of rulebookIds) {
    const source = await rulebook(id);
    const loaded = esm.loadRulebook(source);
    add("Vocabulary", loaded.vocabulary);
    add("RulebookVersion[]", loaded.versions);
    add("Stretch[]", loaded.sweep("2000-01-01", "2030-01-01"));
    add("Report", loaded.check());
    add("CaseResult[]", loaded.test());
    for (const { 编号 } of source.条款) add("ClauseAccount", loaded.clause(编号));
    if (before !== undefined) {
      // Two governments part in a thousand ways: more than the compiler takes in one literal.
      const few = (differences) => differences.filter((_, at) => at % 20 === 0).slice(0, 30);
      add("Difference[]", few(esm.diffRulebooks(before, loaded)));
      const comparison = esm.compareRulebooks(before, loaded);
      add("Comparison", { ...comparison, groups: comparison.groups.map((group) => ({ ...group, differences: few(group.differences).slice(0, 2) })) });
    }
    before = loaded;
    for (const { draft, unstated } of JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"))) {
      add("Route", loaded.route(draft, { unstated }));
      add("Decision", loaded.decide(draft, { unstated }));
      add("Changes", loaded.session().replace(draft).changes);
    }
  }
  writeFileSync(join(folder, "outputs.ts"), lines.join("\n"));
  compile("tsconfig.bundler.json");
});
