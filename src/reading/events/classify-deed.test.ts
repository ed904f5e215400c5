import { describe, expect, it } from "vitest";
import { NO_HEADER } from "../find-report-header.ts";
import { analyseReport } from "../pipeline.ts";
import { classifyDeed } from "./classify-deed.ts";
import { toCandidateDocument } from "./event-candidate.ts";

describe("classifyDeed", () => {
  it.each([
    ["The Northern Union rejected an offer by Estaria.", "REJECT"],
    ["The Northern Union refused to send troops to Estaria.", "REJECT"],
    ["The Northern Union agreed to withdraw its troops from Estaria.", "AGREE"],
    ["The Northern Union will send food to Estaria.", "AGREE"],
    ["The Northern Union threatened to attack Estaria.", "THREATEN"],
    ["The Northern Union said that Estaria must release the prisoners.", "REQUEST"],
    ["The Northern Union killed forty soldiers in Estaria.", "ASSAULT"],
  ])("knows the class of %j: %s", (text, cls) => {
    const given = toCandidateDocument(analyseReport(text, NO_HEADER));
    const toSpan = (name: string) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length });
    expect(classifyDeed(given, toSpan("Northern Union"), toSpan("Estaria"))).toBe(cls);
  });
});
