/** Logging in and out. */
import { defineEndpoint } from "../endpoint.ts";
import type { Person } from "../person.ts";
import { Problem } from "../problem.ts";
import { login, me } from "../schemas/user-schemas.ts";
import { deleteSessionCookie, SESSION_SECONDS, setSessionCookie } from "../security/identify.ts";
import { hashToken, isPassword, makeToken, toCsrfToken } from "../security/secrets.ts";

const tag = "Users";

export const logInEndpoint = defineEndpoint({
  method: "post",
  path: "/sessions",
  tag,
  summary: "Logs in: a cookie for the browser, and the token that goes with it",
  role: "anyone",
  body: login,
  status: 201,
  result: me,
  async handle({ body, context }, { store, isOpen }) {
    const user = await store.getUser(body.name);
    const isRight = await isPassword(body.password, user?.passwordHash ?? null);
    if (user === undefined || !isRight) throw new Problem("wrong_password", "Check both and try again.");
    const session = makeToken();
    const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000).toISOString();
    await store.addSession({ user: user.name, hash: hashToken(session), expiresAt });
    setSessionCookie(context, session);
    return toMe({ name: user.name, role: user.role as Person["role"], session }, isOpen);
  },
});

export const sessionEndpoints = [
  logInEndpoint,
  defineEndpoint({
    method: "delete",
    path: "/sessions",
    tag,
    summary: "Logs out",
    role: "reader",
    async handle({ context, person }, { store }) {
      if (person.session !== undefined) await store.removeSession(hashToken(person.session));
      deleteSessionCookie(context);
    },
  }),
  defineEndpoint({
    method: "get",
    path: "/me",
    tag,
    summary: "Who is asking, and what they may do",
    role: "reader",
    result: me,
    handle: async ({ person }, { isOpen }) => toMe(person, isOpen),
  }),
];

function toMe({ name, role, session }: Person, isOpen: boolean) {
  return { name, role, isOpen, csrfToken: session === undefined ? null : toCsrfToken(session) };
}
