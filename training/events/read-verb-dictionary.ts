/** Reads the CAMEO verb dictionary of PETRARCH: blocks of verbs, synonym sets, patterns with codes; and the table of codes. */
import { readCorpusText } from "../corpus-files.ts";

export interface VerbPattern {
  /** Words before and after the verb, and in a phrase with a preposition; "&NAME" is a set, "" is nothing. */
  subject: string;
  object: string;
  preposition: string;
  noun: string;
  code: string;
}

export interface VerbBlock {
  verbs: { lemma: string; code: string }[];
  patterns: VerbPattern[];
}

export interface VerbDictionary {
  blocks: VerbBlock[];
  /** Words of each set, lower case, words of one entry joined by a space. */
  sets: Map<string, string[]>;
}

export const DICTIONARY = "cameo/CAMEO.2.0.verbs.txt.gz";
export const CODE_TABLE = "cameo/CAMEO2PLOVER-2021.txt.gz";

export function readVerbDictionary(dataFolder: string): VerbDictionary {
  const lines = readCorpusText(dataFolder, DICTIONARY).split("\n");
  const sets = new Map<string, string[]>();
  const blocks: VerbBlock[] = [];
  let set: string[] | undefined;
  let block: VerbBlock | undefined;
  let blockCode = NONE;
  for (const line of lines) {
    const text = line.replace(/#.*/, "").trim();
    if (text.startsWith("~")) break;
    if (text.startsWith("&")) {
      set = [];
      sets.set(text, set);
    } else if (text.startsWith("---")) {
      blockCode = /\[([\d:-]+)\]/.exec(text)?.[1] ?? NONE;
      block = { verbs: [], patterns: [] };
      blocks.push(block);
    } else if (text.startsWith("- ")) {
      const pattern = toPattern(text);
      if (pattern !== undefined) block?.patterns.push(pattern);
    } else if (block === undefined && text.startsWith("+")) {
      set?.push(toWords(text.slice(1)));
    } else if (block !== undefined && text !== "") {
      const lemma = /^\+?([A-Z_-]+)/.exec(text)?.[1].toLowerCase().replace(/_$/, "");
      const code = firstCode(/\[([\d:-]+)\]/.exec(text)?.[1] ?? blockCode);
      if (lemma !== undefined) for (const verb of toSpellings(lemma)) block.verbs.push({ lemma: verb, code });
    }
  }
  return { blocks, sets };
}

const NONE = "---";

/** "- * AID (TO &REFUGEE) [073]" as parts; nothing for a pattern that names more than parts can say. */
function toPattern(line: string): VerbPattern | undefined {
  const match = /^- (.*?)\[([\d:-]+)\]/.exec(line);
  if (match === null) return undefined;
  const body = match[1].replace(/[{}$+]/g, " ");
  const [before, after] = body.split("*");
  if (after === undefined) return undefined;
  const phrases = [...body.matchAll(/\(([^)]*)\)/g)].map((phrase) => phrase[1].trim().split(/\s+/));
  const object = toWords(after.replace(/\([^)]*\)/g, " "));
  const subject = toWords(before.replace(/\([^)]*\)/g, " "));
  const [preposition, ...nouns] = phrases[0] ?? [];
  return {
    subject: lastWord(subject),
    object,
    preposition: (preposition ?? "").toLowerCase(),
    noun: toWords(nouns.join(" ")),
    code: firstCode(match[2]),
  };
}

/** Of "042:043", for the two sides of one deed, the first. */
function firstCode(code: string): string {
  const first = code.split(":")[0];
  return /^\d+$/.test(first) ? first : NONE;
}

/** The last two words, as the patterns' phrases are known by their head and one word before it. */
function toWords(text: string): string {
  const words = text.replaceAll("_", " ").trim().split(/\s+/).slice(-2).join(" ");
  return words.includes("&") ? (words.split(" ").find((word) => word.startsWith("&")) as string) : words.toLowerCase();
}

function lastWord(words: string): string {
  return words.split(" ").at(-1) as string;
}

function toSpellings(verb: string): string[] {
  const british = verb.replace(/z(e|ed|ing)$/, "s$1");
  return british === verb ? [verb] : [verb, british];
}

/** PLOVER event of each CAMEO code, after the conversion table of 2021. */
export function readCodeTable(dataFolder: string): Map<string, string> {
  const classes = new Map<string, string>();
  for (const line of readCorpusText(dataFolder, CODE_TABLE).split("\n")) {
    const match = /^(\d+): *([A-Z]+)/.exec(line);
    if (match !== null && match[1].length > 2) classes.set(match[1], match[2]);
  }
  return classes;
}
