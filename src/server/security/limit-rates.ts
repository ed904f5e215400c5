/** How often one caller may ask. */
import type { Context, MiddlewareHandler } from "hono";
import { rateLimiter } from "hono-rate-limiter";
import { Problem, toProblemResponse } from "../problem.ts";

const MINUTE_MS = 60_000;
/** A view of the page asks for about ten things, and a person opens one in a second at most. */
const REQUESTS_A_MINUTE = 1200;
const LOGINS_A_MINUTE = 10;
const LOGINS_FOR_A_NAME = 30;

/** @param getAddress The caller's network address. */
export function limitRequests(getAddress: (context: Context) => string): MiddlewareHandler {
  return limit(REQUESTS_A_MINUTE, MINUTE_MS, getAddress);
}

/** Guessing passwords, from one place or at one name. */
export function limitLogins(getAddress: (context: Context) => string): MiddlewareHandler[] {
  return [
    limit(LOGINS_A_MINUTE, MINUTE_MS, getAddress),
    limit(LOGINS_FOR_A_NAME, 15 * MINUTE_MS, async (context) => {
      const body = await context.req.json().catch(() => undefined);
      return String(body?.name ?? "").slice(0, 100);
    }),
  ];
}

function limit(
  count: number,
  windowMs: number,
  keyGenerator: (context: Context) => string | Promise<string>,
): MiddlewareHandler {
  return rateLimiter({
    windowMs,
    limit: count,
    standardHeaders: "draft-6",
    keyGenerator,
    handler: (context) => {
      const problem = new Problem("too_many", "Wait a little, then try again.");
      context.res = toProblemResponse(problem, { "retry-after": String(Math.ceil(windowMs / 1000)) });
      return context.res as never;
    },
  });
}
