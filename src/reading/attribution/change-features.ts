/** What a draft marks otherwise than the first draft for its cue. */
import { mix2, mix3 } from "./feature-hash.ts";
import { isPunctuation, type MarkedDraft, NO_HEAD, stepLength } from "./marked-draft.ts";

/** Changes that are looked at. */
const MAX_CHANGES = 24;

/** Writes the features from `at` on; gives their end. */
export function writeChangeFeatures(
  marked: MarkedDraft,
  first: MarkedDraft,
  lossStep: number,
  out: Int32Array,
  at: number,
): number {
  const { layers, draft, roles } = marked;
  const { fineTag, word, relation, lemma, caseLemma, head } = layers;
  const { cueToken, content } = draft;
  const before = first.draft.content;
  const from = Math.min(before[0], content[0], marked.start);
  const to = Math.max(before[before.length - 1], content[content.length - 1], marked.end - 1);
  const L = lemma[cueToken];
  let n = at;
  let changes = 0;
  let written = 0;
  let last = -1;
  let lastChange = -1;
  for (let token = from; token <= to; token++) {
    if (roles[token] === first.roles[token] || isPunctuation(layers, token)) continue;
    changes++;
    const change = first.roles[token] * 4 + roles[token];
    const begins = token !== last + 1 || change !== lastChange;
    last = token;
    lastChange = change;
    const up = head[token];
    const isTop = up < 0 || first.roles[up] * 4 + roles[up] !== change;
    if ((!begins && !isTop) || ++written > MAX_CHANGES) continue;
    if (begins) {
      out[n++] = mix3(110, change, fineTag[token], token > cueToken ? 1 : 0);
      out[n++] = mix3(111, change, word[token], 0);
      out[n++] = mix3(112, change, token > 0 ? word[token - 1] : 0, 0);
    }
    if (isTop) {
      out[n++] = mix3(113, change, relation[token], caseLemma[token]);
      out[n++] = mix3(114, change, relation[token], up < 0 ? NO_HEAD : roles[up]);
      out[n++] = mix3(115, change, relation[token], L);
      out[n++] = mix3(116, change, fineTag[token], up < 0 ? 0 : fineTag[up]);
      out[n++] = mix3(117, change, lemma[token], 0);
    }
  }
  out[n++] = mix2(118, stepLength(changes), lossStep);
  return n;
}
