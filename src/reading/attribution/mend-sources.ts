/** Mends what the marking of single words gets wrong of sources: parts that are another's, and hyphenated words torn apart. */
import type { Token } from "../../language/index.ts";
import { isHyphenated } from "../is-hyphenated.ts";
import type { JudgedDraft } from "./draft-attributions.ts";
import type { TokenLayers } from "./token-layers.ts";

/** The drafts with their sources mended; given and returned in text order of their cues. */
export function mendSources(
  layers: TokenLayers,
  tokens: readonly Token[],
  drafts: readonly JudgedDraft[],
): JudgedDraft[] {
  return drafts.map((judged, index) => {
    const { draft } = judged;
    const own = index === 0 ? draft.source : leaveToOther(draft.source, drafts[index - 1]);
    const source = completePhrase(layers, tokens, own, draft.cue);
    if (source === draft.source) return judged;
    const taken = new Set(source);
    return { ...judged, draft: { ...draft, source, content: draft.content.filter((token) => !taken.has(token)) } };
  });
}

/**
 * "Norland called it late, while Estaria described it as “early”": what lies before the other's cue and is its source is not
 * the source of the second, if that has a source of its own after it.
 */
function leaveToOther(source: readonly number[], { draft: other }: JudgedDraft): readonly number[] {
  const { cueToken } = other;
  if (source.length === 0 || source[0] > cueToken || source.at(-1)! < cueToken) return source;
  const isOthers = source.every((token) => token > cueToken || other.source.includes(token));
  return isOthers ? source.filter((token) => token > cueToken) : source;
}

/** "According to the Norland-run port office": a source that ends within a hyphenated word goes on to the noun that it describes. */
function completePhrase(
  { head, sentence }: TokenLayers,
  tokens: readonly Token[],
  source: readonly number[],
  cue: readonly number[],
): readonly number[] {
  const last = source.at(-1);
  if (last === undefined || !isHyphenated(tokens, last)) return source;
  let end = last;
  while (isHyphenated(tokens, end)) end++;
  const noun = head[end] > end && sentence[head[end]] === sentence[end] ? head[end] : head[source[0]];
  if (noun > end && noun - end <= LONGEST_REST) end = noun;
  if (cue.some((token) => token > last && token <= end)) return source;
  const rest = Array.from({ length: end - last }, (_, step) => last + 1 + step);
  return [...source, ...rest];
}

/** Tokens between a hyphenated word and its noun: "Norland-run port health office". */
const LONGEST_REST = 3;
