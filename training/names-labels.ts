/**
 * How the labels of each annotated set become ours, and the repairs that make sets annotated by different rules agree.
 *
 * Everywhere: a title before a person is no part of the name; a state or nationality is a `state` whatever role it plays
 * ("Norland agreed"); a capital that stands for its government stays a `place`.
 */
import { NAME_KINDS, type NameKind } from "../src/language/document.ts";
import { NAME_LABELS } from "../src/language/find-names-features.ts";
import { getCountryByAdjective, getCountryByName } from "../src/language/gazetteer.ts";
import { splitTokens } from "../src/language/split-tokens.ts";

/** A name among the words of a sentence. */
export interface LabelledName {
  start: number;
  end: number;
  kind: NameKind;
}

export interface LabelledSentence {
  words: string[];
  names: LabelledName[];
}

/** A report of an annotated set, or what stands for one where the set has none. */
export interface LabelledDocument {
  set: string;
  id: string;
  sentences: LabelledSentence[];
}

/** Labels of the sets that are ours under another name; a set's label that is absent here is no name. */
const KINDS: Readonly<Record<string, NameKind>> = {
  PER: "person", per: "person", PERSON: "person", person: "person", politician: "person", Person: "person",
  ORG: "organisation", org: "organisation", ORGANIZATION: "organisation", organization: "organisation",
  organisation: "organisation", politicalparty: "organisation", Organisation: "organisation",
  LOC: "place", geo: "place", gpe: "place", LOCATION: "place", place: "place", location: "place", country: "place", Location: "place",
  MISC: "other", misc: "other", art: "other", eve: "other", nat: "other", election: "other", event: "other", Nationality: "other",
}; // biome-ignore format: a table

const TITLES = new Set(
  `mr mrs ms miss dr prof professor president vice prime minister senator sen rep representative congressman congresswoman
  governor gov general gen lt lieutenant colonel col major maj captain capt sergeant sgt admiral king queen prince princess
  pope sir lord lady dame judge justice chancellor secretary ambassador sheikh ayatollah foreign defense defence interior
  finance mayor sheriff chairman chief state secretary-general commander rev reverend archbishop cardinal bishop father
  sister brother detective officer sheik attorney speaker former then-president first coach director deputy emperor sultan
  emir opposition leader spokesman spokeswoman us u.s. u.n. un`.split(/\s+/),
);

const REGIONS = new Set(
  `european african asian arab arabs africans europeans asians western kurdish kurds tibetan tibetans chechen latin
  soviet yugoslav hispanic latino latinos korean koreans jewish muslim muslims islamic christian shi'ite shiite sunni`.split(
    /\s+/,
  ),
);

/** Words that GMB and others label as places although they name bodies. */
const BODIES = new Set([
  "u.n.",
  "un",
  "united nations",
  "european union",
  "eu",
  "african union",
  "nato",
  "white house",
  "congress",
]);

