/** Trains the parts of the restorer that give words their case and close gaps. */
import {
  bucketCapitals, CASE_CONTEXTS, type CaseHistory, fillCaseContexts, fillTitleContexts, findStarts,
  findTitleEnd, MAX_TITLE_CONTEXTS,
} from "../src/language/restore-case.ts"; // biome-ignore format: a list
import { findPlace, PAD } from "../src/language/restore-contexts.ts";
import { hashForm, hashText } from "../src/language/restore-hash.ts";
import { createStartMarks, hashSuffix } from "../src/language/restore-marks.ts";
import {
  fillSpacingContexts,
  getQuoteKind,
  isGapAsked,
  passQuotation,
  SPACING_CONTEXTS,
} from "../src/language/restore-spacing.ts";
import { createRandom } from "./random.ts";
import type { FormClasses } from "./restorer-classes.ts";
import type { RestorerCorpus } from "./restorer-corpus.ts";
import { HashedLearner } from "./restorer-learner.ts";

export interface CaseTrainingOptions {
  rate: number;
  keep: number;
  minTouches: number;
  /** Every how many-th document is learnt from; the second round takes the ones after those of the first. */
  step: number;
  progress: (line: string) => void;
}

/** How often every form has which case within sentences. */
export type CaseCounts = Uint32Array;

/** Hash of an entry as restored. */
export function hashEntry(entry: { kind: number; hash: number; rule: number }): number {
  return entry.kind === 1 ? hashForm(entry.hash, entry.rule) : entry.hash;
}

interface Prepared {
  forms: Int32Array;
  entryClasses: Uint8Array;
  shapes: Int32Array;
  quotes: Uint8Array;
}

export function prepareEntries(corpus: RestorerCorpus, classes: FormClasses): Prepared {
  const { vocabulary } = corpus;
  return {
    forms: Int32Array.from(vocabulary, hashEntry),
    entryClasses: Uint8Array.from(vocabulary, (entry) =>
      entry.kind === 1 ? classes.classOf(entry.form) : classes.classOfToken(entry.hash, entry.kind),
    ),
    shapes: Int32Array.from(vocabulary, (entry) =>
      entry.kind === 0 || entry.kind === 3 ? hashText(entry.stem) : hashEntry(entry),
    ),
    quotes: Uint8Array.from(vocabulary, (entry) => getQuoteKind(entry.stem)),
  };
}

/** Counts cases within sentences, four numbers per vocabulary entry. */
export function countCases(corpus: RestorerCorpus, classes: FormClasses): CaseCounts {
  const { forms } = prepareEntries(corpus, classes);
  const counts = new Uint32Array(corpus.vocabulary.length * 4);
  const marks = createStartMarks();
  forEachDocument(corpus, 1, 0, (from, to) => {
    const kinds = Uint8Array.from(corpus.ids.subarray(from, to), (id) => corpus.vocabulary[id].kind);
    const own = Int32Array.from(corpus.ids.subarray(from, to), (id) => forms[id]);
    const starts = findStarts(own, kinds, corpus.gaps.subarray(from, to), marks);
    const title = isTitle(
      corpus,
      from,
      to,
      findTitleEnd({ length: to - from, gaps: corpus.gaps.subarray(from, to) }, own, marks),
    );
    for (let i = from + title; i < to; i++) {
      if (kinds[i - from] === 1 && starts[i - from] === 0) counts[corpus.ids[i] * 4 + corpus.cases[i]] += 1;
    }
  });
  return counts;
}

