/**
 * Porter's stemmer as NLTK 3 runs it by default (mode `NLTK_EXTENSIONS`): "ministers" and "ministerial" both end as "minist".
 *
 * Method: M. F. Porter, "An algorithm for suffix stripping", Program 14.3 (1980), with NLTK's departures from it, each
 * marked where it stands. Lengths count code points, as there. What would surprise: irregular forms are looked up before
 * the word is lower-cased, so "dying" gives "die" but "Dying" gives "dy"; callers who do not want that lower-case first.
 */

/** Forms that the rules would spoil. */
const IRREGULAR = new Map([
  ["sky", "sky"],
  ["skies", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["news", "news"],
  ["innings", "inning"],
  ["inning", "inning"],
  ["outings", "outing"],
  ["outing", "outing"],
  ["cannings", "canning"],
  ["canning", "canning"],
  ["howe", "howe"],
  ["proceed", "proceed"],
  ["exceed", "exceed"],
  ["succeed", "succeed"],
]);

const [A, B, C, D, E, G, I, L, N, O, S, T, U, V, W, X, Y, Z] = Array.from("abcdegilnostuvwxyz", (letter) =>
  letter.charCodeAt(0),
);
const ASTERISK = "*".charCodeAt(0);

// One word at a time is taken apart in these arrays, so that a stem costs no allocation but its own string. For each
// place: the letter, whether it is a vowel, and the measure (Porter's m) of all that stands before it.
let letters = new Uint32Array(64);
let isVowel = new Uint8Array(64);
let measures = new Uint32Array(65);
let length = 0;
let firstVowel = 0;

/**
 * Gives the stem of one word, in lower case.
 *
 * @param word Anything: digits, apostrophes and foreign letters count as consonants.
 */
export function stemWord(word: string): string {
  const irregular = word.length <= 8 ? IRREGULAR.get(word) : undefined;
  if (irregular !== undefined) return irregular;
  const lowered = toLowerCase(word);
  if (word.length <= 4 && countCodePoints(word) <= 2) return lowered;
  takeApart(lowered);
  const whole = length;
  removePlural();
  removePast();
  turnFinalY();
  shortenDoubleSuffix();
  shortenSuffix();
  removeSuffix();
  removeFinalE();
  if (length === whole && whole === lowered.length) {
    // Nothing shorter: mostly nothing changed at all.
    let same = true;
    for (let i = Math.max(0, whole - 8); i < whole; i++) if (letters[i] !== lowered.charCodeAt(i)) same = false;
    if (same) return lowered;
  }
  return putTogether(lowered);
}

function toLowerCase(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 128 || (unit >= 65 && unit <= 90)) return word.toLowerCase();
  }
  return word;
}

function countCodePoints(word: string): number {
  let count = 0;
  for (const _ of word) count += 1;
  return count;
}

function takeApart(word: string): void {
  if (letters.length < word.length + 8) {
    letters = new Uint32Array(word.length * 2 + 8);
    isVowel = new Uint8Array(letters.length);
    measures = new Uint32Array(letters.length + 1);
  }
  length = 0;
  firstVowel = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const point = word.codePointAt(i)!;
      if (point > 0xffff) i += 1;
      append(point);
    } else {
      append(unit);
    }
  }
}

function putTogether(word: string): string {
  // All but the last letters are those of the word; a replaced suffix is never longer than four.
  const kept = letters.length > 0 && length > 0 ? commonPrefix(word) : 0;
  let stem = word.slice(0, kept);
  if (kept < word.length && hasAstral(word, kept)) {
    stem = "";
    for (let i = 0; i < length; i++) stem += String.fromCodePoint(letters[i]);
    return stem;
  }
  for (let i = kept; i < length; i++) stem += String.fromCodePoint(letters[i]);
  return stem;
}

function commonPrefix(word: string): number {
  let i = Math.max(0, Math.min(length, word.length) - 5);
  while (i < length && i < word.length && letters[i] === word.charCodeAt(i)) i += 1;
  return i;
}

/** Whether code points and code units of the word part ways before `end`. */
function hasAstral(word: string, end: number): boolean {
  for (let i = 0; i < Math.max(end, length) && i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) return true;
  }
  return false;
}

function append(letter: number): void {
  const previousIsVowel = length > 0 && isVowel[length - 1] === 1;
  const vowel =
    letter === A || letter === E || letter === I || letter === O || letter === U
      ? 1
      : letter === Y && length > 0 && !previousIsVowel
        ? 1
        : 0;
  letters[length] = letter;
  isVowel[length] = vowel;
  if (length === 0) measures[0] = 0;
  measures[length + 1] = measures[length] + (previousIsVowel && vowel === 0 ? 1 : 0);
  if (vowel === 1 && firstVowel >= length) firstVowel = length;
  length += 1;
}

function endsWith(suffix: string): boolean {
  const start = length - suffix.length;
  if (start < 0) return false;
  for (let i = 0; i < suffix.length; i++) if (letters[start + i] !== suffix.charCodeAt(i)) return false;
  return true;
}

function replace(suffixLength: number, replacement: string): void {
  length -= suffixLength;
  if (firstVowel >= length) firstVowel = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < replacement.length; i++) append(replacement.charCodeAt(i));
}

/** Applies a rule if the suffix is there; true where no other rule of the step may be tried. */
function apply(suffix: string, replacement: string, minMeasure: number): boolean {
  if (!endsWith(suffix)) return false;
  if (measures[length - suffix.length] >= minMeasure) replace(suffix.length, replacement);
  return true;
}

