/** Whom a list of parties names, by the order of the words: trees lose the ends of long lists of people with titles. */
import type { Mention } from "../mention.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";

/**
 * The parties that a list names from a token on: "X, the minister, and Y". Reads phrase after phrase while only commas,
 * conjunctions and words of titles stand between them.
 *
 * @param isSubject Whether the list is a subject itself; else one of its names that is begins a new clause.
 * @returns Mentions in text order, and the token behind the list.
 */
export function readParties(
  navigator: ClauseNavigator,
  startToken: number,
  isSubject = false,
): { mentions: Mention[]; endToken: number } {
  const { sentences, relations, tokens } = navigator.document;
  if (startToken >= tokens.length) return { mentions: [], endToken: startToken };
  const sentence = sentences[navigator.sentenceOf(startToken)];
  const beside = navigator.mentionsIn(startToken, sentence.endToken);
  const found: Mention[] = [];
  let at = startToken;
  let end = startToken;
  let isAfterAnd = true;
  while (at < sentence.endToken) {
    const mention = longestAt(beside, at);
    if (mention !== undefined) {
      // ", the movement's leader," right behind a name describes it.
      const last = found.at(-1);
      const isApposition = !isAfterAnd && last?.by === "name" && mention.by === "description";
      if (
        mention.by === "pronoun" &&
        found.length > 0 &&
        !/^(obj|obl|conj|nmod|iobj)/.test(relations[mention.headToken])
      )
        break;
      if (!isSubject && found.length > 0 && /^nsubj/.test(relations[mention.attachment])) break;
      if (!isApposition) found.push(mention);
      at = mention.endToken;
      end = at;
      isAfterAnd = false;
      continue;
    }
    const word = navigator.word(at);
    const tag = navigator.document.tags[at];
    // "Jon Berg, 34, and Ann Dahl": an age.
    if (tag === "NUM" && found.length > 0 && navigator.word(at - 1) === "," && navigator.word(at + 1) === ",") {
      at += 2;
      continue;
    }
    if (/^(and|or|as|well|both|also|&|along|together|with|then)$/.test(word)) {
      if (word === "with" && !/^(along|together)$/.test(navigator.word(at - 1))) break;
      isAfterAnd = true;
    } else if (word === ",") isAfterAnd = false;
    else if (!/^(the|a|an|his|her|their|its|former|then|['’]s|-|–)$/.test(word) && !isTitleWord(navigator, at, beside))
      break;
    at += 1;
  }
  return { mentions: found, endToken: end };
}

/** A noun or adjective that only a name right behind it explains. */
function isTitleWord(navigator: ClauseNavigator, token: number, beside: readonly Mention[]): boolean {
  const tag = navigator.document.tags[token];
  if (tag !== "NOUN" && tag !== "ADJ" && tag !== "PROPN") return false;
  return beside.some(({ headToken }) => headToken > token && headToken - token < 4);
}

/** The mention with the longest phrase that a token begins, or lies in. */
function longestAt(mentions: readonly Mention[], token: number): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (mention.phraseStart > token) continue;
    if (mention.endToken <= token) continue;
    if (
      best === undefined ||
      mention.endToken > best.endToken ||
      (mention.endToken === best.endToken && mention.phraseStart < best.phraseStart)
    )
      best = mention;
  }
  // "fined Halden Bank 40 million euros": taken for one phrase with the sum behind the name.
  if (best?.determiner === "quantity") {
    const { startToken } = best;
    return (
      mentions.find(
        ({ by, phraseStart, endToken }) => by === "name" && phraseStart === startToken && endToken > token,
      ) ?? best
    );
  }
  return best;
}
