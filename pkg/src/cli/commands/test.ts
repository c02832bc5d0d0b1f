// `test`: a rulebook's cases, run.

import { casesFor, casesInWords, casesOption } from "../cases.ts";
import type { Command } from "../command.ts";
import { withProgress } from "../progress.ts";
import { printFailures } from "../results.ts";
import { baseOption, open } from "../rulebooks.ts";

export const test: Command = {
  name: "test",
  operands: ["规则册"],
  options: [casesOption, baseOption],
  does: "运行规则册的案例；没有案例也算没有通过",
  english: "Runs the rulebook's cases",
  async run(args) {
    const opened = await open(args.operands, args);
    const { rulebook } = opened;
    const found = await casesFor(opened, args);
    const results = await withProgress(`正在运行案例 ${opened.file}`, () => rulebook.test(found.cases));
    const wrong = results.filter(({ faults }) => faults.length > 0);
    const failed = wrong.filter(({ contested }) => !contested).length;
    const contested = results.filter((it) => it.contested).length;
    const passed = results.length - contested - failed;
    const ok = failed === 0 && results.length > 0;
    return {
      code: ok ? 0 : 1,
      json: { ok, rulebook: { id: rulebook.id, title: rulebook.title, digest: rulebook.digest }, casesFrom: found.from, passed, failed, contested, results },
      print(page) {
        const { paint } = page;
        for (const result of wrong) printFailures(page, result);
        const sum = `${results.length} 个案例：通过 ${passed}，没有通过 ${failed}，有争议不计 ${contested}`;
        page.line(`${ok ? paint.green("✓") : paint.red("✗")} ${rulebook.title}（${rulebook.id}），${casesInWords(found)}${results.length === 0 ? "" : `；${sum}`}`);
      },
    };
  },
};
