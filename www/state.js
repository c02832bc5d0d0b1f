// The page's state and its written form in location.hash. Knows that a fact's name is its path in the draft; does
// not know the facts, the DOM or the engine.

/**
 * What the page shows: which government, the clerk's draft, the day on which it is handled, whether it is finished, and what of
 * the roster is otherwise than recorded: `away` is by person (a reason, or "" for being there), `revoked` by place in the list.
 */
export function emptyState(government, on) {
  return { government, draft: {}, on, done: false, people: { isOff: false, away: {}, revoked: [] } };
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

/** What would have to be put back to come from the draft `after` to `before`: facts with the values they had. */
export function differences(before, after) {
  const isUnlike = (one, other) => JSON.stringify(one) !== JSON.stringify(other);
  const both = (one, other) => Array.from(new Set(Object.keys(one).concat(Object.keys(other))));
  const names = both(before, after).filter((field) => isUnlike(before[field], after[field])).map((field) => {
    const [was, is] = [before[field] || {}, after[field] || {}];
    if (!isMap(was) || !isMap(is)) return [field];
    return both(was, is).filter((key) => isUnlike(was[key], is[key])).map((key) => `${field}.${key}`);
  });
  return [].concat(...names).map((name) => ({ name, value: getFact(before, name) }));
}

export function toHash(state, today) {
  const words = new URLSearchParams();
  words.set("机关", state.government);
  if (Object.keys(state.draft).length > 0) words.set("草稿", JSON.stringify(state.draft));
  if (state.on !== today) words.set("日期", state.on);
  if (state.done) words.set("填毕", "是");
  const { isOff, away, revoked } = state.people;
  if (isOff) words.set("名册", "不用");
  if (Object.keys(away).length > 0) words.set("在岗", JSON.stringify(away));
  if (revoked.length > 0) words.set("无委托", JSON.stringify(revoked));
  return "#" + words.toString();
}

/** Reads a hash that anybody may have written: what is not understood counts as not said. */
export function fromHash(hash, governments, today) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const government = governments.indexOf(words.get("机关")) >= 0 ? words.get("机关") : governments[0];
  const state = emptyState(government, words.has("日期") ? words.get("日期") : today);
  const read = (name, isRight, otherwise) => {
    try {
      const value = JSON.parse(words.get(name));
      return isRight(value) ? value : otherwise;
    } catch (error) {
      return otherwise;
    }
  };
  state.draft = read("草稿", isMap, {});
  state.done = words.get("填毕") === "是";
  state.people = { isOff: words.get("名册") === "不用", away: read("在岗", isMap, {}), revoked: read("无委托", Array.isArray, []) };
  return state;
}
