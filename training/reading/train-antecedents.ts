/**
 * Trains the model `antecedents`: which earlier mention "he", "she", "it" or "they" refers to.
 *
 * A ranking perceptron, averaged: for every pronoun of GUM's open documents, the best-scored candidate that is right must
 * beat every wrong one and "none". Candidates are found as when reading, but for chains, which are GUM's own.
 */
import { findSpeechSigns } from "../../src/reading/find-speakers.ts";
import type { Mention, MentionedDocument } from "../../src/reading/mention.ts";
import {
  type Candidate,
  findNoneFeatures,
  findPronounFeatures,
  isHidden,
  keepPossible,
  LOOK_BACK,
  PRONOUN_FEATURE_COUNT,
  type SpeechSigns,
} from "../../src/reading/pronoun-features.ts";
import {
  ANTECEDENTS_MODEL,
  chooseAntecedent,
  createAntecedentWeights,
  sumWeights,
} from "../../src/reading/rank-antecedents.ts";
import { PRONOUNS } from "../../src/reading/word-lists.ts";
import { createRandom, shuffle } from "../random.ts";
import type { Trainer } from "../trainer.ts";
import { type GumDocument, readAnew, readGumDocuments } from "./gum-documents.ts";

const SEED = 21;
const ROUNDS = 5;

interface Instance {
  /** Features of every candidate, the last being "none". */
  candidates: Int32Array[];
  isRight: boolean[];
}

export const antecedentsTrainer: Trainer = {
  model: ANTECEDENTS_MODEL.name,
  after: ["tagger", "parser", "names", "attribution", "referents"],
  train({ dataFolder, progress }) {
    const training = readGumDocuments(dataFolder, "train").filter(({ isOpen }) => isOpen);
    const instances = training.flatMap(findInstances);
    progress(`${instances.length} pronouns`);
    const weights = learn(instances, progress);
    const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    const held = readGumDocuments(dataFolder, "dev");
    const scores = [0, 1, 2, 3].map((minMargin): [string, string] => {
      const { right, given, wanted } = measure(held, weights, minMargin);
      return [
        `margin ${minMargin}: precision / recall of antecedents, GUM dev, chains given`,
        `${((100 * right) / given).toFixed(1)} / ${((100 * right) / wanted).toFixed(1)}`,
      ];
    });
    return {
      content: {
        ...ANTECEDENTS_MODEL,
        settings: { step },
        sections: { weights: Int8Array.from(weights, (weight) => Math.round(weight / step)) },
      },
      card: {
        purpose:
          "Ranks the earlier mentions that a third-person pronoun may refer to, among them none: an averaged ranking perceptron over hashed signs of distance, grammatical role, agreement and salience.",
        data: [
          "GUM, documents of open licence (news, interview, speech, bio, voyage, academic): chains, tags and trees, to train; all dev documents to measure.",
        ],
        seed: SEED,
        scores,
        limits: ["Third person only.", '"They" for one person and pronouns for clauses are left without antecedent.'],
      },
    };
  },
};

function isThirdPerson(document: MentionedDocument, mention: Mention): boolean {
  if (mention.by !== "pronoun" || mention.person !== 3) return false;
  return PRONOUNS.get(document.tokens[mention.headToken].text.toLowerCase())?.relative === false;
}

/** Per mention GUM's chain, or a chain of its own. */
function findChains(gum: GumDocument, document: MentionedDocument): string[] {
  const groupAt = new Map<number, string>();
  // Of nested mentions with one head the outermost comes first and stays.
  for (const { headToken, group } of gum.mentions) if (!groupAt.has(headToken)) groupAt.set(headToken, group);
  return document.mentions.map(
    ({ headToken, attachment, index }) => groupAt.get(headToken) ?? groupAt.get(attachment) ?? `own ${index}`,
  );
}

function* findPronouns(gum: GumDocument): Generator<{
  document: MentionedDocument;
  signs: SpeechSigns;
  pronoun: Mention;
  candidates: Candidate[];
  isRight: boolean[];
  isNewParagraph: (candidate: Candidate) => boolean;
}> {
  const document = readAnew(gum, "findSpeakers");
  const signs = findSpeechSigns(document);
  const chains = findChains(gum, document);
  const { mentions, sentences, text } = document;
  const paragraph = new Int32Array(sentences.length);
  for (let s = 1; s < sentences.length; s++) {
    paragraph[s] = paragraph[s - 1] + (text.slice(sentences[s - 1].end, sentences[s].start).includes("\n") ? 1 : 0);
  }
  for (const pronoun of mentions) {
    if (!isThirdPerson(document, pronoun)) continue;
    const { candidates, chainOf } = listCandidates(mentions, chains, pronoun);
    const own = chains[pronoun.index];
    const isNewParagraph = ({ mention }: Candidate): boolean =>
      paragraph[mention.sentence] !== paragraph[pronoun.sentence];
    yield { document, signs, pronoun, candidates, isRight: chainOf.map((chain) => chain === own), isNewParagraph };
  }
}

