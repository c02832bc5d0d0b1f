// One control for one fact of the vocabulary. Knows the kinds of fact (enum, yesno, list, number, date, text); does
// not know which facts there are, nor the route.
//
// A control is `{ element, target, write(value) }`: `target` takes the focus, `write` shows a value without telling
// `onInput`. `undefined` is “未定” everywhere.

import { h, update } from "./dom.js";
import { choiceWithNames, nameList } from "./names.js";
import { isMap } from "./state.js";
import { valueWords } from "./words.js";

const RADIOS_AT_MOST = 3;
const YES_NO = [{ value: true, label: "是" }, { value: false, label: "否" }];

/**
 * `ids` names the elements that label and describe the control: `{ control, label, notes, names }`. `names` are those from which
 * it may be filled.
 */
export function createControl(fact, ids, onInput, names) {
  switch (fact.type) {
    case "yesno": return names.length > 0
      ? choiceWithNames(radios(YES_NO, ids, onInput), names, fact.label, ids, onInput)
      : radios(YES_NO, ids, onInput);
    case "enum": return fact.values.length > RADIOS_AT_MOST ? select(fact.values, ids, onInput) : radios(fact.values, ids, onInput);
    case "list": return list(fact, ids, onInput);
    default: return input(fact.type, ids, onInput, names);
  }
}

/** The control that `ids.label` can point at with `for`; groups are labelled the other way round. */
export function isSingle(fact) {
  return fact.type !== "yesno" && fact.type !== "list" && !(fact.type === "enum" && fact.values.length <= RADIOS_AT_MOST);
}

/** Yes/no facts whose draft value is a list of names (协办部门) read as “is there any”. */
function asChoice(value) {
  return Array.isArray(value) ? value.length > 0 : value;
}

function radios(values, ids, onInput) {
  const choices = values.concat([{ value: undefined, label: "未定" }]);
  const boxes = choices.map((choice) => {
    const box = h("input", { type: "radio", name: ids.control, class: "choice-box" });
    box.addEventListener("change", () => onInput(choice.value));
    return box;
  });
  const element = h("div", { class: "choices", role: "radiogroup", id: ids.control, "aria-labelledby": ids.label, "aria-describedby": ids.notes },
    boxes.map((box, index) => h("label", { class: choices[index].value === undefined ? "choice choice--unknown" : "choice" },
      box, h("span", { class: "choice-words" }, choices[index].label))));
  return {
    element,
    get target() { return boxes.find((box) => box.checked) || boxes[0]; },
    write(value) { boxes.forEach((box, index) => { box.checked = choices[index].value === asChoice(value); }); },
  };
}

function select(values, ids, onInput) {
  const unknown = h("option", { value: "" }, "未定");
  const foreign = h("option", { value: "?" });
  const element = h("select", { class: "box", id: ids.control, "aria-describedby": ids.notes },
    unknown, values.map((choice, index) => h("option", { value: String(index) }, choice.label)));
  const raw = { value: undefined };
  element.addEventListener("change", () => {
    if (element.value === "") onInput(undefined);
    else onInput(element.value === "?" ? raw.value : values[Number(element.value)].value);
  });
  return {
    element,
    target: element,
    write(value) {
      const index = values.findIndex((choice) => choice.value === value);
      if (foreign.parentNode) element.removeChild(foreign);
      if (index < 0 && value !== undefined) {
        raw.value = value;
        foreign.textContent = `${valueWords(value)}（不认识的值）`;
        element.appendChild(foreign);
        element.value = "?";
      } else {
        element.value = index < 0 ? "" : String(index);
      }
      element.classList.toggle("is-unknown", value === undefined);
    },
  };
}

