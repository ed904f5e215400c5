/** What the report's people take sides on: the case or thing that most of them are said to welcome, reject, or call names. */
import { DECIDERS, isLegalWord } from "../cases/legal-words.ts";
import { getChild, getEntity, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

export interface Issue {
  /** Heads of the words by which it is named, as lemmas. */
  readonly words: ReadonlySet<string>;
  /** It is what the report's courts deal with. */
  readonly isLegal: boolean;
  /** A sign whose target names it. */
  readonly sample: StanceSign;
  /** Several take sides on it, so that what others say may be taken for what they think of it. */
  readonly isShared: boolean;
  /** How many are known to take sides on it. */
  readonly holders: number;
}

/** Holders that make a thing the issue of the report. */
const SHARED_BY = 2;

/** `undefined` where no target has a name. */
export function findIssue(tree: Tree, signs: readonly StanceSign[]): Issue | undefined {
  const groups = new Map<string, { signs: StanceSign[]; holders: Set<number> }>();
  const anaphors: StanceSign[] = [];
  for (const sign of signs) {
    const word = headWord(tree, sign);
    if (word === "") continue;
    const key = isLegalTarget(tree, sign) ? LEGAL : word;
    if (key !== LEGAL && isAnaphor(tree, sign) && getStanceWord(word).isContested) anaphors.push(sign);
    const group = groups.get(key) ?? { signs: [], holders: new Set<number>() };
    group.signs.push(sign);
    group.holders.add(sign.holder);
    groups.set(key, group);
  }
  let best: { key: string; signs: StanceSign[]; holders: Set<number> } | undefined;
  for (const [key, group] of groups)
    if (best === undefined || group.holders.size > best.holders.size) best = { key, ...group };
  if (best === undefined) return undefined;
  for (const { holder } of anaphors) best.holders.add(holder);
  return {
    words: new Set(best.signs.map((sign) => headWord(tree, sign))),
    isLegal: best.key === LEGAL,
    sample: best.signs[0],
    isShared: best.holders.size >= SHARED_BY,
    holders: best.holders.size,
  };
}

/** Stands for all words of courts and their cases; no lemma has a blank. */
const LEGAL = "legal case";

/** Whether the target means the issue: by its own words, as its case, or by a bare "the move". */
export function isOnIssue(tree: Tree, sign: StanceSign, issue: Issue | undefined): boolean {
  if (issue === undefined) return false;
  const word = headWord(tree, sign);
  if (issue.words.has(word)) return true;
  if (issue.isLegal && isLegalTarget(tree, sign)) return true;
  return issue.isShared && isAnaphor(tree, sign) && getStanceWord(word).isContested;
}

/** "the move", "this decision": points at something named before. */
function isAnaphor({ document }: Tree, { targetStart, targetEnd }: StanceSign): boolean {
  // "dismissed the claim": what somebody said, and not what is done.
  if (
    /^(?:claim|charge|accusation|allegation|suggestion|criticism|report)s?$/i.test(
      document.tokens[targetEnd - 1]?.text ?? "",
    )
  )
    return false;
  return targetEnd - targetStart <= 2 && /^(?:the|this|that)$/i.test(document.tokens[targetStart]?.text ?? "");
}

/** Whether the word names something that people take sides on. */
export function isContested(tree: Tree, token: number, issue: Issue | undefined): boolean {
  const { lemmas, tags, tokens } = tree.document;
  if (/^(?:it|this|that|these|those)$/i.test(tokens[token].text)) return issue?.isShared === true;
  if (tags[token] !== "NOUN" && tags[token] !== "PROPN") return false;
  const lemma = lemmas[token].toLowerCase();
  const { isContested: isKnown, noun } = getStanceWord(lemma);
  if (isKnown || issue?.words.has(lemma) === true) return true;
  if (noun === STANCE_CLASS.support || noun === STANCE_CLASS.oppose || noun === STANCE_CLASS.call) return true;
  if (isLegal(tree, token)) return true;
  // "the issuing of warrants": what is done with it.
  const of = getChild(tree, token, /^nmod/);
  return of >= 0 && (getStanceWord(lemmas[of]).isContested || isLegal(tree, of));
}

/** A court or what is brought before one, in a report with a case. */
function isLegal(tree: Tree, token: number): boolean {
  const { caseDrafts, lemmas } = tree.document;
  if (caseDrafts.length === 0) return false;
  const lemma = lemmas[token].toLowerCase();
  // "dismissed the claim": what somebody said, most often.
  if (lemma === "claim") return false;
  if (isLegalWord(lemma) || DECIDERS.has(lemma)) return true;
  const entity = getEntity(tree, token);
  return entity >= 0 && caseDrafts.some(({ court }) => court === entity);
}

/** Whether the target is a court or what is brought before one, in a report with a case. */
export function isLegalTarget(tree: Tree, sign: StanceSign): boolean {
  const head = headOf(tree, sign);
  if (head < 0) return false;
  if (isLegal(tree, head)) return true;
  const of = getChild(tree, head, /^nmod/);
  return of >= 0 && isLegal(tree, of);
}

/** The token of the target on which its other words hang; -1 without words. */
function headOf({ document }: Tree, { targetStart, targetEnd }: StanceSign): number {
  const { heads } = document;
  for (let token = targetStart; token >= 0 && token < targetEnd; token++)
    if (heads[token] < targetStart || heads[token] >= targetEnd) return token;
  return -1;
}

/** The lemma of the target's head; empty for pronouns and for targets without words. */
export function headWord(tree: Tree, sign: StanceSign): string {
  const head = headOf(tree, sign);
  if (head < 0) return "";
  const { tags, relations } = tree.document;
  // "appealed for calm": an adjective in a noun's place.
  const isNoun =
    /^(?:NOUN|PROPN|VERB)$/.test(tags[head]) || (tags[head] === "ADJ" && /^(?:obl|nmod|obj)/.test(relations[head]));
  if (!isNoun) return "";
  return tree.document.lemmas[head].toLowerCase();
}

export function entityOfTarget(tree: Tree, sign: StanceSign): number {
  return getEntity(tree, headOf(tree, sign));
}
