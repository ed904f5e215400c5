/**
 * A reading as a person at a terminal wants it: what the report is, who is in it and who said what, then what follows from it.
 *
 * Statements stand under their speakers, in the order in which each first speaks; the words that report them stand to the
 * left, as in a play. The output never holds a control character that came from the report.
 */
import type { Entity, Reading, Statement } from "../reading/index.ts";
import { describeCase } from "./describe-case.ts";
import { getDisplayWidth, padDisplay } from "./display-width.ts";
import { formatDate } from "./format-date.ts";
import { clean, EVEN_ODDS, markOf, type PageFrame, setHeading } from "./page-frame.ts";
import { cutOut, quoteContent } from "./quote-content.ts";
import { renderDesignations } from "./render-designations.ts";
import { renderEvents } from "./render-events.ts";
import { renderRelations } from "./render-relations.ts";
import { renderStances } from "./render-stances.ts";
import { renderTones } from "./render-tones.ts";
import type { Style } from "./style.ts";
import { wrapText } from "./wrap-text.ts";

export interface RenderOptions {
  /** Columns of the window. */
  readonly width: number;
  readonly style: Style;
  /** Where the report came from; shown as the heading of a report without a title. */
  readonly name: string;
  /** What is rather unsure is shown in full, and who is never named is listed. */
  readonly all: boolean;
}

const MAX_WIDTH = 110;
const MIN_WIDTH = 40;
const MAX_CUE_WIDTH = 14;
const MAX_NAME_WIDTH = 30;

/** Classes that the words of a figure do not say themselves. */
const CLASSES_SHOWN = new Set(["killed", "injured", "missing", "detained", "displaced", "hostages"]);

const KIND_LABELS: [Entity["kind"], string][] = [
  ["state", "States"],
  ["organisation", "Organisations"],
  ["court", "Courts"],
  ["group", "Groups"],
  ["place", "Places"],
  ["treaty", "Treaties"],
  ["law", "Laws"],
  ["event", "Events"],
  ["other", "Others"],
];

export function renderReading(reading: Reading, options: RenderOptions): string {
  return new Page(reading, options).render();
}

