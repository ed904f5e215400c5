/** PolNeAR's articles with our own layers, ready to be learnt from and measured on. */
import { analyse, findNames, findQuotations } from "../../src/language/index.ts";
import { type QuotedDocument, toTokenLayers } from "../../src/reading/attribution/token-layers.ts";
import type { PreparedArticle } from "./attribution-learning.ts";
import { findGoldAttributions, type PolnearArticle } from "./polnear-articles.ts";

export function analyseQuoted(text: string): QuotedDocument {
  const document = findNames(analyse(text));
  return { ...document, quotations: findQuotations(document) };
}

export function prepareArticle(article: PolnearArticle): PreparedArticle {
  const document = analyseQuoted(article.text);
  const layers = toTokenLayers(document);
  return { article, document, layers, gold: findGoldAttributions(article, document, layers) };
}
