/**
 * Events as event researchers take them, parted by tabs: the twenty columns of ICEWS (Integrated Crisis Early Warning System,
 * Harvard Dataverse, doi:10.7910/DVN/28075) in their order, then ours with the PLOVER class and the words that prove it.
 *
 * What is not known is left empty: intensities, sectors and coordinates are nobody's statement here.
 */
import type { EntityRef, EventLine } from "../record/index.ts";
import type { TextExporter } from "./exporter.ts";
import { type ExportedReport, walkArchive } from "./walk-archive.ts";

export const ICEWS_COLUMNS = [
  "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
  "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province",
  "Country", "Latitude", "Longitude",
] as const; // biome-ignore format: by rows

export const OWN_COLUMNS = ["PLOVER Event", "Event Status", "Score", "Review", "URL", "Headline", "Evidence"] as const;

export const exportEvents: TextExporter = async function* (store, filter, { onReport }) {
  yield toRow([...ICEWS_COLUMNS, ...OWN_COLUMNS]);
  for await (const report of walkArchive(store, filter, onReport)) {
    const countries = findCountries(report);
    for (const line of report.events) yield toRow(toCells(line, report, countries));
  }
};

function toCells(line: EventLine, report: ExportedReport, countries: ReadonlyMap<string, string>): string[] {
  const { stored } = report;
  const { key, class: plover, cameo, actor, recipient, eventStatus, when, quote, score, status } = line;
  const country = (entity: EntityRef | null) => (entity === null ? "" : (countries.get(entity.id) ?? ""));
  const sentence = stored.reading?.sentences.findIndex(({ end }) => end > line.evidence[0].start) ?? -1;
  return [
    key, when ?? stored.publishedAt ?? "", actor?.name ?? "", sectorsOf(actor, report), country(actor), plover, cameo ?? "", "",
    recipient?.name ?? "", sectorsOf(recipient, report), country(recipient), stored.id, sentence < 0 ? "" : String(sentence + 1),
    stored.outlet ?? "", "", "", "", "", "", "",
    plover, eventStatus, String(score), status, stored.url ?? "", stored.title ?? "", quote,
  ]; // biome-ignore format: by columns
}

/** Names of countries, in English, by the entities of the record. */
function findCountries({ stored }: ExportedReport): Map<string, string> {
  const found = new Map<string, string>();
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
  for (const { id, country } of stored.reading?.entities ?? []) {
    const entity = stored.entityIds[id];
    if (country !== null && entity !== undefined) found.set(entity, names.of(country) ?? country);
  }
  return found;
}

/** The titles that the report gives: ICEWS names sectors of its own list, which nobody here assigns. */
function sectorsOf(entity: EntityRef | null, { stored }: ExportedReport): string {
  if (entity === null) return "";
  const own = stored.reading?.entities.find(({ id }) => stored.entityIds[id] === entity.id);
  return (own?.roles ?? []).map(({ title }) => title).join(",");
}

/** The format has no quoting: tabs and line ends become spaces. */
function toRow(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`;
}
