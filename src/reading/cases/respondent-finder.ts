/** Whom a phrase of a legal sentence means: names, "both", "the five men", "the leaders of X". */
import type { Mention } from "../mention.ts";
import { Affiliations } from "./affiliations.ts";
import type { CaseSource } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { isCourt } from "./legal-bench.ts";
import { readParties } from "./read-parties.ts";

const COUNTS: ReadonlyMap<string, number> = new Map([
  ["both", 2], ["two", 2], ["pair", 2], ["couple", 2], ["duo", 2], ["neither", 2], ["three", 3], ["trio", 3], ["four", 4], ["quartet", 4],
  ["five", 5], ["six", 6], ["seven", 7], ["eight", 8], ["nine", 9], ["ten", 10],
]); // biome-ignore format: by rows

/** Nouns and pronouns that mean people named before. */
const PEOPLE_AGAIN = new Set(
  "they them all both two three four five six seven eight nine ten pair trio man woman suspect defendant accused leader official minister commander officer executive brother sister politician athlete player general other".split(
    " ",
  ),
);

/** Nouns for somebody who was named before, by what anybody may be. */
const GENERAL = new Set(
  "man woman suspect defendant accused athlete player politician businessman banker convict".split(" "),
);

/** Nouns for a body that was named before, by what many may be. */
const FIRMS = new Set("company firm group business corporation manufacturer retailer vendor".split(" "));

/** Places that are run by somebody who may have to answer. */
const HOUSES = new Set(
  "hospital school university college airport hotel club museum theatre clinic factory shop supermarket restaurant newspaper magazine broadcaster channel employer developer landlord insurer carmaker airline operator trust charity contractor".split(
    " ",
  ),
);

export class RespondentFinder {
  readonly #navigator: ClauseNavigator;
  readonly #document: CaseSource;
  readonly #affiliations: Affiliations;
  /** Respondents in the order in which they are first named as such. */
  readonly known: number[] = [];
  /** Those named together last. */
  lastGroup: readonly number[] = [];

  constructor(navigator: ClauseNavigator) {
    this.#navigator = navigator;
    this.#document = navigator.document;
    this.#affiliations = new Affiliations(navigator.document);
  }

  remember(entities: readonly number[]): void {
    if (entities.length === 0) return;
    for (const entity of entities) if (!this.known.includes(entity)) this.known.push(entity);
    this.lastGroup = entities;
  }

  /** Whether an entity may answer in court: a named person, body or state. */
  mayRespond(entity: number): boolean {
    const found = this.#document.resolvedEntities[entity];
    if (found === undefined) return false;
    // "the Brule administration"
    if (!found.isNamed) return this.#isAdministration(entity) || this.#isBody(entity) || this.#isMissedName(entity);
    return /^(person|organisation|state|group|place|other)$/.test(found.kind);
  }

  /** "the electoral board", "the agriculture ministry", "the government": one body that the report tells of without a name. */
  #isBody(entity: number): boolean {
    const { resolvedEntities, mentions } = this.#document;
    if (
      /^(country|nation|state|world|media|press|website|site|parliament|senate|congress|assembly|house|force|presidency)$/.test(
        this.#navigator.nounOf(entity),
      )
    )
      return false;
    return resolvedEntities[entity].mentions.some((index) => {
      const { by, kind, determiner, plural } = mentions[index];
      const isHouse = HOUSES.has(this.#navigator.lemma(mentions[index].headToken));
      if (by !== "description" || plural || (!isHouse && !/^(organisation|state)$/.test(kind ?? ""))) return false;
      return /^(definite|possessive|demonstrative)$/.test(determiner);
    });
  }

