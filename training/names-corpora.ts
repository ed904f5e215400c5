/** Reads the sets with annotated names, as documents with our kinds of names. */
import { getCountryByAdjective } from "../src/language/gazetteer.ts";
import { hasCorpusFile, readCorpusRecords, readCorpusText } from "./corpus-files.ts";
import {
  fromTags,
  type LabelledDocument,
  type LabelledName,
  type LabelledSentence,
  repairGmbTags,
  retokenise,
  toNameKind,
  trimPerson,
} from "./names-labels.ts";

/** Sentences in a row that stand for a document in sets whose sentences are in order but whose documents are unknown. */
const SENTENCES_PER_DOCUMENT = 12;

/**
 * A set of the folder `ner`: lines of tokens and tags.
 *
 * @param sentencesPerDocument 1 for sets whose sentences have nothing to do with one another.
 */
export function readTaggedSet(
  dataFolder: string,
  set: string,
  sentencesPerDocument = SENTENCES_PER_DOCUMENT,
): LabelledDocument[] {
  const path = `ner/${set}.jsonl.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  const records = readCorpusRecords<{ id: string; tokens: string[]; tags: string[] }>(dataFolder, path);
  const documents: LabelledDocument[] = [];
  for (let i = 0; i < records.length; i += sentencesPerDocument) {
    const sentences = records.slice(i, i + sentencesPerDocument).map(({ tokens, tags }) => {
      const repaired = set.startsWith("gmb") ? repairGmbTags(tokens, tags) : tags;
      return retokenise({ words: tokens, names: fromTags(tokens, repaired) });
    });
    documents.push({ set, id: records[i].id, sentences });
  }
  return documents;
}

type CoreNlpToken = [start: number, end: number, tag: string, lemma: string, entity: string];

/** The automatic names of the PolNeAR articles: runs of one label, as Stanford's recogniser gave them. */
export function readPolnearNames(dataFolder: string, split: string): LabelledDocument[] {
  const path = `polnear/${split}.corenlp.jsonl.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  const texts = new Map(
    readCorpusRecords<{ id: string; text: string }>(dataFolder, `polnear/${split}.jsonl.gz`).map(({ id, text }) => [
      id,
      text,
    ]),
  );
  return readCorpusRecords<{ id: string; sentences: { tokens: CoreNlpToken[] }[] }>(dataFolder, path).map(
    ({ id, sentences }) => {
      const text = texts.get(id) ?? "";
      return {
        set: "polnear",
        id,
        sentences: sentences.map(({ tokens }) => {
          const words = tokens.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ""));
          const labels = tokens.map((token) => token[4]);
          const tags = labels.map((label, i) =>
            label === "O" ? "O" : `${labels[i - 1] === label ? "I" : "B"}-${label}`,
          );
          return retokenise({ words, names: fromTags(words, tags) });
        }),
      };
    },
  );
}

const OPEN_GENRES = new Set(["news", "interview", "speech", "bio", "voyage", "academic"]);

interface GumToken {
  word: string;
  tag: string;
  pennTag: string;
  head: number;
  relation: string;
  misc: string;
}

/**
 * Names among the entities of GUM: those whose head is a proper noun, cut down to the proper nouns around the head.
 *
 * @param genres Those wanted; the ones whose texts are open by default.
 */
