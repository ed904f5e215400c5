/**
 * What every reader of roles looks at, and what all of them ask: who is described, what an office can be held in.
 */
import type { Form } from "../../language/index.ts";
import type { SpokenDocument } from "../find-speakers.ts";
import type { Mention, MentionedDocument } from "../mention.ts";

export interface RoleDraft {
  /** The mention of the person. */
  readonly holder: number;
  /** As written but for capitals, names, determiners and possessors: `defence minister`. */
  readonly title: string;
  readonly startToken: number;
  readonly endToken: number;
  /** Mention that the title is of, or -1. */
  readonly of: number;
  /** Mention of the description that holds the title, or -1 where the title stands before the name. */
  readonly description: number;
}

export type RoleDocument = MentionedDocument & { readonly roleDrafts: readonly RoleDraft[] };

/** A document while its roles are read. */
export interface RoleFrame {
  readonly document: MentionedDocument & Partial<SpokenDocument> & { readonly form?: Form };
  /** What was read so far, in order. */
  readonly drafts: RoleDraft[];
  /** Per token the description that begins there with determiner and possessor, or -1; the longest. */
  readonly phraseAt: Int32Array;
  /** Per token the index of the known name that holds it, or -1. */
  readonly nameAt: Int32Array;
}

/** A frame with no roles yet. Requires `mentions`. */
export function toRoleFrame(document: RoleFrame["document"]): RoleFrame {
  const nameAt = new Int32Array(document.tokens.length).fill(-1);
  document.knownNames.forEach(({ startToken, endToken }, index) => {
    nameAt.fill(index, startToken, endToken);
  });
  const phraseAt = new Int32Array(document.tokens.length + 1).fill(-1);
  for (const { index, phraseStart, endToken } of document.mentions) {
    const held = phraseAt[phraseStart];
    if (held < 0 || document.mentions[held].endToken < endToken) phraseAt[phraseStart] = index;
  }
  return { document, drafts: [], phraseAt, nameAt };
}

/** Sentences within which somebody's counterpart has the office that was told of last. */
const REACH_OF_COUNTERPART = 3;

export function describesPerson(mention: Mention | undefined): mention is Mention {
  return mention !== undefined && mention.by === "description" && mention.kind === "person" && !mention.plural;
}

/** Whether one can hold an office in it: a body, a state, a person's staff; not "children's rights". */
export function canHoldOffice({ kind, by, plural }: Mention): boolean {
  if (by === "name") return kind !== "treaty" && kind !== "law";
  return kind === "organisation" || kind === "court" || kind === "state" || (kind === "place" && !plural);
}

export function isNamedPlace({ kind, by }: Mention): boolean {
  return by === "name" && kind === "place";
}

export function speaks(frame: RoleFrame, { index }: Mention): boolean {
  return frame.document.attributionParts?.some(({ speaker }) => speaker === index) ?? false;
}

export function opensSentence(frame: RoleFrame, { phraseStart, sentence }: Mention): boolean {
  return phraseStart === frame.document.sentences[sentence].startToken;
}

export function sentenceEnd(frame: RoleFrame, mention: Mention): number {
  return frame.document.sentences[mention.sentence].endToken;
}

export function add(
  frame: RoleFrame,
  holder: Mention,
  title: string,
  { startToken, endToken }: Pick<RoleDraft, "startToken" | "endToken">,
  of: number,
  description: number,
): void {
  const office = /(?:^| )counterpart$/.test(title) ? findCounterpart(frame, holder) : undefined;
  if (office === undefined) {
    frame.drafts.push({ holder: holder.index, title, startToken, endToken, of, description });
    return;
  }
  // "his Norlandic counterpart": the same office, of the one who is named in the phrase.
  const { mentions } = frame.document;
  const own = mentions.find(
    ({ by, kind, headToken }) => by === "name" && kind !== "person" && headToken >= startToken && headToken < endToken,
  );
  frame.drafts.push({
    holder: holder.index,
    title: office.title,
    startToken,
    endToken,
    of: own?.index ?? -1,
    description,
  });
}

/** The office told of last, which a counterpart has, too. */
function findCounterpart(frame: RoleFrame, holder: Mention): RoleDraft | undefined {
  const { mentions } = frame.document;
  const last = frame.drafts.findLast((draft) => draft.holder !== holder.index);
  return last !== undefined && holder.sentence - mentions[last.holder].sentence <= REACH_OF_COUNTERPART
    ? last
    : undefined;
}

export function articleFor({ plural }: Mention): string {
  return plural ? "" : "the ";
}

/** People named without title of their own after this one: ", B and C". */
export function findCoordinated(frame: RoleFrame, person: Mention): Mention[] {
  const { tokens, mentions } = frame.document;
  const found: Mention[] = [];
  let at = person.endToken;
  while (at < tokens.length - 1) {
    while (tokens[at]?.text === "," || tokens[at]?.text === "and" || tokens[at]?.text === "or") at++;
    const next = mentions[frame.phraseAt[at] ?? -1];
    if (next === undefined || next.by !== "name" || next.kind !== "person" || next.titleEnd > next.titleStart) break;
    if (at === (found.at(-1) ?? person).endToken) break;
    found.push(next);
    at = next.endToken;
  }
  // A list ends with "and": else what follows the comma is something of its own.
  const last = found.at(-1);
  return last !== undefined && /^(and|or)$/.test(tokens[last.startToken - 1].text) ? found : [];
}
