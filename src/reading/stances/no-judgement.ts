/** What has the form of a judgement and is none: moods and lots of people, events told, comparisons, sizes, how things are. */
import { PEOPLE } from "./read-blame.ts";
import { getChild, getEntity, getMark, isNegated, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

const EXPECTED = /^(?:expected|forecast|predicted|feared|thought|usual|average|anticipated)$/;

/** "is not as bad as they say": less of it, and neither good nor bad. */
export function isCompared(tree: Tree, head: number): boolean {
  const { tokens } = tree.document;
  // "worse than expected": beside what was thought of it before.
  const than = tokens[head + 1]?.text === "than" ? head + 1 : -1;
  if (than >= 0 && [than + 1, than + 2].some((token) => EXPECTED.test(tokens[token]?.text ?? ""))) return true;
  if (!isNegated(tree, head)) return false;
  return [head - 1, head - 2, head - 3].some(
    (token) => token > 0 && /^(?:as|so|that|quite)$/i.test(tokens[token].text),
  );
}

/** How things are with something, or how hard it is. */
export const CONDITION =
  /^(?:responsible|alive|ready|sure|certain|free|favou?r|clear|true|likely|uncertain|unclear|negative|positive|effective|successful|easy|hard|difficult|tough|challenge|surprise|shock|question|hopeful)$/;

/** Nouns for what happens, however bad it is. */
export const HAPPENING =
  /^(?:war|crisis|conflict|emergency|attack|battle|fight|struggle|challenge|storm|accident|injury|disease|virus|pandemic|strike|victim|death|loss|win|victory)$/;

/** "It is good to be home", "it was horrifying to see": how it feels, and nothing that anybody wants to do or leave. */
export function isExperience(tree: Tree, clause: number): boolean {
  if (getMark(tree, clause) !== "to") return false;
  return (
    getChild(tree, clause, /^cop$/) >= 0 ||
    /^(?:be|see|hear|know|have|feel|watch|meet|live|find|get|look|think|say|imagine|hope|note|remember|learn|read|consider|go|come|work|talk|wait|leave|do)$/.test(
      tree.document.lemmas[clause],
    )
  );
}

/** "The scale of it was great": a size, not a worth. */
export function isMeasure({ document }: Tree, subject: number): boolean {
  return /^(?:scale|size|number|amount|extent|rate|cost|price|speed|risk|pressure|turnout|demand)$/.test(
    document.lemmas[subject],
  );
}

/** "The voters are grateful": people, whose lot or mood it is. */
export function isOfPeople(tree: Tree, subject: number): boolean {
  const { tags, resolvedEntities } = tree.document;
  if (PEOPLE.test(tree.document.lemmas[subject])) return true;
  const entity = tags[subject] === "PRON" ? -1 : getEntity(tree, subject);
  return entity >= 0 && /^(?:person|group)$/.test(resolvedEntities[entity].kind);
}

function isSideNoun(lemma: string): boolean {
  const { noun } = getStanceWord(lemma);
  return noun === STANCE_CLASS.support || noun === STANCE_CLASS.affect;
}

/** What is as it is, whatever anybody thinks of it. */
const SURROUNDING =
  /^(?:world|life|time|day|night|morning|season|situation|weather|news|job|task|goal|aim|hope|answer|question|reason|truth|fact|point|result|problem|virus|disease|war|team|game|match)$/;

/** "the tunnel", "this idea": a thing that the words point at. */
export function isThing({ document, first, mentionOn }: Tree, token: number): boolean {
  const { tags, tokens, entityOf, resolvedEntities } = document;
  if (tags[token] !== "NOUN" || !/^(?:the|this|that|our|its|their)$/i.test(tokens[first[token]].text)) return false;
  // "their families", "his support": people and what they feel.
  if (PEOPLE.test(document.lemmas[token]) || isSideNoun(document.lemmas[token])) return false;
  if (SURROUNDING.test(document.lemmas[token])) return false;
  const mention = mentionOn[token];
  return mention < 0 || !/^(?:person|group)$/.test(resolvedEntities[entityOf[mention]]?.kind ?? "");
}
