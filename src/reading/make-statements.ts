/**
 * Makes statements of attributions: what is said cut clean, by whom, to whom, through whom, and in which way.
 *
 * Left out: what stands in headline, byline and dateline, and what somebody did not say ("did not say whether").
 */
import type { Span } from "../language/index.ts";
import type { Attribution } from "./attribution/attribution.ts";
import { givesFigure } from "./attribution/find-given-figures.ts";
import { dateStatement } from "./date-statement.ts";
import type { DatedDocument } from "./find-dates.ts";
import { type AttributionParts, isQuoted, type SpokenDocument } from "./find-speakers.ts";
import { placeStatement } from "./place-statement.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";
import type { Statement } from "./schema.ts";
import { getSpeechAct, isAttitude } from "./speech-acts.ts";

/** A statement whose entities are still numbers of resolved entities. */
export interface StatementDraft {
  /** What is done and not said is kept for what others read from it, and is no statement of the reading. */
  readonly kind: Statement["kind"] | "deed";
  readonly act: Statement["act"];
  readonly mode: Statement["mode"];
  readonly polarity: Statement["polarity"];
  readonly speaker: number;
  readonly addressee: number;
  readonly via: number;
  readonly when: Statement["when"];
  readonly where: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** With an introductory "that", as annotators of attributions mark it. */
  readonly content: readonly Span[];
  /** The content as read: without the complementiser. */
  readonly spoken: readonly Span[];
  readonly score: number;
  /** Place in the list of an earlier statement that this one restates, or -1. */
  readonly repeats: number;
}

export type StatedDocument = ResolvedDocument &
  DatedDocument &
  SpokenDocument & { readonly statementDrafts: readonly StatementDraft[] };

type Draft = { -readonly [Key in keyof StatementDraft]: StatementDraft[Key] };

/** Attributions less sure than this make no statement. */
const MIN_SCORE = 0.35;

/** Requires `attributionParts` and `resolvedEntities`; adds `statementDrafts`, in text order. */
export function makeStatements<Given extends ResolvedDocument & SpokenDocument & DatedDocument>(
  document: Given,
): Given & StatedDocument {
  const drafts: Draft[] = [];
  for (const parts of document.attributionParts) {
    const draft = makeStatement(document, parts);
    if (draft !== undefined) drafts.push(draft);
  }
  drafts.sort((a, b) => startOf(a) - startOf(b));
  addContinuations(document, drafts);
  const restated = findRestated(document, drafts);
  for (const [index, draft] of drafts.entries()) draft.repeats = restated[index];
  return { ...document, statementDrafts: drafts };
}

/** How sure it is that a quotation without a cue goes on with the speaker before. */
const CONTINUATION_SCORE = 0.6;
/** Quotations shorter than this may be titles or irony. */
const MIN_CONTINUATION_CHARS = 25;

/** Whole sentences in quotation marks that nobody is said to have said: who was quoted in the sentence before goes on. */
function addContinuations(document: ResolvedDocument & SpokenDocument, drafts: Draft[]): void {
  const { quotations, sentences, header } = document;
  let sentence = 0;
  let last = 0;
  for (const { start, end, contentStart, contentEnd, depth, continues } of quotations) {
    if (depth > 0 || start < header.bodyStart || contentEnd - contentStart < MIN_CONTINUATION_CHARS) continue;
    while (sentence < sentences.length && sentences[sentence].end <= start) sentence++;
    const opens = sentences[sentence]?.start === start;
    const closes = sentences.slice(sentence, sentence + 12).some((other) => other.end === end);
    if (!opens || !closes || sentence === 0) continue;
    while (last < drafts.length && startOf(drafts[last]) < end) last++;
    const around = drafts.slice(Math.max(0, last - 8), last + 2);
    if (around.some(({ content }) => content.some((span) => span.start < end && span.end > start))) continue;
    const before = around.findLast((draft) => endOf(draft) <= start);
    if (before === undefined || before.speaker < 0 || !goesOn(document, before, sentence)) continue;
    const content = [trim(document.text, contentStart, contentEnd)];
    if (content[0].start >= content[0].end) continue;
    // A paragraph whose quotation is not closed goes on in the next, which opens with a mark again.
    if (continues && before.mode === "direct" && endOf(before) > sentences[sentence - 1].start) {
      before.content = [...before.content, ...content];
      before.spoken = [...before.spoken, ...content];
      continue;
    }
    const act = document.text[content[0].end - 1] === "?" ? "question" : "assert";
    drafts.splice(last, 0, {
      kind: "speech",
      act,
      mode: "direct",
      polarity: "affirmed",
      speaker: before.speaker,
      addressee: -1,
      via: -1,
      when: null,
      where: -1,
      source: [],
      cue: [],
      content,
      spoken: content,
      score: CONTINUATION_SCORE,
      repeats: -1,
    });
    last++;
  }
}

