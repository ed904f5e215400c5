/**
 * Writes `src/language/parse-weights.ts`, the functions that weigh a parser's moves and relations, from the lists of features in
 * `parse-features.ts`, which training reads.
 *
 * A feature is hashed and looked up where it is made: nothing passes through an array, and constants stand as numbers, which
 * engines do not make of those that other modules export. That takes three fifths of the time that lists take. The features of
 * a state come in five groups by what they look at, since what a group says need not be weighed again where that has not changed.
 */

interface Feature {
  readonly number: number;
  readonly sum: string;
}

interface ListFunction {
  /** What stands before the features: names and what each stands for, in order. */
  readonly terms: ReadonlyMap<string, string>;
  readonly features: readonly Feature[];
}

/** What a term looks at: of the word on top its own right children (`right`), other children (`top`) or itself (`word`). */
type Look = "word" | "top" | "right" | "below" | "next" | "next children";

const HEAD = `/**
 * Weighs a parser's moves and relations. Written by \`training/parse-weights-writer.ts\` from \`parse-features.ts\`: change those.
 *
 * Each function of moves sums the weights of some features for shift, left and right, and puts the three at \`at\` of \`sums\`.
 */
// biome-ignore-all format: written by a program
// biome-ignore-all lint: written by a program
import type { ParseAtoms } from "./parse-atoms.ts";
`;

/** The groups of features of a state: what they look at is named in order of who asks first. */
const GROUPS: readonly [name: string, parameters: string, about: string][] = [
  ["Next", "next: number", "The next word, those beside it and its children, whatever is on the stack."],
  ["Stack", "top: number", "The stack alone, but for the right children of the word on top."],
  ["Right", "top: number", "The right children of the word on top, whatever comes next."],
  [
    "Pair",
    "top: number, next: number",
    "The words side by side, whatever is below them and whatever children the word on top has.",
  ],
  [
    "State",
    "top: number, next: number",
    "All else: what joins the next word with what is below the top or with children of the top.",
  ],
];

/** What \`PairMemory\` tells pairs apart by. */
const PAIR_FIELDS = new Set(["TOKEN", "LEFT_1", "LEFT_INNER", "LEFT_LABELS"]);

/** @param features, nodes The sources of \`parse-features.ts\` and \`parse-nodes.ts\`. */
export function writeParseWeights(features: string, nodes: string): string {
  const constants = new Map([...findConstants(features), ...findConstants(nodes)]);
  const moves = readList(features, "listMoveFeatures");
  const parts = [HEAD];
  for (const [name, parameters, about] of GROUPS) {
    const group = moves.features.filter(({ sum }) => findGroup(moves, sum) === name);
    parts.push(
      `/** ${about} */`,
      `export function weigh${name}(atoms: ParseAtoms, data: Int32Array, ${parameters}, weights: Int32Array, sums: Int32Array, at: number): void {`,
      ...writeTerms(moves, group),
      "  let shift = 0, left = 0, right = 0, hash = 0, row = 0;",
      ...group.map(
        ({ sum, number }) =>
          `  ${writeHash("hash", sum, number, constants)} row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;`,
      ),
      "  sums[at] = shift;\n  sums[at + 1] = left;\n  sums[at + 2] = right;\n}\n",
    );
  }
  const arcs = readList(features, "listLabelFeatures");
  parts.push(
    "/** The best of the relations `relations[start]` to `relations[end]` of an arc; `sums[0]` gets its score. */",
    "export function chooseRelation(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number, weights: Int8Array, relations: Uint8Array, start: number, end: number, sums: Int32Array): number {",
    ...writeTerms(arcs, arcs.features),
    "  let hash = 0;",
    ...arcs.features.map(
      ({ sum, number }) => `  ${writeHash("hash", sum, number, constants)} const h${number} = hash ^ (hash >>> 15);`,
    ),
    "  let best = -1, bestScore = 0;",
    "  for (let k = start; k < end; k++) {",
    "    const relation = Math.imul(relations[k] + 1, 0x2545f491);",
    "    let score = 0;",
    ...arcs.features.map(
      ({ number }) =>
        `    hash = Math.imul(h${number} ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;`,
    ),
    "    if (best < 0 || score > bestScore) { best = relations[k]; bestScore = score; }",
    "  }",
    "  sums[0] = bestScore;\n  return best;\n}\n",
  );
  for (const name of ["distance", "small", "label"])
    parts.push(`${features.match(new RegExp(`function ${name}\\(.*?\\n}\\n`, "s"))![0]}`);
  return foldConstants(parts.join("\n"), constants);
}

