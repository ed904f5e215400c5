/** What the law asks for and what comes next: standard of proof, who decides, who must enforce, under which treaty. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { STANDARDS } from "./legal-standards.ts";
import { DECIDERS } from "./legal-words.ts";

const FIRST_WORDS = new Set(STANDARDS.map(([phrase]) => phrase[0]));
const DECIDING = new Set([
  "decide",
  "rule",
  "consider",
  "review",
  "determine",
  "examine",
  "hear",
  "weigh",
  "deliberate",
  "assess",
]);
const ENFORCING = new Set(["enforce", "arrest", "execute", "implement", "comply", "detain", "surrender"]);
const ENFORCERS = new Set([
  "state",
  "member",
  "country",
  "police",
  "authority",
  "government",
  "nation",
  "party",
  "federation",
  "ministry",
]);
const AHEAD = new Set([
  "will",
  "must",
  "would",
  "if",
  "now",
  "whether",
  "shall",
  "may",
  "could",
  "obliged",
  "bound",
  "required",
  "up",
  "due",
  "for",
  "should",
  "have",
  "expected",
]);

function isPhrase(navigator: ClauseNavigator, token: number, phrase: readonly string[]): boolean {
  return phrase.every((part, i) => navigator.word(token + i) === part);
}

export function findStandard(navigator: ClauseNavigator): { standard: string; token: number } | undefined {
  const { tokens, header } = navigator.document;
  let plausible: number | undefined;
  for (let token = 0; token < tokens.length; token++) {
    if (tokens[token].start < header.bodyStart) continue;
    const word = navigator.word(token);
    if (word === "plausible" || word === "plausibly") plausible ??= token;
    if (!FIRST_WORDS.has(word)) continue;
    for (const [phrase, standard] of STANDARDS) if (isPhrase(navigator, token, phrase)) return { standard, token };
  }
  // "plausible" is a standard only where judges find rights or claims so.
  if (plausible === undefined) return undefined;
  const sentence = navigator.document.sentences[navigator.sentenceOf(plausible)];
  let hasRight = false;
  let hasBench = false;
  for (let token = sentence.startToken; token < sentence.endToken; token++) {
    hasRight ||= /^(right|claim|case)$/.test(navigator.lemma(token));
    hasBench ||= DECIDERS.has(navigator.lemma(token));
  }
  return hasRight && hasBench ? { standard: "plausible", token: plausible } : undefined;
}

/** Who decides next, in the report's words without determiner: "judges", "three judges". */
export function findDecider(navigator: ClauseNavigator, startToken: number, endToken: number): string | null {
  return findActor(navigator, startToken, endToken, DECIDING, DECIDERS);
}

/** Who must enforce what is decided: "member states". */
export function findEnforcer(navigator: ClauseNavigator, startToken: number, endToken: number): string | null {
  return findActor(navigator, startToken, endToken, ENFORCING, ENFORCERS);
}

/** From the verb back to who does it: a relative clause may lie between. */
const MAX_TO_ACTOR = 24;

function isConditional(navigator: ClauseNavigator, verb: number, startToken: number): boolean {
  for (let token = verb - 1; token >= Math.max(startToken, verb - 8); token--)
    if (/^(if|should|whether)$/.test(navigator.word(token))) return true;
  return false;
}

function findActor(
  navigator: ClauseNavigator,
  startToken: number,
  endToken: number,
  verbs: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
): string | null {
  const { tags, features, text, quotationAt } = navigator.document;
  for (let verb = startToken; verb < endToken; verb++) {
    if (tags[verb] !== "VERB" || quotationAt[verb] >= 0 || !verbs.has(navigator.lemma(verb))) continue;
    // "if the judges decided to" lies ahead all the same.
    if (/Tense=Past/.test(features[verb]) && !isConditional(navigator, verb, startToken)) continue;
    let isAhead = false;
    for (let token = verb - 1; token >= Math.max(startToken, verb - MAX_TO_ACTOR); token--) {
      isAhead ||= AHEAD.has(navigator.word(token));
      if (!nouns.has(navigator.lemma(token)) || (tags[token] !== "NOUN" && tags[token] !== "PROPN")) continue;
      for (let before = token - 1; before >= Math.max(startToken, token - 10); before--)
        isAhead ||= AHEAD.has(navigator.word(before));
      if (!isAhead) break;
      let first = token;
      while (
        first > startToken &&
        (/^(NUM|ADJ)$/.test(tags[first - 1]) || (tags[first - 1] === "NOUN" && first > token - 3)) &&
        !/^\d/.test(navigator.word(first - 1))
      )
        first -= 1;
      const span = navigator.toSpan(first, token + 1);
      return text.slice(span.start, span.end).replace(/\s+/g, " ");
    }
  }
  return null;
}