export function readGumNames(
  dataFolder: string,
  split: string,
  genres: ReadonlySet<string> = OPEN_GENRES,
): LabelledDocument[] {
  const path = `ud/en_gum-ud-${split}.conllu.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  const documents: LabelledDocument[] = [];
  let wanted = false;
  for (const block of readCorpusText(dataFolder, path).split("\n\n")) {
    const id = /^# newdoc id = (.*)$/m.exec(block)?.[1];
    if (id !== undefined) {
      wanted = genres.has(id.split("_")[1]);
      if (wanted) documents.push({ set: "gum", id, sentences: [] });
    }
    if (!wanted || block === "") continue;
    const tokens = block
      .split("\n")
      .filter((line) => /^\d+\t/.test(line))
      .map((line): GumToken => {
        const [, word, , tag, pennTag, , head, relation, , misc] = line.split("\t");
        return { word, tag, pennTag, head: Number(head) - 1, relation, misc };
      });
    if (tokens.length > 0) documents.at(-1)?.sentences.push(toNamedSentence(tokens));
  }
  return documents;
}

function toNamedSentence(tokens: GumToken[]): LabelledSentence {
  const words = tokens.map(({ word }) => word);
  const cores = findEntities(tokens)
    .map(({ start, end, type }) => cutToName(tokens, start, end, type))
    .filter((name) => name !== undefined)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const names: LabelledName[] = [];
  for (const core of cores) if (!names.some(({ start, end }) => core.start < end && start < core.end)) names.push(core);
  // Nationalities before a noun are no entities there, but states here.
  for (const [i, { word, pennTag }] of tokens.entries()) {
    if (!/^\p{Lu}/u.test(word) || !/^(?:JJ|NNP)/.test(pennTag) || getCountryByAdjective(word) === undefined) continue;
    if (!names.some(({ start, end }) => i >= start && i < end)) names.push({ start: i, end: i + 1, kind: "state" });
  }
  return { words, names: names.sort((a, b) => a.start - b.start) };
}

interface GumEntity {
  start: number;
  end: number;
  type: string;
}

function findEntities(tokens: readonly GumToken[]): GumEntity[] {
  const open: (GumEntity & { id: string })[] = [];
  const entities: GumEntity[] = [];
  for (const [i, { misc }] of tokens.entries()) {
    const field = misc.split("|").find((part) => part.startsWith("Entity="));
    for (const [, opened, closes, closed] of field?.slice(7).matchAll(/\(([^()]+)(\))?|([^()]+)\)/g) ?? []) {
      if (opened !== undefined) {
        const [id, type] = opened.split("-");
        if (closes) entities.push({ start: i, end: i + 1, type });
        else open.push({ id, start: i, end: i + 1, type });
      } else {
        const at = open.findLastIndex(({ id }) => id === closed);
        if (at >= 0) entities.push({ ...open.splice(at, 1)[0], end: i + 1 });
      }
    }
  }
  return entities;
}

const NOT_NAMED = new Set(["time", "animal", "plant", "substance"]);

/** The proper nouns around the head of a mention; `undefined` where the head is a common noun. */
function cutToName(tokens: readonly GumToken[], start: number, end: number, type: string): LabelledName | undefined {
  if (NOT_NAMED.has(type)) return undefined;
  let head = start;
  while (tokens[head].head >= start && tokens[head].head < end) head = tokens[head].head;
  const isProper = (i: number): boolean => tokens[i].tag === "PROPN" || /^NNPS?$/.test(tokens[i].pennTag);
  if (!isProper(head)) return undefined;
  const belongs = (i: number): boolean => {
    const { relation, head: parent } = tokens[i];
    return /^(?:compound|flat|amod|nummod|nmod:unmarked)/.test(relation) && parent >= start && parent < end;
  };
  let first = head;
  let last = head;
  while (
    first > start &&
    (isProper(first - 1) || tokens[first - 1].word === "-") &&
    (belongs(first - 1) || tokens[first - 1].word === "-")
  )
    first--;
  for (let i = head + 1; i < end; ) {
    const link = /^(?:of|for|and|&)$/.test(tokens[i].word) && type !== "person";
    const next = link ? i + (i + 1 < end && tokens[i + 1].word === "the" ? 2 : 1) : i;
    if (next >= end || !isProper(next) || !(link || belongs(next) || tokens[next].relation === "flat")) {
      if (tokens[i].word === "-" && i + 1 < end && isProper(i + 1)) {
        last = ++i;
        continue;
      }
      break;
    }
    last = next;
    i = next + 1;
  }
  const words = tokens.map(({ word }) => word);
  const kind = toNameKind(type, words.slice(first, last + 1)) ?? "other";
  const name = { start: first, end: last + 1, kind };
  return kind === "person" ? trimPerson(words, name) : name;
}

/**
 * Sentences of a treebank that has no names, with the labels that each word may have: a word that is no proper noun
 * begins no name, but for nationalities.
 */
export function readTreebankForNames(dataFolder: string): { words: string[]; mayBegin: boolean[] }[][] {
  const documents: { words: string[]; mayBegin: boolean[] }[][] = [];
  for (const block of readCorpusText(dataFolder, "ud/en_ewt-ud-train.conllu.gz").split("\n\n")) {
    if (block.includes("# newdoc id")) documents.push([]);
    const rows = block.split("\n").flatMap((line) => (/^\d+\t/.test(line) ? [line.split("\t")] : []));
    if (rows.length === 0) continue;
    documents.at(-1)?.push({
      words: rows.map((row) => row[1]),
      mayBegin: rows.map(
        ([, word, , tag, pennTag]) =>
          tag === "PROPN" || /^NNPS?$/.test(pennTag) || getCountryByAdjective(word) !== undefined,
      ),
    });
  }
  return documents;
}
