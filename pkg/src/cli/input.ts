// Files and standard input, as text or JSON. Knows no rulebook.

import { readFileSync, writeFileSync } from "fs";
import { Failure } from "./failure.ts";

let stdinTaken = false;

/** The text of a file; `-` is standard input, once. */
export async function readText(file: string): Promise<string> {
  if (file !== "-") return decoded(file, readBytes(file));
  if (stdinTaken) throw new Failure("标准输入（-）只能用一次");
  stdinTaken = true;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return decoded(shown(file), joined(chunks));
}

/** What a file is called in messages. */
export function shown(file: string): string {
  return file === "-" ? "标准输入" : file;
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${shown(file)} 不是 JSON：${(error as Error).message}`);
  }
}

/** Writes a file; one that must not be lost is not overwritten. */
export function writeText(file: string, text: string, options: { overwrite: boolean; secret?: boolean }): void {
  try {
    writeFileSync(file, text, { flag: options.overwrite ? "w" : "wx", mode: options.secret === true ? 0o600 : 0o666 });
  } catch (error) {
    throw new Failure(`写不了 ${file}：${reason(error)}`);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(`读不了 ${file}：${reason(error)}`);
  }
}

function decoded(file: string, bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    if (!utf16) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Said below.
  }
  throw new Failure(`${file} 不是 UTF-8 编码的文本`, "请在编辑器里另存为 UTF-8（记事本：另存为，编码选 UTF-8）");
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: "没有这个文件或文件夹",
  EISDIR: "这是文件夹",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EEXIST: "文件已经存在，不覆盖",
};

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return (code !== undefined && REASONS[code]) || message;
}
