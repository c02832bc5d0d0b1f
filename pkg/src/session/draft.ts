// A draft that is edited fact by fact. It is kept in one order and without what is not known, so that drafts that say the same are
// written the same. Nothing of it is ever changed; it is frozen where it is shown, for freezing takes longer than editing. Knows which
// fields of a draft are maps; not what any of them means.

/** A draft as it was when it was handed over: any JSON at all. */
export type Stated = unknown;

type Entries = { readonly [key: string]: unknown };

/** The kinds that can be among the addressees or copies, by the field. */
export type Kinds = (list: string) => readonly string[];

/** Fields with facts in them. */
const MAPS = ["matters", "departments", "dates"];
/** Fields that list recipients: a list is complete; a map says of single kinds whether they are among them. */
const LISTS = ["addressees", "copies"];

/** What no field of a draft takes. It stands for a value that cannot be read, so that the route finds fault with it where it was set. */
const UNREADABLE: unknown = [[]];

/** No draft and no option is nested as deeply as this; what is would not be written twice without running out of stack. */
const DEEPEST = 50;

/** Takes a whole draft. What cannot be read at all is no draft. */
export function taken(draft: unknown): Stated {
  const copy = snapshot(draft, null);
  if (!isMap(copy)) return copy;
  const fields: [string, unknown][] = Object.keys(copy).map((field) => {
    const value = copy[field];
    return [field, isMap(value) && (MAPS.includes(field) || LISTS.includes(field)) ? ordered(value) : value];
  });
  return ordered(entriesOf(fields));
}

/** A value as it is now. */
export function snapshot(value: unknown, unreadable: unknown = UNREADABLE): unknown {
  if (typeof value === "string" || typeof value === "boolean") return value;
  try {
    const text = JSON.stringify(value);
    const copy: unknown = text === undefined ? unreadable : JSON.parse(text);
    return isDeeper(copy, DEEPEST) ? unreadable : copy;
  } catch (_) {
    return unreadable;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  return typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));
}

/** What the draft says of a fact; `undefined` where it says nothing. */
export function stated(draft: Stated, path: string): unknown {
  const [field, key] = place(path);
  const value = isMap(draft) ? own(draft, field) : undefined;
  if (key === undefined) return value;
  if (isMap(value)) return own(value, key);
  return Array.isArray(value) && LISTS.includes(field) ? value.some((entry) => kindOf(entry) === key) : undefined;
}

/** Every fact that the draft states, by its path. */
export function statedFacts(draft: Stated): string[] {
  const facts: string[] = [];
  if (!isMap(draft)) return facts;
  for (const field of Object.keys(draft)) {
    const value = draft[field];
    if (isMap(value) && place(`${field}.`).length === 2) facts.push(...Object.keys(value).map((key) => `${field}.${key}`));
    else facts.push(field);
  }
  return facts;
}

/** The draft with a fact stated; `undefined` or `null` forgets it. */
export function withFact(draft: Stated, path: string, value: unknown, kinds: Kinds): Stated {
  const [field, key] = place(path);
  const whole = isMap(draft) ? draft : {};
  if (key === undefined) return withEntry(whole, field, value);
  const before = own(whole, field);
  if (Array.isArray(before) && LISTS.includes(field)) return withEntry(whole, field, withKind(before, key, value, kinds(field)));
  const after = withEntry(isMap(before) ? before : {}, key, value);
  return withEntry(whole, field, Object.keys(after).length > 0 ? after : undefined);
}

/** The field and, in a field that has facts in it, the key. Any other path is the name of a field. */
function place(path: string): [field: string, key?: string] {
  const dot = path.indexOf(".");
  const field = path.slice(0, Math.max(dot, 0));
  return MAPS.includes(field) || LISTS.includes(field) ? [field, path.slice(dot + 1)] : [path];
}

/** A complete list with one kind more or less. Forgetting one makes it incomplete: then only what is known of each kind can be said. */
function withKind(list: readonly unknown[], kind: string, value: unknown, kinds: readonly string[]): unknown {
  if (value === true) return list.some((entry) => kindOf(entry) === kind) ? list : [...list, kind];
  if (value === false) return list.filter((entry) => kindOf(entry) !== kind);
  const named = list.map(kindOf);
  const isClear = named.every((it) => it !== undefined && kinds.includes(it));
  const known = kinds.filter((it) => isClear || named.includes(it)).map((it): [string, unknown] => [it, named.includes(it)]);
  return withEntry(ordered(entriesOf(known)), kind, value);
}

function kindOf(entry: unknown): string | undefined {
  const kind = isMap(entry) ? entry.kind : entry;
  return typeof kind === "string" ? kind : undefined;
}

/** A map with one entry otherwise, in order. */
function withEntry(map: Entries, key: string, value: unknown): Entries {
  const keys = Object.keys(map).filter((it) => it !== key);
  if (value !== undefined && value !== null) {
    const at = keys.findIndex((it) => it > key);
    keys.splice(at < 0 ? keys.length : at, 0, key);
  }
  return entriesOf(keys.map((it) => [it, it === key ? value : map[it]]));
}

/** A map in the order of its keys, without what is not known. */
function ordered(map: Entries): Entries {
  const known = Object.keys(map).filter((key) => map[key] !== null).sort();
  return entriesOf(known.map((key) => [key, map[key]]));
}

function entriesOf(entries: readonly (readonly [string, unknown])[]): Entries {
  const map: { [key: string]: unknown } = {};
  for (const [key, value] of entries) {
    // A key of this name is a mistake that the route should find, not a prototype.
    if (key === "__proto__") Object.defineProperty(map, key, { value, enumerable: true });
    else map[key] = value;
  }
  return map;
}

function own(map: Entries, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined;
}

function isMap(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
