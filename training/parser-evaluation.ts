/** Measures trees: how many words get their true head (UAS), and with it the true relation (LAS). */
import type { TaggedDocument } from "../src/language/document.ts";
import { parse } from "../src/language/parse.ts";
import { hasCorpusFile } from "./corpus-files.ts";
import type { Evaluation, Score } from "./evaluation.ts";
import { gumGenre, readTreebank, type TreeSentence, toTaggedDocument } from "./parser-treebank.ts";

export const treesEvaluation: Evaluation = {
  layer: "trees",
  evaluate({ dataFolder, split }) {
    const scores: Score[] = [];
    for (const { set, path, genres } of [
      { set: "EWT", path: `ud/en_ewt-ud-${split}.conllu.gz` },
      { set: "GUM news, interview", path: `ud/en_gum-ud-${split}.conllu.gz`, genres: ["news", "interview"] },
    ]) {
      if (!hasCorpusFile(dataFolder, path)) continue;
      const sentences = readTreebank(dataFolder, path).filter(
        ({ document }) => genres === undefined || genres.includes(gumGenre(document)),
      );
      scores.push(...measureTrees(`${set}, gold tags`, sentences, toTaggedDocument(sentences)));
    }
    return scores;
  },
};

/** @param document The sentences with the tags to parse with. */
function measureTrees(set: string, sentences: readonly TreeSentence[], document: TaggedDocument): Score[] {
  parse(document); // Once to warm up.
  const started = process.cpuUsage().user;
  const { heads, relations } = parse(document);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  let token = 0;
  let attached = 0;
  let labelled = 0;
  let exact = 0;
  for (const sentence of sentences) {
    const start = token;
    for (const [i, head] of sentence.heads.entries()) {
      const found = heads[token] < 0 ? 0 : heads[token] - start + 1;
      if (found === head) {
        attached++;
        if (universalPart(relations[token]) === universalPart(sentence.relations[i])) labelled++;
        if (relations[token] === sentence.relations[i]) exact++;
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
