/**
 * Makes gold tags as unsure as predicted ones, for training without a tagger at hand: now and then a word gets the tag that it,
 * or a word with the same ending, has elsewhere.
 */
import type { Tag } from "../src/language/document.ts";
import type { TreeSentence } from "./parser-treebank.ts";

const CLOSED = new Set<Tag>(["PUNCT", "DET", "CCONJ", "NUM", "SYM"]);
const ENDING = 2;

interface Reading {
  tag: Tag;
  features: string;
}

/** @param share Share of words, 0 to 1, of open classes whose tag is drawn anew (often it is the same again). */
export function addTagNoise(sentences: readonly TreeSentence[], share: number, random: () => number): TreeSentence[] {
  const byWord = new Map<string, Reading[]>();
  const byEnding = new Map<string, Reading[]>();
  const add = (map: Map<string, Reading[]>, key: string, reading: Reading): void => {
    const readings = map.get(key);
    if (readings === undefined) map.set(key, [reading]);
    else readings.push(reading);
  };
  for (const { words, tags, features } of sentences) {
    for (const [i, word] of words.entries()) {
      if (CLOSED.has(tags[i])) continue;
      const reading = { tag: tags[i], features: features[i] };
      add(byWord, word.toLowerCase(), reading);
      add(byEnding, word.slice(-ENDING), reading);
    }
  }
  return sentences.map((sentence) => {
    const tags = [...sentence.tags];
    const features = [...sentence.features];
    for (const [i, word] of sentence.words.entries()) {
      if (CLOSED.has(tags[i]) || random() >= share) continue;
      const known = byWord.get(word.toLowerCase()) ?? [];
      const readings = known.length > 3 ? known : (byEnding.get(word.slice(-ENDING)) ?? known);
      if (readings.length === 0) continue;
      const reading = readings[Math.floor(random() * readings.length)];
      tags[i] = reading.tag;
      features[i] = reading.features;
    }
    return { ...sentence, tags, features };
  });
}
