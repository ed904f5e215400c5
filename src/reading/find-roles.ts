/**
 * Finds the titles that people are given: before the name, in apposition before or after it, in a clause about them.
 *
 * Works by structure, so that any noun can be a title: what stands directly before a person's name, or between commas
 * after it, describes that person. What the title is of ("the council's", "of the council", "council leader") is a mention
 * here and becomes an entity when mentions are resolved.
 */
import { bareWord, toKindOfNoun } from "./find-mentions.ts";
import type { SpokenDocument } from "./find-speakers.ts";
import type { Mention, MentionedDocument } from "./mention.ts";
import { endsAsAgent, isKnownNoun } from "./referents.ts";
import {
  GOVERNMENT_NOUNS,
  getKindOfHeadNoun,
  HONORIFICS,
  RANKS,
  TIME_NOUNS,
  TITLE_ABBREVIATIONS,
} from "./word-lists.ts";

export interface RoleDraft {
  /** The mention of the person. */
  readonly holder: number;
  /** As written but for capitals, names, determiners and possessors: `defence minister`. */
  readonly title: string;
  readonly startToken: number;
  readonly endToken: number;
  /** Mention that the title is of, or -1. */
  readonly of: number;
  /** Mention of the description that holds the title, or -1 where the title stands before the name. */
  readonly description: number;
}

export type RoleDocument = MentionedDocument & { readonly roleDrafts: readonly RoleDraft[] };

/** Longest stretch between a description and the name in apposition to it, in tokens. */
const LONGEST_GAP = 16;

/** Sentences within which somebody's counterpart has the office that was told of last. */
const REACH_OF_COUNTERPART = 3;

/** Requires `mentions`, and uses `attributionParts` if there are any; adds `roleDrafts`, in text order of the holders. */
export function findRoles<Given extends MentionedDocument>(document: Given): Given & RoleDocument {
  const finder = new RoleFinder(document);
  for (const mention of document.mentions) {
    if (mention.by === "name" && finder.mayBePerson(mention)) finder.readPerson(mention);
  }
  return { ...document, roleDrafts: finder.drafts };
}

/** Verbs of holding an office, and what one is who does. */
const OFFICE_VERBS = new Map([
  ["lead", "leader"],
  ["head", "head"],
  ["chair", "chair"],
  ["direct", "director"],
  ["manage", "manager"],
  ["command", "commander"],
  ["govern", "governor"],
  ["edit", "editor"],
  ["own", "owner"],
  ["run", "head"],
]);

/** Offices that have "general" after them. */
const GENERAL_OFFICES = new Set([
  ...[
    "attorney",
    "solicitor",
    "advocate",
    "prosecutor",
    "procurator",
    "registrar",
    "secretary",
    "director",
    "governor",
  ],
  ...["consul", "inspector", "auditor", "comptroller", "controller", "commissioner", "surgeon", "adjutant"],
  ...["quartermaster", "postmaster", "paymaster"],
]);

class RoleFinder {
  readonly drafts: RoleDraft[] = [];
  readonly #document: MentionedDocument & Partial<SpokenDocument>;
  /** Per token the description that begins there with determiner and possessor, or -1; the longest. */
  readonly #phraseAt: Int32Array;
  /** Per token the index of the known name that holds it, or -1. */
  readonly #nameAt: Int32Array;

  constructor(document: MentionedDocument & Partial<SpokenDocument>) {
    this.#document = document;
    this.#nameAt = new Int32Array(document.tokens.length).fill(-1);
    document.knownNames.forEach(({ startToken, endToken }, index) => {
      this.#nameAt.fill(index, startToken, endToken);
    });
    this.#phraseAt = new Int32Array(document.tokens.length + 1).fill(-1);
    for (const { index, phraseStart, endToken } of document.mentions) {
      const held = this.#phraseAt[phraseStart];
      if (held < 0 || document.mentions[held].endToken < endToken) this.#phraseAt[phraseStart] = index;
    }
  }

  /** A person by name, or a name of several words that may be one, which the layer of names took for something else. */
  mayBePerson({ kind, startToken, endToken, determiner, titleEnd, titleStart }: Mention): boolean {
    if (kind === "person") return true;
    const isPlain = determiner === "none" && titleEnd === titleStart && endToken - startToken > 1;
    if (!isPlain || (kind !== "place" && kind !== "other")) return false;
    // "in Lakeham, North Hestria": a place after a place.
    const { tokens, mentions, mentionAt } = this.#document;
    const before = mentions[isComma(tokens[startToken - 1]?.text) ? mentionAt[startToken - 2] : -1];
    return before?.by !== "name" || before.kind !== "place";
  }

  readPerson(person: Mention): void {
    if (person.kind !== "person") {
      this.#readAppositionBefore(person);
      return;
    }
    const before = this.drafts.length;
    this.#readTitleBefore(person);
    this.#readAppositionBefore(person);
    this.#readListAfter(person);
    this.#readAppositionAfter(person);
    this.#readPredicate(person);
    this.#readKnownAs(person);
    this.#readOneOf(person);
    this.#readSeat(person);
    if (this.drafts.length === before) this.#readOccupation(person);
    if (this.drafts.length === before) this.#readLiving(person);
    if (this.drafts.length === before) this.#readOfficeOfLead(person);
    if (this.drafts.length === before) this.#readOfficeBefore(person);
  }

