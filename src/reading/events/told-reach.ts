/** Who does a told deed and whom it reaches, by the tree and, where that is broken, by the order of the words. */
import { findSentence } from "../find-sentence.ts";
import { findChild } from "../tree-index.ts";
import { TIME_NOUNS } from "../word-lists.ts";
import { type EventFrame, findObliques, frameNoun, frameVerb } from "./event-frame.ts";
import type { EventClass } from "./event-model.ts";
import type { ToldDocument, ToldParties } from "./told-parties.ts";
import { OFFERING, type ToldDeed } from "./told-words.ts";

/** A deed told before, by which later words are understood. */
export interface Told {
  readonly class: EventClass;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
}

/** Prepositions of those that a deed is done to. */
const TOWARDS = new Set("against with to on at from for of over towards toward into outside between".split(" "));
/** Deeds done to the bodies of people, not only to whom they belong. */
const BODILY: ReadonlySet<EventClass> = new Set(["COERCE", "ASSAULT", "AID", "REQUEST", "PROTEST", "THREATEN"]);
/** "the three governments", "both sides": those that the report is about. */
const SIDES =
  /^(?:government|country|state|side|party|neighbour|neighbor|capital|delegation)s?$|^(?:countries|parties)$/;
/** Deeds of violence by their nouns. */
const VIOLENCE =
  /^(?:violence|bombing|shelling|attack|assault|strike|killing|murder|massacre|raid|bombardment|invasion|war|fighting|shooting|death|bloodshed|airstrike|terrorism)$/;
/** How far behind a verb its object is looked for without a tree. */
const REACH = 9;
const MAX_DEPTH = 2;
/** Texts that accuse, demand and warn for those who wrote them. */
const TEXTS =
  /^(?:complaint|suit|lawsuit|petition|report|statement|letter|resolution|indictment|filing|motion|study|ruling)$/;
/** What is asked for on behalf of whom it is done to. */
const CHARGED =
  /^(?:charge|accusation|allegation|claim|wrongdoing|guilt|involvement|responsibility|complicity|report)$/;
const FREEING = /^(?:release|freedom|liberation|acquittal|pardon|reinstatement|return|safety)$/;
const GENDERS: ReadonlyMap<string, string> = new Map([
  ["him", "male"],
  ["his", "male"],
  ["her", "female"],
]);
/** Nouns for what somebody did in words, by the class of that deed. */
const ECHOES: ReadonlyMap<string, EventClass> = new Map(
  (
    [
      ["REQUEST", "demand request call appeal plea petition ultimatum"],
      ["ACCUSE", "accusation allegation charge claim criticism complaint suggestion assertion remark comment"],
      ["THREATEN", "threat warning"],
      ["SANCTION", "sanction embargo tariff ban fine penalty expulsion"],
    ] as const
  ).flatMap(([cls, nouns]) => nouns.split(" ").map((noun): [string, EventClass] => [noun, cls])),
);
/** How far before "the offer" it may have been made, in tokens. */
const OFFER_REACH = 250;

export class ToldReach {
  readonly #document: ToldDocument;
  readonly #parties: ToldParties;
  readonly #told: readonly Told[];

  constructor(document: ToldDocument, parties: ToldParties, told: readonly Told[]) {
    this.#document = document;
    this.#parties = parties;
    this.#told = told;
  }

