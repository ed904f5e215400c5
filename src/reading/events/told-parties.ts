/**
 * Whom the words of a told deed mean: parties themselves, those whom organs and unnamed people belong to, and whoever
 * answers for a thing ("the ruling", "their claim").
 */
import type { CaseDocument } from "../cases/case-draft.ts";
import { isLegalWord } from "../cases/legal-words.ts";
import { getNounClass } from "../referents.ts";
import { findChild, listChildren } from "../tree-index.ts";
import { GENERAL_BODIES, getKindOfHeadNoun } from "../word-lists.ts";
import { findDeedOwner, isAct } from "./deed-owners.ts";
import type { EventfulDocument } from "./draft-events.ts";
import { ACTING } from "./entity-finder.ts";
import { findObliques, frameVerb } from "./event-frame.ts";
import { Offices } from "./offices.ts";
import { findActingPlaces } from "./told-sides.ts";
import { DRAFTED, DRAFTING } from "./told-words.ts";

export type ToldDocument = EventfulDocument & CaseDocument;

/** Organs by which a state acts. */
const ORGANS =
  /^(?:government|presidency|parliament|ministry|authority|authorities|military|army|embassy|cabinet|administration|regime|navy|troops)$/;
/** Those who speak for somebody. */
const SPEAKING =
  /^(?:spokes(?:man|woman|person)|lawyer|attorney|envoy|ambassador|diplomat|consul|representative|counterpart|delegate|delegation)$/;
/** Nouns that count people. */
const QUANTITIES =
  /^(?:ten|dozen|score|hundred|thousand|million|number|majority|handful|crowd|lot|tens|scores|dozens)$/;
/** Sides before a court. */
const SIDES = /^(?:defen[cs]e|prosecution|opposition|bench|jury|junta)$/;
/** Bodies that vote. */
const VOTING = /\b(?:council|assembly|parliament|congress|senate|committee|board|conference|commission)\b/i;
const REPORTING = /^(?:say|tell|announce|report|declare|show|add|warn|state)$/;
/** What a party brings before a court. */
const BROUGHT = /^(?:case|lawsuit|suit|complaint|petition|application|claim)$/;
/** What only courts give. */
const JUDGED = /^(?:ruling|verdict|judgment|judgement|sentence|conviction|acquittal|trial)$/;
/** How far into a report its court may be named first. */
const OPENING_SENTENCES = 4;
const DOING_FOR = new Set(["of", "for", "from"]);

export class ToldParties {
  /** The state that is told of most; -1 for none. */
  readonly homeState: number;
  /** Who does what the report is about. */
  readonly leads: readonly number[];
  readonly #document: ToldDocument;
  readonly #offices: Offices;
  readonly #court: number;
  /** The state or body that brought the case before the court; -1 for none. */
  readonly #applicant: number;
  /** Who put forward the text that the report is about. */
  readonly #makers: readonly number[];
  readonly #voters: number;
  /** Answers given before, by entity: the same are asked for again and again. */
  readonly #isPartyOf: boolean[] = [];
  readonly #actorsOf: (readonly number[])[] = [];
  /** Those with a name who speak for somebody: reports tell what they say as theirs. */
  readonly #spokesmen: ReadonlySet<number>;
  /** Names taken for places that act. */
  readonly #acting: ReadonlySet<number>;
  /** Whether the report is about what the court does. */
  #isOfCase = false;

