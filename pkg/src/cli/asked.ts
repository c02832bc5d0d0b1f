// What a command is asked about a draft: by which rulebook, on which day, with which people and which working days.

import type { Calendar, Draft, Roster, RouteOptions, Rulebook } from "../types.d.ts";
import type { Args, OptionSpec } from "./args.ts";
import { Failure } from "./failure.ts";
import { readJson, shown } from "./input.ts";
import { baseOption, open } from "./rulebooks.ts";

export const rosterOption: OptionSpec = { name: "roster", value: "名册.json", does: "人员名册：职务由谁担任、分管什么、谁不在、谁受委托" };

/** The options of every command about a draft. */
export const draftOptions: readonly OptionSpec[] = [
  { name: "rulebook", short: "r", value: "规则册", required: true, many: true, does: "按哪部规则；同一规则的几个版本可以都给，按日期取" },
  { name: "on", value: "日期", does: "问哪一天（2026-03-01）；不给则看草稿的起草日期" },
  { name: "finished", does: "草稿已填完：没有写的都是“否”" },
  rosterOption,
  { name: "calendar", value: "日历.json", does: "随包没有的年份的节假日和调休上班日" },
  baseOption,
];

export interface Asked {
  readonly rulebook: Rulebook;
  readonly draft: Draft;
  readonly options: RouteOptions;
}

/** Reads everything that stands on the command line; the draft is the first operand. */
export async function asked(args: Args): Promise<Asked> {
  const [file = ""] = args.operands;
  const on = args.value("on");
  if (on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(on)) throw new Failure(`--on 的日期应写作 2026-03-01，不是 ${on}`);
  const { rulebook } = await open(args.all("rulebook"), args);
  const draft = (await readJson(file)) as Draft;
  const roster = await rosterFrom(args);
  const calendar = await readObject<Calendar>(args.value("calendar"), "日历", "years", "每年的 holidays 和 workdays");
  return {
    rulebook,
    draft,
    options: {
      unstated: args.has("finished") ? "no" : "unknown",
      ...(on === undefined ? {} : { on }),
      ...(roster === undefined ? {} : { roster }),
      ...(calendar === undefined ? {} : { calendar }),
    },
  };
}

export function rosterFrom(args: Args): Promise<Roster | undefined> {
  return readObject<Roster>(args.value("roster"), "名册", "people", "人员");
}

/** The file's object. What is wrong inside it is for the route to find; but without its main key it is another file. */
async function readObject<T extends object>(file: string | undefined, what: string, key: string, gloss: string): Promise<T | undefined> {
  if (file === undefined) return undefined;
  const value = await readJson(file);
  if (typeof value !== "object" || value === null || !(key in value)) throw new Failure(`${shown(file)} 不是${what}：应为 JSON 对象，其中有 ${key}（${gloss}）`);
  return value as T;
}