  /** "fined the retailer Brintex": a name that was taken for a noun. */
  #isMissedName(entity: number): boolean {
    const { resolvedEntities, mentions, tags, tokens, sentences } = this.#document;
    const { headToken, sentence, by } = mentions[resolvedEntities[entity].mentions[0]];
    return (
      by === "description" &&
      /^(PROPN|NOUN|ADJ)$/.test(tags[headToken]) &&
      headToken > sentences[sentence].startToken + 1 &&
      /^[A-Z]/.test(tokens[headToken].text) &&
      // "Principal Deputy Jon Berg": a title before a name.
      !/^[A-Z]/.test(tokens[headToken + 1]?.text ?? "") &&
      (/^[A-Z]/.test(tokens[headToken - 1].text) || tags[headToken - 1] === "NOUN")
    );
  }

  #isAdministration(entity: number): boolean {
    const { resolvedEntities, mentions, tags } = this.#document;
    if (this.#navigator.nounOf(entity) !== "administration") return false;
    return tags[mentions[resolvedEntities[entity].mentions[0]].headToken - 1] === "PROPN";
  }

  /** Entities of the phrase headed by a token, with those joined to it by "and". */
  resolveAt(token: number): number[] {
    const navigator = this.#navigator;
    if (token < 0) return [];
    const found: number[] = [];
    const add = (entities: readonly number[]) => {
      for (const entity of entities) if (!found.includes(entity)) found.push(entity);
    };
    add(this.#resolveOne(token));
    for (const child of navigator.children(token)) {
      if (/^conj/.test(this.#document.relations[child])) add(this.#resolveOne(child));
    }
    return found;
  }

  /** Whose plan, law or decision a noun is: "the government's ban", "the Merland ban". */
  resolveOwner(noun: number): number[] {
    const { entityOf, resolvedEntities } = this.#document;
    const mention = this.#navigator.mentionAt(noun);
    if (mention === undefined) return [];
    for (const other of [mention.possessor, ...mention.modifiers]) {
      const owner = other < 0 ? -1 : entityOf[other];
      if (owner >= 0 && resolvedEntities[owner].kind !== "court" && this.mayRespond(owner)) return [owner];
    }
    return [];
  }

  /** Those whom a word of number alone means: "that both bore responsibility". */
  resolveNumber(token: number): number[] {
    const word = this.#navigator.word(token);
    // "the two are accused": a number before its noun counts something else, "three counts of fraud".
    const isAlone =
      COUNTS.has(word) && this.#navigator.word(token - 1) === "the" && this.#document.tags[token + 1] !== "NOUN";
    return isAlone || /^(both|neither)$/.test(word) ? this.#resolvePlural(token, undefined) : [];
  }

  /** Entities of the list of parties that begins at a token. */
  resolveList(startToken: number, isSubject = false): { entities: number[]; endToken: number } {
    const { mentions, endToken } = readParties(this.#navigator, this.#skipOneOf(startToken), isSubject);
    const entities: number[] = [];
    for (const mention of mentions) {
      // "for two Tesmark generals, X and Y": what a noun behind it is of.
      if (this.#isAttribute(mention)) continue;
      for (const entity of this.#resolveMention(mention)) if (!entities.includes(entity)) entities.push(entity);
    }
    return { entities, endToken };
  }

  /** "one of them, X": who it is. */
  #skipOneOf(startToken: number): number {
    const navigator = this.#navigator;
    if (navigator.word(startToken) !== "one" || navigator.word(startToken + 1) !== "of") return startToken;
    for (let token = startToken + 2; token < startToken + 7; token++)
      if (navigator.word(token) === ",") return token + 1;
    return startToken;
  }

  #isAttribute({ by, kind, headToken, endToken }: Mention): boolean {
    const { heads, relations, tags } = this.#document;
    if (by !== "name" || kind === "person" || tags[endToken] !== "NOUN") return false;
    return (
      /^(amod|compound)/.test(relations[headToken]) && heads[headToken] >= endToken && heads[headToken] < endToken + 3
    );
  }

  /**
   * Who stands before "was found guilty", by the order of the words: lists of names with ages break trees, and so does what
   * lies between commas behind a name.
   */
  resolveBefore(verb: number): number[] {
    const navigator = this.#navigator;
    const { tags, sentences } = this.#document;
    const { startToken } = sentences[navigator.sentenceOf(verb)];
    // "X was arrested in Arden and was jailed": the subject of the verb that it is joined to.
    const joined = this.#document.heads[verb];
    const isJoined =
      /^conj/.test(this.#document.relations[verb]) &&
      joined >= startToken &&
      tags[joined] === "VERB" &&
      navigator.isPassive(joined) &&
      navigator.childWith(verb, /^nsubj/) < 0;
    if (isJoined) return this.resolveBefore(joined);
    let end = verb;
    while (end > startToken && (/^(VERB|AUX|ADV)$/.test(tags[end - 1]) || navigator.word(end - 1) === ",")) end -= 1;
    let best: number[] = [];
    for (const mention of navigator.mentionsIn(startToken, end)) {
      // "an accountant at X": X is not accused.
      let before = mention.phraseStart - 1;
      while (before > startToken && /^(ADJ|NOUN|PROPN|DET)$/.test(tags[before])) before -= 1;
      if (tags[before] === "ADP" && navigator.word(before) !== "among") continue;
      const { entities, endToken } = this.resolveList(mention.phraseStart, true);
      if (Math.abs(endToken - end) <= 2 && entities.length > best.length) best = entities;
    }
    if (best.length > 0 || navigator.word(end) !== ",") return best;
    // "X, whose tour was cancelled, has been jailed"
    const [first] = navigator.mentionsIn(startToken, end).filter(({ by }) => by === "name");
    const isApart =
      first !== undefined &&
      first.phraseStart - startToken < 4 &&
      navigator.word(first.endToken) === "," &&
      first.endToken < end;
    return isApart ? this.#resolveMention(first).filter((entity) => this.mayRespond(entity)) : [];
  }

  #resolveOne(token: number): number[] {
    const mention = this.#navigator.mentionAt(token);
    if (mention?.by === "description") return this.#resolveMention(mention);
    const entity = this.#navigator.entityAt(token);
    if (this.mayRespond(entity)) return [entity];
    if (mention !== undefined) return this.#resolveMention(mention);
    return this.#resolvePlural(token, undefined);
  }

  #resolveMention(mention: Mention): number[] {
    const entity = this.#document.entityOf[mention.index];
    // "the power of any government": none that answers.
    if (mention.by === "description" && /^(any|every|no|each)$/.test(this.#navigator.word(mention.phraseStart)))
      return [];
    // "two other men were charged": not those named before.
    if (mention.by === "description" && mention.plural && this.#isOther(mention.headToken)) return [];
    // Stems have lost whether one leader was meant or several.
    if (this.#document.form === "stemmed" && mention.by === "description") {
      const several = this.#resolveMembers(mention);
      if (several.length > 1) return several;
    }
    const firm = this.#findFirm(mention, entity);
    if (firm >= 0) return [firm];
    if (entity >= 0 && this.mayRespond(entity)) return [entity];
    if (mention.by === "pronoun" && !mention.plural && this.#document.resolvedEntities[entity]?.kind === "person") {
      const first = this.#document.mentions[this.#document.resolvedEntities[entity].mentions[0]];
      const unnamed = findUnnamed(this.#navigator, first).filter((person) => this.mayRespond(person));
      if (unnamed.length > 0) return unnamed;
    }
    const called = mention.by === "description" ? this.#findCalled(mention) : -1;
    if (called >= 0) return [called];
    const titled = mention.by === "description" && !mention.plural ? this.#findTitled(mention) : -1;
    if (titled >= 0) return [titled];
    if (
      mention.by === "pronoun" &&
      !mention.plural &&
      (mention.kind === "person" || this.#navigator.word(mention.headToken) === "it")
    )
      return this.#resolveToSubject(mention);
    const plural = this.#resolvePlural(mention.headToken, mention);
    if (plural.length > 0) return plural;
    // "sued the Tesmark government": the state.
    if (this.#navigator.lemma(mention.headToken) === "government") {
      const state = this.resolveOwner(mention.headToken);
      if (state.length > 0) return state;
    }
    // "the retailer Brintex": the name right behind.
    const behind = this.#navigator.mentionAt(mention.endToken);
    const next = behind?.startToken === mention.endToken ? this.#document.entityOf[behind.index] : -1;
    if (next >= 0 && !this.#document.resolvedEntities[next].isNamed && this.#isMissedName(next)) return [next];
    // "the leader of X, Y": the name in apposition, if there is one.
    const apposed = this.#navigator.entityAt(mention.headToken);
    return this.mayRespond(apposed) ? [apposed] : [];
  }

  /** "the company", that the report ties to no name: the only body that must answer so far; -1 for none or several. */
  #findFirm({ by, determiner, plural, headToken }: Mention, entity: number): number {
    const { resolvedEntities } = this.#document;
    if (by !== "description" || plural || determiner !== "definite" || resolvedEntities[entity]?.isNamed) return -1;
    if (!FIRMS.has(this.#navigator.lemma(headToken))) return -1;
    const [only, ...others] = this.known.filter((each) => {
      const { kind, isNamed } = resolvedEntities[each];
      return isNamed && kind !== "state" && kind !== "group";
    });
    return only !== undefined && others.length === 0 ? only : -1;
  }

  /** "Brule", taken for a noun: who alone has that name. */
  #findCalled({ headToken }: Mention): number {
    const { tags, tokens, resolvedEntities } = this.#document;
    if (tags[headToken] !== "PROPN") return -1;
    const word = ` ${tokens[headToken].text}`;
    const [first, ...others] = resolvedEntities.filter(
      ({ kind, isNamed, name }) => isNamed && kind === "person" && name.endsWith(word),
    );
    return first !== undefined && others.length === 0 ? first.index : -1;
  }

  /** "the colonel", "the sitting president of Norland": who alone has that title, among those told of before if there is one. */
  #findTitled(mention: Mention): number {
    if (mention.determiner !== "definite" && mention.determiner !== "demonstrative") return -1;
    const noun = this.#navigator.lemma(mention.headToken);
    const of = this.#ownerOf(mention);
    const holders = this.#affiliations
      .holdersOf(noun)
      .filter((entity) => of < 0 || this.#affiliations.isOf(entity, of));
    const known = holders.filter((entity) => this.known.includes(entity));
    const [holder, ...others] = known.length > 0 ? known : of < 0 ? [] : holders;
    if (holder !== undefined) return others.length === 0 ? holder : -1;
    // "the athlete", "the 26-year-old": the only person who stands there so far.
    const people = this.known.filter((entity) => this.#document.resolvedEntities[entity].kind === "person");
    const isGeneral = of < 0 && (GENERAL.has(noun) || /old$/.test(noun));
    return isGeneral && people.length === 1 ? people[0] : -1;
  }

  /** Respondents who belong to the owner of a description: "the movement's leaders". */
  #resolveMembers(mention: Mention): number[] {
    if (!PEOPLE_AGAIN.has(this.#navigator.lemma(mention.headToken))) return [];
    const of = this.#ownerOf(mention);
    return of < 0 ? [] : this.known.filter((entity) => this.#affiliations.isOf(entity, of));
  }

  /** "X rejected the warrant sought for him", "ruled that X had taken … and ordered it": whose clause it is. */
  #resolveToSubject({ headToken }: Mention): number[] {
    const { relations, tags, heads, sentences, resolvedEntities } = this.#document;
    const { startToken } = sentences[this.#navigator.sentenceOf(headToken)];
    const isThing = this.#navigator.word(headToken) === "it";
    for (let token = startToken; token < headToken; token++) {
      if (!/^nsubj/.test(relations[token]) || tags[heads[token]] !== "VERB") continue;
      // "She ordered him to pay": somebody else than who does it.
      if (!isThing && (heads[token] === heads[headToken] || this.#navigator.findAgent(heads[headToken]) === token))
        break;
      const entity = this.#navigator.entityAt(token);
      if (isThing) {
        if (
          entity < 0 ||
          !/^(state|organisation)$/.test(resolvedEntities[entity].kind) ||
          isCourt(this.#navigator, token)
        )
          continue;
        return this.mayRespond(entity) ? [entity] : [];
      }
      return entity >= 0 && resolvedEntities[entity].kind === "person" && this.mayRespond(entity) ? [entity] : [];
    }
    // "He was cleared of": who was told of last in the proceeding.
    const [last, ...others] = this.lastGroup;
    const isOne = !isThing && last !== undefined && others.length === 0 && resolvedEntities[last].kind === "person";
    return isOne ? [last] : [];
  }

  #resolvePlural(token: number, mention: Mention | undefined): number[] {
    const navigator = this.#navigator;
    const lemma = navigator.lemma(token);
    const word = navigator.word(token);
    if (!PEOPLE_AGAIN.has(lemma) && !PEOPLE_AGAIN.has(word)) return [];
    // "two other men were charged": not those named before.
    if (this.#isOther(token)) return [];
    const isPlural = mention === undefined || mention.plural || COUNTS.has(word) || /^(both|all|they|them)$/.test(word);
    if (!isPlural) return [];
    const count = this.#countOf(token, word);
    const of = mention === undefined ? -1 : this.#ownerOf(mention);
    if (of >= 0) {
      const members = this.known.filter((entity) => this.#affiliations.isOf(entity, of));
      if (members.length > 0 && (count === undefined || members.length === count)) return members;
    }
    if (count !== undefined) {
      if (this.lastGroup.length === count && word !== "all") return [...this.lastGroup];
      if (this.known.length === count) return [...this.known];
      if (this.lastGroup.length === count) return [...this.lastGroup];
      return this.#namedBefore(token, count);
    }
    if (of >= 0) return [];
    if (word === "all") return [...this.known];
    if (this.lastGroup.length > 1) return [...this.lastGroup];
    return [];
  }

  #isOther(token: number): boolean {
    return this.#navigator
      .children(token)
      .some((child) => /^(other|another|further|more|additional)$/.test(this.#navigator.word(child)));
  }

  #countOf(token: number, word: string): number | undefined {
    if (COUNTS.has(word)) return COUNTS.get(word);
    for (const child of this.#navigator.children(token)) {
      const count = COUNTS.get(this.#navigator.word(child)) ?? Number(this.#navigator.word(child));
      if (count > 1) return count;
    }
    return undefined;
  }

  /** The people named right before, where they are as many as the words say. */
  #namedBefore(token: number, count: number): number[] {
    const { sentences, resolvedEntities, entityOf } = this.#document;
    const sentence = this.#navigator.sentenceOf(token);
    for (let first = sentence; first >= Math.max(0, sentence - 2); first--) {
      const people: number[] = [];
      for (const mention of this.#navigator.mentionsIn(sentences[first].startToken, token)) {
        const entity = entityOf[mention.index];
        if (mention.by !== "name" || resolvedEntities[entity]?.kind !== "person" || people.includes(entity)) continue;
        people.push(entity);
      }
      // "Mr Sol announced … warrants for A and B": he who acts is not among them.
      const acted = people.filter((entity) => !this.known.includes(entity) || this.lastGroup.includes(entity));
      if (acted.length === count) return acted;
      if (people.length === count) return people;
      if (people.length > count) return people.slice(-count);
    }
    return [];
  }

  #ownerOf({ possessor, modifiers, headToken }: Mention): number {
    const { entityOf, mentions } = this.#document;
    const direct = possessor >= 0 ? possessor : (modifiers[0] ?? -1);
    if (direct >= 0) {
      const mention = mentions[direct];
      return mention === undefined ? -1 : entityOf[mention.index];
    }
    for (const child of this.#navigator.children(headToken)) {
      if (/^(nmod|compound|amod)/.test(this.#document.relations[child])) {
        const entity = this.#navigator.entityAt(child);
        if (entity >= 0 && this.#document.resolvedEntities[entity].kind !== "person") return entity;
      }
    }
    return -1;
  }
}
