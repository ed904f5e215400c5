/**
 * Standing relations between two who are named: "an ally of X", "not a signatory of X", "a member of X", "the X-backed Y".
 *
 * Read by the order of the words around a closed class of nouns and participles. What was, may be or is only wished for is none,
 * and so is what somebody says in quotation marks.
 */
import type { Span } from "../../language/index.ts";
import type { EventfulDocument } from "../events/draft-events.ts";
import type { Relation } from "../schema.ts";
import {
  entityAt,
  type Found,
  findAgents,
  findBefore,
  findBeforeClause,
  findBounds,
  findList,
} from "./designation-parts.ts";

/** A relation whose entities are still numbers of resolved entities. */
export interface RelationDraft {
  readonly kind: Relation["kind"];
  readonly of: number;
  readonly with: number;
  readonly evidence: readonly Span[];
  readonly score: number;
}

export type RelatedDocument = EventfulDocument & { readonly relationDrafts: readonly RelationDraft[] };

interface Noun {
  readonly kind: Relation["kind"];
  /** What it is to not be one, where that is a standing relation too. */
  readonly negated?: Relation["kind"];
  readonly prepositions: readonly string[];
}

const ALLY: Noun = { kind: "ally", prepositions: ["of"] };
const MEMBER: Noun = { kind: "member", negated: "non-member", prepositions: ["of"] };
const SIGNATORY: Noun = { kind: "signatory", negated: "non-signatory", prepositions: ["of", "to"] };
const PARTY: Noun = { ...SIGNATORY, prepositions: ["to"] };
const NOUNS: ReadonlyMap<string, Noun> = new Map([
  ...["ally", "allies"].map((word) => [word, ALLY] as const),
  ...["member", "members"].map((word) => [word, MEMBER] as const),
  ...["signatory", "signatories"].map((word) => [word, SIGNATORY] as const),
  ...["party", "parties"].map((word) => [word, PARTY] as const),
]);
/** Behind a hyphen: "the X-backed Y". */
const PARTICIPLES = new Set(["backed", "supported", "allied"]);

