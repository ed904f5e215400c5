/** Who does what a verb says. */
import {
  findSubject,
  getChild,
  getChildren,
  getEntity,
  getMark,
  getPreposition,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";

/** "The ministry said it respected": a pronoun that opens reported speech is the speaker. */
export function findSelf({ statementAt, document }: Tree, subject: number): number | undefined {
  const statement = statementAt[subject];
  if (statement < 0 || document.statementDrafts[statement].mode === "direct") return undefined;
  let before = subject - 1;
  while (before >= 0 && /^(?:that|["“”‘’]+)$/.test(document.tokens[before].text)) before--;
  const { speaker } = document.statementDrafts[statement];
  return speaker < 0 || (before >= 0 && statementAt[before] === statement) ? undefined : speaker;
}

/** "a lecturer at the institute, who": a person, even where the parser hangs the clause on the institute. */
function getEntityOfSubject(tree: Tree, subject: number, verb: number): number {
  const { tokens, heads, resolvedEntities, relations } = tree.document;
  const entity = findTitled(tree, subject, verb);
  // "a response from the island, which had drafted": what stands before it, where that is a body.
  if (/^which$/i.test(tokens[subject].text)) {
    const before = subject > 1 && tokens[subject - 1].text === "," ? getEntity(tree, subject - 2) : -1;
    return before >= 0 && /^(?:organisation|state|court)$/.test(resolvedEntities[before].kind) ? before : entity;
  }
  if (/^(?:it|they|he|she)$/i.test(tokens[subject].text)) return findSelf(tree, subject) ?? entity;
  const said = tree.statementAt[subject];
  if (said >= 0 && /^(?:i|we)$/i.test(tokens[subject].text)) return tree.document.statementDrafts[said].speaker;
  // "it is time for the council to vote for": not what the council does.
  const opening = tree.first[subject];
  const isFor = /^for$/i.test(tokens[opening].text) || /^for$/i.test(tokens[opening - 1]?.text ?? "");
  if (subject < verb && isFor && getMark(tree, verb) !== "")
    return said >= 0 && isWanted(tree, verb) ? tree.document.statementDrafts[said].speaker : -1;
  const described = findDescribed(tree, subject, entity);
  if (described >= 0) return described;
  if (!/^who$/i.test(tokens[subject].text)) return entity;
  let token = heads[verb];
  for (let steps = 0; token >= 0 && steps < 4; steps++) {
    const own = getEntity(tree, token);
    if (own >= 0 && /^(?:person|group)$/.test(resolvedEntities[own].kind)) return own;
    if (!/^(?:nmod|appos|compound|flat|acl)/.test(relations[token])) break;
    token = heads[token];
  }
  return entity;
}

/** "it is time for the council to", unlike "it is natural for allies to". */
function isWanted(tree: Tree, verb: number): boolean {
  const { heads, lemmas } = tree.document;
  const above = heads[verb];
  return above >= 0 && WANTED.test(lemmas[above]);
}

/** Words with which "for X to do" says what the speaker wants of X. */
const WANTED =
  /^(?:time|important|necessary|vital|essential|crucial|right|good|better|best|call|push|want|like|love|ask|appeal|need|press)$/;

/** "Ada Lorne, one of the two deputies, called": the person between the commas is the one before them; or -1. */
function findDescribed(tree: Tree, subject: number, entity: number): number {
  const { tokens, resolvedEntities } = tree.document;
  if (entity < 0 || resolvedEntities[entity].isNamed) return -1;
  const before = tree.first[subject] - 1;
  if (before < 1 || tokens[before].text !== "," || tokens[tree.last[subject]]?.text !== ",") {
    if (before < 1 || tokens[before].text !== "," || tokens[tree.last[subject] + 1]?.text !== ",") return -1;
  }
  const { startToken } = tree.document.sentences[tree.sentenceOf[subject]];
  for (let token = before - 1; token >= Math.max(startToken, before - 6); token--) {
    const own = getEntity(tree, token);
    if (own >= 0 && resolvedEntities[own].kind === "person" && resolvedEntities[own].isNamed) return own;
  }
  return -1;
}

/** "House Speaker Ada Lorne said": the person, whose title names the body. */
function findTitled(tree: Tree, subject: number, verb: number): number {
  const { tags, resolvedEntities, mentionAt, entityOf } = tree.document;
  const entity = getEntity(tree, subject);
  if (entity < 0 || !/^(?:organisation|state|place|court)$/.test(resolvedEntities[entity].kind)) return entity;
  for (let token = subject + 1; token < verb && /^(?:NOUN|PROPN|ADJ)$/.test(tags[token]); token++) {
    const other = mentionAt[token] < 0 ? -1 : entityOf[mentionAt[token]];
    if (other >= 0 && other !== entity && resolvedEntities[other].kind === "person") return other;
  }
  return entity;
}

/** What somebody says something in. */
const SPEECH = /^(?:statement|letter|post|tweet|speech|e-?mail|message|note|remark|comment|op-ed)$/;

/** "by the council", of the passive verb itself or of one joined to it: "was criticised and abandoned by the council"; or -1. */
export function findAgent(tree: Tree, verb: number): number {
  const { relations, tags } = tree.document;
  for (const child of getChildren(tree, verb))
    if (relations[child].startsWith("obl") && getPreposition(tree, child) === "by") return child;
  for (const child of getChildren(tree, verb))
    if (child > verb && relations[child] === "conj" && tags[child] === "VERB" && getChild(tree, child, SUBJECT) < 0) {
      const agent = findAgent(tree, child);
      if (agent >= 0) return agent;
    }
  return -1;
}

/** "wrote a letter to the ministry demanding": who is written to does not demand. */
function isAddressee(tree: Tree, noun: number): boolean {
  const { heads, lemmas, tags } = tree.document;
  const above = heads[noun];
  return (
    above >= 0 &&
    above < noun &&
    getPreposition(tree, noun) === "to" &&
    ((tags[above] === "VERB" && /^(?:write|send|say|tweet|post|issue)$/.test(lemmas[above])) ||
      SPEECH.test(lemmas[above]))
  );
}

function isNominal({ document, childStart, children }: Tree, token: number): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(document.tags[token])) return false;
  for (let at = childStart[token]; at < childStart[token + 1]; at++)
    if (/^(?:cop|nsubj)/.test(document.relations[children[at]])) return false;
  return true;
}

/** The entity that does what the verb says, found up the tree where the verb has no subject of its own; -1 for none. */
export function findDoer(tree: Tree, verb: number): number {
  const { heads, relations } = tree.document;
  let token = verb;
  for (let steps = 0; token >= 0 && steps < 5; steps++) {
    if (getChild(tree, token, /^(?:nsubj:pass|aux:pass)$/) >= 0 && steps === 0) {
      return getEntity(tree, findAgent(tree, token));
    }
    const subject = findSubject(tree, token, /^nsubj/);
    if (subject >= 0) return getEntityOfSubject(tree, subject, token);
    if (/^(?:root|ccomp|conj|parataxis)$/.test(relations[token]) && !(steps > 0 && relations[token] === "ccomp")) {
      const beside = findBeside(tree, token);
      if (beside >= 0) return beside;
    }
    const relation = relations[token];
    // "accused her of hiding it and of favouring the port": said of her.
    if (steps === 0 && isCharge(tree, token)) return -1;
    if (steps === 0 && /^(?:ccomp|parataxis)$/.test(relation) && isOfItsOwn(tree, token)) return -1;
    const isClause = relation.endsWith(":relcl");
    const isWhatFor = relation === "advcl" && /^(?:of|for|from)$/.test(getMark(tree, token));
    // "welcomed it but doubted": joined, whatever the parser calls it.
    const isJoined = relation === "xcomp" && getChild(tree, token, /^cc$/) >= 0;
    if ((relation === "xcomp" && !isJoined) || isWhatFor) {
      // "urged X to back Y", "accused X of backing Y": it is X who is to back it, or is said to.
      if (getChild(tree, heads[token], /^(?:obj|iobj)$/) >= 0) return -1;
    } else if (relation === "conj" && heads[token] < token && isNominal(tree, heads[token])) {
      // Verbs stand beside verbs: a noun in that place is the subject.
      return getEntity(tree, heads[token]);
    } else if (isClause || /^(?:acl|flat|appos)/.test(relation)) {
      // "a statement voicing support": whose statement, its verb tells.
      const own = getEntity(tree, heads[token]);
      // "her decision to reject it": hers.
      const owner = relation === "acl" ? getEntity(tree, getChild(tree, heads[token], /^nmod:poss$/)) : -1;
      if (owner >= 0 && getMark(tree, token) === "to") return owner;
      if (owner < 0 && isAddressee(tree, heads[token])) {
        token = heads[heads[token]];
        continue;
      }
      if (own >= 0 && relation !== "acl" && heads[token] < token) return own;
      // "information supporting the idea": no words of whoever knows of it.
      if (relation === "acl" && getMark(tree, token) === "" && !SPEECH.test(tree.document.lemmas[heads[token]]))
        return own;
      token = heads[token];
    } else if (!isJoined && !/^(?:conj|advcl|parataxis|ccomp)/.test(relation)) return -1;
    token = heads[token];
  }
  return -1;
}

function isCharge(tree: Tree, verb: number): boolean {
  const { tokens, lemmas, sentences } = tree.document;
  if (tokens[verb - 1]?.text !== "of" || !/ing$/.test(tokens[verb].text)) return false;
  for (let token = verb - 2; token >= sentences[tree.sentenceOf[verb]].startToken; token--)
    if (/^(?:accuse|suspect|convict|acquit)$/.test(lemmas[token])) return true;
  return false;
}

/** "As the paper said, some have called for it", "thought a majority would back it": a sentence whose subject the parser missed. */
function isOfItsOwn(tree: Tree, verb: number): boolean {
  const auxiliary = getChild(tree, verb, /^aux$/);
  if (auxiliary < 0) return false;
  const { tokens, heads } = tree.document;
  return /^(?:will|would|wo|'ll|’ll)$/i.test(tokens[auxiliary].text) || getMark(tree, heads[verb]) === "as";
}

/** "In the town, which has no bridge, residents welcomed": who stands straight before the verb, where a long phrase broke the tree; or -1. */
function findBeside(tree: Tree, verb: number): number {
  const { tags, tokens, heads, relations, resolvedEntities } = tree.document;
  let token = verb - 1;
  while (token > 0 && /^(?:AUX|ADV)$/.test(tags[token])) token--;
  if (token < 0 || !/^(?:NOUN|PROPN)$/.test(tags[token]) || /^["“”]/.test(tokens[token].text)) return -1;
  // "one who served at the ministry describes her": where, and not who.
  if (getPreposition(tree, token) !== "") return -1;
  // "whoever backs Ada Lorne would support it": the object of the verb before.
  const above = heads[token];
  if (above >= 0 && above < token && tags[above] === "VERB" && /^i?obj$/.test(relations[token])) {
    let at = above;
    while (at < token && tokens[at].text !== ",") at++;
    if (at === token) return -1;
  }
  const entity = getEntity(tree, token);
  return entity >= 0 && /^(?:person|group|organisation|state|court)$/.test(resolvedEntities[entity].kind) ? entity : -1;
}
