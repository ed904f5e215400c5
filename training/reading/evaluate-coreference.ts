/** Measures to whom mentions are resolved, on GUM: pronouns, and whole chains. */
import { PRONOUNS } from "../../src/reading/word-lists.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { type GumDocument, readAnew, readGumDocuments } from "./gum-documents.ts";
import { type Chain, scoreChains } from "./score-chains.ts";

const NEWS = new Set(["news", "interview", "bio", "speech"]);

export const coreferenceEvaluation: Evaluation = {
  layer: "coreference",
  evaluate({ dataFolder, split }) {
    const documents = readGumDocuments(dataFolder, split);
    if (documents.length === 0) return [];
    return [
      ...evaluate("GUM", documents),
      ...evaluate(
        "GUM news and speech",
        documents.filter(({ genre }) => NEWS.has(genre)),
      ),
    ];
  },
};

function evaluate(set: string, documents: GumDocument[]): Score[] {
  let right = 0;
  let given = 0;
  let wanted = 0;
  const chains: { key: Chain[]; response: Chain[] }[] = [];
  for (const gum of documents) {
    const document = readAnew(gum, "resolveMentions");
    const { mentions, entityOf, resolvedEntities, tokens } = document;
    const groupAt = new Map<number, string>();
    for (const { headToken, group } of gum.mentions) if (!groupAt.has(headToken)) groupAt.set(headToken, group);
    const key = new Map<string, number[]>();
    for (const [headToken, group] of groupAt) key.set(group, [...(key.get(group) ?? []), headToken]);
    for (const mention of mentions) {
      if (mention.by !== "pronoun" || mention.person !== 3) continue;
      if (PRONOUNS.get(tokens[mention.headToken].text.toLowerCase())?.relative !== false) continue;
      const group = groupAt.get(mention.headToken);
      const hasAntecedent = group !== undefined && key.get(group)!.some((head) => head < mention.headToken);
      if (hasAntecedent) wanted++;
      const entity = resolvedEntities[entityOf[mention.index]];
      if (entity === undefined) continue;
      given++;
      const antecedents = entity.mentions.filter(
        (index) => index !== mention.index && mentions[index].by !== "pronoun",
      );
      const heads = antecedents.map(
        (index) => groupAt.get(mentions[index].headToken) ?? groupAt.get(mentions[index].attachment),
      );
      if (group !== undefined && heads.includes(group)) right++;
    }
    const response = resolvedEntities.map((entity) =>
      entity.mentions.map((index) => {
        const { headToken, attachment } = mentions[index];
        return groupAt.has(headToken) ? headToken : groupAt.has(attachment) ? attachment : headToken;
      }),
    );
    chains.push({ key: [...key.values()], response: response.map((chain) => [...new Set(chain)]) });
  }
  const { muc, b3, lea } = scoreChains(chains);
  const row = (measure: string, value: number): Score => ({ set, measure, value: 100 * value });
  return [
    row("pronouns: precision", right / given),
    row("pronouns: recall", right / wanted),
    row("MUC F1", muc),
    row("B3 F1", b3),
    row("LEA F1", lea),
  ];
}
