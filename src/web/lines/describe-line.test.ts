import { expect, it } from "vitest";
import type { EventLine } from "../../record/index.ts";
import { describeFigure, describeLine } from "./describe-line.ts";

it.each([
  ["exactly", 41, "people", "killed", "41 people killed"],
  ["at least", 1200, "homes", "count", "at least 1,200 homes"],
  ["about", 60, "60 percent", "share", "about 60 percent"],
  ["exactly", 310_000_000, "$310 million", "money", "$310 million"],
  ["exactly", 9, "votes to four", "votes", "9 votes to four"],
  ["exactly", 4, "four", "votes", "4 votes"],
  ["exactly", 9, "officers hurt in scuffles", "injured", "9 officers hurt in scuffles"],
  ["exactly", 9, "officers on their way home", "killed", "9 officers on their way home, killed"],
  ["at least", 2, "deaths", "killed", "at least 2 deaths"],
  ["exactly", 58, "58", "count", "58"],
  ["exactly", 4_000_000, "four million", "count", "4,000,000"],
  ["about", 12, "tourists", "hostages", "about 12 tourists held hostage"],
  ["exactly", 12_000_000, "crowns", "money", "12,000,000 crowns"],
  ["exactly", 61, "", "killed", "61 killed"],
] as const)("%s %d of “%s” (%s) is told as “%s”", (bound, value, what, of, expected) => {
  expect(describeFigure({ bound, value, what, class: of })).toBe(expected);
});

it("tells of money in the report's own words, where only they have the currency", () => {
  const figure = { bound: "about", value: 14_000_000, what: "a year", class: "money" } as const;
  expect(describeFigure({ ...figure, quote: "some $14 million a year" })).toBe("some $14 million a year");
});

it.each([
  ["AGREE", true, "2031-05-02", "agrees with", "on 2 May 2031"],
  ["AGREE", false, "2031", "agrees", "in 2031"],
  ["PROTEST", false, "2031-05", "protests", "in May 2031"],
] as const)("tells of an event (%s, with another side: %s, %s)", (of, hasRecipient, when, deed, note) => {
  const recipient = hasRecipient ? { id: "e2", name: "Orla", kind: "person" } : null;
  const line = { class: of, eventStatus: "asserted", when, actor: null, recipient, quote: "" } as unknown as EventLine;
  const { what, notes } = describeLine({ kind: "event", line });
  expect([what, ...notes]).toEqual([deed, note]);
});
