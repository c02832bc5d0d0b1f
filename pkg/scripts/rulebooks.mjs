// The shipped rulebooks, in every form in which a page may want them, so that a bundle carries only what it imports:
//
//   rulebooks/rules/<id>   the rules, with the rulebook on which they stand in its place: all that a drafting page needs
//   rulebooks/cases/<id>   the cases, and what the author declares about the rules: what a check needs besides
//   rulebooks/<id>         both

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

/** What decides nothing: it is there for the rulebook's readers, and for checks. */
const ASIDE = ["不编", "未规定", "冲突"];
/** The words of a clause. Last in it, so that what clauses have in common stands together: that packs better. */
const WORDS = ["原文", "条文", "编号", "解释"];
/** What a case is run by; the rest argues for it. */
const OF_A_CASE = ["name", "draft", "unstated", "expect", "contested"];

export async function writeRulebooks() {
  for (const folder of ["rules", "cases"]) await mkdir(`dist/rulebooks/${folder}`, { recursive: true });
  const books = await read();
  for (const [id, { rules, basis, cases }] of books) {
    if (basis === undefined) {
      await writeModules(`rules/${id}`, {}, literal(rules));
    } else {
      // The rulebook below is a module of its own: pages with several governments load it once.
      const imported = { ...rules, 所据: { ...basis, 规则: new Name("base") } };
      await writeModules(`rules/${id}`, { base: `./${basis.规则}` }, literal(imported));
    }
    await writeModules(`cases/${id}`, {}, literal(cases));
    await writeModules(id, { rules: `./rules/${id}`, cases: `./cases/${id}` }, "Object.assign({}, rules, cases)");
    await writeDeclarations(`rules/${id}`, "../../index");
    await writeDeclarations(id, "../index");
    // In one piece, for those that import nothing.
    const whole = withBasis(id, books);
    await write(`${id}.json`, JSON.stringify({ ...whole, ...cases }));
    // For classic scripts, in pages and in workers alike.
    await write(`${id}.iife.js`, `var QianfaRulebooks = QianfaRulebooks || {};\nQianfaRulebooks[${JSON.stringify(id)}] = ${literal(whole)};\n`);
  }
}

/** Every rulebook by its id, taken apart. Parsed and written again: no space between, and proof that it is JSON. */
async function read() {
  const books = new Map();
  for (const file of (await readdir("build/rulebooks")).sort()) {
    const { 所据, ...all } = JSON.parse(await readFile(`build/rulebooks/${file}`, "utf8"));
    const 案例 = JSON.parse(await readFile(`build/cases/${file}`, "utf8")).map((one) => picked(one, (key) => OF_A_CASE.includes(key)));
    const basis = typeof 所据 === "string" ? { 规则: 所据 } : 所据;
    const rules = picked(all, (key) => !ASIDE.includes(key));
    rules.条款 = rules.条款.map(wordsLast);
    books.set(file.replace(/\.json$/, ""), { rules, basis, cases: { 案例, ...picked(all, (key) => ASIDE.includes(key)) } });
  }
  return books;
}

function wordsLast(clause) {
  const isWords = (key) => WORDS.includes(key);
  const words = WORDS.filter((key) => key in clause).map((key) => [key, clause[key]]);
  return { ...picked(clause, (key) => !isWords(key)), ...Object.fromEntries(words) };
}

function picked(object, wanted) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)));
}

/** The rules with the whole rulebook on which they stand, and that on which it stands in its turn. */
function withBasis(id, books) {
  if (!books.has(id)) throw new Error(`a shipped rulebook stands on \`${id}\`, which is not shipped`);
  const { rules, basis } = books.get(id);
  return basis === undefined ? rules : { ...rules, 所据: { ...basis, 规则: withBasis(basis.规则, books) } };
}

/** A module in both systems: what it imports, by name, and what it is. */
async function writeModules(name, imports, value) {
  const each = (line) => Object.entries(imports).map(line).join("");
  await write(`${name}.js`, `${each(([as, from]) => `import ${as} from "${from}.js";\n`)}export default ${value};\n`);
  await write(`${name}.cjs`, `${each(([as, from]) => `const ${as} = require("${from}.cjs");\n`)}module.exports = ${value};\n`);
}

async function writeDeclarations(name, types) {
  const declaration = (end) => `import type { RulebookSource } from "${types}.${end}";\ndeclare const rulebook: RulebookSource;\n`;
  await write(`${name}.d.ts`, `${declaration("js")}export default rulebook;\n`);
  await write(`${name}.d.cts`, `${declaration("cjs")}export = rulebook;\n`);
}

function write(name, text) {
  return writeFile(`dist/rulebooks/${name}`, text);
}

/** In a value, what stands in the script under a name. */
class Name {
  constructor(name) {
    this.name = name;
  }
}

/** A value as a JavaScript expression. */
function literal(value) {
  if (value instanceof Name) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value !== "object" || value === null) return text(value);
  return `{${Object.entries(value).map(([key, it]) => `${keyOf(key)}:${literal(it)}`).join()}}`;
}

/** Most keys are Chinese words, and these need no quotation marks. */
function keyOf(key) {
  if (key === "__proto__") throw new Error("a rulebook must not have the key `__proto__`");
  return /^[\u4e00-\u9fa5]+$/.test(key) ? key : text(key);
}

/** JSON as a JavaScript expression: the two separators are JSON, but no JavaScript before ES2019. */
function text(value) {
  return JSON.stringify(value).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
}
