/**
 * Stances in what somebody says: the clause's predicate judges its subject ("the veto is a disgrace"), asks for an act ("must
 * be rejected"), or declares one's own ("we will not comply").
 */
import { judgePhrase } from "./judge-phrase.ts";
import { getChild, getChildren, getEntity, isNegated, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

export function findJudgements(tree: Tree): StanceSign[] {
  const { document, statementAt } = tree;
  const { tokens, tags, relations, statementDrafts } = document;
  const signs: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const statement = statementAt[token];
    if (statement < 0 || !isPredicate(relations[token]) || tags[token] === "PUNCT") continue;
    const { speaker, polarity } = statementDrafts[statement];
    if (speaker < 0 || polarity !== "affirmed" || isConditional(tree, token)) continue;
    const sign = readClause(tree, token, speaker, statement);
    if (sign !== undefined) signs.push(sign);
  }
  return signs;
}

function isPredicate(relation: string): boolean {
  return /^(?:root|ccomp|parataxis|conj|xcomp|advcl)/.test(relation);
}

function isConditional(tree: Tree, token: number): boolean {
  const { tokens } = tree.document;
  const mark = getChild(tree, token, /^mark$/);
  return mark >= 0 && /^(?:if|whether|unless)$/i.test(tokens[mark].text);
}

function readClause(tree: Tree, head: number, speaker: number, statement: number): StanceSign | undefined {
  const { document, first, last, statementAt } = tree;
  const { tokens, tags, lemmas } = document;
  const subject = getChild(tree, head, /^(?:nsubj|csubj|expl)/);
  const make = (target: number, value: number, strength: number, score: number): StanceSign => ({
    holder: speaker,
    targetStart: target < 0 ? -1 : first[target],
    targetEnd: target < 0 ? -1 : last[target] + 1,
    value: Math.sign(value),
    strength: Math.round(Math.min(1, strength) * 100) / 100,
    statement,
    startToken: Math.max(first[head], firstOf(tree, statement, head)),
    endToken: lastOf(tree, statement, head) + 1,
    score,
  });
  const modal = findModal(tree, head);
  const isOwn = subject >= 0 && statementAt[subject] === statement && isSelf(tree, subject, speaker);
  const sign = isNegated(tree, head) ? -1 : 1;
  if (modal !== "" && subject >= 0 && !isOwn) {
    const { verb } = getStanceWord(lemmas[head].toLowerCase());
    const isPassive = getChild(tree, head, /^(?:nsubj:pass|aux:pass)$/) >= 0;
    const side = verb === STANCE_CLASS.oppose ? -sign : sign;
    if (isPassive) return make(subject, side, 0.9, 0.65);
    const object = getChild(tree, head, /^obj$/);
    return make(object >= 0 && verb !== 0 ? object : head, side, 0.8, 0.55);
  }
  if (isOwn && tags[head] === "VERB") {
    const intent = getChildren(tree, head).some(
      (c) => c < head && /^(?:will|would|'ll|’ll|shall|wo|must)$/i.test(tokens[c].text),
    );
    const { verb, valence } = getStanceWord(lemmas[head].toLowerCase());
    if (
      intent &&
      (verb !== 0 || /^(?:act|comply|enforce|arrest|implement|carry|honour|honor|invite)$/.test(lemmas[head]))
    ) {
      const target = Math.max(getChild(tree, head, /^obj$/), getChild(tree, head, /^obl$/));
      return make(target, verb === STANCE_CLASS.oppose ? -sign : sign, 0.8, 0.6);
    }
    if (Math.abs(valence) < 1) return undefined;
  }
  const judged = judgePhrase(tree, head);
  // Without "is" a word rated badly mostly names what happened, not what is thought of it: "was killed".
  if (Math.abs(judged) < 1 || subject < 0 || getChild(tree, head, /^cop$/) < 0) return undefined;
  const target = isOwn ? getChild(tree, head, /^(?:obl|obj|nmod)/) : subject;
  // "I am happy" alone does not say with what.
  return make(target, judged, 0.3 + Math.abs(judged) / 4, isOwn ? 0.5 : 0.6);
}

/** The first and last token of the clause inside its statement. */
function firstOf({ statementAt, first }: Tree, statement: number, head: number): number {
  let token = head;
  while (token > first[head] && statementAt[token - 1] === statement) token--;
  return token;
}

function lastOf({ statementAt, last }: Tree, statement: number, head: number): number {
  let token = head;
  while (token < last[head] && statementAt[token + 1] === statement) token++;
  return token;
}

/** "must", "should", "needs to", "has to", "ought to". */
function findModal(tree: Tree, head: number): string {
  const { tokens, relations, lemmas, heads } = tree.document;
  for (const child of getChildren(tree, head)) {
    if (child < head && relations[child] === "aux" && /^(?:must|should|ought)$/i.test(tokens[child].text))
      return "must";
  }
  const above = heads[head];
  const isNeeded = relations[head] === "xcomp" && above >= 0 && /^(?:need|have)$/.test(lemmas[above]);
  return isNeeded ? "need" : "";
}

function isSelf(tree: Tree, subject: number, speaker: number): boolean {
  const { tokens } = tree.document;
  if (/^(?:i|we)$/i.test(tokens[subject].text)) return true;
  return getEntity(tree, subject) === speaker;
}