/** Trains case and the question of headlines; both live in one table. */
export function trainCase(
  corpus: RestorerCorpus,
  classes: FormClasses,
  counts: CaseCounts,
  mixedForms: ReadonlySet<number>,
  options: CaseTrainingOptions,
): HashedLearner {
  const { vocabulary } = corpus;
  const { forms, entryClasses } = prepareEntries(corpus, classes);
  const suffixes = Int32Array.from(vocabulary, ({ form }) => hashSuffix(form));
  const learner = new HashedLearner(24, options.rate);
  const marks = createStartMarks();
  const random = createRandom(7);
  const contexts = new Int32Array(CASE_CONTEXTS);
  const titleContexts = new Int32Array(MAX_TITLE_CONTEXTS);
  const places = new Int32Array(4 * Math.max(CASE_CONTEXTS, MAX_TITLE_CONTEXTS));
  for (let epoch = 0; epoch < 2; epoch++) {
    if (epoch === 1) learner.keep(options.keep, options.minTouches);
    let seen = 0;
    let right = 0;
    forEachDocument(corpus, options.step, epoch, (from, to) => {
      const length = to - from;
      const size = length + 2 * PAD;
      const kinds = Uint8Array.from(corpus.ids.subarray(from, to), (id) => vocabulary[id].kind);
      // Half the documents keep their line breaks, the others come as one line.
      const keepsBreaks = random() < 0.4;
      const gaps = Uint8Array.from(corpus.gaps.subarray(from, to), (gap, i) =>
        gap === 2 && (i === 0 || !keepsBreaks) ? 1 : gap,
      );
      const around = {
        length,
        forms: new Int32Array(size).fill(1),
        classes: new Uint8Array(size),
        capitals: new Uint8Array(size),
        starts: new Uint8Array(size),
        titles: new Uint8Array(size),
      };
      for (let i = 0; i < length; i++) {
        const id = corpus.ids[from + i];
        around.forms[PAD + i] = forms[id];
        around.classes[PAD + i] = entryClasses[id];
      }
      const own = around.forms.subarray(PAD, PAD + length);
      around.starts.set(findStarts(own, kinds, gaps, marks), PAD);
      for (let i = 0; i < length; i++) {
        if (kinds[i] !== 1) continue;
        const id = corpus.ids[from + i];
        const row = counts.slice(id * 4, id * 4 + 4);
        // As if this sighting were not counted.
        if (around.starts[PAD + i] === 0 && row[corpus.cases[from + i]] > 0) row[corpus.cases[from + i]] -= 1;
        around.capitals[PAD + i] = bucketCapitals(row[0], row[1], row[2], row[3]);
      }
      const titleEnd = findTitleEnd({ length, gaps }, own, marks);
      if (titleEnd > 0) {
        const title = isTitle(corpus, from, to, titleEnd) > 0;
        const width = fillTitleContexts(titleContexts, own, around.classes.subarray(PAD, PAD + length), titleEnd);
        for (let k = 0; k < 2; k++)
          for (let c = 0; c < width; c++) places[k * width + c] = findPlace(titleContexts[c], k + 11) >>> 2;
        learner.learn(places, 2, width, title ? 1 : 0);
        if (title) around.titles.fill(1, PAD, PAD + titleEnd);
      }
      const history: CaseHistory = { last: 0, beforeLast: 0, lastWord: 0, cached: 0 };
      const cache = new Map<number, number>();
      for (let i = 0; i < length; i++) {
        let given = 0;
        if (kinds[i] === 1) {
          const id = corpus.ids[from + i];
          const gold = corpus.cases[from + i];
          const { form } = vocabulary[id];
          const options2 = mixedForms.has(forms[id]) || form.startsWith("mc") ? 4 : form.length === 1 ? 2 : 3;
          if (gold < options2) {
            history.cached = cache.get(forms[id]) ?? 0;
            fillCaseContexts(contexts, around, PAD + i, history, suffixes[id]);
            for (let k = 0; k < options2; k++) {
              for (let c = 0; c < CASE_CONTEXTS; c++)
                places[k * CASE_CONTEXTS + c] = findPlace(contexts[c], k + 1) >>> 2;
            }
            seen += 1;
            if (learner.learn(places, options2, CASE_CONTEXTS, gold)) right += 1;
          }
          given = gold + 1;
          history.lastWord = given;
          if (around.starts[PAD + i] === 0 && around.titles[PAD + i] === 0) cache.set(forms[id], given);
        }
        history.beforeLast = history.last;
        history.last = given;
      }
    });
    options.progress(`case, round ${epoch + 1}: ${((100 * right) / seen).toFixed(2)} % right of ${seen}`);
  }
  return learner;
}

