/** Puts the layers together into the reading: which entities it lists, under which ids, with which roles. */
import type { Span } from "../language/index.ts";
import type { FigureDraft } from "./add-figures.ts";
import { findCaseOfTarget } from "./cases/find-case-of-target.ts";
import { toLegalCase } from "./cases/to-legal-case.ts";
import { chooseRoleOwners } from "./choose-role-owners.ts";
import type { DesignationDraft } from "./designations/find-designations.ts";
import { type EventDraft, MIN_EVENT_SCORE } from "./events/draft-events.ts";
import type { StatedDocument, StatementDraft } from "./make-statements.ts";
import type { Mention } from "./mention.ts";
import { nameEntity } from "./name-entity.ts";
import type { ReadDocument } from "./pipeline.ts";
import type { ResolvedEntity } from "./resolve-mentions.ts";
import type { Designation, Entity, Event, Figure, Reading, ReadReport, Role, Stance, Statement } from "./schema.ts";
import type { StanceDraft } from "./stances/group-stances.ts";
import { HONORIFICS } from "./word-lists.ts";

/** From a number of the document to an id of the reading, where there is one. */
type ToId = (index: number) => string | null;

/** Most aliases listed for one entity. */
const MOST_ALIASES = 12;

/** @param report All of the report's part of the reading. */
export function assembleReading(document: ReadDocument, report: ReadReport): Reading {
  const owners = chooseRoleOwners(document);
  const kept = chooseEntities(document, owners);
  const idOf = new Map(kept.map(({ index }, order) => [index, `e${order + 1}`]));
  const toId = (entity: number): string | null => idOf.get(entity) ?? null;
  const statementIds = new Map(listStatements(document).map((draft, order) => [draft, `s${order + 1}`]));
  const toStatementId = (index: number): string | null => statementIds.get(document.statementDrafts[index]) ?? null;
  const rolesOf = new Map<number, Role[]>();
  for (const [index, role] of document.roleDrafts.entries()) {
    const holder = document.entityOf[role.holder];
    const list = rolesOf.get(holder) ?? [];
    rolesOf.set(
      holder,
      addRole(list, {
        title: role.title,
        of: toId(owners[index]),
        evidence: [toSpan(document, role.startToken, role.endToken)],
      }),
    );
  }
  return {
    schema: "onrecord/reading@1",
    report,
    sentences: document.sentences.map(({ start, end }) => ({ start, end })),
    entities: kept.map((entity) =>
      describeEntity(document, entity, idOf.get(entity.index)!, rolesOf.get(entity.index) ?? []),
    ),
    statements: [...statementIds].map(([draft, id]) => toStatement(document, draft, id, toStatementId, toId)),
    stances: document.stanceDrafts.map((draft, index) => toStance(document, draft, index, toStatementId, toId)),
    events: listEvents(document).map((draft, index) => toEvent(draft, index, toStatementId, toId)),
    cases: document.caseDrafts.map((draft, index) => toLegalCase(draft, index, toId)),
    figures: toFigures(document.figureDrafts, toStatementId, toId),
    designations: document.designationDrafts.map((draft) => toDesignation(draft, toId)),
    relations: document.relationDrafts.map(({ of, with: other, evidence, ...same }, index) => ({
      id: `r${index + 1}`,
      kind: same.kind,
      // Both are named, and those are listed.
      of: toId(of) as string,
      with: toId(other) as string,
      evidence: evidence.map(({ start, end }) => ({ start, end })),
      score: same.score,
    })),
    tones: document.toneDrafts.map(({ of, by, ...same }, index) => ({
      id: `n${index + 1}`,
      // Persons of whom a tone is found have names, and who speaks is listed.
      of: toId(of) as string,
      by: toId(by),
      tone: same.tone,
      evidence: same.evidence.map(({ start, end }) => ({ start, end })),
      score: same.score,
    })),
  };
}

function toSpan({ tokens }: StatedDocument, startToken: number, endToken: number): Span {
  return { start: tokens[startToken].start, end: tokens[endToken - 1].end };
}

/** One role a title and owner, with all its evidence. */
function addRole(roles: Role[], role: Role): Role[] {
  const same = roles.find(
    ({ title, of }) => title === role.title && (of === role.of || role.of === null || of === null),
  );
  if (same === undefined) return [...roles, role];
  same.of ??= role.of;
  same.evidence.push(...role.evidence);
  return roles;
}

/** Named entities, and those without a name that speak, are spoken to, or have somebody in office; in text order. */
function chooseEntities(document: ReadDocument, owners: readonly number[]): ResolvedEntity[] {
  const wanted = new Set<number>(owners);
  for (const { source, where } of document.figureDrafts) wanted.add(source).add(where);
  for (const { actor, recipient, where } of listEvents(document)) wanted.add(actor).add(recipient).add(where);
  for (const { of, by } of document.designationDrafts) for (const entity of [of, ...by]) wanted.add(entity);
  for (const { of, with: other } of document.relationDrafts) wanted.add(of).add(other);
  for (const { holder } of document.stanceDrafts) wanted.add(holder);
  for (const { speaker, addressee, via, where } of listStatements(document))
    wanted.add(speaker).add(addressee).add(via).add(where);
  for (const { court, applicant, treaty, respondents, nonMembers } of document.caseDrafts) {
    wanted.add(court).add(applicant).add(treaty);
    for (const { entity } of respondents) wanted.add(entity);
    for (const entity of nonMembers) wanted.add(entity);
  }
  const { mentions, header } = document;
  const bodyStart = header.bodyStart;
  return document.resolvedEntities
    .filter(({ index, isNamed, mentions: own }) => {
      const inBody = own.some((mention) => document.tokens[mentions[mention].headToken].start >= bodyStart);
      return own.length > 0 && (wanted.has(index) || (isNamed && inBody));
    })
    .sort((a, b) => a.mentions[0] - b.mentions[0]);
}

