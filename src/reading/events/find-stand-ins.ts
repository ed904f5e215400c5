/**
 * Whom parties without a name stand for in events: "a court in Norland" for the one court that the report names, "the judges"
 * for their court, "the rebels" for the one armed group.
 *
 * Entities stay apart in the reading; only the sides of events are told by name. Where several names fit, nobody is meant.
 */
import type { Mention } from "../mention.ts";
import type { ResolvedDocument } from "../resolve-mentions.ts";
import type { EventDraft } from "./draft-events.ts";

const ARMED =
  /^(?:rebel|militant|insurgent|guerrilla|separatist|gunman|gunmen|kidnapper|hijacker|fighter|jihadist|militia|hostage-taker)s?$/;
const ARMED_NAME =
  /\b(?:front|army|brigades?|forces?|militia|movement|fighters|resistance|jihad|liberation|guards?)\b/i;
const JUDGES = /^(?:judge|justice|magistrate|chamber|panel|bench|tribunal|court)s?$/;
/** Courts that are another than the one the report is about. */
const OTHER_COURT =
  /\b(?:lower|appeals?|appellate|another|higher|other|national|separate|second|supreme|constitutional|district|federal|former)\b/i;
/** Names of courts that a report brings in beside the one it is about. */
const HIGHER_NAME = /\b(?:supreme|constitutional|high|appeals?)\b/i;

/** Per entity the one that it stands for in events; itself for most. */
export function findStandIns(document: ResolvedDocument): (entity: number) => number {
  const { resolvedEntities, mentions, entityOf, lemmas, tokens } = document;
  const court = findOnly(document, ({ kind }) => kind === "court", HIGHER_NAME);
  const armed = findOnly(document, ({ kind, name }) => /^(?:organisation|group)$/.test(kind) && ARMED_NAME.test(name));
  const namedAt = court < 0 ? -1 : mentions[resolvedEntities[court].mentions[0]].headToken;
  const found = new Map<number, number>();
  for (const { index, isNamed, kind, mentions: own } of resolvedEntities) {
    const first = mentions[own[0]];
    if (isNamed || index === court || first === undefined || first.by !== "description") continue;
    const lemma = lemmas[first.headToken].toLowerCase();
    const isOwned = first.possessor >= 0;
    if (court >= 0 && !isOwned && JUDGES.test(lemma) && !OTHER_COURT.test(toWords(tokens, first))) {
      // "a court in Estaria", told of after the report named its own, is another.
      const isAnother = first.determiner === "indefinite" && first.headToken > namedAt;
      if (isAnother) continue;
      const isCourt = kind === "court" && !first.plural && !own.some((one) => mentions[one].plural);
      const isBench = first.plural
        ? /^judge|^justice|^magistrate/.test(lemma)
        : /^(?:chamber|panel|bench)$/.test(lemma);
      if (isCourt || (isBench && first.determiner === "definite")) found.set(index, court);
    }
    // "the court's judges".
    const owner = isOwned ? entityOf[first.possessor] : -1;
    if (owner >= 0 && resolvedEntities[owner].kind === "court" && /^(?:judge|justice)s?$/.test(lemma) && first.plural)
      found.set(index, owner);
    if (armed >= 0 && ARMED.test(lemma) && !isOwned && first.modifiers.length === 0) found.set(index, armed);
  }
  return (entity) => found.get(entity) ?? entity;
}

function toWords(tokens: ResolvedDocument["tokens"], { phraseStart, endToken }: Mention): string {
  return tokens
    .slice(phraseStart, endToken)
    .map(({ text }, at) => (at === 0 ? text.replace(/^The$/, "the") : text))
    .join(" ");
}

/** The only named entity that fits, or the only one with an everyday name; -1 for none or several. */
function findOnly(
  { resolvedEntities, mentions, tokens }: ResolvedDocument,
  fits: (entity: ResolvedDocument["resolvedEntities"][number]) => boolean,
  lesser?: RegExp,
): number {
  // "the Special Tribunal": a name, though the layer of names missed it.
  const isCapital = (mention: Mention): boolean =>
    mention.by === "description" && /^(?:the )?(?:\p{Lu}\p{Ll}+ )+\p{Lu}\p{Ll}+$/u.test(toWords(tokens, mention));
  const all = resolvedEntities.filter(
    (entity) => fits(entity) && (entity.isNamed || entity.mentions.some((one) => isCapital(mentions[one]))),
  );
  const main = all.length > 1 && lesser !== undefined ? all.filter(({ name }) => !lesser.test(name)) : all;
  return main.length === 1 ? main[0].index : -1;
}

/** Events between those meant; what someone would do to himself is left out. */
export function replaceStandIns(drafts: readonly EventDraft[], standFor: (entity: number) => number): EventDraft[] {
  return drafts.flatMap((draft) => {
    const actor = draft.actor < 0 ? -1 : standFor(draft.actor);
    const recipient = draft.recipient < 0 ? -1 : standFor(draft.recipient);
    if (actor === draft.actor && recipient === draft.recipient) return [draft];
    return actor === recipient && actor >= 0 ? [] : [{ ...draft, actor, recipient }];
  });
}
