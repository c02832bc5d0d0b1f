// Small real projects with the packed package: each must show, in a current Chromium, the route that Node computes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import webpack from "webpack";
import { launch, routeShownAt } from "../lib/browser.mjs";
import { project } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";
import { serve } from "../lib/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
// What the guide tells a page to allow, and nothing more.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:";
const INLINE_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

let browser, expected;

before(async () => {
  const { esm, rulebook } = await installed("consumer-node");
  await esm.init();
  expected = JSON.stringify(
    esm.loadRulebook(await rulebook("yiyuan")).route({ issuer: "政府", docType: "通知", addressees: ["下级政府"] }),
  );
  browser = await launch();
});
after(() => browser && browser.close());

/** Gives the addresses of the modules that the page loaded. */
async function showsTheRoute(folder, policy = POLICY) {
  const modules = [];
  const answer = ({ url }) => void (url.endsWith(".wasm") && modules.push(url));
  const server = await serve(folder, { headers: { "content-security-policy": policy }, answer });
  try {
    assert.equal(await routeShownAt(browser, `${server.origin}/`), expected);
    return modules;
  } finally {
    server.stop();
  }
}

/** A bundle carries the rulebooks that it imports and the modules as files; the page loads the engine alone. */
async function assertLean(folder) {
  const modules = await showsTheRoute(folder);
  assert.equal(modules.length, 1, modules.join());
  const files = readdirSync(folder, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(folder, file), "utf8")).join();
  assert.ok(scripts.includes("沂源县"));
  assert.ok(!scripts.includes("巫山县"), "a rulebook that is not imported is in the bundle");
}

test("Vite", async () => {
  const folder = project("consumer-vite", join(here, "vite"));
  const vite = join(here, "../node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: folder, stdio: "inherit" });
  await assertLean(join(folder, "dist"));
});

test("webpack", async () => {
  const folder = project("consumer-webpack", join(here, "webpack"));
  const stats = await new Promise((resolve, reject) =>
    webpack(
      {
        context: folder,
        mode: "production",
        target: ["web", "es2018"],
        entry: "./entry.js",
        output: { path: join(folder, "dist") },
        // No advice on sizes: those are checked where the package is made. Any other warning is a failure.
        performance: false,
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ),
  );
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
  copyFileSync(join(folder, "index.html"), join(folder, "dist/index.html"));
  await assertLean(join(folder, "dist"));
});

test("a page with module scripts and no bundler", () => showsTheRoute(project("consumer-module-script", join(here, "module-script"))));

test("an author's page, which loads the tools as well and runs the rulebook's cases", async () => {
  const modules = await showsTheRoute(project("consumer-author-page", join(here, "author-page")));
  assert.deepEqual(modules.map((path) => path.replace(/.*\//, "")), ["qianfa_bg.wasm", "qianfa_tools_bg.wasm"]);
});

test("a page with classic scripts", () => showsTheRoute(project("consumer-classic-script", join(here, "classic-script"))));

test("a page with classic scripts, opened as a file", async () => {
  const folder = project("consumer-file", join(here, "classic-script"));
  assert.equal(await routeShownAt(browser, pathToFileURL(join(folder, "index.html")).href), expected);
});

test("a classic worker", () => showsTheRoute(project("consumer-worker", join(here, "worker")), INLINE_POLICY));
