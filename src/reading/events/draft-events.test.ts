import { describe, expect, it } from "vitest";
import { read } from "../read.ts";

/** Events as "status class actor > recipient". */
function readEvents(text: string): string[] {
  const { entities, events } = read({ text });
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return events.map((event) => `${event.status} ${event.class} ${name(event.actor)} > ${name(event.recipient)}`);
}

describe("draftEvents", () => {
  it("takes the agent of a passive for the actor", () => {
    expect(readEvents("Editor Lena Marsk was arrested by Hungarian police on Monday.").join()).toContain("COERCE");
  });

  it("tells nothing of what did not happen", () => {
    expect(readEvents("Norway did not attack Sweden.").filter((event) => event.startsWith("asserted"))).toEqual([]);
  });

  it("takes no match for a war", () => {
    expect(readEvents("The striker scored twice as the home side won the cup final by three goals.")).toEqual([]);
  });
});
