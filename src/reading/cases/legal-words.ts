/**
 * Closed classes of legal English: which verb does what to which instrument, how charges are introduced, how much must be
 * proved. The vocabulary of courts, whatever the affair; `docs/legal-stages.md` explains the moves.
 */
import { rememberWords } from "../stances/remember-words.ts";
import type { Stage } from "./case-draft.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Forms that are too rare for the lemmas of everyday words. */
const LEMMA_OF_FORM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    upheld: "uphold",
    struck: "strike",
    stricken: "strike",
    misled: "mislead",
    sought: "seek",
    threw: "throw",
    thrown: "throw",
    withdrew: "withdraw",
    withdrawn: "withdraw",
    broke: "break",
    drew: "draw",
    fined: "fine",
    fining: "fine",
    indicts: "indict",
    annulled: "annul",
    annuls: "annul",
    revoked: "revoke",
    revoking: "revoke",
    extraditing: "extradite",
    defrauded: "defraud",
    quashing: "quash",
    overruled: "overrule",
    sued: "sue",
    suing: "sue",
    sues: "sue",
    impeached: "impeach",
    impeaches: "impeach",
    impeaching: "impeach",
  }),
);

const toRareLemma = rememberWords((word) => LEMMA_OF_FORM.get(word.toLowerCase()) ?? "");

/** Last letters of those forms, small and capital: most words end otherwise. */
const LAST_LETTERS = new Set(
  [...LEMMA_OF_FORM.keys()].flatMap((form) =>
    [form, form.toUpperCase()].map((word) => word.charCodeAt(word.length - 1)),
  ),
);

/** The lemma of a word, in small letters. */
export function toLegalLemma(word: string, lemma: string): string {
  const rare = LAST_LETTERS.has(word.charCodeAt(word.length - 1)) ? toRareLemma(word) : "";
  return rare || lemma.toLowerCase();
}

/** What a court gives or is asked for. */
export const INSTRUMENTS = words(
  "warrant subpoena summons injunction measure order opinion extradition arrest prosecution ban review bail asylum relief permission judicial judgment stay",
);

/** What parties bring before a court. */
export const PROCEEDINGS = words(
  "case lawsuit suit motion complaint claim petition application appeal action challenge proceeding proceedings charge indictment dispute litigation trial hearing request prosecution arbitration impeachment paper",
);

/** What ends a proceeding. */
export const OUTCOMES = words(
  "verdict judgment judgement ruling sentence conviction acquittal decision ban fine award settlement penalty suspension disqualification expulsion",
);

/** Whether a noun is one of the law: an instrument, a proceeding or an outcome. */
export function isLegalWord(lemma: string): boolean {
  return INSTRUMENTS.has(lemma) || PROCEEDINGS.has(lemma) || OUTCOMES.has(lemma);
}

/** Nouns that decide: the bench, by any name. */
export const DECIDERS = words(
  "court judge tribunal panel jury magistrate bench chamber arbitrator justice commission regulator committee arbiter coroner",
);

/** Nouns of those who bring criminal cases. */
export const PROSECUTORS = words("prosecutor prosecution attorney police detective investigator");

/** Verbs that ask a court for something, with an instrument or proceeding as object. */
const REQUEST = words("seek request file lodge submit bring launch initiate open institute pursue start press take");
const REQUEST_FOR = words("apply ask petition request call file");
const ISSUE = words("issue grant order approve authorise authorize impose");
const REFUSE = words("refuse reject dismiss deny decline throw rebuff toss overrule turn");
const WITHDRAW = words("withdraw drop abandon cancel rescind revoke discontinue");
const EXECUTE = words("execute enforce");
const END = words(
  "conclude settle overturn quash uphold lift annul deliver reverse affirm reinstate void nullify reduce cut halve shorten lengthen",
);

/** The stage that a verb reaches when it has a legal noun as its object. */
export const STAGE_OF_VERB_WITH_OBJECT: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ...[...REQUEST].map((verb) => [verb, "requested"] as const),
  ...[...ISSUE].map((verb) => [verb, "issued"] as const),
  ...[...REFUSE].map((verb) => [verb, "refused"] as const),
  ...[...WITHDRAW].map((verb) => [verb, "withdrawn"] as const),
  ...[...EXECUTE].map((verb) => [verb, "executed"] as const),
  ...[...END].map((verb) => [verb, "ended"] as const),
]);

