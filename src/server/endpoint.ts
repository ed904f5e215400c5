/** One route of the API: what it takes, who may use it, and what it gives. */
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Person, Role } from "./person.ts";
import type { Services } from "./services.ts";

type Values<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface EndpointRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly person: Person;
  readonly context: Context;
}

export interface Endpoint<
  Params extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Result = unknown,
> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below `/api/v1`, with `{name}` for what varies. */
  readonly path: string;
  /** The heading under which the document lists it. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The least role that may use it; `anyone` needs no login. */
  readonly role: Role | "anyone";
  readonly params?: Params;
  /** Strict: a parameter that is not there is refused rather than passed over. */
  readonly query?: Query;
  readonly body?: Body;
  /** Where it is not JSON. The endpoint reads such a body itself. */
  readonly otherBodies?: Readonly<Record<string, z.ZodType>>;
  /** Bytes of the body, at most; 64 kB where it is left out. */
  readonly maxBodyBytes?: number;
  /** Absent: nothing is given (204). */
  readonly result?: z.ZodType<Result>;
  /** Where the result is not JSON, its media type; the endpoint answers with a `Response`. */
  readonly resultType?: string;
  /** 201 where something is made. */
  readonly status?: 200 | 201;
  readonly example?: unknown;
  /** The answer changes with the archive alone, so that its revision tells whether it is still the same. */
  readonly isOfRecord?: boolean;
  handle(
    request: EndpointRequest<Values<Params>, Values<Query>, Values<Body>>,
    services: Services,
  ): Promise<Result | Response>;
}

/** Keeps the types of an endpoint's parts together; the list of all of them need not know them. */
export function defineEndpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Result = void,
>(endpoint: Endpoint<Params, Query, Body, Result>): Endpoint {
  return endpoint as unknown as Endpoint;
}
