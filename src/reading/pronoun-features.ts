/**
 * What speaks for and against an antecedent of a pronoun, as feature numbers of a linear model; and what rules one out.
 *
 * Templates follow the classic signs (distance, grammatical role, parallelism, agreement, salience), each taken together
 * with the pronoun's class, since "it" and "he" look for different things.
 */
import type { EntityKind, Mention, QuotedDocument } from "./mention.ts";
import { PRONOUNS, TIME_NOUNS } from "./word-lists.ts";

/** A power of two. */
export const PRONOUN_FEATURE_COUNT = 16_384;

/** Sentences looked back. */
export const LOOK_BACK = 3;

/** What attributions tell. */
export interface SpeechSigns {
  /** Mentions that are the source of an attribution, each with its number, counted from 1. */
  readonly speakers: ReadonlyMap<number, number>;
  /** Per token the number of the last attribution whose content it is, or 0. */
  readonly contentOf: Uint16Array;
}

/** What is known of a candidate's entity when the pronoun is read. */
export interface CandidateEntity {
  readonly kind: EntityKind | undefined;
  readonly gender: "male" | "female" | undefined;
  readonly plural: boolean;
  /** Mentions before the pronoun. */
  readonly count: number;
}

export interface Candidate {
  /** The entity's mention nearest to the pronoun. */
  readonly mention: Mention;
  readonly entity: CandidateEntity;
  /** Candidates nearer to the pronoun that are not ruled out. */
  readonly nearer: number;
}

const ROLES = { subject: 0, object: 1, oblique: 2, owner: 3, modifier: 4, other: 5 } as const;
const KINDS: readonly (EntityKind | undefined)[] = [
  undefined,
  "person",
  "organisation",
  "state",
  "place",
  "court",
  "treaty",
  "group",
  "law",
  "event",
  "other",
];
const DETERMINERS: readonly Mention["determiner"][] = [
  "none",
  "definite",
  "indefinite",
  "demonstrative",
  "possessive",
  "quantity",
];
const BY: readonly Mention["by"][] = ["name", "description", "pronoun"];

/** The role of a mention in its clause: from the relation of its phrase. */
export function getGrammaticalRole(document: QuotedDocument, mention: Mention): number {
  const relation = document.relations[mention.attachment];
  if (relation.startsWith("nsubj")) return ROLES.subject;
  if (relation === "obj" || relation === "iobj") return ROLES.object;
  if (relation.startsWith("nmod:poss")) return ROLES.owner;
  if (relation.startsWith("obl") || relation.startsWith("nmod")) return ROLES.oblique;
  return relation === "amod" || relation === "compound" ? ROLES.modifier : ROLES.other;
}

/** 0 for "he" and "she", 1 for "it", 2 for "they". */
function getPronounClass(mention: Mention): number {
  return mention.gender !== undefined ? 0 : mention.plural ? 2 : 1;
}

/** Words inside a quotation are not taken up outside of it, but for names: "I like the guy," he said. */
export function isHidden(pronoun: Mention, mention: Mention): boolean {
  return pronoun.quotation < 0 && mention.quotation >= 0 && mention.by !== "name";
}

/** The candidates that nothing rules out, counted from the nearest; the others become `undefined`. */
export function keepPossible(
  document: QuotedDocument,
  pronoun: Mention,
  candidates: readonly Candidate[],
  signs: SpeechSigns,
): (Candidate | undefined)[] {
  let nearer = 0;
  return candidates.map((candidate) =>
    isRuledOut(document, pronoun, candidate) || namesItself(pronoun, candidate, signs)
      ? undefined
      : { ...candidate, nearer: nearer++ },
  );
}

/** "I and Jon Berg disagree," he said: who speaks is none of those whom the own words name. */
function namesItself(pronoun: Mention, { mention }: Candidate, { speakers, contentOf }: SpeechSigns): boolean {
  const own = speakers.get(pronoun.index);
  return own !== undefined && mention.by === "name" && mention.quotation >= 0 && contentOf[mention.headToken] === own;
}

