/** What readers ask for: the lists and things behind the page's views, each another one. */

interface Listed {
  readonly items: readonly Record<string, string>[];
  readonly next: string | null;
}

/** @returns For each kind of request, up to `count` paths that differ. */
export async function listReaderRequests(address: string, count: number): Promise<Map<string, string[]>> {
  const collect = async (path: string): Promise<Listed["items"]> => {
    const items: Record<string, string>[] = [];
    for (let after: string | null = ""; after !== null && items.length < count; ) {
      const more: string = after === "" ? "" : `&after=${after}`;
      const page = (await (await fetch(`${address}api/v1/${path}&limit=500${more}`)).json()) as Listed;
      items.push(...page.items);
      after = page.next;
    }
    return items.slice(0, count);
  };
  const statements = await collect("statements?minScore=0");
  const entities = await collect("entities?kind=person");
  const reports = await collect("reports?copies=true");
  const { items: affairs } = (await (await fetch(`${address}api/v1/affairs`)).json()) as Pick<Listed, "items">;
  const words = [...new Set(statements.flatMap(({ text }) => text.match(/[a-z]{4,}/g) ?? []))];
  const api = (paths: string[]) => [...new Set(paths)].map((path) => `/api/v1/${path}`);
  const requests = new Map([
    [
      "search by two words",
      api(statements.map((_, i) => `statements?words=${pick(words, i)}+${pick(words, i * 7 + 3)}`)),
    ],
    ["search by one word", api(words.slice(0, count).map((word) => `statements?words=${word}`))],
    ["statements of a person", api(entities.map(({ id }) => `statements?speaker=${id}`))],
    ["a person", api(entities.map(({ id }) => `entities/${id}`))],
    ["names that begin so", api(words.slice(0, count).map((word) => `entities?q=${word.slice(0, 3)}`))],
    ["a report with its reading", api(reports.map(({ id }) => `reports/${id}`))],
    ["stances of a person", api(entities.map(({ id }) => `stances?holder=${id}`))],
    [
      "what waits for review",
      api(
        ["statement", "stance", "event", "case", "figure"].flatMap((kind) => [
          `review?kind=${kind}`,
          `review?kind=${kind}&minScore=0.5`,
        ]),
      ),
    ],
    [
      "an affair's board, cases, figures",
      api(affairs.flatMap(({ id }) => ["stance-board", "cases", "figures"].map((part) => `affairs/${id}/${part}`))),
    ],
  ]);
  for (const [kind, paths] of requests) if (paths.length === 0) requests.delete(kind);
  return requests;
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length];
}
