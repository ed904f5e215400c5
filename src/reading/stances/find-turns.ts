/**
 * Stances that rest on others in the report: who agrees with the speaker before, answers yes or no, will not be drawn, warns
 * in the same breath, takes back what was said, or speaks of an act against the issue.
 */
import { OUTCOMES } from "../cases/legal-words.ts";
import { findHolder, toSign } from "./act-signs.ts";
import { findDissents } from "./find-dissents.ts";
import { findDoer } from "./find-doer.ts";
import { headWord, type Issue, isOnIssue } from "./issue.ts";
import { findClauseEnd, readReserve, readSilence } from "./read-silence.ts";
import { SIGN_SCORES, type SignKind } from "./sign-kinds.ts";
import {
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  isPhrase,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Sentences back that an answer or agreement may point. */
const REACH = 2;

type ReadTurn = (tree: Tree, verb: number, signs: readonly StanceSign[]) => StanceSign | undefined;

/** Verbs by which somebody takes up what was said before, or keeps out of it. */
const TURNS = new Map<string, ReadTurn>([
  ["agree", (tree, verb, signs) => readAgreement(tree, verb, signs, 1)],
  ["disagree", (tree, verb, signs) => readAgreement(tree, verb, signs, -1)],
  ["draw", readSilence],
  ["live", readTolerance],
  ["appeal", readAppeal],
  ...["speak", "talk", "comment", "judge", "speculate"].map((verb): [string, ReadTurn] => [verb, readReserve]),
]);

/** @param signs In text order. */
export function findTurns(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceSign[] {
  const { tokens, tags, lemmas, header } = tree.document;
  const turns: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    if (tags[token] !== "VERB" || tokens[token].start < header.bodyStart) continue;
    const turn = TURNS.get(lemmas[token].toLowerCase())?.(tree, token, signs);
    if (turn !== undefined) turns.push(turn);
  }
  const partners = [...findPartners(tree, signs), ...findSame(tree, signs)];
  return [
    ...turns,
    ...findAnswers(tree),
    ...findWarnings(tree, signs),
    ...partners,
    ...findSides(tree, signs, issue),
    ...findDissents(tree),
  ];
}

/** "The other minister agreed", "her neighbour disagreed". */
function readAgreement(tree: Tree, verb: number, signs: readonly StanceSign[], side: number): StanceSign | undefined {
  const isFull = getChildren(tree, verb).some(
    (child) => child > verb && /^(?:obj|obl|ccomp|xcomp|advcl)/.test(tree.document.relations[child]),
  );
  const holder = findDoer(tree, verb);
  if (isFull || holder < 0 || isNegated(tree, verb) || tree.statementAt[verb] >= 0) return undefined;
  const before = signs.findLast(({ startToken }) => startToken < verb);
  if (before === undefined || before.holder === holder || !isNear(tree, before.startToken, verb)) return undefined;
  return {
    ...before,
    kind: "answer",
    holder,
    value: before.value * side,
    statement: -1,
    startToken: verb,
    endToken: verb + 1,
    score: SIGN_SCORES.answer,
  };
}

/** "it would appeal": against what was decided, as named before. */
function readAppeal(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, relations, lemmas, sentences } = tree.document;
  const isMeant = getChildren(tree, verb).some(
    (child) => child < verb && /^(?:will|would|'ll|’ll|shall)$/i.test(tokens[child].text),
  );
  const isFull = getChildren(tree, verb).some((child) => child > verb && /^(?:obj|obl|xcomp)$/.test(relations[child]));
  if (!isMeant || isFull || isNegated(tree, verb)) return undefined;
  const earliest = sentences[Math.max(0, tree.sentenceOf[verb] - REACH)].startToken;
  for (let token = verb - 1; token >= earliest; token--)
    if (OUTCOMES.has(lemmas[token].toLowerCase()) && tree.document.tags[token] === "NOUN")
      return toSign(tree, verb, {
        holder: findHolder(tree, verb),
        target: token,
        value: -1,
        strength: 0.7,
        kind: "intent",
      });
  return undefined;
}

/** "can live with the wording": neither wanted nor fought. */
function readTolerance(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens } = tree.document;
  const target = getChildren(tree, verb).find(
    (child) => child > verb && isPhrase(tree, child) && getPreposition(tree, child) === "with",
  );
  const isAble = getChildren(tree, verb).some((child) => child < verb && /^(?:can|could)$/i.test(tokens[child].text));
  if (target === undefined || !isAble || isNegated(tree, verb)) return undefined;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value: 0, strength: 0.5, kind: "tolerance" });
}

