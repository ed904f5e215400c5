/**
 * Finds the names that a report itself shows to be states, places and peoples: states that no list knows ("the government of
 * Hestria"), or that the layer of names took for a person or a town.
 *
 * A single word is believed to be a state where it has what only states have, where the report makes an adjective of it, or
 * where its ministers are told of. Parts of known states ("Scotland") and cities may have a government, but need more than an
 * adjective.
 */
import {
  CLASS,
  findCityCountries,
  findProvinceCountries,
  getCountryByName,
  getWordFacts,
  isGivenName,
} from "../language/index.ts";
import { beginsSmall } from "./begins-small.ts";
import { bareWord, isPossessiveMark } from "./find-mentions.ts";
import { isCommonAdjective } from "./know-names.ts";
import type { Mention } from "./mention.ts";
import type { RoleDocument } from "./roles/role-frame.ts";
import { GOVERNMENT_NOUNS, HONORIFICS, RANKS } from "./word-lists.ts";

/** A mention by name, with what its name is compared by. */
export interface NamedMention {
  readonly mention: Mention;
  readonly words: readonly string[];
  readonly text: string;
  readonly key: string;
}

export interface StateSigns {
  /** Mentions that have ministers or abstract things. */
  readonly governors: ReadonlySet<number>;
  /** Keys of names with a government of their own. */
  readonly governing: ReadonlySet<string>;
  /** Keys of names in which something happens, taken for people. */
  readonly located: ReadonlySet<string>;
  /** Last words of the names of those whom a given name, a title or a form of address makes people. */
  readonly people: ReadonlySet<string>;
}

/** What a state has, said with its name or adjective before it, besides a government. */
const HAD_BY_STATES = /^(?:congress|authorities|lawmakers|senate|navy|parliamentarians|constitution)$/;

/** What only states have, said with "'s" of a name for a place: cities and firms have a regulator at most. */
const OWNED_BY_STATES =
  /^(?:economy|regulator|judiciary|borders?|frontiers?|military|army|armed forces|ambassador|diplomats?|independence|sovereignty|electorate|coastguard|nationals|islands|legislature|ombudsman|currency)$/;

/** Names of bodies that states have one of. */
const BODY_OF_STATE =
  /^(?:(?:national )?(?:congress|parliament|senate|assembly|government|army|navy|treasury)|supreme court|high court|constitutional court|central bank|[a-z]+ ministry)$/;

/** What a state is. */
const STATE_NOUNS = /^(?:nation|country|republic|kingdom|archipelago)$/;

/** Nouns before "of Hestria": a president may be a firm's. */
const GOVERNMENT_OF = /^(?:government|ministry|republic|kingdom|parliament|premier|chancellor)$/;

export const CONTINENTS = /^(?:europe|asia|africa|america|oceania|antarctica|eurasia)$/;

/** Endings of adjectives made of names of states. */
const ADJECTIVE = /(?:an|ese|ish|ic|i)$/;

/** Endings that hardly anything but a nationality has. */
const NATIONAL_ADJECTIVE = /(?:an|ese)$/;

export function findStateSigns(document: RoleDocument, named: readonly NamedMention[]): StateSigns {
  const finder = new StateSignFinder(document, named);
  finder.find();
  return finder;
}

/** Whether the first word may be made of the second: "Hestrian" of "Hestria". */
export function isAdjectiveOf(word: string, noun: string): boolean {
  if (noun.length < 4 || word === noun) return false;
  return word.startsWith(noun.slice(0, Math.max(4, noun.length - 2))) && word.length <= noun.length + 3;
}

/** "Minister Berg". */
export function isTitled({ titleStart, titleEnd }: Mention): boolean {
  return titleEnd > titleStart;
}

class StateSignFinder implements StateSigns {
  readonly governors = new Set<number>();
  readonly governing = new Set<string>();
  readonly located = new Set<string>();
  readonly #document: RoleDocument;
  readonly #named: readonly NamedMention[];
  readonly #byIndex: ReadonlyMap<number, NamedMention>;
  readonly people: ReadonlySet<string>;

