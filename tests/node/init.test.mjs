// Starting the engine: from everything it can be started from, once, and again after a failure.
// Each case runs in a process of its own, as an engine cannot be stopped.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { installed } from "../lib/installed.mjs";

const { folder, dist } = await installed("node-init");
const wasm = join(dist, "qianfa_bg.wasm");
const run = promisify(execFile);
let server;

before(async () => {
  const bytes = readFileSync(wasm);
  // As an old intranet server would do it: no type for .wasm.
  server = createServer((request, response) => {
    response.writeHead(request.url === "/qianfa_bg.wasm" ? 200 : 404, { "content-type": "application/octet-stream" });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** Runs a program beside the installed package; it fails by throwing. */
async function program(name, lines, type = "mjs") {
  const file = join(folder, `${name}.${type}`);
  const head =
    type === "mjs"
      ? `import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import init, * as qianfa from "qianfa";
import rulebook from "qianfa/rulebooks/yiyuan";
`
      : `const assert = require("assert/strict");
const { readFileSync } = require("fs");
const qianfa = require("qianfa");
const { init } = qianfa;
const rulebook = require("qianfa/rulebooks/yiyuan");
`;
  writeFileSync(
    file,
    `${head}
const wasm = ${JSON.stringify(wasm)};
const server = "http://127.0.0.1:${server.address().port}";
const works = () => assert.equal(qianfa.loadRulebook(rulebook).id, "yiyuan");
(async () => {
${lines}
})().catch((error) => { console.error(error); process.exitCode = 1; });
`,
  );
  await run(process.execPath, [file], { cwd: folder });
}

test("without an argument, by import", () => program("plain", `await init(); works();`));

test("without an argument, by require", () => program("plain", `await init(); works();`, "cjs"));

for (const [name, input] of [
  ["an address", "server + '/qianfa_bg.wasm'"],
  ["a URL", "new URL('/qianfa_bg.wasm', server)"],
  ["a file URL", "require('url').pathToFileURL(wasm)"],
  ["a path", "wasm"],
  ["a response", "await fetch(server + '/qianfa_bg.wasm')"],
  ["a promise of a response", "fetch(server + '/qianfa_bg.wasm')"],
  ["a Buffer", "readFileSync(wasm)"],
  ["an ArrayBuffer", "new Uint8Array(readFileSync(wasm)).buffer"],
  ["a compiled module", "await WebAssembly.compile(readFileSync(wasm))"],
]) {
  test(`from ${name}`, () => program(`from ${name}`, `await init(${input}); works();`, "cjs"));
}

test("synchronously, from bytes and from a module", async () => {
  await program("sync-bytes", `qianfa.initSync(readFileSync(wasm)); works(); qianfa.initSync(readFileSync(wasm)); await init(); works();`);
  await program("sync-module", `qianfa.initSync(new WebAssembly.Module(readFileSync(wasm))); works();`);
});

test("once: later calls are free and never touch what they are given", () =>
  program("once", `await init(); await init("http://127.0.0.1:1/nowhere"); await init(fetch); works();`));

test("calls at the same time share one start", () =>
  program(
    "shared",
    `const compile = WebAssembly.compile; let compiled = 0;
     const size = readFileSync(wasm).length; // Node compiles modules of its own
     WebAssembly.compile = (bytes) => { if (bytes.byteLength === size) compiled++; return compile(bytes); };
     const [first, second] = [init(), init()];
     assert.equal(first, second);
     await Promise.all([first, second, init()]);
     assert.equal(compiled, 1);
     works();`,
  ));

test("initSync does not overtake an init that is under way", () =>
  program("overtake", `const started = init(); assert.throws(() => qianfa.initSync(readFileSync(wasm)), /under way/); await started; works();`));

test("a failed start says what failed, and can be tried again", () =>
  program(
    "retry",
    `await assert.rejects(init(server + "/missing.wasm"), /missing\\.wasm answered 404/);
     await assert.rejects(init("no such file.wasm"), /ENOENT/);
     await assert.rejects(init(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
     await assert.rejects(init(Promise.reject(new Error("offline"))), /offline/);
     await assert.rejects(init(42), TypeError);
     await init();
     works();`,
  ));

test("another module is refused before it is started", () =>
  program(
    "foreign",
    `const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
     await assert.rejects(init(empty), { message: "qianfa: this WebAssembly module is not qianfa's" });
     assert.throws(() => qianfa.initSync(empty), /not qianfa's/);
     const bytes = readFileSync(wasm);
     const other = Buffer.concat([bytes.subarray(0, -qianfa.version.length), Buffer.from(qianfa.version.replace(/\\d$/, "x"))]);
     await assert.rejects(init(other), /serve both from one package/);
     await init();
     works();`,
  ));

test("before the start, loadRulebook says what to do", () =>
  program("early", `assert.throws(() => qianfa.loadRulebook(rulebook), { message: "qianfa: \`loadRulebook\` needs the engine: call \`await init()\` first" });`));

test("importing does nothing: no file, no network, no compilation, no output", () => {
  const file = join(folder, "quiet.mjs");
  writeFileSync(
    file,
    `for (const name of ["compile", "instantiate", "Module", "Instance"]) WebAssembly[name] = () => { throw new Error(name); };
globalThis.fetch = () => { throw new Error("fetch"); };
await import("qianfa"); await import("qianfa/inline"); await import("qianfa/rulebooks/yiyuan"); await import("qianfa/rulebooks/yiyuan/rules");
`,
  );
  assert.equal(execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" }), "");
});

test("in Node the tools start by themselves, when they are first needed and not before", () =>
  program(
    "tools-on-demand",
    `const Module = WebAssembly.Module; let compiled = 0;
     WebAssembly.Module = new Proxy(Module, { construct(target, args) { compiled++; return new target(...args); } });
     await init(); works(); assert.equal(compiled, 0);
     assert.equal(typeof qianfa.rulebookSchema().$schema, "string"); assert.equal(compiled, 1);
     qianfa.rulebookSchema(); assert.equal(compiled, 1);`,
  ));

test("the tools need no engine, and initTools works in Node too: from nothing, from a path, again after a failure", async () => {
  const schema = `assert.equal(typeof qianfa.rulebookSchema().$schema, "string");`;
  await program("tools-plain", `await qianfa.initTools(); ${schema}`);
  await program("tools-path", `await qianfa.initTools(wasm.replace("qianfa_bg", "qianfa_tools_bg")); ${schema}`, "cjs");
  await program("tools-retry", `await assert.rejects(qianfa.initTools("no such file.wasm"), /ENOENT/); ${schema}`);
  await program("tools-overtake", `const started = qianfa.initTools(); assert.throws(() => qianfa.rulebookSchema(), /\`initTools\\(\\)\` is under way/); await started; ${schema}`);
});

test("elsewhere the tools are started by initTools, and what needs them says so", async () => {
  const early = [
    ["rulebookSchema", "inline.rulebookSchema()"],
    ["rulebookFromText", "inline.rulebookFromText('格式: 1')"],
    ["check", "loaded.check()"],
    ["test", "loaded.test()"],
    ["clause", "loaded.clause('1')"],
    ["diffRulebooks", "inline.diffRulebooks(loaded, loaded)"],
    ["compareRulebooks", "inline.compareRulebooks(loaded, loaded)"],
    ["verify", "inline.loadRulebook(rulebook, { verify: true })"],
    ["publicKey", "inline.loadRulebook(rulebook, { publicKey: '00'.repeat(32) })"],
  ];
  await program(
    "tools-inline",
    `const inline = await import("qianfa/inline"); await inline.init();
     const loaded = inline.loadRulebook(rulebook);
     const needs = (what) => ({ message: "qianfa: " + what + " needs the tools: call \`await initTools()\` first" });
     ${early.map(([name, call]) => `assert.throws(() => ${call}, needs("\`${name}\`"));`).join("\n     ")}
     assert.throws(() => inline.loadRulebook("格式: 1"), needs("a text that is no JSON"));
     await assert.rejects(inline.initTools(), /not inside this script.*qianfa_tools_bg\.wasm/);
     await inline.initTools(readFileSync(wasm.replace("qianfa_bg", "qianfa_tools_bg")));
     assert.equal(typeof inline.rulebookSchema().$schema, "string");
     assert.equal(inline.diffRulebooks(loaded, loaded).length, 0);`,
  );
});

test("the inline entry starts by itself, by import and by require", async () => {
  await program("inline", `const inline = await import("qianfa/inline"); await inline.default(); assert.equal(inline.loadRulebook(rulebook).id, "yiyuan");`);
  await program("inline", `const inline = require("qianfa/inline"); await inline.init(); assert.equal(inline.loadRulebook(rulebook).id, "yiyuan");`, "cjs");
});

test("import and require give one engine and one RulebookError", () =>
  program(
    "one",
    `const { createRequire } = await import("node:module");
     const required = createRequire(import.meta.url)("qianfa");
     await init();
     assert.equal(required.loadRulebook(rulebook).id, "yiyuan");
     assert.equal(required.RulebookError, qianfa.RulebookError);`,
  ));

test("in the classic script, everything hangs on one global", () =>
  program(
    "classic",
    `const { runInThisContext } = await import("node:vm");
     runInThisContext(readFileSync(${JSON.stringify(join(dist, "qianfa.iife.js"))}, "utf8"));
     runInThisContext(readFileSync(${JSON.stringify(join(dist, "rulebooks/yiyuan.iife.js"))}, "utf8"));
     await Qianfa.init();
     assert.equal(Qianfa.loadRulebook(QianfaRulebooks.yiyuan).id, "yiyuan");
     assert.equal(Qianfa.version, qianfa.version);`,
  ));
