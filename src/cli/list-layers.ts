/** The layers of the language room under a reading, as plain data: for those who build on them or look for a mistake. */
import { analyse, findNames, findQuotations } from "../language/index.ts";

export interface Layers {
  readonly tokens: readonly {
    readonly start: number;
    readonly end: number;
    readonly tag: string;
    readonly features: string;
    readonly lemma: string;
    /** Index of the token it hangs on, -1 for the root of a sentence. */
    readonly head: number;
    readonly relation: string;
  }[];
  readonly names: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly quotations: readonly { readonly start: number; readonly end: number }[];
}

/** @param text The text of a reading: for a stemmed report, the restored words. */
export function listLayers(text: string): Layers {
  const document = analyse(text);
  const { tokens, tags, features, lemmas, heads, relations } = document;
  return {
    tokens: tokens.map(({ start, end }, index) => ({
      start,
      end,
      tag: tags[index],
      features: features[index],
      lemma: lemmas[index],
      head: heads[index],
      relation: relations[index],
    })),
    names: findNames(document).names.map(({ start, end, kind }) => ({ start, end, kind })),
    quotations: findQuotations(document).map(({ start, end }) => ({ start, end })),
  };
}
