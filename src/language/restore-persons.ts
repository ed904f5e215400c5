/**
 * Mends what stands around the names of persons, once it is known which words have capitals.
 *
 * The choice of forms sees stems to the right, not that they are names: "the leader(s) of the party, Ana Berg," is about one
 * leader, "pension(er) Ana Berg" names nobody but a person, and "judge grant(ed) Berg said" has a given name in it. The
 * case model, in turn, knows no names that are also words.
 */
import { getGivenNameGender, isGivenName } from "./gazetteer.ts";
import { CASE_CAPITAL, CASE_LOWER, CASE_UPPER } from "./restore-case.ts";
import { hashForm } from "./restore-hash.ts";
import { type Candidates, createCandidates, type Lexicon } from "./restore-lexicon.ts";
import { HONORIFICS, isOccupation, isRole } from "./restore-person-words.ts";
import { GAP_BREAK, type RestoreTokens, TOKEN_WORD } from "./restore-tokens.ts";
import type { ChosenForms } from "./restore-words.ts";

/** What the stemmer takes off names, but for a few. */
const NAME_ENDINGS = /^\d(?:e?s?|y|ie|elis|eli)$/;

/** What a mention of a person may be followed by. */
const FOLLOWING = new Set([",", "'", "’", ".", "who", "(", "—", "–", "-"]);
/** Between a noun and what it is a noun of. */
const PREPOSITIONS = new Set(["of", "for", "in", "at", "on", "to", "from", "with"]);
const DETERMINERS = new Set(["the", "a", "an", "its", "his", "her", "their", "our", "my", "another"]);

/** How far back the noun may stand that a name is in apposition to. */
const APPOSITION_REACH = 14;
/** Stems seen less often than this are rare. */
const RARE = 20;
/** A form that news writes with a capital more often than not. */
const NAME_CAPITALS = 6;

export interface PersonMending {
  readonly lexicon: Lexicon;
  /** Per class its main tag. */
  readonly tags: readonly string[];
  /** Classes below this one are single words. */
  readonly ownEnd: number;
  readonly original: string;
  readonly tokens: RestoreTokens;
  /** Changed in place, as are `words`. */
  readonly chosen: ChosenForms;
  readonly words: string[];
  /** The case + 1 of every word in a first round. */
  readonly cases: Uint8Array;
}

/** @returns Per token the case + 1 that it must have, or 0. */
export function mendPersons(mending: PersonMending): Uint8Array {
  const forced = new Uint8Array(mending.tokens.length);
  const report = new PersonMender(mending, forced);
  report.mendAfterHonorifics();
  report.mendGivenNames();
  report.mendNouns();
  report.mendNameForms();
  return forced;
}

class PersonMender {
  readonly #m: PersonMending;
  readonly #forced: Uint8Array;
  readonly #candidates: Candidates = createCandidates();
  /** Stems that follow a form of address somewhere. */
  readonly #addressed = new Set<number>();

  constructor(mending: PersonMending, forced: Uint8Array) {
    this.#m = mending;
    this.#forced = forced;
  }

