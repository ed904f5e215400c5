/** The legal cases that a text tells of, in a line each, for tests. */
import { read } from "../src/reading/read.ts";

/** Each case as "applicant at court, stage: who (of what), …". */
export function listCases(text: string): string[] {
  const { entities, cases } = read({ text });
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return cases.map(({ stage, court, applicant, respondents }) => {
    const accused = respondents.map(
      ({ person, allegations }) => `${name(person)} (${allegations.map((each) => each.name).join(", ")})`,
    );
    return `${name(applicant)} at ${name(court)}, ${stage}: ${accused.join(", ")}`;
  });
}
