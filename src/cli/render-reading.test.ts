import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReading } from "../../tests/hand-made-reading.ts";
import { getDisplayWidth } from "./display-width.ts";
import { quoteContent } from "./quote-content.ts";
import { renderReading } from "./render-reading.ts";
import { getStyle } from "./style.ts";

const style = getStyle({ isTerminal: false, write: async () => {} }, {});

describe("renderReading", () => {
  it("shows any text within the width and without a control character", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(words, words, words, fc.integer({ min: 40, max: 110 }), (text, name, title, width) => {
        const content = [text];
        const entities = [
          { name, roles: [[title, "e2"] as [string, string]] },
          { name: title, kind: "state" as const },
        ];
        const said = [
          { content, speaker: "e1", mode: "direct" as const },
          { content, cue: text, score: 0.1 },
        ];
        const reading = makeReading({ text, title }, entities, said);
        const shown = { evidence: [{ start: 0, end: text.length }], score: 0.4 };
        const from = { statement: null, event: null };
        const target = { text, entity: null, case: null };
        reading.stances.push({ id: "t1", holder: "e1", target, stance: "opposes", strength: 1, ...from, ...shown });
        const deed = { class: "ASSAULT", cameo: null, status: "claimed", statement: "s1", where: "e2" } as const;
        reading.events.push({ id: "v1", ...deed, actor: "e1", recipient: "e2", when: "2031-12-30", ...shown });
        reading.designations.push({ of: "e1", as: text, by: ["e2", "e1"], ...shown });
        const rendered = renderReading(reading, { width, style, name, all: true });
        for (const line of rendered.split("\n")) expect(getDisplayWidth(line)).toBeLessThanOrEqual(width);
        expect(rendered).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it("names people once with all their roles", () => {
    const reading = makeReading({ text: "x" }, [
      { name: "Ada Wren", roles: [["mayor", "e2"], ["mayor", "e2"], ["farmer"]] },
      { name: "Fenwater", kind: "place" },
    ]);
    expect(renderReading(reading, { width: 80, style, name: "x.txt", all: false })).toContain(
      "\n  Ada Wren  mayor, Fenwater; farmer\n",
    );
  });
});

describe("figures", () => {
  it("stand in the words of the report, with who gives them; countings along the way are left to JSON", () => {
    const reading = makeReading({ text: "At least 17 people died; 3 shops; 4% more." }, [{ name: "Ada Wren" }]);
    const figure = {
      value: 0,
      bound: "exactly",
      what: "",
      source: null,
      statement: null,
      when: null,
      where: null,
    } as const;
    reading.figures.push(
      {
        ...figure,
        id: "f1",
        class: "killed",
        source: "e1",
        when: "2031-04",
        evidence: [{ start: 0, end: 18 }],
        score: 0.8,
      },
      { ...figure, id: "f2", class: "count", evidence: [{ start: 25, end: 32 }], score: 0.5 },
      { ...figure, id: "f3", class: "share", evidence: [{ start: 34, end: 36 }], score: 0.7 },
    );
    expect(renderReading(reading, { width: 80, style, name: "x", all: false })).toContain(
      "\nFigures\n  At least 17 people  killed; by Ada Wren; April 2031\n  4%\n",
    );
  });
});

describe("a revised figure", () => {
  it("stands beside its revision", () => {
    const reading = makeReading({ text: "The toll is 58 dead, up from 41." }, []);
    const unknown = { source: null, statement: null, when: null, where: null } as const;
    const toll = { ...unknown, bound: "exactly", what: "dead", class: "killed", score: 0.8 } as const;
    reading.figures.push(
      { ...toll, id: "f1", value: 41, evidence: [{ start: 29, end: 31 }] },
      { ...toll, id: "f2", value: 58, revises: "f1", evidence: [{ start: 12, end: 19 }] },
    );
    expect(renderReading(reading, { width: 80, style, name: "x", all: false })).toContain(
      "\nFigures\n  58 dead  killed; earlier 41\n",
    );
  });
});

describe("quoteContent", () => {
  it.each<[string, string[], "direct" | "mixed" | "indirect", string]>([
    ["“Yes,” she said.", ["“Yes,”"], "direct", "“Yes”"],
    ["“Yes,” she said.", ["Yes,"], "direct", "“Yes”"],
    ['"Yes," she said, "or no."', ['"Yes,"', '"or no."'], "direct", "“Yes … or no.”"],
    ['"Yes," she said. "No."', ["Yes,", "No."], "direct", "“Yes … No.”"],
    ["``yes , '' she said", ["``yes , ''"], "direct", "“yes”"],
    ["'Yes.\n\n'No,' she said.", ["'Yes.", "'No,'"], "direct", "“Yes. No”"],
    ["“Yes.\n\n“No,” she said.", ["“Yes.\n\n“No,”"], "direct", "“Yes. No”"],
    ["She'd said so: 'That's the boys''.", ["That's the boys'"], "direct", "“That's the boys'”"],
    ["They spoke of 'about 40'.", ["'about 40'"], "direct", "“about 40”"],
    ["She called it “a shame.”", ["it “a shame.”"], "mixed", "it “a shame.”"],
    ["She called it “a shame.”", ["it “a shame"], "mixed", "it “a shame”"],
    ["“A shame,” she called it, a great “loss”.", ["a great “loss"], "mixed", "a great “loss”"],
    ['She called it "a shame".', ['it "a shame'], "mixed", 'it "a shame"'],
    ["She said that it was\na shame.", ["it was\na shame"], "indirect", "it was a shame"],
  ])("%j shows %j, %s, as %s", (text, content, mode, expected) => {
    const reading = makeReading({ text }, [], [{ content, mode }]);
    expect(quoteContent(reading, reading.statements[0])).toBe(expected);
  });
});
