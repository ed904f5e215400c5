import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createParseAtoms } from "../src/language/parse-atoms.ts";
import { listLabelFeatures, listMoveFeatures, MAX_FEATURES, TEMPLATE_STEP } from "../src/language/parse-features.ts";
import { WEIGHT_BITS, withLabel } from "../src/language/parse-model.ts";
import { ParseNodes } from "../src/language/parse-nodes.ts";
import { mixFeature } from "../src/language/parse-sentence.ts";
import {
  chooseRelation,
  weighNext,
  weighPair,
  weighRight,
  weighStack,
  weighState,
} from "../src/language/parse-weights.ts";
import { writeParseWeights } from "./parse-weights-writer.ts";

const WORDS = 6;
const PLACES = 1 << WEIGHT_BITS;
const features = new Int32Array(MAX_FEATURES);

// Where the lists of features have changed, `npx vitest run -u training/parse-weights-writer.test.ts` writes the file anew.
it("wrote the functions that weigh from the lists of features as they are", async () => {
  const read = (name: string): string => readFileSync(new URL(`../src/language/${name}.ts`, import.meta.url), "utf8");
  const written = writeParseWeights(read("parse-features"), read("parse-nodes"));
  await expect(written).toMatchFileSnapshot("../src/language/parse-weights.ts");
});

it("weighs what the lists of features name", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 64, maxLength: 64 }), (numbers) => {
      let used = 0;
      const draw = (below: number): number => (numbers[used++ % numbers.length] >>> 8) % below;
      const { atoms, nodes, top, next } = drawState(draw);
      const moveWeights = new Int32Array(PLACES);
      const labelWeights = new Int8Array(PLACES);
      const count = listMoveFeatures(atoms, nodes.data, top, next, features);
      const expected = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const hash = mixFeature((features[i] + Math.imul(i, TEMPLATE_STEP)) | 0);
        moveWeights[hash >>> (32 - WEIGHT_BITS)] = (hash & 0xff) | (draw(1 << 24) << 8);
      }
      for (let i = 0; i < count; i++) {
        const hash = mixFeature((features[i] + Math.imul(i, TEMPLATE_STEP)) | 0);
        const row = moveWeights[hash >>> (32 - WEIGHT_BITS)];
        if ((row & 0xff) === (hash & 0xff))
          for (let move = 0; move < 3; move++) expected[move] += (row << (16 - move * 8)) >> 24;
      }
      const sums = new Int32Array(16);
      weighNext(atoms, nodes.data, next, moveWeights, sums, 1);
      weighStack(atoms, nodes.data, top, moveWeights, sums, 4);
      weighRight(atoms, nodes.data, top, moveWeights, sums, 7);
      weighPair(atoms, nodes.data, top, next, moveWeights, sums, 10);
      weighState(atoms, nodes.data, top, next, moveWeights, sums, 13);
      expect(
        [0, 1, 2].map((move) => sums[1 + move] + sums[4 + move] + sums[7 + move] + sums[10 + move] + sums[13 + move]),
      ).toEqual(expected);

      for (let i = 0; i < PLACES; i += 7) labelWeights[i] = draw(255) - 127;
      const relations = Uint8Array.of(9, 4, 30);
      const scores = [...relations].map((relation) => {
        const listed = listLabelFeatures(atoms, nodes.data, top, next, 3, features);
        let score = 0;
        for (let i = 0; i < listed; i++) {
          const hash = mixFeature((features[i] + Math.imul(i, TEMPLATE_STEP)) | 0);
          score += labelWeights[withLabel(hash, relation) >>> (32 - WEIGHT_BITS)];
        }
        return score;
      });
      const best = chooseRelation(atoms, nodes.data, top, next, 3, labelWeights, relations, 0, 3, sums);
      expect(sums[0]).toBe(Math.max(...scores));
      expect(best).toBe(relations[scores.indexOf(sums[0])]);
    }),
    { numRuns: 20 },
  );
});

/** A state with words of any hash, three words on the stack, and children on both sides. */
function drawState(draw: (below: number) => number) {
  const atoms = createParseAtoms(WORDS);
  for (const array of [atoms.words, atoms.tags, atoms.classes])
    for (let i = 0; i < array.length; i++) array[i] = draw(1 << 24) * 251;
  const nodes = new ParseNodes();
  let stack = 0;
  for (let token = 1; token <= 3; token++) {
    let node = nodes.addShifted(nodes.getWord(token), stack);
    for (let child = draw(3); child > 0; child--) node = nodes.addLeft(node, nodes.getWord(1 + draw(WORDS)), draw(40));
    for (let child = draw(3); child > 0; child--) node = nodes.addRight(node, nodes.getWord(1 + draw(WORDS)), draw(40));
    stack = node;
  }
  let next = nodes.getWord(4);
  for (let child = draw(3); child > 0; child--) next = nodes.addLeft(next, nodes.getWord(1 + draw(WORDS)), draw(40));
  return { atoms, nodes, top: stack, next };
}
