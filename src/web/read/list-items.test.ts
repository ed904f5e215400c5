import { describe, expect, it } from "vitest";
import { makeReading } from "../../../tests/hand-made-reading.ts";
import { citeStatement, toTextFragment } from "./cite.ts";
import { describeItem } from "./describe-item.ts";
import { assignHues, findItemAt, listItems, listNames } from "./list-items.ts";
import { splitParagraphs, toWords } from "./text-map.ts";

const TEXT = "“We left,” said Ilse Brandvik. Tor Quennell said that the boats had gone.";
const reading = makeReading(
  { text: TEXT, title: "Boats", outlet: "Harbour News", publishedAt: "2031-03-12", url: "https://news.example/boats" },
  [{ name: "Ilse Brandvik", roles: [["mayor"]] }, { name: "Tor Quennell" }],
  [
    { content: ["that the boats had gone"], cue: "said", speaker: "e2" },
    { content: ["“We left,”"], cue: "said", speaker: "e1", mode: "direct", score: 0.3 },
  ],
);

describe("items of a reading", () => {
  const items = listItems(reading);

  it("stand in the order of their words, with what is uncertain marked", () => {
    expect(items.map(({ id, isUncertain }) => [id, isUncertain])).toEqual([
      ["s2", true],
      ["s1", false],
    ]);
  });

  it("are found by a place in their words, and nowhere else", () => {
    expect(findItemAt(items, TEXT.indexOf("left"))?.id).toBe("s2");
    expect(findItemAt(items, TEXT.indexOf("Brandvik"))).toBeUndefined();
  });

  it("give each speaker a hue of its own", () => {
    expect([...assignHues(items)]).toEqual([
      ["e1", 1],
      ["e2", 2],
    ]);
  });
});

describe("everything that a reading holds", () => {
  const span = (words: string) => [{ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }];
  const whole = {
    ...reading,
    statements: [],
    entities: reading.entities.map((entity) => ({
      ...entity,
      mentions: [{ ...span(entity.name)[0], by: "name" as const }],
    })),
    events: [{ id: "v1", class: "ACCUSE" as const, cameo: null, actor: null, recipient: "e2", status: "asserted" as const, statement: null, when: null, where: null, evidence: span("said Ilse"), score: 0.4 }],
    relations: [{ id: "r1", kind: "non-member" as const, of: "e1", with: "e2", evidence: span("said"), score: 0.9 }],
    tones: [{ id: "n1", of: "e2", by: null, tone: "negative" as const, evidence: span("the boats"), score: 0.9 }],
  }; // biome-ignore format: by rows

  it("has a card with its words", () => {
    const said = [...listItems(whole), ...listNames(whole)].map((item) => {
      const { who, unknown, what } = describeItem(whole, item);
      return [item.id, who ?? unknown, what, item.spans.map(({ start, end }) => TEXT.slice(start, end)).join()];
    });
    expect(said).toEqual([
      ["v1", "Somebody", "accuses Tor Quennell", "said Ilse"],
      ["r1", "Ilse Brandvik", "is not a member of Tor Quennell", "said"],
      ["n1", "The report itself", "speaks badly of Tor Quennell", "the boats"],
      ["e1", "Ilse Brandvik", "mayor", "Ilse Brandvik"],
      ["e2", "Tor Quennell", "", "Tor Quennell"],
    ]);
  });
});

describe("citations", () => {
  it("name the speaker, the role, the words and where they stand", () => {
    const statement = reading.statements[1];
    expect(citeStatement(reading, statement)).toBe(
      "Ilse Brandvik (mayor): “We left,” “Boats”, Harbour News, 12 March 2031, https://news.example/boats#:~:text=%E2%80%9CWe%20left%2C%E2%80%9D.",
    );
  });

  it.each([
    ["https://a.example/x#top", "one two", "https://a.example/x#top:~:text=one%20two"],
    ["https://a.example/x", "re-read, all", "https://a.example/x#:~:text=re%2Dread%2C%20all"],
    ["https://a.example/x", "a b c d e f g h i j k", "https://a.example/x#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"],
  ])("%s at “%s”", (url, words, expected) => {
    expect(toTextFragment(url, words)).toBe(expected);
  });
});

describe("the text of a report", () => {
  it("is cut into paragraphs whose places hold", () => {
    const text = "One.\n\n  \nTwo two.\n";
    expect(splitParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(["One.", "Two two."]);
  });

  it.each([
    ["the bridge is", 5, 7, "bridge"],
    ["the bridge is", 3, 12, "bridge is"],
    ["a  b", 1, 3, undefined],
  ])("selection in “%s” from %d to %d is widened to words", (text, start, end, expected) => {
    const words = toWords(text, { start, end });
    expect(words && text.slice(words.start, words.end)).toBe(expected);
  });
});
