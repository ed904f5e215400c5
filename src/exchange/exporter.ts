/** What all exports share. */
import type { LineStatus } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";

/** Which part of the archive goes out; everything where nothing is given. What people rejected never does, unless asked for. */
export interface ExportFilter {
  readonly affairId?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly minScore?: number;
  readonly status?: LineStatus;
  /** The lines of copies too; by default they are counted once, in the report copied. */
  readonly copies?: boolean;
}

export interface ExportSettings {
  /** What names of reports, lines and entities begin with: an address that ends in "/", or a prefix such as "urn:onrecord:". */
  readonly base: string;
  /** Name and version of this program. */
  readonly software: string;
  /** Told of every report that is done. */
  readonly onReport?: () => void;
}

/** Gives the export piece by piece, as it is asked for: memory grows with one report and one page of entities, no more. */
export type TextExporter = (
  store: RecordStore,
  filter: ExportFilter,
  settings: ExportSettings,
) => AsyncIterable<string>;

/** Names of things, as absolute IRIs. */
export function createNames(base: string) {
  return {
    report: (id: string) => `${base}report/${id}`,
    /** `<report id>/<local id>` */
    line: (key: string) => `${base}report/${key}`,
    entity: (id: string) => `${base}entity/${id}`,
    judgement: (id: string) => `${base}judgement/${id}`,
    /** A name of free text: an outlet, a person who judges. */
    named: (kind: string, name: string) => `${base}${kind}/${encodeURIComponent(name)}`,
  };
}

export type Names = ReturnType<typeof createNames>;

/** A JSON-LD document whose graph is written node by node, a line each. */
export async function* writeGraph(context: unknown, nodes: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context)},"@graph":[`;
  let isFirst = true;
  for await (const node of nodes) {
    yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(node)}`;
    isFirst = false;
  }
  yield "\n]}\n";
}
