/** What happened, on a time line. */
import type { Reading } from "../reading/index.ts";
import { formatDate } from "./format-date.ts";
import {
  clean,
  createNamer,
  EVEN_ODDS,
  type PageFrame,
  type ProvenRow,
  setHeading,
  setProvenRows,
} from "./page-frame.ts";

type Event = Reading["events"][number];

/** What was done, what may be done, and the word before the one it is done to; none depends on how many do it. */
const DEEDS: Record<Event["class"], readonly [past: string, possible: string, before: string]> = {
  AGREE: ["agreed", "agree", "with"],
  CONSULT: ["talked", "talk", "with"],
  SUPPORT: ["gave support", "give support", "to"],
  COOPERATE: ["worked together", "work together", "with"],
  AID: ["gave aid", "give aid", "to"],
  RETREAT: ["gave way", "give way", "to"],
  REQUEST: ["made a request", "make a request", "to"],
  ACCUSE: ["made an accusation", "make an accusation", "against"],
  REJECT: ["said no", "say no", "to"],
  THREATEN: ["made a threat", "make a threat", "against"],
  PROTEST: ["protested", "protest", "against"],
  SANCTION: ["imposed sanctions", "impose sanctions", "on"],
  MOBILIZE: ["readied forces", "ready forces", "against"],
  COERCE: ["used coercion", "use coercion", "against"],
  ASSAULT: ["made an attack", "make an attack", "on"],
};

/**
 * Events with a date stand first, the earliest on top; those without follow, in the order of the report.
 * Several events of one actor in the same words share a row; those that are rather unsure are only counted, unless all is asked for.
 *
 * @returns Lines; none where there are no events.
 */
export function renderEvents(frame: PageFrame): string[] {
  const { reading, style } = frame;
  if (reading.events.length === 0) return [];
  const toName = createNamer(reading);
  const speakers = new Map(reading.statements.map(({ id, speaker }) => [id, speaker]));
  const shown = reading.events.filter(({ score }) => frame.all || score >= EVEN_ODDS);
  const rows: (ProvenRow & { key: string })[] = [];
  for (const event of shown.toSorted(compareDates)) {
    const { class: deed, actor, recipient, status, when, where, statement, evidence, score } = event;
    const [past, possible, before] = DEEDS[deed];
    const isOpen = status === "planned" || status === "hypothetical";
    const suffered = toName(recipient);
    const doer = toName(actor) ?? "someone";
    const sentence = [isOpen ? `to ${possible}` : past];
    if (suffered !== undefined) sentence.push(before, suffered);
    const speaker = status === "claimed" && statement !== null ? toName(speakers.get(statement) ?? null) : undefined;
    const known = status === "asserted" ? undefined : speaker === undefined ? status : `claimed by ${speaker}`;
    const remarks = [known, toName(where)].filter((remark) => remark !== undefined).join("; ");
    if (remarks !== "") sentence.push(`(${remarks})`);
    const key = JSON.stringify([actor, when, evidence, score < EVEN_ODDS]);
    const same = rows.find((row) => row.key === key);
    const label = when === null ? "" : clean(formatDate(when));
    if (same === undefined) rows.push({ key, label, head: `${doer} ${sentence.join(" ")}`, evidence, score });
    else Object.assign(same, { head: `${same.head}; ${sentence.join(" ")}` });
  }
  const lines = [...setHeading("What happened", style), ...setProvenRows(rows, "  ", frame)];
  const left = reading.events.length - shown.length;
  if (left > 0) lines.push(`  ${style.warning("?")} ${style.dim(`${left} less sure: --all shows them`)}`);
  return lines;
}

function compareDates({ when: a }: Event, { when: b }: Event): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
