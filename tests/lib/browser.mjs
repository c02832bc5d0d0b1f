// The current Chromium, and what a page of a consumer shows in it.

import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Starts Chromium: that of `cargo xtask test`, else Debian's. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
}

/** Opens a page that writes its route into `data-route` of its body; gives that text. Whatever the page complains of is an error. */
export async function routeShownAt(browser, address) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() !== "info" && complaints.push(message.text()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  try {
    await page.goto(address);
    await page.waitForSelector("body[data-route]", { state: "attached", timeout: 20_000 });
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return await page.evaluate(() => document.body.dataset.route);
  } catch (error) {
    throw new Error([error.message, ...complaints].join("\n"));
  } finally {
    await page.close();
  }
}