/** Porter's *o: consonant, vowel, consonant other than w, x, y. NLTK adds: or all of it is vowel, consonant. */
function endsConsonantVowelConsonant(end: number): boolean {
  if (end === 2) return isVowel[0] === 1 && isVowel[1] === 0;
  if (end < 3 || isVowel[end - 3] === 1 || isVowel[end - 2] === 0 || isVowel[end - 1] === 1) return false;
  const last = letters[end - 1];
  return last !== W && last !== X && last !== Y;
}

/** Step 1a. */
function removePlural(): void {
  if (letters[length - 1] !== S) return;
  // NLTK: "dies" gives "die".
  if (endsWith("ies")) replace(3, length === 4 ? "ie" : "i");
  else if (endsWith("sses")) replace(2, "");
  else if (letters[length - 2] !== S) replace(1, "");
}

/** Step 1b. */
function removePast(): void {
  const last = letters[length - 1];
  if (last === D) {
    // NLTK: "died" gives "die", "spied" gives "spi".
    if (endsWith("ied")) {
      replace(3, length === 4 ? "ie" : "i");
      return;
    }
    if (apply("eed", "ee", 1)) return;
    if (letters[length - 2] !== E || length < 2 || firstVowel >= length - 2) return;
    replace(2, "");
  } else if (last === G) {
    if (!endsWith("ing") || firstVowel >= length - 3) return;
    replace(3, "");
  } else {
    return;
  }
  const end = letters[length - 1];
  const before = length > 1 ? letters[length - 2] : 0;
  if ((before === A && end === T) || (before === B && end === L) || (before === I && end === Z)) {
    append(E);
    return;
  }
  if (before === end && isVowel[length - 1] === 0) {
    if (end !== L && end !== S && end !== Z) replace(1, "");
    return;
  }
  // NLTK's mark for the rule above is itself taken for a suffix.
  if (before === ASTERISK && end === D) {
    replace(2, "d");
    return;
  }
  if (measures[length] === 1 && endsConsonantVowelConsonant(length)) append(E);
}

/** Step 1c, with NLTK's condition: "happy" gives "happi", "enjoy" stays. */
function turnFinalY(): void {
  if (letters[length - 1] === Y && length > 2 && isVowel[length - 2] === 0) replace(1, "i");
}

/** Step 2. */
function shortenDoubleSuffix(): void {
  if (length < 3) return;
  // NLTK: "alli" comes first, and what it leaves goes through the step again.
  if (endsWith("alli") && measures[length - 4] > 0) replace(2, "");
  switch (letters[length - 2]) {
    case A:
      void (apply("ational", "ate", 1) || apply("tional", "tion", 1));
      break;
    case C:
      void (apply("enci", "ence", 1) || apply("anci", "ance", 1));
      break;
    case E:
      apply("izer", "ize", 1);
      break;
    case G:
      // NLTK: the l counts as part of the stem, so that "geologi" gives "geolog".
      if (endsWith("logi") && measures[length - 3] > 0) replace(1, "");
      break;
    case L:
      void (
        apply("bli", "ble", 1) ||
        apply("alli", "al", 1) ||
        apply("entli", "ent", 1) ||
        apply("eli", "e", 1) ||
        apply("ousli", "ous", 1) ||
        apply("fulli", "ful", 1)
      );
      break;
    case O:
      void (apply("ization", "ize", 1) || apply("ation", "ate", 1) || apply("ator", "ate", 1));
      break;
    case S:
      void (
        apply("alism", "al", 1) ||
        apply("iveness", "ive", 1) ||
        apply("fulness", "ful", 1) ||
        apply("ousness", "ous", 1)
      );
      break;
    case T:
      void (apply("aliti", "al", 1) || apply("iviti", "ive", 1) || apply("biliti", "ble", 1));
      break;
  }
}

/** Step 3. */
function shortenSuffix(): void {
  if (length < 3) return;
  switch (letters[length - 1]) {
    case E:
      void (apply("icate", "ic", 1) || apply("ative", "", 1) || apply("alize", "al", 1));
      break;
    case I:
      apply("iciti", "ic", 1);
      break;
    case L:
      void (apply("ical", "ic", 1) || apply("ful", "", 1));
      break;
    case S:
      apply("ness", "", 1);
      break;
  }
}

/** Step 4. */
function removeSuffix(): void {
  if (length < 2) return;
  switch (letters[length - 2]) {
    case A:
      apply("al", "", 2);
      break;
    case C:
      void (apply("ance", "", 2) || apply("ence", "", 2));
      break;
    case E:
      apply("er", "", 2);
      break;
    case I:
      apply("ic", "", 2);
      break;
    case L:
      void (apply("able", "", 2) || apply("ible", "", 2));
      break;
    case N:
      void (apply("ant", "", 2) || apply("ement", "", 2) || apply("ment", "", 2) || apply("ent", "", 2));
      break;
    case O:
      if (endsWith("ion")) {
        const before = letters[length - 4];
        if (measures[length - 3] > 1 && (before === S || before === T)) replace(3, "");
      } else {
        apply("ou", "", 2);
      }
      break;
    case S:
      apply("ism", "", 2);
      break;
    case T:
      void (apply("ate", "", 2) || apply("iti", "", 2));
      break;
    case U:
      apply("ous", "", 2);
      break;
    case V:
      apply("ive", "", 2);
      break;
    case Z:
      apply("ize", "", 2);
      break;
  }
}

/** Step 5. */
function removeFinalE(): void {
  if (letters[length - 1] === E && length > 0) {
    const measure = measures[length - 1];
    if (measure > 1 || (measure === 1 && !endsConsonantVowelConsonant(length - 1))) replace(1, "");
  }
  if (length > 1 && letters[length - 1] === L && letters[length - 2] === L && measures[length - 1] > 1) replace(1, "");
}
