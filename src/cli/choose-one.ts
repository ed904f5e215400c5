/** From what a person typed to the one thing that is meant: by its id, or by a name that only one has. Nothing is guessed. */
import type { Affair } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";
import { countOf } from "./render-reading.ts";
import { toPlace } from "./to-place.ts";

/** Others that a name may mean: more would only be scrolled past. */
const MAX_CANDIDATES = 20;

export interface Candidate {
  readonly id: string;
  readonly name: string | null;
  readonly label: string;
}

export async function findPersons(store: RecordStore, name: string): Promise<Candidate[]> {
  return findNamed(store, { name, kind: "person" });
}

/** Reports that have all the words. */
export async function findReports(store: RecordStore, words: string): Promise<Candidate[]> {
  const { items } = await store.findReports({ words, copies: true }, { limit: MAX_CANDIDATES });
  return items.map(({ id, title, ...report }) => ({
    id,
    name: title,
    label: `${title ?? "(untitled)"}  ${toPlace(report)}`,
  }));
}

/** The id of the only one, or of the only one that is named just so; otherwise what is no id. */
export function pickOne(candidates: readonly Candidate[], asked: string): string {
  const named = candidates.filter(({ name }) => name === asked);
  const fitting = named.length > 0 ? named : candidates;
  return fitting.length === 1 ? fitting[0].id : "";
}

/** @throws {Error} with one line for the user, where it is none or may be several. */
export async function chooseAffair(store: RecordStore, asked: string): Promise<Affair> {
  const byId = await store.getAffair(asked);
  if (byId !== undefined) return byId;
  const affairs = await store.findAffairs();
  const key = asked.toLowerCase();
  const named = affairs.filter(({ name }) => name.toLowerCase() === key);
  const fitting = named.length > 0 ? named : affairs.filter(({ name }) => name.toLowerCase().includes(key));
  if (fitting.length === 1) return fitting[0];
  const known = affairs.map(({ id, name }) => ({ id, name, label: name }));
  if (fitting.length === 0 && known.length === 0)
    throw new Error(`there is no affair "${asked}", nor any other; make one with \`onrecord affair create\``);
  throw toUnclear("affair", asked, fitting.length === 0 ? [] : known, known);
}

/**
 * Of any kind: a person, an organisation, a state; where several have the name and one of them is a person, that one.
 *
 * @throws {Error} as `chooseAffair` does.
 */
export async function chooseEntity(store: RecordStore, asked: string): Promise<{ id: string; name: string }> {
  const byId = await store.getEntity(asked);
  if (byId !== undefined) return byId;
  const candidates = await findNamed(store, { name: asked });
  const id = pickOne(candidates, asked) || pickOne(await findPersons(store, asked), asked);
  const chosen = id === "" ? undefined : await store.getEntity(id);
  if (chosen === undefined) throw toUnclear("entity", asked, candidates);
  return chosen;
}

/** @throws {Error} as `chooseAffair` does. */
export async function chooseReport(store: RecordStore, asked: string): Promise<string> {
  if ((await store.getReport(asked)) !== undefined) return asked;
  const candidates = await findReports(store, asked);
  const id = pickOne(candidates, asked);
  if (id === "") throw toUnclear("report", asked, candidates);
  return id;
}

async function findNamed(store: RecordStore, filter: { name: string; kind?: "person" }): Promise<Candidate[]> {
  const { items } = await store.findEntities(filter, { limit: MAX_CANDIDATES });
  return items.map(({ id, name, reportCount }) => ({ id, name, label: `${name}, ${countOf(reportCount, "report")}` }));
}

function toUnclear(
  what: string,
  asked: string,
  candidates: readonly Candidate[],
  others: readonly Candidate[] = [],
): Error {
  const list = (some: readonly Candidate[]) => some.map(({ id, label }) => `${id} (${label})`).join("; ");
  if (candidates.length > 0)
    return new Error(`"${asked}" may mean more than one ${what}; give the id of one: ${list(candidates)}`);
  const hint = others.length > 0 ? `there are: ${list(others)}` : "try a part of the name or words of the report";
  return new Error(`there is no ${what} "${asked}"; ${hint}`);
}
