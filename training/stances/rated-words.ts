/** The VADER lexicon: words rated from -4 to 4 by ten people each. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Single words in lower case, without emoticons and abbreviations of chats. */
export function readRatedWords(): Map<string, number> {
  const path = createRequire(import.meta.url).resolve("vader-sentiment/vader_lexicon.txt");
  const rated = new Map<string, number>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [word, rating] = line.split("\t");
    if (/^[a-z]{3,}(?:-[a-z]+)*$/.test(word)) rated.set(word, Number(rating));
  }
  return rated;
}
