/** Every route of the API. */
import type { Endpoint } from "../endpoint.ts";
import { affairEndpoints } from "./affair-endpoints.ts";
import { archiveEndpoints } from "./archive-endpoints.ts";
import { entityEndpoints } from "./entity-endpoints.ts";
import { judgementEndpoints } from "./judgement-endpoints.ts";
import { lineEndpoints } from "./line-endpoints.ts";
import { reportEndpoints } from "./report-endpoints.ts";

export const ALL_ENDPOINTS: readonly Endpoint[] = [
  ...reportEndpoints,
  ...lineEndpoints,
  ...entityEndpoints,
  ...affairEndpoints,
  ...judgementEndpoints,
  ...archiveEndpoints,
];
