/** What a reporting verb does: plain assertion, or accusing, denying, demanding… */
import type { Statement } from "./schema.ts";

const ACTS: readonly [Statement["act"], string][] = [
  ["accuse", "accuse blame allege charge"],
  ["deny", "deny reject refute dismiss dispute"],
  ["demand", "demand urge order request appeal insist plead implore"],
  ["promise", "promise vow pledge commit undertake guarantee"],
  ["threaten", "threaten"],
  ["praise", "praise hail laud applaud welcome commend acclaim congratulate thank"],
  ["condemn", "condemn denounce deplore decry criticise criticize slam blast lambast castigate denigrate lament"],
  ["question", "ask wonder question doubt query"],
  ["decline", "decline refuse"],
]; // biome-ignore format: by rows

const actOfVerb = new Map(ACTS.flatMap(([act, verbs]) => verbs.split(" ").map((verb) => [verb, act] as const)));

/** The act of a verb's lemma; `undefined` where it only reports. */
export function getSpeechAct(lemma: string): Statement["act"] | undefined {
  return actOfVerb.get(lemma);
}

const ATTITUDES = new Set(
  "believe think want hope intend wish fear expect feel know plan seek prefer like love hate consider aim desire favour favor oppose support regard suspect assume understand see view need decide determine choose".split(
    " ",
  ),
);

/** Whether the verb says what somebody thinks or wants, not what was said. */
export function isAttitude(lemma: string): boolean {
  return ATTITUDES.has(lemma);
}
