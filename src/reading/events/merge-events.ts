/** Events told several times, and with one side or both, as one. */
import type { Event } from "../schema.ts";
import type { EventDraft } from "./draft-events.ts";

/** Most spans of evidence for one event. */
const MOST_EVIDENCE = 6;
const CERTAINTY: readonly Event["status"][] = ["asserted", "claimed", "denied", "planned", "hypothetical"];

/** One event for each class, actor and recipient; the surest telling of it decides its status. */
export function mergeEvents(drafts: readonly EventDraft[]): EventDraft[] {
  const merged = new Map<string, EventDraft>();
  for (const draft of drafts) {
    const key = `${draft.class} ${draft.actor} ${draft.recipient}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, draft);
      continue;
    }
    const isSurer = CERTAINTY.indexOf(draft.status) < CERTAINTY.indexOf(known.status);
    const told = isSurer ? draft : known;
    merged.set(key, {
      ...told,
      when: told.when ?? known.when ?? draft.when,
      where: told.where >= 0 ? told.where : Math.max(known.where, draft.where),
      cameo: told.cameo ?? known.cameo ?? draft.cameo,
      evidence: [...known.evidence, ...draft.evidence].slice(0, MOST_EVIDENCE),
      score: Math.max(known.score, draft.score),
      // What more than the dictionary tells is given at any score.
      basis: known.basis === "deed" ? draft.basis : known.basis,
    });
  }
  // What is told with both sides is not told again with one.
  const all = [...merged.values()];
  return all.filter(
    (event) =>
      (event.actor >= 0 && event.recipient >= 0) ||
      !all.some(
        (other) =>
          other !== event &&
          other.class === event.class &&
          other.actor >= 0 &&
          other.recipient >= 0 &&
          (event.actor < 0 ? other.recipient === event.recipient : other.actor === event.actor),
      ),
  );
}
