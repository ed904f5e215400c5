/**
 * Gives words with letters beyond ASCII one case. The stemmed form cuts them ("ósk ar", "dami án"), so that each piece was
 * given a case by itself. Such words are names in English news, but for a few.
 */
import { type RestoreTokens, TOKEN_LETTER, TOKEN_WORD } from "./restore-tokens.ts";

/** Common words that English news writes with accents, without them. */
const COMMON = new Set(
  (
    "cafe cafes fiance fiancee fiances cliche cliches cliched nee protege proteges protegee emigre emigres elite elites decor debut " +
    "debuts debutante role roles naive naivete facade facades entree attache attaches communique communiques expose exposes resume " +
    "resumes passe risque saute soiree seance blase cortege detente regime regimes premiere premieres creche creches melee melees " +
    "matinee touche puree souffle pate pinata jalapeno jalapenos senor senora deja voila decollete divorcee negligee papier mache " +
    "coup canape canapes rose bete noire tete habitue roue outre cafeteria tapenade creme brulee ingenue raison apres maitre"
  ).split(" "),
);

/** Changes `words`, already in their cases, in place. `touches`: 1 where a token touches the one before. */
export function joinLetters(words: string[], { kinds, length }: RestoreTokens, touches: Uint8Array): void {
  for (let start = 0; start < length; ) {
    let end = start + 1;
    let hasLetter = kinds[start] === TOKEN_LETTER;
    if (kinds[start] === TOKEN_WORD || hasLetter) {
      while (end < length && touches[end] === 1 && (kinds[end] === TOKEN_WORD || kinds[end] === TOKEN_LETTER)) {
        if (kinds[end] === TOKEN_LETTER) hasLetter = true;
        end += 1;
      }
      if (hasLetter && end - start > 1) giveOneCase(words, start, end);
    }
    start = end;
  }
}

function giveOneCase(words: string[], start: number, end: number): void {
  const pieces = words.slice(start, end);
  const whole = pieces.join("");
  const bare = whole
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  if (COMMON.has(bare)) return;
  const isUpper = (word: string | undefined): boolean => word !== undefined && /^[A-Z]{2,}$/.test(word);
  if (pieces.some(isUpper) && (isUpper(words[start - 1]) || isUpper(words[end]))) {
    for (let i = start; i < end; i++) words[i] = words[i].toUpperCase();
    return;
  }
  for (let i = start; i < end; i++) {
    const lower = words[i].toLowerCase();
    // Letters like "ß" have no capital of the same length.
    const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
    words[i] = i === start && capital.length === lower.length ? capital : lower;
  }
}
