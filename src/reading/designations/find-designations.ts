/**
 * Standing designations: "proscribed as a terrorist organisation by X and Y", "which X considers a pariah", "the X-listed group".
 *
 * Found by the frame "V somebody as something" of a closed class of verbs, active and passive, and by lists that somebody is on. An insult thrown once is none:
 * verbs of calling count only where a state or body does it, and not in the words of somebody.
 */
import type { Span } from "../../language/index.ts";
import type { EventfulDocument } from "../events/draft-events.ts";
import { findEchoes } from "./designation-echo.ts";
import { type DesignationFrame, findDesignationFrame } from "./designation-frame.ts";
import { findListFrame } from "./designation-list.ts";
import { OF_DESIGNATION } from "./designation-words.ts";

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
const FORMAL =
  "designate proscribe list blacklist outlaw ban classify class declare sanction recognise recognize".split(" ");
const HOLDING = new Set("consider deem regard label brand dub view treat describe call".split(" "));
/** Of these much else is said: only a name of a group or a wrong makes it a designation. */
const LOOSE = /^(?:call|dub|view|describe|class|treat)$/;
/** By form, since lemmas of rare verbs are unsure. */
const VERB_OF_FORM = new Map([...FORMAL, ...HOLDING].flatMap((verb) => toForms(verb).map((form) => [form, verb])));
/** From a verb over whom it designates to "as". */
const MAX_TO_AS = 7;
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
    // "Norland classes the group as": present forms are often taken for nouns.
    const isNounLike = tags[token] === "NOUN" && isBehindList(document, token) && leadsToAs(document, token);
    if (tags[token] !== "VERB" && tags[token] !== "ADJ" && !isNounLike) continue;
    const verb = VERB_OF_FORM.get(tokens[token].text.toLowerCase());
    if (verb === undefined || tokens[token].start < header.bodyStart) continue;
    drafts.push(...toDesignations(document, token, verb));
  }
  return { ...document, designationDrafts: mergeDesignations(drafts) };
}

/** The verb with every ending it may have: "ban", "bans", "banned", "labeled" and "labelled". */
function toForms(verb: string): string[] {
  const stems = verb.endsWith("e") ? [verb.slice(0, -1)] : /[nlb]$/.test(verb) ? [verb, verb + verb.at(-1)] : [verb];
  const present = verb.endsWith("y") ? `${verb.slice(0, -1)}ies` : `${verb}${/s$/.test(verb) ? "es" : "s"}`;
  const past = verb.endsWith("y") ? [`${verb.slice(0, -1)}ied`] : stems.map((stem) => `${stem}ed`);
  return [verb, present, ...past, ...stems.map((stem) => `${stem}ing`)];
}

/** "Norland classes", "both class": behind who does it. */
function isBehindList({ tags, tokens }: EventfulDocument, verb: number): boolean {
  return tags[verb - 1] === "PROPN" || /^(?:all|both|each|also)$/i.test(tokens[verb - 1]?.text ?? "");
}

/** "list the movement as a": few words behind a verb that may be a noun. */
function leadsToAs({ tokens }: EventfulDocument, verb: number): boolean {
  for (let token = verb + 1; token < verb + MAX_TO_AS; token++) if (tokens[token]?.text === "as") return true;
  return false;
}

function toDesignations(document: EventfulDocument, verb: number, lemma: string): DesignationDraft[] {
  // What a person's words call somebody is an opinion.
  if (HOLDING.has(lemma) && document.innermostStatements[verb] >= 0) return [];
  const score = HOLDING.has(lemma) ? 0.7 : FORMAL_SCORE;
  const frame = findDesignationFrame(document, verb);
  const draft = toDraft(document, frame, IMPLIED.get(lemma), score);
  if (draft === undefined || (LOOSE.test(lemma) && !draft.as.split(/\s+/).some((word) => OF_DESIGNATION.test(word))))
    return [];
  const echoes = findEchoes(document, verb).filter((entity) => entity !== draft.of && !draft.by.includes(entity));
  const told = { ...draft, by: [...draft.by, ...echoes] };
  return [
    told,
    ...(frame?.others ?? []).filter((of) => of !== draft.of && !told.by.includes(of)).map((of) => ({ ...told, of })),
  ];
}

function toDraft(
  document: EventfulDocument,
  frame: DesignationFrame | undefined,
  implied: string | undefined,
  score: number,
): DesignationDraft | undefined {
  const { resolvedEntities, tokens } = document;
  const name = frame?.name ?? implied;
  if (frame === undefined || name === undefined || frame.by.length === 0) return undefined;
  const { kind } = resolvedEntities[frame.of];
  const isNamed = bearsName(document, frame.of);
  // "outlaws abortion", "called the sale illegal": of things that are nobody.
  if (!isNamed || /^(?:law|event|treaty)$/.test(kind) || (frame.name === undefined && kind === "other"))
    return undefined;
  const span = { start: tokens[frame.from].start, end: tokens[frame.to].end };
  return { of: frame.of, as: name, by: frame.by, evidence: [span], score };
}

/** Whether somebody has a name, be it one that was taken for a description: "The Red Dawn". */
function bearsName({ mentions, resolvedEntities, tags, tokens }: EventfulDocument, entity: number): boolean {
  const { isNamed, mentions: own } = resolvedEntities[entity];
  const { by, headToken, startToken } = mentions[own[0]];
  if (isNamed) return true;
  return (
    by === "description" &&
    headToken > startToken &&
    tags[headToken] === "PROPN" &&
    /^[A-Z]/.test(tokens[headToken].text)
  );
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
