import { describe, expect, it } from "vitest";
import { ArcMemory } from "./arc-memory.ts";
import { ParseNodes } from "./parse-nodes.ts";

describe("ArcMemory", () => {
  it("knows an arc again that another analysis draws with nodes of its own", () => {
    const { nodes, head, child, memory } = keepOne();
    const otherHead = nodes.addWord(1, 0);
    const otherChild = nodes.addShifted(nodes.addWord(2, 0), otherHead);
    expect(memory.find(nodes.data, otherHead, otherChild, 3)).toBe(true);
    expect([memory.label, memory.score]).toEqual([7, -40]);
    expect(memory.find(nodes.data, head, child, 3)).toBe(true);
  });

  it("takes no arc for another that the features tell apart", () => {
    const { nodes, head, child, memory } = keepOne();
    const withChild = nodes.addRight(head, nodes.addWord(4, 0), 5);
    expect(memory.find(nodes.data, withChild, child, 3)).toBe(false);
    expect(memory.find(nodes.data, head, nodes.addLeft(child, nodes.addWord(1, 0), 5), 3)).toBe(false);
    expect(memory.find(nodes.data, head, child, 4)).toBe(false);
    expect(memory.find(nodes.data, child, head, 3)).toBe(false);
  });

  it("forgets the arcs of the sentence before", () => {
    const { nodes, head, child, memory } = keepOne();
    memory.beginSentence();
    expect(memory.find(nodes.data, head, child, 3)).toBe(false);
  });
});

function keepOne() {
  const nodes = new ParseNodes();
  const memory = new ArcMemory();
  memory.beginSentence();
  const head = nodes.addWord(1, 0);
  const child = nodes.addWord(2, head);
  expect(memory.find(nodes.data, head, child, 3)).toBe(false);
  memory.keep(7, -40);
  return { nodes, head, child, memory };
}
