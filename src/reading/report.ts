/** A report as it comes in: a text, and what is known of it before it is read. */
export interface Report {
  /** The id that the report came with; it comes back as `report.givenId` of the reading. */
  readonly givenId?: string;
  readonly title?: string;
  readonly text: string;
  /** ISO date or prefix: `2024`, `2024-05`, `2024-05-21`. */
  readonly publishedAt?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  /** ISO 639-1. English where it is left out; a report in another language is kept, but nothing is read out of it. */
  readonly language?: string;
}
