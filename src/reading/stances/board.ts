/** Lists what was read of who stands where, for tests. */
import { read } from "../index.ts";

/** Who stands where, as "holder stance target". */
export function board(text: string): string[] {
  const reading = read({ text }, { form: "plain" });
  const nameOf = new Map(reading.entities.map(({ id, name }) => [id, name]));
  return reading.stances.map(({ holder, stance, target }) => `${nameOf.get(holder)} ${stance} ${target.text}`);
}
