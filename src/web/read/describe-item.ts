/** What a card says of an item, in words. */
import type { Reading } from "../../reading/index.ts";
import { ACT_VERBS, STANCE_VERBS, toDeed } from "../lines/describe-line.ts";
import { formatCountry } from "../lines/format.ts";
import { agree } from "../lines/plural.ts";
import { closeQuotes, dropContained } from "../lines/tidy-words.ts";
import { formatDate } from "./cite.ts";
import type { Item } from "./list-items.ts";

export interface Description {
  /** Whose line it is, with the title held; `null` where nobody is known: `unknown` stands there then. */
  who: string | null;
  unknown: string;
  role: string | null;
  /** What it says of them. */
  what: string;
  /** Words of the report, shown as such. */
  quote: string | null;
  notes: string[];
}

export const STANCE_SHAPES = { supports: "▲", opposes: "▼", mixed: "◆", neutral: "○" } as const;

const MOST_QUOTE_CHARS = 420;

export function describeItem({ report, entities }: Reading, item: Item): Description {
  const nameOf = (id: string | null): string | null => entities.find((entity) => entity.id === id)?.name ?? null;
  const quote = (spans: readonly { start: number; end: number }[]): string =>
    shorten(
      closeQuotes(
        dropContained(spans)
          .map(({ start, end }) => report.text.slice(start, end).replace(/\s+/g, " ").trim())
          .join(" … "),
      ),
    );
  const owner = entities.find(({ id }) => id === item.owner) ?? null;
  const role = describeRole(entities, item.owner);
  const notes: string[] = [];
  const note = (label: string, value: string | null): void => {
    if (value !== null && value !== "") notes.push(`${label}${value}`);
  };
  switch (item.kind) {
    case "statement": {
      const { line } = item;
      const cue = quote(line.cue);
      if (line.polarity === "negated") notes.push("not said");
      if (line.polarity === "hypothetical") notes.push("hypothetical");
      if (line.act !== "assert") notes.push(ACT_VERBS[line.act]);
      note("to ", nameOf(line.addressee));
      note("via ", nameOf(line.via));
      note("", line.when && formatDate(line.when));
      if (line.repeats !== null) notes.push("says it again");
      return {
        who: nameOf(item.owner),
        unknown: "Speaker not known",
        role,
        what: cue === "" ? "is reported" : cue,
        quote: quote(item.spans),
        notes,
      };
    }
    case "stance": {
      const { stance, target } = item.line;
      const what = `${agree(STANCE_VERBS[stance], owner)} ${target.text}`;
      return { who: nameOf(item.owner), unknown: "Nobody named", role, what, quote: quote(item.spans), notes };
    }
    case "event": {
      const { line } = item;
      const recipient = nameOf(line.recipient);
      if (line.status !== "asserted") notes.push(line.status);
      note("", line.when && formatDate(line.when));
      note("in ", nameOf(line.where));
      const what = [agree(toDeed(line.class, recipient !== null), owner), recipient].filter(Boolean).join(" ");
      return { who: nameOf(item.owner), unknown: "Somebody", role, what, quote: quote(item.spans), notes };
    }
    case "case": {
      const { line } = item;
      for (const { person, allegations } of line.respondents)
        notes.push(
          [nameOf(person) ?? "a respondent", allegations.map(({ name }) => name).join(", ")].filter(Boolean).join(": "),
        );
      note("standard: ", line.standard);
      note("decided by ", line.decidedBy);
      note("enforced by ", line.enforcedBy);
      return {
        who: nameOf(item.owner),
        unknown: "No court named",
        role: null,
        what: `${line.kind}, ${line.stage}`,
        quote: quote(item.spans),
        notes,
      };
    }
    case "figure": {
      const { line } = item;
      // Money and shares are told by the words themselves.
      if (!["count", "money", "share"].includes(line.class))
        notes.push(line.class === "hostages" ? "held hostage" : line.class);
      note("= ", /\d/.test(quote(item.spans)) ? null : formatNumber(line.value));
      note("", line.when && formatDate(line.when));
      note("in ", nameOf(line.where));
      // The words themselves: a number put before what is counted would lose "%", "$" and "dozens of".
      return {
        who: nameOf(item.owner),
        unknown: "The report itself",
        role,
        what: quote(item.spans),
        quote: null,
        notes,
      };
    }
    case "designation": {
      const by = item.line.by.map(nameOf).filter(Boolean).join(", ");
      return {
        who: nameOf(item.owner),
        unknown: "Nobody named",
        role: null,
        what: `${agree("is called", owner)} ${item.line.as}${by === "" ? "" : `, by ${by}`}`,
        quote: quote(item.spans),
        notes,
      };
    }
    case "relation": {
      const what = `${agree(RELATION_VERBS[item.line.kind], owner)} ${nameOf(item.line.with) ?? "somebody"}`;
      return { who: nameOf(item.owner), unknown: "Nobody named", role, what, quote: quote(item.spans), notes };
    }
    case "tone": {
      const what = `${agree("speaks", owner)} ${item.line.tone === "positive" ? "well" : "badly"} of ${nameOf(item.line.of) ?? "somebody"}`;
      return { who: nameOf(item.owner), unknown: "The report itself", role, what, quote: quote(item.spans), notes };
    }
    case "entity": {
      const { name, aliases, country, roles, mentions } = item.line;
      const titles = roles.map(({ title, of }) => [title, nameOf(of)].filter(Boolean).join(", "));
      const spellings = new Map([...aliases].reverse().map((alias) => [alias.toLowerCase(), alias]));
      spellings.delete(name.toLowerCase());
      if (spellings.size > 0) notes.push(`also: ${shorten([...spellings.values()].reverse().join(", "))}`);
      note("country: ", country && formatCountry(country));
      notes.push(mentions.length === 1 ? "named once" : `meant ${mentions.length} times`);
      return { who: name, unknown: "", role: null, what: [...new Set(titles)].join("; "), quote: null, notes };
    }
  }
}

const RELATION_VERBS: Record<Reading["relations"][number]["kind"], string> = {
  ally: "is an ally of", member: "is a member of", "non-member": "is not a member of",
  signatory: "has signed", "non-signatory": "has not signed", backer: "backs",
}; // biome-ignore format: by rows

export function describeRole(entities: Reading["entities"], id: string | null): string | null {
  const role = entities.find((entity) => entity.id === id)?.roles[0];
  if (role === undefined) return null;
  return [role.title, entities.find((entity) => entity.id === role.of)?.name].filter(Boolean).join(", ");
}

/** `35,640`, `0.6`; a share is shown as it is given. */
function formatNumber(value: number): string {
  return new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }).format(value);
}

function shorten(words: string): string {
  return words.length <= MOST_QUOTE_CHARS ? words : `${words.slice(0, MOST_QUOTE_CHARS - 1).trimEnd()}…`;
}
