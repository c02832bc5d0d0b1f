// The authoring page as somebody in a county's office meets it: by what can be seen, typed and clicked. Knows the rulebook
// that the page begins with; does not know how the page is made.
//
// QIANFA_SITE names the folder to test (default www/dist); screenshots go to target/page/.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { parse } from "acorn";
import { prepare, root, sees, site } from "./visit.mjs";

const pictures = join(root, "target/page");
const shipped = ["巫山县", "鸡西市", "伍家岗区", "沂源县", "托克逊县", "党政机关公文处理工作条例"];

let browser;
let visit;
let page;

before(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await prepare();
});
after(() => browser?.stop());
beforeEach(() => open({ width: 1440, height: 900 }));
afterEach(() => visit.leave());

async function open(viewport) {
  visit = await browser.visit("author.html", viewport);
  page = visit.page;
  await readable();
}

// ---- what a person does

const area = () => page.getByRole("textbox", { name: "规则文本" });
const text = () => area().inputValue();
const tab = (name) => page.getByRole("tab", { name }).click();

/** Types `to` over the first `from` in the text. */
async function change(from, to) {
  await area().evaluate((box, words) => {
    const at = box.value.indexOf(words);
    if (at < 0) throw new Error(`not in the text: ${words}`);
    box.focus();
    box.setSelectionRange(at, at + words.length);
  }, from);
  await page.keyboard.insertText(to);
}

async function pick(menu, name) {
  await page.locator(`#${menu} summary`).click();
  await page.getByRole("button", { name, exact: true }).click();
}

async function draft(value) {
  await tab("试走");
  if (!await page.getByText("草稿（JSON）").isVisible()) await page.locator("#trial-draft > summary").click();
  if (!await page.locator("#trial-json").isVisible()) await page.getByText("草稿（JSON）").click();
  await page.locator("#trial-json").fill(JSON.stringify(value));
}

// ---- what a person sees

const summary = (words) => sees(page.locator("#summary"), words);
const readable = () => summary(/一切妥当|读得通/);
const faulty = () => summary(/文本有\d+处毛病/);
const picture = (name) => page.screenshot({ path: join(pictures, `author-${name}.png`) });
const selected = () => area().evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd));

// ---- the tests

test("the sample to begin with is whole", async () => {
  await summary("一切妥当");
  await sees(page.locator("#proofs"), "已证明没有：");
  await picture("sample");
});

test("a fault is listed with its place, marked and mended by a click", async () => {
  await change("适用: { 发文名义: 政府", "适用: { 发文名义: 县政府");
  await faulty();
  const fault = page.locator(".fault").first();
  await sees(fault, "应为：");
  await sees(page.locator("#proofs"), "上一次读得通时的结果");
  assert.equal(await page.locator(".editor-mark").count(), 1);
  await fault.getByRole("button", { name: /^到第\d+行/ }).click();
  assert.match(await selected(), /发文名义: 县政府/);
  await picture("fault");
  await fault.getByRole("button", { name: "改为政府" }).click();
  await readable();
  assert.equal(await page.locator(".fault, .editor-mark").count(), 0);
});

test("a conflict is found as soon as nothing gives way, and its document can be tried", async () => {
  await change("让位于: [ 30-1, 30-2 ]", "# 没有先后");
  await summary(/冲突/);
  await picture("conflict");
  await page.getByRole("button", { name: "到条款 30-3" }).first().click();
  assert.match(await selected(), /编号: 30-3/);
  await page.locator(".proof--mend").filter({ hasText: "冲突" }).getByRole("button", { name: "放进草稿" }).first().click();
  await sees(page.locator("#status"), "规则冲突");
  await picture("trial");
});

test("the route follows the text, and its clauses lead back into it", async () => {
  await draft({ issuer: "政府", docType: "报告", addressees: [{ kind: "上级政府" }], matters: { 重大事项: false } });
  await sees(page.locator("#part-signing ~ *").first(), "由县长签发");
  await page.locator(".part--signing").getByRole("button", { name: "第三十条（一）" }).click();
  await page.locator(".part--signing").getByRole("button", { name: "到条款 30-1" }).click();
  assert.match(await selected(), /编号: 30-1/);
  await change("- { 用语: 签发, 由: 县长 }", "- { 用语: 审签, 由: 县长 }");
  await sees(page.locator(".part--signing"), "由县长审签");
});

test("fields and JSON are one draft", async () => {
  await draft({ issuer: "政府" });
  const issuer = page.locator("[data-fact=issuer]").getByRole("combobox");
  assert.equal(await issuer.inputValue(), "0");
  await page.locator("[data-fact=docType]").getByRole("combobox").selectOption({ label: "通知" });
  assert.match(await page.locator("#trial-json").inputValue(), /"docType": "通知"/);
  await page.locator("#trial-json").fill("{ nonsense");
  await sees(page.locator("#trial-json-fault"), "读不通");
});

test("nothing is lost on reload; giving up changes can be undone", async () => {
  const before = await text();
  await change("示例县人民政府工作规则", "另一个县人民政府工作规则");
  await page.waitForFunction(() => (localStorage.getItem("qianfa.author") || "").includes("另一个县"));
  await page.reload();
  await readable();
  assert.match(await text(), /另一个县/);
  await page.getByRole("button", { name: "放弃修改" }).click();
  assert.equal(await text(), before);
  await area().press("Control+z");
  assert.match(await text(), /另一个县/);
});

