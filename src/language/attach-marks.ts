/**
 * Attaches punctuation by rule once the words of a sentence have their tree: a mark belongs to the lower of the two phrases
 * that it parts, marks in pairs to the head of what they enclose. That is how Universal Dependencies defines it (and how its
 * tools put it right), so a parser that chooses heads of marks by weights can only err where the words' tree leaves no doubt.
 */
/** Marks that come in pairs. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["“", "”"],
  ["``", "''"],
  ['"', '"'],
]);

let partner = new Int32Array(256);
let movable = new Uint8Array(256);
const open: number[] = [];

/**
 * @param tokens The word at position `i`, counted from 1, is `tokens[firstToken + i - 1]`.
 * @param heads A projective tree, changed; it stays one.
 * @param markLabel The number of the relation of marks.
 */
export function attachMarks(
  length: number,
  tokens: readonly { readonly text: string }[],
  firstToken: number,
  heads: Int32Array,
  labels: Int32Array,
  markLabel: number,
): void {
  let marks = 0;
  if (movable.length <= length) {
    partner = new Int32Array(length * 2);
    movable = new Uint8Array(length * 2);
  }
  for (let i = 1; i <= length; i++) {
    movable[i] = heads[i] !== 0 && labels[i] === markLabel ? 1 : 0;
    marks += movable[i];
  }
  if (marks === 0) return;
  // A mark that has children stays where it is, as they would go with it.
  for (let i = 1; i <= length; i++) movable[heads[i]] = 0;
  pairMarks(length, tokens, firstToken);
  open.length = 0;
  for (let i = 1; i <= length; i++) {
    if (movable[i] === 0) continue;
    const other = partner[i];
    if (other !== 0 && other < i) open.pop();
    const low = open.length > 0 ? open[open.length - 1] : 0;
    const high = low > 0 ? partner[low] : length + 1;
    const enclosed = other === 0 ? 0 : findEnclosedHead(heads, Math.min(i, other), Math.max(i, other));
    const head =
      enclosed > 0 && !isPassed(heads, i, enclosed, low, high) ? enclosed : findLowerPhrase(heads, i, low, high);
    if (head > 0) heads[i] = head;
    if (other > i) open.push(i);
  }
}

/** Pairs opening with closing marks so that pairs are inside one another or apart. */
function pairMarks(length: number, tokens: readonly { readonly text: string }[], firstToken: number): void {
  open.length = 0;
  for (let i = 1; i <= length; i++) {
    partner[i] = 0;
    if (movable[i] === 0) continue;
    const { text } = tokens[firstToken + i - 1];
    let k = open.length - 1;
    while (k >= 0 && CLOSING.get(tokens[firstToken + open[k] - 1].text) !== text) k--;
    if (k >= 0) {
      partner[i] = open[k];
      partner[open[k]] = i;
      open.length = k;
    } else if (CLOSING.has(text)) open.push(i);
  }
}

/** The one word between two marks whose head is outside; 0 where there are several or none. */
function findEnclosedHead(heads: Int32Array, start: number, end: number): number {
  let found = 0;
  for (let i = start + 1; i < end; i++) {
    if (movable[i] === 1 || (heads[i] > start && heads[i] < end)) continue;
    if (found > 0) return 0;
    found = i;
  }
  return found;
}

/** Whether the phrase on the outer side of a mark has its head between the mark and the word `enclosed`. */
function isPassed(heads: Int32Array, mark: number, enclosed: number, low: number, high: number): boolean {
  const step = enclosed > mark ? -1 : 1;
  let outer = mark + step;
  while (outer > low && outer < high && movable[outer] === 1) outer += step;
  if (outer <= low || outer >= high) return false;
  while (heads[outer] > low && heads[outer] < high && heads[outer] > mark === outer > mark) outer = heads[outer];
  const head = heads[outer];
  return step < 0 ? head > mark && head < enclosed : head < mark && head > enclosed;
}

/** The head of the lower of the phrases left and right of a mark, looking from after `low` to before `high`; 0 for none. */
function findLowerPhrase(heads: Int32Array, mark: number, low: number, high: number): number {
  let left = mark - 1;
  while (left > low && movable[left] === 1) left--;
  let right = mark + 1;
  while (right < high && movable[right] === 1) right++;
  if (left > low) while (heads[left] > low && heads[left] < mark) left = heads[left];
  if (right < high) while (heads[right] > mark && heads[right] < high) right = heads[right];
  if (left <= low) return right < high ? right : 0;
  if (right >= high) return left;
  for (let above = heads[right]; above !== 0; above = heads[above]) if (above === left) return right;
  return left;
}
