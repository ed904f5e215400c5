/**
 * Gives a sentence its finite verb where the choice of forms left it none: "The bloc, which voted against, saying it would go to
 * court." sees a participle after each comma as likely as a verb, as long as nobody looks for the verb of the whole.
 */
import { type Candidates, createCandidates, type Lexicon } from "./restore-lexicon.ts";
import { type RestoreTokens, TOKEN_WORD } from "./restore-tokens.ts";
import type { ChosenForms } from "./restore-words.ts";

const STOPS = new Set([".", "?", "!", ":", ";"]);
const QUOTES = new Set(['"', "“", "”", "``", "''"]);
const RELATIVES = new Set(["which", "who", "whose", "where"]);
/** Verbs of speech, by far the commonest that an apposition parts from their subject; other participles mostly are ones. */
const SPEAKING = new Set(
  (
    "saying calling describing predicting condemning claiming vowing arguing deriding complaining stressing bemoaning blasting telling " +
    "denying insisting warning urging accusing announcing promising declaring demanding confirming admitting acknowledging " +
    "conceding maintaining criticizing criticising dismissing rejecting praising denouncing welcoming pointing explaining " +
    "estimating recommending branding labelling labeling pledging refusing"
  ).split(" "),
);
/** What a sentence whose subject comes first does not start with. */
const NO_SUBJECT = /^(?:IN|TO|RB|VB|WRB|WDT|CC|EX|MD|UH)/;

export interface ClauseMending {
  readonly lexicon: Lexicon;
  /** Per class its main tag. */
  readonly tags: readonly string[];
  readonly original: string;
  readonly tokens: RestoreTokens;
  /** Changed in place, as are `words`. */
  readonly chosen: ChosenForms;
  readonly words: string[];
}

/** Turns the participle that stands in the verb's place into the verb; see the head of this file. */
export function mendClauses(mending: ClauseMending): void {
  const { tokens, words } = mending;
  const getTag = (i: number): string => mending.tags[mending.chosen.classes[i]] ?? "";
  const tense = findTense(tokens, words, getTag);
  const candidates = createCandidates();
  let start = 0;
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && !STOPS.has(words[i])) continue;
    const verb = findVerbPlace(start, i, tokens, words, getTag);
    if (verb >= 0) {
      makeFinite(mending, candidates, verb, tense);
      // "… called it a mistake and urging them to wait."
      for (let k = verb + 1; k + 1 < i; k++) {
        if (words[k] !== "and" || tokens.kinds[k + 1] !== TOKEN_WORD) continue;
        if (/^VB[GPZ]?$/.test(getTag(k + 1)) && isSpeaking(mending, candidates, k + 1)) {
          makeFinite(mending, candidates, k + 1, tense);
        }
      }
    }
    start = i + 1;
  }
}

function isFiniteTag(tag: string): boolean {
  return tag === "VBD" || tag === "VBZ" || tag === "VBP" || tag === "MD";
}

/** The participle in the place of the verb of a sentence, or -1. */
function findVerbPlace(
  from: number,
  to: number,
  tokens: RestoreTokens,
  words: readonly string[],
  getTag: (i: number) => string,
): number {
  let start = from;
  while (start < to && tokens.kinds[start] !== TOKEN_WORD) start += 1;
  if (start >= to || NO_SUBJECT.test(getTag(start))) return -1;
  let isRelative = false;
  let hasRelativeVerb = false;
  let verb = -1;
  for (let i = start + 1; i < to && verb < 0; i++) {
    const word = words[i];
    if (QUOTES.has(word)) return -1;
    const tag = getTag(i);
    if (word === ",") {
      if (isRelative && hasRelativeVerb) isRelative = false;
    } else if (RELATIVES.has(word)) {
      if (words[i - 1] !== ",") return -1;
      isRelative = true;
      hasRelativeVerb = false;
    } else if (isFiniteTag(tag)) {
      if (!isRelative) return -1;
      hasRelativeVerb = true;
    } else if (!isRelative && tag === "VBN" && /^NN/.test(getTag(i - 1)) && words[i + 1] !== "by") {
      // "The trees soaked up water, …": most participles are the past tense as well.
      return -1;
    } else if (/^(?:WRB|WDT|WP)/.test(tag) || word === "that" || word === "because" || word === "while") {
      return -1;
    } else if (SPEAKING.has(word) && words[i - 1] === "," && !isRelative) {
      verb = i;
    }
  }
  if (verb < 0) return -1;
  // "The envoy, speaking on Monday, said so": the verb is still to come.
  for (let i = verb + 1; i + 1 < to; i++) {
    if (QUOTES.has(words[i])) break;
    if (words[i] === "," && (isFiniteTag(getTag(i + 1)) || words[i + 1] === "who" || words[i + 1] === "and")) return -1;
    if (words[i] === "," && (getTag(i + 1) === "RB" || getTag(i + 1) === "VBN")) return -1;
  }
  return verb;
}

/** The tag of the finite verbs that the report tells in. */
function findTense(tokens: RestoreTokens, words: readonly string[], getTag: (i: number) => string): string {
  let balance = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] !== TOKEN_WORD) continue;
    const tag = getTag(i);
    if (tag === "VBD" && words[i] !== "had") balance += 1;
    else if (tag === "VBZ") balance -= 1;
  }
  return balance >= 0 ? "VBD" : "VBZ";
}

/** Whether a stem is that of a verb of speech. */
function isSpeaking({ lexicon, original, tokens }: ClauseMending, candidates: Candidates, i: number): boolean {
  lexicon.fillCandidates(candidates, original, tokens.starts[i], tokens.ends[i], tokens.hashes[i], -1);
  const stem = original.slice(tokens.starts[i], tokens.ends[i]);
  for (let k = 0; k < candidates.count; k++) {
    if (SPEAKING.has(lexicon.makeForm(stem, candidates.rules[k]))) return true;
  }
  return false;
}

function makeFinite(mending: ClauseMending, candidates: Candidates, i: number, tense: string): void {
  const { lexicon, tags, original, tokens, chosen, words } = mending;
  lexicon.fillCandidates(candidates, original, tokens.starts[i], tokens.ends[i], tokens.hashes[i], -1);
  const stem = original.slice(tokens.starts[i], tokens.ends[i]);
  const find = (isWanted: (tag: string, form: string) => boolean): number => {
    for (let k = 0; k < candidates.count; k++) {
      const form = lexicon.makeForm(stem, candidates.rules[k]);
      if (candidates.counts[k] > 0 && isWanted(tags[candidates.classes[k]] ?? "", form)) return k;
    }
    return -1;
  };
  let best = find((tag, form) => tag === tense || (tense === "VBD" && tag === "VBN" && form.endsWith("ed")));
  if (best < 0) best = find((tag) => tag === "VBD" || tag === "VBZ");
  if (best < 0) return;
  chosen.rules[i] = candidates.rules[best];
  chosen.classes[i] = candidates.classes[best];
  const row = lexicon.findForm(chosen.stems[i], chosen.rules[i]);
  chosen.capitals[i] = row >= 0 ? lexicon.data.capitals[row] : 0;
  words[i] = lexicon.makeForm(stem, chosen.rules[i]);
}
