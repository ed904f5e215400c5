/** Asks the archive, over the HTTP API of the host that the page came from and of no other. */
import type { Page } from "../../record/index.ts";

type QueryValue = string | number | boolean | null | undefined;
export type Query = Record<string, QueryValue>;

const BASE = "api/v1/";

/** What went wrong, for a person: `message` says what, `advice` what to do. */
export class ApiError extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly advice: string;

  constructor(status: number, message: string, advice: string) {
    super(message);
    this.status = status;
    this.advice = advice;
  }
}

/** Shape of RFC 9457, as far as it is used. */
interface Problem {
  title?: string;
  detail?: string;
  advice?: string;
}

let csrfToken: string | undefined;
let onLogInNeeded: () => void = () => {};

/** Called when the archive asks who it is, such as when a session has ended. */
export function whenLogInNeeded(listener: () => void): void {
  onLogInNeeded = listener;
}

/** Sent with everything that changes something, once a session has begun. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

export function toUrl(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `${BASE}${path}${given.length === 0 ? "" : `?${search}`}`;
}

/** A path with its parts made safe: `` path`reports/${id}` ``. */
export function path(parts: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: parts }, ...ids.map(encodeURIComponent));
}

export function get<Found>(where: string, query?: Query, signal?: AbortSignal): Promise<Found> {
  return ask<Found>(toUrl(where, query), signal === undefined ? {} : { signal });
}

export function getPage<Item>(where: string, query?: Query, signal?: AbortSignal): Promise<Page<Item>> {
  return get<Page<Item>>(where, query, signal);
}

/** Pages one after another, until there are `most` items. */
export async function getAll<Item>(where: string, query: Query, most: number, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item> = await getPage(
      where,
      { ...query, limit: Math.min(500, most - items.length), after },
      signal,
    );
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < most);
  return items;
}

/** @param body Sent as JSON, or as it is where it is a form. */
export function send<Answer>(method: "POST" | "PATCH" | "DELETE", where: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (csrfToken !== undefined) headers["x-csrf-token"] = csrfToken;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  return ask<Answer>(toUrl(where), {
    method,
    headers,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
}

async function ask<Answer>(url: string, options: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(
      0,
      "The archive does not answer.",
      "Look whether “onrecord serve” is still running, then try again.",
    );
  }
  if (response.status === 401 && !url.startsWith(`${BASE}sessions`)) onLogInNeeded();
  if (!response.ok) throw await toError(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

const ADVICE: Record<number, string> = {
  401: "Log in to go on.",
  403: "Ask an administrator of this archive for the role that it takes.",
  404: "It may have been removed, or the address is not whole.",
  413: "Give less at once; the command line has no such limit: onrecord add FILE.",
  429: "Wait a moment and try again.",
};

async function toError(response: Response): Promise<ApiError> {
  let problem: Problem = {};
  try {
    problem = (await response.json()) as Problem;
  } catch {
    // Something between the page and the archive answered: its words are no help.
  }
  const message = problem.detail ?? problem.title ?? `The archive answered with status ${response.status}.`;
  return new ApiError(response.status, message, problem.advice ?? ADVICE[response.status] ?? "Try again.");
}
