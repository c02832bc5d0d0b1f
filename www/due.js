// Days: until when a step must be done, and when the document can be issued. Knows the package's `Due`, `Limit` and `Timing`;
// counts nothing itself.

import { h } from "./dom.js";
import { dayWords } from "./time.js";
import { limitSentence } from "./words.js";

/** The mark at the head of a step. */
export function dueMark(due) {
  return due && due.date && h("time", { class: "due", datetime: due.date }, `最迟${dayWords(due.date, due.from)}`);
}

/** A limit in the text's terms, and what it comes to; where a date is missing, `form` leads to its field. */
export function limitElements(limit, form) {
  return [
    h("p", null, h("b", { class: "remark-mark" }, "时限"), limitSentence(limit)),
    limit.due && h("p", { class: "counted" }, limit.due.unknown
      ? [`最迟哪天还不知道：${limit.due.unknown}`, gotoElement(form.dateIn(limit.due.unknown))]
      : dueSentence(limit)),
  ];
}

function gotoElement(fact) {
  return fact && h("button", { type: "button", class: "goto", "data-goto": fact.name }, `去填${fact.label}`);
}

/** “自11月16日（周一）起7个工作日，最迟11月25日（周三）” */
function dueSentence({ due, before, overdue }) {
  const span = due.days === 0 ? "当日" : `${before ? "前" : "起"}${due.days}${due.unit === "工作日" ? "个工作日" : due.unit}`;
  const counted = `${before || due.days === 0 ? "" : "自"}${dayWords(due.from, due.date)}${span}，最迟${dayWords(due.date, due.from)}`;
  const silence = due.effective ? `；${dayWords(due.effective, due.date)}起${overdue}` : "";
  return counted + silence + (due.assumption ? `（${due.assumption}）` : "");
}

/** When the document can be issued, above the path. */
export function timingElement(timing, form) {
  const { earliest, latest, because, unknown } = timing;
  if (!earliest && !latest && !unknown) return null;
  return h("div", { class: "timing", "data-key": "timing" },
    h("p", { class: "timing-days" }, h("b", { class: "remark-mark" }, "印发时间"),
      earliest && h("span", { class: "timing-day" }, "最早", h("time", { datetime: earliest }, dayWords(earliest, latest))),
      latest && h("span", { class: "timing-day" }, "最迟", h("time", { datetime: latest }, dayWords(latest, earliest)))),
    unknown && h("p", { class: "counted" }, unknown, gotoElement(form.dateIn(unknown))),
    because.length > 0 && h("details", { class: "because" }, h("summary", null, "怎么算的"), h("ul", null, because.map((words) => h("li", null, words)))));
}
