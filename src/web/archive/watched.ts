/** Watches as the API gives them, and what the page says of them. */
import { formatMoment } from "../lines/format.ts";

export interface ShownWatch {
  id: string;
  kind: "feed" | "entity" | "affair";
  /** The feed's address; the id of the entity or the affair. */
  subject: string;
  name: string | null;
  deliverTo: string | null;
  askedAt: string | null;
  failures: number;
  problem: string | null;
  notBefore: string | null;
  reportedTo: string | null;
}

/** What the API takes to begin a watch: anew, or where one that was ended had come to. */
export function toNewWatch({ kind, subject, deliverTo, reportedTo }: ShownWatch): Record<string, unknown> {
  if (kind === "feed") return { kind, subject };
  const where = deliverTo === null ? {} : { deliverTo };
  return { kind, subject, ...where, ...(reportedTo === null ? { fromStart: true } : { after: reportedTo }) };
}

/** Whether the API can begin it again: it writes no files, and knows nothing of who is gone. */
export function canBeginAgain({ kind, name, deliverTo }: ShownWatch): boolean {
  return kind === "feed" || (name !== null && (deliverTo === null || /^https?:\/\//i.test(deliverTo)));
}

/** In archives of an earlier version a feed keeps when it is asked next, and not when it was. */
export function describeLastRun({ askedAt, notBefore }: Pick<ShownWatch, "askedAt" | "notBefore">): string {
  if (askedAt !== null) return formatMoment(askedAt);
  return notBefore === null ? "none yet" : "not known";
}

/** The list names the subject already: its name is not said twice. */
export function describeProblem({
  subject,
  deliverTo,
  problem,
}: Pick<ShownWatch, "subject" | "deliverTo" | "problem">) {
  const place = [subject, deliverTo].find((one) => one !== null && problem?.startsWith(`${one}: `));
  return (problem ?? "").slice(typeof place === "string" ? place.length + 2 : 0);
}

export function describeNextRun({ notBefore }: Pick<ShownWatch, "notBefore">, now = Date.now()): string {
  return notBefore === null || Date.parse(notBefore) <= now ? "due now" : `after ${formatMoment(notBefore)}`;
}
