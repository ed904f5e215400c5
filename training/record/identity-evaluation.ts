/**
 * Measures identity across reports: of all pairs of mentions of one person in two reports, how many the archive takes for one;
 * and how many pairs it takes for one that are not.
 *
 * Who is who: in the shipped affair by its key, elsewhere by whole names, since reports that are told of together have no
 * namesakes. A description ("one of them") is nobody's name: whatever it is merged with is wrong.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "../../src/reading/index.ts";
import { foldName } from "../../src/record/index.ts";
import { readReports } from "../../src/sources/index.ts";
import { openStore, type RecordStore } from "../../src/store/index.ts";
import type { Evaluation, Score } from "../evaluation.ts";

const OWN_KEY = "examples/affair/persons.json";

export const identityEvaluation: Evaluation = {
  layer: "identity",
  async evaluate({ dataFolder }) {
    const scores: Score[] = [];
    if (existsSync(OWN_KEY)) {
      const key: string[][] = JSON.parse(readFileSync(OWN_KEY, "utf8"));
      const own = readdirSync("examples").map((name) => join("examples", name, "report.txt"));
      const files = ["examples/affair/reports", ...own.filter((file) => existsSync(file))];
      scores.push(...(await measure("affair and our examples", files, key)));
    }
    const given = [join(dataFolder, "examples/reports"), join(dataFolder, "../examples/reports")].find(existsSync);
    if (given !== undefined) {
      // Stems leave the ends of names open, which whole names cannot be compared by.
      const names = readdirSync(given).filter((name) => /(?<!\.stem)\.txt$|\.html$/.test(name));
      scores.push(
        ...(await measure(
          "keys",
          names.sort().map((name) => join(given, name)),
          [],
        )),
      );
    }
    return scores;
  },
};

/** A person's mention in one report: who it is by the key, and who by the archive. */
interface Appearance {
  readonly reportId: string;
  readonly person: string;
  readonly entity: string;
}

async function measure(set: string, files: readonly string[], key: readonly (readonly string[])[]): Promise<Score[]> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-identity-"));
  const store = await openStore(join(folder, "identity.db"));
  try {
    for await (const item of readReports({ files })) {
      if (item.kind !== "report") continue;
      const reading = read(item.report);
      await store.addReports([{ report: reading.report, reading, reader: "evaluation", origin: item.file }]);
    }
    const appearances = await listAppearances(store, key);
    let [same, found, merged, wrong] = [0, 0, 0, 0];
    for (const [index, one] of appearances.entries()) {
      for (const other of appearances.slice(index + 1)) {
        if (one.reportId === other.reportId) continue;
        const isSame = one.person === other.person;
        const isMerged = one.entity === other.entity;
        if (isSame) same++;
        if (isSame && isMerged) found++;
        if (isMerged) merged++;
        if (isMerged && !isSame) wrong++;
      }
    }
    return [
      { set, measure: "right merges, % of pairs", value: (100 * found) / Math.max(1, same) },
      { set, measure: "wrong merges, % of merges", value: (100 * wrong) / Math.max(1, merged) },
      { set, measure: "pairs of one person", value: same },
      { set, measure: "wrong merges", value: wrong },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function listAppearances(store: RecordStore, key: readonly (readonly string[])[]): Promise<Appearance[]> {
  const persons = new Map(key.flatMap((names, index) => names.map((name) => [foldName(name), `key ${index}`])));
  const appearances: Appearance[] = [];
  let strangers = 0;
  for await (const { id: reportId, reading, entityIds } of store.eachReport()) {
    for (const entity of reading?.entities ?? []) {
      if (entity.kind !== "person") continue;
      const name = foldName(entity.name);
      const isName = /^\p{Lu}\S* .*\p{Lu}[^\s,]*$/u.test(entity.name);
      const person = persons.get(name) ?? (isName ? name : `nobody ${strangers++}`);
      appearances.push({ reportId, person, entity: entityIds[entity.id] });
    }
  }
  return appearances;
}
