import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "./read.ts";
import { readingSchema } from "./schema.ts";

const REPORT = `Ferry line told to stop
The Quell Argus | 2031-02-03 | Ann Dahl

Hestria's transport minister, Jon Berg, said on Monday that the ferry "should never have sailed".

"I am sorry," he told reporters. The Quell Line denied that it had been warned.`;

describe("read", () => {
  it("reads header, people and statements", () => {
    const reading = read({ text: REPORT });
    expect(reading.report).toMatchObject({
      title: "Ferry line told to stop",
      outlet: "The Quell Argus",
      byline: "Ann Dahl",
      publishedAt: "2031-02-03",
      form: "plain",
      text: REPORT,
    });
    const minister = reading.entities.find(({ name }) => name === "Jon Berg");
    expect(minister?.roles[0]?.title).toBe("transport minister");
    const said = reading.statements.filter(({ speaker }) => speaker === minister?.id).map(({ text }) => text);
    expect(said).toContain("I am sorry");
  });

  it("tells where something was said, not what places it is about", () => {
    const { statements, entities } = read({
      text: "Talks.\n\nJon Berg said in Oslo that the harbour in Bergen would close. The pit stays, Ann Dahl said.",
    });
    const places = statements.map(({ where }) => entities.find(({ id }) => id === where)?.name ?? null);
    expect(places).toEqual(["Oslo", null]);
  });

  it("knows an office whose last part is an adjective, and a court by its capitals", () => {
    const { entities } = read({
      text: "Inquest.\n\nOxmar director-general Ann Dahl told the Special Tribunal for Hestria on Monday that the pit was safe.",
    });
    const person = entities.find(({ name }) => name === "Ann Dahl");
    expect(person?.roles.map(({ title }) => title)).toEqual(["director-general"]);
    expect(entities.find(({ kind }) => kind === "court")?.name).toBe("Special Tribunal for Hestria");
  });

  it("knows the people that a sentence begins with from the body that they are of", () => {
    const { entities } = read({
      text: "Ruling.\n\nJudges of the Basin Tribunal on Tuesday issued a warrant. The judges were of one mind.",
    });
    expect(entities.find(({ kind }) => kind === "court")?.name).toBe("Basin Tribunal");
  });

  it("takes what is done for no speech, and what is said in a clause for speech", () => {
    const listSpeech = (sentence: string): string[] =>
      read({ text: `Ferries.\n\n${sentence}` })
        .statements.filter(({ kind }) => kind === "speech")
        .map(({ text }) => text);
    expect(listSpeech("The harbour board barred the Quell Line from carrying passengers in winter.")).toEqual([]);
    expect(listSpeech("The harbour board said the Quell Line would carry no passengers in winter.")).toEqual([
      "the Quell Line would carry no passengers in winter",
    ]);
  });

  it.each([
    [
      "Hestria, which had fought every reference to zinc, tin or lead, has signalled that it can live with the text.",
      "Hestria",
    ],
    ["Dorn’s wife Saskia, 33, called the ruling “a farce”.", "Saskia"],
    [
      "The president’s negotiator, Fidel Kamar, took a long time to reply.\n\n“They are tired,” he said.",
      "Fidel Kamar",
    ],
    ["Two members stayed. A third, Luis Quint, promised to oppose the plan.", "Luis Quint"],
    ["The group that calls itself Red Lantern left a note. It said it had taken the files.", "Red Lantern"],
    ["Asked on Radio Alder whether he would go, Guy Penn paused. Then he said that he would not.", "Guy Penn"],
    [
      "Velland left the talks. In a note on Monday, its foreign ministry said the text was finished.",
      "Velland's foreign ministry",
    ],
    ["Quell Gov. Jon Berg approved the toll.\n\nThe Democratic governor said that nobody would pay twice.", "Jon Berg"],
    ["The mayor's son-in-law, Jon Berg, called the plan a gamble.", "Jon Berg"],
  ])("names who speaks: %j", (text, speaker) => {
    const { statements, entities } = read({ text: `Talks.\n\n${text}` });
    const names = statements.map((statement) => entities.find(({ id }) => id === statement.speaker)?.name);
    expect(names).toEqual([speaker]);
  });

  it.each([
    ["Ann Dahl said the mayor, Jon Berg, had lied to Ole Kvam.\n\n“He is finished,” she said.", "Ann Dahl"],
    ["Tom Rask, a rival, said that neither Jon Berg nor Ole Kvam could win.\n\n“It is over,” he said.", "Tom Rask"],
    [
      "“It was a trap for Mary Berg,” said Heather Dahl, who works for Jon Rask. “It was cruel,” she said.",
      "Heather Dahl",
    ],
  ])("knows who goes on speaking: %j", (text, speaker) => {
    const { statements, entities } = read({ text: `Talks.\n\nThe mayor, Jon Berg, and Mary Berg met.\n\n${text}` });
    const last = entities.find(({ id }) => id === statements.at(-1)?.speaker);
    expect(last?.name).toBe(speaker);
  });

  it.each([
    "Asked by reporters whether the harbour would close, Jon Berg left the room.",
    "Jon Berg was pressed on whether the harbour would close.",
  ])("takes no question put to somebody for a statement: %j", (text) => {
    const { statements } = read({ text: `Ferries.\n\n${text}` });
    expect(statements.filter(({ act, kind }) => act === "question" && kind === "speech")).toEqual([]);
  });

  it("lets what is given win over what the text says", () => {
    const { report } = read({ text: REPORT, title: "Other", publishedAt: "2031-02-04T10:00:00Z", givenId: "7" });
    expect(report).toMatchObject({
      title: "Other",
      publishedAt: "2031-02-04",
      givenId: "7",
      outlet: "The Quell Argus",
    });
  });

  it("gives the same bytes twice", () => {
    expect(JSON.stringify(read({ text: REPORT }))).toBe(JSON.stringify(read({ text: REPORT })));
  });

  const words = fc.constantFrom(
    ...'Jon Berg, the minister of Hestria said “it ’s” "no" that he would not stop . told Ann Dahl ( TSW ) according to it \'s who was \n\n leaders and 12 they accused us – - : \ud800'.split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 120 }).map((list) => list.join(" ")),
    fc.string({ unit: "binary", maxLength: 300 }),
  );

  it("reads a report that ends where an accusation would begin", () => {
    for (const text of ["accused", "The court accused", "The judges charged"])
      expect(read({ text }, { form: "plain" }).cases.flatMap(({ respondents }) => respondents)).toEqual([]);
  });

  it("gives valid readings whose texts are slices of the report, for any text in any form", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("plain", "tokenised", "stemmed", undefined), (text, form) => {
        const reading = read({ text }, { form });
        readingSchema.parse(reading);
        const { length } = reading.report.text;
        for (const { content, text: said, evidence, source, cue } of reading.statements) {
          const pieces = said.split(" ... ");
          expect(pieces.every((piece) => reading.report.text.includes(piece))).toBe(true);
          for (const { start, end } of [...content, ...evidence, ...source, ...cue]) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(length);
          }
        }
        const ids = new Set(reading.entities.map(({ id }) => id));
        for (const { speaker, addressee, via } of reading.statements) {
          for (const id of [speaker, addressee, via]) if (id !== null) expect(ids).toContain(id);
        }
        for (const { roles, mentions } of reading.entities) {
          for (const { of } of roles) if (of !== null) expect(ids).toContain(of);
          for (const { start, end } of mentions) expect(start < end && end <= length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
