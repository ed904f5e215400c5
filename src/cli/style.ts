/** Colours and weights for a terminal, or none. */
import type { Output, Streams } from "./streams.ts";

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  /** For names. */
  accent(text: string): string;
  /** For what a person should look at twice. */
  warning(text: string): string;
}

const PLAIN: Style = { bold: keep, dim: keep, accent: keep, warning: keep };

const COLOURED: Style = {
  bold: (text) => `\x1b[1m${text}\x1b[22m`,
  dim: (text) => `\x1b[2m${text}\x1b[22m`,
  accent: (text) => `\x1b[1;36m${text}\x1b[39;22m`,
  warning: (text) => `\x1b[33m${text}\x1b[39m`,
};

/**
 * Colours belong on a terminal only. `FORCE_COLOR` turns them on anywhere (`0` and `false` turn them off), `NO_COLOR` with
 * any value turns them off; where both are set, `FORCE_COLOR` wins, as in Node itself.
 */
export function getStyle(output: Output, env: Streams["env"]): Style {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force === "0" || force === "false" ? PLAIN : COLOURED;
  if (no !== undefined && no !== "") return PLAIN;
  return output.isTerminal && term !== "dumb" ? COLOURED : PLAIN;
}

function keep(text: string): string {
  return text;
}
