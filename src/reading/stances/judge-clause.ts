/** What a whole clause judges by its make: "was too lenient", "was weaker than hoped", "would collapse", "was a victory for". */
import { rate } from "./judge-phrase.ts";
import { getChild, getChildren, isNegated, type Tree } from "./stance-document.ts";

const VERDICT = 1.5;
/** Of time and distance, "too" says nothing of worth. */
const OF_TIME = /^(?:early|soon|close|young|tired|busy|far|often|late|long|quickly)$/i;

/** "was too lenient", "was not strong enough", "is far too small"; 0 for other words. */
export function judgeExcess(tree: Tree, head: number): number {
  const { tokens, tags } = tree.document;
  if (tags[head] !== "ADJ" || getChild(tree, head, /^cop$/) < 0 || OF_TIME.test(tokens[head].text)) return 0;
  if (/^too$/i.test(tokens[head - 1].text)) return isNegated(tree, head) ? 0 : -VERDICT;
  return /^enough$/i.test(tokens[head + 1]?.text ?? "") && isNegated(tree, head) ? -VERDICT : 0;
}

const BETTER = /^(?:better|stronger|fairer|more|further|higher|greater|bigger|broader)$/i;

/** "was weaker than she had hoped", "fell short"; 0 for other words. */
export function judgeShortfall(tree: Tree, head: number): number {
  const { tokens, lemmas } = tree.document;
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? "";
  if (/^(?:fall|come|stop)$/.test(lemmas[head]) && /^short$/.test(word(head + 1)))
    return isNegated(tree, head) ? 0 : -VERDICT;
  const than = word(head + 1) === "than" ? head + 1 : word(head + 2) === "than" ? head + 2 : -1;
  if (than < 0 || getChild(tree, head, /^cop$/) < 0) return 0;
  const isOwnHope = [than + 1, than + 2, than + 3].some((at) =>
    /^(?:hoped|wanted|wished|asked|demanded)$/.test(word(at)),
  );
  if (!isOwnHope) return 0;
  const first = word(head - 1);
  const degree = first === "less" ? -1 : BETTER.test(tokens[head].text) || first === "more" ? 1 : -1;
  const rating =
    first === "more" || first === "less" ? Math.sign(rate(tokens[head].text, lemmas[head], "ADJ")) || 1 : 1;
  return VERDICT * degree * rating;
}

const FAILING = /^(?:fail|collapse|backfire|founder|flop|unravel|crumble|implode|fizzle|die)$/;
const LASTING = /^(?:work|succeed|hold|survive|last|prevail|pass|deliver|help)$/;

/** "would fail", "will not work", "is doomed"; 0 for other words. */
export function judgeFate(tree: Tree, head: number): number {
  const { tokens, lemmas, tags } = tree.document;
  if (/^doomed$/i.test(tokens[head].text)) return isNegated(tree, head) ? 0 : -VERDICT;
  if (tags[head] !== "VERB") return 0;
  const isForecast = getChildren(tree, head).some(
    (child) => child < head && /^(?:will|would|'ll|’ll|wo|can|ca|could)$/i.test(tokens[child].text),
  );
  const isDenied = isNegated(tree, head);
  if (isForecast && FAILING.test(lemmas[head])) return isDenied ? 0 : -VERDICT;
  if (!LASTING.test(lemmas[head]) || getChild(tree, head, /^obj/) >= 0) return 0;
  // "It does not work", "it works"; that it will work is only foreseen.
  if (isDenied) return -VERDICT;
  return !isForecast && /^(?:work|deliver)$/.test(lemmas[head]) ? VERDICT : 0;
}

/** Nouns for what a decision is to those whom it helps or hurts. */
const GAIN =
  /^(?:victory|win|triumph|boost|lifeline|boon|vindication|opportunity|relief|milestone|breakthrough|godsend|blessing|turning-point)$/i;
const HARM =
  /^(?:blow|setback|defeat|betrayal|slap|farce|sham|charade|stunt|circus|gimmick|smokescreen|whitewash|cover-up|travesty|mockery|witch-hunt|non-starter|scam|fiasco|sell-out|surrender|capitulation|provocation|land-?grab|power-?grab|coup|joke|humiliation)$/i;

/** "a victory for patients", "a blow to the port": of the noun in the place of a judgement; 0 for other nouns. */
export function judgeGain(tree: Tree, noun: number): number {
  const { tokens, tags } = tree.document;
  if (tags[noun] !== "NOUN") return 0;
  const { text } = tokens[noun];
  const value = GAIN.test(text) ? VERDICT + 0.5 : HARM.test(text) ? -VERDICT - 0.5 : 0;
  // "a missed opportunity".
  const before = tokens[noun - 1]?.text ?? "";
  if (value > 0 && /^(?:missed|lost|wasted|pyrrhic|false|hollow|empty)$/i.test(before)) return -value;
  if (/^(?:any|no)$/i.test(tokens[tree.first[noun]].text) || isNegated(tree, noun)) return -value;
  return value;
}

/** What the thing does, said as known: "protects children", "helps nobody", "punishes the poor"; 0 for other words. */
export function judgeWork(tree: Tree, head: number): number {
  const { tags, lemmas, tokens, relations } = tree.document;
  if (tags[head] !== "VERB" || getChild(tree, head, /^aux:pass$/) >= 0) return 0;
  const object = getChildren(tree, head).find((child) => child > head && /^(?:obj|iobj)/.test(relations[child]));
  // What happened once is told and not judged.
  const isTold = /(?:ed|t)$/.test(tokens[head].text) && getChild(tree, head, /^aux$/) < 0;
  const isSupposed = getChildren(tree, head).some(
    (child) => child < head && /^(?:may|might|could|can|should|must|if)$/i.test(tokens[child].text),
  );
  if (object === undefined || isTold || isSupposed) return 0;
  const rating = rate(lemmas[head], lemmas[head], "VERB");
  if (Math.abs(rating) < 1.5) return 0;
  const isNobody = /^(?:nobody|none|nothing|no)$/i.test(tokens[tree.first[object]].text);
  if (isNegated(tree, head) || isNobody) return Math.min(0, -rating);
  return rating;
}
