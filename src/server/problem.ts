/** What the API refuses, as problem details (RFC 9457): a code to test for, and words for people. */
import { z } from "@hono/zod-openapi";
import { StoreError } from "../store/index.ts";

const PROBLEMS = {
  bad_request: [400, "The request cannot be understood"],
  invalid_value: [400, "A value is not allowed"],
  not_logged_in: [401, "Log in first"],
  wrong_password: [401, "The name or the password is wrong"],
  not_allowed: [403, "Your role does not allow this"],
  cross_origin: [403, "Another site asks for this"],
  missing_csrf: [403, "The page's own token is missing"],
  not_found: [404, "There is no such thing"],
  method_not_allowed: [405, "This cannot be done here"],
  affair_exists: [409, "It is there already"],
  user_exists: [409, "It is there already"],
  watch_exists: [409, "It is there already"],
  already_undone: [409, "It was undone already"],
  too_large: [413, "It is too large"],
  unsupported_type: [415, "The content's type is not one that this takes"],
  wrong_host: [421, "This host name is not served here"],
  too_many: [429, "Too many requests"],
  internal: [500, "Something went wrong here"],
  stopping: [503, "The server is stopping"],
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldError {
  /** Where in the query, the path or the body. */
  readonly path: string;
  readonly message: string;
}

export const problemSchema = z
  .object({
    type: z.string().openapi({ example: "urn:onrecord:problem:invalid_value" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "What is wrong this time, and what to do" }),
    code: z.string().openapi({ description: "The last part of `type`", example: "invalid_value" }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: "For each field that is wrong, why" }),
  })
  .openapi("Problem");

/** Thrown by endpoints, and answered as it says. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;

  constructor(code: ProblemCode, detail: string, errors?: readonly FieldError[]) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.errors = errors;
  }
}

/** @param error Anything that was thrown; what nobody foresaw tells nothing of itself. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError && error.code in PROBLEMS) {
    return new Problem(error.code as ProblemCode, error.message);
  }
  return new Problem("internal", "The request failed, and nothing was changed. The server's log says more.");
}

export function toProblemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const [status, title] = PROBLEMS[problem.code];
  const body = {
    type: `urn:onrecord:problem:${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
