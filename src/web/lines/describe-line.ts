/** What a list says of a line of the record, in words. */
import type { CaseLine, EntityRef, EventLine, FigureLine, StanceLine, StatementLine } from "../../record/index.ts";
import { formatDay, formatNumber } from "./format.ts";
import { agree } from "./plural.ts";
import { dropRepeated } from "./tidy-words.ts";

/** A line with its kind, as the review queue gives them. */
export type AnyLine =
  | { readonly kind: "statement"; readonly line: StatementLine }
  | { readonly kind: "stance"; readonly line: StanceLine }
  | { readonly kind: "event"; readonly line: EventLine }
  | { readonly kind: "case"; readonly line: CaseLine }
  | { readonly kind: "figure"; readonly line: FigureLine };

export interface LineWords {
  who: EntityRef | null;
  /** Stands where nobody is known. */
  unknown: string;
  what: string;
  /** Whom or what it is about, where that is an entity. */
  whom: EntityRef | null;
  quote: string;
  notes: string[];
}

export const ACT_VERBS: Record<StatementLine["act"], string> = {
  assert: "says", accuse: "accuses", deny: "denies", demand: "demands", promise: "promises",
  threaten: "threatens", praise: "praises", condemn: "condemns", question: "asks", decline: "declines",
}; // biome-ignore format: by rows

export const EVENT_VERBS: Record<EventLine["class"], string> = {
  AGREE: "agrees with", CONSULT: "consults", SUPPORT: "supports", COOPERATE: "works with", AID: "aids",
  RETREAT: "gives way to", REQUEST: "makes a request of", ACCUSE: "accuses", REJECT: "rejects", THREATEN: "threatens",
  PROTEST: "protests against", SANCTION: "sanctions", MOBILIZE: "mobilises against", COERCE: "coerces", ASSAULT: "assaults",
}; // biome-ignore format: by rows

/** "on 2 May 2031", "in May 2031", "in 2031". */
function toWhen(date: string): string {
  return `${date.length < 10 ? "in" : "on"} ${formatDay(date)}`;
}

/** What is done, without the word that leads to the other side where none is named: "agrees", "mobilises". */
export function toDeed(of: EventLine["class"], hasRecipient: boolean): string {
  return hasRecipient ? EVENT_VERBS[of] : (DEEDS_ALONE[of] ?? EVENT_VERBS[of]);
}

const DEEDS_ALONE: Partial<Record<EventLine["class"], string>> = {
  AGREE: "agrees", CONSULT: "holds talks", COOPERATE: "cooperates", AID: "gives aid", RETREAT: "gives way",
  REQUEST: "makes a request", ACCUSE: "makes an accusation", REJECT: "says no", SUPPORT: "gives support",
  THREATEN: "makes a threat", PROTEST: "protests", SANCTION: "imposes sanctions", MOBILIZE: "mobilises",
  COERCE: "uses coercion", ASSAULT: "uses force",
}; // biome-ignore format: by rows

export const STANCE_VERBS: Record<StanceLine["stance"], string> = {
  supports: "supports",
  opposes: "opposes",
  mixed: "is of two minds on",
  neutral: "takes no side on",
};

const BOUNDS: Record<FigureLine["bound"], string> = {
  exactly: "",
  about: "about ",
  "at least": "at least ",
  "at most": "at most ",
  "more than": "more than ",
  "fewer than": "fewer than ",
};

/** Numbers in words that can be all that a figure counts by: "by nine votes to four", "four million". */
const BARE_NUMBER = new RegExp(
  `^(?:(?:^|[ -])(?:${"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion and".replaceAll(" ", "|")}))+$`,
  "i",
);

/** What was done to those who are counted, as it is told behind them. */
const FATES: Partial<Record<FigureLine["class"], string>> = {
  killed: " killed", injured: " injured", missing: " missing", detained: " detained", displaced: " displaced",
  hostages: " held hostage", share: ", as a share",
}; // biome-ignore format: by rows

/** What is counted then tells itself what was done. */
const SAYS_FATE =
  /\b(?:dead|deaths?|died|kill\w*|hurt|injur\w*|wounded|missing|detain\w*|arrest\w*|displac\w*|hostages?|captives?)\b/i;

/** `at least 41 people killed`; `about 60 percent`, where what is counted says the number itself; `61 % (parents)`. */
export function describeFigure({
  bound,
  value,
  what,
  class: of,
  quote = "",
}: Pick<FigureLine, "bound" | "value" | "what" | "class"> & { quote?: string }): string {
  // The currency is often told by a sign alone, which only the words have.
  if (of === "money" && /[$€£¥]/.test(quote) && !/[$€£¥]/.test(what)) return quote;
  if (/\d/.test(what) && what !== String(value)) return `${BOUNDS[bound]}${what}`;
  // "61 percent of parents" counts parents.
  if (of === "share" && value >= 1) return `${BOUNDS[bound]}${formatNumber(value)} % (${what})`;
  const amount = `${BOUNDS[bound]}${formatNumber(value)}`;
  const counted = what === "" || what === String(value) || BARE_NUMBER.test(what) ? "" : ` ${what}`;
  const fate = of === "votes" && counted === "" ? " votes" : (FATES[of] ?? "");
  if (what.includes(of) || (fate !== "" && SAYS_FATE.test(what))) return `${amount}${counted}`;
  // "9 officers killed", but "9 officers on their way to the court, killed".
  return `${amount}${counted}${/(?:\s\S+){3}/.test(what) ? fate.replace(/^ (?=\p{L})/u, ", ") : fate}`;
}

export function describeLine({ kind, line }: AnyLine): LineWords {
  const base = { whom: null, quote: dropRepeated(line.quote), notes: [] as string[] };
  switch (kind) {
    case "statement":
      if (line.mode === "indirect") base.notes.push("in other words");
      if (line.polarity !== "affirmed") base.notes.push(line.polarity === "negated" ? "not said" : "hypothetical");
      if (line.when !== null && line.when !== line.report.publishedAt) base.notes.push(toWhen(line.when));
      return {
        ...base,
        who: line.speaker,
        unknown: "Speaker not known",
        what: agree(ACT_VERBS[line.act], line.speaker),
        quote: line.text,
      };
    case "stance":
      return {
        ...base, who: line.holder, unknown: "Nobody named",
        what: `${agree(STANCE_VERBS[line.stance], line.holder)} ${line.target.text}`,
      }; // biome-ignore format: a row
    case "event":
      if (line.eventStatus !== "asserted") base.notes.push(line.eventStatus);
      if (line.when !== null) base.notes.push(toWhen(line.when));
      return {
        ...base, who: line.actor, unknown: "Somebody", what: agree(toDeed(line.class, line.recipient !== null), line.actor), whom: line.recipient,
      }; // biome-ignore format: a row
    case "case":
      if (line.respondents.length > 0)
        base.notes.push(
          `against ${line.respondents
            .map(({ person, allegations }) => [person.name, allegations.join(", ")].filter(Boolean).join(": "))
            .join("; ")}`,
        );
      return { ...base, who: line.court, unknown: "No court named", what: `${line.kind}, ${line.stage}` };
    case "figure":
      if (line.when !== null) base.notes.push(`of ${formatDay(line.when)}`);
      if (line.where !== null) base.notes.push(`in ${line.where.name}`);
      return { ...base, who: line.source, unknown: "The report itself", what: describeFigure(line) };
  }
}

/** The parts of a key, `<report id>/<id in the reading>`. */
export function splitKey(key: string): { reportId: string; itemId: string } {
  const at = key.lastIndexOf("/");
  return { reportId: key.slice(0, at), itemId: key.slice(at + 1) };
}
