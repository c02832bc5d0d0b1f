// `route`: who signs a draft, by which path, and why.

import type { Draft, Finding, Route, RouteOptions, Signing, Vocabulary } from "../../types.d.ts";
import { cites, printBasis } from "../basis.ts";
import type { Command } from "../command.ts";
import { draftInWords, valueInWords } from "../draft-words.ts";
import { Failure } from "../failure.ts";
import { readJson } from "../input.ts";
import type { Page } from "../page.ts";
import { conditionsInWords, limitInWords, signingInWords, STATUS, stepInWords } from "../route-words.ts";
import { baseOption, open } from "../rulebooks.ts";

export const route: Command = {
  name: "route",
  operands: ["草稿.json"],
  options: [
    { name: "rulebook", short: "r", value: "规则册", required: true, many: true, does: "按哪部规则；同一规则的几个版本可以都给，按日期取" },
    { name: "on", value: "日期", does: "问哪一天（2026-03-01）；不给则看草稿的起草日期" },
    { name: "finished", does: "草稿已填完：没有写的都是“否”" },
    baseOption,
  ],
  does: "一份草稿由谁签发、走哪些程序、依据哪一条",
  english: "Who must sign a draft, by which path, on which words",
  async run(args) {
    const [file = ""] = args.operands;
    const on = args.value("on");
    if (on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(on)) throw new Failure(`--on 的日期应写作 2026-03-01，不是 ${on}`);
    const { rulebook } = await open(args.all("rulebook"), args);
    const draft = (await readJson(file)) as Draft;
    const options: RouteOptions = { unstated: args.has("finished") ? "no" : "unknown", ...(on === undefined ? {} : { on }) };
    const answer = rulebook.route(draft, options);
    return { code: 0, json: answer, print: (page) => printRoute(page, answer, draft, rulebook.vocabulary) };
  },
};

function printRoute(page: Page, route: Route, draft: Draft, vocabulary: Vocabulary): void {
  const { paint } = page;
  const force = route.rulebook.inForce === false ? paint.yellow("，这一天不在施行期内") : "";
  page.line(`${paint.bold(route.rulebook.title)}（${route.rulebook.id}）${force}`);
  if (typeof draft === "object" && draft !== null && !Array.isArray(draft)) page.item("草稿", draftInWords(draft, vocabulary));
  page.item("状态", `${paint.bold(STATUS[route.status])}（${route.status}）`);

  page.heading("签发");
  for (const signing of route.signing) printSigning(page, signing);
  page.heading("程序");
  for (const step of route.steps) {
    const lead = String(step.stage).padStart(2);
    page.item(step.certainty === "possible" ? paint.dim(lead) : lead, `${stepInWords(step)} ${paint.dim(cites(step.basis))}`);
    if (step.requires !== undefined && step.requires.length > 0) page.line(`若：${conditionsInWords(step.requires)}`, 3);
    if (step.oneOf !== undefined) page.line(`与同标“${step.oneOf}”的步骤任选其一`, 3);
    for (const limit of step.limits || []) page.line(`时限：${limitInWords(limit)} ${paint.dim(cites(limit.basis))}`, 3);
    for (const note of step.notes || []) page.line(paint.dim(`${note.kind}：${note.words} ${note.basis.cite}`), 3);
  }
  if (route.findings.length > 0) page.heading("检查结果");
  for (const finding of route.findings) printFinding(page, finding);
  if (route.questions.length > 0) page.heading("还要问");
  for (const { fact: name, prompt, answers, affects } of route.questions) {
    page.item("-", affects === "signing" ? prompt : `${prompt}${paint.dim("（只影响程序和检查）")}`);
    const fact = vocabulary.facts.find((it) => it.name === name);
    for (const { value, leadsTo } of answers) {
      if (leadsTo.length > 0) page.item(`${valueInWords(value, fact)} →`, leadsTo.join("；"), 2);
    }
  }
}

const CERTAINTY = { certain: "", possible: "可能：", conflicting: "相抵：" } as const;

function printSigning(page: Page, signing: Signing): void {
  const { paint } = page;
  page.item("-", `${CERTAINTY[signing.certainty]}${paint.bold(signingInWords(signing))}`);
  if (signing.requires !== undefined && signing.requires.length > 0) page.line(`若：${conditionsInWords(signing.requires)}`, 2);
  if (signing.anyOf !== undefined && signing.anyOf.length > 0) page.line(`并且：${signing.anyOf.map(conditionsInWords).join("，或者 ")}`, 2);
  printBasis(page, signing.basis, 2);
}

function printFinding(page: Page, { severity, message, path, basis }: Finding): void {
  const { paint } = page;
  const lead = { error: paint.red("错误"), warning: paint.yellow("警告"), info: "提示" }[severity];
  page.item(lead, path === "" ? message : `${message} ${paint.dim(path)}`);
  printBasis(page, basis, 5);
}