/** "whether he would be detained. “Yes,” she said." */
function findAnswers(tree: Tree): StanceSign[] {
  const { statementDrafts, tokens, sentences } = tree.document;
  const answers: StanceSign[] = [];
  let token = 0;
  for (const [statement, { speaker, spoken }] of statementDrafts.entries()) {
    if (spoken.length === 0 || speaker < 0) continue;
    while (token > 0 && tokens[token].start > spoken[0].start) token--;
    while (token < tokens.length - 1 && tokens[token].start < spoken[0].start) token++;
    const word = /^(yes|no)$/i.exec(tokens[token].text)?.[1].toLowerCase();
    // "No one": not an answer.
    if (word === undefined || !/^[,.!]/.test(tokens[token + 1]?.text ?? "")) continue;
    const sentence = tree.sentenceOf[token];
    const from = sentences[Math.max(0, sentence - 1)].startToken;
    let asked = -1;
    for (let at = from; at < token; at++) if (/^whether$/i.test(tokens[at].text)) asked = at;
    if (asked < 0) continue;
    const targetEnd = findClauseEnd(tree, asked + 1, sentences[tree.sentenceOf[asked]].endToken);
    answers.push({
      kind: "answer",
      holder: findAsked(tree, asked) ?? speaker,
      targetStart: asked + 1,
      targetEnd,
      value: word === "yes" ? 1 : -1,
      strength: 0.8,
      statement,
      startToken: token,
      endToken: token + 1,
      score: SIGN_SCORES.answer,
    });
  }
  return answers;
}

/** Who "was asked whether": the answer is theirs, whoever "he replied" is taken for. */
function findAsked(tree: Tree, whether: number): number | undefined {
  const { lemmas, sentences } = tree.document;
  for (let token = whether - 1; token >= sentences[tree.sentenceOf[whether]].startToken; token--) {
    if (lemmas[token] !== "ask") continue;
    const entity = getEntity(tree, getChild(tree, token, /^nsubj:pass$/));
    return entity < 0 ? undefined : entity;
  }
  return undefined;
}

/** "welcomed the text, while warning that": both at once. */
function findWarnings(tree: Tree, signs: readonly StanceSign[]): StanceSign[] {
  const { tokens, lemmas, statementDrafts, sentences } = tree.document;
  const warnings: StanceSign[] = [];
  for (const sign of signs) {
    if (sign.value <= 0 || sign.targetStart < 0) continue;
    const { endToken } = sentences[tree.sentenceOf[sign.startToken]];
    for (let token = sign.startToken; token < endToken; token++) {
      const lemma = lemmas[token];
      if (lemma !== "warn" && lemma !== "caution" && !/^warning$/i.test(tokens[token].text)) continue;
      const cue = tree.cueAt[token];
      const speaker = cue >= 0 ? statementDrafts[cue].speaker : findDoer(tree, token);
      if (speaker !== sign.holder) continue;
      warnings.push({
        ...sign,
        kind: "answer",
        value: -1,
        strength: sign.strength,
        startToken: token,
        endToken: token + 1,
        score: SIGN_SCORES.answer,
      });
      break;
    }
  }
  return warnings;
}

