/** All layers of the language room, in their order. */
import type { AnalysedDocument } from "./document.ts";
import { findNames } from "./find-names.ts";
import { parse } from "./parse.ts";
import { tag } from "./tagger.ts";
import { tokenise } from "./tokenise.ts";

/**
 * Finds tokens, sentences, tags, features, lemmas, trees and names in a text.
 *
 * Time grows with the length of the text. The models are read at the first call, and kept.
 *
 * @param text Plain or restored; a stemmed text is to be restored first.
 * @throws {LanguageError} When a model is missing or damaged.
 */
export function analyse(text: string): AnalysedDocument {
  return findNames(parse(tag(tokenise(text))));
}
