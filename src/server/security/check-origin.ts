/** Refuses what another site makes a browser ask. */
import type { Context } from "hono";
import { Problem } from "../problem.ts";

const HARMLESS = new Set(["GET", "HEAD", "OPTIONS"]);

export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * A name that an attacker owns may be made to point at this machine (DNS rebinding); the browser then takes the attacker's
 * page and this server for one site. Only the names that this machine has for itself are answered.
 *
 * @throws {Problem} `wrong_host`
 */
export function checkHost(context: Context): void {
  const { hostname } = new URL(context.req.url);
  if (!isLoopback(hostname)) {
    throw new Problem(
      "wrong_host",
      `This server answers to localhost and 127.0.0.1, not to "${hostname.slice(0, 100)}".`,
    );
  }
}

/** @throws {Problem} `cross_origin`, where a page of another origin wants something changed. */
export function checkOrigin(context: Context): void {
  if (HARMLESS.has(context.req.method)) return;
  const origin = context.req.header("origin");
  const site = context.req.header("sec-fetch-site");
  const isForeign = origin !== undefined && getHost(origin) !== new URL(context.req.url).host;
  if (isForeign || (site !== undefined && site !== "same-origin" && site !== "none")) {
    throw new Problem("cross_origin", "Only the page that this server gives may change anything.");
  }
}

function getHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
