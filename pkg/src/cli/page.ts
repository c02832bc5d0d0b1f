// What a person reads: lines with indents, wrapped and coloured as the terminal allows. Knows nothing of rulebooks.

import { width, wrap } from "./width.ts";

/** Colours, or none. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

export class Page {
  readonly paint: Paint;
  private readonly lines: string[] = [];

  /** Without columns nothing is wrapped: what is piped is for other programs. */
  constructor(
    private readonly columns: number | undefined,
    colours: boolean,
  ) {
    const sgr = (on: number, off: number) => (text: string) => (colours ? `\x1b[${on}m${text}\x1b[${off}m` : text);
    this.paint = { bold: sgr(1, 22), dim: sgr(2, 22), red: sgr(31, 39), green: sgr(32, 39), yellow: sgr(33, 39), cyan: sgr(36, 39) };
  }

  /** A line; what is wrapped goes on under its own beginning. */
  line(text: string, indent = 0): void {
    this.item("", text, indent);
  }

  /** A line with something before it, such as a mark or a label: what is wrapped goes on behind that. */
  item(lead: string, text: string, indent = 0): void {
    const before = " ".repeat(indent) + (lead === "" ? "" : `${lead} `);
    const hanging = width(before);
    const room = this.columns === undefined ? Infinity : Math.max(20, this.columns - hanging);
    const [first = "", ...further] = text.split("\n").reduce<string[]>((all, part) => all.concat(wrap(part, room)), []);
    this.lines.push((before + first).replace(/ +$/, ""), ...further.map((line) => " ".repeat(hanging) + line));
  }

  /** An empty line, never two and never as the first. */
  gap(): void {
    const last = this.lines[this.lines.length - 1];
    if (last !== undefined && last !== "") this.lines.push("");
  }

  heading(text: string): void {
    this.gap();
    this.line(this.paint.bold(text));
  }

  /** Text for other programs, as it is. */
  raw(text: string): void {
    this.lines.push(text);
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }
}
