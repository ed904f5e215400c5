/**
 * Finds its way in the sentences of legal news: who does, to whom, and whom a list of parties names.
 *
 * Uses the tree where it is sure of itself (subjects and objects of a verb) and the order of the words where trees are weak:
 * long lists of people with titles and charges.
 */
import type { Span } from "../../language/index.ts";
import { findFirst } from "../find-first.ts";
import { findSentence } from "../find-sentence.ts";
import type { Mention } from "../mention.ts";
import type { CaseSource } from "./case-draft.ts";
import { toLegalLemma } from "./legal-words.ts";

/** Words after which a clause is no fact: conditions, plans and wishes. */
const CONDITIONS = new Set([
  "if",
  "unless",
  "until",
  "whether",
  "would",
  "could",
  "may",
  "might",
  "will",
  "shall",
  "should",
  "can",
  "must",
  "'ll",
  "’ll",
  "wo",
]);
/** Verbs whose infinitive has not happened. */
const UNREAL_GOVERNORS = new Set(
  "have ask urge want plan threaten consider expect hope vow refuse decline fail promise demand call intend try seek prepare wait able due likely set ready say need power authority right request petition chance opportunity permission option bid standing press implore beg exhort encourage push plead lobby advise recommend urge".split(
    " ",
  ),
);
const NEGATIONS = new Set(["not", "n't", "n’t", "never", "neither", "nor", "no", "without"]);

const JUDGE_TITLE = /\b(judge|justice|magistrate)\b/i;
const PROSECUTOR_TITLE =
  /\bprosecut(or|ion)\b|\bspecial counsel\b|\battorney general\b|\b(district|state|us|u\.s\.|federal) attorney\b/;

/** From a passive verb to the "by" of who does it. */
const MAX_TO_BY = 12;

export class ClauseNavigator {
  readonly document: CaseSource;
  /** First child of every token, then the next child of the same head; -1 for none. */
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  /** Per token its word and lemma in small letters, once they were asked for: many readings ask for the same. */
  readonly #words: string[];
  readonly #lemmas: string[];
  /** Entities that the report calls prosecutors. */
  readonly prosecutors: ReadonlySet<number>;
  readonly judges: ReadonlySet<number>;

  constructor(document: CaseSource) {
    this.document = document;
    const { heads, roleDrafts, entityOf } = document;
    this.prosecutors = new Set(
      roleDrafts.filter(({ title }) => PROSECUTOR_TITLE.test(title)).map(({ holder }) => entityOf[holder]),
    );
    this.judges = new Set(
      roleDrafts.filter(({ title }) => JUDGE_TITLE.test(title)).map(({ holder }) => entityOf[holder]),
    );
    this.#words = new Array(heads.length);
    this.#lemmas = new Array(heads.length);
    this.#firstChild = new Int32Array(heads.length).fill(-1);
    this.#nextChild = new Int32Array(heads.length).fill(-1);
    for (let token = heads.length - 1; token >= 0; token--) {
      const head = heads[token];
      if (head < 0) continue;
      this.#nextChild[token] = this.#firstChild[head];
      this.#firstChild[head] = token;
    }
  }

