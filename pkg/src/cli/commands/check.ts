// `check`: the faults of a rulebook, and what can be proved about one without faults.

import type { Report } from "../../types.d.ts";
import type { Args } from "../args.ts";
import { casesFor, casesInWords, casesOption } from "../cases.ts";
import type { Command, Outcome } from "../command.ts";
import { Faulty } from "../failure.ts";
import { faultsOutcome } from "../faults.ts";
import { readText, writeText } from "../input.ts";
import { withProgress } from "../progress.ts";
import { printReport } from "../report.ts";
import { baseOption, open } from "../rulebooks.ts";

export const check: Command = {
  name: "check",
  operands: ["规则册"],
  options: [
    { name: "text", value: "文件", does: "规则的正文（UTF-8，一条或一款一行）：核对引文，查漏条" },
    casesOption,
    baseOption,
    { name: "write-cases", value: "文件", does: "把建议补充的案例写成文件，供对照正文审定；不覆盖已有文件" },
    { name: "all", does: "全部列出，包括已声明的和没有问题的" },
  ],
  does: "查错误，并证明有无空白、冲突、用不上的条款",
  english: "Faults, then proofs: gaps, conflicts, dead clauses, coverage, cases",
  run: (args) => checked(args).catch((error) => {
    if (error instanceof Faulty) return faultsOutcome(error);
    throw error;
  }),
};

async function checked(args: Args): Promise<Outcome> {
  const opened = await open(args.operands, args);
  const { rulebook } = opened;
  const found = await casesFor(opened, args);
  const textFile = args.value("text");
  const text = textFile === undefined ? undefined : await readText(textFile);
  const options = { ...(text === undefined ? {} : { text }), ...(found.cases === undefined ? {} : { cases: found.cases }) };
  const [report, results] = await withProgress(`正在核对 ${opened.file}`, () => [rulebook.check(options), rulebook.test(found.cases)] as const);
  const failed = results.filter(({ faults, contested }) => faults.length > 0 && !contested);
  const proposed = args.value("write-cases");
  if (proposed !== undefined) writeText(proposed, casesFile(report.proposedCases), { overwrite: false });
  return {
    code: report.ok && failed.length === 0 ? 0 : 1,
    json: { rulebook: { id: rulebook.id, title: rulebook.title, digest: rulebook.digest }, casesFrom: found.from, ...report, failedCases: failed },
    print(page) {
      page.line(`${page.paint.bold(rulebook.title)}（${rulebook.id}），${casesInWords(found)}`);
      printReport(page, report, { vocabulary: rulebook.vocabulary, failed, withText: text !== undefined, all: args.has("all") });
      if (proposed !== undefined) page.line(`建议的 ${report.proposedCases.length} 个案例已写入 ${proposed}：其中的结果是现在的答案，须对照正文审定`);
    },
  };
}

/** One case a line, as `cases.json` is kept. */
function casesFile(cases: Report["proposedCases"]): string {
  return cases.length === 0 ? "[]\n" : `[\n${cases.map((it) => `  ${JSON.stringify(it)}`).join(",\n")}\n]\n`;
}
