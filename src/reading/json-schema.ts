/**
 * The JSON Schema (draft 2020-12) of a reading, made from the same definitions as the types.
 *
 * Loads the schema library when it is called, not before: reading a report does not need it.
 */
export async function getReadingJsonSchema(): Promise<Record<string, unknown>> {
  const [{ toJSONSchema }, readingSchema] = await Promise.all([import("zod"), loadReadingSchema()]);
  const { $schema, ...rest } = toJSONSchema(readingSchema);
  return { $schema, title: "Reading", description: "What Onrecord says of one report", ...rest };
}

/** The definitions themselves, for whoever checks or describes what is made of readings. Loads the schema library too. */
export async function loadReadingSchema() {
  return (await import("./schema.ts")).readingSchema;
}
