/**
 * Stances of those of whom nothing surer is known, in reports in which several take sides on one issue: the tone of what they
 * say, by the ratings of its words; and "yes" and "no" to a question.
 */

import type { Issue } from "./issue.ts";
import { rate } from "./judge-phrase.ts";
import { SIGN_SCORES } from "./sign-kinds.ts";
import { isNegated, type StanceSign, type Tree } from "./stance-document.ts";

/** Sum of ratings from which a statement has a tone. */
const MIN_TONE = 1.5;
/** Holders of surer stances on the issue from which what others say is taken to speak of it. */
const MIN_HOLDERS = 5;

export function findTones(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceSign[] {
  if (issue === undefined || issue.holders < (issue.isLegal ? 2 : MIN_HOLDERS)) return [];
  const { statementDrafts, tokens, caseDrafts, resolvedEntities } = tree.document;
  const parties = new Set(caseDrafts.flatMap(({ court, applicant }) => [court, applicant]));
  const known = new Set(signs.map(({ holder }) => holder));
  const tones = new Map<number, { sum: number; sign: StanceSign }>();
  let token = 0;
  for (const [statement, { speaker, spoken, kind, mode }] of statementDrafts.entries()) {
    if (
      speaker < 0 ||
      known.has(speaker) ||
      parties.has(speaker) ||
      !resolvedEntities[speaker].isNamed ||
      kind === "attitude" ||
      mode === "indirect" ||
      spoken.length === 0
    )
      continue;
    while (token > 0 && tokens[token].start > spoken[0].start) token--;
    while (token < tokens.length && tokens[token].start < spoken[0].start) token++;
    const end = spoken[spoken.length - 1].end;
    let last = token;
    let sum = 0;
    let isSupposed = false;
    for (; last < tokens.length && tokens[last].end <= end; last++) {
      const { text } = tokens[last];
      // "If these were fair courts": said not to be so.
      if (/^if$/i.test(text)) isSupposed = true;
      else if (text === "," || text === ".") isSupposed = false;
      if (tree.statementAt[last] === statement) sum += isSupposed ? -toneOf(tree, last) : toneOf(tree, last);
    }
    if (last === token) continue;
    const tone = tones.get(speaker) ?? { sum: 0, sign: toTone(issue, speaker, statement, token, last) };
    tone.sum += sum;
    tones.set(speaker, tone);
  }
  return [...tones.values()]
    .filter(({ sum }) => Math.abs(sum) >= MIN_TONE)
    .map(({ sum, sign }) => ({ ...sign, value: Math.sign(sum) }));
}

function toTone(issue: Issue, holder: number, statement: number, startToken: number, endToken: number): StanceSign {
  const { targetStart, targetEnd } = issue.sample;
  return {
    kind: "tone",
    holder,
    targetStart,
    targetEnd,
    value: 0,
    strength: 0.4,
    statement,
    startToken,
    endToken,
    score: SIGN_SCORES.tone,
  };
}

function toneOf(tree: Tree, token: number): number {
  const { tokens, lemmas, tags, heads } = tree.document;
  if (!/^(?:ADJ|ADV|NOUN|VERB)$/.test(tags[token])) return 0;
  const rating = rate(tokens[token].text, lemmas[token], tags[token]);
  if (rating === 0) return 0;
  const isTurned = isNegated(tree, token) || (heads[token] >= 0 && isNegated(tree, heads[token]));
  return isTurned ? -rating : rating;
}
