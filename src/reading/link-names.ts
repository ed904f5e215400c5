/**
 * Links names to entities: "Mr Berg" and "Jon Berg", "the TSW" and "the Tribunal for Shared Waters", states and their
 * adjectives, over the whole report and whichever form comes first.
 *
 * States are known by the gazetteer, whatever the layer of names took them for. A capital stands for its government where
 * it does what only governments do: be the subject of a verb.
 */
import {
  type Country,
  getCapitalCountry,
  getCountryByAdjective,
  getCountryByName,
  isGivenName,
} from "../language/index.ts";
import { findBodySigns } from "./find-body-signs.ts";
import { findFirst } from "./find-first.ts";
import { bareWord, isPossessiveMark } from "./find-mentions.ts";
import { findPlaceCountry } from "./find-place-country.ts";
import { findStateSigns, isAdjectiveOf, isTitled, type NamedMention } from "./find-state-signs.ts";
import type { EntityKind, Mention } from "./mention.ts";
import { isKnownNoun } from "./referents.ts";
import type { RoleDocument } from "./roles/role-frame.ts";
import { FIRM_NOUNS, HONORIFICS, NAME_SUFFIXES, RANKS } from "./word-lists.ts";

/** Somebody or something with names; descriptions and pronouns are added later. */
export interface NamedEntity {
  readonly index: number;
  kind: EntityKind;
  country: Country | undefined;
  /** The fullest name of the report, or the common name of a state. */
  name: string;
  /** Mentions by name, in text order. */
  readonly mentions: number[];
}

export type LinkedDocument = RoleDocument & {
  readonly namedEntities: readonly NamedEntity[];
  /** Per mention the entity that its name names, or -1. */
  readonly namedEntityOf: Int32Array;
};

/** Requires `mentions`, `roleDrafts` and `header`; adds `namedEntities` and `namedEntityOf`. */
export function linkNames<Given extends RoleDocument>(document: Given): Given & LinkedDocument {
  const linker = new NameLinker(document);
  linker.linkStates();
  linker.linkPeople();
  linker.linkOthers();
  linker.locatePlaces();
  return { ...document, namedEntities: linker.entities, namedEntityOf: linker.entityOf };
}

interface Person {
  readonly entity: NamedEntity;
  readonly words: readonly string[];
}

class NameLinker {
  readonly entities: NamedEntity[] = [];
  readonly entityOf: Int32Array;
  readonly #document: RoleDocument;
  /** Mentions to which a title is given. */
  readonly #holders: Set<number>;
  readonly #named: NamedMention[];
  readonly #states = new Map<string, NamedEntity>();
  readonly #governors: ReadonlySet<number>;
  readonly #governing: ReadonlySet<string>;
  readonly #located: ReadonlySet<string>;
  /** Names of bodies by what they have, by key. */
  readonly #bodies: Set<string>;
  /** Single names with an article somewhere, by key: peoples and bands, "the Saltmen". */
  readonly #peoples: Set<string>;
  /** First words of names of firms that stand for them, by word: "Helmor" of "Helmor Bank". */
  readonly #firmsByFirstWord: ReadonlyMap<string, string>;
  /** The words of each person's full name. */
  readonly #people: Person[] = [];
  /** People by whatever part of their full names may stand for them. */
  readonly #peopleByPart = new Map<string, Person[]>();
  /** Other entities by the last words of their names. */
  readonly #othersByLastWord = new Map<string, { key: string; entity: NamedEntity }[]>();

