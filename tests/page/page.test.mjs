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
const asked = () => region(/^还需弄清/);
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

async function unfold(name) {
  await page.getByRole("button", { name, exact: true }).click();
  return region(name);
}

/** Says who is away, or there, on the day on which the document is handled. */
async function away(office, reason) {
  await page.locator("#people").evaluate((people) => { people.open = true; });
  await page.getByRole("combobox", { name: office, exact: typeof office === "string" }).selectOption({ label: reason });
}

const onRecord = (isThere) => page.getByRole("checkbox", { name: /^委托在册/ }).setChecked(isThere);

async function on(day) {
  await page.getByLabel("办理日期").fill(day);
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

test("no answer leaves more possibilities than there are", async () => {
  const count = (text) => Number(/(\d+)种可能/.exec(text)[1]);
  const now = count(await signing().getByRole("heading").first().textContent());
  for (const leads of await page.locator(".leads").filter({ hasText: "种可能" }).allTextContents()) assert.ok(count(leads) <= now, leads);
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
  await sees(page.locator("#announcer"), /可以确定：由市长.*签发/);
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
    await away(/^[县市区]长/, "外出");
    await sees(page.locator("#people summary"), "赵甲文外出");
    for (const name of ["什么会改变这个结果", "文字说明"]) if (await page.getByRole("button", { name, expanded: false }).count()) await unfold(name);
    await sees(page.locator("#prose"), /.{20}/);
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
      assert.equal(await page.locator("#result .finding").filter({ hasNotText: "按名册" }).filter({ hasNot: page.getByRole("button", { name: /第|[条條]|[一二三四五六七八九十]/ }) }).count(), 0, `${government}：${name}`);
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

test("an answer is taken back by a click, and what was typed since stays", async () => {
  await pickGovernment("鸡西市");
  await choose("发文名义", "政府");
  await choose("文种", "纪要");
  await asked().getByRole("button", { name: /^纪要.*常务会议$/ }).click();
  await status("可以确定");
  await sees(field("纪要所记的会议"), "市政府常务会议");
  await field("标题").getByRole("textbox").fill("第三次会议");
  await page.getByRole("button", { name: /^撤销：纪要所记的会议/ }).click();
  await status("尚未确定");
  assert.equal(await field("标题").getByRole("textbox").inputValue(), "第三次会议");
  assert.equal(await page.getByRole("button", { name: /^撤销/ }).count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), "the focus was lost");

  await asked().getByRole("button", { name: /^纪要.*常务会议$/ }).click();
  await status("可以确定");
  await page.keyboard.press("Control+z");
  await status("尚未确定");
});

test("what the title suggests is shown with its words, and takes effect when it is accepted", async () => {
  await pickGovernment("沂源县");
  const title = field("标题");
  await title.getByRole("textbox").fill("沂源县人民政府关于做好冬季防火工作的通知");
  const suggested = title.getByRole("list", { name: /^从标题看/ });
  await suggested.getByRole("button", { name: /^采纳：.*通知/ }).waitFor();
  assert.ok((await title.locator("mark").allTextContents()).includes("通知"));
  assert.equal(await field("文种").getByRole("combobox").locator("option:checked").innerText(), "未定");
  await picture("title");

  await suggested.getByRole("button", { name: /^采纳：.*通知/ }).click();
  assert.equal(await field("文种").getByRole("combobox").locator("option:checked").innerText(), "通知");
  assert.equal(await suggested.getByRole("button", { name: /^采纳：.*通知/ }).count(), 0);
  await page.getByRole("button", { name: /^撤销/ }).click();
  assert.equal(await field("文种").getByRole("combobox").locator("option:checked").innerText(), "未定");

  await suggested.getByRole("button", { name: /^不采纳：.*沂源县人民政府/ }).click();
  assert.equal(await suggested.count(), 0);
  await title.getByRole("textbox").fill("沂源县人民政府关于做好冬季防火和防汛工作的通知");
  assert.equal(await suggested.count(), 0, "what was waved away came back");
  assert.equal(await field("发文名义").getByRole("combobox").locator("option:checked").innerText(), "未定");
});

test("a title that says something else than the form is found fault with at the field", async () => {
  await pickGovernment("巫山县");
  await field("标题").getByRole("textbox").fill("巫山县财政局关于追加经费的请示");
  await choose("文种", "报告");
  await sees(page.locator("#sheet"), /标题.*请示.*报告/);
  assert.ok(await field("文种").or(field("标题")).locator(".finding").count() > 0);
});

test("the offices on the path have names", async () => {
  await pickGovernment("沂源县");
  await pickExample("常务会议定的项目安排通知");
  await on("2026-11-24");
  await sees(signing(), "县长赵甲文");
  await sees(signing(), "受县长委托，由常务副县长钱乙明签发");
  await seesNot(signing(), "不在岗");
  await sees(path(), "分管副县长钱乙明");
  await page.locator("#people").evaluate((people) => { people.open = true; });
  await page.getByLabel("按名册写出姓名").uncheck();
  await seesNot(page.locator("#result"), "赵甲文");
});

test("the leader in charge is the one whose portfolio has the department", async () => {
  await pickGovernment("沂源县");
  await pickExample("刚起草的通知");
  await field("主办部门").getByRole("combobox").fill("县商务局");
  await sees(path(), "李丁宁");
  await seesNot(path(), "周戊良");
  await sees(field(portfolios), "未定");

  const others = field("有协办部门");
  await others.getByRole("radio", { name: "是", exact: true }).check();
  await others.getByRole("combobox").fill("县农业农村局");
  await others.getByRole("combobox").press("Enter");
  await sees(others.getByRole("list"), "县农业农村局");
  await sees(field(portfolios), "由已填各项推定：多位");
  await picture("people");
  await others.getByRole("button", { name: "去掉县农业农村局" }).click();
  await seesNot(field(portfolios), "由已填各项推定");
  assert.ok(await others.getByRole("radio", { name: "是", exact: true }).isChecked());
});

test("where the head is away the page says what is needed, and writes the line once the delegation is on record", async () => {
  await pickGovernment("巫山县");
  await pickExample("上报市政府办公厅的情况报告");
  await on("2026-11-24");
  await away("县长赵甲文", "外出");
  await onRecord(false);
  await sees(signing(), "县长赵甲文外出");
  await sees(signing(), "代为审签须另有县长委托");
  await sees(signing(), "第九條");
  assert.equal(await signing().getByRole("button", { name: "复制" }).count(), 0);
  await picture("away");

  await onRecord(true);
  const line = signing().locator(".standing-write").first();
  await sees(line, "受县长委托，由常务副县长钱乙明审签");
  await sees(signing(), "由县长审签");
  await signing().getByRole("button", { name: "复制" }).first().click();
  await sees(page.locator("#announcer"), "已复制");
  await picture("standing-in");
  const title = field("标题").getByRole("textbox");
  await title.fill("");
  await page.keyboard.press("Control+v");
  assert.equal(await title.inputValue(), "受县长委托，由常务副县长钱乙明审签");

  await away("县长赵甲文", "在岗");
  await seesNot(page.locator("#result"), "赵甲文外出");
  await sees(signing(), "县长赵甲文");
});

test("a delegation counts for what it covers alone", async () => {
  await pickGovernment("托克逊县");
  await pickExample("县政府办公室给各部门的通知");
  await on("2026-11-24");
  await away("县长赵甲文", "外出");
  await sees(page.locator("#result"), "只限急件，本件不是急件");
  await choose("紧急程度", "特急");
  await sees(signing(), "受县长委托，由常务副县长钱乙明");
});

test("an absence on record counts on its days alone, and the address remembers who is away", async () => {
  await pickGovernment("沂源县");
  await on("2026-12-06");
  await sees(page.locator("#people"), "都在岗");
  await on("2026-12-07");
  await sees(page.locator("#people"), "副县长李丁宁学习");
  await away("县长赵甲文", "出国");
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes("出国"));
  await page.reload();
  await page.locator("#status").waitFor();
  await sees(page.locator("#people summary"), "县长赵甲文出国");
});

test("a date in the form becomes the last day of a step, counted openly", async () => {
  await pickGovernment("托克逊县");
  await choose("发文名义", "政府");
  await choose("文种", "纪要");
  await choose("纪要所记的会议", "县政府常务会议");
  await sees(path(), /最迟哪天还不知道：/);
  await path().getByRole("button", { name: "去填会议结束日期" }).first().click();
  assert.ok(await field("会议结束日期").locator("input").evaluate((input) => input === document.activeElement));
  await page.getByLabel("会议结束日期").fill("2026-11-16");
  await sees(path(), "最迟11月25日（周三）");
  await sees(path(), "7个工作日");
  await sees(path().locator(".timing"), "印发时间");
  await picture("due");

  await page.getByLabel("会议结束日期").fill("2040-11-16");
  await seesNot(path(), "最迟11月");
  await sees(path(), /2040/);
});

test("what would change the result is told when it is asked for, and done by a click", async () => {
  await pickGovernment("沂源县");
  await pickExample("常务会议定的项目安排通知");
  await status("可以确定");
  const before = await signing().innerText();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes("常务会议"));
  const draft = decodeURIComponent(page.url());
  const changes = await unfold("什么会改变这个结果");
  const buttons = changes.getByRole("button", { name: /^照此填写/ });
  await buttons.first().waitFor();
  await picture("what-if");
  await buttons.first().click();
  await page.waitForFunction((words) => document.querySelector(".part--path").textContent + document.querySelector(".part--signing").textContent !== words, before);
  await page.getByRole("button", { name: /^撤销/ }).click();
  await sees(signing(), before.replace(/\s+/g, ""));
  await page.waitForFunction((address) => decodeURIComponent(location.href) === address, draft);
});

