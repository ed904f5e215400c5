/** Answers that depend on the record alone, kept until the record changes. */
import { LRUCache } from "lru-cache";
import type { AnswerBody } from "./make-answer.ts";

const MAX_BYTES = 64_000_000;

interface Answer {
  readonly revision: string;
  readonly body: AnswerBody;
}

export class AnswerCache {
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_BYTES / 8,
    sizeCalculation: ({ body }, key) => body.length + key.length + 100,
  });
  readonly #making = new Map<string, { readonly revision: string; readonly body: Promise<AnswerBody> }>();

  /**
   * The answer as it was made before, or is being made for another; else it is made.
   *
   * @param address Path and query.
   */
  async get(address: string, revision: string, make: () => Promise<AnswerBody>): Promise<AnswerBody> {
    const answer = this.#answers.get(address);
    if (answer?.revision === revision) return answer.body;
    const making = this.#making.get(address);
    if (making?.revision === revision) return making.body;
    const own = { revision, body: make() };
    this.#making.set(address, own);
    try {
      const body = await own.body;
      this.#answers.set(address, { revision, body });
      return body;
    } finally {
      if (this.#making.get(address) === own) this.#making.delete(address);
    }
  }
}
