/** What happened, on a time line. */
import type { Reading } from "../reading/index.ts";
import { formatDate } from "./format-date.ts";
import { clean, createNamer, type PageFrame, setHeading, setProvenRows } from "./page-frame.ts";

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
 *
 * @returns Lines; none where there are no events.
 */
export function renderEvents(frame: PageFrame): string[] {
  const { reading, style } = frame;
  if (reading.events.length === 0) return [];
  const toName = createNamer(reading);
  const speakers = new Map(reading.statements.map(({ id, speaker }) => [id, speaker]));
  const rows = reading.events.toSorted(compareDates).map((event) => {
    const { class: deed, actor, recipient, status, when, where, statement, evidence, score } = event;
    const [past, possible, before] = DEEDS[deed];
    const isOpen = status === "planned" || status === "hypothetical";
    const suffered = toName(recipient);
    const sentence = [toName(actor) ?? "someone", isOpen ? `to ${possible}` : past];
    if (suffered !== undefined) sentence.push(before, suffered);
    const speaker = status === "claimed" && statement !== null ? toName(speakers.get(statement) ?? null) : undefined;
    const known = status === "asserted" ? undefined : speaker === undefined ? status : `claimed by ${speaker}`;
    const remarks = [known, toName(where)].filter((remark) => remark !== undefined).join("; ");
    if (remarks !== "") sentence.push(`(${remarks})`);
    return { label: when === null ? "" : clean(formatDate(when)), head: sentence.join(" "), evidence, score };
  });
  return [...setHeading("What happened", style), ...setProvenRows(rows, "  ", frame)];
}

function compareDates({ when: a }: Event, { when: b }: Event): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