function describeEntity(document: StatedDocument, entity: ResolvedEntity, id: string, roles: Role[]): Entity {
  const name = nameEntity(document, entity);
  const aliases: string[] = [];
  const mentions = entity.mentions.map((index) => {
    const mention = document.mentions[index];
    const span = toMentionSpan(document, mention);
    if (mention.by !== "pronoun" && aliases.length < MOST_ALIASES) {
      const words = document.text.slice(span.start, span.end).replace(/\s+/g, " ");
      if (words !== name && !aliases.includes(words)) aliases.push(words);
    }
    return { start: span.start, end: span.end, by: mention.by };
  });
  return { id, kind: entity.kind, name, aliases, country: entity.country?.code ?? null, roles, mentions };
}

/** The words of a mention; "Mr" belongs to the name that it stands before. */
function toMentionSpan(document: StatedDocument, mention: Mention): Span {
  const { tokens } = document;
  let first = mention.startToken;
  while (
    mention.by === "name" &&
    first > mention.titleStart &&
    HONORIFICS.has(tokens[first - 1].text.toLowerCase().replace(".", ""))
  )
    first--;
  return toSpan(document, first, mention.endToken);
}

function toStatement(
  document: StatedDocument,
  draft: StatementDraft,
  id: string,
  toStatementId: ToId,
  toId: ToId,
): Statement {
  const spans = [...draft.source, ...draft.cue, ...draft.content];
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const copy = (list: readonly Span[]): Span[] => list.map((span) => ({ start: span.start, end: span.end }));
  return {
    id,
    kind: draft.kind as Statement["kind"],
    act: draft.act,
    mode: draft.mode,
    speaker: toId(draft.speaker),
    source: copy(draft.source),
    cue: copy(draft.cue),
    content: copy(draft.content),
    text: draft.spoken.map((span) => document.text.slice(span.start, span.end)).join(" ... "),
    addressee: toId(draft.addressee),
    via: toId(draft.via),
    when: draft.when,
    where: toId(draft.where),
    polarity: draft.polarity,
    repeats: toStatementId(draft.repeats),
    evidence: [{ start, end }],
    score: draft.score,
  };
}

function toFigures(drafts: readonly FigureDraft[], toStatementId: ToId, toId: ToId): Figure[] {
  const ids = new Map(drafts.map(({ mention }, index) => [mention.startToken, `f${index + 1}`]));
  return drafts.map((draft, index) => toFigure(draft, index, toStatementId, toId, ids));
}

function toFigure(
  draft: FigureDraft,
  index: number,
  toStatementId: ToId,
  toId: ToId,
  /** By the token that each figure begins with. */
  ids: ReadonlyMap<number, string>,
): Figure {
  const { mention, statement } = draft;
  const revises = ids.get(mention.revises?.startToken ?? -1);
  const partOf = ids.get(mention.partOf?.startToken ?? -1);
  return {
    id: `f${index + 1}`,
    value: mention.value,
    ...(mention.to === undefined ? {} : { to: mention.to }),
    bound: mention.bound,
    what: mention.what,
    class: mention.class,
    source: toId(draft.source),
    statement: toStatementId(statement),
    when: draft.when,
    where: toId(draft.where),
    ...(revises === undefined ? {} : { revises }),
    ...(partOf === undefined ? {} : { partOf }),
    evidence: [mention.evidence],
    score: draft.score,
  };
}

function listStatements({ statementDrafts }: StatedDocument): StatementDraft[] {
  return statementDrafts.filter(({ kind }) => kind !== "deed");
}

function listEvents({ eventDrafts }: ReadDocument): EventDraft[] {
  return eventDrafts.filter(({ score, basis }) => basis !== "deed" || score >= MIN_EVENT_SCORE);
}

function toEvent(draft: EventDraft, index: number, toStatementId: ToId, toId: ToId): Event {
  return {
    id: `v${index + 1}`,
    class: draft.class,
    cameo: draft.cameo,
    actor: toId(draft.actor),
    recipient: toId(draft.recipient),
    status: draft.status,
    statement: toStatementId(draft.statement),
    when: draft.when,
    where: toId(draft.where),
    evidence: draft.evidence.map(({ start, end }) => ({ start, end })),
    score: draft.score,
  };
}

function toDesignation(draft: DesignationDraft, toId: ToId): Designation {
  return {
    of: toId(draft.of) as string,
    as: draft.as,
    by: draft.by.flatMap((entity) => toId(entity) ?? []),
    evidence: draft.evidence.map(({ start, end }) => ({ start, end })),
    score: draft.score,
  };
}

function toStance(document: ReadDocument, draft: StanceDraft, index: number, toStatementId: ToId, toId: ToId): Stance {
  const { targetText, targetEntity, stance, strength, statement, evidence, score } = draft;
  const { mentions, tokens, entityOf, caseDrafts } = document;
  const isInside = ({ headToken }: Mention): boolean =>
    tokens[headToken].start >= draft.target.start && tokens[headToken].end <= draft.target.end;
  const named = caseDrafts.length === 0 ? [] : mentions.filter(isInside).map((mention) => entityOf[mention.index]);
  const legalCase = findCaseOfTarget(targetText, named, caseDrafts);
  return {
    id: `t${index + 1}`,
    // Every holder is among the entities chosen.
    holder: toId(draft.holder)!,
    target: { text: targetText, entity: toId(targetEntity), case: legalCase < 0 ? null : `c${legalCase + 1}` },
    stance,
    strength,
    statement: toStatementId(statement),
    event: null,
    evidence: [...evidence],
    score,
  };
}
