// The demo page as a clerk meets it: in Chromium, under the strict policy, by what can be seen and clicked. Knows the
// five rule texts' answers to a few drafts; does not know how the page is made.
//
// QIANFA_SITE names the folder to test (default www/dist); screenshots go to target/page/.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { parse } from "acorn";
import { prepare, root, sees, site } from "./visit.mjs";

const pictures = join(root, "target/page");
const governments = ["巫山县", "鸡西市", "伍家岗区", "沂源县", "托克逊县"];
const portfolios = "涉及政府领导分管范围";

let browser;
let visit;
let context;
let page;

before(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await prepare();
});
after(() => browser?.stop());
beforeEach(() => open({ width: 1280, height: 900 }));
afterEach(() => visit.leave());

async function open(viewport) {
  visit = await browser.visit("", viewport);
  ({ context, page } = visit);
  await page.locator("#status").waitFor();
}

// ---- what a person does

const region = (name) => page.getByRole("region", { name });
const signing = () => region(/^签发/);
const path = () => region("办理流程");
const field = (label) => page.locator("#sheet [data-fact]").filter({ has: page.getByText(label, { exact: true }) });

async function pickGovernment(name) {
  await page.getByRole("radio", { name }).check();
  await page.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
}

async function choose(label, value) {
  const box = field(label);
  const radio = box.getByRole("radio", { name: value, exact: true });
  if (await radio.count()) await radio.check();
  else await box.getByRole("combobox").selectOption({ label: value });
}

async function address(kind, name) {
  const box = field("主送机关");
  await box.getByRole("combobox").selectOption({ label: kind });
  if (name) await box.getByRole("textbox").fill(name);
  await box.getByRole("button", { name: "添加" }).click();
}

async function pickExample(name) {
  await page.getByText("示例", { exact: true }).click();
  await page.getByRole("button", { name }).click();
}

// ---- what a person sees

async function seesNot(locator, words) {
  assert.ok(!(await locator.innerText()).replace(/\s+/g, "").includes(words), `${words} should not be there`);
}

const status = (words) => sees(page.locator("#status"), words);
const picture = (name, options) => page.screenshot({ path: join(pictures, `${name}.png`), ...options });

// ---- the tests

test("an empty form is open and asks", async () => {
  await status("尚未确定");
  await sees(signing(), "前提");
  assert.ok(await region(/^还需弄清/).getByRole("button").count() > 1);
  await picture("empty");
});

test("a report to the office of the government above is settled while it is typed, with its article", async () => {
  await pickGovernment("巫山县");
  await field("标题").getByRole("textbox").fill("关于上半年项目建设情况的报告");
  await choose("发文名义", "政府");
  await choose("文种", "报告");
  await status("尚未确定");
  await address("上级政府办公厅", "重庆市人民政府办公厅");
  for (const matter of ["规范性文件", "普遍约束力", "行政首长交办"]) await choose(matter, "否");
  await status("可以确定");
  await sees(signing(), "由县长审签");
  await sees(field("行文方向"), "由已填各项推定：上行");

  const cite = signing().getByRole("button", { name: "第四十六條（一）" });
  assert.equal(await cite.getAttribute("aria-expanded"), "false");
  await cite.click();
  assert.equal(await cite.getAttribute("aria-expanded"), "true");
  await sees(signing().getByRole("note"), "縣政府上報市政府和市政府辦公廳的公文");
  await picture("citation");
});

test("the path changes with the draft, in place: what is open stays open", async () => {
  await pickGovernment("巫山县");
  await choose("发文名义", "政府");
  await choose("文种", "批复");
  await address("下级政府", "骡坪镇人民政府");
  await choose("密级", "无");
  await page.getByLabel("填写完毕").check();
  await choose(portfolios, "一位");
  await sees(signing(), "由分管副县长审签");
  await seesNot(path(), "领导会签");
  const step = await path().getByText("签发", { exact: true }).elementHandle();

  await choose(portfolios, "多位");
  await sees(path(), "领导会签");
  await sees(signing(), /由县长或.*副县长审签/);
  assert.ok(await step.evaluate((element) => element.isConnected), "the step was drawn anew");

  await path().getByRole("button", { name: /第四十六條（二）/ }).first().click();
  await field("标题").getByRole("textbox").fill("关于同意建设乡镇敬老院的批复");
  await sees(path().getByRole("note").first(), "涉及兩位以上副縣長分管工作的");
  await picture("path");
});

