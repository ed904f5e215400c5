import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restore } from "./restore.ts";
import { stemText } from "./stem-text.ts";

function expectSound(original: string, form: "stemmed" | "tokenised"): void {
  const { text, alignment } = restore(original, form);
  let end = 0;
  let originalEnd = 0;
  for (const row of alignment) {
    expect(row[0]).toBeGreaterThanOrEqual(end);
    expect(row[1]).toBeGreaterThan(row[0]);
    expect(row[2]).toBeGreaterThanOrEqual(originalEnd);
    expect(row[3]).toBeGreaterThan(row[2]);
    // Between two tokens there is nothing but blanks, here and there.
    expect(text.slice(end, row[0])).toMatch(/^\s*$/);
    expect(original.slice(originalEnd, row[2])).toMatch(/^\s*$/);
    end = row[1];
    originalEnd = row[3];
  }
  expect(end).toBe(text.length);
  expect(original.slice(originalEnd)).toMatch(/^\s*$/);
}

const newsLike = fc
  .array(
    fc.constantFrom(
      "minist", "said", "``", "''", "'", "’", "s", "-", "1", ",", "200", ".", "...", "the", "govern", "u", "mr", "“", "”",
      "\n", "\n\n", "é", "lammi", "(", ")", "$", "%", "\t", "--", "\ud83d\ude00", "\ud800", "n't", "ÿ",
    ), // biome-ignore format: a list
  )
  .map((tokens) => tokens.join(" "));

describe("restore", () => {
  it.each(["stemmed", "tokenised"] as const)("aligns every token of any %s text, in order", (form) => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string(), newsLike), (original) =>
        expectSound(original, form),
      ),
    );
  });

  it("gives the same result twice", () => {
    fc.assert(
      fc.property(newsLike, (original) => {
        expect(restore(original, "stemmed")).toEqual(restore(original, "stemmed"));
      }),
    );
  });

  it("keeps line breaks as they are", () => {
    expect(restore("he spoke .\n\n  she said noth .", "stemmed").text).toMatch(
      /^He spoke\.\n\n {2}She said nothing\.$/,
    );
  });

  it("gives nothing for nothing", () => {
    expect(restore("", "stemmed")).toEqual({ text: "", alignment: [] });
    expect(restore(" \n", "stemmed")).toEqual({ text: "", alignment: [] });
  });

  it.each([
    "The minister said on Monday that the court's decision was wrong.",
    "“We will not accept this,” the prime minister told reporters.",
    "The government doesn't have a plan, the opposition said.",
    "About 1,200 people were killed and 3.5 million have left their homes.",
    "The U.S. president said he would meet the leaders of both countries.",
    "It was an act of self-defence, according to the lawyers.",
    "Mr Dalgaard, the foreign minister, denied it.",
    "The company lost 12% and paid $3 million.",
    "She added: “I don't know.”",
  ])("brings back: %s", (sentence) => {
    expect(restore(stemText(sentence), "stemmed").text).toBe(sentence);
  });

  it.each([
    ["`` we are not there , '' she said .", '"We are not there," she said.'],
    ["he call it `` a mistak `` and left .", 'He called it "a mistake" and left.'],
    ["he call it `` a mistak '' and left .", 'He called it "a mistake" and left.'],
    ["they spoke of “ a new start ” .", "They spoke of “a new start”."],
    ["the leader ' s offic", "The leader's office"],
    ["the leader ’ s offic", "The leader’s office"],
    ["they don ' t want it", "They don't want it"],
  ])("closes gaps: %s", (original, expected) => {
    expect(restore(original, "stemmed").text).toBe(expected);
  });

  it.each([
    ["he said he did n't know .", "He said he didn't know."],
    [
      "the minister 's office in norway said it could n't comment .",
      "The minister's office in Norway said it couldn't comment.",
    ],
    ["Ms Ferreira said : `` No . ''", 'Ms Ferreira said: "No."'],
  ])("restores whole words: %s", (original, expected) => {
    expect(restore(original, "tokenised").text).toBe(expected);
  });

  it.each([
    ["the defenc minist said it had been cancel .", "The defence minister said it had been cancelled."],
    ["the labor secretari said it had been cancel .", "The labor secretary said it had been canceled."],
  ])("follows the report's own spelling: %s", (original, expected) => {
    expect(restore(original, "stemmed").text).toBe(expected);
  });

  it("keeps the case of a tokenised report that has capitals", () => {
    expect(restore("NATO and Ms Ferreira did not agree .", "tokenised").text).toBe(
      "NATO and Ms Ferreira did not agree.",
    );
  });

  it("joins letters beyond ASCII with the word around them", () => {
    expect(restore("mr s á nchez said so .", "stemmed").text).toBe("Mr Sánchez said so.");
  });

  it("copies names it never saw, in title case after a title", () => {
    expect(restore("mr zvolkarn said he would appeal .", "stemmed").text).toBe("Mr Zvolkarn said he would appeal.");
  });

  it.each([
    "The leader of the party, Ana Vrel, said it was too early.",
    "In court retired judge Grant Ferradin said no.",
    "Its director, Pier Vanderlo, denied it.",
    "But pensioner Ana Vrel felt sorry for him.",
    "Dame Honor Vrel is looking into it.",
  ])("gives persons their names and their roles: %s", (sentence) => {
    expect(restore(stemText(sentence), "stemmed").text).toBe(sentence);
  });

  it.each(["The union will grant Ferradin more time.", "They met the leaders of both parties, and left."])(
    "takes no other words for names or roles: %s",
    (sentence) => {
      expect(restore(stemText(sentence), "stemmed").text).toBe(sentence);
    },
  );

  it.each([
    "The bloc, which voted against, says it will go to court.",
    "The Harbour Rescue Front (HRF) said the HRF was ready.",
    "It was late, said Óskar Vrel, a retired teacher.",
    "Dairy farmer Agnes Vrel said it was late.",
  ])("finds verbs, acronyms and names with accents: %s", (sentence) => {
    expect(restore(stemText(sentence), "stemmed").text).toBe(sentence);
  });

  it("writes a name alike wherever it stands", () => {
    const { text } = restore(
      stemText("He left Zulmar. In Zulmar it rained. They say that Zulmar sleeps. We know that Zulmar is old."),
      "stemmed",
    );
    expect(text).not.toContain("zulmar");
  });
});