  constructor(document: RoleDocument) {
    this.#holders = new Set(document.roleDrafts.map(({ holder }) => holder));
    this.#document = document;
    this.entityOf = new Int32Array(document.mentions.length).fill(-1);
    this.#named = document.mentions
      .filter(({ by }) => by === "name")
      .map((mention) => toNamedMention(document, mention));
    const signs = findStateSigns(document, this.#named);
    this.#governors = signs.governors;
    this.#governing = signs.governing;
    this.#located = signs.located;
    this.#bodies = findBodySigns(document, this.#named, signs.people);
    for (const key of signs.governing) this.#bodies.delete(key);
    this.#firmsByFirstWord = this.#findFirstWordsOfFirms();
    this.#peoples = new Set(this.#named.filter(({ mention }) => mention.kind === "group").map(({ key }) => key));
  }

  /** "Helmor" of "Helmor Bank", where the report has it for no place, no word of the language and no person's name. */
  #findFirstWordsOfFirms(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const other = new Set(this.#governing);
    const { tokens } = this.#document;
    for (const { mention, words, key } of this.#named) {
      const [first, second] = words;
      if (words.length === 2 && FIRM_NOUNS.has(second)) {
        if (found.has(first) && found.get(first) !== key) other.add(first);
        if (first.length > 3 && !isKnownNoun(first) && !isGivenName(tokens[mention.startToken].text))
          found.set(first, key);
      } else if (words.length > 1 && mention.kind === "person") {
        for (const word of words) other.add(word);
      } else if (words.length === 1 && (/^(?:place|state)$/.test(mention.kind ?? "") || isTitled(mention)))
        other.add(key);
    }
    for (const word of other) found.delete(word);
    return found;
  }

