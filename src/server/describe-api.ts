/** The OpenAPI document (3.1): out of the same schemas that requests are checked by. */
import type { Api } from "./mount-endpoints.ts";

const DESCRIPTION = `What news reports say, tied to the words that prove it.

Lists come in pages: \`limit\` items (50, at most 500) and \`next\`, to be given as \`after\` for the page after it. Errors are
problem details (RFC 9457) with a \`code\`. Answers about the record carry an ETag and are 304 while the record is unchanged.
On this machine alone nobody logs in; elsewhere send a token as a bearer, or log in for a cookie and send \`csrfToken\` back
in X-CSRF-Token with whatever changes something.`;

export function describeApi(api: Api, version: string) {
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "onrecord_session",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Onrecord",
      version,
      description: DESCRIPTION,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }, { session: [] }],
  });
}
