/**
 * Given names of women and of men in some fifty countries, from the lists of `@faker-js/faker` (MIT), which it keeps for
 * making up people. Names in Cyrillic letters are written in Latin ones as maps and newspapers do (BGN/PCGN, 1947 and 2019).
 */
import { allLocales } from "@faker-js/faker";

export interface ListedName {
  /** Lists of women's names that hold it. */
  women: number;
  /** Lists of men's names that hold it. */
  men: number;
}

const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u;

/** Russian letters; what Ukrainian writes otherwise is below. */
const RUSSIAN: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    д: "d",
    е: "e",
    ё: "yo",
    ж: "zh",
    з: "z",
    и: "i",
    й: "y",
    к: "k",
    л: "l",
    м: "m",
  },
  ...{ н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch" },
  ...{ ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
};
const UKRAINIAN: Readonly<Record<string, string>> = {
  ...RUSSIAN,
  г: "h",
  и: "y",
  і: "i",
  ї: "i",
  є: "ie",
  "'": "",
  "’": "",
};
const ALPHABETS: Readonly<Record<string, Readonly<Record<string, string>>>> = { ru: RUSSIAN, uk: UKRAINIAN };

/** Names as they are written in the lists, in order of the lists. */
export function countListedNames(): Map<string, ListedName> {
  const names = new Map<string, ListedName>();
  const count = (name: string, gender: keyof ListedName): void => {
    const seen = names.get(name) ?? { women: 0, men: 0 };
    seen[gender]++;
    names.set(name, seen);
  };
  for (const [locale, { person }] of Object.entries(allLocales)) {
    const list = person?.first_name;
    if (!list) continue;
    for (const [gender, written] of [
      ["women", list.female],
      ["men", list.male],
    ] as const)
      for (const name of new Set((written ?? []).flatMap((form) => toLatin(form, ALPHABETS[locale]))))
        count(name, gender);
  }
  return names;
}

/** The spellings of a name in Latin letters: "Сергей" is Sergey and Sergei. None where its script is not known. */
function toLatin(name: string, alphabet: Readonly<Record<string, string>> | undefined): string[] {
  if (LATIN_NAME.test(name)) return [name];
  if (alphabet === undefined) return [];
  const letters = [...name.toLowerCase()].map((letter) => alphabet[letter]);
  if (letters.includes(undefined as never)) return [];
  const latin = letters.join("");
  const spellings = [latin, latin.replace(/[iy]y$/, "y"), latin.replace(/([ae])y$/, "$1i"), latin.replace(/^ye/, "e")];
  return [...new Set(spellings)].map((spelling) => spelling[0].toUpperCase() + spelling.slice(1));
}
