/** Makes the restorer's lexicon from a corpus: which forms each stem came from, and what last letters suggest. */

import { hashForm } from "../src/language/restore-hash.ts";
import { countBucket, hashEnding, type LexiconData, type LexiconTable } from "../src/language/restore-lexicon.ts";
import type { FormClasses } from "./restorer-classes.ts";
import type { CorpusClusters } from "./restorer-clusters.ts";
import type { RestorerCorpus, VocabularyEntry } from "./restorer-corpus.ts";

/** Rows that a key of last letters may have. */
const ENDING_RULES = 7;

interface Row {
  rule: number;
  count: number;
  formClass: number;
}

/** The rule that makes a form of its stem: how many letters go, and what comes. */
export function describeRule(stem: string, form: string): string {
  let same = 0;
  while (same < stem.length && same < form.length && stem[same] === form[same]) same += 1;
  return `${stem.length - same}${form.slice(same)}`;
}

/**
 * Makes the lexicon with exact counts, as training needs it, and writes each entry's rule into the corpus's vocabulary.
 *
 */
export function makeLexicon(corpus: RestorerCorpus, classes: FormClasses, clusters: CorpusClusters): LexiconData {
  const frequency = new Int32Array(corpus.vocabulary.length);
  for (const id of corpus.ids) frequency[id] += 1;
  const words: { entry: VocabularyEntry; count: number }[] = [];
  for (const [id, entry] of corpus.vocabulary.entries()) {
    if (entry.kind === 1) words.push({ entry, count: frequency[id] });
  }

  // Rules by how many stems follow them, the plain one first.
  const ruleCounts = new Map<string, number>([["0", Number.MAX_SAFE_INTEGER]]);
  for (const { entry } of words) {
    const rule = describeRule(entry.stem, entry.form);
    if (rule.length < 14 && rule.charCodeAt(0) < 58) ruleCounts.set(rule, (ruleCounts.get(rule) ?? 0) + 1);
  }
  const rules = [...ruleCounts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
  const ruleNumbers = new Map(rules.map((rule, number) => [rule, number]));

  const byStem = new Map<number, { stem: string; rows: Row[]; total: number }>();
  for (const { entry, count } of words) {
    const rule = ruleNumbers.get(describeRule(entry.stem, entry.form));
    if (rule === undefined) continue;
    entry.rule = rule;
    const found = byStem.get(entry.hash) ?? { stem: entry.stem, rows: [], total: 0 };
    if (found.stem !== entry.stem) continue;
    found.rows.push({ rule, count, formClass: classes.classOf(entry.form) });
    found.total += count;
    byStem.set(entry.hash, found);
  }

  const formClusters = new Map(
    corpus.vocabulary.map(({ hash, rule }, id) => [hashForm(hash, rule), clusters.ofForms[id]]),
  );

  // What last letters suggest, from rare stems.
  const byEnding = new Map<number, Map<number, { count: number; classes: Map<number, number> }>>();
  for (const { stem, rows, total } of byStem.values()) {
    if (total > 8) continue;
    for (let letters = 1; letters <= Math.min(4, stem.length); letters++) {
      const key = hashEnding(stem, stem.length, letters);
      const found = byEnding.get(key) ?? new Map();
      for (const { rule, formClass } of rows) {
        const row = found.get(rule) ?? { count: 0, classes: new Map<number, number>() };
        row.count += 1;
        row.classes.set(formClass, (row.classes.get(formClass) ?? 0) + 1);
        found.set(rule, row);
      }
      byEnding.set(key, found);
    }
  }
  const endings: [number, Row[]][] = [];
  for (const [key, found] of byEnding) {
    let total = 0;
    for (const { count } of found.values()) total += count;
    if (total < 25) continue;
    const rows = [...found]
      .filter(([, { count }]) => count >= 2 && count * 200 >= total)
      .sort((a, b) => b[1].count - a[1].count || a[0] - b[0])
      .slice(0, ENDING_RULES)
      .map(([rule, { count, classes: seen }]) => ({
        rule,
        count,
        formClass: [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0],
      }));
    if (rows.length > 0) endings.push([key, rows]);
  }

  const stems = [...byStem]
    .filter(([, { total }]) => total >= 2)
    // Forms so rare beside others of their stem are slips of the pen, and never worth the time to weigh them.
    .map(([hash, { rows, total }]): [number, Row[]] => [hash, rows.filter(({ count }) => count * 3000 >= total)]);
  return packLexicon(rules, stems, endings, clusters.ofStem, (form) => formClusters.get(form) ?? 0);
}

function packLexicon(
  rules: string[],
  stems: [number, Row[]][],
  endings: [number, Row[]][],
  clusterOf: (stem: number) => number,
  formClusterOf: (form: number) => number,
): LexiconData {
  const packed = packTable(stems);
  const counts = new Uint32Array(packed.rows.map(({ count }) => count));
  const capitals = new Uint8Array(packed.rows.length);
  const clusters = Uint8Array.from(packed.table.keys, clusterOf);
  const formClusters = new Uint8Array(packed.rows.length);
  for (const [row, [stem]] of packed.sorted.entries()) {
    for (let i = packed.table.first[row]; i < packed.table.first[row + 1]; i++) {
      formClusters[i] = formClusterOf(hashForm(stem, packed.rows[i].rule));
    }
  }
  const totals = new Uint32Array(packed.sorted.map(([, rows]) => rows.reduce((sum, { count }) => sum + count, 0)));
  return {
    rules,
    stems: packed.table,
    counts,
    totals,
    capitals,
    clusters,
    formClusters,
    names: new Uint32Array(1),
    endings: packTable(endings).table,
  };
}

function packTable(entries: [number, Row[]][]): { table: LexiconTable; rows: Row[]; sorted: [number, Row[]][] } {
  const sorted = [...entries].sort((a, b) => a[0] - b[0]);
  const rows: Row[] = [];
  const first = new Uint32Array(sorted.length + 1);
  for (const [index, [, own]] of sorted.entries()) {
    first[index] = rows.length;
    rows.push(...[...own].sort((a, b) => b.count - a.count || a.rule - b.rule));
  }
  first[sorted.length] = rows.length;
  const table = {
    keys: Int32Array.from(sorted, ([key]) => key),
    first,
    rules: Uint16Array.from(rows, ({ rule }) => rule),
    classes: Uint8Array.from(rows, ({ formClass }) => formClass),
  };
  return { table, rows, sorted };
}

/**
 * The lexicon as it ships: counts as buckets, with capitals.
 *
 * @param capitalsOf The bucket of a form, by its hash.
 * @param names The filter of names.
 */
export function shrinkLexicon(
  data: LexiconData,
  capitalsOf: (form: number) => number,
  names: Uint32Array,
): LexiconData {
  const stems: [number, Row[]][] = [];
  const { keys, first, rules, classes } = data.stems;
  for (let row = 0; row < keys.length; row++) {
    const own: Row[] = [];
    for (let i = first[row]; i < first[row + 1]; i++) {
      own.push({ rule: rules[i], count: data.counts[i], formClass: classes[i] });
    }
    stems.push([keys[row], own]);
  }
  const packed = packTable(stems);
  const capitals = new Uint8Array(packed.rows.length);
  for (const [row, [stem]] of packed.sorted.entries()) {
    for (let i = packed.table.first[row]; i < packed.table.first[row + 1]; i++) {
      capitals[i] = capitalsOf(hashForm(stem, packed.rows[i].rule));
    }
  }
  return {
    capitals,
    clusters: data.clusters,
    formClusters: data.formClusters,
    names,
    rules: data.rules,
    stems: packed.table,
    counts: Uint8Array.from(packed.rows, ({ count }) => countBucket(count)),
    totals: Uint8Array.from(data.totals, countBucket),
    endings: data.endings,
  };
}
