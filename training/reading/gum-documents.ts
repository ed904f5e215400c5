/**
 * GUM as documents: its own tokens, tags and trees as layers, and its mentions with their chains.
 */
import type { Name, NameKind, ParsedDocument, Tag } from "../../src/language/index.ts";
import { NO_HEADER } from "../../src/reading/find-report-header.ts";
import type { StatedDocument } from "../../src/reading/make-statements.ts";
import { runComponents } from "../../src/reading/pipeline.ts";
import { hasCorpusFile, readCorpusText } from "../corpus-files.ts";

/** A phrase that refers: in GUM's scheme one `(group-type-…` field. */
export interface GumMention {
  startToken: number;
  endToken: number;
  headToken: number;
  /** Chain: mentions of one group are one thing. */
  group: string;
  type: string;
  /** How GUM links the mention: `ana`, `coref`, `appos`, `pred`, `sgl`... */
  link: string;
}

export type GumDocument = ParsedDocument & {
  readonly id: string;
  readonly genre: string;
  /** Whether its text is under an open licence, so that a shipped model may learn from it. */
  readonly isOpen: boolean;
  readonly mentions: readonly GumMention[];
  readonly names: readonly Name[];
};

const OPEN_GENRES = new Set(["news", "interview", "speech", "bio", "voyage", "academic"]);

interface OpenMention {
  startToken: number;
  group: string;
  type: string;
  link: string;
  minspan: number[];
}

/** The document read by our own models from the tags to a component of the pipeline, on GUM's tokens and sentences. */
export function readAnew({ text, tokens, sentences }: GumDocument, last: string): StatedDocument {
  return runComponents({ text, tokens, sentences, header: NO_HEADER }, "tag", last);
}

/** Every document of a split, in order; none where the file is absent. */
export function readGumDocuments(dataFolder: string, split: string): GumDocument[] {
  const path = `ud/en_gum-ud-${split}.conllu.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  return readCorpusText(dataFolder, path)
    .split(/^(?=# newdoc id)/m)
    .filter((part) => part.startsWith("# newdoc"))
    .map(readDocument);
}

function readDocument(part: string): GumDocument {
  const id = /^# newdoc id = (\S+)/.exec(part)![1];
  const genre = id.split("_")[1];
  const tokens: { start: number; end: number; text: string }[] = [];
  const sentences: { start: number; end: number; startToken: number; endToken: number }[] = [];
  const tags: Tag[] = [];
  const features: string[] = [];
  const lemmas: string[] = [];
  const heads: number[] = [];
  const relations: string[] = [];
  const mentions: GumMention[] = [];
  const open: OpenMention[] = [];
  let text = "";
  for (const block of part.split("\n\n")) {
    const lines = block.split("\n");
    if (lines.some((line) => line.startsWith("# newpar")) && text !== "") text = `${text.trimEnd()}\n\n`;
    const startToken = tokens.length;
    const found: OpenMention[] = [];
    const closed: [OpenMention, number][] = [];
    let insideMulti = -1;
    let multiSpace = true;
    for (const line of lines) {
      if (line === "" || line.startsWith("#")) continue;
      const column = line.split("\t");
      if (column[0].includes("-")) {
        insideMulti = Number(column[0].split("-")[1]);
        multiSpace = !column[9].includes("SpaceAfter=No");
        continue;
      }
      if (column[0].includes(".")) continue;
      const index = tokens.length;
      tokens.push({ start: text.length, end: text.length + column[1].length, text: column[1] });
      text += column[1];
      const position = Number(column[0]);
      const space =
        position < insideMulti ? false : position === insideMulti ? multiSpace : !column[9].includes("SpaceAfter=No");
      if (space) text += " ";
      lemmas.push(column[2]);
      tags.push(column[3] as Tag);
      features.push(column[5]);
      heads.push(column[6] === "0" ? -1 : startToken + Number(column[6]) - 1);
      relations.push(column[7]);
      const field = /(?:^|\|)Entity=([^|]*)/.exec(column[9])?.[1] ?? "";
      for (const [piece] of field.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
        if (piece.startsWith("(")) {
          const [group, type, , , , minspan, link] = piece.replace(/[()]/g, "").split("-");
          const mention = { startToken: index, group, type, link, minspan: minspan.split(",").map(Number) };
          open.push(mention);
          found.push(mention);
        }
        if (piece.endsWith(")")) {
          const group = piece.replace(/[()]/g, "").split("-")[0];
          const at = open.findLastIndex((mention) => mention.group === group);
          if (at >= 0) closed.push([open.splice(at, 1)[0], index + 1]);
        }
      }
    }
    for (const [mention, endToken] of closed) {
      const { startToken: from, group, type, link, minspan } = mention;
      const candidates = minspan.map((position) => from + position - 1);
      const inside = (token: number): boolean => token >= from && token < endToken;
      const headToken = candidates.find((token) => !inside(heads[token])) ?? candidates[0] ?? from;
      mentions.push({ startToken: from, endToken, headToken, group, type, link });
    }
    if (tokens.length > startToken) {
      sentences.push({ start: tokens[startToken].start, end: tokens.at(-1)!.end, startToken, endToken: tokens.length });
    }
  }
  mentions.sort((a, b) => a.startToken - b.startToken || b.endToken - a.endToken);
  const names = findNames(mentions, tags, tokens, heads);
  return {
    id,
    genre,
    isOpen: OPEN_GENRES.has(genre),
    text: text.trimEnd(),
    tokens,
    sentences,
    tags,
    features,
    lemmas,
    heads: Int32Array.from(heads),
    relations,
    mentions,
    names,
  };
}

const KIND_OF_TYPE: Record<string, NameKind> = { person: "person", organization: "organisation", place: "place" };

/** Runs of proper nouns with the type of the smallest mention that they head: GUM has no layer of names. */
function findNames(
  mentions: GumMention[],
  tags: Tag[],
  tokens: { start: number; end: number }[],
  heads: number[],
): Name[] {
  const names: Name[] = [];
  const taken = new Set<number>();
  for (const { headToken, type } of [...mentions].sort(
    (a, b) => a.endToken - a.startToken - (b.endToken - b.startToken),
  )) {
    if (tags[headToken] !== "PROPN" || taken.has(headToken)) continue;
    let from = headToken;
    let to = headToken + 1;
    while (from > 0 && tags[from - 1] === "PROPN" && !taken.has(from - 1) && heads[from - 1] >= from - 1) from--;
    while (to < tags.length && tags[to] === "PROPN" && !taken.has(to) && heads[to] >= from && heads[to] < to) to++;
    for (let token = from; token < to; token++) taken.add(token);
    names.push({
      startToken: from,
      endToken: to,
      start: tokens[from].start,
      end: tokens[to - 1].end,
      kind: KIND_OF_TYPE[type] ?? "other",
    });
  }
  return names.sort((a, b) => a.start - b.start);
}
