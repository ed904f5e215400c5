import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectForm, type Form } from "./forms.ts";
import { stemText } from "./stem-text.ts";

const PLAIN = "The ministers didn't agree on the budget, Ms Ostby said on Monday. “It was a long night,” she added.";

describe("detectForm", () => {
  it.each<[string, Form, string]>([
    ["nothing", "plain", ""],
    ["plain text", "plain", PLAIN],
    ["plain text in small letters", "plain", PLAIN.toLowerCase()],
    ["plain text in capitals", "plain", PLAIN.toUpperCase()],
    ["a plain line in small letters", "plain", "ministers reject the budget after a long night"],
    ["a plain sentence in small letters", "plain", "the ministers rejected the budget."],
    ["a headline", "plain", "Ministers Reject Budget"],
    ["a list", "plain", "- Bread\n- Salt\n- Two eggs"],
    [
      "tokenised text",
      "tokenised",
      "The ministers did n't agree on the budget , Ms Ostby said on Monday . `` It was a long night , '' she added .",
    ],
    [
      "tokenised text in small letters",
      "tokenised",
      "the ministers did n't agree on the budget , ms ostby said on monday . it was a long night , she added .",
    ],
    ["a tokenised sentence", "tokenised", "The ministers rejected the budget , she said ."],
    [
      "tokenised text with every mark apart",
      "tokenised",
      "the ministers didn ' t agree on the u . n . budget , ms ostby said .",
    ],
    ["stemmed text", "stemmed", stemText(PLAIN)],
    ["a stemmed sentence", "stemmed", "the minist of transport reject the budget becaus of it size ."],
    ["a stemmed headline", "stemmed", "minist reject ani chang to hi polici"],
  ])("takes %s for %s", (_, form, text) => {
    expect(detectForm(text).form).toBe(form);
  });

  it("gives a score from a half to one, the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const detected = detectForm(text);
        expect(detected.score).toBeGreaterThanOrEqual(0.5);
        expect(detected.score).toBeLessThanOrEqual(1);
        expect(detectForm(text)).toEqual(detected);
      }),
    );
  });
});
