/** Reads a clause that says who somebody is: "Jon Berg, who is the minister". */
import { isComma } from "../find-mentions.ts";
import type { Mention } from "../mention.ts";
import { readDescription } from "./read-description.ts";
import { add, describesPerson, type RoleFrame } from "./role-frame.ts";

/** "Jon Berg is the minister", "Jon Berg, who is also the minister". */
export function readPredicate(frame: RoleFrame, person: Mention): void {
  const { heads, relations, tokens, mentions, mentionAt, features } = frame.document;
  const relation = relations[person.attachment];
  let predicate = -1;
  if (relation === "nsubj") predicate = heads[person.attachment];
  let after = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
  // "Jon Berg, 58, who".
  if (after > person.endToken && frame.document.tags[after] === "NUM" && isComma(tokens[after + 1]?.text)) after += 2;
  if (tokens[after]?.text === "who") predicate = relations[after] === "nsubj" ? heads[after] : -1;
  const description = mentions[mentionAt[predicate] ?? -1];
  if (predicate < 0 || description === undefined || !describesPerson(description)) return;
  let copula = -1;
  for (let token = Math.min(after, predicate); token < predicate; token++) {
    if (heads[token] === predicate && relations[token] === "cop") copula = token;
    if (heads[token] === predicate && tokens[token].text.toLowerCase() === "not") return;
  }
  // "who has been president since" is so still.
  const isPerfect = copula > 0 && /^(?:has|have)$/.test(tokens[copula - 1].text) && tokens[copula].text === "been";
  if (copula < 0 || (!features[copula].includes("Tense=Pres") && !isPerfect)) return;
  const { title, startToken, endToken, of } = readDescription(frame, description);
  if (title !== "") add(frame, person, title, { startToken, endToken }, of, description.index);
}
