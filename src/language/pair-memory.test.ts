import { expect, it } from "vitest";
import { PairMemory } from "./pair-memory.ts";
import { ParseNodes } from "./parse-nodes.ts";

it("knows a pair of words again, whatever is below and whatever children the word on top has", () => {
  const { nodes, top, next, memory } = keepOne();
  const below = nodes.addShifted(nodes.getWord(1), 0);
  const other = nodes.addRight(nodes.addShifted(nodes.getWord(2), below), nodes.getWord(3), 5);
  expect(memory.find(nodes.data, other, next)).toBe(4);
  expect(memory.find(nodes.data, top, next)).toBe(4);
});

it("takes no pair for another that the features tell apart", () => {
  const { nodes, top, next, memory } = keepOne();
  expect(memory.find(nodes.data, nodes.addShifted(nodes.getWord(1), 0), next)).toBe(0);
  expect(memory.find(nodes.data, top, nodes.getWord(5))).toBe(0);
  expect(memory.find(nodes.data, top, nodes.addLeft(next, nodes.getWord(3), 7))).toBe(0);
});

it("forgets the pairs of the sentence before", () => {
  const { nodes, top, next, memory } = keepOne();
  memory.beginSentence();
  expect(memory.find(nodes.data, top, next)).toBe(0);
});

function keepOne() {
  const nodes = new ParseNodes();
  const memory = new PairMemory();
  memory.beginSentence();
  const top = nodes.addShifted(nodes.getWord(2), 0);
  const next = nodes.getWord(4);
  expect(memory.find(nodes.data, top, next)).toBe(0);
  memory.keep(4);
  return { nodes, top, next, memory };
}
