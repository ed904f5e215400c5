/** Who is guilty or liable, and by whose word: "pleaded not guilty", "was found guilty", "the jury found X liable". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const FINDING = /^(found|finds|find|finding|ruled|declared|held|judged|adjudged)$/;
const PLEADING = /^(pleaded|pleads|plead|pleading|pled)$/;
const MAX_TO_FOUND = 14;

export interface Guilt {
  /** Whether somebody is found guilty or pleads; else the word only says that he is or may be. */
  readonly isTold: boolean;
  readonly isDenied: boolean;
  readonly isPlea: boolean;
  /** The verb that finds him guilty, with him between; -1 for none. */
  readonly verb: number;
  /** Those named between. */
  readonly parties: readonly number[];
}

const UNTOLD: Guilt = { isTold: false, isDenied: false, isPlea: false, verb: -1, parties: [] };

/** @param trigger "guilty" or "liable". */
export function readGuilt(navigator: ClauseNavigator, respondents: RespondentFinder, trigger: number): Guilt {
  if (!/^(guilty|liable)$/.test(navigator.lemma(trigger))) return UNTOLD;
  const isDenied = navigator.word(trigger - 1) === "not";
  const before = isDenied ? trigger - 2 : trigger - 1;
  const word = navigator.word(before);
  if (PLEADING.test(word)) return { ...UNTOLD, isTold: true, isDenied, isPlea: true };
  if (FINDING.test(word)) return { ...UNTOLD, isTold: true, isDenied };
  for (let verb = before; verb > trigger - MAX_TO_FOUND; verb--) {
    if (navigator.document.tags[verb] !== "VERB" || !FINDING.test(navigator.word(verb))) continue;
    // "found X, the former mayor, guilty": tags and trees of what lies between are weak, names are not.
    const parties: number[] = [];
    for (const { by, headToken, index } of navigator.mentionsIn(verb + 1, trigger)) {
      const entity = navigator.document.entityOf[index];
      const found = navigator.document.resolvedEntities[entity];
      // "found him guilty"
      const [told] = by === "pronoun" ? respondents.resolveAt(headToken) : [];
      // A pronoun means who was just told to be accused, sooner than somebody else.
      const [last, ...others] = respondents.lastGroup;
      const isKnown = told === undefined || respondents.known.includes(told) || last === undefined || others.length > 0;
      const person = isKnown ? told : last;
      if (person !== undefined && !parties.includes(person)) parties.push(person);
      if (by !== "name" || !respondents.mayRespond(entity) || parties.includes(entity)) continue;
      if (parties.length === 0 || found.kind === "person") parties.push(entity);
    }
    // "found the drugmaker Velora liable", with the name taken for a noun.
    if (parties.length === 0)
      parties.push(...respondents.resolveList(verb + 1).entities.filter((entity) => respondents.mayRespond(entity)));
    // "found the former treasurer of Norland, X, guilty"
    const people = parties.filter((entity) => navigator.document.resolvedEntities[entity].kind === "person");
    const found = people.length > 0 ? people : parties;
    return found.length === 0 ? UNTOLD : { isTold: true, isDenied, isPlea: false, verb, parties: found };
  }
  return UNTOLD;
}
