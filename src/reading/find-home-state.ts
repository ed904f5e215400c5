/**
 * Finds the state whose affairs a report is about: the one whose ministers it names without saying whose they are.
 *
 * The dateline tells ("QUELL, Norland -"), or the byline ("Ann Dahl in Quell"), or that the report speaks of one state far more than
 * of any other. Only a state that the report names is chosen.
 */
import { type Country, getCapitalCountry, getCountryByName } from "../language/index.ts";
import type { ResolvedDocument, ResolvedEntity } from "./resolve-mentions.ts";

/** Mentions that a state of the dateline has at least. */
const FEWEST_MENTIONS = 2;
/** How many times as often as any other a state is mentioned that no dateline tells. */
const MOST_BY = 2;

/** The state of the dateline or byline, or -1. */
export function findStateOfDateline(document: ResolvedDocument): number {
  const states = listStates(document);
  for (const country of findOwnPlaces(document)) {
    const home = states.find((state) => state.country?.code === country.code);
    if (home !== undefined && home.mentions.length >= FEWEST_MENTIONS) return home.index;
  }
  return -1;
}

/** The state that the report speaks of far more than of any other, or the only one of its headline; -1 where there is none. */
export function findStateSpokenOfMost(document: ResolvedDocument): number {
  const ranked = listStates(document).sort((a, b) => b.mentions.length - a.mentions.length);
  const [first, second] = ranked;
  if (first === undefined || first.mentions.length < FEWEST_MENTIONS) return -1;
  const inTitle = ranked.filter((state) => isInTitle(document, state));
  const others = second?.mentions.length ?? 0;
  if (
    inTitle.length === 1 &&
    inTitle[0] === first &&
    first.mentions.length > others &&
    !hasNamedOffice(document, first)
  )
    return first.index;
  return first.mentions.length > FEWEST_MENTIONS && first.mentions.length >= MOST_BY * others ? first.index : -1;
}

/** The state whose seat of government ("the White House") the report speaks of, or -1 where it speaks of none or of several. */
export function findStateOfSeat(document: ResolvedDocument): number {
  const codes = new Set(
    document.resolvedEntities
      .filter(({ kind, isNamed, name }) => kind === "organisation" && isNamed && getCapitalCountry(name) !== undefined)
      .map(({ name }) => getCapitalCountry(name)!.code),
  );
  const [code] = codes;
  if (codes.size !== 1) return -1;
  return listStates(document).find(({ country }) => country?.code === code)?.index ?? -1;
}

/** "Norland's minister Jon Berg": papers say so of states that are not their own. */
function hasNamedOffice(
  { roleDrafts, entityOf, header, tokens }: ResolvedDocument,
  { index }: ResolvedEntity,
): boolean {
  return roleDrafts.some(
    ({ of, startToken }) => of >= 0 && entityOf[of] === index && tokens[startToken].start >= header.bodyStart,
  );
}

function listStates({ resolvedEntities }: ResolvedDocument): ResolvedEntity[] {
  return resolvedEntities.filter(({ kind, isNamed }) => kind === "state" && isNamed);
}

function isInTitle({ mentions, header, tokens }: ResolvedDocument, state: ResolvedEntity): boolean {
  const { titleSpan } = header;
  return titleSpan !== null && state.mentions.some((index) => tokens[mentions[index].headToken].end <= titleSpan.end);
}

/** The countries of the dateline and of the byline. */
function findOwnPlaces({ text, header }: ResolvedDocument): Country[] {
  const lineStart = text.lastIndexOf("\n", Math.max(0, header.bodyStart - 1)) + 1;
  const dateline = text.slice(lineStart, header.bodyStart);
  const byline = /(?:\bin |, )(\p{Lu}[\p{L}' -]+?)(?: and | with |$|[,;])/u.exec(header.byline ?? "")?.[1] ?? "";
  const found: Country[] = [];
  for (const part of [...dateline.split(/[,(–—-]/).reverse(), byline]) {
    const name = part.trim().replace(/\p{L}+/gu, (word) => word[0].toUpperCase() + word.slice(1).toLowerCase());
    const country = name === "" ? undefined : (getCountryByName(name) ?? getCapitalCountry(name));
    if (country !== undefined) found.push(country);
  }
  return found;
}
