/**
 * Who did what to whom, by the tree: the frame of a verb or of a noun for a deed, before anybody asks what kind of deed it is.
 *
 * Passives, shared subjects, relative clauses, participles and verbs that govern another ("agreed to send", "urged them to
 * leave") are resolved here, so that all else sees an actor, an object and phrases with their prepositions.
 */
import type { ParsedDocument } from "../../language/index.ts";
import { findChild, type TreeIndex } from "../tree-index.ts";
import { TIME_NOUNS } from "../word-lists.ts";

/** A phrase with a preposition: "against the ministry". */
export interface Oblique {
  /** Lower case. */
  readonly preposition: string;
  readonly token: number;
}

export interface EventFrame {
  /** The verb, or the noun for the deed. */
  readonly trigger: number;
  readonly isNoun: boolean;
  readonly isPassive: boolean;
  /** Heads of the phrases, -1 where the tree has none. */
  readonly actor: number;
  readonly object: number;
  readonly indirect: number;
  readonly obliques: readonly Oblique[];
  /** "carry out": the particle, or "". */
  readonly particle: string;
}

/** Verbs that say nothing by themselves: who "makes a visit" visits. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  "carry launch hold make give stage conduct mount pay have take offer sign reach issue use".split(" "),
);
const SUBJECTS = ["nsubj", "nsubj:pass", "csubj"];
const MAX_STEPS = 5;
/** Verbs that give a thing a name: "what it called a breach". */
const NAMING = new Set(["call", "describe", "term", "label", "dub"]);
/** Nouns for people by their work, which "which" never stands for. */
const PERSONAL =
  /(?:man|woman|person|minister|secretary|ambassador|leader|chief|president|official|envoy|member|lawyer)$/i;
/** Who suffers a deed stands before these: "faced persecution by the regime". */
const SUFFERING = new Set(["face", "suffer", "endure", "undergo", "experience", "survive"]);

export function isPassive(document: ParsedDocument, tree: TreeIndex, verb: number): boolean {
  if (findChild(document, tree, verb, ["aux:pass"]) >= 0) return true;
  // A finite verb without "was" or "were" is never passive, whatever the tree calls its subject.
  if (findChild(document, tree, verb, ["nsubj:pass"]) >= 0 && !isPerfect(document, tree, verb))
    return !document.features[verb].includes("VerbForm=Fin");
  // "a man accused of theft"; "Accused of theft, he left".
  const relation = document.relations[verb];
  if (relation === "root") return isFronted(document, tree, verb);
  if (!relation.startsWith("acl") && !(relation === "advcl" && verb < document.heads[verb])) return false;
  return isParticiple(document, verb) && findChild(document, tree, verb, ["nsubj"]) < 0;
}

