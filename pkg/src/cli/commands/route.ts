// `route`: who signs a draft, by which path, and why.

import type { Language } from "../../types.d.ts";
import type { Args } from "../args.ts";
import { asked, draftOptions } from "../asked.ts";
import type { Command } from "../command.ts";
import { Failure } from "../failure.ts";
import { messagesIn, qianfa } from "../package.ts";
import { printRoute } from "../route-page.ts";

const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

export const route: Command = {
  name: "route",
  operands: ["草稿.json"],
  options: [
    ...draftOptions,
    { name: "prose", does: "连成一篇文字，带条文引用" },
    { name: "language", value: "语言", does: `这篇文字的语言：zh-Hans（不给即是）、zh-Hant 或 en；与 --prose 同用` },
  ],
  does: "一份草稿由谁签发、走哪些程序、依据哪一条；有名册则到人，有日期则到日",
  english: "Who must sign a draft, by which path, by when, on which words",
  async run(args) {
    const language = languageOf(args);
    const { rulebook, draft, options } = await asked(args);
    const answer = rulebook.route(draft, options);
    if (language === undefined) return { code: 0, json: answer, print: (page) => printRoute(page, answer, draft, rulebook.vocabulary) };
    const { explain } = await qianfa();
    const prose = explain(answer, { messages: messagesIn(language) });
    return { code: 0, json: { language, prose }, print: (page) => page.line(prose) };
  },
};

/** The language of the prose; `undefined` where none is wanted. */
function languageOf(args: Args): Language | undefined {
  const given = args.value("language");
  if (!args.has("prose")) {
    if (given !== undefined) throw new Failure("--language 只与 --prose 同用");
    return undefined;
  }
  const language = LANGUAGES.find((it) => it === (given || "zh-Hans"));
  if (language === undefined) throw new Failure(`--language 只有 zh-Hans、zh-Hant 和 en，没有 ${given}`);
  return language;
}
