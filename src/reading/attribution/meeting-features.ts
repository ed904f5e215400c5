/** How a draft lies to those for the cues around it: contents that cross, cues taken without their source, words shared. */
import { mix1, mix2, mix3 } from "./feature-hash.ts";
import type { Draft } from "./keep-features.ts";
import type { MarkedDraft } from "./marked-draft.ts";
import { ROLES } from "./role-features.ts";
import { holds } from "./sorted-tokens.ts";

const MAX_AROUND = 8;

/** Writes the features from `at` on; gives their end. */
export function writeMeetingFeatures(
  { layers, draft, roles, contentEnds }: MarkedDraft,
  others: readonly Draft[],
  out: Int32Array,
  at: number,
): number {
  const { cueToken, source } = draft;
  const fineTag = layers.fineTag[cueToken];
  const [first, last] = contentEnds;
  let n = at;
  let around = 0;
  let crosses = 0;
  let splits = 0;
  let sameSource = 0;
  let touches = 0;
  let endsAlike = 0;
  let takesCue = 0;
  let sameContent = 0;
  for (const other of others) {
    const kind = (other.cueOdds > 0 ? 2 : 0) + (other.cueOdds > draft.cueOdds ? 1 : 0) + 1;
    const otherFirst = other.content[0];
    const otherLast = other.content[other.content.length - 1];
    const isInside = holds(other.content, cueToken);
    const otherSource = other.source.length > 0 ? other.source[0] : -1;
    const takesSource = otherSource >= 0 && roles[otherSource] === ROLES.content;
    if (roles[other.cueToken] === ROLES.content) {
      takesCue = Math.max(takesCue, kind);
      if (otherSource >= 0 && !takesSource) splits = Math.max(splits, kind);
    } else if (takesSource && !isInside) {
      splits = Math.max(splits, kind + 4);
    }
    const takesFirst = roles[otherFirst] === ROLES.content;
    const takesLast = roles[otherLast] === ROLES.content;
    if (takesFirst !== takesLast && !isInside) crosses = Math.max(crosses, kind);
    if (isInside && around++ < MAX_AROUND) {
      const leaves = !holds(other.content, first) || !holds(other.content, last);
      out[n++] = mix3(90, kind, leaves ? 1 : 0, fineTag);
      if (source.length > 0) out[n++] = mix3(91, kind, holds(other.content, source[0]) ? 1 : 0, fineTag);
    }
    if (otherLast === last) {
      endsAlike = Math.max(endsAlike, kind);
      if (otherFirst === first) sameContent = Math.max(sameContent, kind);
    }
    if (otherSource >= 0 && source.length > 0) {
      if (otherSource === source[0] && other.source.at(-1) === source.at(-1)) sameSource = Math.max(sameSource, kind);
      else if (roles[otherSource] === ROLES.source || holds(other.source, source[0])) touches = Math.max(touches, kind);
    }
  }
  out[n++] = mix2(92, crosses, fineTag);
  out[n++] = mix1(93, splits);
  out[n++] = mix2(94, sameSource, touches);
  out[n++] = mix2(95, endsAlike, crosses);
  out[n++] = mix2(96, takesCue, splits);
  out[n++] = mix2(97, sameContent, fineTag);
  return n;
}
