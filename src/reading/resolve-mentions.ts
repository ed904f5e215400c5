/**
 * Decides to whom every mention refers, from the surest sign to the least: names, appositions, roles ("the minister"), nouns
 * said before ("a ferry company … the company"), and last pronouns, by a learnt ranking.
 *
 * Where signs are weak a mention stays alone: wrong is worse than none. First persons wait until it is known who speaks.
 */
import type { Country } from "../language/index.ts";
import { getCountryByAdjective, getGivenNameGender } from "../language/index.ts";
import { findFirst } from "./find-first.ts";
import { isPossessiveMark, toKindOfNoun } from "./find-mentions.ts";
import { isHyphenated } from "./is-hyphenated.ts";
import { insertSorted, type LinkedDocument, type NamedEntity } from "./link-names.ts";
import type { EntityKind, Mention } from "./mention.ts";
import { type Candidate, getGrammaticalRole, isHidden, LOOK_BACK, type SpeechSigns } from "./pronoun-features.ts";
import { chooseAntecedent } from "./rank-antecedents.ts";
import type { RoleDocument, RoleDraft } from "./roles/role-frame.ts";
import { GENERAL_BODIES, GOVERNMENT_NOUNS, PRONOUNS } from "./word-lists.ts";

export interface ResolvedEntity {
  readonly index: number;
  kind: EntityKind;
  name: string;
  country: Country | undefined;
  plural: boolean;
  gender: "male" | "female" | undefined;
  /** In text order. */
  readonly mentions: number[];
  /** Whether a name of the report names it. */
  readonly isNamed: boolean;
}

export type ResolvedDocument = LinkedDocument &
  RoleDocument & {
    readonly resolvedEntities: readonly ResolvedEntity[];
    /** Per mention its entity, or -1. */
    readonly entityOf: Int32Array;
    /** Per sentence the number of its paragraph. */
    readonly paragraphOf: Int32Array;
  };

/** Words of a report inside a quotation, and the mention that speaks them. */
export interface SpokenSpan {
  readonly startToken: number;
  readonly endToken: number;
  /** The speaker's mention, or -1. */
  readonly speaker: number;
}

/** How much likelier than its rivals an antecedent must be: chosen on GUM's dev documents. */
const MIN_MARGIN = 1;

/** Sentences after which "the group" no longer means the group named last. */
const REACH_OF_NOUN = 4;

/** Nouns behind the name of a body that say what it is itself. */
const OWN_NOUNS = /^(?:group|movement|charity|party|militia|association|network|campaign)$/;

/** Kinds of what can speak or have people in office. */
const BODIES: ReadonlySet<EntityKind> = new Set(["organisation", "state", "court"] as const);

type ReadBefore = LinkedDocument;

/**
 * Requires `namedEntities`, `roleDrafts` and `mentions`; adds `resolvedEntities`, `entityOf` and `paragraphOf`.
 *
 * @param spoken Who speaks which words, as far as it is known: "he" in somebody's words is seldom himself.
 * @param signs What attributions tell of who speaks.
 */
export function resolveMentions<Given extends ReadBefore>(
  document: Given,
  spoken: readonly SpokenSpan[] = [],
  signs: SpeechSigns = { speakers: new Map(), contentOf: new Uint16Array(document.tokens.length) },
): Given & ResolvedDocument {
  const resolver = new MentionResolver(document, spoken, signs);
  for (const mention of document.mentions) resolver.read(mention);
  resolver.readFirstPersons();
  return {
    ...document,
    resolvedEntities: resolver.entities,
    entityOf: resolver.entityOf,
    paragraphOf: resolver.paragraphOf,
  };
}

class MentionResolver {
  readonly entities: ResolvedEntity[];
  readonly entityOf: Int32Array;
  readonly paragraphOf: Int32Array;
  readonly #document: ReadBefore;
  readonly #rolesByDescription = new Map<number, RoleDraft>();
  /** Mentions read so far by entity, in text order. */
  readonly #read: number[][];
  /** Nouns that descriptions of an entity have as head: "group" of "the armed group X". */
  readonly #nouns: Set<string>[];
  /** Roles by every word of their titles. */
  readonly #rolesByWord = new Map<string, RoleDraft[]>();
  /** Entities known by a description with this head noun, or by a name of several words with this last word. */
  readonly #entitiesByNoun = new Map<string, number[]>();
  readonly #courts: number[] = [];
  readonly #signs: SpeechSigns;
  /** Per number of an attribution, as in the signs, the mention that speaks. */
  readonly #speakerMention = new Map<number, number>();
  /** Per token the name that holds it, or -1. */
  readonly #nameAt: Int32Array;
  /** Per token the mention whose words they are, or -1. */
  readonly #speakerOf: Int32Array;

