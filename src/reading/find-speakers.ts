/**
 * Finds, for every attribution, the mention that speaks, whom it is told to and through whom it came, and which words lie in
 * somebody's mouth.
 *
 * Names of capitals that speak are known as governments from here on, and "he" in somebody's words as somebody else.
 */
import type { Span } from "../language/index.ts";
import type { Attribution } from "./attribution/attribution.ts";
import { findFirst } from "./find-first.ts";
import { isPossessiveMark } from "./find-mentions.ts";
import { isHyphenated } from "./is-hyphenated.ts";
import type { Mention, MentionedDocument } from "./mention.ts";
import type { SpeechSigns } from "./pronoun-features.ts";
import type { SpokenSpan } from "./resolve-mentions.ts";
import { isAttitude } from "./speech-acts.ts";
import { TIME_NOUNS } from "./word-lists.ts";

export type AttributedDocument = MentionedDocument & { readonly attributions: readonly Attribution[] };

/** Mentions that take part in an attribution; -1 for none. */
export interface AttributionParts {
  readonly attribution: Attribution;
  readonly speaker: number;
  readonly addressee: number;
  readonly via: number;
}

export type SpokenDocument = AttributedDocument & { readonly attributionParts: readonly AttributionParts[] };

/** Requires `attributions` and `mentions`; adds `attributionParts`. */
export function findSpeakers<Given extends AttributedDocument>(document: Given): Given & SpokenDocument {
  const { mentions } = document;
  const inSource = (tokens: readonly number[]): Mention[] => {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) return [];
    const set = new Set(tokens);
    return mentionsBetween(document, first, last + 1).filter(({ headToken }) => set.has(headToken));
  };
  const parts = document.attributions.map((attribution): AttributionParts => {
    const aged = findAged(document, attribution);
    const named = aged >= 0 ? aged : chooseSpeaker(document, inSource(attribution.sourceTokens), attribution);
    const isTime = named >= 0 && isTimeOnly(document, named);
    const isUnnamed = isTime || (named < 0 && attribution.sourceTokens.length === 0);
    const speaker = isUnnamed ? findSubject(document, attribution) : named;
    const quoted = findQuotedAs(document, attribution, speaker);
    return {
      attribution,
      speaker: quoted?.speaker ?? speaker,
      via: quoted?.via ?? -1,
      addressee: findAddressee(document, attribution, speaker),
    };
  });
  return {
    ...document,
    mentions,
    attributionParts: removeReporters(
      parts.map((part) => findInnerSpeaker(document, part)),
      document.lemmas,
    ),
  };
}

/** Who speaks, and what is spoken, for resolving pronouns. */
export function findSpeechSigns({ attributionParts, tokens }: SpokenDocument): SpeechSigns {
  const contentOf = new Uint16Array(tokens.length);
  const speakers = new Map<number, number>();
  for (const [index, { attribution, speaker }] of attributionParts.entries()) {
    speakers.set(speaker, index + 1);
    for (const token of attribution.contentTokens) contentOf[token] = index + 1;
  }
  return { speakers, contentOf };
}

/** Which quoted words whose they are, for resolving pronouns. */
export function findSpokenSpans(document: SpokenDocument): SpokenSpan[] {
  const spans: { startToken: number; endToken: number; speaker: number }[] = [];
  for (const { attribution, speaker } of document.attributionParts) {
    if (speaker < 0) continue;
    for (const token of attribution.contentTokens) {
      if (!isQuoted(document, token)) continue;
      const last = spans.at(-1);
      if (last !== undefined && last.speaker === speaker && last.endToken === token) last.endToken++;
      else spans.push({ startToken: token, endToken: token + 1, speaker });
    }
  }
  return spans;
}

/** Whether the token lies in a quotation. */
export function isQuoted({ quotationAt }: MentionedDocument, token: number): boolean {
  return quotationAt[token] >= 0;
}

