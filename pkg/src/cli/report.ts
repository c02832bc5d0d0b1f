// What `check` has proved, on a page: what is to be mended first, then what is worth a look, and in one line what is in order.

import type { CaseResult, Region, Report, Vocabulary } from "../types.d.ts";
import { draftInWords } from "./draft-words.ts";
import type { Page } from "./page.ts";
import { printFailures } from "./results.ts";

export interface Shown {
  vocabulary: Vocabulary;
  /** The cases that fail. */
  failed: readonly CaseResult[];
  /** The text was there to be compared with. */
  withText: boolean;
  /** Also what is declared and what is in order. */
  all: boolean;
}

export function printReport(page: Page, report: Report, { vocabulary, failed, withText, all }: Shown): void {
  const { paint } = page;
  /** A heading with its number, and the entries; nothing where there are none. */
  const section = <T>(mark: string, name: string, words: string, entries: readonly T[], print: (entry: T) => void) => {
    if (entries.length === 0) return;
    page.heading(`${mark} ${name} ${entries.length}${words === "" ? "" : `：${words}`}`);
    entries.forEach(print);
  };
  const bad = paint.red("✗");
  const look = paint.yellow("!");
  const fine = paint.green("✓");
  const region = (it: Region) => printRegion(page, it, [vocabulary]);
  const byClauses = (it: Region[]) => printTogether(page, it, vocabulary);
  const covered = (it: { clause: string; coveredBy: string[] }) =>
    page.item("-", `${paint.cyan(it.clause)}${it.coveredBy.length === 0 ? "" : `：见 ${it.coveredBy.join("、")}`}`, 2);
  const entry = (clause: string, words: string) => page.item("-", `${paint.cyan(clause)}：${words}`, 2);

  const [declaredGaps, gaps] = divide(report.gaps);
  const [declaredConflicts, conflicts] = divide(report.conflicts);
  section(bad, "空白", "条文没有说由谁签发，也没有声明“未规定”", gaps, region);
  section(bad, "冲突", "条款要求不同而没有先后，也没有声明“冲突”", together(conflicts), byClauses);
  section(bad, "不起作用的条款", "被别的条款全部挡住", report.deadClauses, covered);
  section(bad, "到不了的步骤和检查", "没有公文能得到", report.unreached, (it) => entry(it.clause, it.what));
  section(bad, "引文不符", "正文该处没有这些字", report.misquoted, (it) => entry(it.clause, it.message));
  section(bad, "没有通过的案例", "", failed, (it) => printFailures(page, it));

  section(look, "多余的条款", "没有它答案也一样", report.redundantClauses, covered);
  section(look, "没有用到的事项", "没有条款提到", report.unusedMatters, (it) => page.item("-", it, 2));
  section(look, "不必问的事实", "不影响任何答案", report.needlessFacts, (it) => page.item("-", it, 2));
  section(look, "落空的声明", "“未规定”“冲突”所指的公文不存在，或并非如此", report.emptyDeclarations, (it) => entry(placeInWords(it.path), it.words));
  section(look, "没有交代的条", "正文里有，条款和不编里都没有", report.coverage.filter(({ state }) => state === "missing"), (it) => page.item("-", it.article, 2));
  const half = report.exercise.filter(({ everywhere, stands, justNot }) => stands.length === 0 || (everywhere === undefined && justNot.length === 0));
  section(look, "案例不全的条款", "每一条宜有一个适用的案例、一个只差一项而不适用的案例", half, (it) =>
    entry(it.clause, [it.stands.length === 0 ? "缺适用的" : "", it.everywhere === undefined && it.justNot.length === 0 ? "缺不适用的" : ""].filter((words) => words !== "").join("，")),
  );

  if (all) {
    section(fine, "已声明的空白", "", declaredGaps, region);
    section(fine, "已声明的冲突", "", together(declaredConflicts), byClauses);
    section(fine, "可以一并照办的重叠", "", together(report.overlaps), byClauses);
    section(fine, "不编的规定", "", report.coverage.filter(({ state }) => state === "leftOut"), (it) =>
      page.item("-", it.because === undefined ? it.article : `${it.article}：${it.because}`, 2));
    section(fine, "不可能有的组合", "", report.impossible, (it) => page.item("-", it, 2));
  }

  page.gap();
  const declared = declaredGaps.length + declaredConflicts.length;
  const encoded = report.coverage.filter(({ state }) => state === "encoded").length;
  page.line(
    (report.ok && failed.length === 0 ? paint.green("✓ 没有要改的。") : paint.red("✗ 有要改的。")) +
      `已编正文 ${encoded} 处，声明的空白和冲突 ${declared} 处` +
      (!withText ? "；没有给正文，引文未核对（--text）。" : report.misquoted.length === 0 ? "，引文已逐条核对。" : `，引文 ${report.misquoted.length} 处不符。`) +
      (half.length > 0 && report.proposedCases.length > 0 ? `有 ${report.proposedCases.length} 个建议的案例（--write-cases）。` : ""),
  );
}

/** `51-1a / 52：3 种情形`, then each; where there is only one, it stands in the line itself. */
function printTogether(page: Page, regions: readonly Region[], vocabulary: Vocabulary): void {
  const [first] = regions;
  if (first === undefined) return;
  if (regions.length === 1) return printRegion(page, first, [vocabulary]);
  page.item("-", `${clausesOf(page, first)}：${regions.length} 种情形`, 2);
  for (const { clauses: _, ...region } of regions) printRegion(page, region, [vocabulary], 4);
}

export function printRegion(page: Page, region: Region, vocabularies: readonly Vocabulary[], indent = 2): void {
  const { words, clauses, interpretation, witness } = region;
  const { paint } = page;
  page.item("-", clauses === undefined || clauses.length === 0 ? words : `${clausesOf(page, region)}：${words}`, indent);
  if (interpretation !== undefined) page.line(paint.dim(`缘由：${interpretation}`), indent + 2);
  page.item("例稿", paint.dim(draftInWords(witness, ...vocabularies)), indent + 2);
}

function clausesOf({ paint }: Page, { clauses = [] }: Region): string {
  return paint.cyan(clauses.join(" / "));
}

/** The regions of the same clauses, together where the first of them is. */
function together(regions: readonly Region[]): Region[][] {
  const found = new Map<string, Region[]>();
  for (const region of regions) {
    const key = JSON.stringify(region.clauses);
    const known = found.get(key);
    if (known === undefined) found.set(key, [region]);
    else known.push(region);
  }
  return [...found.values()];
}

/** `/未规定/0` is 未规定第1条. */
function placeInWords(path: string): string {
  const [, key, number] = /^\/([^/]+)\/(\d+)$/.exec(path) || [];
  return number === undefined ? path : `${key}第${Number(number) + 1}条`;
}

function divide<T extends Region>(regions: readonly T[]): [declared: T[], open: T[]] {
  return [regions.filter(({ declared }) => declared), regions.filter(({ declared }) => !declared)];
}
