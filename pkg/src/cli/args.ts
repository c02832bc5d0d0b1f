// From the words of the command line to options and operands. Knows no command. (Node has `parseArgs` only from 18.3 on.)

import { Failure, meant } from "./failure.ts";
import { nearest } from "./nearest.ts";

/** An option as a command declares it. */
export interface OptionSpec {
  /** Its name without dashes. */
  readonly name: string;
  /** One letter that stands for it. */
  readonly short?: string;
  /** What its value is called in the help; an option without one is a flag. */
  readonly value?: string;
  /** The command cannot do without it. */
  readonly required?: true;
  /** It may be given several times. */
  readonly many?: true;
  /** What it does, for the help. */
  readonly does: string;
}

/** What was given. */
export class Args {
  constructor(
    /** What is no option, in its order. */
    readonly operands: readonly string[],
    private readonly options: ReadonlyMap<string, readonly string[]>,
  ) {}

  has(name: string): boolean {
    return this.options.has(name);
  }

  value(name: string): string | undefined {
    return this.all(name)[0];
  }

  all(name: string): readonly string[] {
    return this.options.get(name) || [];
  }
}

/** `-` is an operand (standard input); everything behind `--` is one. */
export function parse(words: readonly string[], specs: readonly OptionSpec[]): Args {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      operands.push(...rest);
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const written = equals < 0 ? word : word.slice(0, equals);
    const spec = find(written, specs);
    const given = options.get(spec.name) || [];
    if (given.length > 0 && spec.many === undefined) throw new Failure(`选项 ${written} 只能给一次`);
    given.push(value(written, spec, equals < 0 ? undefined : word.slice(equals + 1), rest));
    options.set(spec.name, given);
  }
  return new Args(operands, options);
}

function find(written: string, specs: readonly OptionSpec[]): OptionSpec {
  const spec = specs.find(({ name, short }) => written === `--${name}` || written === `-${short}`);
  if (spec !== undefined) return spec;
  throw new Failure(`没有选项 ${written}`, meant(nearest(written, specs.map(({ name }) => `--${name}`))));
}

/** A flag's value is the empty text. */
function value(written: string, spec: OptionSpec, attached: string | undefined, rest: string[]): string {
  if (spec.value === undefined) {
    if (attached !== undefined) throw new Failure(`选项 ${written} 不带值`);
    return "";
  }
  const value = attached === undefined ? rest.shift() : attached;
  if (value === undefined || value === "") throw new Failure(`选项 ${written} 缺少${spec.value}`);
  return value;
}
