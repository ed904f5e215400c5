/** What hosts ask of programs that visit them: robots.txt, by RFC 9309. */
import type { Robot } from "robots-parser";
import { UnreadableError } from "../errors.ts";
import { gunzipIfNeeded } from "../open-file.ts";
import { type RequestOptions, request, toAddress } from "./request.ts";

/** What is longer is read so far. */
const MAX_BYTES = 512_000;
const MAX_REDIRECTS = 5;

export class RobotRules {
  readonly #options: RequestOptions;
  /** By origin; each is asked once. */
  readonly #known = new Map<string, Promise<Robot>>();
  readonly #pauses = new Map<string, number>();

  constructor(options: RequestOptions) {
    this.#options = options;
  }

  /**
   * Where there is no robots.txt, all is allowed; where the server fails to say, nothing is.
   *
   * @throws {UnreadableError} `robots`, where the host does not want it to be fetched, and the errors of `request`.
   */
  async check(address: URL): Promise<void> {
    if (address.pathname === "/robots.txt") return;
    const { origin } = address;
    const known = this.#known.get(origin) ?? this.#load(origin);
    this.#known.set(origin, known);
    const robots = await known;
    if (robots.isAllowed(address.href, this.#options.userAgent) === false) {
      throw new UnreadableError("robots", "the host does not want programs to fetch it (robots.txt)");
    }
    const seconds = robots.getCrawlDelay(this.#options.userAgent);
    if (seconds !== undefined) this.#pauses.set(origin, seconds * 1000);
  }

  getPauseMs(origin: string): number | undefined {
    return this.#pauses.get(origin);
  }

  async #load(origin: string): Promise<Robot> {
    const { default: parse } = await import("robots-parser");
    const make = parse as unknown as (address: string, rules: string) => Robot;
    const own = `${origin}/robots.txt`;
    let address = new URL(own);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await request(address, {}, this.#options);
      try {
        const { statusCode = 0, headers } = answer;
        if (statusCode === 200) return make(own, await readStart(gunzipIfNeeded(answer)));
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          address = toAddress(headers.location, address);
          continue;
        }
        if (statusCode >= 500 || statusCode === 429) return make(own, "User-agent: *\nDisallow: /");
        return make(own, "");
      } finally {
        answer.destroy();
      }
    }
    return make(own, "");
  }
}

async function readStart(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= MAX_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MAX_BYTES).toString("utf8");
}
