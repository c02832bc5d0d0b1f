// The package in the oldest kernels that it promises to run on: every case of every rulebook, answered as in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { project, root, rulebookIds } from "../lib/install.mjs";
import { installed } from "../lib/installed.mjs";
import { serve } from "../lib/serve.mjs";
import { open } from "./kernel.mjs";

const folder = project("kernels", fileURLToPath(new URL("page", import.meta.url)));
const cases = Object.fromEntries(
  rulebookIds.map((id) => [id, JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"))]),
);
const expected = {};

before(async () => {
  const { esm, rulebook } = await installed("kernels-node");
  await esm.init();
  for (const id of rulebookIds) {
    const loaded = esm.loadRulebook(await rulebook(id));
    expected[id] = cases[id].map(({ draft, unstated }) => JSON.stringify(loaded.route(draft, unstated ? { unstated } : {})));
  }
});

/** Opens a page of the folder in an old Chromium; gives what it reports. */
async function reportOf(version, page) {
  let arrived;
  const report = new Promise((resolve) => (arrived = resolve));
  const server = await serve(folder, {
    answer(request, response) {
      if (request.url === "/cases.json") {
        response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
        response.end(JSON.stringify(cases));
        return true;
      }
      if (request.method !== "POST") return false;
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        response.end();
        arrived(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      });
      return true;
    },
  });
  const browser = open(version, `${server.origin}/${page}`);
  const nothing = async (why) => {
    await why;
    throw new Error(`Chromium ${version} reported nothing; it said:\n${browser.said()}`);
  };
  let timer;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, 60_000)));
  try {
    return await Promise.race([report, nothing(browser.ended), nothing(timeout)]);
  } finally {
    clearTimeout(timer);
    await browser.stop();
    server.stop();
  }
}

const supported = process.platform === "linux" && process.arch === "x64" ? {} : { skip: "these builds are for Linux on x64" };

for (const version of [78, 92, 109]) {
  test(`Chromium ${version} answers every case, from modules`, supported, async () => {
    const { kernel, answers, error } = await reportOf(version, "index.html");
    assert.equal(error, undefined);
    assert.match(kernel, new RegExp(`Chrome/${version}\\.`));
    assert.deepEqual(answers, expected);
  });

  test(`Chromium ${version} answers from classic scripts`, supported, async () => {
    const { kernel, id, error } = await reportOf(version, "classic.html");
    assert.equal(error, undefined);
    assert.match(kernel, new RegExp(`Chrome/${version}\\.`));
    assert.equal(id, "yiyuan");
  });
}
