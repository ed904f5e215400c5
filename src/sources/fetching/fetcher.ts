/**
 * Fetches addresses as a polite visitor: what robots.txt forbids is left alone, requests to one host wait for each other, and
 * what was fetched before is asked for only if it has changed.
 */
import type { IncomingMessage } from "node:http";
import { type SourceProblem, toSourceProblem, UnreadableError } from "../errors.ts";
import { gunzipIfNeeded } from "../open-file.ts";
import { readWhole, tooLarge } from "../read-whole.ts";
import { DEFAULTS, type RequestOptions, request, toAddress, toFetchError } from "./request.ts";
import { RobotRules } from "./robot-rules.ts";

export interface FetcherOptions extends Partial<RequestOptions> {
  /** Whether addresses in private networks and of this machine may be fetched. */
  readonly allowPrivate?: boolean;
  /** Of the unpacked answer. */
  readonly maxBytes?: number;
  /** Between two requests to one host, at least; robots.txt may ask for more. */
  readonly pauseMs?: number;
}

/** What a server says of an answer, for asking later whether it has changed. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchedAddress {
  readonly kind: "fetched";
  /** After redirects. */
  readonly address: string;
  /** In lower case, without parameters. */
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

/** The server says that nothing has changed since the answer that the validators came with. */
export interface UnchangedAddress {
  readonly kind: "unchanged";
}

const MAX_BYTES = 16_000_000;
const MAX_REDIRECTS = 5;
const PAUSE_MS = 1000;
/** Robots.txt may ask for longer pauses, which no command could keep. */
const MAX_PAUSE_MS = 30_000;

export class Fetcher {
  readonly #options: RequestOptions & { readonly maxBytes: number; readonly pauseMs: number };
  readonly #rules: RobotRules;
  /** For each host, when the next request may be made, in ms of `performance.now`. */
  readonly #free = new Map<string, number>();

  constructor({ allowPrivate = false, maxBytes = MAX_BYTES, pauseMs = PAUSE_MS, ...options }: FetcherOptions = {}) {
    this.#options = { ...DEFAULTS, ...(allowPrivate ? { isAllowed: () => true } : {}), ...options, maxBytes, pauseMs };
    this.#rules = new RobotRules(this.#options);
  }

  /**
   * Fetches one address, over at most five redirects, each checked like the address itself. Never throws.
   *
   * @param validators Those of an earlier answer.
   */
  async fetch(
    address: string,
    validators: Validators = {},
  ): Promise<FetchedAddress | UnchangedAddress | SourceProblem> {
    try {
      return await this.#follow(address, validators);
    } catch (error) {
      const { code, message, retryAfterMs } = toFetchError(error);
      const problem = toSourceProblem(code, { file: address }, message);
      return retryAfterMs === undefined ? problem : { ...problem, retryAfterMs };
    }
  }

  async #follow(first: string, validators: Validators): Promise<FetchedAddress | UnchangedAddress> {
    let address = toAddress(first);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      await this.#rules.check(address);
      await this.#takeTurn(address);
      const answer = await request(address, toConditions(validators), this.#options);
      const { statusCode = 0, headers } = answer;
      if (statusCode === 200) return await this.#take(answer, address);
      answer.destroy();
      if (statusCode === 304) return { kind: "unchanged" };
      if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
        throw new UnreadableError(
          "http_status",
          `the server answers ${statusCode} ${answer.statusMessage ?? ""}`.trim(),
          toPauseMs(headers["retry-after"]),
        );
      }
      address = toAddress(headers.location, address);
    }
    throw new UnreadableError("too_many_redirects", `leads on and on, more than ${MAX_REDIRECTS} times`);
  }

  /** Waits until the host may be asked again. */
  async #takeTurn({ origin, host }: URL): Promise<void> {
    const asked = this.#rules.getPauseMs(origin) ?? 0;
    const now = performance.now();
    const start = Math.max(now, this.#free.get(host) ?? 0);
    this.#free.set(host, start + Math.min(MAX_PAUSE_MS, Math.max(this.#options.pauseMs, asked)));
    if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now));
  }

  async #take(answer: IncomingMessage, address: URL): Promise<FetchedAddress> {
    const { maxBytes } = this.#options;
    const { headers } = answer;
    try {
      if (Number(headers["content-length"]) > maxBytes) throw tooLarge(maxBytes);
      const encoding = headers["content-encoding"]?.toLowerCase() ?? "identity";
      if (!/^(?:identity|(?:x-)?gzip)$/.test(encoding)) {
        throw new UnreadableError("unreachable", `comes packed in a way that was not asked for (${encoding})`);
      }
      // Packed by the server, and perhaps a packed file besides.
      const bytes = await readWhole(gunzipIfNeeded(gunzipIfNeeded(answer)), maxBytes);
      const [type, ...parameters] = (headers["content-type"] ?? "").split(";");
      const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(parameters.join(";"))?.[1];
      const { etag, "last-modified": lastModified } = headers;
      return {
        kind: "fetched",
        address: address.href,
        type: type.trim().toLowerCase(),
        ...(charset === undefined ? {} : { charset }),
        bytes,
        validators: {
          ...(etag === undefined ? {} : { etag }),
          ...(lastModified === undefined ? {} : { lastModified }),
        },
      };
    } finally {
      answer.destroy();
    }
  }
}

function toConditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  };
}

/** @param said The header `retry-after` of RFC 9110, 10.2.3: seconds, or a date. */
function toPauseMs(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  const pause = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return pause >= 0 ? pause : undefined;
}
