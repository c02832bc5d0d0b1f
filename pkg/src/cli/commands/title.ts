// `title`: the parts of a title, and the facts that it suggests.

import type { Route, TitleReading } from "../../types.d.ts";
import { rosterFrom, rosterOption } from "../asked.ts";
import type { Command, Outcome } from "../command.ts";
import { Failure } from "../failure.ts";
import { qianfa } from "../package.ts";
import type { Page } from "../page.ts";
import { printUnused } from "../route-page.ts";
import { baseOption, open } from "../rulebooks.ts";

export const title: Command = {
  name: "title",
  operands: ["标题"],
  options: [
    { name: "rulebook", short: "r", value: "规则册", does: "按哪部规则认名称和事项；不给则只认各地通用的" },
    rosterOption,
    baseOption,
  ],
  does: "一个标题的发文机关、事由、文种，和由它看得出的事实（只是建议）",
  english: "The parts of a title and the facts that it suggests",
  async run(args) {
    const [words = ""] = args.operands;
    const file = args.value("rulebook");
    if (file === undefined && args.has("roster")) throw new Failure("--roster 只与 --rulebook 同用");
    const { readTitle } = await qianfa();
    const rulebook = file === undefined ? undefined : (await open([file], args)).rulebook;
    const roster = await rosterFrom(args);
    if (rulebook === undefined || roster === undefined) return answer(words, readTitle(words, rulebook));
    // A reading has no findings; what is wrong with the roster, a route says.
    return answer(words, readTitle(words, rulebook, { roster }), rulebook.route({}, { roster }));
  },
};

function answer(words: string, reading: TitleReading, route?: Route): Outcome {
  return { code: 0, json: reading, print: (page) => printTitle(page, words, reading, route) };
}

function printTitle(page: Page, words: string, reading: TitleReading, route: Route | undefined): void {
  page.line(page.paint.bold(words));
  if (route !== undefined) printUnused(page, route);
  printParts(page, reading, 0);
  const { suggestions } = reading;
  if (suggestions.length === 0) {
    page.line("没有可以建议的");
    return;
  }
  page.heading("建议");
  for (const { words: suggested, fact, value } of suggestions) page.item("-", `${suggested} ${page.paint.dim(`${fact}: ${JSON.stringify(value)}`)}`);
}

function printParts(page: Page, { issuer, subject, docType, wraps }: TitleReading, indent: number): void {
  if (issuer !== undefined) page.item("发文机关", issuer.words, indent);
  if (subject !== undefined) page.item("事由", subject.words, indent);
  if (docType !== undefined) page.item("文种", docType.words === docType.term ? docType.words : `${docType.words}（${docType.term}）`, indent);
  if (wraps === undefined) return;
  page.item(wraps.by.words, wraps.title.words, indent);
  printParts(page, wraps.inner, indent + 2);
}
