/**
 * Decides which entity every role is of: a minister of a state, a director of a body.
 *
 * Where the words do not say it, a title of government belongs to the state or government spoken of last, in the same
 * paragraph or the one before.
 */
import { getCapitalCountry } from "../language/index.ts";
import { findFirst } from "./find-first.ts";
import { findStateOfDateline, findStateOfSeat, findStateSpokenOfMost } from "./find-home-state.ts";
import type { SpokenDocument } from "./find-speakers.ts";
import { isAdjectiveOf } from "./find-state-signs.ts";
import type { Mention } from "./mention.ts";
import { isCivic, type ResolvedDocument } from "./resolve-mentions.ts";
import type { RoleDraft } from "./roles/role-frame.ts";
import { getKindOfHeadNoun } from "./word-lists.ts";

/** Words of titles that somebody holds in a government or state. */
const OF_GOVERNMENT =
  /\b(minister|president|premier|chancellor|government|ministry|army|military|parliament|treasury|senator|congressman|congresswoman|king|queen|cabinet|monarch|attorney general|leader|interior|defen[cs]e|(?:foreign|home|defen[cs]e|treasury|health|trade|interior|education|justice|energy|labou?r|business|agriculture|transport|commerce|environment|finance) secretary|secretary of state)\b/;

/** Titles that a paper gives without a state to the heads of its own. */
const BARE = new Set(["president", "prime minister", "vice president"]);

/** Titles that a paper gives without a state to those of the state that its report is about. */
const OF_HOME =
  /\b(minister|president|premier|chancellor|senator|congressman|congresswoman|lawmaker|treasury|cabinet|king|queen|monarch|attorney general|solicitor general|public prosecutions|chief justice|police chief|army (?:chief|commander|spokesman|spokeswoman)|ombudsman|(?:foreign|home|defen[cs]e|treasury|health|trade|interior|education|justice|energy|labou?r|business|agriculture|transport|commerce|environment|finance) secretary|secretary of state)\b/;

/** Titles of those who serve the United Nations where nothing else is said. */
const OF_NATIONS = /^(?:(?:former|deputy|acting) )?(?:(?:u\.?n\.? )?secretary-general|under-?secretary-general)$/i;

/** Words of titles that one has of a town or a province. */
const OF_TOWN = /\b(?:mayor|governor|bishop)\b/;

/** Words of titles of those who speak for somebody. */
const OF_SPEAKER = /\b(spokesman|spokeswoman|spokesperson|press secretary)\b/;

/** Titles that one has in a body: in the one spoken of, where nothing else is said. */
const OF_BODY =
  /^(?:(?:former|acting|interim|deputy|co-?|joint|group|new|then|company|club|union|charity|association|team|country|firm) ?)*(?:chief executive(?: officer)?|ceo|managing director|director-general|general secretary|general manager|manager|owner|chair(?:man|woman|person)?|finance director|(?:chief|head) (?:\w+ )?(?:officer|economist|scientist|engineer|of [a-z]+)|campaign (?:chief|manager|director)|head coach|boss|founder|head of [a-z]+)$/;

/** Titles that are of a body or of none, never of a person. */
const NEVER_OF_PERSON =
  /\b(?:captain|manager|coach|chief executive(?: officer)?|managing director|chairman|chairwoman|chair|boss|commander|colleague|team-?mate)$/;

/** Titles of members of the United States government, as no other government has them. */
const OF_AMERICA =
  /^(?:(?:former|acting) )?(?:(?:treasury|homeland security) secretary|secretary of (?:state|homeland security|the treasury))$/;

/** Words of titles held at a court. */
const OF_COURT = /\b(?:prosecutor|judge|registrar|chief justice)\b|\bjustice$/;

/** Words of titles that make every part of a state a matter of the state itself. */
const GOVERNING_NOUNS = new Set(["ministry", "minister", "government", "authority", "parliament", "army", "cabinet"]);

interface Chosen {
  readonly roles: readonly RoleDraft[];
  readonly parts: SpokenDocument["attributionParts"] | undefined;
  readonly owners: readonly number[];
}

