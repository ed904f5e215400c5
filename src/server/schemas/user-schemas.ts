/** Users, tokens and logins as the API takes and gives them. */
import { z } from "@hono/zod-openapi";
import { ROLES } from "../person.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../security/secrets.ts";
import { isoTime } from "./common-schemas.ts";

export const role = z.enum(ROLES);
export const userName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, "It has letters, digits, dots, hyphens; 64 at most.")
  .openapi({ example: "ilse" });
export const password = z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH);

export const user = z.object({ name: z.string(), role, hasPassword: z.boolean(), createdAt: isoTime }).openapi("User", {
  example: { name: "ilse", role: "reviewer", hasPassword: true, createdAt: "2031-05-21T08:00:00.000Z" },
});

export const newUser = z
  .strictObject({
    name: userName,
    role,
    password: password.optional().openapi({ description: "Left out for a user who has tokens only" }),
  })
  .openapi("NewUser");

export const userChanges = z
  .strictObject({ role: role.optional(), password: password.optional() })
  .openapi("UserChanges", { description: "Sets what is given, and ends the user's sessions" });

const tokenShape = {
  id: z.string().openapi({ example: "k3" }),
  user: z.string(),
  label: z.string(),
  createdAt: isoTime,
};
export const accessToken = z.object(tokenShape).openapi("AccessToken");
export const newToken = z
  .strictObject({ label: z.string().min(1).max(200).openapi({ example: "nightly export" }) })
  .openapi("NewToken");
export const madeToken = z
  .object({ ...tokenShape, token: z.string().openapi({ description: "Shown this once; only a digest of it is kept" }) })
  .openapi("MadeToken");

export const login = z
  .strictObject({ name: z.string().min(1).max(100), password: z.string().min(1).max(MAX_PASSWORD_LENGTH) })
  .openapi("Login", { example: { name: "ilse", password: "a long sentence nobody guesses" } });

export const me = z
  .object({
    name: z.string(),
    role,
    isOpen: z.boolean().openapi({ description: "No users are asked for on this server" }),
    csrfToken: z.string().nullable().openapi({
      description: "For the header X-CSRF-Token of every request that changes something; null without a cookie",
    }),
  })
  .openapi("Me");