  /** The doer first, then those he acts for; of a passive only one that "by" names. */
  findActors(frame: EventFrame): number[] {
    const beside = frame.isPassive ? [] : this.#findBeside(frame.trigger);
    const inTree = this.#findSelf(frame.actor) ?? this.#parties.at(frame.actor);
    let own = beside.length > 0 && !beside.every((entity) => inTree.includes(entity)) ? beside : inTree;
    if (own.length === 0 && !frame.isPassive) own = this.#findAuthors(frame.actor);
    if (own.length === 0 && !frame.isPassive) own = this.#findMeant(frame.actor);
    if (own.length === 0 && !frame.isPassive) own = this.#findSpeaker(frame.trigger);
    if (own.length === 0 && !frame.isPassive && frame.actor < 0) own = this.#findBefore(frame.trigger);
    return [...new Set(own.flatMap((entity) => this.#parties.toActors(entity)))];
  }

  /** "the complaint, filed by Norland, accuses", "a report by the union blames": who speaks in a text. */
  #findAuthors(actor: number): number[] {
    if (actor < 0 || !TEXTS.test(this.#document.lemmas[actor].toLowerCase())) return [];
    return this.#parties.findOwners(actor);
  }

  /** Who a verb is said of, himself alone. */
  findSubjects(frame: EventFrame): number[] {
    const inTree = this.#parties.at(frame.actor);
    return inTree.length > 0 ? inTree : this.#findBefore(frame.trigger);
  }

  #findSpeaker(verb: number): number[] {
    const { attributionParts, entityOf } = this.#document;
    const said = attributionParts.find(({ attribution }) => attribution.cueToken === verb);
    const speaker = said === undefined || said.speaker < 0 ? -1 : entityOf[said.speaker];
    return speaker >= 0 && this.#parties.isParty(speaker) ? [speaker] : [];
  }

  /** "Norland said it would": "it" that opens what a state or body says is the speaker. */
  #findSelf(actor: number): number[] | undefined {
    const { tokens, statementDrafts, innermostStatements, resolvedEntities } = this.#document;
    const said = actor < 0 ? undefined : statementDrafts[innermostStatements[actor]];
    if (said === undefined || said.speaker < 0 || said.mode === "direct") return undefined;
    if (tokens[actor].text !== "it" || said.spoken[0].start !== tokens[actor].start) return undefined;
    const { kind } = resolvedEntities[said.speaker];
    return kind !== "person" && this.#parties.isParty(said.speaker) ? [said.speaker] : undefined;
  }

  /** "Norland said it would": a pronoun that nothing resolves means whoever speaks, or whom the sentence before is about. */
  #findMeant(actor: number): number[] {
    const document = this.#document;
    const { tags, tokens, statementDrafts, innermostStatements, sentences, heads, tree } = document;
    if (actor < 0 || tags[actor] !== "PRON" || !/^(?:it|he|she|they|we|i)$/i.test(tokens[actor].text)) return [];
    const speaker = statementDrafts[innermostStatements[actor]]?.speaker ?? -1;
    if (speaker >= 0) return this.#parties.isParty(speaker) ? [speaker] : [];
    const sentence = findSentence(sentences, actor);
    if (sentences[sentence].startToken !== actor || sentence === 0) return [];
    const { startToken, endToken } = sentences[sentence - 1];
    for (let root = startToken; root < endToken; root++)
      if (heads[root] < 0) return this.#parties.at(frameVerb(document, tree, root).actor).slice(0, 1);
    return [];
  }

  /** "Norland and Estaria expelled": the parties right before a finite verb, whatever the tree says. */
  #findBeside(verb: number): number[] {
    const { features, tags, tokens, relations, heads } = this.#document;
    let token = verb - 1;
    let hasTense = features[verb].includes("VerbForm=Fin");
    while (token >= 0 && (/^(?:AUX|ADV)$/.test(tags[token]) || TIME_NOUNS.has(tokens[token].text.toLowerCase()))) {
      if (tags[token] === "AUX") hasTense = true;
      token--;
    }
    // "X, who leads Y, called": what ends a clause between commas is not beside the verb.
    if (token < 0 || !hasTense || this.#findPartyEndingAt(token) < 0) return [];
    const beside = this.#findPartyEndingAt(token);
    if (!this.#isJoined(token)) return [beside];
    let head = token;
    for (let steps = 0; steps < 6 && /^(?:flat|conj)$/.test(relations[head]) && heads[head] >= 0; steps++)
      head = heads[head];
    const joined = this.#parties.at(head);
    return joined.includes(beside) ? joined : [beside];
  }

  /** Whether "and" stands before the party that ends at a token. */
  #isJoined(token: number): boolean {
    const { mentions, mentionAt, tokens } = this.#document;
    return /^and$/i.test(tokens[mentions[mentionAt[token]].phraseStart - 1]?.text ?? "");
  }

  #findPartyEndingAt(token: number): number {
    const { mentions, mentionAt, entityOf, resolvedEntities, tags } = this.#document;
    const mention = mentions[mentionAt[token]];
    if (mention === undefined || mention.by !== "name" || entityOf[mention.index] < 0) return -1;
    const { phraseStart, index } = mention;
    if (phraseStart > 0 && tags[phraseStart - 1] === "ADP") return -1;
    const entity = entityOf[index];
    return this.#parties.isParty(entity) && resolvedEntities[entity].kind !== "place" ? entity : -1;
  }