/** "has described": without "been" it is no passive. */
function isPerfect(document: ParsedDocument, tree: TreeIndex, verb: number): boolean {
  const aux = findChild(document, tree, verb, ["aux"]);
  return aux >= 0 && /^(?:has|have|had|['’]ve)$/i.test(document.tokens[aux].text);
}

function isParticiple({ features }: ParsedDocument, verb: number): boolean {
  return features[verb].includes("VerbForm=Part") && features[verb].includes("Past");
}

/** "Accused of theft by Marsk, Berg resigned": a participle that opens its sentence, which the tree may take for the main verb. */
function isFronted(document: ParsedDocument, tree: TreeIndex, verb: number): boolean {
  return findFrontedSubject(document, tree, verb) >= 0;
}

/** Who a participle at the head of a sentence is said of: the noun between a comma and the finite verb; -1 where it is none. */
function findFrontedSubject(document: ParsedDocument, tree: TreeIndex, verb: number): number {
  const { features, heads, relations, tags, tokens } = document;
  const isFirst = verb === 0 || tags[verb - 1] === "PUNCT";
  if (!isFirst || !isParticiple(document, verb) || findChild(document, tree, verb, ["nsubj", "aux"]) >= 0) return -1;
  for (let token = verb + 1; token < tokens.length && !/^[.!?]$/.test(tokens[token].text); token++) {
    if (!features[token].includes("VerbForm=Fin") || tags[token - 1] === "PRON") continue;
    let noun = token - 1;
    for (let steps = 0; steps < MAX_STEPS && relations[noun] === "flat"; steps++) noun = heads[noun];
    let start = noun;
    while (start > verb && tokens[start].text !== "," && token - start < MAX_STEPS) start--;
    const isNoun = tags[noun] === "PROPN" || tags[noun] === "NOUN";
    return isNoun && tokens[start].text === "," ? noun : -1;
  }
  return -1;
}

/** "the army prosecuting authority": a word of a name for a body, which the tree may take for what the army does. */
export function isInName({ features, relations, tags }: ParsedDocument, tree: TreeIndex, verb: number): boolean {
  if (relations[verb] !== "acl" || !features[verb].includes("VerbForm=Ger")) return false;
  const isBare = (token: number): boolean => tags[token] === "NOUN" && features[token].includes("Number=Sing");
  const isAlone = tree.childStart[verb + 1] - tree.childStart[verb] === 1 && relations[verb + 1] === "obj";
  return isAlone && isBare(verb - 1) && isBare(verb + 1);
}

/** Frames found, by the trees they were found in: candidates, told deeds and their moods ask for the same verbs again. */
const frames = new WeakMap<TreeIndex, EventFrame[]>();

export function frameVerb(document: ParsedDocument, tree: TreeIndex, verb: number): EventFrame {
  let known = frames.get(tree);
  if (known === undefined) frames.set(tree, (known = []));
  return (known[verb] ??= findFrame(document, tree, verb));
}

function findFrame(document: ParsedDocument, tree: TreeIndex, verb: number): EventFrame {
  const passive = isPassive(document, tree, verb);
  const obliques = findObliques(document, tree, verb);
  let object = toMeant(document, tree, verb, findChild(document, tree, verb, ["obj"]));
  let actor: number;
  if (passive) {
    object = object < 0 ? findSubject(document, tree, verb, true, 0) : object;
    actor = obliques.find(({ preposition }) => preposition === "by")?.token ?? -1;
  } else {
    actor = findSubject(document, tree, verb, false, 0);
    if (object < 0) object = findSharedObject(document, tree, verb);
    if (object < 0) object = findBareNoun(document, tree, verb);
  }
  return {
    trigger: verb,
    isNoun: false,
    isPassive: passive,
    actor,
    object,
    indirect: findChild(document, tree, verb, ["iobj"]),
    obliques: passive ? obliques.filter(({ preposition }) => preposition !== "by") : obliques,
    particle: toParticle(document, tree, verb),
  };
}

/** The object itself, or what it stands for: "the group, which X has accused", "praised what it called X's stand". */
function toMeant(document: ParsedDocument, tree: TreeIndex, verb: number, object: number): number {
  if (object < 0) return object;
  const meant = toAntecedent(document, verb, object);
  if (meant !== object || document.tokens[object].text.toLowerCase() !== "what") return meant;
  const naming = findChild(document, tree, object, ["acl:relcl"]);
  if (naming < 0 || !NAMING.has(document.lemmas[naming].toLowerCase())) return object;
  const named = findChild(document, tree, naming, ["obj"]);
  return named < 0 ? object : named;
}

/** "X's visit to Y", "the arrest of X by Y", "Y's demand": the owner does it, or has it done to him where someone else does it. */
export function frameNoun(document: ParsedDocument, tree: TreeIndex, noun: number): EventFrame {
  const obliques = findObliques(document, tree, noun);
  const by = obliques.find(({ preposition }) => preposition === "by")?.token ?? -1;
  const of = obliques.find(({ preposition }) => preposition === "of")?.token ?? -1;
  const owner = findChild(document, tree, noun, ["nmod:poss"]);
  let object = of;
  if (object < 0 && by >= 0) object = owner >= 0 ? owner : findSufferer(document, tree, noun);
  return {
    trigger: noun,
    isNoun: true,
    isPassive: by >= 0,
    actor: by >= 0 ? by : owner,
    object,
    indirect: -1,
    obliques: obliques.filter(({ preposition }) => preposition !== "by" && preposition !== "of"),
    particle: "",
  };
}

/** "The villagers faced persecution by the regime": whom the verb says it of; -1 for other verbs. */
function findSufferer(document: ParsedDocument, tree: TreeIndex, noun: number): number {
  const verb = document.heads[noun];
  if (verb < 0 || document.relations[noun] !== "obj" || !SUFFERING.has(document.lemmas[verb].toLowerCase())) return -1;
  return findSubject(document, tree, verb, false, 0);
}

/** Phrases with prepositions that hang on a token, in text order. */
export function findObliques(document: ParsedDocument, tree: TreeIndex, token: number): Oblique[] {
  const { relations, tokens } = document;
  const { childStart, children } = tree;
  const found: Oblique[] = [];
  for (let i = childStart[token]; i < childStart[token + 1]; i++) {
    const child = children[i];
    const relation = relations[child];
    if (!(relation.startsWith("obl") || relation.startsWith("nmod")) || relation === "nmod:poss") continue;
    const preposition = findChild(document, tree, child, ["case"]);
    if (preposition >= 0) found.push({ preposition: tokens[preposition].text.toLowerCase(), token: child });
  }
  return found;
}

function toParticle(document: ParsedDocument, tree: TreeIndex, verb: number): string {
  const particle = findChild(document, tree, verb, ["compound:prt"]);
  return particle < 0 ? "" : document.tokens[particle].text.toLowerCase();
}

/** "sent medical supplies": a noun right after the verb without a preposition, which the tree may take for a phrase of time. */
function findBareNoun(document: ParsedDocument, tree: TreeIndex, verb: number): number {
  const { tags, tokens } = document;
  const noun = findChild(document, tree, verb, ["obl"]);
  const isBare = noun > verb && noun - verb <= 3 && tags[noun] === "NOUN" && !isTime(tokens[noun].text);
  return isBare && findChild(document, tree, noun, ["case", "nummod"]) < 0 ? noun : -1;
}

function isTime(word: string): boolean {
  return TIME_NOUNS.has(word.toLowerCase());
}

/** "arrested and charged the editor": the object stands with the last verb. */
function findSharedObject(document: ParsedDocument, tree: TreeIndex, verb: number): number {
  const { childStart, children } = tree;
  for (let i = childStart[verb]; i < childStart[verb + 1]; i++) {
    const child = children[i];
    if (document.relations[child] !== "conj" || child - verb > 3) continue;
    return findChild(document, tree, child, ["obj"]);
  }
  return -1;
}

/**
 * Who the verb is said of.
 *
 * @param wantsPatient For a passive verb: its subject is what it is done to.
 */
export function findSubject(
  document: ParsedDocument,
  tree: TreeIndex,
  verb: number,
  wantsPatient: boolean,
  steps: number,
): number {
  const { heads, relations, tags } = document;
  const own = findChild(document, tree, verb, SUBJECTS);
  // "The minister this week lifted": no subject, though the tree may call it one.
  if (own >= 0 && isTime(document.tokens[own].text)) return findChild(document, tree, verb, ["vocative"]);
  if (own >= 0) return toAntecedent(document, verb, own);
  const head = heads[verb];
  if (head < 0) return wantsPatient ? findFrontedSubject(document, tree, verb) : -1;
  if (steps >= MAX_STEPS) return -1;
  const relation = relations[verb];
  if (relation === "acl" || relation === "acl:relcl") {
    if (tags[head] !== "VERB" && (wantsPatient || !isInfinitive(document, tree, verb))) return head;
    return findHolder(document, tree, head, steps);
  }
  if (tags[head] === "VERB" || tags[head] === "ADJ" || tags[head] === "AUX") {
    if (relation === "xcomp") {
      const object = findChild(document, tree, head, ["obj", "iobj"]);
      if (object >= 0 && object < verb) return object;
    }
    if (relation === "xcomp" || relation === "advcl" || relation === "conj") {
      const headIsPassive = tags[head] === "VERB" && isPassive(document, tree, head);
      return relation === "conj" && headIsPassive !== wantsPatient && findChild(document, tree, verb, ["aux:pass"]) < 0
        ? findSubject(document, tree, head, false, steps + 1)
        : findSubject(document, tree, head, headIsPassive, steps + 1);
    }
    if (relation === "ccomp" && isInfinitive(document, tree, verb))
      return findSubject(document, tree, head, false, steps + 1);
  }
  // "the latest to arrive": an infinitive of a noun in the predicate.
  if (relation === "advcl" || relation === "conj") return findSubject(document, tree, head, false, steps + 1);
  return -1;
}

/** "who", "which" and "that" stand for what their clause hangs on. */
function toAntecedent(document: ParsedDocument, verb: number, subject: number): number {
  const { heads, relations, tokens } = document;
  if (!/^(?:who|which|that)$/i.test(tokens[subject].text)) return subject;
  let clause = verb;
  for (let steps = 0; steps < MAX_STEPS && clause >= 0; steps++) {
    if (/^acl/.test(relations[clause])) {
      const head = heads[clause];
      const isThing = tokens[subject].text.toLowerCase() === "which" && PERSONAL.test(tokens[head]?.text ?? "");
      return isThing ? findNounBefore(document, subject) : head;
    }
    if (relations[clause] !== "conj" && relations[clause] !== "xcomp") break;
    clause = heads[clause];
  }
  return tokens[subject - 1]?.text === "," ? findNounBefore(document, subject) : subject;
}

/** The noun that ends right before a relative pronoun, by its head: "a spokesman for the group, which …". */
function findNounBefore({ heads, relations, tags, tokens }: ParsedDocument, pronoun: number): number {
  let noun = tokens[pronoun - 1]?.text === "," ? pronoun - 2 : pronoun - 1;
  if (tags[noun] !== "NOUN" && tags[noun] !== "PROPN") return pronoun;
  for (let steps = 0; steps < MAX_STEPS && relations[noun] === "flat"; steps++) noun = heads[noun];
  return noun;
}

function isInfinitive(document: ParsedDocument, tree: TreeIndex, verb: number): boolean {
  const mark = findChild(document, tree, verb, ["mark"]);
  return mark >= 0 && document.tokens[mark].text.toLowerCase() === "to";
}

/** "Berg's decision to close", "they made an offer to pay": whose the noun is, or who does something with it. */
function findHolder(document: ParsedDocument, tree: TreeIndex, noun: number, steps: number): number {
  const owner = findChild(document, tree, noun, ["nmod:poss"]);
  if (owner >= 0) return owner;
  const { heads, relations, tags } = document;
  const head = heads[noun];
  if (head >= 0 && relations[noun] === "obj" && tags[head] === "VERB")
    return findSubject(document, tree, head, false, steps + 1);
  return -1;
}
