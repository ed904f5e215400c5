/** From a report to its reading: the one function of this room that most callers need. */
import { detectForm, restore } from "../language/index.ts";
import { assembleReading } from "./assemble-reading.ts";
import { findReportHeader, NO_HEADER } from "./find-report-header.ts";
import { toIsoDate } from "./iso-date.ts";
import { analyseReport } from "./pipeline.ts";
import type { Report } from "./report.ts";
import { makeReportId } from "./report-id.ts";
import type { Reading } from "./schema.ts";

export interface ReadOptions {
  /** How the text came; found out where it is left open. */
  readonly form?: Reading["report"]["form"];
}

/**
 * Reads one report: who is in it, with which roles, and who said what.
 *
 * A stemmed or tokenised report is restored first; spans then point into the restored text, and `alignment` ties it to the original.
 * The same report gives the same reading, byte for byte, on every machine. Time grows with the length of the text.
 *
 * A report in another language than English gives a reading with its text and facts, and no findings.
 *
 * @param report Its text and what is known of it; what is given wins over what the text says of itself.
 * @throws {LanguageError} `model_missing`, `model_corrupt` or `model_format`, when a model cannot be loaded.
 */
export function read(report: Report, options: ReadOptions = {}): Reading {
  const language = report.language ?? "en";
  if (language !== "en") return readNothing(report, language);
  const form = options.form ?? detectForm(report.text).form;
  const restored = form === "plain" ? undefined : restore(report.text, form);
  const text = restored?.text ?? report.text;
  const found = form === "plain" ? findReportHeader(text) : NO_HEADER;
  const header = { ...found, publishedAt: toIsoDate(report.publishedAt ?? "") ?? found.publishedAt };
  const document = analyseReport(text, header, form);
  return assembleReading(document, {
    id: makeReportId(report.text),
    ...(report.givenId === undefined ? {} : { givenId: report.givenId }),
    title: report.title ?? header.title,
    outlet: report.outlet ?? header.outlet,
    byline: report.byline ?? header.byline,
    url: report.url ?? null,
    publishedAt: header.publishedAt,
    language,
    form,
    text,
    ...(restored === undefined ? {} : { original: report.text, alignment: restored.alignment }),
  });
}

/** The reading of a report in a language that this program does not read. */
function readNothing(report: Report, language: string): Reading {
  return {
    schema: "onrecord/reading@1",
    report: {
      id: makeReportId(report.text),
      ...(report.givenId === undefined ? {} : { givenId: report.givenId }),
      title: report.title ?? null,
      outlet: report.outlet ?? null,
      byline: report.byline ?? null,
      url: report.url ?? null,
      publishedAt: toIsoDate(report.publishedAt ?? "") ?? null,
      language,
      form: "plain",
      text: report.text,
    },
    sentences: [],
    entities: [],
    statements: [],
    stances: [],
    events: [],
    cases: [],
    figures: [],
    designations: [],
    relations: [],
    tones: [],
  };
}
