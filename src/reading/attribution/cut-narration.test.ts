import { expect, it } from "vitest";
import { analyse, findNames, findQuotations } from "../../language/index.ts";
import { cutNarration } from "./cut-narration.ts";
import { toTokenLayers } from "./token-layers.ts";

/** What is left of all words but the first verb of saying. */
function cut(text: string): string {
  const document = findNames(analyse(text));
  const layers = toTokenLayers({ ...document, quotations: findQuotations(document) });
  const cueToken = document.tokens.findIndex((token) => token.text === "said" || token.text === "called");
  const content = document.tokens.flatMap((_, token) => (token === cueToken ? [] : [token]));
  return cutNarration(layers, cueToken, content)
    .map((token) => document.tokens[token].text)
    .join(" ");
}

it.each([
  ["“Ask me later,” she said as she left, “and not today.”", "“ Ask me later , ” “ and not today . ”"],
  ["“Ask me later,” she said as she left.", "“ Ask me later , ” she as she left ."],
  ["The ferry was “late”, she said, and “loud”.", "The ferry was “ late ” , she , and “ loud ” ."],
  ["“Late” is what he called a ferry that was “never loud”.", "“ Late ” is what he a ferry that was “ never loud ” ."],
])("leaves the report's own words out of an interrupted quotation: %j", (text, expected) => {
  expect(cut(text)).toBe(expected);
});
