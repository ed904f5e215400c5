/** An archive in which there is something of everything, about invented persons and states. */
import type { Reading } from "../../src/reading/index.ts";
import type { ReportToAdd } from "../../src/record/index.ts";
import type { RecordStore } from "../../src/store/index.ts";
import { findWords } from "../hand-made-reading.ts";
import { invent, tollReport } from "../store/invented-reports.ts";

const TEXT = `The harbour court of Veldria 🚢 asked on Monday for the arrest of Bram Oster.
Ilse Marrant told the court: “The toll is a gift, and a bad one.”\tShe said that 40 ships had left.
Veldria accused the Ostmark Isles of smuggling.`;

/** A report with a line of every kind, and signs of two code units before them. */
export function courtReport(): ReportToAdd {
  const added = invent({
    text: TEXT,
    publishedAt: "2031-05-05",
    outlet: "Coast Post",
    entities: [
      { name: "Ilse Marrant", roles: [["prime minister", "e2"]] },
      { name: "Veldria", kind: "state" },
      { name: "harbour court", kind: "court" },
      { name: "Bram Oster" },
      { name: "Ostmark Isles", kind: "state" },
    ],
    statements: [
      { content: ["The toll is a gift, and a bad one."], cue: "told", speaker: "e1", mode: "direct", act: "condemn" },
      { content: ["40 ships had left"], cue: "said", speaker: "e1", mode: "indirect", when: "2031-05-04" },
    ],
    stances: [["e1", "opposes", "The toll"]],
  });
  const reading = added.reading as Reading;
  const at = (words: string) => [findWords(TEXT, words)];
  reading.report.url = "https://coast-post.example/court?page=1";
  reading.report.title = 'Court, "gift" and\ttoll';
  reading.entities[1].country = "GB";
  reading.events = [
    {
      id: "v1", class: "ACCUSE", cameo: "112", actor: "e2", recipient: "e5", status: "asserted", statement: null, when: null,
      where: null, evidence: at("Veldria accused the Ostmark Isles of smuggling"), score: 0.9,
    },
  ]; // biome-ignore format: a row
  reading.cases = [
    {
      id: "c1", kind: "arrest warrant", court: "e3", applicant: "e2", stage: "requested", stages: [], standard: null,
      respondents: [{ person: "e4", allegations: [{ name: "smuggling", class: null, evidence: at("smuggling") }] }],
      decidedBy: null, enforcedBy: null, memberStates: null, nonMembers: [], treaty: null,
      evidence: at("asked on Monday for the arrest of Bram Oster"), score: 0.8,
    },
  ]; // biome-ignore format: a row
  reading.figures = [
    {
      id: "f1", value: 40, bound: "exactly", what: "ships", class: "count", source: "e1", statement: "s2", when: null,
      where: null, evidence: at("40 ships"), score: 0.7,
    },
  ]; // biome-ignore format: a row
  return added;
}

const QUOTE = "we shall never let foreign captains pay for our broken harbour walls";

export async function fillArchive(store: RecordStore): Promise<void> {
  const court = courtReport();
  const first = tollReport("2031-05-02", QUOTE);
  const second = tollReport("2031-06-01", "a fair price for a fair harbour", "supports", "Harbour Wire");
  // The latest date first: what was added earlier is not what is older.
  await store.addReports([second, court]);
  await store.addReports([first, { ...tollReport("2031-05-03", "unread"), reading: null }]);
  await store.addReports([{ ...second, reader: "r2" }]);
  const affair = await store.createAffair({ name: "The toll", query: { words: "toll", to: "2031-05" } });
  await store.setReportsInAffair(affair.id, [second.report.id], true);
  await store.setReportsInAffair(affair.id, [court.report.id], false);
  await store.addIssue(affair.id, { proposition: "the harbour toll should be raised", words: "fee" });
  const [by, other] = ["Ada Quill", "Bo"];
  const key = (local: string) => `${court.report.id}/${local}`;
  await store.judge({ by, verdict: "accept", key: key("s1"), note: "heard it; “yes”" });
  await store.judge({
    by: other,
    verdict: "correct",
    key: key("s2"),
    correction: { speaker: "Bram Oster", act: "deny" },
  });
  const wrong = await store.judge({ by, verdict: "reject", key: key("v1") });
  await store.undoJudgement(wrong.id, other);
  await store.judge({ by, verdict: "reject", key: key("f1") });
  const [{ id: marrant }] = (await store.findEntities({ name: "Marrant" })).items;
  const [{ id: oster }] = (await store.findEntities({ name: "Oster" })).items;
  await store.judge({ by, verdict: "merge", entityId: oster, into: marrant });
  await store.judge({ by, verdict: "link", entityId: marrant, authority: "wikidata", identifier: "Q0" });
  await store.judge({ by, verdict: "split", key: `${first.report.id}/e1` });
  const watch = await store.addWatch({ kind: "entity", subject: marrant, deliverTo: "/tmp/lines.jsonl" });
  await store.setWatchState(watch.id, { reportedTo: "3" });
  await store.addWatch({ kind: "feed", subject: "https://coast-post.example/feed" });
}

export async function join(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
