// Every command, in the order of the help.

import type { Command } from "./command.ts";
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { diff } from "./commands/diff.ts";
import { digest } from "./commands/digest.ts";
import { explain } from "./commands/explain.ts";
import { keygen } from "./commands/keygen.ts";
import { route } from "./commands/route.ts";
import { schema } from "./commands/schema.ts";
import { sign } from "./commands/sign.ts";
import { test } from "./commands/test.ts";
import { title } from "./commands/title.ts";
import { whatIf } from "./commands/what-if.ts";
import { whyNot } from "./commands/why-not.ts";

export const commands: readonly Command[] = [check, test, route, whatIf, whyNot, title, diff, explain, build, schema, digest, sign, keygen];