  /** "Dame honor(ed) Berg": what follows a form of address is a name. */
  mendAfterHonorifics(): void {
    const { tokens, words, cases, chosen } = this.#m;
    for (let i = 1; i < tokens.length; i++) {
      if (tokens.kinds[i] !== TOKEN_WORD || HONORIFICS.has(words[i])) continue;
      const before = words[i - 1] === "." ? words[i - 2] : words[i - 1];
      if (before === undefined || !HONORIFICS.has(before) || tokens.gaps[i] === GAP_BREAK) continue;
      if (this.#isFunctionWord(i) || words[i].length < 3) continue;
      // "The doctor(s) said": a form of address that is a noun here.
      if (cases[i - 1] === CASE_LOWER + 1 && cases[i] === CASE_LOWER + 1) continue;
      for (let j = i; j < tokens.length && (j === i || this.#isCapital(j)); j++) this.#addressed.add(chosen.stems[j]);
      if (chosen.capitals[i] > 0 && chosen.capitals[i] < NAME_CAPITALS && !isRole(words[i])) this.#becomeName(i, true);
      this.#forced[i] = Math.max(cases[i], CASE_CAPITAL + 1);
    }
  }

  /** "Judge grant(ed) Berg said", "its director, pier(s) Berg, said". */
  mendGivenNames(): void {
    const { tokens, words, cases, chosen } = this.#m;
    for (let i = 1; i + 1 < tokens.length; i++) {
      if (tokens.kinds[i] !== TOKEN_WORD || words[i].length < 3 || this.#forced[i] > 0) continue;
      if (cases[i] !== CASE_LOWER + 1 && cases[i] !== CASE_UPPER + 1) continue;
      if (!this.#isSurname(i + 1) || this.#isFunctionWord(i) || HONORIFICS.has(words[i]) || isRole(words[i])) continue;
      const isAddressed = this.#addressed.has(chosen.stems[i + 1]);
      const after = words[this.#findRunEnd(i + 1)] ?? ".";
      const isFollowed = FOLLOWING.has(after) || this.#isFinite(this.#findRunEnd(i + 1));
      const afterRole = tokens.kinds[i - 1] === TOKEN_WORD && isRole(words[i - 1]);
      const afterComma = words[i - 1] === "," && after === ",";
      if (!isFollowed || !(afterRole || afterComma)) continue;
      if (cases[i] === CASE_UPPER + 1) {
        if (isAddressed) this.#forced[i] = CASE_CAPITAL + 1;
        continue;
      }
      if (this.#becomeName(i, isAddressed)) this.#forced[i] = CASE_CAPITAL + 1;
    }
  }

  /** "Pension(er) Ana Berg", "the leader(s) of the party, Ana Berg,". */
  mendNouns(): void {
    const { tokens, words } = this.#m;
    for (let i = 1; i < tokens.length; i++) {
      const isPerson = this.#isPersonStart(i);
      // "The leader(s) of the party, Tavi Berg,": nobody knows Tavi, but leaders are persons.
      if (
        !isPerson &&
        !(words[i - 1] === "," && this.#findRunEnd(i) - i === 2 && this.#isSurname(i) && this.#isSurname(i + 1))
      )
        continue;
      let before = i - 1;
      while (
        before > 0 &&
        (HONORIFICS.has(words[before]) || (words[before] === "." && HONORIFICS.has(words[before - 1])))
      )
        before -= 1;
      const end = this.#findRunEnd(i);
      if (tokens.kinds[before] === TOKEN_WORD) {
        // "The ministers Ana Berg and Jon Vik".
        const isSubject = (FOLLOWING.has(words[end] ?? "") && words[end] !== ".") || this.#isFinite(end);
        if (isSubject && !words.slice(end, end + 3).includes("and")) this.#becomeRole(before, true);
        // "Dairy Farmer Ana Berg": the first word of a sentence has its capital for that alone.
        if (isOccupation(words[before]) && this.#isCapital(before - 1) && isStop(words[before - 2]))
          this.#forced[before] = CASE_LOWER + 1;
      } else if (words[before] === "," && this.#isAppositionEnd(end)) {
        this.#mendApposition(before, isPerson);
      }
    }
  }

  /**
   * Among the forms that a rare stem can have, a name takes the one that is known as a name: "Reyes", not "Rey". Contexts
   * tell little here, and that little from few sightings.
   */
  mendNameForms(): void {
    const { tokens, words, cases, chosen, lexicon, original } = this.#m;
    let start = 0;
    let end = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i >= end) {
        if (!this.#isPersonStart(i)) continue;
        start = i;
        end = this.#findRunEnd(i);
      }
      if (!this.#isCapital(i) || words[i].length < 3 || cases[i] === CASE_UPPER + 1) continue;
      const isFirst = i === start && end - i > 1;
      const candidates = this.#fill(i);
      if (candidates.total >= RARE || (candidates.total === 0 && !isFirst)) continue;
      const stem = original.slice(tokens.starts[i], tokens.ends[i]);
      let best = -1;
      let bestScore = Number.NEGATIVE_INFINITY;
      let ownScore = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < candidates.count; k++) {
        const rule = candidates.rules[k];
        const row = lexicon.findForm(chosen.stems[i], rule);
        const habit = row >= 0 ? lexicon.data.capitals[row] : 0;
        const form = lexicon.makeForm(stem, rule);
        let score = candidates.counts[k] / 4 + (rule === 0 ? 0.5 : 0);
        if (habit > 0 && habit < NAME_CAPITALS) score -= 6;
        if (lexicon.isName(hashForm(tokens.hashes[i], rule))) score += 3;
        if (isFirst && isGivenName(form)) score += getGivenNameGender(form) === undefined ? 1 : 3;
        if (rule === chosen.rules[i]) ownScore = score;
        const isSupported = candidates.counts[k] > 0 || rule === 0 || (isFirst && isGivenName(form));
        if (isSupported && score > bestScore && NAME_ENDINGS.test(lexicon.data.rules[rule])) {
          best = k;
          bestScore = score;
        }
      }
      if (best >= 0 && bestScore >= ownScore + 1) this.#choose(i, candidates.rules[best], candidates.classes[best]);
    }
  }

  #mendApposition(comma: number, isPerson: boolean): void {
    const { tokens, words } = this.#m;
    // The outermost determiner of the noun phrase before the comma.
    let head = -1;
    let preposition = -1;
    for (let i = comma - 1; i >= Math.max(0, comma - APPOSITION_REACH); i--) {
      const word = words[i];
      if (tokens.kinds[i] === TOKEN_WORD && PREPOSITIONS.has(word)) {
        preposition = i;
        continue;
      }
      const isPossessive = word === "s" && (words[i - 1] === "'" || words[i - 1] === "’");
      if (DETERMINERS.has(word) || isPossessive) {
        head = preposition > i ? preposition - 1 : comma - 1;
        // "… of the party": the phrase goes on to the left.
        if (!PREPOSITIONS.has(words[i - 1] ?? "")) break;
        continue;
      }
      if (tokens.kinds[i] !== TOKEN_WORD) {
        if (word === "-" || word === "'" || word === "’") continue;
        break;
      }
      if (this.#isFinite(i)) break;
    }
    if (head <= 0) return;
    if (!isPerson && this.#getTag(head) !== "NNS") return;
    if (!this.#becomeRole(head, false)) return;
    // "Residents coordinator": nouns before a noun are singular.
    if (this.#getTag(head - 1) === "NNS") this.#becomeSingular(head - 1);
  }

  #isAppositionEnd(end: number): boolean {
    const { words, tokens } = this.#m;
    if (words[end] !== ",") return false;
    // A list of names.
    return !(this.#isCapital(end + 1) && this.#isCapital(end + 2)) && tokens.gaps[end + 1] !== GAP_BREAK;
  }

  /** Whether a name of a person starts here: two words with capitals, of which the first is a given name or the last is addressed. */
  #isPersonStart(i: number): boolean {
    const { words, chosen } = this.#m;
    if (!this.#isCapital(i) || HONORIFICS.has(words[i]) || isRole(words[i])) return false;
    const before = i > 0 ? words[i - 1] : "";
    if (HONORIFICS.has(before)) return true;
    const end = this.#findRunEnd(i);
    if (end - i < 2 || this.#isCapital(i - 1)) {
      if (end - i < 2 || !isRole(before)) return false;
    }
    if (this.#forced[i] > 0 || isGivenName(words[i]) || this.#addressed.has(chosen.stems[end - 1])) return true;
    return isRole(before) && (this.#isSurname(i) || this.#isSurname(end - 1));
  }

  /** The first token after a run of words with capitals, hyphens between them included. */
  #findRunEnd(i: number): number {
    const { words, tokens } = this.#m;
    let end = i + 1;
    while (end < tokens.length) {
      if (this.#isCapital(end) && tokens.gaps[end] !== GAP_BREAK) end += 1;
      else if (words[end] === "-" && end + 1 < tokens.length && tokens.kinds[end + 1] === TOKEN_WORD) end += 2;
      else break;
    }
    return end;
  }

  #isCapital(i: number): boolean {
    const { cases, tokens } = this.#m;
    return (
      i >= 0 &&
      i < tokens.length &&
      tokens.kinds[i] === TOKEN_WORD &&
      Math.max(cases[i], this.#forced[i]) > CASE_LOWER + 1
    );
  }

  #isSurname(i: number): boolean {
    const { words, chosen } = this.#m;
    if (!this.#isCapital(i) || HONORIFICS.has(words[i]) || words[i].length < 3) return false;
    const habit = chosen.capitals[i];
    return habit === 0 || habit > NAME_CAPITALS || this.#addressed.has(chosen.stems[i]);
  }

  #getTag(i: number): string {
    return this.#m.tags[this.#m.chosen.classes[i]] ?? "";
  }

  #isFunctionWord(i: number): boolean {
    const { chosen, ownEnd } = this.#m;
    return chosen.classes[i] > 0 && chosen.classes[i] < ownEnd;
  }

  #isFinite(i: number): boolean {
    return i < this.#m.tokens.length && /^(?:VBD|VBZ|VBP|MD)/.test(this.#getTag(i));
  }

  #fill(i: number): Candidates {
    const { lexicon, original, tokens } = this.#m;
    lexicon.fillCandidates(this.#candidates, original, tokens.starts[i], tokens.ends[i], tokens.hashes[i], -1);
    return this.#candidates;
  }

  #choose(i: number, rule: number, formClass: number): void {
    const { lexicon, original, tokens, chosen, words } = this.#m;
    chosen.rules[i] = rule;
    chosen.classes[i] = formClass;
    const row = lexicon.findForm(chosen.stems[i], rule);
    chosen.capitals[i] = row >= 0 ? lexicon.data.capitals[row] : 0;
    words[i] = lexicon.makeForm(original.slice(tokens.starts[i], tokens.ends[i]), rule);
  }

  /** Takes the form that is a name: a given name, else, where it is sure to be one, any known name or the stem itself. */
  #becomeName(i: number, isSure: boolean): boolean {
    const { lexicon, original, tokens, words } = this.#m;
    const candidates = this.#fill(i);
    const stem = original.slice(tokens.starts[i], tokens.ends[i]);
    if (isGivenName(words[i])) return true;
    let best = -1;
    for (let k = 0; k < candidates.count && best < 0; k++) {
      if (isGivenName(lexicon.makeForm(stem, candidates.rules[k]))) best = k;
    }
    if (best < 0 && (isSure || candidates.total < RARE)) {
      for (let k = 0; k < candidates.count && best < 0; k++) {
        if (lexicon.isName(hashForm(tokens.hashes[i], candidates.rules[k]))) best = k;
      }
      for (let k = 0; k < candidates.count && best < 0; k++) if (candidates.rules[k] === 0) best = k;
    }
    if (best < 0) return isSure;
    this.#choose(i, candidates.rules[best], candidates.classes[best]);
    return true;
  }

  /** Takes the form that says what one person is, where a noun or what looks like none of a verb stands there. */
  #becomeRole(i: number, isBeforeName: boolean): boolean {
    const { lexicon, original, tokens, words, tags } = this.#m;
    if (tokens.kinds[i] !== TOKEN_WORD || this.#isFunctionWord(i)) return false;
    if (isRole(words[i])) return true;
    const tag = this.#getTag(i);
    if (isBeforeName ? tag !== "NN" && tag !== "NNS" : tag === "MD" || tag === "RB") return false;
    const stem = original.slice(tokens.starts[i], tokens.ends[i]);
    const root = words[i].replace(/(?:e|ing|ed|e?s)$/, "");
    const candidates = this.#fill(i);
    for (let k = 0; k < candidates.count; k++) {
      if (candidates.counts[k] === 0 || !/^NNP?$/.test(tags[candidates.classes[k]] ?? "")) continue;
      const role = lexicon.makeForm(stem, candidates.rules[k]);
      // "Admiration" makes no admiral.
      if (!isRole(role) || !role.startsWith(root)) continue;
      this.#choose(i, candidates.rules[k], candidates.classes[k]);
      return true;
    }
    return false;
  }

  #becomeSingular(i: number): void {
    const { tags } = this.#m;
    const candidates = this.#fill(i);
    for (let k = 0; k < candidates.count; k++) {
      if (candidates.counts[k] === 0 || tags[candidates.classes[k]] !== "NN") continue;
      this.#choose(i, candidates.rules[k], candidates.classes[k]);
      return;
    }
  }
}

/** Whether a sentence starts after this. */
function isStop(word: string | undefined): boolean {
  return word === undefined || /^[.?!"“”‘’]|^``$|^''$/.test(word);
}