const ACTORS = new Set(["person", "state", "organisation", "group", "court", "place"]);
const BODIES = new Set(["organisation", "group", "court", "treaty"]);
const SIGNED = new Set(["treaty", "law", "organisation", "court"]);
const IS = /^(?:is|are|remains?)$/i;
const NOT = /^(?:not|n['’]t|never|neither|nor)$/i;
const ARTICLE = /^(?:an?|the|both|all|another)$/i;
/** Words before the noun that take the present away from it. */
const UNREAL =
  /^(?:former|ex|erstwhile|onetime|potential|possible|prospective|likely|future|would|aspiring|ranking|longer|board|crew|family|staff|senior|gang|cast)$/i;
/** Most words that describe the noun: "one of its oldest and closest allies". */
const MAX_DESCRIPTION = 5;

/** Requires the layers up to `eventDrafts`; adds `relationDrafts`, in text order. */
export function findRelations<Given extends EventfulDocument>(document: Given): Given & RelatedDocument {
  const { tokens, header, quotationAt } = document;
  const drafts: RelationDraft[] = [];
  for (let token = 1; token < tokens.length; token++) {
    const word = tokens[token].text.toLowerCase();
    const noun = NOUNS.get(word);
    if (noun === undefined && !PARTICIPLES.has(word)) continue;
    if (tokens[token].start < header.bodyStart || quotationAt[token] >= 0) continue;
    drafts.push(...(noun === undefined ? readCompound(document, token) : readNoun(document, token, noun)));
  }
  return { ...document, relationDrafts: mergeRelations(drafts) };
}

/** "the X-backed Y": one backs the other; "X-allied Y". */
function readCompound(document: EventfulDocument, participle: number): RelationDraft[] {
  const { tokens, tags } = document;
  if (tokens[participle + 1]?.text.toLowerCase() === "by") return readBacked(document, participle);
  if (!/^[-–‑]$/.test(tokens[participle - 1].text)) return [];
  const { from, to } = findBounds(document, participle);
  const one = findNamed(document, participle - 2, from);
  if (one === undefined || !isNamed(document, one.entity, ACTORS)) return [];
  for (let token = participle + 1; token < Math.min(to, participle + MAX_DESCRIPTION + 1); token++) {
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(tags[token])) return [];
    const other = entityAt(document, token);
    if (other < 0 || other === one.entity || !isNamed(document, other, ACTORS)) continue;
    const span = { start: tokens[one.from].start, end: tokens[token].end };
    const isAllied = tokens[participle].text.toLowerCase() === "allied";
    const parties = isAllied ? { of: other, with: one.entity } : { of: one.entity, with: other };
    return [{ kind: isAllied ? "ally" : "backer", ...parties, evidence: [span], score: 0.8 }];
  }
  return [];
}

/** "The X-" may stand for nobody by itself, and is then whoever bears that name elsewhere in the report. */
function findNamed(document: EventfulDocument, end: number, from: number): Found | undefined {
  const found = findBefore(document, end, from);
  if (found === undefined || document.resolvedEntities[found.entity].isNamed) return found;
  const { text } = document.tokens[end];
  const named = document.resolvedEntities.find(({ isNamed, name }) => isNamed && name === text);
  return named === undefined ? found : { entity: named.index, from: end, to: end };
}

/** "Y, backed by X", "Y is backed by X". */
function readBacked(document: EventfulDocument, participle: number): RelationDraft[] {
  const { tokens } = document;
  const { from, to } = findBounds(document, participle);
  const before = tokens[participle - 1].text;
  if (tokens[participle].text.toLowerCase() !== "backed" || !(before === "," || IS.test(before))) return [];
  const agents = findAgents(document, participle + 1, to, "by");
  const backed = findBeforeClause(document, before === "," ? participle - 1 : participle - 2, from);
  if (agents === undefined || backed === undefined || !isNamed(document, backed.entity, ACTORS)) return [];
  const span = { start: tokens[backed.from].start, end: tokens[agents.to].end };
  return agents.entities
    .filter((of) => of !== backed.entity && isNamed(document, of, ACTORS))
    .map((of) => ({ kind: "backer", of, with: backed.entity, evidence: [span], score: 0.8 }));
}

function readNoun(document: EventfulDocument, noun: number, frame: Noun): RelationDraft[] {
  const { from, to } = findBounds(document, noun);
  const behind = findObjectBehind(document, noun, frame, to);
  // "X's party" is no party to X.
  const mayBeOwned = frame === ALLY || frame === MEMBER;
  const owner = behind === undefined && mayBeOwned ? findOwner(document, noun, from) : undefined;
  const object = behind ?? owner;
  const wanted = frame === ALLY ? ACTORS : frame === MEMBER ? BODIES : SIGNED;
  if (object === undefined || !isNamed(document, object.entity, wanted)) return [];
  const subject = findSubjects(document, noun, owner?.from ?? noun, Math.max(noun, object.to), from, to);
  if (subject === undefined) return [];
  const kind = subject.isNegated ? frame.negated : frame.kind;
  if (kind === undefined) return [];
  const { tokens } = document;
  const start = Math.min(subject.from, object.from, noun);
  const span = { start: tokens[start].start, end: tokens[Math.max(subject.to, object.to, noun)].end };
  const score = subject.isCertain ? 0.85 : 0.65;
  return subject.entities
    .filter((of) => of !== object.entity && isNamed(document, of, ACTORS))
    .map((of) => ({ kind, of, with: object.entity, evidence: [span], score }));
}

/** "ally of X", "signatory to the X treaty", "member state of X". */
function findObjectBehind(document: EventfulDocument, noun: number, frame: Noun, to: number): Found | undefined {
  const { tokens } = document;
  const at = /^states?$/i.test(tokens[noun + 1]?.text ?? "") ? noun + 2 : noun + 1;
  if (at >= to || !frame.prepositions.includes(tokens[at].text.toLowerCase())) return undefined;
  return findNameFrom(document, at + 1, to);
}

/** The named mention whose phrase begins here, that is not only the owner of what is meant ("a member of X's family"). */
function findNameFrom(document: EventfulDocument, start: number, to: number): Found | undefined {
  const { mentions, mentionAt, tokens, tags } = document;
  for (let token = start; token < Math.min(to, start + 8); token++) {
    const mention = mentions[mentionAt[token]];
    if (mention === undefined) continue;
    if (mention.by !== "name" || mention.phraseStart > start + 1) return undefined;
    const next = tokens[mention.endToken];
    // "the X Council's board", "the X cabinet": more than the name is meant.
    if (next !== undefined && (/^['’]s?$/.test(next.text) || tags[mention.endToken] === "NOUN")) return undefined;
    if (next !== undefined && /^[-–‑]$/.test(next.text)) return undefined;
    return { entity: entityAt(document, token), from: start, to: mention.endToken - 1 };
  }
  return undefined;
}

/** "X's closest ally", "one of X's allies", "a X member". */
function findOwner(document: EventfulDocument, noun: number, from: number): Found | undefined {
  const { tokens, tags } = document;
  if (/^(?:of|to|for|in|on|from|state|states)$/i.test(tokens[noun + 1]?.text ?? "")) return undefined;
  for (let token = noun - 1; token >= Math.max(from, noun - MAX_DESCRIPTION); token--) {
    if (UNREAL.test(tokens[token].text)) return undefined;
    if (/^['’]s?$/.test(tokens[token].text)) return findBefore(document, token - 1, from);
    if (token === noun - 1 && entityAt(document, token) >= 0) return findBefore(document, token, from);
    if (tags[token] !== "ADJ" && tags[token] !== "ADV" && tags[token] !== "CCONJ") return undefined;
  }
  return undefined;
}

interface Subjects {
  readonly entities: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  readonly isCertain: boolean;
}

/**
 * Who it is: "X is (not) a …", "X, (which is) a …", "X ally Y".
 *
 * @param start First token of what is told with the noun, the noun itself where nothing stands before it.
 * @param end Its last token.
 */
function findSubjects(
  document: EventfulDocument,
  noun: number,
  start: number,
  end: number,
  from: number,
  to: number,
): Subjects | undefined {
  const { tokens, tags } = document;
  const word = (token: number): string => tokens[token]?.text ?? "";
  let at = start - 1;
  for (; at >= from && start - at <= MAX_DESCRIPTION && /^(?:ADJ|ADV|NOUN)$/.test(tags[at]); at--) {
    if (UNREAL.test(word(at)) || NOT.test(word(at)) || entityAt(document, at) >= 0) break;
  }
  if (UNREAL.test(word(at))) return undefined;
  if (/^of$/i.test(word(at)) && /^(?:one|two|three|some|many)$/i.test(word(at - 1))) at -= 2;
  else if (/^of$/i.test(word(at - 1)) && /^one$/i.test(word(at - 2)) && ARTICLE.test(word(at))) at -= 3;
  else if (ARTICLE.test(word(at))) at -= 1;
  let isNegated = false;
  if (NOT.test(word(at))) {
    isNegated = true;
    at -= 1;
  }
  if (IS.test(word(at))) {
    let last = at - 1;
    if (/^(?:which|who|that)$/i.test(word(last))) last -= word(last - 1) === "," ? 2 : 1;
    return toSubjects(document, last, from, isNegated);
  }
  // "X, a member of Y,": a comma on both sides, or a list would be taken for it.
  const isApposed = word(at) === "," && /^(?:[,.;)–—]|who|which|that|and)$/.test(word(end + 1));
  if (isApposed) return toSubjects(document, at - 1, from, isNegated);
  // "X ally Y", with the noun last before the name.
  if (end !== noun || isNegated) return undefined;
  const name = findNameFrom(document, noun + 1, to);
  if (name === undefined || tags[noun + 1] === "ADP" || tags[noun + 1] === "DET") return undefined;
  return { entities: [name.entity], from: start, to: name.to, isNegated, isCertain: true };
}

function toSubjects(document: EventfulDocument, last: number, from: number, isNegated: boolean): Subjects | undefined {
  const list = findList(document, last, from);
  if (list === undefined) return undefined;
  const mention = document.mentions[document.mentionAt[last]];
  return { entities: list.entities, from: list.from, to: list.to, isNegated, isCertain: mention?.by === "name" };
}

function isNamed({ resolvedEntities }: EventfulDocument, entity: number, kinds: ReadonlySet<string>): boolean {
  const found = resolvedEntities[entity];
  return found?.isNamed === true && kinds.has(found.kind);
}

/** One relation for each kind and pair, with all that shows it. */
function mergeRelations(drafts: readonly RelationDraft[]): RelationDraft[] {
  const merged = new Map<string, RelationDraft>();
  for (const draft of drafts) {
    const key = `${draft.kind} ${draft.of} ${draft.with}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, draft);
    else {
      const evidence = [...known.evidence, ...draft.evidence];
      merged.set(key, { ...known, evidence, score: Math.max(known.score, draft.score) });
    }
  }
  return [...merged.values()];
}
