/**
 * Makes the model `stance-words`: how favourable words are, by the ratings of the VADER lexicon (Hutto & Gilbert 2014), and
 * which verbs support, oppose or ask, by CAMEO's dictionary where the ratings do not speak against it. Nouns of such verbs
 * are formed by the endings of English ("condemn", "condemnation"); which of them exist does not matter.
 */
import { hashWord } from "../../src/reading/hash-word.ts";
import {
  packStanceWord,
  STANCE_CLASS,
  STANCE_WORDS_MODEL,
  type StanceClass,
} from "../../src/reading/stances/stance-words.ts";
import type { Trainer } from "../trainer.ts";
import { type CameoVerb, readCameoVerbs } from "./cameo-verbs.ts";
import { findContestedNouns } from "./contested-nouns.ts";
import { countVerbUsage, type VerbUsage } from "./news-usage.ts";
import { readRatedWords } from "./rated-words.ts";

interface Draft {
  valence: number;
  verb: StanceClass;
  noun: StanceClass;
  isContested: boolean;
}

export const stanceWordsTrainer: Trainer = {
  model: STANCE_WORDS_MODEL.name,
  after: [],
  train({ dataFolder, progress }) {
    const words = new Map<string, Draft>();
    const get = (word: string): Draft => {
      let draft = words.get(word);
      if (draft === undefined) words.set(word, (draft = { valence: 0, verb: 0, noun: 0, isContested: false }));
      return draft;
    };
    const ratings = readRatedWords();
    for (const [word, valence] of ratings) get(word).valence = valence;
    const counts = new Array<number>(Object.keys(STANCE_CLASS).length).fill(0);
    const verbs = readCameoVerbs(dataFolder);
    progress("counting verbs in raw news");
    const usage = countVerbUsage(dataFolder, verbs.keys());
    const classes = new Map<string, StanceClass>();
    for (const [verb, cameo] of verbs) {
      const stance = classify(cameo, rateVerb(ratings, verb), usage.get(verb));
      counts[stance]++;
      if (stance === STANCE_CLASS.none) continue;
      classes.set(verb, stance);
      get(verb).verb = stance;
      if (!hasNouns(stance)) continue;
      for (const noun of formNouns(verb)) if (get(noun).noun === 0) get(noun).noun = stance;
    }
    // Verbs that in the dictionary's patterns only carry a noun of stance: "voice support".
    for (const [verb, { carried }] of verbs) {
      if (classes.has(verb) || !carried.some((noun) => isSide(words.get(noun)?.noun))) continue;
      get(verb).verb = STANCE_CLASS.express;
      counts[STANCE_CLASS.express]++;
    }
    const contested = findContestedNouns(usage, (verb) => isSide(classes.get(verb)));
    for (const noun of contested) get(noun).isContested = true;
    progress(`${ratings.size} rated words, ${counts.slice(1).join(", ")} verbs, ${contested.length} contested nouns`);
    const rows = [...words].map(([word, draft]) => [hashWord(word), packStanceWord(draft)] as const);
    rows.sort((a, b) => a[0] - b[0]);
    const kept = rows.filter(([hash], index) => index === 0 || rows[index - 1][0] !== hash);
    return {
      content: {
        ...STANCE_WORDS_MODEL,
        settings: {},
        sections: {
          hashes: Uint32Array.from(kept, ([hash]) => hash),
          entries: Uint16Array.from(kept, ([, entry]) => entry),
        },
      },
      card: {
        purpose:
          "How favourable words are, and which verbs and nouns say that somebody supports, opposes or asks for something; as hashes.",
        data: [
          "VADER lexicon, from the npm package vader-sentiment: ratings of words, MIT / Apache-2.0.",
          "CAMEO 2.0 verb dictionary of PETRARCH-2 (Open Event Data Alliance), MIT: verbs with codes, and their patterns.",
          "Raw news (AllSides, Reuters-21578, BBC), research: which of these verbs speech follows, and which nouns are their objects.",
        ],
        seed: 0,
        scores: [
          ["rated words", String(ratings.size)],
          [`verbs that ${Object.keys(STANCE_CLASS).slice(1).join(" / ")}`, counts.slice(1).join(" / ")],
          ["contested nouns", String(contested.length)],
        ],
        limits: ["One rating a word, whatever its sense.", "Verbs of two words are not in it."],
      },
    };
  },
};

/** The mean rating of a verb's forms; `undefined` where none is rated. */
function rateVerb(ratings: ReadonlyMap<string, number>, verb: string): number | undefined {
  const stem = verb.replace(/e$/, "");
  const forms = [verb, `${verb}s`, `${stem}ed`, `${stem}ing`].map((form) => ratings.get(form));
  const rated = forms.filter((rating) => rating !== undefined);
  return rated.length === 0 ? undefined : rated.reduce((sum, rating) => sum + rating, 0) / rated.length;
}

