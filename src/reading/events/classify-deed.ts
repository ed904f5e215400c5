/**
 * What kind of deed it is that one given party does to another: the class alone, where who acts on whom is known before, as
 * in sets of annotated sentences or where a reviewer names both.
 *
 * The model `deeds` tells the class of what is done by the words of the sentence without the parties' own; outer verbs
 * ("agreed to", "refused to", "will") decide by rule: see `deed-verbs.ts`.
 */
import { getModelBytesOrThrow, type ModelFile, readModelFile, type Span } from "../../language/index.ts";
import { findSentence } from "../find-sentence.ts";
import { hashWord } from "../hash-word.ts";
import { classifyByVerbs, findDeedVerb, findGoverned, isReporting, type Party } from "./deed-verbs.ts";
import { type CandidateDocument, type EventCandidate, findEventCandidates } from "./event-candidate.ts";
import { EVENT_CLASSES, type EventClass, getEventModel } from "./event-model.ts";
import { HashTable } from "./hash-table.ts";

export const DEEDS_MODEL = { name: "deeds", version: 1 } as const;

/** Without "no event". */
export const DEED_CLASSES = EVENT_CLASSES.slice(1) as readonly EventClass[];

interface DeedModel {
  /** Number of the class that most of a verb's patterns have. */
  readonly verbs: HashTable;
  readonly rows: HashTable;
  /** `DEED_CLASSES.length` weights a row. */
  readonly weights: Int8Array;
}

let loaded: DeedModel | undefined;

function getDeedModel(): DeedModel {
  loaded ??= readDeedModel(readModelFile(getModelBytesOrThrow(DEEDS_MODEL.name), DEEDS_MODEL));
  return loaded;
}

function readDeedModel(file: ModelFile): DeedModel {
  const table = (name: string): HashTable =>
    new HashTable(file.getArrayOrThrow(`${name}-keys`, "u32"), file.getArrayOrThrow(`${name}-values`, "u16"));
  return { verbs: table("verbs"), rows: table("features"), weights: file.getArrayOrThrow("weights", "i8") };
}

/**
 * @param actor Words of whoever acts, in one sentence.
 * @param recipient Words of whoever is acted on, where somebody is.
 */
export function classifyDeed(given: CandidateDocument, actor: Span, recipient?: Span): EventClass {
  const { document, tree } = given;
  const { verbs, rows, weights } = getDeedModel();
  const actors = listTokens(given, actor);
  const [first = 0] = actors;
  const sentence = findSentence(document.sentences, first);
  const toClass = (token: number): EventClass | undefined => DEED_CLASSES[verbs.get(given.hashLemma(token))];
  const candidates = findEventCandidates(given, getEventModel());
  const getContent = (): EventClass => {
    const others = recipient === undefined ? new Set<number>() : listTokens(given, recipient);
    const scores = new Float64Array(DEED_CLASSES.length);
    for (const feature of findDeedFeatures(given, candidates, sentence, actors, others, toClass)) {
      const row = rows.get(feature);
      if (row >= 0) for (let k = 0; k < scores.length; k++) scores[k] += weights[row * scores.length + k];
    }
    return DEED_CLASSES[scores.indexOf(Math.max(...scores))];
  };
  const verb = findDeedVerb(document, tree, sentence, actors);
  return classifyByVerbs(document, tree, verb, actors, toClass, getContent);
}

function listTokens({ document: { tokens } }: CandidateDocument, { start, end }: Span): Set<number> {
  const inside = new Set<number>();
  for (const [token, { start: from, end: to }] of tokens.entries()) if (from >= start && to <= end) inside.add(token);
  return inside;
}

const MAX_VERBS = 4;

/** What the model sees of a sentence: its words and pairs of words, the verbs from the actor downwards, the dictionary's classes. */
export function findDeedFeatures(
  { document, tree }: CandidateDocument,
  candidates: readonly EventCandidate[],
  sentence: number,
  actor: Party,
  recipient: Party,
  toClass: (token: number) => EventClass | undefined,
): Set<number> {
  const { tags, relations, sentences } = document;
  const features = new Set<number>();
  const add = (...words: string[]): void => void features.add(hashWord(words.join(" ")));
  const lemmaOf = (token: number): string => document.lemmas[token].toLowerCase();
  const { startToken, endToken } = sentences[sentence];
  const isCounted = (token: number): boolean =>
    !actor.has(token) && !recipient.has(token) && !/^(?:PROPN|PUNCT|NUM|DET)$/.test(tags[token]);
  add("bias");
  for (let token = startToken; token < endToken; token++) {
    if (!isCounted(token)) continue;
    if (/^(?:NOUN|VERB|ADJ|ADV|PART|AUX)$/.test(tags[token]) && !isReporting(lemmaOf(token))) add("b", lemmaOf(token));
    if (token + 1 < endToken && isCounted(token + 1)) add("bb", lemmaOf(token), lemmaOf(token + 1));
  }
  let verb = findDeedVerb(document, tree, sentence, actor);
  for (let depth = 0; verb >= 0 && depth < MAX_VERBS; depth++) {
    const at = depth === 0 ? "" : "x";
    add(`v${at}`, lemmaOf(verb));
    const cls = toClass(verb);
    if (cls !== undefined) add(`m${at}`, cls);
    if (cls !== undefined) add("M", cls);
    for (let i = tree.childStart[verb]; i < tree.childStart[verb + 1]; i++) {
      const child = tree.children[i];
      const relation = relations[child];
      if (actor.has(child)) continue;
      if (relation === "obj" || relation === "nsubj:pass") {
        if (recipient.has(child)) add("vr", lemmaOf(verb));
        else add("o", lemmaOf(child));
        if (!recipient.has(child)) add("vo", lemmaOf(verb), lemmaOf(child));
      } else if (/^(?:compound:prt|obl|aux|advmod)$/.test(relation)) add(relation, lemmaOf(child));
    }
    for (const candidate of candidates) {
      if (candidate.frame.trigger !== verb || candidate.class === undefined) continue;
      add("d", candidate.class);
      if (candidate.parts > 0) add("dp", candidate.class);
      add("dl", candidate.lemma);
    }
    verb = findGoverned(document, tree, verb, actor);
  }
  for (const { frame, class: cls, lemma } of candidates)
    if (cls !== undefined && frame.trigger >= startToken && frame.trigger < endToken && !isReporting(lemma))
      add("D", cls);
  return features;
}
