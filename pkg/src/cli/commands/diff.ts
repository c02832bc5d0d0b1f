// `diff`: where two rulebooks part, or the proof that they do not.

import type { Command } from "../command.ts";
import { printComparison } from "../comparison.ts";
import { Failure, Faulty } from "../failure.ts";
import { qianfa } from "../package.ts";
import { withProgress } from "../progress.ts";
import { baseOption, open } from "../rulebooks.ts";

export const diff: Command = {
  name: "diff",
  operands: ["规则册甲", "规则册乙"],
  options: [baseOption, { name: "all", does: "逐一列出每一处不同，也列出相同的" }],
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