/** Share of its uses that a verb must have in a class, among those of the opposite class. */
const MIN_SHARE = 0.75;
/** Share of all its uses in which a verb must support or oppose. */
const MIN_STATED = 0.5;
/** Rating beyond which it settles what few patterns leave open. */
const CLEAR_RATING = 0.8;
/** Uses in patterns that need no rating beside them. */
const MANY_USES = 8;
/** Share of its uses that speech must follow, of 100 or more: who "fails" or "violates" says nothing by it. */
const MIN_SPOKEN = 0.0075;
const ENOUGH_USES = 100;
/** Groups of verbs whose subject is what somebody feels about: "disappointed". */
const AFFECTING_CODES = /^(?:110|012|140)/;

function classify(verb: CameoVerb, rating: number | undefined, usage: VerbUsage | undefined): StanceClass {
  const { code, call, intend, support, oppose, other, group } = verb;
  const all = support + oppose + call + intend + other;
  if (code.startsWith("112")) return STANCE_CLASS.accuse;
  if (AFFECTING_CODES.test(code) && AFFECTING_GROUPS.has(group)) return STANCE_CLASS.affect;
  const isSpoken = usage === undefined || usage.count < ENOUGH_USES || usage.spoken >= MIN_SPOKEN * usage.count;
  const side = isSpoken ? chooseSide(verb, rating) : STANCE_CLASS.none;
  if (side !== STANCE_CLASS.none) return side;
  if (isSpoken && call >= 4 && call >= 0.5 * all) return STANCE_CLASS.call;
  if (ENDING_GROUPS.has(group)) return STANCE_CLASS.end;
  if (WEIGHING_GROUPS.has(group)) return STANCE_CLASS.weigh;
  return intend >= 4 && intend >= 0.6 * all ? STANCE_CLASS.intend : STANCE_CLASS.none;
}

function chooseSide(
  { code, group, support, oppose, call, intend, other }: CameoVerb,
  rating: number | undefined,
): StanceClass {
  const stated = support + oppose;
  const all = stated + call + intend + other;
  // Force, whatever it stands for beside: "attack".
  if (/^1[89]|^20/.test(code) && stated < 0.75 * all) return STANCE_CLASS.none;
  if (code === "051" && (rating ?? 1) > 0) return STANCE_CLASS.support;
  if (code === "111" && (rating ?? -1) < 0) return STANCE_CLASS.oppose;
  // Bans and broken relations that now and then stand for a refusal: "veto", "boycott".
  if (/^1[67]/.test(code) && oppose >= 3 && oppose >= 0.3 * all && support === 0) return STANCE_CLASS.oppose;
  // A verb that mostly stands for other acts ("restore", "fail") says what was done, not where its subject stands.
  if (stated < MIN_STATED * all) return STANCE_CLASS.none;
  if (support >= 3 && support >= MIN_SHARE * stated && ((rating ?? 0) >= CLEAR_RATING || support >= MANY_USES))
    return STANCE_CLASS.support;
  const isOpposed = oppose >= 3 && oppose >= MIN_SHARE * stated;
  const isGroupOpposed = DISAGREEING_GROUPS.has(group) && code !== "" && (rating ?? -1) < -0.5;
  const isRated = (rating ?? 0) <= -CLEAR_RATING;
  return isOpposed && (isRated || isGroupOpposed || (oppose >= MANY_USES && code !== "" && (rating ?? -1) < 0))
    ? STANCE_CLASS.oppose
    : STANCE_CLASS.none;
}

function isSide(stance: StanceClass | undefined): boolean {
  return stance === STANCE_CLASS.support || stance === STANCE_CLASS.oppose;
}

function hasNouns(stance: StanceClass): boolean {
  return stance !== STANCE_CLASS.end && stance !== STANCE_CLASS.weigh;
}

/** Groups of synonyms for ending or barring something, and for looking at it, by their name in the dictionary. */
const ENDING_GROUPS = new Set(["cancel", "revoke_", "prohibit", "abandon"]);
const WEIGHING_GROUPS = new Set(["review", "consider", "confer", "inspect", "investigate", "predict", "observe"]);
/** Groups of synonyms by their name in the dictionary. */
const AFFECTING_GROUPS = new Set(["dismay", "disgrace", "disturb", "worry"]);
const DISAGREEING_GROUPS = new Set([
  "verbal_conflict",
  "refuse",
  "dispel",
  "despatch",
  "disapprove",
  "rebuff",
  "regret",
  "lament",
]);

/** Nouns made of a verb: the act, not who does it. */
function formNouns(verb: string): string[] {
  const stem = verb.replace(/(?:is|iz)?e$/, "");
  const base = verb.replace(/e$/, "");
  return [
    verb,
    `${stem}ism`,
    ...["ion", "ation", "ition", "al", "ment", "ance", "ence", "ing"].map((ending) => base + ending),
    `${verb}ment`,
    verb.replace(/y$/, "ial"),
  ];
}
