/** Of whom charges are where no name beside them says it: a group that is only described, the antecedent of "who"; and what a count counts. */
import type { ResolvedEntity } from "../resolve-mentions.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";

/** From a verdict to the counts that it is on. */
const MAX_TO_VERDICT = 9;
/** From a name over what describes it to "who". */
const MAX_TO_ANTECEDENT = 14;
/** "found him guilty on seven of nine counts, including": what the verdict is read with. */
export function isOfVerdict(navigator: ClauseNavigator, count: number): boolean {
  const { startToken } = navigator.document.sentences[navigator.sentenceOf(count)];
  for (let token = count - 1; token >= Math.max(startToken, count - MAX_TO_VERDICT); token--)
    if (/^(guilty|convict|acquit|clear|liable)$/.test(navigator.lemma(token))) return true;
  return false;
}

/** Who is counted at the start of the sentence before: "Four officers went on trial. They". */
function findCountedBefore({ document }: ClauseNavigator, sentence: number): ResolvedEntity | undefined {
  const { entityOf, mentions, relations, resolvedEntities, sentences } = document;
  const before = sentences[sentence - 1];
  const first = mentions.find(({ sentence: own }) => own === sentence - 1);
  if (before === undefined || first === undefined || first.phraseStart !== before.startToken) return undefined;
  const isCounted = first.by === "description" && first.plural && first.determiner === "quantity";
  return isCounted && /^nsubj/.test(relations[first.headToken]) ? resolvedEntities[entityOf[first.index]] : undefined;
}

/** The people that a verb is done to, where the words count or describe several: "nine former guards"; -1 for none. */
export function findGroup(navigator: ClauseNavigator, verb: number): number {
  const object = navigator.findObject(verb);
  const { entityOf, mentions, resolvedEntities } = navigator.document;
  const told = navigator.mentionAt(object);
  // "Four officers went on trial. They are charged with": who was counted when first told of.
  const group =
    told?.by === "pronoun" && told.plural
      ? (findCountedBefore(navigator, told.sentence) ?? resolvedEntities[entityOf[told.index]])
      : undefined;
  const counted = group === undefined || group.isNamed ? undefined : mentions[group.mentions[0]];
  if (counted !== undefined) return counted.determiner === "quantity" && counted.plural ? group!.index : -1;
  const mention = told;
  if (mention?.by !== "description" || !mention.plural || mention.headToken !== object) return -1;
  // "the men were charged": who they are is told elsewhere.
  if (mention.determiner === "definite" || mention.determiner === "demonstrative") return -1;
  return /^(group|person)$/.test(mention.kind ?? "") ? entityOf[mention.index] : -1;
}

/** "Jon Berg, a former clerk of the port, who has pleaded guilty to": the person named last before "who"; -1 where there is no "who". */
export function findOfRelative(navigator: ClauseNavigator, trigger: number): number {
  const { sentences, tags, entityOf, resolvedEntities } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(trigger)];
  let who = trigger - 1;
  while (who > startToken && /^(VERB|AUX|ADV|PART)$/.test(tags[who])) who -= 1;
  if (navigator.word(who) !== "who") return -1;
  const before = navigator
    .mentionsIn(Math.max(startToken, who - MAX_TO_ANTECEDENT), who)
    .filter(({ by, index }) => by === "name" && resolvedEntities[entityOf[index]]?.kind === "person");
  const last = before.at(-1);
  return last === undefined ? -1 : entityOf[last.index];
}
