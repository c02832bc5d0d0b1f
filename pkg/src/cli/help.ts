// What the command line can do, in Chinese with a line of English a command.

import type { OptionSpec } from "./args.ts";
import type { Command, Outcome } from "./command.ts";
import { commands } from "./commands.ts";
import type { Page } from "./page.ts";

export const commonOptions: readonly OptionSpec[] = [
  { name: "json", does: "结果以一个 JSON 文档写到标准输出，不写别的" },
  { name: "no-color", does: "不用颜色（环境变量 NO_COLOR 也可）" },
  { name: "help", short: "h", does: "本说明" },
];

/** About one command, or about all. */
export function help(command: Command | undefined): Outcome {
  const told = command === undefined ? commands : [command];
  return {
    code: 0,
    json: { commands: told.map(({ run: _, ...described }) => described), options: commonOptions },
    print: (page) => (command === undefined ? printAll(page) : printOne(page, command)),
  };
}

function printAll(page: Page): void {
  page.line("qianfa：公文由谁签发、走哪些程序，依据政府自己的工作规则");
  page.line("用法：qianfa <命令> …    qianfa help <命令>    qianfa --version");
  page.heading("命令");
  for (const command of commands) {
    page.line(page.paint.bold(usage(command)), 2);
    page.line(command.does, 6);
    page.line(page.paint.dim(command.english), 6);
  }
  page.heading("规则册");
  page.line("文件（YAML 或 JSON），随包规则册的标识（如 yiyuan），或 -（标准输入）。标识优先；同名文件写作 ./yiyuan。", 2);
  page.heading("共有的选项");
  printOptions(page, commonOptions);
  page.heading("退出码");
  page.item("0", "没有问题，或已经回答（diff：没有不同）", 2);
  page.item("1", "规则册有错误、核对有要改的、案例没有通过（diff：有不同）", 2);
  page.item("2", "用法不对，或文件读写不了（diff：也包括规则册有错误）", 2);
}

function printOne(page: Page, command: Command): void {
  page.line(`用法：${page.paint.bold(`qianfa ${usage(command)}`)}`);
  page.line(command.does);
  page.line(page.paint.dim(command.english));
  page.heading("选项");
  printOptions(page, [...command.options, ...commonOptions]);
}

/** `route --rulebook <规则册> <草稿.json>`: with what must be there. */
export function usage({ name, operands, options }: Command): string {
  const required = options.filter((it) => it.required).map((it) => `--${it.name} <${it.value}>`);
  return [name, ...required, ...operands.map((operand) => `<${operand}>`)].join(" ");
}

function printOptions(page: Page, options: readonly OptionSpec[]): void {
  for (const { name, short, value, does } of options) {
    const written = `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`;
    page.item(written, does, 2);
  }
}
