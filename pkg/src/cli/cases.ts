// Where a rulebook's cases are: they travel inside it, or lie beside it, or are named on the command line.

import { existsSync } from "fs";
import { join } from "path";
import type { Case } from "../types.d.ts";
import type { Args, OptionSpec } from "./args.ts";
import { Failure } from "./failure.ts";
import { readJson, shown } from "./input.ts";
import type { Opened } from "./rulebooks.ts";

export const casesOption: OptionSpec = { name: "cases", value: "文件", does: "案例文件；不给则用规则册内的案例，或同一文件夹的 cases.json" };

/** Cases that are run. */
export interface Found {
  /** `undefined` are the rulebook's own. */
  cases: Case[] | undefined;
  /** The file, or the key of the rulebook as a JSON Pointer; `null` where there are none. */
  from: string | null;
}

const OWN = "/案例";

export async function casesFor({ content, folder }: Opened, args: Args): Promise<Found> {
  const given = args.value("cases");
  if (given !== undefined) return { cases: await readCases(given), from: given };
  const own = content["案例"];
  if (Array.isArray(own) && own.length > 0) return { cases: undefined, from: OWN };
  const beside = folder === undefined ? undefined : join(folder, "cases.json");
  if (beside !== undefined && existsSync(beside)) return { cases: await readCases(beside), from: beside };
  return { cases: undefined, from: null };
}

/** In words, which cases are run. */
export function casesInWords({ from }: Found): string {
  return from === null ? "没有案例" : from === OWN ? "案例在规则册内" : `案例取自 ${from}`;
}

async function readCases(file: string): Promise<Case[]> {
  const cases = await readJson(file);
  if (!Array.isArray(cases)) throw new Failure(`${shown(file)} 不是案例：应为 JSON 数组`);
  const odd = cases.findIndex((it) => !isCase(it));
  if (odd >= 0) throw new Failure(`${shown(file)} 的第 ${odd + 1} 个案例不完整：应有 name、draft 和 expect`);
  return cases as Case[];
}

function isCase(it: unknown): boolean {
  const { name, draft, expect } = Object(it) as Partial<Case>;
  return typeof name === "string" && [draft, expect].every((part) => typeof part === "object" && part !== null);
}
