/** Words of a report as a list shows them: each once, and with every mark of quotation closed. */

const BETWEEN = " … ";

/** "the vote … called the vote a farce … the vote" is "called the vote a farce": what stands in another piece is not shown twice. */
export function dropRepeated(words: string): string {
  const pieces = words.split(BETWEEN);
  if (pieces.length === 1) return words;
  const kept = pieces.filter((piece, index) =>
    pieces.every(
      (other, at) =>
        at === index ||
        !other.includes(piece) ||
        (other.length === piece.length ? at > index : other.length < piece.length),
    ),
  );
  return kept.join(BETWEEN);
}

/** Spans without those that lie in another, in text order. */
export function dropContained<Span extends { start: number; end: number }>(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = -1;
  return ordered.filter(({ end }) => {
    const isNew = end > reached;
    reached = Math.max(reached, end);
    return isNew;
  });
}

/**
 * Opens or closes a mark of quotation that was left behind where the words were cut: `a “farce` is shown as `a “farce”`.
 *
 * Words with more than one mark too many are left as they are: nothing tells where those belong.
 */
export function closeQuotes(words: string): string {
  const opening = words.match(/“/g)?.length ?? 0;
  const closing = words.match(/”/g)?.length ?? 0;
  if (opening === closing + 1) return `${words}”`;
  if (closing === opening + 1) return `“${words}`;
  const straight = words.match(/"/g)?.length ?? 0;
  if (straight !== 1) return words;
  return /(?:^|[\s(—–-])"\S/.test(words) ? `${words}"` : `"${words}`;
}
