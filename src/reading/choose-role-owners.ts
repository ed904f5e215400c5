/**
 * Decides which entity every role is of: a minister of a state, a director of a body.
 *
 * Where the words do not say it, a title of government belongs to the state or government spoken of last, in the same
 * paragraph or the one before.
 */
import type { RoleDraft } from "./find-roles.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";

/** Words of titles that somebody holds in a government or state. */
const OF_GOVERNMENT =
  /\b(minister|president|premier|chancellor|government|ministry|army|military|parliament|treasury|senator|congressman|congresswoman|king|queen|cabinet|monarch|attorney general|interior|defen[cs]e)\b/;

/** Words of titles of those who speak for somebody. */
const OF_SPEAKER = /\b(spokesman|spokeswoman|spokesperson|press secretary)\b/;

/** Words of titles held at a court. */
const OF_COURT = /\b(prosecutor|judge|registrar|chief justice)\b/;

/** Words of titles that make every part of a state a matter of the state itself. */
const GOVERNING_NOUNS = new Set(["ministry", "minister", "government", "authority", "parliament", "army", "cabinet"]);

/** Per role the entity it is of, or -1. */
export function chooseRoleOwners(document: ResolvedDocument): number[] {
  const chooser = new OwnerChooser(document);
  return document.roleDrafts.map((role) => chooser.choose(role, 0));
}

class OwnerChooser {
  readonly #document: ResolvedDocument;
  readonly #governing: Set<number>;

  constructor(document: ResolvedDocument) {
    this.#document = document;
    this.#governing = findGoverning(document);
  }

  choose(role: RoleDraft, depth: number): number {
    const { entityOf, resolvedEntities, roleDrafts } = this.#document;
    if (role.of >= 0) {
      const owner = entityOf[role.of];
      const entity = resolvedEntities[owner];
      if (entity === undefined) return -1;
      if (entity.kind !== "person" || !OF_GOVERNMENT.test(role.title) || depth > 0) return owner;
      // "his former defence minister": of the state that he himself has an office in.
      const own = roleDrafts.find((other) => entityOf[other.holder] === owner && OF_GOVERNMENT.test(other.title));
      const state = own === undefined ? -1 : this.choose(own, depth + 1);
      return state < 0 ? owner : state;
    }
    if (OF_GOVERNMENT.test(role.title)) return this.#findGovernmentSpokenOf(role);
    if (OF_COURT.test(role.title)) return this.#findCourtSpokenOf(role);
    return OF_SPEAKER.test(role.title) ? this.#findBodySpokenOf(role) : -1;
  }

  /** The court named last before, else the only one. */
  #findCourtSpokenOf(role: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    const courts = resolvedEntities.filter(({ kind, isNamed }) => kind === "court" && isNamed);
    if (courts.length <= 1) return courts[0]?.index ?? -1;
    const { sentence } = mentions[role.holder];
    for (let index = role.holder - 1; index >= 0 && sentence - mentions[index].sentence <= 4; index--) {
      const entity = entityOf[index];
      if (entity >= 0 && resolvedEntities[entity].kind === "court" && resolvedEntities[entity].isNamed) return entity;
    }
    return -1;
  }

  /** The body that the same paragraph says something of. */
  #findBodySpokenOf(role: RoleDraft): number {
    const { mentions, entityOf, paragraphOf, relations, resolvedEntities } = this.#document;
    const holder = mentions[role.holder];
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      if (paragraphOf[holder.sentence] !== paragraphOf[mention.sentence] || holder.sentence - mention.sentence > 3)
        break;
      const entity = entityOf[index];
      if (entity < 0 || !relations[mention.attachment].startsWith("nsubj") || mention.startToken >= role.startToken)
        continue;
      const { kind } = resolvedEntities[entity];
      if (kind === "organisation" || kind === "state" || kind === "court") return entity;
    }
    return -1;
  }

  #findGovernmentSpokenOf(role: RoleDraft): number {
    const { mentions, entityOf, paragraphOf, relations } = this.#document;
    const holder = mentions[role.holder];
    let fallback = -1;
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      const apart = paragraphOf[holder.sentence] - paragraphOf[mention.sentence];
      if (apart > 1 || holder.sentence - mention.sentence > 3) break;
      const entity = entityOf[index];
      if (entity < 0 || !this.#governing.has(entity) || mention.startToken >= role.startToken) continue;
      if (relations[mention.attachment].startsWith("nsubj")) return entity;
      if (fallback < 0 && apart === 0) fallback = entity;
    }
    return fallback;
  }
}

/** States, and whoever has ministries and ministers. */
function findGoverning({ resolvedEntities, mentions, entityOf, lemmas }: ResolvedDocument): Set<number> {
  const governing = new Set<number>();
  for (const { index, kind, isNamed } of resolvedEntities) if (kind === "state" && isNamed) governing.add(index);
  for (const { by, headToken, possessor, modifiers } of mentions) {
    if (by !== "description" || !GOVERNING_NOUNS.has(lemmas[headToken].toLowerCase())) continue;
    for (const owner of possessor >= 0 ? [possessor] : modifiers) {
      const entity = entityOf[owner];
      if (entity >= 0 && resolvedEntities[entity].kind !== "person") governing.add(entity);
    }
  }
  return governing;
}
