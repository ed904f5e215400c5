/** The parser's weights as read from the model file, and how features find theirs. */
import { LanguageError } from "./errors.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { type ModelFile, readModelFile } from "./model-file.ts";

export const PARSER_MODEL = { name: "parser", version: 2 } as const;

/** The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011). */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Bits of a hash that are the place of a feature in both tables of weights; known in `parse-weights.ts`, too. */
export const WEIGHT_BITS = 19;

/** The kinds of arcs for which relations are listed: 18 coarse tags of the head x 18 of the child x 2 sides. */
export const ARC_KINDS = 18 * 18 * 2;

export function arcKind(headTag: number, childTag: number, isLeft: boolean): number {
  return (headTag * 18 + childTag) * 2 + (isLeft ? 1 : 0);
}

export interface ParserModel {
  /** Relations by number. */
  readonly relations: readonly string[];
  /**
   * One number for each feature that has weights: in the lowest byte the lowest byte of the feature's hash, above it the weights
   * for shift, left and right, a signed byte each. The upper bits of the hash are the place.
   */
  readonly moveWeights: Int32Array;
  /** Weights of a feature together with a relation; the upper bits of their hash are the place. */
  readonly labelWeights: Int8Array;
  /** What 1 in the weights of relations is in those of moves. */
  readonly labelUnit: number;
  /** Where the relations of each kind of arc begin in `arcRelations`; one more than there are kinds. */
  readonly arcRelationStarts: Uint16Array;
  /** For each kind of arc the relations that were seen, more frequent ones first. */
  readonly arcRelations: Uint8Array;
}

/** What the model file says beside its tables. */
export interface ParserSettings {
  labelUnit: number;
}

let model: ParserModel | undefined;

/** @throws {LanguageError} as `getModelBytesOrThrow` and `readModelFile` do. */
export function getParserModelOrThrow(): ParserModel {
  model ??= readParserModel(readModelFile(getModelBytesOrThrow(PARSER_MODEL.name), PARSER_MODEL));
  return model;
}

/** @throws {LanguageError} `model_corrupt`, when its sections do not fit one another. */
export function readParserModel(file: ModelFile): ParserModel {
  const model = readSections(file);
  if (model.moveWeights.length !== 1 << WEIGHT_BITS || model.labelWeights.length !== 1 << WEIGHT_BITS) {
    throw new LanguageError("model_corrupt", `The parser's tables do not have ${1 << WEIGHT_BITS} places.`);
  }
  return model;
}

function readSections(file: ModelFile): ParserModel {
  return {
    relations: file.getTextOrThrow("relations").split("\n"),
    moveWeights: file.getArrayOrThrow("move-weights", "i32"),
    labelWeights: file.getArrayOrThrow("label-weights", "i8"),
    labelUnit: (file.settings as ParserSettings).labelUnit,
    arcRelationStarts: file.getArrayOrThrow("arc-relation-starts", "u16"),
    arcRelations: file.getArrayOrThrow("arc-relations", "u8"),
  };
}

/** The hash of a feature with relation `label`, from the hash of the feature. */
export function withLabel(hash: number, label: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(label + 1, 0x2545_f491), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 13);
}