  constructor(document: ReadBefore, spoken: readonly SpokenSpan[], signs: SpeechSigns) {
    this.#document = document;
    this.entityOf = Int32Array.from(document.namedEntityOf);
    this.entities = document.namedEntities.map((entity) => toResolved(document, entity));
    this.#read = this.entities.map(() => []);
    this.#nouns = this.entities.map(() => new Set());
    this.paragraphOf = findParagraphs(document);
    for (const role of document.roleDrafts) {
      if (role.description >= 0) this.#rolesByDescription.set(role.description, role);
      for (const word of new Set(toTitleWords(role.title))) addTo(this.#rolesByWord, word, role);
    }
    this.#nameAt = new Int32Array(document.tokens.length).fill(-1);
    for (const [index, name] of document.knownNames.entries()) this.#nameAt.fill(index, name.startToken, name.endToken);
    this.#signs = signs;
    for (const [mention, order] of signs.speakers) this.#speakerMention.set(order, mention);
    this.#speakerOf = new Int32Array(document.tokens.length).fill(-1);
    for (const { startToken, endToken, speaker } of spoken) this.#speakerOf.fill(speaker, startToken, endToken);
    for (const { index, kind, mentions } of this.entities) {
      if (kind === "court") this.#courts.push(index);
      for (const word of new Set(mentions.map((mention) => this.#lastWordOfLongName(document.mentions[mention])))) {
        if (word !== "") addTo(this.#entitiesByNoun, word, index);
      }
    }
    this.#collectTitleNouns();
  }

  read(mention: Mention): void {
    if (this.entityOf[mention.index] < 0) {
      this.#readSpeakerOf(mention);
      const entity =
        mention.by === "pronoun"
          ? this.#resolvePronoun(mention)
          : mention.by === "description"
            ? this.#resolveDescription(mention)
            : -1;
      if (entity >= 0) this.#join(entity, mention);
      else if (mention.by === "description") this.#create(mention);
    }
    const entity = this.entityOf[mention.index];
    if (entity >= 0) this.#read[entity].push(mention.index);
  }

  /** "“It was his boat,” she said": who speaks is read before those of whom she speaks. */
  #readSpeakerOf({ by, person, quotation, headToken, index }: Mention): void {
    if (by !== "pronoun" || person !== 3 || quotation < 0) return;
    const speaker = this.#document.mentions[this.#speakerMention.get(this.#signs.contentOf[headToken]) ?? -1];
    if (speaker === undefined || speaker.index <= index || speaker.by !== "pronoun" || speaker.gender === undefined)
      return;
    if (speaker.quotation < 0 && this.entityOf[speaker.index] < 0) this.read(speaker);
  }

  /** "I" in somebody's words is the speaker, "we" where a body speaks. Last, when it is known who all speakers are. */
  readFirstPersons(): void {
    for (const mention of this.#document.mentions) {
      if (mention.person !== 1 || mention.quotation < 0 || this.entityOf[mention.index] >= 0) continue;
      const speaker = this.#speakerAt(mention.headToken);
      if (speaker < 0) continue;
      const isBody = this.entities[speaker].kind !== "person" || this.entities[speaker].plural;
      if (mention.plural === isBody) this.#join(speaker, mention);
    }
  }

  /** What stands before a name describes it: "the charity X". */
  #collectTitleNouns(): void {
    const { mentions, lemmas, tags } = this.#document;
    for (const { index, titleStart, titleEnd, kind } of mentions) {
      const entity = this.entityOf[index];
      const head = titleEnd - 1;
      if (entity < 0 || kind === "person" || head < titleStart || tags[head] !== "NOUN") continue;
      const noun = lemmas[head].toLowerCase();
      if (toKindOfNoun(noun, false) === this.entities[entity].kind) this.#nouns[entity].add(noun);
    }
  }

  #resolveDescription(mention: Mention): number {
    const role = this.#rolesByDescription.get(mention.index);
    if (role !== undefined) return this.entityOf[role.holder];
    const apposed = this.#findApposed(mention);
    if (apposed >= 0) return apposed;
    const own = this.#findOwnBody(mention);
    if (own >= 0) return own;
    if (mention.determiner === "indefinite" || mention.determiner === "quantity" || mention.determiner === "none")
      return -1;
    const { lemmas } = this.#document;
    const head = lemmas[mention.headToken].toLowerCase();
    if (mention.kind === "person") return this.#resolvePersonNoun(mention, head);
    if (mention.kind === "state" && !mention.plural && mention.possessor < 0) return this.#resolveCountryNoun(mention);
    if (mention.plural) return this.#findSameNoun(mention, head);
    const same = this.#findSameNoun(mention, head);
    if (same >= 0) return same;
    if (mention.determiner === "possessive" || mention.modifiers.length > 0 || this.#hasCapital(mention)) return -1;
    return this.#resolveBodyNoun(mention, head);
  }

  /** "Oxmar, the armed group," and "the armed group, Oxmar": an organisation and its description. */
  #findApposed(mention: Mention): number {
    const { heads, relations, mentionAt, mentions, lemmas, tokens } = this.#document;
    let named = this.#findOwnName(mention);
    if (named < 0) named = this.#findNameRightBefore(mention);
    if (named < 0) named = this.#findNameAfter(mention);
    if (named >= 0) {
      this.#nouns[named].add(lemmas[mention.headToken].toLowerCase());
      return named;
    }
    if (relations[mention.attachment] !== "appos") return -1;
    const governor = mentions[mentionAt[heads[mention.attachment]] ?? -1];
    if (governor === undefined || governor.by !== "name" || governor.kind === "person" || mention.kind === "person")
      return -1;
    // "The Norland-run health ministry" is not Norland, whatever the tree says.
    if (isHyphenated(tokens, governor.endToken - 1)) return -1;
    if (mention.plural && governor.kind !== "other") return -1;
    if (mention.kind !== governor.kind && (governor.kind !== "other" || mention.kind === "other")) return -1;
    const entity = this.entityOf[governor.index];
    if (entity >= 0) this.#nouns[entity].add(lemmas[mention.headToken].toLowerCase());
    return entity;
  }

  /** "Her group", "his government", "my government" in somebody's words: the body or state in which the owner has an office; -1 where that is not told. */
  #findOwnBody({ possessor, headToken, plural }: Mention): number {
    const { mentions, lemmas, roleDrafts } = this.#document;
    const owner = mentions[possessor];
    if (plural || owner?.by !== "pronoun") return -1;
    const isSpeaker = owner.person === 1 && owner.quotation >= 0;
    if (owner.gender === undefined && !isSpeaker) return -1;
    const noun = lemmas[headToken].toLowerCase();
    const isState = noun === "government";
    if (!isState && !GENERAL_BODIES.has(noun)) return -1;
    const person = isSpeaker ? this.#speakerAt(owner.headToken) : this.entityOf[possessor];
    if (person < 0) return -1;
    for (const { holder, of } of roleDrafts) {
      const body = of < 0 || this.entityOf[holder] !== person ? undefined : this.entities[this.entityOf[of]];
      if (body === undefined || !body.isNamed) continue;
      if (isState ? body.kind === "state" : body.kind === "organisation" && mayBeCalled(noun, body.name))
        return body.index;
    }
    return -1;
  }

