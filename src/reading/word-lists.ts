/** Closed classes of English that tell what a phrase refers to. Open classes are learnt: see `referents.ts`. */
import type { EntityKind } from "./mention.ts";

/** Forms of address, with the gender they tell. */
export const HONORIFICS: ReadonlyMap<string, "male" | "female" | undefined> = new Map([
  ["mr", "male"], ["mister", "male"], ["sir", "male"], ["lord", "male"], ["fr", "male"], ["brother", "male"],
  ["mrs", "female"], ["ms", "female"], ["miss", "female"], ["madam", "female"], ["mme", "female"], ["lady", "female"],
  ["dame", "female"], ["sister", "female"], ["dr", undefined], ["prof", undefined], ["professor", undefined],
  ["rev", undefined], ["reverend", undefined], ["hon", undefined], ["st", undefined],
]); // biome-ignore format: by rows

/** Ranks that stand before a name, mostly cut short, and are no role by themselves. */
export const RANKS: ReadonlySet<string> = new Set([
  "gen", "general", "col", "colonel", "lt", "lieutenant", "maj", "major", "capt", "captain", "sgt", "sergeant", "cpl",
  "brig", "brigadier", "adm", "admiral", "cmdr", "rear", "vice-admiral", "marshal", "sheikh", "mullah", "ayatollah", "imam",
]); // biome-ignore format: by rows

/** Titles of office that are mostly cut short before a name, and what they are short for. */
export const TITLE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["sen", "senator"], ["sens", "senator"], ["rep", "representative"], ["reps", "representative"], ["gov", "governor"],
  ["govs", "governor"], ["gen", "general"], ["pres", "president"], ["amb", "ambassador"], ["supt", "superintendent"],
  ["cllr", "councillor"], ["asst", "assistant"], ["sec", "secretary"],
]); // biome-ignore format: by rows

/** What follows a name without being part of it in short forms. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv", "kc", "qc", "mp", "phd"]);

/** Nouns for one gender. */
export const GENDERED_NOUNS: ReadonlyMap<string, "male" | "female"> = new Map([
  ...["man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather", "king", "prince", "emperor",
    "duke", "gentleman", "guy", "monk", "widower", "grandson"].map((noun) => [noun, "male"] as const),
  ...["woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother", "queen", "princess",
    "empress", "duchess", "lady", "actress", "nun", "widow", "granddaughter", "heroine"].map((noun) => [noun, "female"] as const),
]); // biome-ignore format: by rows

/** Head nouns that settle the kind. */
const HEAD_NOUNS: readonly [EntityKind, string][] = [
  ["court", "court tribunal"],
  ["treaty", "treaty convention statute pact accord protocol covenant"],
  ["law", "act law bill constitution code decree ordinance directive legislation"],
  ["event", "war summit conference election referendum earthquake ceremony festival championship games olympics cup trial massacre"],
  ["state", "country nation kingdom republic"],
  [
    "organisation",
    "agency alliance army assembly association authority bank bloc board body broadcaster bureau cabinet campaign " +
      "centre center chamber charity church club coalition commission committee company congress consortium corporation " +
      "council department directorate embassy enterprise faction federation firm force forces foundation front fund " +
      "government group house institute institution junta league legislature lobby militia ministry mission movement " +
      "navy network newspaper ngo office opposition organisation organization panel parliament partnership party " +
      "police presidency regime regulator secretariat senate service society taskforce team think-tank treasury union " +
      "university watchdog administration",
  ],
  ["person", "chief head chair envoy source"],
  ["group", "people public community population crowd family couple"],
]; // biome-ignore format: by rows

const kindOfHead = new Map(
  HEAD_NOUNS.flatMap(([kind, nouns]) => nouns.split(" ").map((noun) => [noun, kind] as const)),
);

/** The kind that a head noun settles, whatever the words before it. */
export function getKindOfHeadNoun(lemma: string): EntityKind | undefined {
  return kindOfHead.get(lemma);
}

/** Nouns that stand for any organisation named before: "the group". */
export const GENERAL_BODIES: ReadonlySet<string> = new Set(
  "group movement organisation organization body bloc agency company firm charity network party institution union association alliance militia faction team club watchdog campaign foundation newspaper broadcaster".split(
    " ",
  ),
);

/** Days, months and the like, which tag as names but name no entity. */
export const CALENDAR: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split(
    " ",
  ),
);

/** Nouns of time, never an antecedent of "it" or "they". */
export const TIME_NOUNS: ReadonlySet<string> = new Set(
  "day week month year hour minute second morning afternoon evening night today yesterday tomorrow tonight time moment decade century weekend date".split(
    " ",
  ),
);

export interface PronounForm {
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  readonly gender: "male" | "female" | undefined;
  readonly kind: EntityKind | undefined;
  readonly possessive: boolean;
  readonly reflexive: boolean;
  /** "who", "which", "that": refers to what the clause hangs on. */
  readonly relative: boolean;
  readonly animate: boolean;
}

const plain = { person: 3, plural: false, gender: undefined, kind: undefined, possessive: false, reflexive: false, relative: false, animate: true } as const; // biome-ignore format: one row
const he = { ...plain, gender: "male", kind: "person" } as const;
const she = { ...plain, gender: "female", kind: "person" } as const;
const it = { ...plain, animate: false } as const;
const they = { ...plain, plural: true } as const;
const i = { ...plain, person: 1, kind: "person" } as const;
const we = { ...plain, person: 1, plural: true } as const;
const you = { ...plain, person: 2 } as const;
const own = { possessive: true } as const;
const self = { reflexive: true } as const;

export const PRONOUNS: ReadonlyMap<string, PronounForm> = new Map<string, PronounForm>([
  ["he", he], ["him", he], ["his", { ...he, ...own }], ["himself", { ...he, ...self }],
  ["she", she], ["her", she], ["hers", { ...she, ...own }], ["herself", { ...she, ...self }],
  ["it", it], ["its", { ...it, ...own }], ["itself", { ...it, ...self }],
  ["they", they], ["them", they], ["their", { ...they, ...own }], ["theirs", { ...they, ...own }], ["themselves", { ...they, ...self }],
  ["i", i], ["me", i], ["my", { ...i, ...own }], ["mine", { ...i, ...own }], ["myself", { ...i, ...self }],
  ["we", we], ["us", we], ["our", { ...we, ...own }], ["ours", { ...we, ...own }], ["ourselves", { ...we, ...self }],
  ["you", you], ["your", { ...you, ...own }], ["yours", { ...you, ...own }], ["yourself", { ...you, ...self }],
  ["who", { ...plain, relative: true, kind: "person" }], ["whom", { ...plain, relative: true, kind: "person" }],
  ["whose", { ...plain, relative: true, ...own }], ["which", { ...it, relative: true }], ["that", { ...plain, relative: true }],
]); // biome-ignore format: by rows

/** Nouns for those who govern a state. */
export const GOVERNMENT_NOUNS: ReadonlySet<string> = new Set(
  "minister ministry secretary government president premier chancellor parliament king queen embassy ambassador".split(
    " ",
  ),
);

/** Nouns that end the names of firms; the first word alone stands for the firm. */
export const FIRM_NOUNS: ReadonlySet<string> = new Set(
  "bank group holdings minerals mining energy airlines airways air foods motors steel securities industries technologies systems ferries shipping lines rail petroleum oil gas power media records stores partners insurance assurance laboratories labs brands resources chemicals electronics pharmaceuticals pharma telecom logistics properties homes breweries capital ltd plc inc corp".split(
    " ",
  ),
);
