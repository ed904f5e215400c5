/** The body of an answer that depends on the record alone. */
import type { Endpoint } from "../endpoint.ts";
import { ALL_ENDPOINTS } from "../endpoints/all-endpoints.ts";
import type { Services } from "../services.ts";

/** What such an answer is made of, as it can be sent to a thread. */
export interface RecordQuestion {
  /** Of an endpoint that is `isOfRecord`. */
  readonly path: string;
  readonly params: unknown;
  readonly query: unknown;
}

/** JSON in UTF-8. */
export type AnswerBody = Uint8Array<ArrayBuffer>;

const byPath = new Map<string, Endpoint>(
  ALL_ENDPOINTS.filter(({ isOfRecord }) => isOfRecord).map((endpoint) => [endpoint.path, endpoint]),
);
const encoder = new TextEncoder();

/** @throws Whatever the endpoint does. */
export async function makeAnswer(
  { path, params, query }: RecordQuestion,
  services: Pick<Services, "store">,
): Promise<AnswerBody> {
  // Endpoints of the record ask nothing but the store.
  const result = await byPath.get(path)!.handle({ params, query } as never, services as Services);
  return encoder.encode(JSON.stringify(result));
}