/** Whether grammar or meaning rules the candidate out. */
function isRuledOut(document: QuotedDocument, pronoun: Mention, { mention, entity }: Candidate): boolean {
  const isAnimate = pronoun.gender !== undefined;
  if (isAnimate) {
    if (entity.kind !== "person" && entity.kind !== undefined) return true;
    if (entity.plural) return true;
    if (entity.gender !== undefined && entity.gender !== pronoun.gender) return true;
  } else if (!pronoun.plural) {
    if (entity.kind === "person" || entity.kind === "group" || entity.plural) return true;
    if (mention.by === "pronoun" && (mention.gender !== undefined || mention.plural)) return true;
  } else {
    if (mention.by === "pronoun" && !mention.plural) return true;
    // "they" for one person is left alone: wrong is worse than none.
    if (entity.kind === "person" && !entity.plural) return true;
    if (!entity.plural && (entity.kind === "place" || entity.kind === "treaty" || entity.kind === "law")) return true;
  }
  if (isEvery(document, mention) && mention.sentence !== pronoun.sentence) return true;
  if (mention.by === "description" && TIME_NOUNS.has(document.lemmas[mention.headToken])) return true;
  if (mention.sentence !== pronoun.sentence) return false;
  // A phrase cannot hold the pronoun that refers to it: "his brother" is not he.
  if (pronoun.headToken >= mention.phraseStart && pronoun.headToken < mention.endToken) return true;
  return isBoundApart(document, pronoun, mention);
}

/** "every child", "no parent": nobody in particular. */
function isEvery({ tokens }: QuotedDocument, { startToken, determiner }: Mention): boolean {
  return determiner === "quantity" && /^(every|each|no|any)$/i.test(tokens[startToken].text);
}

/** "He saw him": two people; "he saw himself": one. Possessives are free. */
function isBoundApart(document: QuotedDocument, pronoun: Mention, mention: Mention): boolean {
  const form = PRONOUNS.get(document.tokens[pronoun.headToken].text.toLowerCase());
  const isOwner = getGrammaticalRole(document, pronoun) === ROLES.owner || form?.possessive === true;
  if (isOwner || form?.reflexive) return false;
  const verb = document.heads[pronoun.attachment];
  return (
    verb >= 0 && document.heads[mention.attachment] === verb && getGrammaticalRole(document, mention) !== ROLES.owner
  );
}

/**
 * Writes the features of one candidate.
 *
 * @param isNewParagraph Whether a paragraph begins between the two.
 * @param signs Who spoke is likely to go on; who was spoken of, less.
 * @returns How many numbers were written.
 */