  /** The nearest party before a verb in its sentence that no preposition governs. */
  #findBefore(verb: number): number[] {
    const { mentions, mentionAt, entityOf, sentences, tags, tokens, quotationAt } = this.#document;
    const { startToken } = sentences[findSentence(sentences, verb)];
    for (let token = verb - 1; token >= startToken; token--) {
      const mention = mentions[mentionAt[token]];
      if (mention === undefined || entityOf[mention.index] < 0 || mention.headToken !== token) continue;
      if (quotationAt[token] !== quotationAt[verb] || mention.by === "pronoun") continue;
      const { phraseStart, index } = mention;
      if (phraseStart > 0 && (tags[phraseStart - 1] === "ADP" || tags[phraseStart - 1] === "VERB")) continue;
      if (/^['’]s?$/.test(tokens[mention.endToken]?.text ?? "")) continue;
      if (this.#parties.isParty(entityOf[index])) return [entityOf[index]];
    }
    return [];
  }

  /** Whom a deed is done to. */
  findOthers(frame: EventFrame, deed: ToldDeed, actors: readonly number[], particle: string): number[] {
    const parties = this.#parties;
    const isThing = deed.aim === "thing" || deed.aim === "charged";
    const keep = (entities: readonly number[]): number[] => [
      ...new Set(entities.filter((entity) => !actors.includes(entity))),
    ];
    if (deed.aim === "charged") {
      const accuser = keep(this.#findAccuser(frame.trigger, actors));
      if (accuser.length > 0 || this.#document.lemmas[frame.trigger].toLowerCase() === "deny") return accuser;
    }
    const reach = (head: number, depth: number): number[] => {
      if (head < 0 || depth > MAX_DEPTH) return [];
      const antecedent = this.#findAntecedent(head);
      if (antecedent >= 0) return reach(antecedent, depth + 1);
      const own = keep(parties.at(head).flatMap((entity) => this.#toOthers(entity, deed)));
      if (own.length > 0) return own;
      const owners = keep(parties.findOwners(head).flatMap((entity) => this.#toOthers(entity, deed)));
      if (owners.length > 0) return owners;
      if (isThing) return [];
      const isAskedFor = deed.class === "REQUEST" && particle === "for" && depth === 0;
      for (const { preposition, token } of findObliques(this.#document, this.#document.tree, head)) {
        // "called for a ban on smoking", "for the repeal of the law": what the thing is about is asked nothing.
        const isAsked = isAskedFor ? preposition === "from" || preposition === "by" : TOWARDS.has(preposition);
        const found = isAsked ? reach(token, depth + 1) : [];
        if (found.length > 0) return found;
      }
      return [];
    };
    for (const head of this.#listHeads(frame, deed, particle)) {
      if (deed.class === "REQUEST" && FREEING.test(this.#document.lemmas[head].toLowerCase()))
        return this.#findHolders(head);
      const found = isThing && head === frame.object ? keep(this.#findOfThing(head, deed, actors)) : reach(head, 0);
      if (found.length > 0) return found;
      if (isThing && head === frame.object && VIOLENCE.test(this.#document.lemmas[head].toLowerCase())) return [];
    }
    if (isThing && frame.object >= 0 && VIOLENCE.test(this.#document.lemmas[frame.object].toLowerCase())) return [];
    // "refused to pay", "his refusal": of nothing that anybody answers for. "Warned that it would leave" is said of the affair.
    if (isThing && (frame.isNoun || (frame.object < 0 && deed.class !== "THREATEN"))) return [];
    if (isThing) return keep(parties.findAnswerable(frame.object, actors)).slice(0, 1);
    const next = keep(this.#findNext(frame.trigger).flatMap((entity) => this.#toOthers(entity, deed)));
    if (next.length > 0) return next;
    const people = keep(this.#findPeople(frame, deed));
    if (people.length > 0) return people;
    return [];
  }

  /** "called for the release of Berg": who took him. */
  #findHolders(noun: number): number[] {
    const held = this.#parties.findOwners(noun);
    const taken = this.#told.findLast(
      ({ class: cls, recipients }) => cls === "COERCE" && recipients.some((one) => held.includes(one)),
    );
    return [...(taken?.actors ?? [])];
  }

  /** "urged shops to refuse", "accused the sponsors": whoever can be asked or blamed is people, whatever the noun. */
  #findPeople({ object, indirect }: EventFrame, { class: cls }: ToldDeed): number[] {
    const { mentionAt, entityOf, features } = this.#document;
    if (cls !== "REQUEST" && cls !== "ACCUSE") return [];
    const head = indirect >= 0 ? indirect : object;
    if (head < 0 || mentionAt[head] < 0 || !features[head].includes("Number=Plur")) return [];
    const entity = entityOf[mentionAt[head]];
    return entity < 0 ? [] : [entity];
  }

  /** Whoever a thing is, or whoever answers for it. */
  #findOfThing(head: number, deed: ToldDeed, actors: readonly number[]): number[] {
    const own = this.#parties.at(head).filter((entity) => !actors.includes(entity));
    if (own.length > 0) return own.flatMap((entity) => this.#toOthers(entity, deed));
    const owner = findChild(this.#document, this.#document.tree, head, ["nmod:poss"]);
    const person = this.#findPersonBefore(owner >= 0 ? owner : head, actors);
    if (person >= 0) return [person];
    const speaker = this.#findSpeakerOf(head, owner, actors);
    if (speaker >= 0) return [speaker];
    // "condemned the bombing of X": who did it is not told.
    if (VIOLENCE.test(this.#document.lemmas[head].toLowerCase())) return this.#findViolent(head, actors);
    const echoed = this.#findEchoed(head, actors);
    if (echoed.length > 0) return echoed;
    const offer = this.#findOfferer(head);
    const others = offer.length > 0 ? offer : this.#parties.findAnswerable(head, actors);
    return others.slice(0, 1);
  }

  /** "Ms Marsk called for a review. Mr Berg backed her": the person told of last before, who is not the doer; -1 for none. */
  #findPersonBefore(pronoun: number, actors: readonly number[]): number {
    const { tokens, mentions, entityOf, resolvedEntities, sentences, mentionAt } = this.#document;
    const gender = GENDERS.get(tokens[pronoun].text.toLowerCase());
    if (gender === undefined) return -1;
    // A pronoun that means another person than the doer is resolved well.
    const meant = mentionAt[pronoun] < 0 ? -1 : entityOf[mentionAt[pronoun]];
    if (meant >= 0 && !actors.includes(meant)) return -1;
    const sentence = findSentence(sentences, pronoun);
    for (let one = mentions.length - 1; one >= 0; one--) {
      const { headToken, by, sentence: own } = mentions[one];
      const entity = entityOf[one];
      if (headToken >= pronoun || by !== "name" || entity < 0 || actors.includes(entity)) continue;
      if (own < sentence - 2) return -1;
      const { kind, isNamed, mentions: all } = resolvedEntities[entity];
      if (kind !== "person" || !isNamed) continue;
      const known = all.map((each) => mentions[each].gender).find((each) => each !== undefined);
      if (known === undefined || known === gender) return entity;
    }
    return -1;
  }

  /** "a man for whom the court issued a warrant": whom a relative pronoun means; -1 for other words. */
  #findAntecedent(pronoun: number): number {
    const { heads, relations, tokens } = this.#document;
    if (!/^(?:whom|which)$/i.test(tokens[pronoun].text)) return -1;
    let clause = heads[pronoun];
    for (let steps = 0; clause >= 0 && steps < 4; steps++, clause = heads[clause])
      if (relations[clause].startsWith("acl")) return heads[clause];
    return -1;
  }

  #findViolent(noun: number, actors: readonly number[]): number[] {
    const { actor } = frameNoun(this.#document, this.#document.tree, noun);
    return this.#parties.at(actor).filter((entity) => !actors.includes(entity));
  }

  /** "dismissed her remarks", where nothing resolves the pronoun: whose words were told last; -1 for none. */
  #findSpeakerOf(noun: number, owner: number, actors: readonly number[]): number {
    const { lemmas, mentionAt, entityOf, statementDrafts, tags, tokens } = this.#document;
    if (owner < 0 || tags[owner] !== "PRON" || ECHOES.get(lemmas[noun].toLowerCase()) !== "ACCUSE") return -1;
    if (mentionAt[owner] >= 0 && entityOf[mentionAt[owner]] >= 0) return -1;
    const last = statementDrafts.findLast(({ content }) => content[0].end < tokens[noun].start);
    return last === undefined || actors.includes(last.speaker) ? -1 : last.speaker;
  }

  /** "rejected that demand": who made the last one that was told. */
  #findEchoed(noun: number, actors: readonly number[]): number[] {
    const { lemmas, tokens } = this.#document;
    const cls = ECHOES.get(lemmas[noun].toLowerCase());
    if (cls === undefined) return [];
    const isMeant = [1, 2].some((step) =>
      /^(?:the|that|this|those|these|such)$/i.test(tokens[noun - step]?.text ?? ""),
    );
    const made = isMeant ? this.#told.findLast((told) => told.class === cls && told.actors.length > 0) : undefined;
    return made?.actors.filter((actor) => !actors.includes(actor)) ?? [];
  }

  /** "X offered to mediate, an offer that Y accepted": who made the offer. */
  #findOfferer(noun: number): number[] {
    const document = this.#document;
    const { lemmas, tags } = document;
    if (!/^(?:offer|invitation|proposal|initiative|mediation|suggestion)$/.test(lemmas[noun].toLowerCase())) return [];
    for (let token = noun - 1; token >= 0 && token > noun - OFFER_REACH; token--) {
      if (tags[token] !== "VERB" || !OFFERING.has(lemmas[token].toLowerCase())) continue;
      return this.findActors(frameVerb(document, document.tree, token));
    }
    return [];
  }

  #listHeads(frame: EventFrame, { class: cls, cameo }: ToldDeed, particle: string): number[] {
    const document = this.#document;
    const { tree, lemmas } = document;
    const own = frame.obliques.filter(({ token }) => token > frame.trigger);
    const inner = frame.object < 0 ? [] : findObliques(document, tree, frame.object);
    const fits = own.filter(({ preposition }) => preposition === particle).map(({ token }) => token);
    const towards = [...own, ...inner].filter(({ preposition }) => TOWARDS.has(preposition)).map(({ token }) => token);
    // "recalled its ambassador from X": one's own envoy is not whom it is done to.
    if (cameo === "161" && /^(?:recall|withdraw)$/.test(lemmas[frame.trigger].toLowerCase())) return towards;
    // "sent a plane and Y a team": relief goes to whom a preposition names.
    if (cls === "AID") {
      const to = [...own, ...inner].filter(({ preposition }) => /^(?:to|for|into)$/.test(preposition));
      return [frame.indirect, ...to.map(({ token }) => token)].filter((head) => head >= 0);
    }
    // "demanded that X leave".
    const clause = findChild(document, tree, frame.trigger, ["ccomp", "xcomp"]);
    const asked = clause < 0 ? -1 : findChild(document, tree, clause, ["nsubj", "nsubj:pass"]);
    const governed = clause < 0 ? -1 : findChild(document, tree, clause, ["obj"]);
    const isAsking = cls === "REQUEST" || cls === "ACCUSE" || cls === "THREATEN";
    const heads = [frame.object, frame.indirect, ...fits, isAsking ? asked : -1, ...towards, governed];
    return heads.filter((head) => head >= 0);
  }

  /** Whom a deed reaches in somebody: people without a name stand for whose they are, and for themselves in deeds on bodies. */
  #toOthers(entity: number, { class: cls }: ToldDeed): readonly number[] {
    const { resolvedEntities, mentions, lemmas } = this.#document;
    const all = this.#parties.toActors(entity);
    const { isNamed, kind, plural, mentions: own } = resolvedEntities[entity];
    if (isNamed) return resolvedEntities[entity].kind === "place" ? all : [entity];
    const noun = lemmas[mentions[own[0]].headToken].toLowerCase();
    if (mentions[own[0]].plural && SIDES.test(noun) && this.#parties.leads.length > 0) return [...this.#parties.leads];
    if (all.length === 1) return all;
    const owners = all.filter((other) => other !== entity);
    const isPeople = plural || mentions[own[0]]?.plural;
    if (kind === "person" && !isPeople) return all.slice(0, 1);
    return BODILY.has(cls) || !isPeople ? [entity] : owners.slice(0, 2);
  }

  /** The party named next behind the verb, before another verb or clause: what a broken tree still shows. */
  #findNext(verb: number): number[] {
    const { mentionAt, entityOf, mentions, resolvedEntities, tags, tokens } = this.#document;
    for (let token = verb + 1; token < tokens.length && token < verb + REACH; token++) {
      if (/^(?:VERB|PUNCT|SCONJ|CCONJ)$/.test(tags[token])) return [];
      if (tags[token] === "ADP" && !TOWARDS.has(tokens[token].text.toLowerCase())) return [];
      const mention = mentionAt[token];
      if (mention < 0 || entityOf[mention] < 0) continue;
      const entity = entityOf[mention];
      if (mentions[mention].by === "pronoun" && !resolvedEntities[entity].isNamed) continue;
      if (this.#parties.isParty(entity)) return [entity];
    }
    return [];
  }

  /** Who accused one of the actors, or spoke last before. */
  #findAccuser(token: number, actors: readonly number[]): number[] {
    const told = this.#told.findLast(
      ({ class: cls, recipients }) => cls === "ACCUSE" && recipients.some((recipient) => actors.includes(recipient)),
    );
    if (told !== undefined) return told.actors.slice(0, 1);
    const { statementDrafts, tokens, lemmas, resolvedEntities } = this.#document;
    const before = statementDrafts.findLast(
      ({ speaker, content }) => speaker >= 0 && !actors.includes(speaker) && content[0].end < tokens[token].start,
    );
    const lead = this.#parties.leads.filter((one) => !actors.includes(one)).slice(0, 1);
    // "denied that": nobody need have said so; of a charge a state, body or court that the report is about may have.
    if (lemmas[token].toLowerCase() === "deny")
      return !this.#isCharge(token) ? [] : lead.filter((one) => resolvedEntities[one].kind !== "person");
    if (before === undefined) return lead;
    return this.#parties.toActors(before.speaker).slice(0, 1);
  }

  /** "denied the charge", "denies wrongdoing", "denied stealing". */
  #isCharge(verb: number): boolean {
    const { lemmas, tags, features, tree } = this.#document;
    const { object } = frameVerb(this.#document, tree, verb);
    if (object >= 0) return CHARGED.test(lemmas[object].toLowerCase());
    const clause = findChild(this.#document, tree, verb, ["xcomp", "ccomp"]);
    return clause > verb && tags[clause] === "VERB" && features[clause].includes("VerbForm=Ger");
  }
}
