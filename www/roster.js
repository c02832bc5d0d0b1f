// The people of a government as the package takes them: the sample roster, and what the clerk says differently for the day on
// which the document is handled. Knows the package's `Roster`; does not know the DOM, nor who is who.
//
// In an OA system the roster comes from its directory and its leave calendar. Here each government has a file of invented
// people; all five are read before the page is ready, for after that it needs no network any more.

import { dayAfter } from "./time.js";

/** Reads the rosters of these governments; gives them by id, each `{ note, roster }`. */
export function readRosters(ids) {
  const rosters = {};
  return Promise.all(ids.map((id) => fetch(`./rosters/${id}.json`)
    .then((answer) => {
      if (!answer.ok) throw new Error(`名册 ${id}.json 读不到`);
      return answer.json();
    })
    .then((sample) => { rosters[id] = sample; }))).then(() => rosters);
}

/** The roster as the clerk wants it for `day`: a person of whom they said something is away on that day, or not at all. */
export function rosterFor(roster, people, day) {
  if (people.isOff) return undefined;
  const isSaid = (id) => Object.prototype.hasOwnProperty.call(people.away, id);
  const said = roster.people.filter(({ id }) => isSaid(id) && people.away[id] && day)
    .map(({ id }) => ({ person: id, from: day, until: dayAfter(day), reason: people.away[id] }));
  return Object.assign({}, roster, {
    absences: roster.absences.filter(({ person }) => !isSaid(person)).concat(said),
    delegations: roster.delegations.filter((_, at) => people.revoked.indexOf(at) < 0),
  });
}

/** Why this person is away on that day; undefined where they are there. */
export function absenceOf(roster, id, day) {
  const absence = roster.absences.find(({ person, from, until }) => person === id && day && from <= day && day < until);
  return absence && (absence.reason || "不在岗");
}

/** The departments' names, for the fields that ask for departments. */
export function departmentNames(roster) {
  return roster ? roster.departments.map(({ name }) => name) : [];
}

/** The titles of those who may sign this document, and then of those who act on documents, each once. */
export function signerTitles(route, roster) {
  const possible = [].concat(...route.signing.map(({ options }) => [].concat(...options.map(({ signers }) => signers))));
  return Array.from(new Set(possible.concat(roster.people.filter(({ roles }) => roles.length > 0)).map(({ title }) => title)));
}
