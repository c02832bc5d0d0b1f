// `what-if`: the smallest changes of a draft that would lead elsewhere.

import { asked, draftOptions } from "../asked.ts";
import { printAsked, printChanges } from "../changes-page.ts";
import type { Command } from "../command.ts";
import { withProgress } from "../progress.ts";

export const whatIf: Command = {
  name: "what-if",
  operands: ["草稿.json"],
  options: draftOptions,
  does: "改哪一项就会换人签发，或增减步骤：最小的改动，至多 24 个",
  english: "The smallest changes that would lead to another signer or step",
  async run(args) {
    const about = await asked(args);
    const { rulebook, draft, options } = about;
    const changes = await withProgress("正在推算", () => rulebook.whatIf(draft, options));
    return {
      code: 0,
      json: changes,
      print(page) {
        printAsked(page, about);
        if (changes.length > 0) page.heading("会改变结果的");
        else page.line("改动任何一项或几项，都不会换人签发，也不会增减步骤");
        printChanges(page, changes);
      },
    };
  },
};
