// What is in the package, and what is not.

import assert from "node:assert/strict";
import { homedir } from "node:os";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";

const { folder, dist, esm, inline, require, rulebook } = await installed("node-package");
const manifest = JSON.parse(readFileSync(join(folder, "node_modules/qianfa/package.json"), "utf8"));
const surface = ["RulebookError", "default", "init", "initSync", "loadRulebook", "version"];

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
  assert.deepEqual(
    readdirSync(join(dist, "rulebooks")).filter((file) => /^[^.]+\.js$/.test(file)),
    rulebookIds.map((id) => `${id}.js`).sort(),
  );
});

test("the module can ask the page for nothing: no clock, no network, no storage, no randomness", async () => {
  const module = await WebAssembly.compile(readFileSync(join(dist, "qianfa_bg.wasm")));
  for (const { name } of WebAssembly.Module.imports(module)) {
    assert.doesNotMatch(name, /date|time|now|perf|random|crypto|fetch|xhr|request|storage|document|window|console|log|import|eval/i);
  }
});

test("nothing in it names the machine that built it", () => {
  for (const file of readdirSync(dist, { recursive: true })) {
    if (!/\.(wasm|[mc]?js|[mc]?ts|json)$/.test(file)) continue;
    const text = readFileSync(join(dist, file), "latin1");
    for (const place of [homedir(), root.replace(/[\\/]$/, ""), "registry/src", ".rustup"]) {
      assert.ok(!text.includes(place), `${file} contains ${place}`);
    }
  }
});
