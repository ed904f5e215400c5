/**
 * Passwords and tokens, and what is kept of them.
 *
 * Passwords by scrypt (RFC 7914) at a cost that OWASP's cheat sheet on password storage names (32 MiB, three rounds). Tokens are
 * 256 random bits: nothing can be guessed, so that a plain digest is enough.
 */
import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";

const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 500;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** @param hash Null takes as long as any, and fits nothing: nobody learns which names there are. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = "", key = ""] = (hash ?? "").split("$");
  const given = await derive(password, Buffer.from(salt, "base64url"));
  const kept = Buffer.from(key, "base64url");
  return kept.length === given.length && timingSafeEqual(kept, given);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const TOKEN_PREFIX = "onr_";

export function makeToken(): string {
  return TOKEN_PREFIX + randomBytes(32).toString("base64url");
}

/** A password for somebody who will choose another. */
export function makePassword(): string {
  return randomBytes(15).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** What the page must send beside a session's cookie; another site can neither read nor guess it. */
export function toCsrfToken(session: string): string {
  return createHmac("sha256", session).update("csrf").digest("base64url");
}

export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