/** The kind of a set's label for these words; `undefined` where they are no name. */
export function toNameKind(label: string, words: readonly string[]): NameKind | undefined {
  const kind = KINDS[label];
  if (kind === undefined) return undefined;
  const text = words.join(" ").replace(/ (['’]s|')$/, "");
  const lower = text.toLowerCase();
  if (isState(text)) return "state";
  if (REGIONS.has(lower)) return "other";
  if (kind !== "person" && BODIES.has(lower)) return "organisation";
  return kind;
}

/** Takes titles off the front of a person's name; nothing is left of a title alone. */
export function trimPerson(words: readonly string[], name: LabelledName): LabelledName | undefined {
  let { start } = name;
  while (start < name.end && (TITLES.has(words[start].toLowerCase().replace(/\.$/, "")) || words[start] === "."))
    start++;
  let { end } = name;
  while (end > start && /^(?:'s|’s|'|,)$/.test(words[end - 1])) end--;
  return start < end ? { ...name, start, end } : undefined;
}

/** Names from BIO tags of a set. */
export function fromTags(words: readonly string[], tags: readonly string[]): LabelledName[] {
  const names: LabelledName[] = [];
  for (let i = 0; i < tags.length; ) {
    const label = tags[i].slice(2);
    let end = i + 1;
    if (tags[i] !== "O") {
      while (end < tags.length && tags[end] === `I-${label}`) end++;
      const kind = toNameKind(label, words.slice(i, end));
      const name = kind && { start: i, end, kind };
      const trimmed = kind === "person" && name ? trimPerson(words, name) : name;
      if (trimmed) names.push(trimmed);
    }
    i = end;
  }
  return names;
}

const HONORIFICS =
  /^(?:mr|mrs|ms|dr|president|senator|sen|general|gen|judge|justice|king|queen|prince|princess|minister|professor|prof|colonel|ayatollah|sheikh|sheik|governor|gov|ambassador|chancellor|pope|secretary|representative|rep|congressman|congresswoman|lieutenant|captain|admiral|mayor|cardinal|archbishop|bishop|imam|spokesman|spokeswoman|commander|chairman|premier)\.?$/i;

/** Repairs a habit of GMB's labeller: a person after a title is often tagged as an organisation, or not at all. */
export function repairGmbTags(words: readonly string[], tags: readonly string[]): string[] {
  const repaired = [...tags];
  for (let i = 0; i + 1 < words.length; i++) {
    if (!HONORIFICS.test(words[i]) || !/^\p{Lu}/u.test(words[i]) || !/^\p{Lu}/u.test(words[i + 1])) continue;
    const next = repaired[i + 1].slice(2);
    if (HONORIFICS.test(words[i + 1]) || (next !== "org" && repaired[i + 1] !== "O")) continue;
    for (let j = i + 1; j < words.length && j < i + 5; j++) {
      const belongs =
        /^(?:\p{Lu}[\p{L}'.-]*|bin|al|van|de|der|von|el)$/u.test(words[j]) &&
        (repaired[j] === "O" || repaired[j].endsWith("org"));
      if (!belongs || (j > i + 1 && repaired[j].startsWith("B-")) || DAYS.has(words[j])) break;
      repaired[j] = j === i + 1 ? "B-per" : "I-per";
    }
  }
  return repaired;
}

const DAYS = new Set(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);

/** The label numbers that a model learns, one per word of all sentences. */
export function toLabels(sentences: readonly LabelledSentence[]): Uint8Array {
  const labels = new Uint8Array(sentences.reduce((sum, { words }) => sum + words.length, 0));
  let offset = 0;
  for (const { words, names } of sentences) {
    for (const { start, end, kind } of names) {
      const begin = 1 + 2 * NAME_KINDS.indexOf(kind);
      labels.fill(begin + 1, offset + start, offset + end);
      labels[offset + start] = begin;
    }
    offset += words.length;
  }
  return labels;
}

/** Names from label numbers. Its counterpart is {@link toLabels}. */
export function fromLabels(labels: Uint8Array): LabelledName[] {
  const names: LabelledName[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (!NAME_LABELS[labels[i]].startsWith("B-")) continue;
    let end = i + 1;
    while (labels[end] === labels[i] + 1) end++;
    names.push({ start: i, end, kind: NAME_KINDS[(labels[i] - 1) >> 1] });
  }
  return names;
}

/** Cuts words as the product does: the sets leave `al-Sarif` whole, Universal Dependencies makes three tokens of it. */
export function retokenise({ words, names }: LabelledSentence): LabelledSentence {
  const text = words.join(" ");
  const spans = splitTokens(text);
  const cut: string[] = [];
  const starts = new Int32Array(words.length + 1);
  let end = 0;
  for (let token = 0, i = 0; i < words.length; i++) {
    end += words[i].length + 1;
    for (; token < spans.count && spans.starts[token] < end; token++)
      cut.push(text.slice(spans.starts[token], spans.ends[token]));
    starts[i + 1] = cut.length;
  }
  return {
    words: cut,
    names: names.flatMap((name) => {
      const { kind } = name;
      const start = starts[name.start];
      let end = starts[name.end];
      // "U.S.-led" names the state only; a set may label the whole word.
      while (end - start >= 3 && cut[end - 2] === "-" && /^\p{Ll}/u.test(cut[end - 1])) end -= 2;
      if (start >= end) return [];
      return [{ start, end, kind: isState(cut.slice(start, end).join(" ")) ? "state" : kind }];
    }),
  };
}

function isState(text: string): boolean {
  return getCountryByName(text) !== undefined || getCountryByAdjective(text) !== undefined;
}
