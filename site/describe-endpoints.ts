/** The reference of the API as Markdown, from the OpenAPI document that the server gives. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  example?: unknown;
}

interface Content {
  content?: Record<string, { schema?: Schema; example?: unknown }>;
  description?: string;
}

interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { $ref?: string; name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface OpenApiDocument {
  info: { description?: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, unknown> };
}

export function describeEndpoints(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? "Other"))];
  return [
    "# The API",
    document.info.description ?? "",
    "The document that this page is made from is [openapi.json](openapi.json); a running server gives its own at `/api/openapi.json`.",
    "```sh\ncurl -s 'http://127.0.0.1:4680/api/v1/statements?words=warrant&limit=5'\n```",
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      ...operations
        .filter(({ operation }) => (operation.tags?.[0] ?? "Other") === tag)
        .map(({ path, method, operation }) => describeOperation(method, path, operation)),
    ]),
    "## What is sent and answered",
    ...Object.entries(document.components.schemas).map(([name, schema]) => describeSchema(name, schema)),
  ].join("\n\n");
}

function describeOperation(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).filter(({ $ref }) => $ref === undefined);
  const sent = Object.entries(operation.requestBody?.content ?? {});
  return [
    `### \`${method.toUpperCase()} ${path}\``,
    `${operation.summary ?? ""}.`.replace(/\.\.$/, "."),
    operation.description ?? "",
    parameters.length === 0
      ? ""
      : table(
          ["parameter", "", "what it is"],
          parameters.map(({ name, in: place, required, description, schema }) => [
            `\`${name}\`${required ? " (required)" : ""}`,
            place === "query" ? describeType(schema) : `${describeType(schema)}, in the ${place}`,
            describeText(schema, description),
          ]),
        ),
    ...sent.map(([type, { schema }]) => `Sent as \`${type}\`: ${describeType(schema)}.`),
    table(
      ["answer", "", "what it is"],
      Object.entries(operation.responses).map(([status, { description, content }]) => [
        status,
        [...new Set(Object.values(content ?? {}).map(({ schema }) => describeType(schema)))].join(" or "),
        description ?? "",
      ]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function describeSchema(name: string, schema: Schema): string {
  const properties = Object.entries(schema.properties ?? {});
  const rows = properties.map(([key, value]) => [
    `\`${key}\`${schema.required?.includes(key) ? "" : " (optional)"}`,
    describeType(value),
    describeText(value),
  ]);
  return [
    `### ${name}`,
    schema.description ?? "",
    rows.length > 0 ? table(["field", "", "what it is"], rows) : describeType(schema),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function describeText(schema: Schema = {}, description = schema.description ?? ""): string {
  const example = schema.example === undefined ? "" : `For example \`${JSON.stringify(schema.example)}\``;
  return [description, example].filter((part) => part !== "").join(". ");
}

function describeType(schema: Schema = {}): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1)!;
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(" or ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return [...new Set(choices.map(describeType))].join(" or ");
  if (schema.items !== undefined) return `list of ${describeType(schema.items)}`;
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([key, value]) => `\`${key}\`: ${describeType(value)}`);
    return fields.length > 6 ? "object" : `{ ${fields.join(", ")} }`;
  }
  return [schema.type ?? "anything"].flat().join(" or ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
