/** Reads what stands between commas after a name: "Jon Berg, 34, the minister of finance,". */
import { isComma } from "../find-mentions.ts";
import type { Mention } from "../mention.ts";
import { readDescription } from "./read-description.ts";
import { add, describesPerson, type RoleFrame, sentenceEnd } from "./role-frame.ts";

/** "Jon Berg, the minister of finance," and "Jon Berg, 34, a herder from the village". */
export function readAppositionAfter(frame: RoleFrame, person: Mention): void {
  const { tokens, tags, features, mentions, relations } = frame.document;
  let at = person.endToken;
  if (!isComma(tokens[at]?.text)) return;
  at++;
  if (tags[at] === "NUM" && isComma(tokens[at + 1]?.text)) at += 2;
  let first = true;
  for (let parts = 0; parts < 3; parts++) {
    const description = mentions[frame.phraseAt[at] ?? -1];
    if (description === undefined || description.sentence !== person.sentence) return;
    if (!describesPerson(description) && !isApposed(frame, description, person)) return;
    const { title, startToken, endToken, of, phraseEnd } = readDescription(frame, description);
    const isApposition = /^(appos|conj)/.test(relations[description.attachment]);
    const stop = tokens[phraseEnd]?.text;
    const isClosed =
      stop === undefined ||
      /^([,.;:()—–-]|and|who|whose|which|“|")$/.test(stop) ||
      phraseEnd >= sentenceEnd(frame, person);
    // "… for Jon Berg, a spokeswoman for the court said": who says it, not what he is.
    if (!isClosed && /^(?:VERB|AUX)$/.test(tags[phraseEnd]) && features[phraseEnd].includes("VerbForm=Fin")) return;
    const isListed =
      first && relations[description.attachment] === "conj" && description.determiner === "none" && of < 0;
    if ((!isApposition && !isClosed) || isListed || title === "") return;
    // "Jon Berg, the minister and Ann Dahl met": a list, not an apposition.
    const next = stop === "and" ? mentions[frame.phraseAt[phraseEnd + 1] ?? -1] : undefined;
    if (stop === "and" && (next === undefined || next.kind !== "person" || !describesPerson(next))) {
      // "Jon Berg, a senator and mine owner;": the second noun, whatever it is, ends the apposition.
      const isSecond =
        next?.by === "description" && next.determiner === "none" && description.determiner === "indefinite";
      if (!isSecond || !/^[,.;]$/.test(tokens[next!.endToken]?.text ?? "")) return;
      add(frame, person, title, { startToken, endToken }, of, description.index);
      return;
    }
    add(frame, person, title, { startToken, endToken }, of, description.index);
    if (stop !== "and") return;
    at = phraseEnd + 1;
    first = false;
  }
}

/** A noun of no class in apposition to a name is what that person is: "the movement's chief justice". */
function isApposed(
  frame: RoleFrame,
  { by, kind, plural, determiner, attachment, phraseStart, endToken }: Mention,
  person: Mention,
): boolean {
  const { tokens, heads, relations } = frame.document;
  const head = heads[attachment];
  const isTied = /^(appos|nmod)/.test(relations[attachment]) && head >= person.phraseStart && head < person.endToken;
  if (tokens[phraseStart].text.toLowerCase() === "whose") return false;
  // "Ann Dahl, vicar of Quell": without a determiner only if it says of what.
  const isOf = /^(?:of|at)$/.test(tokens[endToken]?.text ?? "") && relations[attachment].startsWith("appos");
  return by === "description" && kind === "other" && !plural && (determiner !== "none" || isOf) && isTied;
}
