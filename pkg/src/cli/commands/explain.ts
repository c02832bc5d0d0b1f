// `explain`: one clause, with everything that bears on it.

import type { ClauseAccount, Vocabulary } from "../../types.d.ts";
import { printBasis } from "../basis.ts";
import type { Command } from "../command.ts";
import { draftInWords } from "../draft-words.ts";
import { Failure, meant } from "../failure.ts";
import { nearest } from "../nearest.ts";
import type { Page } from "../page.ts";
import { baseOption, clauseIds, open } from "../rulebooks.ts";

export const explain: Command = {
  name: "explain",
  operands: ["规则册", "条款编号"],
  options: [baseOption],
  does: "一条款：原文、何时适用、让位于谁、要求什么",
  english: "One clause: its words, when it stands, before which it gives way",
  async run(args) {
    const [file = "", id = ""] = args.operands;
    const opened = await open([file], args);
    const { rulebook } = opened;
    const account = rulebook.clause(id);
    if (account === undefined) throw new Failure(`${opened.file} 没有条款 ${id}`, meant(nearest(id, clauseIds(opened.content))));
    return { code: 0, json: account, print: (page) => printClause(page, account, rulebook.vocabulary) };
  },
};

function printClause(page: Page, account: ClauseAccount, vocabulary: Vocabulary): void {
  const { paint } = page;
  printBasis(page, [account], 0);
  page.gap();
  page.item("适用", account.applies);
  if (account.except !== undefined) page.item("除外", account.except);
  for (const { clause, entirely, interpretation } of account.yields) {
    page.item(entirely ? "全部让位于" : "让位于", paint.cyan(clause));
    if (interpretation !== undefined) page.line(paint.dim(`解释：${interpretation}`), 2);
  }
  if (account.before.length > 0) page.item("优先于", paint.cyan(account.before.join("、")));
  for (const demand of account.demands) page.item("要求", demand);
  page.item("例稿", account.witness === undefined ? paint.yellow("没有：它永远不适用") : draftInWords(account.witness, vocabulary));
}
