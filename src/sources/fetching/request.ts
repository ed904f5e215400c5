/** One request, whose connection goes to no address that is not allowed. */
import { lookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import { UnreadableError } from "../errors.ts";
import { isPublicAddress } from "./public-address.ts";

export interface RequestOptions {
  readonly userAgent: string;
  /** Whether a connection to a network address is allowed; by default, to public ones. */
  readonly isAllowed: (address: string) => boolean;
  /** Resolves names, as `dns.lookup` does. */
  readonly lookup: LookupFunction;
  readonly maxMs: number;
}

export const DEFAULTS: RequestOptions = { userAgent: "onrecord", isAllowed: isPublicAddress, lookup, maxMs: 30_000 };

/**
 * Resolves when the head of the answer is there. The time limit holds for its body too.
 *
 * The name is resolved once, and what it resolves to is judged and connected to: a name that means another address the next
 * time it is asked gains nothing by it.
 *
 * @throws {UnreadableError} `private_address`, `unreachable`, `too_slow`
 */
export async function request(
  address: URL,
  headers: Record<string, string>,
  options: RequestOptions,
): Promise<IncomingMessage> {
  const host = address.hostname.replace(/^\[|\]$/g, "");
  // Where the host is a number, there is nothing to look up and nobody would ask.
  if (isIP(host) !== 0 && !options.isAllowed(host)) throw toRefusal(host);
  // Loaded here, since they take some 20 ms that a program which reads files only need not spend.
  const { request: start } = await (address.protocol === "https:" ? import("node:https") : import("node:http"));
  return new Promise((resolve, reject) => {
    const sent = start(address, {
      agent: false,
      lookup: checkLookup(options),
      headers: { "user-agent": options.userAgent, accept: "*/*", "accept-encoding": "gzip", ...headers },
    });
    let answer: IncomingMessage | undefined;
    const timer = setTimeout(() => {
      const error = new UnreadableError("too_slow", `takes more than ${options.maxMs / 1000} seconds`);
      answer?.destroy(error);
      sent.destroy(error);
    }, options.maxMs);
    sent.on("close", () => clearTimeout(timer));
    sent.on("response", (head) => {
      answer = head;
      resolve(head);
    });
    sent.on("error", (error) => reject(toFetchError(error)));
    sent.end();
  });
}

/** @throws {UnreadableError} `unsupported_address`, where it is none of http(s), or says more than where to go. */
export function toAddress(words: string, base?: URL): URL {
  let address: URL;
  try {
    address = new URL(words, base);
  } catch {
    throw new UnreadableError("unsupported_address", "is no address that can be fetched");
  }
  if (address.protocol !== "http:" && address.protocol !== "https:") {
    throw new UnreadableError("unsupported_address", `leads to an address of another kind (${address.protocol})`);
  }
  if (address.username !== "" || address.password !== "") {
    throw new UnreadableError("unsupported_address", "holds a name or password");
  }
  address.hash = "";
  return address;
}

function checkLookup({ lookup: resolveName, isAllowed }: RequestOptions): LookupFunction {
  return (host, options, callback) =>
    resolveName(host, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = addresses.find((address) => !isAllowed(address));
      if (refused !== undefined) return callback(toRefusal(refused), found, family);
      callback(null, found, family);
    });
}

function toRefusal(address: string): UnreadableError {
  return new UnreadableError("private_address", `is in a private network (${address})`);
}

/** Says in plain words what went wrong on the way. */
export function toFetchError(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code.startsWith("Z_")) return new UnreadableError("damaged_archive", "the compressed data is damaged");
  const what = code === "ENOTFOUND" || code === "EAI_AGAIN" ? "the name of the host is not known" : code || message;
  return new UnreadableError("unreachable", `cannot be fetched (${what})`);
}