export function findPronounFeatures(
  document: QuotedDocument,
  pronoun: Mention,
  candidate: Candidate,
  isNewParagraph: boolean,
  signs: SpeechSigns,
  out: Int32Array,
): number {
  const { speakers } = signs;
  const { mention, entity, nearer } = candidate;
  const kindOfPronoun = getPronounClass(pronoun);
  const role = getGrammaticalRole(document, mention);
  const ownRole = getGrammaticalRole(document, pronoun);
  const distance = Math.min(3, pronoun.sentence - mention.sentence);
  const isSame = distance === 0 ? 1 : 0;
  const kind = KINDS.indexOf(entity.kind);
  const by = BY.indexOf(mention.by);
  const isForward = mention.headToken > pronoun.headToken ? 1 : 0;
  const isFirst = isFirstOfSentence(document, mention) ? 1 : 0;
  const isNested = mention.modifiers.length === 0 && isInsidePhrase(document, mention) ? 1 : 0;
  const count = entity.count > 4 ? 3 : entity.count > 2 ? 2 : entity.count > 1 ? 1 : 0;
  const quotation =
    pronoun.quotation < 0
      ? mention.quotation < 0
        ? 0
        : 1
      : mention.quotation < 0
        ? 2
        : mention.quotation === pronoun.quotation
          ? 3
          : 4;
  const dominates = isSame === 1 && holds(document, document.heads[mention.attachment], pronoun.headToken) ? 1 : 0;
  const speaks = speakers.has(mention.index) ? 1 : 0;
  const isSpeaker = speakers.has(pronoun.index) ? 1 : 0;
  let size = 0;
  const add = (template: number, value: number): void => {
    out[size++] = slot(template, value * 3 + kindOfPronoun);
  };
  add(1, 0);
  add(40, distance);
  add(41, role);
  add(42, by);
  add(43, kind);
  add(44, Math.min(nearer, 4));
  add(45, Math.min(nearer, 4) * 4 + distance);
  add(46, speaks);
  add(2, (distance * 6 + role) * 2 + isForward);
  add(3, kind * 3 + by);
  add(4, (entity.plural ? 2 : 0) + (pronoun.plural ? 1 : 0) + 4 * kind);
  add(5, entity.gender === undefined ? 0 : 1);
  add(6, Math.min(nearer, 6) + 7 * isSame);
  add(7, ((role * 6 + ownRole) * 2 + isSame) * 2 + isForward);
  add(8, count * 3 + by);
  add(9, DETERMINERS.indexOf(mention.determiner) * 3 + by);
  add(10, isFirst * 4 + distance);
  add(11, quotation);
  add(12, isNested * 2 + isSame);
  add(13, isForward);
  add(14, (dominates * 6 + role) * 6 + ownRole);
  add(15, isNewParagraph ? 1 : 0);
  add(16, mention.by === "pronoun" && mention.gender === pronoun.gender ? 1 + distance : 0);
  add(17, distance * 4 + count);
  add(18, (kind * 4 + distance) * 2 + (role === ROLES.subject ? 1 : 0));
  add(19, (count * 6 + role) * 2 + (ownRole === ROLES.subject ? 1 : 0));
  add(20, (speaks * 4 + distance) * 2 + isSpeaker);
  add(21, (speaks * 2 + isSpeaker) * 3 + by);
  add(22, ((speaks * 2 + isSpeaker) * 2 + (isNewParagraph ? 1 : 0)) * 2 + isFirst);
  const isReported = signs.contentOf[mention.headToken] > 0 ? 1 : 0;
  const isReportedItself = signs.contentOf[pronoun.headToken] > 0 ? 1 : 0;
  add(24, ((isReported * 2 + isSpeaker) * 4 + distance) * 2 + isReportedItself);
  add(23, ((kind * 2 + isSpeaker) * 4 + distance) * 2 + speaks);
  return size;
}

/** The features of "no antecedent". */
export function findNoneFeatures(
  document: QuotedDocument,
  pronoun: Mention,
  { speakers }: SpeechSigns,
  out: Int32Array,
): number {
  const kindOfPronoun = getPronounClass(pronoun);
  out[0] = slot(30, kindOfPronoun);
  out[1] = slot(31, kindOfPronoun * 6 + getGrammaticalRole(document, pronoun));
  out[2] = slot(32, kindOfPronoun * 2 + (pronoun.quotation < 0 ? 0 : 1));
  out[3] = slot(33, kindOfPronoun * 2 + (speakers.has(pronoun.index) ? 1 : 0));
  return 4;
}

function slot(template: number, value: number): number {
  let mixed = Math.imul(template * 0x0001_0003 + value + 1, 0x9e37_79b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 13)) & (PRONOUN_FEATURE_COUNT - 1);
}

function isFirstOfSentence(document: QuotedDocument, mention: Mention): boolean {
  return mention.phraseStart - document.sentences[mention.sentence].startToken <= 1;
}

/** Whether it hangs on another noun: "of the council", "the council's". */
function isInsidePhrase(document: QuotedDocument, mention: Mention): boolean {
  const relation = document.relations[mention.attachment];
  return relation.startsWith("nmod") || relation === "compound" || relation === "amod";
}

function holds(document: QuotedDocument, ancestor: number, token: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 40; at = document.heads[at], steps++)
    if (at === ancestor) return true;
  return false;
}
