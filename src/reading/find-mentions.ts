/**
 * Finds the words that refer: names, noun phrases and personal pronouns, each with what its own words tell about kind,
 * number and gender.
 *
 * Phrases are cut from tags first and trees second, since a wrong head spoils less that way: from a noun to the left over
 * what can stand before it and hangs together. Phrases after the noun ("of the council") are not part of a mention.
 */
import { getGivenNameGender, type Name, type NameGender, type Span } from "../language/index.ts";
import type { EntityKind, Mention, MentionedDocument, QuotedDocument } from "./mention.ts";
import { endsAsAgent, getNounClass, isKnownNoun } from "./referents.ts";
import { CALENDAR, GENDERED_NOUNS, getKindOfHeadNoun, HONORIFICS, PRONOUNS, RANKS, TIME_NOUNS } from "./word-lists.ts";

/**
 * Requires every layer of the language room, `header` and `quotations`; adds `mentions`, `mentionAt` and `quotationAt`.
 *
 * @param sources Words that speak, as token numbers: they refer, whatever words they are ("one of the three").
 */
export function findMentions<Given extends QuotedDocument>(
  document: Given,
  sources: readonly (readonly number[])[] = [],
): Given & MentionedDocument {
  const finder = new MentionFinder(document);
  for (let s = 0; s < document.sentences.length; s++) finder.readSentence(s);
  for (const source of sources) finder.readSource(source);
  return { ...document, ...finder.finish() };
}

type Draft = { -readonly [Key in keyof Mention]: Mention[Key] };

class MentionFinder {
  readonly #document: QuotedDocument;
  readonly #drafts: Draft[] = [];
  /** Per token the name that holds it, or -1. */
  readonly #nameAt: Int32Array;
  readonly #quotationAt: Int32Array;
  /** Per token whether a mention is headed there. */
  readonly #isHead: Uint8Array;
  #sentence = 0;
  #firstToken = 0;

  constructor(document: QuotedDocument) {
    this.#document = document;
    this.#nameAt = new Int32Array(document.tokens.length).fill(-1);
    for (const [index, name] of document.knownNames.entries()) this.#nameAt.fill(index, name.startToken, name.endToken);
    this.#isHead = new Uint8Array(document.tokens.length);
    this.#quotationAt = mapTokensToSpans(document, document.quotations);
  }