/**
 * Whether a quotation that is a sentence of its own goes on with what was said before: in the next sentence, or after one that
 * says what the same speaker did. In a text with paragraphs it does so in the same paragraph, after reported speech as well.
 */
function goesOn(document: ResolvedDocument, before: StatementDraft, sentence: number): boolean {
  const { sentences, paragraphOf } = document;
  if (before.mode !== "indirect" && endOf(before) >= sentences[sentence - 1].start) return true;
  const hasParagraphs = paragraphOf.at(-1) !== 0;
  if (!hasParagraphs) return false;
  // "She said she might lose. ¶ “If I do, I will call him.": a person's words, which a paragraph of its own goes on with.
  if (paragraphOf[sentence - 1] === paragraphOf[sentence] - 1)
    return (
      endOf(before) >= sentences[sentence - 1].start && document.resolvedEntities[before.speaker]?.kind === "person"
    );
  if (paragraphOf[sentence - 1] !== paragraphOf[sentence]) return false;
  if (endOf(before) >= sentences[sentence - 1].start) return true;
  const isNear =
    sentence > 1 &&
    paragraphOf[sentence - 2] === paragraphOf[sentence] &&
    endOf(before) >= sentences[sentence - 2].start;
  return isNear && isSubjectOf(document, before.speaker, sentence - 1);
}

/** Whether the entity opens the sentence as its subject. */
function isSubjectOf(
  { mentions, entityOf, relations, sentences }: ResolvedDocument,
  entity: number,
  sentence: number,
): boolean {
  const first = mentions.find((mention) => mention.sentence === sentence);
  return (
    first !== undefined &&
    entityOf[first.index] === entity &&
    first.phraseStart === sentences[sentence].startToken &&
    relations[first.attachment].startsWith("nsubj")
  );
}

function endOf({ content, cue, source }: StatementDraft): number {
  return Math.max(content[content.length - 1].end, cue.at(-1)?.end ?? 0, source.at(-1)?.end ?? 0);
}

function startOf({ content, cue, source }: StatementDraft): number {
  return Math.min(
    content[0].start,
    cue[0]?.start ?? Number.POSITIVE_INFINITY,
    source[0]?.start ?? Number.POSITIVE_INFINITY,
  );
}

function makeStatement(
  document: ResolvedDocument & SpokenDocument & DatedDocument,
  parts: AttributionParts,
): StatementDraft | undefined {
  const { attribution } = parts;
  const { header, tokens, lemmas } = document;
  if (attribution.score < MIN_SCORE || tokens[attribution.cueToken].start < header.bodyStart) return undefined;
  const content = cutContent(document, attribution);
  if (content.length === 0 || content[0].start < header.bodyStart) return undefined;
  const polarity = findPolarity(document, attribution);
  if (polarity === "negated" && isUnsaid(document, attribution)) return undefined;
  if (isNothing(document, attribution)) return undefined;
  const cueLemma = lemmas[attribution.cueToken].toLowerCase();
  const quotedShare = shareQuoted(document, attribution);
  const place = placeStatement(document, attribution);
  return {
    kind: quotedShare > 0 ? "speech" : findKind(document, attribution, cueLemma),
    act: findAct(document, attribution, content, cueLemma),
    mode: attribution.mode,
    polarity,
    speaker: parts.speaker < 0 ? -1 : document.entityOf[passTitle(document, parts.speaker)],
    addressee: parts.addressee < 0 ? -1 : document.entityOf[parts.addressee],
    via: parts.via < 0 ? -1 : document.entityOf[parts.via],
    when: dateStatement(document, attribution),
    where: place < 0 ? -1 : document.entityOf[place],
    source: attribution.source,
    cue: attribution.cue,
    content,
    spoken: cutComplementiser(document, attribution, content),
    score: roundScore(attribution.score),
    repeats: -1,
  };
}

