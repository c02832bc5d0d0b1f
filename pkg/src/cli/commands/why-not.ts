// `why-not`: why a route is not as somebody expected.

import type { Wanted, WhyNot } from "../../types.d.ts";
import type { Args, OptionSpec } from "../args.ts";
import { asked, draftOptions } from "../asked.ts";
import { printBasis } from "../basis.ts";
import { printAsked, printChanges } from "../changes-page.ts";
import type { Command } from "../command.ts";
import { Failure } from "../failure.ts";
import { withProgress } from "../progress.ts";

const wantedOptions: readonly OptionSpec[] = [
  { name: "signer", value: "职务", does: "本以为由谁签发：县长，或共用的代号 head" },
  { name: "step", value: "步骤", does: "本以为要走哪一步：会议审议" },
  { name: "outcome", value: "签发结果", does: "本以为是哪个结果，写法同 route：由县长签发" },
];

export const whyNot: Command = {
  name: "why-not",
  operands: ["草稿.json"],
  options: [...wantedOptions, ...draftOptions],
  does: "为何不由某人签发、不走某一步，怎样才会；--signer、--step、--outcome 给一个",
  english: "Why a route is not as expected, and what would make it so",
  async run(args) {
    const wanted = wantedOf(args);
    const about = await asked(args);
    const { rulebook, draft, options } = about;
    const answer = await withProgress("正在推算", () => rulebook.whyNot(draft, wanted, options));
    return {
      code: 0,
      json: answer,
      print(page) {
        printAsked(page, about);
        page.item("回答", `${page.paint.bold(ANSWER[answer.answer])}（${answer.answer}）`);
        page.line(answer.words);
        if (answer.basis.length > 0) page.heading("依据");
        printBasis(page, answer.basis, 0);
        // The first is usually told with the answer.
        const further = answer.changes.filter(({ words }) => !answer.words.includes(words));
        if (further.length > 0) page.heading("也可以这样改");
        printChanges(page, further);
      },
    };
  },
};

const ANSWER: { readonly [answer in WhyNot["answer"]]: string } = {
  "is so": "本来就是",
  "may be": "还不一定",
  "is not": "不是",
  never: "不会有",
};

function wantedOf(args: Args): Wanted {
  const given = wantedOptions.filter(({ name }) => args.has(name));
  const [only, another] = given;
  if (only === undefined || another !== undefined) {
    throw new Failure("why-not 要问一件事：--signer、--step、--outcome 给一个，只给一个", "如 --signer 县长、--step 会议审议、--outcome 由县长签发");
  }
  const value = args.value(only.name) || "";
  if (only.name === "signer") return { signer: value };
  if (only.name === "step") return { step: value as Extract<Wanted, { step: unknown }>["step"] };
  return value;
}
