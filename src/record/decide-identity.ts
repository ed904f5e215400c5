/**
 * Whether an entity of one report is one that the record knows already.
 *
 * Precision first: two persons taken for one poison every list; one person kept as two is mended by a merge. So a full name
 * merges where nothing speaks against it, and anything less needs an office that only one holds at a time, or a country
 * shared. What is ambiguous stays apart.
 */
import type { Entity } from "../reading/index.ts";
import { foldName, isProperName, type PersonName, toPersonName, toSkeleton } from "./fold-name.ts";
import { hashToHex } from "./hash-text.ts";
import type { MergeReason } from "./record-entity.ts";

/** Days between two reports in which an office may be taken to be held by the same person. */
const MAX_OFFICE_DAYS = 1000;

/** A role as it is compared: the title folded, and the id or folded name of what it is held of. */
export interface IdentityRole {
  readonly title: string;
  readonly of: string | null;
  /** Its report's day, 0 where that is not known. */
  readonly day: number;
}

/** What identity looks at, of an entity of a report or of the record. */
export interface IdentityFacts {
  readonly kind: Entity["kind"];
  readonly names: readonly string[];
  readonly country: string | null;
  readonly roles: readonly IdentityRole[];
}

export interface IdentityCandidate extends IdentityFacts {
  readonly id: string;
}

export interface IdentityDecision {
  /** Undefined where it is nobody that the record knows. */
  readonly candidate: IdentityCandidate | undefined;
  readonly reason: MergeReason;
  readonly because: string;
}

/** Keys under which an entity is filed, the one that names it first. Entities without a key in common are never compared. */
export function makeIdentityKeys({ kind, names, country }: IdentityFacts): string[] {
  const keys = new Set<string>();
  if (kind === "state" && country !== null) keys.add(`state:${country}`);
  for (const name of names) {
    if (kind !== "person") {
      keys.add(`${kind}:${foldName(name)}`);
      continue;
    }
    // "One of them" is another in every report.
    const parts = isProperName(name) ? toPersonName(name) : undefined;
    if (parts === undefined) continue;
    keys.add(`family:${parts.family}`);
    if (parts.given !== undefined) keys.add(`sound:${toSkeleton(parts.given)} ${toSkeleton(parts.family)}`);
  }
  return [...keys];
}

/** A name for a new entity of the record: from its words where they tell it apart, and from its report where not. */
export function makeEntityId(facts: IdentityFacts, reportId: string, localId: string, isTaken: boolean): string {
  const { kind, names, country } = facts;
  const name = foldName(names[0] ?? "");
  const tells =
    kind === "person" ? name.includes(" ") && isProperName(names[0] ?? "") : !isGenericBody(name) || country !== null;
  const key =
    kind === "state" && country !== null
      ? country
      : `${name}|${kind === "person" || kind === "state" ? "" : (country ?? "")}`;
  const own = tells && !isTaken ? "" : `|${reportId}|${localId}`;
  return `${kind.slice(0, 3)}-${hashToHex(`${kind}|${key}${own}`).slice(0, 12)}`;
}

/** @param candidates Entities of the record that share a key. */
export function decideIdentity(facts: IdentityFacts, candidates: readonly IdentityCandidate[]): IdentityDecision {
  const alike = candidates.filter(({ kind }) => kind === facts.kind);
  const none: IdentityDecision = { candidate: undefined, reason: "first", because: "no report before names it" };
  if (facts.kind !== "person") return decideBody(facts, alike) ?? none;
  for (const find of [findSameName, findOtherSpelling, findSameOffice]) {
    const found = alike.flatMap((candidate) => find(facts, candidate) ?? []);
    if (found.length === 1) return found[0];
    if (found.length > 1) return { ...none, because: `could be any of ${found.length} that the record knows` };
  }
  return none;
}

function decideBody(facts: IdentityFacts, candidates: readonly IdentityCandidate[]): IdentityDecision | undefined {
  if (facts.kind === "state" && facts.country !== null) {
    const same = candidates.find(({ country }) => country === facts.country);
    if (same) return { candidate: same, reason: "standard code", because: `ISO 3166 code ${facts.country} in both` };
  }
  const names = new Set(facts.names.map(foldName));
  const found = candidates.filter((candidate) => {
    if (!canShareCountry(facts, candidate)) return false;
    const shared = candidate.names.map(foldName).filter((name) => names.has(name));
    // "The ministry" of two reports is one only where both say whose.
    return shared.some(
      (name) => !isGenericBody(name) || (facts.country !== null && facts.country === candidate.country),
    );
  });
  if (found.length !== 1) return undefined;
  return { candidate: found[0], reason: "same name", because: `"${facts.names[0]}" in both` };
}

