import type { Token } from "../language/index.ts";

const HYPHEN = /^[-‐‑]$/;

/** Whether a word goes on, over a hyphen without spaces, in the next token: "state" or "-" of "state-run", not a dash. */
export function isHyphenated(tokens: readonly Token[], token: number): boolean {
  const next = tokens[token + 1];
  if (next === undefined || tokens[token].end !== next.start) return false;
  return HYPHEN.test(next.text) ? tokens[token + 2]?.start === next.end : HYPHEN.test(tokens[token].text);
}
