/** Measures how well the form of a text is told, whole articles and pieces of one to three sentences. */
import { detectForm, type Form, type FormWeights } from "../src/language/forms.ts";
import { stemTokens } from "../src/language/stem-text.ts";
import { tokenise } from "../src/language/tokenise.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import type { Evaluation, EvaluationContext, Score } from "./evaluation.ts";

export const formsEvaluation: Evaluation = {
  layer: "forms",
  evaluate: (context) => scoreForms(context),
};

/** The disguises in which a text may come, and the form that each should be taken for. */
const DISGUISES: [name: string, form: Form, disguise: (text: string) => string][] = [
  ["plain", "plain", (text) => text],
  ["plain, small letters", "plain", (text) => text.toLowerCase()],
  ["tokenised", "tokenised", (text) => joinTokens(text)],
  ["tokenised, small letters", "tokenised", (text) => joinTokens(text).toLowerCase()],
  ["every mark apart, small letters", "tokenised", (text) => splitMarks(text).toLowerCase()],
  [
    "stemmed",
    "stemmed",
    (text) =>
      stemTokens(text)
        .map(({ stem }) => stem)
        .join(" "),
  ],
];

/** Share of texts whose form is told aright; with `weights`, of a model that is not yet written. */
export function scoreForms({ dataFolder, split }: EvaluationContext, weights?: FormWeights): Score[] {
  const path = `polnear/${split}.jsonl.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  const pieces: Record<string, string[]> = { "1 sentence": [], "2 sentences": [], "3 sentences": [], "whole text": [] };
  for (const { text } of readCorpusRecords<{ text: string }>(dataFolder, path)) {
    pieces["whole text"].push(text);
    const { sentences } = tokenise(text);
    ["1 sentence", "2 sentences", "3 sentences"].forEach((name, extra) => {
      for (let i = 0; i + extra < sentences.length; i += 5) {
        pieces[name].push(text.slice(sentences[i].start, sentences[i + extra].end));
      }
    });
  }
  return DISGUISES.flatMap(([name, form, disguise]) =>
    Object.entries(pieces).map(([size, texts]) => {
      // A line without a final mark shows nothing of tokens.
      const usable = texts.filter((text) => text.length > 20 && /[.?!:,]/.test(text));
      const right = usable.filter((text) => detectForm(disguise(text), weights).form === form).length;
      return { set: "PolNeAR", measure: `${name}, ${size}`, value: (100 * right) / Math.max(1, usable.length) };
    }),
  );
}

/** Tokens as treebanks cut them, with their quotation marks. */
function joinTokens(text: string): string {
  return tokenise(text)
    .tokens.map((token, i) => (token.text === '"' ? (i % 2 === 0 ? "``" : "''") : token.text))
    .join(" ");
}

/** Tokens as the stemmed corpora cut them, but unstemmed. */
function splitMarks(text: string): string {
  return stemTokens(text)
    .map(({ start, end, stem }) => (stem === "``" || stem === "''" ? stem : text.slice(start, end)))
    .join(" ");
}
