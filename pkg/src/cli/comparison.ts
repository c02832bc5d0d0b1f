// Two rulebooks compared, on a page: every sort of documents in a few lines, or every difference.

import type { Comparison, Difference, Vocabulary } from "../types.d.ts";
import { draftInWords, factInWords } from "./draft-words.ts";
import type { Page } from "./page.ts";
import { printRegion } from "./report.ts";
import type { Opened } from "./rulebooks.ts";

type Group = Comparison["groups"][number];

/** How many of the alternatives in a group's words are shown. */
const FEW = 3;

export function printComparison(page: Page, comparison: Comparison, before: Opened, after: Opened, all: boolean): void {
  const { paint } = page;
  const vocabularies = [before.rulebook.vocabulary, after.rulebook.vocabulary];
  page.item("甲", `${paint.bold(before.rulebook.title)}（${before.file}）`);
  page.item("乙", `${paint.bold(after.rulebook.title)}（${after.file}）`);
  printOwnFacts(page, comparison, vocabularies, 0);
  page.gap();

  const different = comparison.groups.filter(({ same }) => !same);
  // Of two versions of one rulebook each difference is an amendment: a reader wants every one, and none told twice.
  const versions = before.rulebook.id === after.rulebook.id;
  if (all) comparison.groups.forEach((group) => printWhole(page, group, vocabularies));
  else if (versions) different.filter(isList).forEach((group) => printWhole(page, group, vocabularies));
  else different.forEach((group) => printBrief(page, group, vocabularies));

  page.gap();
  if (comparison.same) page.line(paint.green("没有不同（已证明）"));
  else if (versions) page.line(`${countAll(different.filter(isList))} 处不同`);
  else page.line(`${different.length} 类有不同，${comparison.groups.length - different.length} 类相同${all ? "" : "；逐一列出用 --all"}`);
}

/** Whether a group only lists differences: then what it says itself is said of none of them. */
function isList({ before, after, differences }: Group): boolean {
  return differences.some((it) => it.before !== before || it.after !== after);
}

function countAll(groups: readonly Group[]): number {
  return groups.reduce((sum, { differences }) => sum + differences.length, 0);
}

/** What a group is about, how many differences it has, and one of them. */
function printBrief(page: Page, group: Group, vocabularies: Vocabulary[]): void {
  const { paint } = page;
  const { differences } = group;
  const [first] = differences;
  const { before, after } = first === undefined ? group : first;
  page.line(paint.bold(firstAlternatives(group.words)));
  const oneOfMany = isList(group) && differences.length > 1;
  page.line(`${paint.yellow(`${differences.length} 处`)}${oneOfMany ? "，如" : ""}：${before} → ${after}`, 2);
  if (first !== undefined) page.item("例稿", paint.dim(draftInWords(first.witness, ...vocabularies)), 2);
}

/** `甲；乙；丙；等 5 种情形`: an alternative stays together with what is taken out of it. */
function firstAlternatives(words: string): string {
  const alternatives = words.split(/；(?!除去：|或者)/);
  return alternatives.length <= FEW ? words : `${alternatives.slice(0, FEW).join("；")}；等 ${alternatives.length} 种情形`;
}

function printWhole(page: Page, group: Group, vocabularies: Vocabulary[]): void {
  const list = isList(group);
  page.heading(group.same ? `${group.words}${page.paint.green("（相同）")}` : group.words);
  if (!list) printSides(page, group, 2);
  for (const difference of group.differences) {
    printRegion(page, difference, vocabularies);
    if (list) printSides(page, difference, 4);
    printOwnFacts(page, difference, vocabularies, 4);
  }
}

function printSides(page: Page, { before, after }: { before: string; after: string }, indent: number): void {
  if (before === after) return page.line(before, indent);
  page.item("甲", before, indent);
  page.item("乙", after, indent);
}

/** What only one of the two asks about. */
function printOwnFacts(page: Page, { onlyBefore = [], onlyAfter = [] }: Pick<Difference, "onlyBefore" | "onlyAfter">, vocabularies: Vocabulary[], indent: number): void {
  const labels = (names: readonly string[]) => names.map((name) => factInWords(name, ...vocabularies)).join("、");
  if (onlyBefore.length > 0) page.item("只有甲问到", labels(onlyBefore), indent);
  if (onlyAfter.length > 0) page.item("只有乙问到", labels(onlyAfter), indent);
}
