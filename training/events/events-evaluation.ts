/**
 * Measures the classes of events on the sentences of the CAMEO manual: found in the text alone, and with the parties given.
 *
 * The set counts what is agreed or planned as AGREE, what is threatened as THREATEN; a reading keeps the class of the deed
 * and says that it is planned.
 */
import type { Span } from "../../src/language/index.ts";
import { classifyDeed } from "../../src/reading/events/classify-deed.ts";
import { toCandidateDocument } from "../../src/reading/events/event-candidate.ts";
import { read } from "../../src/reading/index.ts";
import { hasCorpusFile, readCorpusRecords } from "../corpus-files.ts";
import type { Evaluation } from "../evaluation.ts";
import { toReadingClass } from "./event-classes.ts";
import { parseReport } from "./read-story.ts";

interface MarkedSentence {
  event: string;
  textInfo: { markup: string };
}

export const eventsEvaluation: Evaluation = {
  layer: "events",
  evaluate({ dataFolder, split }) {
    const path = `cameo/examples-${split}/plover-gsr.jsonl.gz`;
    if (!hasCorpusFile(dataFolder, path)) return [];
    const sentences = readCorpusRecords<MarkedSentence>(dataFolder, path);
    let given = 0;
    let found = 0;
    for (const { event, textInfo } of sentences) {
      const { text, actors, recipients } = readMarkup(textInfo.markup);
      const wanted = toReadingClass(event);
      if (actors.length > 0) {
        const document = toCandidateDocument(parseReport(text));
        if (classifyDeed(document, actors[0], recipients.at(-1)) === wanted) given++;
      }
      const { events } = read({ text });
      if (events.some(({ class: cls, status }) => cls === wanted || (wanted === "AGREE" && status === "planned")))
        found++;
    }
    return [
      { set: "plover-gsr", measure: "class right, parties given, %", value: (100 * given) / sentences.length },
      { set: "plover-gsr", measure: "class found in the text alone, %", value: (100 * found) / sentences.length },
    ];
  },
};

/** "(SRC: Norland) has (EVT: rejected) …": the text without marks, and the spans of the parties. */
function readMarkup(markup: string): { text: string; actors: Span[]; recipients: Span[] } {
  let text = "";
  const open: { mark: string; start: number }[] = [];
  const actors: Span[] = [];
  const recipients: Span[] = [];
  for (const part of markup.split(/(\((?:SRC\/TAR|SRC|TAR|EVT|LOC): |[()])/)) {
    const mark = /^\((.+): $/.exec(part)?.[1];
    if (mark !== undefined) open.push({ mark, start: text.length });
    else if (part === ")" && open.length > 0) {
      const { mark: closed, start } = open.pop()!;
      if (closed === "(") text += part;
      else if (closed.includes("SRC")) actors.push({ start, end: text.length });
      if (closed.includes("TAR")) recipients.push({ start, end: text.length });
    } else {
      if (part === "(") open.push({ mark: part, start: text.length });
      text += part;
    }
  }
  return { text, actors, recipients };
}
