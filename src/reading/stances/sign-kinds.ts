/**
 * What shows a stance, and how sure each kind of sign is: the share that was right of those judged by reading, in reports not
 * used for making the rules (`docs/decisions/0090-stances.md`).
 */
export const SIGN_SCORES = {
  /** "welcomed", "was condemned by", "voiced support for". */
  act: 0.75,
  /** "voted against". */
  vote: 0.6,
  /** "called it outrageous". */
  calling: 0.7,
  /** "urged states to reject". */
  wish: 0.65,
  /** "its criticism of". */
  noun: 0.45,
  accusation: 0.65,
  /** "which drafted the text". */
  proposal: 0.6,
  /** "the veto is a disgrace". */
  judgement: 0.35,
  /** The same of a thing that nobody is known to take sides on. */
  opinion: 0.35,
  /** "must be rejected". */
  demand: 0.6,
  /** "we will enforce the ruling". */
  intent: 0.5,
  /** "conceded that we would have to". */
  concession: 0.55,
  /** "I was wrong". */
  reversal: 0.5,
  /** "“Yes,” she answered", "would not be drawn". */
  answer: 0.5,
  /** "can live with": mixed by itself. */
  tolerance: 0.5,
  /** Taken from a stance on somebody's act against the issue: "the veto is a disgrace" speaks for what was vetoed. */
  derived: 0.4,
  /** All that somebody says and does, weighed together where nothing surer tells. */
  leaning: 0.32,
} as const;

export type SignKind = keyof typeof SIGN_SCORES;