test("why it is not somebody else, or another step, is answered with the words of the rules", async () => {
  await pickGovernment("巫山县");
  await pickExample("给镇政府的批复，两位副县长分管");
  const why = await unfold("为什么不是……");
  await why.getByRole("combobox").selectOption({ label: "会议审议" });
  await sees(why.getByRole("status"), /会议/);
  await why.getByRole("combobox").selectOption({ label: "常务副县长" });
  await sees(why.getByRole("status"), /.{8}/);
  await picture("why-not");
});

test("the route is told in connected words, in three languages, to be copied", async () => {
  await pickGovernment("巫山县");
  await pickExample("给镇政府的批复，两位副县长分管");
  const told = await unfold("文字说明");
  const prose = told.locator("#prose");
  await sees(prose, "审签");
  await sees(prose, "第四十六條（二）");
  await told.getByRole("radio", { name: "English" }).check();
  await sees(prose, /[a-z]{4}.*第四十六條（二）/s);
  assert.equal(await prose.getAttribute("lang"), "en");
  await told.getByRole("radio", { name: "繁體" }).check();
  await sees(prose, "簽");
  await picture("prose");
  await told.getByRole("button", { name: "复制全文" }).click();
  const title = field("标题").getByRole("textbox");
  await title.fill("");
  await page.keyboard.press("Control+v");
  assert.equal((await title.inputValue()).replace(/\s+/g, ""), (await prose.innerText()).replace(/\s+/g, ""));
});