  #isHeadline({ headToken }: Mention): boolean {
    return this.#document.tokens[headToken].start < this.#document.header.bodyStart;
  }

  /** Names of the text before those of the headline, which says all in capitals or half: longest first, then in text order. */
  #sortByFullness(named: readonly NamedMention[]): NamedMention[] {
    return [...named].sort((a, b) => {
      const byPlace = Number(this.#isHeadline(a.mention)) - Number(this.#isHeadline(b.mention));
      return byPlace || b.words.length - a.words.length || a.mention.index - b.mention.index;
    });
  }

  linkStates(): void {
    for (const named of this.#named) {
      const country = this.#findCountry(named);
      if (country === undefined) continue;
      let entity = this.#states.get(country.code);
      if (entity === undefined) {
        entity = this.#create("state", country.name, country);
        this.#states.set(country.code, entity);
      }
      this.#join(entity, named.mention);
    }
  }

  #findCountry({ mention, words, text }: NamedMention): Country | undefined {
    if (mention.kind === "court") return undefined;
    if (mention.kind === "person") {
      // A capital that was taken for a person, but bears no given name.
      const isCapital = words.length === 1 && mention.titleEnd === mention.titleStart && !isGivenName(text);
      return isCapital && this.#actsAsGovernment(mention) ? getCapitalCountry(text) : undefined;
    }
    const byName = getCountryByName(text);
    if (byName !== undefined) return byName;
    const byAdjective = getCountryByAdjective(text);
    if (byAdjective !== undefined) return this.#isPeople(mention) ? undefined : byAdjective;
    const byCapital = mention.kind === "organisation" ? undefined : getCapitalCountry(text);
    if (byCapital !== undefined && this.#actsAsGovernment(mention)) return byCapital;
    return undefined;
  }

  /** "Norlanders", "the Norlanders": people, not their state. */
  #isPeople(mention: Mention): boolean {
    const { tags, features, tokens } = this.#document;
    const word = tokens[mention.headToken].text;
    if (word.endsWith("s") && getCountryByAdjective(word.slice(0, -1)) !== undefined) return true;
    return tags[mention.headToken] !== "ADJ" && features[mention.headToken].includes("Number=Plur");
  }

  /**
   * The subject of a verb, a party, or whose minister or answer something is: "Orvance denied", "talks with Orvance", "Orvance's
   * envoy", but "in Orvance", "Orvance's streets".
   */
  #actsAsGovernment({ index, attachment, headToken, startToken }: Mention): boolean {
    const { relations, heads, tags } = this.#document;
    if (this.#governors.has(index)) return true;
    const before = this.#document.tokens[startToken - 1]?.text.toLowerCase();
    if (before === "with" || before === "between" || before === "by") return true;
    const relation = relations[attachment];
    if (attachment !== headToken && relations[headToken] !== "flat") return false;
    return relation === "nsubj" && tags[heads[attachment]] === "VERB";
  }

  linkPeople(): void {
    const people = this.#named.filter(
      ({ mention, key }) =>
        (mention.kind === "person" || this.#holders.has(mention.index)) &&
        this.entityOf[mention.index] < 0 &&
        !this.#governing.has(key) &&
        !this.#firmsByFirstWord.has(key) &&
        !this.#located.has(key) &&
        !this.#bodies.has(key) &&
        !this.#peoples.has(key),
    );
    for (const named of this.#sortByFullness(people)) this.#linkPerson(named, true);
    // A surname alone, which the layer of names took for a place or a firm.
    for (const named of this.#named) {
      const isOther =
        named.mention.kind !== "person" && !this.#peoples.has(named.key) && !this.#governing.has(named.key);
      if (this.entityOf[named.mention.index] < 0 && named.words.length === 1 && isOther) {
        this.#linkPerson(named, false);
      }
    }
    for (const { entity } of this.#people) this.#nameByFullest(entity);
  }

  #linkPerson(named: NamedMention, mayCreate: boolean): void {
    const candidates = this.#findPeople(named.words);
    const sameGender = candidates.filter(({ entity }) => !this.#hasOtherGender(entity, named.mention));
    const fitting = sameGender.length > 0 ? sameGender : candidates;
    if (fitting.length > 0) {
      const chosen = fitting.length === 1 ? fitting[0] : this.#chooseNamesake(fitting, named.mention);
      this.#join(chosen.entity, named.mention);
    } else if (mayCreate) {
      const entity = this.#create("person", named.text, undefined);
      const person = { entity, words: named.words };
      this.#people.push(person);
      for (const part of listPartsOfName(named.words)) {
        const same = this.#peopleByPart.get(part);
        if (same === undefined) this.#peopleByPart.set(part, [person]);
        else same.push(person);
      }
      this.#join(entity, named.mention);
    }
  }

  /** Of people with one surname, the one named last before, else first after; whom a quotation names is not who is told of. */
  #chooseNamesake(people: readonly Person[], mention: Mention): Person {
    const { mentions } = this.#document;
    const isAlike = (index: number): boolean => mention.quotation >= 0 || mentions[index].quotation < 0;
    const alike = people.map((person) => ({ person, own: person.entity.mentions.filter(isAlike) }));
    const named = alike.some(({ own }) => own.length > 0) ? alike.filter(({ own }) => own.length > 0) : alike;
    const before = named.filter(({ own }) => own[0] < mention.index);
    return (before.length > 0 ? before : named).reduce((best, next) =>
      distance(next.own, mention) < distance(best.own, mention) ? next : best,
    ).person;
  }

  /** Those whose names the words are part of, in the order in which they were found. */
  #findPeople(words: readonly string[]): readonly Person[] {
    const whole = words.join(" ");
    const found = [
      ...(this.#peopleByPart.get(`$ ${whole}`) ?? []),
      ...(this.#peopleByPart.get(`^ ${whole}`) ?? []),
      // Middle names left out: "Jon Adam Berg" and "Jon Berg".
      ...(words.length > 1
        ? (this.#peopleByPart.get(`- ${words[0]} ${words.at(-1)}`) ?? []).filter(
            ({ words: full }) => full.length >= words.length,
          )
        : []),
    ];
    return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a.entity.index - b.entity.index);
  }

  #hasOtherGender(entity: NamedEntity, mention: Mention): boolean {
    if (mention.gender === undefined) return false;
    return entity.mentions.some((index) => {
      const { gender } = this.#document.mentions[index];
      return gender !== undefined && gender !== mention.gender;
    });
  }

  linkOthers(): void {
    const others = this.#named.filter(({ mention }) => this.entityOf[mention.index] < 0);
    const byKey = new Map<string, NamedEntity>();
    const byAcronym = new Map<string, NamedEntity>();
    // "Hestria" before "Hestrian", which is known by it.
    const isMadeOf = ({ key }: NamedMention): boolean =>
      this.#governing.has(key) && others.some((other) => other.key !== key && isAdjectiveOf(key, other.key));
    const sorted = this.#sortByFullness(others);
    const nouns = sorted.filter((each) => !isMadeOf(each));
    for (const { mention, words, text, key } of [...nouns, ...sorted.filter(isMadeOf)]) {
      let entity = byKey.get(key) ?? (words.length === 1 ? this.#findStateOfAdjective(key, byKey) : undefined);
      if (entity === undefined && words.length === 1) entity = byKey.get(this.#firmsByFirstWord.get(key) ?? "");
      if (entity === undefined && words.length === 1) entity = byAcronym.get(key.replace(/[^a-z0-9]/g, ""));
      if (entity === undefined && (mention.determiner === "definite" || words.length > 1)) {
        entity = this.#findByLastWords(words, mention);
      }
      if (entity === undefined) {
        entity = this.#create(this.#kindOf(mention, key), text, undefined);
        for (const acronym of toAcronyms(text)) if (!byAcronym.has(acronym)) byAcronym.set(acronym, entity);
      }
      if (!byKey.has(key)) {
        const sameEnd = this.#othersByLastWord.get(words.at(-1)!) ?? [];
        sameEnd.push({ key, entity });
        this.#othersByLastWord.set(words.at(-1)!, sameEnd);
        byKey.set(key, entity);
      }
      this.#join(entity, mention);
      const defined = this.#findDefinedAcronym(mention);
      if (defined !== undefined && !byAcronym.has(defined)) byAcronym.set(defined, entity);
    }
    for (const entity of this.entities) {
      if (entity.kind === "person" || this.#states.get(entity.country?.code ?? "") === entity) continue;
      const key = entity.name.toLowerCase();
      const isSettled =
        (entity.kind === "state" && this.#governing.has(key)) || this.#peoples.has(key) || this.#bodies.has(key);
      if (!isSettled) entity.kind = this.#commonestKind(entity);
      this.#nameByFullest(entity);
      // As states are, the one body of all states is listed by its common name.
      if (/^U\.?N\.?$/.test(entity.name)) entity.name = "United Nations";
      entity.country = this.#findOwner(entity);
    }
  }

  /** Places get the country that they lie in, where that is clear; every name must be linked before. */
  locatePlaces(): void {
    const mentioned = new Set(this.#states.keys());
    const byStart = new Map(this.#named.map((named) => [named.mention.startToken, named.mention.index]));
    const { mentions, tokens } = this.#document;
    for (const entity of this.entities) {
      if (entity.kind !== "place" || entity.country !== undefined) continue;
      let named: Country | undefined;
      for (const index of entity.mentions) {
        const { endToken } = mentions[index];
        const next = tokens[endToken]?.text === "," ? byStart.get(endToken + 1) : undefined;
        const other = next === undefined ? undefined : this.entities[this.entityOf[next]];
        if (other?.kind === "state") named ??= other.country;
      }
      entity.country = findPlaceCountry(entity.name, mentioned, named);
    }
  }

  #kindOf(mention: Mention, key: string): EntityKind {
    return this.#governing.has(key)
      ? "state"
      : this.#peoples.has(key)
        ? "group"
        : this.#bodies.has(key)
          ? "organisation"
          : this.#located.has(key)
            ? "place"
            : (mention.kind ?? "other");
  }

  /** "the Commission" after "the Continental Commission": the last words of a longer name, said with "the". */
  #findByLastWords(words: readonly string[], mention: Mention): NamedEntity | undefined {
    if (mention.kind === "place" || mention.kind === "state") return undefined;
    let found: NamedEntity | undefined;
    for (const { key, entity } of this.#othersByLastWord.get(words.at(-1)!) ?? []) {
      if (entity.kind === "place" || !key.endsWith(` ${words.join(" ")}`)) continue;
      if (found !== undefined && found !== entity) return undefined;
      found = entity;
    }
    return found;
  }

  /** `TSW` of "Tribunal for Shared Waters (TSW)". */
  #findDefinedAcronym(mention: Mention): string | undefined {
    const { tokens } = this.#document;
    const open = tokens[mention.endToken]?.text;
    const inside = tokens[mention.endToken + 1]?.text;
    if (open !== "(" || tokens[mention.endToken + 2]?.text !== ")" || inside === undefined) return undefined;
    return /^[A-Z][A-Za-z.]{1,7}$/.test(inside) ? bareWord(inside) : undefined;
  }

  #commonestKind(entity: NamedEntity): EntityKind {
    const counts = new Map<EntityKind, number>();
    for (const index of entity.mentions) {
      const kind = this.#document.mentions[index].kind ?? "other";
      // What the name itself says outweighs what its short form was taken for.
      if (kind === "person" && this.#isFirstWordOfFirm(index)) continue;
      if (kind === "person" && this.#located.has(entity.name.toLowerCase())) return "place";
      if (kind === "court" || kind === "treaty" || kind === "law") return kind;
      counts.set(kind, (counts.get(kind) ?? 0) + (kind === "other" ? 0.5 : 1));
    }
    return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }

  #isFirstWordOfFirm(index: number): boolean {
    return this.#firmsByFirstWord.has(toNamedMention(this.#document, this.#document.mentions[index]).key);
  }

  /** "Hestrian" of Hestria, which no list knows. */
  #findStateOfAdjective(word: string, byKey: Map<string, NamedEntity>): NamedEntity | undefined {
    if (!/(?:an|ese|ish|ic|i)s?$/.test(word)) return undefined;
    for (const [key, entity] of byKey) {
      if (entity.kind === "state" && isAdjectiveOf(word, key)) return entity;
    }
    return undefined;
  }

  #nameByFullest(entity: NamedEntity): void {
    let best = "";
    const inText = entity.mentions.filter((index) => !this.#isHeadline(this.#document.mentions[index]));
    for (const index of inText.length > 0 ? inText : entity.mentions) {
      const { text, key } = toNamedMention(this.#document, this.#document.mentions[index]);
      // Of a state the name, not the adjective made of it, is what it is called.
      const isState = entity.kind === "state" && best !== "";
      const isLonger = isState ? text.length < best.length && this.#governing.has(key) : text.length > best.length;
      // A name in capitals of a headline is no fuller than the same name in the text.
      if (isLonger && !(best !== "" && text.length === best.length)) best = text;
    }
    entity.name = best;
  }

  /** The state whose adjective or name is tied to the name: "the Norland finance ministry" said as a name, "Norland's Central Bank". */
  #findOwner(entity: NamedEntity): Country | undefined {
    const first = getCountryByAdjective(entity.name.split(" ")[0]) ?? getCountryByName(entity.name.split(" ")[0]);
    if (first !== undefined) return first;
    if (entity.kind !== "organisation" && entity.kind !== "place" && entity.kind !== "court") return undefined;
    return entity.kind === "organisation" ? getCapitalCountry(entity.name) : undefined;
  }

  #create(kind: EntityKind, name: string, country: Country | undefined): NamedEntity {
    const entity: NamedEntity = { index: this.entities.length, kind, name, country, mentions: [] };
    this.entities.push(entity);
    return entity;
  }

  #join(entity: NamedEntity, mention: Mention): void {
    this.entityOf[mention.index] = entity.index;
    insertSorted(entity.mentions, mention.index);
  }
}

