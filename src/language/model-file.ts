/**
 * The container of every trained model: named typed arrays and texts behind a checksum.
 *
 * Layout, little-endian: magic `ONRC`, format version, header size and checksum as unsigned 32-bit integers; then the
 * header, JSON in UTF-8; then the sections, each at a multiple of 8 bytes from the start. Arrays are views into the bytes
 * given, so that reading a model costs one pass for the checksum and no copy. Reading a model runs no code from it.
 */
import { LanguageError } from "./errors.ts";

const MAGIC = 0x4352_4e4f; // "ONRC"
const FORMAT_VERSION = 1;
const PREFIX_BYTES = 16;
const ALIGNMENT = 8;

const ARRAY_TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

export type ArrayType = keyof typeof ARRAY_TYPES;
type ArrayOf<Type extends ArrayType> = InstanceType<(typeof ARRAY_TYPES)[Type]>;
export type ModelArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

interface Section {
  name: string;
  type: ArrayType | "text";
  start: number;
  length: number;
}

interface Header {
  name: string;
  version: number;
  settings: unknown;
  sections: Section[];
}

/** A model read: its settings, and its sections by name. */
export interface ModelFile {
  readonly name: string;
  readonly version: number;
  /** What the trainer wrote beside the weights: plain JSON data. */
  readonly settings: unknown;
  /** @throws {LanguageError} `model_corrupt`, when there is no such section or it holds another type. */
  getArrayOrThrow<Type extends ArrayType>(name: string, type: Type): ArrayOf<Type>;
  /** @throws {LanguageError} `model_corrupt`, when there is no such section or it is not text. */
  getTextOrThrow(name: string): string;
}

/** What a model is made of, for writing. */
export interface ModelContent {
  name: string;
  version: number;
  settings: unknown;
  sections: Record<string, ModelArray | string>;
}

/**
 * Reads a model from its bytes.
 *
 * @param expected The name and version that the caller can use; any other is refused, never converted.
 * @throws {LanguageError} `model_corrupt`, when bytes are missing or changed; `model_format`, for another model or version.
 */
export function readModelFile(bytes: Uint8Array, expected: { name: string; version: number }): ModelFile {
  const file = `The model file "${expected.name}"`;
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.byteLength < PREFIX_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new LanguageError("model_corrupt", `${file} is not a model.`);
  }
  if (view.getUint32(4, true) !== FORMAT_VERSION) {
    throw new LanguageError(
      "model_format",
      `${file} has container format ${view.getUint32(4, true)}, not ${FORMAT_VERSION}.`,
    );
  }
  if (aligned.byteLength % ALIGNMENT !== 0 || view.getUint32(12, true) !== checksum(aligned.subarray(PREFIX_BYTES))) {
    throw new LanguageError("model_corrupt", `${file} is incomplete or was changed: its checksum does not match.`);
  }
  const header = parseHeader(aligned.subarray(PREFIX_BYTES, PREFIX_BYTES + view.getUint32(8, true)));
  if (header === undefined) throw new LanguageError("model_corrupt", `${file} has a damaged header.`);
  if (header.name !== expected.name || header.version !== expected.version) {
    throw new LanguageError(
      "model_format",
      `${file} is "${header.name}" version ${header.version}, not version ${expected.version}.`,
    );
  }
  const sections = new Map(header.sections.map((section) => [section.name, section]));
  const getSection = (name: string, type: Section["type"]): Section => {
    const section = sections.get(name);
    if (section?.type !== type)
      throw new LanguageError("model_corrupt", `${file} has no section "${name}" of type ${type}.`);
    return section;
  };
  return {
    name: header.name,
    version: header.version,
    settings: header.settings,
    getArrayOrThrow<Type extends ArrayType>(name: string, type: Type): ArrayOf<Type> {
      const { start, length } = getSection(name, type);
      return new ARRAY_TYPES[type](aligned.buffer as ArrayBuffer, aligned.byteOffset + start, length) as ArrayOf<Type>;
    },
    getTextOrThrow(name: string): string {
      const { start, length } = getSection(name, "text");
      return new TextDecoder().decode(aligned.subarray(start, start + length));
    },
  };
}

/** The checksum does not cover the header's own length: a wrong one cuts it in the wrong place. */
function parseHeader(bytes: Uint8Array): Header | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header;
  } catch {
    return undefined;
  }
}

/** Writes a model; the same content gives the same bytes. Its counterpart is {@link readModelFile}. */
export function writeModelFile(content: ModelContent): Uint8Array {
  const encoder = new TextEncoder();
  const parts = Object.entries(content.sections).map(([name, value]) =>
    typeof value === "string"
      ? { name, type: "text" as const, bytes: encoder.encode(value), length: -1 }
      : {
          name,
          type: typeOf(value),
          bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
          length: value.length,
        },
  );
  // The header names places that depend on its own size: lay out with a header of fixed width for numbers.
  const describe = (base: number): string => {
    let start = base;
    const sections = parts.map(({ name, type, bytes, length }) => {
      const section = { name, type, start, length: length < 0 ? bytes.byteLength : length };
      start += alignUp(bytes.byteLength);
      return section;
    });
    return JSON.stringify({ name: content.name, version: content.version, settings: content.settings, sections });
  };
  let base = PREFIX_BYTES;
  let header = encoder.encode(describe(base));
  while (base !== PREFIX_BYTES + alignUp(header.byteLength)) {
    base = PREFIX_BYTES + alignUp(header.byteLength);
    header = encoder.encode(describe(base));
  }
  const total = base + parts.reduce((sum, part) => sum + alignUp(part.bytes.byteLength), 0);
  const bytes = new Uint8Array(total);
  bytes.set(header, PREFIX_BYTES);
  let start = base;
  for (const part of parts) {
    bytes.set(part.bytes, start);
    start += alignUp(part.bytes.byteLength);
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, header.byteLength, true);
  view.setUint32(12, checksum(bytes.subarray(PREFIX_BYTES)), true);
  return bytes;
}

function alignUp(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function typeOf(array: ModelArray): ArrayType {
  for (const [type, arrayType] of Object.entries(ARRAY_TYPES)) if (array instanceof arrayType) return type as ArrayType;
  throw new TypeError("A model section must be a typed array or text.");
}

/**
 * Two lanes of multiply-and-rotate over 32-bit words, mixed at the end: finds damage, not tampering. Much faster in
 * JavaScript than a table-driven CRC, which would take a third of the time allowed for loading every model.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let even = 0x9e37_79b1 | 0;
  let odd = 0x85eb_ca77 | 0;
  for (let i = 0; i + 1 < words.length; i += 2) {
    even = Math.imul(((even << 13) | (even >>> 19)) ^ words[i], 0xc2b2_ae3d);
    odd = Math.imul(((odd << 13) | (odd >>> 19)) ^ words[i + 1], 0x27d4_eb2f);
  }
  let mixed = even ^ Math.imul(odd, 0x1656_67b1) ^ words.length;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