  word(token: number): string {
    return token < 0 ? "" : (this.#words[token] ??= this.document.tokens[token]?.text.toLowerCase() ?? "");
  }

  lemma(token: number): string {
    return token < 0 ? "" : (this.#lemmas[token] ??= this.#findLemma(token));
  }

  #findLemma(token: number): string {
    const lemma = this.document.lemmas[token];
    return lemma === undefined ? "" : toLegalLemma(this.document.tokens[token].text, lemma);
  }

  /** Whether a token lies inside a name: "for" of "the Front for Arden". */
  isInName(token: number): boolean {
    const { sentences } = this.document;
    const { startToken, endToken } = sentences[this.sentenceOf(token)];
    return this.mentionsIn(startToken, endToken).some(
      (mention) => mention.by === "name" && mention.startToken < token && token < mention.endToken,
    );
  }

  children(token: number): number[] {
    const list: number[] = [];
    for (let child = this.#firstChild[token]; child >= 0; child = this.#nextChild[child]) list.push(child);
    return list;
  }

  childWith(token: number, relation: RegExp): number {
    for (let child = this.#firstChild[token]; child >= 0; child = this.#nextChild[child])
      if (relation.test(this.document.relations[child])) return child;
    return -1;
  }

  toSpan(startToken: number, endToken: number): Span {
    const { tokens } = this.document;
    return { start: tokens[startToken].start, end: tokens[endToken - 1].end };
  }

  sentenceOf(token: number): number {
    return findSentence(this.document.sentences, token);
  }

  mentionsIn(startToken: number, endToken: number): readonly Mention[] {
    const { mentions } = this.document;
    const from = findFirst(mentions, startToken, ({ headToken }) => headToken);
    const to = findFirst(mentions, endToken, ({ headToken }) => headToken);
    return mentions.slice(from, to);
  }

  /** The mention whose phrase hangs on a token in the tree, or holds it. */
  mentionAt(token: number): Mention | undefined {
    const { mentionAt, mentions, sentences } = this.document;
    if (token < 0 || token >= mentionAt.length) return undefined;
    if (mentionAt[token] >= 0) return mentions[mentionAt[token]];
    const sentence = sentences[this.sentenceOf(token)];
    let best: Mention | undefined;
    for (const mention of this.mentionsIn(sentence.startToken, sentence.endToken)) {
      if (mention.attachment === token) return mention;
      if (mention.phraseStart <= token && token < mention.endToken) best ??= mention;
    }
    return best;
  }

  /** The entity that a token stands for, relative pronouns and apposed descriptions included; -1 for none. */
  entityAt(token: number): number {
    const mention = this.mentionAt(token);
    if (mention === undefined) return -1;
    const entity = this.document.entityOf[mention.index];
    if (entity >= 0 && this.document.resolvedEntities[entity].isNamed) return entity;
    // "the prosecutor who asked for it, X": a name apposed to a description names it.
    const apposed = this.childWith(token, /^(appos|flat)/);
    if (apposed >= 0) {
      const named = this.mentionAt(apposed);
      if (named?.by === "name") return this.document.entityOf[named.index];
    }
    return entity;
  }

  /** The noun that an entity without a name is first called by. */
  nounOf(entity: number): string {
    const { resolvedEntities, mentions } = this.document;
    const first = resolvedEntities[entity]?.mentions[0];
    return first === undefined ? "" : this.lemma(mentions[first].headToken);
  }

  /** The entity of a subject; of "it" in "X said it had sued", where nothing else is known, X. */
  subjectEntity(token: number): number {
    const { heads, relations, resolvedEntities } = this.document;
    const entity = this.entityAt(token);
    if ((entity >= 0 && resolvedEntities[entity].isNamed) || !/^(it|they|he|she)$/.test(this.word(token)))
      return entity;
    const verb = heads[token];
    const saying = verb >= 0 && /^ccomp/.test(relations[verb]) ? heads[verb] : -1;
    const speaker = saying < 0 ? -1 : this.childWith(saying, /^nsubj/);
    const said = speaker < 0 ? -1 : this.entityAt(speaker);
    return said >= 0 && resolvedEntities[said].isNamed ? said : entity;
  }

  /** Who does what a verb says, by the tree: its subject, its governor's, or the one behind "by"; -1 for none. */
  findAgent(verb: number): number {
    const { heads, relations, lemmas, features } = this.document;
    if (this.isPassive(verb)) {
      for (const child of this.children(verb)) {
        const by = this.childWith(child, /^case/);
        if (/^(obl|nmod)/.test(relations[child]) && by >= 0 && this.word(by) === "by") return child;
      }
      return this.#findBy(verb);
    }
    if (this.#isFinite(verb)) return heads[verb];
    let at = verb;
    for (let steps = 0; steps < 4; steps++) {
      const subject = this.#lastSubject(at);
      if (subject >= 0) {
        if (/^(who|which|that)$/.test(this.word(subject)) && /^acl/.test(relations[at])) return heads[at];
        return subject;
      }
      if (/^acl/.test(relations[at]) && /VerbForm=(Ger|Part)/.test(features[at]) && !/ed$/.test(lemmas[at]))
        return heads[at];
      if (!/^(conj|xcomp|advcl|ccomp|parataxis|acl)/.test(relations[at]) || heads[at] < 0) return -1;
      if (
        /^(advcl|ccomp|parataxis)/.test(relations[at]) &&
        this.childWith(at, /^mark/) >= 0 &&
        this.childWith(at, /^aux/) >= 0
      )
        return -1;
      at = heads[at];
    }
    return -1;
  }

  /** "was fined 12 million by the authority", "was jailed for four years by a court": by the order of the words, over sum or term. */
  #findBy(verb: number): number {
    const { tags, sentences } = this.document;
    const { endToken } = sentences[this.sentenceOf(verb)];
    for (let token = verb + 1; token < Math.min(endToken - 1, verb + MAX_TO_BY); token++) {
      const word = this.word(token);
      if (word !== "by") {
        // "was ordered to pay a penalty by"
        const isDeed = tags[token] === "VERB" && this.word(token - 1) === "to" && token === verb + 2;
        const isOver =
          isDeed || /^(NUM|NOUN|SYM|ADJ|DET)$/.test(tags[token]) || /^(for|to|of|a|an|in|on|[()-])$/.test(word);
        if (!isOver && !/day$/.test(word)) return -1;
        continue;
      }
      const [mention] = this.mentionsIn(token + 1, Math.min(endToken, token + MAX_TO_BY));
      return mention !== undefined && mention.phraseStart <= token + 1 ? mention.headToken : -1;
    }
    return -1;
  }

  /** Of two subjects, where a tree has taken a dateline for one, that beside the verb. */
  #lastSubject(verb: number): number {
    let subject = -1;
    const relation = this.#isPerfect(verb) ? /^nsubj/ : /^nsubj(?!:pass)/;
    for (let child = this.#firstChild[verb]; child >= 0; child = this.#nextChild[child])
      if (
        relation.test(this.document.relations[child]) &&
        (subject < 0 || child < verb) &&
        !/^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(this.word(child))
      )
        subject = child;
    return subject;
  }

  /** What is done to: the object, the passive's subject, or the noun that a participle hangs on. */
  findObject(verb: number): number {
    const { heads, relations } = this.document;
    if (this.isPassive(verb)) {
      const subject = this.childWith(verb, /^nsubj/);
      if (subject >= 0 && !/^(who|which|that)$/.test(this.word(subject))) return subject;
      if (/^acl/.test(relations[verb])) return heads[verb];
      // "faces a ban after being charged"
      const isBeing = /^advcl/.test(relations[verb]) && this.#hasWord(verb, "being");
      if ((isBeing || /^(conj|xcomp)/.test(relations[verb])) && heads[verb] >= 0)
        return this.childWith(heads[verb], /^nsubj/);
      return -1;
    }
    const first = this.childWith(verb, /^obj/);
    // "after the Labour Tribunal threw out": an article before the verb is no object.
    const isArticle = first >= 0 && first < verb && this.document.tags[first] === "DET";
    const object = isArticle
      ? (this.children(verb).find((child) => child > verb && /^obj/.test(relations[child])) ?? -1)
      : first;
    if (this.#isFinite(verb)) return this.mentionAt(verb + 1)?.headToken ?? verb + 1;
    if (object >= 0 || !this.#isPerfect(verb)) return object;
    // "have charged two managers", with the object taken for an agent.
    return (
      this.children(verb).find(
        (child) => child > verb && relations[child] === "obl:agent" && this.childWith(child, /^case/) < 0,
      ) ?? -1
    );
  }

  /** "The watchdog fined Brintex", taken for "the watchdog that was fined": a name right behind is what it is done to. */
  #isFinite(verb: number): boolean {
    const { heads, relations, tags } = this.document;
    return (
      /^(fined|sued|charged|convicted|sentenced|acquitted|indicted|jailed)$/.test(this.word(verb)) &&
      /^acl$/.test(relations[verb]) &&
      heads[verb] === verb - 1 &&
      tags[verb + 1] === "PROPN"
    );
  }

  /** "have charged", "had since ruled": active, whatever the tree makes of it. */
  #isPerfect(verb: number): boolean {
    let at = verb - 1;
    while (this.document.tags[at] === "ADV") at -= 1;
    return /^(have|has|had|['’]ve)$/.test(this.word(at)) && this.document.tags[at] === "AUX";
  }

  #hasWord(verb: number, word: string): boolean {
    return this.children(verb).some((child) => this.word(child) === word);
  }

  isPassive(verb: number): boolean {
    const { relations, features } = this.document;
    if (this.#isPerfect(verb) || this.#isFinite(verb)) return false;
    if (this.childWith(verb, /^(aux:pass|nsubj:pass)/) >= 0) return true;
    return (
      /VerbForm=Part/.test(features[verb]) &&
      !/ing$/.test(this.word(verb)) &&
      this.childWith(verb, /^aux/) < 0 &&
      this.childWith(verb, /^nsubj/) < 0 &&
      /^(acl|advcl|amod|root|conj|parataxis)/.test(relations[verb]) &&
      this.childWith(verb, /^obj/) < 0
    );
  }

  /** "were charged": whether the auxiliary tells of several. */
  isPlural(verb: number): boolean {
    for (const child of this.children(verb))
      if (/^aux/.test(this.document.relations[child])) return /^(were|are|have)$/.test(this.word(child));
    return false;
  }

  isNegated(verb: number): boolean {
    for (const child of this.children(verb)) if (NEGATIONS.has(this.word(child))) return true;
    return false;
  }

  /** Whether a clause is no fact: a condition, a plan, or an infinitive under a verb of wanting. */
  isUnreal(verb: number): boolean {
    const { heads, relations, tags } = this.document;
    let at = verb;
    // "suggested that he be charged", "is to be charged": with a bare "be" nothing has happened.
    const auxiliary = this.childWith(verb, /^aux:pass/);
    if (auxiliary >= 0 && this.word(auxiliary) === "be") return true;
    for (let steps = 0; steps < 5 && at >= 0; steps++) {
      let isInfinitive = false;
      for (const child of this.children(at)) {
        const word = this.word(child);
        if (CONDITIONS.has(word) && /^(aux|mark|advmod)/.test(relations[child])) return true;
        if (word === "to" && /^mark/.test(relations[child])) isInfinitive = true;
        // "wants the suit thrown out"
        if (/^xcomp/.test(relations[at]) && /^(want|need|like)$/.test(this.lemma(heads[at]))) return true;
        // "prevents the state from enforcing"
        if (word === "from" && /^(mark|case)/.test(relations[child]) && tags[at] === "VERB") return true;
      }
      const head = heads[at];
      if (head < 0) return false;
      // "The injunction, sought by the group, will stay in force": told as done, whatever becomes of it.
      if (relations[at] === "acl" && !isInfinitive && this.word(at - 1) === "," && !/ing$/.test(this.word(at)))
        return false;
      // What a statement reports is judged by itself, not by the verb of saying.
      if (/^(ccomp|parataxis|acl:relcl|root|advcl)/.test(relations[at]) && !isInfinitive) return false;
      if (isInfinitive && (UNREAL_GOVERNORS.has(this.lemma(head)) || this.word(head) === "to")) return true;
      // "asked the court to overturn the ruling", where the tree hangs it on the court.
      if (isInfinitive && tags[head] === "NOUN" && UNREAL_GOVERNORS.has(this.lemma(heads[head]))) return true;
      if (isInfinitive && tags[head] !== "VERB" && tags[head] !== "NOUN") return true;
      // "has ten days to rule"
      const isOfTime = /^(day|week|month|year|hour|minute|time|deadline)$/.test(this.lemma(head));
      // "took five hours to clear X"
      const isTaken = isOfTime && /^(took|taken)$/.test(this.word(heads[head]));
      if (isInfinitive && isOfTime && !isTaken) return true;
      at = head;
    }
    return false;
  }
}
