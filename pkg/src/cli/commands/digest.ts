// `digest`: the digest of what a rulebook says, as it stands in every route.

import type { Command } from "../command.ts";
import { baseOption, open } from "../rulebooks.ts";

export const digest: Command = {
  name: "digest",
  operands: ["规则册"],
  options: [baseOption],
  does: "规则册内容的摘要，怎样排版都一样",
  english: "The digest of what a rulebook says, however it is written down",
  async run(args) {
    const { rulebook } = await open(args.operands, args);
    const { id, title, digest } = rulebook;
    return { code: 0, json: { id, title, digest }, print: (page) => page.raw(digest) };
  },
};
