/** The archive report by report, each with its lines as judgements have them: what most exports are written from. */
import type {
  CaseLine,
  EventLine,
  FigureLine,
  Page,
  RecordLine,
  StanceLine,
  StatementLine,
  StoredReport,
} from "../record/index.ts";
import type { LineFilter, PageOptions, RecordStore, ReportFilter } from "../store/index.ts";
import type { ExportFilter } from "./exporter.ts";

export interface ExportedReport {
  readonly stored: StoredReport;
  readonly statements: readonly StatementLine[];
  readonly stances: readonly StanceLine[];
  readonly events: readonly EventLine[];
  readonly cases: readonly CaseLine[];
  readonly figures: readonly FigureLine[];
}

const LIMIT = 500;

/** Reports in the order of their ids, lines in that of the text. */
export async function* walkArchive(
  store: RecordStore,
  filter: ExportFilter,
  onReport: () => void = () => {},
): AsyncGenerator<ExportedReport> {
  const { minScore, status } = filter;
  for await (const stored of store.eachReport(toReportFilter(filter))) {
    const lines: LineFilter = {
      reportId: stored.id,
      copies: true,
      ...(minScore === undefined ? {} : { minScore }),
      ...(status === undefined ? {} : { status }),
    };
    yield {
      stored,
      statements: await findAll((page) => store.findStatements(lines, page)),
      stances: await findAll((page) => store.findStances(lines, page)),
      events: await findAll((page) => store.findEvents(lines, page)),
      cases: await findAll((page) => store.findCases(lines, page)),
      figures: await findAll((page) => store.findFigures(lines, page)),
    };
    onReport();
  }
}

export function toReportFilter({ affairId, outlet, from, to, copies = false }: ExportFilter): ReportFilter {
  return {
    copies,
    ...(affairId === undefined ? {} : { affairId }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function findAll<Line extends RecordLine>(find: (page: PageOptions) => Promise<Page<Line>>): Promise<Line[]> {
  const all: Line[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const page: Page<Line> = await find(next === undefined ? { limit: LIMIT } : { limit: LIMIT, after: next });
    all.push(...page.items);
    next = page.next;
  }
  // Row numbers tell nothing of an item that a judgement keeps; the order of the text does.
  const start = (line: Line) => Math.min(...line.evidence.map((span) => span.start));
  return all.sort((one, other) => start(one) - start(other) || compareKeys(one.key, other.key));
}

function compareKeys(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}
