/** Users and their tokens, for admins. */
import { z } from "@hono/zod-openapi";
import type { User } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { given, id } from "../lists/filters.ts";
import type { Person, Role } from "../person.ts";
import { Problem } from "../problem.ts";
import { toPageSchema } from "../schemas/common-schemas.ts";
import { accessToken, madeToken, newToken, newUser, user, userChanges } from "../schemas/user-schemas.ts";
import { hashPassword, hashToken, makeToken } from "../security/secrets.ts";

const common = { tag: "Users", role: "admin" } as const;
const params = z.object({ name: id.openapi({ example: "ilse" }) });

export const userEndpoints = [
  defineEndpoint({
    ...common,
    method: "get",
    path: "/users",
    summary: "All users",
    result: toPageSchema(user),
    async handle(_, { store }) {
      return { items: (await store.findUsers()).map(toShown), next: null };
    },
  }),
  defineEndpoint({
    ...common,
    method: "post",
    path: "/users",
    summary: "Adds a user",
    body: newUser,
    status: 201,
    result: user,
    async handle({ body: { name, role, password } }, { store }) {
      const passwordHash = password === undefined ? null : await hashPassword(password);
      return toShown(await store.addUser({ name, role, passwordHash }));
    },
  }),
  defineEndpoint({
    ...common,
    method: "patch",
    path: "/users/{name}",
    summary: "Changes a user's role or password",
    params,
    body: userChanges,
    result: user,
    async handle({ params, body: { role, password }, person }, { store }) {
      if (role !== undefined) refuseOneself(person, params.name);
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      return toShown(await store.updateUser(params.name, given({ role, passwordHash })));
    },
  }),
  defineEndpoint({
    ...common,
    method: "delete",
    path: "/users/{name}",
    summary: "Removes a user with tokens and sessions; the judgements stay",
    params,
    async handle({ params, person }, { store }) {
      refuseOneself(person, params.name);
      await store.removeUser(params.name);
    },
  }),
  defineEndpoint({
    ...common,
    method: "get",
    path: "/users/{name}/tokens",
    summary: "A user's tokens",
    params,
    result: toPageSchema(accessToken),
    async handle({ params }, { store }) {
      return { items: [...(await store.findTokens(params.name))], next: null };
    },
  }),
  defineEndpoint({
    ...common,
    method: "post",
    path: "/users/{name}/tokens",
    summary: "Makes a token with which a program may act as the user",
    params,
    body: newToken,
    status: 201,
    result: madeToken,
    async handle({ params, body }, { store }) {
      const token = makeToken();
      const made = await store.addToken({ user: params.name, label: body.label, hash: hashToken(token) });
      return { ...made, token };
    },
  }),
  defineEndpoint({
    ...common,
    method: "delete",
    path: "/users/{name}/tokens/{id}",
    summary: "Makes a token useless",
    params: params.extend({ id: id.openapi({ example: "k3" }) }),
    handle: ({ params }, { store }) => store.removeToken(params.name, params.id),
  }),
];

/** Whoever locks the last admin out of the house stands outside. */
function refuseOneself(person: Person, name: string): void {
  if (person.name === name) throw new Problem("invalid_value", "Another admin must do that to you.");
}

function toShown({ name, role, passwordHash, createdAt }: User) {
  return { name, role: role as Role, hasPassword: passwordHash !== null, createdAt };
}
