/** Reads a description of a person: its title with the phrases after it, and what that is of. */
import type { Mention } from "../mention.ts";
import { TIME_NOUNS } from "../word-lists.ts";
import { chooseOf } from "./choose-of.ts";
import { canHoldOffice, isNamedPlace, type RoleFrame } from "./role-frame.ts";
import { spell, toTitle } from "./role-title.ts";

/** What a description says of a person: its title with the phrases after it, and what it is of. */
export function readDescription(
  frame: RoleFrame,
  description: Mention,
): {
  title: string;
  startToken: number;
  endToken: number;
  of: number;
  phraseEnd: number;
} {
  const { mentions, tokens, lemmas } = frame.document;
  const head = description.headToken;
  const possessor = mentions[description.possessor];
  let startToken =
    possessor === undefined ? description.startToken : Math.max(description.startToken, possessor.endToken);
  while (
    startToken < head &&
    /^('s|’s|'|’|the|a|an|this|that|another|one|our|its|his|her|their)$/i.test(tokens[startToken].text)
  )
    startToken++;
  let title = toTitle(frame, startToken, description.endToken, head);
  let endToken = description.endToken;
  let of = chooseOf(frame, description.possessor, description.modifiers, -1);
  let end = description.endToken;
  for (let steps = 0; steps < 3; steps++) {
    const preposition = tokens[end]?.text.toLowerCase();
    if (preposition === undefined || !/^(of|for|at|in|from|with|on|to|against|under|behind)$/.test(preposition)) break;
    const object = mentions[frame.phraseAt[end + 1] ?? -1];
    if (object === undefined || object.by === "pronoun") break;
    // "head of mission", "minister for the sea": a noun alone, or one that is no body, says what the office is.
    const isBare = object.by === "description" && object.determiner === "none" && object.modifiers.length === 0;
    const isField =
      preposition === "for" && object.by === "description" && object.kind !== "organisation" && object.kind !== "court";
    const isOwned = object.by === "description" && object.possessor >= 0 && isBodysOwn(frame, object);
    const isBody = canHoldOffice(object) && !(isBare && preposition === "of") && !isField;
    if (isOwned && of < 0 && /^(of|for)$/.test(preposition)) {
      // "the head of its mission": head of mission, of whose it is.
      const start = ownStart(frame, object);
      title = `${title} ${preposition} ${spell(frame, start, object.endToken)}`;
      endToken = object.endToken;
      of = object.possessor;
    } else if (isBody && /^(of|for|at|with|in|from)$/.test(preposition)) {
      // "British chief prosecutor of the court": the office outweighs the adjective, a mere place does not.
      const isAlready = of >= 0 && (mentions[of].kind === "organisation" || mentions[of].kind === "court");
      const outweighs =
        of < 0 ||
        (/^(of|for|at)$/.test(preposition) && !isNamedPlace(object) && !(isAlready && object.kind === "state"));
      if (outweighs) of = object.index;
      else if (isAlready && object.kind === "state" && preposition === "for") {
        // "the Lake Council envoy for Norland".
        title = `${title} for ${spell(frame, object.startToken, object.endToken)}`;
        endToken = object.endToken;
      }
    } else if ((steps === 0 || endToken === end) && !TIME_NOUNS.has(lemmas[object.headToken])) {
      title = `${title} ${spell(frame, end, object.endToken)}`;
      endToken = object.endToken;
    }
    end = object.endToken;
  }
  return { title, startToken, endToken, of, phraseEnd: end };
}

/** "its mission", "the agency's operations": of a body, which itself is no state's. */
function isBodysOwn(frame: RoleFrame, { possessor }: Mention): boolean {
  const { by, kind, gender } = frame.document.mentions[possessor];
  return by === "pronoun" ? gender === undefined : kind === "organisation" || kind === "court";
}

/** The first token behind whose it is. */
function ownStart(frame: RoleFrame, { possessor, startToken }: Mention): number {
  const { tokens, mentions } = frame.document;
  let start = Math.max(startToken, mentions[possessor].endToken);
  if (/^(?:'s|’s|'|’)$/.test(tokens[start].text)) start++;
  return start;
}