test("the text is compared with what it was, and with a shipped rulebook", async () => {
  await tab("对照");
  await sees(page.locator("#contrast"), "已证明：每一份文件，两份规则的要求都相同");
  await change("由: 分管副县长", "由: 常务副县长");
  await sees(page.locator("#contrast"), /\d+类文件要求不同/);
  await page.getByLabel("对照本").selectOption({ label: "巫山县" });
  await sees(page.locator("#contrast"), /\d+类文件要求不同/);
  await picture("contrast");
});

test("proposed cases go into the text", async () => {
  // Without the number of leaders concerned, these cases no longer show that the third clause just does not stand.
  await change('"portfolios":"一位",', "");
  await change(',"portfolios":"一位"', "");
  await page.locator(".proof").filter({ hasText: "建议补的案例" }).locator("summary").first().click();
  await page.getByRole("button", { name: "写进规则文本" }).click();
  assert.match(await text(), /\n {2}- \{"name":"第三十条（三）（30-3）因/);
  await readable();
  await area().press("Control+z");
  assert.doesNotMatch(await text(), /（30-3）因/);
});

test("cases and the text of the rules can stand beside it", async () => {
  const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  const wrong = [{ name: "给市政府的报告", draft: { issuer: "政府", docType: "报告", addressees: [{ kind: "上级政府" }] }, unstated: "no", expect: { status: "silent" } }];
  await page.locator("#cases-file").setInputFiles(file("cases.json", JSON.stringify(wrong)));
  await sees(page.locator("#cases-words"), "1个案例");
  await sees(page.locator("#proofs"), "没有通过的案例1");
  await page.locator("#source-file").setInputFiles(file("text.txt", "第三十条 公文的签发：\n（一）向市政府报送的公文,由县长签发。\n"));
  await sees(page.locator("#source-words"), /原文：\d+字/);
  await sees(page.locator("#proofs"), "与原文对不上的引文");
});

test("every shipped rulebook opens without a fault, also without a network", async () => {
  await page.waitForLoadState("networkidle");
  await visit.context.setOffline(true);
  for (const name of shipped) {
    await pick("open", name);
    await sees(page.locator("#announcer"), "已打开");
    await readable();
    assert.equal(await page.locator(".fault").count(), 0, name);
    await tab("试走");
    assert.ok(await page.locator("#status").isVisible(), name);
    await tab("校对");
  }
});

test("unsaved changes are not thrown away unasked", async () => {
  await change("示例县", "某县");
  const asked = new Promise((answer) => page.once("dialog", (dialog) => { answer(dialog.message()); dialog.dismiss(); }));
  await pick("open", "巫山县");
  assert.match(await asked, /还没有保存/);
  assert.match(await text(), /某县/);
});

test("it saves as text and as JSON", async () => {
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), pick("save", name)]);
    return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
  };
  assert.deepEqual(await saved("存为规则文本（.yaml）"), ["rules.yaml", await text()]);
  const [name, json] = await saved("存为 JSON（案例一并存入）");
  assert.equal(name, "rules.json");
  assert.equal(JSON.parse(json).标识, "shilixian");
});

test("two thousand lines stay fluent", async () => {
  const long = (await text()).replace("未规定:", `${"# 一行注释，不说明什么\n".repeat(2000)}未规定:`);
  await page.locator("#rulebook-file").setInputFiles({ name: "long.yaml", mimeType: "text/plain", buffer: Buffer.from(long) });
  await sees(page.locator("#place"), /共20\d\d行/);
  await readable();
  const longest = await area().evaluate((box) => {
    box.setSelectionRange(9000, 9000);
    return Math.max(...Array.from({ length: 30 }, () => {
      const start = performance.now();
      document.execCommand("insertText", false, "字");
      return performance.now() - start;
    }));
  });
  assert.ok(longest < 100, `a key took ${longest} ms`);
  assert.match(await page.locator(".editor-numbers").innerText(), /\n20\d\d$/);
});

test("the keyboard suffices: Tab indents, Escape and Tab leave, arrows change the tab", async () => {
  await area().press("Control+Home");
  await area().press("Tab");
  assert.match(await text(), /^ {2}格式/);
  await area().press("Shift+Tab");
  assert.match(await text(), /^格式/);
  await area().press("Escape");
  await area().press("Tab");
  assert.ok(await area().evaluate((box) => document.activeElement !== box));
  await page.getByRole("tab", { name: "校对" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("tab", { name: "试走" }).getAttribute("aria-selected"), "true");
  await sees(page.locator("#panel-trial"), "尚未确定");
});

test("the two pages lead to each other", async () => {
  await page.getByRole("link", { name: "发文拟稿" }).click();
  await page.locator("#status").waitFor();
  await page.getByRole("link", { name: "规则编写" }).click();
  await readable();
});

test("on a narrow screen nothing sticks out", async () => {
  await visit.leave();
  await open({ width: 360, height: 740 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await tab("试走");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await picture("narrow");
});

test("the page's own files hold on Chromium 78", async () => {
  const scripts = (await readdir(join(site, "author"))).map((name) => `author/${name}`).concat("author.js");
  for (const name of scripts) parse(await readFile(join(site, name), "utf8"), { ecmaVersion: 2018, sourceType: "module" });
  const html = await readFile(join(site, "author.html"), "utf8");
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|<style|<script(?![^>]*src=)|https?:/);
});
