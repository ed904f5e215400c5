/**
 * The contract: what a reading holds. From these definitions come the TypeScript types and the published JSON Schema.
 *
 * This module is the only one that loads the schema library at run time, so that reading a report does not pay for it.
 */
import { z } from "zod";

const span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .describe("UTF-16 code units into report.text, start included, end excluded");

const evidence = z.array(span).min(1).describe("The words that prove it; never empty");
const score = z.number().min(0).max(1).describe("Calibrated probability that a careful person would agree");
const entityId = z.string().regex(/^e[1-9][0-9]*$/);
const statementId = z.string().regex(/^s[1-9][0-9]*$/);
const stanceId = z.string().regex(/^t[1-9][0-9]*$/);
const eventId = z.string().regex(/^v[1-9][0-9]*$/);
const caseId = z.string().regex(/^c[1-9][0-9]*$/);
const figureId = z.string().regex(/^f[1-9][0-9]*$/);
const relationId = z.string().regex(/^r[1-9][0-9]*$/);
const toneId = z.string().regex(/^n[1-9][0-9]*$/);
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("ISO date or prefix: 2024, 2024-05, 2024-05-21");
const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe("ISO 3166-1 alpha-2");

export const form = z.enum(["plain", "tokenised", "stemmed"]);

const report = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe("Hash of the normalised text"),
  givenId: z.string().optional().describe("The id that the report came with"),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: isoDate.nullable(),
  language: z.string().describe("ISO 639-1"),
  form: form.describe("How the text came"),
  text: z.string().describe("What every span points into; for a stemmed report, the restored words"),
  original: z.string().optional().describe("The text as it came, only where form is not plain"),
  alignment: z
    .array(z.tuple([z.int(), z.int(), z.int(), z.int()]))
    .optional()
    .describe("A row a token: start and end in text, start and end in original"),
});

const role = z.object({ title: z.string(), of: entityId.nullable(), evidence });

const mention = span.extend({ by: z.enum(["name", "description", "pronoun"]) });

const entity = z.object({
  id: entityId,
  kind: z.enum(["person", "organisation", "state", "place", "court", "treaty", "group", "law", "event", "other"]),
  name: z.string().describe("The fullest name the report gives; states by their common English name"),
  aliases: z.array(z.string()),
  country: countryCode.nullable(),
  roles: z.array(role),
  mentions: z.array(mention),
});

const statement = z.object({
  id: statementId,
  kind: z.enum(["speech", "attitude"]),
  act: z.enum([
    "assert",
    "accuse",
    "deny",
    "demand",
    "promise",
    "threaten",
    "praise",
    "condemn",
    "question",
    "decline",
  ]),
  mode: z.enum(["direct", "indirect", "mixed"]),
  speaker: entityId.nullable(),
  source: z.array(span),
  cue: z.array(span),
  content: z.array(span),
  text: z.string().describe("The content as read, joined"),
  addressee: entityId.nullable(),
  via: entityId.nullable(),
  when: isoDate.nullable(),
  where: entityId.nullable(),
  polarity: z.enum(["affirmed", "negated", "hypothetical"]),
  repeats: statementId.nullable(),
  evidence,
  score,
});

const stance = z.object({
  id: stanceId,
  holder: entityId,
  target: z.object({ text: z.string(), entity: entityId.nullable(), case: caseId.nullable() }),
  stance: z.enum(["supports", "opposes", "mixed", "neutral"]),
  strength: z.number().min(0).max(1),
  statement: statementId.nullable(),
  event: eventId.nullable(),
  evidence,
  score,
});

const event = z.object({
  id: eventId,
  class: z.enum([
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]), // biome-ignore format: by rows
  cameo: z.string().nullable(),
  actor: entityId.nullable(),
  recipient: entityId.nullable(),
  status: z.enum(["asserted", "claimed", "denied", "planned", "hypothetical"]),
  statement: statementId.nullable(),
  when: isoDate.nullable(),
  where: entityId.nullable(),
  evidence,
  score,
});

const allegation = z.object({ name: z.string(), class: z.string().nullable(), evidence });

const stage = z.enum(["requested", "issued", "refused", "appealed", "withdrawn", "executed", "ended"]);

const legalCase = z.object({
  id: caseId,
  kind: z.string(),
  court: entityId.nullable(),
  applicant: entityId.nullable(),
  stage: stage.describe("Where it stands, as far as the report tells"),
  stages: z
    .array(z.object({ stage, when: isoDate.nullable(), evidence }))
    .describe("How it came there, in the order of the law; the last is the stage"),
  standard: z.string().nullable(),
  respondents: z.array(z.object({ person: entityId, allegations: z.array(allegation) })),
  decidedBy: z.string().nullable(),
  enforcedBy: z.string().nullable(),
  memberStates: z.int().nullable(),
  nonMembers: z.array(entityId),
  treaty: entityId.nullable(),
  evidence,
  score,
});

const figure = z.object({
  id: figureId,
  value: z.number().describe("Of a range, its lower end, with the bound `at least`"),
  to: z.number().optional().describe("The upper end of a range: between 40 and 60"),
  bound: z.enum(["exactly", "about", "at least", "at most", "more than", "fewer than"]),
  what: z.string(),
  class: z.enum([
    "killed",
    "injured",
    "missing",
    "detained",
    "displaced",
    "hostages",
    "money",
    "votes",
    "share",
    "count",
  ]),
  source: entityId.nullable(),
  statement: statementId.nullable(),
  when: isoDate.nullable(),
  where: entityId.nullable(),
  revises: figureId.optional().describe("The earlier number that this one replaces: 58, up from 41"),
  partOf: figureId.optional().describe("The whole that this is a part of: 40 people, including 12 children"),
  evidence,
  score,
});

const designation = z.object({ of: entityId, as: z.string(), by: z.array(entityId), evidence, score });

const relation = z
  .object({
    id: relationId,
    kind: z.enum(["ally", "member", "non-member", "signatory", "non-signatory", "backer"]),
    of: entityId.describe("Who is the ally, the member or the backer"),
    with: entityId.describe("Of whom or what"),
    evidence,
    score,
  })
  .describe("How one stands to another, apart from what happens between them");

const tone = z
  .object({
    id: toneId,
    of: entityId,
    by: entityId.nullable().describe("Who speaks so of the person; null: the report itself"),
    tone: z.enum(["positive", "negative"]),
    evidence,
    score,
  })
  .describe("How the report, or somebody in it, speaks of a person: no stance on an issue");

export const readingSchema = z.object({
  schema: z.literal("onrecord/reading@1"),
  report,
  sentences: z.array(span),
  entities: z.array(entity),
  statements: z.array(statement),
  stances: z.array(stance),
  events: z.array(event),
  cases: z.array(legalCase),
  figures: z.array(figure),
  designations: z.array(designation),
  relations: z.array(relation),
  tones: z.array(tone),
});

export type Reading = z.infer<typeof readingSchema>;
export type ReadReport = z.infer<typeof report>;
export type Entity = z.infer<typeof entity>;
export type Role = z.infer<typeof role>;
export type Mention = z.infer<typeof mention>;
export type Statement = z.infer<typeof statement>;
export type Event = z.infer<typeof event>;
export type Designation = z.infer<typeof designation>;
export type Relation = z.infer<typeof relation>;
export type LegalCase = z.infer<typeof legalCase>;
export type Stance = z.infer<typeof stance>;
export type Tone = z.infer<typeof tone>;
export type Figure = z.infer<typeof figure>;