test("a paper sent to a leader in person is found fault with beside the field and in the summary", async () => {
  await pickGovernment("巫山县");
  await choose("发文名义", "部门");
  await choose("文种", "请示");
  await address("本级政府");
  await address("领导个人", "分管副县长");
  await choose("领导交办直报", "否");
  await sees(field("主送机关"), "错误");
  await sees(region(/^审核提醒/), "第四十七條");
  await region(/^审核提醒/).getByRole("button", { name: /主送机关/ }).first().click();
  assert.ok(await field("主送机关").getByRole("combobox").evaluate((box) => box === document.activeElement));
  await picture("finding");

  await field("主送机关").getByRole("button", { name: /去掉领导个人/ }).click();
  await seesNot(field("主送机关"), "错误");
});

test("a question is answered by a click, which fills the form", async () => {
  await pickGovernment("鸡西市");
  await choose("发文名义", "政府");
  await choose("文种", "纪要");
  for (const matter of ["规范性文件", "人事任免"]) await choose(matter, "否");
  await status("尚未确定");
  await picture("question");
  await region(/^还需弄清/).getByRole("button", { name: /^纪要.*常务会议$/ }).click();
  await status("可以确定");
  await sees(signing(), "由市长签发");
  await sees(signing(), "第四十六条");
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), "the focus was lost");
  await sees(page.locator("#announcer"), "可以确定：由市长签发");
});

test("whom it goes to is asked once, and answered by a click", async () => {
  await pickGovernment("巫山县");
  await choose("发文名义", "政府");
  await choose("文种", "报告");
  for (const matter of ["规范性文件", "普遍约束力", "行政首长交办"]) await choose(matter, "否");
  const asked = region(/^还需弄清/);
  await sees(asked, /主送哪些机关？/);
  assert.equal((await asked.innerText()).match(/主送/g).length, 1);
  await asked.getByRole("button", { name: "主送哪些机关？上级政府办公厅" }).click();
  await sees(field("主送机关").getByRole("list"), "上级政府办公厅");
  await sees(signing(), "由县长审签");
});

test("modality and the second alternative stay visible", async () => {
  await pickGovernment("托克逊县");
  await choose("发文名义", "政府办公室");
  await choose("文种", "通知");
  await address("本级部门");
  await page.getByLabel("填写完毕").check();
  await status("可以确定");
  await sees(signing(), "主任签发");
  await sees(signing(), "核报");
  await sees(signing(), "必要时");
  await picture("modality");
});

test("two clauses without precedence are both shown, none is picked", async () => {
  await pickGovernment("巫山县");
  await pickExample("全局性的规范性文件（规则冲突）");
  await status("规则冲突");
  await sees(signing(), "第四十六條（一）");
  await sees(signing(), "第四十六條（六）");
  await picture("conflict");
});

test("joint documents are sent to other rules, in the text's words", async () => {
  await pickGovernment("巫山县");
  await choose("发文名义", "党政联合");
  await choose("文种", "意见");
  await choose("行政首长交办", "否");
  await status("另有规定");
  await sees(signing(), "第四十六條（四）");
});

test("a rulebook past its time says so", async () => {
  await pickGovernment("伍家岗区");
  await page.getByLabel("办理日期").fill("2020-05-01");
  await sees(page.locator("#status"), "施行中");
  await page.getByLabel("办理日期").fill("2026-11-22");
  await sees(page.locator("#status"), "不在施行期内");
});

test("without a network, after loading, all five governments go on", async () => {
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  for (const government of governments) {
    await pickGovernment(government);
    await page.getByRole("button", { name: "清空" }).click();
    await status("尚未确定");
    await choose("发文名义", "政府");
    await choose("文种", "通知");
    await address("本级部门");
    await page.getByLabel("填写完毕").check();
    await status(/可以确定|尚未确定/);
    await sees(path(), "签发");
    await signing().getByRole("button").first().click();
    await sees(signing().getByRole("note").first(), /.{8}/);
    await page.getByLabel("填写完毕").uncheck();
  }
});