/** What was chosen last for a document, by its entities: events, cases, stances and the reading ask for the same. */
const known = new WeakMap<ResolvedDocument["resolvedEntities"], Chosen>();

/** Mentions that a report has of whom it is about, at least. */
const FEWEST_OF_PROTAGONIST = 4;

/** Per role the entity it is of, or -1. */
export function chooseRoleOwners(document: ResolvedDocument & Partial<SpokenDocument>): readonly number[] {
  const { resolvedEntities, roleDrafts: roles, attributionParts: parts } = document;
  const before = known.get(resolvedEntities);
  if (before !== undefined && before.roles === roles && before.parts === parts) return before.owners;
  const chooser = new OwnerChooser(document);
  const owners = roles.map((role) => chooser.choose(role, 0));
  known.set(resolvedEntities, { roles, parts, owners });
  return owners;
}

/** The state that is spoken of most, else that of the one seat of government; -1 for none. */
function findOtherHome(document: ResolvedDocument): number {
  const spokenOfMost = findStateSpokenOfMost(document);
  return spokenOfMost >= 0 ? spokenOfMost : findStateOfSeat(document);
}

class OwnerChooser {
  readonly #document: ResolvedDocument & Partial<SpokenDocument>;
  readonly #governing: Set<number>;
  #ownState: number | undefined;
  /** Where no dateline tells. */
  #otherHome: number | undefined;
  /** A restored text has lost its paragraphs: then only the sentence before counts. */
  readonly #hasParagraphs: boolean;

  constructor(document: ResolvedDocument & Partial<SpokenDocument>) {
    this.#document = document;
    this.#governing = findGoverning(document);
    this.#hasParagraphs = document.paragraphOf.at(-1) !== 0;
  }

  choose(role: RoleDraft, depth: number): number {
    const owner = this.#chooseBySigns(role, depth);
    if (owner >= 0) return this.#toStateOfDepartment(role, owner);
    if (OF_NATIONS.test(role.title)) return this.#findNamed("United Nations");
    if (role.of < 0 && OF_AMERICA.test(role.title)) return this.#findNamed("United States");
    return role.of < 0 && OF_HOME.test(role.title) && !/ judge$/.test(role.title) && this.#mayBeOfHome(role)
      ? this.#findHome()
      : -1;
  }

