/** Words that stand before the names of persons, as the restorer tells them. */

/** Forms of address before a name. */
export const HONORIFICS = new Set("mr mrs ms dr prof professor sir dame lord rev reverend mme".split(" "));

/** Nouns for what one person is, beside those that their ending shows. */
const ROLES = new Set(
  (
    "chief head chair president king queen prince princess judge mayor secretary colonel captain sergeant major envoy aide " +
    "attorney premier critic activist resident student nurse cook deputy delegate candidate spokesman spokeswoman " +
    "spokesperson chairman chairwoman chairperson analyst economist scientist member official partner expert founder " +
    "boss coach guard agent witness widow journalist correspondent columnist accountant consultant assistant lieutenant " +
    "surgeon bishop pastor priest monk imam sheikh ambassador senator governor general admiral commissioner"
  ).split(" "),
);
const AGENT = /...(?:er|or|eer|ist|ian|crat|man|woman|person)$/;
/** Ends as an agent, and is none. */
const NO_AGENTS = new Set(
  "number order matter power water paper letter september october november december offer member center centre chapter other another former later under over after never ever river winter summer color favor factor sector error mirror harbor labor senior junior major minor super inner outer upper lower latter further together however whether newspaper border corner quarter dinner murder danger disaster computer theater answer charter career floor door terror honor disorder helicopter tower cancer transfer register easter corridor rather proper popular shoulder finger summer hunger anger".split(
    " ",
  ),
);

/** Titles of office among the nouns whose ending shows a person. */
const OFFICES = new Set(
  "leader minister democrat director chancellor speaker commander manager inspector prosecutor professor doctor councillor commissioner officer whip justice treasurer emperor master sister brother father mother superintendent".split(
    " ",
  ),
);

/** Whether a noun says what somebody does, and is no title of office. */
export function isOccupation(word: string): boolean {
  return !ROLES.has(word) && !OFFICES.has(word) && isRole(word);
}

/** Whether a noun, in lower case and singular, says what one person is. */
export function isRole(word: string): boolean {
  return ROLES.has(word) || (AGENT.test(word) && !NO_AGENTS.has(word));
}