test("every example is a draft that the page understands", async () => {
  for (const government of governments) {
    await pickGovernment(government);
    const names = await page.locator("#example-list button").allTextContents();
    assert.ok(names.length >= 4, government);
    for (const name of names) {
      await pickExample(name);
      await seesNot(page.locator("#result"), "不认识");
      assert.equal(await page.locator("#result .finding").filter({ hasNot: page.getByRole("button", { name: /第|[条條]|[一二三四五六七八九十]/ }) }).count(), 0, `${government}：${name}`);
      assert.ok(await page.locator("#result .stage, #result .outcome").count() > 0, `${government}：${name}`);
      const ids = await page.locator("[id]").evaluateAll((elements) => elements.map((element) => element.id));
      assert.equal(new Set(ids).size, ids.length, `${government}：${name}：an id twice`);
    }
  }
});

test("the address carries the draft; clearing empties it", async () => {
  await pickGovernment("沂源县");
  await pickExample("常务会议定的项目安排通知");
  const before = await signing().innerText();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes("常务会议"));
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("#status").waitFor();
  assert.equal(await signing().innerText(), before);
  assert.equal(await page.getByRole("radio", { name: "沂源县" }).isChecked(), true);
  await page.getByRole("button", { name: "清空" }).click();
  await status("尚未确定");
  assert.equal(await field("标题").getByRole("textbox").inputValue(), "");
  await page.waitForFunction(() => !location.hash.includes("%E8%8D%89%E7%A8%BF"));
});

test("an address with nonsense in it does no harm", async () => {
  await page.goto(`${browser.origin}/#${new URLSearchParams({ 机关: "无此县", 草稿: '{"docType":"通只","matters":7,"addressees":[1,null],"x":{"y":1}}' })}`);
  await page.reload();
  await status(/./);
  await sees(field("文种"), "通只");
  await sees(region(/^审核提醒/), "通只");
});

test("the keyboard suffices, and the focus can be seen", async () => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { level: 1, name: /鸡西市/ }).waitFor();
  const issuer = field("发文名义").getByRole("combobox");
  await issuer.focus();
  await page.keyboard.type("政府");
  await choose("文种", "纪要");
  await field(portfolios).getByRole("radio").last().focus();
  await page.keyboard.press("ArrowLeft");
  assert.ok(await field(portfolios).getByRole("radio", { name: "多位" }).isChecked());
  const outline = await field(portfolios).getByText("多位", { exact: true }).evaluate((words) => getComputedStyle(words).outlineStyle);
  assert.equal(outline, "solid");
});

test("on a narrow screen nothing sticks out, and the answer stays in sight", async () => {
  await visit.leave();
  await open({ width: 360, height: 740 });
  await pickGovernment("巫山县");
  await pickExample("给镇政府的批复，两位副县长分管");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await sees(page.locator("#peek"), "可以确定");
  await picture("narrow");
  await page.locator("#peek").click();
  await picture("narrow-result");
});

test("on paper the quoted words stand beside the steps", async () => {
  await pickGovernment("巫山县");
  await pickExample("给镇政府的批复，两位副县长分管");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 760, height: 1080 });
  assert.ok(await path().getByRole("note").first().isVisible());
  assert.equal(await page.getByRole("button", { name: "清空" }).isVisible(), false);
  await picture("print", { fullPage: true });
});

test("the page's own files hold on Chromium 78", async () => {
  const names = await readdir(site);
  for (const name of names.filter((other) => other.endsWith(".js"))) {
    parse(await readFile(join(site, name), "utf8"), { ecmaVersion: 2018, sourceType: "module" });
  }
  for (const name of names.filter((other) => other.endsWith(".css"))) {
    const rules = (await readFile(join(site, name), "utf8")).replace(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(rules, /clamp\(|\bmin\(|:has\(|:is\(|:where\(|\binset:|[^-]gap:|aspect-ratio|url\(/, name);
  }
  const html = await readFile(join(site, "index.html"), "utf8");
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|<style|<script(?![^>]*src=)|https?:/);
});
