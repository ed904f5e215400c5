/** The words of a title: without names, possessors and forms of address, the head in the singular. */
import { bareWord, toKindOfNoun } from "../find-mentions.ts";
import { isKnownNoun } from "../referents.ts";
import { GOVERNMENT_NOUNS, getKindOfHeadNoun, HONORIFICS, RANKS, TITLE_ABBREVIATIONS } from "../word-lists.ts";
import type { RoleFrame } from "./role-frame.ts";

/** Offices that have "general" after them. */
const GENERAL_OFFICES = new Set([
  ...[
    "attorney",
    "solicitor",
    "advocate",
    "prosecutor",
    "procurator",
    "registrar",
    "secretary",
    "director",
    "governor",
  ],
  ...["consul", "inspector", "auditor", "comptroller", "controller", "commissioner", "surgeon", "adjutant"],
  ...["quartermaster", "postmaster", "paymaster"],
]);

/** The words of a title without names, possessors and forms of address; the head in the singular. */
export function toTitle(frame: RoleFrame, start: number, end: number, head: number): string {
  const { tokens, lemmas, features } = frame.document;
  const words: string[] = [];
  let previousEnd = -1;
  for (let token = start; token < end; token++) {
    const inName = frame.nameAt[token] >= 0 && !isTitleWordOfName(frame, token);
    const { text } = tokens[token];
    // "the Norland-backed president" is a president.
    if (inName && tokens[token + 1].text === "-" && tokens[token + 1].start === tokens[token].end && token + 2 < head) {
      token += 2;
      continue;
    }
    if (inName || isAddressBeforeTitle(frame, token, head) || /^('s|’s|'|’|the|,)$/i.test(text)) continue;
    if (words.length === 0 && /^[-–]/.test(text)) continue;
    const isPlural = token === head && features[head].includes("Number=Plur");
    const written = toLowerWord(isPlural ? lemmas[head] : text);
    const word = TITLE_ABBREVIATIONS.get(bareWord(text)) ?? written;
    if (previousEnd === tokens[token].start && words.length > 0) words[words.length - 1] += word;
    else words.push(word);
    previousEnd = tokens[token].end;
  }
  // "a 24-year-old electrician", "a fourth judge"; but "a second lady".
  return words.join(" ").replace(/^(?:\d+-year-old|third|fourth|fifth|sixth) /, "");
}

/**
 * Whether a word of a name belongs to the title too: "Treasury" of "Treasury Secretary", "Foreign Ministry" of a
 * spokesman, "Minority" of "Senate Minority" before a leader; nothing of "White House" or "Lake Council".
 */
function isTitleWordOfName(frame: RoleFrame, token: number): boolean {
  const { tokens, knownNames } = frame.document;
  const { startToken, endToken } = knownNames[frame.nameAt[token]];
  const last = tokens[endToken - 1].text.toLowerCase();
  if (endToken - startToken === 1 || GOVERNMENT_NOUNS.has(last) || last === "department")
    return isGovernmentWord(frame, token);
  if (toKindOfNoun(last, false) === "person") return true;
  if (!isKnownNoun(tokens[token].text.toLowerCase())) return false;
  let body = endToken - 1;
  while (body >= startToken && getKindOfHeadNoun(tokens[body].text.toLowerCase()) !== "organisation") body--;
  return body >= startToken && token > body;
}

/** "Treasury" of "Treasury Secretary": a name, but as much a part of the title as "finance". */
export function isGovernmentWord(frame: RoleFrame, token: number): boolean {
  const { tokens } = frame.document;
  const word = tokens[token].text.toLowerCase();
  if (getKindOfHeadNoun(word) === "organisation") return true;
  if (tokens[token].text === tokens[token].text.toUpperCase()) return false;
  const next = tokens[token + 1]?.text.toLowerCase();
  return isKnownNoun(word) && (GOVERNMENT_NOUNS.has(next) || next === "department");
}

/** "Gen." before a title; "general" of "general secretary" belongs to it. */
function isAddressBeforeTitle(frame: RoleFrame, token: number, head: number): boolean {
  const { tokens } = frame.document;
  if (token === head || !isAddress(frame, token) || !/^\p{Lu}/u.test(tokens[token].text)) return false;
  // "General secretary Ann Dahl".
  return !/^(?:secretary|manager|counsel|director)$/i.test(tokens[token + 1].text);
}

export function isAddress(frame: RoleFrame, token: number): boolean {
  const { tokens } = frame.document;
  const word = bareWord(tokens[token].text);
  // "Secretary-General" is a title, "General" an address.
  if (token > 0 && tokens[token - 1].text === "-" && tokens[token - 1].end === tokens[token].start) return false;
  if (/^gen(?:eral)?$/.test(word) && isOfficeNoun(frame, token - 1)) return false;
  // "General secretary", "Major shareholder" at the head of a sentence: a rank is followed by a name or a capital.
  if (RANKS.has(word) && !word.endsWith(".") && /^\p{Ll}/u.test(tokens[token + 1]?.text ?? "")) return false;
  return HONORIFICS.has(word) || RANKS.has(word) || word === "";
}

/** "Attorney" before "General": a noun that "general" stands after. */
export function isOfficeNoun(frame: RoleFrame, token: number): boolean {
  return GENERAL_OFFICES.has(bareWord(frame.document.tokens[token]?.text ?? ""));
}

export function spell(frame: RoleFrame, start: number, end: number): string {
  const { text, tokens } = frame.document;
  return text.slice(tokens[start].start, tokens[end - 1].end).replace(/\s+/g, " ");
}

/** "retired", "former": how somebody holds a title, not what it is. */
export function isStateOfOffice(word: string): boolean {
  return /^(retired|former|late|acting|deputy|outgoing|incoming|then|ex|disgraced|ousted)$/i.test(word);
}

export function toLowerWords(words: string): string {
  return words.split(" ").map(toLowerWord).join(" ");
}

/** "Minister" as "minister", "UN" as it is. */
function toLowerWord(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word;
}
