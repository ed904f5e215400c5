/**
 * How raw news uses verbs: how often their sentence goes on with what was said ("condemned the raid, saying ..."), and which
 * nouns are their objects ("condemned the raid"). Found by the order of words alone.
 */
import { readRawSentences } from "../raw-text.ts";

export interface VerbUsage {
  count: number;
  /** Uses that a participle of speech follows. */
  spoken: number;
  /** Nouns after it with an article or possessive between, and how often. */
  readonly objects: Map<string, number>;
}

const SPOKEN = /^(?:saying|calling|arguing|describing)$/;
/** Words that what is said may stand behind the verb. */
const REACH = 30;
const DETERMINER = /^(?:the|a|an|his|her|its|their|this|that)$/;
const AFTER_PHRASE =
  /^(?:of|to|by|in|on|for|as|that|and|or|at|with|from|which|is|was|are|were|against|after|during|while|because|saying)$/;
const LONGEST_PHRASE = 5;

/** Counts the inflected forms of the verbs given; bare forms are too often nouns. */
export function countVerbUsage(dataFolder: string, verbs: Iterable<string>): Map<string, VerbUsage> {
  const verbOf = new Map<string, string>();
  for (const verb of verbs) for (const form of inflect(verb)) if (!verbOf.has(form)) verbOf.set(form, verb);
  const usage = new Map<string, VerbUsage>();
  readRawSentences(dataFolder, (written) => {
    const words = written.map((word) => word.toLowerCase());
    for (const [place, word] of words.entries()) {
      const verb = verbOf.get(word);
      if (verb === undefined) continue;
      const own = usage.get(verb) ?? { count: 0, spoken: 0, objects: new Map<string, number>() };
      usage.set(verb, own);
      own.count++;
      if (words.slice(place + 1, place + REACH).some((next) => SPOKEN.test(next))) own.spoken++;
      const object = findObject(words, place + 1);
      if (object !== "") own.objects.set(object, (own.objects.get(object) ?? 0) + 1);
    }
  });
  return usage;
}

/** The last word of the phrase that starts with an article; empty where there is none. */
function findObject(words: readonly string[], start: number): string {
  if (!DETERMINER.test(words[start] ?? "")) return "";
  let last = start + 1;
  while (last < start + LONGEST_PHRASE) {
    const next = words[last + 1] ?? "";
    if (!/^[a-z-]+$/.test(next) || AFTER_PHRASE.test(next)) break;
    last++;
  }
  return words[last] ?? "";
}

function inflect(verb: string): string[] {
  const stem = verb.replace(/e$/, "");
  const soft = verb.replace(/([^aeiou])y$/, "$1i");
  const doubled = verb + verb.at(-1);
  return [`${verb}s`, `${soft}es`, `${stem}ed`, `${soft}ed`, `${stem}ing`, `${doubled}ed`, `${doubled}ing`];
}