test("chips, suggestions and folds are worked by the keyboard", async () => {
  await pickGovernment("沂源县");
  const title = field("标题").getByRole("textbox");
  await title.focus();
  await page.keyboard.insertText("沂源县人民政府关于做好冬季防火工作的通知");
  await field("标题").getByRole("button", { name: /^采纳/ }).first().waitFor();
  const before = await field("标题").getByRole("button", { name: /^采纳/ }).count();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await field("标题").getByRole("button", { name: /^采纳/ }).count(), before - 1);
  assert.ok(await page.evaluate(() => document.activeElement.closest("[data-fact='title']")), "the focus left the title");

  await asked().locator("[data-answer]").first().focus();
  await page.keyboard.press("Space");
  assert.equal(await page.getByRole("button", { name: /^撤销/ }).count(), 1);
  const fold = page.getByRole("button", { name: "文字说明", exact: true });
  await fold.focus();
  await page.keyboard.press("Enter");
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
});

test("only what changed is said aloud", async () => {
  await pickGovernment("鸡西市");
  await choose("发文名义", "政府");
  await page.waitForTimeout(900);
  await page.locator("#announcer").evaluate((element) => { element.textContent = ""; });
  await field("标题").getByRole("textbox").pressSequentially("第三次会议");
  await page.waitForTimeout(900);
  assert.equal(await page.locator("#announcer").innerText(), "");
});

test("on a narrow screen nothing sticks out, and the answer stays in sight", async () => {
  await visit.leave();
  await open({ width: 360, height: 740 });
  await pickGovernment("巫山县");
  await pickExample("给镇政府的批复，两位副县长分管");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await sees(page.locator("#peek"), "可以确定");
  await field("标题").getByRole("textbox").fill("关于同意建设乡镇敬老院并由县财政局安排资金的批复");
  await away("县长赵甲文", "外出");
  for (const name of ["什么会改变这个结果", "为什么不是……", "文字说明"]) await unfold(name);
  await page.waitForTimeout(600);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
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
  await sees(page.locator("#prose"), "审签");
  assert.ok(await page.locator("#prose").isVisible(), "what is folded on the screen is told on paper");
  assert.equal(await page.locator("#people").isVisible(), false);
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
