import { expect, it } from "vitest";
import { describeCase } from "./describe-case.ts";

const names = new Map([
  ["e1", "Tribunal of Orrin"],
  ["e2", "Ada Venn"],
  ["e3", "Norland"],
]);

it("describes what is known of a case and leaves out the rest", () => {
  const evidence = [{ start: 0, end: 1 }];
  const described = describeCase(
    {
      id: "c1",
      kind: "arrest warrant",
      court: "e1",
      applicant: null,
      stage: "issued",
      stages: [
        { stage: "requested", when: null, evidence },
        { stage: "issued", when: "2031-03-04", evidence },
      ],
      standard: null,
      respondents: [{ person: "e2", allegations: [{ name: "pillage", class: "war crime", evidence }] }],
      decidedBy: null,
      enforcedBy: null,
      memberStates: 40,
      nonMembers: ["e3"],
      treaty: null,
      evidence,
      score: 0.9,
    },
    (id) => names.get(id),
  );
  expect(described).toEqual({
    heading: "arrest warrant · issued",
    rows: [
      { label: "court", words: "Tribunal of Orrin" },
      { label: "course", words: "requested → issued 2031-03-04" },
      { label: "against", words: "Ada Venn: pillage (war crime)" },
      { label: "members", words: "40 states" },
      { label: "outside", words: "Norland" },
    ],
  });
});