  /** "the Clean Count group", where the tree cut the noun from the name of the body that it is. */
  #findNameRightBefore({ headToken, startToken, plural }: Mention): number {
    const { mentions, lemmas } = this.#document;
    if (plural || !OWN_NOUNS.test(lemmas[headToken])) return -1;
    const name = mentions.find(
      ({ endToken, by, kind, determiner }) =>
        by === "name" && kind === "organisation" && determiner === "definite" && endToken === headToken,
    );
    return name !== undefined && headToken === startToken ? this.entityOf[name.index] : -1;
  }

  /** "The group that calls itself Red Lamp", "a band known as Red Lamp": the entity of the name, or -1. */
  #findOwnName({ index, endToken, kind, sentence }: Mention): number {
    const { mentions, tokens } = this.#document;
    if (kind === "person") return -1;
    let at = endToken;
    if (/^(?:that|which|who)$/.test(tokens[at]?.text ?? "")) at++;
    const isOwn =
      /^call(?:s|ing)$/.test(tokens[at]?.text ?? "") && /^(?:itself|themselves)$/.test(tokens[at + 1]?.text ?? "");
    const isKnown = tokens[at]?.text === "known" && tokens[at + 1]?.text === "as";
    if (!isOwn && !isKnown) return -1;
    for (let next = index + 1; next < index + 4 && mentions[next]?.sentence === sentence; next++) {
      const { phraseStart, startToken, by, kind: named } = mentions[next];
      const isThere = phraseStart === at + 2 || startToken === at + 2;
      if (isThere && by === "name" && named !== "person") return this.entityOf[next];
    }
    return -1;
  }

  /** "A lobby group for growers, Fair Fields," said of a body: the entity of the name between the commas. */
  #findNameAfter({ index, endToken, kind, sentence, plural }: Mention): number {
    const { mentions, tokens, heads, relations, tags } = this.#document;
    if (plural) return -1;
    for (let next = index + 1; next < index + 4 && mentions[next]?.sentence === sentence; next++) {
      const name = mentions[next];
      const comma = name.phraseStart - 1;
      if (
        name.by !== "name" ||
        name.kind === "person" ||
        tokens[comma]?.text !== "," ||
        // "Its operator, the foreign firm Anders Metals, said": a noun before the name of a body says what it is.
        (name.titleEnd > name.titleStart && name.kind !== "organisation")
      )
        continue;
      const isApposed =
        relations[name.attachment] === "appos" &&
        heads[name.attachment] >= endToken - 1 &&
        heads[name.attachment] < comma;
      const isBetween = comma === endToken || tags[endToken] === "ADP";
      const isClosed = /^[,.:;]$/.test(tokens[name.endToken]?.text ?? "");
      if (!isBetween || (!isApposed && !isClosed)) return -1;
      // "The mine's owner, Anders Metals, said": a body may be described as a person is.
      const isOwner = kind === "person" && comma === endToken && isClosed && name.kind === "organisation";
      return kind === "organisation" || kind === name.kind || isOwner ? this.entityOf[name.index] : -1;
    }
    return -1;
  }

  /** "the minister": who was given this title, nearest first. */
  #resolvePersonNoun(mention: Mention, head: string): number {
    const { mentions } = this.#document;
    const words = this.#ownWords(mention);
    const of = this.#ownerOf(mention);
    const seen = new Map<number, number>();
    for (const role of this.#rolesByWord.get(head) ?? []) {
      const holder = mentions[role.holder];
      if (holder.index > mention.index && holder.sentence > mention.sentence) continue;
      const entity = this.entityOf[role.holder];
      if (entity < 0 || !words.every((word) => toTitleWords(role.title).includes(word))) continue;
      const roleOf = role.of < 0 ? -1 : this.entityOf[role.of];
      if (of >= 0 && roleOf >= 0 && of !== roleOf && !this.#areOfOneState(of, roleOf)) continue;
      const last = this.#lastRead(entity);
      if (last >= 0) seen.set(entity, Math.max(seen.get(entity) ?? -1, last));
    }
    for (const entity of this.#entitiesByNoun.get(head) ?? []) {
      const list = this.#read[entity];
      if (list.length === 0 || this.entities[entity].isNamed || this.entities[entity].plural) continue;
      const first = mentions[this.entities[entity].mentions[0]];
      if (first.kind === "person") {
        const owner = this.#ownerOf(first);
        if (!(of >= 0 && owner >= 0 && owner !== of)) seen.set(entity, list[list.length - 1]);
      }
    }
    const chosen = this.#chooseNearest(seen, mention, mention.determiner === "possessive" || of >= 0);
    if (chosen >= 0 || of >= 0 || mention.determiner !== "definite") return chosen;
    // "“No,” he said. The mediator added …": who speaks by a noun that nobody was given is who was told of just before.
    return this.#signs.speakers.has(mention.index) && this.#hasSpoken(mention) ? this.#findTopic(mention) : -1;
  }

  /** Whether words in quotation marks open the sentence of a speaker, which goes on with what was told. */
  #hasSpoken({ sentence, startToken }: Mention): boolean {
    const { sentences, quotations, tokens } = this.#document;
    const { start } = sentences[sentence];
    return quotations.some((quotation) => quotation.start === start && quotation.end <= tokens[startToken].start);
  }

  #areOfOneState(a: number, b: number): boolean {
    const one = this.entities[a].country;
    return one !== undefined && one === this.entities[b].country;
  }

  /** The entity mentioned last; of several rivals only one that was mentioned clearly nearer. */
  #chooseNearest(seen: Map<number, number>, mention: Mention, isTied: boolean): number {
    const ranked = [...seen].sort((a, b) => b[1] - a[1]);
    if (ranked.length === 0) return -1;
    const { mentions } = this.#document;
    if (ranked.length > 1 && !isTied) {
      const near = mention.sentence - mentions[ranked[0][1]].sentence;
      const next = mention.sentence - mentions[ranked[1][1]].sentence;
      if (near === next || near > REACH_OF_NOUN) return -1;
    }
    return ranked[0][0];
  }

  #resolveCountryNoun(mention: Mention): number {
    const { mentions } = this.#document;
    for (let index = mention.index - 1; index >= 0; index--) {
      const other = mentions[index];
      if (mention.sentence - other.sentence > 2) break;
      const entity = this.entityOf[index];
      if (entity < 0 || this.entities[entity].kind !== "state") continue;
      const role = getGrammaticalRole(this.#document, other);
      if (role === 0 || other.sentence < mention.sentence) return entity;
    }
    return -1;
  }

  /** The same noun with words that do not contradict: "a rescue team … the team"; the last word of a name: "the Commission". */
  #findSameNoun(mention: Mention, head: string): number {
    const { mentions } = this.#document;
    const words = this.#ownWords(mention);
    const of = this.#ownerOf(mention);
    let best = -1;
    let bestLast = -1;
    for (const entity of this.#entitiesByNoun.get(head) ?? []) {
      const list = this.#read[entity];
      const last = list.length === 0 ? -1 : list[list.length - 1];
      if (last < 0 || last <= bestLast) continue;
      const { plural, isNamed, mentions: all, kind } = this.entities[entity];
      if (plural !== mention.plural || kind === "person") continue;
      const first = mentions[all[0]];
      if (isNamed) {
        if (of >= 0 || words.length > 0) continue;
        // "the group", with another group spoken of since.
        if (GENERAL_BODIES.has(head) && mention.sentence - mentions[last].sentence > 2 * REACH_OF_NOUN) continue;
      } else {
        const owner = this.#ownerOf(first);
        if (of >= 0 && owner >= 0 && owner !== of) continue;
        if (of >= 0 && owner < 0) continue;
        const firstWords = this.#ownWords(first);
        if (!words.every((word) => firstWords.includes(word))) continue;
        // "the death toll" names the same thing anywhere; bodies and people drift.
        if (mention.sentence - mentions[last].sentence > 12) continue;
      }
      best = entity;
      bestLast = last;
    }
    return best;
  }

  /** "the group", "the court": the organisation named last that is one. */
  #resolveBodyNoun(mention: Mention, head: string): number {
    const { mentions } = this.#document;
    let fallback = -1;
    const bloc = this.#resolveBloc(mention, head);
    if (bloc >= 0) return bloc;
    for (let index = mention.index - 1; index >= 0; index--) {
      const other = mentions[index];
      if (mention.sentence - other.sentence > REACH_OF_NOUN) break;
      const entity = this.entityOf[index];
      if (entity < 0) continue;
      if (this.#nouns[entity].has(head)) return entity;
      const { kind, isNamed } = this.entities[entity];
      if (!isNamed) continue;
      if (mention.kind === "court" && kind === "court") return entity;
      if (mention.kind === "treaty" && kind === "treaty") return entity;
      if (
        fallback < 0 &&
        kind === "organisation" &&
        GENERAL_BODIES.has(head) &&
        other.by !== "pronoun" &&
        mayBeCalled(head, this.entities[entity].name)
      )
        fallback = entity;
    }
    if (mention.kind === "court") {
      const [only] = this.#courts;
      if (this.#courts.length === 1 && this.#lastRead(only) >= 0) return only;
    }
    return fallback;
  }

  /** "the bloc": the union of states named last, however far back. */
  #resolveBloc(mention: Mention, head: string): number {
    if (head !== "bloc") return -1;
    for (let index = mention.index - 1; index >= 0; index--) {
      const entity = this.entityOf[index];
      if (entity >= 0 && isBlocByName(head, this.entities[entity])) return entity;
    }
    return -1;
  }

  #resolvePronoun(mention: Mention): number {
    const form = PRONOUNS.get(this.#document.tokens[mention.headToken].text.toLowerCase());
    if (form?.relative) return this.#resolveRelative(mention);
    if (mention.person !== 3) return -1;
    if (form?.reflexive && mention.gender !== undefined) return this.#resolveReflexive(mention);
    const speaks = this.#signs.speakers.has(mention.index);
    const topic = speaks && mention.gender !== undefined ? this.#findTopic(mention) : -1;
    if (topic >= 0) return topic;
    const last = speaks && mention.gender !== undefined ? this.#findLastSpeaker(mention) : -1;
    if (last >= 0) return last;
    const told = speaks && mention.gender !== undefined ? this.#findSubjectBefore(mention) : -1;
    if (told >= 0) return told;
    const state = this.#findStateOfOffice(mention);
    if (state >= 0) return state;
    const isBody = this.#standsForBody(mention, speaks);
    const subject = isBody ? this.#findTopicBody(mention) : -1;
    if (subject >= 0) return subject;
    const all = this.#listCandidates(mention);
    const bodies = isBody && !mention.plural ? all.filter(({ entity }) => BODIES.has(entity.kind ?? "other")) : [];
    // "In a note, its ministry said": no thing has one, but what has a name may be a body.
    const named = isBody
      ? all.filter(({ entity, mention: other }) => other.by === "name" || entity.kind !== "other")
      : all;
    const candidates = bodies.length > 0 ? bodies : named;
    const isNewParagraph = ({ mention: other }: Candidate): boolean =>
      this.paragraphOf[other.sentence] !== this.paragraphOf[mention.sentence];
    // Whoever speaks must be somebody: of weak signs the best will do.
    const minMargin = bodies.length > 0 ? Number.NEGATIVE_INFINITY : speaks ? 0 : MIN_MARGIN;
    const chosen = chooseAntecedent(this.#document, mention, candidates, isNewParagraph, this.#signs, minMargin);
    return chosen < 0 ? -1 : this.entityOf[candidates[chosen].mention.index];
  }

  /** "It said …", "its director": what speaks or has people in office is a body, a state or a court. */
  #standsForBody({ index, gender, plural, headToken }: Mention, speaks: boolean): boolean {
    const word = this.#document.tokens[headToken].text.toLowerCase();
    if (gender !== undefined || !/^(?:its?|their)$/.test(word)) return false;
    if (speaks && !plural) return true;
    const { mentions } = this.#document;
    for (let next = index + 1; next < index + 4; next++)
      if (mentions[next]?.possessor === index) {
        const { kind, headToken: noun } = mentions[next];
        // "its director", "its foreign ministry".
        return kind === "person" || GOVERNMENT_NOUNS.has(this.#document.lemmas[noun].toLowerCase());
      }
    return false;
  }

  /**
   * "Jon Berg met the minister, Tom Dahl. The talks went well, he said": who speaks by a pronoun is the one person that the
   * sentence before says something of, in the same paragraph. -1 where that is nobody or where others come into question.
   */
  #findTopic(pronoun: Mention): number {
    const { mentions, tokens } = this.#document;
    const own = this.#signs.speakers.get(pronoun.index);
    for (let index = pronoun.index - 1; index >= 0 && mentions[index].sentence === pronoun.sentence; index--) {
      const { headToken, quotation, by } = mentions[index];
      const entity = this.entityOf[index];
      if (by === "pronoun" || quotation >= 0 || !this.#mayBeTopic(entity, pronoun)) continue;
      // "The minister was blunter: the plan, he said, was dead".
      const between = tokens.slice(headToken, pronoun.headToken);
      if (this.#isMainSubject(mentions[index]) && between.some(({ text }) => text === ":" || text === ";"))
        return entity;
      if (own === undefined || this.#signs.contentOf[headToken] !== own) return -1;
    }
    const isWhole = this.paragraphOf.at(-1) === 0;
    for (let sentence = pronoun.sentence - 1; sentence >= Math.max(0, pronoun.sentence - LOOK_BACK); sentence--) {
      if (this.paragraphOf[sentence] !== this.paragraphOf[pronoun.sentence]) return -1;
      if (isWhole && sentence < pronoun.sentence - 1) return -1;
      const told = this.#listTold(sentence, pronoun);
      if (told.size > 0) return told.size === 1 ? [...told][0] : -1;
    }
    return -1;
  }

  /**
   * "“…,” Ann Dahl said. “…” ¶ She said …": whoever spoke last in the paragraph before, if nobody was named since but by
   * that speaker.
   */
  #findLastSpeaker(pronoun: Mention): number {
    const { mentions } = this.#document;
    const paragraph = this.paragraphOf[pronoun.sentence];
    if (this.paragraphOf.at(-1) === 0) return -1;
    const since: Mention[] = [];
    for (let index = pronoun.index - 1; index >= 0; index--) {
      const mention = mentions[index];
      const { quotation, by, sentence, kind } = mention;
      if (this.paragraphOf[sentence] < paragraph - 1) return -1;
      if (quotation >= 0) continue;
      if (this.paragraphOf[sentence] === paragraph - 1 && this.#signs.speakers.has(index)) {
        const entity = this.entityOf[index];
        if (since.some((other) => !this.#isToldBy(other, mention))) return -1;
        return this.#mayBeTopic(entity, pronoun) ? entity : -1;
      }
      const isPerson = by === "pronoun" ? this.#mayBeTopic(this.entityOf[index], pronoun) : kind === "person";
      if (isPerson) since.push(mention);
    }
    return -1;
  }

  /** "Ann Dahl, the party's leader, said that Jon Berg had lied": the speaker again, or somebody whom the words tell of. */
  #isToldBy(mention: Mention, speaker: Mention): boolean {
    if (mention.sentence !== speaker.sentence) return false;
    const entity = this.entityOf[mention.index];
    if (entity >= 0 && entity === this.entityOf[speaker.index]) return true;
    const told = this.#signs.contentOf[mention.headToken];
    return told > 0 && this.#speakerMention.get(told) === speaker.index;
  }

  /** "Asked about it, Jon Berg took his time. ¶ “No,” he said": the one subject of the last sentence of the paragraph before. */
  #findSubjectBefore(pronoun: Mention): number {
    const { mentions, sentences } = this.#document;
    const sentence = pronoun.sentence - 1;
    if (sentence < 0 || this.paragraphOf.at(-1) === 0) return -1;
    if (this.paragraphOf[sentence] !== this.paragraphOf[pronoun.sentence] - 1) return -1;
    for (let index = pronoun.index - 1; index >= 0 && mentions[index].sentence === pronoun.sentence; index--)
      if (mentions[index].quotation < 0 && this.entities[this.entityOf[index]]?.kind === "person") return -1;
    const first = findFirst(mentions, sentences[sentence].startToken, ({ headToken }) => headToken);
    const subjects = new Set<number>();
    for (let index = first; mentions[index]?.sentence === sentence; index++)
      if (this.#isSubjectOf(mentions[index], /^(?:root|parataxis|conj)$/)) subjects.add(this.entityOf[index]);
    const [only] = subjects;
    if (subjects.size !== 1 || !this.#mayBeTopic(only, pronoun)) return -1;
    // "Anna" alone may be a surname, but hardly of a "he".
    const gender = getGivenNameGender(this.entities[only].name);
    return gender === undefined || gender === pronoun.gender ? only : -1;
  }

  /** "That angered Norland. Its foreign minister …": the state named last, in the same sentence or the one before. */
  #findStateOfOffice({ index, sentence, gender, plural, headToken }: Mention): number {
    const { mentions, lemmas, tokens } = this.#document;
    if (gender !== undefined || plural || tokens[headToken].text.toLowerCase() !== "its") return -1;
    const owned = mentions.slice(index + 1, index + 4).find(({ possessor }) => possessor === index);
    if (owned === undefined || !/^(?:minister|ministry|embassy|ambassador|parliament)$/.test(lemmas[owned.headToken]))
      return -1;
    for (let before = index - 1; before >= 0 && sentence - mentions[before].sentence < 2; before--) {
      const entity = this.entities[this.entityOf[before]];
      if (entity?.kind === "state" && entity.isNamed && mentions[before].quotation < 0) return entity.index;
    }
    return -1;
  }

  /** "Ann Dahl herself has said so": whoever stands right before, else the subject of the sentence so far. */
  #resolveReflexive(pronoun: Mention): number {
    const { mentions, relations } = this.#document;
    for (let index = pronoun.index - 1; index >= 0 && mentions[index].sentence === pronoun.sentence; index--) {
      const { endToken, attachment } = mentions[index];
      const entity = this.entityOf[index];
      if (!this.#mayBeTopic(entity, pronoun)) continue;
      if (endToken === pronoun.startToken || relations[attachment].startsWith("nsubj")) return entity;
    }
    return -1;
  }

  /** The people whom a sentence tells of: its subject or who opens it by name, else its one speaker, else all that it names. */
  #listTold(sentence: number, pronoun: Mention): Set<number> {
    const { mentions, sentences } = this.#document;
    const first = findFirst(mentions, sentences[sentence].startToken, ({ headToken }) => headToken);
    const subjects = new Set<number>();
    const speakers = new Set<number>();
    const named = new Set<number>();
    for (let index = first; mentions[index]?.sentence === sentence; index++) {
      const mention = mentions[index];
      const entity = this.entityOf[index];
      if (mention.quotation >= 0 || !this.#mayBeTopic(entity, pronoun)) continue;
      if (this.#isMainSubject(mention)) subjects.add(entity);
      if (this.#signs.speakers.has(index)) speakers.add(entity);
      const isOwner = isPossessiveMark(this.#document.tokens[mention.endToken]?.text ?? "");
      if (mention.by !== "name" || isOwner) continue;
      if (mention.phraseStart === sentences[sentence].startToken) subjects.add(entity);
      named.add(entity);
    }
    if (subjects.size !== 1 && speakers.size === 1) return speakers;
    return subjects.size > 0 ? subjects : named;
  }

  /** "Norland took another view. Its minister …": the body that the sentence before says something of; -1 for several or none. */
  #findTopicBody(pronoun: Mention): number {
    const { mentions, sentences } = this.#document;
    const isBody = (index: number): boolean => {
      const entity = this.entities[this.entityOf[index]];
      if (entity === undefined) return false;
      return pronoun.plural ? entity.plural && entity.kind !== "other" : BODIES.has(entity.kind) && !entity.plural;
    };
    for (let index = pronoun.index - 1; index >= 0 && mentions[index].sentence === pronoun.sentence; index--)
      if (mentions[index].quotation < 0 && isBody(index)) return -1;
    const sentence = pronoun.sentence - 1;
    if (sentence < 0) return -1;
    const { startToken } = sentences[sentence];
    const told = new Set<number>();
    const first = findFirst(mentions, startToken, ({ headToken }) => headToken);
    for (let index = first; mentions[index]?.sentence === sentence; index++) {
      const isTold =
        this.#isMainSubject(mentions[index]) ||
        (mentions[index].by === "name" && mentions[index].phraseStart === startToken);
      if (mentions[index].quotation < 0 && isTold && isBody(index)) told.add(this.entityOf[index]);
    }
    return told.size === 1 ? [...told][0] : -1;
  }

  #mayBeTopic(entity: number, { gender }: Mention): boolean {
    const candidate = this.entities[entity];
    if (candidate === undefined || candidate.kind !== "person" || candidate.plural) return false;
    return candidate.gender === undefined || candidate.gender === gender;
  }

  /** Subject of what the sentence itself says, outside of quotations. */
  #isMainSubject(mention: Mention): boolean {
    return this.#isSubjectOf(mention, /^(?:root|parataxis)$/);
  }

  /** @param verb The relation of the verb: "conj" for what is said besides, "but Berg is bitter". */
  #isSubjectOf({ attachment, quotation }: Mention, verb: RegExp): boolean {
    const { heads, relations } = this.#document;
    if (quotation >= 0 || !relations[attachment].startsWith("nsubj")) return false;
    const head = heads[attachment];
    return head >= 0 && verb.test(relations[head]);
  }

  /** "who" and "which": what their clause hangs on. */
  #resolveRelative(mention: Mention): number {
    const { heads, relations, mentionAt, mentions, tokens } = this.#document;
    // "…, who": whoever is named just before, whatever the tree says.
    const end = tokens[mention.headToken - 1]?.text === "," ? mention.headToken - 1 : mention.headToken;
    const near = mentions[mentionAt[end - 1] ?? -1];
    const isWho = tokens[mention.headToken].text.toLowerCase().startsWith("who");
    const isRight = isWho
      ? near?.kind === "person" || near?.kind === "group" || near?.kind === "organisation"
      : near?.by === "name" && near.kind !== "person" && end < mention.headToken;
    if (near !== undefined && isRight && near.endToken === end) return this.entityOf[near.index];
    for (let at = mention.headToken, steps = 0; at >= 0 && steps < 6; at = heads[at], steps++) {
      if (!relations[at].startsWith("acl:relcl") || heads[at] < 0) continue;
      const governor = mentions[mentionAt[heads[at]]] ?? this.#mentionAround(heads[at]);
      return governor === undefined || governor.index === mention.index ? -1 : this.entityOf[governor.index];
    }
    return -1;
  }

  #mentionAround(token: number): Mention | undefined {
    const { mentionAt, mentions } = this.#document;
    for (let at = token; at < Math.min(token + 8, mentionAt.length); at++) {
      const mention = mentions[mentionAt[at]];
      if (mention !== undefined && mention.by !== "pronoun" && mention.startToken <= token) return mention;
    }
    return undefined;
  }

  #listCandidates(pronoun: Mention): Candidate[] {
    const { mentions } = this.#document;
    const candidates: Candidate[] = [];
    const seen = new Set<number>();
    const speaker = this.#speakerAt(pronoun.headToken);
    const owned = this.#findHolderOfOwned(pronoun);
    const add = (mention: Mention): void => {
      const index = this.entityOf[mention.index];
      if (index < 0 || seen.has(index) || index === speaker || index === owned || isHidden(pronoun, mention)) return;
      seen.add(index);
      const { kind, gender, plural } = this.entities[index];
      const isAnything = kind === "other" && mention.by === "name";
      const entity = { kind: isAnything ? undefined : kind, gender, plural, count: this.#read[index].length };
      candidates.push({ mention, entity, nearer: candidates.length });
    };
    for (let index = pronoun.index - 1; index >= 0; index--) {
      if (pronoun.sentence - mentions[index].sentence > LOOK_BACK) break;
      add(mentions[index]);
    }
    for (let index = pronoun.index + 1; mentions[index]?.sentence === pronoun.sentence; index++) {
      if (mentions[index].by === "name") add(mentions[index]);
    }
    return candidates;
  }

  /** "His lawyer, Jon Berg, said": Berg, whose lawyer he is not; -1 where the pronoun owns nobody. */
  #findHolderOfOwned({ index }: Mention): number {
    const { mentions } = this.#document;
    for (let next = index + 1; next < index + 4; next++) {
      if (mentions[next]?.possessor !== index) continue;
      const role = this.#rolesByDescription.get(next);
      return role === undefined ? -1 : this.entityOf[role.holder];
    }
    return -1;
  }

  /** The entity whose words hold the token, or -1: in his own words he is "I". */
  #speakerAt(token: number): number {
    const speaker = this.#speakerOf[token];
    return speaker < 0 ? -1 : this.entityOf[speaker];
  }

  /** Adjectives and nouns before the head, apart from names. */
  #ownWords(mention: Mention): string[] {
    const { tags, lemmas } = this.#document;
    const words: string[] = [];
    const possessor = this.#document.mentions[mention.possessor];
    for (let token = Math.max(mention.startToken, possessor?.endToken ?? 0); token < mention.headToken; token++) {
      if (tags[token] !== "NOUN" && tags[token] !== "ADJ" && tags[token] !== "PROPN") continue;
      if (this.#nameAt[token] >= 0) continue;
      words.push(lemmas[token].toLowerCase());
    }
    return words;
  }

  /** "the liberal Dawn bloc": a name that the layer of names does not know says which one it is. */
  #hasCapital({ startToken, headToken }: Mention): boolean {
    const { tokens, tags } = this.#document;
    for (let token = startToken; token < headToken; token++)
      if (tags[token] === "PROPN" && /^\p{Lu}/u.test(tokens[token].text)) return true;
    return false;
  }

  /** The entity that possesses a description or stands before its head as a name; -1 where there is none. */
  #ownerOf(mention: Mention): number {
    if (mention.possessor >= 0) return this.entityOf[mention.possessor];
    const owner = this.entityOf[mention.modifiers[0] ?? -1] ?? -1;
    // "the Republican governor": a party's word for somebody says nothing of whose governor he is.
    return owner >= 0 && this.entities[owner].kind === "other" ? -1 : owner;
  }

  #lastRead(entity: number): number {
    return this.#read[entity].at(-1) ?? -1;
  }

  #create(mention: Mention): void {
    const owner = mention.modifiers
      .map((index) => this.entities[this.entityOf[index]])
      .find((entity) => entity?.country !== undefined);
    this.entities.push({
      index: this.entities.length,
      kind: mention.kind ?? "other",
      name: "",
      country:
        mention.kind === "organisation" || mention.kind === "court"
          ? (owner ?? this.#possessorState(mention))?.country
          : undefined,
      plural: mention.plural,
      gender: mention.gender,
      mentions: [mention.index],
      isNamed: false,
    });
    this.#read.push([]);
    this.#nouns.push(new Set());
    this.entityOf[mention.index] = this.entities.length - 1;
    addTo(this.#entitiesByNoun, this.#document.lemmas[mention.headToken].toLowerCase(), this.entities.length - 1);
  }

  /** "court" of "Supreme Court"; nothing of a single word. */
  #lastWordOfLongName({ startToken, endToken, headToken, kind }: Mention): string {
    return endToken - startToken > 1 && kind !== "person" ? this.#document.tokens[headToken].text.toLowerCase() : "";
  }

  #possessorState(mention: Mention): ResolvedEntity | undefined {
    const entity = mention.possessor < 0 ? -1 : this.entityOf[mention.possessor];
    return entity >= 0 && this.entities[entity].kind === "state" ? this.entities[entity] : undefined;
  }

  #join(index: number, mention: Mention): void {
    const entity = this.entities[index];
    this.entityOf[mention.index] = index;
    insertSorted(entity.mentions, mention.index);
    if (entity.kind === "person") entity.gender ??= mention.gender;
  }
}