  readSentence(sentence: number): void {
    const { sentences, tags, tokens, relations } = this.#document;
    this.#sentence = sentence;
    this.#firstToken = sentences[sentence].startToken;
    for (let token = sentences[sentence].endToken - 1; token >= this.#firstToken; token--) {
      const tag = tags[token];
      if (this.#isOutside(token)) continue;
      if (this.#isTail(token)) {
        token -= 3;
        continue;
      }
      if (this.#nameAt[token] >= 0 || tag === "NOUN" || tag === "PROPN" || this.#standsForPerson(token)) {
        token = this.#addPhrase(token);
      } else if (tag === "PRON" || tag === "DET") {
        const form = PRONOUNS.get(tokens[token].text.toLowerCase());
        if (form === undefined || relations[token].startsWith("expl")) continue;
        if (tag === "DET" && !form.possessive) continue;
        if (form.relative && !this.#isRelative(token)) continue;
        this.#addPronoun(token);
      }
    }
  }

  /** "law" of "son-in-law", "chief" of "commander-in-chief": part of the word before it. */
  #isTail(token: number): boolean {
    if (token >= this.#document.tokens.length) return false;
    const isTied = this.#isHyphen(token - 1) && this.#document.tags[token - 2] === "ADP" && this.#isHyphen(token - 3);
    return isTied && this.#document.tags[token - 4] === "NOUN";
  }

  /** "the chief executive", "a professional": tagged as an adjective, but the head of a phrase for a person. */
  #standsForPerson(token: number): boolean {
    const { tags, tokens, lemmas, relations } = this.#document;
    if (tags[token] !== "ADJ") return false;
    // "took over as chief executive", which trees hang anywhere.
    const isChief = tokens[token].text === "executive" && tokens[token - 1]?.text.toLowerCase() === "chief";
    if (isChief && !/^(?:NOUN|PROPN|ADJ)$/.test(tags[token + 1] ?? "")) return true;
    // "Its chief executive, Ann Dahl, said": where a comma follows, the tree may have it as anything.
    const isCutOff = isComma(tokens[token + 1]?.text) && !/^(?:amod|compound)/.test(relations[token]);
    if (!isCutOff && !/^(?:nsubj|obj|iobj|obl|nmod|appos|root|conj|ccomp)/.test(relations[token])) return false;
    const before = token > this.#firstToken ? tags[token - 1] : undefined;
    const isAfter = before === "DET" || before === "ADJ" || isPossessiveMark(tokens[token - 1]?.text ?? "");
    const next = tags[token + 1];
    if (!isAfter || next === "NOUN" || next === "ADJ") return false;
    const lemma = lemmas[token].toLowerCase();
    return isKnownNoun(lemma) && getNounClass(lemma) === "person";
  }

  /** Makes a mention of words in which no noun, name or pronoun was found. */
  readSource(source: readonly number[]): void {
    const { tags, tokens, sentences } = this.#document;
    const [startToken] = source;
    if (startToken === undefined || this.#isOutside(startToken)) return;
    const nominal = source.find(
      (token) => /^(NUM|PRON|ADJ|DET)$/.test(tags[token]) && !/^(the|a|an)$/i.test(tokens[token].text),
    );
    if (nominal === undefined || this.#isHead[nominal] === 1 || PRONOUNS.has(tokens[nominal].text.toLowerCase()))
      return;
    const isPartOf = tokens[nominal + 1]?.text === "of";
    if (!isPartOf && source.some((token) => this.#isHead[token] === 1)) return;
    this.#sentence = sentences.findIndex(({ endToken }) => endToken > startToken);
    const endToken = source.every((token, k) => token === startToken + k) ? source[source.length - 1] + 1 : nominal + 1;
    const isOne = /^(one|another|neither|none)$/i.test(tokens[nominal].text);
    this.#add({
      startToken,
      endToken,
      headToken: nominal,
      by: "description",
      kind: isOne ? "person" : "group",
      plural: !isOne,
      phraseStart: startToken,
      determiner: "quantity",
    });
  }

  /** The mentions in text order of their heads, with their links to one another following them. */
  finish(): Pick<MentionedDocument, "mentions" | "mentionAt" | "quotationAt"> {
    const drafts = this.#drafts;
    const order = drafts.map((_, index) => index).sort((a, b) => drafts[a].headToken - drafts[b].headToken);
    const place = new Int32Array(drafts.length);
    for (const [to, from] of order.entries()) place[from] = to;
    const mentionAt = new Int32Array(this.#document.tokens.length).fill(-1);
    const mentions = order.map((from, index) => {
      const draft = drafts[from];
      draft.index = index;
      draft.possessor = draft.possessor < 0 ? -1 : place[draft.possessor];
      draft.modifiers = draft.modifiers.map((modifier) => place[modifier]);
      mentionAt[draft.headToken] = index;
      return draft;
    });
    return { mentions, mentionAt, quotationAt: this.#quotationAt };
  }

  /** Between headline and text stand outlet, date and byline: they are not of the report. */
  #isOutside(token: number): boolean {
    const { tokens, header } = this.#document;
    const { start, end } = tokens[token];
    return start < header.bodyStart && (header.titleSpan === null || end > header.titleSpan.end);
  }

  #isRelative(token: number): boolean {
    const { features, heads, relations } = this.#document;
    if (features[token].includes("PronType=Rel")) return true;
    for (let at = token, steps = 0; at >= 0 && steps < 4; at = heads[at], steps++) {
      if (relations[at].startsWith("acl:relcl")) return true;
    }
    return false;
  }

  #addPronoun(token: number): number {
    const form = PRONOUNS.get(this.#document.tokens[token].text.toLowerCase())!;
    return this.#add({
      startToken: token,
      endToken: token + 1,
      headToken: token,
      by: "pronoun",
      kind: form.kind,
      plural: form.plural,
      gender: form.gender,
      person: form.person,
      phraseStart: token,
    });
  }

  /** Adds the phrase that ends with this noun or name, and every mention in it; gives the phrase's first token. */
  #addPhrase(head: number): number {
    const { tokens, tags } = this.#document;
    const start = this.#extendLeft(head);
    // The last "'s" parts the possessor from the rest.
    let ownStart = start;
    let possessor = -1;
    const inName = this.#nameAt[head];
    const name = inName < 0 ? undefined : this.#document.knownNames[inName];
    const lastFree = name === undefined ? head : name.startToken;
    for (let token = lastFree - 1; token > start; token--) {
      if (!isPossessiveMark(tokens[token].text) || this.#nameAt[token] >= 0) continue;
      if (tags[token - 1] !== "PRON") this.#addPhrase(token - 1);
      possessor = this.#drafts.findLastIndex(({ headToken }) => headToken === token - 1);
      ownStart = token + 1;
      break;
    }
    let determiner: Mention["determiner"] = possessor >= 0 ? "possessive" : "none";
    if (possessor < 0) {
      const first = tokens[start].text.toLowerCase();
      const form = start < lastFree ? PRONOUNS.get(first) : undefined;
      if (form?.possessive || (form !== undefined && first === "her")) {
        possessor = this.#addPronoun(start);
        determiner = "possessive";
        ownStart = start + 1;
      } else if (start < lastFree && tags[start] === "DET") {
        determiner = toDeterminer(first);
        ownStart = start + 1;
      }
    }
    const modifiers: number[] = [];
    for (let token = ownStart; token < lastFree; token++) {
      const index = this.#nameAt[token];
      if (index < 0) {
        // "the Norland-backed movement", where nobody knows Norland for a name.
        if (tags[token] === "PROPN" && this.#isHyphen(token + 1))
          this.#addDescription(token, token, { determiner: "none", possessor: -1, modifiers: [] });
        continue;
      }
      const modifier = this.#document.knownNames[index];
      if (modifier.endToken > lastFree) break;
      const mention = this.#addName(modifier, {});
      // "the Norland-backed envoy" is not Norland's.
      if (!this.#isHyphen(modifier.endToken)) modifiers.push(mention);
      token = modifier.endToken - 1;
    }
    if (name === undefined) {
      if (CALENDAR.has(tokens[head].text.toLowerCase()) && tags[head] === "PROPN") return start;
      this.#addDescription(start, head, { determiner, possessor, modifiers });
    } else {
      this.#addName(name, { determiner, possessor, modifiers, phraseStart: start, titleStart: ownStart });
    }
    return start;
  }

  #addDescription(start: number, head: number, links: Pick<Mention, "determiner" | "possessor" | "modifiers">): void {
    const { lemmas, features } = this.#document;
    const lemma = lemmas[head].toLowerCase();
    const plural = features[head].includes("Number=Plur") || lemma === "people";
    this.#add({
      possessor: links.possessor,
      modifiers: links.modifiers,
      startToken: start,
      endToken: this.#isTail(head + 4) ? head + 5 : head + 1,
      headToken: head,
      by: "description",
      // "the movement's chief justice" is a person.
      kind: lemma === "justice" && lemmas[head - 1] === "chief" && !plural ? "person" : toKindOfNoun(lemma, plural),
      plural,
      gender: getGenderOfNoun(lemma),
      phraseStart: start,
      determiner: links.determiner === "none" && this.#isCounted(start, head) ? "quantity" : links.determiner,
    });
  }