export function trainSpacing(
  corpus: RestorerCorpus,
  classes: FormClasses,
  options: CaseTrainingOptions,
): HashedLearner {
  const { vocabulary } = corpus;
  const { shapes, entryClasses, quotes } = prepareEntries(corpus, classes);
  const learner = new HashedLearner(22, options.rate);
  const contexts = new Int32Array(SPACING_CONTEXTS);
  const places = new Int32Array(2 * SPACING_CONTEXTS);
  const random = createRandom(11);
  const straight = hashText('"');
  const accents = new Set(["``", "''"].map((mark) => hashText(mark)));
  for (let epoch = 0; epoch < 2; epoch++) {
    if (epoch === 1) learner.keep(options.keep, options.minTouches);
    let seen = 0;
    let right = 0;
    forEachDocument(corpus, options.step, epoch, (from, to) => {
      const length = to - from;
      const size = length + 2 * PAD;
      const around = {
        shapes: new Int32Array(size).fill(1),
        classes: new Uint8Array(size),
        kinds: new Uint8Array(size),
      };
      for (let i = 0; i < length; i++) {
        const id = corpus.ids[from + i];
        around.shapes[PAD + i] = shapes[id];
        around.classes[PAD + i] = entryClasses[id];
        around.kinds[PAD + i] = vocabulary[id].kind;
      }
      // Tokenisers differ in what they make of straight quotation marks: learn all their ways.
      if (random() < 0.3) {
        for (let i = PAD; i < PAD + length; i++) if (accents.has(around.shapes[i])) around.shapes[i] = straight;
      }
      let open = 0;
      let touched = 0;
      for (let i = 0; i < length; i++) {
        const gap = corpus.gaps[from + i];
        const closes = gap === 0 ? 1 : 0;
        const isAsked = i > 0 && isGapAsked(around.kinds[PAD + i - 1], around.kinds[PAD + i]);
        if (isAsked) {
          fillSpacingContexts(contexts, around, PAD + i, open, touched);
          places.fill(-1, 0, SPACING_CONTEXTS);
          for (let c = 0; c < SPACING_CONTEXTS; c++) places[SPACING_CONTEXTS + c] = findPlace(contexts[c], 1) >>> 4;
          seen += 1;
          if (learner.learn(places, 2, SPACING_CONTEXTS, closes)) right += 1;
        }
        if (i > 0 && quotes[corpus.ids[from + i - 1]] > 0) {
          open = passQuotation(open, quotes[corpus.ids[from + i - 1]], (touched & 1) === 1, closes === 1);
        }
        touched = ((touched << 1) | closes) & 3;
      }
    });
    options.progress(`spacing, round ${epoch + 1}: ${((100 * right) / seen).toFixed(2)} % right of ${seen}`);
  }
  return learner;
}

/** The end of the first sentence if it is a headline in title case, 0 otherwise. */
function isTitle(corpus: RestorerCorpus, from: number, to: number, end: number): number {
  let capital = 0;
  let lower = 0;
  for (let i = from + 1; i < Math.min(to, from + end); i++) {
    const { kind, form } = corpus.vocabulary[corpus.ids[i]];
    if (kind !== 1 || form.length < 4) continue;
    if (corpus.cases[i] === 0) lower += 1;
    else capital += 1;
  }
  return capital >= 3 && capital > lower * 3 ? end : 0;
}

function forEachDocument(
  corpus: RestorerCorpus,
  step: number,
  first: number,
  visit: (from: number, to: number) => void,
): void {
  for (let i = first; i + 1 < corpus.starts.length; i += step) {
    if (corpus.starts[i + 1] > corpus.starts[i]) visit(corpus.starts[i], corpus.starts[i + 1]);
  }
}

/** Forms known for capitals in their middle, with a bit for each capital: hash and mask. */
export function findMixedForms(corpus: RestorerCorpus): [form: number, mask: number][] {
  const found: [number, number][] = [];
  for (const [id, masks] of corpus.mixed) {
    const best = [...masks].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    if (best[1] >= 3) found.push([hashEntry(corpus.vocabulary[id]), best[0]]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}
