/** Trains the model `segmenter`: where sentences end. */
import type { Span } from "../src/language/document.ts";
import { SENTENCE_BUCKETS, SENTENCE_TEMPLATES, SentenceCandidates } from "../src/language/sentence-features.ts";
import { SEGMENTER_MODEL, splitSentences } from "../src/language/split-sentences.ts";
import { splitTokens } from "../src/language/split-tokens.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import { scoreSegmentation } from "./evaluate-segmentation.ts";
import { createRandom, shuffle } from "./random.ts";
import { isOpenGumDocument, type RawDocument, readRawDocuments } from "./raw-documents.ts";
import type { Trainer } from "./trainer.ts";

const SEED = 20_240_611;
const ROUNDS = 8;
/** Of each collection of news. */
const NEWS_ARTICLES = 800;
/** Full scale of the averaged weights in the model: sums of all templates stay far inside 32 bits. */
const LARGEST_WEIGHT = 8_000;

export const segmenterTrainer: Trainer = {
  model: SEGMENTER_MODEL.name,
  after: [],
  train({ dataFolder, progress }) {
    const documents = [
      ...readRawDocuments(dataFolder, "ud/en_ewt-ud-train.conllu.gz"),
      ...readRawDocuments(dataFolder, "ud/en_gum-ud-train.conllu.gz").filter(isOpenGumDocument),
    ];
    const random = createRandom(SEED);
    const features: Int32Array[] = [];
    const answers: boolean[] = [];
    for (const document of documents) {
      for (const { text, sentences } of disguise(document, random)) collect(text, sentences, features, answers);
    }
    const news = readNews(dataFolder);
    for (const text of news) collectUnmarked(text, features, answers);
    const first = trainPerceptron(features, answers, random, (line) => progress(`on treebanks, ${line}`));
    // News in its disguises, with the sentences that the first model finds in it undisguised.
    for (const [i, text] of news.entries()) {
      if (i % 3 !== 0) continue;
      const disguises = disguise(cutNews(text, first), random).slice(2);
      for (const { text, sentences } of [disguises[i % disguises.length], disguises[(i + 3) % disguises.length]]) {
        collect(text, sentences, features, answers);
      }
    }
    const weights = trainPerceptron(features, answers, random, (line) => progress(`with news, ${line}`));
    return {
      content: { ...SEGMENTER_MODEL, settings: {}, sections: { weights } },
      card: {
        purpose:
          "Decides for every place where a sentence may end whether it does. An averaged perceptron over hashed features of the marks, words, letters and line breaks around the place.",
        data: [
          "UD English EWT, train: learnt from (CC BY-SA 4.0)",
          "UD English GUM, train, genres news, interview, speech, bio, voyage, academic: learnt from (annotation CC BY 4.0, texts public domain or CC BY or CC BY-SA)",
          "News of AllSides, BBC and Reuters: in edited text no sentence ends without a mark or a line break; and, in disguise, the sentences that a first model found in it (for research only)",
          "Every document in several disguises: without paragraphs, tokenised, in small letters, with broken lines, with curly quotation marks",
        ],
        seed: SEED,
        scores: scoreSegmentation({ dataFolder, split: "dev" }, weights)
          .filter(({ measure }) => measure === "sentence F1")
          .map(({ set, measure, value }) => [`${measure}, ${set} dev`, `${value.toFixed(2)} %`]),
        limits: [
          "Texts of the web and e-mail without punctuation are cut badly.",
          "Where a text has no capital letters, points of abbreviations are harder to tell from ends of sentences.",
        ],
      },
    };
  },
};

interface Disguised {
  text: string;
  sentences: Span[];
}

/** The forms in which one document may reach us. */
export function disguise(document: Omit<RawDocument, "id">, random: () => number): Disguised[] {
  const rebuild = (
    separate: (gap: string, index: number, column: number) => string,
    rewrite: (word: string, gap: string) => string = (word) => word,
  ): Disguised => {
    const sentences: Span[] = [];
    let text = "";
    let line = 0;
    let k = 0;
    let sentenceStart = 0;
    document.words.forEach((word, i) => {
      const gap = i === 0 ? "" : document.text.slice(document.words[i - 1].end, word.start);
      const separator = i === 0 ? "" : separate(gap, i, text.length - line);
      if (separator.includes("\n")) line = text.length + separator.length;
      text += separator;
      if (k < document.sentences.length && word.start === document.sentences[k].start) sentenceStart = text.length;
      text += rewrite(document.text.slice(word.start, word.end), gap);
      if (k < document.sentences.length && word.end === document.sentences[k].end) {
        sentences.push({ start: sentenceStart, end: text.length });
        k += 1;
      }
    });
    return { text, sentences };
  };
  const ends = new Set(document.sentences.map(({ end }) => end));
  const isParagraph = (gap: string): boolean => gap.includes("\n");
  let isOpen = false;
  const markQuotes = (word: string, gap: string): string => {
    if (word !== '"') return word;
    isOpen = gap !== "" || !isOpen;
    return isOpen ? "``" : "''";
  };
  const curlQuotes = (word: string, gap: string): string =>
    word === '"' ? (markQuotes(word, gap) === "``" ? "“" : "”") : word.replace("'", "’");
  const width = 60 + Math.floor(random() * 20);
  return [
    { text: document.text, sentences: [...document.sentences] },
    { text: document.text, sentences: [...document.sentences] },
    rebuild((gap) => (isParagraph(gap) ? " " : gap)),
    rebuild((gap) => gap, curlQuotes),
    rebuild(() => " ", markQuotes),
    rebuild(
      () => " ",
      (word, gap) => markQuotes(word, gap).toLowerCase(),
    ),
    rebuild(
      (gap) => (isParagraph(gap) ? " " : gap),
      (word) => word.toLowerCase(),
    ),
    rebuild((gap) => (isParagraph(gap) ? "\n" : gap)),
    rebuild((gap, _, column) => (!isParagraph(gap) && gap !== "" && column > width ? "\n" : gap)),
    rebuild((gap) => (isParagraph(gap) && random() < 0.4 ? "\n" : gap)),
    rebuild((gap, i) => (ends.has(document.words[i - 1].end) ? "\n" : gap)),
  ];
}

