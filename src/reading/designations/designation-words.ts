/** Words of designations: what a group is called again by, and what lists and names of designations are of. */

/** Nouns that mean a group named before: "the movement", "his fighters". */
const GROUP_NOUNS = new Set(
  "group movement militia organisation organization faction network outfit army party front force rebel guerrilla insurgent fighter militant cell gang cartel cult brigade company firm".split(
    " ",
  ),
);

export function isGroupNoun(lemma: string): boolean {
  return GROUP_NOUNS.has(lemma.toLowerCase());
}

/** Names of offices, which no designation is of. */
export const OFFICE_NAME =
  /\b(?:department|ministry|office|council|court|tribunal|commission|committee|agency|police|bank|university|parliament|assembly|congress|senate|government|nations|embassy|institute)\b/i;

/** What a list or a bare name without article says of whom it is said. */
export const OF_DESIGNATION =
  /^(?:terror(?:ist|ism)?s?|extremis[tm]s?|separatists?|militants?|bandits?|criminals?|gangs?|cartels?|narco.*|sanctions?|foreign|undesirables?|agents?|illegal|outlaws?|proscribed|banned|organi[sz]ations?|groups?|entit(?:y|ies)|enem(?:y|ies)|sponsors?|sponsor)$/i;
