#!/usr/bin/env node
// `npx qianfa …`: finds the command, runs it and says what came of it.

import { version } from "../version.ts";
import { Args, parse } from "./args.ts";
import type { Command, Outcome } from "./command.ts";
import { commands } from "./commands.ts";
import { Failure, Faulty, meant } from "./failure.ts";
import { faultsOutcome } from "./faults.ts";
import { commonOptions, help, usage } from "./help.ts";
import { nearest } from "./nearest.ts";
import { Page } from "./page.ts";

const words = process.argv.slice(2);
// Also of a command line that cannot be understood.
const asJson = words.includes("--json");
const coloured = !words.includes("--no-color") && !process.env["NO_COLOR"];

// Whoever reads may stop reading (`| head`).
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    // EOF is what Windows calls it.
    if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
    process.exit(process.exitCode);
  });
}

answer().then((outcome) => say(outcome, process.stdout), sayWhy);

async function answer(): Promise<Outcome> {
  const at = words.findIndex((word) => !word.startsWith("-"));
  const name = words[at];
  if (name === undefined || name === "help") {
    const args = parse(words.filter((_, i) => i !== at), [...commonOptions, { name: "version", short: "V", does: "版本" }]);
    if (args.has("version")) return { code: 0, json: { version }, print: (page) => page.raw(version) };
    const [topic] = args.operands;
    if (topic === undefined && name === undefined && !args.has("help")) throw new Failure("没有给命令", "运行 qianfa help 看有哪些命令");
    return help(topic === undefined ? undefined : find(topic));
  }
  const command = find(name);
  const args = parse(words.filter((_, i) => i !== at), [...command.options, ...commonOptions]);
  if (args.has("help")) return help(command);
  requireWhole(command, args);
  return command.run(args);
}

function find(name: string): Command {
  const command = commands.find((it) => it.name === name);
  if (command !== undefined) return command;
  throw new Failure(`没有命令 ${name}`, meant(nearest(name, commands.map((it) => it.name))) || "运行 qianfa help 看有哪些命令");
}

/** Refuses too little and too much. */
function requireWhole(command: Command, args: Args): void {
  const { operands } = args;
  const option = command.options.find(({ name, required }) => required && !args.has(name));
  const missing = option === undefined ? command.operands[operands.length] : option.value;
  const hint = `用法：qianfa ${usage(command)}；详见 qianfa help ${command.name}`;
  if (missing !== undefined) throw new Failure(`${command.name} 缺少${option === undefined ? "" : ` --${option.name} `}<${missing}>`, hint);
  if (operands.length > command.operands.length) throw new Failure(`${command.name} 不知道怎样用 ${operands[command.operands.length]}`, hint);
}

function say(outcome: Outcome, stream: typeof process.stdout): void {
  process.exitCode = outcome.code;
  if (asJson) {
    process.stdout.write(`${JSON.stringify(outcome.json, null, 2)}\n`);
    return;
  }
  const page = pageFor(stream);
  outcome.print(page);
  stream.write(page.toString());
}

/** There is no answer. */
function sayWhy(error: unknown): void {
  if (error instanceof Faulty) {
    say(faultsOutcome(error), process.stderr);
    return;
  }
  process.exitCode = 2;
  if (!(error instanceof Failure)) {
    process.stderr.write(`${(error instanceof Error && error.stack) || error}\n`);
  } else if (asJson) {
    process.stdout.write(`${JSON.stringify({ error: error.message, hint: error.hint }, null, 2)}\n`);
  } else {
    const page = pageFor(process.stderr);
    page.line(`qianfa：${error.message}`);
    if (error.hint !== undefined) page.line(error.hint);
    process.stderr.write(page.toString());
  }
}

/** Piped text is wrapped only where COLUMNS asks for it. */
function pageFor(stream: typeof process.stdout): Page {
  const terminal = stream.isTTY === true;
  const columns = terminal ? stream.columns : Number(process.env["COLUMNS"]);
  return new Page(columns || undefined, terminal && coloured);
}
