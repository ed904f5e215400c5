/** Reads the Universal Dependencies treebanks: words with tags, features and lemmas, by sentence. */
import type { Sentence, Tag, TaggedDocument, Token } from "../src/language/document.ts";
import { hasCorpusFile, readCorpusText } from "./corpus-files.ts";

export interface TreebankWord {
  form: string;
  lemma: string;
  tag: Tag;
  /** Penn tag, as the treebank refines it. */
  pennTag: string;
  /** `_` where there are none. */
  features: string;
  /** Place of the head in the sentence, counted from 1; 0 for the root. */
  head: number;
  /** Relation to the head, with subtype. */
  relation: string;
  spaceAfter: boolean;
}

export interface TreebankSentence {
  /** Of GUM the document's name, `GUM_news_…`. */
  documentId: string;
  words: TreebankWord[];
}

/** The genres of GUM whose texts are openly licensed. */
export const OPEN_GUM_GENRES = ["news", "interview", "speech", "bio", "voyage", "academic"];

/** @returns The sentences of a `.conllu.gz` file, empty nodes and ranges of words left out; none where there is no file. */
export function readTreebank(dataFolder: string, path: string): TreebankSentence[] {
  if (!hasCorpusFile(dataFolder, path)) return [];
  const sentences: TreebankSentence[] = [];
  let documentId = "";
  let words: TreebankWord[] = [];
  let joinedUntil = 0;
  let joinedSpaceAfter = true;
  for (const line of readCorpusText(dataFolder, path).split("\n")) {
    if (line.startsWith("# newdoc id = ")) documentId = line.slice("# newdoc id = ".length);
    if (line === "" && words.length > 0) {
      sentences.push({ documentId, words });
      words = [];
      joinedUntil = 0;
    }
    if (line === "" || line.startsWith("#")) continue;
    const [id, form, lemma, tag, pennTag, features, head, relation, , misc] = line.split("\t");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      joinedUntil = Number(range[2]);
      joinedSpaceAfter = !misc.includes("SpaceAfter=No");
    }
    if (!/^\d+$/.test(id)) continue;
    // The words of one written word stand together; only the last has what comes after.
    const spaceAfter =
      Number(id) < joinedUntil
        ? false
        : Number(id) === joinedUntil
          ? joinedSpaceAfter
          : !misc.includes("SpaceAfter=No");
    words.push({ form, lemma, tag: tag as Tag, pennTag, features, head: Number(head), relation, spaceAfter });
  }
  return sentences;
}

/** Whether a sentence is of a GUM document of one of these genres. */
export function isOfGenre({ documentId }: TreebankSentence, genres: readonly string[]): boolean {
  return genres.some((genre) => documentId.startsWith(`GUM_${genre}_`));
}

/** A document of these sentences, with the treebank's own tokens, tags, features and lemmas. */
export function toGoldDocument(treebankSentences: readonly TreebankSentence[]): TaggedDocument {
  let text = "";
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const { words } of treebankSentences) {
    const startToken = tokens.length;
    const start = text.length;
    for (const { form, spaceAfter } of words) {
      tokens.push({ start: text.length, end: text.length + form.length, text: form });
      text += spaceAfter ? `${form} ` : form;
    }
    sentences.push({ start, end: tokens.at(-1)!.end, startToken, endToken: tokens.length });
    if (!text.endsWith(" ")) text += " ";
  }
  const words = treebankSentences.flatMap((sentence) => sentence.words);
  return {
    text,
    tokens,
    sentences,
    tags: words.map(({ tag }) => tag),
    features: words.map(({ features }) => features),
    lemmas: words.map(({ lemma }) => lemma),
  };
}
