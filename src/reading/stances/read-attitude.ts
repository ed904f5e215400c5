/** Stances in what somebody is towards a thing: "is opposed to the merger", "remains critical of", "was delighted with the deal". */
import { findHolder, toSign } from "./act-signs.ts";
import { isOpen } from "./is-open.ts";
import { isContested } from "./issue.ts";
import { rate } from "./judge-phrase.ts";
import {
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  isPhrase,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

/** Adjectives that say where their subject stands, whatever they are said of. */
const AGAINST = /^(?:opposed|averse|critical|dismissive|hostile|sceptical|skeptical|wary)$/;
const FOR = /^(?:supportive|appreciative)$/;
/** Of who is pleased with a decision, however little the words are rated. */
const CONTENT = /^(?:content|satisfied|pleased|delighted|grateful|thankful)$/;
const TOWARDS = /^(?:to|of|with|about|at|over|by|towards?)$/;
/** Rated adjectives for what somebody is or can do, not for what he feels. */
const QUALITY =
  /^(?:capable|free|guilty|innocent|good|better|best|great|strong|safe|rich|poor|successful|popular|useful|helpful|important|worthy|responsible|honest)$/;
const AUXILIARY = /^(?:cop|aux)/;
/** Verbs that say how somebody is: "remains opposed". */
const BEING = /^(?:be|remain|stay|seem|become|feel|sound)$/;

/** @param word A token tagged as an adjective, or "opposed" tagged as a verb. */
export function readAttitude(tree: Tree, word: number): StanceSign | undefined {
  const { tokens, tags, relations, lemmas, heads } = tree.document;
  const isOf = heads[word] >= 0 && relations[word] === "xcomp" && BEING.test(lemmas[heads[word]]);
  if (!isOf && relations[word] !== "acl" && getChild(tree, word, AUXILIARY) < 0) return undefined;
  const text = tokens[word].text.toLowerCase();
  const side = AGAINST.test(text) ? -1 : FOR.test(text) || CONTENT.test(text) ? 1 : 0;
  const rating = side !== 0 || tags[word] !== "ADJ" ? 0 : rate(tokens[word].text, lemmas[word], "ADJ");
  if (side === 0 && (Math.abs(rating) < 1.5 || QUALITY.test(text))) return undefined;
  if (isOpen(tree, word)) return undefined;
  const target = getChildren(tree, word).find(
    (child) => child > word && isPhrase(tree, child) && TOWARDS.test(getPreposition(tree, child)),
  );
  if (target === undefined) return undefined;
  // "critical to the plan" is what it needs; "opposed by" is another's act.
  const preposition = getPreposition(tree, target);
  if (side === 0 ? preposition === "by" || preposition === "to" : preposition === "by") return undefined;
  if (text === "critical" && preposition !== "of") return undefined;
  // "happy with her life": feelings are stances only about what others may feel otherwise about.
  if (side === 0 && !isContested(tree, target, undefined)) return undefined;
  const value =
    (side || Math.sign(rating)) * (isNegated(tree, word) || (isOf && isNegated(tree, heads[word])) ? -1 : 1);
  // "are opposed to" looks like a passive, but its subject is who opposes.
  const subject = getChild(tree, word, /^nsubj:pass$/);
  const holder = subject >= 0 ? getEntity(tree, subject) : findHolder(tree, word);
  return toSign(tree, word, { holder, target, value, strength: side === 0 ? 0.6 : 0.8, kind: "act" });
}
