/** Measures trees: how many words get their true head (UAS), and with it the true relation (LAS). */
import type { ParsedDocument, TaggedDocument } from "../src/language/document.ts";
import { parse } from "../src/language/parse.ts";
import { tag } from "../src/language/tagger.ts";
import type { Evaluation, Score } from "./evaluation.ts";
import { isOfGenre, readTreebank, type TreebankSentence, toGoldDocument } from "./treebank.ts";

/** A document with trees is expected. */
type ParseFunction = (document: TaggedDocument) => ParsedDocument;

export const treesEvaluation: Evaluation = {
  layer: "trees",
  evaluate({ dataFolder, split }) {
    return scoreTrees(dataFolder, split, parse);
  },
};

/** Scores on EWT and on GUM's news and interviews, with the gold tags and with our own. */
export function scoreTrees(dataFolder: string, split: "dev" | "test", parseDocument: ParseFunction): Score[] {
  const gum = readTreebank(dataFolder, `ud/en_gum-ud-${split}.conllu.gz`);
  const sets: [string, TreebankSentence[]][] = [
    ["EWT", readTreebank(dataFolder, `ud/en_ewt-ud-${split}.conllu.gz`)],
    ["GUM news, interview", gum.filter((sentence) => isOfGenre(sentence, ["news", "interview"]))],
  ];
  return sets.flatMap(([set, sentences]) => {
    if (sentences.length === 0) return [];
    const gold = toGoldDocument(sentences);
    return [
      ...measureTrees(`${set}`, sentences, parseDocument, tag(gold)),
      ...measureTrees(`${set}, gold tags`, sentences, parseDocument, gold),
    ];
  });
}

function measureTrees(
  set: string,
  sentences: readonly TreebankSentence[],
  parseDocument: ParseFunction,
  document: Parameters<ParseFunction>[0],
): Score[] {
  parseDocument(document); // Once to warm up.
  const started = process.cpuUsage().user;
  const { heads, relations } = parseDocument(document);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  let token = 0;
  let attached = 0;
  let labelled = 0;
  let exact = 0;
  for (const { words } of sentences) {
    const start = token;
    for (const { head, relation } of words) {
      const found = heads[token] < 0 ? 0 : heads[token] - start + 1;
      if (found === head) {
        attached++;
        if (universalPart(relations[token]) === universalPart(relation)) labelled++;
        if (relations[token] === relation) exact++;
      }
      token++;
    }
  }
  return [
    { set, measure: "UAS", value: (100 * attached) / token },
    { set, measure: "LAS", value: (100 * labelled) / token },
    { set, measure: "LAS with subtypes", value: (100 * exact) / token },
    { set, measure: "words per second", value: token / seconds },
  ];
}

function universalPart(relation: string): string {
  return relation.split(":")[0];
}
