/**
 * Finds the titles that people are given: before the name, in apposition before or after it, in a clause about them.
 *
 * Works by structure, so that any noun can be a title: what stands directly before a person's name, or between commas
 * after it, describes that person. What the title is of ("the council's", "of the council", "council leader") is a mention
 * here and becomes an entity when mentions are resolved.
 */
import { isComma } from "../find-mentions.ts";
import type { Mention, MentionedDocument } from "../mention.ts";
import { readAppositionAfter } from "./read-apposition-after.ts";
import {
  readAnotherOf,
  readAppositionBefore,
  readKnownAs,
  readListAfter,
  readOneOf,
} from "./read-apposition-before.ts";
import { readLedBy, readLiving, readOccupation, readSeat } from "./read-occupation.ts";
import { readPredicate } from "./read-predicate.ts";
import { readTitleBefore } from "./read-title-before.ts";
import { readOfficeBefore, readOfficeOfLead } from "./read-unheld-office.ts";
import { type RoleDocument, type RoleFrame, toRoleFrame } from "./role-frame.ts";

/** Requires `mentions`, and uses `attributionParts` if there are any; adds `roleDrafts`, in text order of the holders. */
export function findRoles<Given extends MentionedDocument>(document: Given): Given & RoleDocument {
  const frame = toRoleFrame(document);
  for (const mention of document.mentions) {
    if (mention.by === "name" && mayBePerson(frame, mention)) readPerson(frame, mention);
  }
  return { ...document, roleDrafts: frame.drafts };
}

/** A person by name, or a name of several words that may be one, which the layer of names took for something else. */
function mayBePerson(
  frame: RoleFrame,
  { kind, startToken, endToken, determiner, titleEnd, titleStart }: Mention,
): boolean {
  if (kind === "person") return true;
  const isPlain = determiner === "none" && titleEnd === titleStart && endToken - startToken > 1;
  if (!isPlain || (kind !== "place" && kind !== "other")) return false;
  // "in Lakeham, North Hestria": a place after a place.
  const { tokens, mentions, mentionAt } = frame.document;
  const before = mentions[isComma(tokens[startToken - 1]?.text) ? mentionAt[startToken - 2] : -1];
  return before?.by !== "name" || before.kind !== "place";
}

function readPerson(frame: RoleFrame, person: Mention): void {
  if (person.kind !== "person") {
    readAppositionBefore(frame, person);
    return;
  }
  const before = frame.drafts.length;
  readTitleBefore(frame, person);
  readAppositionBefore(frame, person);
  readListAfter(frame, person);
  readAppositionAfter(frame, person);
  readPredicate(frame, person);
  readKnownAs(frame, person);
  readOneOf(frame, person);
  readAnotherOf(frame, person);
  readSeat(frame, person);
  readLedBy(frame, person);
  if (frame.drafts.length === before) readOccupation(frame, person);
  if (frame.drafts.length === before) readLiving(frame, person);
  if (frame.drafts.length === before) readOfficeOfLead(frame, person);
  if (frame.drafts.length === before) readOfficeBefore(frame, person);
}