  constructor(document: RoleDocument, named: readonly NamedMention[]) {
    this.#document = document;
    this.#named = named;
    this.#byIndex = new Map(named.map((each) => [each.mention.index, each]));
    const holders = new Set(document.roleDrafts.map(({ holder }) => holder));
    this.people = new Set(
      named
        .filter(
          ({ mention, words }) =>
            mention.kind === "person" &&
            (words.length > 1
              ? isGivenName(words[0]) || this.#hasOffice(mention) || holders.has(mention.index)
              : this.#hasOffice(mention) || this.#isAddressed(mention)),
        )
        .map(({ words }) => words[words.length - 1]),
    );
  }

  find(): void {
    for (const mention of this.#document.mentions) this.#readMention(mention);
    for (const key of this.#findLocated()) this.located.add(key);
    this.#addNouns();
    this.#addNationalities();
  }

  #readMention(mention: Mention): void {
    const { lemmas, mentionAt, mentions, tokens } = this.#document;
    const { index, by, kind, headToken, possessor, modifiers, titleStart, titleEnd, phraseStart } = mention;
    if (by === "description" && kind === "other" && possessor >= 0) this.governors.add(possessor);
    const owners = possessor >= 0 ? [possessor] : modifiers;
    if (by === "name" && possessor >= 0 && BODY_OF_STATE.test(this.#byIndex.get(index)!.words.join(" ")))
      this.#addOwners(owners);
    // "Hestria, a nation of four million".
    if (by === "description" && STATE_NOUNS.test(lemmas[headToken]) && tokens[phraseStart - 1]?.text === ",") {
      const before = mentions[mentionAt[phraseStart - 2] ?? -1];
      if (before?.by === "name" && owners.length === 0) this.#addOwners([before.index]);
    }
    const head = by === "description" ? headToken : titleEnd > titleStart ? titleEnd - 1 : -1;
    if (head < 0) return;
    const isGovernment = GOVERNMENT_NOUNS.has(lemmas[head].toLowerCase());
    const isHad = by === "description" && HAD_BY_STATES.test(tokens[head].text.toLowerCase());
    // "the Hestrian capital, Quell,".
    const isCapital = by === "description" && lemmas[head] === "capital" && tokens[head + 1]?.text === ",";
    if (isGovernment || isHad || isCapital) this.#addOwners(owners);
    if ((isGovernment || isHad) && owners.length === 0) this.#addAdjective(head - 1);
    if (by !== "description") return;
    if (possessor >= 0 && OWNED_BY_STATES.test(lemmas[head].toLowerCase())) this.#addPlace(possessor);
    if (GOVERNMENT_OF.test(lemmas[head]) && tokens[head + 1]?.text === "of") this.#addPlace(this.#nameAfter(head + 2));
    if (isGovernment && possessor >= 0 && mentions[possessor].by === "pronoun") this.#addAntecedent(mention);
  }

  #addOwners(owners: readonly number[]): void {
    for (const owner of owners) {
      this.governors.add(owner);
      const named = this.#byIndex.get(owner);
      if (named?.words.length !== 1 || named.mention.kind === "organisation") continue;
      // "the Marsh government", where the report knows "Mr Marsh"; "a Democratic government".
      if (this.people.has(named.key) || isCommonAdjective(this.#document, named.mention)) continue;
      this.governing.add(named.key);
    }
  }

  /** A single word that is nobody's name and that no list knows for part of a state. */
  #addPlace(index: number): void {
    const named = this.#byIndex.get(index);
    if (named !== undefined && this.#mayBeState(named)) this.governing.add(named.key);
  }

  #mayBeState({ words, key, text, mention }: NamedMention): boolean {
    if (words.length !== 1 || key.length < 4 || this.people.has(key) || mention.kind === "organisation") return false;
    if (CONTINENTS.test(key) || mention.plural) return false;
    return !isListed(text) && !isCommonAdjective(this.#document, mention);
  }

  /** The name that begins here or behind one adjective: "of neighbouring Hestria". */
  #nameAfter(token: number): number {
    const { tags, tokens } = this.#document;
    return this.#document.mentions.findIndex(
      ({ by, startToken }) =>
        by === "name" &&
        (startToken === token ||
          (startToken === token + 1 && (tags[token] === "ADJ" || /^neighbou?ring$/.test(tokens[token].text)))),
    );
  }

  /** "That angered Hestria. Its foreign minister …": the last name before, if it may be a state's. */
  #addAntecedent({ index, possessor, headToken }: Mention): void {
    const { mentions, lemmas, tokens } = this.#document;
    // Parties and firms have presidents, and their leaders are called so.
    if (tokens[mentions[possessor].headToken].text.toLowerCase() !== "its") return;
    if (!/^(?:minister|ministry|government|parliament|embassy|ambassador|president)$/.test(lemmas[headToken])) return;
    const isPresident = lemmas[headToken] === "president";
    for (let before = index - 1; before >= 0 && mentions[index].sentence - mentions[before].sentence < 2; before--) {
      if (mentions[before].by !== "name" || mentions[before].quotation >= 0) continue;
      if (!isPresident || mentions[before].kind !== "person") this.#addPlace(before);
      return;
    }
  }

  /** "in Hestria", taken for a person: nobody is a place in which something happens. */
  #findLocated(): string[] {
    const { tokens } = this.#document;
    return this.#named
      .filter(({ mention: { startToken, kind, phraseStart }, words, text, key }) => {
        if (kind !== "person" || words.length > 1 || this.people.has(key) || isGivenName(text)) return false;
        const isIn =
          phraseStart === startToken && /^(?:in|across|throughout)$/i.test(tokens[startToken - 1]?.text ?? "");
        return (
          isIn &&
          !/^(?:confidence|trust|faith|belief|interest|believe|disappointed)$/.test(tokens[startToken - 2]?.text ?? "")
        );
      })
      .map(({ key }) => key);
  }

  /** "Hestrian" of "Hestrian authorities", which the layer of names left out. */
  #addAdjective(token: number): void {
    const { text } = this.#document.tokens[token] ?? { text: "" };
    if (!/^\p{Lu}\p{Ll}+(?:an|ese|ish|ic|i)$/u.test(text)) return;
    if (!isCommonAdjective(this.#document, { startToken: token, endToken: token + 1 }))
      this.governing.add(text.toLowerCase());
  }

  /** "Hestria", where the report speaks of "Hestrian authorities". */
  #addNouns(): void {
    const adjectives = [...this.governing].filter((key) => ADJECTIVE.test(key));
    for (const { words, key, mention } of this.#named) {
      if (words.length > 1 || key.length < 4 || mention.kind === "organisation" || this.people.has(key)) continue;
      if (adjectives.some((adjective) => isAdjectiveOf(adjective, key))) this.governing.add(key);
    }
  }

  /** "Hestria", where the report says "Hestrian judges": a place that no list knows, and its people. */
  #addNationalities(): void {
    const { tokens, tags } = this.#document;
    const nouns = new Set(this.#named.filter((named) => this.#mayBeState(named)).map(({ key }) => key));
    if (nouns.size === 0) return;
    const facts = getWordFacts();
    const rows = facts.findRows(tokens);
    for (let token = 0; token < tokens.length; token++) {
      const { text } = tokens[token];
      if (beginsSmall(text)) continue;
      if (!NATIONAL_ADJECTIVE.test(text) || !/^\p{Lu}\p{Ll}{4,}$/u.test(text)) continue;
      // "Republican", "European": words in use, which are of no state.
      if (facts.values[rows[token] + CLASS] > 0) continue;
      if (!/^(?:ADJ|PROPN|NOUN)$/.test(tags[token]) || isPossessiveMark(tokens[token + 1]?.text ?? "")) continue;
      const word = text.toLowerCase();
      for (const key of nouns) if (isAdjectiveOf(word, key)) this.governing.add(key);
    }
  }

  /** "Minister Berg", but "how many prisoners Hestria held", taken for a title. */
  #hasOffice(mention: Mention): boolean {
    return isTitled(mention) && /^\p{Lu}/u.test(this.#document.tokens[mention.titleEnd - 1].text);
  }

  /** "Mr Berg", "Col. Berg". */
  #isAddressed({ startToken }: Mention): boolean {
    const before = bareWord(this.#document.tokens[startToken - 1]?.text ?? "");
    return HONORIFICS.has(before) || RANKS.has(before);
  }
}

function isListed(text: string): boolean {
  return (
    getCountryByName(text) !== undefined || findCityCountries(text).length > 0 || findProvinceCountries(text).length > 0
  );
}
