/** The application: the API below `/api`, the page everywhere else. Asks no other host for anything. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { AnswerCache } from "./answers/answer-cache.ts";
import { describeApi } from "./describe-api.ts";
import { ALL_ENDPOINTS } from "./endpoints/all-endpoints.ts";
import { logInEndpoint } from "./endpoints/session-endpoints.ts";
import { Metrics } from "./metrics.ts";
import { API_ROOT, type Api, mountEndpoint, type Variables } from "./mount-endpoints.ts";
import type { PageFiles } from "./page-files.ts";
import { LOCAL_PERSON } from "./person.ts";
import { Problem, toProblem, toProblemResponse } from "./problem.ts";
import { checkHost, checkOrigin } from "./security/check-origin.ts";
import { secure } from "./security/headers.ts";
import { identify } from "./security/identify.ts";
import { limitLogins, limitRequests } from "./security/limit-rates.ts";
import type { Services } from "./services.ts";

export interface AppOptions extends Services {
  readonly version: string;
  readonly page: PageFiles;
  /** The caller's network address, by which rates are limited. */
  readonly getAddress: (context: Context) => string;
  /** Told of what nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

export function createApp({ page, version, getAddress, onError, ...services }: AppOptions): Api {
  const { isOpen, store, progress } = services;
  const api: Api = new OpenAPIHono<{ Variables: Variables }>();
  const metrics = new Metrics(progress);
  api.onError((error) => {
    const problem = toProblem(error);
    if (problem.code === "internal") onError(error);
    return toProblemResponse(problem);
  });
  api.use(async (context, next) => {
    const start = performance.now();
    await next();
    const route = context.var.route ?? "other";
    metrics.observe(context.req.method, route, context.res.status, (performance.now() - start) / 1000);
  });
  api.use(secure);
  api.use(async (context, next) => {
    if (isOpen) checkHost(context);
    checkOrigin(context);
    await next();
  });
  if (!isOpen) api.use("/api/*", limitRequests(getAddress));
  const setPerson = async (context: Context<{ Variables: Variables }>, next: () => Promise<void>) => {
    context.set("person", isOpen ? LOCAL_PERSON : await identify(context, store));
    await next();
  };
  api.use("/api/*", setPerson);
  const cache = new AnswerCache();
  for (const endpoint of ALL_ENDPOINTS) {
    mountEndpoint(api, endpoint, services, cache, endpoint === logInEndpoint ? limitLogins(getAddress) : []);
  }
  api.get("/api/openapi.json", (context) => context.json(describeApi(api, version)));
  api.all("/api/*", (context) => refuse(context));
  api.get("/healthz", async (context) => {
    await store.getRevision();
    return context.json({ status: "ok" });
  });
  api.get("/metrics", setPerson, (context) => {
    if (context.var.person === undefined)
      throw new Problem("not_logged_in", "Send a token as `Authorization: Bearer …`.");
    return metrics.toText();
  });
  api.get("*", (context) => {
    const ifNoneMatch = context.req.header("if-none-match");
    return page.get(context.req.path, ifNoneMatch) ?? page.getPage(ifNoneMatch);
  });
  api.all("*", (context) => refuse(context));
  return api;
}

function refuse({ req: { method, path } }: Context): Response {
  const methods = ALL_ENDPOINTS.filter((endpoint) => toPattern(API_ROOT + endpoint.path).test(path));
  if (methods.length === 0) {
    return toProblemResponse(new Problem("not_found", `There is no route ${method} ${path.slice(0, 200)}.`));
  }
  const allow = methods.map((endpoint) => endpoint.method.toUpperCase()).join(", ");
  const problem = new Problem("method_not_allowed", `${path.slice(0, 200)} takes ${allow}.`);
  return toProblemResponse(problem, { allow });
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
}
