/** Gives each figure its giver, its place and its date: from the statement that holds it and from the tree around it. */
import type { Span } from "../language/index.ts";
import { type DatedDocument, findDatesBeside } from "./find-dates.ts";
import { findFigureGiver } from "./find-figure-giver.ts";
import { type FigureMention, findFigures } from "./find-figures.ts";
import { findFirst } from "./find-first.ts";
import { findGiverBehind, findGiverInserted } from "./find-giver-beside.ts";
import { findPollGiver, findPollMaker } from "./find-poll-giver.ts";
import type { StatementLayer } from "./innermost-statements.ts";
import { SMALL } from "./is-worth-counting.ts";
import type { StatedDocument } from "./make-statements.ts";
import type { Mention } from "./mention.ts";
import type { TreeLayer } from "./tree-index.ts";

/** Most tokens from a number to one that goes on from it. */
const MAX_TO_JOINED = 7;

/** A figure whose entities are still numbers of resolved entities; -1 for none. */
export interface FigureDraft {
  readonly mention: FigureMention;
  /** Who gives it: the speaker of the innermost statement around it, or the subject of the verb that gives it. */
  readonly source: number;
  /** Place in the list of statements, or -1. */
  readonly statement: number;
  readonly where: number;
  readonly when: string | null;
  readonly score: number;
}

export type FiguredDocument = StatedDocument & DatedDocument & { readonly figureDrafts: readonly FigureDraft[] };

/** Most steps in the tree from the number up to the clause whose place and date are the figure's. */
const MAX_STEPS = 4;

/** Requires the layers up to `innermostStatements` and `dates`; adds `figureDrafts`, in text order. */
export function addFigures<Given extends StatedDocument & DatedDocument & TreeLayer & StatementLayer>(
  document: Given,
): Given & FiguredDocument {
  const drafts = findFigures(document)
    .filter(({ start }) => start >= document.header.bodyStart)
    .filter((mention) => !isOfSource(document, mention))
    .map((mention): FigureDraft => {
      const around = document.innermostStatements[mention.startToken];
      const statement = isBeyondSource(document, mention, around) ? -1 : around;
      const clause = findClause(document, mention);
      return {
        mention,
        statement,
        source: findSource(document, mention, statement),
        where: findPlace(document, clause),
        when: findDate(document, clause),
        score: scoreOf(mention),
      };
    });
  return { ...document, figureDrafts: drafts.map((draft) => inherit(document, draft, drafts)) };
}

/** A part whose giver is not told is given with its whole: "40 people died, the office said, among them 12 children". */
function inherit(document: StatedDocument, draft: FigureDraft, drafts: readonly FigureDraft[]): FigureDraft {
  const { partOf } = draft.mention;
  if (draft.source >= 0) return draft;
  const whole =
    partOf === undefined
      ? drafts.find(({ mention }) => isJoined(document, mention, draft.mention))
      : drafts.find(({ mention }) => mention.start === partOf.start);
  return whole === undefined || whole.source < 0 ? draft : { ...draft, source: whole.source };
}

/** "about 300 people lived and fewer than 100 survived": whether only an "and" and no mark stands between two numbers. */
function isJoined({ tokens }: StatedDocument, first: FigureMention, second: FigureMention): boolean {
  const distance = second.startToken - first.endToken;
  if (distance < 1 || distance > MAX_TO_JOINED) return false;
  const between = tokens.slice(first.endToken, second.startToken).map(({ text }) => text.toLowerCase());
  return between.includes("and") && !between.some((word) => /^(?:\p{P}|but|while|that)$/u.test(word));
}

