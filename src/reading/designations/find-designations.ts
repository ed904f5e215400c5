/**
 * Standing designations: "proscribed as a terrorist organisation by X and Y", "which X considers a pariah", "the X-listed group".
 *
 * Found by the frame "V somebody as something" of a closed class of verbs, active and passive, and by lists that somebody is on. An insult thrown once is none:
 * verbs of calling count only where a state or body does it, and not in the words of somebody.
 */
import type { Span } from "../../language/index.ts";
import type { EventfulDocument } from "../events/draft-events.ts";
import { type DesignationFrame, findDesignationFrame } from "./designation-frame.ts";
import { findListFrame } from "./designation-list.ts";

/** A designation whose entities are still numbers of resolved entities. */
export interface DesignationDraft {
  readonly of: number;
  readonly as: string;
  readonly by: readonly number[];
  readonly evidence: readonly Span[];
  readonly score: number;
}

export type DesignatedDocument = EventfulDocument & { readonly designationDrafts: readonly DesignationDraft[] };

/** Verbs of acts with legal force, and verbs of holding that need a state or body as their subject. */
const FORMAL = "designate proscribe list blacklist outlaw ban classify declare recognise recognize".split(" ");
const HOLDING = new Set("consider deem regard label brand view treat describe".split(" "));
/** By form, since lemmas of rare verbs are unsure. */
const VERB_OF_FORM = new Map([...FORMAL, ...HOLDING].flatMap((verb) => toForms(verb).map((form) => [form, verb])));
const LIST = /^(?:black)?lists?$/i;
const FORMAL_SCORE = 0.85;
/** What a ban without "as" makes of somebody. */
const IMPLIED = new Map([
  ["proscribe", "proscribed organisation"],
  ["blacklist", "blacklisted"],
  ["outlaw", "outlawed organisation"],
]);

/** Requires the layers up to `eventDrafts`; adds `designationDrafts`, in text order. */
export function findDesignations<Given extends EventfulDocument>(document: Given): Given & DesignatedDocument {
  const { tags, tokens, header } = document;
  const drafts: DesignationDraft[] = [];
  for (let token = 0; token < tags.length; token++) {
    if (tags[token] === "NOUN" && LIST.test(tokens[token].text) && tokens[token].start >= header.bodyStart) {
      const draft = toDraft(document, findListFrame(document, token), undefined, FORMAL_SCORE);
      if (draft !== undefined) drafts.push(draft);
    }
    if (tags[token] !== "VERB" && tags[token] !== "ADJ") continue;
    const verb = VERB_OF_FORM.get(tokens[token].text.toLowerCase());
    if (verb === undefined || tokens[token].start < header.bodyStart) continue;
    const draft = toDesignation(document, token, verb);
    if (draft !== undefined) drafts.push(draft);
  }
  return { ...document, designationDrafts: mergeDesignations(drafts) };
}

/** The verb with every ending it may have: "ban", "bans", "banned", "labeled" and "labelled". */
function toForms(verb: string): string[] {
  const stems = verb.endsWith("e") ? [verb.slice(0, -1)] : /[nl]$/.test(verb) ? [verb, verb + verb.at(-1)] : [verb];
  const present = verb.endsWith("y") ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  const past = verb.endsWith("y") ? [`${verb.slice(0, -1)}ied`] : stems.map((stem) => `${stem}ed`);
  return [verb, present, ...past, ...stems.map((stem) => `${stem}ing`)];
}

function toDesignation(document: EventfulDocument, verb: number, lemma: string): DesignationDraft | undefined {
  // What a person's words call somebody is an opinion.
  if (HOLDING.has(lemma) && document.innermostStatements[verb] >= 0) return undefined;
  const score = HOLDING.has(lemma) ? 0.7 : FORMAL_SCORE;
  return toDraft(document, findDesignationFrame(document, verb), IMPLIED.get(lemma), score);
}

function toDraft(
  { tokens }: EventfulDocument,
  frame: DesignationFrame | undefined,
  implied: string | undefined,
  score: number,
): DesignationDraft | undefined {
  const name = frame?.name ?? implied;
  if (frame === undefined || name === undefined || frame.by.length === 0) return undefined;
  const span = { start: tokens[frame.from].start, end: tokens[frame.to].end };
  return { of: frame.of, as: name, by: frame.by, evidence: [span], score };
}

/** One designation for each holder and name, with everyone who gives it. */
function mergeDesignations(drafts: readonly DesignationDraft[]): DesignationDraft[] {
  const merged = new Map<string, DesignationDraft>();
  for (const draft of drafts) {
    const key = `${draft.of} ${draft.as.toLowerCase()}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? draft
        : {
            ...known,
            by: [...new Set([...known.by, ...draft.by])],
            evidence: [...known.evidence, ...draft.evidence],
            score: Math.max(known.score, draft.score),
          },
    );
  }
  return [...merged.values()];
}
