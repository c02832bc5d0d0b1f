// A route on a page: who signs, the path with its people and days, what was found and what to ask.

import type { Draft, Finding, Limit, Route, Signer, Signing, Step, Timing, Vocabulary } from "../types.d.ts";
import { cites, printBasis } from "./basis.ts";
import { draftInWords, valueInWords } from "./draft-words.ts";
import type { Page } from "./page.ts";
import { standingIns } from "./people-words.ts";
import { conditionsInWords, dueInWords, limitInWords, signingInWords, STATUS, stepInWords } from "./route-words.ts";

export function printRoute(page: Page, route: Route, draft: Draft, vocabulary: Vocabulary): void {
  const { paint } = page;
  printHead(page, route, draft, vocabulary);
  page.heading("签发");
  for (const signing of route.signing) printSigning(page, signing);
  page.heading("程序");
  for (const step of route.steps) printStep(page, step);
  printTiming(page, route.timing);
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

/** By which rules, about which draft, and how far it is settled. */
export function printHead(page: Page, { rulebook, status }: Route, draft: Draft, vocabulary: Vocabulary): void {
  const { paint } = page;
  const force = rulebook.inForce === false ? paint.yellow("，这一天不在施行期内") : "";
  page.line(`${paint.bold(rulebook.title)}（${rulebook.id}）${force}`);
  if (typeof draft === "object" && draft !== null && !Array.isArray(draft)) page.item("草稿", draftInWords(draft, vocabulary));
  page.item("状态", `${paint.bold(STATUS[status])}（${status}）`);
}

const CERTAINTY = { certain: "", possible: "可能：", conflicting: "相抵：" } as const;

function printSigning(page: Page, signing: Signing): void {
  const { paint } = page;
  page.item("-", `${CERTAINTY[signing.certainty]}${paint.bold(signingInWords(signing))}`);
  if (signing.requires !== undefined && signing.requires.length > 0) page.line(`若：${conditionsInWords(signing.requires)}`, 2);
  if (signing.anyOf !== undefined && signing.anyOf.length > 0) page.line(`并且：${signing.anyOf.map(conditionsInWords).join("，或者 ")}`, 2);
  const signers = signing.options.reduce<Signer[]>((all, option) => all.concat(option.signers), []);
  printStanding(page, signers, 2);
  printBasis(page, signing.basis, 2);
}

function printStep(page: Page, step: Step): void {
  const { paint } = page;
  const lead = String(step.stage).padStart(2);
  page.item(step.certainty === "possible" ? paint.dim(lead) : lead, `${stepInWords(step)} ${paint.dim(cites(step.basis))}`);
  if (step.requires !== undefined && step.requires.length > 0) page.line(`若：${conditionsInWords(step.requires)}`, 3);
  if (step.oneOf !== undefined) page.line(`与同标“${step.oneOf}”的步骤任选其一`, 3);
  // Of the signature it is said above.
  if (step.kind !== "签发") printStanding(page, step.actors, 3);
  for (const limit of step.limits || []) printLimit(page, limit, step);
  for (const note of step.notes || []) page.line(paint.dim(`${note.kind}：${note.words} ${note.basis.cite}`), 3);
}

/** For each in whose place somebody acts: what the rules say, what is still missing, and what to write. */
function printStanding(page: Page, signers: readonly Signer[], indent: number): void {
  const { paint } = page;
  for (const { for: absent, under, needs, words, line } of standingIns(signers)) {
    const mark = `${absent.away === undefined ? "委托" : "不在岗"}：`;
    page.line(`${needs === undefined ? mark : paint.yellow(mark)}${words}`, indent);
    if (line !== undefined) page.line(`单上写：${paint.bold(line)}`, indent);
    printBasis(page, [under], indent);
  }
}

/** The limit in the text's terms, and the day; that of the tightest stands out. */
function printLimit(page: Page, limit: Limit, { due }: Step): void {
  const { paint } = page;
  page.line(`时限：${limitInWords(limit)} ${paint.dim(cites(limit.basis))}`, 3);
  const tightest = due !== undefined && "date" in due ? due.date : undefined;
  const day = dueInWords(limit, (date) => (date === tightest ? paint.bold(date) : date));
  if (day !== undefined) page.line(`最迟：${day}`, 3);
}

function printTiming(page: Page, { earliest, latest, because, unknown }: Timing): void {
  if (earliest === undefined && latest === undefined && unknown === undefined) return;
  const { paint } = page;
  page.heading("印发时间");
  if (earliest !== undefined) page.item("最早", paint.bold(earliest));
  if (latest !== undefined) page.item("最迟", paint.bold(latest));
  if (unknown !== undefined) page.item("不能推算", unknown);
  for (const words of because) page.item("-", words);
}

/** What is wrong with the input itself: where only a part of the route is asked for, the answer is then about another draft than was meant. */
export function printUnused(page: Page, { findings }: Route): void {
  for (const finding of findings) if (finding.severity !== "info" && finding.basis.length === 0) printFinding(page, finding);
}

function printFinding(page: Page, { severity, message, path, basis }: Finding): void {
  const { paint } = page;
  const lead = { error: paint.red("错误"), warning: paint.yellow("警告"), info: "提示" }[severity];
  page.item(lead, path === "" ? message : `${message} ${paint.dim(path)}`);
  printBasis(page, basis, 5);
}