  /**
   * "The prosecutor of the Lake Court asked for a warrant. Ann Dahl wants …": reports open with an office and then name, without
   * a title, who holds it.
   */
  #readOfficeOfLead(person: Mention): void {
    const { mentions, sentences, relations, header } = this.#document;
    const lead = sentences.findIndex(({ start }) => start >= header.bodyStart);
    const isNext = person.sentence > lead && person.sentence <= lead + 2;
    if (lead < 0 || !isNext || !this.#opensSentence(person) || person.endToken - person.startToken < 2) return;
    // Whom the office asks to arrest is named in that place, too, but does not speak.
    if (relations[person.attachment] !== "nsubj" || !this.#speaks(person)) return;
    if (
      mentions.some(
        ({ index, by, kind, sentence }) =>
          index < person.index && by === "name" && kind === "person" && sentence >= lead,
      )
    )
      return;
    const office = mentions.find(({ sentence }) => sentence === lead);
    if (!this.#describesPerson(office) || !this.#opensSentence(office) || office.determiner !== "definite") return;
    const { title, startToken, endToken, of } = this.#readDescription(office);
    if (title === "" || of < 0) return;
    this.#add(person, title, { startToken, endToken }, of, office.index);
  }

  #speaks({ index }: Mention): boolean {
    return this.#document.attributionParts?.some(({ speaker }) => speaker === index) ?? false;
  }

  #opensSentence({ phraseStart, sentence }: Mention): boolean {
    return phraseStart === this.#document.sentences[sentence].startToken;
  }

  /** "Norland's Defence Minister Jon Berg", "party leaders Ann Dahl and Jon Berg". */
  #readTitleBefore(person: Mention): void {
    const { tokens, tags, lemmas, features } = this.#document;
    let { titleStart, titleEnd } = person;
    const names = person.modifiers.map((index) => this.#document.mentions[index]);
    // "Jon Berg challenges President Ann Dahl", taken for one phrase: a title reaches back to the last person at most.
    titleStart = Math.max(titleStart, names.findLast(({ kind }) => kind === "person")?.endToken ?? titleStart);
    titleStart = this.#extendToOffice(titleStart, titleEnd);
    const lastName = names.filter(({ endToken }) => endToken <= titleEnd).at(-1);
    while (titleEnd > titleStart && this.#isAddress(titleEnd - 1)) titleEnd--;
    // "retired Gen. Jon Berg": what is left without the rank is no title.
    if (titleEnd > titleStart && titleEnd < person.titleEnd && isStateOfOffice(tokens[titleEnd - 1].text)) titleEnd++;
    if (this.#readOfficeOf(person, titleEnd)) return;
    if (lastName !== undefined && lastName.endToken === titleEnd) return;
    const head = titleEnd - 1;
    if (head < titleStart) {
      this.#readProfessor(person);
      return;
    }
    const isNoun = tags[head] === "NOUN" || tags[head] === "PROPN" || tags[head] === "ADJ";
    const lemma = lemmas[head].toLowerCase();
    const isPerson = toKindOfNoun(lemma, false) === "person";
    const isThing = !isPerson && isKnownNoun(lemma) && !endsAsAgent(lemma);
    if (!isNoun || (tags[head] === "NOUN" ? isThing : tags[head] === "ADJ" && !isPerson)) return;
    const title = this.#toTitle(titleStart, titleEnd, head);
    if (title === "") return;
    const chosen = this.#chooseOf(person.possessor, person.modifiers, person.endToken);
    const of = chosen < 0 ? this.#ownerBefore(person) : chosen;
    const span = { startToken: titleStart, endToken: titleEnd };
    this.#add(person, title, span, of, -1);
    if (!features[head].includes("Number=Plur") && tokens[head].text.toLowerCase() === lemma) return;
    for (const next of this.#findCoordinated(person)) this.#add(next, title, span, of, -1);
  }

  /** "Prof Jon Berg of the University of Quell": the one form of address that is an office, if it says where. */
  #readProfessor(person: Mention): void {
    const { tokens } = this.#document;
    const address = person.startToken - 1;
    if (!/^prof(?:essor)?$/.test(bareWord(tokens[address]?.text ?? ""))) return;
    const of = this.#chooseOf(-1, [], person.endToken);
    if (of >= 0) this.#add(person, "professor", { startToken: address, endToken: person.startToken }, of, -1);
  }

  /** "Attorney" before "General Jon Berg", where the phrase was thought to begin with a rank. */
  #extendToOffice(titleStart: number, titleEnd: number): number {
    const { tokens } = this.#document;
    if (titleStart >= titleEnd || !/^gen(?:eral)?$/.test(bareWord(tokens[titleStart].text))) return titleStart;
    if (!this.#isOfficeNoun(titleStart - 1)) return titleStart;
    return isStateOfOffice(tokens[titleStart - 2]?.text ?? "") ? titleStart - 2 : titleStart - 1;
  }

  /** "Secretary of State Jon Berg", "President of the Lake Commission Ann Dahl": between "of" and the name stands a field or a body. */
  #readOfficeOf(person: Mention, titleEnd: number): boolean {
    const { lemmas, mentions, mentionAt } = this.#document;
    const fieldStart = this.#findFieldBefore(titleEnd, person.sentence);
    if (fieldStart === titleEnd || toKindOfNoun(lemmas[titleEnd - 1].toLowerCase(), false) === "person") return false;
    const office = this.#officeBefore(fieldStart);
    if (office === undefined) return false;
    const { startToken } = this.#readDescription(office);
    const title = this.#toTitle(startToken, office.endToken, office.headToken);
    const span = { startToken, endToken: titleEnd };
    const body = mentions[mentionAt[titleEnd - 1] ?? -1];
    if (body?.by === "name" && body.kind !== "other" && body.kind !== "person" && this.#canHoldOffice(body)) {
      this.#add(person, title, span, body.index, -1);
      return true;
    }
    const field = toLowerWords(this.#spell(fieldStart, titleEnd));
    this.#add(person, `${title} of ${field}`, span, this.#chooseOf(office.possessor, office.modifiers, -1), -1);
    return true;
  }

  /** Where the capitalised words that end here begin: "Foreign Affairs". */
  #findFieldBefore(end: number, sentence: number): number {
    const { tokens, sentences } = this.#document;
    let start = end;
    while (start > sentences[sentence].startToken && end - start < 6) {
      const { text } = tokens[start - 1];
      const isLinked = /^(?:and|of)$/.test(text) && start < end && this.#officeBefore(start) === undefined;
      if (!isLinked && !/^\p{Lu}/u.test(text)) break;
      start--;
    }
    return start;
  }

  /** "Secretary" before "of State Jon Berg": the office whose field stands between "of" and the name. */
  #officeBefore(titleStart: number): Mention | undefined {
    const { tokens, mentions, mentionAt } = this.#document;
    const of = /^the$/i.test(tokens[titleStart - 1]?.text ?? "") ? titleStart - 2 : titleStart - 1;
    if (tokens[of]?.text.toLowerCase() !== "of") return undefined;
    const office = mentions[mentionAt[of - 1] ?? -1];
    return office?.endToken === of && this.#describesPerson(office) ? office : undefined;
  }

