/** The trained model of attributions. */
import { getModelBytesOrThrow, readModelFile } from "../../language/index.ts";
import { packTriples, packWeights, viewRows } from "./feature-table.ts";
import type { KnownRoles } from "./role-decoder.ts";

export const ATTRIBUTION_MODEL = { name: "attribution", version: 4 } as const;

/** A linear classifier over known features. */
export interface ClassifierWeights {
  /** Of `packWeights`. */
  readonly packed: Int16Array;
  readonly scale: number;
}

export interface AttributionModel {
  /** Says at a glance which tokens may carry a cue. */
  readonly glance: ClassifierWeights;
  readonly cue: ClassifierWeights;
  readonly roles: KnownRoles;
  /** Chooses among the candidates for a cue. */
  readonly choice: ClassifierWeights;
  readonly keep: ClassifierWeights;
  readonly settings: AttributionSettings;
  /** Calibrated score by log odds: `scores[i]` from `LOWEST_ODDS + i * ODDS_STEP` on. */
  readonly scores: Float32Array;
}

export interface AttributionSettings {
  readonly glanceScale: number;
  /** Log odds at a glance under which a token is not looked at. */
  readonly minGlance: number;
  readonly cueScale: number;
  readonly unaryScale: number;
  readonly pairScale: number;
  readonly choiceScale: number;
  readonly keepScale: number;
  /** Lowest probability of being a cue at which a token is looked at. */
  readonly minCue: number;
  /** Lowest log odds at which an attribution is kept. */
  readonly minKeep: number;
  readonly sourceBonus: number;
}

export const LOWEST_ODDS = -6;
export const ODDS_STEP = 0.25;
export const SCORE_COUNT = 49;

let loaded: AttributionModel | undefined;

/** Reads the model at the first call. */
export function getAttributionModel(): AttributionModel {
  loaded ??= readAttributionModel(getModelBytesOrThrow(ATTRIBUTION_MODEL.name));
  return loaded;
}

/** @throws {LanguageError} When the bytes are not a whole model of this version. */
export function readAttributionModel(bytes: Uint8Array): AttributionModel {
  const file = readModelFile(bytes, ATTRIBUTION_MODEL);
  const settings = file.settings as AttributionSettings;
  const classifier = (name: string, scale: number): ClassifierWeights => ({
    packed: packWeights(file.getArrayOrThrow(`${name}.prints`, "u8"), file.getArrayOrThrow(`${name}.weights`, "i8")),
    scale,
  });
  let roles: KnownRoles | undefined;
  return {
    settings,
    glance: classifier("glance", settings.glanceScale),
    cue: classifier("cue", settings.cueScale),
    choice: classifier("choice", settings.choiceScale),
    keep: classifier("keep", settings.keepScale),
    // Half of what the whole model takes to load, and a text without a cue never asks for them.
    get roles() {
      roles ??= {
        unary: packTriples(file.getArrayOrThrow("unary.prints", "u8"), file.getArrayOrThrow("unary.weights", "i8")),
        pairPrints: file.getArrayOrThrow("pair.prints", "u8"),
        pair: viewRows(file.getArrayOrThrow("pair.weights", "i8")),
        unaryScale: settings.unaryScale,
        pairScale: settings.pairScale,
      };
      return roles;
    },
    scores: file.getArrayOrThrow("scores", "f32"),
  };
}