  #isCounted(start: number, head: number): boolean {
    for (let token = start; token < head; token++) if (this.#document.tags[token] === "NUM") return true;
    return false;
  }

  /** @param links Where the name ends a longer phrase: what that phrase is. */
  #addName(name: Name, links: Partial<Draft>): number {
    const { tokens, tags, features } = this.#document;
    let startToken = name.startToken;
    let titleStart = links.titleStart ?? startToken;
    let gender: Mention["gender"];
    if (name.kind === "person") {
      // A form of address may have been taken for part of the name.
      for (let token = startToken; token + 1 < name.endToken; token++) {
        const word = bareWord(tokens[token].text);
        if (token === startToken && (HONORIFICS.has(word) || RANKS.has(word))) startToken = token + 1;
      }
      const given = bareWord(tokens[startToken].text);
      if (startToken + 1 < name.endToken) gender = this.#genderOfGiven(startToken, given);
      for (let token = titleStart; token < startToken; token++) {
        const word = bareWord(tokens[token].text);
        gender = HONORIFICS.get(word) ?? getGenderOfNoun(word) ?? gender;
      }
      // "Mr" stands alone before the name where the tagger or the names' layer left it outside.
      const before = startToken - 1;
      if (titleStart === startToken && before >= this.#firstToken && HONORIFICS.has(bareWord(tokens[before].text))) {
        titleStart = before;
        gender = HONORIFICS.get(bareWord(tokens[before].text)) ?? gender;
      }
    }
    let endToken = name.endToken;
    while (endToken - 1 > startToken && isPossessiveMark(tokens[endToken - 1].text)) endToken--;
    const last = endToken - 1;
    // "the Saltmen": no person is called by one name with an article.
    const isPeople =
      name.kind === "person" && links.determiner === "definite" && last === startToken && titleStart === startToken;
    return this.#add({
      determiner: links.determiner,
      possessor: links.possessor,
      modifiers: links.modifiers,
      startToken,
      endToken,
      headToken: last,
      by: "name",
      name,
      kind: isPeople
        ? "group"
        : this.#isBody(titleStart, startToken)
          ? "organisation"
          : toKindOfName(name, this.#headWordOf(startToken, last)),
      plural: isPeople || (name.kind !== "person" && features[last].includes("Number=Plur") && tags[last] !== "ADJ"),
      gender,
      titleStart,
      titleEnd: startToken,
      phraseStart: Math.min(links.phraseStart ?? startToken, titleStart),
    });
  }

  /** Of "Jean-Luc" what both parts tell, not of "Jean". */
  #genderOfGiven(startToken: number, given: string): NameGender | undefined {
    const { tokens } = this.#document;
    const gender = rememberGender(given);
    if (!this.#isHyphen(startToken + 1)) return gender;
    const second = bareWord(tokens[startToken + 2].text);
    const other = rememberGender(second);
    return rememberGender(`${given}-${second}`) ?? (gender === undefined || gender === other ? other : undefined);
  }

  /** "court" of "Supreme Court" and of "Court of Justice". */
  #headWordOf(startToken: number, last: number): string {
    const { tokens } = this.#document;
    for (let token = startToken + 1; token < last; token++) {
      if (/^(of|for)$/i.test(tokens[token].text)) return bareWord(tokens[token - 1].text);
    }
    return bareWord(tokens[last].text);
  }

  /** Whether a title ends with a noun for a body: "the charity". */
  #isBody(titleStart: number, titleEnd: number): boolean {
    const { tags, lemmas } = this.#document;
    const head = titleEnd - 1;
    return (
      head >= titleStart && tags[head] === "NOUN" && toKindOfNoun(lemmas[head].toLowerCase(), false) === "organisation"
    );
  }

  /** The first token of the phrase with this last token. */
  #extendLeft(head: number): number {
    const { tags, tokens, heads, relations } = this.#document;
    let start = this.#nameAt[head] >= 0 ? this.#document.knownNames[this.#nameAt[head]].startToken : head;
    while (start > this.#firstToken) {
      const token = start - 1;
      const word = tokens[token].text;
      const quotation = this.#quotationAt[token] === this.#quotationAt[head];
      if (!quotation) break;
      if (this.#nameAt[token] >= 0) {
        const name = this.#document.knownNames[this.#nameAt[token]];
        // "the council president Jon Berg": before a title a name hangs on it.
        const isBeforeTitle = name.kind !== "person" && this.#isTitled(start, head);
        const isTied = isBeforeTitle || this.#isHyphen(start) || this.#isLinked(name.startToken, token, start, head);
        if (!isTied) break;
        start = name.startToken;
        continue;
      }
      const tag = tags[token];
      const headsInto = heads[token] >= start && heads[token] <= head;
      if (tag === "NOUN" || tag === "PROPN") {
        if (this.#isTitled(start, head) && CALENDAR.has(word.toLowerCase())) break;
        // A person's title hangs on the name, whatever the tree says.
        const isTied =
          this.#isTitleOf(token, start) ||
          (this.#nameAt[start] >= 0 && HONORIFICS.has(bareWord(word))) ||
          this.#isPartOfTitle(token, start, head) ||
          this.#isHyphen(start) ||
          this.#isLinked(token, token, start, head);
        if (!isTied) break;
      } else if (tag === "ADJ" || tag === "NUM") {
        // "Foreign" before "Minister Jon Berg" hangs on the name, whatever the tree says.
        const isCapital = /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(tokens[start].text);
        const isOfTitle = (isCapital || OFFICE_ADJECTIVE.test(word)) && this.#isTitled(start, head);
        if (!headsInto && !isOfTitle && !this.#isLinked(token, token, start, head)) break;
      } else if (tag === "VERB") {
        const isOfTitle = /^(presiding|acting|ruling|governing|founding|managing|outgoing|incoming|retired)$/i.test(
          word,
        );
        // "Norland-backed", whatever the tree says.
        if (!isOfTitle && !this.#isHyphen(token - 1) && (relations[token] !== "amod" || !headsInto)) break;
      } else if (tag === "ADV") {
        if (!headsInto || relations[token] !== "advmod" || tags[heads[token]] === "NOUN") break;
      } else if (tag === "DET") {
        return token;
      } else if (tag === "PRON") {
        const form = PRONOUNS.get(word.toLowerCase());
        const isPossessive = form?.possessive || (word.toLowerCase() === "her" && headsInto);
        return isPossessive ? token : start;
      } else if (isPossessiveMark(word) && token > this.#firstToken) {
        const before = token - 1;
        const isNominal = this.#nameAt[before] >= 0 || tags[before] === "NOUN" || tags[before] === "PROPN";
        return isNominal && tokens[before].end === tokens[token].start ? this.#extendLeft(before) : start;
      } else if (word === "-" || word === "–" || word === "/") {
        // Only a hyphen inside a word: "state-run", not a dash.
        if (!this.#isHyphen(token)) break;
      } else if (!this.#isTail(token + 2)) {
        break;
      }
      start = token;
    }
    // A phrase does not begin with a hyphen.
    while (start < head && /^[-–/]$/.test(tokens[start].text)) start++;
    return start;
  }

  /** Whether the token is a mark inside a word, "state-run", with a word of the same phrase before it. */
  #isHyphen(token: number): boolean {
    const { tokens } = this.#document;
    if (token <= this.#firstToken || !/^[-–/]$/.test(tokens[token].text)) return false;
    return tokens[token - 1].end === tokens[token].start && tokens[token].end === tokens[token + 1]?.start;
  }

  /** Whether the phrase is a person's name with a title before it. */
  #isTitled(start: number, head: number): boolean {
    const { knownNames, tags } = this.#document;
    const name = knownNames[this.#nameAt[head]];
    const isNoun =
      tags[start] === "NOUN" || tags[start] === "PROPN" || this.#document.tokens[start].text === "executive";
    return name?.kind === "person" && start < name.startToken && isNoun;
  }

  /** Whether the noun describes the name that follows it: "minister Jon Berg", "the charity Oxmar". */
  #isTitleOf(token: number, next: number): boolean {
    const { knownNames, lemmas, tokens } = this.#document;
    // "mining engineer Dr Ann Dahl".
    const isAddressed = this.#nameAt[next] < 0 && HONORIFICS.has(bareWord(tokens[next].text));
    const index = this.#nameAt[isAddressed ? next + 1 : next] ?? -1;
    if (index < 0) return false;
    const lemma = lemmas[token].toLowerCase();
    const noun = toKindOfNoun(lemma, false);
    const { kind } = knownNames[index];
    if (kind === "person") return noun === "person" || noun === "organisation" || endsAsAgent(lemma);
    return kind !== "state" && noun === kind;
  }

  /** "Information" of "Information Minister Jon Berg", which the tree may tie to anything. */
  #isPartOfTitle(token: number, start: number, head: number): boolean {
    const { tokens, lemmas, features } = this.#document;
    if (!this.#isTitled(start, head)) return false;
    const { text } = tokens[token];
    const isPlural = features[token].includes("Number=Plur") && /^\p{Ll}/u.test(text);
    return !isPlural && !TIME_NOUNS.has(lemmas[token].toLowerCase()) && !CALENDAR.has(text.toLowerCase());
  }

  /** Whether the tokens `from`..`to` and the phrase `start`..`head` hang together in the tree. */
  #isLinked(from: number, to: number, start: number, head: number): boolean {
    const { heads, relations } = this.#document;
    for (let token = from; token <= to; token++) {
      if (heads[token] >= start && heads[token] <= head)
        return !/^(nsubj|obj|iobj|obl|conj|ccomp|csubj)/.test(relations[token]);
    }
    for (let token = start; token <= head; token++) {
      if (heads[token] >= from && heads[token] <= to)
        return !/^(conj|acl|nmod$|nmod:poss|nmod:unmarked|obl|parataxis|list)/.test(relations[token]);
    }
    return false;
  }

  #add(
    parts: Pick<Mention, "startToken" | "endToken" | "headToken" | "by" | "kind" | "plural" | "phraseStart"> &
      Partial<Draft>,
  ): number {
    const { heads } = this.#document;
    const { phraseStart, endToken, headToken } = parts;
    let attachment = headToken;
    for (let steps = 0; steps < 12; steps++) {
      const up = heads[attachment];
      if (up < phraseStart || up >= endToken) break;
      attachment = up;
    }
    this.#isHead[headToken] = 1;
    // Field by field, so that all mentions have one shape: spreading the parts takes three times as long.
    this.#drafts.push({
      index: this.#drafts.length,
      startToken: parts.startToken,
      endToken,
      headToken,
      sentence: this.#sentence,
      by: parts.by,
      kind: parts.kind,
      plural: parts.plural,
      gender: parts.gender,
      person: parts.person ?? 3,
      determiner: parts.determiner ?? "none",
      name: parts.name,
      possessor: parts.possessor ?? -1,
      modifiers: parts.modifiers ?? [],
      titleStart: parts.titleStart ?? parts.startToken,
      titleEnd: parts.titleEnd ?? parts.startToken,
      phraseStart,
      quotation: this.#quotationAt[headToken],
      attachment,
    });
    return this.#drafts.length - 1;
  }
}