function toNamedMention(document: RoleDocument, mention: Mention): NamedMention {
  const { tokens, text } = document;
  let { startToken, endToken } = mention;
  while (endToken - 1 > startToken && isPossessiveMark(tokens[endToken - 1].text)) endToken--;
  if (endToken - startToken > 1 && bareWord(tokens[startToken].text) === "the" && mention.kind !== "state")
    startToken++;
  const surface = text.slice(tokens[startToken].start, tokens[endToken - 1].end).replace(/\s+/g, " ");
  const words: string[] = [];
  for (let token = startToken; token < endToken; token++) {
    const word = bareWord(tokens[token].text);
    const isTitle = mention.kind === "person" && (HONORIFICS.has(word) || RANKS.has(word) || NAME_SUFFIXES.has(word));
    const isTight =
      token > startToken && tokens[token - 1].text === "-" && tokens[token - 1].end === tokens[token].start;
    if (isTight && words.length > 0) words[words.length - 1] += `-${word}`;
    else if (/[\p{L}\p{N}]/u.test(word) && !isTitle) words.push(word);
  }
  if (words.length === 0) words.push(surface.toLowerCase());
  const owner = isGeneralName(words) ? findStateBefore(document, mention) : undefined;
  if (owner !== undefined) {
    // "the Hestrian Foreign Ministry" and "the Calvennan Foreign Ministry" are two.
    const full = text.slice(tokens[owner.startToken].start, tokens[endToken - 1].end).replace(/\s+/g, " ");
    const name = text.slice(tokens[owner.startToken].start, tokens[owner.endToken - 1].end);
    const code = (getCountryByName(name) ?? getCountryByAdjective(name))?.code ?? name.toLowerCase();
    return { mention, words, text: full, key: `${code} ${words.join(" ")}` };
  }
  return { mention, words, text: surface, key: words.join(" ") };
}

