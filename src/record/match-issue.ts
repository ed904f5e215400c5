/**
 * Whether a stance is about an issue's proposition, and which way round.
 *
 * The target's content words are looked for in the proposition and its further words. "The warrants should be issued" is
 * about "the arrest warrants", and about "the refusal of the warrants" turned round: who opposes the refusal supports it.
 */
import { stemWord } from "../language/index.ts";
import { toSearchStems } from "./search-stems.ts";

/** Share of the target's content words, the rarer ones weighing more, that the proposition must have. */
const MIN_FIT = 0.5;

export interface IssueMatch {
  readonly fit: number;
  readonly isTurned: boolean;
}

export interface IssueWords {
  readonly stems: ReadonlySet<string>;
  readonly isNegative: boolean;
}

export function toIssueWords(proposition: string, words: string | null): IssueWords {
  const stems = toSearchStems(proposition);
  const all = [...stems, ...toSearchStems(words ?? "")].filter((stem) => !EMPTY.has(stem));
  return { stems: new Set(all), isNegative: hasOddDenials(stems) };
}

/** Undefined where the target is about something else. */
export function matchIssue(issue: IssueWords, targetText: string): IssueMatch | undefined {
  const stems = toSearchStems(targetText);
  const content = stems.filter((stem) => !EMPTY.has(stem) && !DENIALS.has(stem));
  if (content.length === 0) return undefined;
  const shared = content.filter((stem) => issue.stems.has(stem)).length;
  const fit = shared / content.length;
  // Of a target of many words, "the court's decision to ...", two that fit are telling; of a short one, half of it.
  if (fit < MIN_FIT && shared < 3) return undefined;
  return { fit: Math.max(fit, MIN_FIT), isTurned: hasOddDenials(stems) !== issue.isNegative };
}

export function turnStance<Stance extends string>(stance: Stance): Stance | "supports" | "opposes" {
  if (stance === "supports") return "opposes";
  return stance === "opposes" ? "supports" : stance;
}

function hasOddDenials(stems: readonly string[]): boolean {
  return stems.filter((stem) => DENIALS.has(stem)).length % 2 === 1;
}

/** Words that turn a proposition into its opposite. */
const DENIALS = new Set(
  `not no never against reject rejection refuse refusal oppose opposition block deny denial drop withdraw withdrawal cancel cancellation
  dismiss dismissal repeal halt stop end delay ban prevent abandon scrap veto annul overturn suspend suspension`
    .split(/\s+/)
    .map((word) => stemWord(word)),
);

/** Words that no proposition is about. */
const EMPTY = new Set(
  `a an the of to in on for by with at from and or that this these those it its his her their be is are was were been should must ought
  would will can may shall has have had do does did as any all new plan decision move`
    .split(/\s+/)
    .map((word) => stemWord(word)),
);
