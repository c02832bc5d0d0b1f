// What is in the package, and what is not.

import assert from "node:assert/strict";
import { homedir } from "node:os";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { folder, dist, esm, inline, require, rulebook } = await installed("node-package");
const manifest = JSON.parse(readFileSync(join(folder, "node_modules/qianfa/package.json"), "utf8"));
const surface = [
  "RulebookError",
  "compareRulebooks",
  "default",
  "diffRulebooks",
  "explain",
  "init",
  "initSync",
  "initTools",
  "loadRulebook",
  "readTitle",
  "rulebookFromText",
  "rulebookSchema",
  "version",
];

test("every entry has the same surface, and nothing else", () => {
  assert.deepEqual(Object.keys(esm).sort(), surface);
  assert.deepEqual(Object.keys(inline).sort(), surface);
  assert.deepEqual(Object.keys(require("qianfa")).sort(), surface);
  assert.deepEqual(Object.keys(require("qianfa/inline")).sort(), surface);
});

test("the version is that of the package", () => {
  assert.equal(esm.version, manifest.version);
  assert.equal(inline.version, manifest.version);
});

test("it depends on nothing", () => {
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"]) assert.equal(manifest[kind], undefined, kind);
  assert.deepEqual(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")), ["qianfa"]);
});

test("licences and read-me are in the package", () => {
  for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) assert.ok(existsSync(join(folder, "node_modules/qianfa", file)), file);
});

test("every shipped rulebook is a module of its own, the same in every form", async () => {
  for (const id of rulebookIds) {
    const imported = await rulebook(id);
    assert.equal(Object.getPrototypeOf(imported), Object.prototype);
    assert.deepEqual(require(`qianfa/rulebooks/${id}`), imported);
    assert.deepEqual(JSON.parse(readFileSync(require.resolve(`qianfa/rulebooks/${id}.json`), "utf8")), imported);
  }
  const ids = rulebookIds.map((id) => `${id}.js`).sort();
  for (const folder of ["rulebooks", "rulebooks/rules", "rulebooks/cases"]) {
    assert.deepEqual(readdirSync(join(dist, folder)).filter((file) => /^[^.]+\.js$/.test(file)).sort(), ids, folder);
  }
});

test("a rulebook carries its cases and its base; for pages that draft there are the rules without the cases", async () => {
  for (const id of rulebookIds) {
    const whole = await rulebook(id);
    const rules = await rulebook(`${id}/rules`);
    assert.deepEqual(require(`qianfa/rulebooks/${id}/rules`), rules);
    const { 案例, 不编, 未规定, 冲突, ...rest } = whole;
    assert.deepEqual(rest, rules);
    const cases = JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"));
    assert.deepEqual(案例.map(({ name, expect }) => [name, expect]), cases.map(({ name, expect }) => [name, expect]));
    // In its place, not by its id: nothing is left to be found at run time.
    if (whole.所据 !== undefined) assert.equal(typeof whole.所据.规则.标识, "string");
    const global = {};
    new Function("QianfaRulebooks", readFileSync(join(dist, `rulebooks/${id}.iife.js`), "utf8").replace(/^var .*/, ""))(global);
    assert.deepEqual(global[id], rules);
  }
});

test("every catalogue of messages is a module of its own, the same in every form", async () => {
  const languages = ["en", "zh-Hans", "zh-Hant"];
  assert.deepEqual(readdirSync(join(dist, "messages")).filter((file) => /^[^.]+\.js$/.test(file)).sort(), languages.map((language) => `${language}.js`));
  for (const language of languages) {
    const required = require(`qianfa/messages/${language}`);
    assert.equal(required.language, language);
    const { default: imported } = await import(pathToFileURL(join(dist, `messages/${language}.js`)).href);
    const text = readFileSync(join(dist, `messages/${language}.iife.js`), "utf8");
    const { [language]: global } = new Function(`${text}; return QianfaMessages;`)();
    for (const other of [imported, global]) assert.equal(JSON.stringify(other), JSON.stringify(required));
  }
});

test("the parts of which a rulebook is made are nobody's to import", () => {
  for (const part of ["rules", "cases"]) {
    assert.throws(() => require.resolve(`qianfa/rulebooks/${part}/yiyuan`), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
  }
});

for (const file of ["qianfa_bg.wasm", "qianfa_tools_bg.wasm"]) {
  test(`${file} can ask the page for nothing: no clock, no network, no storage, no randomness`, async () => {
    const module = await WebAssembly.compile(readFileSync(join(dist, file)));
    for (const { name } of WebAssembly.Module.imports(module)) {
      assert.doesNotMatch(name, /date|time|now|perf|random|crypto|fetch|xhr|request|storage|document|window|console|log|import|eval/i);
    }
  });
}

test("nothing in it names the machine that built it", () => {
  for (const file of readdirSync(dist, { recursive: true })) {
    if (!/\.(wasm|[mc]?js|[mc]?ts|json)$/.test(file)) continue;
    const text = readFileSync(join(dist, file), "latin1");
    for (const place of [homedir(), root.replace(/[\\/]$/, ""), "registry/src", ".rustup"]) {
      assert.ok(!text.includes(place), `${file} contains ${place}`);
    }
  }
});
