/** What a golden case compares: who is in the report with which roles, and who said what; without ids, spans and scores. */
import type { Reading } from "../../src/reading/index.ts";

export interface ReadingDigest {
  title: string | null;
  people: { name: string; roles: string[] }[];
  statements: {
    speaker: string | null;
    kind: string;
    act: string;
    mode: string;
    text: string;
    to?: string;
    via?: string;
    polarity?: string;
  }[];
}

export function digestReading(reading: Reading): ReadingDigest {
  const nameOf = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const spell = (id: string | null): string | undefined => (id === null ? undefined : nameOf.get(id));
  return {
    title: reading.report.title,
    people: reading.entities
      .filter(({ kind, mentions }) => kind === "person" && mentions.some(({ by }) => by === "name"))
      .map(({ name, roles }) => ({
        name,
        roles: roles.map(({ title, of }) => (of === null ? title : `${title}, ${spell(of)}`)),
      })),
    statements: reading.statements.map(({ speaker, kind, act, mode, text, addressee, via, polarity }) => ({
      speaker: spell(speaker) ?? null,
      kind,
      act,
      mode,
      text,
      ...(addressee === null ? {} : { to: spell(addressee) }),
      ...(via === null ? {} : { via: spell(via) }),
      ...(polarity === "affirmed" ? {} : { polarity }),
    })),
  };
}