/** What stands before a title and belongs to it, whatever the tree says. */
const OFFICE_ADJECTIVE = /^(?:chief|former|deputy|acting|senior|junior|assistant|interim|prime|foreign|vice)$/i;

const genders = new Map<string, NameGender | undefined>();
/** Given names remembered before the memory starts anew. */
const MOST_REMEMBERED = 10_000;

function rememberGender(givenName: string): NameGender | undefined {
  if (genders.has(givenName)) return genders.get(givenName);
  if (genders.size >= MOST_REMEMBERED) genders.clear();
  const gender = getGivenNameGender(givenName);
  genders.set(givenName, gender);
  return gender;
}

/** Lower case without full stops: "Gen." is "gen". */
export function bareWord(word: string): string {
  return word.toLowerCase().replaceAll(".", "");
}

/** Whether the mark sets a phrase apart, as before and after an apposition. */
export function isComma(word: string | undefined): boolean {
  return word === "," || word === "(" || word === "–" || word === "—";
}

export function isPossessiveMark(word: string): boolean {
  return word === "'s" || word === "’s" || word === "'" || word === "’";
}

function toDeterminer(word: string): Mention["determiner"] {
  if (word === "the") return "definite";
  if (word === "this" || word === "that" || word === "these" || word === "those") return "demonstrative";
  if (word === "a" || word === "an" || word === "another") return "indefinite";
  return "quantity";
}

