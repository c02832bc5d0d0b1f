// Keys of a text area that is indented: Tab, Shift+Tab, Enter. Knows text areas; does not know what is written in them.
//
// Changes go through `insertText`, so that they can be undone like typing. After Escape the next Tab leaves the area:
// nobody is caught in it.

const INDENT = "  ";

function insert(words) {
  document.execCommand("insertText", false, words);
}

/** The lines that the selection touches, wholly. */
function touched(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", area.selectionEnd);
  return { start, end: end < 0 ? area.value.length : end };
}

function shift(area, change) {
  const { start, end } = touched(area);
  const before = area.value.slice(start, end);
  const after = before.split("\n").map(change).join("\n");
  if (after === before) return;
  const { selectionStart } = area;
  const many = before.indexOf("\n") >= 0;
  area.setSelectionRange(start, end);
  insert(after);
  const cursor = Math.max(start, selectionStart + after.length - before.length);
  area.setSelectionRange(many ? start : cursor, many ? start + after.length : cursor);
}

function tab(area, back) {
  if (back) shift(area, (line) => line.replace(/^ {1,2}/, ""));
  else if (area.value.slice(area.selectionStart, area.selectionEnd).indexOf("\n") >= 0) shift(area, (line) => (line === "" ? line : INDENT + line));
  else insert(INDENT);
}

/** A new line begins where this one does; after `- ` or `:`, where what belongs to it stands. */
function enter(area) {
  const { start } = touched(area);
  const line = area.value.slice(start, area.selectionStart);
  const spaces = /^ */.exec(line)[0];
  insert(`\n${spaces}${/^ *- \S+:/.test(line) || /:\s*$/.test(line) ? INDENT : ""}`);
}

export function listenForKeys(area) {
  let leaving = false;
  area.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab" && !leaving) {
      event.preventDefault();
      tab(area, event.shiftKey);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      enter(area);
    }
    if (event.key !== "Shift") leaving = event.key === "Escape";
  });
  area.addEventListener("blur", () => { leaving = false; });
}
