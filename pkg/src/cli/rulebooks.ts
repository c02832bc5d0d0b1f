// From what stands on the command line to a loaded rulebook: a file, the id of a shipped one, or standard input; with what it stands on.

import { existsSync, readdirSync } from "fs";
import { dirname, join } from "path";
import type { Rulebook, RulebookIssue } from "../types.d.ts";
import type { Args, OptionSpec } from "./args.ts";
import { Failure, Faulty, meant } from "./failure.ts";
import { readText, shown } from "./input.ts";
import { nearest } from "./nearest.ts";
import { qianfa, shippedFolder } from "./package.ts";

/** An option of every command that reads a rulebook. */
export const baseOption: OptionSpec = { name: "base", value: "文件", many: true, does: "“所据”的规则册；随包的不必给，可以多次" };

/** A rulebook as it was found. */
interface Source {
  /** What it is called on the command line. */
  file: string;
  /** Where it lies; a shipped one and standard input lie nowhere. */
  folder: string | undefined;
  text: string;
  /** The same as an object; empty where the text cannot be read, which loading it will say. */
  content: Content;
}

interface Content {
  readonly [key: string]: unknown;
}

/** A loaded rulebook and what it was made from: of several versions, the first. */
export interface Opened {
  file: string;
  folder: string | undefined;
  rulebook: Rulebook;
  content: Content;
}

/** Loads the rulebook, or several versions of one. */
export async function open(files: readonly string[], args: Args): Promise<Opened> {
  const sources: Source[] = [];
  for (const file of files) sources.push(await find(file));
  const bases = await basesOf(sources, args.all("base"));
  const [first] = sources;
  if (first === undefined) throw new Error("no rulebook was asked for");
  return {
    file: namesOf(sources),
    folder: first.folder,
    rulebook: await load(sources.length === 1 ? first.text : sources.map(({ text }) => text), sources, bases),
    content: first.content,
  };
}

/** The ids of the clauses as the rulebook writes them. */
export function clauseIds(content: Content): string[] {
  const clauses = content["条款"];
  return Array.isArray(clauses) ? clauses.map((clause) => String(Object(clause)["编号"])) : [];
}

async function find(file: string): Promise<Source> {
  const ids = shippedIds();
  // An id always means the shipped rulebook, wherever the command is run; `./yiyuan` is a file.
  const shipped = ids.includes(file);
  if (file !== "-" && !shipped && !existsSync(file)) {
    throw new Failure(`没有规则册 ${file}：不是文件，也不是随包规则册（${ids.join("、")}）`, meant(nearest(file, ids)));
  }
  const text = await readText(shipped ? join(shippedFolder, `${file}.json`) : file);
  return { file, folder: shipped || file === "-" ? undefined : dirname(file), text, content: await contentOf(text) };
}

function shippedIds(): string[] {
  return readdirSync(shippedFolder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

async function contentOf(text: string): Promise<Content> {
  const { rulebookFromText } = await qianfa();
  for (const read of [JSON.parse, rulebookFromText]) {
    try {
      return Object(read(text));
    } catch {
      // Not in this form.
    }
  }
  return {};
}

/** The bases that were given, and the shipped ones that are asked for by id. */
async function basesOf(sources: readonly Source[], given: readonly string[]): Promise<string[]> {
  const found = new Map<unknown, string>();
  const pending = [...sources];
  for (const file of given) {
    const base = await find(file);
    found.set(base.content["标识"], base.text);
    pending.push(base);
  }
  for (let it = pending.pop(); it !== undefined; it = pending.pop()) {
    const id = baseId(it.content["所据"]);
    if (id === undefined || found.has(id) || !shippedIds().includes(id)) continue;
    const base = await find(id);
    found.set(id, base.text);
    pending.push(base);
  }
  return [...found.values()];
}

/** `所据` is an id, or has one as its `规则`; a whole rulebook in its place needs no looking up. */
function baseId(written: unknown): string | undefined {
  const id = typeof written === "object" && written !== null ? (written as Content)["规则"] : written;
  return typeof id === "string" ? id : undefined;
}

async function load(source: string | string[], sources: readonly Source[], bases: string[]): Promise<Rulebook> {
  const { loadRulebook, RulebookError } = await qianfa();
  const issuesOf = (error: unknown): RulebookIssue[] => {
    if (error instanceof RulebookError) return error.issues;
    throw error;
  };
  try {
    return loadRulebook(source, { bases });
  } catch (error) {
    const issues = issuesOf(error);
    // Lines mean nothing without their file: of several versions, the one with faults of its own is named.
    for (const { file, text } of sources) {
      try {
        loadRulebook(text, { bases }).free();
      } catch (own) {
        throw new Faulty(shown(file), issuesOf(own));
      }
    }
    throw new Faulty(namesOf(sources), issues);
  }
}

function namesOf(sources: readonly Source[]): string {
  return sources.map(({ file }) => shown(file)).join("、");
}
