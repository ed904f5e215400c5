/** Every route of the OpenAPI document, asked by whoever may not. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { type Answer, asUser, type OpenedApi, openApi } from "./open-api.ts";

const WRITES = new Set(["post", "put", "patch", "delete"]);
/** May be asked by anybody: how else would one log in. */
const FOR_ANYBODY = new Set(["post /api/v1/sessions"]);
/** Changes nothing but whether oneself is logged in. */
const FOR_READERS = new Set(["delete /api/v1/sessions"]);

/** Bodies that would change something. A route that is not here fails the test: whoever adds one, adds its body. */
const BODIES: Record<string, (api: OpenedApi) => unknown> = {
  "post /api/v1/sessions": () => ({ name: "rita", password: "not the right one" }),
  "delete /api/v1/sessions": () => undefined,
  "post /api/v1/reports": () => ({ text: "The harbour is shut." }),
  "post /api/v1/affairs": () => ({ name: "Another affair" }),
  "patch /api/v1/affairs/{id}": () => ({ description: "changed" }),
  "delete /api/v1/affairs/{id}": () => undefined,
  "put /api/v1/affairs/{id}/reports/{reportId}": () => undefined,
  "delete /api/v1/affairs/{id}/reports/{reportId}": () => undefined,
  "post /api/v1/affairs/{id}/issues": () => ({ proposition: "the harbour toll should be halved" }),
  "delete /api/v1/affairs/{id}/issues/{issueId}": () => undefined,
  "post /api/v1/judgements": ({ reportIds }) => ({ verdict: "accept", key: `${reportIds[0]}/s1` }),
  "post /api/v1/judgements/{id}/undo": () => undefined,
  "post /api/v1/watches": () => ({ kind: "feed", subject: "https://post.example/feed.xml" }),
  "delete /api/v1/watches/{id}": () => undefined,
  "post /api/v1/users": () => ({ name: "new", role: "admin", password: "a long sentence of words" }),
  "patch /api/v1/users/{name}": () => ({ role: "admin" }),
  "delete /api/v1/users/{name}": () => undefined,
  "post /api/v1/users/{name}/tokens": () => ({ label: "mine" }),
  "delete /api/v1/users/{name}/tokens/{id}": () => undefined,
};

const FOREIGN: Record<string, string>[] = [
  { origin: "http://evil.example" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
];

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

async function listRoutes(api: OpenedApi): Promise<Route[]> {
  const { paths } = (await (await api.request("/api/openapi.json")).json()) as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ name: `${method} ${path}`, method, path })),
  );
}

async function openWithUsers(): Promise<OpenedApi> {
  const api = await openApi({ users: { rita: "reader", vera: "reviewer", ada: "admin", uri: "reader" } });
  await api.store.addWatch({ kind: "affair", subject: "harbour-toll" });
  await api.store.judge({ verdict: "accept", by: "vera", key: `${api.reportIds[1]}/s1` });
  return api;
}

async function ask(api: OpenedApi, { name, method, path }: Route, headers: Record<string, string>): Promise<Answer> {
  const [token] = await api.store.findTokens("uri");
  const [entity] = (await api.store.findEntities({ name: "marrant" })).items;
  const ids = {
    affairs: "harbour-toll",
    reports: api.reportIds[0],
    judgements: "j1",
    watches: "w1",
    tokens: token?.id ?? "k0",
  };
  const id = Object.entries(ids).find(([part]) => path.includes(`/${part}/`))?.[1] ?? entity.id;
  const values: Record<string, string> = { id, reportId: api.reportIds[0], issueId: "i1", name: "uri" };
  const filled = path.replace(/\{(\w+)\}/g, (_, parameter: string) => values[parameter]);
  const body = WRITES.has(method) ? BODIES[name](api) : undefined;
  return api.send(method.toUpperCase(), filled + (path.endsWith("stances-history") ? "?issue=i1" : ""), body, headers);
}

