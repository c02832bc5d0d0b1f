// A visit to a page of the demo: Chromium under the strict policy, with ears for every complaint. Knows how to look and to
// listen; does not know what the pages are for.
//
// QIANFA_SITE names the folder to test (default www/dist).

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const site = resolve(root, process.env.QIANFA_SITE || "www/dist");

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Serves the site and starts a browser. */
export async function prepare() {
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags });
  const stop = async () => {
    await browser.close();
    await server.stop();
  };

  /** Opens `path` in a browser of its own; gives the page, and how to leave it: with every complaint it made. */
  async function visit(path, viewport) {
    const faults = [];
    const context = await browser.newContext({ viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce" });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on("console", (message) => { if (message.type() !== "log") faults.push(`console ${message.type()}: ${message.text()}`); });
    page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
    page.on("request", (request) => { if (!/^(blob:)?http:\/\/127\.0\.0\.1:/.test(request.url())) faults.push(`request to ${request.url()}`); });
    page.on("requestfailed", (request) => { if (request.failure().errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`); });
    page.on("response", (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
    await page.goto(`${server.origin}/${path}`);
    const leave = async () => {
      await context.close();
      assert.deepEqual(faults, [], "the page complained or asked for something elsewhere");
    };
    return { page, context, leave };
  }

  return { visit, stop, origin: server.origin };
}

/** Waits until `locator` shows these words, white space aside. */
export async function sees(locator, words) {
  const deadline = Date.now() + 4000;
  let text = "";
  do {
    text = (await locator.innerText()).replace(/\s+/g, "");
    if (words instanceof RegExp ? words.test(text) : text.includes(words)) return;
    await new Promise((tick) => setTimeout(tick, 20));
  } while (Date.now() < deadline);
  assert.fail(`expected ${words} in: ${text}`);
}
