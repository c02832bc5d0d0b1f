// `build`: the text that authors write as the JSON that pages load.

import type { Command } from "../command.ts";
import { writeText } from "../input.ts";
import { baseOption, open } from "../rulebooks.ts";

export const build: Command = {
  name: "build",
  operands: ["规则册"],
  options: [
    { name: "output", short: "o", value: "文件", does: "写到文件；不给则写到标准输出" },
    { name: "bare", does: "不带案例和不编：网页不用这些" },
    baseOption,
  ],
  does: "把文本（YAML）编成 JSON，供网页载入；有错误的不编",
  english: "Text (YAML) to JSON, for pages to load; refuses faults",
  async run(args) {
    const { rulebook, content } = await open(args.operands, args);
    const { 案例: _cases, 不编: _leftOut, ...bare } = content;
    const built = args.has("bare") ? bare : content;
    const json = JSON.stringify(built);
    const output = args.value("output");
    if (output !== undefined) writeText(output, `${json}\n`, { overwrite: true });
    return {
      code: 0,
      json: output === undefined ? built : { written: output, id: rulebook.id, digest: rulebook.digest },
      print(page) {
        if (output === undefined) page.raw(json);
        else page.line(`${rulebook.title} 已写入 ${output}`);
      },
    };
  },
};