/** "The fund has 40 crowns, according to the bank; the own count is 30": what follows the semicolon is not the bank's. */
function isBeyondSource(
  { statementDrafts, text }: StatedDocument,
  { start }: FigureMention,
  statement: number,
): boolean {
  const cue = statementDrafts[statement]?.cue[0];
  if (cue === undefined || cue.end > start) return false;
  const between = text.slice(cue.end, start);
  return between.includes(";") && !/["“”„«»]/.test(between);
}

/** "Two officials said": who speaks is not counted for it. */
function isOfSource(
  { statementDrafts, sentences }: StatedDocument,
  { start, value, class: cls }: FigureMention,
): boolean {
  if (cls !== "count" || value >= SMALL) return false;
  const around = sentences[findFirst(sentences, start + 1, ({ end }) => end)];
  return statementDrafts.some(({ source }) =>
    source.some((span) => span.start <= start && start < span.end && span.end <= around.end),
  );
}

function findSource(document: StatedDocument, mention: FigureMention, statement: number): number {
  const found = findPollMaker(document, findTeller(document, mention, statement), mention.startToken);
  // "22 percent were undecided", "38 percent said": what is counted does not give its number.
  const teller = isNumber(document, found) ? -1 : found;
  return teller >= 0 || mention.class !== "share" || isInQuotation(document, mention)
    ? teller
    : findPollGiver(document, mention.startToken, mention.endToken);
}

function isNumber({ mentions, resolvedEntities, tags, tokens }: StatedDocument, entity: number): boolean {
  const found = resolvedEntities[entity];
  if (found === undefined || found.isNamed) return false;
  const { headToken } = mentions[found.mentions[0]];
  return (
    tags[headToken] === "NUM" ||
    /^(?:percent|cent|%|half|third|quarter|majority|respondents?)$/i.test(tokens[headToken].text)
  );
}

function isInQuotation({ quotationAt }: StatedDocument, { startToken }: FigureMention): boolean {
  return quotationAt[startToken] >= 0;
}

function findTeller(document: StatedDocument, mention: FigureMention, statement: number): number {
  const speaker = statement < 0 ? -1 : findSpeaker(document, statement);
  const isApart = speaker >= 0 && isBehindColon(document, mention, statement);
  if (!isApart && (speaker >= 0 || document.statementDrafts[statement]?.source.length > 0)) return speaker;
  const { entity, isPronoun } = findFigureGiver(document, mention);
  if (entity >= 0) return entity;
  if (speaker >= 0) return speaker;
  if (isPronoun) return findSpeakerBefore(document, mention);
  const beside = findStatementBeside(document, mention);
  if (beside >= 0) return findSpeaker(document, beside);
  const behind = findGiverBehind(document, mention);
  return behind >= 0 ? behind : findGiverInserted(document, mention);
}

/** "Analysts had feared worse: Corbel had pencilled in 40": behind the colon stands a clause with a giver of its own. */
function isBehindColon(document: StatedDocument, { start }: FigureMention, statement: number): boolean {
  const { text, statementDrafts } = document;
  const cue = statementDrafts[statement].cue[0];
  return cue !== undefined && cue.end < start && /^[^"“”:]*:[^"“”]*$/.test(text.slice(cue.end, start));
}

/**
 * "The toll in the north rose to 40, the office said", with what is said cut short by a wrong tree; "In an appeal for $4m, it
 * warned": the statement that a figure beside it belongs to, or -1.
 */
function findStatementBeside(
  { statementDrafts, sentences, text, tags, tokens }: StatedDocument,
  figure: FigureMention,
): number {
  const {
    startToken,
    endToken,
    end: sentenceEnd,
  } = sentences[findFirst(sentences, figure.start + 1, ({ end }) => end)];
  const from = tokens[startToken].start;
  return statementDrafts.findIndex(({ cue, source, content }) => {
    let first: Span | undefined;
    for (const spans of [source, cue])
      for (const span of spans) if (first === undefined || span.start < first.start) first = span;
    if (first === undefined || cue.length === 0 || first.start < figure.end || first.start >= sentenceEnd) return false;
    const between = text.slice(figure.end, first.start);
    const isPostposed = content[0].start >= from && content[0].start < first.start;
    if (isPostposed && !/[;:—–]|\b(?:but|while|whereas)\b/.test(between) && /,\s*$/.test(between)) return true;
    if (!/^in$/i.test(tokens[startToken].text) || !/^[^,;:—–]*,\s*$/.test(between)) return false;
    for (let token = startToken; token < endToken && tokens[token].start < first.start; token++)
      if (tags[token] === "AUX") return false;
    return /^(?:an?|its|his|her|their)$/i.test(tokens[startToken + 1].text);
  });
}

/** Who spoke last, in the sentence before: whom a pronoun that gives a figure most often means. */
function findSpeakerBefore({ statementDrafts, sentences }: StatedDocument, { start }: FigureMention): number {
  const sentence = findFirst(sentences, start + 1, ({ end }) => end);
  const from = sentences[sentence - 1]?.start ?? start;
  const last = statementDrafts.findLast(({ cue }) => cue.length > 0 && cue[0].start < sentences[sentence].start);
  return last !== undefined && last.cue[0].start >= from ? last.speaker : -1;
}

/** Who makes a statement, also where its pronoun was not resolved. */
function findSpeaker(document: StatedDocument, statement: number): number {
  const { cue, speaker: found, source } = document.statementDrafts[statement];
  // "a runoff. X got 48 percent, it said": what cannot speak was not meant.
  const kind = document.resolvedEntities[found]?.kind ?? "event";
  const isSilent = /^(?:event|law|treaty|other)$/.test(kind) && !document.resolvedEntities[found]?.isNamed;
  const speaker = isSilent && source.length === 1 && source[0].end - source[0].start < 5 ? -1 : found;
  if (speaker >= 0) return speaker;
  // "…, it said": a pronoun that was not resolved stands for who spoke in the sentence before.
  const isPronoun =
    source.length === 1 && /^(?:it|they|he|she)$/i.test(document.text.slice(source[0].start, source[0].end));
  const before = document.statementDrafts[statement - 1];
  if (!isPronoun || before === undefined || cue.length === 0 || before.cue.length === 0) return -1;
  const sentenceAt = (span: Span): number => findFirst(document.sentences, span.start + 1, ({ end }) => end);
  const isNext = sentenceAt(cue[0]) - sentenceAt(before.cue[0]) <= 1;
  return isNext ? before.speaker : -1;
}

/** The tokens from the number up to its clause's verb. */
function findClause({ heads, tags }: StatedDocument, { startToken, endToken }: FigureMention): number[] {
  const path: number[] = [];
  let token = endToken - 1;
  while (heads[token] >= startToken && heads[token] < endToken) token = heads[token];
  for (let steps = 0; token >= 0 && steps <= MAX_STEPS; steps++, token = heads[token]) {
    path.push(token);
    if (tags[token] === "VERB") break;
  }
  return path;
}

/** A place or state that the clause names with "in" or the like: "killed in the valley". */
function findPlace(document: StatedDocument, clause: readonly number[]): number {
  const { mentions, sentences } = document;
  const sentence = sentences[findFirst(sentences, clause[0] + 1, ({ endToken }) => endToken)];
  const from = findFirst(mentions, sentence.startToken, ({ headToken }) => headToken);
  const to = findFirst(mentions, sentence.endToken, ({ headToken }) => headToken);
  const place = mentions.slice(from, to).find((mention) => isPlaceOf(document, mention, clause));
  return place === undefined ? -1 : document.entityOf[place.index];
}

function isPlaceOf(document: StatedDocument, mention: Mention, clause: readonly number[]): boolean {
  const { heads, relations, tokens } = document;
  if (mention.kind !== "place" && mention.kind !== "state") return false;
  const token = mention.attachment;
  if (!/^(obl|nmod)/.test(relations[token]) || !clause.includes(heads[token])) return false;
  const before = tokens[mention.phraseStart - 1]?.text.toLowerCase();
  return before !== undefined && PLACE_PREPOSITIONS.has(before);
}

const PLACE_PREPOSITIONS = new Set(["in", "at", "across", "inside", "near", "throughout", "within"]);

function findDate(document: StatedDocument & DatedDocument, clause: readonly number[]): string | null {
  const { heads } = document;
  const date = findDatesBeside(document, clause[0]).find(({ startToken, endToken }) => {
    for (let token = startToken; token < endToken; token++) {
      const head = heads[token];
      if ((head < startToken || head >= endToken) && clause.includes(head)) return true;
    }
    return false;
  });
  return date?.date ?? null;
}

/** Set by hand, not calibrated: no annotated set tells how many figures are right. A class and a bound speak for a figure. */
function scoreOf({ class: cls, bound, value }: FigureMention): number {
  if (cls === "count") return bound !== "exactly" ? 0.7 : value < SMALL ? 0.4 : 0.5;
  return bound === "exactly" ? 0.75 : 0.85;
}