  /** The name right before a title, where the tree cut it off; else the owner of the list. */
  #ownerBefore(person: Mention): number {
    const { mentions, mentionAt } = this.#document;
    const before = mentions[mentionAt[person.phraseStart - 1] ?? -1];
    const isOwner = before?.by === "name" && before.endToken === person.phraseStart && this.#canHoldOffice(before);
    return isOwner && before.kind !== "person" ? before.index : this.#ownerInList(person);
  }

  /** "Oxmar's leader Ann Dahl and military chief Jon Berg": one owner for all that a list names. */
  #ownerInList(person: Mention): number {
    const { tokens, mentions } = this.#document;
    let before = person.phraseStart - 1;
    while (tokens[before]?.text === "," || tokens[before]?.text === "and") before--;
    if (before === person.phraseStart - 1) return -1;
    const role = this.drafts.findLast(
      ({ holder, description }) => description < 0 && mentions[holder].endToken === before + 1,
    );
    return role?.of ?? -1;
  }

  #isAddress(token: number): boolean {
    const { tokens } = this.#document;
    const word = bareWord(tokens[token].text);
    // "Secretary-General" is a title, "General" an address.
    if (token > 0 && tokens[token - 1].text === "-" && tokens[token - 1].end === tokens[token].start) return false;
    if (/^gen(?:eral)?$/.test(word) && this.#isOfficeNoun(token - 1)) return false;
    return HONORIFICS.has(word) || RANKS.has(word) || word === "";
  }

  /** "Attorney" before "General": a noun that "general" stands after. */
  #isOfficeNoun(token: number): boolean {
    return GENERAL_OFFICES.has(bareWord(this.#document.tokens[token]?.text ?? ""));
  }

  /** People named without title of their own after this one: ", B and C". */
  #findCoordinated(person: Mention): Mention[] {
    const { tokens, mentions } = this.#document;
    const found: Mention[] = [];
    let at = person.endToken;
    while (at < tokens.length - 1) {
      while (tokens[at]?.text === "," || tokens[at]?.text === "and" || tokens[at]?.text === "or") at++;
      const next = mentions[this.#phraseAt[at] ?? -1];
      if (next === undefined || next.by !== "name" || next.kind !== "person" || next.titleEnd > next.titleStart) break;
      if (at === (found.at(-1) ?? person).endToken) break;
      found.push(next);
      at = next.endToken;
    }
    // A list ends with "and": else what follows the comma is something of its own.
    const last = found.at(-1);
    return last !== undefined && /^(and|or)$/.test(tokens[last.startToken - 1].text) ? found : [];
  }

  /** "Jon Berg, the minister of finance," and "Jon Berg, 34, a herder from the village". */
  #readAppositionAfter(person: Mention): void {
    const { tokens, tags, mentions, relations } = this.#document;
    let at = person.endToken;
    if (!isComma(tokens[at]?.text)) return;
    at++;
    if (tags[at] === "NUM" && isComma(tokens[at + 1]?.text)) at += 2;
    let first = true;
    for (let parts = 0; parts < 3; parts++) {
      const description = mentions[this.#phraseAt[at] ?? -1];
      if (description === undefined || description.sentence !== person.sentence) return;
      if (!this.#describesPerson(description) && !this.#isApposed(description, person)) return;
      const { title, startToken, endToken, of, phraseEnd } = this.#readDescription(description);
      const isApposition = /^(appos|conj)/.test(relations[description.attachment]);
      const stop = tokens[phraseEnd]?.text;
      const isClosed =
        stop === undefined ||
        /^([,.;:()—–-]|and|who|whose|which|“|")$/.test(stop) ||
        phraseEnd >= this.#sentenceEnd(person);
      const isListed =
        first && relations[description.attachment] === "conj" && description.determiner === "none" && of < 0;
      if ((!isApposition && !isClosed) || isListed || title === "") return;
      // "Jon Berg, the minister and Ann Dahl met": a list, not an apposition.
      const next = stop === "and" ? mentions[this.#phraseAt[phraseEnd + 1] ?? -1] : undefined;
      if (stop === "and" && (next === undefined || next.kind !== "person" || !this.#describesPerson(next))) {
        // "Jon Berg, a senator and mine owner;": the second noun, whatever it is, ends the apposition.
        const isSecond =
          next?.by === "description" && next.determiner === "none" && description.determiner === "indefinite";
        if (!isSecond || !/^[,.;]$/.test(tokens[next!.endToken]?.text ?? "")) return;
        this.#add(person, title, { startToken, endToken }, of, description.index);
        return;
      }
      this.#add(person, title, { startToken, endToken }, of, description.index);
      if (stop !== "and") return;
      at = phraseEnd + 1;
      first = false;
    }
  }

  /** "The council's president, Jon Berg, said", "a spokesman for the council, Jon Berg,". */
  #readAppositionBefore(person: Mention): void {
    const { tokens, mentions, heads, relations, mentionAt } = this.#document;
    const comma = person.phraseStart - 1;
    if (comma < 1 || !isComma(tokens[comma]?.text)) return;
    const isAppositive = relations[person.attachment] === "appos" && heads[person.attachment] < comma;
    const governor = isAppositive ? mentions[mentionAt[heads[person.attachment]] ?? -1] : undefined;
    const after = tokens[person.endToken]?.text;
    const origin = after === "of" || after === "from" ? mentions[this.#phraseAt[person.endToken + 1] ?? -1] : undefined;
    const end = origin?.by === "name" ? tokens[origin.endToken]?.text : after;
    const isClosed = end !== undefined && /^([,:.;)—–]|“|")$/.test(end);
    let description = governor;
    if (description === undefined || !this.#mayDescribe(description, isClosed)) {
      if (!isClosed) return;
      description = this.#findDescriptionBefore(comma, person.sentence);
    }
    if (description === undefined || !this.#mayDescribe(description, isClosed)) return;
    if (description.determiner === "none" && !isAppositive) return;
    const { title, startToken, endToken, of } = this.#readDescription(description);
    if (title !== "") this.#add(person, title, { startToken, endToken }, of, description.index);
  }

  /** "Two former ministers, Ann Dahl and Jon Berg": one title for each of those listed. */
  #readListAfter(person: Mention): void {
    const { tokens, mentions, mentionAt, features } = this.#document;
    const comma = person.phraseStart - 1;
    if (comma < 1 || !/^[,:]$/.test(tokens[comma].text) || person.titleEnd > person.titleStart) return;
    const description = mentions[mentionAt[comma - 1]];
    if (description?.by !== "description" || description.kind !== "group" || description.sentence !== person.sentence)
      return;
    if (!features[description.headToken].includes("Number=Plur")) return;
    const others = this.#findCoordinated(person);
    if (others.length === 0) return;
    const { title, startToken, endToken, of } = this.#readDescription(description);
    const words = title.replace(/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several) /, "");
    for (const holder of [person, ...others]) {
      this.#add(holder, words, { startToken, endToken }, of, -1);
    }
  }

  /** The nearest description of one person before a comma, with nothing but phrases and clauses about it between. */
  #findDescriptionBefore(comma: number, sentence: number): Mention | undefined {
    const { mentions, tokens, tags } = this.#document;
    for (let token = comma - 1; token > comma - LONGEST_GAP && token >= 0; token--) {
      const mention = mentions[this.#document.mentionAt[token]];
      if (mention !== undefined && mention.sentence !== sentence) return undefined;
      if (isComma(tokens[token].text)) return undefined;
      if (mention === undefined || mention.by !== "description" || !this.#mayDescribe(mention, true)) continue;
      const next = mention.endToken;
      if (next === comma || tags[next] === "ADP" || /^(who|that|of)$/.test(tokens[next].text)) return mention;
    }
    return undefined;
  }

  /** "Jon Berg is the minister", "Jon Berg, who is also the minister". */
  #readPredicate(person: Mention): void {
    const { heads, relations, tokens, mentions, mentionAt, features } = this.#document;
    const relation = relations[person.attachment];
    let predicate = -1;
    if (relation === "nsubj") predicate = heads[person.attachment];
    let after = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
    // "Jon Berg, 58, who".
    if (after > person.endToken && this.#document.tags[after] === "NUM" && isComma(tokens[after + 1]?.text)) after += 2;
    if (tokens[after]?.text === "who") predicate = relations[after] === "nsubj" ? heads[after] : -1;
    const description = mentions[mentionAt[predicate] ?? -1];
    if (predicate < 0 || description === undefined || !this.#describesPerson(description)) return;
    let copula = -1;
    for (let token = Math.min(after, predicate); token < predicate; token++) {
      if (heads[token] === predicate && relations[token] === "cop") copula = token;
      if (heads[token] === predicate && tokens[token].text.toLowerCase() === "not") return;
    }
    // "who has been president since" is so still.
    const isPerfect = copula > 0 && /^(?:has|have)$/.test(tokens[copula - 1].text) && tokens[copula].text === "been";
    if (copula < 0 || (!features[copula].includes("Tense=Pres") && !isPerfect)) return;
    const { title, startToken, endToken, of } = this.#readDescription(description);
    if (title !== "") this.#add(person, title, { startToken, endToken }, of, description.index);
  }

  /** "Ann Dahl, who runs a ferry to the islands": what somebody does, where no title is given. */
  #readOccupation(person: Mention): void {
    const { tokens, heads, relations, features, tags, mentions, lemmas } = this.#document;
    const who = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
    if (tokens[who]?.text !== "who" || relations[who] !== "nsubj") return;
    const verb = heads[who];
    if (verb <= who || verb > who + 3 || tags[verb] !== "VERB" || !/Tense=Pres/.test(features[verb])) return;
    if (!/Person=3|Number=Sing/.test(features[verb]) || /^(have|say|want|hope|believe|think|know)$/.test(lemmas[verb]))
      return;
    for (let index = person.index + 1; mentions[index]?.sentence === person.sentence; index++) {
      const first = mentions[index];
      if (first.headToken <= verb || relations[first.attachment] !== "obj" || heads[first.attachment] !== verb)
        continue;
      // "heads the agency's operations": what is the agency's, whatever the tree says.
      const object = mentions.find(({ possessor }) => possessor === first.index) ?? first;
      const holderNoun = OFFICE_VERBS.get(lemmas[verb]);
      // "who runs a ferry" does so for a living, "who runs the agency" is its head.
      const isOffice = holderNoun !== undefined && (lemmas[verb] !== "run" || object.determiner !== "indefinite");
      if (isOffice && this.#readOfficeIn(person, holderNoun, verb, object)) return;
      const of = this.#chooseOf(-1, [], object.endToken);
      const span = { startToken: verb, endToken: object.endToken };
      this.#add(person, this.#spell(verb, object.endToken), span, of, -1);
      return;
    }
  }

  /** "who heads the agency's operations in Quell": head of operations in Quell, of the agency. */
  #readOfficeIn(person: Mention, noun: string, verb: number, object: Mention): boolean {
    const { title, endToken, of } = this.#readDescription(object);
    if (object.by !== "name" && object.possessor >= 0 && title !== "") {
      const isBody = object.kind === "organisation" && object.plural;
      this.#add(
        person,
        `${noun} of ${isBody ? "" : this.#articleFor(object)}${title}`,
        { startToken: verb, endToken },
        of,
        -1,
      );
      return true;
    }
    if (!this.#canHoldOffice(object)) return false;
    this.#add(person, noun, { startToken: verb, endToken: object.endToken }, object.index, -1);
    return true;
  }

  #articleFor({ plural }: Mention): string {
    return plural ? "" : "the ";
  }

  /** "One of the body's 12 members, Ann Dahl, has left": a member of the body. */
  #readOneOf(person: Mention): void {
    const { tokens, mentions, mentionAt } = this.#document;
    const comma = person.phraseStart - 1;
    if (!isComma(tokens[comma]?.text)) return;
    const group = mentions[mentionAt[comma - 1] ?? -1];
    if (group?.by !== "description" || !group.plural || group.kind !== "group" || group.sentence !== person.sentence)
      return;
    if (tokens[group.phraseStart - 1]?.text !== "of" || !/^one$/i.test(tokens[group.phraseStart - 2]?.text ?? ""))
      return;
    const { title, startToken, endToken, of } = this.#readDescription(group);
    this.#add(
      person,
      title.replace(/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) /, ""),
      { startToken, endToken },
      of,
      -1,
    );
  }

  /** "Ann Dahl, who sits on parliament's transport committee": a member of the committee, of parliament. */
  #readSeat(person: Mention): void {
    const { tokens, heads, relations, lemmas, mentions } = this.#document;
    const who = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
    // "Ann Dahl, a surgeon who sits on the council".
    let relative = who;
    while (relative < who + 8 && tokens[relative] !== undefined && tokens[relative].text !== "who") {
      if (/^[,.;]$/.test(tokens[relative].text)) return;
      relative++;
    }
    const verb = heads[relative] ?? -1;
    if (tokens[relative]?.text !== "who" || relations[relative] !== "nsubj" || verb <= relative || verb > relative + 2)
      return;
    if (lemmas[verb] !== "sit" && lemmas[verb] !== "serve") return;
    const preposition = tokens[verb + 1]?.text;
    if (preposition !== "on" && preposition !== "in") return;
    const body = mentions[this.#phraseAt[verb + 2] ?? -1];
    if (body === undefined || !this.#canHoldOffice(body)) return;
    const span = { startToken: verb, endToken: body.endToken };
    if (body.by === "name" || body.possessor < 0) this.#add(person, "member", span, body.index, -1);
    else {
      const { title, of } = this.#readDescription(body);
      this.#add(person, `member of the ${title}`, span, of, -1);
    }
  }

  /** "Ann Dahl mends nets for a living". */
  #readLiving(person: Mention): void {
    const { tokens, heads, relations, tags } = this.#document;
    const verb = heads[person.attachment];
    if (
      relations[person.attachment] !== "nsubj" ||
      verb < person.endToken ||
      tags[verb] !== "VERB" ||
      verb > person.endToken + 2
    )
      return;
    for (let token = verb + 1; token < Math.min(verb + 8, this.#sentenceEnd(person) - 2); token++) {
      if (tokens[token].text !== "for" || tokens[token + 1].text !== "a" || tokens[token + 2].text !== "living")
        continue;
      this.#add(person, this.#spell(verb, token), { startToken: verb, endToken: token + 3 }, -1, -1);
      return;
    }
  }

  /** "their commander, a former teacher known only as Ann Dahl". */
  #readKnownAs(person: Mention): void {
    const { tokens, mentions, mentionAt } = this.#document;
    let at = person.phraseStart - 1;
    if (tokens[at]?.text === "as") at--;
    while (/^(?:only|also|better|simply|widely|by|the|name|alias)$/.test(tokens[at]?.text ?? "")) at--;
    if (!/^(?:known|named|called|identified|nicknamed)$/.test(tokens[at]?.text ?? "")) return;
    const description = mentions[mentionAt[at - 1] ?? -1];
    if (!this.#describesPerson(description) || description.sentence !== person.sentence) return;
    const read = (one: Mention): void => {
      const { title, startToken, endToken, of } = this.#readDescription(one);
      if (title !== "" && title !== "man" && title !== "woman")
        this.#add(person, title, { startToken, endToken }, of, one.index);
    };
    const comma = description.phraseStart - 1;
    const before = isComma(tokens[comma]?.text) ? mentions[mentionAt[comma - 1] ?? -1] : undefined;
    if (this.#describesPerson(before) && before.sentence === person.sentence) read(before);
    read(description);
  }

  /** "The regional governor disagrees. Ten are dead, Ann Dahl said": an office opens a paragraph, and then a name speaks that is new. */
  #readOfficeBefore(person: Mention): void {
    const { mentions, sentences, text, tokens } = this.#document;
    const { sentence, startToken, endToken } = person;
    const previous = sentences[sentence - 1];
    if (previous === undefined || endToken - startToken < 2 || person.quotation >= 0 || !this.#speaks(person)) return;
    if (text.slice(previous.end, sentences[sentence].start).includes("\n")) return;
    const opens = sentence < 2 || text.slice(sentences[sentence - 2].end, previous.start).includes("\n");
    const office = mentions.find((mention) => mention.sentence === sentence - 1);
    if (!opens || !this.#describesPerson(office) || !this.#opensSentence(office) || office.determiner !== "definite")
      return;
    const last = tokens[endToken - 1].text;
    const isNew = mentions.every(
      (mention) => mention.by !== "name" || mention.index >= person.index || tokens[mention.endToken - 1].text !== last,
    );
    if (!isNew || this.drafts.some(({ description }) => description === office.index)) return;
    if (
      mentions.some(
        ({ index, by, kind, sentence: other }) =>
          other >= sentence - 1 && index < person.index && by === "name" && kind === "person",
      )
    )
      return;
    const { title, startToken: from, endToken: to, of } = this.#readDescription(office);
    if (title !== "") this.#add(person, title, { startToken: from, endToken: to }, of, office.index);
  }

  /** A noun of no class in apposition to a name is what that person is: "the movement's chief justice". */
  #isApposed({ by, kind, plural, determiner, attachment, phraseStart }: Mention, person: Mention): boolean {
    const { tokens, heads, relations } = this.#document;
    const isTied = /^(appos|nmod)/.test(relations[attachment]) && heads[attachment] === person.attachment;
    if (tokens[phraseStart].text.toLowerCase() === "whose") return false;
    return by === "description" && kind === "other" && !plural && determiner !== "none" && isTied;
  }

  /** One person's description, or, at the head of a clause, one by a noun of no class: "The inspector, Ann Dahl, said". */
  #mayDescribe(mention: Mention, isClosed: boolean): boolean {
    if (this.#describesPerson(mention)) return true;
    const { lemmas } = this.#document;
    const { by, kind, plural, determiner, phraseStart, headToken, sentence } = mention;
    const isAgent = kind === "organisation" && endsAsAgent(lemmas[headToken].toLowerCase());
    const isOne =
      by === "description" && (kind === "other" || isAgent) && !plural && !TIME_NOUNS.has(lemmas[headToken]);
    if (!isOne || !isClosed || (determiner !== "definite" && determiner !== "possessive")) return false;
    const { tokens, sentences } = this.#document;
    return (
      phraseStart === sentences[sentence].startToken ||
      /^(and|but|while|“|"|But|And)$/.test(tokens[phraseStart - 1].text)
    );
  }

  #describesPerson(mention: Mention | undefined): mention is Mention {
    return mention !== undefined && mention.by === "description" && mention.kind === "person" && !mention.plural;
  }

  /** What a description says of a person: its title with the phrases after it, and what it is of. */
  #readDescription(description: Mention): {
    title: string;
    startToken: number;
    endToken: number;
    of: number;
    phraseEnd: number;
  } {
    const { mentions, tokens, lemmas } = this.#document;
    const head = description.headToken;
    const possessor = mentions[description.possessor];
    let startToken =
      possessor === undefined ? description.startToken : Math.max(description.startToken, possessor.endToken);
    while (
      startToken < head &&
      /^('s|’s|'|’|the|a|an|this|that|another|one|our|its|his|her|their)$/i.test(tokens[startToken].text)
    )
      startToken++;
    let title = this.#toTitle(startToken, description.endToken, head);
    let endToken = description.endToken;
    let of = this.#chooseOf(description.possessor, description.modifiers, -1);
    let end = description.endToken;
    for (let steps = 0; steps < 3; steps++) {
      const preposition = tokens[end]?.text.toLowerCase();
      if (preposition === undefined || !/^(of|for|at|in|from|with|on|to|against|under|behind)$/.test(preposition))
        break;
      const object = mentions[this.#phraseAt[end + 1] ?? -1];
      if (object === undefined || object.by === "pronoun") break;
      // "head of mission", "minister for the sea": a noun alone, or one that is no body, says what the office is.
      const isBare = object.by === "description" && object.determiner === "none" && object.modifiers.length === 0;
      const isField = preposition === "for" && object.by === "description" && object.kind !== "organisation";
      const isOwned = object.by === "description" && object.possessor >= 0 && this.#isBodysOwn(object);
      const isBody = this.#canHoldOffice(object) && !(isBare && preposition === "of") && !isField;
      if (isOwned && of < 0 && /^(of|for)$/.test(preposition)) {
        // "the head of its mission": head of mission, of whose it is.
        const start = this.#ownStart(object);
        title = `${title} ${preposition} ${this.#spell(start, object.endToken)}`;
        endToken = object.endToken;
        of = object.possessor;
      } else if (isBody && /^(of|for|at|with|in|from)$/.test(preposition)) {
        // "British chief prosecutor of the court": the office outweighs the adjective, a mere place does not.
        const isAlready = of >= 0 && (mentions[of].kind === "organisation" || mentions[of].kind === "court");
        const outweighs =
          of < 0 ||
          (/^(of|for|at)$/.test(preposition) && !this.#isNamedPlace(object) && !(isAlready && object.kind === "state"));
        if (outweighs) of = object.index;
        else if (isAlready && object.kind === "state" && preposition === "for") {
          // "the Lake Council envoy for Norland".
          title = `${title} for ${this.#spell(object.startToken, object.endToken)}`;
          endToken = object.endToken;
        }
      } else if ((steps === 0 || endToken === end) && !TIME_NOUNS.has(lemmas[object.headToken])) {
        title = `${title} ${this.#spell(end, object.endToken)}`;
        endToken = object.endToken;
      }
      end = object.endToken;
    }
    return { title, startToken, endToken, of, phraseEnd: end };
  }

  /** "its mission", "the agency's operations": of a body, which itself is no state's. */
  #isBodysOwn({ possessor }: Mention): boolean {
    const { by, kind, gender } = this.#document.mentions[possessor];
    return by === "pronoun" ? gender === undefined : kind === "organisation" || kind === "court";
  }

  /** The first token behind whose it is. */
  #ownStart({ possessor, startToken }: Mention): number {
    const { tokens, mentions } = this.#document;
    let start = Math.max(startToken, mentions[possessor].endToken);
    if (/^(?:'s|’s|'|’)$/.test(tokens[start].text)) start++;
    return start;
  }

  #isNamedPlace({ kind, by }: Mention): boolean {
    return by === "name" && kind === "place";
  }

  /** Whether one can hold an office in it: a body, a state, a person's staff; not "children's rights". */
  #canHoldOffice({ kind, by, plural }: Mention): boolean {
    if (by === "name") return kind !== "treaty" && kind !== "law";
    return kind === "organisation" || kind === "court" || kind === "state" || (kind === "place" && !plural);
  }

  /** @param after Token after a name, where "of Norland" may follow; -1 for none. */
  #chooseOf(possessor: number, modifiers: readonly number[], after: number): number {
    const { mentions, tokens } = this.#document;
    if (possessor >= 0) return possessor;
    const ranked = modifiers
      .map((index) => mentions[index])
      .filter((mention) => this.#canHoldOffice(mention))
      .filter(({ startToken, endToken }) => endToken - startToken > 1 || !this.#isGovernmentWord(startToken));
    const best =
      ranked.find(({ kind }) => kind === "organisation" || kind === "court") ??
      ranked.find(({ kind }) => kind === "state") ??
      ranked[0];
    if (best !== undefined) return best.index;
    if (after >= 0 && /^(of|at|for|from)$/.test(tokens[after]?.text ?? "")) {
      const object = mentions[this.#phraseAt[after + 1] ?? -1];
      if (object !== undefined && object.by !== "pronoun" && this.#canHoldOffice(object)) return object.index;
    }
    return -1;
  }

  /** The words of a title without names, possessors and forms of address; the head in the singular. */
  #toTitle(start: number, end: number, head: number): string {
    const { tokens, lemmas, features } = this.#document;
    const words: string[] = [];
    let previousEnd = -1;
    for (let token = start; token < end; token++) {
      const inName = this.#nameAt[token] >= 0 && !this.#isTitleWordOfName(token);
      const { text } = tokens[token];
      // "the Norland-backed president" is a president.
      if (
        inName &&
        tokens[token + 1].text === "-" &&
        tokens[token + 1].start === tokens[token].end &&
        token + 2 < head
      ) {
        token += 2;
        continue;
      }
      if (inName || this.#isAddressBeforeTitle(token, head) || /^('s|’s|'|’|the|,)$/i.test(text)) continue;
      if (words.length === 0 && /^[-–]/.test(text)) continue;
      const isPlural = token === head && features[head].includes("Number=Plur");
      const written = toLowerWord(isPlural ? lemmas[head] : text);
      const word = TITLE_ABBREVIATIONS.get(bareWord(text)) ?? written;
      if (previousEnd === tokens[token].start && words.length > 0) words[words.length - 1] += word;
      else words.push(word);
      previousEnd = tokens[token].end;
    }
    // "a 24-year-old electrician".
    return words.join(" ").replace(/^\d+-year-old /, "");
  }

  /**
   * Whether a word of a name belongs to the title too: "Treasury" of "Treasury Secretary", "Foreign Ministry" of a
   * spokesman, "Minority" of "Senate Minority" before a leader; nothing of "White House" or "Lake Council".
   */
  #isTitleWordOfName(token: number): boolean {
    const { tokens, knownNames } = this.#document;
    const { startToken, endToken } = knownNames[this.#nameAt[token]];
    const last = tokens[endToken - 1].text.toLowerCase();
    if (endToken - startToken === 1 || GOVERNMENT_NOUNS.has(last) || last === "department")
      return this.#isGovernmentWord(token);
    if (toKindOfNoun(last, false) === "person") return true;
    if (!isKnownNoun(tokens[token].text.toLowerCase())) return false;
    let body = endToken - 1;
    while (body >= startToken && getKindOfHeadNoun(tokens[body].text.toLowerCase()) !== "organisation") body--;
    return body >= startToken && token > body;
  }

  /** "Treasury" of "Treasury Secretary": a name, but as much a part of the title as "finance". */
  #isGovernmentWord(token: number): boolean {
    const { tokens } = this.#document;
    const word = tokens[token].text.toLowerCase();
    if (getKindOfHeadNoun(word) === "organisation") return true;
    if (tokens[token].text === tokens[token].text.toUpperCase()) return false;
    const next = tokens[token + 1]?.text.toLowerCase();
    return isKnownNoun(word) && (GOVERNMENT_NOUNS.has(next) || next === "department");
  }

  /** "Gen." before a title; "general" of "general secretary" belongs to it. */
  #isAddressBeforeTitle(token: number, head: number): boolean {
    return token !== head && this.#isAddress(token) && /^\p{Lu}/u.test(this.#document.tokens[token].text);
  }

  #spell(start: number, end: number): string {
    const { text, tokens } = this.#document;
    return text.slice(tokens[start].start, tokens[end - 1].end).replace(/\s+/g, " ");
  }

  #add(
    holder: Mention,
    title: string,
    { startToken, endToken }: Pick<RoleDraft, "startToken" | "endToken">,
    of: number,
    description: number,
  ): void {
    const office = /(?:^| )counterpart$/.test(title) ? this.#findCounterpart(holder) : undefined;
    if (office === undefined) {
      this.drafts.push({ holder: holder.index, title, startToken, endToken, of, description });
      return;
    }
    // "his Norlandic counterpart": the same office, of the one who is named in the phrase.
    const { mentions } = this.#document;
    const own = mentions.find(
      ({ by, kind, headToken }) =>
        by === "name" && kind !== "person" && headToken >= startToken && headToken < endToken,
    );
    this.drafts.push({
      holder: holder.index,
      title: office.title,
      startToken,
      endToken,
      of: own?.index ?? -1,
      description,
    });
  }

  /** The office told of last, which a counterpart has, too. */
  #findCounterpart(holder: Mention): RoleDraft | undefined {
    const { mentions } = this.#document;
    const last = this.drafts.findLast((draft) => draft.holder !== holder.index);
    return last !== undefined && holder.sentence - mentions[last.holder].sentence <= REACH_OF_COUNTERPART
      ? last
      : undefined;
  }

  #sentenceEnd(mention: Mention): number {
    return this.#document.sentences[mention.sentence].endToken;
  }
}

/** "retired", "former": how somebody holds a title, not what it is. */
function isStateOfOffice(word: string): boolean {
  return /^(retired|former|late|acting|deputy|outgoing|incoming|then|ex|disgraced|ousted)$/i.test(word);
}

function isComma(text: string | undefined): boolean {
  return text === "," || text === "–" || text === "—" || text === "(";
}

function toLowerWords(words: string): string {
  return words.split(" ").map(toLowerWord).join(" ");
}

/** "Minister" as "minister", "UN" as it is. */
function toLowerWord(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word;
}