function findConstants(source: string): [string, number][] {
  return [...source.matchAll(/^(?:export )?const ([A-Z_0-9]+) = (0x[\da-f_]+|\d+)(?: \| 0)?;/gm)].map(
    ([, name, value]) => [name, Number(value.replaceAll("_", "")) | 0],
  );
}

function readList(source: string, name: string): ListFunction {
  const body = source.match(new RegExp(`function ${name}\\(.*?\\n}\\n`, "s"))![0];
  const terms = [...body.matchAll(/^ {2}const (\w+) = (.*);$/gm)].map(([, term, value]): [string, string] => [
    term,
    value,
  ]);
  const sums = [...body.matchAll(/^ {2}out\[i\+\+\] = (.*);$/gm)];
  return { terms: new Map(terms), features: sums.map(([, sum], number) => ({ sum, number })) };
}

function findGroup(list: ListFunction, sum: string): string {
  const looks = new Set<Look>();
  addLooks(list, sum, looks);
  const isOfStack = looks.has("word") || looks.has("top") || looks.has("right") || looks.has("below");
  if (!looks.has("next") && !looks.has("next children")) return looks.has("right") ? "Right" : "Stack";
  if (!isOfStack) return "Next";
  return looks.has("top") || looks.has("right") || looks.has("below") || looks.has("next children") ? "State" : "Pair";
}

function addLooks(list: ListFunction, text: string, looks: Set<Look>): void {
  for (const [, node, field] of text.matchAll(/data\[(?:(\w+) \+ )(\w+)\]/g)) {
    if (node === "n") looks.add(PAIR_FIELDS.has(field) ? "next" : "next children");
    else if (node === "s")
      looks.add(field === "TOKEN" ? "word" : field === "BELOW" ? "below" : field.startsWith("RIGHT") ? "right" : "top");
  }
  for (const [name] of text.matchAll(/\b[a-z]\w*\b/g)) {
    const value = list.terms.get(name);
    if (value !== undefined && name !== "s" && name !== "n") addLooks(list, value, looks);
  }
}

/** Lines for the terms that some features are made of, and for those that these are made of. */
function writeTerms(list: ListFunction, features: readonly Feature[]): string[] {
  const needed = new Set<string>();
  const need = (text: string): void => {
    for (const [name] of text.matchAll(/\b[a-z]\w*\b/g)) {
      const value = list.terms.get(name);
      if (value === undefined || needed.has(name)) continue;
      needed.add(name);
      need(value);
    }
  };
  for (const { sum } of features) need(sum);
  const lines = [...list.terms]
    .filter(([name]) => needed.has(name))
    .map(([name, value]) => `  const ${name} = ${value};`);
  const fields = ["words", "tags", "classes"].filter((field) => lines.some((line) => line.includes(`${field}[`)));
  return [`  const { ${fields.join(", ")} } = atoms;`, ...lines];
}

/** As \`mixFeature\` does it. */
function writeHash(name: string, sum: string, number: number, constants: ReadonlyMap<string, number>): string {
  const template = Math.imul(number, constants.get("TEMPLATE_STEP")!);
  return `${name} = (${sum} + ${template}) | 0; ${name} = Math.imul(${name} ^ (${name} >>> 15), 0x2c1b3c6d);`;
}

/** Puts numbers in the place of constants and of what several of them make by \`^\`. */
function foldConstants(source: string, constants: ReadonlyMap<string, number>): string {
  return source
    .replace(/\b[A-Z](?: \^ [A-Z])*\b(?=[);,]| \^ | : |$)/g, (chain) => {
      const names = chain.split(" ^ ");
      return names.every((name) => constants.has(name))
        ? `${names.reduce((all, name) => all ^ constants.get(name)!, 0)}`
        : chain;
    })
    .replace(/\b[A-Z][A-Z_0-9]+\b/g, (name) => `${constants.get(name) ?? name}`);
}
