/** Questions at a terminal. */
import { isCancel, select, selectKey, text } from "@clack/prompts";

/** What a review asks of the person; a test hands in answers. */
export interface Prompts {
  /** One key of those offered; undefined where the person breaks off. */
  pressKey(message: string, keys: readonly { key: string; label: string }[]): Promise<string | undefined>;
  choose(message: string, values: readonly { value: string; hint?: string }[]): Promise<string | undefined>;
  ask(message: string, before: string): Promise<string | undefined>;
}

export function canPrompt(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

export const terminalPrompts: Prompts = {
  async pressKey(message, keys) {
    const options = keys.map(({ key, label }) => ({ value: key, label }));
    return given(await selectKey({ message, options }));
  },
  async choose(message, values) {
    const options = values.map(({ value, hint }) => ({ value, label: value, ...(hint ? { hint } : {}) }));
    return given(await select({ message, options, maxItems: 12 }));
  },
  async ask(message, before) {
    return given(await text({ message, initialValue: before }));
  },
};

function given(answer: unknown): string | undefined {
  return isCancel(answer) ? undefined : String(answer);
}
