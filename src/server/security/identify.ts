/** Finds out who asks: by a token, or by the cookie of a session. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AccessStore, User } from "../../store/index.ts";
import { type Person, ROLES, type Role } from "../person.ts";
import { Problem } from "../problem.ts";
import { hashToken, isSameSecret, toCsrfToken } from "./secrets.ts";

const COOKIE = "onrecord_session";
export const SESSION_SECONDS = 12 * 60 * 60;
const HARMLESS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * @returns Undefined for nobody.
 * @throws {Problem} `not_logged_in` for a token that is not (or no longer) one; `missing_csrf`
 */
export async function identify(context: Context, store: AccessStore): Promise<Person | undefined> {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token !== undefined) {
    const user = await store.getUserByToken(hashToken(token));
    if (user === undefined) throw new Problem("not_logged_in", "The token is not one that this server knows.");
    return toPerson(user);
  }
  const session = getCookie(context, COOKIE);
  if (session === undefined) return undefined;
  const user = await store.getUserBySession(hashToken(session), new Date().toISOString());
  if (user === undefined) return undefined;
  const sent = context.req.header("x-csrf-token") ?? "";
  if (!HARMLESS.has(context.req.method) && !isSameSecret(sent, toCsrfToken(session))) {
    throw new Problem("missing_csrf", "Send what /api/v1/me gives as `csrfToken` in the header X-CSRF-Token.");
  }
  return { ...toPerson(user), session };
}

function toPerson({ name, role }: User): Person {
  return { name, role: ROLES.includes(role as Role) ? (role as Role) : "reader" };
}

export function setSessionCookie(context: Context, session: string): void {
  setCookie(context, COOKIE, session, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: SESSION_SECONDS,
    secure: isEncrypted(context),
  });
}

export function deleteSessionCookie(context: Context): void {
  deleteCookie(context, COOKIE, { path: "/", secure: isEncrypted(context) });
}

/** A claim of a proxy in front is enough: it can only make the cookie stricter. */
function isEncrypted(context: Context): boolean {
  return context.req.url.startsWith("https:") || context.req.header("x-forwarded-proto") === "https";
}
