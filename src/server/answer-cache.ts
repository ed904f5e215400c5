/** Answers that depend on the record alone, kept until the record changes. */
import { LRUCache } from "lru-cache";

const MAX_BYTES = 64_000_000;

interface Answer {
  readonly revision: string;
  readonly body: string;
}

export class AnswerCache {
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_BYTES / 8,
    sizeCalculation: ({ body }, key) => body.length + key.length + 100,
  });

  /** @param address Path and query. */
  get(address: string, revision: string): string | undefined {
    const answer = this.#answers.get(address);
    return answer?.revision === revision ? answer.body : undefined;
  }

  set(address: string, answer: Answer): void {
    this.#answers.set(address, answer);
  }
}
