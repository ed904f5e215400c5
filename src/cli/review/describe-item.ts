/** A line that waits for a judgement, in words. */
import type { EntityRef } from "../../record/index.ts";
import type { ReviewItem } from "../../store/index.ts";

/** What the line claims, in one sentence. */
export function describeItem(item: ReviewItem): string {
  switch (item.kind) {
    case "statement": {
      const { speaker, act, mode, polarity, text, when } = item.line;
      const said = polarity === "affirmed" ? act : `${act}, ${polarity}`;
      return `${nameOf(speaker)} (${said}, ${mode}${when === null ? "" : `, ${when}`}): “${text}”`;
    }
    case "stance": {
      const { holder, stance, target, strength } = item.line;
      return `${holder.name} ${stance} ${target.text} (strength ${strength})`;
    }
    case "event": {
      const { class: eventClass, actor, recipient, eventStatus, when } = item.line;
      const parties = [actor && `by ${actor.name}`, recipient && `towards ${recipient.name}`, when];
      return [`${eventClass} (${eventStatus})`, ...parties].filter(Boolean).join(" ");
    }
    case "case": {
      const { kind, stage, court, applicant, respondents } = item.line;
      const against = respondents.map(({ person }) => person.name).join(", ");
      const parts = [`${kind}, ${stage}`, court?.name, applicant && `applicant ${applicant.name}`];
      return [...parts, against && `against ${against}`].filter(Boolean).join("; ");
    }
    case "figure": {
      const { value, bound, what, source, where, when } = item.line;
      const number = `${bound === "exactly" ? "" : `${bound} `}${value.toLocaleString("en")} ${what}`;
      return [number, source && `given by ${source.name}`, where?.name, when].filter(Boolean).join(", ");
    }
  }
}

/** What a field of the line holds now, as a person would write it. */
export function getFieldText(item: ReviewItem, field: string): string {
  const line = item.line as unknown as Record<string, unknown>;
  if (field === "content") return item.kind === "statement" ? item.line.text : "";
  if (field === "status") return item.kind === "event" ? item.line.eventStatus : "";
  const value = line[field];
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return (value as { name?: string }).name ?? (value as { text?: string }).text ?? "";
}

function nameOf(entity: EntityRef | null): string {
  return entity?.name ?? "(nobody named)";
}
