// What a command is to those that run it and describe it.

import type { Args, OptionSpec } from "./args.ts";
import type { Page } from "./page.ts";

export interface Command {
  readonly name: string;
  /** The operands as the help shows them. */
  readonly operands: readonly string[];
  readonly options: readonly OptionSpec[];
  /** One line of Chinese, one of English. */
  readonly does: string;
  readonly english: string;
  run(args: Args): Promise<Outcome>;
}

/** What a command answers: the same for programs and for people. */
export interface Outcome {
  /** 0 where all is well, 1 where something is to be mended or differs. */
  readonly code: 0 | 1;
  /** With `--json`. */
  readonly json: unknown;
  /** Without. */
  print(page: Page): void;
}
