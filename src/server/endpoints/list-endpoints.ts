/** Every list as pages of JSON and, where it has columns, as exports. */
import { defineEndpoint, type Endpoint } from "../endpoint.ts";
import { EXPORT_TYPES, type ExportFormat, exportList } from "../lists/export-list.ts";
import { toPageOptions } from "../lists/filters.ts";
import { LINE_LISTS } from "../lists/line-lists.ts";
import type { List } from "../lists/list.ts";
import { OTHER_LISTS } from "../lists/other-lists.ts";
import { type Paging, paging, toPageSchema } from "../schemas/common-schemas.ts";

const LISTS: readonly List[] = [...LINE_LISTS, ...OTHER_LISTS];

export const listEndpoints: readonly Endpoint[] = [
  ...LISTS.map((list) =>
    defineEndpoint({
      method: "get",
      path: `/${list.name}`,
      tag: list.tag,
      summary: list.summary,
      role: "reader",
      isOfRecord: true,
      query: list.query.extend(paging),
      result: toPageSchema(list.item),
      handle({ query: { limit, after, ...query } }, { store }) {
        return list.find(store, query, toPageOptions({ limit, after } as Paging));
      },
    }),
  ),
  ...LISTS.filter(({ columns }) => columns !== undefined).flatMap((list) => [
    defineExport(list, "csv"),
    defineExport(list, "jsonl"),
  ]),
];

function defineExport(list: List, format: ExportFormat): Endpoint {
  const file = `${list.name}.${format}`;
  return defineEndpoint({
    method: "get",
    path: `/export/${file}`,
    tag: "Export",
    summary: `${list.summary}: all of them as ${format === "csv" ? "a table" : "lines of JSON"}`,
    ...(format === "csv"
      ? { description: "As RFC 4180 has it. A cell that begins as a formula does has an apostrophe before it." }
      : {}),
    role: "reader",
    query: list.query,
    resultType: EXPORT_TYPES[format].split(";")[0],
    async handle({ query }, { store }) {
      const chunks = exportList(list, format, query, store);
      // The first piece is made before the answer begins, so that a wrong value is told as a problem.
      const first = await chunks.next();
      const encoder = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          if (!first.done && first.value !== "") controller.enqueue(encoder.encode(first.value));
        },
        async pull(controller) {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        },
        async cancel() {
          await chunks.return(undefined);
        },
      });
      const headers = { "content-type": EXPORT_TYPES[format], "content-disposition": `attachment; filename="${file}"` };
      return new Response(body, { headers });
    },
  });
}
