/**
 * Dependency trees: who did what to whom in each sentence, as Universal Dependencies draws it.
 *
 * Every sentence gets one projective tree with one root, also where it is no sentence at all.
 */
import { attachMarks } from "./attach-marks.ts";
import type { ParsedDocument, TaggedDocument } from "./document.ts";
import { createParseAtoms, fillParseAtoms } from "./parse-atoms.ts";
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
  const markLabel = relationNames.indexOf("punct");
  for (const { startToken, endToken } of document.sentences) {
    const length = endToken - startToken;
    if (length >= labels.length) {
      sentenceHeads = new Int32Array(length * 2);
      labels = new Int32Array(length * 2);
    }
    fillParseAtoms(atoms, document, startToken, endToken);
    search.readTree(search.search(atoms), sentenceHeads, labels);
    attachMarks(length, document.tokens, startToken, sentenceHeads, labels, markLabel);
    for (let i = 1; i <= length; i++) {
      const head = sentenceHeads[i];
      heads[startToken + i - 1] = head === 0 ? -1 : startToken + head - 1;
      if (head !== 0) relations[startToken + i - 1] = relationNames[labels[i]];
    }
  }
  return { ...document, heads, relations };
}