function collect(text: string, sentences: readonly Span[], features: Int32Array[], answers: boolean[]): void {
  const spans = splitTokens(text);
  const candidates = new SentenceCandidates(text, spans);
  const starts = new Set(sentences.map(({ start }) => start));
  let first = 0;
  for (let i = 0; i < spans.count; i++) {
    const isEnd = i + 1 === spans.count || starts.has(spans.starts[i + 1]);
    const isParagraph = candidates.endsParagraph(i);
    if (candidates.look(i, first) && !isParagraph) {
      features.push(candidates.features.slice());
      answers.push(isEnd);
    }
    if (isEnd || isParagraph) {
      candidates.endSentence(i, isParagraph);
      first = i + 1;
    }
  }
}

/** Articles of edited news, every twentieth or so of each collection. */
function readNews(dataFolder: string): string[] {
  return ["allsides-news-2012-2020", "bbc-news-2004-2005", "reuters-21578"].flatMap((name) => {
    const path = `text/${name}.jsonl.gz`;
    if (!hasCorpusFile(dataFolder, path)) return [];
    const records = readCorpusRecords<{ title: string; text: string }>(dataFolder, path);
    const step = Math.ceil(records.length / NEWS_ARTICLES);
    return records.filter((_, i) => i % step === 0).map(({ title, text }) => `${title}\n\n${text}`);
  });
}

/** News with the sentences that a model finds. */
function cutNews(text: string, weights: Int16Array): Omit<RawDocument, "id"> {
  const spans = splitTokens(text);
  const words = Array.from({ length: spans.count }, (_, i) => ({ start: spans.starts[i], end: spans.ends[i] }));
  return { text, words, sentences: splitSentences(text, spans, weights) };
}

/** Takes every place without mark or line break as one where no sentence ends. */
function collectUnmarked(text: string, features: Int32Array[], answers: boolean[]): void {
  const spans = splitTokens(text);
  const candidates = new SentenceCandidates(text, spans);
  let first = 0;
  for (let i = 0; i < spans.count; i++) {
    const isParagraph = candidates.endsParagraph(i);
    if (candidates.look(i, first) && !candidates.isMarked) {
      features.push(candidates.features.slice());
      answers.push(false);
    } else if (isParagraph || text.charCodeAt(spans.starts[i]) === 46) {
      candidates.endSentence(i, isParagraph);
      first = i + 1;
    }
  }
}

/** All sums are of whole numbers, so that the averages come out the same everywhere. */
function trainPerceptron(
  features: readonly Int32Array[],
  answers: readonly boolean[],
  random: () => number,
  progress: (line: string) => void,
): Int16Array<ArrayBuffer> {
  const weights = new Float64Array(SENTENCE_BUCKETS);
  const totals = new Float64Array(SENTENCE_BUCKETS);
  const order = features.map((_, i) => i);
  let time = 1;
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(order, random);
    let mistakes = 0;
    for (const example of order) {
      const buckets = features[example];
      let sum = 0;
      for (let k = 0; k < SENTENCE_TEMPLATES; k++) sum += weights[buckets[k]];
      const wanted = answers[example] ? 1 : -1;
      // A margin of a few steps keeps apart what is only just told apart.
      if (sum * wanted <= 8) {
        if (sum * wanted <= 0) mistakes += 1;
        for (let k = 0; k < SENTENCE_TEMPLATES; k++) {
          weights[buckets[k]] += wanted;
          totals[buckets[k]] += wanted * time;
        }
      }
      time += 1;
    }
    progress(`round ${round} of ${ROUNDS}: ${((100 * mistakes) / order.length).toFixed(2)} % wrong of ${order.length}`);
  }
  const averages = weights.map((weight, bucket) => weight - totals[bucket] / time);
  const largest = averages.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  return Int16Array.from(averages, (weight) => Math.round((weight * LARGEST_WEIGHT) / largest));
}
