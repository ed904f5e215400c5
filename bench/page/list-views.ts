/** Every view and tab of the page, over the things of an archive that have the most to show. */

/** @returns By what it is called, the address after the page's own. */
export async function listViews(address: string): Promise<Map<string, string>> {
  const ask = async (path: string) =>
    (await (await fetch(`${address}api/v1/${path}`)).json()) as { items: Record<string, string>[] };
  const { items: affairs } = await ask("affairs");
  const [affair] = affairs.sort((one, other) => Number(other.reportCount) - Number(one.reportCount));
  const { items: people } = await ask("entities?kind=person&limit=500");
  const { items: states } = await ask("entities?kind=state&limit=1");
  const { items: reports } = await ask("reports?limit=1");
  const { items: statements } = await ask("statements?limit=50");
  const words = [...new Set(statements.flatMap(({ text }) => text.match(/[a-z]{4,}/g) ?? []))];
  const views = new Map<string, string>();
  const add = (name: string, path: string) => views.set(name, `#/${path}`);
  add("affairs", "affairs");
  for (const tab of ["stances", "case", "map", "time", "figures", "people", "quotes", "reports"])
    if (affair !== undefined) add(`affair: ${tab}`, `affairs/${affair.id}?tab=${tab}`);
  add("people", "people");
  add("people: by a name", `people?name=${people[0]?.name.slice(0, 3)}`);
  const persons = { "who said most": people[0], somebody: people[people.length - 1], "a state": states[0] };
  for (const [name, person] of Object.entries(persons)) {
    if (person === undefined) continue;
    for (const tab of ["statements", "stances", "roles", "quoted", "names"])
      add(`${name}: ${tab}`, `people/${person.id}?tab=${tab}`);
  }
  add("search", "search");
  add("search: a word", `search?words=${words[0]}`);
  add("search: two words", `search?words=${words[1]}+${words[2]}`);
  add("search: words of somebody", `search?words=${words[3]}&speaker=${people[0]?.id}`);
  add("search: an outlet", `search?outlet=${encodeURIComponent(reports[0]?.outlet ?? "")}`);
  add("search: reports", `search?words=${words[4]}&in=reports`);
  add("review", "review");
  add("archive", "archive");
  for (const tab of ["add", "sources", "watches", "numbers", "judgements"])
    add(`archive: ${tab}`, `archive?tab=${tab}`);
  if (reports[0] !== undefined) add("a report", `reports/${reports[0].id}`);
  return views;
}
