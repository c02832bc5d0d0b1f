// The page's state and its written form in location.hash. Knows that a fact's name is its path in the draft; does
// not know the facts, the DOM or the engine.

/** What the page shows: which government, the clerk's draft, the day on which it is handled, and whether it is finished. */
export function emptyState(government, on) {
  return { government, draft: {}, on, done: false };
}

/** A fact's name is its path: `docType`, or a map and a key in it, as in `matters.规范性文件`. */
function split(name) {
  const dot = name.indexOf(".");
  return dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)];
}

export function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a fact in the draft; `undefined` while it is unknown. */
export function getFact(draft, name) {
  const [field, key] = split(name);
  const value = key === null ? draft[field] : isMap(draft[field]) ? draft[field][key] : undefined;
  return value === null ? undefined : value;
}

/** A draft that differs in one fact; `undefined` makes the fact unknown again. */
export function withFact(draft, name, value) {
  const [field, key] = split(name);
  const next = Object.assign({}, draft);
  let inner = value;
  if (key !== null) {
    const map = Object.assign({}, isMap(draft[field]) ? draft[field] : {});
    if (value === undefined) delete map[key];
    else map[key] = value;
    inner = Object.keys(map).length > 0 ? map : undefined;
  }
  if (inner === undefined) delete next[field];
  else next[field] = inner;
  return next;
}

export function toHash(state, today) {
  const words = new URLSearchParams();
  words.set("机关", state.government);
  if (Object.keys(state.draft).length > 0) words.set("草稿", JSON.stringify(state.draft));
  if (state.on !== today) words.set("日期", state.on);
  if (state.done) words.set("填毕", "是");
  return "#" + words.toString();
}

/** Reads a hash that anybody may have written: what is not understood counts as not said. */
export function fromHash(hash, governments, today) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const government = governments.indexOf(words.get("机关")) >= 0 ? words.get("机关") : governments[0];
  const state = emptyState(government, words.has("日期") ? words.get("日期") : today);
  try {
    const draft = JSON.parse(words.get("草稿") || "{}");
    if (isMap(draft)) state.draft = draft;
  } catch (error) {
    state.draft = {};
  }
  state.done = words.get("填毕") === "是";
  return state;
}