/** `1 statement`, `2 statements`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

class Page {
  readonly #reading: Reading;
  readonly #style: Style;
  readonly #name: string;
  readonly #width: number;
  readonly #all: boolean;
  readonly #entities: Map<string, Entity>;
  readonly #lines: string[] = [];

  constructor(reading: Reading, { width, style, name, all }: RenderOptions) {
    this.#reading = reading;
    this.#style = style;
    this.#name = name;
    this.#all = all;
    this.#width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
    this.#entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  }

  render(): string {
    this.#addHead();
    this.#addPeople();
    this.#addStatements();
    const frame: PageFrame = { reading: this.#reading, width: this.#width, style: this.#style, all: this.#all };
    this.#lines.push(...renderStances(frame));
    this.#addCases();
    this.#addFigures();
    this.#lines.push(...renderDesignations(frame), ...renderRelations(frame));
    this.#lines.push(...renderEvents(frame), ...renderTones(frame));
    this.#addOthers();
    this.#addFoot();
    return `${this.#lines.join("\n")}\n`;
  }

  #addHead(): void {
    const { title, outlet, publishedAt, byline, form } = this.#reading.report;
    this.#addWrapped(title ?? this.#name, "", this.#style.bold);
    const known = [outlet, publishedAt && formatDate(publishedAt), byline].filter(Boolean);
    if (known.length > 0) this.#addWrapped(known.join(" · "), "", keep);
    if (form !== "plain") this.#addWrapped(`${form} report, shown with its words restored`, "", this.#style.dim);
  }

  #addPeople(): void {
    const people = this.#reading.entities.filter((entity) => entity.kind === "person" && isNamed(entity));
    if (people.length === 0) return;
    this.#addHeading("People");
    const nameWidth = Math.min(MAX_NAME_WIDTH, Math.max(...people.map(({ name }) => getDisplayWidth(clean(name)))));
    for (const person of people) {
      const names = wrapText(clean(person.name), nameWidth);
      const roles = wrapText(this.#describeRoles(person), this.#width - nameWidth - 4);
      this.#addColumns(names, roles, (name, role) => {
        const left = role === "" ? name : padDisplay(name, nameWidth);
        return `  ${left}${role === "" ? "" : `  ${this.#style.dim(role)}`}`;
      });
    }
  }

  #addOthers(): void {
    const { entities } = this.#reading;
    const rows = KIND_LABELS.map(([kind, label]) => {
      const names = entities.filter((entity) => entity.kind === kind && isNamed(entity)).map(({ name }) => clean(name));
      return { label, names };
    });
    const unnamed = entities.filter((entity) => !isNamed(entity)).map(({ name }) => clean(name));
    if (this.#all) rows.push({ label: "Unnamed", names: unnamed });
    this.#addRows(rows.filter(({ names }) => names.length > 0));
  }

  #addRows(rows: { label: string; names: string[] }[]): void {
    if (rows.length === 0) return;
    this.#addHeading("Others");
    const labelWidth = Math.max(...rows.map(({ label }) => label.length));
    for (const { label, names } of rows) {
      // Spaces within a name are kept together, so that a line breaks between names where it can.
      const list = names.map((name) => (getDisplayWidth(name) < 30 ? name.replaceAll(" ", "\u00a0") : name)).join(", ");
      const lines = wrapText(list, this.#width - labelWidth - 4).map((line) => line.replaceAll("\u00a0", " "));
      this.#addColumns([label], lines, (left, line) => `  ${this.#style.dim(left.padEnd(labelWidth))}  ${line}`);
    }
  }

  #addStatements(): void {
    const { statements } = this.#reading;
    this.#addHeading("Who said what", statements.length === 0 ? "" : countOf(statements.length, "statement"));
    if (statements.length === 0) {
      this.#lines.push("  No statements found.");
      return;
    }
    const groups = new Map<string | null, Statement[]>();
    for (const statement of statements) {
      const speaker = statement.speaker !== null && this.#entities.has(statement.speaker) ? statement.speaker : null;
      const group = groups.get(speaker);
      if (group === undefined) groups.set(speaker, [statement]);
      else group.push(statement);
    }
    const unknown = groups.get(null);
    groups.delete(null);
    const cues = statements.map((statement) => getDisplayWidth(this.#getCue(statement)));
    const cueWidth = Math.min(MAX_CUE_WIDTH, Math.max(...cues));
    let isFirst = true;
    const startGroup = () => {
      if (!isFirst) this.#lines.push("");
      isFirst = false;
    };
    for (const [speaker, said] of groups) {
      startGroup();
      this.#addSpeaker(this.#entities.get(speaker!)!);
      for (const statement of said) this.#addStatement(statement, cueWidth);
    }
    if (unknown !== undefined) {
      startGroup();
      this.#lines.push(`  ${this.#style.warning("Speaker not known")}`);
      for (const statement of unknown) this.#addStatement(statement, cueWidth);
    }
  }

  #addSpeaker(speaker: Entity): void {
    const name = clean(speaker.name);
    const roles = speaker.kind === "person" ? this.#describeRoles(speaker) : "";
    const { accent, dim } = this.#style;
    if (roles !== "" && getDisplayWidth(name) + getDisplayWidth(roles) + 4 <= this.#width) {
      this.#lines.push(`  ${accent(name)}  ${dim(roles)}`);
      return;
    }
    this.#addWrapped(name, "  ", accent);
    if (roles !== "") this.#addWrapped(roles, "    ", dim);
  }

  #addStatement(statement: Statement, cueWidth: number): void {
    const { dim } = this.#style;
    const contentWidth = this.#width - cueWidth - 5;
    const cueWords = this.#getCue(statement);
    const content = wrapText(dropCue(clean(quoteContent(this.#reading, statement)), cueWords), contentWidth);
    const remarks = this.#getRemarks(statement);
    if (remarks !== "") {
      const last = content.length - 1;
      const room = contentWidth - getDisplayWidth(content[last]) - 2;
      if (getDisplayWidth(remarks) <= room) content[last] += `  ${dim(remarks)}`;
      else content.push(...wrapText(remarks, contentWidth).map(dim));
    }
    const cue = wrapText(cueWords, cueWidth);
    let mark = markOf(statement, this.#style);
    this.#addColumns(cue, content, (left, right) => {
      const gap = " ".repeat(cueWidth - getDisplayWidth(left));
      const line = `  ${gap}${left === "" ? "" : dim(left)} ${mark} ${right}`;
      mark = " ";
      return line.trimEnd();
    });
  }

  #getCue({ cue, polarity, kind }: Statement): string {
    const words = clean(cutOut(this.#reading.report.text, cue).replaceAll(" … ", " "));
    const shown = words === "" ? (kind === "attitude" ? "thinks" : "–") : words;
    if (polarity === "negated") return `not: ${shown}`;
    return polarity === "hypothetical" ? `if: ${shown}` : shown;
  }

  #getRemarks({ speaker, source, addressee, via, when, where }: Statement): string {
    const remarks: string[] = [];
    const words = clean(cutOut(this.#reading.report.text, source));
    if (speaker === null && words !== "") remarks.push(`source: ${words}`);
    const name = (id: string | null) => (id === null ? undefined : this.#entities.get(id)?.name);
    if (name(addressee) !== undefined) remarks.push(`to ${clean(name(addressee)!)}`);
    if (name(via) !== undefined) remarks.push(`via ${clean(name(via)!)}`);
    if (when !== null) remarks.push(formatDate(when));
    // "to reporters in the capital" names the place already.
    const place = name(where);
    if (place !== undefined && !remarks.some((remark) => remark.includes(clean(place)))) remarks.push(clean(place));
    return remarks.length === 0 ? "" : `(${remarks.join("; ")})`;
  }

  #addCases(): void {
    const { cases } = this.#reading;
    if (cases.length === 0) return;
    this.#addHeading("Cases");
    for (const legalCase of cases) {
      const { heading, rows } = describeCase(legalCase, (id) => this.#entities.get(id)?.name);
      this.#lines.push(` ${markOf(legalCase, this.#style)}${this.#style.accent(clean(heading))}`);
      const labelWidth = Math.max(...rows.map(({ label }) => label.length));
      for (const { label, words } of rows) {
        const lines = wrapText(clean(words), this.#width - labelWidth - 6);
        this.#addColumns([label], lines, (left, line) => `    ${this.#style.dim(left.padEnd(labelWidth))}  ${line}`);
      }
    }
  }

  /** Figures that are no mere counting along the way, each in the words of the report, with who gives it. */
  #addFigures(): void {
    const { text } = this.#reading.report;
    const byId = new Map(this.#reading.figures.map((figure) => [figure.id, figure]));
    const shown = this.#reading.figures.filter(({ score }) => score > EVEN_ODDS);
    // What is revised stands beside its revision.
    const revised = new Set(shown.map(({ revises }) => revises));
    const figures = shown.filter(({ id }) => !revised.has(id));
    if (figures.length === 0) return;
    this.#addHeading("Figures");
    const rows = figures.map((figure) => {
      const giver = figure.source === null ? undefined : this.#entities.get(figure.source)?.name;
      const place = figure.where === null ? undefined : this.#entities.get(figure.where)?.name;
      const earlier = byId.get(figure.revises ?? "");
      const remarks = [
        CLASSES_SHOWN.has(figure.class) ? figure.class : undefined,
        giver && `by ${giver}`,
        place,
        figure.when && formatDate(figure.when),
        earlier && `earlier ${cutOut(text, earlier.evidence)}`,
      ];
      const words = clean(cutOut(text, figure.evidence));
      return { words, remarks: clean(remarks.filter(Boolean).join("; ")) };
    });
    const width = Math.min(MAX_NAME_WIDTH, Math.max(...rows.map(({ words }) => getDisplayWidth(words))));
    for (const { words, remarks } of rows) {
      this.#addColumns(wrapText(words, width), wrapText(remarks, this.#width - width - 4), (left, right) =>
        `  ${padDisplay(left, width)}  ${right === "" ? "" : this.#style.dim(right)}`.trimEnd(),
      );
    }
  }

  #addFoot(): void {
    const { statements, stances, events, cases, designations } = this.#reading;
    const isUncertain = [...statements, ...stances, ...events, ...cases, ...designations].some(
      ({ score }) => score < EVEN_ODDS,
    );
    if (!isUncertain) return;
    this.#lines.push("");
    this.#addWrapped("? rather unsure: look it up in the report before you rely on it", "  ", this.#style.dim);
  }

  #describeRoles({ roles }: Entity): string {
    const said = roles.map(({ title, of }) => {
      const whole = of === null ? undefined : this.#entities.get(of)?.name;
      return clean(whole === undefined ? title : `${title}, ${whole}`);
    });
    return [...new Set(said)].join("; ");
  }

  #addHeading(title: string, remark = ""): void {
    this.#lines.push(...setHeading(title, this.#style, remark));
  }

  #addWrapped(text: string, indent: string, paint: (text: string) => string): void {
    for (const line of wrapText(clean(text), this.#width - indent.length)) this.#lines.push(indent + paint(line));
  }

  #addColumns(left: string[], right: string[], toLine: (left: string, right: string) => string): void {
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      this.#lines.push(toLine(left[i] ?? "", right[i] ?? ""));
    }
  }
}

// A denial or doubt keeps its verb in the content, which stands to the left already.
function dropCue(content: string, cue: string): string {
  if (!content.toLowerCase().startsWith(`${cue.toLowerCase()} `)) return content;
  return content.slice(cue.length + 1).replace(/^that /, "");
}

function isNamed({ mentions }: Entity): boolean {
  return mentions.length === 0 || mentions.some(({ by }) => by === "name");
}

function keep(text: string): string {
  return text;
}
