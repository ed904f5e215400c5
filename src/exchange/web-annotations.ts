/**
 * Lines as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): the evidence is the target, what it proves the body.
 *
 * A target's source is the text of the report as the archive keeps it, in which positions are counted; its scope is the
 * address of the page. Positions count Unicode code points, as the model has it, not UTF-16 code units.
 */
import type { Span } from "../language/index.ts";
import type { EntityRef, RecordLine } from "../record/index.ts";
import { describeLine, listLines } from "./describe-line.ts";
import { createNames, type Names, type TextExporter, writeGraph } from "./exporter.ts";
import { type ExportedReport, walkArchive } from "./walk-archive.ts";

export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** Characters before and after the quote, so that equal words can be told apart. */
const MARGIN = 32;

export const exportWebAnnotations: TextExporter = (store, filter, { base, onReport }) =>
  writeGraph(ANNOTATION_CONTEXT, annotate(walkArchive(store, filter, onReport), createNames(base)));

async function* annotate(reports: AsyncIterable<ExportedReport>, names: Names): AsyncGenerator<unknown> {
  for await (const report of reports) {
    const { stored } = report;
    const positions = new CodePoints(stored.report.text);
    for (const { kind, line, about } of listLines(report)) {
      yield {
        id: names.line(line.key),
        type: "Annotation",
        motivation: "describing",
        created: stored.addedAt,
        generator: { id: names.named("software", stored.reader), type: "Software", name: stored.reader },
        body: [
          {
            type: "TextualBody",
            purpose: "describing",
            format: "text/plain",
            language: "en",
            value: describeLine(kind, line),
          },
          { type: "TextualBody", purpose: "tagging", value: kind },
          { type: "TextualBody", purpose: "tagging", value: line.status },
          ...about.map((entity) => identify(entity, names)),
        ],
        target: line.evidence.map((span) => toTarget(span, report, line, positions, names)),
      };
    }
  }
}

function identify({ id }: EntityRef, names: Names): unknown {
  return { type: "SpecificResource", purpose: "identifying", source: names.entity(id) };
}

function toTarget(
  { start, end }: Span,
  { stored }: ExportedReport,
  line: RecordLine,
  positions: CodePoints,
  names: Names,
): unknown {
  const { text } = stored.report;
  return {
    type: "SpecificResource",
    source: names.report(stored.id),
    ...(line.report.url === null ? {} : { scope: line.report.url }),
    selector: [
      { type: "TextPositionSelector", start: positions.count(start), end: positions.count(end) },
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: cutWhole(text, Math.max(0, start - MARGIN), start),
        suffix: cutWhole(text, end, Math.min(text.length, end + MARGIN)),
      },
    ],
  };
}

/** Cut without halves of surrogate pairs at its borders. */
function cutWhole(text: string, start: number, end: number): string {
  const isLow = (index: number) => (text.charCodeAt(index) & 0xfc00) === 0xdc00;
  return text.slice(isLow(start) ? start + 1 : start, isLow(end) ? end - 1 : end);
}

/** Counts code points before a code unit. */
class CodePoints {
  /** Where pairs of surrogates begin. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      if ((text.charCodeAt(i) & 0xfc00) === 0xd800) this.#pairs.push(i);
    }
  }

  count(index: number): number {
    let before = 0;
    while (before < this.#pairs.length && this.#pairs[before] < index) before++;
    return index - before;
  }
}
