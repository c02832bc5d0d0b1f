// `schema`: what editors need to complete and check a rulebook as it is typed.

import type { Command } from "../command.ts";
import { Failure } from "../failure.ts";
import { qianfa } from "../package.ts";

export const schema: Command = {
  name: "schema",
  operands: [],
  options: [{ name: "draft", value: "版本", does: "2020-12（不给即是）或 draft-07" }],
  does: "规则册格式的 JSON Schema，供编辑器提示和检查",
  english: "JSON Schema of the rulebook format, for editors",
  async run(args) {
    const draft = args.value("draft") || "2020-12";
    if (draft !== "2020-12" && draft !== "draft-07") throw new Failure(`--draft 只有 2020-12 和 draft-07，没有 ${draft}`);
    const { rulebookSchema } = await qianfa();
    const json = rulebookSchema(draft);
    return { code: 0, json, print: (page) => page.raw(JSON.stringify(json, null, 2)) };
  },
};
