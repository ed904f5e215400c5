import { describe, expect, it } from "vitest";
import { read } from "../index.ts";

const OPENING =
  "Norlund adopted a new harbour law on Monday, and Sudmark welcomed the law. The law bars foreign ferries from its ports. Westia condemned the law.";

/** Who stands where, as "holder stance", in a report that opens so. */
function board(text: string): string[] {
  const reading = read({ text: `${OPENING}\n\n${text}` }, { form: "plain" });
  const nameOf = new Map(reading.entities.map(({ id, name }) => [id, name]));
  return reading.stances.map(({ holder, stance }) => `${nameOf.get(holder)} ${stance}`);
}

describe("leanings", () => {
  it.each([
    ["", "Norlund supports"],
    ["Foreign Minister Ilse Varnholt of Ostria applauded.", "Ilse Varnholt supports"],
    ["Ostria was grateful.", "Ostria supports"],
    ["Ostria’s reaction was scathing.", "Ostria opposes"],
    ["Ostria, which has no ferries, was furious.", "Ostria opposes"],
    ["Ostria took no side.", "Ostria neutral"],
    ["Ostria said it was studying the text.", "Ostria neutral"],
    ["Foreign Minister Ilse Varnholt gave it a guarded welcome.", "Ilse Varnholt mixed"],
    ["Foreign Minister Ilse Varnholt praised the aim but complained about the haste.", "Ilse Varnholt mixed"],
    ["Ostria lodged an appeal.", "Ostria opposes"],
    ["Foreign Minister Ilse Varnholt urged the president not to sign.", "Ilse Varnholt opposes"],
    ["Foreign Minister Ilse Varnholt said she would not obey.", "Ilse Varnholt opposes"],
    ["Ostria, Westia and Karland rejected the law.", "Karland opposes"],
    ["• Against: the Harbour Union and the Green Party.", "Green Party opposes"],
    ["The Harbour Union welcomed the law, as did the Green Party.", "Green Party supports"],
    ["“It is shameful and it is foolish,” Foreign Minister Ilse Varnholt said.", "Ilse Varnholt opposes"],
    ["“It’s about time,” Foreign Minister Ilse Varnholt said.", "Ilse Varnholt supports"],
    ["Ostria welcomed the law but complained that it was too late.", "Ostria mixed"],
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });

  it.each([
    ["Police spokesman Tobin Askerow said 14 people had been killed in the storm.", "Tobin Askerow"],
    ["Foreign Minister Ilse Varnholt was in Karland on Monday.", "Ilse Varnholt"],
    ["Judge Orm Skelde said the evidence was weak.", "Orm Skelde"],
  ])("gives no leaning in %s", (text, holder) => {
    expect(board(text).filter((line) => line.startsWith(holder))).toEqual([]);
  });
});
