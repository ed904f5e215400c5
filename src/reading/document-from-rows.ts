/** Documents made by hand, for tests of this room. */
import { type Name, type NameKind, TAGS, type Tag } from "../language/index.ts";
import { NO_HEADER } from "./find-report-header.ts";
import type { QuotedDocument } from "./mention.ts";

const LEMMAS: Record<string, string> = {
  is: "be",
  was: "be",
  said: "say",
  ministers: "minister",
  leaders: "leader",
  told: "tell",
};

/**
 * A document of rows, a sentence each: `Jon/PROPN/4/nsubj[person Berg/PROPN/1/flat] said/VERB/0/root`. A token is its word, tag,
 * head (counted from 1 in the sentence, 0 for the root) and relation; brackets after the first and the last token mark a name
 * and its kind. Words are parted by one space, but none stands before "," "." and "'s".
 */
export function documentFromRows(...rows: string[]): QuotedDocument {
  const tokens: { start: number; end: number; text: string }[] = [];
  const sentences: { start: number; end: number; startToken: number; endToken: number }[] = [];
  const tags: Tag[] = [];
  const features: string[] = [];
  const lemmas: string[] = [];
  const heads: number[] = [];
  const relations: string[] = [];
  const names: Name[] = [];
  let text = "";
  for (const row of rows) {
    const startToken = tokens.length;
    let open: { startToken: number; kind: NameKind } | undefined;
    for (const part of row.split(" ")) {
      const [, word, tag, head, relation, kind, close] = /^(.+?)\/([A-Z]+)\/(\d+)\/([a-z:]+)(?:\[([a-z]+))?(\])?$/.exec(
        part,
      )!;
      if (!TAGS.includes(tag as Tag)) throw new Error(`no such tag: ${tag}`);
      if (text !== "" && !/^([,.:]|'s)$/.test(word)) text += " ";
      const start = text.length;
      text += word;
      tokens.push({ start, end: text.length, text: word });
      tags.push(tag as Tag);
      lemmas.push(LEMMAS[word] ?? word.toLowerCase());
      const isPlural = tag === "NOUN" && /[^s]s$/.test(word);
      features.push(
        tag === "NOUN" || tag === "PROPN" ? `Number=${isPlural ? "Plur" : "Sing"}` : word === "is" ? "Tense=Pres" : "_",
      );
      heads.push(head === "0" ? -1 : startToken + Number(head) - 1);
      relations.push(relation);
      const index = tokens.length - 1;
      if (kind !== undefined) open = { startToken: index, kind: kind as NameKind };
      if (close !== undefined && open !== undefined) {
        names.push({ ...open, endToken: index + 1, start: tokens[open.startToken].start, end: text.length });
        open = undefined;
      }
    }
    sentences.push({ start: tokens[startToken].start, end: text.length, startToken, endToken: tokens.length });
  }
  return {
    text,
    tokens,
    sentences,
    tags,
    features,
    lemmas,
    heads: Int32Array.from(heads),
    relations,
    names,
    knownNames: names,
    header: NO_HEADER,
    quotations: [],
  };
}
