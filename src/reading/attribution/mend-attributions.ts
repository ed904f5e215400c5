/**
 * Adds to the attributions that the model finds those that the shape of a clause shows, and cuts from contents what shape shows
 * not to be said: the model learnt from one corpus of American news and misses forms that are rare there.
 */
import type { Attribution } from "./attribution.ts";
import { type ClauseDocument, ClauseReader } from "./clause-reader.ts";
import { findCalling } from "./find-callings.ts";
import { findGivenFigure } from "./find-given-figures.ts";
import { findInsertedReport } from "./find-inserted-reports.ts";
import { findJoinedAct } from "./find-joined-acts.ts";
import { findThatClause } from "./find-that-clauses.ts";
import { findReadOut, findTurns } from "./find-turns.ts";

/** Score from which what the model found stays as it is. */
const SURE = 0.5;

/** The attributions of a document mended, in the order of their cues. */
export function mendAttributions(document: ClauseDocument, found: readonly Attribution[]): Attribution[] {
  const reader = new ClauseReader(document);
  const cut = found.map((attribution) => cutAdjunct(reader, cutCoordinated(reader, attribution, found)));
  const byCue = new Map<number, Attribution>();
  for (const attribution of cut) for (const token of attribution.cueTokens) byCue.set(token, attribution);
  const mended = new Set(cut);
  for (const { startToken, endToken } of document.sentences) {
    const sentence = { startToken, endToken };
    for (let token = startToken; token < endToken; token++) {
      if (document.tags[token] !== "VERB" && document.tags[token] !== "NOUN") continue;
      const calling = findCalling(reader, token, endToken);
      if (calling !== undefined && !isWithinOwnWords(reader, cut, calling)) replace(mended, byCue.get(token), calling);
      const inserted = findInsertedReport(reader, token, sentence, byCue);
      if (inserted !== undefined) addInserted(reader, mended, byCue.get(token), inserted);
      if (calling !== undefined || inserted !== undefined) continue;
      const old = byCue.get(token);
      if (old !== undefined && old.score >= SURE) continue;
      const passedOver =
        findReadOut(reader, token) ??
        findGivenFigure(reader, token, sentence) ??
        findThatClause(reader, token, sentence) ??
        findJoinedAct(reader, token, sentence, cut);
      if (passedOver === undefined) continue;
      replace(mended, old, passedOver);
      cutBefore(reader, mended, passedOver);
    }
  }
  for (const turn of findTurns(reader)) {
    // What the model made of the label or of the whole turn is the turn.
    for (const other of [...mended]) if (isOfTurn(other, turn)) mended.delete(other);
    mended.add(turn);
  }
  return [...mended].sort((a, b) => a.cueToken - b.cueToken || a.contentTokens[0] - b.contentTokens[0]);
}

/** Whether the attribution takes its cue or source from the label, or has most of the turn without a source of its own. */
function isOfTurn({ cueToken, sourceTokens, contentTokens }: Attribution, turn: Attribution): boolean {
  const label = turn.sourceTokens;
  if (label.includes(cueToken) || cueToken === turn.cueToken || sourceTokens.some((token) => label.includes(token)))
    return true;
  const shared = contentTokens.filter((token) => turn.contentTokens.includes(token)).length;
  return sourceTokens.length === 0 && 2 * shared > turn.contentTokens.length;
}

/** "He said that she had refused what he called a wall": a calling within what he says anyway. */
function isWithinOwnWords(
  reader: ClauseReader,
  all: readonly Attribution[],
  { cueToken, sourceTokens }: Attribution,
): boolean {
  const who = reader.word(sourceTokens[0]);
  if (sourceTokens.length !== 1 || !/^(?:he|she|it|they)$/.test(who)) return false;
  return all.some(
    (other) =>
      other.cueToken !== cueToken &&
      other.contentTokens.includes(cueToken) &&
      other.sourceTokens.some((token) => reader.word(token) === who),
  );
}

/** "says he is well and accuses him of …": what was said ends before the next act of speech of the same speaker. */
function cutBefore(
  reader: ClauseReader,
  mended: Set<Attribution>,
  { cueToken, cueTokens, sourceTokens }: Attribution,
): void {
  const [cue] = cueTokens;
  let end = cue;
  while (end > 0 && /^(?:and|but|then|also|,)$/.test(reader.word(end - 1))) end--;
  if (end === cue) return;
  for (const other of [...mended]) {
    const isHolder =
      other.cueToken < cueToken && other.contentTokens.includes(cueToken) && reader.quotationAt[cueToken] < 0;
    if (!isHolder || !other.sourceTokens.some((token) => sourceTokens.includes(token))) continue;
    const kept = other.contentTokens.filter((token) => token < end);
    if (kept.length === 0) continue;
    mended.delete(other);
    mended.add(reader.withContent(other, kept));
  }
}

