// Making elements and changing them in place. Knows the DOM; does not know what is shown in it.

/** An element. Attributes that are `null`, `undefined` or `false` are left out; children may be nested lists. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  const given = attributes || {};
  Object.keys(given).forEach((name) => {
    const value = given[name];
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  });
  append(element, children);
  return element;
}

function append(element, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.appendChild(child);
    else if (child !== null && child !== undefined && child !== false) element.appendChild(document.createTextNode(String(child)));
  });
}

/**
 * Gives `live` these children, keeping every element that is still there: focus, scroll position and open details
 * survive, and what did not change is not touched. Elements with a `data-key` are recognised by it.
 */
export function update(live, ...children) {
  const next = document.createElement("div");
  append(next, children);
  morphChildren(live, next);
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute("data-key") : null;
}

function alike(live, next) {
  return live.nodeName === next.nodeName && keyOf(live) === keyOf(next);
}

function morph(live, next) {
  if (live.nodeType === Node.TEXT_NODE) {
    if (live.data !== next.data) live.data = next.data;
    return;
  }
  Array.from(live.attributes).forEach(({ name }) => {
    const theUsersOwn = name === "open" && live.nodeName === "DETAILS";
    if (!next.hasAttribute(name) && !theUsersOwn) live.removeAttribute(name);
  });
  Array.from(next.attributes).forEach(({ name, value }) => {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  });
  morphChildren(live, next);
}

function morphChildren(live, next) {
  const wanted = Array.from(next.childNodes);
  const keys = new Set(wanted.map(keyOf).filter((key) => key !== null));
  Array.from(live.childNodes).forEach((child) => {
    const key = keyOf(child);
    if (key !== null && !keys.has(key)) live.removeChild(child);
  });
  let at = live.firstChild;
  wanted.forEach((child) => {
    const match = find(at, child);
    if (!match) {
      live.insertBefore(child, at);
      return;
    }
    if (match === at) at = at.nextSibling;
    else live.insertBefore(match, at);
    morph(match, child);
  });
  while (at) {
    const after = at.nextSibling;
    live.removeChild(at);
    at = after;
  }
}

function find(from, child) {
  if (keyOf(child) === null) return from && alike(from, child) ? from : null;
  for (let node = from; node; node = node.nextSibling) if (alike(node, child)) return node;
  return null;
}
