/** Whether a name means several, and the verb that goes with it: "judges reject", "the court rejects". */
import type { EntityRef } from "../../record/index.ts";

/** Ends the part of a name that holds its head: "judges of the court", "one of the three". */
const AFTER_HEAD = /,|\s(?:of|in|at|on|from|for|with|to|by|who|that|which|close)\s/i;
const SEVERAL =
  /^(?:(?:at\s)?least\s)?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+(?:teen|ty)(?:-\p{L}+)?|both|several|many|some|few|all|most|dozens|hundreds|thousands)\b/iu;
const ONE = /^(?:a|an|one|1|every|each|any|another)\s/i;
const IRREGULAR = /(?:^|\s|-)(?:people|men|women|children|police|clergy|troops)$/i;
const SINGULAR_IN_S = /(?:ss|us|is|ics|news|series|headquarters|works)$/i;
/** People by what they do: such a word means several even where a sentence or a title gives it a capital. */
const CAPITALISED = /^(?:MPs|judges|officials|rebels|families|\p{L}{3,}(?:ers|ors|ists|ians|ants|ents))$/iu;
const NAMES_IN_ERS = /^(?:reuters|flanders|sanders|meters|waters)$/i;

/** @returns `false` where nothing shows that several are meant; a person is one, whatever the name. */
export function isPlural(of: Pick<EntityRef, "name" | "kind"> | null): boolean {
  if (of === null || of.kind === "person" || of.kind === "place") return false;
  const name = of.name.trim();
  if (SEVERAL.test(name)) return true;
  if (ONE.test(name)) return false;
  const chunk = name.split(AFTER_HEAD)[0].trim();
  const head = chunk.split(/\s+/).at(-1) ?? "";
  if (IRREGULAR.test(head)) return true;
  if (!/s$/i.test(head) || SINGULAR_IN_S.test(head) || NAMES_IN_ERS.test(head)) return false;
  // "Judges of the Basin Tribunal", but "Doctors Without Borders", "United Nations", "Horizons".
  if (/^\p{Lu}/u.test(head)) return chunk === head && CAPITALISED.test(head);
  return true;
}

const WHOLE: Readonly<Record<string, string>> = {
  "is an ally of": "are allies of",
  "is a member of": "are members of",
  "is not a member of": "are not members of",
  "makes an accusation": "make accusations",
};
const FIRST_WORDS: Readonly<Record<string, string>> = { is: "are", was: "were", has: "have", does: "do" };

/** "rejects the deal" as several do it: "reject the deal". */
export function toPluralVerb(phrase: string): string {
  const whole = WHOLE[phrase];
  if (whole !== undefined) return whole;
  return phrase.replace(/^\p{L}+/u, (verb) => FIRST_WORDS[verb] ?? verb.replace(/ies$/, "y").replace(/s$/, ""));
}

/** The verb as it goes with whoever it is. */
export function agree(phrase: string, of: Pick<EntityRef, "name" | "kind"> | null): string {
  return isPlural(of) ? toPluralVerb(phrase) : phrase;
}
