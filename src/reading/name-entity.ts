/** The name under which an entity is listed: its fullest name, or the words that describe it. */
import type { Mention } from "./mention.ts";
import type { ResolvedDocument, ResolvedEntity } from "./resolve-mentions.ts";

/** Longest name made of a description, in tokens. */
const LONGEST_NAME = 14;
/** Owners of owners that a name may tell. */
const DEEPEST = 2;

export function nameEntity(document: ResolvedDocument, entity: ResolvedEntity, depth = 0): string {
  if (entity.isNamed) return entity.name;
  // The longest description tells most: "three council diplomats" rather than "the diplomats".
  const titled = entity.kind === "court" ? findTitled(document, entity) : undefined;
  if (titled !== undefined) return describe(document, titled, depth);
  let best = "";
  for (const index of entity.mentions) {
    const mention = document.mentions[index];
    if (mention.by === "pronoun") continue;
    const name = describe(document, mention, depth);
    if (name.length > best.length) best = name;
    if (best !== "" && entity.mentions.length > 6) break;
  }
  if (best !== "") return best;
  const { tokens, text, mentions } = document;
  const first = mentions[entity.mentions[0]];
  return text.slice(tokens[first.startToken].start, tokens[first.endToken - 1].end);
}

/** "the Special Tribunal for Norland", of a court that is first called "a UN-backed court": what is written as a name tells most. */
function findTitled({ mentions, tokens }: ResolvedDocument, { mentions: own }: ResolvedEntity): Mention | undefined {
  return own
    .map((index) => mentions[index])
    .find(
      ({ by, startToken, headToken }) =>
        by === "description" && headToken > startToken && /^[A-Z]/.test(tokens[headToken].text),
    );
}

/** A description without article and with the phrases that belong to it: "officials at the court". */
function describe(document: ResolvedDocument, mention: Mention, depth: number): string {
  const { tokens, text, mentions } = document;
  let start = mention.startToken;
  if (/^(the|a|an|this|that|these|those|another|some)$/i.test(tokens[start].text) && start < mention.headToken) start++;
  const possessor = mentions[mention.possessor];
  let owner = "";
  if (possessor?.by === "pronoun") {
    // "its spokesman": whose, where it is known.
    start = Math.max(start, possessor.endToken);
    // Two that are named by each other ("its members", "their union") end here.
    const isOwn = document.entityOf[possessor.index] === document.entityOf[mention.index];
    const whose = depth >= DEEPEST || isOwn ? undefined : document.resolvedEntities[document.entityOf[possessor.index]];
    owner = whose === undefined ? "" : `${whose.isNamed ? whose.name : nameEntity(document, whose, depth + 1)}'s `;
  }
  let end = mention.endToken;
  for (let steps = 0; steps < 2; steps++) {
    const preposition = tokens[end]?.text;
    if (preposition === undefined || !/^(of|at|for|in|from)$/.test(preposition)) break;
    const object = findPhraseAt(document, mention, end + 1);
    if (object === undefined || object.endToken - start > LONGEST_NAME || object.sentence !== mention.sentence) break;
    if (/^(in|from|for)$/.test(preposition) && object.by !== "name") break;
    // "acquitted four nurses of manslaughter"
    if (
      preposition === "of" &&
      /^(?:acquit|clear|convict|accus|suspect)/i.test(tokens[mention.phraseStart - 1]?.text ?? "")
    )
      break;
    end = object.endToken;
  }
  return owner + text.slice(tokens[start].start, tokens[end - 1].end).replace(/\s+/g, " ");
}

/** The longest of the next few mentions whose phrase begins with the token. */
function findPhraseAt(
  { mentions }: ResolvedDocument,
  { index, sentence }: Mention,
  token: number,
): Mention | undefined {
  let found: Mention | undefined;
  for (let at = index + 1; at < index + 12 && mentions[at]?.sentence === sentence; at++) {
    if (mentions[at].phraseStart === token && mentions[at].by !== "pronoun") found = mentions[at];
  }
  return found;
}
