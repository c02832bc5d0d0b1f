// Who is there on the day on which the document is handled, to be tried out: who is away, and which delegation is on record. Knows
// the package's `Roster` and what the clerk says differently (`state.people`); does not know what follows from it.

import { h, update } from "./dom.js";
import { absenceOf, rosterFor } from "./roster.js";

const REASONS = ["外出", "出国", "休假", "学习", "空缺"];
const RECORDED = "recorded";

/** Draws into `root`, a `details`. `onChange(people)` hears every choice. */
export function createPeoplePanel(root, onChange) {
  const summary = h("summary", null);
  const body = h("div", { class: "people-body" });
  let people;
  root.appendChild(summary);
  root.appendChild(body);

  body.addEventListener("change", ({ target }) => {
    const person = target.getAttribute("data-person");
    const delegation = target.getAttribute("data-delegation");
    if (person !== null) onChange(Object.assign({}, people, { away: withReason(people.away, person, target.value) }));
    else if (delegation !== null) onChange(Object.assign({}, people, { revoked: toggled(people.revoked, Number(delegation), !target.checked) }));
    else onChange(Object.assign({}, people, { isOff: !target.checked }));
  });

  return {
    show({ note, roster }, chosen, day) {
      people = chosen;
      const current = rosterFor(roster, people, day);
      const titleOf = (id) => { const person = roster.people.find((other) => other.id === id); return `${person.title}${person.name}`; };
      summary.textContent = current ? `人员：${summaryWords(current, day)}` : "人员：未用名册";
      update(body,
        h("p", { class: "people-note" }, note),
        h("label", { class: "check", "data-key": "use" }, h("input", { type: "checkbox", id: "people-use" }), h("span", null, "按名册写出姓名")),
        current && h("ul", { class: "people-list", "data-key": "list" }, roster.people.filter(({ roles }) => roles.length > 0).map((person) => personElement(person, roster, day))),
        current && roster.delegations.map((delegation, at) => h("label", { class: "check", "data-key": `delegation ${at}` },
          h("input", { type: "checkbox", "data-delegation": at }), h("span", null, delegationWords(delegation, titleOf)))));
      write(body, people);
    },
  };
}

function withReason(away, person, value) {
  const next = Object.assign({}, away);
  if (value === RECORDED) delete next[person];
  else next[person] = value;
  return next;
}

function toggled(list, item, isIn) {
  const others = list.filter((other) => other !== item);
  return isIn ? others.concat([item]) : others;
}

/** What the controls show is set on their properties: an attribute would only be what they began with. */
function write(body, { isOff, away, revoked }) {
  body.querySelector("#people-use").checked = !isOff;
  body.querySelectorAll("[data-person]").forEach((box) => {
    const said = away[box.getAttribute("data-person")];
    box.value = said === undefined ? RECORDED : said;
  });
  body.querySelectorAll("[data-delegation]").forEach((box) => {
    box.checked = revoked.indexOf(Number(box.getAttribute("data-delegation"))) < 0;
  });
}

function summaryWords(roster, day) {
  const away = roster.people.map((person) => ({ person, reason: absenceOf(roster, person.id, day) })).filter(({ reason }) => reason);
  if (!day) return "没有办理日期，谁不在岗不能判断";
  const there = away.length === 0 ? "办理日期当天都在岗" : away.map(({ person, reason }) => `${person.title}${person.name}${reason}`).join("，");
  return roster.delegations.length > 0 ? `${there}；在册委托${roster.delegations.length}件` : there;
}

function personElement(person, roster, day) {
  const id = `person-${person.id}`;
  const recorded = absenceOf(roster, person.id, day);
  const work = person.portfolio && person.portfolio.departments;
  return h("li", { class: "person", "data-key": person.id },
    h("label", { class: "person-who", for: id }, person.title, h("span", { class: "name" }, person.name)),
    h("select", { class: "box", id, "data-person": person.id },
      h("option", { value: RECORDED }, `按名册：${recorded || "在岗"}`), h("option", { value: "" }, "在岗"), REASONS.map((reason) => h("option", { value: reason }, reason))),
    work && h("p", { class: "person-work" }, `分管${work.join("、")}`));
}

function delegationWords({ from, to, since, until, acts, urgentOnly, basis }, titleOf) {
  const days = until ? `${since}至${until}（不含）` : `${since}起`;
  const scope = [acts && `限${acts.join("、")}`, urgentOnly && "限急件"].filter(Boolean).join("，");
  return `委托在册：${titleOf(from)}委托${titleOf(to)}，${days}${scope ? `，${scope}` : ""}${basis ? `；${basis}` : ""}`;
}
