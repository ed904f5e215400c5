/** A reading put together by hand, for tests of what is done with readings. */
import type { Entity, Reading, Report, Statement } from "../src/reading/index.ts";

export interface HandMadeEntity {
  name: string;
  kind?: Entity["kind"];
  /** Each a title, and the id of what it is held of. */
  roles?: [title: string, of?: string][];
}

export interface HandMadeStatement extends Partial<Omit<Statement, "content" | "cue" | "source" | "evidence">> {
  /** Words of the text, in order; the spans are looked up, each after the one before. */
  content: string[];
  cue?: string;
  source?: string;
}

const FIRST_CHARACTER = [{ start: 0, end: 1 }];

/**
 * Where words first stand in a text.
 *
 * @throws {Error} where they are not in the text.
 */
export function findWords(text: string, words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start === -1) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** @throws {Error} where words are not in the text. */
export function makeReading(report: Report, entities: HandMadeEntity[], statements: HandMadeStatement[] = []): Reading {
  const { text } = report;
  const find = (words: string, from = 0) => findWords(text, words, from);
  return {
    schema: "onrecord/reading@1",
    report: {
      id: "0123456789abcdef0123456789abcdef",
      ...(report.givenId === undefined ? {} : { givenId: report.givenId }),
      title: report.title ?? null,
      outlet: report.outlet ?? null,
      byline: report.byline ?? null,
      url: report.url ?? null,
      publishedAt: report.publishedAt ?? null,
      language: "en",
      form: "plain",
      text,
    },
    sentences: [{ start: 0, end: text.length }],
    entities: entities.map(({ name, kind = "person", roles = [] }, index) => ({
      id: `e${index + 1}`,
      kind,
      name,
      aliases: [],
      country: null,
      roles: roles.map(([title, of]) => ({ title, of: of ?? null, evidence: FIRST_CHARACTER })),
      mentions: [],
    })),
    statements: statements.map(({ content, cue, source, ...rest }, index) => {
      const spans: { start: number; end: number }[] = [];
      for (const words of content) spans.push(find(words, spans.at(-1)?.end));
      const near = Math.max(0, spans[0].start - 60);
      const cueSpan = cue === undefined ? [] : [find(cue, near)];
      const all = [...spans, ...cueSpan];
      return {
        id: `s${index + 1}`,
        kind: "speech",
        act: "assert",
        mode: "indirect",
        speaker: null,
        source: source === undefined ? [] : [find(source, near)],
        cue: cueSpan,
        content: spans,
        text: content.join(" "),
        addressee: null,
        via: null,
        when: null,
        where: null,
        polarity: "affirmed",
        repeats: null,
        evidence: [{ start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) }],
        score: 0.9,
        ...rest,
      };
    }),
    stances: [],
    events: [],
    cases: [],
    figures: [],
    designations: [],
    relations: [],
    tones: [],
  };
}