/** "Ann Dahl, 33, said", where the source is her age alone: she speaks; -1 for other sources. */
function findAged({ mentions, tags, tokens }: MentionedDocument, { sourceTokens }: Attribution): number {
  const [first] = sourceTokens;
  if (first === undefined || tags[first] !== "NUM" || tokens[first - 1]?.text !== ",") return -1;
  if (!sourceTokens.every((token) => token === first || tags[token] === "PUNCT")) return -1;
  return mentions.findIndex(({ endToken, kind, by }) => endToken === first - 1 && kind === "person" && by === "name");
}

/** "had until last spring described it as …": a time speaks no word. */
function isTimeOnly({ mentions, lemmas }: MentionedDocument, index: number): boolean {
  const { by, headToken } = mentions[index];
  return by === "description" && TIME_NOUNS.has(lemmas[headToken].toLowerCase());
}

function mentionsBetween({ mentions }: MentionedDocument, startToken: number, endToken: number): Mention[] {
  const toHead = ({ headToken }: Mention): number => headToken;
  return mentions.slice(findFirst(mentions, startToken, toHead), findFirst(mentions, endToken, toHead));
}

/** The mention that the source is about: a named person in apposition before its description, else the head of the phrase. */
function chooseSpeaker(document: MentionedDocument, candidates: Mention[], attribution: Attribution): number {
  if (candidates.length === 0) return -1;
  const { heads, tokens } = document;
  const source = new Set(attribution.sourceTokens);
  const nested = new Set(candidates.flatMap(({ possessor, modifiers }) => [possessor, ...modifiers]));
  // "Norland's" and "Norland-run" before a noun.
  const isOwner = ({ endToken }: Mention): boolean =>
    (isPossessiveMark(tokens[endToken]?.text ?? "") && source.has(endToken + 1)) ||
    (isHyphenated(tokens, endToken - 1) && source.has(endToken));
  const free = candidates
    .filter((mention) => !nested.has(mention.index) && !isOwner(mention))
    .slice(findOwnClause(document, candidates, attribution, nested));
  const outer = free.filter(({ attachment }) => !source.has(heads[attachment]));
  const chosen = outer[0] ?? free[0] ?? candidates[0];
  const head = findBeforeRelative(document, chosen, attribution) ?? chosen;
  if (head.by === "name" && head.kind === "person") return head.index;
  // "Neither side said": nobody did.
  if (head.by === "description" && /^(?:neither|no)$/i.test(tokens[head.startToken].text)) return -1;
  // "The council's president, Jon Berg": the name, unless it comes in a phrase about the head ("a spokesman for Jon Berg").
  const apposed = free.find(
    ({ by, kind, phraseStart, sentence }) =>
      by === "name" &&
      kind === "person" &&
      sentence === head.sentence &&
      /^[,–—(]$/.test(tokens[phraseStart - 1]?.text ?? "") &&
      (phraseStart > head.headToken || (head.startToken < phraseStart && phraseStart < head.endToken)),
  );
  const titled = findTitled(document, free, attribution);
  if (titled !== undefined) return titled.index;
  if (apposed === undefined || head.by === "name") return head.index;
  // "A third, Ann Dahl, said": a number alone is whoever is named.
  if (/^(?:second|third|fourth|fifth|sixth|another|other)$/i.test(tokens[head.headToken].text)) return apposed.index;
  // "Most senior of them, Dr Ann Dahl of the institute": a phrase that runs on over the name.
  const isOver = head.startToken <= apposed.startToken && apposed.endToken <= head.endToken;
  // "The country's energy regulator, Ann Dahl, said": a body has no other name of a person.
  const isClosed = tokens[apposed.endToken]?.text === "," && apposed.endToken - apposed.startToken > 1 && !head.plural;
  const isPerson = head.by === "description" && (head.kind === "person" || (isClosed && head.kind === "organisation"));
  return (isPerson || isOver ? apposed : head).index;
}

/**
 * "Norland, which had fought any mention of oil or coal, said": no thing speaks, but whom the clause between the commas is
 * about, where the tree took its last words for the subject.
 */
function findBeforeRelative(
  { mentions, tokens }: MentionedDocument,
  { by, kind, index, sentence }: Mention,
  { cueTokens }: Attribution,
): Mention | undefined {
  if (by !== "description" || kind !== "other" || tokens[cueTokens[0] - 1]?.text !== ",") return undefined;
  for (let before = index - 1; mentions[before]?.sentence === sentence; before--) {
    const { endToken, kind: other } = mentions[before];
    const opens = tokens[endToken]?.text === "," && /^(?:which|who|whose)$/.test(tokens[endToken + 1]?.text ?? "");
    if (opens) return other === "other" ? undefined : mentions[before];
  }
  return undefined;
}

/** "Energy and Mines Minister Jon Berg", "The local group Clean Count", where the tree cut the name from what stands before it. */
function findTitled(
  { tokens, mentions }: MentionedDocument,
  free: readonly Mention[],
  { sourceTokens, cueToken }: Attribution,
): Mention | undefined {
  const last = free.at(-1);
  if (last === undefined || last.by !== "name" || free.length < 2) return undefined;
  const before = mentions[free[free.length - 2].index];
  if (
    before.by === "description" &&
    before.endToken === last.startToken &&
    before.kind === "organisation" &&
    !before.plural
  )
    return last;
  const isBeforeCue = last.endToken === cueToken || tokens[last.endToken]?.text === ",";
  if (last.kind !== "person" || !isBeforeCue) return undefined;
  const title = sourceTokens.filter((token) => token < last.startToken);
  // "Friends of Jon Berg".
  if (/^(?:and|of|for)$/.test(tokens[last.startToken - 1].text)) return undefined;
  const isTitle = title.length > 0 && title.every((token) => /^\p{Lu}|^(?:and|of|for|&)$/u.test(tokens[token].text));
  return isTitle ? last : undefined;
}

/**
 * "Nor is Norland, whose minister, Jon Berg, warned against it": whoever stands behind "whose" speaks. How many of the free
 * candidates stand before.
 */
function findOwnClause(
  { tokens, tags }: MentionedDocument,
  candidates: readonly Mention[],
  { sourceTokens, cueToken }: Attribution,
  nested: ReadonlySet<number>,
): number {
  const whose = sourceTokens.findLast((token) => token < cueToken && tokens[token].text.toLowerCase() === "whose");
  if (whose === undefined) return 0;
  // "Norland, whose bank lent the money, said": the clause is over.
  for (let token = whose; token < cueToken; token++) if (tags[token] === "VERB") return 0;
  const before = candidates.filter(({ headToken, index }) => headToken < whose && !nested.has(index)).length;
  const hasOther = candidates.some(({ headToken, index }) => headToken > whose && !nested.has(index));
  return hasOther ? before : 0;
}

const SAYS = new Set(["say", "tell", "add", "write", "reply"]);

/** "“No,” he told a meeting, according to the Port Times": he speaks, through the paper. */
function findInnerSpeaker(document: MentionedDocument, part: AttributionParts): AttributionParts {
  const { attribution, speaker } = part;
  const { tokens, tags, lemmas } = document;
  const [cue] = attribution.cueTokens;
  if (speaker < 0 || tokens[cue]?.text.toLowerCase() !== "according") return part;
  const content = attribution.contentTokens;
  const verb = content.find((token) => tags[token] === "VERB" && SAYS.has(lemmas[token]) && !isQuoted(document, token));
  if (verb === undefined || !content.some((token) => isQuoted(document, token))) return part;
  const subject = mentionsBetween(document, verb - 4, verb + 4).find(
    ({ index, headToken, endToken, startToken }) =>
      index !== speaker && !isQuoted(document, headToken) && (endToken === verb || startToken === verb + 1),
  );
  if (subject === undefined) return part;
  const quoted = content.filter((token) => isQuoted(document, token));
  const spans = attribution.content.flatMap((span) => cutToQuotations(document, span));
  const inner = { ...attribution, contentTokens: quoted, content: spans, mode: "direct" as const, complementiser: -1 };
  return { ...part, attribution: inner, speaker: subject.index, via: speaker };
}

function cutToQuotations({ quotations }: MentionedDocument, { start, end }: Span): Span[] {
  return quotations
    .filter((quotation) => quotation.start < end && quotation.end > start)
    .filter((quotation, index, list) => index === 0 || quotation.start >= list[index - 1].end)
    .map((quotation) => ({ start: Math.max(start, quotation.start), end: Math.min(end, quotation.end) }));
}

/** Where no source was found: what stands before an active verb of the cue, as its subject does. */
function findSubject(document: MentionedDocument, { cueToken, cueTokens, contentTokens }: Attribution): number {
  const { heads, relations, tags, features, lemmas, tokens } = document;
  if (tags[cueToken] !== "VERB") return findMainSubject(document, cueToken);
  let first = cueToken;
  while (cueTokens.includes(first - 1) || tags[first - 1] === "AUX" || tags[first - 1] === "ADV") first--;
  for (let token = first; token < cueToken; token++) {
    if (lemmas[token] === "be" && features[cueToken].includes("VerbForm=Part")) return -1;
  }
  const content = new Set(contentTokens);
  const before = mentionsBetween(document, Math.max(0, cueToken - 25), cueToken).filter(
    ({ headToken }) => !content.has(headToken),
  );
  const subjectOf = (verb: number): Mention | undefined =>
    before.find(({ attachment }) => heads[attachment] === verb && relations[attachment].startsWith("nsubj"));
  let subject = subjectOf(cueToken);
  // "called it a farce and announced …", "left the room, warning that …": who does the one does the other.
  for (
    let at = cueToken, steps = 0;
    subject === undefined && steps < 2 && /^(?:conj|advcl)/.test(relations[at]);
    steps++
  ) {
    at = heads[at];
    subject = subjectOf(at);
  }
  const near = before.find(
    ({ endToken }) => endToken === first || (endToken === first - 1 && tokens[endToken].text === ","),
  );
  const chosen = near?.by === "name" && near.kind === "person" ? near : (subject ?? near);
  return chosen === undefined || (chosen.kind === "other" && chosen.by === "description") ? -1 : chosen.index;
}

/** "… gave it a welcome, while warning that it leaks", taken for a noun: whom the sentence tells of; -1 for other nouns. */
function findMainSubject({ mentions, heads, relations, tokens }: MentionedDocument, cueToken: number): number {
  const before = tokens[cueToken - 1]?.text ?? "";
  if (!/ing$/i.test(tokens[cueToken].text) || !/^(?:while|,|after|before)$/.test(before)) return -1;
  const at = findFirst(mentions, cueToken, ({ headToken }) => headToken);
  for (let index = at - 1; index >= 0 && mentions[index].sentence === mentions[at - 1].sentence; index--) {
    const { attachment, quotation } = mentions[index];
    const isMain = relations[attachment].startsWith("nsubj") && relations[heads[attachment]] === "root";
    if (isMain && quotation < 0) return index;
  }
  return -1;
}

const TELLS = new Set([
  "tell",
  "inform",
  "assure",
  "remind",
  "warn",
  "urge",
  "ask",
  "advise",
  "notify",
  "reassure",
  "brief",
  "call",
]);

/** "told the committee": the object of a verb of telling, outside of what is told. */
function findAddressee(document: MentionedDocument, { cueToken, contentTokens }: Attribution, speaker: number): number {
  const { lemmas, relations, heads, tags, tokens } = document;
  if (tags[cueToken] !== "VERB") return -1;
  const tells = TELLS.has(lemmas[cueToken]) && lemmas[cueToken] !== "call";
  for (const mention of mentionsBetween(document, cueToken + 1, cueToken + 14)) {
    if (heads[mention.attachment] !== cueToken || mention.index === speaker) continue;
    if (contentTokens.includes(mention.headToken)) continue;
    const relation = relations[mention.attachment];
    if (tells && (relation === "obj" || relation === "iobj")) return isAudience(mention) ? mention.index : -1;
    const before = tokens[mention.phraseStart - 1]?.text;
    if (relation.startsWith("obl") && before === "to" && lemmas[cueToken] !== "call" && isListener(mention))
      return mention.index;
  }
  return -1;
}

/** Whoever listens, or a gathering that does: "told the conference"; no one is told "a briefing". */
function isAudience(mention: Mention): boolean {
  return isListener(mention) || mention.by === "name" || mention.kind === "event";
}

function isListener({ kind, by }: Mention): boolean {
  return (
    by === "pronoun" ||
    kind === "person" ||
    kind === "group" ||
    kind === "organisation" ||
    kind === "state" ||
    kind === "court"
  );
}

/** "the agency quoted her as saying": she speaks, through the agency. */
function findQuotedAs(
  document: MentionedDocument,
  attribution: Attribution,
  subject: number,
): { speaker: number; via: number } | undefined {
  const { lemmas, heads, relations, tokens } = document;
  const verb = attribution.cueTokens.find((token) => lemmas[token] === "quote" || lemmas[token] === "cite");
  if (verb === undefined) return undefined;
  const after = mentionsBetween(document, verb + 1, verb + 10);
  const speaker = after.find((mention) => {
    const { attachment, headToken, index } = mention;
    const isObject = heads[attachment] === verb && /^(obj|iobj)$/.test(relations[attachment]);
    // "cited protests as the cause": a thing is not quoted.
    return (isObject || tokens[headToken + 1]?.text === "as") && index !== subject && isListener(mention);
  });
  if (speaker === undefined) return undefined;
  const before = mentionsBetween(document, Math.max(0, verb - 12), verb).find(
    ({ attachment }) => heads[attachment] === verb && relations[attachment] === "nsubj",
  );
  return { speaker: speaker.index, via: before?.index ?? (subject === speaker.index ? -1 : subject) };
}

/** Attributions before and after that may report one another. */
const NEIGHBOURS = 6;

/**
 * "Jon Berg said the ferry was late, according to the Port Times": one statement of his through the paper, not two. But that
 * he knew it, according to the engineers, is what the engineers say.
 */
function removeReporters(parts: AttributionParts[], lemmas: readonly string[]): AttributionParts[] {
  const via = new Map<AttributionParts, number>();
  const removed = new Set<AttributionParts>();
  for (const [index, outer] of parts.entries()) {
    if (outer.speaker < 0) continue;
    let content: ReadonlySet<number> | undefined;
    const end = Math.min(parts.length, index + NEIGHBOURS + 1);
    for (let near = Math.max(0, index - NEIGHBOURS); near < end; near++) {
      const inner = parts[near];
      if (inner === outer || inner.speaker < 0 || removed.has(inner) || inner.attribution.sourceTokens.length === 0)
        continue;
      if (isAttitude(lemmas[inner.attribution.cueToken])) continue;
      const { sourceTokens, cueTokens } = inner.attribution;
      if (cueTokens.length === 0) continue;
      const { contentTokens } = outer.attribution;
      if (!contentTokens.includes(cueTokens[0]) || !contentTokens.includes(sourceTokens[0])) continue;
      content ??= new Set(contentTokens);
      const own = content;
      if (!sourceTokens.every((token) => own.has(token)) || !cueTokens.every((token) => own.has(token))) continue;
      const wholly = inner.attribution.contentTokens.length + sourceTokens.length + cueTokens.length >= 0.7 * own.size;
      if (!wholly) continue;
      // "She said …, according to the Port Times" may have been told apart already.
      via.set(inner, inner.via >= 0 ? inner.via : outer.speaker);
      removed.add(outer);
    }
  }
  return parts
    .filter((part) => !removed.has(part))
    .map((part) => (via.has(part) ? { ...part, via: via.get(part)! } : part));
}