  constructor(document: ToldDocument) {
    this.#document = document;
    const { resolvedEntities, caseDrafts } = document;
    this.#acting = findActingPlaces(document);
    this.#spokesmen = new Set(
      document.roleDrafts
        .filter(({ title }) => /\bspokes(?:man|woman|person)\b/i.test(title))
        .map(({ holder }) => document.entityOf[holder])
        .filter((entity) => entity >= 0 && resolvedEntities[entity].isNamed),
    );
    const states = new Map<string, number>();
    let home = -1;
    let most = 0;
    for (const { index, kind, country, isNamed, mentions } of resolvedEntities) {
      if (kind !== "state" || !isNamed) continue;
      if (country !== undefined && !states.has(country.code)) states.set(country.code, index);
      if (mentions.length > most) [home, most] = [index, mentions.length];
    }
    const isListed = home < 0 || resolvedEntities[home].country !== undefined;
    this.homeState = isListed ? this.#findUnlistedHome(home, Math.max(1, most)) : home;
    this.#offices = new Offices(document, states);
    this.#court = this.#findCourt();
    const applicant = caseDrafts.find(({ court }) => court >= 0 && court === this.#court)?.applicant ?? -1;
    const isBody = applicant >= 0 && /^(?:state|organisation)$/.test(resolvedEntities[applicant].kind);
    this.#applicant = isBody ? applicant : -1;
    this.#voters = resolvedEntities.findIndex(
      ({ kind, isNamed, name }) => kind === "organisation" && isNamed && VOTING.test(name),
    );
    this.#makers = this.#findAllMakers();
    this.leads = this.#findLeads();
  }

  /** A place with one name that no list knows and that is told of more than any state: a state of its own. */
  #findUnlistedHome(home: number, most: number): number {
    const { resolvedEntities } = this.#document;
    let found = home;
    for (const { index, kind, country, isNamed, mentions, name } of resolvedEntities) {
      if (kind !== "place" || !isNamed || country !== undefined || /\s/.test(name) || mentions.length <= most) continue;
      [found, most] = [index, mentions.length];
    }
    return found;
  }

  /** Parties of a phrase by its head and those joined to it; organs and people without a name stand for themselves. */
  at(head: number): number[] {
    if (head < 0) return [];
    const counted = this.#findCounted(head);
    return this.#document.entityFinder.findAt(counted, "recipient").filter((entity) => this.isParty(entity));
  }

  /** "tens of thousands of people": who is counted. */
  #findCounted(head: number): number {
    const { lemmas } = this.#document;
    let noun = head;
    for (let steps = 0; steps < 3 && QUANTITIES.test(lemmas[noun].toLowerCase()); steps++) {
      const of = findObliques(this.#document, this.#document.tree, noun).find(
        ({ preposition }) => preposition === "of",
      );
      if (of === undefined) break;
      noun = of.token;
    }
    return noun;
  }

  isParty(entity: number): boolean {
    return (this.#isPartyOf[entity] ??= this.#canBeParty(entity));
  }

  #canBeParty(entity: number): boolean {
    const { resolvedEntities, mentions, lemmas } = this.#document;
    const { kind, isNamed, mentions: own } = resolvedEntities[entity];
    if (isNamed) return kind !== "place" || this.#acting.has(entity) || this.#offices.toState(entity) >= 0;
    const lemma = lemmas[mentions[own[0]]?.headToken]?.toLowerCase() ?? "";
    if (kind === "place") return false;
    if (kind !== "organisation") return ACTING.has(kind);
    return (
      SIDES.test(lemma) ||
      getNounClass(lemma) === "organisation" ||
      GENERAL_BODIES.has(lemma) ||
      getKindOfHeadNoun(lemma) === "organisation" ||
      ORGANS.test(lemma)
    );
  }

  /** Whoever acts, himself first, then those he acts for. */
  toActors(entity: number): readonly number[] {
    return (this.#actorsOf[entity] ??= this.#findActors(entity));
  }

  #findActors(entity: number): readonly number[] {
    const capital = this.#offices.toState(entity);
    if (capital >= 0) return [capital];
    const holder = this.#offices.findHolder(entity);
    if (holder >= 0) return [holder];
    if (this.#document.resolvedEntities[entity].kind === "court") return [this.#toMainCourt(entity)];
    const principal = this.#document.entityFinder.toPrincipal(entity);
    const speaksHimself = principal !== entity && this.#spokesmen.has(entity);
    const found = principal === entity ? [entity] : speaksHimself ? [entity, principal] : [principal, entity];
    const state = principal === entity ? this.#offices.findStateServed(entity) : -1;
    if (state >= 0 && !found.includes(state)) found.push(state);
    if (!this.#document.resolvedEntities[entity].isNamed)
      for (const owner of this.#findOwnersOf(entity)) if (!found.includes(owner)) found.push(owner);
    // "a spokeswoman for the ministry", "the Norlandic ambassador": no more than whom they speak for.
    const { isNamed, kind, plural } = this.#document.resolvedEntities[entity];
    if (!isNamed && kind === "person" && !plural && found.length > 1) return found.filter((one) => one !== entity);
    // "the government": the state before its organ, which the report does not name.
    return this.#isOrgan(entity) ? found.reverse() : found;
  }

  /** Whether somebody, those he acts for or his state is among others. */
  areOneSide(entity: number, others: readonly number[]): boolean {
    const { resolvedEntities } = this.#document;
    const own = this.toActors(entity);
    const code = resolvedEntities[entity].country?.code;
    return others.some(
      (other) =>
        own.includes(other) ||
        this.toActors(other).some((one) => own.includes(one)) ||
        (code !== undefined && resolvedEntities[other].country?.code === code) ||
        // "his country", "her government".
        this.#document.mentions[resolvedEntities[other].mentions[0]]?.determiner === "possessive",
    );
  }

  #isOrgan(entity: number): boolean {
    const { resolvedEntities, mentions, lemmas } = this.#document;
    const { isNamed, mentions: own } = resolvedEntities[entity];
    return !isNamed && ORGANS.test(lemmas[mentions[own[0]].headToken].toLowerCase());
  }

  /** "a court", where the report names none but describes it closer somewhere: "the special anti-graft court". */
  #toMainCourt(court: number): number {
    const { resolvedEntities } = this.#document;
    if (resolvedEntities[court].isNamed || (this.#court >= 0 && resolvedEntities[this.#court].isNamed)) return court;
    const lengthOf = (entity: number): number => resolvedEntities[entity].name.length;
    const courts = resolvedEntities.filter(({ kind, plural }) => kind === "court" && !plural);
    return courts.reduce((best, { index }) => (lengthOf(index) > lengthOf(best) ? index : best), court);
  }

  /** Whose head somebody is: a body, or -1. */
  findBodyOf(person: number): number {
    return this.#offices.findBodyOf(person);
  }

  /** Whom an organ or people without a name belong to: "Norlandic officers", "fighters of the Front", "the government". */
  #findOwnersOf(entity: number): number[] {
    const { resolvedEntities, mentions, lemmas } = this.#document;
    const { mentions: own, kind } = resolvedEntities[entity];
    if (kind === "court") return [];
    const head = mentions[own[0]].headToken;
    const owners = this.findOwners(head).filter((owner) => resolvedEntities[owner].isNamed && owner !== entity);
    const lemma = lemmas[head].toLowerCase();
    if (owners.length > 0) return kind === "person" && !SPEAKING.test(lemma) && !/er$/.test(lemma) ? [] : owners;
    return ORGANS.test(lemma) && this.homeState >= 0 ? [this.homeState] : [];
  }

  /** Whose a thing is by the words of its phrase. */
  findOwners(head: number): number[] {
    const document = this.#document;
    const { tree, relations } = document;
    const owned = this.at(findChild(document, tree, head, ["nmod:poss"]));
    if (owned.length > 0) return owned;
    const phrases = findObliques(document, tree, head);
    for (const { preposition, token } of phrases) {
      const found = preposition === "by" ? this.at(token) : [];
      if (found.length > 0) return found;
    }
    const made = this.#findMakers(head);
    if (made.length > 0) return made;
    for (const child of listChildren(tree, head)) {
      if (!/^(?:compound|amod|nmod)$/.test(relations[child]) || child > head) continue;
      const isSpeaking = SPEAKING.test(document.lemmas[head].toLowerCase());
      const found = this.at(child).filter(
        (entity) => isSpeaking || document.resolvedEntities[entity].kind !== "person",
      );
      if (found.length > 0) return found;
    }
    for (const { preposition, token } of phrases) {
      const found = DOING_FOR.has(preposition) ? this.at(token) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "the armies of Norland and Estaria", "Norlandic and Estarian troops": all those named in a phrase. */
  findAllOwners(head: number): number[] {
    const document = this.#document;
    const { relations, resolvedEntities, tree } = document;
    const found = new Set<number>();
    const add = (token: number): void => {
      for (const entity of this.at(token)) if (resolvedEntities[entity].isNamed) found.add(this.toActors(entity)[0]);
      for (const child of listChildren(tree, token)) if (relations[child] === "conj") add(child);
    };
    for (const child of listChildren(tree, head))
      if (/^(?:amod|compound|nmod|nmod:poss|conj)$/.test(relations[child])) {
        add(child);
        for (const inner of listChildren(tree, child))
          if (relations[child] === "conj" && relations[inner] === "nmod") add(inner);
      }
    return [...found];
  }

  /** "a text which Norland had drafted", "a plan put forward by Norland". */
  #findMakers(head: number): number[] {
    const document = this.#document;
    const { lemmas, tags, tree } = document;
    for (const child of listChildren(tree, head)) {
      if (
        tags[child] !== "VERB" ||
        child < head ||
        !DRAFTING.has(toVerb(lemmas[child], document.tokens[child + 1]?.text))
      )
        continue;
      const found = this.at(frameVerb(document, tree, child).actor);
      if (found.length > 0) return found;
    }
    return [];
  }

  #findAllMakers(): number[] {
    const document = this.#document;
    const { lemmas, tags, tokens, tree } = document;
    for (let token = 0; token < tags.length; token++) {
      if (tags[token] !== "VERB") continue;
      const verb = toVerb(lemmas[token], tokens[token + 1]?.text);
      if (!DRAFTING.has(verb) || verb === "lead" || verb === "write") continue;
      const frame = frameVerb(document, tree, token);
      const thing = frame.object >= 0 ? lemmas[frame.object].toLowerCase() : "";
      const head = document.heads[token];
      const isMade = DRAFTED.has(thing) || (head >= 0 && DRAFTED.has(lemmas[head].toLowerCase()));
      const found = isMade ? this.at(frame.actor) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Who answers for a thing: whose it is, whose deed it names, the court of a case, or who does what the report is about. */
  findAnswerable(noun: number, not: readonly number[]): number[] {
    const document = this.#document;
    const others = (entities: readonly number[]): number[] => entities.filter((entity) => !not.includes(entity));
    if (noun >= 0) {
      const lemma = document.lemmas[noun].toLowerCase();
      const made = DRAFTED.has(lemma) ? others(this.#makers) : [];
      const own = others(this.findOwners(noun));
      if (own.length > 0) return [...made.slice(0, 1), ...own];
      if (made.length > 0) return [...made.slice(0, 1), ...others(this.#voters >= 0 ? [this.#voters] : [])];
      if (lemma === "vote" && this.#voters >= 0) return others([this.#voters]);
      if (BROUGHT.test(lemma) && this.#applicant >= 0) return others([this.#applicant, this.#court]);
      if (isLegalWord(lemma) && this.#court >= 0 && (this.#isOfCase || JUDGED.test(lemma)))
        return others([this.#court]);
      const owner = findDeedOwner(document, noun, document.deeds);
      if (owner >= 0 && !not.includes(owner)) return [document.entityFinder.toPrincipal(owner)];
      // "supported policies that …": not what the report is about.
      const isMeant = isAct(lemma) || isLegalWord(lemma) || DRAFTED.has(lemma);
      if (document.tags[noun] !== "PRON" && !(isMeant && this.#isPointedAt(noun))) return [];
    }
    return others(this.leads);
  }

  /** "the step", "that ruling"; in quotation marks whatever article it has: "hailed “a historic step”". */
  #isPointedAt(noun: number): boolean {
    const { tokens, quotationAt } = this.#document;
    if (quotationAt[noun] >= 0) return true;
    return [1, 2, 3].some((step) => /^(?:the|this|that|these|those)$/i.test(tokens[noun - step]?.text ?? ""));
  }

  #findLeads(): number[] {
    const named = this.#findDoers();
    const { resolvedEntities, mentions, sentences, header } = this.#document;
    const first = sentences.findIndex(({ start }) => start >= header.bodyStart);
    const isByPerson = named.every((entity) => resolvedEntities[entity].kind === "person");
    // Where a person opens the report, what the court did to him follows.
    const end = sentences[Math.min(first + (isByPerson ? OPENING_SENTENCES : 0), sentences.length - 1)]?.endToken ?? 0;
    this.#isOfCase =
      this.#court >= 0 && resolvedEntities[this.#court].mentions.some((one) => mentions[one].headToken < end);
    if (!this.#isOfCase && (this.#court < 0 || named.length > 0)) return named.slice(0, 2);
    // In a report of a case the court answers for what is done, and the state or body that brought it.
    return this.#applicant >= 0 ? [this.#applicant, this.#court] : [this.#court];
  }

  /** The court named first, or that of the only case. */
  #findCourt(): number {
    const { caseDrafts, resolvedEntities } = this.#document;
    const ofCases = new Set(caseDrafts.map(({ court }) => court));
    const fits = resolvedEntities.filter(
      ({ kind, isNamed, index }) => kind === "court" && (isNamed || ofCases.has(index)),
    );
    const first = fits.find(({ isNamed }) => isNamed) ?? fits[0];
    return first?.index ?? caseDrafts.find(({ court }) => court >= 0)?.court ?? -1;
  }

  #findDoers(): number[] {
    const document = this.#document;
    const { header, sentences, tokens } = document;
    const first = sentences.findIndex(({ start }) => start >= header.bodyStart);
    const lead = this.#findSubjects(first);
    if (lead.length > 0) return lead;
    const title = header.titleSpan;
    const headline =
      title === null ? -1 : sentences.findIndex(({ start, end }) => start <= title.start && end > title.start);
    if (headline >= 0 && tokens[sentences[headline].startToken] !== undefined) {
      const named = this.#findSubjects(headline);
      if (named.length > 0) return named;
    }
    return this.#voters >= 0 ? [this.#voters] : [];
  }

  /** The first party with a name in a sentence that no preposition governs. */
  #findFirst(sentence: number): number[] {
    const { mentions, entityOf, resolvedEntities, tags, tokens } = this.#document;
    for (const { index, sentence: own, phraseStart, endToken } of mentions) {
      if (own !== sentence || entityOf[index] < 0 || tags[phraseStart - 1] === "ADP") continue;
      const entity = entityOf[index];
      if (/^['’]s?$/.test(tokens[endToken]?.text ?? "")) continue;
      if (resolvedEntities[entity].isNamed && this.isParty(entity)) return [entity];
    }
    return [];
  }

  /** Who the main verb of a sentence, beneath verbs of reporting, is said of: those with names. */
  #findSubjects(sentence: number): number[] {
    const document = this.#document;
    const { heads, lemmas, resolvedEntities, sentences, tree } = document;
    if (sentence < 0) return [];
    const { startToken, endToken } = sentences[sentence];
    let root = startToken;
    while (root < endToken && heads[root] >= 0) root++;
    if (root === endToken) return [];
    const said = REPORTING.test(lemmas[root].toLowerCase())
      ? findChild(document, tree, root, ["ccomp", "parataxis"])
      : -1;
    if (said >= 0) root = said;
    const { actor, object, isPassive } = frameVerb(document, tree, root);
    const own = this.at(actor >= 0 ? actor : isPassive ? object : -1);
    const found = own.length > 0 ? own : this.#findFirst(sentence);
    const { header, mentions, tokens } = document;
    // What only the headline names may be no name: headlines write every word with a capital.
    const isInBody = (entity: number): boolean =>
      resolvedEntities[entity].mentions.some((one) => tokens[mentions[one].headToken].start >= header.bodyStart);
    return [...new Set(found.flatMap((entity) => this.toActors(entity)))].filter(
      (entity) => isInBody(entity) && (resolvedEntities[entity].isNamed || resolvedEntities[entity].kind === "court"),
    );
  }
}

/** "put forward" as one word. */
function toVerb(lemma: string, next: string | undefined): string {
  const verb = lemma.toLowerCase();
  return verb === "put" && next === "forward" ? "put_forward" : verb;
}
