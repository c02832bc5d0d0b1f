// `diff`: where two rulebooks part, or the proof that they do not.

import type { Comparison, Difference, Vocabulary } from "../../types.d.ts";
import type { Command } from "../command.ts";
import { Failure, Faulty } from "../failure.ts";
import { qianfa } from "../package.ts";
import type { Page } from "../page.ts";
import { withProgress } from "../progress.ts";
import { printRegion } from "../report.ts";
import { baseOption, open, type Opened } from "../rulebooks.ts";

/** How many differences of a group are shown without `--all`. */
const FEW = 3;
const ABOUT = { signing: "签发", step: "程序", finding: "检查" } as const;

export const diff: Command = {
  name: "diff",
  operands: ["规则册甲", "规则册乙"],
  options: [baseOption, { name: "all", does: "全部列出，包括相同的" }],
  does: "两部规则（或同一规则的两版）对哪些公文要求不同",
  english: "Which documents two rulebooks treat differently; nothing is a proof",
  async run(args) {
    const { compareRulebooks } = await qianfa();
    const [a = "", b = ""] = args.operands;
    // As with diff(1), 1 means that they differ: a rulebook with faults cannot mean that.
    const whole = async (file: string) =>
      open([file], args).catch((error) => {
        throw error instanceof Faulty ? new Failure(`${error.message}，不能比较`, `先运行 qianfa check ${file}`) : error;
      });
    const [before, after] = [await whole(a), await whole(b)];
    const comparison = await withProgress("正在比较", () => compareRulebooks(before.rulebook, after.rulebook));
    return {
      code: comparison.same ? 0 : 1,
      json: comparison,
      print: (page) => printComparison(page, comparison, before, after, args.has("all")),
    };
  },
};

function printComparison(page: Page, comparison: Comparison, before: Opened, after: Opened, all: boolean): void {
  const { paint } = page;
  page.item("甲", `${paint.bold(before.rulebook.title)}（${before.file}）`);
  page.item("乙", `${paint.bold(after.rulebook.title)}（${after.file}）`);
  if (comparison.onlyBefore.length > 0) page.item("只有甲问到", comparison.onlyBefore.join("、"));
  if (comparison.onlyAfter.length > 0) page.item("只有乙问到", comparison.onlyAfter.join("、"));
  const vocabularies = [before.rulebook.vocabulary, after.rulebook.vocabulary];
  for (const group of comparison.groups) {
    if (group.same && !all) continue;
    page.heading(group.words);
    if (group.before === group.after) page.item("-", `${group.before}${group.same ? paint.green("（相同）") : ""}`, 2);
    else printSides(page, group, 2);
    const shown = all ? group.differences : group.differences.slice(0, FEW);
    for (const difference of shown) printDifference(page, difference, vocabularies);
    if (shown.length < group.differences.length) page.line(`还有 ${group.differences.length - shown.length} 处（--all）`, 2);
  }
  page.gap();
  const alike = comparison.groups.filter(({ same }) => same).length;
  if (comparison.same) page.line(paint.green("没有不同（已证明）"));
  else page.line(`${comparison.groups.length - alike} 类公文有不同，${alike} 类相同`);
}

function printDifference(page: Page, difference: Difference, vocabularies: Vocabulary[]): void {
  page.line(page.paint.yellow(`${ABOUT[difference.about]}不同`), 2);
  printRegion(page, difference, ...vocabularies);
  printSides(page, difference, 4);
  if (difference.onlyBefore !== undefined && difference.onlyBefore.length > 0) page.item("只有甲问到", difference.onlyBefore.join("、"), 4);
  if (difference.onlyAfter !== undefined && difference.onlyAfter.length > 0) page.item("只有乙问到", difference.onlyAfter.join("、"), 4);
}

function printSides(page: Page, { before, after }: { before: string; after: string }, indent: number): void {
  page.item("甲", before, indent);
  page.item("乙", after, indent);
}
