/**
 * Index of the first item whose key is at least `key`, in a list sorted by it; the list's length where there is none.
 * Logarithmic, so that looking around every item of a long report takes no quadratic time.
 */
export function findFirst<Item>(items: readonly Item[], key: number, toKey: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (toKey(items[middle]) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