/** "vetoed the resolution ... the veto is a disgrace": who is against the act is for what it was done to. */
function findSides(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceSign[] {
  const { lemmas, tags } = tree.document;
  const sides: StanceSign[] = [];
  for (const sign of signs) {
    const word = headWord(tree, sign);
    if (sign.value === 0 || word === "") continue;
    const { verb } = getStanceWord(word);
    if (verb !== STANCE_CLASS.oppose) continue;
    const act = signs.find((other) => {
      if (other === sign || other.kind !== "act" || other.holder === sign.holder) return false;
      for (let token = other.startToken; token < other.endToken; token++)
        if (tags[token] === "VERB" && lemmas[token].toLowerCase() === word) return true;
      return false;
    });
    if (act === undefined || (issue !== undefined && isOnIssue(tree, sign, issue))) continue;
    const kind: SignKind = "derived";
    sides.push({
      ...sign,
      kind,
      targetStart: act.targetStart,
      targetEnd: act.targetEnd,
      value: -sign.value,
      score: SIGN_SCORES[kind],
    });
  }
  return sides;
}

const DOING = new Set(["did", "has", "have", "does", "do", "had"]);

/** "congratulated her, as did Norland", "So did Norland": the same of another. */
function findSame(tree: Tree, signs: readonly StanceSign[]): StanceSign[] {
  const { tokens } = tree.document;
  const same: StanceSign[] = [];
  for (let token = 1; token + 2 < tokens.length; token++) {
    const { text } = tokens[token];
    if (text.length !== 2 || !/^(?:as|so)$/i.test(text) || !DOING.has(tokens[token + 1].text)) continue;
    let at = token + 2;
    while (at < token + 5 && at + 1 < tokens.length && getEntity(tree, at) < 0) at++;
    const holder = getEntity(tree, at);
    const before = findLastBefore(tree, signs, token);
    if (holder < 0 || before === undefined || before.holder === holder) continue;
    same.push({
      ...before,
      kind: "answer",
      holder,
      statement: -1,
      startToken: token,
      endToken: at + 1,
      score: SIGN_SCORES.answer,
    });
  }
  return same;
}

/** The last sign shortly before a token. */
function findLastBefore(tree: Tree, signs: readonly StanceSign[], token: number): StanceSign | undefined {
  return signs.findLast(({ startToken }) => startToken < token && isNear(tree, startToken, token));
}

/** "drafted the text with the island": who did it together. */
function findPartners(tree: Tree, signs: readonly StanceSign[]): StanceSign[] {
  const { tokens, resolvedEntities } = tree.document;
  const partners: StanceSign[] = [];
  for (const sign of signs) {
    if (sign.kind !== "proposal") continue;
    for (let token = sign.startToken; token < Math.min(sign.endToken + 3, tokens.length - 1); token++) {
      if (tokens[token].text !== "with") continue;
      const partner = getEntity(tree, token + 1);
      if (partner >= 0 && /^(?:state|organisation|person)$/.test(resolvedEntities[partner].kind))
        partners.push({ ...sign, holder: partner, targetEnd: Math.min(sign.targetEnd, token) });
    }
  }
  return partners;
}

function isNear({ sentenceOf }: Tree, earlier: number, later: number): boolean {
  return sentenceOf[later] - sentenceOf[earlier] <= REACH;
}

/** "I was mistaken", "I take that back": turns what the speaker held shortly before. */
export function applyReversals(tree: Tree, signs: readonly StanceSign[]): StanceSign[] {
  const { statementDrafts } = tree.document;
  const turned = [...signs];
  for (const token of findReversals(tree)) {
    const { speaker } = statementDrafts[tree.statementAt[token]];
    for (const [index, sign] of turned.entries())
      if (sign.holder === speaker && sign.startToken < token && isNear(tree, sign.startToken, token))
        turned[index] = { ...sign, value: -sign.value, kind: "reversal", score: SIGN_SCORES.reversal };
  }
  return turned;
}

/** "take that back". */
function hasBackBehind(tree: Tree, verb: number): boolean {
  return getChildren(tree, verb).some((child) => child > verb && /^back$/i.test(tree.document.tokens[child].text));
}

function findReversals(tree: Tree): number[] {
  const { tokens, lemmas, tags } = tree.document;
  const found: number[] = [];
  for (let token = 0; token < tokens.length; token++) {
    if (tree.statementAt[token] < 0) continue;
    const { text } = tokens[token];
    const isWrong =
      (text.length === 5 || text.length === 8) &&
      /^(?:mistaken|wrong)$/i.test(text) &&
      getChild(tree, token, /^cop$/) >= 0;
    // "would not do so again".
    const isAgain =
      text === "again" &&
      lemmas[token - 2] === "do" &&
      /^(?:so|it|that)$/.test(tokens[token - 1].text) &&
      isNegated(tree, token - 2);
    if (isAgain) found.push(token);
    const isBack = lemmas[token] === "take" && tags[token] === "VERB" && hasBackBehind(tree, token);
    if (!isWrong && !isBack) continue;
    const subject = getChild(tree, token, /^nsubj/);
    if (subject >= 0 && /^(?:i|we)$/i.test(tokens[subject].text) && !isNegated(tree, token)) found.push(token);
  }
  return found;
}
