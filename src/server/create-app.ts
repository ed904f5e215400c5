/** The application: the API below `/api`, the page everywhere else. Asks no other host for anything. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { ALL_ENDPOINTS } from "./endpoints/all-endpoints.ts";
import { type Api, mountEndpoint, type Variables } from "./mount-endpoints.ts";
import type { PageFiles } from "./page-files.ts";
import { LOCAL_PERSON } from "./person.ts";
import { Problem, toProblem, toProblemResponse } from "./problem.ts";
import type { Services } from "./services.ts";

export interface AppOptions extends Services {
  readonly version: string;
  readonly page: PageFiles;
  /** Told of what nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

export function createApp({ page, version, onError, ...services }: AppOptions): Api {
  const api: Api = new OpenAPIHono<{ Variables: Variables }>();
  api.onError((error) => {
    const problem = toProblem(error);
    if (problem.code === "internal") onError(error);
    return toProblemResponse(problem);
  });
  api.use(async (context, next) => {
    context.set("person", LOCAL_PERSON);
    await next();
  });
  for (const endpoint of ALL_ENDPOINTS) mountEndpoint(api, endpoint, services);
  api.get("/api/openapi.json", (context) => context.json(describeApi(api, version)));
  api.get("/healthz", (context) => context.json({ status: "ok" }));
  api.all("/api/*", (context) => {
    throw new Problem("not_found", `There is no route ${context.req.method} ${context.req.path}.`);
  });
  api.get("*", (context) => {
    const ifNoneMatch = context.req.header("if-none-match");
    return page.get(context.req.path, ifNoneMatch) ?? page.getPage(ifNoneMatch);
  });
  return api;
}

export function describeApi(api: Api, version: string) {
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Onrecord",
      version,
      description: "What news reports say, tied to the words that prove it. Errors are problem details (RFC 9457).",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
  });
}
