/** The parts of the model `restorer`, to and from its file. */
import type { ModelContent, ModelFile } from "./model-file.ts";
import { Lexicon, type LexiconData, type LexiconTable } from "./restore-lexicon.ts";
import { unpackWeights, type WeightData } from "./restore-weights.ts";
import type { WordModel } from "./restore-words.ts";

export interface RestorerModel {
  readonly words: WordModel;
  readonly caseWeights: Int8Array;
  /** Per form that is known for capitals within: a bit for every capital. */
  readonly mixedMasks: ReadonlyMap<number, number>;
  readonly spacingWeights: Int8Array;
  /** How much a spacing weight of 1 counts. */
  readonly spacingUnit: number;
}

/** What the trainer knows of a model. */
export interface RestorerParts {
  lexicon: LexiconData;
  words: WeightData;
  /** How many steps of a word weight make 1. */
  scale: number;
  tags: readonly string[];
  ownEnd: number;
  marks: readonly number[];
  markClusters: readonly number[];
  markFormClusters: readonly number[];
  beam: number;
  cases: WeightData;
  mixed: readonly [form: number, mask: number][];
  spacing: WeightData;
}

interface Settings {
  scale: number;
  tags: string[];
  ownEnd: number;
  marks: number[];
  markClusters: number[];
  markFormClusters: number[];
  beam: number;
}

export const RESTORER_VERSION = 1;

export function writeRestorerModel(parts: RestorerParts): ModelContent {
  const { lexicon, scale, tags, ownEnd, marks, markClusters, markFormClusters, beam } = parts;
  const settings: Settings = {
    scale,
    tags: [...tags],
    ownEnd,
    marks: [...marks],
    markClusters: [...markClusters],
    markFormClusters: [...markFormClusters],
    beam,
  };
  return {
    name: "restorer",
    version: RESTORER_VERSION,
    settings,
    sections: {
      rules: lexicon.rules.join("\n"),
      ...writeTable("stems", lexicon.stems),
      counts: Uint8Array.from(lexicon.counts),
      totals: Uint8Array.from(lexicon.totals),
      capitals: lexicon.capitals,
      clusters: lexicon.clusters,
      formClusters: lexicon.formClusters,
      names: lexicon.names,
      ...writeTable("endings", lexicon.endings),
      ...writeWeights("words", parts.words),
      ...writeWeights("cases", parts.cases),
      ...writeWeights("spacing", parts.spacing),
      mixedForms: Int32Array.from(parts.mixed, ([form]) => form),
      mixedMasks: Uint16Array.from(parts.mixed, ([, mask]) => mask),
    },
  };
}

export function readRestorerModel(file: ModelFile): RestorerModel {
  const { scale, tags, ownEnd, marks, markClusters, markFormClusters, beam } = file.settings as Settings;
  const lexicon = new Lexicon({
    rules: file.getTextOrThrow("rules").split("\n"),
    stems: readTable(file, "stems"),
    counts: file.getArrayOrThrow("counts", "u8"),
    totals: file.getArrayOrThrow("totals", "u8"),
    capitals: file.getArrayOrThrow("capitals", "u8"),
    clusters: file.getArrayOrThrow("clusters", "u8"),
    formClusters: file.getArrayOrThrow("formClusters", "u8"),
    names: file.getArrayOrThrow("names", "u32"),
    endings: readTable(file, "endings"),
  });
  const mixedForms = file.getArrayOrThrow("mixedForms", "i32");
  const masks = file.getArrayOrThrow("mixedMasks", "u16");
  return {
    words: {
      lexicon,
      weights: readWeights(file, "words"),
      unit: 1 / scale,
      tags,
      ownEnd,
      marks,
      markClusters,
      markFormClusters,
      beam,
    },
    caseWeights: readWeights(file, "cases"),
    mixedMasks: new Map(Array.from(mixedForms, (form, index) => [form, masks[index]])),
    spacingWeights: readWeights(file, "spacing"),
    spacingUnit: 1 / scale,
  };
}

function writeTable(name: string, { keys, first, rules, classes }: LexiconTable): ModelContent["sections"] {
  return { [`${name}.keys`]: keys, [`${name}.first`]: first, [`${name}.rules`]: rules, [`${name}.classes`]: classes };
}

function readTable(file: ModelFile, name: string): LexiconTable {
  return {
    keys: file.getArrayOrThrow(`${name}.keys`, "i32"),
    first: file.getArrayOrThrow(`${name}.first`, "u32"),
    rules: file.getArrayOrThrow(`${name}.rules`, "u16"),
    classes: file.getArrayOrThrow(`${name}.classes`, "u8"),
  };
}

function writeWeights(name: string, data: WeightData): ModelContent["sections"] {
  return {
    [`${name}.offsets`]: data.offsets,
    [`${name}.blocks`]: data.blocks,
    [`${name}.remainders`]: data.remainders,
    [`${name}.weights`]: data.weights,
  };
}

function readWeights(file: ModelFile, name: string): Int8Array {
  return unpackWeights({
    offsets: file.getArrayOrThrow(`${name}.offsets`, "u16"),
    blocks: file.getArrayOrThrow(`${name}.blocks`, "u32"),
    remainders: file.getArrayOrThrow(`${name}.remainders`, "u8"),
    weights: file.getArrayOrThrow(`${name}.weights`, "i8"),
  });
}