/** Words in the names of bodies that are no firms. */
const CIVIC =
  /\b(?:union|guild|league|federation|association|party|alliance|ministry|department|authority|commission|committee|council|parliament|senate|congress|assembly|university|court|police|army|nations|bank of|agency|watch|institute)\b/i;

/** Whether a body is by its name no firm: a ministry, a party, a court. */
export function isCivic(name: string): boolean {
  return CIVIC.test(name);
}

/** Words in the names of those who stand for workers. */
const WORKERS = /\b(?:union|guild|federation|association|workers|brotherhood)\b/i;

/** Whether a body may be called so: no guild is "the company", no ministry "the union". */
function mayBeCalled(noun: string, name: string): boolean {
  if (noun === "company" || noun === "firm") return !CIVIC.test(name);
  return noun === "union" && CIVIC.test(name) ? WORKERS.test(name) : true;
}

/** "the bloc" after "the Northern Union": a body of states by its own name, before any other body. */
function isBlocByName(head: string, { kind, name, isNamed }: ResolvedEntity): boolean {
  return (
    head === "bloc" &&
    isNamed &&
    kind === "organisation" &&
    /\b(?:Union|Community|Alliance|League|Commonwealth)\b|^EU$/.test(name)
  );
}

function toResolved(document: ReadBefore, { index, kind, name, country, mentions }: NamedEntity): ResolvedEntity {
  const all = mentions.map((mention) => document.mentions[mention]);
  // A form of address or a title tells more than the given name: later ones may correct the first.
  const told = all.find(({ gender, titleEnd, titleStart }) => gender !== undefined && titleEnd > titleStart);
  const gender = kind === "person" ? (told ?? all.find((mention) => mention.gender !== undefined))?.gender : undefined;
  const isPeople = kind === "other" && getCountryByAdjective(name) !== undefined;
  const plural = isPeople || (kind !== "person" && kind !== "state" && all.every((mention) => mention.plural));
  return {
    index,
    kind: isPeople ? "group" : kind,
    name,
    country,
    plural,
    gender,
    mentions: [...mentions],
    isNamed: true,
  };
}

function findParagraphs({ sentences, text }: ReadBefore): Int32Array {
  const paragraphOf = new Int32Array(sentences.length);
  for (let s = 1; s < sentences.length; s++) {
    const gap = text.slice(sentences[s - 1].end, sentences[s].start);
    paragraphOf[s] = paragraphOf[s - 1] + (gap.includes("\n") ? 1 : 0);
  }
  return paragraphOf;
}

function toTitleWords(title: string): string[] {
  return title.toLowerCase().split(/[\s-]+/);
}

function addTo<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}