function replace(mended: Set<Attribution>, old: Attribution | undefined, attribution: Attribution): void {
  if (old !== undefined) mended.delete(old);
  mended.add(old === undefined ? attribution : { ...attribution, score: Math.max(old.score, attribution.score) });
}

/** What stands before the reporting clause, where the model took something else for what was said. */
function addInserted(
  reader: ClauseReader,
  mended: Set<Attribution>,
  old: Attribution | undefined,
  inserted: Attribution,
): void {
  if (old === undefined) {
    mended.add(inserted);
    return;
  }
  const held = new Set(old.contentTokens);
  const before = inserted.contentTokens.filter((token) => token < inserted.cueToken);
  const takesSource = before.some((token) => old.sourceTokens.includes(token));
  if (before.some((token) => held.has(token)) && !takesSource) {
    if (old.sourceTokens.length > 0) return;
    mended.delete(old);
    mended.add({
      ...old,
      source: inserted.source,
      sourceTokens: inserted.sourceTokens,
      score: Math.max(old.score, inserted.score),
    });
    return;
  }
  // "There was, she went on, “no way back”": what is quoted goes on with the same sentence.
  const end = reader.document.sentences.find(({ endToken }) => endToken > inserted.cueToken)?.endToken ?? 0;
  const goesOn = old.contentTokens.filter((token) => token > inserted.cueToken && token < end);
  const isQuoted = old.mode === "direct" && goesOn.length === 0;
  if (goesOn.length > 0 && reader.quotationAt[goesOn[0]] >= 0)
    inserted = reader.withContent(inserted, [
      ...inserted.contentTokens.filter((token) => token < inserted.cueToken),
      ...goesOn,
    ]);
  const source = old.sourceTokens.length === 0 || takesSource ? inserted : old;
  const score = Math.max(old.score, inserted.score);
  if (!isQuoted) mended.delete(old);
  mended.add({
    ...inserted,
    source: source.source,
    sourceTokens: source.sourceTokens,
    cue: old.cue.length === 0 || !isQuoted ? inserted.cue : old.cue,
    score,
    mode: reader.findMode(inserted.contentTokens),
  });
}

/** "She denied the charge and said …": what was denied ends before the second verb. */
function cutCoordinated(reader: ClauseReader, attribution: Attribution, all: readonly Attribution[]): Attribution {
  const { contentTokens, cueToken, sourceTokens } = attribution;
  const { heads, relations } = reader.document;
  const next = all.find(
    (other) =>
      other.cueToken > cueToken &&
      relations[other.cueToken] === "conj" &&
      heads[other.cueToken] === cueToken &&
      contentTokens.includes(other.cueToken) &&
      reader.quotationAt[other.cueToken] < 0 &&
      (other.sourceTokens.length === 0 || other.sourceTokens.at(-1) === sourceTokens.at(-1)),
  );
  if (next === undefined) return attribution;
  let end = next.cueTokens[0] ?? next.cueToken;
  while (end > cueToken && /^(?:and|but|then|also|,|or)$/.test(reader.word(end - 1))) end--;
  const kept = contentTokens.filter((token) => token < end);
  return kept.length === 0 || kept.length === contentTokens.length
    ? attribution
    : reader.withContent(attribution, kept);
}

/** "Asked about the ferry, she said it was late": what stands before the clause is not said, if a whole sentence follows. */
function cutAdjunct(reader: ClauseReader, attribution: Attribution): Attribution {
  const { contentTokens, cueToken, sourceTokens } = attribution;
  const start = Math.min(cueToken, sourceTokens[0] ?? cueToken);
  const before = contentTokens.filter((token) => token < start);
  const after = contentTokens.filter((token) => token > cueToken);
  if (before.length === 0 || after.length === 0 || before.some((token) => reader.quotationAt[token] >= 0))
    return attribution;
  const [first] = after;
  const mark = /^["“‘]$/.test(reader.word(first - 1)) ? first - 2 : first - 1;
  const isClause =
    reader.document.tags[cueToken] === "VERB" && reader.word(cueToken) !== "according" && start < cueToken;
  if (!isClause || reader.word(mark) === "," || !reader.hasMainClause(first, after[after.length - 1] + 1))
    return attribution;
  return reader.hasMainClause(before[0], before[before.length - 1] + 1)
    ? attribution
    : reader.withContent(attribution, after);
}
