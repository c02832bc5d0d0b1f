// The faults of a rulebook, one a line as compilers write them, so that editors jump to the place.

import type { RulebookIssue } from "../types.d.ts";
import type { Outcome } from "./command.ts";
import type { Faulty } from "./failure.ts";
import type { Page } from "./page.ts";

export function faultsOutcome(faulty: Faulty): Outcome {
  return {
    code: 1,
    json: { ok: false, file: faulty.file, issues: faulty.issues },
    print(page) {
      for (const issue of faulty.issues) printFault(page, faulty.file, issue);
      page.line(page.paint.red(faulty.message));
    },
  };
}

function printFault(page: Page, file: string, issue: RulebookIssue): void {
  const { paint } = page;
  const place = issue.line === undefined ? ` ${issue.path}` : `${issue.line}:${issue.column === undefined ? 1 : issue.column}`;
  const clause = issue.clause === undefined ? "" : `条款 ${issue.clause}：`;
  page.line(`${paint.bold(`${file}:${place}`.trim())}: ${clause}${issue.message} ${paint.dim(`[${issue.code}]`)}`);
  if (issue.expected !== undefined) page.line(`应为：${issue.expected}`, 2);
  if (issue.suggestion !== undefined) page.line(`是否想写：${issue.suggestion}`, 2);
}