  /** "President Jon Berg", "the prime minister": no "president" of a firm, which stands behind a name or has an owner. */
  #mayBeOfHome({ description, title }: RoleDraft): boolean {
    const mention = this.#document.mentions[description];
    if (mention !== undefined && mention.determiner === "indefinite") return /^former /.test(title);
    return mention === undefined || mention.determiner === "definite" || mention.determiner === "none";
  }

  #findHome(): number {
    const own = this.#findOwnState();
    if (own >= 0) return own;
    this.#otherHome ??= findOtherHome(this.#document);
    return this.#otherHome;
  }

  #findOwnState(): number {
    this.#ownState ??= findStateOfDateline(this.#document);
    return this.#ownState;
  }

  #findNamed(wanted: string): number {
    return this.#document.resolvedEntities.find(({ name, isNamed }) => isNamed && name === wanted)?.index ?? -1;
  }

  /** "a Trade Ministry spokesman": the title names the ministry, and the state is whose ministry it is. */
  #toStateOfDepartment(role: RoleDraft, owner: number): number {
    const { resolvedEntities } = this.#document;
    const { name, country, kind } = resolvedEntities[owner];
    if (kind === "state" || !/ (?:ministry|department)$/i.test(name)) return owner;
    const words = name.toLowerCase().split(" ").slice(-2);
    if (!words.every((word) => role.title.toLowerCase().includes(word))) return owner;
    const own =
      country === undefined
        ? undefined
        : resolvedEntities.find((entity) => entity.kind === "state" && entity.country?.code === country.code);
    if (own !== undefined) return own.index;
    const spokenOf = this.#findGovernmentSpokenOf(role);
    const state = spokenOf >= 0 ? spokenOf : this.#findHome();
    return state >= 0 && resolvedEntities[state].kind === "state" ? state : owner;
  }

  /** The town that the sentences before speak of. */
  #findTownSpokenOf({ holder, title }: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    const { sentence } = mentions[holder];
    const reach = /\bmayor\b/.test(title) ? 3 : 1;
    for (let index = holder - 1; index >= 0 && sentence - mentions[index].sentence <= reach; index--) {
      const entity = resolvedEntities[entityOf[index]];
      if (entity?.kind === "place" && entity.isNamed) return entity.index;
    }
    return -1;
  }

  /** "For the movement, the chief negotiator, Jon Berg, …", "Speaking for Quell, Minister Jon Berg …", "In Quell, Minister …". */
  #findOwnerInFront(role: RoleDraft): number {
    const { mentions, entityOf, sentences, tokens, resolvedEntities } = this.#document;
    const holder = mentions[role.holder];
    const { startToken } = sentences[holder.sentence];
    const opening = tokens[startToken].text.toLowerCase();
    const at = opening === "speaking" ? startToken + 2 : startToken + 1;
    const front = mentions.find(
      ({ sentence, phraseStart, by }) => sentence === holder.sentence && phraseStart === at && by === "name",
    );
    if (front === undefined || front.index >= role.holder || tokens[front.endToken]?.text !== ",")
      return this.#findStateOfCapitalInFront(role, holder.sentence);
    const entity = resolvedEntities[entityOf[front.index]];
    if (entity === undefined) return -1;
    const isFor = tokens[at - 1].text.toLowerCase() === "for" && front.endToken < role.startToken;
    const state = this.#stateOfCapital(entity.index);
    if (isFor && entity.kind !== "person") return state >= 0 ? state : entity.kind === "place" ? -1 : entity.index;
    return (opening === "in" || opening === "from") && OF_GOVERNMENT.test(role.title) ? state : -1;
  }

  /** "In the Norlandic capital, Quell, … President Jon Berg": Norland. */
  #findStateOfCapitalInFront(role: RoleDraft, sentence: number): number {
    const { mentions, sentences, tokens, lemmas, entityOf } = this.#document;
    const { startToken } = sentences[sentence];
    if (!/^(?:in|from)$/i.test(tokens[startToken].text) || !OF_GOVERNMENT.test(role.title)) return -1;
    const front = mentions.find(
      (mention) =>
        mention.sentence === sentence && mention.phraseStart === startToken + 1 && mention.by === "description",
    );
    if (front === undefined || front.index >= role.holder || lemmas[front.headToken] !== "capital") return -1;
    const owners = [front.possessor, ...front.modifiers].filter((index) => index >= 0);
    return owners.map((index) => entityOf[index]).find((owner) => this.#governing.has(owner)) ?? -1;
  }

  /** The state named in the report whose capital the place is; -1 for other places. */
  #stateOfCapital(entity: number): number {
    const { resolvedEntities } = this.#document;
    const { kind, name, country } = resolvedEntities[entity];
    if (kind !== "place" || country === undefined || getCapitalCountry(name)?.code !== country.code) return -1;
    return (
      resolvedEntities.find((other) => other.kind === "state" && other.country?.code === country.code)?.index ?? -1
    );
  }

  #chooseBySigns(role: RoleDraft, depth: number): number {
    const { entityOf, resolvedEntities, roleDrafts, mentions, tokens } = this.#document;
    if (role.of < 0) {
      const body = this.#findBodyInTitle(role.title);
      if (body >= 0) return body;
      const state = this.#findStateInTitle(role);
      if (state >= 0) return state;
    }
    if (role.of >= 0) {
      const speaker = this.#findSpeakerBefore(role);
      const owner = speaker >= 0 ? speaker : entityOf[role.of];
      const entity = resolvedEntities[owner];
      // Nobody is of himself, and no office is of a thing without a name: "its top lobbyist".
      if (owner >= 0 && owner === entityOf[role.holder]) return -1;
      if (entity !== undefined && entity.kind === "other" && !entity.isNamed) return -1;
      if (entity === undefined) {
        const { gender } = mentions[role.of];
        const subject = this.#findSubjectSpokenOf(role, gender !== undefined);
        if (subject < 0 && gender !== undefined) return this.#findProtagonist(role, gender);
        return subject < 0 && OF_GOVERNMENT.test(role.title) ? this.#findGovernmentSpokenOf(role, true) : subject;
      }
      // "his captain" is the captain of the team in which he plays.
      if (entity.kind === "person" && mentions[role.of].by === "pronoun" && NEVER_OF_PERSON.test(role.title)) return -1;
      // "A spokesman in Quell": where he sits, not for whom he speaks.
      if (entity.kind === "place" && /^(?:spokesman|spokeswoman|spokesperson)$/.test(role.title)) {
        const subject = this.#findSubjectSpokenOf(role, false);
        if (subject >= 0) return subject;
      }
      // "Judge Ann Dahl of Norland": where a judge is from, not the bench.
      const isOrigin =
        OF_COURT.test(role.title) &&
        entity.kind === "state" &&
        role.description < 0 &&
        mentions[role.of].startToken > mentions[role.holder].startToken;
      const court = isOrigin ? this.#findCourtSpokenOf(role) : -1;
      if (court >= 0) return court;
      if (entity.kind !== "person" || !OF_GOVERNMENT.test(role.title) || depth > 0) return owner;
      // "his former defence minister": of the state that he himself has an office in.
      const own = roleDrafts.find((other) => entityOf[other.holder] === owner && OF_GOVERNMENT.test(other.title));
      const state = own === undefined ? -1 : this.choose(own, depth + 1);
      if (state >= 0) return state;
      // "Dahl and former President Jon Berg": no head of a state is of a person, but where it says "Velland's".
      const isSaid = [role.holder, role.description].some((index) => mentions[index]?.possessor === role.of);
      return !isSaid && BARE.has(role.title.replace(/^former /, "")) ? -1 : owner;
    }
    const spokenFor = this.#findOwnerInFront(role);
    if (spokenFor >= 0) return spokenFor;
    if (OF_TOWN.test(role.title)) return this.#findTownSpokenOf(role);
    // A "presiding judge", restored as "president judge", is no president.
    if (OF_GOVERNMENT.test(role.title) && !/ judge$/.test(role.title)) {
      const near = this.#findGovernmentSpokenOf(role, false, 0);
      if (near >= 0) return near;
      const own = OF_HOME.test(role.title) && this.#mayBeOfHome(role) ? this.#findOwnState() : -1;
      const spokenOf = own >= 0 ? own : this.#findGovernmentSpokenOf(role);
      return spokenOf >= 0 ? spokenOf : this.#findOnlyGovernmentWith(role);
    }
    // "the prosecutor" and "a third judge" are of the court spoken of, "a former judge" of any.
    const description = mentions[role.description];
    const isNext = /^(?:second|third|fourth|fifth)$/.test(tokens[(description?.startToken ?? -1) + 1]?.text ?? "");
    const determiner = isNext ? "definite" : (description?.determiner ?? "definite");
    if (OF_COURT.test(role.title)) return determiner === "indefinite" ? -1 : this.#findCourtSpokenOf(role);
    if (OF_BODY.test(role.title) && determiner !== "indefinite") return this.#findBodySpokenOf(role);
    if (!OF_SPEAKER.test(role.title)) return -1;
    return this.#findSubjectSpokenOf(
      role,
      false,
      /^(?:company|firm|airline|group|charity|party|union) /.test(role.title),
    );
  }

  /** "…, the charity Oxmar said. Its director, …": the body that spoke in the sentence before. */
  #findSpeakerBefore({ of, holder }: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities, sentences, paragraphOf, attributionParts } = this.#document;
    const { by, phraseStart, sentence, gender } = mentions[of];
    if (by !== "pronoun" || gender !== undefined || phraseStart !== sentences[sentence].startToken) return -1;
    if (sentence === 0 || paragraphOf[sentence - 1] !== paragraphOf[mentions[holder].sentence]) return -1;
    const last = attributionParts?.findLast(
      ({ speaker }) => speaker >= 0 && mentions[speaker].sentence === sentence - 1,
    );
    const entity = resolvedEntities[last === undefined ? -1 : entityOf[last.speaker]];
    return entity?.isNamed && entity.kind === "organisation" ? entity.index : -1;
  }

  /** "a commission spokesman" in a report on one commission with a name: that one. */
  #findBodyInTitle(title: string): number {
    const [first, second] = title.split(" ");
    // "House Speaker": of no body that is called a house otherwise.
    if (second === undefined || first === "house" || getKindOfHeadNoun(first) !== "organisation") return -1;
    const named = this.#document.resolvedEntities.filter(
      ({ isNamed, name, kind }) => isNamed && kind === "organisation" && isBodyCalled(name.toLowerCase(), first),
    );
    return named.length === 1 ? named[0].index : -1;
  }

  /** "former Hestrian general", where nobody knows the adjective for a name, in a report on Hestria. */
  #findStateInTitle({ startToken, endToken }: RoleDraft): number {
    const { tokens, resolvedEntities } = this.#document;
    for (let token = startToken; token < endToken; token++) {
      const { text } = tokens[token];
      if (!/^\p{Lu}\p{Ll}+(?:an|ese)$/u.test(text)) continue;
      const state = resolvedEntities.find(
        ({ kind, isNamed, name }) =>
          kind === "state" && isNamed && isAdjectiveOf(text.toLowerCase(), name.toLowerCase()),
      );
      if (state !== undefined) return state.index;
    }
    return -1;
  }

  /** "His lawyer, Jon Berg, said", with nobody near: of whom the report speaks most by far; -1 where that is nobody. */
  #findProtagonist({ holder }: RoleDraft, gender: Mention["gender"]): number {
    const { resolvedEntities, entityOf } = this.#document;
    const [first, second] = resolvedEntities
      .filter(({ kind, isNamed, index }) => kind === "person" && isNamed && index !== entityOf[holder])
      .filter((person) => person.gender === undefined || person.gender === gender)
      .sort((a, b) => b.mentions.length - a.mentions.length);
    if (first === undefined || first.mentions.length < FEWEST_OF_PROTAGONIST) return -1;
    return first.mentions.length >= 2 * (second?.mentions.length ?? 0) ? first.index : -1;
  }

  /** The court named last before, else the only one. */
  #findCourtSpokenOf(role: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    const courts = resolvedEntities.filter(({ kind, isNamed }) => kind === "court" && isNamed);
    if (courts.length === 0) return this.#findUnnamedCourt(role);
    if (courts.length === 1) return courts[0].index;
    const { sentence } = mentions[role.holder];
    for (let index = role.holder - 1; index >= 0 && sentence - mentions[index].sentence <= 4; index--) {
      const entity = entityOf[index];
      if (entity >= 0 && resolvedEntities[entity].kind === "court" && resolvedEntities[entity].isNamed) return entity;
    }
    const [first, second] = [...courts].sort((a, b) => b.mentions.length - a.mentions.length);
    return first.mentions.length >= 2 * second.mentions.length ? first.index : -1;
  }

  /** "The anti-graft court found … Judge Ann Dahl said": the court spoken of last. */
  #findUnnamedCourt({ holder }: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    for (let index = holder - 1; index >= 0 && mentions[holder].sentence - mentions[index].sentence <= 4; index--) {
      const entity = resolvedEntities[entityOf[index]];
      if (entity?.kind === "court" && !entity.plural && mentions[index].determiner !== "indefinite")
        return entity.index;
    }
    return -1;
  }

  /** The state or government that a mention is, belongs to or holds an office in; -1 for none. */
  #governmentOf(index: number): number {
    const { mentions, entityOf, lemmas, roleDrafts } = this.#document;
    const entity = entityOf[index];
    if (entity >= 0 && this.#governing.has(entity)) return entity;
    if (entity >= 0 && this.#document.relations[mentions[index].attachment].startsWith("nsubj")) {
      const state = this.#stateOfCapital(entity);
      if (state >= 0) return state;
    }
    const { by, headToken, possessor, modifiers } = mentions[index];
    if (by === "description" && GOVERNING_NOUNS.has(lemmas[headToken].toLowerCase())) {
      const owner = [possessor, ...modifiers]
        .map((other) => entityOf[other] ?? -1)
        .find((other) => this.#governing.has(other));
      if (owner !== undefined) return owner;
      const after = this.#ownerOfDescription(mentions[index]);
      if (after >= 0) return after;
    }
    const office =
      by === "name" ? roleDrafts.find((role) => role.holder === index && OF_GOVERNMENT.test(role.title)) : undefined;
    const owner = office === undefined || office.of < 0 ? -1 : entityOf[office.of];
    return this.#governing.has(owner) ? owner : -1;
  }

  /** The body, or the person, that the same paragraph says something of: whose "its spokesman" is where nothing else tells. */
  #findSubjectSpokenOf(role: RoleDraft, isPerson: boolean, isCompany = false): number {
    const { mentions, entityOf, heads, paragraphOf, relations, resolvedEntities } = this.#document;
    const holder = mentions[role.holder];
    const reach = this.#hasParagraphs ? 3 : 1;
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      const isElsewhere = paragraphOf[holder.sentence] !== paragraphOf[mention.sentence];
      if (isElsewhere || holder.sentence - mention.sentence > reach) break;
      const entity = entityOf[index];
      if (mention.quotation !== holder.quotation || entity === entityOf[role.holder]) continue;
      if (entity < 0 || !relations[mention.attachment].startsWith("nsubj") || mention.startToken >= role.startToken)
        continue;
      // "the Commission, which oversees a treaty that both states signed": what is told of the Commission. "The union says that
      // the firm cut jobs": what is told of the union.
      if (/^(?:acl|ccomp)/.test(relations[heads[mention.attachment]] ?? "")) continue;
      const { kind } = resolvedEntities[entity];
      const isBody = kind === "organisation" || (!isCompany && (kind === "state" || kind === "court"));
      if (isPerson ? kind === "person" : isBody) return entity;
    }
    return -1;
  }

  /** "The chief executive, Jon Berg": of the body that the sentences before say something of, else of the one that the report is about. */
  #findBodySpokenOf(role: RoleDraft): number {
    const near = this.#findSubjectSpokenOf(role, false, true);
    if (near >= 0) return near;
    const before = this.#findFirmBefore(role);
    if (before >= 0) return before;
    const [first, second] = this.#document.resolvedEntities
      .filter(({ kind, isNamed, country }) => kind === "organisation" && isNamed && country === undefined)
      .sort((a, b) => b.mentions.length - a.mentions.length);
    if (first === undefined || first.mentions.length < 3) return -1;
    return first.mentions.length >= 2 * (second?.mentions.length ?? 0) ? first.index : -1;
  }

  /** "Quellix said it would pay. ¶ Chief executive Jon Berg …": the one firm that the paragraph before says something of. */
  #findFirmBefore({ holder, title }: RoleDraft): number {
    const { mentions, entityOf, paragraphOf, relations, resolvedEntities, sentences } = this.#document;
    const { sentence, phraseStart } = mentions[holder];
    if (!this.#hasParagraphs || !/executive|managing director|founder|boss|ceo/.test(title)) return -1;
    const isFirst = sentence > 0 && paragraphOf[sentence - 1] !== paragraphOf[sentence];
    if (!isFirst || phraseStart !== sentences[sentence].startToken) return -1;
    const firms = new Set<number>();
    for (
      let index = holder - 1;
      index >= 0 && paragraphOf[mentions[index].sentence] >= paragraphOf[sentence] - 1;
      index--
    ) {
      const { attachment, quotation } = mentions[index];
      const entity = resolvedEntities[entityOf[index]];
      const isFirm = entity?.kind === "organisation" && entity.isNamed && !isCivic(entity.name);
      if (isFirm && quotation < 0 && relations[attachment].startsWith("nsubj")) firms.add(entity.index);
    }
    return firms.size === 1 ? [...firms][0] : -1;
  }

  /** "President Jon Berg" in a report that speaks of "Norland's president" and of no other: Norland. */
  #findOnlyGovernmentWith({ title, holder }: RoleDraft): number {
    if (!BARE.has(title)) return -1;
    const { mentions, entityOf, roleDrafts } = this.#document;
    const owners = new Set<number>();
    for (const mention of mentions) {
      if (mention.by !== "description" || !this.#isOffice(mention, title)) continue;
      const owner = this.#ownerOfDescription(mention);
      if (owner >= 0) owners.add(owner);
    }
    const [only] = owners;
    if (owners.size !== 1 || this.#document.resolvedEntities[only].kind !== "state") return -1;
    // Of two presidents without a state either may be meant, and who is said to be Norland's is the one.
    const isAlone = roleDrafts.every(
      (other) =>
        other.title !== title ||
        entityOf[other.holder] === entityOf[holder] ||
        (other.of >= 0 && entityOf[other.of] !== only),
    );
    return isAlone ? only : -1;
  }

  /** Whether the description ends with the words of the title: "sitting president". */
  #isOffice({ startToken, headToken }: Mention, title: string): boolean {
    const { tokens } = this.#document;
    const words = title.split(" ");
    const first = headToken - words.length + 1;
    return first >= startToken && words.every((word, k) => tokens[first + k].text.toLowerCase() === word);
  }

  /** The government whose office a description names: "Norland's president", "the president of Norland". */
  #ownerOfDescription({ possessor, modifiers, endToken }: Mention): number {
    const { mentions, entityOf, tokens } = this.#document;
    const owners = [possessor, ...modifiers].filter((index) => index >= 0).map((index) => entityOf[index]);
    if (tokens[endToken]?.text === "of") {
      const at = findFirst(mentions, endToken + 1, ({ headToken }) => headToken);
      const object = mentions[at];
      // "the government of neighbouring Norland".
      const isClose = object !== undefined && object.phraseStart <= endToken + 2;
      if (isClose && object.by === "name") owners.push(entityOf[object.index]);
    }
    return owners.find((owner) => this.#governing.has(owner)) ?? -1;
  }

  /**
   * @param isOwned Whether it says that the office is somebody's: "its president".
   * @param mostApart Paragraphs back that count.
   */
  #findGovernmentSpokenOf(role: RoleDraft, isOwned = false, mostApart = 1): number {
    const { mentions, paragraphOf, relations } = this.#document;
    const isBare = BARE.has(role.title) && !isOwned;
    const holder = mentions[role.holder];
    const reach = this.#hasParagraphs ? 3 : 1;
    let fallback = -1;
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      const apart = paragraphOf[holder.sentence] - paragraphOf[mention.sentence];
      const isElsewhere = apart > 0 && (fallback >= 0 || isBare);
      if (isElsewhere || apart > mostApart || holder.sentence - mention.sentence > reach) break;
      const entity = this.#governmentOf(index);
      if (entity < 0 || mention.quotation !== holder.quotation || mention.startToken >= role.startToken) continue;
      if (relations[mention.attachment].startsWith("nsubj")) return entity;
      if (fallback < 0 && apart === 0 && !isBare) fallback = entity;
    }
    return fallback;
  }
}

/** "commission" of "Lake Commission" and of "Commission of the Lake": the noun that says what it is. */
function isBodyCalled(name: string, noun: string): boolean {
  const words = name.split(" ");
  if (words.length < 2) return false;
  const link = words.findIndex((word) => word === "of" || word === "for");
  return words[link > 0 ? link - 1 : words.length - 1] === noun;
}

/** States, and whoever has ministries and ministers. */
function findGoverning({ resolvedEntities, mentions, entityOf, lemmas }: ResolvedDocument): Set<number> {
  const governing = new Set<number>();
  for (const { index, kind, isNamed } of resolvedEntities) if (kind === "state" && isNamed) governing.add(index);
  for (const { by, headToken, possessor, modifiers } of mentions) {
    if (by !== "description" || !GOVERNING_NOUNS.has(lemmas[headToken].toLowerCase())) continue;
    for (const owner of possessor >= 0 ? [possessor] : modifiers) {
      const entity = entityOf[owner];
      if (entity >= 0 && /^(?:state|organisation|place|other)$/.test(resolvedEntities[entity].kind))
        governing.add(entity);
    }
  }
  return governing;
}
