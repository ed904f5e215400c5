import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, tag, tokenise } from "../language/index.ts";
import { findFigures } from "./find-figures.ts";
import { read } from "./read.ts";
import { indexTrees } from "./tree-index.ts";

const findIn = (text: string) => {
  const document = parse(tag(tokenise(text)));
  return findFigures({ ...document, tree: indexTrees(document.heads) });
};

describe("findFigures", () => {
  it.each([
    ["The flood has killed at least 35 people.", 35, "at least", "killed"],
    ["More than 1,200 villagers were injured in the storm.", 1200, "more than", "injured"],
    ["About 40 miners are still missing.", 40, "about", "missing"],
    ["Police detained up to 60 protesters.", 60, "at most", "detained"],
    ["Some 25,000 people have been displaced by the dam.", 25_000, "about", "displaced"],
    ["The gunmen took 12 teachers hostage.", 12, "exactly", "hostages"],
    ["The fund is worth nearly $3.5bn.", 3_500_000_000, "about", "money"],
    ["Turnout fell to 43 per cent.", 43, "exactly", "share"],
    ["The motion was defeated by 148 votes.", 148, "exactly", "votes"],
    ["The network has 61 offices.", 61, "exactly", "count"],
    ["No fewer than 17 ships were searched.", 17, "at least", "count"],
    ["The toll stood at 2,445 dead.", 2445, "exactly", "killed"],
    ["The talks paused for 90 days.", 90, "exactly", "count"],
    ["The shock had a magnitude of 6.3.", 6.3, "exactly", "count"],
    ["Such rulings take an average of four months.", 4, "about", "count"],
    ["The toll rose to 45.", 45, "exactly", "killed"],
    ["More than one-third of its old wooden fishing boats sank.", 1 / 3, "more than", "share"],
    ["The fare is 60 cents a ride.", 60, "exactly", "money"],
    ["About 2000 people came.", 2000, "about", "count"],
    ["They lowered the limit in 2017 to 50,000.", 50_000, "exactly", "count"],
    ["Some 25 million - about half the country - need food.", 25_000_000, "about", "count"],
  ])("reads %j as %s, %s, %s", (text, value, bound, cls) => {
    expect(findIn(text).map((figure) => [figure.value, figure.bound, figure.class])).toEqual([[value, bound, cls]]);
  });

  it.each([
    ["Ardenia, a nation of 17 million, has no port.", 17_000_000, "exactly", "count"],
    ["The police estimated the crowd at 15,000.", 15_000, "exactly", "count"],
    ["The rebels said they had captured 12.", 12, "exactly", "count"],
    ["As many as one in four children went hungry.", 0.25, "at most", "share"],
    ["They farm some 38,000ha in the east.", 38_000, "about", "count"],
    ["The office put the number of cases at zero.", 0, "exactly", "count"],
    ["The bank paid 40 million crowns.", 40_000_000, "exactly", "money"],
  ])("counts, in %j, %s, %s, %s", (text, value, bound, cls) => {
    expect(findIn(text).map((figure) => [figure.value, figure.bound, figure.class])).toEqual([[value, bound, cls]]);
  });

  it.each([
    [
      "Gunmen killed a guard and take 12 others back over the river as hostages.",
      [
        [1, "killed"],
        [12, "hostages"],
      ],
    ],
    [
      "Eleven people died, including a child.",
      [
        [11, "killed"],
        [1, "killed"],
      ],
    ],
    [
      "The vote was 13 in favour, with two against and three abstentions.",
      [
        [13, "votes"],
        [2, "votes"],
        [3, "votes"],
      ],
    ],
    [
      "The motion passed by 10 votes to 3.",
      [
        [10, "votes"],
        [3, "votes"],
      ],
    ],
    [
      "The town has 400 miners, 12 of whom were hurt.",
      [
        [400, "count"],
        [12, "injured"],
      ],
    ],
    [
      "The surplus hit $15 billion in May and 10 billion in June.",
      [
        [15_000_000_000, "money"],
        [10_000_000_000, "money"],
      ],
    ],
    [
      "The storm killed 40 people, including 12 children.",
      [
        [40, "killed"],
        [12, "killed"],
      ],
    ],
    [
      "The ministry said 23 people had been killed and 63 injured in 11 villages.",
      [
        [23, "killed"],
        [63, "injured"],
        [11, "count"],
      ],
    ],
  ])("reads the figures of %j", (text, expected) => {
    expect(findIn(text).map(({ value, class: cls }) => [value, cls])).toEqual(expected);
  });

  it.each([
    ["Between 40 and 50 people were killed.", 40, 50, "people"],
    ["The ministry put the loss at 40 to 50 million crowns.", 40_000_000, 50_000_000, "crowns"],
    ["Fares run from $1.90 to $4.60 a ride.", 1.9, 4.6, "a ride"],
  ])("gives the range in %j as one figure", (text, value, to, what) => {
    expect(findIn(text)).toMatchObject([{ value, to, what, bound: "at least" }]);
  });

  it.each([
    ["The toll rose to 58, up from 41 last week.", 58, 41],
    ["The ministry revised the number of people killed from 41 to 58.", 58, 41],
    ["The ministry revised the toll to 58 from 41.", 58, 41],
    ["Some 60 people died, a number earlier put at 40.", 60, 40],
    ["Some 60 people died. An initial count had put the toll at 40.", 60, 40],
    ["Tin rose to $48 a kilo on Tuesday, up from $40.", 48, 40],
  ])("ties the revision in %j to what it revises", (text, value, earlier) => {
    const figures = findIn(text);
    expect(figures).toMatchObject([{ value: earlier }, { value, revises: { value: earlier } }]);
    expect(figures[0].class).toBe(figures[1].class);
  });

  it.each([
    ["The storm killed 40 people. The flood killed 60 people."],
    ["The union has 400 members in 12 towns."],
    ["Some 40 people came from 12 towns."],
  ])("ties nothing together in %j", (text) => {
    expect(findIn(text).map(({ revises, to }) => [revises, to])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("names the whole of a part", () => {
    const { figures } = read({ text: "The storm killed 40 people, including 12 children." });
    expect(figures.map(({ value, partOf }) => [value, partOf])).toEqual([
      [40, undefined],
      [12, "f1"],
    ]);
  });

  it.each([
    ["Tin hit $50 a kilo, which was reached in October.", "a kilo"],
    ["They found 40 people, most of them hurt.", "people"],
    ["Tin rose to $48 a kilo on Tuesday.", "a kilo"],
    ["About one-third of its old wooden boats were lost.", "its old wooden boats"],
    ["Fewer than 10 percent of the country's mine workers came.", "the country's mine workers"],
  ])("ends what is counted in %j", (text, what) => {
    expect(findIn(text)[0].what).toBe(what);
  });

  it.each([
    "He died three days before the vote.",
    "Orla Tamsin, 26, drives a lorry.",
    "She was born in 1984.",
    "Norland signed a 1961 treaty.",
    "The mayor spoke to 2020 graduates.",
    "The mine was closed about six months ago.",
    "The mine has more than one gate.",
    "It fell below zero.",
    "The 1998 law was changed.",
    "A 45-year-old man spoke.",
    "Two of them left.",
    "Hundreds came.",
  ])("finds no figure in %j", (text) => {
    expect(findIn(text)).toEqual([]);
  });

  it("names who gives a figure, and where", () => {
    const reading = read({ text: "The interior ministry said at least 35 people had been killed in Port Aster." });
    const [figure] = reading.figures;
    const nameOf = (id: string | null) => reading.entities.find((entity) => entity.id === id)?.name;
    expect([nameOf(figure.source), nameOf(figure.where), figure.statement]).toEqual([
      "interior ministry",
      "Port Aster",
      "s1",
    ]);
  });

  it.each([
    ["The interior ministry put the number of deaths at 245.", ["interior ministry"]],
    ["The Harbour Union has counted more than 24,000 people killed.", ["Harbour Union"]],
    ["On Sunday the interior ministry had spoken of 53 dead.", ["interior ministry"]],
    ["At least 1,200 arrests were recorded by the Harbour Union.", ["Harbour Union"]],
    [
      "The Harbour Union said 23 people had died. More than 50 others were missing, it said.",
      ["Harbour Union", "Harbour Union"],
    ],
    ["The fund holds $40m, according to the Harbour Union; a newer count is $30m.", ["Harbour Union", undefined]],
    ["The Harbour Union opened 40 offices.", [undefined]],
    ["The harbour ministry raised its fee for lorries to $40 on Friday.", ["harbour ministry"]],
    [
      "The interior ministry put the toll at 40, while the Harbour Union spoke of 60 dead.",
      ["interior ministry", "Harbour Union"],
    ],
    ["A poll by Norvik Research found that 54 per cent would back the plan.", ["Norvik Research"]],
    [
      "In a poll by Norvik Research, 38 percent backed it. Only 12% said it was fair.",
      ["Norvik Research", "Norvik Research"],
    ],
    ["Police put the crowd at 9,000. The Harbour Union claimed 20,000.", ["Police", "Harbour Union"]],
    ["In the delta, the Harbour Union estimates, that would leave 40,000 people dry.", ["Harbour Union"]],
    ["Turnout was 61 per cent.", [undefined]],
    ["Most senior of them, Dr. Lena Marsk of the Harbour Institute, said 40 people had died.", ["Lena Marsk"]],
  ])("names who gives each figure of %j", (text, givers) => {
    const { entities, figures } = read({ text });
    expect(figures.map(({ source }) => entities.find(({ id }) => id === source)?.name)).toEqual(givers);
  });

  it("gives valid spans on any text", () => {
    const words = fc.constantFrom(
      "at",
      "least",
      "40",
      "1,200",
      "%",
      "$",
      "people",
      "killed",
      "to",
      "-",
      "or",
      "more",
      ".",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 20 }), (parts) => {
        const text = parts.join(" ");
        for (const { start, end, evidence, what } of findIn(text)) {
          expect(evidence.start).toBeLessThanOrEqual(start);
          expect(evidence.end).toBeGreaterThanOrEqual(end);
          expect(evidence.end).toBeLessThanOrEqual(text.length);
          expect(text).toContain(what);
        }
      }),
      { numRuns: 50 },
    );
  });
});
