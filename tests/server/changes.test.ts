/** What the API changes, and for whom. */
import { describe, expect, it } from "vitest";
import { hashPassword, hashToken } from "../../src/server/security/secrets.ts";
import { asUser, openApi } from "./open-api.ts";

const api = "/api/v1";
const PASSWORD = "nine herons on a wall";

describe("the API", () => {
  it("adds a report from JSON or files, once, and says what could not be read", async () => {
    const opened = await openApi();
    const add = async () => (await opened.send("POST", `${api}/reports`, { text: "The wall is shut." })).json();
    expect(await add()).toMatchObject({ added: [{ outcome: "added", title: null }], problems: [], problemsLeftOut: 0 });
    expect((await add()).added[0].outcome).toBe("known");
    const form = new FormData();
    form.append("one", new File(["A ferry sank."], "ferry.txt"));
    form.append("two", new File(["BROKEN"], "../../etc/passwd"));
    form.append("three", "no file");
    const answer = await (await opened.request(`${api}/reports`, { method: "POST", body: form })).json();
    expect(answer.added).toHaveLength(1);
    expect(answer.problems).toEqual([
      { code: "binary", file: "../../etc/passwd", message: "is broken", hint: "mend it" },
    ]);
    expect((await opened.store.getStats()).reports).toBe(5);
    expect((await opened.store.getReport(answer.added[0].reportId))?.origin).toBe("ferry.txt");
  });

  it("takes an address instead of a text, of the web alone and by itself", async () => {
    const opened = await openApi();
    const add = async (body: object) => await opened.send("POST", `${api}/reports`, body);
    const added = await (await add({ address: "https://herald.example/toll" })).json();
    expect((await opened.store.getReport(added.added[0].reportId))?.origin).toBe("https://herald.example/toll");
    const refused = [
      { address: "file:///etc/passwd" },
      { address: "/etc/passwd" },
      { address: "https://herald.example/", text: "The wall is shut." },
      { address: "https://herald.example/", title: "The wall" },
      {},
    ];
    for (const body of refused) expect([body, (await add(body)).status]).toEqual([body, 400]);
  });

  it("corrects a speaker and takes it back, and every list shows what holds", async () => {
    const opened = await openApi();
    const key = `${opened.reportIds[0]}/s1`;
    const correction = { speaker: "Tor Quennell" };
    const made = await opened.send("POST", `${api}/judgements`, { verdict: "correct", key, correction, by: "ed" });
    expect(made.status).toBe(201);
    const judgement = await made.json();
    expect(judgement).toMatchObject({ verdict: "correct", by: "ed", key, correction });
    const getSpeaker = async () => {
      const { items } = await (await opened.request(`${api}/statements?report=${opened.reportIds[0]}`)).json();
      return `${items[0].speaker.name}, ${items[0].status}`;
    };
    expect(await getSpeaker()).toBe("Tor Quennell, corrected");
    const undo = () => opened.send("POST", `${api}/judgements/${judgement.id}/undo`);
    expect((await undo()).status).toBe(201);
    expect(await getSpeaker()).toBe("Ilse Marrant, unjudged");
    expect((await (await undo()).json()).code).toBe("already_undone");
    expect((await (await opened.request(`${api}/judgements?key=${key}`)).json()).items).toHaveLength(2);
  });

  it("makes, fills, changes and removes an affair", async () => {
    const opened = await openApi();
    const [first] = opened.reportIds;
    expect((await opened.send("POST", `${api}/affairs`, { name: "Ferries" })).status).toBe(201);
    expect((await (await opened.send("POST", `${api}/affairs`, { name: "Ferries" })).json()).code).toBe(
      "affair_exists",
    );
    expect((await opened.send("PUT", `${api}/affairs/ferries/reports/${first}`)).status).toBe(204);
    const issue = await (
      await opened.send("POST", `${api}/affairs/ferries/issues`, { proposition: "the harbour toll should stay" })
    ).json();
    expect(issue).toMatchObject({ affairId: "ferries", stanceCount: 1 });
    const board = await (await opened.request(`${api}/affairs/ferries/stance-board`)).json();
    expect(board.rows).toMatchObject([{ holder: { name: "Ilse Marrant" }, cells: [{ current: "opposes" }] }]);
    const changed = await opened.send("PATCH", `${api}/affairs/ferries`, { name: "All ferries", description: "d" });
    expect(await changed.json()).toMatchObject({
      id: "ferries",
      name: "All ferries",
      description: "d",
      reportCount: 1,
    });
    expect((await opened.send("DELETE", `${api}/affairs/harbour-toll/issues/${issue.id}`)).status).toBe(404);
    expect((await opened.send("DELETE", `${api}/affairs/ferries/issues/${issue.id}`)).status).toBe(204);
    expect((await opened.send("DELETE", `${api}/affairs/ferries/reports/${first}`)).status).toBe(204);
    expect((await (await opened.request(`${api}/affairs/ferries`)).json()).reportCount).toBe(0);
    expect((await opened.send("DELETE", `${api}/affairs/ferries`)).status).toBe(204);
    expect((await opened.request(`${api}/affairs/ferries`)).status).toBe(404);
  });

  it("watches feeds, persons and affairs, tells what failed, and ends a watch", async () => {
    const opened = await openApi();
    const watch = (body: unknown) => opened.send("POST", `${api}/watches`, body);
    const feed = { kind: "feed", subject: "https://post.example/feed.xml" };
    expect((await watch(feed)).status).toBe(201);
    expect((await (await watch(feed)).json()).code).toBe("watch_exists");
    const { items: people } = await opened.store.findEntities({ name: "marrant" });
    await watch({ kind: "entity", subject: people[0].id, deliverTo: "https://desk.example/hook" });
    await watch({ kind: "affair", subject: "harbour-toll", fromStart: true });
    await opened.store.setWatchState("w1", { failures: 2, problem: "it does not answer" });
    const { items } = await (await opened.request(`${api}/watches`)).json();
    expect(items).toMatchObject([
      { ...feed, name: null, failures: 2, problem: "it does not answer" },
      { kind: "entity", name: "Ilse Marrant", deliverTo: "https://desk.example/hook", failures: 0, problem: null },
      { kind: "affair", name: "Harbour toll", deliverTo: null },
    ]);
    const states = (await opened.store.findWatches()).map(({ state }) => state.reportedTo);
    expect(Number(states[1])).toBeGreaterThan(0);
    expect(states[2]).toBeUndefined();
    const { reportedTo } = items[1];
    expect(reportedTo).toBe(states[1]);
    expect((await opened.send("DELETE", `${api}/watches/w2`)).status).toBe(204);
    // Begun again where it ended, it misses nothing of what came meanwhile.
    const again = await watch({ kind: "entity", subject: people[0].id, after: reportedTo });
    expect(await again.json()).toMatchObject({ id: "w4", reportedTo });
    expect((await opened.send("DELETE", `${api}/watches/w1`)).status).toBe(204);
    expect((await opened.send("DELETE", `${api}/watches/w1`)).status).toBe(404);
  });

  it.each([
    ["a file to write to", { kind: "affair", subject: "harbour-toll", deliverTo: "/etc/passwd" }, 400],
    ["a feed that is no address", { kind: "feed", subject: "file:///etc/passwd" }, 400],
    ["a feed that delivers", { kind: "feed", subject: "https://a.example/", deliverTo: "https://b.example/" }, 400],
    ["a place to go on that is none", { kind: "affair", subject: "harbour-toll", after: "the end" }, 400],
    ["a person who is not there", { kind: "entity", subject: "per-nobody" }, 404],
  ])("refuses to watch %s", async (_, body, status) => {
    const opened = await openApi();
    expect((await opened.send("POST", `${api}/watches`, body)).status).toBe(status);
    expect(await opened.store.findWatches()).toEqual([]);
  });

  it("judges in the name of whoever is logged in, whatever the body says", async () => {
    const opened = await openApi({ users: { vera: "reviewer" } });
    const body = { verdict: "accept", key: `${opened.reportIds[0]}/s1`, by: "somebody else" };
    expect((await (await opened.send("POST", `${api}/judgements`, body, asUser("vera"))).json()).by).toBe("vera");
  });

  it("logs in by password, and takes changes by cookie only with the page's own token", async () => {
    const opened = await openApi({ users: { vera: "reviewer" } });
    await opened.store.updateUser("vera", { passwordHash: await hashPassword(PASSWORD) });
    const logIn = (password: string, name = "vera") => opened.send("POST", `${api}/sessions`, { name, password });
    expect((await logIn("nine herons on a roof")).status).toBe(401);
    expect(await (await logIn(PASSWORD, "nobody")).json()).toEqual(await (await logIn("wrong")).json());
    const response = await logIn(PASSWORD);
    expect(response.status).toBe(201);
    const { csrfToken, ...me } = await response.json();
    expect(me).toEqual({ name: "vera", role: "reviewer", isOpen: false });
    const setCookie = response.headers.get("set-cookie")!;
    expect(setCookie).toMatch(/^onrecord_session=onr_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = setCookie.split(";")[0];
    const make = (headers: Record<string, string>) => opened.send("POST", `${api}/affairs`, { name: "New" }, headers);
    expect((await make({ cookie })).status).toBe(403);
    expect((await make({ cookie, "x-csrf-token": "guess" })).status).toBe(403);
    expect((await make({ cookie, "x-csrf-token": csrfToken })).status).toBe(201);
    expect(await (await opened.request(`${api}/me`, { headers: { cookie } })).json()).toEqual({ ...me, csrfToken });
    const out = await opened.send("DELETE", `${api}/sessions`, undefined, { cookie, "x-csrf-token": csrfToken });
    expect(out.status).toBe(204);
    expect((await opened.request(`${api}/me`, { headers: { cookie } })).status).toBe(401);
    expect(JSON.stringify(await opened.store.findUsers())).not.toContain(PASSWORD);
  }, 60_000);

  it("makes the cookie secure where a proxy says that the way is encrypted", async () => {
    const opened = await openApi({ users: { vera: "reviewer" } });
    await opened.store.updateUser("vera", { passwordHash: await hashPassword(PASSWORD) });
    const headers = { "x-forwarded-proto": "https" };
    const response = await opened.send("POST", `${api}/sessions`, { name: "vera", password: PASSWORD }, headers);
    expect(response.headers.get("set-cookie")).toContain("; Secure");
  });

  it("gives a token once, and takes it no longer when it was revoked", async () => {
    const opened = await openApi({ users: { ada: "admin" } });
    await opened.send("POST", `${api}/users`, { name: "nils", role: "reader" }, asUser("ada"));
    const made = await (
      await opened.send("POST", `${api}/users/nils/tokens`, { label: "export" }, asUser("ada"))
    ).json();
    const headers = { authorization: `Bearer ${made.token}` };
    expect((await (await opened.request(`${api}/me`, { headers })).json()).name).toBe("nils");
    expect((await opened.store.getUserByToken(hashToken(made.token)))?.name).toBe("nils");
    expect((await opened.send("DELETE", `${api}/users/nils/tokens/${made.id}`, undefined, asUser("ada"))).status).toBe(
      204,
    );
    expect((await opened.request(`${api}/me`, { headers })).status).toBe(401);
    expect((await opened.send("DELETE", `${api}/users/ada`, undefined, asUser("ada"))).status).toBe(400);
  });

  it("slows down whoever guesses passwords, and nobody else", async () => {
    const opened = await openApi({ users: { vera: "reviewer" } });
    const guess = (address: string) =>
      opened.request(`${api}/sessions`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-test-address": address },
        body: "{}",
      });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await guess("192.0.2.7")).status);
    expect(statuses).toEqual([...Array(10).fill(400), 429, 429]);
    const refused = await guess("192.0.2.7");
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await refused.json()).code).toBe("too_many");
    expect((await guess("192.0.2.8")).status).toBe(400);
  });
});