/** The nearest mention of every chain in the sentences before, and later ones of the same sentence. */
function listCandidates(
  mentions: readonly Mention[],
  chains: string[],
  pronoun: Mention,
): { candidates: Candidate[]; chainOf: string[] } {
  const candidates: Candidate[] = [];
  const chainOf: string[] = [];
  const counts = new Map<string, number>();
  for (let index = 0; index < pronoun.index; index++) counts.set(chains[index], (counts.get(chains[index]) ?? 0) + 1);
  const seen = new Set<string>();
  const add = (mention: Mention): void => {
    const chain = chains[mention.index];
    if (seen.has(chain) || mention.person !== 3 || isHidden(pronoun, mention)) return;
    seen.add(chain);
    const first = mentions.find((other) => chains[other.index] === chain && other.by !== "pronoun") ?? mention;
    const gender = first.gender ?? mention.gender;
    const entity = { kind: first.kind ?? mention.kind, gender, plural: first.plural, count: counts.get(chain) ?? 0 };
    candidates.push({ mention, entity, nearer: candidates.length });
    chainOf.push(chain);
  };
  for (let index = pronoun.index - 1; index >= 0; index--) {
    if (pronoun.sentence - mentions[index].sentence > LOOK_BACK) break;
    add(mentions[index]);
  }
  for (let index = pronoun.index + 1; mentions[index]?.sentence === pronoun.sentence; index++) add(mentions[index]);
  return { candidates, chainOf };
}

function findInstances(gum: GumDocument): Instance[] {
  const buffer = new Int32Array(64);
  const instances: Instance[] = [];
  for (const { document, signs, pronoun, candidates, isRight, isNewParagraph } of findPronouns(gum)) {
    const instance: Instance = { candidates: [], isRight: [] };
    for (const [index, candidate] of keepPossible(document, pronoun, candidates, signs).entries()) {
      if (candidate === undefined) continue;
      const count = findPronounFeatures(document, pronoun, candidate, isNewParagraph(candidate), signs, buffer);
      instance.candidates.push(buffer.slice(0, count));
      instance.isRight.push(isRight[index]);
    }
    const hasAntecedent = instance.isRight.includes(true);
    instance.candidates.push(buffer.slice(0, findNoneFeatures(document, pronoun, signs, buffer)));
    instance.isRight.push(!hasAntecedent);
    instances.push(instance);
  }
  return instances;
}

function learn(instances: Instance[], progress: (line: string) => void): Float64Array {
  const random = createRandom(SEED);
  const weights = createAntecedentWeights();
  const totals = new Float64Array(PRONOUN_FEATURE_COUNT);
  const since = new Float64Array(PRONOUN_FEATURE_COUNT);
  let step = 0;
  const change = (list: Int32Array, amount: number): void => {
    for (const feature of list) {
      totals[feature] += weights[feature] * (step - since[feature]);
      since[feature] = step;
      weights[feature] += amount;
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(instances, random);
    let wrong = 0;
    for (const { candidates, isRight } of instances) {
      step++;
      let bestRight = -1;
      let bestWrong = -1;
      const scores = candidates.map((list) => sumWeights(weights, list, list.length));
      for (const [index, score] of scores.entries()) {
        if (isRight[index]) {
          if (bestRight < 0 || score > scores[bestRight]) bestRight = index;
        } else if (bestWrong < 0 || score > scores[bestWrong]) bestWrong = index;
      }
      if (bestWrong < 0 || scores[bestRight] >= scores[bestWrong] + 1) continue;
      wrong++;
      change(candidates[bestRight], 1);
      change(candidates[bestWrong], -1);
    }
    progress(`round ${round + 1} of ${ROUNDS}: ${((100 * wrong) / instances.length).toFixed(1)} % changed`);
  }
  for (let feature = 0; feature < PRONOUN_FEATURE_COUNT; feature++) change(Int32Array.of(feature), 0);
  return totals.map((total) => total / step);
}

function measure(
  documents: GumDocument[],
  weights: Float64Array,
  minMargin: number,
): { right: number; given: number; wanted: number } {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const gum of documents) {
    for (const { document, signs, pronoun, candidates, isRight, isNewParagraph } of findPronouns(gum)) {
      if (isRight.includes(true)) wanted++;
      const chosen = chooseAntecedent(document, pronoun, candidates, isNewParagraph, signs, minMargin, weights);
      if (chosen < 0) continue;
      given++;
      if (isRight[chosen]) right++;
    }
  }
  return { right, given, wanted };
}
