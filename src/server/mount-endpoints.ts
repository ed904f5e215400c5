/** Puts endpoints into the application and its OpenAPI document: checks what comes in, and gives every answer the same shape. */
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AnswerCache } from "./answers/answer-cache.ts";
import { makeAnswer, type RecordQuestion } from "./answers/make-answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { mayAct, type Person } from "./person.ts";
import { type FieldError, Problem, problemSchema } from "./problem.ts";
import type { Services } from "./services.ts";

export const API_ROOT = "/api/v1";
const DEFAULT_MAX_BODY_BYTES = 64_000;

export interface Variables {
  /** Undefined for nobody. */
  person: Person | undefined;
  /** The route's path, for counting. */
  route: string;
}
export type Api = OpenAPIHono<{ Variables: Variables }>;

/** @param guards Run when the body is known to be small enough. */
export function mountEndpoint(
  api: Api,
  endpoint: Endpoint,
  services: Services,
  cache: AnswerCache,
  guards: readonly MiddlewareHandler[] = [],
): void {
  describe(api, endpoint);
  const path = API_ROOT + endpoint.path.replace(/\{(\w+)\}/g, ":$1");
  const limit = bodyLimit({
    maxSize: endpoint.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    onError: () => {
      throw new Problem("too_large", `Send at most ${endpoint.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES} bytes.`);
    },
  });
  api.on(endpoint.method.toUpperCase(), path, async (context, next) => {
    context.set("route", API_ROOT + endpoint.path);
    // Before the body is taken in: nobody makes this server hold what they may not send.
    getPersonOrThrow(endpoint, context.var.person);
    await next();
  });
  // Whether a request has a body is only to be had by making a whole `Request` of it, which takes longer than most answers.
  const limits = endpoint.method === "get" ? guards : [limit, ...guards];
  api.on(endpoint.method.toUpperCase(), [path], ...limits, async (context) => {
    const person = getPersonOrThrow(endpoint, context.var.person);
    const params = parse(endpoint.params, context.req.param(), "invalid_value");
    const query = parse(endpoint.query ?? z.strictObject({}), getQuery(context), "bad_request");
    const body = await readBody(endpoint, context);
    if (endpoint.isOfRecord) {
      return answerFromRecord(context, services, cache, { path: endpoint.path, params, query });
    }
    const result = await endpoint.handle({ params, query, body, person, context } as never, services);
    if (result instanceof Response) return result;
    context.header("cache-control", "no-store");
    if (endpoint.result === undefined) return context.body(null, 204);
    return context.json(result as never, endpoint.status ?? 200);
  });
}

/** Answers that depend on the record alone are equal while its revision is. */
async function answerFromRecord(
  context: Context,
  services: Services,
  cache: AnswerCache,
  question: RecordQuestion,
): Promise<Response> {
  const { store, reader, answers } = services;
  const revision = await store.getRevision();
  const etag = `W/"${reader.replace(/[^\w.]+/g, "-")}.${revision}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "Authorization, Cookie" };
  const known = context.req.header("if-none-match")?.split(",");
  if (known?.some((one) => one.trim() === etag)) return context.body(null, 304, headers);
  const { pathname, search } = new URL(context.req.url);
  const body = await cache.get(pathname + search, revision, () =>
    answers?.isReady ? answers.answer(question) : makeAnswer(question, services),
  );
  return context.body(body, 200, { ...headers, "content-type": "application/json" });
}

function getPersonOrThrow({ role }: Endpoint, person: Person | undefined): Person {
  if (role === "anyone") return person ?? { name: "", role: "reader" };
  if (person === undefined) throw new Problem("not_logged_in", "Log in, or send a token as `Authorization: Bearer …`.");
  if (!mayAct(person, role)) {
    throw new Problem("not_allowed", `This takes the role ${role}; ${person.name} has the role ${person.role}.`);
  }
  return person;
}

/** A parameter that is given twice has no one meaning. */
function getQuery(context: Context): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(context.req.queries())) {
    if (values.length > 1) throw new Problem("bad_request", `The parameter "${name}" is given more than once.`);
    query[name] = values[0];
  }
  return query;
}

function parse(schema: z.ZodType | undefined, value: unknown, code: "invalid_value" | "bad_request"): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, 20)
    .map((issue): FieldError => ({ path: issue.path.map(String).join("."), message: issue.message.slice(0, 300) }));
  const detail = errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  throw new Problem(code, detail.slice(0, 1000), errors);
}

async function readBody(endpoint: Endpoint, context: Context): Promise<unknown> {
  if (endpoint.body === undefined) return undefined;
  const type = (context.req.header("content-type") ?? "").split(";")[0].trim().toLowerCase();
  if (endpoint.otherBodies !== undefined && type in endpoint.otherBodies) return undefined;
  if (type !== "application/json") {
    throw new Problem("unsupported_type", `Send the body as ${listBodyTypes(endpoint).join(" or ")}.`);
  }
  let value: unknown;
  try {
    value = await context.req.json();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("bad_request", "The body is not valid JSON.");
  }
  return parse(endpoint.body, value, "bad_request");
}

function listBodyTypes({ otherBodies = {} }: Endpoint): string[] {
  return ["application/json", ...Object.keys(otherBodies)];
}

function describe(api: Api, endpoint: Endpoint): void {
  const { method, path, tag, summary, description, role, params, query, body, otherBodies = {}, example } = endpoint;
  const problem = (text: string) => ({
    description: text,
    content: { "application/problem+json": { schema: problemSchema } },
  });
  const status = endpoint.result === undefined && endpoint.resultType === undefined ? 204 : (endpoint.status ?? 200);
  const type = endpoint.resultType ?? "application/json";
  const schema = endpoint.result ?? z.string();
  const others = Object.fromEntries(Object.entries(otherBodies).map(([name, other]) => [name, { schema: other }]));
  api.openAPIRegistry.registerPath({
    method,
    path: API_ROOT + path,
    tags: [tag],
    operationId: toOperationId(endpoint),
    summary,
    description: [description, role === "anyone" ? "Needs no login." : `Least role: ${role}.`]
      .filter(Boolean)
      .join(" "),
    ...(role === "anyone" ? { security: [] } : {}),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: body }, ...others } } }),
    },
    responses: {
      [status]: {
        description: status === 204 ? "Done" : summary,
        ...(status === 204 ? {} : { content: { [type]: { schema, ...(example === undefined ? {} : { example }) } } }),
      },
      ...(endpoint.isOfRecord ? { 304: { description: "Unchanged since the ETag given in If-None-Match" } } : {}),
      400: problem("A value is wrong"),
      ...(role === "anyone" ? {} : { 401: problem("Nobody is logged in"), 403: problem("The role does not allow it") }),
      ...(params === undefined ? {} : { 404: problem("There is no such thing") }),
    },
  });
}

function toOperationId({ method, path }: Endpoint): string {
  const parts = path.split("/").filter(Boolean);
  const words = parts.map((part) => part.replace(/[{}]/g, "").replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase()));
  return method + words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
}