/**
 * "Hestrian Prime Minister Jon Berg", "the minister of fisheries Jon Berg", where the tree cut off the title: the person
 * speaks, not the state or the fisheries.
 */
function passTitle({ mentions, roleDrafts }: ResolvedDocument, speaker: number): number {
  const { kind, by, endToken, headToken } = mentions[speaker];
  const next = mentions[speaker + 1];
  const isCutOff =
    by === "name" && kind === "state" && next?.phraseStart === endToken && next.titleEnd > next.titleStart;
  if (isCutOff && next.by === "name" && next.kind === "person") return next.index;
  const role = roleDrafts.find(
    (draft) =>
      draft.description < 0 &&
      draft.startToken <= headToken &&
      headToken < draft.endToken &&
      mentions[draft.holder].startToken === draft.endToken,
  );
  return role?.holder ?? speaker;
}

/** Rounded so that a last digit, which engines may compute differently, never shows. */
function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** The content without marks at its ends; what is denied keeps the denial. */
function cutContent(document: SpokenDocument, attribution: Attribution): Span[] {
  const { tokens, lemmas, text, tags } = document;
  const { cueToken, content } = attribution;
  const pieces = content.map(({ start, end }) => trim(text, start, end)).filter(({ start, end }) => start < end);
  const first = pieces[0];
  if (first === undefined) return pieces;
  if (tags[cueToken] === "VERB" && KEPT_CUES.has(lemmas[cueToken]) && tokens[cueToken].end <= first.start) {
    const between = text.slice(tokens[cueToken].end, first.start);
    if (/^\s*(?:that\s+|whether\s+)?["“‘']?$/i.test(between))
      pieces[0] = { start: tokens[cueToken].start, end: first.end };
  }
  return pieces;
}

/** The content without the "that" which opens it; a content that is nothing else stays. */
function cutComplementiser(document: SpokenDocument, attribution: Attribution, content: readonly Span[]): Span[] {
  const { text, tokens } = document;
  const opening = tokens[attribution.complementiser];
  return content.map((span) => {
    if (opening?.start !== span.start || !/^that$/i.test(opening.text)) return span;
    const rest = trim(text, opening.end, span.end);
    return rest.start < rest.end ? rest : span;
  });
}

/** Verbs that say themselves what is thought of the content: without them it would say the opposite. */
const KEPT_CUES = new Set(["deny", "doubt"]);

/** Quote marks, commas and white space at both ends; a full stop only where nothing else is quoted with it. */
function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:–—"“”‘`-]/.test(text[from]) && !/^[-–]\d/.test(text.slice(from, from + 2))) from++;
  while (from < to && /[\s,;:–—"“”`]/.test(text[to - 1])) to--;
  // An opening mark left at the end or a closing one at the start belongs to what lies outside.
  if (from < to && /[’']/.test(text[to - 1]) && /[,.!?]/.test(text[to - 2] ?? "")) to--;
  if (from < to && /['’]/.test(text[from]) && /\p{Lu}/u.test(text[from + 1] ?? "")) from++;
  while (from < to && /[\s,]/.test(text[to - 1])) to--;
  return { start: from, end: to };
}

function shareQuoted(document: SpokenDocument, { contentTokens }: Attribution): number {
  return contentTokens.length === 0
    ? 0
    : contentTokens.filter((token) => isQuoted(document, token)).length / contentTokens.length;
}

function findPolarity(document: SpokenDocument, { cueToken }: Attribution): Statement["polarity"] {
  const { tokens, heads, relations, lemmas, tags } = document;
  let isHypothetical = false;
  for (let token = Math.max(0, cueToken - 6); token < cueToken; token++) {
    if (heads[token] !== cueToken) continue;
    const word = tokens[token].text.toLowerCase();
    if (word === "not" || word === "n't" || word === "n’t" || word === "never" || word === "neither") return "negated";
    if (relations[token] === "mark" && word === "if") isHypothetical = true;
    if (tags[token] === "AUX" && /^(may|might|could|should)$/.test(lemmas[token])) isHypothetical = true;
  }
  return isHypothetical ? "hypothetical" : "affirmed";
}

/** "did not say whether", "would not comment": nothing was said. */
function isUnsaid(document: SpokenDocument, { cueToken, complementiser }: Attribution): boolean {
  const { lemmas, tokens } = document;
  if (/^(comment|respond|return|answer|elaborate)$/.test(lemmas[cueToken])) return true;
  if (!/^(say|specify|disclose|reveal|explain|confirm|tell|clarify)$/.test(lemmas[cueToken])) return false;
  const next = tokens[complementiser >= 0 ? complementiser : cueToken + 1]?.text.toLowerCase();
  return next !== undefined && /^(whether|if|how|what|when|where|who|why|which)$/.test(next);
}

function findKind(document: SpokenDocument, attribution: Attribution, cueLemma: string): StatementDraft["kind"] {
  if (isAttitude(cueLemma) || isBare(document, attribution)) return "attitude";
  return isDeed(document, attribution, cueLemma) ? "deed" : "speech";
}

/** Fewest words of a reported sentence: fewer, without a verb, are a thing that somebody is for or against. */
const MIN_PLAIN_TOKENS = 4;

/** "welcomed the step": says how somebody stands to it, but no words of theirs. What it is called is said, and so is a figure. */
function isBare({ tags, lemmas, tokens }: SpokenDocument, { contentTokens, cueToken }: Attribution): boolean {
  const act = getSpeechAct(lemmas[cueToken]) ?? "assert";
  return (
    contentTokens.length < MIN_PLAIN_TOKENS &&
    lemmas[cueToken] !== "deny" &&
    !isCallFor(tokens, lemmas, cueToken) &&
    !CALLING_VERBS.has(lemmas[cueToken]) &&
    !SAID_ACTS.has(act) &&
    !contentTokens.some((token) => /^(?:VERB|AUX|NUM)$/.test(tags[token]))
  );
}

/**
 * Scores from which words without a clause of their own are taken for something said, after verbs that name an act of speech
 * and after others. Chosen on reports with keys; between 0.6 and 0.9 little changes.
 */
const SAID_FROM = 0.6;
const TOLD_FROM = 0.8;

/** "barred the lender from new business", "voted to leave": what is done, not what is said of it. */
function isDeed({ tags, features }: SpokenDocument, { contentTokens, score }: Attribution, cueLemma: string): boolean {
  const isSaid = getSpeechAct(cueLemma) !== undefined;
  if (score >= (isSaid ? SAID_FROM : TOLD_FROM) || CALLING_VERBS.has(cueLemma)) return false;
  if (givesFigure(cueLemma) && contentTokens.some((token) => tags[token] === "NUM")) return false;
  return !contentTokens.some((token) => /^(?:VERB|AUX)$/.test(tags[token]) && features[token].includes("VerbForm=Fin"));
}

/** "asked for more time", "called for calm": what is demanded. */
function isCallFor(tokens: SpokenDocument["tokens"], lemmas: readonly string[], cueToken: number): boolean {
  return /^(?:ask|call|press|appeal|plead)$/.test(lemmas[cueToken]) && tokens[cueToken + 1]?.text === "for";
}

/** Acts that are done by saying so: "demanded her release", "blamed the weather". */
const SAID_ACTS: ReadonlySet<string> = new Set(["accuse", "demand", "promise", "threaten"]);

const CALLING_VERBS = new Set("call describe term dub brand label characterise characterize".split(" "));

const ASKS = new Set(["ask", "press", "question", "quiz"]);

/** "Trains are expected to run", "he is known to have left": nobody says so, unless the words are quoted. */
function isImpersonal(document: SpokenDocument, { sourceTokens, contentTokens, cueToken }: Attribution): boolean {
  const { heads, relations, tags, features } = document;
  if (sourceTokens.length > 0 || tags[cueToken] !== "VERB" || !features[cueToken].includes("VerbForm=Part"))
    return false;
  if (contentTokens.some((token) => isQuoted(document, token))) return false;
  for (let token = Math.max(0, cueToken - 4); token < cueToken; token++)
    if (heads[token] === cueToken && relations[token] === "aux:pass") return true;
  return false;
}

/** "declined to comment", "asked not to be named", "nobody said so", "asked whether it was late, she …": no words of anybody. */
function isNothing(document: SpokenDocument, attribution: Attribution): boolean {
  const { tokens, lemmas, features, tags } = document;
  const { sourceTokens, contentTokens, cueToken } = attribution;
  const isDenial = lemmas[cueToken] === "deny" && sourceTokens.length > 0;
  if (!isDenial && contentTokens.every((token) => tags[token] === "PRON" || tags[token] === "PUNCT")) return true;
  const words = contentTokens.slice(0, 5).map((token) => tokens[token].text.toLowerCase());
  if (/^(?:not )?to (?:comment|respond|answer|elaborate|be (?:named|identified|quoted))\b/.test(words.join(" ")))
    return true;
  if (isImpersonal(document, attribution)) return true;
  const isQuestion = /^(?:whether|if|how|what|when|where|who|why|which)$/.test(words[0] ?? "");
  // "Asked whether …", "was asked by reporters whether …": who asks is not who the report is about.
  const isPassive = sourceTokens.length === 0 || features[cueToken].includes("VerbForm=Part");
  if (isQuestion && isPassive && ASKS.has(lemmas[cueToken])) return true;
  if (
    /^(?:refuse|decline)$/.test(lemmas[cueToken]) &&
    /^to (?:say|tell|disclose|specify|confirm|reveal) /.test(`${words.join(" ")} `)
  )
    return true;
  return /^(?:nobody|none|no)$/i.test(tokens[sourceTokens[0]]?.text ?? "");
}

function findAct(
  document: SpokenDocument,
  { cueTokens, cueToken }: Attribution,
  content: readonly Span[],
  cueLemma: string,
): Statement["act"] {
  const { lemmas, text } = document;
  const last = content.at(-1)!;
  if (text[last.end - 1] === "?" && (cueLemma === "ask" || cueLemma === "say")) return "question";
  if (isCallFor(document.tokens, lemmas, cueToken)) return "demand";
  const own = getSpeechAct(cueLemma);
  if (own !== undefined) return own;
  for (const token of cueTokens) {
    const act = token === cueToken ? undefined : getSpeechAct(lemmas[token].toLowerCase());
    if (act !== undefined) return act;
  }
  return "assert";
}

/** For each statement the nearest earlier one of its speaker that says nearly the same words, or -1. */
function findRestated({ text }: SpokenDocument, drafts: readonly StatementDraft[]): number[] {
  const wordsOf: (ReadonlySet<string> | undefined)[] = drafts.map(() => undefined);
  const listWords = (index: number): ReadonlySet<string> => (wordsOf[index] ??= toWordSet(text, drafts[index].content));
  return drafts.map(({ speaker }, index) => {
    if (speaker < 0) return -1;
    for (let earlier = index - 1; earlier >= Math.max(0, index - 40); earlier--) {
      if (drafts[earlier].speaker !== speaker) continue;
      const words = listWords(index);
      if (words.size < 4) return -1;
      const others = listWords(earlier);
      let shared = 0;
      for (const word of words) if (others.has(word)) shared++;
      if (shared >= 0.8 * words.size && shared >= 0.6 * others.size) return earlier;
    }
    return -1;
  });
}

function toWordSet(text: string, spans: readonly Span[]): Set<string> {
  const words = new Set<string>();
  for (const { start, end } of spans)
    for (const word of text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      words.add(word);
  return words;
}
