import { expect, it } from "vitest";
import type { StanceLine } from "../../record/index.ts";
import { suggestIssues } from "./suggest-issues.ts";

const stance = (holder: string | null, text: string, status = "unjudged") =>
  ({ holder: holder && { id: holder }, target: { text }, status }) as unknown as StanceLine;

it("suggests matters on which several take a side and of which no issue is made", () => {
  const stances = [
    stance("a", "the toll"),
    stance("b", "a toll"),
    stance("b", "The toll"),
    stance("c", "the toll", "rejected"),
    stance("a", "the bridge"),
    stance("b", "the bridge"),
    stance("c", "its bridge"),
    stance("a", "the ferry"),
    stance(null, "the ferry"),
    stance("a", "the strike"),
    stance("b", "the strike"),
  ];
  const issues = [{ proposition: "The strike should end", words: null }];
  expect(suggestIssues(stances, issues)).toEqual([
    { matter: "the bridge", holderCount: 3 },
    { matter: "the toll", holderCount: 2 },
  ]);
});