async function describeState({ store }: OpenedApi): Promise<unknown> {
  const users = await store.findUsers();
  const tokens = await Promise.all(users.map(({ name }) => store.findTokens(name)));
  return { revision: await store.getRevision(), watches: await store.findWatches(), users, tokens };
}

describe("every route of the OpenAPI document", () => {
  it("is described by a document that is valid OpenAPI 3.1, with examples", async () => {
    const api = await openApi();
    const document = await (await api.request("/api/openapi.json")).json();
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(document.openapi).toBe("3.1.0");
    expect(JSON.stringify(document).match(/"example"/g)?.length).toBeGreaterThan(30);
    const ids = Object.values(document.paths as Record<string, object>).flatMap((path) =>
      Object.values(path).map(({ operationId }: { operationId: string }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has a body in this test, where it changes something", async () => {
    const routes = (await listRoutes(await openApi())).filter(({ method }) => WRITES.has(method));
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort());
  });

  it("gives nobody anything, and changes nothing for nobody", async () => {
    const api = await openWithUsers();
    const before = await describeState(api);
    for (const route of await listRoutes(api)) {
      const { status } = await ask(api, route, {});
      expect({ route: route.name, status }).toEqual({ route: route.name, status: 401 });
    }
    expect((await api.request("/metrics")).status).toBe(401);
    expect(await describeState(api)).toEqual(before);
  });

  it("changes nothing for a reader, by token or by cookie", async () => {
    const api = await openWithUsers();
    const before = await describeState(api);
    const routes = await listRoutes(api);
    for (const route of routes.filter(({ method }) => WRITES.has(method))) {
      const { status } = await ask(api, route, asUser("rita"));
      const expected = FOR_ANYBODY.has(route.name) ? 401 : FOR_READERS.has(route.name) ? 204 : 403;
      expect({ route: route.name, status }).toEqual({ route: route.name, status: expected });
    }
    for (const route of routes.filter(({ method }) => !WRITES.has(method))) {
      if (route.path === "/api/v1/progress") continue;
      const response = await ask(api, route, asUser("rita"));
      await response.text();
      const expected = /users|watches/.test(route.path) ? 403 : route.path.includes("/utterances/{id}") ? 404 : 200;
      expect({ route: route.name, status: response.status }).toEqual({ route: route.name, status: expected });
    }
    expect(await describeState(api)).toEqual(before);
  });

  it("lets a reviewer neither see nor make users", async () => {
    const api = await openWithUsers();
    const before = await describeState(api);
    for (const route of (await listRoutes(api)).filter(({ path }) => path.startsWith("/api/v1/users"))) {
      expect({ route: route.name, status: (await ask(api, route, asUser("vera"))).status }).toMatchObject({
        status: 403,
      });
    }
    expect(await describeState(api)).toEqual(before);
  });

  it("does what it says for whoever may, so that the refusals above mean something", async () => {
    const routes = await listRoutes(await openApi());
    for (const route of routes.filter(({ method }) => WRITES.has(method))) {
      if (FOR_ANYBODY.has(route.name) || FOR_READERS.has(route.name)) continue;
      const api = await openWithUsers();
      const before = await describeState(api);
      const response = await ask(api, route, asUser(/^\/api\/v1\/(?:users|watches)/.test(route.path) ? "ada" : "vera"));
      expect([route.name, [200, 201, 204].includes(response.status) ? "done" : await response.text()]).toEqual([
        route.name,
        "done",
      ]);
      expect(await describeState(api)).not.toEqual(before);
    }
    expect.hasAssertions();
  }, 60_000);

  it("refuses another site's writes, whoever is logged in", async () => {
    const api = await openApi();
    const before = await describeState(api);
    for (const route of (await listRoutes(api)).filter(({ method }) => WRITES.has(method))) {
      for (const headers of FOREIGN) {
        expect((await ask(api, route, headers)).status).toBe(403);
      }
    }
    expect(await describeState(api)).toEqual(before);
  });
});
