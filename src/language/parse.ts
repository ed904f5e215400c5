/**
 * Dependency trees: who did what to whom in each sentence, as Universal Dependencies draws it.
 *
 * Every sentence gets one projective tree with one root, also where it is no sentence at all.
 */
import { attachMarks } from "./attach-marks.ts";
import type { ParsedDocument, TaggedDocument } from "./document.ts";
import { mendRelations } from "./mend-relations.ts";
import { createParseAtoms, fillParseAtoms, isQuoteMark } from "./parse-atoms.ts";
import { getParserModelOrThrow } from "./parse-model.ts";
import type { TreeSearch } from "./parse-search.ts";
import { createTreeSearch } from "./parse-sentence.ts";

const atoms = createParseAtoms(256);
let loaded: TreeSearch | undefined;

/**
 * Adds the layers `heads` and `relations`. Time grows with the number of words.
 *
 * @throws {LanguageError} where the model "parser" cannot be read.
 */
export function parse<Input extends TaggedDocument>(document: Input): Input & ParsedDocument {
  loaded ??= createTreeSearch(getParserModelOrThrow());
  return parseWith(loaded, getParserModelOrThrow().relations, document);
}

/** Adds the layers by another model. */
export function parseWith<Input extends TaggedDocument>(
  search: TreeSearch,
  relationNames: readonly string[],
  document: Input,
): Input & ParsedDocument {
  const heads = new Int32Array(document.tokens.length);
  const relations: string[] = new Array(document.tokens.length).fill("root");
  let sentenceHeads = new Int32Array(256);
  let labels = new Int32Array(256);
  let tokenAt = new Int32Array(256);
  const markLabel = relationNames.indexOf("punct");
  for (const { startToken, endToken } of document.sentences) {
    const length = endToken - startToken;
    if (length >= labels.length) {
      sentenceHeads = new Int32Array(length * 2);
      labels = new Int32Array(length * 2);
      tokenAt = new Int32Array(length * 2);
    }
    const words = listWords(document, startToken, endToken, tokenAt);
    fillParseAtoms(atoms, document, tokenAt, words);
    search.readTree(search.search(atoms), sentenceHeads, labels);
    if (words < length) spreadTree(tokenAt, words, startToken, length, sentenceHeads, labels, markLabel);
    attachMarks(length, document.tokens, startToken, sentenceHeads, labels, markLabel);
    for (let i = 1; i <= length; i++) {
      const head = sentenceHeads[i];
      heads[startToken + i - 1] = head === 0 ? -1 : startToken + head - 1;
      if (head !== 0) relations[startToken + i - 1] = relationNames[labels[i]];
    }
  }
  mendRelations(document.tags, heads, relations);
  return { ...document, heads, relations };
}

/**
 * Lists what is drawn into a tree: all words but quotation marks, which stand anywhere in a sentence and part a verb from its
 * object without saying anything of the two. All words, where there are no others.
 */
function listWords(
  { tokens, tags }: TaggedDocument,
  startToken: number,
  endToken: number,
  tokenAt: Int32Array,
): number {
  let count = 0;
  for (let token = startToken; token < endToken; token++)
    if (!isQuoteMark(tokens[token].text, tags[token])) tokenAt[count++] = token;
  if (count === 0) for (let token = startToken; token < endToken; token++) tokenAt[count++] = token;
  return count;
}

/** Gives the tree of the words to their places in the sentence; each mark left out hangs on the word before it, or the first. */
function spreadTree(
  tokenAt: Int32Array,
  words: number,
  startToken: number,
  length: number,
  heads: Int32Array,
  labels: Int32Array,
  markLabel: number,
): void {
  let word = words;
  for (let position = length; position >= 1; position--) {
    if (word > 0 && tokenAt[word - 1] === startToken + position - 1) {
      const head = heads[word];
      labels[position] = labels[word];
      heads[position] = head === 0 ? 0 : tokenAt[head - 1] - startToken + 1;
      word--;
    } else {
      heads[position] = (word > 0 ? tokenAt[word - 1] : tokenAt[0]) - startToken + 1;
      labels[position] = markLabel;
    }
  }
}
