/**
 * Gives a stemmed or tokenised report its words, case and spacing back.
 *
 * Three steps, each with its own weights in the model `restorer`: the form of every stem, the case of every word, and where
 * tokens touch. Words are only ever chosen among the forms that their stem can come from; numbers and marks stay as they are,
 * but for the doubled accents and apostrophes of tokenisers, which become straight quotation marks.
 */
import { exactExp, exactLog } from "./exact-exponential.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { readModelFile } from "./model-file.ts";
import { findMarkRoles, MARK_ROLE } from "./quotations.ts";
import { findAcronyms } from "./restore-acronyms.ts";
import { CaseGiver, isNegation } from "./restore-case-giver.ts";
import { mendClauses } from "./restore-clauses.ts";
import { findPlace, PAD } from "./restore-contexts.ts";
import { hashForm, hashText } from "./restore-hash.ts";
import { joinLetters } from "./restore-letters.ts";
import { type RestorerModel, readRestorerModel } from "./restore-model.ts";
import { mendPersons } from "./restore-persons.ts";
import {
  fillSpacingContexts,
  getQuotationCost,
  getQuoteKind,
  isGapAsked,
  passQuotation,
  QUOTE_NONE,
  SPACING_CONTEXTS,
} from "./restore-spacing.ts";
import {
  cutForRestoring,
  GAP_BREAK,
  GAP_NONE,
  type RestoreTokens,
  TOKEN_LETTER,
  TOKEN_MARK,
  TOKEN_WORD,
} from "./restore-tokens.ts";
import { followSpelling } from "./restore-variety.ts";
import { type ChosenForms, WordChooser } from "./restore-words.ts";

/** `[start, end, originalStart, originalEnd]`: where a token of the original stands in the restored text. */
export type AlignmentRow = [start: number, end: number, originalStart: number, originalEnd: number];

export interface RestoredReport {
  text: string;
  /** A row for every token of the original, in order; no row is empty. */
  alignment: AlignmentRow[];
}

/**
 * Restores a report.
 *
 * Line breaks of the original stay; other gaps become one blank or none. A tokenised report that has capitals keeps its case.
 *
 * @param original The report as it came.
 * @param form `stemmed`: lower-cased Porter stems; `tokenised`: whole words.
 * @returns The text, and for each token of the original its place in both. The same input gives the same result everywhere.
 * @throws {LanguageError} When the model `restorer` is missing or damaged.
 */
export function restore(original: string, form: "stemmed" | "tokenised"): RestoredReport {
  return getRestorer().restore(original, form);
}

let restorer: Restorer | undefined;

function getRestorer(): Restorer {
  restorer ??= new Restorer(
    readRestorerModel(readModelFile(getModelBytesOrThrow("restorer"), { name: "restorer", version: 1 })),
  );
  return restorer;
}

/** A restorer made of a model; {@link restore} uses the one that ships. */
export class Restorer {
  readonly #model: RestorerModel;
  readonly #chooser: WordChooser;
  readonly #caseGiver: CaseGiver;
  readonly #spacingContexts = new Int32Array(SPACING_CONTEXTS);

  constructor(model: RestorerModel) {
    this.#model = model;
    this.#chooser = new WordChooser(model.words);
    this.#caseGiver = new CaseGiver(model);
  }

