/** The tone of what somebody says, statement by statement, and what he does in saying it: "denied", "praised". */
import { rate } from "./judge-phrase.ts";
import type { Leanings } from "./leanings.ts";
import { HAPPENING } from "./no-judgement.ts";
import { LAWFUL } from "./reaction-words.ts";
import { STATES } from "./read-blame.ts";
import { rememberWords } from "./remember-words.ts";
import { isNegated, type Tree } from "./stance-document.ts";

/** What a step of a word's rating, from -4 to 4, is worth, and most of one statement. */
const WORD = 0.25;
const MOST = 1.5;
/** Words of others are the reporter's in part. */
const REPORTED = 0.6;
/** What a word is worth that says no: who says it often is rather against than for. */
const NO = -0.2;
/** A statement that says both with "but", and the least of each part. */
const BOTH = 1.2;
const MIN_PART = 0.3;
const CONTRAST = /^(?:but|although|though|yet|however)$/i;
const DENIAL = 0.5;
const DEFENCE = 0.4;
const ACTS: ReadonlyMap<string, number> = new Map([
  ["accuse", -1],
  ["condemn", -1.5],
  ["praise", 1],
  ["threaten", -0.6],
]);
/** Rated words that in talk of affairs tell no feeling. */
const PLAIN =
  /^(?:great|big|care|like|want|share|united|interest|help|sure|play|party|true|security|please|top|number|pay|stop|leave|cut)$/;
/** What those say who hold that a court or others have no right to act. */
const OBJECTIONS =
  /^(?:immunity|sovereignty|interference|meddling|hypocrisy|hypocrite|overreach|double-standard|bias)$/;

export function weighSaid(tree: Tree, leanings: Leanings): void {
  const { statementDrafts, tokens, tags } = tree.document;
  const first = new Int32Array(statementDrafts.length).fill(-1);
  const last = new Int32Array(statementDrafts.length).fill(-1);
  const good = new Float64Array(statementDrafts.length);
  let supposedIn = -1;
  const hasBut = new Uint8Array(statementDrafts.length);
  const beforeBut = new Float64Array(statementDrafts.length);
  const hasFigure = new Uint8Array(statementDrafts.length);
  const bad = new Float64Array(statementDrafts.length);
  for (let token = 0; token < tokens.length; token++) {
    const statement = tree.statementAt[token];
    if (statement < 0) continue;
    if (tags[token] === "NUM") hasFigure[statement] = 1;
    if (first[statement] < 0) first[statement] = token;
    last[statement] = token;
    const facts = readText(tokens[token].text);
    const { isContrast, isIf, isStop } = facts;
    if (hasBut[statement] === 0 && isContrast) {
      hasBut[statement] = 1;
      beforeBut[statement] = good[statement] + bad[statement];
    }
    // "If these were fair courts": said not to be so.
    if (isIf) supposedIn = statement;
    else if (isStop) supposedIn = -1;
    const tone = weighWord(tree, token, facts) * (supposedIn === statement ? -1 : 1);
    if (tone > 0) good[statement] += tone;
    else bad[statement] += tone;
  }
  for (const [statement, { speaker, polarity, mode, kind, act }] of statementDrafts.entries()) {
    if (speaker < 0 || polarity !== "affirmed" || first[statement] < 0) continue;
    const bit = { holder: speaker, startToken: first[statement], endToken: last[statement] + 1, statement };
    // Who is for a thing denies what others say against it; who is not, that he did what he is blamed for.
    const done = act === "deny" ? (leanings.getBalance(speaker) > 0 ? DEFENCE : -DENIAL) : (ACTS.get(act) ?? 0);
    if (done !== 0) leanings.add("side", { ...bit, value: done });
    // Who reports figures tells facts, however sad they are.
    if (kind !== "speech" || (mode === "indirect" && hasFigure[statement] === 1)) continue;
    const scale = mode === "indirect" ? REPORTED : 1;
    const [earlier, later] = [beforeBut[statement], good[statement] + bad[statement] - beforeBut[statement]];
    if (hasBut[statement] === 1 && earlier * later < 0 && Math.min(Math.abs(earlier), Math.abs(later)) >= MIN_PART)
      leanings.add("both", { ...bit, value: BOTH });
    // Each side by itself, so that praise with blame is seen as both.
    leanings.add("side", { ...bit, value: Math.min(MOST, good[statement] * scale) });
    leanings.add("side", { ...bit, value: Math.max(-MOST, bad[statement] * scale) });
  }
}

/** What is asked of a word as it is written. */
interface TextFacts {
  readonly word: string;
  readonly isContrast: boolean;
  readonly isIf: boolean;
  readonly isStop: boolean;
  readonly isNo: boolean;
}

const readText = rememberWords((text): TextFacts => {
  const word = text.toLowerCase();
  return {
    word,
    isContrast: CONTRAST.test(text),
    isIf: word === "if",
    isStop: /^[,.;]$/.test(text),
    isNo: /^(?:not|n't|n’t|never|no|nor|neither|nobody|nothing)$/.test(word),
  };
});

/** What is asked of a lemma. */
const readLemma = rememberWords((given) => {
  const lemma = given.toLowerCase();
  return {
    isObjection: OBJECTIONS.test(lemma),
    isLawful: LAWFUL.test(lemma),
    isPlain: HAPPENING.test(lemma) || STATES.test(lemma) || PLAIN.test(lemma),
  };
});

const RATED_TAGS: ReadonlySet<string> = new Set(["ADJ", "ADV", "NOUN", "VERB"]);

function weighWord(tree: Tree, token: number, { word: text, isNo }: TextFacts): number {
  const { tokens, lemmas, tags, heads } = tree.document;
  // "It’s about time": long wished for.
  if (text === "time" && /^about$/i.test(tokens[token - 1]?.text ?? "")) return 1;
  // "Nobody is above the law".
  if (text === "law" && /^above$/i.test(tokens[token - 2]?.text ?? "")) return 1;
  if (text === "too" && tags[token + 1] === "ADJ") return -0.5;
  if (isNo) return NO;
  if (!RATED_TAGS.has(tags[token])) return 0;
  const { isObjection, isLawful, isPlain } = readLemma(lemmas[token]);
  if (isObjection) return isNegated(tree, token) ? 0 : -1;
  if (isLawful) return 0.6;
  if (isPlain) return 0;
  const rating = rate(tokens[token].text, lemmas[token], tags[token]) * WORD;
  if (rating === 0) return 0;
  const isTurned = isNegated(tree, token) || (heads[token] >= 0 && isNegated(tree, heads[token]));
  return isTurned ? -rating : rating;
}