const GENERAL_BODY =
  /^(?:ministry|parliament|government|army|navy|court|office|department|senate|assembly|treasury|bank)$/;

/** "Foreign Ministry", "Supreme Court": a name that every state has for a body of its own. */
function isGeneralName(words: readonly string[]): boolean {
  return words.length <= 3 && GENERAL_BODY.test(words[words.length - 1]);
}

/** The name of a state that stands right before the name, as its adjective or owner. */
function findStateBefore({ mentions }: RoleDocument, { modifiers, possessor }: Mention): Mention | undefined {
  return [...modifiers, possessor]
    .map((index) => mentions[index])
    .find((owner) => owner?.by === "name" && owner.kind === "state");
}

/** What may stand for a full name: its last words (`$`), its first (`^`), its first and last (`-`). */
function listPartsOfName(full: readonly string[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from < full.length; from++) parts.push(`$ ${full.slice(from).join(" ")}`);
  // First names alone only where they are no common given name: family names come first in half of Asia.
  for (let end = 1; end < full.length; end++)
    if (end > 1 || !isGivenName(full[0]) || full.length > 2) parts.push(`^ ${full.slice(0, end).join(" ")}`);
  if (full.length > 2) parts.push(`- ${full[0]} ${full.at(-1)}`);
  return parts;
}

/** How far the nearest of ascending mentions is, in mentions. */
function distance(mentions: readonly number[], { index }: Mention): number {
  const at = findFirst(mentions, index, (each) => each);
  const before = at > 0 ? index - mentions[at - 1] : Number.POSITIVE_INFINITY;
  const after = at < mentions.length ? mentions[at] - index : Number.POSITIVE_INFINITY;
  return Math.min(before, after);
}

/** Puts a number into an ascending list. */
export function insertSorted(list: number[], value: number): void {
  if (list.length === 0 || list[list.length - 1] < value) list.push(value);
  else
    list.splice(
      findFirst(list, value, (each) => each),
      0,
      value,
    );
}

const SMALL_WORDS = new Set(["of", "the", "and", "for", "in", "on", "de", "la", "&"]);

/** `tsw`, `tfsw` of "Tribunal for Shared Waters". */
function toAcronyms(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => /[\p{L}]/u.test(word));
  if (words.length < 2) return [];
  const large = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()) || /^\p{Lu}/u.test(word));
  const initials = (list: string[]): string => list.map((word) => word[0].toLowerCase()).join("");
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return [initials(large), initials(words), initials(capital)].filter((acronym) => acronym.length > 1);
}