  restore(original: string, form: "stemmed" | "tokenised"): RestoredReport {
    const tokens = cutForRestoring(original);
    const words: string[] = new Array(tokens.length);
    let chosen: ChosenForms;
    if (form === "stemmed") {
      chosen = this.#chooser.chooseForms(original, tokens);
      const { lexicon } = this.#model.words;
      followSpelling(lexicon, original, tokens, chosen);
      for (let i = 0; i < tokens.length; i++) {
        const token = original.slice(tokens.starts[i], tokens.ends[i]);
        words[i] = tokens.kinds[i] === TOKEN_WORD ? lexicon.makeForm(token, chosen.rules[i]) : token;
      }
    } else {
      for (let i = 0; i < tokens.length; i++) words[i] = original.slice(tokens.starts[i], tokens.ends[i]);
      // Case is decided anew only where there is none.
      chosen = this.#chooser.recogniseForms(words, tokens);
    }
    let around = describeForms(tokens, chosen);
    const losesCase = form === "stemmed" || !/[A-Z]/.test(original);
    if (losesCase) {
      const { lexicon, tags, ownEnd } = this.#model.words;
      const cases = this.#caseGiver.decideCases(words, tokens, chosen, around.forms, around.classes);
      let forced: Uint8Array | undefined;
      if (form === "stemmed") {
        forced = mendPersons({ lexicon, tags, ownEnd, original, tokens, chosen, words, cases });
        mendClauses({ lexicon, tags, original, tokens, chosen, words });
        findAcronyms({ lexicon, original, tokens, chosen, words }, forced);
        around = describeForms(tokens, chosen);
      }
      this.#caseGiver.decideCases(words, tokens, chosen, around.forms, around.classes, cases, forced);
      this.#caseGiver.applyCases(words, cases, around.forms);
    }
    const { forms, classes } = around;
    const touches = this.#findTouches(words, tokens, forms, classes, findRoles(original, tokens));
    if (losesCase) joinLetters(words, tokens, touches);
    return assemble(original, words, tokens, touches);
  }

  /** Whether a word is whole before a letter beyond ASCII: "said Ósk", but "Ram" in "Ramón". */
  #endsWord(word: string, kind: number, formClass: number): boolean {
    if (kind !== TOKEN_WORD || word.length < 3 || formClass === 0) return false;
    const { tags, ownEnd } = this.#model.words;
    return formClass < ownEnd || tags[formClass] === "VBD" || tags[formClass] === "MD";
  }

  /**
   * Per token 1 where it touches the one before: the best way through all gaps, by what each looks like and by how the
   * quotation marks pair up.
   */
  #findTouches(
    words: string[],
    tokens: RestoreTokens,
    forms: Int32Array,
    classes: Uint8Array,
    roles: Uint8Array,
  ): Uint8Array {
    const { spacingWeights, spacingUnit } = this.#model;
    const { length } = tokens;
    const shapes = forms.slice();
    const kinds = new Uint8Array(length + 2 * PAD);
    kinds.set(tokens.kinds, PAD);
    for (let i = 0; i < length; i++) {
      const kind = tokens.kinds[i];
      if (kind === TOKEN_MARK || kind === TOKEN_LETTER) shapes[PAD + i] = hashText(words[i]);
    }
    const around = { shapes, classes, kinds };
    const contexts = this.#spacingContexts;
    // A state is what the contexts can see of the past: open quotations and the last two gaps. Backs hold, per token and
    // state, the state before and whether the gap was closed.
    const backs = new Uint8Array(length * SPACING_STATES);
    let scores = new Float64Array(SPACING_STATES).fill(Number.NEGATIVE_INFINITY);
    let next = new Float64Array(SPACING_STATES);
    scores[0] = 0;
    for (let i = 0; i < length; i++) {
      const at = PAD + i;
      const quote = i > 0 ? getQuoteKind(words[i - 1]) : QUOTE_NONE;
      const fixed =
        tokens.gaps[i] === GAP_NONE
          ? i > 0
            ? 1
            : 0
          : tokens.gaps[i] === GAP_BREAK || i === 0
            ? 0
            : roles[i] + roles[i - 1] > 0
              ? getGapAtQuotation(roles[i - 1], roles[i], kinds[at - 1], kinds[at])
              : isGapAsked(kinds[at - 1], kinds[at])
                ? kinds[at] === TOKEN_LETTER && this.#endsWord(words[i - 1], kinds[at - 1], classes[at - 1])
                  ? 0
                  : -1
                : words[i].toLowerCase() === "n" && isNegation(words, tokens, i)
                  ? 1
                  : 0;
      next.fill(Number.NEGATIVE_INFINITY);
      let best = Number.NEGATIVE_INFINITY;
      for (let state = 0; state < SPACING_STATES; state++) if (scores[state] > best) best = scores[state];
      for (let state = 0; state < SPACING_STATES; state++) {
        if (scores[state] < best - SPACING_BEAM) continue;
        const open = state >> 2;
        const touched = state & 3;
        let closedScore = fixed === 0 ? Number.NEGATIVE_INFINITY : 0;
        let openScore = fixed === 1 ? Number.NEGATIVE_INFINITY : 0;
        if (fixed < 0) {
          fillSpacingContexts(contexts, around, at, open, touched);
          let sum = 0;
          for (let c = 0; c < SPACING_CONTEXTS; c++) sum += spacingWeights[findPlace(contexts[c], 1) >>> 4];
          const score = sum * spacingUnit;
          // Logarithms of the two probabilities.
          closedScore = -exactLog(1 + exactExp(-score));
          openScore = closedScore - score;
        }
        for (let closes = 0; closes < 2; closes++) {
          const score =
            scores[state] +
            (closes === 1 ? closedScore : openScore) -
            getQuotationCost(open, quote, (touched & 1) === 1, closes === 1);
          const nextOpen = passQuotation(open, quote, (touched & 1) === 1, closes === 1);
          const nextState = nextOpen * 4 + (((touched << 1) | closes) & 3);
          if (score > next[nextState]) {
            next[nextState] = score;
            backs[i * SPACING_STATES + nextState] = state * 2 + closes;
          }
        }
      }
      [scores, next] = [next, scores];
    }
    const touches = new Uint8Array(length);
    let state = 0;
    for (let k = 1; k < SPACING_STATES; k++) if (scores[k] > scores[state]) state = k;
    for (let i = length - 1; i >= 0; i--) {
      const back = backs[i * SPACING_STATES + state];
      touches[i] = back & 1;
      state = back >> 1;
    }
    return touches;
  }
}