export function toKindOfNoun(lemma: string, plural: boolean): EntityKind {
  const settled = getKindOfHeadNoun(lemma);
  if (settled !== undefined) return settled === "person" && plural ? "group" : settled;
  const nounClass = getNounClass(lemma);
  if (nounClass === "person") return plural ? "group" : "person";
  return nounClass;
}

function toKindOfName(name: Name, lastWord: string): EntityKind {
  const settled = getKindOfHeadNoun(lastWord);
  if (name.kind === "person") return "person";
  if (name.kind === "state") return "state";
  if (settled === "court" || settled === "treaty" || settled === "law" || settled === "event") return settled;
  if (settled === "organisation" && name.kind !== "place") return "organisation";
  return name.kind;
}

function getGenderOfNoun(lemma: string): Mention["gender"] {
  const settled = GENDERED_NOUNS.get(lemma);
  if (settled !== undefined) return settled;
  if (/(?:..woman|..women)$/.test(lemma)) return "female";
  const isMan = /(?:..man|..men)$/.test(lemma) && lemma !== "human";
  return isMan && getNounClass(lemma) === "person" ? "male" : undefined;
}

function mapTokensToSpans(document: QuotedDocument, spans: readonly Span[]): Int32Array {
  const { tokens } = document;
  const spanAt = new Int32Array(tokens.length).fill(-1);
  let token = 0;
  for (const [index, span] of spans.entries()) {
    while (token < tokens.length && tokens[token].start < span.start) token++;
    for (let inside = token; inside < tokens.length && tokens[inside].end <= span.end; inside++) spanAt[inside] = index;
  }
  return spanAt;
}