/** "applied for warrants", "asked the court for an order". */
export const VERBS_WITH_FOR = REQUEST_FOR;

/** Verbs that are legal moves by themselves: their object is the respondent. */
export const STAGE_OF_VERB: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ["sue", "requested"],
  ["indict", "requested"],
  ["prosecute", "requested"],
  ["arraign", "requested"],
  ["charge", "requested"],
  ["convict", "ended"],
  ["acquit", "ended"],
  ["sentence", "ended"],
  ["exonerate", "ended"],
  ["clear", "ended"],
  ["jail", "ended"],
  ["imprison", "ended"],
  ["fine", "issued"],
  ["appeal", "appealed"],
  ["extradite", "executed"],
]);

/** What a court does to a law, a plan or a decision. */
export const OVERRULING: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ...[..."block halt bar enjoin freeze suspend stay".split(" ")].map((verb) => [verb, "issued"] as const),
  ...[..."strike invalidate overturn annul quash void nullify uphold reverse".split(" ")].map(
    (verb) => [verb, "ended"] as const,
  ),
]);

/** What somebody decides or makes that a court may overrule. */
export const OVERRULED = words(
  "law act statute bill decree regulation rule policy provision amendment measure restriction requirement ban plan programme program order decision ruling verdict judgment conviction sentence election vote result referendum merger takeover deportation execution removal suspension appointment deadline map tariff tax court clause section article part provision rules legislation operation construction work project deal agreement",
);

/** What a bench does to somebody; elsewhere the same verbs are of other affairs. */
export const BENCH_ACTS = words(
  "remove suspend disqualify bar ban exclude expel strip reprimand censure sanction dissolve outlaw",
);

/** Verbs by which a bench says what somebody did. */
export const FINDINGS = words("find rule hold conclude decide determine");

/** Verbs that say that somebody did wrong. */
export const WRONGS = words(
  "interfere breach violate break exceed infringe abuse discriminate commit fail mislead defraud conspire neglect deceive collude bribe flout disregard contravene misuse overcharge cheat harass",
);

/** Crimes that have a name of their own. */
export const CRIMES = words(
  "arson assault battery blackmail bribery burglary conspiracy corruption defamation embezzlement espionage evasion extermination extortion forgery fraud genocide kidnapping larceny laundering libel manslaughter murder negligence obstruction perjury persecution piracy racketeering rape rioting robbery sabotage sedition slander slavery smuggling sodomy terrorism theft torture trafficking treason vandalism",
);

/** What to call a case after the noun that names it in the report, nearest kind first; the value names the case. */
export const KIND_OF_NOUN: ReadonlyMap<string, string> = new Map([
  ["warrant", "arrest warrant"],
  ["arrest", "arrest warrant"],
  ["extradition", "extradition"],
  ["injunction", "injunction"],
  ["subpoena", "subpoena"],
  ["indictment", "indictment"],
  ["lawsuit", "lawsuit"],
  ["suit", "lawsuit"],
  ["complaint", "complaint"],
  ["petition", "petition"],
  ["asylum", "asylum claim"],
  ["dispute", "dispute"],
  ["appeal", "appeal"],
  ["impeachment", "impeachment"],
  ["trial", "trial"],
  ["charge", "criminal charges"],
  ["conviction", "criminal charges"],
  ["proceedings", "case"],
  ["prosecution", "criminal charges"],
  ["claim", "claim"],
  ["challenge", "challenge"],
  ["case", "case"],
]);

/** What to call a case after the verb, or the penalty, that tells of it. */
export const KIND_OF_MOVE: ReadonlyMap<string, string> = new Map([
  ["sue", "lawsuit"],
  ["fine", "fine"],
  ["penalty", "fine"],
  ["reprimand", "reprimand"],
  ["censure", "reprimand"],
  ["ban", "ban"],
  ["suspension", "ban"],
  ["suspend", "ban"],
  ["extradite", "extradition"],
]);

/** Introduces what somebody is accused of: verb or noun, and the words between it and the list. */
export interface ChargeFrame {
  readonly prepositions: ReadonlySet<string>;
  /** Whose charges: the verb's object (or passive subject), or its subject. */
  readonly of: "object" | "subject";
  /** Only in court: needs nobody known to accuse. */
  readonly isLegal: boolean;
  readonly stage: Stage | null;
}