/** Forms as hashes and their classes, with room on both sides, as all contexts want them. */
function describeForms(tokens: RestoreTokens, chosen: ChosenForms): { forms: Int32Array; classes: Uint8Array } {
  const forms = new Int32Array(tokens.length + 2 * PAD).fill(1);
  const classes = new Uint8Array(tokens.length + 2 * PAD);
  for (let i = 0; i < tokens.length; i++) {
    forms[PAD + i] = tokens.kinds[i] === TOKEN_WORD ? hashForm(chosen.stems[i], chosen.rules[i]) : tokens.hashes[i];
    classes[PAD + i] = chosen.classes[i];
  }
  return { forms, classes };
}

const SPACING_STATES = 16;
/** States this much worse than the best are given up. */
const SPACING_BEAM = 8;

/** What each token is among quotation marks: a mark's role follows from all marks of the text, not from its neighbours. */
function findRoles(text: string, { length, starts, ends }: RestoreTokens): Uint8Array {
  const tokens = Array.from({ length }, (_, i) => {
    return { start: starts[i], end: ends[i], text: text.slice(starts[i], ends[i]) };
  });
  return findMarkRoles({ text, tokens });
}

/** 1 where a mark leaves no space between two tokens, 0 where it wants one, -1 where the words have to tell. */
function getGapAtQuotation(leftRole: number, rightRole: number, left: number, right: number): number {
  if (leftRole === MARK_ROLE.opens || rightRole === MARK_ROLE.closes) return 1;
  if (leftRole === MARK_ROLE.closes && right !== TOKEN_MARK) return 0;
  if (rightRole === MARK_ROLE.opens && left !== TOKEN_MARK) return 0;
  return rightRole === MARK_ROLE.apostrophe && left === TOKEN_WORD ? 1 : -1;
}

function assemble(original: string, words: string[], tokens: RestoreTokens, touches: Uint8Array): RestoredReport {
  const alignment: AlignmentRow[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.starts[i];
    const end = tokens.ends[i];
    if (tokens.gaps[i] === GAP_BREAK) {
      if (i > 0) {
        const breaks = original.slice(tokens.ends[i - 1], start);
        pieces.push(breaks);
        length += breaks.length;
      }
    } else if (touches[i] === 0) {
      pieces.push(" ");
      length += 1;
    }
    const word = words[i];
    const written = tokens.kinds[i] === TOKEN_MARK && (word === "``" || word === "''") ? '"' : word;
    pieces.push(written);
    alignment.push([length, length + written.length, start, end]);
    length += written.length;
  }
  return { text: pieces.join(""), alignment };
}