function input(type, ids, onInput, names) {
  const element = h("input", { type, class: "box", id: ids.control, list: names.length > 0 ? ids.names : null, "aria-describedby": ids.notes, min: type === "number" ? "0" : null, step: type === "number" ? "1" : null, spellcheck: "false" });
  element.addEventListener("input", () => {
    if (element.value === "") onInput(undefined);
    else onInput(type === "number" ? Number(element.value) : element.value);
  });
  return {
    element: names.length > 0 ? h("div", null, element, nameList(names, ids.names)) : element,
    target: element,
    write(value) {
      const words = value === undefined ? "" : valueWords(value);
      if (element.value !== words) element.value = words;
    },
  };
}

/**
 * A list of institutions: unknown until touched, then complete. Each is a kind, a name, or both. Where only single kinds are known, the
 * draft has a map, `{ 上级政府: true }`; it is shown as such until the clerk adds to it.
 */
function list(fact, ids, onInput) {
  let stated;
  const chips = h("ul", { class: "chips", "aria-label": fact.label });
  const kind = h("select", { class: "box", id: ids.control, "aria-label": `${fact.label}的类别` },
    h("option", { value: "" }, "按名称判断类别"), fact.values.map((choice) => h("option", { value: choice.value }, choice.label)));
  const name = h("input", { type: "text", class: "box", placeholder: "名称（可不填）", "aria-label": `${fact.label}的名称`, spellcheck: "false" });
  const add = h("button", { type: "button", class: "small" }, "添加");
  const none = h("button", { type: "button", class: "small small--quiet" }, "没有");
  const forget = h("button", { type: "button", class: "small small--quiet" }, "改回未定");

  const say = (value) => { draw(value); onInput(value); };
  const labelOf = (value) => { const choice = fact.values.find((other) => other.value === value); return choice ? choice.label : value; };
  const wordsOf = (item) => (item && item.kind ? [labelOf(item.kind), item.name].filter(Boolean).join(" · ") : labelOf(valueWords(item)));
  const kindsOf = (map) => Object.keys(map).filter((key) => map[key] !== null);

  function chip(words, at) {
    return h("li", { class: "chip" }, words,
      h("button", { type: "button", class: "chip-remove", "data-at": at, "aria-label": `去掉${words}` }, "×"));
  }

  function draw(value) {
    stated = value;
    update(chips,
      value === undefined && h("li", { class: "chips-empty" }, "未定"),
      Array.isArray(value) && value.length === 0 && h("li", { class: "chips-empty chips-none" }, "无"),
      Array.isArray(value) && value.map((item, at) => chip(wordsOf(item), at)),
      isMap(value) && kindsOf(value).map((key) => chip(value[key] ? labelOf(key) : `没有${labelOf(key)}`, key)),
      isMap(value) && h("li", { class: "chips-empty" }, "其余未定"));
    none.hidden = value !== undefined;
    forget.hidden = value === undefined;
  }

  function without(at) {
    if (Array.isArray(stated)) return stated.filter((_, index) => String(index) !== at);
    const rest = Object.assign({}, stated);
    delete rest[at];
    return kindsOf(rest).length > 0 ? rest : undefined;
  }

  chips.addEventListener("click", (event) => {
    const button = event.target.closest("[data-at]");
    if (!button) return;
    say(without(button.getAttribute("data-at")));
    kind.focus();
  });
  add.addEventListener("click", () => {
    const words = name.value.trim();
    if (!kind.value && !words) { kind.focus(); return; }
    const item = !kind.value ? words : words ? { kind: kind.value, name: words } : { kind: kind.value };
    kind.value = "";
    name.value = "";
    const items = isMap(stated) ? kindsOf(stated).filter((key) => stated[key]).map((key) => ({ kind: key })) : stated || [];
    say(items.concat([item]));
  });
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add.click();
  });
  none.addEventListener("click", () => { say([]); kind.focus(); });
  forget.addEventListener("click", () => { say(undefined); kind.focus(); });

  return {
    element: h("div", { class: "list", role: "group", "aria-labelledby": ids.label, "aria-describedby": ids.notes },
      chips, h("div", { class: "list-add" }, kind, name, add, none, forget)),
    target: kind,
    write(value) { draw(value === undefined || Array.isArray(value) || isMap(value) ? value : [value]); },
  };
}