function findSameName(facts: IdentityFacts, candidate: IdentityCandidate): IdentityDecision | undefined {
  if (!canShareCountry(facts, candidate)) return undefined;
  for (const name of facts.names) {
    const one = toPersonName(name);
    if (one?.given === undefined || one.given.length === 1) continue;
    for (const otherName of candidate.names) {
      const other = toPersonName(otherName);
      if (other === undefined || other.given !== one.given || other.family !== one.family) continue;
      const areWhole = one.middle.join(" ") === other.middle.join(" ") && one.suffix === other.suffix;
      if (areWhole) return { candidate, reason: "same name", because: `"${name}" in both` };
      // "George W. Bush" and "George H. W. Bush": one name may leave its middle out, but not deny it.
      const isShort = one.middle.length === 0 || other.middle.length === 0;
      const shared = isShort && one.suffix === other.suffix ? findSharedRole(facts, candidate, false) : undefined;
      if (shared) return { candidate, reason: "same name", because: `"${otherName}", ${shared}` };
    }
  }
  return undefined;
}

function findOtherSpelling(facts: IdentityFacts, candidate: IdentityCandidate): IdentityDecision | undefined {
  if (!canShareCountry(facts, candidate)) return undefined;
  const shared = findSharedRole(facts, candidate, false);
  if (shared === undefined) return undefined;
  for (const name of facts.names) {
    const one = toPersonName(name);
    for (const otherName of candidate.names) {
      const other = toPersonName(otherName);
      if (one?.given === undefined || other?.given === undefined || !soundAlike(one, other)) continue;
      return { candidate, reason: "spelling", because: `"${otherName}" and "${name}", ${shared}` };
    }
  }
  return undefined;
}

function soundAlike(one: PersonName, other: PersonName): boolean {
  const areAlike = (a: string, b: string) => a === b || (toSkeleton(a) === toSkeleton(b) && toSkeleton(a).length >= 2);
  return areAlike(one.given!, other.given!) && areAlike(one.family, other.family);
}

/** A family name alone, or with other given names left out, needs an office that one person holds at a time. */
function findSameOffice(facts: IdentityFacts, candidate: IdentityCandidate): IdentityDecision | undefined {
  if (!canShareCountry(facts, candidate)) return undefined;
  const ones = facts.names.flatMap((name) => toPersonName(name) ?? []);
  const others = candidate.names.flatMap((name) => toPersonName(name) ?? []);
  if (!ones.some((one) => others.some((other) => one.family === other.family))) return undefined;
  const given = new Set(ones.flatMap((one) => one.given ?? []));
  const otherGiven = others.flatMap((other) => other.given ?? []);
  if (given.size > 0 && otherGiven.length > 0 && !otherGiven.some((name) => given.has(name))) return undefined;
  if (given.size > 0 && otherGiven.length > 0) return undefined;
  const shared = findSharedRole(facts, candidate, true);
  return shared === undefined ? undefined : { candidate, reason: "role", because: shared };
}

/** In words: "prime minister of Veldria in both". */
function findSharedRole(facts: IdentityFacts, candidate: IdentityCandidate, mustBeSole: boolean): string | undefined {
  for (const role of facts.roles) {
    if (role.of === null || (mustBeSole && !isSoleOffice(role.title))) continue;
    for (const other of candidate.roles) {
      if (other.title !== role.title || other.of !== role.of) continue;
      const areFar = role.day !== 0 && other.day !== 0 && Math.abs(role.day - other.day) > MAX_OFFICE_DAYS;
      if (!areFar) return `${role.title} of the same in both`;
    }
  }
  return undefined;
}

function canShareCountry(one: IdentityFacts, other: IdentityFacts): boolean {
  return one.country === null || other.country === null || one.country === other.country;
}

const SOLE_HEADS =
  /^(president|premier|prime minister|chancellor|king|queen|emperor|pope|mayor|governor|secretary[- ]general|chief executive|director[- ]general|attorney[- ]general|chief justice|chief prosecutor|commander[- ]in[- ]chief|(foreign|interior|defen[cs]e|finance|justice|health|education|energy|transport|trade|labou?r|agriculture|environment|economy) (minister|secretary)|minister of \w+( \w+)*)$/;

/** Whether only one person holds it at a time, by its words: not for a former holder, and not for one of several deputies. */
export function isSoleOffice(title: string): boolean {
  return SOLE_HEADS.test(title.toLowerCase().trim());
}

const BODY_WORDS = new Set(
  `ministry department office court courts tribunal parliament government police army navy military council committee commission senate
  congress assembly house party union supreme high constitutional national federal central state cabinet bank agency authority service
  board bureau foreign interior defence defense finance justice health education of the and for security city district local opposition
  coalition embassy hospital university school company group team club union prosecutor prosecutors judges officials`.split(
    /\s+/,
  ),
);

/** Whether a name has no word of its own: "the ministry of defence", of which every state has one. */
export function isGenericBody(name: string): boolean {
  return foldName(name)
    .split(" ")
    .every((word) => BODY_WORDS.has(word));
}
