/** What the API answers to readers. */
import { describe, expect, it } from "vitest";
import { ALL_ENDPOINTS } from "../../src/server/endpoints/all-endpoints.ts";
import { openApi, QUOTES } from "./open-api.ts";

const api = "/api/v1";

describe("the API", () => {
  it("gives every list as its schema says, and page after page the same as at once", async () => {
    const opened = await openApi();
    await opened.store.judge({ verdict: "accept", by: "ed", key: `${opened.reportIds[0]}/s1` });
    const lists = ALL_ENDPOINTS.filter(
      ({ method, path, isOfRecord }) => method === "get" && isOfRecord === true && !path.includes("{"),
    );
    expect(lists.length).toBeGreaterThan(10);
    for (const { path, result } of lists) {
      const whole = await (await opened.request(api + path)).json();
      expect([path, result?.safeParse(whole).error]).toEqual([path, undefined]);
      if (path === "/stats" || path === "/affairs") continue;
      const items: unknown[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const query: string = `?limit=1${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`;
        const page: { items: unknown[]; next: string | null } = await (await opened.request(api + path + query)).json();
        expect(page.items.length).toBeLessThanOrEqual(1);
        items.push(...page.items);
        after = page.next;
      }
      expect([path, items]).toEqual([path, whole.items]);
    }
  });

  it("gives one report, entity, affair, board and history as their schemas say", async () => {
    const opened = await openApi();
    const [{ id }] = (await opened.store.findEntities({ name: "marrant" })).items;
    await opened.store.judge({
      verdict: "correct",
      by: "ed",
      key: `${opened.reportIds[0]}/s1`,
      correction: { act: "deny" },
    });
    const paths: Record<string, string> = {
      "/reports/{id}": `/reports/${opened.reportIds[0]}`,
      "/entities/{id}": `/entities/${id}`,
      "/entities/{id}/stances-history": `/entities/${id}/stances-history?issue=i1`,
      "/affairs/{id}": "/affairs/harbour-toll",
      "/affairs/{id}/stance-board": "/affairs/harbour-toll/stance-board",
      "/affairs/{id}/cases": "/affairs/harbour-toll/cases",
      "/affairs/{id}/figures": "/affairs/harbour-toll/figures",
    };
    for (const [path, asked] of Object.entries(paths)) {
      const { result } = ALL_ENDPOINTS.find((endpoint) => endpoint.method === "get" && endpoint.path === path)!;
      const answer = await (await opened.request(api + asked)).json();
      expect([path, result?.safeParse(answer).error]).toEqual([path, undefined]);
    }
    const report = await (await opened.request(`${api}/reports/${opened.reportIds[0]}`)).json();
    expect(report.reading.statements).toHaveLength(1);
    expect(report.judgements).toMatchObject([{ verdict: "correct", by: "ed", correction: { act: "deny" } }]);
  });

  it("finds statements by words, speaker and date", async () => {
    const opened = await openApi();
    const find = async (query: string) =>
      (await (await opened.request(`${api}/statements?${query}`)).json()).items.map(
        ({ text }: { text: string }) => text,
      );
    expect(await find("words=captain+wall")).toEqual([QUOTES[1], QUOTES[0]]);
    expect(await find("words=captain+-foreign&outlet=COAST+post")).toEqual([QUOTES[1]]);
    expect(await find("from=2031-05-02&to=2031-05-02")).toEqual([QUOTES[1]]);
    expect(await find("affair=harbour-toll&minScore=0.99999")).toEqual([]);
    expect(await find("speaker=per-nobody")).toEqual([]);
  });

  it("says 304 while the record is the same, and not a moment longer", async () => {
    const opened = await openApi();
    const first = await opened.request(`${api}/stats`);
    const etag = first.headers.get("etag")!;
    const again = () => opened.request(`${api}/stats`, { headers: { "if-none-match": `"x", ${etag}` } });
    expect((await again()).status).toBe(304);
    expect(await (await again()).text()).toBe("");
    await opened.store.judge({ verdict: "accept", by: "ed", key: `${opened.reportIds[0]}/s1` });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect((await changed.json()).judgements).toBe(1);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  it.each([
    ["/statements?limit=0", 400, "bad_request"],
    ["/statements?limit=501", 400, "bad_request"],
    ["/statements?speeker=x", 400, "bad_request"],
    ["/statements?limit=1&limit=2", 400, "bad_request"],
    ["/statements?from=yesterday", 400, "invalid_value"],
    ["/statements?after=abc", 400, "invalid_value"],
    ["/statements?words=-", 400, "invalid_value"],
    ["/reports/none", 404, "not_found"],
    ["/entities/none/stances-history", 400, "bad_request"],
    ["/affairs/none/cases", 404, "not_found"],
    ["/nothing", 404, "not_found"],
    ["/export/statements.pdf", 404, "not_found"],
    ["/export/statements.csv?from=x", 400, "invalid_value"],
  ])("answers %s with a problem", async (path, status, code) => {
    const response = await (await openApi()).request(api + path);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem).toMatchObject({ type: `urn:onrecord:problem:${code}`, status, code });
    expect(response.status).toBe(status);
    expect(problem.detail.length).toBeGreaterThan(10);
  });

  it("names the methods of a route that is asked by another", async () => {
    const response = await (await openApi()).send("DELETE", `${api}/reports`);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it("exports whole lists, and disarms what a spreadsheet would work out", async () => {
    const opened = await openApi();
    await opened.store.createAffair({ name: "Empty" });
    const [first] = opened.reportIds;
    const correction = { speaker: '=HYPERLINK("http://evil.example")' };
    await opened.store.judge({ verdict: "correct", by: "ed", key: `${first}/s1`, correction });
    const csv = await opened.request(`${api}/export/statements.csv`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="statements.csv"');
    const rows = (await csv.text()).split("\r\n");
    expect(rows).toHaveLength(1 + QUOTES.length + 1);
    expect(rows[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/evil\.example""\)"/);
    const lines = (await (await opened.request(`${api}/export/statements.jsonl?words=captain`)).text()).split("\n");
    expect(lines.slice(0, -1).map((line) => JSON.parse(line).text)).toEqual([QUOTES[1], QUOTES[0]]);
    expect(await (await opened.request(`${api}/export/statements.jsonl?affair=empty`)).text()).toBe("");
    for (const kind of ["reports", "entities", "stances", "events", "cases", "figures", "judgements"]) {
      const text = await (await opened.request(`${api}/export/${kind}.csv`)).text();
      const columns = text.split("\r\n")[0].split(",").length;
      expect(columns).toBeGreaterThan(4);
      expect(text.endsWith("\r\n")).toBe(true);
    }
  });

  it("tells of what is added and judged, to whoever listens, until it stops", async () => {
    const opened = await openApi();
    const response = await opened.request(`${api}/progress`);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await opened.send("POST", `${api}/reports`, { text: "The harbour is shut." });
    await opened.send("POST", `${api}/judgements`, { verdict: "accept", key: `${opened.reportIds[0]}/s1` });
    let told = "";
    while (!told.includes("event: judgement")) told += (await reader.read()).value;
    expect(told).toMatch(/^event: report\ndata: \{"reportId":"\w+","outcome":"added"/);
    opened.stop();
    while (!(await reader.read()).done);
    expect(opened.errors).toEqual([]);
  });

  it("counts what it does, for Prometheus", async () => {
    const opened = await openApi();
    await opened.request(`${api}/reports/none`);
    await opened.send("POST", `${api}/reports`, { text: "The harbour is shut." });
    const text = await (await opened.request("/metrics")).text();
    expect(text).toContain(
      'onrecord_http_request_duration_seconds_count{method="GET",route="/api/v1/reports/{id}",status="404"} 1',
    );
    expect(text).toContain('onrecord_reports_total{outcome="added"} 1');
    expect((await opened.request("/healthz")).status).toBe(200);
  });

  it("gives the page for any address that is not the API's, which loads from its own host alone", async () => {
    const opened = await openApi();
    for (const path of ["/", "/affairs/harbour-toll", "/search?q=x", "/..%2f..%2fetc%2fpasswd"]) {
      const response = await opened.request(path);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      const policy = response.headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });
});
