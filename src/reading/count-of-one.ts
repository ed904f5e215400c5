/** Counts of one that no number tells: "nine people were arrested and an officer was injured", "40 dead, including a child". */
import type { ParsedDocument } from "../language/index.ts";
import type { FigureMention } from "./find-figures.ts";
import { findSentence } from "./find-sentence.ts";
import { getNounClass, isKnownNoun } from "./referents.ts";
import type { Figure } from "./schema.ts";

/** What is done to one person; lemmas, by class. */
const CLASS_OF = new Map<string, Figure["class"]>([
  ...entries("killed", "kill die shoot murder drown"),
  ...entries("injured", "injure wound hurt hospitalise hospitalize"),
  ...entries("detained", "detain arrest jail imprison"),
  ...entries("missing", "missing"),
]);
/** Classes of figures that count people. */
export const PEOPLE_CLASSES: ReadonlySet<Figure["class"]> = new Set([
  "killed",
  "injured",
  "missing",
  "detained",
  "displaced",
  "hostages",
]);
/** Words between an article and its noun: "a senior police officer". */
const MAX_IN_PHRASE = 4;

function entries(cls: Figure["class"], lemmas: string): [string, Figure["class"]][] {
  return lemmas.split(" ").map((lemma) => [lemma, cls]);
}

/** The figures with one for each person told of beside other people counted in the same sentence, in text order. */
export function addOnes(document: ParsedDocument, figures: readonly FigureMention[]): FigureMention[] {
  const counted = figures.filter((figure) => PEOPLE_CLASSES.has(figure.class));
  if (counted.length === 0) return [...figures];
  const { sentences, tags, tokens } = document;
  const added: FigureMention[] = [];
  for (const index of new Set(counted.map(({ startToken }) => findSentence(sentences, startToken)))) {
    const { startToken, endToken } = sentences[index];
    for (let article = startToken; article < endToken; article++) {
      if (!/^an?$/i.test(tokens[article].text) || tags[article] !== "DET") continue;
      const noun = findNoun(document, article, endToken);
      if (noun < 0 || figures.some((figure) => figure.startToken <= noun && noun < figure.endToken)) continue;
      const whole = /^(?:including|among)$/i.test(tokens[article - 1]?.text ?? "")
        ? counted.findLast((figure) => figure.startToken < article && figure.startToken >= startToken)
        : undefined;
      const cls = whole?.class ?? findClass(document, noun);
      if (cls === undefined) continue;
      const span = { start: tokens[article].start, end: tokens[noun].end };
      const what = document.text.slice(tokens[article + 1].start, span.end);
      added.push({
        ...span,
        startToken: article,
        endToken: noun + 1,
        value: 1,
        bound: "exactly",
        what,
        class: cls,
        evidence: span,
        partOf: whole,
      });
    }
  }
  return [...figures, ...added].sort((a, b) => a.startToken - b.startToken);
}

/** The person that the article leads to, or -1. */
function findNoun({ lemmas, tags }: ParsedDocument, article: number, sentenceEnd: number): number {
  for (let token = article + 1; token < Math.min(sentenceEnd, article + MAX_IN_PHRASE); token++) {
    const lemma = lemmas[token].toLowerCase();
    if (tags[token] === "NOUN" && tags[token + 1] !== "NOUN")
      return isKnownNoun(lemma) && getNounClass(lemma) === "person" ? token : -1;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(tags[token])) return -1;
  }
  return -1;
}

/** What the verb of a person tells to have happened; nothing where it is denied or to come. */
function findClass(
  { heads, lemmas, relations, tags, tokens }: ParsedDocument,
  noun: number,
): Figure["class"] | undefined {
  const verb = heads[noun];
  const isDoneTo =
    relations[noun] === "nsubj:pass" || relations[noun] === "obj" || lemmas[verb]?.toLowerCase() === "die";
  if (verb < 0 || !isDoneTo || tags[verb] !== "VERB") return undefined;
  for (let token = verb - 1; token >= 0 && verb - token < 4; token--)
    if (/^(?:not|n['’]t|never|no|could|would|might|may|will|to|if)$/i.test(tokens[token].text)) return undefined;
  return CLASS_OF.get(lemmas[verb].toLowerCase());
}
