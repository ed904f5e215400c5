/** Feelings towards a thing or somebody: "was “deeply alarmed” by the raid", "felt sorry for her", "trusts the court", "sided with". */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { isOpen } from "./is-open.ts";
import { getChild, getEntity, type StanceSign, type Tree } from "./stance-document.ts";

const HURT =
  /^(?:alarmed|appalled|outraged|dismayed|horrified|disgusted|angered|disappointed|disturbed|incensed|infuriated|offended|frustrated|shocked|saddened|troubled|embittered|unimpressed|unconvinced|enraged|revolted|unhappy|furious|angry|indignant|aghast)$/i;
const PLEASED =
  /^(?:encouraged|heartened|reassured|gratified|impressed|cheered|buoyed|delighted|thrilled|relieved|comforted)$/i;
/** Verbs for standing by somebody, with the word they need. */
const TRUSTING =
  /^(?:trust|admire|sympathi[sz]e|empathi[sz]e|side|believe|feel|lose|stand|love|adore|defend|despise|loathe|detest|hate|distrust|mistrust)$/;
const HATING = /^(?:despise|loathe|detest|hate|distrust|mistrust)$/;
/** What happens, and nobody is for. */
const MOURNED =
  /^(?:death|loss|passing|illness|accident|tragedy|disaster|earthquake|flood|fire|storm|injury|news|suffering|plight|result)$/;
const BODY = /^(?:person|group|organisation|state|court)$/;
const REACH = 8;

export function isFeeling(lemma: string): boolean {
  return TRUSTING.test(lemma);
}

/** "alarmed by the bombing", tagged as adjective or as participle. */
export function readHurt(tree: Tree, word: number): StanceSign | undefined {
  const { tokens, tags } = tree.document;
  const { text } = tokens[word];
  const side = HURT.test(text) ? -1 : PLEASED.test(text) ? 1 : 0;
  if (side === 0 || getChild(tree, word, /^(?:cop|aux)/) < 0 || isOpen(tree, word)) return undefined;
  let at = word + 1;
  while (/^["”’']$/.test(tokens[at]?.text ?? "")) at++;
  if (!/^(?:by|at|over|with|about)$/.test(tokens[at]?.text ?? "")) return undefined;
  const target = findHead(tree, at + 1);
  if (target < 0 || !isDisputable(tree, target) || MOURNED.test(tree.document.lemmas[target])) return undefined;
  const subject = getChild(tree, word, /^nsubj/);
  const own = subject < 0 || tags[subject] === "PRON" ? -1 : getEntity(tree, subject);
  const holder = own >= 0 ? own : findFeeling(tree, word);
  return toSign(tree, word, { holder, target, value: isDenied(tree, word) ? -side : side, strength: 0.7, kind: "act" });
}

/** Of a pronoun in a statement its speaker, since people tell of their own feelings. */
function findFeeling(tree: Tree, word: number): number {
  const statement = tree.statementAt[word];
  const subject = getChild(tree, word, /^nsubj/);
  const isPronoun = subject >= 0 && /^(?:i|we|it|they|he|she)$/i.test(tree.document.tokens[subject].text);
  if (statement >= 0 && (isPronoun || subject < 0)) return tree.document.statementDrafts[statement].speaker;
  return subject >= 0 ? getEntity(tree, subject) : findHolder(tree, word);
}

export function readTrust(tree: Tree, verb: number, lemma: string, object: number): StanceSign | undefined {
  const { tokens } = tree.document;
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? "";
  let side = HATING.test(lemma) ? -1 : 1;
  let target = object;
  if (/^(?:sympathi[sz]e|empathi[sz]e|side)$/.test(lemma))
    target = word(verb + 1) === "with" ? findHead(tree, verb + 2) : -1;
  else if (lemma === "believe") target = word(verb + 1) === "in" ? findHead(tree, verb + 2) : -1;
  else if (lemma === "feel")
    target = word(verb + 1) === "sorry" && word(verb + 2) === "for" ? findHead(tree, verb + 3) : -1;
  else if (lemma === "stand") target = /^(?:by|with|behind)$/.test(word(verb + 1)) ? findHead(tree, verb + 2) : -1;
  else if (lemma === "lose") {
    const isTrust =
      /^(?:confidence|faith|trust|patience)$/.test(word(verb + 1)) && /^(?:in|with)$/.test(word(verb + 2));
    target = isTrust ? findHead(tree, verb + 3) : -1;
    side = -1;
  }
  if (target < verb || !canBeTrusted(tree, target)) return undefined;
  return toSign(tree, verb, {
    holder: findHolder(tree, verb),
    target,
    value: isDenied(tree, verb) ? -side : side,
    strength: 0.6,
    kind: "act",
  });
}

/** Somebody, or what people are for or against; not oneself. */
function canBeTrusted(tree: Tree, token: number): boolean {
  const entity = getEntity(tree, token);
  if (entity >= 0 && BODY.test(tree.document.resolvedEntities[entity].kind)) return true;
  return (
    isDisputable(tree, token) ||
    /^(?:judiciary|system|process|police|court|institution)$/.test(tree.document.lemmas[token])
  );
}

/** The noun or name of the phrase that opens at the token, or -1. */
function findHead(tree: Tree, opening: number): number {
  const { tags, tokens, heads } = tree.document;
  let token = opening;
  const end = Math.min(tokens.length, opening + REACH);
  while (
    token < end &&
    (/^(?:DET|ADJ|NUM)$/.test(tags[token]) || /^(?:['’]s?|["“”]|his|her|its|their)$/i.test(tokens[token].text))
  )
    token++;
  if (token >= end || !/^(?:NOUN|PROPN|PRON)$/.test(tags[token])) return -1;
  if (tags[token] === "PRON") return token;
  while (token + 1 < end && /^(?:NOUN|PROPN)$/.test(tags[token + 1])) token++;
  // A name hangs on its first word.
  while (heads[token] >= opening && heads[token] < token && /^(?:flat|appos)/.test(tree.document.relations[token]))
    token = heads[token];
  return token;
}
