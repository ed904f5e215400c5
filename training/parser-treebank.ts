/** Sentences with trees from CoNLL-U files, as the parser learns from them and is measured on them. */
import type { Tag, TaggedDocument } from "../src/language/document.ts";
import { readCorpusText } from "./corpus-files.ts";

/** One sentence; every list has an entry a word. */
export interface TreeSentence {
  /** The document that the sentence is from. */
  document: string;
  words: string[];
  tags: Tag[];
  features: string[];
  lemmas: string[];
  /** Position of the head, counted from 1; 0 for the root. */
  heads: number[];
  relations: string[];
}

/** Reads the sentences of a CoNLL-U file; words over several tokens and empty nodes are left out. */
export function readTreebank(dataFolder: string, path: string): TreeSentence[] {
  const sentences: TreeSentence[] = [];
  let document = "";
  for (const block of readCorpusText(dataFolder, path).split("\n\n")) {
    const sentence: TreeSentence = {
      document,
      words: [],
      tags: [],
      features: [],
      lemmas: [],
      heads: [],
      relations: [],
    };
    for (const line of block.split("\n")) {
      const newDocument = /^# newdoc id = (.*)$/.exec(line);
      if (newDocument !== null) document = sentence.document = newDocument[1];
      const fields = line.split("\t");
      if (!/^\d+$/.test(fields[0])) continue;
      sentence.words.push(fields[1]);
      sentence.lemmas.push(fields[2]);
      sentence.tags.push(fields[3] as Tag);
      sentence.features.push(fields[5]);
      sentence.heads.push(Number(fields[6]));
      sentence.relations.push(fields[7]);
    }
    if (sentence.words.length > 0) sentences.push(sentence);
  }
  return sentences;
}

/** The genre of a GUM document: `news` for `GUM_news_nasa`. */
export function gumGenre(document: string): string {
  return document.split("_")[1] ?? "";
}

/** The sentences as a document with gold tags, words parted by one space. */
export function toTaggedDocument(sentences: readonly TreeSentence[]): TaggedDocument {
  const words = sentences.flatMap((sentence) => sentence.words);
  let start = 0;
  const tokens = words.map((text) => {
    const token = { text, start, end: start + text.length };
    start = token.end + 1;
    return token;
  });
  let startToken = 0;
  return {
    text: words.join(" "),
    tokens,
    sentences: sentences.map((sentence) => {
      const endToken = startToken + sentence.words.length;
      const span = { startToken, endToken, start: tokens[startToken].start, end: tokens[endToken - 1].end };
      startToken = endToken;
      return span;
    }),
    tags: sentences.flatMap((sentence) => sentence.tags),
    features: sentences.flatMap((sentence) => sentence.features),
    lemmas: sentences.flatMap((sentence) => sentence.lemmas),
  };
}
