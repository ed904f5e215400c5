/**
 * The verbs of CAMEO's dictionary and how often each, alone or in a pattern, stands for what kind of act.
 *
 * Codes 05 praise and support, 11 and 12 disapprove and reject, 02 and 10 appeal and demand, 03 state an intent.
 */
import { readCorpusText } from "../corpus-files.ts";

export interface CameoVerb {
  /** CAMEO code of the verb alone, or of its group of synonyms; empty where the dictionary gives none. */
  code: string;
  /** Name of its group of synonyms. */
  group: string;
  support: number;
  oppose: number;
  call: number;
  intend: number;
  other: number;
  /** Words that stand directly after it in patterns of support or opposition: "support" in "voice support". */
  readonly carried: string[];
}

/** What a verb alone counts; a pattern with it counts 1. */
const WEIGHT_OF_DEFAULT = 4;
const NO_CODE = "---";

export function readCameoVerbs(dataFolder: string): Map<string, CameoVerb> {
  const verbs = new Map<string, CameoVerb>();
  const get = (word: string): CameoVerb => {
    const lower = word.toLowerCase();
    let verb = verbs.get(lower);
    if (verb === undefined) {
      verb = { code: "", group: "", support: 0, oppose: 0, call: 0, intend: 0, other: 0, carried: [] };
      verbs.set(lower, verb);
    }
    return verb;
  };
  let group = "";
  let groupCode = NO_CODE;
  for (const line of readCorpusText(dataFolder, "cameo/CAMEO.2.0.verbs.txt.gz").split("\n")) {
    const header = /^---\s*(.+?)\s*\[([^\]]*)\]\s*---/.exec(line);
    if (header !== null) {
      [, group, groupCode] = header;
      continue;
    }
    // "- * (BY FORCES)  [062:062]  # BACK": the comment names the verb.
    const pattern = /^- (.*)\[([^\]]*)\]\s*#\s*([A-Z_]+)\s*$/.exec(line);
    if (pattern !== null) {
      const [, words, code, word] = pattern;
      if (code === NO_CODE) continue;
      const verb = get(word);
      const kind = kindOf(code);
      verb[kind]++;
      const carried = /\*\s+\(?([A-Z]+)/.exec(words)?.[1];
      if (carried !== undefined && (kind === "support" || kind === "oppose")) verb.carried.push(carried.toLowerCase());
      continue;
    }
    const entry = /^([A-Z]+)\s*(?:\{[^}]*\})?\s*(?:\[([^\]]*)\])?\s*(?:#.*)?$/.exec(line);
    if (entry === null) continue;
    const verb = get(entry[1]);
    const code = entry[2] ?? groupCode;
    verb.group = group.toLowerCase();
    if (code === NO_CODE) continue;
    verb.code = code;
    verb[kindOf(code)] += WEIGHT_OF_DEFAULT;
  }
  return verbs;
}

function kindOf(code: string): "support" | "oppose" | "call" | "intend" | "other" {
  if (/^05[0-36]/.test(code)) return "support";
  if (/^1[12]/.test(code)) return "oppose";
  if (/^(?:02|10)/.test(code)) return "call";
  return code.startsWith("03") ? "intend" : "other";
}
