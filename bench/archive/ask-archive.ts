/** How long an archive takes to answer: the median, 95th percentile and worst of many different questions of each kind. */
import type { RecordStore } from "../../src/store/index.ts";
import type { FilledArchive } from "./fill-archive.ts";
import { createProcessorClock } from "./processor-time.ts";
import { createRandom, pickRank, toName, toWord } from "./random-words.ts";

const WARM_UP = 5;

/**
 * @param only Part of the names of the questions that are asked; all by default.
 * @param server The first process of the archive's server, where it has one.
 */
export async function askArchive(
  store: RecordStore,
  filled: FilledArchive,
  { queries, only = "", server }: { queries: number; only?: string; server?: number },
): Promise<void> {
  const random = createRandom(11);
  const word = () => toWord(pickRank(random, filled.words));
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)];
  const anyone = () => filled.persons[pickRank(random, filled.persons.length)];
  const kinds: [name: string, ask: (count: number) => Promise<unknown>][] = [
    ["search: a word", () => store.findStatements({ words: word() })],
    ["search: two words", () => store.findStatements({ words: `${word()} ${word()}` })],
    ["search: one word and not another", () => store.findStatements({ words: `${word()} -${word()}` })],
    ["search: the commonest words", (count) => store.findStatements({ words: `${toWord(count % 10)} ${toWord(10 + (count % 7))}` })],
    ["search: a word of one speaker", () => store.findStatements({ words: word(), speaker: anyone() })],
    ["search: a common word of one speaker", (count) => store.findStatements({ words: toWord(count % 10), speaker: anyone() })],
    ["search: a word in one outlet", () => store.findStatements({ words: word(), outlet: "Outlet 7" })],
    ["search: a word in a month", () => store.findStatements({ words: word(), from: "2019-03", to: "2019-03" })],
    ["search: a word with a stance", () => store.findStatements({ words: word(), stance: "opposes" })],
    ["a person's statements", () => store.findStatements({ speaker: anyone() })],
    ["the statements of those who said most", (count) => store.findStatements({ speaker: filled.persons[count % 20] })],
    ["a person's statements in a month", () => store.findStatements({ speaker: anyone(), from: "2019-03", to: "2019-03" })],
    ["an affair's stance board, small", () => store.getStanceBoard("small")],
    ["an affair's stance board, large", () => store.getStanceBoard("large")],
    ["a person's stances", () => store.findStances({ holder: anyone() })],
    ["an affair's cases", () => store.findCaseTracks({ affairId: pick(filled.affairs) })],
    ["an affair's figures", () => store.findFigureSeries({ affairId: pick(filled.affairs) })],
    ["an affair's events", () => store.findEvents({ affairId: pick(filled.affairs) })],
    ["an affair's people", () => store.findEntities({ affairId: pick(filled.affairs), kind: "person" })],
    ["search: a word in an affair", () => store.findStatements({ words: word(), affairId: pick(filled.affairs) })],
    ["which outlets quote somebody", () => store.findQuotingOutlets(anyone())],
    ["which outlets quote those who said most", (count) => store.findQuotingOutlets(filled.persons[count % 20])],
    ["a person's same quotes", (count) => store.findUtterances({ speaker: filled.persons[count % 60] }, { limit: 20 })],
    ["an affair's same quotes", () => store.findUtterances({ affairId: pick(filled.affairs) }, { limit: 20 })],
    ["an affair's reports", () => store.findReports({ affairId: pick(filled.affairs) })],
    ["an affair's statements", () => store.findStatements({ affairId: pick(filled.affairs) })],
    ["an outlet's statements", () => store.findStatements({ outlet: "Outlet 9" })],
    ["statements to count, up to 1000", () => store.countStatements({ words: word() }, 1000)],
    ["reports by a word", () => store.findReports({ words: word() })],
    ["persons by a name", () => store.findEntities({ name: toName(pickRank(random, filled.persons.length)) })],
    ["persons by the start of a name", () => store.findEntities({ name: word().slice(0, 3) })],
    ["a person", () => store.getEntity(anyone())],
    ["what to review", () => store.findToReview({ kind: "statement" })],
    ["what to review, of all kinds", () => store.findToReview()],
    ["a report", (count) => store.getReport((count % filled.reports).toString(16).padStart(32, "0"))],
    ["the archive in numbers", () => store.getStats()],
  ]; // biome-ignore format: a table
  // The processor time is that of this process and of the server.
  console.log(`${"ms".padEnd(40)} ${["median", "p95", "worst", "processor", "its p95"].map(pad).join(" ")}`);
  for (const [name, ask] of kinds.filter(([name]) => name.includes(only))) {
    const taken: number[] = [];
    const used: number[] = [];
    await ask(0);
    const getMs = createProcessorClock(server);
    for (let count = -WARM_UP; count < queries; count++) {
      const start = performance.now();
      const before = getMs();
      await ask(Math.abs(count));
      const [clock, processor] = [performance.now() - start, getMs() - before];
      if (count < 0) continue;
      taken.push(clock);
      used.push(processor);
      // A question that takes seconds need not be put hundreds of times.
      if (taken.length >= 20 && taken.reduce((sum, ms) => sum + ms, 0) > 20_000) break;
    }
    const cells = [at(taken, 0.5), at(taken, 0.95), at(taken, 1), at(used, 0.5), at(used, 0.95)];
    console.log(`${name.padEnd(40)} ${cells.map((ms) => pad(ms.toFixed(1))).join(" ")}`);
  }
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function pad(words: string): string {
  return words.padStart(9);
}