describe("hostile requests", () => {
  it.each([
    ["not JSON", "{", "application/json", 400],
    ["another type", "name=x", "application/x-www-form-urlencoded", 415],
    ["plain text, which other sites may send", '{"name":"x"}', "text/plain", 415],
    ["a list", "[]", "application/json", 400],
    ["more than is asked for", '{"name":"x","id":"y"}', "application/json", 400],
    ["a prototype", '{"name":"x","__proto__":{"isAdmin":true}}', "application/json", 400],
    ["deep nesting", `${"[".repeat(30_000)}${"]".repeat(30_000)}`, "application/json", 400],
    ["too much", JSON.stringify({ name: "x", description: "y".repeat(70_000) }), "application/json", 413],
    ["a name without letters", '{"name":"../.."}', "application/json", 400],
  ])("%s is refused in words and changes nothing", async (_, body, type, status) => {
    const opened = await openApi();
    const before = await opened.store.getRevision();
    const response = await opened.request(`${api}/affairs`, {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await opened.store.getRevision()).toBe(before);
    expect(opened.errors).toEqual([]);
  });

  it("a body without an end is cut off where the limit is", async () => {
    const opened = await openApi();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 10_000;
        controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
    expect((await opened.request(`${api}/affairs`, init as RequestInit)).status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });

  it("a damaged form is refused in words", async () => {
    const opened = await openApi();
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
      const init = { method: "POST", body: "--x\r\nbroken", headers: { "content-type": type } };
      expect((await opened.request(`${api}/reports`, init)).status).toBe(400);
    }
  });

  it("markup and turned-round names come back as they are, as JSON that no browser takes for a page", async () => {
    const opened = await openApi();
    const name = `<img src=x onerror=alert(1)>\u202egnp.exe ${"long ".repeat(80)}`;
    const response = await opened.send("POST", `${api}/affairs`, { name });
    expect((await response.json()).name).toBe(name.trim());
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("another name for this machine is not answered (DNS rebinding)", async () => {
    const opened = await openApi();
    for (const path of ["/api/v1/stats", "/", "/metrics"]) {
      for (const host of ["localhost", "127.0.0.1:80", "[::1]:4680"]) {
        expect((await opened.request(`http://${host}${path}`)).status).toBe(200);
      }
      for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.1"]) {
        expect((await opened.request(`http://${host}${path}`)).status).toBe(421);
      }
    }
  });
});
