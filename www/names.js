// Names from which a field may be filled, such as the departments of a roster, and a yes/no control that asks for them too: “are
// there others, and which?” Knows controls as controls.js makes them; does not know what is named.

import { h, update } from "./dom.js";

/** The names as a text field offers them while one types. */
export function nameList(names, id) {
  return h("datalist", { id }, names.map((name) => h("option", { value: name })));
}

/** `choice` is the yes/no control; once the answer is yes, names can be put beside it, and the value is their list. */
export function choiceWithNames(choice, names, label, ids, onInput) {
  let items = [];
  const chips = h("ul", { class: "chips", "aria-label": `${label}的名称` });
  const name = h("input", { type: "text", class: "box", list: ids.names, placeholder: "名称", "aria-label": `${label}的名称`, spellcheck: "false" });
  const add = h("button", { type: "button", class: "small" }, "添加");
  const which = h("div", { class: "which" }, chips, h("div", { class: "list-add" }, name, add, nameList(names, ids.names)));

  function draw(value) {
    items = Array.isArray(value) ? value : [];
    which.hidden = value !== true && items.length === 0;
    update(chips, items.map((item, at) => h("li", { class: "chip" }, item,
      h("button", { type: "button", class: "chip-remove", "data-index": at, "aria-label": `去掉${item}` }, "×"))));
  }

  /** Without any name it is still a yes. */
  function say(next) {
    onInput(next.length > 0 ? next : true);
    name.focus();
  }

  chips.addEventListener("click", (event) => {
    const button = event.target.closest("[data-index]");
    if (button) say(items.filter((_, at) => at !== Number(button.getAttribute("data-index"))));
  });
  add.addEventListener("click", () => {
    const words = name.value.trim();
    name.value = "";
    if (words && items.indexOf(words) < 0) say(items.concat([words]));
    else name.focus();
  });
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add.click();
  });

  return {
    element: h("div", null, choice.element, which),
    get target() { return choice.target; },
    write(value) { choice.write(value); draw(value); },
  };
}