const frame = (
  prepositions: string,
  of: ChargeFrame["of"],
  isLegal: boolean,
  stage: Stage | null = null,
): ChargeFrame => ({
  prepositions: words(prepositions),
  of,
  isLegal,
  stage,
});

export const CHARGE_FRAMES: ReadonlyMap<string, ChargeFrame> = new Map([
  ["accuse", frame("of", "object", false)],
  ["admit", frame("to", "subject", true, "ended")],
  ["charge", frame("with", "object", true, "requested")],
  ["indict", frame("for on over", "object", true, "requested")],
  ["prosecute", frame("for over", "object", true, "requested")],
  ["try", frame("for on", "object", true, "requested")],
  ["sue", frame("for over", "object", true, "requested")],
  ["convict", frame("of on", "object", true, "ended")],
  ["acquit", frame("of on", "object", true, "ended")],
  ["clear", frame("of", "object", true, "ended")],
  ["sentence", frame("for over", "object", true, "ended")],
  ["jail", frame("for over", "object", true, "ended")],
  ["imprison", frame("for over", "object", true, "ended")],
  ["suspect", frame("of", "object", true)],
  ["want", frame("for on over", "object", true, "requested")],
  ["ban", frame("for over", "object", true, "issued")],
  ["suspend", frame("for over", "object", true, "issued")],
  ["disqualify", frame("for over", "object", true, "issued")],
  ["expel", frame("for over", "object", true, "issued")],
  ["reprimand", frame("for over", "object", true, "issued")],
  ["censure", frame("for over", "object", true, "issued")],
  ["remove", frame("for over", "object", true, "issued")],
  ["fine", frame("for over", "object", true, "issued")],
  ["guilty", frame("of to on", "subject", true)],
  ["responsible", frame("for", "subject", false)],
  ["responsibility", frame("for", "subject", false)],
  ["liable", frame("for", "subject", false)],
  ["conviction", frame("for of on over", "subject", true)],
  ["acquittal", frame("of on", "subject", true)],
  ["charges", frame("of for over", "subject", true, "requested")],
  ["allegation", frame("of", "subject", false)],
  ["accusation", frame("of", "subject", false)],
  ["suspicion", frame("of", "subject", true)],
  ["count", frame("of", "subject", true, "requested")],
  ["trial", frame("for on over", "subject", true, "requested")],
]);

/** "was given a ban for": nouns of what a court imposes, with what they are for. */
export const PENALTIES: ReadonlyMap<string, ChargeFrame> = new Map([
  ["ban", frame("for over", "subject", true, "issued")],
  ["suspension", frame("for over", "subject", true, "issued")],
  ["warning", frame("for over", "subject", true, "issued")],
  ["reprimand", frame("for over", "subject", true, "issued")],
  ["fine", frame("for over", "subject", true, "issued")],
  ["penalty", frame("for over", "subject", true, "issued")],
  ["sentence", frame("for over", "subject", true, "ended")],
  ["term", frame("for over", "subject", true, "ended")],
]);

/** Words that introduce charges only as verbs: "clear evidence", "a fine of" do not. */
const ONLY_VERBS = words("admit clear jail sue try want suspend disqualify expel remove");

/** What a word introduces as the part of speech that it is. */
export function findChargeFrame(lemma: string, tag: string): ChargeFrame | undefined {
  if (tag === "NOUN" && PENALTIES.has(lemma)) return PENALTIES.get(lemma);
  if (tag !== "VERB" && ONLY_VERBS.has(lemma)) return undefined;
  return CHARGE_FRAMES.get(lemma === "charge" && tag === "NOUN" ? "charges" : lemma);
}

/** Classes of acts that the words may name, by the lemmas that do. */
export const ACT_CLASSES: readonly [lemmas: readonly string[], name: string][] = [
  [["crime", "against", "humanity"], "crime against humanity"],
  [["war", "crime"], "war crime"],
  [["crime", "of", "aggression"], "crime of aggression"],
  [["hate", "crime"], "hate crime"],
  [["anti-doping", "rule", "violation"], "anti-doping rule violation"],
];

/** Words of an item that name no act: "other charges", "these offences". */
export const EMPTY_ACTS = words(
  "damages compensation crime charge offence offense count act allegation accusation case it that this them these those which what all other part role year month everything anybody wrongdoing something anything he she they",
);
